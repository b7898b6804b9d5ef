"""Whom a deed is aimed at."""

from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.references import References
from according.claims.statements.reading import Token
from according.claims.statements.syntax.circumstances import places_of
from according.claims.statements.syntax.nouns import ACTORS, ARMS, PEOPLE, PLACES, SITES, STRUCK, VESSELS, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, prepositional
from according.records import Ref

__all__ = ["target_of"]

_GUARDS = ("police",)
"""Whose word only says what sort of a site it is: "a police station"."""
_SECTIONS = words("section part wing corner roof wall side edge entrance gate perimeter floor portion")
"""Parts of what is hit, which stands for it: "the livestock section of the market"."""
_VAGUE_PLACES = words("district area neighborhood neighbourhood quarter part outskirt suburb locality site")


def target_of(references: References, head: Token, *, things: bool, struck: bool = False) -> list[Ref]:
    """Whom a deed is aimed at: the actor or place itself, or the owner of what is hit ("U.S. bases").

    `struck`: the deed is an attack, and soldiers it kills stand for their army.
    """
    head = content_head(head)
    if not things and lemma(head) in SITES and references.reading.mention_at(head) is None:
        owners = [ref for ref in references.owners(head) if ref.kind != "place" and ref.name.lower() not in _GUARDS]
        if owners:
            return [Ref(ref.name, ref.kind, span_of(head)) for ref in owners]
    if lemma(head) in ("community", "people", "population", "member", "civilian"):
        owner = references.owner(head, adjectives=False)  # "targeted their community"
        if owner is not None:
            return [Ref(owner.name, owner.kind, span_of(head))]
    part = next(prepositional(head, "of"), None) if lemma(head) in _SECTIONS else None
    if part is not None and references.reading.mention_at(head) is None:
        return target_of(references, part, things=things, struck=struck)
    army = references.army_of(head) if struck else None
    if army is not None:
        return [army, *(ref for one in list(conjuncts(head))[1:] for ref in target_of(references, one, things=things))]
    found = references.all(head)
    if found:
        return found
    if lemma(head) in _VAGUE_PLACES:  # "two districts on the outskirts of Bangui": what is hit is the town
        where = list(places_of(head, references.reading, references, "of", "in", "on", "around", "near"))
        if not where and head.head.pos_ == "VERB":
            where = list(places_of(head.head, references.reading, references, "on", "in", "around", "near"))
        if where:
            return [Ref(ref.name, ref.kind, span_of(head)) for ref in where[:1]]
    owner = references.owner(head)
    owner = None if owner is not None and owner.name.lower() in _GUARDS else owner
    if owner is None and lemma(head) in ARMS:  # "shot down drones launched by the group"
        by = [c for c in head.children if c.dep_ == "acl" and c.lemma_ in ("launch", "fire", "send", "fly", "operate")]
        agents = [t for c in by for a in c.children if a.dep_ == "agent" for t in a.children if t.dep_ == "pobj"]
        owner = next((ref for t in agents for ref in references.all(t)), None)
    if owner is None and lemma(head) in STRUCK:  # "destroyed a column of the army"
        bodies = (ref for inner in prepositional(head, "of") for ref in references.all(inner))
        owner = next((ref for ref in bodies if ref.kind in BODIES), None)
    if owner is not None and not things and (lemma(head) in SITES | ARMS or lemma(head) not in PEOPLE):
        return [Ref(owner.name, owner.kind, span_of(head))]
    return references.all(head, things=things or lemma(head) in SITES | ARMS | PLACES | ACTORS | VESSELS | STRUCK)
