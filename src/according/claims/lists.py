"""Lists that go on with the attribution that opened them: "According to X, the sites are:" and the lines behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.claims.finding.grammar_nouns import Found
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
        line = paragraph.of(page.text)
        if not line.endswith(":") and not (_LEADS.search(line) and len(_items(page, number)) > 1):
            continue
        openers = [
            one for one in result
            if one.cue is not None and one.cue.within(paragraph) and one.source is not None and one.form != "declined"
        ]  # fmt: skip
        items = _items(page, number)
        if not items:
            continue
        opener = _opener(page, number, openers)
        if opener is None:
            continue
        if len(items) > 1 and opener not in result and opener.cue is not None:
            lead = page.sentence_of(opener.cue.start)  # says how the list came about, and nothing else
            result = [one for one in result if one.cue is None or not one.cue.within(lead)]
        if all(piece.within(paragraph) for piece in opener.content) and opener in result and len(items) > 1:
            result.remove(opener)
        for item in items:
            result.extend(_claims(page, item, opener, result))
    return result


_MADE_BY = re.compile(r"\s(?:compiled|made|drawn|kept|published|given|supplied|provided|put together) by\b")
_AHEAD = re.compile(r"\b(?:follow\w*|below|list|account|picture|summary|survey|tally|overview)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:as follows|(?:is|are) below|follows?|the following)\.$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:(?:put together|compiled|assembled|gathered|collected|drawn|pieced together|taken|pulled together|based|built|"
    r"reconstructed) (?:up )?(?:from|on|by)|according to)\s+"
    r"(?:(?:the |an? |their )?(?:[\w-]+ )?(?:interviews?|conversations?|talks?|accounts?|reports?|testimon(?:y|ies)|"
    r"statements?|figures?|data|information|maps?|lists?|records?|notes)\s+"
    r"(?:(?:compiled|made|drawn|kept|published|given|supplied|provided|put together)\s+)?(?:with|from|by|of)\s+)?"
    r"(?P<who>[^:;.]+?)"
    r"(?=[:.;]|,? (?:the|here|this|these|control|where|who|what)\b[^,:]*(?::|\b(?:is|are|was|were)\b)|$)"
)
"""The words of a lead-in that name whose accounts the list is put together from."""


def _opener(page: Page, number: int, openers: Sequence[Found]) -> Found | None:
    """Whose list it is: who is cited in the last sentence of the lead-in, or the sources named in it, or those named
    in the paragraph before where that announces the list."""
    paragraph = page.paragraphs[number]
    last = page.sentence_of(max(paragraph.start, paragraph.end - 2)).start
    cited = [one for one in openers if one.cue is not None and one.cue.start >= last and one.source is not None]
    if cited and (source := cited[0].source) is not None and not _MADE_BY.match(page.text, source.end):
        return cited[0]
    if (named := _put_together(page, paragraph)) is not None:
        return named
    if number and _AHEAD.search(page.paragraphs[number - 1].of(page.text)):
        named = _put_together(page, page.paragraphs[number - 1])
    return named or next(iter(openers), None)


def _put_together(page: Page, paragraph: Span) -> Found | None:
    """The attribution of a lead-in that reports nothing itself: "put together from interviews with A, B and C:"."""
    match = _FROM.search(paragraph.of(page.text))
    if match is None:
        return None
    start = paragraph.start
    source = tidy(page.text, start + match.start("who"), start + match.end("who"))
    cue = tidy(page.text, start + match.start(), start + match.start("who"))
    return Found(source, cue, (), "list", 0.8) if source is not None and cue is not None else None


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
