"""`GrammarFinder`: attributions by rules over the parse. No training data inside, precise where it speaks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.attribution import Attribution
from according.claims.finding.grammar_nouns import Found
from according.claims.finding.grammar_phrases import read_phrases
from according.claims.finding.grammar_verbs import read_verb
from according.claims.page import Page, tidy
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["GrammarFinder", "find_attributions"]


class GrammarFinder:
    """Verbs of saying, "according to", noun cues, colons and dashes, and the quotations that follow them."""

    name = "grammar@3"

    def find(self, docs: "Sequence[Doc]") -> list[list[Attribution]]:
        """One list a doc, in order of the cues. Docs need tags, lemmas and a parse."""
        return [find_attributions(Page(doc)) for doc in docs]


def find_attributions(page: Page) -> list[Attribution]:
    """All attributions of one page, in text order."""
    found: list[Found] = []
    for token in page.doc:
        if token.pos_ in {"VERB", "AUX"} and (one := read_verb(page, token)):
            found.append(one)
    found.extend(read_phrases(page, found))
    found = _distinct(found)
    found = [_whole(page, one) for one in found]
    found = _continued(page, found)
    found.sort(key=_place)
    return [
        Attribution((one.source,) if one.source else (), (one.cue,) if one.cue else (), one.content, one.confidence)
        for one in found
    ]


def _place(one: Found) -> tuple[int, int]:
    at = one.cue or one.content[0]
    return at.start, one.content[0].start


def _distinct(found: list[Found]) -> list[Found]:
    """One attribution a cue, and one cue a content: of two verbs on the same words the clause-taking one stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.confidence, _place(f))):
        same = any(
            (one.cue and other.cue and one.cue.overlaps(other.cue)) or one.content == other.content for other in kept
        )
        if not same:
            kept.append(one)
    return kept


def _whole(page: Page, one: Found) -> Found:
    """Content that begins or ends inside a quotation which it nearly fills takes all of it."""
    pieces: list[Span] = []
    for piece in one.content:
        start, end = piece.start, piece.end
        quotation = page.quotation_of(start)
        held = [s for s in (one.source, one.cue) if s is not None]
        if quotation is not None and not any(s.overlaps(quotation) for s in held):
            if start - quotation.start <= 1:
                start = quotation.start
            if end <= quotation.end and (quotation.end - end <= 2 or start == quotation.start):
                end = quotation.end
        pieces.append(Span(start, end))
    return replace(one, content=tuple(pieces))


def _continued(page: Page, found: list[Found]) -> list[Found]:
    """A quotation without a cue of its own, right behind a quoted claim in its paragraph, goes on with that claim;
    one that opens the next paragraph is kept as a claim whose speaker has to be looked for."""
    found = sorted(found, key=_place)
    taken = [span for one in found for span in (*one.content, *(s for s in (one.cue, one.source) if s))]
    for quotation in page.quotations:
        if any(span.overlaps(quotation) for span in taken) or len(quotation.of(page.text).split()) < 4:
            continue
        if not _stands_alone(page, quotation):
            continue
        paragraph = page.paragraph_of(quotation.start)
        before = [
            (max(span.end for span in (*one.content, *([one.cue] if one.cue else []))), i)
            for i, one in enumerate(found)
            if one.content[-1].end <= quotation.start
        ]
        if not before:
            continue
        end, i = max(before)
        gap = page.paragraph_of(end - 1)
        quoted = any(page.quotation_of(s.start) or page.quotation_of(s.end - 1) for s in found[i].content)
        if gap == paragraph and page.sentence_number(quotation.start) - page.sentence_number(end - 1) <= 1:
            found[i] = replace(found[i], content=(*found[i].content, quotation))
        elif paragraph - gap <= 1 and quoted:
            found.append(Found(None, None, (quotation,), "carried", 0.6))
        taken.append(quotation)
    return found


def _stands_alone(page: Page, quotation: Span) -> bool:
    """True when the quotation begins a sentence and nothing but its own words follows it there."""
    text = page.text
    before = text[: quotation.start].rstrip(" \u00a0")
    opens = not before or before[-1] in ".!?\n…" or before[-1] in '"”'
    rest = tidy(text, quotation.end, max(quotation.end, page.sentence_of(quotation.end - 1).end))
    return opens and rest is None
