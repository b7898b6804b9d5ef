"""Markdown: front matter states facts, markup goes, words stay."""

from datetime import date

import pytest

from according.articles import read_bytes
from according.config import Config
from according.records import Article

SOURCE = """---
title: Army denies losing the post
outlet: Example Times
author: Digest by the tests
date: 2025-06-17
url: https://times.example/a?x=1&y=2
---

# Army denies losing the post

The army **denied** on Tuesday that it had lost
the [border post](https://times.example/velm) at *Velm*.

- First item, `said` one
- Second item

> "Our soldiers are still there," he said.

<!-- a comment -->
"""


def read(source: str) -> Article:
    [article] = read_bytes(source.encode(), "a.md", Config())
    assert isinstance(article, Article)
    return article


def test_front_matter_and_words() -> None:
    article = read(SOURCE)
    assert article.title == "Army denies losing the post"
    assert article.outlet.name == "Example Times"
    assert article.authors == ("Digest by the tests",)
    assert article.published == date(2025, 6, 17)
    assert article.canonical == "https://times.example/a?x=1&y=2"
    assert article.text == (
        "Army denies losing the post\n\n"
        "The army denied on Tuesday that it had lost the border post at Velm.\n\n"
        "First item, said one\nSecond item\n\n"
        '"Our soldiers are still there," he said.'
    )


def test_first_heading_is_the_title() -> None:
    assert read("# Army denies it\n\nThe army denied on Tuesday that it had lost.\n").title == "Army denies it"


@pytest.mark.parametrize(
    "front",
    [
        "---\n: : :\n---\n",
        "---\n[[[[\n---\n",
        "---\nno end\n\n",
        "---\njust words\n---\n",
        "---\n" + "[" * 3000 + "\n---\n",
    ],
)
def test_broken_front_matter_is_left_in_the_text(front: str) -> None:
    assert "denied on Tuesday" in read(front + "\nThe army denied on Tuesday that it had lost.\n").text


def test_front_matter_of_a_plain_text_stays_in_the_text() -> None:
    [article] = read_bytes(SOURCE.encode(), "a.txt", Config())
    assert isinstance(article, Article)
    assert article.text == SOURCE
    assert article.outlet.name == "Example Times"
