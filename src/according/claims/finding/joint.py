"""Two finders as one: the learned spans, completed by the shapes that the grammar is sure of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.attribution import Attribution, Finder
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["JointFinder", "join"]

SURE = 0.7
"""Confidence from which an attribution that only the second finder sees is taken."""


UNSURE = 0.55
"""Below this confidence the second finder's content is taken for the same cue."""
PLAIN = 0.95
"""Confidence of shapes in which the second finder cannot err."""
ASTRAY = 0.6
"""Below this confidence its content is taken even where both have nothing in common."""
SHORT = 12
"""Characters of a name behind a description, at most; what is longer is a description of its own."""
BESIDE = 25
"""Characters between source and cue that stand beside each other, at most."""


class JointFinder:
    """What `first` finds, and what only `second` finds and is sure of."""

    def __init__(self, first: Finder, second: Finder) -> None:
        self._first = first
        self._second = second
        self.name = f"{first.name}+{second.name}"

    def find(self, docs: "Sequence[Doc]") -> list[list[Attribution]]:
        """One list a doc, in text order."""
        pairs = zip(self._first.find(docs), self._second.find(docs), strict=True)
        return [join(first, second) for first, second in pairs]


def join(first: Sequence[Attribution], second: Sequence[Attribution], sure: float = SURE) -> list[Attribution]:
    """All of `first`, their sources and cut-off contents set right by `second`, and what `second` alone has with
    confidence `sure`."""
    second = [one for one in second if one.cue != one.content]  # refusals are read later, from their whole wording
    joined = [_ended(_completed(one, second), second, sure) for one in first]
    for one in second:
        if one.confidence < sure or not one.source or any(_overlap(one.cue, other.cue) for other in first):
            continue
        for i, other in enumerate(joined):
            if _overlap(one.cue, other.content) and not _overlap(one.source, other.content):
                joined[i] = _without(other, one)  # its content ran on into another's cue
    for one in second:
        if one.confidence >= sure and one.source and not any(_overlap(one.cue, other.cue) for other in joined):
            for i, other in enumerate(joined):
                rest = tuple(piece for piece in other.content if not _mostly(piece, one.content))
                own = _overlap(one.source, other.source) or _overlap(one.source, other.content)
                if 0 < len(rest) < len(other.content) and not own:
                    joined[i] = replace(other, content=rest)  # a piece that has a speaker of its own
    joined = [one for one in joined if one.content]
    kept = tuple(joined)
    for one in second:
        if one.confidence >= sure and one.source and not any(_same(one, other) for other in kept):
            joined.append(one)
    return sorted(joined, key=_place)


def _without(one: Attribution, other: Attribution) -> Attribution:
    start, end = other.cue[0].start, max(s.end for s in (*other.cue, *other.content))
    pieces = []
    for piece in one.content:
        if piece.end <= start or piece.start >= end:
            pieces.append(piece)
        elif piece.start < start:
            pieces.append(Span(piece.start, start))
    return replace(one, content=tuple(pieces))


def _ended(one: Attribution, others: Sequence[Attribution], sure: float) -> Attribution:
    """Content as far as the second finder has it, if somebody else's saying stands in the rest: "X said A, but Y, who
    holds the town, denied B", "X denied A; B was true, Y said"."""
    same = next((o for o in others if _overlap(o.cue, one.cue)), None)
    if same is None or len(same.content) != 1:
        return one
    (whole,) = same.content
    for other in others:
        if other.confidence < sure or other is same or not other.source or not other.cue:
            continue
        for piece in one.content:
            common = Span(max(piece.start, whole.start), min(piece.end, whole.end)) if piece.overlaps(whole) else None
            inside = other.source[0].within(piece) and other.cue[0].within(piece)
            if common is None or not inside or _overlap((*other.source, *other.cue), (common,)):
                continue
            kept = [p if p != piece else common for p in one.content]
            return replace(one, content=tuple(p for p in kept if p == common or not _overlap((p,), other.content)))
    return one


def _completed(one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """With the second finder's source for the same cue, and with its content where this one has only a piece of
    that."""
    for other in others:
        if not _overlap(one.cue, other.cue):
            continue
        astray = one.confidence < ASTRAY and _apart(one.content, other.content)
        content = other.content if one.confidence < UNSURE or astray or other.confidence >= PLAIN else one.content
        source = one.source
        fuller = bool(source) and all(s.within(other.source[0]) for s in source) if other.source else False
        if (
            other.source
            and (fuller or not _overlap(other.source, content))
            and not _goes_on(source, other.source)
            and (not source or _overlap(source, other.source) or _away(other) <= min(BESIDE, _away(one)))
        ):
            source = other.source
        if _overlap(one.cue, other.content) and not _overlap(other.cue, one.content):
            return replace(one, source=source, cue=other.cue, content=other.content)  # its cue took in the content
        return replace(one, source=source, content=content)
    return one


def _goes_on(source: Sequence[Span], other: Sequence[Span]) -> bool:
    """True when the first goes on behind the second with a name: "state agency | NOVA"."""
    return _overlap(source, other) and 0 < source[-1].end - other[-1].end <= SHORT


def _away(one: Attribution) -> int:
    """Characters between source and cue: the nearer of two sources is the subject more often."""
    return max(one.cue[0].start - one.source[-1].end, one.source[0].start - one.cue[-1].end)


def _same(one: Attribution, other: Attribution) -> bool:
    """True when both read the same saying: a shared cue, or contents that mostly agree."""
    if _overlap(one.cue, other.cue):
        return True
    if one.confidence >= PLAIN:
        return False
    if _apart(one.content, other.content):
        return False
    a, b = _characters(one.content), _characters(other.content)
    return len(a & b) >= 0.5 * min(len(a), len(b))


def _mostly(piece: Span, content: Sequence[Span]) -> bool:
    if _apart((piece,), content):
        return False
    return len(_characters((piece,)) & _characters(content)) >= 0.8 * (piece.end - piece.start)


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)


def _apart(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """True when all of one lies before all of the other: told without looking at characters."""
    return not a or not b or a[-1].end <= b[0].start or b[-1].end <= a[0].start


def _characters(spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _place(one: Attribution) -> tuple[int, int]:
    parts = (*one.cue, *one.content)
    return parts[0].start, one.content[0].start
