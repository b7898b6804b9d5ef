"""Records survive being written down."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.encoding import decode, encode
from according.records import (
    Article,
    Claim,
    Evidence,
    Extraction,
    Judgement,
    Linking,
    Outlet,
    Problem,
    Quantity,
    Ref,
    Span,
    Statement,
    Time,
    Voice,
)
from benchmarks.generated import generate

DAY = date(2025, 3, 1)
SAMPLES = [
    Article("a", Outlet("N", "wire", "GB", "u"), "te\0xt", "T", "u", ("A", "B"), DAY, datetime(2025, 3, 1, tzinfo=UTC),
            "ar", "p\udcff", "c", ("x",), ("y",), "h"),
    Claim("c", "a", (Span(0, 1), Span(4, 6)), None, (Voice("N", "person", Span(0, 2), "r", "f", "two", "direct"),),
          "denied", "distancing", "unverified", Span(1, 2), "likely", "likely", Span(2, 3),
          Time("w", "2025", DAY, DAY, None, DAY, True, False, Span(0, 4)), (Evidence("status", Span(0, 1)),), 0.5),
    Statement("s", "a", None, Ref("x", "place", Span(0, 1)), "supplies", Ref("y"), Ref("z", "weapon"),
              Quantity("dozens", 24.0, None, "men"), None, None, True, "m", "hedged", (Span(0, 1),), "why"),
    Judgement("j", "s", "same", "o", "me", True, datetime(2025, 3, 1, 12, 30, tzinfo=UTC), "why", "{}"),
    Problem("i", "s", "k", "m", "a", Span(0, 1)),
]  # fmt: skip


@pytest.mark.parametrize("record", SAMPLES, ids=lambda record: type(record).__name__)
def test_records_with_every_field_set_come_back(record: object) -> None:
    assert decode(type(record), encode(record)) == record
    encode(record).encode()
    for field in fields(record):  # type: ignore[arg-type]
        assert getattr(decode(type(record), encode(record)), field.name) == getattr(record, field.name)


def test_whole_articles_come_back() -> None:
    for article, extraction, linking in generate(60):
        assert decode(Article, encode(article)) == article
        assert decode(Extraction, encode(extraction)) == extraction
        assert decode(Linking, encode(linking)) == linking


@given(st.text(), st.text())
def test_any_text_comes_back(text: str, title: str) -> None:
    article = Article("x", Outlet(title), text, title)
    assert decode(Article, encode(article)) == article
