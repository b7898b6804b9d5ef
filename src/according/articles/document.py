"""`Document`: the bytes of one input on their way to becoming an article, and how an article is made of its text."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from according.errors import ArticleError
from according.records import Article, Outlet, Problem

__all__ = ["Document", "Facts", "compose", "problem"]

# Fewer letters than this hold no sentence with a speaker and something said ("He said so." has 8).
MIN_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as received: `name` is what a problem calls them, `path` the file they lie in, `url` where published."""

    data: bytes
    name: str
    path: str | None = None
    url: str | None = None
    content_type: str | None = None
    retrieved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says about itself: every field empty or None when it does not."""

    title: str = ""
    outlet: str = ""
    outlet_url: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()

    def over(self, other: "Facts") -> "Facts":
        """These facts, with the other's wherever these are silent; credits and originals are joined."""
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            outlet_url=self.outlet_url or other.outlet_url,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            url=self.url or other.url,
            credits=tuple(dict.fromkeys(self.credits + other.credits)),
            based_on=tuple(dict.fromkeys(self.based_on + other.based_on)),
        )


def problem(name: str, error: ArticleError) -> Problem:
    """The recorded form of an input that could not be read."""
    return Problem(input=name, stage="articles", kind=error.kind, message=str(error))


def compose(document: Document, text: str, facts: Facts) -> Article:
    """The article with this text. ArticleError when the text holds no sentence worth reading.

    `canonical` is the address the text itself names, `url` where it was fetched from, or else the canonical one.
    """
    from according.articles.language import identify_language

    letters = sum(map(str.isalpha, text))
    if not text.strip():
        raise ArticleError("This is empty. Give a file with the article's text in it.", kind="empty")
    if letters < MIN_LETTERS:
        raise ArticleError(f"This holds only {letters} letters of text. Give the whole article.", kind="near_empty")
    canonical = facts.url
    return Article(
        id=Article.identify(text, canonical or document.url),
        outlet=Outlet(facts.outlet, url=facts.outlet_url),
        text=text,
        title=facts.title,
        url=document.url or canonical,
        authors=facts.authors,
        published=facts.published,
        retrieved=document.retrieved,
        language=identify_language(text),
        path=document.path,
        canonical=canonical,
        credits=facts.credits,
        based_on=facts.based_on,
        sha256=hashlib.sha256(document.data).hexdigest(),
    )
