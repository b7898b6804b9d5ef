"""The network: who belongs to, arms, backs, leads, fights or threatens whom; every edge bounded in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from according.knowledge.rows import RefRow, StatementRow
from according.pictures import wording
from according.pictures.deployments import timing_of
from according.pictures.lines import Backing, Line, gather_lines, key_of
from according.records import identify

__all__ = ["EDGE_KINDS", "Edge", "EdgeKind", "Network", "Node", "draw_network"]

EdgeKind = Literal["affiliation", "arms", "presence", "position", "event", "threat", "forecast", "call"]
EDGE_KINDS: tuple[EdgeKind, ...] = (
    "affiliation",
    "arms",
    "presence",
    "position",
    "event",
    "threat",
    "forecast",
    "call",
)

_RELATIONS: dict[str, EdgeKind] = {
    "part_of": "affiliation",
    "loyal_to": "affiliation",
    "backed_by": "affiliation",
    "allied_with": "affiliation",
    "leads": "affiliation",
    "role_in": "affiliation",
    "founded": "affiliation",
    "supplies": "arms",
    "possesses": "arms",
    "manufactures": "arms",
    "controls": "presence",
    "present_in": "presence",
    "moved_to": "presence",
    "used_for": "presence",
}
# PLOVER's verbal half (quad classes "verbal cooperation" and "verbal conflict") takes a position; the rest are deeds
_POSITIONS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT"})
_FORESEEN: dict[str, EdgeKind] = {
    "threatened": "threat",
    "predicted": "forecast",
    "conditional": "forecast",
    "called_for": "call",
}


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, place, weapon or worded thing. `id` is the entity's id, or `text:…` where it is no entity."""

    id: str
    name: str
    kind: str | None
    degree: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A typed edge from `source` to `target` (ids of nodes). `foreseen` edges are threats, forecasts and calls.

    `label` is the predicate with its item ("supplies: Fateh-110"). `line` holds ends, quantities and backing.
    """

    id: str
    source: str
    target: str
    kind: EdgeKind
    predicate: str
    label: str
    foreseen: bool
    earliest: date | None
    latest: date | None
    backing: Backing
    line: Line


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by falling degree, edges in order of first appearance."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw_network(
    statements: Iterable[StatementRow],
    *,
    kinds: Sequence[EdgeKind] = EDGE_KINDS,
    focus: str | None = None,
    hops: int = 1,
    as_of: date | None = None,
) -> Network:
    """The statements as typed edges; only those with two ends make one.

    `focus` keeps what lies within `hops` edges of that node; `as_of` keeps what the texts allow to hold on that day
    (undated: from publication on).
    """
    rows = [
        row
        for row in statements
        if as_of is None or timing_of(row.statement.time, row.article.published, as_of) is not None
    ]
    edges = [edge for line in gather_lines(rows) if (edge := _edge(line)) is not None and edge.kind in kinds]
    if focus is not None:
        edges = _near(edges, focus, hops)
    ends: dict[str, RefRow] = {}
    degree: dict[str, int] = {}
    for edge in edges:
        for node, ref in ((edge.source, edge.line.subject), (edge.target, _target(edge.line))):
            assert ref is not None  # an edge has two ends
            ends.setdefault(node, ref)
            degree[node] = degree.get(node, 0) + 1
    nodes = [Node(id=node, name=ref.name, kind=ref.kind, degree=degree[node]) for node, ref in ends.items()]
    nodes.sort(key=lambda node: (-node.degree, node.name))
    return Network(nodes=tuple(nodes), edges=tuple(edges))


def _target(line: Line) -> RefRow | None:
    return line.object or line.place or line.item


def _edge(line: Line) -> Edge | None:
    target = _target(line)
    if target is None or key_of(target) == key_of(line.subject):
        return None
    if line.foreseen:
        kind = _FORESEEN[line.backing.status]
    elif line.predicate == "THREATEN":
        kind = "threat"
    else:
        kind = _RELATIONS.get(line.predicate) or ("position" if line.predicate in _POSITIONS else "event")
    label = wording.predicate(line.predicate, foreseen=line.foreseen)
    if line.item is not None and key_of(line.item) != key_of(target):
        label = f"{label}: {line.item.name}"
    realm = line.backing.status if line.foreseen else ""
    return Edge(
        id=identify("edge", line.key, realm),
        source=key_of(line.subject),
        target=key_of(target),
        kind=kind,
        predicate=line.predicate,
        label=label,
        foreseen=line.foreseen,
        earliest=line.backing.earliest,
        latest=line.backing.latest,
        backing=line.backing,
        line=line,
    )


def _near(edges: Sequence[Edge], focus: str, hops: int) -> list[Edge]:
    reached = {focus}
    kept: list[Edge] = []
    for _ in range(max(hops, 1)):
        kept = [edge for edge in edges if edge.source in reached or edge.target in reached]
        reached |= {end for edge in kept for end in (edge.source, edge.target)}
    return kept
