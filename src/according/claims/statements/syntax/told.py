"""What every reader of relations needs of a clause: who acts, where, with which things."""

from typing import Any

from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.circumstances import places_of
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import ARMS, words
from according.claims.statements.syntax.phrases import conjuncts, content_head, described, lemma
from according.records import Ref

__all__ = ["Told"]

_MOVABLE = ARMS | words("convoy truck lorry shipment column reinforcement cargo motorcade supply")


class Told:
    """One clause with its doers resolved; the relation readers build on it."""

    def __init__(self, clause: Clause, reading: Reading, references: References) -> None:
        self.clause, self.reading, self.references = clause, reading, references
        self.doers = self._all(clause.doers())

    def _all(self, heads: tuple[Token, ...], *, things: bool = False) -> list[Ref]:
        found: list[Ref] = []
        for head in heads:
            found.extend(self.references.of(self.clause.verb, head, things=things))
        return found

    def actors(self) -> list[Ref]:
        """The clause's doers as actors."""
        found = []
        for ref in self.doers:
            acting = self.references.acting(ref)
            if acting is not None and acting.kind != "weapon":
                found.append(acting)
        return found

    def draft(self, subject: Ref, predicate: str, thing: Ref | None, last: Token | None = None, **more: Any) -> Draft:
        status = "hedged" if self.clause.reality == "hedged" else None
        return Draft(
            subject,
            predicate,
            thing,
            self.clause.verb,
            last=last,
            negated=self.clause.negated,
            status=status,
            why=f"verb {self.clause.lemma}",
            **more,
        )

    def here(self, *heads: Token | None) -> list[Ref]:
        """Places told with the verb or the given heads; else what the heading above names."""
        for head in (*heads, self.clause.verb):
            if head is None:
                continue
            found = list(places_of(head, self.reading, self.references))
            if found:
                return found
        if where := self.where():
            return where
        heading = self.reading.heading(self.clause.verb)
        return [self.references.named(index) for index in heading]

    def where(self) -> list[Ref]:
        """Venezuela in "trails into Venezuela, where the rebels have camps"."""
        verb = self.clause.verb
        if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
            return []
        return [ref for ref in self.references.alone(verb.head) if ref.kind == "place"]

    def things(self, head: Token) -> list[tuple[Token, Ref]]:
        """The items of a list, with the weapons named after "including"."""
        found: list[tuple[Token, Ref]] = []
        for one in conjuncts(content_head(head)):
            one = content_head(one)
            index = self.reading.mention_at(one)
            if index is not None and self.reading.mentions[index].name.islower():
                better = [m for t in one.lefts if (m := self.reading.mention_at(t)) is not None and m != index]
                index = better[0] if better and self.reading.mentions[better[0]].kind == "weapon" else index
            if index is not None:
                for member in self.reading.run_of(index):
                    if member >= index:
                        found.append((self.reading.heads[member], self.references.named(member)))
                if self.reading.mentions[index].name.islower():  # "ballistic missiles, including the Shahab"
                    found.extend(
                        (self.reading.heads[m], self.references.named(m)) for m in self.references.members(one)
                    )
                continue
            weapons = [
                m
                for t in one.lefts
                if (m := self.reading.mention_at(t)) is not None and self.reading.mentions[m].kind == "weapon"
            ]
            beside = self.reading.mention_at(one.nbor(-1)) if one.i and lemma(one) in ARMS else None
            if not weapons and beside is not None and self.reading.mentions[beside].kind == "weapon":
                weapons = [beside]  # "Yassin-105 rockets", which the parser tears apart
            if weapons:
                for member in self.reading.run_of(weapons[0]):
                    found.append((one, self.references.named(member)))
                continue
            thing = self.references.thing(one)
            if thing is not None:
                found.append((one, Ref(self.short(one), None, thing.span)))
            for member in self.references.members(one):
                if all(r.name != self.references.named(member).name for _, r in found):
                    found.append((self.reading.heads[member], self.references.named(member)))
        return found

    def arms(self, head: Token) -> bool:
        index = self.reading.mention_at(head)
        if index is not None:
            return self.reading.mentions[index].kind == "weapon"
        if lemma(head) in ARMS:
            return True
        return any(
            (m := self.reading.mention_at(t)) is not None and self.reading.mentions[m].kind == "weapon"
            for t in head.lefts
        )

    def short(self, head: Token) -> str:
        start, end = described(head, tail=False)
        doc = self.reading.doc
        while start < end - 1 and (
            doc[start].tag_ in ("VBG", "CC") or doc[start].lower_ in ("manufacturing", "new") or self.armed(doc[start])
        ):
            start += 1
        if lemma(head) in ("type", "kind", "variety") and end - start > 1:  # "missile types" are missiles
            inner = doc[end - 2]
            return " ".join(
                [*(t.text for t in doc[start : end - 2]), inner.text if inner.tag_ == "NNS" else f"{inner.text}s"]
            )
        return " ".join(
            self.reading.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1].text)].replace('"', "").split()
        )

    def armed(self, token: Token) -> bool:
        """Part of an armed group's name, which names who gets or has a thing and not the thing."""
        index = self.reading.mention_at(token)
        return index is not None and self.reading.mentions[index].kind == "armed_group"

    def actors_or_arms(self) -> list[Ref]:
        found = [
            r
            for r in self._all(self.clause.patients() if self.clause.passive else self.clause.doers())
            if r.kind != "place"
        ]
        if found:
            return found
        heads = self.clause.patients() if self.clause.passive else self.clause.doers()
        return [r for h in heads if lemma(content_head(h)) in _MOVABLE for r in self.references.all(h, things=True)]
