"""Does one article derive from another? Shared paragraphs say that they are kin; credits, links and days say which way.

Pure: two articles with what was read off them in, a `Derivation` or None out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from according.knowledge.origins.credits import Credit, same_outlet
from according.knowledge.origins.paragraphs import Paragraph, containment, paragraphs, shingles

__all__ = ["Copy", "Derivation", "Kin", "best_roots", "compare"]

How = Literal["reprint", "abridgement", "paraphrase", "shared copy"]

SAME_PARAGRAPH = 0.6
"""Share of three-word runs from which two paragraphs are one text: an edited reprint of the development cluster keeps
0.61–1.0 a paragraph, independent reports of one event stay under 0.15 (`benchmarks/origins.py` prints both)."""
CLOSE_PARAPHRASE = 0.35
"""From here a paragraph counts as reworded, but only beside a paragraph that is the same or a credit to the other."""
LEAST_SHARE = 0.2
"""Share of the smaller article's words from which two articles are kin; below it they may share a boilerplate."""
WHOLE = 0.8
"""From this share of both articles' words on it is a reprint, of one of them an abridgement."""


@dataclass(frozen=True)
class Kin:
    """What is compared of an article."""

    id: str
    text: str
    outlet: str
    published: date | None
    addresses: frozenset[str]
    based_on: frozenset[str]
    credits: tuple[Credit, ...]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Its comparable paragraphs."""
        return paragraphs(self.text)

    @cached_property
    def shingles(self) -> list[frozenset[str]]:
        """Their shingles, in the same order."""
        return [shingles(p.span.of(self.text)) for p in self.paragraphs]

    @cached_property
    def words(self) -> int:
        """Words in all of them."""
        return sum(p.words for p in self.paragraphs)


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """Two paragraphs that are one text: their places in the derived and in the original article, and how alike."""

    derived: int
    original: int
    alike: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """One article comes from another, or both from a text that is not in the store.

    `derived` and `original` are article ids; where `directed` is False nothing says which came first and they stand
    in order of id. `unseen` names an original that both credit and that is not in the store. `share` is the part of the
    derived article's words that are in copied paragraphs.
    """

    derived: str
    original: str
    directed: bool
    how: How
    why: str
    share: float
    copies: tuple[Copy, ...]
    unseen: str | None = None


def compare(one: Kin, other: Kin) -> Derivation | None:
    """How these two are kin, or None. The order of the arguments does not matter."""
    if one.id == other.id:
        return None
    one, other = sorted((one, other), key=lambda kin: kin.id)
    linked = _linked(one, other)
    pairs = _pairs(one, other, CLOSE_PARAPHRASE if linked else SAME_PARAGRAPH)
    if any(alike >= SAME_PARAGRAPH for alike in pairs.values()):
        pairs = _pairs(one, other, CLOSE_PARAPHRASE)
    share = {kin.id: _share(kin, {pair[side] for pair in pairs}) for side, kin in enumerate((one, other))}
    if max(share.values()) < LEAST_SHARE and linked is None:
        return None
    if not pairs and linked is None:
        return None
    derived, original, why, unseen = _direct(one, other, linked)
    flip = derived.id != one.id
    copies = tuple(sorted(Copy(b, a, alike) if flip else Copy(a, b, alike) for (a, b), alike in pairs.items()))
    return Derivation(
        derived.id,
        original.id,
        bool(why),
        _how(share[derived.id], share[original.id], pairs),
        why or "nothing says which came first",
        share[derived.id],
        tuple(copies),
        unseen,
    )


def _pairs(one: Kin, other: Kin, least: float) -> dict[tuple[int, int], float]:
    """Each paragraph of one with its best match in the other, where at least so much is shared."""
    where: dict[str, set[int]] = {}
    for at, parts in enumerate(other.shingles):
        for part in parts:
            where.setdefault(part, set()).add(at)
    found: dict[tuple[int, int], float] = {}
    for at, parts in enumerate(one.shingles):
        counts: dict[int, int] = {}
        for part in parts:
            for there in where.get(part, ()):
                counts[there] = counts.get(there, 0) + 1
        if counts:
            best = max(sorted(counts), key=lambda there: containment(parts, other.shingles[there]))
            alike = containment(parts, other.shingles[best])
            if alike >= least:
                found[one.paragraphs[at].index, other.paragraphs[best].index] = round(alike, 3)
    return found


def _share(kin: Kin, copied: set[int]) -> float:
    in_copies = sum(p.words for p in kin.paragraphs if p.index in copied)
    return round(in_copies / kin.words, 3) if kin.words else 0.0


def _linked(one: Kin, other: Kin) -> tuple[Kin, Kin, str] | None:
    """(derived, original, why) where one names the other's address as its original, or its canonical home."""
    for derived, original in ((one, other), (other, one)):
        if derived.based_on & original.addresses:
            return derived, original, "it names the other's address as its original"
    return None


def _direct(one: Kin, other: Kin, linked: tuple[Kin, Kin, str] | None) -> tuple[Kin, Kin, str, str | None]:
    """(derived, original, why, unseen original); an empty why when nothing tells."""
    if linked:
        return *linked, None
    for derived, original in ((one, other), (other, one)):
        credit = next((c for c in derived.credits if same_outlet(c.name, original.outlet)), None)
        back = any(same_outlet(c.name, derived.outlet) for c in original.credits)
        if credit and not back and not same_outlet(derived.outlet, original.outlet):
            return derived, original, f"it credits {credit.name} ({credit.how})", None
    both = _credited_by_both(one, other)
    for derived, original in ((one, other), (other, one)):
        vague = next((c for c in derived.credits if c.how == "citing others"), None)
        if vague and not any(c.how == "citing others" for c in original.credits):
            return derived, original, f"it says it cites others ({vague.name!r}), the other does not", both
    if one.published and other.published and one.published != other.published:
        derived, original = (one, other) if one.published > other.published else (other, one)
        return derived, original, f"published {derived.published}, after {original.published}", both
    if both:
        return one, other, "", both
    return one, other, "", None


def _credited_by_both(one: Kin, other: Kin) -> str | None:
    """A credit line or contribution that both carry: the original is neither of them."""
    lines = ("credit line", "contribution")
    for credit in one.credits:
        if credit.how in lines and any(same_outlet(credit.name, c.name) for c in other.credits if c.how in lines):
            return credit.name
    return None


def _how(of_derived: float, of_original: float, pairs: Mapping[tuple[int, int], float]) -> How:
    if pairs and sum(pairs.values()) / len(pairs) < SAME_PARAGRAPH:
        return "paraphrase"
    if of_derived >= WHOLE and of_original >= WHOLE:
        return "reprint"
    if of_derived >= WHOLE:
        return "abridgement"
    return "shared copy"


def best_roots(ids: Sequence[str], derivations: Sequence[Derivation]) -> list[str]:
    """The articles of a family that derive from no other of it, in order; several where nothing tells."""
    derived = {d.derived for d in derivations if d.directed}
    return sorted(id for id in ids if id not in derived)
