"""List items under a heading that names their place."""

from according.claims.statements.syntax.headings import find_headings
from tests.claims.statements.sentences import names, told

KNOWN = {
    "Kidal": "place",
    "Gao": "place",
    "Ménaka Region": "place",
    "Timbuktu": "place",
    "JNIM": "armed_group",
    "FLA": "armed_group",
    "Gatia": "armed_group",
    "Wagner": "armed_group",
    "Azawad": "place",
}
TEXT = (
    "The map shows:\n"
    "Kidal: Held by the FLA, the town hosts fighters from JNIM, Gatia and Wagner.\n"
    "Ménaka Region: JNIM, Gatia and the FLA control territory here along the border.\n"
    "Gao and Timbuktu: On the river, this area is a hub for Gatia and Wagner. It serves as a storage site.\n"
    "Analysis: JNIM grows.\n"
)


def test_headings_are_lines_that_begin_with_nothing_but_places() -> None:
    found = find_headings(TEXT, names(TEXT, KNOWN))
    assert [[m.name for m in heading.places] for heading in found] == [
        ["Kidal"],
        ["Ménaka Region"],
        ["Gao", "Timbuktu"],
    ]


def test_the_heading_names_the_place_of_every_member() -> None:
    lines = told(TEXT, KNOWN)
    assert {f"{g} | present_in | Kidal" for g in ("JNIM", "Gatia", "Wagner")} <= lines
    assert "FLA | controls | Kidal" in lines
    assert {f"{g} | controls | Ménaka Region" for g in ("JNIM", "Gatia", "FLA")} <= lines


def test_two_places_in_a_heading_give_two_statements() -> None:
    lines = told(TEXT, KNOWN)
    for place in ("Gao", "Timbuktu"):
        assert {f"{g} | present_in | {place}" for g in ("Gatia", "Wagner")} <= lines
        assert f"{place} | used_for | storage site" in lines


def test_a_place_after_the_place_is_what_it_is_part_of() -> None:
    assert "Kidal | part_of | northern Azawad" in told("Kidal, northern Azawad: This area is calm.", KNOWN)


def test_a_list_of_places_names_the_rest_of_its_headings() -> None:
    text = (
        "The zones:\n\n"
        "Tamdal: The army and its allies hold the town, while the HKL roams the hills.\n"
        "Irzan: On the border, this settlement is a base for the HKL.\n"
        "Bel Amar: The HKL dominates the countryside.\n"
    )
    lines = told(text, {"HKL": "armed_group"})
    assert {"HKL | present_in | Tamdal", "HKL | present_in | Irzan", "HKL | controls | Bel Amar"} <= lines


def test_other_lists_have_no_places() -> None:
    text = "Aims:\n\nPeace: The HKL wants it.\nMoney: The HKL wants it too.\nPower: So does the army.\n"
    assert not any(line.endswith(("Peace", "Money", "Power")) for line in told(text, {"HKL": "armed_group"}))


def test_this_region_of_a_country_is_the_heading() -> None:
    text = "Harod: This region of Chad is a hub for the HKL.\n"
    lines = told(text, {"HKL": "armed_group", "Harod": "place", "Chad": "government"})
    assert "HKL | present_in | Harod" in lines
