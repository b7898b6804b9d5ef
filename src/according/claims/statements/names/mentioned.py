"""Names behind a phrase: lists after "including", towns, members of groups, appositions, the name of a mention."""

from collections.abc import Iterator

from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.owners import Owners
from according.claims.statements.reading import Token
from according.claims.statements.syntax.nouns import (
    ACTORS,
    ARMS,
    GROUPS,
    LEADERS,
    MAKERS,
    MEMBERS,
    PLACES,
    VESSELS,
    words,
)
from according.claims.statements.syntax.phrases import conjuncts, lemma, premodifiers, prepositional
from according.records import Ref, Span
from according.vocabularies import ENTITY_KINDS

__all__ = ["Names"]

_GROUPED = ("armed_group", "organization", "media", "company")
_MEMBER_LISTS = ("including", "include", "notably", "namely", "like", "e.g.")
_TOWNS = words(
    "town city village province region state district township island governorate area municipality locality county "
    "port neighborhood neighbourhood suburb hamlet prefecture commune settlement capital airbase airport airfield camp "
    "crossing desert mountain heights corridor valley oilfield dam refinery forest barracks garrison outpost"
)
_STATE_BODIES = frozenset(
    f"{what} {body}"
    for body in ("Ministry", "Minister")
    for what in ("Foreign", "Defense", "Defence", "Interior", "Health", "Finance")
) | frozenset(("Army", "Navy", "Air Force", "Armed Forces", "Parliament", "Senate", "Supreme Court"))
_INTO = ("in", "into", "across", "inside", "within", "throughout", "outside", "around", "near", "through", "over")
_SIDES = words(
    "northern southern eastern western central north-eastern north-western south-eastern south-western northeastern "
    "northwestern southeastern southwestern upper lower"
)


class Names(Owners):
    """Phrases that stand for names told in or beside them."""

    def _all_of_them(self, head: Token) -> Iterator[Ref]:
        """Whom "they" means: after "Mali, Niger and Burkina Faso" all three."""
        ref = self.resolve(head)
        if ref is None:
            return
        for index, mention in enumerate(self.reading.mentions):
            if (
                mention.name == ref.name
                and self.reading.ranges[index][0] < head.i
                and len(self.reading.run_of(index)) > 1
            ):
                root = self.reading.heads[self.reading.run_of(index)[0]]
                if root.dep_ == "nsubj" and self.reading.sentences_between(root.i, head) <= 1:
                    for member in self.reading.run_of(index):
                        yield Ref(self.named(member).name, self.named(member).kind, span_of(head))
                    return
        yield ref

    def _points_to_heading(self, head: Token) -> bool:
        """True for "this area", "the town", "it" in a list item: they mean all the places of its heading."""
        if (lemma(head) in PLACES and any(t.lower_ in ("the", "this") for t in premodifiers(head))) or (
            head.lower_ == "it" and head.dep_ in ("nsubj", "nsubjpass")
        ):
            ref = self.resolve(head)
        else:
            return False
        return ref is not None and ref.name == self.named(self.reading.heading(head)[0]).name

    def _town_of(self, head: Token) -> int | None:
        """Lashio in "the northeastern town of Lashio"."""
        if lemma(head) not in _TOWNS or self.reading.mention_at(head) is not None:
            return None
        for inner in prepositional(head, "of"):
            index = self.reading.mention_at(inner)
            if index is not None and self.reading.mentions[index].kind in ("place", "government"):
                return index
        for child in head.children:
            index = self.reading.mention_at(child)
            if (
                child.dep_ in ("compound", "nmod")
                and index is not None
                and self.reading.mentions[index].kind == "place"
            ):
                return index  # "Russia's Kursk region"
            if child.dep_ == "appos" and index is not None and self.reading.mentions[index].kind == "place":
                return index
        return None

    def members(self, head: Token) -> list[int]:
        """Names listed after the phrase: "factions including A, B and C", "firms such as A"."""
        doc, reading = self.reading.doc, self.reading
        if lemma(head) not in ACTORS | PLACES | ARMS and head.pos_ not in ("NOUN", "PRON"):
            return []
        limit = min(head.i + 9, len(doc))
        for i in range(head.i + 1, limit):
            token = doc[i]
            if token.text in ("–", "—", ":") and i + 1 < len(doc) and head.tag_ in ("NNS", "NNPS"):
                index = reading.mention_at(doc[i + 1])
                if index is not None and (reading.mentions[index].kind == "place") == (lemma(head) in PLACES):
                    return [m for m in reading.run_of(index) if m >= index]
            if token.lower_ == "identified" and doc[i + 1 : i + 2].text == "as":
                found = reading.mention_at(doc[min(i + 2, len(doc) - 1)])
                for j in range(i + 2, min(i + 7, len(doc))):
                    found = reading.mention_at(doc[j]) if found is None else found
                return [m for m in reading.run_of(found) if m >= found] if found is not None else []
            such = token.lower_ == "such" and i + 1 < limit and doc[i + 1].lower_ == "as"
            such = such or (token.lower_ == "among" and doc[i + 1 : i + 2].text in ("them", "which", "whom"))
            if token.lower_ == "include" and token.pos_ == "VERB" and head.tag_ not in ("NNS", "NNPS"):
                return []  # "the alliance's members include A": the alliance is no name for A
            if token.lower_ in _MEMBER_LISTS or such:
                if token.lower_ == "like" and token.dep_ != "prep":
                    return []
                for j in range(i + 1, min(i + 6, len(doc))):
                    index = reading.mention_at(doc[j])
                    if index is not None and reading.mentions[index].kind in ENTITY_KINDS:
                        return [m for m in reading.run_of(index) if m >= index]
                    if doc[j].pos_ in ("VERB", "NOUN") and lemma(doc[j]) not in ACTORS | MAKERS:
                        return []
                return []
            if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":"):
                return []
            if token.dep_ == "conj" and token.head == head and token.pos_ == "NOUN":
                return []  # the list is of what stands nearer to it
        return []

    def _group_of_members(self, head: Token) -> int | None:
        """The named group that "Kataib Hezbollah fighters", "members of JNIM" or "the Houthi group" stand for."""
        if lemma(head) not in MEMBERS and lemma(head) != "spokesman":
            return None
        if lemma(head) in GROUPS and any(t.lower_ in ("a", "an", "another") for t in premodifiers(head)):
            return None  # "a Hutu militia" is a militia of a people
        if lemma(head) in GROUPS and self._named_after(head) is not None:
            return None
        behind = list(prepositional(head, "of", "from"))
        if not behind and head.dep_ == "dobj" and head.i + 1 < len(self.reading.doc):
            following = self.reading.doc[head.i + 1]
            if following.lower_ == "from" and following.head == head.head:
                behind = [t for t in following.children if t.dep_ == "pobj"]
        index = None
        for token in [*reversed(premodifiers(head)), *behind]:
            index = self.reading.mention_at(token)
            if self._hyphened(token):
                index = None  # "the Qaeda-linked insurgents" are not Qaeda
            if index is not None and self.reading.mentions[index].kind in _GROUPED:
                first = self.reading.run_of(index)[0]
                if self.reading.ranges[first][0] >= (premodifiers(head) or [head])[0].i:
                    return first
                return index
        for token in behind:
            if index is None and lemma(token) in GROUPS and token != head:
                return self._group_of_members(token)  # "gunmen of the Gran Grif gang"
        return None

    def _nations(self, head: Token) -> list[Ref]:
        """The two groups of "Yemeni and Bahraini militants"."""
        if lemma(head) not in ACTORS:
            return []
        for token in premodifiers(head):
            if country_of_adjective(token.text) and any(
                country_of_adjective(c.text) for c in conjuncts(token) if c != token
            ):
                span = span_of(head)
                words = [c for c in conjuncts(token) if country_of_adjective(c.text)]
                return [Ref(f"{word.text} {head.text}", self._kind(head), span) for word in words]
        return []

    def _apposed(self, head: Token) -> Ref | None:
        """The name that says who it is: "a commercial ship, the Transworld Navigator"."""
        if lemma(head) not in ACTORS | VESSELS | PLACES | ARMS | LEADERS | {"mission"}:
            return None
        if lemma(head) in GROUPS | {"mission"} and (after := self._named_after(head)) is not None:
            return after
        for child in head.children:
            if child.dep_ == "acl" and child.lemma_ in ("call", "know", "dub", "name"):
                for named in (t for t in child.subtree if t.dep_ in ("oprd", "pobj", "dobj")):
                    index = self.reading.mention_at(named)
                    if (
                        index is not None
                        and named.i < child.i + 9
                        and self.reading.mentions[index].kind in ENTITY_KINDS
                    ):
                        return self.named(index)
            if child.dep_ in ("appos", "nmod", "compound") and (child.dep_ == "appos" or lemma(head) in ARMS | VESSELS):
                index = self.reading.mention_at(child)
                if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
                    mention = self.reading.mentions[index]
                    if lemma(head) in _TOWNS and mention.kind != "place":
                        continue  # "pulled out of the city, the Observatory said"
                    if child.dep_ != "appos" and mention.kind not in ("weapon",):
                        continue
                    if child.dep_ == "appos" and child.i - head.i > 8:
                        continue
                    return self.named(index)
        return None

    def _named_after(self, head: Token) -> Ref | None:
        """The name between commas after a phrase with a tail: "the UN mission in the country, MINUSCA, said"."""
        doc = self.reading.doc
        for i in range(head.i + 1, min(head.i + 8, len(doc) - 2)):
            if doc[i].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or doc[i].sent != head.sent:
                return None
            if doc[i].text != ",":
                continue
            index = self.reading.mention_at(doc[i + 1])
            if index is None or self.reading.mentions[index].kind not in _GROUPED or i == head.i + 1:
                return None
            end = self.reading.ranges[index][1]
            if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ in ("VERB", "AUX"):
                return self.named(index)
            return None
        return None

    def _apposed_to(self, head: Token) -> Ref | None:
        """The firm in "X, a firm that builds drones", the group in "X is a group that …"."""
        if lemma(head) in _TOWNS:
            return self._town_told(head)
        if lemma(head) not in ACTORS:
            return None
        index = self.beside(head)
        if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
            pass
        elif head.dep_ == "appos":
            index = self.reading.mention_at(head.head)
        elif head.dep_ == "attr" and head.head.lemma_ == "be":
            subjects = [c for c in head.head.lefts if c.dep_ == "nsubj"]
            index = self.reading.mention_at(subjects[0]) if subjects else None
        if index is None and lemma(head) in MAKERS and self._loose_apposition(head):
            for mention in range(len(self.reading.mentions) - 1, -1, -1):
                near = (
                    self.reading.ranges[mention][0] < head.i
                    and self.reading.sentences_between(self.reading.ranges[mention][0], head) == 0
                )
                if near and self.reading.mentions[mention].kind in ("company", "organization"):
                    return self.named(mention)
        if (
            index is None
            or self.reading.mentions[index].kind not in ENTITY_KINDS
            or self.reading.mentions[index].kind == "place"
        ):
            return None
        return self.named(index)

    def _town_told(self, head: Token) -> Ref | None:
        """Goma in "Goma is the last city held by the army"."""
        before = (premodifiers(head) or [head])[0].i - 1
        if (
            before > 0
            and self.reading.doc[before].text == ","
            and self.reading.doc[before + 1].lower_ in ("a", "the", "an")
        ):
            beside = self.reading.mention_at(self.reading.doc[before - 1])
            if beside is not None and self.reading.mentions[beside].kind == "place":
                return self.named(beside)  # "Marawi, a city that rebels besieged"
        if head.dep_ != "attr" or head.head.lemma_ not in ("be", "remain", "become"):
            return None
        for child in head.head.lefts:
            index = self.reading.mention_at(child) if child.dep_ == "nsubj" else None
            if index is not None and self.reading.mentions[index].kind == "place":
                return self.named(index)
        return None

    def beside(self, head: Token) -> int | None:
        """The body or person named right before the comma of ", a militia …", however the parser hung it."""
        before = premodifiers(head)
        first = before[0] if before else head
        if first.lower_ not in ("a", "an", "another", "the", "one") or first.i < 2:
            return None
        doc, at = self.reading.doc, first.i - 1
        if doc[at].text != ",":
            return None
        at -= 1
        while at > 0 and doc[at].text in ('"', "”", ")"):
            at -= 1
        if doc[at + 1].text == ")":  # "the Union (UPC), a militia"
            at = next((i - 1 for i in range(at, max(0, at - 4), -1) if doc[i].text == "("), at)
        index = self.reading.mention_at(doc[at])
        if index is None or self.reading.mentions[index].kind == "place" or doc[at].sent != head.sent:
            return None
        sort = lemma(head) in GROUPS | MEMBERS | MAKERS
        person = self.reading.mentions[index].kind == "person"
        return None if person or not sort or len(self.reading.run_of(index)) > 1 else index

    def _loose_apposition(self, head: Token) -> bool:
        """True for ", a firm …" after a comma, however the parser hung it."""
        before = premodifiers(head)
        first = before[0] if before else head
        return bool(first.lower_ in ("a", "an") and first.i > 0 and self.reading.doc[first.i - 1].text == ",")

    def named(self, index: int) -> Ref:
        """The reference of a mention."""
        mention = self.reading.mentions[index]
        kind = mention.kind if mention.kind in ENTITY_KINDS else None
        if kind == "weapon" and mention.name.islower():
            thing = self.thing(self.reading.heads[index])
            return Ref(thing.name if thing is not None else mention.surface, kind, mention.span)
        if kind == "government" and mention.name in _STATE_BODIES:
            own = self._owner_name(self.reading.heads[index])
            return Ref(f"{own} {mention.name}" if own else mention.name, kind, mention.span)
        if kind == "government" and country_of_name(mention.name) and self._located(index):
            kind = "place"
        if kind == "place":
            first = self.reading.doc[self.reading.ranges[index][0]]
            side = self.reading.doc[first.i - 1] if first.i else first
            if side.lower_ in _SIDES and side.i < first.i:
                span = Span(side.idx, mention.span.end)
                return Ref(f"{side.lower_} {mention.name}", kind, span)
        return Ref(mention.name, kind, mention.span)  # type: ignore[arg-type]

    def _located(self, index: int) -> bool:
        """A country after "in", "into", "across" … is the place, not its government."""
        token = self.reading.heads[self.reading.run_of(index)[0]]
        while token.dep_ in ("conj", "appos", "compound") and token.head != token:
            token = token.head
        return bool(token.dep_ == "pobj" and token.head.lower_ in _INTO)
