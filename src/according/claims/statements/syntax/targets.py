"""Whom a deed is aimed at."""

from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.references import References
from according.claims.statements.reading import Token
from according.claims.statements.syntax.circumstances import places_of
from according.claims.statements.syntax.nouns import ACTORS, ARMS, PEOPLE, PLACES, SITES, VESSELS, words
from according.claims.statements.syntax.phrases import content_head, lemma
from according.records import Ref

__all__ = ["target_of"]

_VAGUE_PLACES = words("district area neighborhood neighbourhood quarter part outskirt suburb locality site")


def target_of(references: References, head: Token, *, things: bool) -> list[Ref]:
    """Whom a deed is aimed at: the actor or place itself, or the owner of what is hit ("U.S. bases")."""
    head = content_head(head)
    if not things and lemma(head) in SITES and references.reading.mention_at(head) is None:
        owners = [ref for ref in references.owners(head) if ref.kind != "place"]
        if owners:
            return [Ref(ref.name, ref.kind, span_of(head)) for ref in owners]
    if lemma(head) in ("community", "people", "population", "member", "civilian"):
        owner = references.owner(head, adjectives=False)  # "targeted their community"
        if owner is not None:
            return [Ref(owner.name, owner.kind, span_of(head))]
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
    if owner is None and lemma(head) in ARMS:  # "shot down drones launched by the group"
        by = [c for c in head.children if c.dep_ == "acl" and c.lemma_ in ("launch", "fire", "send", "fly", "operate")]
        agents = [t for c in by for a in c.children if a.dep_ == "agent" for t in a.children if t.dep_ == "pobj"]
        owner = next((ref for t in agents for ref in references.all(t)), None)
    if owner is not None and not things and (lemma(head) in SITES | ARMS or lemma(head) not in PEOPLE):
        return [Ref(owner.name, owner.kind, span_of(head))]
    return references.all(head, things=things or lemma(head) in SITES | ARMS | PLACES | ACTORS | VESSELS)
