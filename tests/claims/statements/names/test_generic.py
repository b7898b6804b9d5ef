"""Sides told by nobody's name: resolved where the article tells whose they are, dropped where it does not."""

import pytest

from tests.claims.statements.sentences import told

HOME = "Chad's parliament met in N'Djamena, Chad's capital. Chad has known coups. "
CHAD = {"Chad": "government"}


def test_troops_are_the_army_of_the_country_the_article_is_about() -> None:
    text = HOME + "On Sunday troops stormed Kouri."
    assert "Chadian army | ASSAULT | Kouri" in told(text, {**CHAD, "Kouri": "place"})


def test_soldiers_who_seize_power_or_are_killed_are_not_the_army() -> None:
    text = HOME + "Soldiers seized power in May. The Sahara Front killed three soldiers."
    lines = told(text, {**CHAD, "Sahara Front": "armed_group"})
    assert not any("Chadian army" in line for line in lines)
    assert "Sahara Front | ASSAULT | three soldiers" in lines


@pytest.mark.parametrize(
    "text",
    ["Troops killed militants.", "Sources said soldiers ambushed gunmen near the river.", "Rebels fought troops."],
)
def test_a_deed_of_nobody_on_nobody_is_no_statement(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "introduced",
    [
        "General Joseph Bando leads the Upper Nile Brigade.",
        "Joseph Bando, the commander of the Upper Nile Brigade, spoke.",
        "Upper Nile Brigade leader Joseph Bando spoke.",
        "The Upper Nile Brigade is led by General Joseph Bando.",
    ],
)
def test_a_leaders_men_are_his_groups(introduced: str) -> None:
    known = {
        "Joseph Bando": "person",
        "Bando=Joseph Bando": "person",
        "Upper Nile Brigade": "armed_group",
        "Ulang": "place",
    }
    lines = told(f"{introduced} Bando's fighters captured Ulang.", known)
    assert "Upper Nile Brigade | SEIZE | Ulang" in lines


def test_the_linked_group_is_not_whom_it_is_linked_to() -> None:
    known = {"Islamic State": "armed_group", "Forest Front": "armed_group", "Kouri": "place"}
    lines = told("The Islamic State-linked group, the Forest Front, attacked Kouri.", known)
    assert "Forest Front | ASSAULT | Kouri" in lines
    assert not any(line.startswith("Islamic State |") for line in lines)


def test_what_is_recaptured_is_not_who_says_so() -> None:
    known = {"Forest Front": "armed_group", "Chad": "government"}
    lines = told("The Forest Front withdrew. Chad's army later recaptured it, the ministry said.", known)
    assert not any("| SEIZE | Forest Front" in line for line in lines)


def test_an_army_goes_by_the_countrys_name_where_no_adjective_of_it_is_told() -> None:
    text = "Myanmar is at war. Myanmar has no parliament. In Myanmar people flee. Troops stormed Kouri."
    lines = told(text, {"Myanmar": "government", "Kouri": "place"})
    assert "Myanmar army | ASSAULT | Kouri" in lines


def test_a_thing_is_called_with_where_it_stands_and_people_are_not() -> None:
    known = {"Forest Front": "armed_group", "Kouri": "place", "Nile": "place"}
    lines = told("The Forest Front seized outposts inside Kouri and killed farmers near Kouri.", known)
    assert "Forest Front | SEIZE | outposts inside Kouri" in lines
    assert "Forest Front | ASSAULT | farmers" in lines
