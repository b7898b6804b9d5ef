"""Supplies, makers, arsenals."""

import pytest

from tests.claims.statements.sentences import read, told

KNOWN = {
    "UAE=United Arab Emirates": "government",
    "RSF": "armed_group",
    "Iran": "government",
    "Russia": "government",
    "Houthis": "armed_group",
    "Shahed-136": "weapon",
    "Grad": "weapon",
    "Kalashnikov Concern": "company",
    "Qatar": "government",
}


def items(text: str) -> set[tuple[str, str, str]]:
    found = set()
    for s in read(text, KNOWN):
        if s.predicate == "supplies" and s.object and s.item:
            found.add((s.subject.name, s.object.name, s.item.name))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UAE armed the RSF with howitzers.", ("United Arab Emirates", "RSF", "howitzers")),
        ("Iran supplied drones to Russia.", ("Iran", "Russia", "drones")),
        ("Iran gave the Houthis missiles.", ("Iran", "Houthis", "missiles")),
        ("The Houthis received drones from Iran.", ("Iran", "Houthis", "drones")),
        ("The Houthis received Iranian drones.", ("Iran", "Houthis", "Iranian drones")),
        ("Iran shipped drones and Grad rockets to Russia.", ("Iran", "Russia", "Grad")),
        ("Iran has, in recent months, supplied the Houthis with drones.", ("Iran", "Houthis", "drones")),
        (
            "Analyst Omar Ali told the BBC that Iran has, in recent months, supplied the Houthis in Yemen with drones.",
            ("Iran", "Houthis", "drones"),
        ),
    ],
)
def test_supplies_name_giver_taker_and_item(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in items(text)


def test_a_list_of_items_gives_one_statement_each() -> None:
    assert len(items("Iran supplied the Houthis with drones, rockets and mines.")) == 3


def test_money_is_aid_and_not_arms() -> None:
    lines = told("Qatar provided the RSF with money.", KNOWN)
    assert "Qatar | AID | RSF" in lines
    assert not any("supplies" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia produces drones.", "Russia | manufactures | drones"),
        ("Kalashnikov Concern makes rifles and boats.", "Kalashnikov Concern | manufactures | boats"),
        (
            "Kalashnikov Concern, a firm that designs helicopters, declined.",
            "Kalashnikov Concern | manufactures | helicopters",
        ),
        ("Russia's Grad rockets hit the city.", "Russia | possesses | Grad"),
        ("The Houthis unveiled the Shahed-136.", "Houthis | possesses | Shahed-136"),
        ("The RSF is armed with howitzers.", "RSF | possesses | howitzers"),
    ],
)
def test_makers_and_owners(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_charge_of_arming_falls_on_the_accused() -> None:
    lines = told("Qatar accused Iran of arming the RSF.", KNOWN)
    assert "Iran | supplies | RSF" in lines
    assert "Qatar | supplies | RSF" not in lines


def test_a_denied_charge_is_negated() -> None:
    assert "United Arab Emirates | not supplies | RSF" in told(
        "The UAE has denied accusations that it arms the RSF.", KNOWN
    )
