"""How many claims each value of a filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import CTE, Connection, Select, func, literal, select, union_all

from according.knowledge import schema
from according.knowledge.queries.filters import claim_conditions
from according.knowledge.rows import ClaimFilter

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["Subject", "facets", "subjects"]

CROSSED = ("status", "verification", "distance", "voice_kind", "review")
"""Facets with few values: counted together, in one pass over the claims."""


ACTORS = ("person", "organization", "government", "armed_group", "company")
"""Kinds of nodes counted as actors; outlets relay nearly every claim and have a facet of their own."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor (a cluster's id) or place that claims name or come from, with how many the filter by it leaves."""

    kind: Literal["actor", "place"]
    id: str
    name: str
    count: int


def facets(reader: Reader, filter: ClaimFilter | None = None, *, most: int = 50) -> dict[str, dict[str, int]]:
    """Counts by value for `status`, `verification`, `distance`, `voice_kind`, `review`, `outlet`, `speaker`.

    Each facet is counted under all of the filter but its own field, so that the other values stay in view. Speakers
    are cluster ids (`names_of` names them); of speakers and outlets the `most` frequent are given. What waits for
    review is counted as `none`.
    """
    filter = filter or ClaimFilter()
    with reader.connect() as connection:
        found = _crossed(connection, filter)
        claim, node = schema.claim, schema.node
        found["outlet"] = _most(connection, claim.c.outlet, claim_conditions(connection, filter, skip=["outlet"]), most)
        by_node = (
            select(claim.c.speaker, func.count().label("n"))
            .where(*claim_conditions(connection, filter, skip=["speaker"]), claim.c.speaker.is_not(None))
            .group_by(claim.c.speaker)
            .subquery()
        )
        total = func.sum(by_node.c.n)
        query = select(node.c.canonical, total).join(node, node.c.id == by_node.c.speaker).group_by(node.c.canonical)
        ranked = connection.execute(query.order_by(total.desc(), node.c.canonical).limit(most))
        found["speaker"] = {name: int(number) for name, number in ranked}
        return found


def subjects(reader: Reader, filter: ClaimFilter | None = None, *, most: int = 12) -> list[Subject]:
    """The `most` frequent actors, then places, among the claims that pass; counts as `actor` and `place` filter them.

    Like other facets, each is counted under all of the filter but its own field.
    """
    filter = filter or ClaimFilter()
    with reader.connect() as connection:
        by_actor = _by_ref(connection, replace(filter, actor=None))
        # one look at the names of all claims where both are counted under the same filter
        by_place = (
            by_actor
            if filter.actor is None and filter.place is None
            else _by_ref(connection, replace(filter, place=None))
        )
        actors, places = _ranked_actors(by_actor, most).subquery(), _ranked_places(by_place, most).subquery()
        rows = connection.execute(union_all(select(actors), select(places))).all()
        found = []
        for kind, id, name, number, nodes in rows:
            if nodes > 1:  # a claim that uses two names of one actor must not count twice
                conditions = claim_conditions(connection, replace(filter, actor=id))
                number = connection.scalar(select(func.count()).select_from(schema.claim).where(*conditions))
            found.append(Subject(kind, id, name, int(number or 0)))
    return sorted(found, key=lambda one: (one.kind, -one.count, one.id))


def _ranked_actors(counted: CTE, most: int) -> Select[Any]:
    node = schema.node
    shown = node.alias()
    total = func.sum(counted.c.n)
    return (
        select(literal("actor"), node.c.canonical, shown.c.name, total.label("n"), func.count().label("nodes"))
        .select_from(counted)
        .join(node, node.c.id == counted.c.ref)
        .join(shown, shown.c.id == node.c.canonical)
        .where(shown.c.kind.in_(ACTORS))
        .group_by(node.c.canonical, shown.c.name)
        .order_by(total.desc(), node.c.canonical)
        .limit(most)
    )


def _ranked_places(counted: CTE, most: int) -> Select[Any]:
    place = schema.place
    return (
        select(literal("place"), place.c.id, place.c.name, counted.c.n, literal(1))
        .select_from(counted)
        .join(place, place.c.id == counted.c.ref)
        .order_by(counted.c.n.desc(), place.c.id)
        .limit(most)
    )


def _by_ref(connection: Connection, filter: ClaimFilter) -> CTE:
    """How many of the claims that pass have each node or place; counted first, joined after: far faster."""
    ref, claim = schema.claim_ref, schema.claim
    passing = select(claim.c.seq).where(*claim_conditions(connection, filter))
    return select(ref.c.ref, func.count().label("n")).where(ref.c.claim.in_(passing)).group_by(ref.c.ref).cte()


def _most(connection: Connection, column: Any, conditions: Sequence[Any], most: int) -> dict[str, int]:
    count = func.count()
    query = select(column, count).where(*conditions).group_by(column).order_by(count.desc(), column).limit(most)
    return dict(connection.execute(query).all())


def _crossed(connection: Connection, filter: ClaimFilter) -> dict[str, dict[str, int]]:
    claim = schema.claim
    columns = [claim.c[name] for name in CROSSED]
    skip = [*CROSSED, "unverified"]
    conditions = claim_conditions(connection, filter, skip=skip)
    query = select(*columns, func.count().label("n")).where(*conditions).group_by(*columns)
    found: dict[str, Counter[str]] = {name: Counter() for name in CROSSED}
    for row in connection.execute(query):
        holds = {
            "status": filter.status in (None, row.status),
            "verification": filter.verification in (None, row.verification)
            and filter.unverified in (None, row.verification == "unverified"),
            "distance": True,
            "voice_kind": filter.voice_kind in (None, row.voice_kind),
            "review": row.review != "reject" if filter.review is None else filter.review == (row.review or "none"),
        }
        for name in CROSSED:
            if all(ok for other, ok in holds.items() if other != name):
                found[name][getattr(row, name) or "none"] += row.n
    return {name: dict(counts.most_common()) for name, counts in found.items()}
