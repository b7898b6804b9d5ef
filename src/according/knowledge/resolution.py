"""Who is the same as whom: clusters as a pure function of the set of judgements, whatever order they came in.

1. A judgement counts unless a judgement that counts undoes or rejects it; only a person undoes what a person said.
2. On one pair of nodes, a person outranks every rule, and of several persons' opinions the latest by its own time
   decides (then by its id). Among rules, not-same outranks same.
3. Same-as edges join nodes, persons' edges first, then by the ids of their ends; an edge that would join two nodes
   that are judged not the same is left out and reported.
4. A cluster is named by the smallest id of a pack's entity in it (`pack:slug`), else by its smallest id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from according.records import Judgement

__all__ = ["Edge", "Refused", "Resolution", "canonical", "edges", "in_force", "latest", "resolve"]

DECIDES = ("same", "not_same", "unsure")


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """What holds between two nodes (`left` < `right`), by which judgement, and whether a person says so."""

    left: str
    right: str
    verdict: str
    person: bool
    judgement: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A same-as edge left out because `apart` says that two of the nodes it would join are not the same."""

    edge: Edge
    apart: Edge


@dataclass(frozen=True, slots=True)
class Resolution:
    """The canonical id of each node given, and the edges that had to be left out."""

    canonical: Mapping[str, str]
    refused: tuple[Refused, ...]


def in_force(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgements that count, by id: those that nothing in force undoes."""
    known = {judgement.id: judgement for judgement in judgements}
    undone_by: dict[str, list[Judgement]] = {}
    for judgement in known.values():
        if judgement.verdict in ("undo", "reject"):
            undone_by.setdefault(judgement.subject, []).append(judgement)
    state: dict[str, bool] = {}

    def counts(id: str) -> bool:
        # an undo names the id of what it undoes, and ids are hashes: there is no circle
        trail = [id]
        while trail:
            at = trail[-1]
            weighty = [u for u in undone_by.get(at, ()) if u.person or not known[at].person]
            waiting = [u.id for u in weighty if u.id not in state]
            if waiting:
                trail.extend(waiting)
                continue
            state[at] = not any(state[u.id] for u in weighty)
            trail.pop()
        return state[id]

    return {id: judgement for id, judgement in known.items() if counts(id)}


def edges(judgements: Iterable[Judgement]) -> list[Edge]:
    """What holds of each pair, from judgements that count; pairs left open (unsure) have no edge."""
    pairs: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        if judgement.verdict in DECIDES and judgement.object and judgement.object != judgement.subject:
            left, right = sorted((judgement.subject, judgement.object))
            pairs.setdefault((left, right), []).append(judgement)
    found = []
    for (left, right), said in pairs.items():
        people = [j for j in said if j.person]
        if people:
            best = max(people, key=latest)
        else:
            rank = ("not_same", "same", "unsure")
            best = min(said, key=lambda j: (rank.index(j.verdict), j.id))
        if best.verdict != "unsure":
            found.append(Edge(left, right, best.verdict, best.person, best.id))
    return sorted(found)


def latest(judgement: Judgement) -> tuple[float, str]:
    """Sort key: by the time it was given (UTC where none is said), undated ones first, then by id."""
    at = judgement.at
    if at is None:
        return float("-inf"), judgement.id
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp(), judgement.id


def canonical(members: Iterable[str]) -> str:
    """The id that names a cluster."""
    return min(members, key=lambda id: (":" not in id, id))


def resolve(nodes: Iterable[str], holds: Sequence[Edge]) -> Resolution:
    """Clusters of these nodes under these edges; an edge to a node not given brings that node in."""
    parent: dict[str, str] = {node: node for node in nodes}
    for edge in holds:
        parent.setdefault(edge.left, edge.left)
        parent.setdefault(edge.right, edge.right)
    members: dict[str, list[str]] = {node: [node] for node in parent}
    apart: dict[str, list[Edge]] = {}
    for edge in holds:
        if edge.verdict == "not_same":
            apart.setdefault(edge.left, []).append(edge)
            apart.setdefault(edge.right, []).append(edge)

    def root(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    refused = []
    same = [edge for edge in holds if edge.verdict == "same"]
    for edge in sorted(same, key=lambda e: (not e.person, e.left, e.right)):
        small, large = sorted((root(edge.left), root(edge.right)), key=lambda r: (len(members[r]), r))
        if small == large:
            continue
        wall = next((w for node in sorted(members[small]) for w in sorted(apart.get(node, ()))
                     if large in (root(w.left), root(w.right))), None)  # fmt: skip
        if wall:
            refused.append(Refused(edge, wall))
            continue
        parent[small] = large
        members[large] += members.pop(small)
    named = {node: name for group in members.values() for name in [canonical(group)] for node in group}
    return Resolution(named, tuple(sorted(refused, key=lambda r: r.edge)))
