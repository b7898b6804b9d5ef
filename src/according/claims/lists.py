"""Lists that go on with the attribution that opened them: "According to X, the sites are:" and the lines behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.claims.grammar_verbs import Found
from according.claims.page import Page, tidy
from according.records import Span

__all__ = ["continue_lists"]

_ITEM = re.compile(r"(?:[-–—•*·]\s+|\(?\d{1,2}[.)]\s+)?(?:[\w'’\"“”()&-]+,?\s+){0,6}[\w'’\"“”()&-]+(?::|\s[–—-])\s+\S")
_BULLET = re.compile(r"(?:[-–—•*·]|\(?\d{1,2}[.)])\s+\S")
_CLOSING = re.compile(r"(?:All|Each|None|Most|Both|Some) (?:of )?(?:these|those|the above)\b")


def continue_lists(page: Page, found: Sequence[Found]) -> list[Found]:
    """The attributions, with one more for each line of a list that one of them opens.

    A list is opened by a paragraph that ends in a colon; it holds the lines behind it of the form "Name: words", or
    with bullets, and a closing line on "all these". A line's second and later sentences are claims of their own unless
    they carry a cue.
    """
    result = list(found)
    for number, paragraph in enumerate(page.paragraphs):
        if not paragraph.of(page.text).endswith(":"):
            continue
        openers = [
            one for one in result
            if one.cue is not None and one.cue.within(paragraph) and one.source is not None and one.form != "declined"
        ]  # fmt: skip
        if not openers:
            continue
        opener = openers[0]
        items = _items(page, number)
        if not items:
            continue
        if all(piece.within(paragraph) for piece in opener.content) and opener in result and len(items) > 1:
            result.remove(opener)
        for item in items:
            result.extend(_claims(page, item, opener, result))
    return result


def _items(page: Page, opener: int) -> list[Span]:
    items: list[Span] = []
    for paragraph in page.paragraphs[opener + 1 :]:
        line = paragraph.of(page.text)
        if line.endswith(":"):
            break
        if _ITEM.match(line) or _BULLET.match(line):
            items.append(paragraph)
        elif items and _CLOSING.match(line):
            items.append(paragraph)
            break
        else:
            break
    return items


def _claims(page: Page, item: Span, opener: Found, found: Sequence[Found]) -> list[Found]:
    sentences = [
        Span(max(s.start, item.start), min(s.end, item.end))
        for s in page.sentences
        if s.start < item.end and s.end > item.start
    ]
    claims = []
    for i, sentence in enumerate(sentences):
        span = tidy(page.text, sentence.start, sentence.end)
        if span is None:
            continue
        start = item.start if i == 0 else span.start
        if start >= span.end:
            continue
        inside = [one for one in found if any(piece.overlaps(span) for piece in one.content)]
        own = [one for one in inside if one.source is not None]
        adverbs = [one for one in inside if one.source is None]
        if own or (adverbs and i > 0):
            continue
        claims.append(
            replace(opener, content=(Span(start, span.end),), form="list", confidence=opener.confidence * 0.9)
        )
    return claims
