"""Numbers as worded and the interval they mean."""

import pytest

from according.claims.statements.syntax.quantities import interval


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two", (2, 2)),
        ("31", (31, 31)),
        ("4,000", (4000, 4000)),
        ("at least two", (2, None)),
        ("more than 10,000", (10001, None)),
        ("over 70", (71, None)),
        ("up to 300", (None, 300)),
        ("fewer than 300", (None, 300)),
        ("dozens", (24, 99)),
        ("two dozen", (24, 24)),
        ("hundreds", (200, 999)),
        ("tens of thousands", (20_000, 99_999)),
        ("several", (3, None)),
        ("1.5 million", (1_500_000, 1_500_000)),
        ("about 20", (None, None)),
        ("brave", None),
    ],
)
def test_interval(words: str, expected: tuple[float | None, float | None] | None) -> None:
    assert interval(words) == expected
