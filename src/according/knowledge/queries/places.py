"""Places on the earth, and which articles name them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.queries.assembly import read_places
from according.knowledge.rows import PlaceRow

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = ["place", "places"]


def places(reader: Reader, *, article: str | None = None, limit: int | None = None) -> list[PlaceRow]:
    """Places that articles name, by name; with `article` (an id), those of that article."""
    table, seen, articles = schema.place, schema.article_ref, schema.article
    query = select(table.c.id, table.c.name).join(seen, seen.c.ref == table.c.id).distinct()
    if article is not None:
        query = query.join(articles, articles.c.seq == seen.c.article).where(articles.c.id == article)
    with reader.connect() as connection:
        ids = [row.id for row in connection.execute(query.order_by(table.c.name, table.c.id).limit(limit))]
        return _rows(connection, ids)


def place(reader: Reader, id: str) -> PlaceRow:
    """One place by its id. Raises NotFoundError."""
    with reader.connect() as connection:
        rows = _rows(connection, [id])
        if not rows:
            raise NotFoundError(f"There is no place {id!r}. See: according export places")
        return rows[0]


def _rows(connection: Connection, ids: list[str]) -> list[PlaceRow]:
    found = read_places(connection, ids)
    names: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, list[str]] = defaultdict(list)
    written, seen, article = schema.place_name, schema.article_ref, schema.article
    for some in chunks(found):
        for name in connection.execute(select(written.c.place, written.c.text).where(written.c.place.in_(some))):
            names[name.place].add(name.text)
        query = (
            select(seen.c.ref, article.c.path, article.c.id)
            .join(article, article.c.seq == seen.c.article)
            .where(seen.c.ref.in_(some))
            .order_by(article.c.seq)
        )
        for row in connection.execute(query):
            articles[row.ref].append(row.path or row.id)
    return [PlaceRow(found[id], tuple(sorted(names[id])), tuple(articles[id])) for id in ids if id in found]
