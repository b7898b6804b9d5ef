"""Sayings inside sayings: what is said, read again as a text of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.claims.attribution import Attribution, Finder
from according.claims.finding.grammar_nouns import Found
from according.claims.page import Page
from according.claims.sayings import is_saying
from according.claims.spans import settle
from according.claims.words import CLAUSE, NOMINAL, PRONOUNS
from according.records import Span

__all__ = ["DEPTH", "is_own_material", "read_nested"]

DEPTH = 3
"""Levels of sayings inside sayings that are looked for."""
LEAST = 30
"""Characters a content needs to hold a saying of its own."""
NEAR = 4
"""Words between an inner source and its cue, at most; further off the subject may be the outer speaker."""
_CUES = CLAUSE | NOMINAL | {"accord", "call", "deny", "condemn", "accuse", "cite", "quote", "speak", "point"}
_MATERIAL = frozenset(
    {"finding", "information", "datum", "data", "figure", "estimate", "result", "assessment", "indication", "evidence",
     "account", "report", "count", "calculation", "observation"}
)  # fmt: skip
_QUOTES = '"“”«»'


def read_nested(page: Page, found: Sequence[Found], finder: Finder) -> list[Found]:
    """Attributions that stand wholly inside the content of one of `found`, at any depth up to `DEPTH`.

    Only those count whose source is named or described there: "he said he believes" tells of one speaker, not of two.
    """
    result: list[Found] = []
    level = list(found)
    for _ in range(DEPTH - 1):
        inner = _one_level(page, level, [*found, *result], finder)
        if not inner:
            break
        result.extend(inner)
        level = inner
    return result


def _one_level(page: Page, outer: Sequence[Found], known: Sequence[Found], finder: Finder) -> list[Found]:
    pieces = [
        p for one in outer if one.form != "declined" for piece in one.content if (p := _inside(page, piece)) is not None
    ]
    spans = []
    for piece in dict.fromkeys(pieces):
        if piece.end - piece.start >= LEAST and any(t.lemma_.lower() in _CUES for t in page.tokens(piece)):
            span = page.doc.char_span(piece.start, piece.end, alignment_mode="contract")
            if span is not None and len(span) > 4:
                spans.append(span)
    if not spans:
        return []
    cues = [one.cue for one in known if one.cue is not None]
    result: list[Found] = []
    for span, attributions in zip(spans, finder.find([s.as_doc() for s in spans]), strict=True):
        for one in attributions:
            if not one.source or not one.cue or not one.content:
                continue
            source, cue = _shift(one.source[0], span.start_char), _shift(one.cue[0], span.start_char)
            content = tuple(_shift(s, span.start_char) for s in one.content)
            if source.of(page.text).lower() in PRONOUNS or any(cue.overlaps(c) for c in cues):
                continue
            if source.end < cue.start and len(page.text[source.end : cue.start].split()) > NEAR:
                continue  # "said the troops were leaving the town and warned": who warned is open
            if is_own_material(page, source):
                continue
            inner = settle(page, Attribution((source,), (cue,), content, one.confidence * 0.9))
            if inner is None or not is_saying(page, inner):
                continue
            result.append(replace(inner, form="nested"))
            cues.append(cue)
    return result


def is_own_material(page: Page, source: Span) -> bool:
    """True for findings and figures that are the speaker's own, since nobody else's are meant: "the office said that,
    according to preliminary findings, …"."""
    head = page.head(source)
    words = source.of(page.text)
    if head is None or any(ch.isupper() for ch in words) or re.match(r"(?:the|an?)\s", words):
        return False
    return head.lemma_.lower() in _MATERIAL and not any(c.dep_ in {"prep", "acl", "relcl"} for c in head.children)


def _inside(page: Page, piece: Span) -> Span | None:
    """The piece without the quotation marks round it."""
    start, end = piece.start, piece.end
    if page.text[start] in _QUOTES:
        start += 1
    if end > start and page.text[end - 1] in _QUOTES:
        end -= 1
    return Span(start, end) if end > start else None


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
