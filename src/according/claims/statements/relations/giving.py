"""Arms that change hands: "gave Mali drones", "was supplied with mortars by Chad", "bought tanks from Russia"."""

from collections.abc import Iterator

from according.claims.statements.names.countries import adjectives_of, country_of_name
from according.claims.statements.reading import Draft, Token
from according.claims.statements.syntax.nouns import STATE, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.quantities import quantity_of
from according.claims.statements.syntax.told import Told
from according.records import Ref

__all__ = ["GETTING", "GIVING", "Giving"]

GIVING = words(
    "supply provide arm equip furnish give send deliver ship sell transfer smuggle donate hand pass lend grant move "
    "export funnel offer outfit rearm resupply airlift gift"
)
GETTING = words("receive obtain acquire get buy purchase import procure source")
_ARMING = ("arm", "equip", "outfit", "rearm")
_FURNISHING = ("supply", "provide", "furnish", "resupply", *_ARMING)
_TWO_OBJECTS = words("give send sell lend offer hand grant deliver ship supply provide gift pass")
_AIDED = words(
    "money fund funding cash food aid assistance training intelligence medicine shelter advice relief cover logistics"
)
_FORCES = words("force troop militia rebel army")
_USING = words("use fire launch field operate deploy carry wield unveil display employ have receive unleash")
_RELYING = words("rely depend count")


class Giving(Told):
    """Supplies told by one clause: one statement a giver, a taker and a thing."""

    def supply(self) -> Iterator[Draft]:
        """Who gave whom what arms; money and food are AID."""
        clause = self.clause
        taken = clause.lemma in ("take", "accept") and any(lemma(h) in ("delivery", "receipt") for h in clause.objects)
        if clause.lemma in GETTING or taken:
            yield from self._got()
        elif clause.lemma in _RELYING and not clause.passive:
            yield from self._relied()
        elif clause.lemma in GIVING:
            givers = self._givers()
            for receiver, item in self._pairs() if givers else ():
                for taker in self._takers(receiver):
                    for giver in givers:
                        yield from self.given(giver, taker, item)
            if givers and clause.lemma in _TWO_OBJECTS and not clause.particle and not clause.passive:
                yield from self._two_objects(givers)

    def _givers(self) -> list[Ref]:
        return [ref for ref in self.actors() if ref.kind not in ("place", "media")]

    def _takers(self, receiver: Token) -> list[Ref]:
        found = self.references.all(content_head(receiver))
        acting = [self.references.acting(ref) for ref in found]
        return [ref for ref in acting if ref is not None and ref.kind not in ("place", "weapon", "media")]

    def _pairs(self) -> list[tuple[Token, Token | None]]:
        clause, verb = self.clause, self.clause.verb
        to, withs = list(prepositional(verb, "to")), list(prepositional(verb, "with"))
        patients = [content_head(head) for head in clause.patients()]
        inner = [(p, item) for p in patients for item in prepositional(p, "with")]
        if withs and clause.lemma in _FURNISHING:
            return [(receiver, item) for receiver in patients for item in withs]
        if to:
            return [(receiver, item) for receiver in to for item in patients]
        if clause.lemma in _FURNISHING and inner:
            return [(receiver, item) for receiver, item in inner]
        if clause.lemma in _ARMING:
            return [(receiver, None) for receiver in patients]
        if clause.passive:
            return [(receiver, item) for receiver in patients for item in clause.objects]
        return [(receiver, item) for item in patients for receiver in prepositional(item, "to")]

    def given(self, giver: Ref, taker: Ref, item: Token | None) -> Iterator[Draft]:
        """One statement a thing given; nothing where both are one."""
        taker = Ref(taker.name.partition(" with ")[0], taker.kind, taker.span)
        if giver.name == taker.name:
            return
        if item is None:
            yield self.draft(giver, "supplies", taker, item=Ref("arms"))
            return
        for head, thing in self.things(item):
            if self.arms(head) or thing.kind == "weapon":
                yield self.draft(giver, "supplies", taker, head, item=thing, quantity=quantity_of(head))
            elif lemma(head) in _AIDED:
                yield self.draft(giver, "AID", taker, head, item=thing)

    # --- "gave Mali and Niger TB2 and Akinci drones", which the parser takes for one noun ---

    def _two_objects(self, givers: list[Ref]) -> Iterator[Draft]:
        region = self._region()
        first = next((i for i, token in enumerate(region) if self._item(token)), None)
        if first is None:
            return
        takers, edge = self._in_front(region[:first])
        items = self._items([token for token in region[first:] if self._item(token)], edge)
        for taker in takers:
            for giver in givers:
                if giver.name != taker.name:
                    for head, thing in items:
                        yield self.draft(giver, "supplies", taker, head, item=thing, quantity=quantity_of(head))

    def _region(self) -> list[Token]:
        """The tokens of both objects: from the verb to the next preposition, verb or mark."""
        verb = self.clause.verb
        found: list[Token] = []
        for token in verb.doc[verb.i + 1 : verb.i + 22]:
            of = token.lower_ == "of"
            if token.sent != verb.sent or token.text in (".", ";", ":", "–", "—", "(", '"'):
                break
            if (token.pos_ in ("ADP", "SCONJ", "AUX") and not of) or token.tag_ in ("WDT", "WP", "VBD", "VBZ", "TO"):
                break
            found.append(token)
        return found

    def _item(self, token: Token) -> bool:
        index = self.reading.mention_at(token)
        if index is not None and self.reading.mentions[index].kind == "weapon":
            return bool(token == self.reading.heads[index])
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        named = index is not None or token.pos_ not in ("NOUN", "PROPN") or following.tag_ == "POS"
        return not named and self.arms(token) and not (following.pos_ == "NOUN" and self.arms(following))

    def _in_front(self, tokens: list[Token]) -> tuple[list[Ref], int]:
        """The parties named in front of the first thing, and where the last of them ends."""
        found: list[Ref] = []
        edge = self.clause.verb.i
        for token in tokens:
            index = self.reading.mention_at(token)
            following = token.doc[token.i + 1]
            owns = following.tag_ == "POS" or following.text == "-"  # "Soviet-era jets"
            if index is not None and token.i == self.reading.ranges[index][1] - 1 and not owns:
                party = self.references.acting(self.references.named(index))
                if party is not None and country_of_name(party.name):
                    party = Ref(party.name, "government", party.span)
                if party is not None and party.kind in (*BODIES, "person") and not self._types(token, party):
                    found.append(party)
                    edge = token.i
            elif index is None and (
                token.tag_ == "PRP" or (token.pos_ in ("NOUN", "PROPN") and lemma(token) in STATE | _FORCES)
            ):
                party = self._state_force(token) or self.references.resolve(token)
                if party is not None and party.kind in BODIES:
                    found.append(party)
                    edge = token.i
        return found, edge

    def _types(self, token: Token, party: Ref) -> bool:
        """A name right in front of the arms that may be their type: "sent Koksan guns"."""
        index = self.reading.mention_at(token)
        start = self.reading.ranges[index][0] if index is not None else token.i
        bare = token.doc[start - 1].pos_ != "DET" and self._item(token.doc[token.i + 1])
        once = sum(mention.name == party.name for mention in self.reading.mentions) == 1
        return bare and once and party.kind != "person" and self.reading.mentions[index or 0].why != "pack"

    def _state_force(self, token: Token) -> Ref | None:
        """The Somali army in "gave Somalia's army drones", wherever the parser hung the owner."""
        if token.i < 2 or token.doc[token.i - 1].tag_ != "POS":
            return None
        country = country_of_name(token.doc[token.i - 2].text)
        adjectives = adjectives_of(country) if country else ()
        return Ref(f"{adjectives[0]} {token.text}", "government") if adjectives else None

    def _items(self, heads: list[Token], edge: int) -> list[tuple[Token, Ref]]:
        """Each thing by its name, or in its words without what stands for the taker."""
        found: list[tuple[Token, Ref]] = []
        for head in heads:
            index = self.reading.mention_at(head)
            if index is not None:
                found.append((head, self.references.named(index)))
                continue
            if any(
                (m := self.reading.mention_at(t)) is not None and self.reading.mentions[m].kind == "weapon"
                for t in head.doc[edge + 1 : head.i]
                if t.head == head or t.head.head == head
            ):
                continue  # "TB2 drones" were told by their name
            words_of = [
                t
                for t in head.doc[max(edge + 1, head.i - 4) : head.i]
                if t.pos_ in ("ADJ", "NOUN", "PROPN") or t.text == "-"
            ]
            start = head
            while (
                words_of
                and words_of[-1].i == start.i - 1
                and not words_of[-1].like_num
                and not self._item(words_of[-1])
            ):
                start = words_of.pop()
            while start.text == "-" and start.i > edge + 1:  # "2,000-pound bombs"
                start = start.nbor(-1)
            name = self.reading.text[start.idx : head.idx + len(head.text)]
            found.append((head, Ref(" ".join(name.split()), None)))
        return found

    # --- who got arms from whom ---

    def _got(self) -> Iterator[Draft]:
        """Things told in front of a "from" came from whom it names: "drones from China and missiles from France"."""
        clause = self.clause
        takers = self.actors() or self._users()
        things: list[Token] = [head for head in clause.subjects if clause.passive and self.arms(content_head(head))]
        given, edge = False, clause.verb.i if not clause.passive else -1
        for token in clause.verb.doc[clause.verb.i + 1 : clause.verb.right_edge.i + 1]:
            if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":"):
                break
            if self._item(token) and not any(other.is_ancestor(token) for other in things):
                things.append(token)
            if token.lower_ != "from" or not things:
                continue
            following = [t for t in token.doc[token.i + 1 : token.i + 3] if t.pos_ != "DET"][:1]
            near = [t for t in following if self.reading.mention_at(t) is not None]
            behind = near or [t for t in token.children if t.dep_ == "pobj"]
            for giver in [g for t in behind for g in self._givers_named(t)]:
                for taker in takers:
                    for head, thing in self._items(things, edge):
                        given = True
                        if giver.name != taker.name:
                            yield self.draft(giver, "supplies", taker, head, item=thing, quantity=quantity_of(head))
            things, edge = [], max((t.i for t in behind), default=token.i)
        if given or clause.passive:
            return
        for head in clause.objects:
            head = content_head(head)
            for giver in self.references.owners(head) if self.arms(head) else ():
                for taker in takers:
                    if taker.kind != "person" and giver.kind in BODIES:
                        yield from self.given(giver, taker, head)

    def _givers_named(self, head: Token) -> list[Ref]:
        found = [self.references.acting(ref) for ref in self.references.all(head)]
        return [ref for ref in found[:1] if ref is not None and ref.kind not in ("weapon", "media", "place")]

    def _users(self) -> list[Ref]:
        """Who has the arms of "used missiles bought from Korea": the subject of the verb they are the object of."""
        verb = self.clause.verb
        noun = verb.head
        if verb.dep_ != "acl" or noun.dep_ != "dobj" or noun.head.lemma_ not in _USING:
            return []
        heads = [c for c in noun.head.lefts if c.dep_ == "nsubj"]
        return [
            a for head in heads for ref in self.references.all(head) if (a := self.references.acting(ref)) is not None
        ]

    def _relied(self) -> Iterator[Draft]:
        """Reads "relies on X for weapons"."""
        verb = self.clause.verb
        heads = [*prepositional(verb, "on", "upon")]
        for giver_head in heads:
            for item in (*prepositional(verb, "for"), *prepositional(giver_head, "for")):
                for giver in self._takers(giver_head):
                    for taker in self._givers():
                        if self.arms(content_head(item)):
                            yield from self.given(giver, taker, item)
