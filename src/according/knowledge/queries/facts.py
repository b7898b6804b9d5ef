"""Statements: claims, and articles' own words, read as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from according.knowledge import schema
from according.knowledge.queries.assembly import statement_rows
from according.knowledge.queries.filters import statement_conditions
from according.knowledge.rows import StatementFilter, StatementRow

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["claim_statements", "count_statements", "statements", "statements_by_id"]

_EVERYTHING = StatementFilter()


def statements(
    reader: Reader, filter: StatementFilter = _EVERYTHING, limit: int | None = None, *, after: str | None = None
) -> list[StatementRow]:
    """Statements as articles were added and as their text runs. `after` is the id of the last one of a page.

    Rejected statements, and those of rejected claims, are left out. `since`/`until` ask whether the statement's time
    can overlap them; a statement without a time of its own is filed under its article's day of publication.
    """
    statement = schema.statement
    with reader.connect() as connection:
        query = select(statement.c.seq).where(*statement_conditions(filter)).order_by(statement.c.seq).limit(limit)
        if after is not None:
            last = select(statement.c.seq).where(statement.c.id == after).scalar_subquery()
            query = query.where(statement.c.seq > last)
        return statement_rows(connection, list(connection.scalars(query)))


def count_statements(reader: Reader, filter: StatementFilter = _EVERYTHING) -> int:
    """How many statements the filter lets through."""
    with reader.connect() as connection:
        query = select(func.count()).select_from(schema.statement).where(*statement_conditions(filter))
        return connection.scalar(query) or 0


def statements_by_id(reader: Reader, ids: Sequence[str]) -> list[StatementRow]:
    """These statements in this order, rejected or not; ids the store does not have are left out."""
    table = schema.statement
    with reader.connect() as connection:
        keys: dict[str, int] = {}
        for start in range(0, len(ids), 500):
            query = select(table.c.id, table.c.seq).where(table.c.id.in_(ids[start : start + 500]))
            keys.update((row.id, row.seq) for row in connection.execute(query))
        return statement_rows(connection, [keys[id] for id in ids if id in keys])


def claim_statements(reader: Reader, claim: str) -> list[StatementRow]:
    """What this claim says as data."""
    return statements(reader, StatementFilter(claim=claim))
