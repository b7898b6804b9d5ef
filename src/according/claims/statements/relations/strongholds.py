"""Whose place it is, told by a noun: "the rebel stronghold of Idlib", "Sirte, a bastion of X", "with bases in Gao"."""

from collections.abc import Iterator

from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.passing import BODIES, passing
from according.claims.statements.syntax.phrases import lemma, premodifiers, prepositional
from according.records import Ref

__all__ = ["strongholds"]

_HELD = words("stronghold bastion fiefdom fief heartland redoubt")
_SEATS = words("base hub hideout sanctuary haven camp headquarters foothold presence outpost cell") | _HELD
_OVER = ("former", "old", "ex", "onetime", "erstwhile", "abandoned")


def strongholds(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Who holds or sits in a place by a noun of the place's; nothing for what it was once."""
    word = lemma(head)
    if word not in _SEATS or any(t.lower_ in _OVER for t in premodifiers(head)):
        return
    if head.dep_ == "pobj" and head.head.lower_ == "with":  # "a rival group with strongholds in Nangarhar"
        holders = [r for r in references.all(head.head.head) if r.kind in BODIES]
        for place in _places(head, references, "in", "across", "near", "around"):
            for holder in holders:
                yield from passing(holder, "present_in", place, head, f"with {word} in", head)
        return
    if word not in _HELD:
        return
    owner = references.owner(head)
    holders = [owner] if owner is not None else [r for t in prepositional(head, "of") for r in references.alone(t)]
    places = _places(head, references, "of", "in") or _named_before(head, reading, references)
    for holder in holders:
        for place in places:
            if holder.kind in BODIES and holder.name != place.name:
                yield from passing(holder, "controls", place, head, word, head)


def _places(head: Token, references: References, *words: str) -> list[Ref]:
    return [ref for t in prepositional(head, *words) for ref in references.all(t) if ref.kind == "place"]


def _named_before(head: Token, reading: Reading, references: References) -> list[Ref]:
    """Sirte in "Sirte, a stronghold of X" and in "Sirte is a stronghold of X"."""
    if head.dep_ == "attr" and head.head.lemma_ in ("be", "remain", "become"):
        if any(c.dep_ in ("neg", "aux") for c in head.head.children):
            return []
        subjects = [reading.mention_at(c) for c in head.head.lefts if c.dep_ == "nsubj"]
        return [r for m in subjects if m is not None and (r := references.named(m)).kind == "place"]
    first = (premodifiers(head) or [head])[0]
    if first.i < 2 or reading.doc[first.i - 1].text != "," or first.lower_ not in ("a", "an", "the", "another"):
        return []
    index = reading.mention_at(reading.doc[first.i - 2])
    ref = references.named(index) if index is not None else None
    return [ref] if ref is not None and ref.kind == "place" else []
