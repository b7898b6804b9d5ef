"""The derived tables as a whole: made, dropped, and filled again from evidence and judgements alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select, update

from according.knowledge import schema
from according.knowledge.clusters import add_entities, add_places, chunks, face
from according.knowledge.derive import Rows, derive, storable
from according.knowledge.dialects import create_search, drop_search, insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.evidence import Filed, read_article, read_extraction, read_linking
from according.knowledge.filing import count_all, current_row, file_together
from according.knowledge.judgements import all_subjects, refresh_reviews, verdicts_on
from according.knowledge.origins.lineage.kin import Kin
from according.knowledge.origins.lineage.kinship import enter
from according.knowledge.origins.noting import note_articles
from according.knowledge.resolution import DECIDES, edges, in_force, resolve
from according.knowledge.search import fold
from according.records import Article, Extraction, Judgement, Link, Place

__all__ = ["add_place_names", "count_rules", "create_derived", "rebuild"]

TOGETHER = 200
"""Articles filed with one insert a table."""
AT_A_TIME = 5_000
"""Stored rows read at a time, so that memory stays flat."""
MOST_KEPT = 50_000
"""Records kept decoded."""


def create_derived(connection: Connection) -> None:
    """Make the derived tables, empty, and note their version."""
    schema.derived.create_all(connection)
    create_search(connection)
    meta = schema.meta
    connection.execute(delete(meta).where(meta.c.key == "derived"))
    connection.execute(insert(meta), {"key": "derived", "value": schema.DERIVED_VERSION})


def rebuild(connection: Connection) -> None:
    """Drop everything derived and make it again; the same evidence gives the same rows."""
    drop_search(connection)
    schema.derived.drop_all(connection)
    create_derived(connection)
    extraction, linking = schema.extraction, schema.linking
    for kind, take_in in (("entity", add_entities), ("place", add_places)):
        for some in _records(connection, kind):
            take_in(connection, some)
    records: dict[str, Any] = {}
    ruled: set[int] = set()
    for seq, body in _linkings(connection):
        filed = decode(Filed, body)
        add_place_names(connection, filed.links, _place_ids(connection, filed, _kept(records)))
        if filed.judgements:
            ruled.add(seq)
    newest = (
        select(extraction.c.article, func.max(extraction.c.seq).label("extraction"))
        .where(extraction.c.seq.in_(select(linking.c.extraction)))
        .group_by(extraction.c.article)
        .subquery()
    )
    readings = connection.execute(
        select(newest.c.article, newest.c.extraction, func.max(linking.c.seq).label("linking"))
        .join(linking, linking.c.extraction == newest.c.extraction)
        .group_by(newest.c.article, newest.c.extraction)
        .order_by(newest.c.article)
    ).all()
    for reading in readings:
        if reading.linking in ruled:
            count_rules(connection, read_linking(connection, reading.linking, _kept(records)).judgements, 1)
    _resolve_all(connection)
    refresh_reviews(connection, set(all_subjects(connection)))
    kin: dict[int, Kin] = {}
    reviewed = connection.execute(select(schema.review.c.subject).limit(1)).first() is not None
    for start in range(0, len(readings), TOGETHER):
        together: list[tuple[dict[str, int], Rows]] = []
        entering: list[tuple[int, Article, Extraction]] = []
        for reading in readings[start : start + TOGETHER]:
            found = read_extraction(connection, reading.extraction)
            subjects = {claim.id for claim in found.claims} | {statement.id for statement in found.statements}
            article = read_article(connection, reading.article)
            rows = derive(
                reading.article,
                reading.extraction,
                article,
                found,
                read_linking(connection, reading.linking, _kept(records)),
                verdicts_on(connection, subjects) if reviewed else {},
            )
            together.append((current_row(reading.article, reading.extraction, reading.linking, rows), rows))
            entering.append((reading.article, article, found))
        file_together(connection, together)
        for seq, article, found in entering:  # compares with what is filed
            note_articles(connection, enter(connection, seq, article, found, kin))
    count_all(connection)


def _kept(records: dict[str, Any]) -> dict[str, Any]:
    """The records decoded so far, forgotten when they are many: names recur within days, not over years."""
    if len(records) > MOST_KEPT:
        records.clear()
    return records


def _records(connection: Connection, kind: str) -> Iterator[list[tuple[int, str]]]:
    """The stored records of a kind in order, some at a time."""
    return _pages(connection, schema.record, schema.record.c.kind == kind)


def _linkings(connection: Connection) -> Iterator[tuple[int, str]]:
    """Every stored linking in order."""
    return chain.from_iterable(_pages(connection, schema.linking))


def _pages(connection: Connection, table: Table, *where: ColumnElement[bool]) -> Iterator[list[tuple[int, str]]]:
    """Sequence and JSON of a table's rows."""
    last = -1
    query = select(table.c.seq, table.c.body).where(*where).order_by(table.c.seq).limit(AT_A_TIME)
    while rows := connection.execute(query.where(table.c.seq > last)).all():
        last = rows[-1].seq
        yield [(row.seq, row.body) for row in rows]


def _place_ids(connection: Connection, filed: Filed, records: dict[str, Any]) -> set[str]:
    table = schema.record
    for some in chunks({id for id in filed.places if id not in records}):
        for row in connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some))):
            records[row.id] = decode(Place, row.body)
    return {records[id].id for id in filed.places}


def add_place_names(connection: Connection, links: Iterable[Link], places: set[str]) -> None:
    """The names that links give to places become names the place is found by."""
    rows = [
        {"folded": storable(fold(link.name)), "place": link.entity, "text": storable(link.name)}
        for link in links
        if link.entity in places
    ]
    insert_new(connection, schema.place_name, rows)


def count_rules(connection: Connection, judgements: Iterable[Judgement], sign: int) -> set[str]:
    """Count one article more (or less) that carries these rule judgements; the nodes whose ties this changes."""
    rule = schema.rule
    distinct = {judgement.id: judgement for judgement in judgements}
    had: dict[str, int] = {}
    for some in chunks(distinct):
        rows = connection.execute(select(rule.c.id, rule.c.articles).where(rule.c.id.in_(some)))
        had.update((row.id, row.articles) for row in rows)
    fresh = [
        {"id": j.id, "subject": j.subject, "verdict": j.verdict, "object": j.object, "articles": 0, "body": encode(j)}
        for j in distinct.values()
        if j.id not in had
    ]
    if fresh:
        connection.execute(insert(rule), fresh)
    if distinct:
        counted = update(rule).where(rule.c.id == bindparam("_id")).values(articles=rule.c.articles + sign)
        connection.execute(counted, [{"_id": id} for id in sorted(distinct)])
        if sign < 0:
            connection.execute(delete(rule).where(rule.c.articles == 0))
    touched: set[str] = set()
    for id, judgement in distinct.items():
        if 0 in (had.get(id, 0), had.get(id, 0) + sign) and judgement.verdict in DECIDES:
            touched.update(end for end in (judgement.subject, judgement.object) if end)
    return touched


def _resolve_all(connection: Connection) -> None:
    node, rule, log, cluster = schema.node, schema.rule, schema.judgement, schema.cluster
    nodes = {row.id: row for row in connection.execute(select(node.c.id, node.c.name, node.c.kind))}
    said: dict[str, Judgement] = {}
    for query in (select(log.c.body), select(rule.c.body)):
        for body in connection.scalars(query):
            judgement = decode(Judgement, body)
            said.setdefault(judgement.id, judgement)
    holds = [e for e in edges(in_force(said.values()).values()) if e.left in nodes and e.right in nodes]
    result = resolve(nodes, holds)
    moved = [{"_id": id, "_to": to} for id, to in sorted(result.canonical.items()) if id != to]
    if moved:
        changed = update(node).where(node.c.id == bindparam("_id")).values(canonical=bindparam("_to"))
        connection.execute(changed, moved)
    groups: dict[str, list[Any]] = defaultdict(list)
    for id, name in result.canonical.items():
        groups[name].append(nodes[id])
    nothing = {"articles": 0, "mentions": 0, "claims": 0, "statements": 0}
    connection.execute(delete(cluster))
    rows = [{"id": n, "members": len(m), **face(n, m), **nothing} for n, m in sorted(groups.items())]
    if rows:
        connection.execute(insert(cluster), rows)
