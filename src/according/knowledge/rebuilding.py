"""The derived tables as a whole: made, dropped, and filled again from evidence and judgements alone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from according.knowledge import schema
from according.knowledge.clusters import add_entities, add_places, chunks, face
from according.knowledge.derive import derive, storable
from according.knowledge.dialects import create_search, drop_search, insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.evidence import Filed, read_article, read_extraction, read_linking
from according.knowledge.filing import file
from according.knowledge.judgements import all_subjects, refresh_reviews, verdicts_on
from according.knowledge.origins.kinship import enter
from according.knowledge.origins.noting import note_articles
from according.knowledge.resolution import DECIDES, edges, in_force, resolve
from according.knowledge.search import fold
from according.records import Judgement, Link, Place

__all__ = ["add_place_names", "count_rules", "create_derived", "rebuild"]


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
    record, extraction, linking = schema.record, schema.extraction, schema.linking
    for kind, take_in in (("entity", add_entities), ("place", add_places)):
        for row in connection.execute(
            select(record.c.seq, record.c.body).where(record.c.kind == kind).order_by(record.c.seq)
        ).all():
            take_in(connection, [(row.seq, row.body)])
    records: dict[str, Any] = {}
    for body in connection.scalars(select(linking.c.body).order_by(linking.c.seq)).all():
        filed = decode(Filed, body)
        add_place_names(connection, filed.links, _place_ids(connection, filed, records))
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
        count_rules(connection, read_linking(connection, reading.linking, records).judgements, 1)
    _resolve_all(connection)
    refresh_reviews(connection, set(all_subjects(connection)))
    for reading in readings:
        found = read_extraction(connection, reading.extraction)
        subjects = {claim.id for claim in found.claims} | {statement.id for statement in found.statements}
        article = read_article(connection, reading.article)
        rows = derive(
            reading.article,
            reading.extraction,
            article,
            found,
            read_linking(connection, reading.linking, records),
            verdicts_on(connection, subjects),
        )
        file(connection, reading.article, reading.extraction, reading.linking, rows)
        note_articles(connection, enter(connection, reading.article, article, found))


def _place_ids(connection: Connection, filed: Filed, records: dict[str, Any]) -> set[str]:
    table = schema.record
    for some in chunks(set(filed.places) - set(records)):
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
