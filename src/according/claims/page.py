"""`Page`: one article laid open for reading — its parse, its paragraphs, its quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Page", "find_dateline", "paragraphs", "quotations", "tidy"]

_OPENING, _CLOSING = "“«„", "”»"
_STRAIGHT = '"'
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]{2,}(?:[ /-][A-ZÀ-Þ][\w.'’-]*)*"  # LONDON, GOMA, NEW YORK
    r"(?:, ?[^—–\n\"“”:;]{1,60}?)?"  # , Democratic Republic of Congo, Jan 27
    r"(?: ?\([^)\n]{2,40}\))?(?: ?[—–] ?| ?--? | ?: )(?=[A-Z\"“])"
)
_EDGES = " \t\r\n\u00a0,;:–—-…."


def paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold more than white space, without the white space round them."""
    found = []
    for match in re.finditer(r"[^\n\r]+", text):
        line = match.group()
        if stripped := line.strip():
            start = match.start() + line.index(stripped)
            found.append(Span(start, start + len(stripped)))
    return found


def quotations(text: str) -> list[Span]:
    """Directly quoted stretches with their quotation marks, in text order; none runs over a line break.

    A mark left open ends with its line: newspapers close only the last paragraph of a long quotation. Single quotes do
    not count, since no rule tells them from apostrophes.
    """
    found = []
    start: int | None = None
    for i, char in enumerate(text):
        if char == "\n":
            if start is not None:
                end = i
                while end > start + 1 and text[end - 1].isspace():
                    end -= 1
                found.append(Span(start, end))
            start = None
        elif start is None:
            if char in _OPENING or (char == _STRAIGHT and not _inch(text, i)):
                start = i
        elif char in _CLOSING or char == _STRAIGHT:
            found.append(Span(start, i + 1))
            start = None
    if start is not None and start + 1 < len(text):
        found.append(Span(start, len(text)))
    return found


def find_dateline(text: str, paragraph: Span) -> Span | None:
    """Place, day and agency at the head of a paragraph, with the dash or colon behind them; None where there is
    none."""
    match = _DATELINE.match(text, paragraph.start, paragraph.end)
    return Span(match.start(), match.end()) if match else None


def _inch(text: str, i: int) -> bool:
    """A straight mark right behind a digit and before no letter measures something: 5" shells."""
    return i > 0 and text[i - 1].isdigit() and not text[i + 1 : i + 2].isalnum()


def tidy(text: str, start: int, end: int) -> Span | None:
    """The range without white space and loose punctuation at its ends (quotation marks stay), or None if nothing
    is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None


class Page:
    """A parsed text with the look-ups every reader needs. `text` is `doc.text`."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.text: str = doc.text
        self.paragraphs = paragraphs(self.text)
        self.quotations = quotations(self.text)
        self.ents = list(doc.ents)
        self._paragraph_starts = [span.start for span in self.paragraphs]
        self._quote_starts = [span.start for span in self.quotations]
        self._token_starts = [token.idx for token in doc]
        self._sentences = [Span(s.start_char, s.end_char) for s in doc.sents] if len(doc) else []
        self._sentence_starts = [span.start for span in self._sentences]

    def dateline(self, paragraph: Span) -> Span | None:
        """Place and agency at the head of a paragraph ("LONDON (Reuters) – "), which belong to no sentence."""
        return find_dateline(self.text, paragraph)

    def paragraph_of(self, at: int) -> int:
        """Number of the paragraph that holds this character (of the one before it, for white space between)."""
        return max(0, bisect_right(self._paragraph_starts, at) - 1)

    def quotation_of(self, at: int) -> Span | None:
        """The quotation this character stands in, marks included."""
        i = bisect_right(self._quote_starts, at) - 1
        return self.quotations[i] if i >= 0 and at < self.quotations[i].end else None

    def sentence_of(self, at: int) -> Span:
        """The sentence that holds this character."""
        i = max(0, bisect_right(self._sentence_starts, at) - 1)
        return self._sentences[i] if self._sentences else Span(0, max(1, len(self.text)))

    def sentence_number(self, at: int) -> int:
        """Running number of the sentence that holds this character."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    @property
    def sentences(self) -> list[Span]:
        """All sentences in text order."""
        return self._sentences

    def token_at(self, at: int) -> "Token | None":
        """The token that holds this character, or the one before it; None in an empty text."""
        i = bisect_right(self._token_starts, at) - 1
        return self.doc[max(0, i)] if len(self.doc) else None

    def tokens(self, span: Span) -> "list[Token]":
        """Tokens that share a character with the span, without white space."""
        i = max(0, bisect_right(self._token_starts, span.start) - 1)
        found = []
        for token in self.doc[i:]:
            if token.idx >= span.end:
                break
            if token.idx + len(token) > span.start and not token.is_space:
                found.append(token)
        return found

    def head(self, span: Span) -> "Token | None":
        """The token of the span that the others hang on: the one whose own head lies outside."""
        inside = self.tokens(span)
        if not inside:
            return None
        numbers = {token.i for token in inside}
        tops = [t for t in inside if (t.head.i not in numbers or t.head.i == t.i) and not t.is_punct]
        if tops and tops[0].pos_ == "DET" and len(inside) > 1:
            return inside[-1]  # "The front rejects": a noun taken for part of the verb
        return tops[0] if tops else inside[-1]

    def span(self, tokens: "Iterable[Token]") -> Span | None:
        """From the first to the last of the tokens, tidied."""
        kept = [t for t in tokens if not t.is_space]
        if not kept:
            return None
        first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
        return tidy(self.text, first.idx, last.idx + len(last))
