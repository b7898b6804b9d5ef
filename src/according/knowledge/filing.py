"""Filing one article's rows in the derived tables, and taking them out again when a newer reading replaces them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, func, insert, select, update

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.derive import Rows
from according.knowledge.dialects import index_texts, unindex_texts
from according.knowledge.origins.disputes.clashing import enter_tellings, leave_tellings, rows_of
from according.knowledge.schema import ROOM

__all__ = ["clusters_of", "count_all", "current_row", "file", "file_together", "unfile"]


def file(connection: Connection, article_seq: int, extraction_seq: int, linking_seq: int, rows: Rows) -> None:
    """Insert the rows and add to the counts of the clusters they speak of."""
    file_together(connection, [(current_row(article_seq, extraction_seq, linking_seq, rows), rows)])
    _add_counts(connection, rows, 1)


def current_row(article_seq: int, extraction_seq: int, linking_seq: int, rows: Rows) -> dict[str, int]:
    """Which reading of an article is shown."""
    return {
        "article": article_seq,
        "extraction": extraction_seq,
        "linking": linking_seq,
        "claims": len(rows.claims),
        "statements": len(rows.statements),
    }


def file_together(connection: Connection, filed: Sequence[tuple[dict[str, int], Rows]]) -> None:
    """Insert the rows of several articles, one insert a table; the counts of clusters are left to `count_all`."""
    if not filed:
        return
    connection.execute(insert(schema.current), [row for row, _ in filed])
    tables: tuple[tuple[Table, Callable[[Rows], list[dict[str, Any]]]], ...] = (
        (schema.claim, lambda rows: rows.claims),
        (schema.claim_body, lambda rows: rows.claim_bodies),
        (schema.claim_ref, lambda rows: rows.claim_refs),
        (schema.statement, lambda rows: rows.statements),
        (schema.statement_body, lambda rows: rows.statement_bodies),
        (schema.statement_ref, lambda rows: rows.statement_refs),
        (schema.article_ref, lambda rows: rows.article_refs),
        (schema.affiliated, lambda rows: rows.affiliated),
        (schema.office, lambda rows: rows.offices),
    )
    for table, of in tables:
        some = [row for _, rows in filed for row in of(rows)]
        if some:
            connection.execute(insert(table), some)
    enter_tellings(connection, *rows_of(told for _, rows in filed for told in rows.tellings))
    index_texts(connection, [text for _, rows in filed for text in rows.texts])


def count_all(connection: Connection) -> None:
    """Count anew, for all clusters at once, what their members amount to together."""
    node, cluster = schema.node, schema.cluster
    seen, claims, statements = schema.article_ref, schema.claim_ref, schema.statement_ref
    queries = (
        (seen, {"articles": func.count(seen.c.article.distinct()), "mentions": func.sum(seen.c.mentions)}),
        (claims, {"claims": func.count(claims.c.claim.distinct())}),
        (statements, {"statements": func.count(statements.c.statement.distinct())}),
    )
    for table, counts in queries:
        query = select(node.c.canonical, *(count.label(name) for name, count in counts.items()))
        rows = connection.execute(query.join(table, table.c.ref == node.c.id).group_by(node.c.canonical)).all()
        values: dict[str, Any] = {name: bindparam(f"_{name}") for name in counts}
        changes = [{"_id": row.canonical, **{f"_{name}": getattr(row, name) for name in counts}} for row in rows]
        if changes:
            connection.execute(update(cluster).where(cluster.c.id == bindparam("_id")).values(values), changes)


def unfile(connection: Connection, article_seq: int, extraction_seq: int, rows: Rows) -> None:
    """Remove what `file` inserted for the same rows."""
    _add_counts(connection, rows, -1)
    leave_tellings(connection, rows_of(rows.tellings)[1])
    first, last = extraction_seq * ROOM, (extraction_seq + 1) * ROOM - 1
    unindex_texts(connection, first, last)
    for table in (schema.claim, schema.claim_body, schema.statement, schema.statement_body):
        connection.execute(delete(table).where(table.c.seq.between(first, last)))
    for table in (schema.affiliated, schema.office):
        connection.execute(delete(table).where(table.c.claim.between(first, last)))
    for table, some in (
        (schema.claim_ref, rows.claim_refs),
        (schema.statement_ref, rows.statement_refs),
        (schema.article_ref, rows.article_refs),
    ):
        _delete_each(connection, table, some)
    connection.execute(delete(schema.current).where(schema.current.c.article == article_seq))


def _delete_each(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        keys = list(table.primary_key)
        these: list[BindParameter[Any]] = [bindparam(f"_{key.name}") for key in keys]
        where = [key == this for key, this in zip(keys, these, strict=True)]
        connection.execute(delete(table).where(*where), [{f"_{k.name}": row[k.name] for k in keys} for row in rows])


def _add_counts(connection: Connection, rows: Rows, sign: int) -> None:
    refs = {row["ref"] for row in rows.article_refs + rows.claim_refs + rows.statement_refs}
    cluster_of = clusters_of(connection, refs)
    claims: dict[str, set[int]] = defaultdict(set)
    statements: dict[str, set[int]] = defaultdict(set)
    mentions: dict[str, int] = defaultdict(int)
    for row in rows.claim_refs:
        if row["ref"] in cluster_of:
            claims[cluster_of[row["ref"]]].add(row["claim"])
    for row in rows.statement_refs:
        if row["ref"] in cluster_of:
            statements[cluster_of[row["ref"]]].add(row["statement"])
    for row in rows.article_refs:
        if row["ref"] in cluster_of:
            mentions[cluster_of[row["ref"]]] += row["mentions"]
    changes = [
        {
            "_id": name,
            "_articles": sign if name in mentions else 0,
            "_mentions": sign * mentions.get(name, 0),
            "_claims": sign * len(claims.get(name, ())),
            "_statements": sign * len(statements.get(name, ())),
        }
        for name in sorted({*claims, *statements, *mentions})
    ]
    if changes:
        cluster = schema.cluster
        plus = {
            name: cluster.c[name] + bindparam(f"_{name}") for name in ("articles", "mentions", "claims", "statements")
        }
        connection.execute(update(cluster).where(cluster.c.id == bindparam("_id")).values(plus), changes)


def clusters_of(connection: Connection, nodes: Collection[str]) -> dict[str, str]:
    """The cluster each of these nodes is in; ids that are no nodes are left out."""
    node = schema.node
    found: dict[str, str] = {}
    for some in chunks(nodes):
        rows = connection.execute(select(node.c.id, node.c.canonical).where(node.c.id.in_(some)))
        found.update((row.id, row.canonical) for row in rows)
    return found
