"""Names of bodies that hold the name of a place or state."""

import pytest

from according.claims.titles import is_numbered, is_title, whole_titles
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
