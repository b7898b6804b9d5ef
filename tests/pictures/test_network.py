from datetime import date

import pytest

from according.pictures.network import draw_network
from tests.pictures.rows_factory import since, statement


def test_relations_and_events_become_typed_edges() -> None:
    rows = [
        statement("Badr", "part_of", "Front", time=since(2014)),
        statement("Iran", "supplies", "Badr", item="Fateh", claim="c1"),
        statement("Badr", "present_in", "Basra", object_kind="place"),
        statement("Badr", "ACCUSE", "Israel"),
        statement("Badr", "ASSAULT", "Base"),
        statement("Badr", "ASSAULT", "Base", status="threatened"),
        statement("Badr", "ASSAULT", "Base", status="predicted"),
        statement("Badr", "MOBILIZE", "Base", status="called_for"),
        statement("Badr", "THREATEN", "Base"),
    ]
    drawn = draw_network(rows)
    kinds = [edge.kind for edge in drawn.edges]
    assert kinds == ["affiliation", "arms", "presence", "position", "event", "threat", "forecast", "call", "threat"]
    assert [edge.foreseen for edge in drawn.edges] == [False] * 5 + [True] * 3 + [False]
    affiliation, arms = drawn.edges[:2]
    assert (affiliation.earliest, affiliation.latest) == (date(2014, 1, 1), None)
    assert (arms.source, arms.target, arms.label) == ("e:iran", "e:badr", "supplied: Fateh")
    assert arms.backing.claims == ("c1",)
    assert drawn.nodes[0].name == "Badr"
    assert drawn.nodes[0].degree == 9
    assert len({edge.id for edge in drawn.edges}) == 9


def test_edges_need_two_different_ends() -> None:
    drawn = draw_network([statement("Badr", "MOBILIZE"), statement("Badr", "ASSAULT", "Badr")])
    assert drawn.edges == ()


def test_a_place_is_the_other_end_where_there_is_no_object() -> None:
    (edge,) = draw_network([statement("Badr", "RETREAT", where="Basra")]).edges
    assert edge.target == "e:basra"


@pytest.mark.parametrize(("hops", "names"), [(1, {"A", "B"}), (2, {"A", "B", "C"}), (3, {"A", "B", "C", "D"})])
def test_focus_keeps_the_neighbourhood(hops: int, names: set[str]) -> None:
    rows = [statement("A", "part_of", "B"), statement("C", "part_of", "B"), statement("D", "part_of", "C")]
    drawn = draw_network(rows, focus="e:a", hops=hops)
    assert {node.name for node in drawn.nodes} == names


def test_kinds_and_day_filter_the_edges() -> None:
    rows = [statement("A", "part_of", "B", time=since(2020)), statement("A", "ASSAULT", "B")]
    assert [edge.kind for edge in draw_network(rows, kinds=("event",)).edges] == ["event"]
    assert [edge.kind for edge in draw_network(rows, as_of=date(2019, 1, 1)).edges] == []
    assert [edge.kind for edge in draw_network(rows, as_of=date(2026, 1, 1)).edges] == ["affiliation", "event"]
