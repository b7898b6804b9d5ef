"""Who holds a place, who is in it, who or what went there."""

import re
from collections.abc import Iterator

from according.claims.statements.names.countries import adjectives_of, country_of_adjective, country_of_name
from according.claims.statements.reading import Draft, Token
from according.claims.statements.syntax.circumstances import places_of
from according.claims.statements.syntax.nouns import ACTORS, ARMS, PLACES, SITES, VESSELS, words
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, premodifiers, prepositional
from according.claims.statements.syntax.quantities import quantity_of
from according.claims.statements.syntax.told import Told
from according.records import Ref

__all__ = ["Presence"]

_CONTROL = words("control hold dominate rule govern administer patrol retain")
_BE_IN = words(
    "operate base station deploy headquarter entrench locate position garrison fight hide shelter concentrate "
    "embed stage lurk roam live train gather camp regroup reside assemble mass linger remain"
)
_LAND = words(
    "hilltop hill base bank shore side half portion slice pocket perimeter territory land ground area part swath "
    "swathe stretch position village town city most much countryside district"
)
_PRESENCE = words(
    "bastion hideout sanctuary redoubt hub presence base foothold position outpost camp stronghold force troop "
    "fighter soldier headquarters cell garrison office"
)
_HOST = words("host house harbor harbour contain shelter accommodate")
_MOVE = words(
    "visit move relocate advance withdraw travel cross return redeploy push enter arrive retreat flee head shift "
    "go march infiltrate reach pull run walk drive sail roll come fly land sneak slip pour stream spill swarm sweep"
)
_CARRY = words(
    "send deploy move rush ship transfer dispatch transport drive redeploy airlift evacuate smuggle relocate fly "
    "truck bring push"
)
_TROOPS = words("soldier troop force fighter reinforcement personnel mercenary reserve marine paratrooper commando")
_STATIONED = words("keep have station base maintain garrison hold post retain")
_REFUGE = words("shelter refuge position cover sanctuary")
_ARMOUR = words("tank vehicle armour armor bulldozer warship jet warplane helicopter convoy column")
"""What an army goes in."""
_UNITS = words("battalion brigade regiment unit contingent company")
_POINTS = words("hilltop hill village town position outpost post checkpoint")
"""Who holds some of them in a country holds them, not the country."""
_SEEN = words("see spot mark show film photograph geolocate locate detect observe track record report")
_INCLUDED = re.compile(r"[\"”]? included\b")


class Presence(Told):
    """Control, presence and movement told by one clause."""

    def control(self) -> Iterator[Draft]:
        clause = self.clause
        held = clause.lemma == "occupy" and clause.verb.tag_ in ("VBZ", "VBP", "VBG")
        if (clause.lemma in _CONTROL or held) and clause.particle is None:
            for head in clause.patients():
                head = content_head(head)
                for subject in self.actors():
                    for place in self.held(head):
                        if place.name != subject.name:
                            yield self.draft(subject, "controls", place, head)
        elif clause.lemma in ("have", "maintain", "retain", "exercise", "consolidate", "keep") and not clause.passive:
            for head in clause.objects:
                if lemma(head) in ("control", "dominance", "hold", "grip"):
                    for inner in (*prepositional(head, "of", "over", "on", "in"), *prepositional(clause.verb, "over")):
                        for subject in self.actors():
                            for place in self.held(content_head(inner)):
                                yield self.draft(subject, "controls", place, inner)
        elif clause.lemma in ("be", "remain", "stay"):
            yield from self.state_of_control()

    def state_of_control(self) -> Iterator[Draft]:
        for inner in prepositional(self.clause.verb, "in", "under"):
            word = lemma(inner)
            if word not in ("control", "charge", "hand", "sway", "rule", "grip", "occupation"):
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
        if index is None and lemma(head) in _LAND and (among := self._among(head)):
            return among
        if found:
            return found
        if lemma(head) in _POINTS and head.tag_ == "NNS" and (thing := self.references.thing(head)) is not None:
            return [thing] if any(c.dep_ == "nummod" or c.lower_ == "the" for c in head.lefts) else []
        if lemma(head) in _LAND:
            return (
                list(places_of(head, self.reading, self.references, "in", "of", "around", "along", "inside"))
                or self.here()
            )
        if index is not None and lemma(head) in SITES | {"command"}:
            return [self.references.named(index)]
        if lemma(head) in PLACES | {"outlet", "activity", "trade", "crossing", "airspace", "border"} and index is None:
            thing = self.references.thing(head)
            return [thing] if thing else []
        return []

    def _among(self, head: Token) -> list[Ref]:
        """A and B in "five hilltops, among them A and B", "most of the north, A and B included"."""
        mentions = self.reading.mentions
        for index, first in enumerate(self.reading.heads):
            if first.sent != head.sent or first.i < head.i or mentions[index].kind != "place":
                continue
            before = self.reading.text[head.idx : mentions[index].span.start]
            run = [m for m in self.reading.run_of(index) if m >= index]
            after = self.reading.text[mentions[run[-1]].span.end :]
            if before.rstrip().endswith("among them") or _INCLUDED.match(after):
                return [self.references.named(m) for m in run]
        return []

    def presence(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        if clause.lemma in _STATIONED and not clause.passive:
            yield from self.stationed()
        if clause.lemma == "take" and clause.particle is None and any(lemma(h) in _REFUGE for h in clause.objects):
            for place in self.ends(verb, "in", "inside", "at") or [
                p for h in clause.objects for p in self.ends(h, "in", "inside", "at")
            ]:
                for subject in self.actors_or_arms():
                    yield self.draft(subject, "present_in", place)
        if clause.lemma in _BE_IN and not (clause.lemma in _HOST and clause.objects):
            stayers = self.actors_or_arms()
            yield from self.roaming(stayers)
            for place in places_of(
                verb,
                self.reading,
                self.references,
                "in",
                "at",
                "near",
                "on",
                "across",
                "inside",
                "around",
                "from",
                "along",
                "out",
                "within",
            ):
                if clause.lemma == "fight" and not stayers:
                    continue
                for subject in stayers:
                    if subject.kind == "person" and clause.lemma in ("base", "headquarter"):
                        continue  # "an analyst based in Nairobi"
                    yield self.draft(subject, "present_in", place)
            if clause.passive and not list(places_of(verb, self.reading, self.references)):
                for place in self.here():
                    for subject in stayers:
                        yield self.draft(subject, "present_in", place)
        elif clause.lemma in ("be", "remain", "stay"):
            near = [
                c
                for c in verb.children
                if c.dep_ == "acomp"
                and c.lower_
                in ("present", "active", "based", "stationed", "entrenched", "strong", "stronger", "strongest")
            ]
            force = any(lemma(content_head(h)) in _TROOPS for h in clause.subjects)
            inside = [] if near or (clause.lemma == "be" and not force) else self.ends(verb, "in", "inside", "at")
            for place in [*inside, *(p for c in near for p in self.here(c))]:
                for subject in self.actors_or_arms():
                    yield self.draft(subject, "present_in", place)
        elif clause.lemma in ("keep", "store", "park", "stockpile") and any(lemma(h) in ARMS for h in clause.objects):
            yield from self.kept()
        elif (
            clause.lemma in ("maintain", "have", "keep", "establish", "operate", "run", "build", "set")
            and not clause.passive
        ):
            for head in (one for thing in clause.objects for one in conjuncts(thing)):
                if lemma(head) in _TROOPS:
                    continue  # told of the troops
                if lemma(head) in _PRESENCE and (
                    clause.lemma not in ("build",) or lemma(head) in ("base", "presence", "outpost")
                ):
                    for subject in self.actors():
                        for place in self.here(head):
                            yield self.draft(subject, "present_in", place, head)
        elif clause.lemma == "share":
            for head in clause.patients():
                for place in (r for r in self.references.all(head) if r.kind == "place"):
                    for subject in self.actors():
                        yield self.draft(subject, "controls" if clause.passive else "present_in", place, head)
        elif clause.lemma in _SEEN and not clause.passive:
            for head in clause.objects:
                if lemma(content_head(head)) in _TROOPS | {"drone", "tank", "convoy", "fighter"}:
                    for place in self.ends(verb, "in", "inside", "at", "near") or self.ends(
                        head, "in", "inside", "near"
                    ):
                        for seen in self.references.all(head, things=True):
                            yield self.draft(seen, "present_in", place, head)
        elif clause.lemma in _HOST and not clause.passive:
            for place in self.doers:
                if place.kind != "place":
                    continue
                for head in clause.objects:
                    for guest in self.references.all(head):
                        if guest.kind not in ("place", None) or lemma(content_head(head)) in ACTORS:
                            yield self.draft(guest, "present_in", place, head)

    def stationed(self) -> Iterator[Draft]:
        """Reads "keeps 2,500 troops in A and 900 in B": the troops are there, called by whose they are."""
        heads = [t for t in self.clause.objects if lemma(content_head(t)) in _TROOPS]
        for head in heads:
            for one in conjuncts(head):
                if one != head and not (one.like_num or lemma(content_head(one)) in _TROOPS):
                    continue
                noun = head if one.like_num else content_head(one)
                places = self.ends(one, "in", "inside", "at", "near", "on")
                if one == head and not places:
                    places = self.ends(self.clause.verb, "in", "inside", "at", "near", "on")
                for place in places:
                    for force in self.sent(noun):
                        if force.kind != "place":
                            yield self.draft(force, "present_in", place, one, quantity=quantity_of(one))

    def roaming(self, stayers: list[Ref]) -> Iterator[Draft]:
        """Reads "roams the hills" under a heading, "peacekeepers stationed there"."""
        verb = self.clause.verb
        places: list[Ref] = []
        if self.clause.lemma in ("roam", "patrol", "inhabit") and not self.clause.passive:
            for head in self.clause.objects:
                places.extend(r for r in self.references.all(head) if r.kind == "place")
            if not places and self.clause.objects:
                places = [self.references.named(index) for index in self.reading.heading(verb)]
        elif any(c.lower_ == "there" and c.dep_ == "advmod" for c in verb.children):
            place = self.references.antecedents.place_before(verb)
            places = [place] if place is not None else []
        for place in places:
            for subject in stayers:
                yield self.draft(subject, "present_in", place)

    def kept(self) -> Iterator[Draft]:
        """Who keeps arms in a place is there with them: "keeps drones at the base"."""
        for head in self.clause.objects:
            if lemma(content_head(head)) in ARMS | VESSELS:
                for place in self.ends(self.clause.verb, "in", "at", "near") or self.ends(head, "in", "at", "near"):
                    for subject in self.actors():
                        yield self.draft(subject, "present_in", place, head)
                    for thing in self.references.all(head, things=True):
                        yield self.draft(thing, "present_in", place, head)

    def movement(self) -> Iterator[Draft]:
        clause, verb = self.clause, self.clause.verb
        to = ("to", "into", "toward", "towards", "onto")
        over = (*to, "across") if clause.lemma in ("send", "move", "push", "bring") else to
        if clause.lemma in _CARRY and clause.patients() and (clause.passive or clause.objects):
            for head in clause.patients():
                head = content_head(head)
                ends = self.ends(verb, *over) or self.ends(head, *over)
                ends = ends or [
                    p for t in head.subtree if head.i < t.i < head.i + 9 for p in self.ends(t, "to", "into", "toward")
                ]
                ends = ends or (
                    list(places_of(verb, self.reading, self.references, "in", "at"))
                    if clause.lemma in ("deploy",)
                    else []
                )
                if clause.lemma == "deploy" and not ends:
                    ends = list(places_of(head, self.reading, self.references, "in", "at", "across", "near"))
                if lemma(head) in ARMS and not clause.passive and self.actors():
                    ends = [p for p in ends if not country_of_name(p.name)]  # what is shipped to a state is a supply
                if (
                    lemma(head)
                    not in ACTORS
                    | ARMS
                    | VESSELS
                    | {
                        "reinforcement",
                        "shipment",
                        "supply",
                        "cargo",
                        "convoy",
                        "reserve",
                        "unit",
                    }
                    and self.reading.mention_at(head) is None
                    and not self.references.all(head)
                ):
                    continue
                for place in ends:
                    for moved in self.sent(head):
                        if moved.kind != "place" and moved.name != "people" and moved.name != place.name:
                            yield self.draft(moved, "moved_to", place, head, quantity=quantity_of(head))
        elif clause.lemma in _MOVE | {"deploy"} and not clause.passive:
            ends = self.ends(verb, *to)
            ends = ends or [
                p for c in verb.children if c.lower_ in ("back", "down", "up", "deep") for p in self.ends(c, *to)
            ]
            if clause.lemma in ("enter", "reach", "visit") and not ends:
                ends = [r for h in clause.objects for r in self.references.all(h) if r.kind == "place"]
            if clause.lemma in ("go", "head", "return", "reach", "shift") and not self.actors():
                return
            for place in ends:
                for subject in self.armoured() or self.actors_or_arms():
                    if subject.kind == "person" and clause.lemma not in ("travel", "flee", "return", "fly", "move"):
                        continue
                    yield self.draft(subject, "moved_to", place)

    def armoured(self) -> list[Ref]:
        """The army whose tanks they are, as the article calls it: "Israeli tanks drove into the city"."""
        found: list[Ref] = []
        for head in self.clause.subjects:
            owner = self.references.owner(content_head(head)) if lemma(content_head(head)) in _ARMOUR else None
            country = country_of_name(owner.name) if owner is not None else None
            force = self.references.army(country) if country else owner
            found.extend([force] if force is not None and force.name in self.reading.text else [])
        return found

    def sent(self, head: Token) -> list[Ref]:
        """What is sent; bare troops are the sender's ("North Korean soldiers")."""
        found = self.references.all(head, things=True)
        bare = not any(
            self.reading.mention_at(t) is not None or country_of_adjective(t.text) for t in premodifiers(head)
        )
        bare = bare and self.reading.mention_at(head) is None
        if not found or not bare or lemma(head) not in _TROOPS | _UNITS:
            found = [Ref(ref.name.split(" from ")[0], ref.kind, ref.span) for ref in found]
            return found or ([Ref(head.text, None, None)] if lemma(head) in _TROOPS else [])
        senders = self.actors()
        if not senders:
            return [Ref(ref.name.split(" from ")[0], ref.kind, ref.span) for ref in found]
        if senders[0].kind == "armed_group" or senders[0].name.lower().endswith(("army", "military", "navy")):
            return [senders[0]]
        adjectives = adjectives_of(country_of_name(senders[0].name) or "")
        used = {a: len(re.findall(rf"(?<!\w){re.escape(a)}(?!\w)", self.reading.text)) for a in adjectives}
        name = max(used, key=lambda a: used[a]) if used else senders[0].name
        return [Ref(f"{name} {head.text}", found[0].kind, found[0].span)]

    def within(self, head: Token) -> list[Ref]:
        """The place itself, or the one it is a part of ("parts of the city")."""
        inner = content_head(head)
        if (
            lemma(inner) in ("part", "area", "outskirt", "suburb", "edge", "centre", "center", "vicinity")
            and self.reading.mention_at(inner) is None
        ):
            return list(places_of(inner, self.reading, self.references, "of")) or self.references.all(inner)
        found = self.references.all(inner)
        if not found and lemma(inner) in PLACES | {"basin", "belt", "triangle", "heights", "zone"}:
            named = [m for t in premodifiers(inner) if (m := self.reading.mention_at(t)) is not None]
            found = [r for m in dict.fromkeys(named) if (r := self.references.named(m)).kind == "place"][-1:]
        if not found and lemma(inner) not in ACTORS and self.reading.mention_at(inner) is None:
            return (
                list(places_of(inner, self.reading, self.references, "near", "of", "in", "around", "outside")) or found
            )
        return found

    def ends(self, head: Token, *to: str) -> list[Ref]:
        """Places gone to: "to Sittwe"; not those of an actor gone to ("to its allies in Iraq")."""
        found = [ref for inner in prepositional(head, *to) for ref in self.within(inner)]
        return [
            Ref(ref.name, "place", ref.span)
            for ref in found
            if ref.kind == "place" or (ref.kind == "government" and country_of_name(ref.name))
        ]
