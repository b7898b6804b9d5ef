"""An article as it is compared with others, and paragraphs of two articles laid side by side. Pure."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from according.knowledge.origins.lineage.credits import Credit
from according.knowledge.origins.lineage.paragraphs import Paragraph, containment, content_words, paragraphs, shingles
from according.knowledge.origins.lineage.quotations import speech, unquoted
from according.records import Span

__all__ = [
    "SHARED_WORDS",
    "Heard",
    "Kin",
    "Pairs",
    "beside",
    "in_order",
    "near_copies",
    "reworded",
    "shares",
    "telling",
]

Pairs = dict[tuple[int, int], float]
"""Paragraphs of one article beside those of another, by their places, and how much of their wording is shared."""

SAME_CONTENT = 0.4
SHARED_WORDS = 4
"""A reworded paragraph has this share of its content words, and so many, in one paragraph of the article it retells."""


_HEAD = re.compile(r"(?:\s*\S+){1,400}")


@dataclass(frozen=True, slots=True)
class Heard:
    """Whom an article credits; and where in the text a named voice says something, and who: the first of a chain."""

    credits: tuple[Credit, ...] = ()
    voices: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Kin:
    """What is compared of an article."""

    id: str
    text: str
    outlet: str
    published: date | None
    addresses: frozenset[str]
    based_on: frozenset[str]
    heard: Heard = Heard()

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Whom it credits."""
        return self.heard.credits

    def voices_in(self, places: Collection[int]) -> set[str]:
        """Whose words stand in these paragraphs."""
        spans = [p.span for p in self.paragraphs if p.index in places]
        return {name for at, name in self.heard.voices if any(span.start <= at < span.end for span in spans)}

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Its comparable paragraphs."""
        return paragraphs(self.text)

    @cached_property
    def shingles(self) -> list[frozenset[str]]:
        """Their shingles, in the same order."""
        return [shingles(p.span.of(self.text)) for p in self.paragraphs]

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """In which of its paragraphs each shingle stands."""
        found: dict[str, list[int]] = {}
        for at, parts in enumerate(self.shingles):
            for part in parts:
                found.setdefault(part, []).append(at)
        return found

    @cached_property
    def told(self) -> dict[int, frozenset[str]]:
        """By a paragraph's place, its shingles outside quotation marks: the wording that is the newsroom's own."""
        return {
            p.index: frozenset().union(*map(shingles, unquoted(p.span.of(self.text)).split("\n")))
            for p in self.paragraphs
        }

    @cached_property
    def contents(self) -> list[frozenset[str]]:
        """Their content words, in the same order."""
        return [content_words(p.span.of(self.text)) for p in self.paragraphs]

    @cached_property
    def content(self) -> frozenset[str]:
        """The content words of all of the text."""
        return content_words(self.text)

    @cached_property
    def head(self) -> str:
        """The beginning of the text: what it reports, where a long one goes on to tell of much else."""
        match = _HEAD.match(self.text)
        return match[0] if match else ""

    @cached_property
    def head_content(self) -> frozenset[str]:
        """The content words of that beginning."""
        return content_words(self.head)

    @cached_property
    def speech(self) -> frozenset[str]:
        """Every run of words that is long enough to tell whose speech it is, as quoted."""
        return speech(self.text)

    @cached_property
    def words(self) -> int:
        """Words in all comparable paragraphs."""
        return sum(p.words for p in self.paragraphs)


def shares(one: Kin, other: Kin, pairs: Collection[tuple[int, int]]) -> dict[str, float]:
    """By article id, the part of its words that stands in these pairs."""
    return {kin.id: _share(kin, {pair[side] for pair in pairs}) for side, kin in enumerate((one, other))}


def _share(kin: Kin, copied: set[int]) -> float:
    in_copies = sum(p.words for p in kin.paragraphs if p.index in copied)
    return round(in_copies / kin.words, 3) if kin.words else 0.0


def near_copies(one: Kin, other: Kin, least: float) -> Pairs:
    """Each paragraph of one with its best match in the other, where at least so much is shared."""
    found: Pairs = {}
    for at, parts in enumerate(one.shingles):
        shared = parts & other.where.keys()
        counts = Counter(there for part in shared for there in other.where[part])
        if counts:
            best = max(sorted(counts), key=lambda there: containment(parts, other.shingles[there]))
            alike = containment(parts, other.shingles[best])
            if alike >= least:
                found[one.paragraphs[at].index, other.paragraphs[best].index] = round(alike, 3)
    return found


def telling(one: Kin, other: Kin, pairs: Pairs) -> Pairs:
    """Those pairs that are alike in the newsroom's words too: a statement that both quote was made to many."""
    places = [{p.index: n for n, p in enumerate(kin.paragraphs)} for kin in (one, other)]
    found: Pairs = {}
    for (a, b), alike in pairs.items():
        shared = len(one.shingles[places[0][a]] & other.shingles[places[1][b]])
        if 2 * len(one.told[a] & other.told[b]) >= shared:
            found[a, b] = alike
    return found


def reworded(one: Kin, other: Kin, pairs: Mapping[tuple[int, int], float]) -> Pairs:
    """The pairs, and those paragraphs without a copy whose content words stand in one of the other article."""
    found = dict(pairs)
    taken = {a for a, _ in pairs}
    for at, mine in enumerate(one.contents):
        if one.paragraphs[at].index in taken or len(mine) < SHARED_WORDS:
            continue
        best = max(range(len(other.contents)), key=lambda n: (containment(mine, other.contents[n]), -n), default=None)
        if best is None or len(mine & other.contents[best]) < SHARED_WORDS:
            continue
        if containment(mine, other.contents[best]) >= SAME_CONTENT:
            alike = round(containment(one.shingles[at], other.shingles[best]), 3)
            found[one.paragraphs[at].index, other.paragraphs[best].index] = alike
    return found


def beside(one: Kin, other: Kin, lines: Collection[Span]) -> Pairs:
    """The paragraphs of one that are among these lines, each with that of the other that shares most words with it."""
    found: Pairs = {}
    for at, place in enumerate(one.paragraphs):
        if place.span in lines and other.contents:
            mine = one.contents[at]
            best = max(range(len(other.contents)), key=lambda n: (len(mine & other.contents[n]), -n))
            alike = round(containment(one.shingles[at], other.shingles[best]), 3)
            found[place.index, other.paragraphs[best].index] = alike
    return found


def in_order(pairs: Collection[tuple[int, int]]) -> int:
    """How many different paragraphs of both stand in the same order at most: the longest run of pairs that rises."""
    rising: list[int] = []
    for _, there in sorted(pairs):
        at = bisect_right(rising, there - 1)
        rising[at : at + 1] = [there]
    return len(rising)
