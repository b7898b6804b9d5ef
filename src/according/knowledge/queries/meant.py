"""What a person may mean by a few characters: the one actor, claim, statement or opinion, or why there is none."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, func, select

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.encoding import decode
from according.knowledge.queries.actors import entity
from according.knowledge.reader import Reader
from according.knowledge.search import fold
from according.records import Judgement

__all__ = ["actor", "batches_of_decisions", "decisions_in", "opinion_id", "reviewable"]

LEAST = 4
"""Characters of an id from which its beginning is looked up; fewer are too easily a name."""


def actor(reader: Reader, name_or_id: str) -> str:
    """The node that is meant: by its id or a unique beginning of it, else the node that itself has this name.

    A node, not the cluster it is shown under, so that two names that were merged can be judged apart. Where a pack's
    entity and a name read in articles are both called so, the name is meant. Raises NotFoundError.
    """
    node, names = schema.node, schema.node_name
    found = _starting(reader, (node,), name_or_id)
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise NotFoundError(f"Several actors have ids that begin with {name_or_id!r}: {', '.join(found)} …")
    row = entity(reader, name_or_id)
    query = select(node.c.id).join(names, names.c.node == node.c.id)
    query = query.where(node.c.canonical == row.entity.id, names.c.folded == fold(name_or_id.strip()))
    with reader.connect() as connection:
        called = sorted(set(connection.scalars(query)), key=lambda id: (":" in id, id))
    return called[0] if called else row.entity.id


def reviewable(reader: Reader, id: str, *, matches: bool) -> str:
    """The whole id of the claim or statement (with `matches`, also a rule's opinion) that begins so; NotFoundError."""
    tables = (schema.claim, schema.statement, *((schema.rule,) if matches else ()))
    return _one(reader, tables, id, "claim, statement or match" if matches else "claim or statement")


def opinion_id(reader: Reader, id: str) -> str:
    """The whole id of the judgement that begins so: a person's or a rule's. Raises NotFoundError."""
    return _one(reader, (schema.judgement, schema.rule), id, "judgement")


def batches_of_decisions(reader: Reader) -> list[tuple[int, str, str, int]]:
    """The runs in which decisions were recorded, the latest first: number, time (UTC, ISO 8601), what, how many."""
    b, j = schema.batch, schema.judgement
    query = select(b.c.seq, b.c.at, b.c.what, func.count()).join(j, j.c.batch == b.c.seq)
    with reader.connect() as connection:
        rows = connection.execute(query.group_by(b.c.seq, b.c.at, b.c.what).order_by(b.c.seq.desc()))
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def decisions_in(reader: Reader, batch: int) -> list[Judgement]:
    """The decisions recorded in this run, in their order. Raises NotFoundError where there is no such run."""
    b, j = schema.batch, schema.judgement
    with reader.connect() as connection:
        if connection.scalar(select(b.c.seq).where(b.c.seq == batch)) is None:
            raise NotFoundError(f"No run has the number {batch}. See: according undo")
        bodies = connection.scalars(select(j.c.body).where(j.c.batch == batch).order_by(j.c.seq))
        return [decode(Judgement, body) for body in bodies]


def _one(reader: Reader, tables: Sequence[Table], id: str, what: str) -> str:
    found = _starting(reader, tables, id)
    if not found:
        raise NotFoundError(f"There is no {what} with an id that begins with {id!r}.")
    if len(found) > 1:
        raise NotFoundError(f"Several ids begin with {id!r}: {', '.join(found)} … Give more of it.")
    return found[0]


def _starting(reader: Reader, tables: Sequence[Table], id: str) -> list[str]:
    """Up to five ids: the one that is this, else those that begin so."""
    found: set[str] = set()
    with reader.connect() as connection:
        for table in tables:
            if connection.scalar(select(table.c.id).where(table.c.id == id)) is not None:
                return [id]
        for table in tables if len(id) >= LEAST else ():
            column: Any = table.c.id
            query = select(column).where(column >= id, column < id + "\U0010ffff").order_by(column).limit(5)
            found |= set(connection.scalars(query.where(column.startswith(id, autoescape=True))))
    return sorted(found)[:5]
