from datetime import date

import pytest

from according.pictures.deployments import draw_map, timing_of
from tests.pictures.rows_factory import article, day, month, place, since, statement

JURF = place("Jurf al-Sakhar", 32.86, 44.22)
PLAIN = place("Nineveh Plain", 36.3, 43.3, area=True, radius=40, precision=5)


def test_presence_control_and_use_are_drawn_with_their_place() -> None:
    rows = [
        statement("Kataib", "controls", "Jurf al-Sakhar", where="Jurf al-Sakhar", position=JURF, claim="c1"),
        statement("Nujaba", "present_in", "Jurf al-Sakhar", position=JURF, object_kind="place"),
        statement("Jurf al-Sakhar", "used_for", "assembly of drones", position=JURF, verification="unverified"),
        statement("Zainabiyoun", "moved_to", "Iraq", position=None, object_kind="place"),
    ]
    drawn = draw_map(rows)
    assert [(item.kind, item.place.name, item.actor and item.actor.name, item.use) for item in drawn.placed] == [
        ("control", "Jurf al-Sakhar", "Kataib", None),
        ("presence", "Jurf al-Sakhar", "Nujaba", None),
        ("use", "Jurf al-Sakhar", None, "assembly of drones"),
    ]
    assert [item.place.name for item in drawn.unplaced] == ["Iraq"]
    assert drawn.placed[0].backing.claims == ("c1",)
    assert drawn.placed[1].backing.own_voice == ("a1",)
    assert [item.backing.mark for item in drawn.placed] == ["said", "said", "unverified"]


@pytest.mark.parametrize("status", ["threatened", "predicted", "conditional", "called_for"])
def test_a_threat_or_forecast_never_becomes_a_fact_of_the_map(status: str) -> None:
    drawn = draw_map([statement("Badr", "controls", "Jurf al-Sakhar", position=JURF, status=status)])
    assert (drawn.placed, drawn.unplaced, drawn.left_out) == ((), (), 1)


def test_events_are_drawn_when_asked_for_but_a_threat_made_somewhere_is_not() -> None:
    rows = [
        statement("Badr", "ASSAULT", "Base", where="Jurf al-Sakhar", position=JURF),
        statement("Badr", "THREATEN", "Base", where="Jurf al-Sakhar", position=JURF),
    ]
    assert draw_map(rows).placed == ()
    (event,) = draw_map(rows, kinds=("event",)).placed
    assert (event.kind, event.use) == ("event", "ASSAULT Base")


def test_a_denied_presence_stays_on_the_map_as_denied() -> None:
    (item,) = draw_map([statement("Badr", "present_in", "Jurf al-Sakhar", position=JURF, negated=True)]).placed
    assert (item.backing.mark, item.backing.negated) == ("denied", True)


def test_as_of_counts_what_the_bounds_allow() -> None:
    rows = [statement("Badr", "controls", "Jurf al-Sakhar", position=JURF, time=since(2020))]
    assert draw_map(rows, as_of=date(2019, 12, 31)).placed == ()
    assert [item.timing for item in draw_map(rows, as_of=date(2020, 6, 1)).placed] == ["possible"]
    assert len(draw_map(rows, as_of=date(2030, 1, 1)).placed) == 1
    day_rows = [statement("Badr", "controls", "Jurf al-Sakhar", position=JURF, time=day("2024-03-05"))]
    assert [item.timing for item in draw_map(day_rows, as_of=date(2024, 3, 5)).placed] == ["within"]
    assert draw_map(day_rows, as_of=date(2024, 3, 6)).placed == ()


def test_undated_statements_count_from_publication_and_always_when_that_is_unknown() -> None:
    rows = [
        statement("Badr", "present_in", "Jurf al-Sakhar", position=JURF),
        statement("Nujaba", "present_in", "Nineveh Plain", position=PLAIN, source=article("x", published=None)),
    ]
    assert [item.actor.name for item in draw_map(rows, as_of=date(2025, 6, 16)).placed if item.actor] == ["Nujaba"]
    drawn = draw_map(rows, as_of=date(2025, 6, 17)).placed
    assert [item.timing for item in drawn] == ["undated", "undated"]


def test_known_by_leaves_out_what_was_published_later() -> None:
    rows = [statement("Badr", "present_in", "Jurf al-Sakhar", position=JURF, time=since(2020))]
    assert draw_map(rows, known_by=date(2025, 6, 16)).placed == ()
    assert len(draw_map(rows, known_by=date(2025, 6, 17)).placed) == 1


def test_the_slider_runs_from_the_first_day_to_the_last() -> None:
    rows = [
        statement("Badr", "present_in", "Jurf al-Sakhar", position=JURF, time=since(2020)),
        statement("Badr", "present_in", "Nineveh Plain", position=PLAIN),
    ]
    drawn = draw_map(rows, as_of=date(2021, 1, 1))
    assert (drawn.first, drawn.last) == (date(2020, 1, 1), date(2025, 6, 17))


def test_names_of_one_place_meet_on_its_position() -> None:
    rows = [
        statement("Badr", "present_in", "Jurf al-Sakhar", position=JURF, claim="c1"),
        statement("Badr", "present_in", "Jurf al-Nasr", position=JURF, claim="c2"),
    ]
    (item,) = draw_map(rows).placed
    assert item.backing.claims == ("c1", "c2")


def test_timing_without_a_day_says_only_how_exact_the_text_is() -> None:
    assert timing_of(day("2024-03-05"), None, None) == "within"
    assert timing_of(month(2024, 1, 31), None, None) == "possible"
    assert timing_of(None, date(2025, 1, 1), None) == "undated"


def test_an_empty_store_gives_an_empty_map() -> None:
    drawn = draw_map([], as_of=date(2025, 1, 1))
    assert (drawn.placed, drawn.unplaced, drawn.first) == ((), (), None)
