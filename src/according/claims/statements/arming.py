"""Who arms whom with what, who makes it, who has it."""

from collections.abc import Iterator

from according.claims.statements.nouns import words
from according.claims.statements.phrases import content_head, lemma, prepositional
from according.claims.statements.quantities import quantity_of
from according.claims.statements.reading import Draft, Token
from according.claims.statements.told import Told
from according.records import Ref

__all__ = ["Arming"]

_GIVE = words(
    "supply provide arm equip furnish give send deliver ship sell transfer smuggle donate hand pass lend grant "
    "move export "
    "funnel offer outfit"
)
_GET = words("receive obtain acquire get buy purchase import procure")
_MAKE = words("make manufacture produce build develop design assemble construct test")
_OWN = words("have own possess use carry wield field operate unveil display showcase acquire stockpile store boast")
_AIDED = words(
    "money fund funding cash food aid assistance support training intelligence medicine shelter advice relief "
    "cover logistics"
)


class Arming(Told):
    """Supplies, manufactures and possessions told by one clause."""

    def supply(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        if clause.lemma in _GET and not clause.passive:
            for head in clause.objects:
                head = content_head(head)
                if not self.arms(head):
                    continue
                givers = [
                    r
                    for t in (*prepositional(verb, "from"), *prepositional(head, "from"))
                    for r in self.references.all(t)
                ]
                owner = self.references.owner(head)
                givers = [g for r in givers if (g := self.references.acting(r))] or ([owner] if owner else [])
                for giver in givers:
                    for taker in self.actors():
                        if giver.name != taker.name:
                            yield from self.given(giver, taker, head)
            return
        if clause.lemma not in _GIVE:
            return
        givers = self.actors()
        if not givers:
            return
        to = list(prepositional(verb, "to"))
        withs = list(prepositional(verb, "with"))
        datives = [c for c in verb.children if c.dep_ == "dative" and c.pos_ not in ("ADP",)]
        patients = [content_head(h) for h in clause.patients()]
        pairs: list[tuple[Token, Token | None]] = []
        if withs:
            pairs = [(receiver, item) for receiver in patients for item in withs]
        elif to:
            pairs = [(receiver, item) for receiver in to for item in patients]
        elif clause.lemma in ("arm", "equip", "outfit", "supply", "provide", "furnish") and any(
            True for p in patients for _ in prepositional(p, "with")
        ):
            pairs = [(receiver, item) for receiver in patients for item in prepositional(receiver, "with")]
        elif clause.lemma in ("give", "send", "sell", "lend", "offer", "hand") and not datives and not clause.passive:
            pairs = [(t, item) for item in patients for t in item.lefts if self.taker(t)]  # "gave the Houthis missiles"
        elif datives:
            pairs = [(receiver, item) for receiver in datives for item in patients]
        elif clause.lemma in ("arm", "equip", "outfit"):
            pairs = [(receiver, None) for receiver in patients]
        if not pairs and not clause.passive:
            for item in patients:
                pairs.extend((receiver, item) for receiver in prepositional(item, "to"))
        for receiver, item in pairs:
            takers = self.references.all(content_head(receiver))
            takers = [t for t in takers if t.kind != "place"] or [t for r in takers if (t := self.references.acting(r))]
            for giver in givers:
                for taker in takers:
                    if giver.name != taker.name:
                        yield from self.given(giver, taker, item)

    def taker(self, token: Token) -> bool:
        """A group in front of the thing given to it, which the parser takes for part of the thing's name."""
        index = self.reading.mention_at(token)
        return index is not None and self.reading.mentions[index].kind in ("armed_group", "government", "organization")

    def given(self, giver: Ref, taker: Ref, item: Token | None) -> Iterator[Draft]:
        if item is None:
            yield self.draft(giver, "supplies", taker, item=Ref("arms"))
            return
        things = self.things(item)
        for head, thing in things:
            if self.arms(head) or thing.kind == "weapon":
                yield self.draft(giver, "supplies", taker, head, item=thing, quantity=quantity_of(head))
            elif lemma(head) in _AIDED:
                yield self.draft(giver, "AID", taker, head, item=thing)

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
        makers = [ref for ref in self._all(self.clause.subjects) if ref.kind == "company"]
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

    def owning(self) -> Iterator[Draft]:
        clause = self.clause
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
        if clause.lemma in _OWN and not clause.passive:
            for head in clause.objects:
                head = content_head(head)
                for inner, thing in self.things(head):
                    named = thing.kind == "weapon"
                    if named or (self.arms(inner) and clause.lemma not in ("have",)):
                        for owner in self.actors():
                            yield self.draft(owner, "possesses", thing, inner, quantity=quantity_of(inner))
