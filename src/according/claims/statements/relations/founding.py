"""When and by whom a group was founded; what a place is used for."""

import re
from collections.abc import Iterator

from according.claims.statements.names.countries import country_of_name
from according.claims.statements.reading import Draft, Token
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.told import Told
from according.records import Ref, Span, Time

__all__ = ["FOUNDERS", "Founding"]

FOUNDERS = frozenset(["founder", "co-founder", "cofounder"])
"""Who founded what they are an office of."""

_FOUND = words("form found establish create launch set_up proclaim constitute co-found inaugurate")
_ARISE = words("emerge arise spring_up")
_USE = words("use serve function convert turn transform act repurpose")
_USES = words(
    "hub base center centre site storage launchpad staging ground point route corridor haven sanctuary factory depot "
    "warehouse stronghold bastion home gateway port headquarters prison facility target garrison launch transit "
    "crossroads"
)

_YEAR = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},)? \d{4}")
"""A month or day with its year."""


class Founding(Told):
    """Founding and use told by one clause."""

    def founding(self) -> Iterator[Draft]:
        """When, and by whom: "founded in 2012 by X", "X founded Y", "Y, set up in 2012", "Y emerged in 2012"."""
        clause = self.clause
        name = f"{clause.lemma}_{clause.particle}" if clause.particle else clause.lemma
        if name not in _FOUND and not (name in _ARISE and not clause.passive):
            return
        dated = self.reading.dated.get(self.reading.sentence_of[clause.verb.i], ())
        times = [time for root, time in dated if clause.verb in (root.head, root.head.head)]
        for head in clause.subjects if name in _ARISE else clause.patients():
            head = content_head(head)
            named = self.reading.mention_at(head) is not None
            for group in self.references.of(clause.verb, head):
                if group.kind not in BODIES or not (named or times or clause.agents):
                    continue
                if not named and not self.reading.kind_of_name(group.name):
                    continue
                if times:
                    when = times[0]
                    yield self.draft(group, "founded", Ref(_worded(when), None, when.span))
                if name in _ARISE:
                    continue
                for founder in self.founders():
                    if founder.name != group.name:
                        yield self.draft(group, "founded", founder)

    def founders(self) -> list[Ref]:
        """Who founded it: persons and bodies, and unnamed people in the words that describe them."""
        clause = self.clause
        if not clause.passive:
            return [ref for ref in self.actors() if ref.kind == "person"]
        found: list[Ref] = []
        own = [c for c in clause.verb.children if c.dep_ == "agent"]
        for head in (t for by in own for t in by.children if t.dep_ == "pobj"):
            known = [ref for ref in self.references.all(head) if ref.kind in (*BODIES, "person")]
            named = [ref for ref in known if self.reading.kind_of_name(ref.name)]
            if named:
                found.extend(named)
            elif (people := self.people(head)) is not None:
                found.append(people)
        return found

    def people(self, head: Token) -> Ref | None:
        """Unnamed founders, whole: "students and priests inspired by the Cuban revolution"."""
        start, end = head.left_edge.i, head.right_edge.i + 1
        doc = self.reading.doc
        end = next((t.i for t in doc[head.i : end] if t.text in (",", ";", "–", "—", "(", ".")), end)
        if not 0 < end - start <= 14:
            return None
        while doc[start].lower_ in ("a", "an", "the", "some"):
            start += 1
        span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))
        return Ref(" ".join(span.of(self.reading.text).split()), None, span)

    def using(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        heads: list[Token] = []
        if clause.lemma in _USE:
            heads = list(prepositional(verb, "as", "into"))
        elif clause.lemma in ("be", "become", "remain"):
            heads = [c for c in verb.children if c.dep_ == "attr"]
            heads = [h for h in heads if lemma(h) in _USES]
        if not heads:
            return
        turning = clause.lemma in ("turn", "convert", "transform", "repurpose", "use")
        holders = clause.objects if turning and not clause.passive else clause.subjects
        places = [
            Ref(ref.name, "place", ref.span)
            for ref in self._all(holders)
            if ref.kind == "place" or (turning and country_of_name(ref.name))
        ]
        for place in places:
            for head in heads:
                guests = [
                    r
                    for t in prepositional(head, "for", "of", "to")
                    for r in self.references.all(t)
                    if r.kind in ("armed_group", "government", "organization")
                ]
                if guests:
                    predicate = "controls" if lemma(head) in ("stronghold", "bastion") else "present_in"
                    for guest in guests:
                        yield self.draft(guest, predicate, place, head)
                    continue
                use = self.use(head)
                if use is not None:
                    yield self.draft(place, "used_for", use, head)
        if clause.lemma in ("be", "remain", "become"):
            return

    def use(self, head: Token) -> Ref | None:
        """What a place is used for, whole: "assembly and storage hub for missiles and drones"."""
        thing = self.references.thing(head)
        if thing is None or thing.span is None:
            return thing
        doc = self.reading.doc
        end = head.right_edge.i + 1
        for token in doc[head.i + 1 : end]:
            timed = token.lower_ in ("since", "until", "during", "after", "before") and token.dep_ in ("prep", "mark")
            if timed or token.dep_ in ("relcl", "advcl", "acl") or token.text in (";", "–", "—", "("):
                end = token.i
                break
        while end > head.i + 1 and (
            doc[end - 1].is_punct
            or doc[end - 1].dep_ in ("cc", "mark", "nsubj")
            or doc[end - 1].lower_ in ("that", "which", ",")
        ):
            end -= 1
        last = doc[end - 1]
        span = Span(thing.span.start, max(thing.span.end, last.idx + len(last.text)))
        return Ref(" ".join(span.of(self.reading.text).replace('"', "").split()), None, span)


def _worded(when: Time) -> str:
    """A bare year as such; a month or day in the text's own words, as the object of a statement is a text."""
    exact = when.edtf or when.text
    words = _YEAR.search(when.text)
    return words.group() if words is not None and len(exact) > 4 else exact
