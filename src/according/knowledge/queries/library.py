"""Articles, their texts and names, what could not be read, and what the store holds in all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, or_, select, tuple_

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.dialects import size_of
from according.knowledge.encoding import decode
from according.knowledge.evidence import read_article, read_extraction
from according.knowledge.queries.assembly import article_rows
from according.knowledge.rows import ArticleRow
from according.knowledge.search import fold
from according.records import Mention, Problem

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = [
    "all_articles",
    "article",
    "article_text",
    "articles",
    "batches",
    "mentions",
    "outlets",
    "problems",
    "status",
    "version",
]


def articles(
    reader: Reader,
    *,
    outlet: str | None = None,
    title: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = 50,
    after: str | None = None,
    newest: bool = False,
) -> list[ArticleRow]:
    """Heads of articles as they were added, or newest first. `after` is the id of the last one of a page."""
    table = schema.article
    day = func.coalesce(table.c.published, "")
    query: Select[Any] = select(table.c.seq).limit(limit)
    if outlet is not None:
        query = query.where(table.c.outlet == outlet)
    if title:
        query = query.where(func.lower(table.c.title).contains(fold(title), autoescape=True))
    if since:
        query = query.where(table.c.published >= since.isoformat())
    if until:
        query = query.where(table.c.published <= until.isoformat())
    with reader.connect() as connection:
        if after is not None:
            last = connection.execute(select(table.c.seq, day).where(table.c.id == after)).one_or_none()
            if last is None:
                raise NotFoundError(f"There is no article {after!r} to go on after.")
            query = query.where(tuple_(day, table.c.seq) < (last[1], last[0]) if newest else table.c.seq > last[0])
        query = query.order_by(day.desc(), table.c.seq.desc()) if newest else query.order_by(table.c.seq)
        keys = list(connection.scalars(query))
        found = article_rows(connection, keys)
        return [found[key] for key in keys]


def all_articles(reader: Reader) -> Iterator[ArticleRow]:
    """Every article's head, as they were added; memory stays flat."""
    after: str | None = None
    while rows := articles(reader, limit=500, after=after):
        yield from rows
        after = rows[-1].id


def _key(connection: Connection, id: str) -> int:
    table = schema.article
    key = connection.scalar(select(table.c.seq).where(or_(table.c.id == id, table.c.path == id)).limit(1))
    if key is None:
        raise NotFoundError(f"There is no article {id!r}. List them with: according export articles")
    return int(key)


def article(reader: Reader, id: str) -> ArticleRow:
    """One article's head by its id or path. Raises NotFoundError."""
    with reader.connect() as connection:
        key = _key(connection, id)
        return article_rows(connection, [key])[key]


def article_text(reader: Reader, id: str) -> str:
    """The text all offsets of this article count into. Raises NotFoundError."""
    with reader.connect() as connection:
        return read_article(connection, _key(connection, id)).text


def mentions(reader: Reader, article: str) -> list[Mention]:
    """The names, pronouns, places and dates found in an article, in text order. Raises NotFoundError."""
    with reader.connect() as connection:
        key = _key(connection, article)
        current = schema.current
        reading = connection.scalar(select(current.c.extraction).where(current.c.article == key))
        if reading is None:
            return []
        return sorted(read_extraction(connection, reading).mentions, key=lambda m: (m.span, m.name))


def outlets(reader: Reader) -> dict[str, int]:
    """How many articles each outlet has here, most first; the empty name stands for unknown."""
    table = schema.article
    count = func.count()
    query = select(table.c.outlet, count).group_by(table.c.outlet).order_by(count.desc(), table.c.outlet)
    with reader.connect() as connection:
        return dict(connection.execute(query).all())


def problems(reader: Reader, limit: int | None = None) -> list[Problem]:
    """What could not be read and still cannot, newest last: a problem goes when its input was added since."""
    with reader.connect() as connection:
        query = _open_problems(schema.problem.c.body).order_by(schema.problem.c.seq).limit(limit)
        return [decode(Problem, body) for body in connection.scalars(query)]


def _open_problems(*columns: Any) -> Select[Any]:
    problem, current, article = schema.problem, schema.current, schema.article
    added_since = (
        select(article.c.seq)
        .where(or_(article.c.path == problem.c.input, article.c.url == problem.c.input))
        .where(article.c.batch > problem.c.batch)
    )
    return select(*columns).where(
        or_(
            problem.c.extraction.in_(select(current.c.extraction)),
            problem.c.extraction.is_(None) & ~added_since.exists(),
        )
    )


def batches(reader: Reader) -> list[tuple[int, str, str]]:
    """The runs that changed the store: number, time (UTC, ISO 8601) and what they were."""
    table = schema.batch
    with reader.connect() as connection:
        return [(row.seq, row.at, row.what) for row in connection.execute(select(table).order_by(table.c.seq))]


def status(reader: Reader) -> dict[str, Any]:
    """What the store holds: counts by name, the extractors in force with their articles, its size, its last change."""
    with reader.connect() as connection:

        def count(table: Any, *where: Any) -> int:
            return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0

        extraction, current, cluster, article = schema.extraction, schema.current, schema.cluster, schema.article
        readers = (
            select(extraction.c.extractor, func.count())
            .join(current, current.c.extraction == extraction.c.seq)
            .group_by(extraction.c.extractor)
            .order_by(extraction.c.extractor)
        )
        first, last = connection.execute(select(func.min(article.c.published), func.max(article.c.published))).one()
        return {
            "articles": count(article),
            "claims": count(schema.claim, schema.claim.c.review != "reject"),
            "statements": count(schema.statement, schema.statement.c.shown == 1),
            "entities": count(cluster, cluster.c.articles > 0),
            "places": connection.scalar(
                select(func.count(schema.place.c.id.distinct())).join(
                    schema.article_ref, schema.article_ref.c.ref == schema.place.c.id
                )
            )
            or 0,
            "problems": connection.scalar(_open_problems(func.count())) or 0,
            "outlets": connection.scalar(select(func.count(article.c.outlet.distinct()))) or 0,
            "judgements": count(schema.judgement),
            "reviewed": count(schema.review),
            "first_published": first,
            "last_published": last,
            "extractors": dict(connection.execute(readers).all()),
            "changed": connection.scalar(select(func.max(schema.batch.c.at))),
            "bytes": size_of(connection),
            "form": f"{schema.EVIDENCE_VERSION}.{schema.DERIVED_VERSION}",
        }


def version(reader: Reader) -> str:
    """A word that is another one after anything was saved or judged; what was drawn from the store before is stale."""
    tables = (schema.extraction, schema.linking, schema.judgement, schema.problem)
    with reader.connect() as connection:
        columns = [select(func.coalesce(func.max(table.c.seq), 0)).scalar_subquery() for table in tables]
        return ".".join(str(number) for number in connection.execute(select(*columns)).one())
