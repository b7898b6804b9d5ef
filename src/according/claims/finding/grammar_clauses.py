"""Where in a sentence the words stand that a saying puts behind it, before it, or behind a colon."""

from typing import TYPE_CHECKING

from according.claims.finding.grammar_nouns import outer_saying
from according.claims.page import Page, tidy
from according.claims.words import CLAUSE
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["after", "before", "behind_colon", "between", "right"]

QUOTES = '"“”«»„'


def right(token: "Token") -> int:
    edge = token.right_edge
    return edge.idx + len(edge)


def between(page: Page, start: int, end: int) -> list[Span]:
    while end < len(page.text) and (page.text[end] == "-" or page.text[end].isalnum()):
        end += 1  # a word with a hyphen is several tokens
    end = _whole_quotation(page, start, end)
    found = tidy(page.text, start, end)
    return [found] if found else []


def _whole_quotation(page: Page, start: int, end: int) -> int:
    """Content that ends inside a quotation it opened takes the rest of it."""
    quotation = page.quotation_of(end - 1)
    if quotation is not None and quotation.start >= start and quotation.end > end:
        return quotation.end
    after = page.text[end : end + 2]
    if quotation is None and after[:1] in QUOTES and after[:1]:
        closing = page.quotation_of(end)
        if closing is not None and closing.end == end + 1 and closing.start >= start:
            return end + 1
    return end


def after(page: Page, verb: "Token", clause: "Token", complement: bool) -> list[Span]:
    inside = [t for t in clause.subtree if t.i > verb.i]
    first = min(inside, key=lambda t: t.i)
    if first.dep_ == "mark" and first.lower_ == "that" and first.i + 1 < len(page.doc):
        first = page.doc[first.i + 1]
    start = first.idx
    opening = page.quotation_of(start)
    if opening is not None and opening.start == start - 1:
        start = opening.start
    end = max(t.idx + len(t) for t in inside)
    sentence = page.sentence_of(verb.idx)
    if not complement:
        end = max(end, right(verb))
    elif (
        clause.lemma_ in {"have", "be", "do", "will"} and page.text[end : end + 1] == "," and not _words_behind(clause)
    ):
        end = sentence.end  # "that Iran has, in recent months, supplied": the parser stops at the auxiliary
    if (other := _joined_cue(clause)) is not None and other.left_edge.i > 1:
        comma = page.doc[other.left_edge.i - 2]
        if comma.text == "," and comma.idx > start:
            end = min(end, comma.idx)
    for child in clause.conjuncts:
        if child.i > clause.i and outer_saying(child) is not None:
            joints = [c for c in page.doc[clause.i : child.i] if c.dep_ == "cc" and c.idx > start]
            end = min([end, *(page.doc[c.i - 1].idx + len(page.doc[c.i - 1]) for c in joints)])
    return between(page, start, end)


def _words_behind(clause: "Token") -> bool:
    return any(c.i > clause.i and c.dep_ not in {"punct", "cc", "conj"} for c in clause.children)


def _joined_cue(clause: "Token") -> "Token | None":
    """A saying with a subject of its own, joined by ", and": "X said A, and Y denied B" are two claims side by side."""
    for child in clause.conjuncts:
        if child.i < clause.i or child.lemma_.lower() not in CLAUSE:
            continue
        if any(c.dep_ == "mark" for c in child.children):
            continue
        if any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in child.children):
            return child
    return None


def behind_colon(page: Page, verb: "Token") -> list[Span]:
    sentence = page.sentence_of(verb.idx)
    colon = page.text.find(":", verb.idx, sentence.end)
    if colon < 0 or colon - verb.idx > 60:
        return []
    start = colon + 1
    while start < len(page.text) and page.text[start] in " \u00a0":
        start += 1
    if start >= len(page.text) or page.text[start] == "\n":
        return []
    quotation = page.quotation_of(start)
    end = quotation.end if quotation is not None and quotation.start == start else sentence.end
    found = tidy(page.text, start, max(end, start))
    return [found] if found else []


def before(page: Page, verb: "Token", subject: "Token") -> list[Span]:
    """What stands before "…, he said" or "…, said he", and the part after it that goes on speaking."""
    text = page.text
    sentence = page.sentence_of(verb.idx)
    opening = min(verb.idx, subject.left_edge.idx if subject.i < verb.i else verb.idx)
    at = opening
    while at > sentence.start and text[at - 1].isspace():
        at -= 1
    if at <= sentence.start:  # the quotation before ended its own sentence
        while at > 0 and text[at - 1] in " \u00a0":
            at -= 1
        quotation = page.quotation_of(at - 1) if at > 0 else None
        if quotation is None or quotation.end != at:
            return []
        return [Span(quotation.start, quotation.end)]
    if text[at - 1] not in ",?!–—-…" and text[at - 1] not in QUOTES:
        return []
    start = sentence.start
    quotation = page.quotation_of(start)
    if quotation is not None and quotation.start < start and quotation.end <= at + 1:
        start = quotation.start
    half = max(text.rfind("; ", start, at), text.rfind(": ", start, at))
    if half >= 0 and page.quotation_of(half) is None and len(text[half:at].split()) > 3:
        start = half + 1
    found = tidy(text, start, at)
    if found is None:
        return []
    whole = page.quotation_of(found.start)
    spoken = any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBG", "VBN", "VB"} for t in page.tokens(found))
    if not spoken and (whole is None or len(found.of(text).split()) < 3):
        return []
    return [found, *_onward(page, verb, subject, sentence)]


def _onward(page: Page, verb: "Token", subject: "Token", sentence: Span) -> list[Span]:
    text = page.text
    last = max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in {"dobj", "dative", "npadvmod", "prep", "advmod"}
            and "," not in text[verb.idx : child.idx]
        ):
            last = max(last, child.right_edge.i)
    at = page.doc[last].idx + len(page.doc[last])
    rest = text[at : sentence.end]
    stripped = rest.lstrip(" ,")
    lead = stripped.split(" ", 1)[0].lower()
    if not rest.lstrip().startswith(","):
        return []
    if stripped[:1] in QUOTES or lead in {
        "but",
        "and",
        "because",
        "although",
        "though",
        "since",
        "so",
        "if",
        "unless",
        "that",
    }:
        found = tidy(text, at, sentence.end)
        if found is not None and len(found.of(text).split()) > 2:
            return [found]
    return []
