"""Who leads, joins, backs, founds; what a place is used for."""

from collections.abc import Iterator

from according.claims.statements.nouns import words
from according.claims.statements.phrases import content_head, lemma, prepositional
from according.claims.statements.reading import Draft, Token
from according.claims.statements.told import Told
from according.records import Ref, Span

__all__ = ["Belonging"]

_FOUND = words("form found establish create launch set")
_LEAD = words("lead head command chair run direct")
_USE = words("use serve function convert turn transform act repurpose")
_USES = words(
    "hub base center centre site storage launchpad staging ground point route corridor haven sanctuary factory depot "
    "warehouse stronghold bastion home gateway port headquarters prison facility target garrison launch transit "
    "crossroads"
)
_STATES = {
    "loyal": "loyal_to",
    "part": "part_of",
    "member": "part_of",
    "close": "allied_with",
    "linked": "allied_with",
    "link": "allied_with",
    "affiliate": "allied_with",
    "affiliated": "allied_with",
    "ally": "allied_with",
    "allied": "allied_with",
    "aligned": "allied_with",
    "align": "allied_with",
    "tie": "allied_with",
    "tied": "allied_with",
    "wing": "part_of",
    "branch": "part_of",
    "faction": "part_of",
    "unit": "part_of",
    "offshoot": "part_of",
    "proxy": "backed_by",
    "backed": "backed_by",
    "subordinate": "part_of",
}


class Belonging(Told):
    """Leadership, membership, loyalty, founding and use told by one clause."""

    def leading(self) -> Iterator[Draft]:
        clause = self.clause
        if clause.lemma not in _LEAD or clause.particle:
            return
        leaders = [r for r in self.doers if r.kind in ("person", "armed_group", "organization", "government")]
        for head in clause.patients():
            for group in self.references.all(head):
                names = [leader.name for leader in leaders]
                if group.kind in ("armed_group", "organization", "government", "company") and group.name not in names:
                    for leader in leaders:
                        yield self.draft(leader, "leads", group, head)

    def belonging(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        if clause.lemma == "belong":
            wholes = [r for t in prepositional(verb, "to") for r in self.references.all(t)]
            parts = self.doers
        elif clause.lemma == "join" and not clause.passive:
            wholes = [r for h in clause.objects for r in self.references.all(h)]
            parts = self.actors()
        elif clause.lemma in ("organize", "organise", "operate", "serve", "fall", "group", "incorporate", "integrate"):
            wholes = [r for t in prepositional(verb, "under", "into") for r in self.under(t)]
            parts = self._all(clause.patients() if clause.passive else clause.subjects)
        elif clause.lemma in ("form", "create", "found") and not clause.passive and len(self.doers) > 1:
            wholes = [r for h in clause.objects for r in self.references.all(h)]
            parts = self.actors()
        elif clause.lemma in ("include", "comprise", "consist", "group", "unite") and not clause.passive:
            heads = [*clause.objects, *prepositional(verb, "of")]
            wholes = [r for r in self.doers if r.kind in ("armed_group", "organization", "government")]
            parts = [r for h in heads for r in self.references.all(h)]
        else:
            return
        for part in parts:
            for whole in wholes:
                body = ("armed_group", "organization", "government", "company")
                if whole.kind in body and part.kind in (*body, "person") and part.name != whole.name:
                    yield self.draft(part, "part_of", whole)

    def under(self, head: Token) -> list[Ref]:
        """The body behind "the (legal) umbrella of X" and "the command of X"."""
        if lemma(head) in (
            "umbrella",
            "command",
            "control",
            "authority",
            "banner",
            "leadership",
            "auspex",
            "supervision",
        ):
            inner = [r for t in prepositional(head, "of") for r in self.references.all(t)]
            owner = self.references.owner(head)
            return inner or ([owner] if owner else [])
        return self.references.all(head)

    def founding(self) -> Iterator[Draft]:
        clause = self.clause
        if clause.lemma not in _FOUND or (clause.lemma == "set" and clause.particle != "up"):
            return
        dated = self.reading.dated.get(self.reading.sentence_of[clause.verb.i], ())
        times = [time for root, time in dated if clause.verb in (root.head, root.head.head)]
        for head in clause.patients():
            head = content_head(head)
            for group in self.references.all(head):
                if group.kind not in ("armed_group", "organization", "company", "government"):
                    continue
                if self.reading.mention_at(head) is None and not times:
                    continue
                if times:
                    when = times[0]
                    yield self.draft(group, "founded", Ref(when.edtf or when.text, None, when.span))
                elif clause.passive and clause.agents:
                    for founder in self.actors():
                        yield self.draft(group, "founded", founder)

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
        places = [ref for ref in self._all(holders) if ref.kind == "place"]
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
            if token.dep_ in ("relcl", "advcl", "acl") or token.text in (";", "–", "—", "("):
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

    def state(self) -> Iterator[Draft]:
        """Reads "X is loyal to Y", "is part of", "is backed by", "is allied with", "is close to", "home to"."""
        clause, verb = self.clause, self.clause.verb
        if clause.lemma == "back" or (clause.lemma in ("sponsor", "bankroll", "support") and clause.passive):
            for backer in self.actors():
                for head in clause.patients():
                    for backed in self.references.all(head):
                        if backed.kind in ("armed_group", "government", "organization") and backed.name != backer.name:
                            yield self.draft(backed, "backed_by", backer)
        if clause.lemma == "pledge" and not clause.passive:
            for head in clause.objects:
                if lemma(head) in ("allegiance", "loyalty", "fealty"):
                    for inner in (*prepositional(head, "to"), *prepositional(verb, "to")):
                        for lord in self.references.all(inner):
                            for subject in self.actors():
                                yield self.draft(subject, "loyal_to", lord)
        if clause.lemma == "follow" and not clause.passive:
            for head in clause.objects:
                for lord in self.references.all(head):
                    if lord.kind == "person":
                        for subject in self.actors():
                            if subject.kind != "person":
                                yield self.draft(subject, "loyal_to", lord)
        if clause.lemma in ("be", "remain") or clause.lemma in ("link", "affiliate", "ally", "align", "tie"):
            subjects = self._all(clause.patients() if clause.passive else clause.subjects)
            for child in (verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr"))):
                word = child.lemma_.lower() if child is verb else child.lower_
                predicate = _STATES.get(word) or _STATES.get(lemma(child))
                if predicate is None:
                    continue
                for inner in prepositional(child, "to", "with", "of", "by"):
                    for other in self.references.all(inner):
                        for subject in subjects:
                            if other.name == subject.name or other.kind == "place" or subject.kind in ("place", None):
                                continue
                            yield self.draft(subject, predicate, other, inner)
