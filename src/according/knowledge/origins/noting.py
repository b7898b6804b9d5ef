"""Notes of what is to be gathered again: cheap enough to write with every article saved and every judgement."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, delete, or_, select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.dialects import insert_new
from according.knowledge.origins import tables

__all__ = [
    "denials_naming",
    "note_articles",
    "note_blocks",
    "note_claims",
    "note_names",
    "note_nodes",
    "note_offices",
    "note_places",
    "note_subjects",
    "parts",
]

SOME = 400
"""Keys a query."""


def parts(keys: Collection[int]) -> Iterator[list[int]]:
    """The keys, sorted, in lists short enough for one query."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), SOME):
        yield ordered[start : start + SOME]


def denials_naming(connection: Connection, refs: Collection[str]) -> set[int]:
    """The denials without a statement that name, under whatever name, one of these nodes or places."""
    t, node = tables.disputed, schema.node
    found: set[int] = set()
    for some in chunks(refs):
        clusters = select(node.c.canonical).where(node.c.id.in_(some))
        members = select(node.c.id).where(node.c.canonical.in_(clusters))
        found |= set(connection.scalars(select(t.c.claim).where(or_(t.c.ref.in_(some), t.c.ref.in_(members)))))
    return found


def note_articles(connection: Connection, seqs: Collection[int]) -> None:
    """All that these articles say is to be gathered again."""
    insert_new(connection, tables.unsettled, [{"what": f"article:{seq}"} for seq in sorted(seqs)])


def note_blocks(connection: Connection, statements: Collection[int]) -> None:
    """The blocks these statements (about to be removed) stand in, and what may deny them, are to be gathered again."""
    t, ref = tables.said, schema.statement_ref
    rows: set[str] = set()
    refs: set[str] = set()
    for some in parts(statements):
        refs |= set(connection.scalars(select(ref.c.ref).where(ref.c.statement.in_(some))))
        rows |= set(connection.scalars(select(t.c.block).where(t.c.statement.in_(some))))
        for table in (t, tables.led):
            connection.execute(delete(table).where(table.c.statement.in_(some)))
    insert_new(connection, tables.unsettled, [{"what": f"block:{block}"} for block in sorted(rows)])
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(statements)])
    note_claims(connection, denials_naming(connection, refs))


def note_claims(connection: Connection, claims: Collection[int]) -> None:
    """What these claims (which may be about to be removed) say without a statement is to be gathered again."""
    insert_new(connection, tables.unsettled, [{"what": f"claim:{seq}"} for seq in sorted(claims)])


def note_nodes(connection: Connection, nodes: Collection[str]) -> None:
    """Whatever speaks of, or is said by, these nodes is to be gathered again: who they are has changed."""
    claim, named = schema.claim, schema.node_name
    ref, inside = schema.statement_ref, schema.claim_ref
    seqs: set[int] = set()
    claims: set[int] = set()
    names: set[str] = set()
    for some in chunks(nodes):
        seqs |= set(connection.scalars(select(ref.c.statement).where(ref.c.ref.in_(some))))
        claims |= set(connection.scalars(select(claim.c.seq).where(claim.c.speaker.in_(some))))
        # what a denial denies hangs on whom it names
        denied = select(claim.c.seq).join(inside, inside.c.claim == claim.c.seq).where(inside.c.ref.in_(some))
        claims |= set(connection.scalars(denied.where(claim.c.status == "denied")))
        names |= set(connection.scalars(select(named.c.folded).where(named.c.node.in_(some))))
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(seqs)])
    _note_said(connection, claims)
    note_names(connection, names)


def note_names(connection: Connection, folded: Collection[str]) -> None:
    """What is claimed for a body of one of these names, or done by its followers, is to be gathered again.

    The name may mean another.
    """
    t, led = schema.affiliated, tables.led
    claims: set[int] = set()
    for some in chunks(folded):
        claims |= set(connection.scalars(select(t.c.claim).where(t.c.folded.in_(some))))
    _note_said(connection, claims)
    seqs: set[int] = set()
    for some in chunks(folded):
        seqs |= set(connection.scalars(select(led.c.statement).where(led.c.folded.in_(some))))
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(seqs)])


def note_offices(connection: Connection, offices: Collection[Mapping[str, Any]]) -> None:
    """The voices that speak for a body by these rows, which are not (or no more) in the store, and by no others."""
    t, node, claim = schema.office, schema.node, schema.claim
    voices: set[str] = set()
    for row in offices:
        known = select(t.c.claim).where(t.c.node == row["node"], t.c.body == row["body"]).limit(1)
        if connection.execute(known).first() is None:
            voices.add(row["node"])
    claims: set[int] = set()
    for some in chunks(voices):
        clusters = select(node.c.canonical).where(node.c.id.in_(some))
        members = select(node.c.id).where(node.c.canonical.in_(clusters))
        claims |= set(connection.scalars(select(claim.c.seq).where(claim.c.speaker.in_(members))))
    _note_said(connection, claims)


def note_places(connection: Connection, places: Collection[str]) -> None:
    """The statements put at these places are to be gathered again: the places are elsewhere, or called otherwise."""
    s = schema.statement
    seqs: set[int] = set()
    for some in chunks(places):
        seqs |= set(connection.scalars(select(s.c.seq).where(or_(s.c.place.in_(some), s.c.position.in_(some)))))
    insert_new(connection, tables.unsettled, [{"what": f"statement:{seq}"} for seq in sorted(seqs)])


def _note_said(connection: Connection, claims: Collection[int]) -> None:
    """These claims, and what was read from them."""
    s = schema.statement
    seqs: set[int] = set()
    for some in parts(claims):
        seqs |= set(connection.scalars(select(s.c.seq).where(s.c.claim.in_(some))))
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
