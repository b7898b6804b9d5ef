"""Web pages: main text, and the facts their metadata state."""

import json
import time
from datetime import date

import pytest

from according.articles import read_bytes
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

NEWS = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Example"},
        {
            "@type": ["NewsArticle"],
            "headline": "Army denies losing the border post",
            "datePublished": "2025-06-17T10:00:00Z",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}],
            "publisher": {"name": "Example Times"},
            "isBasedOn": [{"url": "https://wire.example/abc"}, "/local"],
            "creditText": "Wire Agency",
        },
    ],
}
HEAD = (
    f'<script type="application/ld+json">{json.dumps(NEWS)}</script>'
    '<link rel="canonical" href="https://times.example/news/1">'
)


def read(data: bytes, name: str = "a.html") -> Article:
    [item] = read_bytes(data, name, Config())
    assert isinstance(item, Article), item
    return item


def test_structured_data() -> None:
    article = read(samples.page(head=HEAD))
    assert article.title == "Army denies losing the border post"
    assert article.outlet.name == "Example Times"
    assert article.outlet.url == "https://times.example"
    assert article.authors == ("Jane Doe", "John Roe")
    assert article.published == date(2025, 6, 17)
    assert article.canonical == article.url == "https://times.example/news/1"
    assert "https://wire.example/abc" in article.based_on
    assert article.credits == ("Wire Agency", "TARANDA (Wire Agency) -")
    assert "Our soldiers are still there" in article.text
    assert "Home" not in article.text
    assert "All rights reserved" not in article.text


def test_dateline_serves_where_no_publisher_is_named() -> None:
    article = read(samples.page())
    assert article.outlet.name == "Wire Agency"
    assert article.published is None


@pytest.mark.parametrize(
    "broken", ["{", "[]", '"x"', '{"@graph": 5}', '{"@type": "NewsArticle", "author": 5, "publisher": []}']
)
def test_broken_structured_data_is_passed_over(broken: str) -> None:
    article = read(samples.page(head=f'<script type="application/ld+json">{broken}</script>'))
    assert "Our soldiers" in article.text


def test_charset_of_the_page_decides() -> None:
    body = samples.BODY.replace("Idris Kole", "Şükrü Öğüt")
    page = samples.page(body).decode().replace('charset="utf-8"', 'charset="windows-1254"')
    assert "Şükrü Öğüt" in read(page.encode("cp1254")).text


def test_hostile_markup_stays_text() -> None:
    body = samples.BODY + "<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall, the residents said.</p>"
    article = read(samples.page(body + "<script>alert(2)</script>"))
    assert "<script>alert(1)</script>" in article.text
    assert "alert(2)" not in article.text


def test_deep_and_huge_pages_end_quickly() -> None:
    started = time.monotonic()
    deep = b"<html><body>" + b"<div>" * 100_000 + b"hello"
    huge = b"<html><body>" + b"<p>The army said so.</p>" * 300_000
    for data, kind in ((deep, "not_article"), (huge, "oversized")):
        [item] = read_bytes(data, "a.html", Config())
        assert isinstance(item, Problem)
        assert item.kind == kind
    assert time.monotonic() - started < 10


def test_pictures_inside_a_saved_page_do_not_count() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"
    assert "Our soldiers" in read(samples.page(picture + samples.BODY)).text


def test_saved_page() -> None:
    import quopri

    parts = quopri.encodestring(samples.page(head=HEAD)).decode()
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://copy.example/a\r\n"
        "Date: Wed, 18 Jun 2025 07:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{parts}\r\n--b--\r\n"
    )
    article = read(data.encode(), "a.mhtml")
    assert article.url == "https://copy.example/a"
    assert article.canonical == "https://times.example/news/1"
    assert "https://times.example/news/1" in article.based_on
    assert article.retrieved is not None
    assert article.retrieved.isoformat() == "2025-06-18T07:00:00+00:00"
