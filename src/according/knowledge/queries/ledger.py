"""The claim ledger: pages, single claims, what waits for review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Connection, func, select, tuple_

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.queries.assembly import claim_rows
from according.knowledge.queries.filters import claim_conditions
from according.knowledge.rows import ClaimFilter, ClaimRow

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["Order", "all_claims", "claim", "claims", "claims_by_id", "count_claims", "review_queue"]

Order = Literal["article", "newest", "doubtful"]
"""article: as articles were added, and as their text runs; newest: last published first, undated ones last;
doubtful: those the extractor is least sure of first."""

_EVERYTHING = ClaimFilter()
_PAGE = 500


def claims(
    reader: Reader,
    filter: ClaimFilter = _EVERYTHING,
    *,
    limit: int | None = 50,
    after: str | None = None,
    order: Order = "article",
) -> list[ClaimRow]:
    """A page of the ledger. `after` is the id of the last claim of the page before; pages never overlap or skip.

    Rejected claims appear only where the filter asks for `review="reject"`.
    """
    with reader.connect() as connection:
        keys = _keys(connection, filter, limit, after, order)
        return claim_rows(connection, keys)


def all_claims(reader: Reader, filter: ClaimFilter = _EVERYTHING, *, order: Order = "article") -> Iterator[ClaimRow]:
    """Every claim of the filter, read page by page as one state of the store; memory stays flat."""
    with reader.connect() as connection:
        after: str | None = None
        while True:
            rows = claim_rows(connection, _keys(connection, filter, _PAGE, after, order))
            yield from rows
            if len(rows) < _PAGE:
                return
            after = rows[-1].claim.id


def _keys(connection: Connection, filter: ClaimFilter, limit: int | None, after: str | None, order: Order) -> list[int]:
    claim = schema.claim
    query = select(claim.c.seq).where(*claim_conditions(connection, filter)).limit(limit)
    last: Any = None
    if after is not None:
        columns = (claim.c.seq, claim.c.published, claim.c.confidence)
        last = connection.execute(select(*columns).where(claim.c.id == after)).one_or_none()
        if last is None:
            raise NotFoundError(f"There is no claim {after!r} to go on after; start again from the first page.")
    if order == "newest":
        query = query.order_by(claim.c.published.desc(), claim.c.seq.desc())
        if last:
            query = query.where(tuple_(claim.c.published, claim.c.seq) < (last.published, last.seq))
    elif order == "doubtful":
        query = query.order_by(claim.c.confidence, claim.c.seq)
        if last:
            query = query.where(tuple_(claim.c.confidence, claim.c.seq) > (last.confidence, last.seq))
    else:
        query = query.order_by(claim.c.seq)
        if last:
            query = query.where(claim.c.seq > last.seq)
    return list(connection.scalars(query))


def count_claims(reader: Reader, filter: ClaimFilter = _EVERYTHING) -> int:
    """How many claims the filter lets through."""
    with reader.connect() as connection:
        query = select(func.count()).select_from(schema.claim).where(*claim_conditions(connection, filter))
        return connection.scalar(query) or 0


def claim(reader: Reader, id: str) -> ClaimRow:
    """One claim, rejected or not, by its id or the beginning of it where that is unique. Raises NotFoundError."""
    table = schema.claim
    with reader.connect() as connection:
        found = _starting_with(connection, id)
        if not found:
            raise NotFoundError(f"There is no claim {id!r}. List them with: according claims")
        if len(found) > 1:
            raise NotFoundError(f"Several claims begin with {id!r}: {', '.join(found[:5])} … Give more of the id.")
        return claim_rows(
            connection, [connection.execute(select(table.c.seq).where(table.c.id == found[0])).scalar_one()]
        )[0]


def _starting_with(connection: Connection, id: str) -> list[str]:
    table = schema.claim
    exact = connection.scalar(select(table.c.id).where(table.c.id == id))
    if exact or not id:
        return [exact] if exact else []
    within: ColumnElement[bool] = (table.c.id >= id) & (table.c.id < id + "g")  # ids are hexadecimal
    return list(connection.scalars(select(table.c.id).where(within).order_by(table.c.id).limit(6)))


def claims_by_id(reader: Reader, ids: Sequence[str]) -> list[ClaimRow]:
    """These claims in this order, rejected or not; ids the store does not have are left out."""
    table = schema.claim
    with reader.connect() as connection:
        keys: dict[str, int] = {}
        for start in range(0, len(ids), _PAGE):
            query = select(table.c.id, table.c.seq).where(table.c.id.in_(ids[start : start + _PAGE]))
            keys.update((row.id, row.seq) for row in connection.execute(query))
        return claim_rows(connection, [keys[id] for id in ids if id in keys])


def review_queue(reader: Reader, limit: int = 50, *, after: str | None = None) -> list[ClaimRow]:
    """Claims no person has judged yet, those the extractor is least sure of first."""
    return claims(reader, ClaimFilter(review="none"), limit=limit, after=after, order="doubtful")
