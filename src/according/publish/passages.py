"""A claim in its paragraph: the words around it, with its pieces marked, short enough for a footnote."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from according.knowledge.rows import ClaimRow
from according.records import Span

__all__ = ["Part", "Piece", "paragraphs", "passage", "quoted"]

Part = Literal["content", "cue", "source", "condition", "verification", "text"]
_ORDER: tuple[Part, ...] = ("cue", "source", "condition", "content", "verification")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the article with what they are to the claim; `text` is everything else."""

    part: Part
    text: str


def passage(row: ClaimRow, text: str, *, margin: int | None = None) -> tuple[Piece, ...]:
    """The paragraphs the claim stands in, cut into pieces; joined, they are the article's own words.

    With `margin`, at most that many characters of plain text are kept before, between and after the marked pieces,
    cut at a space and shown by an ellipsis.
    """
    return _cut(text, paragraphs(text, row.claim.content), _marks(row), margin)


def quoted(words: Iterable[str], text: str, *, margin: int | None = None) -> tuple[Piece, ...]:
    """The paragraphs that hold these verbatim words, marked as content; the words alone where the text has none."""
    words = list(words)
    spans = [Span(at, at + len(some)) for some in words if some and (at := text.find(some)) >= 0]
    if not spans:
        return (Piece("content", " … ".join(words)),)
    return _cut(text, paragraphs(text, spans), [("content", span) for span in spans], margin)


def _cut(text: str, whole: Span, marks: list[tuple[Part, Span]], margin: int | None) -> tuple[Piece, ...]:
    inside = [(part, span) for part, span in marks if span.within(whole)]
    pieces: list[Piece] = []
    at = whole.start
    while at < whole.end:
        part: Part = next((part for part, span in inside if span.start <= at < span.end), "text")
        edges = [edge for _, span in inside for edge in (span.start, span.end) if edge > at]
        end = min([*edges, whole.end])
        if pieces and pieces[-1].part == part:
            pieces[-1] = Piece(part, pieces[-1].text + text[at:end])
        else:
            pieces.append(Piece(part, text[at:end]))
        at = end
    return tuple(pieces) if margin is None else tuple(_shorten(pieces, margin))


def paragraphs(text: str, spans: Iterable[Span]) -> Span:
    """The lines of the text that hold all the spans, without blank edges."""
    spans = list(spans)
    start = text.rfind("\n", 0, min(span.start for span in spans)) + 1
    last = max(span.end for span in spans)
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _marks(row: ClaimRow) -> list[tuple[Part, Span]]:
    claim = row.claim
    marks: list[tuple[Part, Span]] = [("content", span) for span in claim.content]
    marks += [("source", link.span) for link in claim.chain if link.span is not None]
    marks += [("cue", claim.cue)] if claim.cue else []
    marks += [("condition", claim.condition)] if claim.condition else []
    marks += [("verification", claim.verification_span)] if claim.verification_span else []
    return sorted(marks, key=lambda mark: _ORDER.index(mark[0]))


def _shorten(pieces: list[Piece], margin: int) -> Iterable[Piece]:
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        limit = margin if first or last else 2 * margin
        if piece.part != "text" or len(piece.text) <= limit or len(pieces) == 1:
            yield piece
        elif first:
            yield Piece("text", "… " + _tail(piece.text, margin))
        elif last:
            yield Piece("text", _head(piece.text, margin) + " …")
        else:
            yield Piece("text", f"{_head(piece.text, margin)} … {_tail(piece.text, margin)}")


def _head(text: str, margin: int) -> str:
    cut = text[:margin]
    return cut[: cut.rfind(" ")] if " " in cut else cut


def _tail(text: str, margin: int) -> str:
    cut = text[-margin:]
    return cut[cut.find(" ") + 1 :] if " " in cut else cut
