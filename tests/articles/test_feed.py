"""Feeds: whole texts are articles, teasers lead to their pages."""

import html
from collections.abc import Iterator
from datetime import date

from according.articles import read_bytes
from according.articles.document import Document
from according.articles.feed import read_feed
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

LONG = (
    "<p>The army denied on Tuesday that it had lost the post.</p><script>x()</script><p>He said: &quot;No.&quot;</p>"
    * 12
)


def test_entries_with_their_text() -> None:
    data = samples.feed(
        "<item><title>Army denies it</title><link>https://times.example/1</link><dc:creator>Jane Doe</dc:creator>"
        "<pubDate>Tue, 17 Jun 2025 10:00:00 GMT</pubDate><source url='https://wire.example/rss'>Wire Agency</source>"
        f"<description>Short.</description><content:encoded><![CDATA[{LONG}]]></content:encoded></item>"
        "<item><title>Teaser</title><link>https://times.example/2</link><description>Short.</description></item>"
    )
    article, problem = read_bytes(data, "news.xml", Config())
    assert isinstance(article, Article)
    assert article.title == "Army denies it"
    assert article.outlet.name == "Example Times"
    assert article.authors == ("Jane Doe",)
    assert article.published == date(2025, 6, 17)
    assert article.url == article.canonical == "https://times.example/1"
    assert article.path == "news.xml"
    assert article.credits == ("Wire Agency",)
    assert article.based_on == ("https://wire.example/rss",)
    assert article.text.startswith('The army denied on Tuesday that it had lost the post.\nHe said: "No."\nThe army')
    assert "x()" not in article.text
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.input) == ("summary_only", "https://times.example/2")


def test_site_that_is_down_is_not_asked_for_every_page() -> None:
    asked: list[str] = []

    def fetch(link: str) -> Iterator[Article | Problem]:
        asked.append(link)
        yield Problem(input=link, stage="articles", kind="timeout", message="No answer.")

    entries = "".join(f"<item><title>T</title><link>https://times.example/{n}</link></item>" for n in range(9))
    items = list(read_feed(Document(data=samples.feed(entries), name="feed"), fetch))
    assert len(items) == 9
    assert len(asked) == 3
    assert all(isinstance(item, Problem) for item in items)


def test_atom() -> None:
    data = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry>'
        '<title>Army denies it</title><link href="https://times.example/1"/>'
        "<published>2025-06-17T10:00:00Z</published>"
        f'<content type="html">{html.escape(LONG)}</content></entry></feed>'
    )
    [article] = read_bytes(data.encode(), "feed", Config())
    assert isinstance(article, Article)
    assert article.published == date(2025, 6, 17)
