"""Deeds told by a light verb and a noun."""

import pytest

from according.claims.statements.reading import Draft
from tests.claims.statements.sentences import claim, read, told

KNOWN = {"M23": "armed_group", "Goma": "place", "Congo": "government", "Sake": "place"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M23 took control of Goma.", "M23 | SEIZE | Goma"),
        ("M23 has taken two officers prisoner.", "M23 | SEIZE | two officers"),
        ("Goma fell to M23 in January.", "M23 | SEIZE | Goma"),
        ("Congo lost Sake to M23.", "M23 | SEIZE | Sake"),
        ("M23 handed over Sake to Congo.", "M23 | RETREAT | Sake"),
        ("Congo and M23 signed a ceasefire.", "Congo | AGREE | M23"),
        ("The junta that took power in 2021 fled.", "junta | SEIZE | power"),
        ("M23 laid siege to Goma.", "M23 | ASSAULT | Goma"),
        ("M23 opened fire on protesters.", "M23 | ASSAULT | protesters"),
        ("Uganda's troops are fighting alongside Congo.", "Uganda's troops | allied_with | Congo"),
        ("M23 took 13 of the province's 17 townships.", "M23 | SEIZE | 13 of province's 17 townships"),
    ],
)
def test_a_light_verb_with_its_noun_tells_a_deed(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_talks_held_and_places_visited_are_not_taken() -> None:
    lines = told("M23 took part in talks. Congo took a break.", KNOWN)
    assert not any("SEIZE" in line for line in lines)


def test_an_armed_group_that_says_a_town_fell_says_it_took_it() -> None:
    text = "M23 said Goma fell on Monday."
    said = claim(text, "Goma fell on Monday", "said", "M23", "armed_group")
    assert "M23 | SEIZE | Goma" in told(text, KNOWN, [said])
    army = claim(text, "Goma fell on Monday", "said", "Congo", "government")
    assert not any("SEIZE" in line for line in told(text, KNOWN, [army]))


def test_a_number_alone_takes_the_noun_said_before() -> None:
    names = {s.object.name for s in read("M23 sank two vessels and seized a third.", KNOWN) if s.object}
    assert names == {"two vessels", "third vessel"}


def test_a_draft_is_told_by_its_speaker_unless_said_otherwise() -> None:
    assert Draft(None, "SEIZE", None, None).told


SHIELD = {
    "Tebu Shield": "armed_group",
    "Desert Brigade": "armed_group",
    "Murzuq": "place",
    "Kenya": "government",
    "Uganda": "government",
    "Khalid Omar": "person",
    "Sirte Council": "organization",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tebu Shield drove the Desert Brigade out of Murzuq.", "Desert Brigade | RETREAT | Murzuq"),
        ("The Tebu Shield drove the Desert Brigade out of Murzuq.", "Tebu Shield | SEIZE | Murzuq"),
        ("The Tebu Shield drove the Desert Brigade out of Murzuq.", "Tebu Shield | ASSAULT | Desert Brigade"),
        ("The Tebu Shield and the Desert Brigade stopped fighting.", "Desert Brigade | AGREE | Tebu Shield"),
        ("Kenya demanded that Uganda withdraw its troops.", "Kenya | REQUEST | Uganda"),
        ("Kenya turned to Uganda for help.", "Kenya | COOPERATE | Uganda"),
        ("Kenya hired the Desert Brigade.", "Kenya | COOPERATE | Desert Brigade"),
        ("Kenya pays the Desert Brigade.", "Kenya | AID | Desert Brigade"),
        ("Khalid Omar, who sits on the Sirte Council, spoke.", "Khalid Omar | role_in | Sirte Council"),
        ("Murzuq is a stronghold of the Desert Brigade.", "Desert Brigade | controls | Murzuq"),
        ("The Desert Brigade is equipped by Kenya.", "Desert Brigade | backed_by | Kenya"),
    ],
)
def test_deeds_told_round_a_verb(text: str, expected: str) -> None:
    assert expected in told(text, SHIELD)


@pytest.mark.parametrize(
    "text",
    [
        "The Desert Brigade turned to the left.",
        "Kenya stopped the Desert Brigade.",
        "Kenya demanded an answer.",
        "Murzuq was never a stronghold of the Desert Brigade.",
        "Kenya turned its back on Uganda.",
    ],
)
def test_words_that_only_look_like_such_deeds(text: str) -> None:
    lines = told(text, SHIELD)
    assert not any(p in line for line in lines for p in ("COOPERATE", "AGREE", "REQUEST", "| controls"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Desert Brigade is armed and trained by Kenya.", "Desert Brigade | backed_by | Kenya"),
        ("Ugandan soldiers are on their way to Murzuq.", "Ugandan soldiers | moved_to | Murzuq"),
        ("Khalid Omar, who speaks for the Tebu Shield, denied it.", "Khalid Omar | role_in | Tebu Shield"),
        (
            "The commander of the Desert Brigade's coastal sector, Khalid Omar, fled.",
            "Khalid Omar | role_in | Desert Brigade",
        ),
    ],
)
def test_states_and_offices_told_by_more_than_one_word(text: str, expected: str) -> None:
    assert expected in told(text, SHIELD)


def test_a_way_that_leads_nowhere_moves_nobody() -> None:
    assert not any("moved_to" in line for line in told("Khalid Omar is on his way to Murzuq.", SHIELD))
    assert not any("moved_to" in line for line in told("Murzuq is on the way to Kenya.", SHIELD))
