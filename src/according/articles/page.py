"""A web page → its article: main text by trafilatura, facts from the page's metadata (schema.org, OpenGraph, links)."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from according.articles.decoding import decode, settle
from according.articles.document import Document, Facts, compose
from according.articles.header import read_header
from according.articles.published import parse_date
from according.errors import ArticleError
from according.records import Article

__all__ = ["page_source", "page_text", "read_page"]

# Extraction takes about 4 s a megabyte of paragraphs on one core; the text of a long news page has a tenth of one.
MAX_MARKUP = 5_000_000
# Shorter page texts are teasers, menus or notices.
MIN_LETTERS = 80
_DATA_ADDRESS = re.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=\s]{200,}")
_STYLE = re.compile(r"<style[\s>].*?</style\s*>|<svg[\s>].*?</svg\s*>", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_WALL = re.compile(
    r"\b(?:we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences|consent)|"
    r"enable javascript|javascript is (?:disabled|required)|verify (?:that )?you are (?:a )?human|captcha|"
    r"access denied|subscribe to (?:continue|read)|log ?in to (?:continue|read)|page not found|404 not found)\b",
    re.IGNORECASE,
)
# A sentence: some words and a full stop (Latin, Arabic, Devanagari, CJK), possibly closed by a quotation mark.
_SENTENCE = re.compile(r"(?:\S+\s+){6,}\S+?[.!?…؟۔।][\"'”’»)\]]*(?:\s|$)|[^\n]{15,}[。！？]")
_ARTICLE_TYPES = ("article", "report", "posting", "review")


def read_page(document: Document) -> Article:
    """The article on an HTML page. ArticleError when the page holds none, or none that can be reached."""
    source = page_source(document)
    text, facts = page_text(source, document.url)
    if text is None or sum(map(str.isalpha, text)) < MIN_LETTERS:
        raise _no_article(text or _visible(source))
    if not _SENTENCE.search(text) or (len(text) < 1500 and len(_WALL.findall(text)) >= 2):
        raise _no_article(text)
    return compose(document, text, facts.over(_credits(text)))


def page_source(document: Document) -> str:
    """The page's markup as text, without embedded pictures and styles. ArticleError when it is beyond reading."""
    charset = _DECLARED.search((document.content_type or "").encode()) or _DECLARED.search(document.data[:2048])
    source = decode(document.data, charset[1].decode("ascii", "ignore") if charset else None)
    source = _STYLE.sub(" ", _DATA_ADDRESS.sub("data:,", _PROLOG.sub("", source)))
    if len(source) > MAX_MARKUP:
        raise ArticleError(
            f"The page holds {len(source) / 1e6:.0f} million characters of markup, more than a news page has. "
            "Save the article alone, or as plain text.",
            kind="oversized",
        )
    return source


def page_text(source: str, url: str | None) -> tuple[str | None, Facts]:
    """Main text (None when there is none) and the page's facts."""
    from lxml import etree, html  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    try:
        tree = html.fromstring(source)
    except (etree.ParserError, ValueError, AssertionError):  # no element in it
        return None, Facts()
    found = bare_extraction(
        source,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    facts = _structured(tree, url).over(_linked(tree, url))
    if found is None or isinstance(found, dict):
        return None, facts
    guessed = Facts(
        title=found.title or "",
        outlet=found.sitename or "",
        outlet_url=_site(found.url or url),
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=parse_date(found.date),
    )
    facts = facts.over(guessed)
    if not facts.outlet and facts.outlet_url:
        facts = Facts(outlet=urlsplit(facts.outlet_url).netloc.removeprefix("www.")).over(facts)
    return (settle(found.text).strip() if found.text else None), facts


def _structured(tree: Any, url: str | None) -> Facts:
    facts = Facts()
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if any(kind.lower().endswith(_ARTICLE_TYPES) for kind in _strings(item.get("@type"))):
                facts = facts.over(_article_facts(item, url))
    return facts


def _items(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth < 4:
        if isinstance(data, dict):
            yield data
            yield from _items(data.get("@graph", []), depth + 1)
        elif isinstance(data, list):
            for item in data:
                yield from _items(item, depth + 1)


def _article_facts(item: dict[str, Any], url: str | None) -> Facts:
    originals = [*_addresses(item.get("isBasedOn")), *_addresses(item.get("isBasedOnUrl"))]
    credits = [
        *_strings(item.get("creditText")),
        *_strings(item.get("dateline")),
        *_named(item.get("sourceOrganization")),
    ]
    return Facts(
        title=next(iter(_strings(item.get("headline"))), ""),
        outlet=next(iter(_named(item.get("publisher"))), ""),
        authors=tuple(_named(item.get("author"))),
        published=parse_date(next(iter(_strings(item.get("datePublished"))), "")),
        credits=tuple(credits),
        based_on=tuple(urljoin(url or "", address) for address in originals),
    )


def _linked(tree: Any, url: str | None) -> Facts:
    canonical = [str(a) for a in tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")]
    address = next((full for a in canonical if _is_web(full := urljoin(url or "", a.strip()))), None)
    published = tree.xpath("//meta[@property='article:published_time' or @itemprop='datePublished']/@content")
    originals = tree.xpath(
        "//link[@rel='syndication-source' or @rel='original-source']/@href"
        " | //meta[@name='syndication-source' or @name='original-source']/@content"
    )
    # A canonical link to another site says that this page is the copy.
    if address and url and _host(address) != _host(url):
        originals = [address, *originals]
    return Facts(
        published=next((day for value in published if (day := parse_date(value))), None),
        url=address,
        based_on=tuple(full for a in originals if _is_web(full := urljoin(url or "", str(a).strip()))),
    )


def _credits(text: str) -> Facts:
    stated = read_header(text)
    return Facts(outlet=stated.outlet, credits=stated.credits, authors=stated.authors, published=stated.published)


def _visible(source: str) -> str:
    return re.sub(r"<[^>]{0,2000}>", " ", source)[:20_000]


def _no_article(text: str) -> ArticleError:
    if _WALL.search(text):
        return ArticleError(
            "The page shows a cookie, login or access notice in place of an article. "
            "Open it in a browser, save the page with the article visible, and add that file.",
            kind="wall",
        )
    return ArticleError(
        "The page holds no article, only headlines, links or a few words. Give the address or file of one article.",
        kind="not_article",
    )


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item.strip() for item in values if isinstance(item, str) and item.strip()]


def _named(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return _strings([item.get("name") if isinstance(item, dict) else item for item in values])


def _addresses(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return _strings([item.get("url") or item.get("@id") if isinstance(item, dict) else item for item in values])


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""


def _site(address: str | None) -> str | None:
    if not address or not _host(address):
        return None
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
