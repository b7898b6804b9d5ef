"""Clusters are a function of the set of judgements."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.resolution import canonical, edges, in_force, resolve
from according.records import Judgement
from tests.knowledge.made import rule

NODES = ["a", "b", "c", "d", "e", "pack:x", "pack:y"]
START = datetime(2025, 1, 1, tzinfo=UTC)


def said(subject: str, verdict: str, object: str | None = None, minute: int = 0, by: str = "Ana") -> Judgement:
    at = START + timedelta(minutes=minute)
    id = Judgement.identify(subject, verdict, object, by, at, None)
    return Judgement(id, subject, verdict, object, by, person=True, at=at)  # type: ignore[arg-type]


def clusters(judgements: list[Judgement]) -> dict[str, str]:
    return dict(resolve(NODES, edges(in_force(judgements).values())).canonical)


def together(judgements: list[Judgement]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for name, group in clusters(judgements).items():
        groups.setdefault(group, set()).add(name)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    pairs = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(["same", "not_same", "unsure"]))
    judgements: list[Judgement] = []
    for left, right, verdict in draw(st.lists(pairs, max_size=12)):
        person = draw(st.booleans())
        judgements.append(said(left, verdict, right, draw(st.integers(0, 9))) if person else rule(left, verdict, right))
    for number in draw(st.lists(st.integers(0, 11), max_size=4)):
        if judgements:
            judgements.append(said(judgements[number % len(judgements)].id, "undo", minute=20 + number))
    return judgements


@given(logs(), st.randoms())
def test_the_order_of_judgements_never_changes_clusters(log: list[Judgement], rng) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(log)
    rng.shuffle(shuffled)
    assert clusters(shuffled) == clusters(log)


@given(logs(), st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(["same", "not_same", "unsure"]))
def test_undo_is_exact(log: list[Judgement], left: str, right: str, verdict: str) -> None:
    opinion = said(left, verdict, right, minute=99)
    assert clusters([*log, opinion, said(opinion.id, "undo", minute=100)]) == clusters(log)


@given(logs())
def test_what_a_person_holds_apart_is_never_together(log: list[Judgement]) -> None:
    holds = edges(in_force(log).values())
    found = resolve(NODES, holds)
    for edge in holds:
        if edge.verdict == "not_same" and edge.left in found.canonical and edge.right in found.canonical:
            assert found.canonical[edge.left] != found.canonical[edge.right]
    kept = {edge for edge in holds if edge.verdict == "same"} - {refused.edge for refused in found.refused}
    assert all(found.canonical[edge.left] == found.canonical[edge.right] for edge in kept)


@given(logs())
def test_names_of_clusters_are_members(log: list[Judgement]) -> None:
    for node, name in clusters(log).items():
        assert clusters(log)[name] == name
        assert node in NODES


def test_same_is_transitive_and_the_pack_names_the_cluster() -> None:
    assert clusters([rule("a", "same", "b"), rule("b", "same", "pack:y")])["a"] == "pack:y"
    assert canonical(["c", "b"]) == "b"
    assert canonical(["a", "pack:y", "pack:x"]) == "pack:x"


def test_a_person_outranks_a_rule_whichever_came_first() -> None:
    for log in (
        [rule("a", "same", "b"), said("a", "not_same", "b")],
        [said("a", "not_same", "b"), rule("a", "same", "b")],
    ):
        assert together(log) == set()
    assert together([rule("a", "not_same", "b"), said("b", "same", "a")]) == {frozenset("ab")}


def test_unsure_by_a_person_suspends_a_rule() -> None:
    assert together([rule("a", "same", "b"), said("a", "unsure", "b")]) == set()


def test_the_later_of_two_opinions_counts() -> None:
    early, late = said("a", "same", "b", minute=1), said("b", "not_same", "a", minute=2, by="Ben")
    assert together([late, early]) == set()
    assert together([late, early, said(late.id, "undo", minute=3)]) == {frozenset("ab")}


def test_rules_that_disagree_keep_apart() -> None:
    assert together([rule("a", "same", "b"), rule("b", "not_same", "a")]) == set()


def test_a_rule_cannot_take_back_what_a_person_said() -> None:
    opinion = said("a", "same", "b")
    assert together([opinion, rule(opinion.id, "undo", "")]) == {frozenset("ab")}


def test_rejecting_a_match_takes_it_back() -> None:
    match = rule("a", "same", "b")
    assert together([match, said(match.id, "reject")]) == set()


def test_an_edge_across_a_person_s_split_is_reported() -> None:
    log = [rule("a", "same", "pack:x"), rule("b", "same", "pack:x"), said("a", "not_same", "b")]
    found = resolve(NODES, edges(in_force(log).values()))
    assert found.canonical["a"] == "pack:x"
    assert found.canonical["b"] == "b"
    assert [(r.edge.left, r.apart.left) for r in found.refused] == [("b", "a")]


def test_undoing_an_undoing_restores() -> None:
    opinion = said("a", "same", "b")
    undone = said(opinion.id, "undo", minute=1)
    assert together([opinion, undone]) == set()
    assert together([opinion, undone, said(undone.id, "undo", minute=2)]) == {frozenset("ab")}
