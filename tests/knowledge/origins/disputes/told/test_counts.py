"""What numbers as worded leave room for."""

import pytest

from according.knowledge.origins.disputes.told.counts import below, disjoint, interval_of


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12", 12, 12),
        ("forty-one", 41, 41),
        ("1,200", 1200, 1200),
        ("at least 40", 40, None),
        ("more than fifty", 50, None),
        ("up to 60", 0, 60),
        ("about 30", 20, 45),
        ("between 20 and 30", 20, 30),
        ("20 to 25", 20, 25),
        ("5-7", 5, 7),
        ("a few", 2, 10),
        ("dozens of", 20, 99),
        ("two dozen", 24, 24),
    ],
)
def test_what_a_wording_leaves_room_for(text: str, low: float, high: float | None) -> None:
    found = interval_of(text)
    assert found is not None
    assert (found.low, found.high, found.text) == (low, high, text)


def test_no_number_has_no_room() -> None:
    assert interval_of("soldiers") is None


def test_what_was_known_so_far_is_the_least() -> None:
    found = interval_of("four", open_ended=True)
    assert found is not None
    assert found.high is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("six", "at least 20", True),
        ("eleven", "nine", True),
        ("at least 27", "34", False),
        ("at least 40", "more than fifty", False),
        ("dozens", "40", False),
        ("about 30", "40", False),
        ("up to 60", "70", True),
    ],
)
def test_numbers_are_apart_only_where_none_fits_both(one: str, other: str, apart: bool) -> None:
    a, b = interval_of(one), interval_of(other)
    assert a is not None
    assert b is not None
    assert disjoint(a, b) == disjoint(b, a) == apart
    assert not (below(a, b) and below(b, a))
