"""What is new, what waits, what is contested, and how much there is."""

from collections import Counter
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from according.knowledge import queries
from according.knowledge.queries.arrivals import added_since
from according.knowledge.rows import ClaimFilter
from according.web.responses import ArticleOut, Page, ProblemOut
from according.web.routes.asking import Limit, Settings, Stored, cut

__all__ = ["router"]

router = APIRouter(tags=["overview"])


class Status(BaseModel):
    """The size of the store and who decides in it."""

    version: str
    articles: int
    claims: int
    statements: int
    entities: int
    places: int
    problems: int
    waiting: int
    author: str
    boundary: str
    store: dict[str, Any]


class Overview(BaseModel):
    """The first screen: what came in since a moment, and how the published articles spread over time."""

    new_articles: int
    latest: list[ArticleOut]
    published: list[tuple[date, int]]
    undated: int


@router.get("/status")
def show_status(store: Stored, config: Settings) -> Status:
    """Counts over the whole store."""
    from according.web.app import BOUNDARY

    def read() -> Status:
        reader = store.reader()
        found = queries.status(reader)
        return Status(
            version=store.version(),
            articles=int(found.get("articles", 0)),
            claims=int(found.get("claims", 0)),
            statements=int(found.get("statements", 0)),
            entities=int(found.get("entities", 0)),
            places=int(found.get("places", 0)),
            problems=int(found.get("problems", 0)),
            waiting=queries.count_claims(reader, ClaimFilter(review="none")),
            author=config.author,
            boundary=BOUNDARY,
            store={key: value for key, value in found.items() if isinstance(value, str | int | float | list | dict)},
        )

    return store.kept("status", read)


@router.get("/overview")
def show_overview(
    store: Stored, since: Annotated[datetime | None, Query(description="the last visit")] = None
) -> Overview:
    """What came in since the last visit (the latest articles, where nothing did), and the articles by day."""
    rows = store.articles()
    published = Counter(row.published for row in rows if row.published is not None)
    new = added_since(store.reader(), since) if since is not None else []
    return Overview(
        new_articles=len(new),
        latest=[ArticleOut.of(row) for row in (new or rows)[:8]],
        published=sorted(published.items()),
        undated=sum(row.published is None for row in rows),
    )


@router.get("/problems")
def list_problems(
    store: Stored, limit: Limit = 100, after: Annotated[str | None, Query(max_length=100)] = None
) -> Page[ProblemOut]:
    """Everything that could not be read, with what to do about it; the latest first."""
    rows = store.kept("problems", lambda: list(reversed(queries.problems(store.reader()))))
    start = cut(after)
    return Page(
        items=[ProblemOut.of(problem) for problem in rows[start : start + limit]],
        next=str(start + limit) if start + limit < len(rows) else None,
        total=len(rows),
    )
