"""How many claims each value of a filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, func, select

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
        return [*_actors(connection, replace(filter, actor=None), most), *_places(connection, filter, most)]


def _actors(connection: Connection, filter: ClaimFilter, most: int) -> list[Subject]:
    node = schema.node
    shown = node.alias()
    counted = _by_ref(connection, filter)
    total = func.sum(counted.c.n)
    query = (
        select(node.c.canonical, shown.c.name, total, func.count())
        .join(node, node.c.id == counted.c.ref)
        .join(shown, shown.c.id == node.c.canonical)
        .where(shown.c.kind.in_(ACTORS))
        .group_by(node.c.canonical, shown.c.name)
        .order_by(total.desc(), node.c.canonical)
        .limit(most)
    )
    found = []
    for id, name, number, nodes in connection.execute(query).all():
        if nodes > 1:  # a claim that uses two of its names must not count twice
            conditions = claim_conditions(connection, replace(filter, actor=id))
            number = connection.scalar(select(func.count()).select_from(schema.claim).where(*conditions))
        found.append(Subject("actor", id, name, int(number or 0)))
    return sorted(found, key=lambda one: (-one.count, one.id))


def _places(connection: Connection, filter: ClaimFilter, most: int) -> list[Subject]:
    place = schema.place
    counted = _by_ref(connection, replace(filter, place=None))
    query = select(place.c.id, place.c.name, counted.c.n).join(place, place.c.id == counted.c.ref)
    ranked = connection.execute(query.order_by(counted.c.n.desc(), place.c.id).limit(most))
    return [Subject("place", id, name, int(number)) for id, name, number in ranked]


def _by_ref(connection: Connection, filter: ClaimFilter) -> Any:
    """How many of the claims that pass have each node or place; counted first, joined after: far faster."""
    ref, claim = schema.claim_ref, schema.claim
    passing = select(claim.c.seq).where(*claim_conditions(connection, filter))
    query = select(ref.c.ref, func.count().label("n")).where(ref.c.claim.in_(passing)).group_by(ref.c.ref)
    return query.cte("counted")


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
