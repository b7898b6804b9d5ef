"""Arms that change hands, whoever is told first."""

import pytest

from tests.claims.statements.sentences import read

KNOWN = {
    "Volta Force": "armed_group",
    "Turkey": "government",
    "Chad": "government",
    "Niger": "government",
    "Mali": "government",
    "Sudan": "government",
    "TB2": "weapon",
    "Akinci": "weapon",
    "South Africa": "government",
}


def given(text: str) -> set[str]:
    return {
        f"{s.subject.name} > {s.object.name}: {s.item.name}"
        for s in read(text, KNOWN)
        if s.predicate == "supplies" and s.object and s.item and not s.negated
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey has given Chad's army armoured vehicles.", {"Turkey > Chadian army: armoured vehicles"}),
        (
            "Turkey sold Niger and Mali drones and armoured vehicles.",
            {f"Turkey > {taker}: {thing}" for taker in ("Niger", "Mali") for thing in ("drones", "armoured vehicles")},
        ),
        ("Turkey sold Mali TB2 and Akinci drones.", {"Turkey > Mali: TB2", "Turkey > Mali: Akinci"}),
        (
            "Sudan accused Chad of sending the Volta Force mortars and rifles through the desert.",
            {"Chad > Volta Force: mortars", "Chad > Volta Force: rifles"},
        ),
        ("The Volta Force was supplied with mortars by Chad.", {"Chad > Volta Force: mortars"}),
        ("The Volta Force was given mortars by Chad.", {"Chad > Volta Force: mortars"}),
        ("The Volta Force is equipped by Chad.", {"Chad > Volta Force: arms"}),
        ("Chad bought 40 armoured vehicles from South Africa.", {"South Africa > Chad: armoured vehicles"}),
        ("The Volta Force gets most of its ammunition from Chad.", {"Chad > Volta Force: ammunition"}),
        ("The Volta Force received a shipment of rifles from Chad.", {"Chad > Volta Force: rifles"}),
        (
            "Chad bought drones from Turkey and missiles from Sudan.",
            {"Turkey > Chad: drones", "Sudan > Chad: missiles"},
        ),
        (
            "Turkey and Sudan have given Chad Soviet-era jets.",
            {"Turkey > Chad: Soviet-era jets", "Sudan > Chad: Soviet-era jets"},
        ),
        ("Chad has taken delivery of six helicopters from Turkey.", {"Turkey > Chad: helicopters"}),
        ("Turkey has shipped Chad 2,000-pound bombs.", {"Turkey > Chad: 2,000-pound bombs"}),
        ("The Volta Force relies on Chad for ammunition.", {"Chad > Volta Force: ammunition"}),
    ],
)
def test_verbs_of_giving_and_getting(text: str, expected: set[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad is the main supplier of weapons to the Volta Force.", {"Chad > Volta Force: weapons"}),
        ("Chad is the Volta Force's main arms supplier.", {"Chad > Volta Force: arms"}),
        ("Arms shipments from Chad to the Volta Force have doubled.", {"Chad > Volta Force: arms"}),
        ("Chad's supply of drones to the Volta Force angered Sudan.", {"Chad > Volta Force: drones"}),
        ("The sale of Turkish drones to Chad began in May.", {"Turkey > Chad: Turkish drones"}),
        ("Weapons from Chad are flowing to the Volta Force.", {"Chad > Volta Force: weapons"}),
        ("The Volta Force fired missiles bought from Chad.", {"Chad > Volta Force: missiles"}),
        ("The Volta Force used missiles supplied by Chad.", {"Chad > Volta Force: missiles"}),
        ("Turkish-supplied drones of the Volta Force hit the port.", {"Turkey > Volta Force: drones"}),
    ],
)
def test_nouns_and_participles_of_giving(text: str, expected: set[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chad promised to send the Volta Force tanks.",
        "Turkey approved the sale of drones to Chad.",
        "The planned delivery of drones to Chad by Turkey angered Sudan.",
        "The Volta Force seized tanks from Chad.",
        "Turkey sent TB2 drones.",
        "Rifles smuggled from Chad were burnt.",
        "Chad gave the Volta Force a warning about missiles.",
    ],
)
def test_what_is_planned_or_taken_or_goes_to_nobody_is_no_supply(text: str) -> None:
    assert not given(text)


def test_having_arms_is_having_them() -> None:
    found = {s.object.name for s in read("The Volta Force has tanks and two helicopters.", KNOWN) if s.object}
    assert found == {"tanks", "helicopters"}


def test_an_arsenal_and_a_stock_are_had() -> None:
    lines = {
        (s.subject.name, s.object.name if s.object else "")
        for text in ("The Volta Force's arsenal includes tanks and drones.", "Chad has stocks of cluster bombs.")
        for s in read(text, KNOWN)
        if s.predicate == "possesses"
    }
    assert lines == {("Volta Force", "tanks"), ("Volta Force", "drones"), ("Chad", "cluster bombs")}


def test_a_maker_makes() -> None:
    known = {"Baykar": "company", "TB2": "weapon"}
    found = {
        (s.subject.name, s.object.name if s.object else "")
        for s in read("Baykar, the maker of the TB2, opened a plant.", known)
        if s.predicate == "manufactures"
    }
    assert found == {("Baykar", "TB2")}
