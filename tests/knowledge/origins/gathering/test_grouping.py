"""What says the same, whatever order it came in."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.gathering.grouping import Said, group

SAID = st.builds(
    Said,
    statement=st.uuids().map(str),
    subject=st.sampled_from(["guards", "army"]),
    predicate=st.sampled_from(["controls", "SEIZE", "ASSAULT"]),
    object=st.sampled_from(
        ["headquarters", "western command headquarters", "eastern command headquarters", "ford", ""]
    ),
    place=st.sampled_from(["", "gn:1", "gn:2"]),
    since=st.sampled_from([None, date(2025, 3, 1), date(2025, 3, 20)]),
    published=st.sampled_from([None, date(2025, 3, 2), date(2025, 3, 21)]),
)


@given(st.lists(SAID, max_size=12, unique_by=lambda s: s.statement), st.randoms())
def test_order_is_nothing(said: list[Said], random: object) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(said) == group(shuffled)


@given(st.lists(SAID, max_size=12, unique_by=lambda s: s.statement))
def test_everything_is_in_one_group(said: list[Said]) -> None:
    assert sorted(id for some in group(said) for id in some) == sorted(s.statement for s in said)


def said(id: str, object: str = "", **more: object) -> Said:
    return Said(id, "guards", "SEIZE", object, **more)  # type: ignore[arg-type]


def test_taking_and_holding_meet() -> None:
    held = Said("b", "guards", "controls", "western command headquarters")
    assert group([said("a", "the western command headquarters"), held]) == [("a", "b")]


def test_what_is_vague_joins_the_only_thing_it_fits() -> None:
    assert group([said("a", "western command headquarters"), said("b", "a key military headquarters")]) == [("a", "b")]


def test_what_is_vague_bridges_nothing() -> None:
    both = [said("a", "western command headquarters"), said("b", "eastern border headquarters")]
    assert ("a", "b") not in group([*both, said("c", "headquarters")])
    assert len(group([*both, said("c", "headquarters")])) == 3


def test_a_place_far_away_is_another() -> None:
    one = said("a", "fuel depot", place="gn:1", where=(12.5, 40.2, 5.0))
    other = said("b", "fuel depot", place="gn:2", where=(15.5, 44.2, 5.0))
    near = said("c", "fuel depot", place="gn:3", where=(12.51, 40.21, 5.0))
    assert group([one, other, near]) == [("a", "c"), ("b",)]


def test_events_weeks_apart_are_two() -> None:
    assert group(
        [said("a", "north ford", published=date(2025, 3, 1)), said("b", "north ford", published=date(2025, 4, 1))]
    ) == [
        ("a",),
        ("b",),
    ]


def assault(id: str, object: str, **more: object) -> Said:
    base: dict[str, object] = {"place": "gn:1", "where": (12.5, 40.2, 5.0), "published": date(2025, 3, 2)}
    return Said(id, "guards", "ASSAULT", object, **{**base, **more})  # type: ignore[arg-type]


def test_people_killed_somewhere_are_not_those_killed_elsewhere_on_that_day() -> None:
    somewhere = assault("a", "14 people", object_words="14 people", place="", where=None)
    assert len(group([somewhere, assault("b", "two people", object_words="two people")])) == 2
    assert len(group([somewhere, assault("b", "14 people", object_words="14 people")])) == 1
    assert len(group([assault("a", "14 people", object_words="14 people"), assault("b", "civilians")])) == 1


def test_words_the_press_uses_in_turn_are_one_object() -> None:
    assert group([assault("a", "five-storey apartment building"), assault("b", "block of flats")]) == [("a", "b")]
    assert group([assault("a", "school building"), assault("b", "bank building")]) == [("a",), ("b",)]


def town(id: str, **more: object) -> Said:
    return assault(id, "gn:1", object_is_id=True, **more)


def test_an_attack_on_a_town_is_the_one_on_a_house_in_it_that_others_tell_of_that_day() -> None:
    house = assault("a", "block of flats")
    assert group([house, town("b")]) == [("a", "b")]
    assert group([house, town("b", published=date(2025, 3, 5))]) == [("a",), ("b",)]
    assert group([house, assault("b", "gn:2", object_is_id=True, place="gn:2", where=None)]) == [("a",), ("b",)]


def test_an_attack_on_a_town_is_neither_of_two_in_it() -> None:
    assert len(group([assault("a", "block of flats"), assault("b", "fuel depot"), town("c")])) == 3
