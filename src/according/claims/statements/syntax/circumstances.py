"""Where and when a statement holds, as far as its own sentence (or the heading above it) says."""

from collections.abc import Iterator

from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.phrases import content_head, prepositional
from according.records import Ref, Time

__all__ = ["place_of", "places_of", "time_of"]

_WHERE = (
    "in",
    "at",
    "near",
    "on",
    "around",
    "inside",
    "outside",
    "across",
    "along",
    "within",
    "off",
    "throughout",
    "from",
    "into",
    "over",
    "to",
    "of",
    "toward",
    "towards",
    "between",
)
_LOCATIVE = tuple(word for word in _WHERE if word not in ("from", "into", "to", "of", "between", "toward", "towards"))


def places_of(head: Token, reading: Reading, references: References, *words: str) -> Iterator[Ref]:
    """Places after the head's prepositions: "in Goundam", "at the camp near Kidal", "around the city of Mosul"."""
    for inner in prepositional(head, *(words or _LOCATIVE)):
        yield from _named_place(content_head(inner), reading, references, 0)


def _named_place(head: Token, reading: Reading, references: References, depth: int) -> Iterator[Ref]:
    index = reading.mention_at(head)
    if index is not None:
        if references.named(index).kind == "place":
            yield from (references.named(member) for member in reading.run_of(index) if member >= index)
        return
    for child in head.children:
        place = reading.mention_at(child)
        if (
            place is not None
            and reading.mentions[place].kind == "place"
            and child.dep_ in ("appos", "compound", "nmod", "poss")
        ):
            yield references.named(place)
            return
    if depth < 2:
        for inner in prepositional(head, "of", "in", "at", "near", "around", "on"):
            found = list(_named_place(content_head(inner), reading, references, depth + 1))
            if found:
                yield from found
                return
    ref = references.resolve(head)
    if ref is not None and ref.kind == "place":
        yield ref


def place_of(draft: Draft, reading: Reading, references: References) -> Ref | None:
    """The one place of a statement: its object, what its verb or object locates, the sentence around, the heading."""
    if draft.object is not None and draft.object.kind == "place":
        found: Ref = draft.object
        return found
    if not draft.told:
        return None
    for head in (draft.last, draft.anchor):
        if head is None:
            continue
        for ref in places_of(head, reading, references):
            if ref.name not in (draft.subject.name, draft.object.name if draft.object else None):
                return ref
    up = draft.anchor.head
    if draft.anchor.pos_ == "NOUN" or draft.anchor.dep_ in ("xcomp", "conj"):
        for ref in places_of(up, reading, references):
            if ref.name not in (draft.subject.name, draft.object.name if draft.object else None):
                return ref
    heading = reading.heading(draft.anchor)
    return references.named(heading[0]) if heading else None


def time_of(draft: Draft, reading: Reading) -> Time | None:
    """The time expression that hangs on the statement's verb, not on the verb of saying above it."""
    anchor = draft.anchor
    verb = anchor
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    best: tuple[int, Time] | None = None
    for root, time in reading.dated.get(reading.sentence_of[anchor.i], ()):
        owner = root
        while owner.pos_ not in ("VERB", "AUX") and owner.head != owner:
            owner = owner.head
        near = root.head == anchor or root.head.head == anchor
        if (
            near
            or owner == verb
            or (owner.pos_ in ("VERB", "AUX") and verb.dep_ in ("xcomp", "conj") and owner == verb.head)
        ):
            key = (0 if near else 1) * 1000 + abs(root.i - anchor.i)
            if best is None or key < best[0]:
                best = (key, time)
    return best[1] if best else None
