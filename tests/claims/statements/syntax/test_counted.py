"""How many were hit or taken, as part of what they are called."""

import pytest

from tests.claims.statements.sentences import read, told

KNOWN = {"Fano": "armed_group", "Gondar": "place"}


@pytest.mark.parametrize(
    ("count", "name"),
    [
        ("at least 14 people", "at least 14 people"),
        ("dozens of gunmen", "dozens of gunmen"),
        ("more than 200 villagers", "more than 200 villagers"),
        ("the two drivers", "two drivers"),
        ("several traders", "several traders"),
        ("people", "people"),
    ],
)
def test_a_count_belongs_to_the_name_of_victims(count, name):
    assert f"Fano | ASSAULT | {name}" in told(f"Fano killed {count} near Gondar.", KNOWN)


def test_a_count_is_kept_as_an_interval_too():
    statement = next(s for s in read("Fano killed at least 14 people.", KNOWN) if s.predicate == "ASSAULT")
    assert statement.quantity is not None
    assert statement.quantity.low == 14


def test_soldiers_killed_stand_for_their_army_and_are_counted():
    text = "Fano killed 12 Ethiopian soldiers near Gondar. The Ethiopian army said it would respond."
    statement = next(s for s in read(text, KNOWN) if s.predicate == "ASSAULT")
    assert statement.object is not None
    assert (statement.object.name, statement.quantity and statement.quantity.unit) == ("Ethiopian army", "soldiers")


def test_soldiers_taken_are_no_army():
    text = "Fano captured 12 Ethiopian soldiers near Gondar. The Ethiopian army said it would respond."
    assert "Fano | SEIZE | 12 Ethiopian soldiers" in told(text, KNOWN)
