"""Lists that go on with the attribution that opened them: "According to X, the sites are:" and the lines behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.claims.grammar_nouns import Found
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
        if line.endswith((":", "?")) or (items and line[-1:].isalnum() and items[-1].of(page.text)[-1:] in ".;"):
            break  # the next heading
        if _ITEM.match(line) or _BULLET.match(line):
            items.append(paragraph)
        elif items and _CLOSING.match(line):
            items.append(paragraph)
            break
        else:
            break
    return items


def _claims(page: Page, item: Span, opener: Found, found: list[Found]) -> list[Found]:
    claims = []
    for i, sentence in enumerate(_sentences(page, item)):
        inside = [one for one in found if any(piece.overlaps(sentence) for piece in one.content)]
        if any(one.source is not None for one in inside):
            continue
        unsourced = [one for one in inside if one.source is None]
        if unsourced and i > 0:
            continue
        for one in unsourced:  # "has reportedly been turned into": the list's speaker reports it
            found.remove(one)
        claims.append(replace(opener, content=(sentence,), form="list", confidence=opener.confidence * 0.9))
    return claims


def _sentences(page: Page, item: Span) -> list[Span]:
    """The sentences of a line; its label ("Name:") belongs to the first."""
    found: list[Span] = []
    start = item.start
    for sentence in page.sentences:
        end = min(sentence.end, item.end)
        if end <= item.start or sentence.start >= item.end or page.text[start:end].rstrip().endswith(":"):
            continue
        span = tidy(page.text, start, end)
        if span is not None:
            found.append(span)
        start = end
    return found
