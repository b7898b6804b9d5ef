"""Whom a deed is aimed at."""

from according.claims.statements.antecedents import span_of
from according.claims.statements.nouns import ACTORS, ARMS, PEOPLE, PLACES, SITES, VESSELS
from according.claims.statements.phrases import content_head, lemma
from according.claims.statements.reading import Token
from according.claims.statements.references import References
from according.records import Ref

__all__ = ["target_of"]


def target_of(references: References, head: Token, *, things: bool) -> list[Ref]:
    """Whom a deed is aimed at: the actor or place itself, or the owner of what is hit ("U.S. bases")."""
    head = content_head(head)
    if not things and lemma(head) in SITES and references.reading.mention_at(head) is None:
        owners = [ref for ref in references.owners(head) if ref.kind != "place"]
        if owners:
            return [Ref(ref.name, ref.kind, span_of(head)) for ref in owners]
    found = references.all(head)
    if found:
        return found
    owner = references.owner(head)
    if owner is not None and not things and (lemma(head) in SITES | ARMS or lemma(head) not in PEOPLE):
        return [Ref(owner.name, owner.kind, span_of(head))]
    return references.all(head, things=things or lemma(head) in SITES | ARMS | PLACES | ACTORS | VESSELS)
