"""Names of bodies that hold the name of a place or state."""

import pytest

from according.claims.voices.titles import is_numbered, is_title, whole_titles
from according.records import Mention, Span


def known(text: str, *names: str) -> list[Mention]:
    return [Mention(Span(text.index(n), text.index(n) + len(n)), "place", n, n, "pack") for n in names]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("The Revolutionary Front of Chad signed.", "Chad", "Revolutionary Front of Chad"),
        ("The Darfur Bar Association counted them.", "Darfur", "Darfur Bar Association"),
        ("It was in the Aden Times that it stood.", "Aden", "Aden Times"),
        ("Fighters of the Free Army for Mali left.", "Mali", "Free Army for Mali"),
    ],
)
def test_a_title_swallows_the_place_in_it(text: str, name: str, whole: str) -> None:
    assert [span.of(text) for span in whole_titles(text, known(text, name), {})] == [whole]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rapid Support Forces in Sudan advanced.", "Sudan"),
        ("The town of Gao in Mali fell.", "Mali"),
        ("Forces from Chad crossed.", "Chad"),
    ],
)
def test_a_place_beside_a_title_stays_a_place(text: str, name: str) -> None:
    assert whole_titles(text, known(text, name), {}) == []


def test_a_title_with_in_needs_its_short_form() -> None:
    text = "The Union for Change in Niger (UCN) met."
    assert [s.of(text) for s in whole_titles(text, known(text, "Niger"), {})] == ["Union for Change in Niger"]


def test_an_introduced_long_form_swallows_what_it_holds() -> None:
    text = "Harakat al-Watan Somalia (HWS) denied it."
    spans = whole_titles(text, known(text, "Somalia"), {"HWS": "Harakat al-Watan Somalia"})
    assert [s.of(text) for s in spans] == ["Harakat al-Watan Somalia"]


def test_numbered_units_and_titles() -> None:
    assert is_numbered("12th Mechanised Brigade")
    assert not is_numbered("Brigade 12")
    assert is_title("Black Mountain Clan")
    assert not is_title("Front")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Front for Change and Concord in Chad met.", "Front for Change and Concord in Chad"),
        ("The Congress for the Defence of the People fled.", "Congress for the Defence of the People"),
        ("Light Infantry Division 33 burned it.", "Light Infantry Division 33"),
        ("The Fourth Military Region sent men.", "Fourth Military Region"),
        ("The Justice and Equality Movement met.", "Justice and Equality Movement"),
    ],
)
def test_titles_of_a_cause_and_of_army_units_stand_whole(text: str, whole: str) -> None:
    assert [s.of(text) for s in whole_titles(text, [], {})] == [whole]


@pytest.mark.parametrize("text", ["The army of Chad met.", "The Alliance of Chad and Niger met.", "A front for arms."])
def test_what_stands_for_nothing_is_no_cause(text: str) -> None:
    assert whole_titles(text, [], {}) == []


def test_a_branch_abroad_is_a_group_of_its_own() -> None:
    text = "Jaysh al-Nur in the Greater Sahel struck. Jaysh al-Nur in the Tahoua region did not."
    mention = Mention(Span(0, 12), "armed_group", "Jaysh al-Nur", "Jaysh al-Nur", "pack")
    assert [s.of(text) for s in whole_titles(text, [mention], {})] == ["Jaysh al-Nur in the Greater Sahel"]


def test_a_faction_keeps_what_stands_behind_its_dash() -> None:
    text = "The Chad People's Liberation Movement-North met."
    spans = whole_titles(text, known(text, "Chad"), {})
    assert [s.of(text) for s in spans] == ["Chad People's Liberation Movement-North"]


def test_units_told_by_an_ordinal_or_number_behind() -> None:
    assert is_numbered("Fifth Infantry Division")
    assert is_numbered("Light Infantry Division 44")
    assert is_numbered("Southern Military Command")
    assert not is_numbered("Second Chance Foundation")
