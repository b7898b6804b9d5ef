"""Propositions in the store: what changed since is gathered again, block by block, nothing else.

Saving and judging only note what is unsettled, so they stay quick; `settle` does the work. A block is a function of
the evidence and judgements on it alone, so settling step by step and rebuilding from nothing give the same rows.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.derive import storable
from according.knowledge.encoding import decode, encode
from according.knowledge.origins import tables
from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.grouping import Said, class_of, group, is_description
from according.knowledge.origins.noting import parts
from according.knowledge.origins.propositions import Gathered, Line, gather
from according.knowledge.origins.voices import Origin, origin_of
from according.knowledge.queries.assembly import read_places, shown_nodes
from according.knowledge.search import fold
from according.records import Article, Claim, Place, Ref, Statement, Voice

__all__ = ["settle", "unsettled"]

MOODS = dict.fromkeys(sorted(AHEAD), "ahead") | {"called_for": "called for"}
"""What is foreseen, threatened or asked for is gathered apart from what is said to be so."""
SPEAKING = ("REJECT", "ACCUSE", "THREATEN", "REQUEST")
TOGETHER = 100
"""Blocks read at once; most hold one or two statements, and a query each would cost more than the gathering."""


def settle(connection: Connection) -> int:
    """Gather again what is unsettled; how many blocks that were. Nothing to do costs one query."""
    noted = list(connection.scalars(select(tables.unsettled.c.what)))
    if not noted:
        return 0
    blocks, seqs, articles = _sort(noted)
    statement = schema.statement
    for some in parts(articles):
        seqs |= set(connection.scalars(select(statement.c.seq).where(statement.c.article.in_(some))))
    blocks |= _reblock(connection, seqs)
    ordered = sorted(blocks)
    for start in range(0, len(ordered), TOGETHER):
        _regather(connection, ordered[start : start + TOGETHER])
    connection.execute(delete(tables.unsettled))
    return len(blocks)


def _sort(noted: Iterable[str]) -> tuple[set[str], set[int], set[int]]:
    blocks: set[str] = set()
    seqs: set[int] = set()
    articles: set[int] = set()
    for what in noted:
        kind, _, rest = what.partition(":")
        if kind == "block":
            blocks.add(rest)
        else:
            (seqs if kind == "statement" else articles).add(int(rest))
    return blocks, seqs, articles


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


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read at once for some blocks: rows by key."""

    rows: list[Any]
    claims: dict[int, Any]
    articles: dict[int, Any]
    families: dict[int, str]
    spans: dict[int, list[tuple[int, int, int]]]
    copied: set[tuple[int, int]]
    places: dict[str, Place]
    names: dict[str, tuple[str, str]]


def _regather(connection: Connection, blocks: Sequence[str]) -> None:
    table = tables.proposition
    connection.execute(delete(table).where(table.c.block.in_(blocks)))
    behind = tables.behind
    connection.execute(delete(behind).where(behind.c.block.in_(blocks)))
    read = _read(connection, blocks)
    by_block: dict[str, list[Any]] = defaultdict(list)
    for row in read.rows:
        by_block[row.block].append(row)
    entries: list[dict[str, Any]] = []
    origins: set[tuple[str, str]] = set()
    for block, rows in sorted(by_block.items()):
        for found in _gather(block, rows, read):
            entries.append(found[0])
            origins |= {(storable(line.origin.key), block) for line in found[1].lines if line.origin.kind == "named"}
    if entries:
        connection.execute(insert(table), entries)
    if origins:
        connection.execute(insert(behind), [{"origin": key, "block": block} for key, block in sorted(origins)])


def _gather(block: str, rows: Sequence[Any], read: _Read) -> Iterator[tuple[dict[str, Any], Gathered]]:
    said, lines = [], {}
    for row in rows:
        statement = decode(Statement, row.body)
        lines[row.id] = line = _line(row, statement, read)
        said.append(_said(block, row, statement, line.status, read))
    objects = {one.statement: one.object if one.object_is_id else "" for one in said}
    subject, _, kind = block.rpartition("|")
    for ids in group(said):
        found = gather(kind, [lines[id] for id in ids])
        row = {
            "id": found.id,
            "block": block,
            "subject": subject,
            "kind": kind,
            "object": objects[ids[0]] or storable(found.object),
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
        yield row, found


def _read(connection: Connection, blocks: Sequence[str]) -> _Read:
    t, s, b = tables.said, schema.statement, schema.statement_body
    columns = (
        t.c.block,
        s.c.seq,
        s.c.id,
        s.c.article,
        s.c.claim,
        s.c.object,
        s.c.item,
        s.c.place,
        s.c.position,
        s.c.subject,
    )
    query = select(*columns, b.c.body, b.c.texts).join(b, b.c.seq == s.c.seq).join(t, t.c.statement == s.c.seq)
    rows = list(connection.execute(query.where(t.c.block.in_(blocks), s.c.shown == 1).order_by(s.c.id)))
    claims: dict[int, Any] = {}
    c, cb = schema.claim, schema.claim_body
    for some in parts({row.claim for row in rows if row.claim is not None}):
        found = select(c.c.seq, c.c.id, c.c.status, c.c.verification, cb.c.body, cb.c.nodes).join(
            cb, cb.c.seq == c.c.seq
        )
        claims.update((row.seq, row) for row in connection.execute(found.where(c.c.seq.in_(some))))
    articles: dict[int, Any] = {}
    families: dict[int, str] = {}
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    copied: set[tuple[int, int]] = set()
    a, p = schema.article, tables.paragraph
    for some in parts({row.article for row in rows}):
        head = select(a.c.seq, a.c.id, a.c.outlet, a.c.path, a.c.published, a.c.body).where(a.c.seq.in_(some))
        articles.update((row.seq, row) for row in connection.execute(head))
        f = tables.family
        kinship = select(f.c.article, f.c.family).where(f.c.article.in_(some))
        families.update((row.article, row.family) for row in connection.execute(kinship))
        for row in connection.execute(select(p).where(p.c.article.in_(some))):
            spans[row.article].append((row.start, row.end, row.place))
        k = tables.copied
        copied |= {(row.article, row.place) for row in connection.execute(select(k).where(k.c.article.in_(some)))}
    nodes = {id for row in rows for id in (row.subject, row.object, row.item) if id}
    for claim in claims.values():
        nodes |= {id for id in json.loads(claim.nodes) if id}
    names = {node: (shown.id, shown.name) for node, shown in shown_nodes(connection, nodes).items()}
    places = read_places(connection, {id for row in rows for id in (row.place, row.position) if id})
    affiliations = {
        storable(fold(voice.affiliation))
        for claim in claims.values()
        for voice in decode(Claim, claim.body).chain
        if voice.affiliation
    }
    names |= {"folded:" + text: who for text, who in _named(connection, affiliations).items()}
    return _Read(rows, claims, articles, families, spans, copied, places, names)


def _named(connection: Connection, folded: Collection[str]) -> dict[str, tuple[str, str]]:
    """The one actor known by each of these folded names; a name of several actors names none."""
    n, node, cluster = schema.node_name, schema.node, schema.cluster
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for some in chunks(folded):
        query = (
            select(n.c.folded, cluster.c.id, cluster.c.name)
            .join(node, node.c.id == n.c.node)
            .join(cluster, cluster.c.id == node.c.canonical)
            .where(n.c.folded.in_(some))
        )
        for row in connection.execute(query):
            found[row.folded].add((row.id, row.name))
    return {text: next(iter(who)) for text, who in found.items() if len(who) == 1}


def _said(block: str, row: Any, statement: Statement, status: str, read: _Read) -> Said:
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


def _line(row: Any, statement: Statement, read: _Read) -> Line:
    article = read.articles[row.article]
    claim = read.claims.get(row.claim)
    at = statement.evidence[0].start
    place = next((index for start, end, index in read.spans.get(row.article, ()) if start <= at < end), None)
    own = place is None or (row.article, place) not in read.copied
    family = article.id if own else read.families.get(row.article, article.id)
    origin = _origin(claim, family, read)
    on_earth = read.places.get(row.position or row.place or "")
    return Line(
        statement=row.id,
        claim=claim.id if claim else None,
        article=article.id,
        path=article.path or article.id,
        outlet=article.outlet or article.id,
        published=article.published or "",
        family=family,
        origin=origin,
        denies=_denies(statement, claim, origin),
        status=claim.status if claim else statement.status,
        verification=claim.verification if claim else "none",
        subject=read.names[row.subject][1] if row.subject in read.names else statement.subject.name,
        predicate=statement.predicate,
        object=_name(row.object, statement.object, read),
        item=statement.item.name if statement.item else "",
        place=on_earth.name if on_earth else (statement.place.name if statement.place else ""),
        place_id=on_earth.id if on_earth else None,
        time=(statement.time.edtf or statement.time.text) if statement.time else "",
        quantity=statement.quantity,
        text=" … ".join(json.loads(row.texts)),
    )


def _denies(statement: Statement, claim: Any, origin: Origin) -> bool:
    """Whether the line says that it is not so.

    Who is said to have rejected, accused, threatened or asked in the very words of a denial did so: the act is
    reported, its content is what was denied. So nobody denies an act of speech that is read off their own denial.
    """
    if statement.negated:
        return True
    if "denied" not in (statement.status, claim.status if claim else ""):
        return False
    if statement.predicate not in SPEAKING:
        return True
    cue = decode(Claim, claim.body).cue if claim else None
    in_cue = cue is not None and any(cue.overlaps(span) for span in statement.evidence)
    return not (statement.predicate == "REJECT" or in_cue or statement.subject.name == origin.name)


def _name(node: str | None, ref: Ref | None, read: _Read) -> str:
    if node in read.names:
        return read.names[node][1]
    return ref.name if ref else ""


def _origin(claim: Any, family: str, read: _Read) -> Origin:
    if claim is None:
        return origin_of((), (), family, {})
    chain: tuple[Voice, ...] = decode(Claim, claim.body).chain
    nodes = tuple(read.names[node][0] if node in read.names else node for node in json.loads(claim.nodes))
    known = {text.removeprefix("folded:"): who for text, who in read.names.items() if text.startswith("folded:")}
    if nodes and nodes[0]:
        shown = next((name for id, name in read.names.values() if id == nodes[0]), chain[0].name)
        known = {**known, fold(chain[0].name): (nodes[0], shown)}
    return origin_of(chain, nodes, family, known)


def unsettled(connection: Connection) -> int:
    """How many notes wait to be settled."""
    return connection.scalar(select(func.count()).select_from(tables.unsettled)) or 0
