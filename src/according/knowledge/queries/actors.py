"""Actors as resolved: clusters of nodes with all their names, and the judgements that tie them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, or_, select

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.encoding import decode
from according.knowledge.queries.assembly import shown_nodes
from according.knowledge.queries.filters import named_nodes
from according.knowledge.rows import EntityRow
from according.knowledge.search import fold
from according.records import Entity, Judgement, Name

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["entities", "entity", "judgement", "judgements", "known", "names_of"]


def entities(
    reader: Reader,
    text: str | None = None,
    kind: str | None = None,
    limit: int | None = 50,
    offset: int = 0,
    *,
    unused: bool = False,
) -> list[EntityRow]:
    """Actors, places and things that articles name, those with most claims first.

    `text` must occur, word by word, in one of the names; `unused` adds entities of packs that no article names.
    """
    cluster = schema.cluster
    query = select(cluster).order_by(cluster.c.claims.desc(), cluster.c.mentions.desc(), cluster.c.id)
    if not unused:
        query = query.where(cluster.c.articles > 0)
    if kind is not None:
        query = query.where(cluster.c.kind == kind)
    with reader.connect() as connection:
        if text is not None:
            query = query.where(cluster.c.id.in_(named_nodes(connection, text)))
        rows = connection.execute(query.limit(limit).offset(offset)).all()
        return _entity_rows(connection, rows)


def entity(reader: Reader, id_or_name: str) -> EntityRow:
    """The actor with this id (also one merged into it), or else with this name. Raises NotFoundError.

    A name is looked up whole first, then by its words; where several have it, the one with most claims is meant
    only if the whole name is its own.
    """
    with reader.connect() as connection:
        found = shown_nodes(connection, [id_or_name]).get(id_or_name)
        ids = [found.id] if found else _named(connection, id_or_name)
        if not ids:
            near = _near(connection, id_or_name)
            hint = f" Did you mean {', '.join(near)}?" if near else " See: according export entities"
            raise NotFoundError(f"Nobody here is called {id_or_name!r}.{hint}")
        cluster = schema.cluster
        rows = connection.execute(select(cluster).where(cluster.c.id == ids[0])).all()
        return _entity_rows(connection, rows)[0]


def _named(connection: Connection, name: str) -> list[str]:
    node, names, cluster = schema.node, schema.node_name, schema.cluster
    weight = (cluster.c.claims.desc(), cluster.c.mentions.desc(), cluster.c.id)
    whole = (
        select(cluster.c.id)
        .join(node, node.c.canonical == cluster.c.id)
        .join(names, names.c.node == node.c.id)
        .where(names.c.folded == fold(name.strip()))
        .order_by(*weight)
    )
    found = list(connection.scalars(whole))
    if not found:
        partly = named_nodes(connection, name)
        found = partly if len(partly) == 1 else []
    return found


def _near(connection: Connection, name: str) -> list[str]:
    cluster = schema.cluster
    by_word = [id for word in fold(name).split() if len(word) > 2 for id in named_nodes(connection, word)]
    query = select(cluster.c.name).where(cluster.c.id.in_(by_word[:500])).order_by(cluster.c.claims.desc()).limit(5)
    close = list(connection.scalars(query))
    if close:
        return close
    from rapidfuzz import process

    known = list(connection.scalars(select(cluster.c.name).where(cluster.c.articles > 0).limit(50_000)))
    return [text for text, score, _ in process.extract(name, known, limit=3) if score >= 70]


def _entity_rows(connection: Connection, rows: Sequence[Any]) -> list[EntityRow]:
    ids = [row.id for row in rows]
    node, names = schema.node, schema.node_name
    members: dict[str, list[Any]] = defaultdict(list)
    for some in chunks(ids):
        found = connection.execute(select(node.c.id, node.c.canonical, node.c.body).where(node.c.canonical.in_(some)))
        for row in found:
            members[row.canonical].append(row)
    owner = {row.id: name for name, group in members.items() for row in group}
    written: dict[str, set[str]] = defaultdict(set)
    for some in chunks(owner):
        for name in connection.execute(select(names.c.node, names.c.text).where(names.c.node.in_(some))):
            written[owner[name.node]].add(name.text)
    opinions: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for judgement in _judgements_on(connection, owner):
        for end in (judgement.subject, judgement.object):
            if end in owner:
                opinions[owner[end]][judgement.id] = judgement
    return [_entity_row(row, members[row.id], written[row.id], list(opinions[row.id].values())) for row in rows]


def _entity_row(row: Any, members: Sequence[Any], names: Collection[str], said: list[Judgement]) -> EntityRow:
    records = {member.id: decode(Entity, member.body) for member in members}
    everything = {name.text: name for record in (records[row.id], *records.values()) for name in reversed(record.names)}
    shown = everything.pop(row.name, Name(row.name))
    entity = replace(records[row.id], kind=row.kind, names=(shown, *everything.values()))
    return EntityRow(
        entity=entity,
        members=tuple(sorted(records)),
        names=tuple(sorted(names, key=lambda name: (name != row.name, fold(name), name))),
        mentions=row.mentions,
        claims=row.claims,
        statements=row.statements,
        judgements=tuple(said),
        articles=row.articles,
    )


def names_of(reader: Reader, ids: Collection[str]) -> dict[str, str]:
    """The name to show for each of these nodes, clusters or places; unknown ids are left out."""
    place = schema.place
    with reader.connect() as connection:
        found = {id: shown.name for id, shown in shown_nodes(connection, ids).items()}
        for some in chunks([id for id in ids if id not in found]):
            found.update(connection.execute(select(place.c.id, place.c.name).where(place.c.id.in_(some))).all())
        return found


def judgements(reader: Reader, subject: str | None = None, *, limit: int | None = None) -> list[Judgement]:
    """Opinions as they were given, oldest first: persons' and rules'; with `subject`, those about that id.

    Rules' opinions that came with articles are listed before the log, and only while an article carries them.
    """
    with reader.connect() as connection:
        if subject is not None:
            return _judgements_on(connection, [subject])[:limit]
        log, rule = schema.judgement, schema.rule
        found = {}
        queries = (
            select(rule.c.body).order_by(rule.c.id),
            select(log.c.body).order_by(log.c.seq),
        )
        for query in queries:
            for body in connection.scalars(query):
                judgement = decode(Judgement, body)
                found[judgement.id] = judgement
        return list(found.values())[:limit]


def _judgements_on(connection: Connection, ids: Collection[str]) -> list[Judgement]:
    log, rule = schema.judgement, schema.rule
    found: dict[str, tuple[int, str, Judgement]] = {}
    for some in chunks(ids):
        for table, key in ((rule, None), (log, log.c.seq)):
            about = or_(table.c.subject.in_(some), table.c.object.in_(some))
            query = select(table.c.body, *([key] if key is not None else [])).where(about)
            for row in connection.execute(query):
                judgement = decode(Judgement, row.body)
                found[judgement.id] = (row.seq if key is not None else 0, judgement.id, judgement)
    return [judgement for _, _, judgement in sorted(found.values(), key=lambda f: f[:2])]


def judgement(reader: Reader, id: str) -> Judgement:
    """One opinion by its id. Raises NotFoundError."""
    with reader.connect() as connection:
        for table in (schema.judgement, schema.rule):
            body = connection.scalar(select(table.c.body).where(table.c.id == id))
            if body is not None:
                return decode(Judgement, body)
    raise NotFoundError(f"There is no judgement {id!r}.")


def known(reader: Reader, id: str) -> str:
    """What has this id: `claim`, `statement`, `judgement`, `entity`, `place` or `article`. Raises NotFoundError."""
    tables = {
        "claim": (schema.claim,),
        "statement": (schema.statement,),
        "judgement": (schema.judgement, schema.rule),
        "entity": (schema.node,),
        "place": (schema.place,),
        "article": (schema.article,),
    }
    with reader.connect() as connection:
        for kind, some in tables.items():
            if any(connection.scalar(select(table.c.id).where(table.c.id == id)) is not None for table in some):
                return kind
    raise NotFoundError(f"Nothing in the store has the id {id!r}.")
