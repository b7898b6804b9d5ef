"""An RSS or Atom feed → its entries (feedparser): the text where the feed carries it whole, else the entry's page."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from according.articles.decoding import settle
from according.articles.document import Document, Facts, compose, problem
from according.articles.header import read_header
from according.errors import ArticleError
from according.records import Article, Problem

__all__ = ["read_feed"]

# A teaser is one or two sentences, an article several: 100 words lie between.
MIN_WORDS = 100
# A site that is down costs the whole time limit a page; so many in a row and the rest is left for later.
MAX_UNREACHED = 3
_BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "section", "article", "ul", "ol")


def read_feed(
    document: Document, fetch: Callable[[str], Iterator[Article | Problem]] | None
) -> Iterator[Article | Problem]:
    """Every entry as an article or a problem. `fetch` reads an entry's own page; None leaves the network alone."""
    import feedparser

    headers = {"content-type": document.content_type} if document.content_type else {}
    feed = feedparser.parse(document.data, response_headers=headers)
    # A feed that breaks off in its first entry leaves an entry without a word or an address.
    if not any(entry.get("link") or _text(entry) for entry in feed.entries):
        if feed.bozo or not feed.version:
            raise ArticleError(
                "This is not a readable RSS or Atom feed. Give the feed's address, or an article's.",
                kind="broken_feed",
            )
        raise ArticleError("The feed has no entries. Try again later.", kind="empty_feed")
    unreached = 0
    for number, entry in enumerate(feed.entries, start=1):
        link = str(entry.get("link") or "")
        name = link or f"{document.name}#{number}"
        text = _text(entry)
        try:
            if len(text.split()) >= MIN_WORDS:
                yield _compose(document, feed.feed, entry, text, name)
            elif fetch is not None and link.startswith(("http://", "https://")):
                if unreached >= MAX_UNREACHED:
                    raise ArticleError(
                        f"The page was not fetched, since {unreached} before it could not be reached. Try again later.",
                        kind="network",
                    )
                for item in fetch(link):
                    failed = isinstance(item, Problem) and item.kind in ("network", "timeout", "unknown_host")
                    unreached = unreached + 1 if failed else 0
                    yield item
            else:
                raise ArticleError(
                    f"The feed {document.name} carries only a summary. Add the article's own address.",
                    kind="summary_only",
                )
        except ArticleError as error:
            yield problem(name, error)


def _compose(document: Document, feed: Any, entry: Any, text: str, name: str) -> Article:
    link = str(entry.get("link") or "") or None
    source = entry.get("source") or {}
    origin = str(source.get("href") or "") if isinstance(source, dict) else ""
    authors = [str(a.get("name", "")).strip() for a in entry.get("authors", []) if isinstance(a, dict)]
    when = entry.get("published_parsed")
    stated = read_header(text)
    facts = Facts(
        title=settle(str(entry.get("title") or "")).strip(),
        outlet=str(feed.get("title") or "").strip(),
        outlet_url=_web(feed.get("link")),
        authors=tuple(author for author in authors if author),
        published=date(*when[:3]) if when else None,
        url=link if _web(link) else None,
        credits=(str(source["title"]).strip(),) if isinstance(source, dict) and source.get("title") else (),
        based_on=(origin,) if _web(origin) else (),
    )
    own = Document(
        data=document.data,
        name=name,
        path=document.path,
        url=_web(link),
        retrieved=document.retrieved,
    )
    return compose(own, text, facts.over(Facts(credits=stated.credits, authors=stated.authors)))


def _text(entry: Any) -> str:
    contents = [str(content.get("value") or "") for content in entry.get("content", [])]
    return max((_words(markup) for markup in [*contents, str(entry.get("summary") or "")]), key=len, default="")


def _words(markup: str) -> str:
    """The text of an HTML fragment, one line a block."""
    if "<" not in markup:
        return settle(markup).strip()
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError, AssertionError):
        return settle(re.sub(r"<[^>]{0,2000}>", " ", markup)).strip()
    for element in tree.xpath(".//script | .//style | .//figure | .//iframe"):
        element.drop_tree()
    for element in tree.iter("br", *_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in settle(str(tree.text_content())).split("\n"))
    return "\n".join(line for line in lines if line)


def _web(address: Any) -> str | None:
    try:
        return str(address) if address and urlsplit(str(address)).scheme in ("http", "https") else None
    except ValueError:
        return None
