"""How many claims each value of a filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from according.knowledge import schema
from according.knowledge.queries.filters import claim_conditions
from according.knowledge.rows import ClaimFilter

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["facets"]

CROSSED = ("status", "verification", "distance", "voice_kind", "review")
"""Facets with few values: counted together, in one pass over the claims."""


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
