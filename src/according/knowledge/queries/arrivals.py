"""What came into the store since a moment: for whoever comes back to it."""

from datetime import UTC, datetime

from sqlalchemy import select

from according.knowledge import schema
from according.knowledge.queries.assembly import article_rows
from according.knowledge.reader import Reader
from according.knowledge.rows import ArticleRow

__all__ = ["added_since"]


def added_since(reader: Reader, moment: datetime) -> list[ArticleRow]:
    """Articles first saved by a run that began at or after the moment, newest first; without a zone it is UTC."""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    article, batch = schema.article, schema.batch
    query = (
        select(article.c.seq)
        .join(batch, batch.c.seq == article.c.batch)
        .where(batch.c.at >= moment.isoformat(timespec="seconds"))
        .order_by(article.c.seq.desc())
    )
    with reader.connect() as connection:
        keys = list(connection.scalars(query))
        found = article_rows(connection, keys)
        return [found[key] for key in keys]
