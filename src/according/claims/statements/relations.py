"""Lasting relations told by a verb: who holds, sits, moves, supplies, makes, owns, leads, belongs, was founded."""

from collections.abc import Callable, Iterator
from typing import Any

from according.claims.statements.circumstances import places_of
from according.claims.statements.clauses import Clause
from according.claims.statements.countries import adjectives_of, country_of_name
from according.claims.statements.nouns import ACTORS, ARMS, GROUPS, MAKERS, PEOPLE, PLACES, SITES, STATE, VESSELS
from according.claims.statements.phrases import conjuncts, content_head, described, lemma, prepositional
from according.claims.statements.quantities import quantity_of
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.references import References
from according.records import Ref, Span

__all__ = ["relations"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONTROL = _words("control hold dominate rule govern administer patrol retain")
_LAND = _words("territory land ground area part swath swathe stretch position pocket village town city most much countryside district")
_BE_IN = _words("operate base station deploy headquarter entrench locate position garrison fight hide shelter concentrate embed stage")
_PRESENCE = _words("presence base foothold position outpost camp stronghold force troop fighter headquarters cell garrison office")
_HOST = _words("host house harbor harbour contain")
_MOVE = _words(
    "move relocate advance withdraw travel cross return redeploy push enter arrive retreat flee head shift go march "
    "infiltrate reach pull"
)
_CARRY = _words("send deploy move rush ship transfer dispatch transport drive redeploy airlift evacuate smuggle relocate fly truck bring push")
_GIVE = _words(
    "supply provide arm equip furnish give send deliver ship sell transfer smuggle donate hand pass lend grant move export "
    "funnel offer outfit"
)
_GET = _words("receive obtain acquire get buy purchase import procure")
_MAKE = _words("make manufacture produce build develop design assemble construct test")
_OWN = _words("have own possess use carry wield field operate unveil display showcase acquire stockpile store boast")
_FOUND = _words("form found establish create launch set")
_LEAD = _words("lead head command chair run direct")
_USE = _words("use serve function convert turn transform act repurpose")
_AIDED = _words("money fund funding cash food aid assistance support training intelligence medicine shelter advice relief cover logistics")

_TROOPS = _words("soldier troop force fighter reinforcement personnel mercenary")
_FACTS = ("fact", "hedged")


class _Reader:
    """The relation rules over one clause; each yields drafts."""

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
            subject, predicate, thing, self.clause.verb, last=last, negated=self.clause.negated, status=status,
            why=f"verb {self.clause.lemma}", **more,
        )  # fmt: skip

    def here(self, *heads: Token | None) -> list[Ref]:
        """Places told with the verb or the given heads; else what the heading above names."""
        for head in (*heads, self.clause.verb):
            if head is None:
                continue
            found = list(places_of(head, self.reading, self.references))
            if found:
                return found
        heading = self.reading.heading(self.clause.verb)
        return [self.references.named(index) for index in heading]

    # --- rules ---

    def control(self) -> Iterator[Draft]:
        clause = self.clause
        if clause.lemma in _CONTROL and clause.particle is None:
            for head in clause.patients():
                head = content_head(head)
                for subject in self.actors():
                    for place in self.held(head):
                        if place.name != subject.name:
                            yield self.draft(subject, "controls", place, head)
        elif clause.lemma in ("have", "maintain", "retain", "exercise", "consolidate", "keep") and not clause.passive:
            for head in clause.objects:
                if lemma(head) in ("control", "dominance", "hold", "grip"):
                    for inner in prepositional(head, "of", "over", "on", "in"):
                        for subject in self.actors():
                            for place in self.held(content_head(inner)):
                                yield self.draft(subject, "controls", place, inner)
        elif clause.lemma in ("be", "remain", "stay"):
            yield from self.state_of_control()

    def state_of_control(self) -> Iterator[Draft]:
        for inner in prepositional(self.clause.verb, "in", "under"):
            word = lemma(inner)
            if word not in ("control", "charge", "hand"):
                continue
            owners = [r for t in prepositional(inner, "of") for r in self.references.all(t)]
            possessor = self.references.owner(inner)
            if self.clause.verb.doc[inner.i - 1].lower_ == "in" and word == "control":
                for subject in self.actors():
                    for place in (p for t in prepositional(inner, "of") for p in self.held(content_head(t))):
                        yield self.draft(subject, "controls", place, inner)
            else:
                for holder in [possessor] if possessor else owners:
                    for place in self.doers:
                        if place.kind == "place":
                            yield self.draft(holder, "controls", place, inner)
        if any(c.dep_ == "acomp" and c.lower_ in ("dominant", "supreme") for c in self.clause.verb.children):
            for subject in self.actors():
                for place in self.here():
                    yield self.draft(subject, "controls", place)

    def held(self, head: Token) -> list[Ref]:
        """Places an actor can hold: named ones, a base, or the land of a place told beside ("territory here")."""
        index = self.reading.mention_at(head)
        found = [ref for ref in self.references.all(head) if ref.kind == "place"]
        if found:
            return found
        if lemma(head) in _LAND:
            return list(places_of(head, self.reading, self.references, "in", "of", "around", "along", "inside")) or self.here()
        if index is not None and lemma(head) in SITES | {"command"}:
            return [self.references.named(index)]
        if lemma(head) in PLACES | {"outlet", "activity", "trade", "crossing", "airspace", "border"} and index is None:
            thing = self.references.thing(head)
            return [thing] if thing else []
        return []

    def presence(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        if clause.lemma in _BE_IN:
            stayers = self.actors_or_arms()
            for place in places_of(verb, self.reading, self.references, "in", "at", "near", "on", "across", "inside", "around", "from", "along", "out", "within"):
                if clause.lemma == "fight" and not stayers:
                    continue
                for subject in stayers:
                    yield self.draft(subject, "present_in", place)
            if clause.passive and not list(places_of(verb, self.reading, self.references)):
                for place in self.here():
                    for subject in stayers:
                        yield self.draft(subject, "present_in", place)
        elif clause.lemma in ("be", "remain", "stay"):
            near = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("present", "active", "based", "stationed", "entrenched")]
            for place in [p for c in near for p in self.here(c)]:
                for subject in self.actors_or_arms():
                    yield self.draft(subject, "present_in", place)
        elif clause.lemma in ("maintain", "have", "keep", "establish", "operate", "run", "build", "set") and not clause.passive:
            for head in (one for thing in clause.objects for one in conjuncts(thing)):
                if lemma(head) in _PRESENCE and (clause.lemma not in ("build",) or lemma(head) in ("base", "presence", "outpost")):
                    for subject in self.actors():
                        for place in self.here(head):
                            yield self.draft(subject, "present_in", place, head)
        elif clause.lemma in _HOST and not clause.passive:
            for place in self.doers:
                if place.kind != "place":
                    continue
                for head in clause.objects:
                    for guest in self.references.all(head):
                        if guest.kind not in ("place", None) or lemma(content_head(head)) in ACTORS:
                            yield self.draft(guest, "present_in", place, head)

    def actors_or_arms(self) -> list[Ref]:
        found = [r for r in self._all(self.clause.patients() if self.clause.passive else self.clause.doers()) if r.kind != "place"]
        if found:
            return found
        heads = self.clause.patients() if self.clause.passive else self.clause.doers()
        return [r for h in heads if lemma(content_head(h)) in ARMS for r in self.references.all(h, things=True)]

    def movement(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        to = ("to", "into", "toward", "towards", "onto")
        if clause.lemma in _CARRY and clause.patients() and (clause.passive or clause.objects):
            for head in clause.patients():
                head = content_head(head)
                ends = self.ends(verb, *to) or self.ends(head, *to)
                ends = ends or (list(places_of(verb, self.reading, self.references, "in", "at")) if clause.lemma in ("deploy",) else [])
                if lemma(head) not in ACTORS | ARMS | VESSELS | {"reinforcement", "shipment", "supply", "cargo", "convoy"}:
                    if self.reading.mention_at(head) is None and not self.references.all(head):
                        continue
                for place in ends:
                    for moved in self.sent(head):
                        if moved.kind != "place" and moved.name != "people" and moved.name != place.name:
                            yield self.draft(moved, "moved_to", place, head, quantity=quantity_of(head))
        elif clause.lemma in _MOVE | {"deploy"} and not clause.passive:
            ends = self.ends(verb, *to)
            if clause.lemma in ("enter", "reach") and not ends:
                ends = [r for h in clause.objects for r in self.references.all(h) if r.kind == "place"]
            if clause.lemma in ("go", "head", "return", "reach", "shift") and not self.actors():
                return
            for place in ends:
                for subject in self.actors_or_arms():
                    if subject.kind == "person":
                        continue
                    yield self.draft(subject, "moved_to", place)

    def sent(self, head: Token) -> list[Ref]:
        """What is sent; bare troops are the sender's ("North Korean soldiers")."""
        found = self.references.all(head, things=True)
        if not found or any(ref.name != head.text.lower() for ref in found) or lemma(head) not in _TROOPS:
            return found or ([Ref(head.text, None, None)] if lemma(head) in _TROOPS else [])
        senders = self.actors()
        if not senders:
            return found
        adjectives = adjectives_of(country_of_name(senders[0].name) or "")
        return [Ref(f"{adjectives[0] if adjectives else senders[0].name} {head.text}", found[0].kind, found[0].span)]

    def ends(self, head: Token, *to: str) -> list[Ref]:
        """Places gone to: "to Sittwe"; not those of an actor gone to ("to its allies in Iraq")."""
        found = [ref for inner in prepositional(head, *to) for ref in self.references.all(inner)]
        return [
            Ref(ref.name, "place", ref.span) for ref in found
            if ref.kind == "place" or (ref.kind == "government" and country_of_name(ref.name))
        ]  # fmt: skip

    def supply(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        if clause.lemma in _GET and not clause.passive:
            for head in clause.objects:
                head = content_head(head)
                if not self.arms(head):
                    continue
                givers = [r for t in (*prepositional(verb, "from"), *prepositional(head, "from")) for r in self.references.all(t)]
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
        elif clause.lemma in ("arm", "equip", "outfit", "supply", "provide", "furnish") and any(True for p in patients for _ in prepositional(p, "with")):
            pairs = [(receiver, item) for receiver in patients for item in prepositional(receiver, "with")]
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

    def arms(self, head: Token) -> bool:
        index = self.reading.mention_at(head)
        if index is not None:
            return self.reading.mentions[index].kind == "weapon"
        if lemma(head) in ARMS:
            return True
        return any((m := self.reading.mention_at(t)) is not None and self.reading.mentions[m].kind == "weapon" for t in head.lefts)

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
                continue
            weapons = [
                m for t in one.lefts if (m := self.reading.mention_at(t)) is not None and self.reading.mentions[m].kind == "weapon"
            ]
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

    def short(self, head: Token) -> str:
        start, end = described(head, tail=False)
        doc = self.reading.doc
        while start < end - 1 and doc[start].tag_ == "VBG":
            start += 1
        if lemma(head) in ("type", "kind", "variety") and end - start > 1:  # "missile types" are missiles
            inner = doc[end - 2]
            return " ".join([*(t.text for t in doc[start : end - 2]), inner.text if inner.tag_ == "NNS" else f"{inner.text}s"])
        return " ".join(self.reading.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1].text)].replace('"', "").split())

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
                if self.arms(inner) or (company and inner.pos_ in ("NOUN", "PROPN") and lemma(inner) not in ("use", "decision", "statement", "effort")):
                    for maker in makers:
                        yield self.draft(maker, "manufactures", thing, inner)

    def specialty(self) -> Iterator[Draft]:
        """"a firm specializing in drones", "focused on designing and manufacturing helicopters and drones"."""
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

    def leading(self) -> Iterator[Draft]:
        clause = self.clause
        if clause.lemma not in _LEAD or clause.particle:
            return
        leaders = [r for r in self.doers if r.kind in ("person", "armed_group", "organization", "government")]
        for head in clause.patients():
            for group in self.references.all(head):
                if group.kind in ("armed_group", "organization", "government", "company") and group.name not in [l.name for l in leaders]:
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
        if lemma(head) in ("umbrella", "command", "control", "authority", "banner", "leadership", "auspex", "supervision"):
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
        places = [r for r in self._all(clause.patients() if clause.passive or clause.lemma not in ("turn", "convert", "transform") else clause.objects) if r.kind == "place"]
        if clause.passive:
            places = [r for r in self._all(clause.subjects) if r.kind == "place"]
        for place in places:
            for head in heads:
                guests = [r for t in prepositional(head, "for", "of", "to") for r in self.references.all(t) if r.kind in ("armed_group", "government", "organization")]
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
        while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].dep_ in ("cc", "mark", "nsubj") or doc[end - 1].lower_ in ("that", "which", ",")):
            end -= 1
        last = doc[end - 1]
        span = Span(thing.span.start, max(thing.span.end, last.idx + len(last.text)))
        return Ref(" ".join(span.of(self.reading.text).replace('"', "").split()), None, span)

    def state(self) -> Iterator[Draft]:
        """"X is loyal to Y", "is part of", "is backed by", "is allied with", "is close to", "home to"."""
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

    RULES: tuple[Callable[["_Reader"], Iterator[Draft]], ...] = (
        control, presence, movement, supply, making, owning, leading, belonging, founding, using, state,
    )  # fmt: skip


_USES = _words(
    "hub base center centre site storage launchpad staging ground point route corridor haven sanctuary factory depot "
    "warehouse stronghold bastion home gateway port headquarters prison facility target garrison launch transit crossroads"
)
_STATES = {
    "loyal": "loyal_to", "part": "part_of", "member": "part_of", "close": "allied_with", "linked": "allied_with",
    "link": "allied_with", "affiliate": "allied_with", "affiliated": "allied_with", "ally": "allied_with",
    "allied": "allied_with", "aligned": "allied_with", "align": "allied_with", "tie": "allied_with", "tied": "allied_with",
    "wing": "part_of", "branch": "part_of", "faction": "part_of", "unit": "part_of", "offshoot": "part_of",
    "proxy": "backed_by", "backed": "backed_by", "subordinate": "part_of",
}  # fmt: skip


def relations(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """The relations this clause tells; none when it tells no fact."""
    if clause.reality not in _FACTS:
        return
    reader = _Reader(clause, reading, references)
    for rule in _Reader.RULES:
        yield from rule(reader)
