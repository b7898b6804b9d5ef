"""Nodes, names and clusters in the database: kept in step as records and judgements come in.

Only the part of the graph a change can reach is read again, so that saving stays cheap however much is stored.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from according.knowledge import schema
from according.knowledge.derive import storable
from according.knowledge.dialects import insert_new
from according.knowledge.encoding import decode
from according.knowledge.resolution import DECIDES, edges, in_force, resolve
from according.knowledge.search import fold
from according.records import Entity, Judgement, Place

__all__ = ["Taken", "add_entities", "add_places", "chunks", "face", "judgements_on", "recluster", "with_undoings"]

CHUNK = 500
"""Ids in one IN list; SQLite and PostgreSQL take more, but plan no better."""
LONGEST_NAME = 80
"""Longer member names are not shown for a cluster; they are descriptions."""


def chunks(items: Collection[str]) -> Iterator[list[str]]:
    """The items, sorted, in lists short enough for one query."""
    ordered = sorted(items)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


class Taken(NamedTuple):
    """What entity records brought: ids of nodes that are new, of nodes that changed, and names that are new, folded."""

    fresh: set[str]
    changed: set[str]
    named: set[str]


def add_entities(connection: Connection, records: Sequence[tuple[int, str]]) -> Taken:
    """Take in new entity records (sequence, JSON).

    A pack's entity (`pack:slug`) is as its newest record says, a plain name's node as its first: a name that is
    written differently elsewhere does not change what is shown. Names of all records are kept.
    """
    taken = Taken(set(), set(), set())
    for seq, body in records:
        entity = decode(Entity, body)
        row = {
            "id": entity.id,
            "canonical": entity.id,
            "kind": entity.kind,
            "name": storable(entity.name),
            "record": seq,
            "body": body,
        }
        if insert_new(connection, schema.node, [row]):
            alone = {"id": entity.id, "name": row["name"], "kind": entity.kind, "members": 1}
            counts = {"articles": 0, "mentions": 0, "claims": 0, "statements": 0}
            connection.execute(insert(schema.cluster), alone | counts)
            taken.fresh.add(entity.id)
        elif ":" in entity.id:
            newer = {name: row[name] for name in ("kind", "name", "record", "body")}
            connection.execute(update(schema.node).where(schema.node.c.id == entity.id), newer)
            taken.changed.add(entity.id)
        names = {storable(name.text) for name in entity.names}
        rows = [{"node": entity.id, "text": text, "folded": storable(fold(text))} for text in sorted(names)]
        if insert_new(connection, schema.node_name, rows):
            taken.named.update(row["folded"] for row in rows)
    return taken


def add_places(connection: Connection, records: Sequence[tuple[int, str]]) -> set[str]:
    """Take in new place records; a place is as its newest record says. The ids of places that are another now."""
    changed: set[str] = set()
    for seq, body in records:
        place = decode(Place, body)
        row = {"id": place.id, "name": storable(place.name), "record": seq, "body": body}
        if not insert_new(connection, schema.place, [row]):
            connection.execute(update(schema.place).where(schema.place.c.id == place.id), row)
            changed.add(place.id)
        names = {storable(name) for name in (place.name, *place.names)}
        insert_new(
            connection,
            schema.place_name,
            [{"folded": storable(fold(text)), "place": place.id, "text": text} for text in sorted(names)],
        )
    return changed


# ---- judgements --------------------------------------------------------------------------------------------------


def judgements_on(connection: Connection, ids: Collection[str]) -> dict[str, Judgement]:
    """Every judgement with one of these ids as subject or object: persons' and rules' that count for an article."""
    found: dict[str, Judgement] = {}
    log, rule = schema.judgement, schema.rule
    for some in chunks(ids):
        for table in (log, rule):
            query = select(table.c.body).where(or_(table.c.subject.in_(some), table.c.object.in_(some)))
            for (body,) in connection.execute(query):
                judgement = decode(Judgement, body)
                found.setdefault(judgement.id, judgement)
    return found


def with_undoings(connection: Connection, judgements: dict[str, Judgement]) -> dict[str, Judgement]:
    """The judgements and all that was said about them."""
    found, latest = dict(judgements), set(judgements)
    while latest:
        more = judgements_on(connection, latest)
        latest = set(more) - set(found)
        found.update(more)
    return found


# ---- clusters ----------------------------------------------------------------------------------------------------


def recluster(connection: Connection, touched: Collection[str], fresh: Collection[str] = ()) -> set[str]:
    """Settle again who is the same as whom, for these nodes and all they can reach.

    The nodes that are others now, or are shown under another name. Of those that are new (`fresh`), each its own
    cluster so far, only they are looked at of which somebody has said something.
    """
    if fresh:
        said_of = judgements_on(connection, fresh).values()
        ends = {end for one in said_of for end in (one.subject, one.object) if end}
        touched = {*touched, *(ends & set(fresh))}
    old, said = _reachable(connection, touched)
    if not old:
        return set()
    holds = edges(in_force(with_undoings(connection, said).values()).values())
    result = resolve(old, [edge for edge in holds if edge.left in old and edge.right in old])
    changed = {node: name for node, name in result.canonical.items() if old[node] != name}
    if changed:
        by_id = update(schema.node).where(schema.node.c.id == bindparam("node"))
        rows = [{"node": node, "canonical": name} for node, name in sorted(changed.items())]
        connection.execute(by_id.values(canonical=bindparam("canonical")), rows)
    was, now = _groups(old.items()), _groups(result.canonical.items())
    fresh = {name for name in now if was.get(name) != now[name]} | {old[node] for node in touched if node in old}
    renamed = _restate(connection, was, {name: now[name] for name in fresh if name in now}, set(was) - set(now))
    return set(changed) | {node for name in renamed for node in now[name]}


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for node, name in pairs:
        groups[name].add(node)
    return dict(groups)


def _reachable(connection: Connection, touched: Collection[str]) -> tuple[dict[str, str], dict[str, Judgement]]:
    """The nodes that same-as judgements tie to these, each with its present cluster, and all said about them."""
    node = schema.node
    found: dict[str, str] = {}
    said: dict[str, Judgement] = {}
    frontier = set(touched)
    while frontier:
        names: set[str] = set()
        for some in chunks(frontier):
            names |= set(connection.scalars(select(node.c.canonical).where(node.c.id.in_(some))))
        members: dict[str, str] = {}
        for some in chunks(names):
            rows = connection.execute(select(node.c.id, node.c.canonical).where(node.c.canonical.in_(some)))
            members.update((row.id, row.canonical) for row in rows)
        new = {id: name for id, name in members.items() if id not in found}
        found.update(new)
        more = {id: j for id, j in judgements_on(connection, new).items() if j.verdict in DECIDES}
        said.update(more)
        ends = {end for j in more.values() if j.verdict == "same" for end in (j.subject, j.object) if end}
        frontier = ends - set(found)
    return found, said


def _restate(
    connection: Connection, was: dict[str, set[str]], now: dict[str, set[str]], gone: Collection[str]
) -> set[str]:
    """Write the changed clusters: names, and what their members amount to together; those shown otherwise."""
    cluster = schema.cluster
    counts: dict[str, dict[str, int]] = {}
    called: dict[str, tuple[str, str]] = {}
    columns = [cluster.c.articles, cluster.c.mentions, cluster.c.claims, cluster.c.statements]
    for some in chunks(set(was)):
        query = select(cluster.c.id, cluster.c.name, cluster.c.kind, *columns).where(cluster.c.id.in_(some))
        for row in connection.execute(query):
            called[row.id] = row.name, row.kind
            counts[row.id] = {column.name: getattr(row, column.name) for column in columns}
    rows = []
    faces = _faces(connection, now)
    for name, members in sorted(now.items()):
        parts = [part for part, group in was.items() if group <= members]
        heavy = [counts[part] for part in parts if any(counts[part].values())]
        if sum(len(was[part]) for part in parts) == len(members) and len(heavy) <= 1:
            total = heavy[0] if heavy else dict.fromkeys((column.name for column in columns), 0)
        else:
            total = _count(connection, name)
        rows.append({"id": name, "members": len(members), **faces[name], **total})
    for some in chunks(set(gone) | set(now)):
        connection.execute(delete(cluster).where(cluster.c.id.in_(some)))
    if rows:
        connection.execute(insert(cluster), rows)
    return {row["id"] for row in rows if called.get(row["id"]) != (row["name"], row["kind"])}


def _count(connection: Connection, name: str) -> dict[str, int]:
    ours = select(schema.node.c.id).where(schema.node.c.canonical == name).scalar_subquery()
    seen, claims, statements = schema.article_ref, schema.claim_ref, schema.statement_ref
    articles, mentions = connection.execute(
        select(func.count(seen.c.article.distinct()), func.coalesce(func.sum(seen.c.mentions), 0)).where(
            seen.c.ref.in_(ours)
        )
    ).one()
    said = connection.scalar(select(func.count(claims.c.claim.distinct())).where(claims.c.ref.in_(ours)))
    facts = connection.scalar(select(func.count(statements.c.statement.distinct())).where(statements.c.ref.in_(ours)))
    return {"articles": articles, "mentions": mentions, "claims": said or 0, "statements": facts or 0}


def _faces(connection: Connection, groups: Mapping[str, Collection[str]]) -> dict[str, dict[str, Any]]:
    node = schema.node
    rows: dict[str, Any] = {}
    for some in chunks({id for name, members in groups.items() for id in ([name] if ":" in name else members)}):
        query = select(node.c.id, node.c.name, node.c.kind).where(node.c.id.in_(some))
        rows.update((row.id, row) for row in connection.execute(query))
    return {
        name: face(name, [rows[id] for id in ([name] if ":" in name else sorted(members)) if id in rows])
        for name, members in groups.items()
    }


def face(canonical: str, members: Iterable[Any]) -> dict[str, Any]:
    """Name and kind to show for a cluster: the pack's, else those of the member with the longest name.

    Members are rows with `id`, `name` and `kind`. Names too long to be names count as shortest.
    """
    own = next((row for row in members if row.id == canonical and ":" in canonical), None)
    best = own or max(
        sorted(members, key=lambda row: row.id),
        key=lambda row: len(row.name) if len(row.name) <= LONGEST_NAME else 0,
    )
    return {"name": best.name, "kind": best.kind}
