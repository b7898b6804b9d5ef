"""Propositions in the store: what changed since is gathered again, block by block, nothing else.

Saving and judging only note what is unsettled, so they stay quick; `settle` does the work. A block is a function of
the evidence and judgements on it alone, so settling step by step and rebuilding from nothing give the same rows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from according.knowledge import schema
from according.knowledge.derive import storable
from according.knowledge.encoding import decode, encode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.answering import attach
from according.knowledge.origins.disputes.clashing import clash
from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.gathering.armies import under_one_command
from according.knowledge.origins.gathering.grouping import Said, class_of, group, is_description
from according.knowledge.origins.gathering.sides import SIDE, acting, group_of, state_of
from according.knowledge.origins.gathering.speaking import MOODS, respeak
from according.knowledge.origins.gathering.supports import support
from according.knowledge.origins.lines import Read, apart, claim_line, named_actors, read_blocks, statement_line
from according.knowledge.origins.noting import parts
from according.knowledge.origins.propositions import Gathered, Line, gather
from according.knowledge.origins.tracing import traced
from according.knowledge.queries.assembly import shown_nodes
from according.knowledge.search import fold
from according.records import Article, Claim, Statement

__all__ = ["settle", "unsettled"]

TOGETHER = 100
"""Blocks read at once; most hold one or two statements, and a query each would cost more than the gathering."""


def settle(connection: Connection) -> int:
    """Gather again what is unsettled; how many blocks that were. Nothing to do costs one query."""
    noted = list(connection.scalars(select(tables.unsettled.c.what)))
    if not noted:
        return 0
    meetings = [what for what in noted if what.startswith("meeting:")]
    clash(connection, [what.removeprefix("meeting:") for what in meetings])
    noted = [what for what in noted if not what.startswith("meeting:")]
    blocks, seqs, claims, articles = _sort(noted)
    statement, claim = schema.statement, schema.claim
    for some in parts(articles):
        seqs |= set(connection.scalars(select(statement.c.seq).where(statement.c.article.in_(some))))
        claims |= set(connection.scalars(select(claim.c.seq).where(claim.c.article.in_(some))))
    spoken, contents = respeak(connection, claims)
    blocks |= _reblock(connection, seqs) | spoken
    blocks |= attach(connection, seqs, claims)
    blocks |= support(connection, seqs, claims, contents, blocks)
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
        for table in (t, tables.led):
            connection.execute(delete(table).where(table.c.statement.in_(some)))
        query = select(s.c.seq, s.c.subject, s.c.predicate, body.c.body).join(body, body.c.seq == s.c.seq)
        rows = connection.execute(query.where(s.c.seq.in_(some), s.c.shown == 1)).all()
        actors = _actors(connection, rows)
        entries = [{"statement": row.seq, "block": f"{actors[row.seq]}|{class_of(row.predicate)}"} for row in rows]
        if entries:
            connection.execute(insert(t), entries)
        touched |= {entry["block"] for entry in entries}
    return touched


def _actors(connection: Connection, rows: Sequence[Any]) -> dict[int, str]:
    """Under whom each of these statements is compared: its subject, or the side or group that this acts for."""
    shown = shown_nodes(connection, {row.subject for row in rows if row.subject})
    names = {row.seq: decode(Statement, row.body).subject.name for row in rows}
    acting_rows = [row for row in rows if acting(class_of(row.predicate))]
    groups = {row.seq: name for row in acting_rows if (name := group_of(names[row.seq]))}
    led = [{"folded": storable(one), "statement": seq} for seq, name in groups.items() for one in (name, f"{name}s")]
    if led:
        connection.execute(insert(tables.led), led)
    leaders = named_actors(connection, {row["folded"] for row in led}, "armed_group")
    found: dict[int, str] = {}
    for row in rows:
        known = shown.get(row.subject)
        found[row.seq] = known.id if known else row.subject or "text:" + storable(fold(names[row.seq]))
    for row in acting_rows:
        known = shown.get(row.subject)
        state = state_of(names[row.seq]) or (state_of(known.name) if known else None)
        group_name = storable(groups.get(row.seq, ""))
        leader = leaders.get(group_name) or leaders.get(f"{group_name}s")
        if state:
            found[row.seq] = f"{SIDE}{fold(state)}"
        elif leader and not (known and known.name and ":" in known.id):
            found[row.seq] = leader[0]
    return found


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
    supporting = {claim for claim, _, _ in read.supports}
    alone = {block for seq, block in read.spoken.items() if seq not in supporting}
    entries: list[dict[str, Any]] = []
    origins: set[tuple[str, str]] = set()
    for block in sorted({*by_block, *said}):
        if block in by_block:
            gathered = list(_gather(block, by_block[block], read))
        else:
            # an article that says a thing twice for one voice adds nothing
            # and what all tells of statements is gathered there
            several = block in alone and len({(line.article, line.origin.key) for line in said[block]}) > 1
            gathered = (
                [(gather("says", traced(under_one_command(said[block]))), block.rpartition("|")[0], "")]
                if several
                else []
            )
        for found, subject, object in gathered:
            entries.append(_entry(block, found, subject, object))
            origins |= {(storable(line.origin.key), block) for line in found.lines if line.origin.kind == "named"}
    if entries:
        connection.execute(insert(table), entries)
    if origins:
        connection.execute(insert(behind), [{"origin": key, "block": block} for key, block in sorted(origins)])


def _gather(block: str, rows: Sequence[Any], read: Read) -> Iterator[tuple[Gathered, str, str]]:
    """The propositions of a block of statements, each with the canonical ids of its subject and object."""
    said, lines, spans = [], {}, {}
    by_id = {row.id: row for row in rows}
    for row in rows:
        statement = decode(Statement, row.body)
        spans[row.id] = statement.evidence
        lines[row.id] = line = statement_line(row, statement, read)
        said.append(_said(block, row, statement, line.status, read))
    objects = {one.statement: one.object if one.object_is_id else "" for one in said}
    against = [one for one in read.denials if one.block == block]
    for ids in group(said):
        some = [lines[id] for id in ids]
        for one in against:
            if set(one.statements) <= set(ids):
                some.append(replace(claim_line(read.claims[one.claim], read), why=one.why))
        taken = [(by_id[id].article, span) for id in ids for span in spans[id]]
        for claim, at, told in read.supports:
            if at == block and not told.isdisjoint(ids):
                row = read.claims[claim]
                mine = [(row.article, span) for span in decode(Claim, row.body).content]
                # one sentence that was read twice, with two voices, is no two origins
                if not any(a == b and one.overlaps(other) for a, one in mine for b, other in taken):
                    some.append(claim_line(row, read))
                    taken += mine
        found = gather(block.rpartition("|")[2], traced(under_one_command(some)))
        yield found, _subject(block, [by_id[id] for id in ids], read), objects[ids[0]]


def _subject(block: str, rows: Sequence[Any], read: Read) -> str:
    """The canonical id of who acts; where a state and its forces do, of the one that most of the lines name."""
    subject = block.rpartition("|")[0]
    if not subject.startswith(SIDE):
        return subject
    named = Counter(read.names[row.subject][0] if row.subject in read.names else row.subject for row in rows)
    ordered = sorted((id for id in named if id), key=lambda id: (-named[id], id))
    return ordered[0] if ordered else subject


def _entry(block: str, found: Gathered, subject: str, object: str) -> dict[str, Any]:
    return {
        "id": found.id,
        "block": block,
        "subject": subject,
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
