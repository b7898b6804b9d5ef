"""Arms given, told by the words between two names."""

import pytest

from tests.claims.statements.sentences import told

KNOWN = {
    "Lake Front": "armed_group",
    "Volta Force": "armed_group",
    "Chad": "government",
    "Ghana": "government",
    "Kouri": "place",
    "Sabre-4": "weapon",
    "UN experts": "organization",
}


@pytest.mark.parametrize(
    "text",
    [
        "The report said Chad flew weapons to the Lake Front by night.",
        "The weapons that Chad sent the Lake Front came by sea.",
        "Rifles smuggled from Chad to the Lake Front were found.",
        "The Lake Front's missiles come mostly from Chad.",
        "The Lake Front obtained Chinese-made howitzers from Chad.",
        "A shipment of Chadian missiles bound for the Lake Front was seized.",
        "Chadian drones were delivered to the Lake Front.",
        "The Lake Front fled. UN experts say that Chad has sent it weapons.",
    ],
)
def test_who_gave_arms_to_whom(text: str) -> None:
    assert {row for row in told(text, KNOWN) if "supplies" in row} == {"Chad | supplies | Lake Front"}


@pytest.mark.parametrize(
    "text",
    [
        "If Chad sent weapons to the Lake Front, war would follow.",
        "Chad never sold drones to the Lake Front.",
        "Chad stopped Chadian missiles bound for the Lake Front.",
        "Chad sent envoys to the Lake Front.",
    ],
)
def test_arms_that_were_not_given(text: str) -> None:
    assert not any(" | supplies |" in row for row in told(text, KNOWN))


def test_a_group_has_the_named_weapons_it_fires() -> None:
    assert "Lake Front | possesses | Sabre-4" in told("The Lake Front hit two tanks with Sabre-4 rockets.", KNOWN)
    assert "Lake Front | possesses | Sabre-4" in told("The Lake Front fired Sabre-4 missiles at Kouri.", KNOWN)
    assert not any("possesses" in row for row in told("The Lake Front fired rockets at Kouri.", KNOWN))
