"""What tells the same of one event in other words, and what must stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.gathering.contents import gist_of, same_gist, tells_of

SAME = [
    (
        "a drone dropped two grenades on a queue outside the bakery, killing seven people",
        "seven residents died when grenades fell from a drone on people queuing at the bakery",
    ),
    (
        "eighteen trucks loaded with flour were set on fire by gunmen near the bridge",
        "the attackers burned 18 flour lorries close to the bridge",
    ),
    (
        "the raiders had freed about forty inmates of the central prison",
        "forty prisoners were broken out of the central jail in the raid",
    ),
    (
        "Colonel Idris Bakari was seized with two bodyguards at a farm outside the town",
        "Bakari had been captured on a farm together with his bodyguards",
    ),
    (
        "an artillery shell struck a residential building on Harbour Street and wounded 12 people",
        "12 civilians were injured when a shell hit a block of flats on Harbour Street",
    ),
    (
        "The rebels abandoned three tanks and a field radio at the quarry",
        "three tanks were left behind at the quarry by the insurgents",
    ),
]
APART = [
    pytest.param(
        "a drone dropped two grenades on a queue outside the bakery, killing seven people",
        "a drone dropped two grenades on a queue outside the bakery, killing nine people",
        id="other numbers",
    ),
    pytest.param(
        "a shell struck the covered market on Tuesday, killing seven people",
        "a shell struck the covered market on Friday, killing seven people",
        id="another weekday",
    ),
    pytest.param(
        "the covered market was shelled on 3 May and seven traders were killed",
        "the covered market was shelled on 9 May and seven traders were killed",
        id="another date",
    ),
    pytest.param(
        "government aircraft bombed the covered market in the centre",
        "government aircraft did not bomb the covered market in the centre",
        id="the denial",
    ),
    pytest.param(
        "a shell struck a clinic near the river, killing seven people",
        "a shell struck a school in the northern suburb, killing three teachers",
        id="the same kind of event",
    ),
    pytest.param(
        "fighters of the Blue Column attacked soldiers at the Kesra checkpoint",
        "soldiers attacked fighters of the Blue Column at the Kesra checkpoint",
        id="turned round",
    ),
    pytest.param(
        "seven people were killed by shells that fell on the covered market",
        "seven people were wounded by shells that fell on the covered market",
        id="dead and wounded",
    ),
    pytest.param(
        "Our forces are in full control of Kesra",
        "Kesra is under the full control of the armed forces",
        id="whose forces hangs on who speaks",
    ),
    pytest.param("the attack was repelled", "the attack was repelled with heavy losses", id="says too little"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_event_in_other_words(one: str, other: str) -> None:
    assert same_gist(gist_of([one]), gist_of([other]))


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_must_stay_apart(one: str, other: str) -> None:
    assert not same_gist(gist_of([one]), gist_of([other]))


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "army",
            "struck",
            "seven",
            "7",
            "Kesra",
            "market",
            "killed",
            "by",
            "not",
            "Tuesday",
            "3",
            "May",
            ".",
            "lorries",
        ]
    ),
    max_size=14,
).map(" ".join)


@given(WORDS, WORDS)
def test_sameness_has_no_sides(one: str, other: str) -> None:
    assert same_gist(gist_of([one]), gist_of([other])) == same_gist(gist_of([other]), gist_of([one]))


def test_numbers_are_read_in_words_and_figures() -> None:
    assert gist_of(["forty-two lorries burned"]).numbers == gist_of(["42 trucks burned"]).numbers


def test_a_year_and_a_day_count_nothing() -> None:
    found = gist_of(["On 12 January 2026 the convoy left"])
    assert (found.numbers, found.days) == ((), frozenset({"12 january"}))


def test_a_content_tells_of_a_deed_only_with_a_verb_for_it_and_its_object() -> None:
    content = gist_of(["an army drone hit the livestock section of the market"])
    said = gist_of(["the army's aircraft bombed our market"])
    assert tells_of(content, said, "ASSAULT", ["market"])
    assert not tells_of(content, said, "SEIZE", ["market"])
    assert not tells_of(gist_of(["an army drone hit the barracks"]), said, "ASSAULT", ["market"])
    assert tells_of(
        gist_of(["the ship was hit by a rocket"]), gist_of(["rockets hit the vessel"]), "ASSAULT", ["Sea Lark"]
    )
