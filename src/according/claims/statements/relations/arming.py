"""Who makes arms, and who has them."""

from collections.abc import Iterator

from according.claims.statements.reading import Draft, Token
from according.claims.statements.relations.giving import GETTING, Giving
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.quantities import quantity_of
from according.records import Ref

__all__ = ["Arming"]

_MAKE = words("make manufacture produce build develop design assemble construct test")
_OWN = words(
    "keep have own possess use carry wield field operate unveil display showcase acquire stockpile store boast"
)
_SHOOTING = words(
    "hit strike attack shell bomb bombard target fire launch unleash detonate destroy damage shoot down sink blow "
    "pound ambush kill"
)
_STORES = words("arsenal stockpile stock inventory fleet armoury armory weaponry")
_HOLDING = words("include comprise contain consist number")


class Arming(Giving):
    """Supplies, manufactures and possessions told by one clause."""

    def making(self) -> Iterator[Draft]:
        clause = self.clause
        if clause.lemma == "specialize" or clause.lemma == "specialise" or clause.lemma == "focus":
            yield from self.specialty()
        if clause.lemma not in _MAKE:
            return
        makers = [ref for ref in self.actors() if ref.kind != "person"]
        for head in clause.patients():
            for inner, thing in self.things(content_head(head)):
                company = any(ref.kind == "company" for ref in makers)
                if self.arms(inner) or (
                    company
                    and inner.pos_ in ("NOUN", "PROPN")
                    and lemma(inner) not in ("use", "decision", "statement", "effort")
                ):
                    for maker in makers:
                        yield self.draft(maker, "manufactures", thing, inner)

    def specialty(self) -> Iterator[Draft]:
        """Reads "a firm specializing in drones", "focused on designing and manufacturing helicopters and drones"."""
        wholes = [self._named_part(head) for head in self.clause.subjects]
        makers = [ref for ref in wholes if ref is not None] or self._all(self.clause.subjects)
        makers = [ref for ref in makers if ref.kind in ("company", "organization")]
        for head in prepositional(self.clause.verb, "in", "on"):
            if head.pos_ == "VERB":
                if head.lemma_.lower() not in _MAKE:
                    continue
                heads = [c for c in head.children if c.dep_ == "dobj"]
            else:
                heads = [head]
            for item in heads:
                for _, thing in self.things(item):
                    for maker in makers:
                        yield self.draft(maker, "manufactures", thing, item)

    def _named_part(self, head: Token) -> Ref | None:
        """X in "X, a part of the defence industry specializing in drones"."""
        part = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
        if lemma(part) not in ("part", "arm", "branch", "unit", "subsidiary", "division") or part.dep_ != "appos":
            return None
        index = self.reading.mention_at(part.head)
        return self.references.named(index) if index is not None else None

    def owning(self) -> Iterator[Draft]:
        """Who has which arms: by owning, using or showing them, by "is armed with", "has a stock of", "arsenal"."""
        clause = self.clause
        yield from self._stored()
        yield from self._fired()
        if clause.lemma == "own" and clause.passive:
            for owner in self.actors():
                for thing in self._all(clause.patients(), things=True):
                    yield self.draft(owner, "possesses", thing)
            return
        if clause.lemma in ("arm", "equip") and clause.passive and not clause.agents:
            for head in prepositional(clause.verb, "with"):
                for owner in self._all(clause.subjects):
                    if owner.kind not in ("place", "weapon"):
                        for _, thing in self.things(head):
                            yield self.draft(owner, "possesses", thing, head)
            return
        from_whom = [t for o in (clause.verb, *clause.objects) for t in prepositional(content_head(o), "from")]
        got = clause.lemma in GETTING and not from_whom and not any(map(self.references.owner, clause.objects))
        if (clause.lemma in _OWN or got) and not clause.passive and clause.particle is None:
            for head in clause.objects:
                head = content_head(head)
                if lemma(head) in _STORES:
                    head = next(prepositional(head, "of"), head)
                for inner, thing in self.things(head):
                    named = thing.kind == "weapon"
                    if named or self.arms(inner):
                        for owner in self.actors():
                            yield self.draft(owner, "possesses", thing, inner, quantity=quantity_of(inner))

    def _fired(self) -> Iterator[Draft]:
        """What a group fires it has: "hit a tank with Yassin-105 rockets", "fired Badr missiles". Only weapons by name:
        any group has rockets, and a state's missiles are no news."""
        clause = self.clause
        if clause.passive:
            return
        heads = [*prepositional(clause.verb, "with"), *(t for o in clause.objects for t in prepositional(o, "with"))]
        heads += [o for o in clause.objects if clause.lemma in ("fire", "launch", "unleash", "detonate")]
        for head in heads if clause.lemma in _SHOOTING else ():
            for inner, thing in self.things(content_head(head)):
                if thing.kind == "weapon" and not thing.name.islower():
                    for owner in self.actors():
                        if owner.kind == "armed_group":
                            yield self.draft(owner, "possesses", thing, inner)

    def _stored(self) -> Iterator[Draft]:
        """Reads "X's arsenal includes tanks and drones"."""
        clause = self.clause
        if clause.lemma not in _HOLDING or clause.passive:
            return
        for store in clause.subjects:
            owner = self.references.acting(self.references.owner(store)) if lemma(store) in _STORES else None
            for head in (*clause.objects, *prepositional(clause.verb, "of")) if owner is not None else ():
                for inner, thing in self.things(content_head(head)):
                    if owner is not None and (self.arms(inner) or thing.kind == "weapon"):
                        yield self.draft(owner, "possesses", thing, inner, quantity=quantity_of(inner))
