"""Notes of what is to be gathered again: cheap enough to write with every article saved and every judgement."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, delete, or_, select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.dialects import insert_new
from according.knowledge.origins import tables

__all__ = ["note_articles", "note_blocks", "note_claims", "note_nodes", "note_subjects", "parts"]

SOME = 400
"""Keys a query."""


def parts(keys: Collection[int]) -> Iterator[list[int]]:
    """The keys, sorted, in lists short enough for one query."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), SOME):
        yield ordered[start : start + SOME]


def note_articles(connection: Connection, seqs: Collection[int]) -> None:
    """All that these articles say is to be gathered again."""
    insert_new(connection, tables.unsettled, [{"what": f"article:{seq}"} for seq in sorted(seqs)])


def note_blocks(connection: Connection, statements: Collection[int]) -> None:
    """The blocks these statements (about to be removed) stand in are to be gathered again."""
    t = tables.said
    rows: set[str] = set()
    for some in parts(statements):
        rows |= set(connection.scalars(select(t.c.block).where(t.c.statement.in_(some))))
        connection.execute(delete(t).where(t.c.statement.in_(some)))
    insert_new(connection, tables.unsettled, [{"what": f"block:{block}"} for block in sorted(rows)])


def note_claims(connection: Connection, claims: Collection[int]) -> None:
    """What these claims (which may be about to be removed) say without a statement is to be gathered again."""
    insert_new(connection, tables.unsettled, [{"what": f"claim:{seq}"} for seq in sorted(claims)])


def note_nodes(connection: Connection, nodes: Collection[str]) -> None:
    """Whatever speaks of, or is said by, these nodes is to be gathered again: who they are has changed."""
    statement, claim = schema.statement, schema.claim
    seqs: set[int] = set()
    claims: set[int] = set()
    for some in chunks(nodes):
        ref = schema.statement_ref
        seqs |= set(connection.scalars(select(ref.c.statement).where(ref.c.ref.in_(some))))
        spoken = select(claim.c.seq).where(claim.c.speaker.in_(some))
        seqs |= set(connection.scalars(select(statement.c.seq).where(statement.c.claim.in_(spoken))))
        claims |= set(connection.scalars(spoken))
    note_claims(connection, claims)
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(seqs)])


def note_subjects(connection: Connection, ids: Collection[str]) -> None:
    """A person said something of these claims or statements; their blocks are to be gathered again."""
    statement, claim = schema.statement, schema.claim
    seqs: set[int] = set()
    claims: set[int] = set()
    for some in chunks(ids):
        own = select(claim.c.seq).where(claim.c.id.in_(some))
        query = select(statement.c.seq).where(or_(statement.c.id.in_(some), statement.c.claim.in_(own)))
        seqs |= set(connection.scalars(query))
        claims |= set(connection.scalars(own))
    note_claims(connection, claims)
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(seqs)])
