from dataclasses import replace
from datetime import date

from according.pictures.timeline import draw_timeline, lane_of
from according.records import Span, Time
from tests.pictures.rows_factory import article, claim, day, month, since, statement


def test_three_lanes_none_more_exact_than_the_text() -> None:
    rows = [
        statement("Front", "ASSAULT", "Base", time=day("2023-10-07")),
        statement("Front", "RETREAT", "pause", time=month(2024, 1, 31)),
        statement("Front", "founded", time=since(2020)),
        statement("Badr", "ASSAULT", "Base"),
        statement("Badr", "part_of", "Front"),
    ]
    drawn = draw_timeline(rows)
    assert [moment.text for moment in drawn.exact] == ["Front attacked Base"]
    assert [moment.text for moment in drawn.approximate] == ["Front founded", "Front retreated or halted: pause"]
    # an undated relation is a state, no event: it has no place on a timeline
    assert [moment.text for moment in drawn.undated] == ["Badr attacked Base"]
    assert (drawn.first, drawn.last) == (date(2020, 1, 1), date(2024, 1, 31))


def test_one_event_told_twice_is_one_moment_and_other_days_are_others() -> None:
    rows = [
        statement("A", "ASSAULT", "B", time=day("2024-01-01"), claim="c1"),
        statement("A", "ASSAULT", "B", time=day("2024-01-01"), claim="c2", source=article("two")),
        statement("A", "ASSAULT", "B", time=day("2024-01-02"), claim="c3"),
    ]
    drawn = draw_timeline(rows)
    assert [moment.backing.claims for moment in drawn.exact] == [("c1", "c2"), ("c3",)]


def test_a_dated_claim_that_was_not_read_as_data_keeps_its_own_words() -> None:
    told = claim("the depot burned", name="c1", time=day("2024-02-01"))
    read = claim("the base was hit", name="c2", time=day("2024-02-02"))
    rows = [statement("A", "ASSAULT", "B", time=day("2024-02-02"), claim="c2")]
    drawn = draw_timeline(rows, [told, read])
    assert [(moment.text, moment.backing.claims) for moment in drawn.exact] == [
        ("the depot burned", ("c1",)),
        ("A attacked B", ("c2",)),
    ]


def test_forecasts_are_marked() -> None:
    drawn = draw_timeline([statement("A", "ASSAULT", "B", status="predicted", time=month(2026, 1, 31))])
    assert [moment.foreseen for moment in drawn.approximate] == [True]


def test_since_and_until_keep_what_touches_the_stretch() -> None:
    rows = [
        statement("A", "ASSAULT", "B", time=day("2024-01-01")),
        statement("A", "founded", time=since(2020)),
        statement("A", "ASSAULT", "C"),
    ]
    drawn = draw_timeline(rows, since=date(2024, 6, 1))
    assert (drawn.exact, len(drawn.approximate), drawn.undated) == ((), 1, ())
    assert len(draw_timeline(rows, until=date(2019, 1, 1)).approximate) == 0


def test_a_phrase_without_bounds_is_undated() -> None:
    assert lane_of(Time(text="some day")) == "undated"
    assert lane_of(None) == "undated"


def test_words_without_bounds_are_kept_in_the_undated_lane() -> None:
    drawn = draw_timeline([statement("A", "supplies", "B", time=Time(text="in recent months"))])
    assert [moment.time and moment.time.text for moment in drawn.undated] == ["in recent months"]


def test_the_day_something_was_said_is_not_the_day_it_happened() -> None:
    inside = replace(day("2024-02-01"), span=Span(0, 3))
    beside = replace(day("2024-02-01"), span=Span(100, 110))
    drawn = draw_timeline([], [claim("on 1 February it burned", time=inside), claim("it will burn", time=beside)])
    assert [moment.text for moment in drawn.exact] == ["on 1 February it burned"]
