"""Events by noun."""

import pytest

from tests.claims.statements.sentences import told

SIDES = {"Israel": "government", "Iran": "government", "Gaza": "place", "RSF": "armed_group", "Hamas": "armed_group"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt criticised Israeli strikes on Iran.", "Israel | ASSAULT | Iran"),
        ("Israel's strikes on Iran continued.", "Israel | ASSAULT | Iran"),
        ("The RSF launched an offensive on Gaza.", "RSF | ASSAULT | Gaza"),
        ("At least 40 people were killed in an Israeli air strike on Gaza.", "Israel | ASSAULT | Gaza"),
        ("An attack by the RSF on Hamas was reported.", "RSF | ASSAULT | Hamas"),
        ("Iran launched hundreds of attacks on U.S. and Israeli interests.", "Iran | ASSAULT | United States"),
    ],
)
def test_an_event_noun_gives_actor_and_target(text: str, expected: str) -> None:
    assert expected in told(text, SIDES)


def test_a_thing_with_two_owners_stands_for_both() -> None:
    lines = told("Iran launched hundreds of attacks on U.S. and Israeli interests.", SIDES)
    assert {"Iran | ASSAULT | United States", "Iran | ASSAULT | Israel"} <= lines


@pytest.mark.parametrize("text", ["Fighting between Israel and Hamas resumed.", "The Israel-Hamas war began in 2023."])
def test_a_fight_between_two_is_told_both_ways(text: str) -> None:
    assert {"Israel | ASSAULT | Hamas", "Hamas | ASSAULT | Israel"} <= told(text, SIDES)


def test_a_feared_attack_did_not_happen() -> None:
    assert not any("ASSAULT" in line for line in told("Israel would prevent an Iranian attack on Gaza.", SIDES))


def test_a_truce_that_collapsed_was_followed_by_fighting() -> None:
    lines = told("A truce between Hamas and Israel collapsed.", SIDES)
    assert "Hamas | ASSAULT | Israel" in lines
    assert not any("AGREE" in line for line in lines)
