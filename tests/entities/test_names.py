"""Folding and comparing names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.entities.names import compare, fold, initials, singular, unpossess


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("U.S.", "US"),
        ("Kata'ib Hizballah", "Kata’ib Hizballah"),
        ("The United Nations", "United Nations"),
        ("Côte d'Ivoire", "Cote dIvoire"),
        ("Coordination-Framework", "coordination framework"),
        ("أبو مهدي", "ابو مهدى"),
    ],
)
def test_equal_folds(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"), [("al-Sadr", "Sadr"), ("Badr Organization", "Badr"), ("Mali", "Male"), ("AA", "A")]
)
def test_folding_never_merges_a_shorter_name(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Kataib Hezbollah", "Kataib Hezbollah", "exact"),
        ("Kataib Hezbollah", "kataib  hezbollah", "folded"),
        ("Kataib Hezbollah", "Ketaib Hizbollah", "transliterated"),
        ("Kataib Hezbollah", "Kata'ib Hizballah", "transliterated"),
        ("Kataib Hezbollah", "كتائب حزب الله", "transliterated"),
        ("Qais al-Khazali", "قيس الخزعلي", "transliterated"),
        ("Harakat al-Nujaba", "حركة النجباء", "transliterated"),
        ("Muqtada al-Sadr", "Moqtada Sadr", "transliterated"),
        ("Zulfiqar", "Zolfaqar", "transliterated"),
        ("Ansarallah", "Ansar Allah", "transliterated"),
    ],
)
def test_spellings_of_one_name_agree_and_say_how(a: str, b: str, kind: str) -> None:
    match = compare(a, b)
    assert match is not None
    assert match.kind == kind
    assert match.why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brigade 30", "Brigade 31"),
        ("Iran", "Iraq"),
        ("Mali", "Male"),
        ("Shahed 131", "Shahed 136"),
        ("", "Iran"),
        ("Kyiv", "كتائب"),
    ],
)
def test_different_names_do_not_agree(a: str, b: str) -> None:
    assert compare(a, b) is None


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_comparing_is_symmetric_and_never_fails(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.kind == other.kind
        assert 0 <= one.score <= 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_endings() -> None:
    assert unpossess("Iran's") == "Iran"
    assert unpossess("the Houthis'") == "the Houthis"
    assert unpossess("Paris") == "Paris"
    assert singular("Houthis") == "Houthi"
    assert singular("Iraqis") == "Iraqi"
    assert singular("press") == "press"
    assert initials("Islamic Revolutionary Guard Corps") == "IRGC"
