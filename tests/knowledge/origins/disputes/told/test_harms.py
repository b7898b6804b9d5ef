"""What contents say was done to whom, how many, or not at all."""

import pytest

from according.knowledge.origins.disputes.told.harms import harms_of


def said(text: str, *, denied: bool = False) -> list[str]:
    """Each harm as deed, victim and number, with "not" where it was not done."""
    found = []
    for harm in harms_of(text, denied=denied):
        number = harm.count.text if harm.count else ""
        whom = f"{harm.to.group}/{harm.to.noun}" if harm.to.noun else harm.to.group
        found.append(" ".join(part for part in ("not" if harm.negated else "", harm.deed, number, whom) if part))
    return found


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("at least 14 people were killed when shells fell on the square", "killed at least 14 people"),
        ("a rocket killed five soldiers at the bridge", "killed five soldiers"),
        ("the strike killed 12", "killed 12 people"),
        ("Nineteen attackers died in the exchange", "killed Nineteen fighters"),
        ("the number of dead soldiers at nine", "killed nine soldiers"),
        ("The death toll has risen to 58", "killed 58 people"),
        ("the toll at two dead", "killed two people"),
        ("Six of the raiders were wounded and one lorry was burned", "destroyed one vehicles/lorry"),
        ('fourteen dead "terrorists"', "killed fourteen fighters"),
        ("more than thirty lorries went up in flames", "destroyed more than thirty vehicles/lorry"),
        ('a few vehicles" were damaged', "destroyed a few vehicles"),
        ("Forty people were hurt", "wounded Forty people"),
        ("killing two nurses", "killed two civilians/medic"),
        ("air defences shot down 40 drones", "downed 40 aircraft/drone"),
        ("captured seven soldiers near the ford", "captured seven soldiers"),
    ],
)
def test_who_is_counted(text: str, harm: str) -> None:
    assert harm in said(text)


def test_what_goes_on_without_a_noun_is_of_the_same() -> None:
    assert said("six soldiers were killed and ten wounded") == ["killed six soldiers", "wounded ten soldiers"]


def test_an_aside_on_civilians_says_who_the_whole_are() -> None:
    assert said("Five people have been killed, among them a couple in their eighties") == ["killed Five civilians"]


def test_what_was_counted_or_known_by_then_is_the_least() -> None:
    for text in ("he had counted 19 bodies before he stopped", "As of this hour four residents have been killed"):
        (harm,) = [h for h in harms_of(text) if h.count]
        assert harm.count is not None
        assert harm.count.high is None


@pytest.mark.parametrize(
    "text",
    [
        "more than 2,000 people have been killed since the war began",  # over years
        "Ten of the dead were teachers",  # a share
        "two people were killed in a separate attack",  # another event
        "ten people were killed on their side",  # of one side only
        "they will kill ten soldiers",  # not yet
        "up to 200 fighters were killed or wounded",  # of both together
        "more than 1,000 people were displaced",
    ],
)
def test_what_is_no_number_of_one_event_is_left_out(text: str) -> None:
    assert not [h for h in harms_of(text) if h.count]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("We did not strike any market", "not struck buildings/market"),
        ("our aircraft never bombed the hospital", "not struck buildings/hospital"),
        ("Residential buildings were not targeted and were not hit", "not struck buildings/dwelling"),
        ("no clinic was hit", "not struck buildings/hospital"),
        ("No civilians were harmed", "not hurt civilians"),
        ("none of the crew was hurt", "not hurt crew"),
        ("not a single house was damaged", "not destroyed buildings/dwelling"),
        ("nobody was hurt", "not hurt anyone"),
        ("There were no injuries", "not hurt anyone"),
        ("Reports of dead civilians are a provocation", "not killed civilians"),
        ("the claim that a school was bombed is a fabrication", "not struck buildings/school"),
        ("All crew were reported safe", "not hurt crew"),
        ("The vessel is afloat", "not sunk ships"),
    ],
)
def test_what_was_not_done(text: str, harm: str) -> None:
    assert harm in said(text)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("having killed any fishermen", ["not killed civilians/fisherman"]),
        ("that any vehicle had been captured", ["not captured vehicles"]),
        ("that any had been taken prisoner", ["not captured anyone"]),
        ("responsibility for the strike on the hospital", []),  # it may have been another
        ("any involvement in the bombing of the market", []),
        ("that no civilians were killed", ["killed civilians"]),
    ],
)
def test_what_is_denied(text: str, harm: list[str]) -> None:
    assert said(text, denied=True) == harm


def test_a_pronoun_is_who_was_spoken_of_before() -> None:
    assert said("Our engineer was below deck. He has not been found.") == ["missing crew/seafarer"]
    assert said("The soldiers shot him. He was unarmed") == ["killed civilians/him"]


def test_a_sentence_turned_round_says_nothing_of_harm() -> None:
    assert said("It hit a depot, not a school") == []
