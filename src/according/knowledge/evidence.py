"""Evidence in and out of its tables: records to rows and back. Rows are only ever added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from according.errors import StorageError
from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.derive import storable
from according.knowledge.dialects import insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.schema import ROOM
from according.records import Article, Entity, Extraction, Judgement, Link, Linking, Place, Problem, identify

__all__ = [
    "Filed",
    "add_article",
    "add_extraction",
    "add_linking",
    "add_problems",
    "add_records",
    "read_article",
    "read_extraction",
    "read_filed",
    "read_linking",
    "unrecorded",
]

_KINDS: dict[str, type[Entity] | type[Place] | type[Judgement]] = {
    "entity": Entity,
    "place": Place,
    "judgement": Judgement,
}


@dataclass(frozen=True, slots=True)
class Filed:
    """A linking as stored: its links, and the ids of its records."""

    links: tuple[Link, ...]
    entities: tuple[str, ...]
    places: tuple[str, ...]
    judgements: tuple[str, ...]


def add_article(connection: Connection, article: Article, batch: int) -> int:
    """The article's sequence number; it is stored unless it is there."""
    table = schema.article
    seq = connection.scalar(select(table.c.seq).where(table.c.id == article.id))
    if seq is not None:
        return int(seq)
    text = article.text
    exact = storable(text) == text
    row = {
        "id": article.id,
        "path": article.path and storable(article.path),
        "title": storable(article.title),
        "outlet": storable(article.outlet.name),
        "outlet_kind": article.outlet.kind,
        "published": article.published and article.published.isoformat(),
        "url": article.url and storable(article.url),
        "language": article.language,
        "batch": batch,
        # a text no database column can hold exactly (NUL, half characters) stays, escaped, in the body
        "body": encode(replace(article, text="") if exact else article),
        "text": storable(text),
    }
    return _inserted(connection, table, row)


def read_article(connection: Connection, seq: int) -> Article:
    """The article as it was saved."""
    table = schema.article
    row = connection.execute(select(table.c.body, table.c.text).where(table.c.seq == seq)).one()
    article = decode(Article, row.body)
    return article if article.text else replace(article, text=row.text)


def add_extraction(connection: Connection, article_seq: int, extraction: Extraction, batch: int) -> int:
    """The extraction's sequence number; it is stored, with its problems, unless this extractor's is there."""
    for what in (extraction.claims, extraction.statements):
        if len(what) > ROOM:
            raise StorageError(f"Article {extraction.article} has over {ROOM} claims; split it before adding it.")
    table = schema.extraction
    here = (table.c.article == article_seq) & (table.c.extractor == extraction.extractor)
    seq = connection.scalar(select(table.c.seq).where(here))
    if seq is None:
        body = encode(replace(extraction, article="", extractor=""))
        row = {"article": article_seq, "extractor": extraction.extractor, "batch": batch, "body": body}
        seq = _inserted(connection, table, row)
        add_problems(connection, extraction.problems, batch, seq)
    return seq


def read_extraction(connection: Connection, seq: int) -> Extraction:
    """The extraction as it was saved."""
    table, article = schema.extraction, schema.article
    query = select(table.c.body, table.c.extractor, article.c.id).join(article, article.c.seq == table.c.article)
    row = connection.execute(query.where(table.c.seq == seq)).one()
    return replace(decode(Extraction, row.body), article=row.id, extractor=row.extractor)


def add_linking(connection: Connection, extraction_seq: int, linking: Linking, batch: int, known: set[str]) -> int:
    """The linking's sequence number; it and the records new to the store are added unless this linker's is there.

    `known` holds record ids sure to be stored; ids found or added are put in.
    """
    table = schema.linking
    here = (table.c.extraction == extraction_seq) & (table.c.linker == linking.linker)
    seq = connection.scalar(select(table.c.seq).where(here))
    if seq is not None:
        return int(seq)
    ids = {
        "entity": add_records(connection, "entity", linking.entities, batch, known),
        "place": add_records(connection, "place", linking.places, batch, known),
        "judgement": add_records(connection, "judgement", linking.judgements, batch, known),
    }
    body = encode(Filed(linking.links, *(tuple(ids[kind]) for kind in _KINDS)))
    row = {"extraction": extraction_seq, "linker": linking.linker, "batch": batch, "body": body}
    return _inserted(connection, table, row)


def read_filed(connection: Connection, seq: int) -> Filed:
    """A linking without its records read."""
    table = schema.linking
    return decode(Filed, connection.execute(select(table.c.body).where(table.c.seq == seq)).scalar_one())


def read_linking(connection: Connection, seq: int, records: dict[str, Any]) -> Linking:
    """The linking as it was saved. `records` keeps what was decoded between calls."""
    table, extraction, article = schema.linking, schema.extraction, schema.article
    query = (
        select(table.c.body, table.c.linker, article.c.id)
        .join(extraction, extraction.c.seq == table.c.extraction)
        .join(article, article.c.seq == extraction.c.article)
    )
    row = connection.execute(query.where(table.c.seq == seq)).one()
    filed = decode(Filed, row.body)
    stored = schema.record
    missing = {id for id in (*filed.entities, *filed.places, *filed.judgements) if id not in records}
    for some in chunks(missing):
        for found in connection.execute(select(stored.c.id, stored.c.kind, stored.c.body).where(stored.c.id.in_(some))):
            records[found.id] = decode(_KINDS[found.kind], found.body)
    return Linking(
        article=row.id,
        linker=row.linker,
        entities=tuple(records[id] for id in filed.entities),
        places=tuple(records[id] for id in filed.places),
        links=filed.links,
        judgements=tuple(records[id] for id in filed.judgements),
    )


def add_records(
    connection: Connection, kind: str, records: Sequence[Entity | Place | Judgement], batch: int, known: set[str]
) -> list[str]:
    """The records' ids, in order; those not stored yet are added. A judgement keeps its own id."""
    bodies: dict[str, str] = {}
    ids = []
    for record in records:
        body = encode(record)
        id: str = record.id if isinstance(record, Judgement) else identify(kind, body)
        ids.append(id)
        bodies.setdefault(id, body)
    table = schema.record
    unsure = bodies.keys() - known
    for some in chunks(unsure):
        known.update(connection.scalars(select(table.c.id).where(table.c.id.in_(some))))
    fresh = [id for id in bodies if id not in known]
    if fresh:
        rows = [{"id": id, "kind": kind, "batch": batch, "body": bodies[id]} for id in fresh]
        connection.execute(insert(table), rows)
        known.update(fresh)
    return ids


def add_problems(connection: Connection, problems: Iterable[Problem], batch: int, extraction: int | None) -> int:
    """How many of the problems were new."""
    rows = []
    for problem in problems:
        input = storable(problem.input)
        body, id = encode(problem), _problem_id(problem, extraction)
        rows.append({"id": id, "extraction": extraction, "input": input, "batch": batch, "body": body})
    return insert_new(connection, schema.problem, rows)


def unrecorded(connection: Connection, problems: Iterable[Problem]) -> list[Problem]:
    """Those that are not in the store as problems of an input that could not be read at all."""
    table = schema.problem
    asked = {_problem_id(problem, None): problem for problem in problems}
    for some in chunks(asked):
        for id in connection.scalars(select(table.c.id).where(table.c.id.in_(some))):
            del asked[id]
    return list(asked.values())


def _problem_id(problem: Problem, extraction: int | None) -> str:
    return identify("problem", extraction, encode(problem))


def _inserted(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None  # both databases return the key of a single inserted row
    return int(key[0])
