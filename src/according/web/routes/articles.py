"""Articles: their heads, their text, and what was read from them."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from according.knowledge import queries
from according.knowledge.origins.reading import family_of
from according.knowledge.rows import ClaimFilter, StatementFilter
from according.knowledge.search import fold, words
from according.web.origins import FamilyOut
from according.web.responses import ArticleOut, ArticleText, ClaimOut, MentionOut, Page, StatementOut
from according.web.routes.asking import Limit, Stored, cut

__all__ = ["router"]

router = APIRouter(tags=["articles"])


class ArticleDetail(BaseModel):
    """An article's head with its family: reprints, and texts it credits or paraphrases."""

    article: ArticleOut
    family: FamilyOut


@router.get("/articles")
def list_articles(
    store: Stored,
    limit: Limit = 50,
    after: Annotated[str | None, Query(max_length=100)] = None,
    text: Annotated[str | None, Query(max_length=500, description="words of title, outlet or path")] = None,
) -> Page[ArticleOut]:
    """Articles, the latest published first."""
    start = cut(after)
    rows = store.articles()
    if text and (wanted := words(text)):
        rows = [row for row in rows if _has(wanted, f"{row.title} {row.outlet} {row.path or ''}")]
    end = start + limit
    return Page(
        items=[ArticleOut.of(row) for row in rows[start:end]],
        next=str(end) if end < len(rows) else None,
        total=len(rows),
    )


@router.get("/articles/{id}")
def one_article(store: Stored, id: str) -> ArticleDetail:
    """An article's head, by its id or path, and its family."""
    row = queries.article(store.reader(), id)
    return ArticleDetail(article=ArticleOut.of(row), family=FamilyOut.of(family_of(store.reader(), row.id)))


@router.get("/articles/{id}/text")
def article_text(store: Stored, id: str) -> ArticleText:
    """The text that every offset counts into."""
    return ArticleText(id=id, text=queries.article_text(store.reader(), id))


@router.get("/articles/{id}/claims")
def article_claims(
    store: Stored, id: str, limit: Limit = 200, after: Annotated[str | None, Query(max_length=500)] = None
) -> Page[ClaimOut]:
    """The claims of one article in the order of the text, rejected ones last seen as such."""
    reader = store.reader()
    queries.article(reader, id)
    rows = queries.claims(reader, ClaimFilter(article=id), limit=limit + 1, after=after)
    return Page(
        items=[ClaimOut.of(row) for row in rows[:limit]], next=rows[limit - 1].claim.id if len(rows) > limit else None
    )


@router.get("/articles/{id}/mentions")
def article_mentions(
    store: Stored, id: str, limit: Limit = 500, after: Annotated[str | None, Query(max_length=100)] = None
) -> Page[MentionOut]:
    """Names, places, dates and pronouns as written, in the order of the text."""
    reader = store.reader()
    queries.article(reader, id)
    found = queries.mentions(reader, id)
    start = cut(after)
    return Page(
        items=[MentionOut.of(mention) for mention in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


@router.get("/articles/{id}/statements")
def article_statements(
    store: Stored, id: str, limit: Limit = 500, after: Annotated[str | None, Query(max_length=100)] = None
) -> Page[StatementOut]:
    """The statements read from one article, its own voice included."""
    reader = store.reader()
    queries.article(reader, id)
    found = queries.statements(reader, StatementFilter(article=id), limit=None)
    start = cut(after)
    return Page(
        items=[StatementOut.of(row) for row in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


def _has(wanted: list[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)
