"""The shapes of the pictures on the wire: as drawn, long lists of claims cut to their first forty and counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel

from according.pictures.conditions import Condition
from according.pictures.deployments import Deployment
from according.pictures.lines import Backing, Line
from according.pictures.network import Edge
from according.pictures.sources import Source
from according.pictures.timeline import Moment
from according.web.positions import PositionOut
from according.web.responses import Facet, QuantityOut, RefOut, TimeOut

__all__ = [
    "BackingOut",
    "ConditionOut",
    "ConditionsOut",
    "DeploymentOut",
    "EdgeOut",
    "LineOut",
    "MapOut",
    "MomentOut",
    "NetworkOut",
    "NodeOut",
    "SourceOut",
    "SourcesOut",
    "TimelineOut",
    "tally",
]

SHOWN = 40
"""Claims, times and voices listed behind one drawn thing; the counts beside them are complete."""


def tally(pairs: Sequence[tuple[str, int]]) -> list[Facet]:
    """Counts as facets, in the order given."""
    return [Facet(value=value, count=count) for value, count in pairs]


class BackingOut(BaseModel):
    """What stands behind one drawn thing; `mark` (said, unverified, disputed, denied) is how to draw it."""

    claims: list[str]
    claims_total: int
    statements_total: int
    articles: list[str]
    articles_total: int
    own_voice: list[str]
    denials_total: int
    voices: list[str]
    voices_total: int
    status: str
    statuses: list[Facet]
    verification: str
    verifications: list[Facet]
    negated: bool
    mark: str
    times: list[TimeOut]
    earliest: date | None
    latest: date | None
    said_first: date | None
    said_last: date | None

    @classmethod
    def of(cls, backing: Backing) -> BackingOut:
        """From a record."""
        return cls(
            claims=list(backing.claims[:SHOWN]),
            claims_total=len(backing.claims),
            statements_total=len(backing.statements),
            articles=list(backing.articles[:SHOWN]),
            articles_total=len(backing.articles),
            own_voice=list(backing.own_voice[:SHOWN]),
            denials_total=len(backing.denials),
            voices=list(backing.voices[:SHOWN]),
            voices_total=len(backing.voices),
            status=backing.status,
            statuses=tally(backing.statuses),
            verification=backing.verification,
            verifications=tally(backing.verifications),
            negated=backing.negated,
            mark=backing.mark,
            times=[out for time in backing.times[:SHOWN] if (out := TimeOut.of(time))],
            earliest=backing.earliest,
            latest=backing.latest,
            said_first=backing.said_first,
            said_last=backing.said_last,
        )


class LineOut(BaseModel):
    """One relation or event; `foreseen` marks threats, forecasts, conditions and calls, which are no facts."""

    subject: RefOut
    predicate: str
    object: RefOut | None
    item: RefOut | None
    place: RefOut | None
    text: str
    foreseen: bool
    quantities: list[QuantityOut]
    backing: BackingOut

    @classmethod
    def of(cls, line: Line) -> LineOut:
        """From a record."""
        return cls(
            subject=_ref(RefOut.of(line.subject)),
            predicate=line.predicate,
            object=RefOut.of(line.object),
            item=RefOut.of(line.item),
            place=RefOut.of(line.place),
            text=line.text,
            foreseen=line.foreseen,
            quantities=[out for quantity in line.quantities if (out := QuantityOut.of(quantity))],
            backing=BackingOut.of(line.backing),
        )


class DeploymentOut(BaseModel):
    """One actor or use at one place; without a position it can be listed but not drawn."""

    id: str
    kind: str
    place: RefOut
    position: PositionOut | None
    actor: RefOut | None
    use: str | None
    timing: str
    backing: BackingOut

    @classmethod
    def of(cls, item: Deployment) -> DeploymentOut:
        """From a record."""
        return cls(
            id=item.id,
            kind=item.kind,
            place=_ref(RefOut.of(item.place)),
            position=PositionOut.of(item.position),
            actor=RefOut.of(item.actor),
            use=item.use,
            timing=item.timing,
            backing=BackingOut.of(item.backing),
        )


class MapOut(BaseModel):
    """The map as of a day (null: everything ever said). `placed_total` counts beyond what is listed."""

    as_of: date | None
    placed: list[DeploymentOut]
    placed_total: int
    unplaced: list[DeploymentOut]
    unplaced_total: int
    left_out: int
    first: date | None
    last: date | None
    credits: list[str]


class NodeOut(BaseModel):
    """An end of an edge; ids that begin with `text:` are plain words."""

    id: str
    name: str
    kind: str | None
    degree: int


class EdgeOut(BaseModel):
    """A typed edge from `source` to `target`, bounded in time where the texts do so."""

    id: str
    source: str
    target: str
    kind: str
    predicate: str
    label: str
    foreseen: bool
    earliest: date | None
    latest: date | None
    backing: BackingOut

    @classmethod
    def of(cls, edge: Edge) -> EdgeOut:
        """From a record."""
        return cls(
            id=edge.id,
            source=edge.source,
            target=edge.target,
            kind=edge.kind,
            predicate=edge.predicate,
            label=edge.label,
            foreseen=edge.foreseen,
            earliest=edge.earliest,
            latest=edge.latest,
            backing=BackingOut.of(edge.backing),
        )


class NetworkOut(BaseModel):
    """The strongest edges up to the limit asked for, and the nodes they touch."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    edges_total: int
    kinds: list[Facet]


class MomentOut(BaseModel):
    """One thing on the timeline, in its lane."""

    id: str
    lane: str
    time: TimeOut | None
    text: str
    actors: list[RefOut]
    foreseen: bool
    backing: BackingOut

    @classmethod
    def of(cls, moment: Moment) -> MomentOut:
        """From a record."""
        return cls(
            id=moment.id,
            lane=moment.lane,
            time=TimeOut.of(moment.time),
            text=moment.text,
            actors=[_ref(RefOut.of(actor)) for actor in moment.actors],
            foreseen=moment.foreseen,
            backing=BackingOut.of(moment.backing),
        )


class TimelineOut(BaseModel):
    """The moments of the lanes asked for, in order of time, with the size of each lane."""

    moments: list[MomentOut]
    lanes: list[Facet]
    next: str | None
    first: date | None
    last: date | None


class ConditionOut(BaseModel):
    """One if-then as said; `when` is null where the speaker names no condition."""

    id: str
    when: str | None
    then: str
    by: RefOut
    relays: list[str]
    status: str
    likelihood: str | None
    article: str
    published: date | None
    backing: BackingOut

    @classmethod
    def of(cls, item: Condition) -> ConditionOut:
        """From a record."""
        return cls(
            id=item.id,
            when=item.when,
            then=item.then,
            by=_ref(RefOut.of(item.by)),
            relays=list(item.relays),
            status=item.status,
            likelihood=item.likelihood,
            article=item.article,
            published=item.published,
            backing=BackingOut.of(item.backing),
        )


class ConditionsOut(BaseModel):
    """Conditions that name their if, then threats and forecasts without one."""

    items: list[ConditionOut]
    next: str | None
    total: int


class SourceOut(BaseModel):
    """One voice and its record; a voice without a name stays within its article."""

    id: str
    name: str
    kind: str
    entity: str | None
    article: str | None
    roles: list[str]
    affiliations: list[str]
    numbers: list[str]
    speaks: int
    relays: int
    statuses: list[Facet]
    access: list[Facet]
    about: list[RefOut]
    outlets: list[str]
    declined: int
    unverified: int
    first: date | None
    last: date | None
    claims: list[str]
    relayed: list[str]

    @classmethod
    def of(cls, item: Source) -> SourceOut:
        """From a record."""
        return cls(
            id=item.id,
            name=item.name,
            kind=item.kind,
            entity=item.entity,
            article=item.article,
            roles=list(item.roles),
            affiliations=list(item.affiliations),
            numbers=list(item.numbers),
            speaks=item.speaks,
            relays=item.relays,
            statuses=tally(item.statuses),
            access=tally(item.access),
            about=[_ref(RefOut.of(ref)) for ref, _ in item.about[:12]],
            outlets=list(item.outlets[:12]),
            declined=item.declined,
            unverified=item.unverified,
            first=item.first,
            last=item.last,
            claims=list(item.claims[:SHOWN]),
            relayed=list(item.relayed[:SHOWN]),
        )


class SourcesOut(BaseModel):
    """A page of the sources board with its totals."""

    items: list[SourceOut]
    next: str | None
    total: int
    kinds: list[Facet]
    claims: int
    named: int
    unnamed: int
    declined: int
    own_voice: int


def _ref(ref: RefOut | None) -> RefOut:
    assert ref is not None
    return ref
