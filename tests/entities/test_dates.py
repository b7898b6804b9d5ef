"""Worded dates: what they resolve to, what they refuse to say, how quickly."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.entities.dates import find_times
from according.records import Time

TUESDAY = date(2025, 6, 17)


def one(text: str, published: date | None = TUESDAY) -> Time:
    (time,) = find_times(text, published)
    assert time.span is not None
    assert time.span.of(text) == time.text
    return time


def bounds(time: Time) -> tuple[str, str, str, str]:
    days = (time.earliest_start, time.latest_start, time.earliest_end, time.latest_end)
    return tuple("-" if d is None else d.isoformat() for d in days)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "edtf", "start", "end"),
    [
        ("on Oct. 7, 2023", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("on 7 October 2023", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("on 2023-10-07", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("in April 2024, it", "2024-04", "2024-04-01", "2024-04-30"),
        ("last month", "2025-05", "2025-05-01", "2025-05-31"),
        ("last Sunday", "2025-06-15", "2025-06-15", "2025-06-15"),
        ("on Friday", "2025-06-13", "2025-06-13", "2025-06-13"),
        ("on Tuesday evening", "2025-06-17", "2025-06-17", "2025-06-17"),
        ("last Tuesday", "2025-06-10", "2025-06-10", "2025-06-10"),
        ("they will meet on Friday", "2025-06-20", "2025-06-20", "2025-06-20"),
        ("this week", "2025-06-16/2025-06-22", "2025-06-16", "2025-06-22"),
        ("earlier this month", "2025-06-01/2025-06-17", "2025-06-01", "2025-06-17"),
        ("the past year", "2024-06-17/2025-06-17", "2024-06-17", "2025-06-17"),
        ("early November", "2024-11-01~/2024-11-15~", "2024-11-01", "2024-11-15"),
        ("in November last year", "2024-11", "2024-11-01", "2024-11-30"),
        ("in the spring of 2024", "2024-21", "2024-03-01", "2024-05-31"),
        ("last summer", "2024-22", "2024-06-01", "2024-08-31"),
        ("two weeks ago", "2025-05-31~/2025-06-06~", "2025-05-31", "2025-06-06"),
        ("between 2012 and 2015", "2012/2015", "2012-01-01", "2015-12-31"),
        ("in the 1980s", "198X", "1980-01-01", "1989-12-31"),
        ("in the first half of 2024", "2024-01/2024-06", "2024-01-01", "2024-06-30"),
        ("in the past 24 hours", "2025-06-16/2025-06-17", "2025-06-16", "2025-06-17"),
        ("on Nov 3-5", "2024-11-03/2024-11-05", "2024-11-03", "2024-11-05"),
    ],
)
def test_spans_of_days(text: str, edtf: str, start: str, end: str) -> None:
    time = one(text)
    assert time.edtf == edtf
    assert bounds(time)[0] == start
    assert bounds(time)[3] == end


@pytest.mark.parametrize(
    ("text", "edtf", "expected", "starting", "ending"),
    [
        ("since 2020 amid", "2020/..", ("2020-01-01", "2020-12-31", "2025-06-17", "-"), True, False),
        ("Following the 2014 ISIS offensive, it", "2014/..", ("2014-01-01", "-", "2014-01-01", "-"), False, False),
        ("until next month", "../2025-07", ("-", "-", "2025-07-01", "2025-07-31"), False, True),
        ("before 2014", "../2013-12-31", ("-", "2013-12-31", "-", "2013-12-31"), False, False),
        ("by 2030", "../2030", ("-", "2030-12-31", "-", "2030-12-31"), False, False),
        (
            "from March to May 2023",
            "2023-03/2023-05",
            ("2023-03-01", "2023-03-31", "2023-05-01", "2023-05-31"),
            True,
            True,
        ),
        (
            "has been at war for more than eight months",
            "../2025-06-17",
            ("-", "2024-10-17", "2025-06-17", "-"),
            True,
            False,
        ),
    ],
)
def test_open_ends(text: str, edtf: str, expected: tuple[str, ...], starting: bool, ending: bool) -> None:
    time = one(text)
    assert time.edtf == edtf
    assert bounds(time) == expected
    assert (time.starting, time.ending) == (starting, ending)


def test_a_wide_wording_stays_wide_and_approximate() -> None:
    time = one("in recent months")
    assert time.edtf is not None
    assert time.edtf.endswith("~")
    assert time.latest_end == TUESDAY


@pytest.mark.parametrize(
    "text", ["last month", "on Friday", "in recent months", "two weeks ago", "on October 7", "this year"]
)
def test_without_a_day_of_publication_only_the_wording_is_kept(text: str) -> None:
    time = one(text, None)
    assert time.edtf is None
    assert bounds(time) == ("-", "-", "-", "-")


@pytest.mark.parametrize("text", ["on 30 February 2024", "on February 30", "on 31 November 2023"])
def test_impossible_days_keep_their_wording_and_have_no_bounds(text: str) -> None:
    time = one(text)
    assert time.edtf is None
    assert bounds(time) == ("-", "-", "-", "-")


def test_a_length_of_time_that_hangs_on_nothing_known_has_no_bounds() -> None:
    assert one("They fought for two weeks").edtf is None


def test_days_hang_on_the_day_told_before() -> None:
    fell, before = find_times("It fell on Friday. A day earlier, they fled.", TUESDAY)
    assert fell.earliest_start == date(2025, 6, 13)
    assert before.earliest_start == date(2025, 6, 12)


def test_a_year_said_once_holds_for_the_list_and_for_the_same_day_later() -> None:
    listed = find_times("In January, April and October 2024", TUESDAY)
    assert [t.edtf for t in listed] == ["2024-01", "2024-04", "2024-10"]
    _, again = find_times("It began on Oct. 7, 2023. The October 7 attack …", TUESDAY)
    assert again.edtf == "2023-10-07"


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Erbil",
        "about 1500 people",
        "the 2000 soldiers",
        "50 years",
        "Shahed 136",
        "a $2024 bill",
        "Route 2019km",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_times(text, TUESDAY) == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for time in find_times(text, TUESDAY):
        assert time.span is not None
        assert time.span.of(text) == time.text
        if time.earliest_start and time.latest_end:
            assert time.earliest_start <= time.latest_end


WORDS = st.sampled_from(
    [
        "last month",
        "since",
        "2014",
        "October",
        "7",
        "between",
        "and",
        "early",
        "this week",
        "30 February",
        "Friday",
        "until",
        "the past two years",
        "ago",
        "two weeks",
        "in",
        ",",
        "summer",
        "for",
        "the",
        "before",
        "a day earlier",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(WORDS, max_size=12))
def test_edtf_is_valid_and_bounds_are_ordered(words: list[str]) -> None:
    from edtf import parse_edtf

    for time in find_times(" ".join(words), TUESDAY):
        if time.edtf is not None:
            parse_edtf(time.edtf)
        for low, high in ((time.earliest_start, time.latest_start), (time.earliest_end, time.latest_end)):
            assert low is None or high is None or low <= high
