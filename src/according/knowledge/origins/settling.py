"""Propositions in the store: what changed since is gathered again, block by block, nothing else.

Saving and judging only note what is unsettled, so they stay quick; `settle` does the work. A block is a function of
the evidence and judgements on it alone, so settling step by step and rebuilding from nothing give the same rows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from according.knowledge import schema
from according.knowledge.derive import storable
from according.knowledge.encoding import decode, encode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes import attach
from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.grouping import Said, class_of, group, is_description
from according.knowledge.origins.lines import Read, apart, claim_line, read_blocks, statement_line
from according.knowledge.origins.noting import parts
from according.knowledge.origins.propositions import Gathered, Line, gather
from according.knowledge.origins.speaking import MOODS, respeak
from according.knowledge.origins.tracing import traced
from according.knowledge.queries.assembly import shown_nodes
from according.knowledge.search import fold
from according.records import Article, Statement

__all__ = ["settle", "unsettled"]

TOGETHER = 100
"""Blocks read at once; most hold one or two statements, and a query each would cost more than the gathering."""


def settle(connection: Connection) -> int:
    """Gather again what is unsettled; how many blocks that were. Nothing to do costs one query."""
    noted = list(connection.scalars(select(tables.unsettled.c.what)))
    if not noted:
        return 0
    blocks, seqs, claims, articles = _sort(noted)
    statement, claim = schema.statement, schema.claim
    for some in parts(articles):
        seqs |= set(connection.scalars(select(statement.c.seq).where(statement.c.article.in_(some))))
        claims |= set(connection.scalars(select(claim.c.seq).where(claim.c.article.in_(some))))
    blocks |= _reblock(connection, seqs) | respeak(connection, claims)
    blocks |= attach(connection, seqs, claims)
    ordered = sorted(blocks)
    for start in range(0, len(ordered), TOGETHER):
        _regather(connection, ordered[start : start + TOGETHER])
    connection.execute(delete(tables.unsettled))
    return len(blocks)


def _sort(noted: Iterable[str]) -> tuple[set[str], set[int], set[int], set[int]]:
    blocks: set[str] = set()
    by_kind: dict[str, set[int]] = {"statement": set(), "claim": set(), "article": set()}
    for what in noted:
        kind, _, rest = what.partition(":")
        if kind == "block":
            blocks.add(rest)
        else:
            by_kind[kind].add(int(rest))
    return blocks, by_kind["statement"], by_kind["claim"], by_kind["article"]


def _reblock(connection: Connection, seqs: Collection[int]) -> set[str]:
    """Put statements into the blocks they belong to now; the blocks they left and entered."""
    touched: set[str] = set()
    t, s, body = tables.said, schema.statement, schema.statement_body
    for some in parts(seqs):
        touched |= set(connection.scalars(select(t.c.block).where(t.c.statement.in_(some))))
        connection.execute(delete(t).where(t.c.statement.in_(some)))
        query = select(s.c.seq, s.c.subject, s.c.predicate, body.c.body).join(body, body.c.seq == s.c.seq)
        rows = connection.execute(query.where(s.c.seq.in_(some), s.c.shown == 1)).all()
        shown = shown_nodes(connection, {row.subject for row in rows if row.subject})
        entries = []
        for row in rows:
            if row.subject:
                subject = shown[row.subject].id if row.subject in shown else row.subject
            else:
                subject = "text:" + storable(fold(decode(Statement, row.body).subject.name))
            entries.append({"statement": row.seq, "block": f"{subject}|{class_of(row.predicate)}"})
        if entries:
            connection.execute(insert(t), entries)
        touched |= {entry["block"] for entry in entries}
    return touched


def _regather(connection: Connection, blocks: Sequence[str]) -> None:
    table = tables.proposition
    connection.execute(delete(table).where(table.c.block.in_(blocks)))
    behind = tables.behind
    connection.execute(delete(behind).where(behind.c.block.in_(blocks)))
    read = read_blocks(connection, blocks)
    by_block: dict[str, list[Any]] = defaultdict(list)
    for row in read.rows:
        by_block[row.block].append(row)
    said: dict[str, list[Line]] = defaultdict(list)
    for seq, block in apart(read).items():
        said[block].append(claim_line(read.claims[seq], read))
    entries: list[dict[str, Any]] = []
    origins: set[tuple[str, str]] = set()
    for block in sorted({*by_block, *said}):
        if block in by_block:
            gathered = list(_gather(block, by_block[block], read))
        else:
            # an article that says a thing twice for one voice adds nothing
            several = len({(line.article, line.origin.key) for line in said[block]}) > 1
            gathered = [(gather("says", traced(said[block])), "")] if several else []
        for found, object in gathered:
            entries.append(_entry(block, found, object))
            origins |= {(storable(line.origin.key), block) for line in found.lines if line.origin.kind == "named"}
    if entries:
        connection.execute(insert(table), entries)
    if origins:
        connection.execute(insert(behind), [{"origin": key, "block": block} for key, block in sorted(origins)])


def _gather(block: str, rows: Sequence[Any], read: Read) -> Iterator[tuple[Gathered, str]]:
    """The propositions of a block of statements, each with the canonical id of its object where it has one."""
    said, lines = [], {}
    for row in rows:
        statement = decode(Statement, row.body)
        lines[row.id] = line = statement_line(row, statement, read)
        said.append(_said(block, row, statement, line.status, read))
    objects = {one.statement: one.object if one.object_is_id else "" for one in said}
    against = [one for one in read.denials if one.block == block]
    for ids in group(said):
        some = [lines[id] for id in ids]
        for one in against:
            if set(one.statements) <= set(ids):
                some.append(replace(claim_line(read.claims[one.claim], read), why=one.why))
        yield gather(block.rpartition("|")[2], traced(some)), objects[ids[0]]


def _entry(block: str, found: Gathered, object: str) -> dict[str, Any]:
    return {
        "id": found.id,
        "block": block,
        "subject": block.rpartition("|")[0],
        "kind": found.kind,
        "object": object or storable(found.object),
        "place": found.place_id or "",
        "low": found.low,
        "high": found.high,
        "statements": len(found.lines),
        "denials": sum(line.denies for line in found.lines),
        "outlets": found.outlets,
        "numbers": len(found.numbers),
        "ahead": sum(line.status in AHEAD for line in found.lines),
        "body": encode(found),
    }


def _said(block: str, row: Any, statement: Statement, status: str, read: Read) -> Said:
    article = decode(Article, read.articles[row.article].body)
    place = read.places.get(row.position or row.place or "")
    time = statement.time
    object_id = read.names[row.object][0] if row.object in read.names else row.object
    return Said(
        statement=row.id,
        subject=block,
        predicate=statement.predicate,
        object=object_id or (fold(statement.object.name) if statement.object else ""),
        object_is_id=bool(object_id),
        object_words=fold(statement.object.name) if statement.object else "",
        described=is_description(statement.object.name) and ":" not in (object_id or "") if statement.object else False,
        item=fold(statement.item.name) if statement.item else "",
        place=place.id if place else "",
        where=(place.lat, place.lon, place.radius_km) if place else None,
        since=time.earliest_start if time else None,
        until=(time.latest_end or time.latest_start) if time else None,
        published=article.published,
        mood=MOODS.get(status, ""),
    )


def unsettled(connection: Connection) -> int:
    """How many notes wait to be settled."""
    return connection.scalar(select(func.count()).select_from(tables.unsettled)) or 0
