"""Does one article derive from another? Shared paragraphs say that they are kin; credits, links and days say which way.

Pure: two articles with what was read off them in, a `Derivation` or None out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from according.knowledge.origins.lineage.credits import Credit, same_outlet
from according.knowledge.origins.lineage.kin import Kin, near_copies, shares, telling
from according.knowledge.origins.lineage.retelling import CARRIED, RELAYS, retelling

__all__ = ["Copy", "Derivation", "Kin", "best_roots", "compare", "lineage"]

How = Literal["reprint", "abridgement", "paraphrase", "shared copy"]

SAME_PARAGRAPH = 0.6
"""Share of three-word runs from which two paragraphs are one text: an edited reprint of the development cluster keeps
0.61–1.0 a paragraph, independent reports of one event stay under 0.15 (`benchmarks/origins.py` prints both)."""
CLOSE_PARAPHRASE = 0.35
"""From here a paragraph counts as reworded, but only beside a paragraph that is the same or a credit to the other."""
LEAST_SHARE = 0.2
"""Share of the smaller article's words from which two articles are kin; below it they may share a boilerplate."""


HEAD = 2
"""Paragraphs at the head of a text, where a relay says whose report it is."""
LONGER = 1.3
"""A text that says all of another and so much more is the fuller one; wire copy is cut from the end."""
WHOLE = 0.8
"""From this share of both articles' words on it is a reprint, of one of them an abridgement."""


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
    pairs = near_copies(one, other, CLOSE_PARAPHRASE if linked else SAME_PARAGRAPH)
    if any(alike >= SAME_PARAGRAPH for alike in pairs.values()):
        pairs = near_copies(one, other, CLOSE_PARAPHRASE)
    copied = max(shares(one, other, telling(one, other, pairs)).values()) >= LEAST_SHARE
    again = retelling(one, other, pairs)
    if linked is None and not copied and again is None:
        return None
    if again is not None:
        pairs = again.pairs
    share = shares(one, other, pairs)
    if again is not None and again.derived and not linked:
        derived, original = (one, other) if again.derived == one.id else (other, one)
        why, unseen = again.why, None
    else:
        derived, original, why, unseen = _direct(one, other, linked, pairs)
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


def _linked(one: Kin, other: Kin) -> tuple[Kin, Kin, str] | None:
    """(derived, original, why) where one names the other's address as its original, or its canonical home."""
    for derived, original in ((one, other), (other, one)):
        if derived.based_on & original.addresses:
            return derived, original, "it names the other's address as its original"
    return None


def _direct(
    one: Kin, other: Kin, linked: tuple[Kin, Kin, str] | None, pairs: Mapping[tuple[int, int], float]
) -> tuple[Kin, Kin, str, str | None]:
    """(derived, original, why, unseen original); an empty why when nothing tells."""
    if linked:
        return *linked, None
    ways = ((one, other), (other, one))
    for derived, original in ways:
        credit = next((c for c in derived.credits if same_outlet(c.name, original.outlet)), None)
        back = any(same_outlet(c.name, derived.outlet) for c in original.credits)
        if credit and not back and not same_outlet(derived.outlet, original.outlet):
            return derived, original, f"it credits {credit.name} ({credit.how})", None
    both = _credited_by_both(one, other)
    for derived, original in ways:
        side = 0 if derived is one else 1
        passed_on = _reported(derived, {pair[side] for pair in pairs})
        if passed_on and not any(same_outlet(passed_on.name, c.name) and c.how in RELAYS for c in original.credits):
            return derived, original, f"it says that {passed_on.name} reported this, the other does not", both
    for derived, original in ways:
        vague = next((c for c in derived.credits if c.how == "citing others"), None)
        if vague and not any(c.how == "citing others" for c in original.credits):
            return derived, original, f"it says it cites others ({vague.name!r}), the other does not", both
    if one.published and other.published and one.published != other.published:
        derived, original = (one, other) if one.published > other.published else (other, one)
        return derived, original, f"published {derived.published}, after {original.published}", both
    for derived, original in ways:
        dateline = next((c for c in original.credits if c.how == "dateline"), None)
        if dateline and not any(c.how == "dateline" for c in derived.credits) and not both:
            return derived, original, f"the other carries the dateline of {dateline.name}, which this one lacks", None
    for derived, original in ways:
        share = shares(derived, original, {pair if derived is one else pair[::-1]: 1.0 for pair in pairs})
        if share[derived.id] >= WHOLE and original.words >= LONGER * derived.words:
            return derived, original, "all of it stands in the other, which says more", both
    return one, other, "", both


def _reported(kin: Kin, copied: Collection[int]) -> Credit | None:
    """An outlet that the article names, at its head or within what it shares, as having reported it."""
    at = [p.span for n, p in enumerate(kin.paragraphs) if n < HEAD or p.index in copied]
    for credit in kin.credits:
        if credit.how != "reported by" or same_outlet(credit.name, kin.outlet):
            continue
        if credit.span and any(span.overlaps(credit.span) for span in at):
            return credit
    return None


def _credited_by_both(one: Kin, other: Kin) -> str | None:
    """An outlet whose text both say they carry, or that both were read from: the original is neither of them."""
    for credit in one.credits:
        if credit.how in CARRIED and any(same_outlet(credit.name, c.name) for c in other.credits if c.how in CARRIED):
            return credit.name
    return None


def _how(of_derived: float, of_original: float, pairs: Mapping[tuple[int, int], float]) -> How:
    if not pairs or sum(pairs.values()) / len(pairs) < SAME_PARAGRAPH:
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


def lineage(derivations: Sequence[Derivation]) -> tuple[list[Derivation], list[Derivation]]:
    """Who comes from whom, and what else is alike: of two copies of one text neither was made from the other.

    An article comes from the one it shares most with, of those about as much from one that comes from no other. Ties
    that say nothing of the direction are lineage only where no other joins the two.
    """
    directed = [d for d in derivations if d.directed]
    later = {d.derived for d in directed}
    best: dict[str, Derivation] = {}
    for d in sorted(directed, key=lambda d: (-round(d.share, 1), d.original in later, -d.share, d.original)):
        best.setdefault(d.derived, d)
    chosen = sorted(best.values(), key=lambda d: (d.derived, d.original))
    root: dict[str, str] = {}

    def find(id: str) -> str:
        while root.setdefault(id, id) != id:
            id = root[id]
        return id

    for d in chosen:
        root[find(d.derived)] = find(d.original)
    for d in sorted(derivations, key=lambda d: (d.directed, -d.share, d.derived, d.original)):
        if find(d.derived) != find(d.original):
            root[find(d.derived)] = find(d.original)
            chosen.append(d)
    return chosen, [d for d in derivations if d not in chosen]
