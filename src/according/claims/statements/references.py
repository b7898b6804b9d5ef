"""Who or what a noun phrase speaks of: its name in the article, resolved where the text allows, else refused."""

from collections.abc import Iterator

from according.claims.statements.antecedents import Antecedents, Described, span_of
from according.claims.statements.countries import country_of_adjective, country_of_name, country_of_stand_in
from according.claims.statements.nouns import (
    ACTORS,
    ARMS,
    GROUPS,
    MAKERS,
    MEMBERS,
    PLACES,
    SITES,
    STATE,
    VESSELS,
    words,
)
from according.claims.statements.owners import Owners
from according.claims.statements.phrases import conjuncts, content_head, lemma, premodifiers, prepositional
from according.claims.statements.reading import Reading, Token
from according.records import Ref, Span, Voice
from according.vocabularies import ENTITY_KINDS

__all__ = ["References"]

_MEMBER_LISTS = ("including", "include", "notably", "namely", "like", "e.g.")
_TOWNS = words(
    "town city village province region state district township island governorate area municipality locality county "
    "port neighborhood neighbourhood suburb hamlet prefecture commune settlement capital"
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
_GROUPED = ("armed_group", "organization", "media", "company")


class References(Owners):
    """Resolves the noun phrases of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._named: dict[int, Ref | None] = {}
        self._busy: set[int] = set()
        self._described: list[Described] = []
        self._sites: list[tuple[int, str, Ref]] = []
        self.antecedents = Antecedents(reading, self.resolve, self.named, self._described, self._sites)
        self._survey()

    def _survey(self) -> None:
        """Collect the described actors of the article, so that "the army" can point back to "the Malian army"."""
        for token in self.reading.doc:
            if token.pos_ not in ("NOUN", "PROPN") or self.reading.mention_at(token) is not None:
                continue
            word = lemma(token)
            if word in SITES and any(t.pos_ == "PROPN" and t.dep_ != "poss" for t in premodifiers(token)):
                site = self.thing(token)
                if site is not None:
                    self._sites.append((token.i, word, site))
            if word not in ACTORS or token.dep_ in ("compound", "nmod"):
                continue
            marks = self._marks(token)
            if marks:
                ref = self._describe(token)
                if ref is not None:
                    self._described.append((token.i, word, marks, ref))

    # --- from a head to references ---

    def all(self, head: Token, *, things: bool = False) -> list[Ref]:
        """Every actor, place or thing the phrase speaks of, lists and "including" opened; empty when refused.

        `things`: a phrase that names no actor and no place may stand as plain text.
        """
        found: list[Ref] = []
        for one in conjuncts(content_head(head)):
            for ref in self._open(content_head(one), things=things):
                if all(ref.name != other.name for other in found):
                    found.append(ref)
        return found

    def of(self, verb: Token, head: Token, *, things: bool = False) -> list[Ref]:
        """Like `all`; but a clause that hangs on one member of a list speaks of that member alone."""
        if (
            verb.dep_ in ("acl", "relcl")
            and verb.head == head
            and any(c.dep_ == "conj" and c.i > verb.i for c in head.children)
        ):
            return list(self._open(content_head(head), things=things))
        return self.all(head, things=things)

    def alone(self, head: Token) -> list[Ref]:
        """Like `all`, without what is coordinated with the phrase."""
        return list(self._open(content_head(head), things=False))

    def one(self, head: Token, *, things: bool = False) -> Ref | None:
        """The first of `all`."""
        return next(iter(self.all(head, things=things)), None)

    def _open(self, head: Token, *, things: bool) -> Iterator[Ref]:
        members = self.members(head)
        if members:
            yield from (self.named(index) for index in members)
            return
        town = self._town_of(head)
        if town is not None:
            yield self.named(town)
            return
        index = self.reading.mention_at(head)
        if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
            for member in self.reading.run_of(index):
                if member >= index:
                    yield self.named(member)
            return
        heading = self.reading.heading(head)
        if heading and self._points_to_heading(head):
            yield from (self.named(index) for index in heading)
            return
        if head.lower_ in ("they", "them", "their"):
            yield from self._all_of_them(head)
            return
        modifier = self._group_of_members(head)
        if modifier is not None:
            behind = self.reading.ranges[modifier][0] > head.i  # "fighters of A and B"
            for member in self.reading.run_of(modifier):
                if member >= modifier and (behind or self.reading.ranges[member][0] < head.i):
                    yield self.named(member)
            return
        nations = self._nations(head)
        if nations:
            yield from nations
            return
        ref = self.resolve(head)
        if ref is None and things:
            ref = self.thing(head)
        if ref is not None:
            yield ref

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
        return []

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

    def _group_of_members(self, head: Token) -> int | None:
        """The named group that "Kataib Hezbollah fighters", "members of JNIM" or "the Houthi group" stand for."""
        if lemma(head) not in MEMBERS and lemma(head) != "spokesman":
            return None
        behind = list(prepositional(head, "of", "from"))
        if not behind and head.dep_ == "dobj" and head.i + 1 < len(self.reading.doc):
            following = self.reading.doc[head.i + 1]
            if following.lower_ == "from" and following.head == head.head:
                behind = [t for t in following.children if t.dep_ == "pobj"]
        for token in [*reversed(premodifiers(head)), *behind]:
            index = self.reading.mention_at(token)
            if index is not None and self.reading.mentions[index].kind in _GROUPED:
                first = self.reading.run_of(index)[0]
                if self.reading.ranges[first][0] >= (premodifiers(head) or [head])[0].i:
                    return first
                return index
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

    # --- one phrase ---

    def resolve(self, head: Token) -> Ref | None:
        """The reference of one phrase without its lists; None when it names nobody or cannot be told."""
        if head.i in self._named:
            return self._named[head.i]
        if head.i in self._busy:
            return None
        self._busy.add(head.i)
        try:
            ref = self._resolve(head)
        finally:
            self._busy.discard(head.i)
        self._named[head.i] = ref
        return ref

    def _resolve(self, head: Token) -> Ref | None:
        reading = self.reading
        index = reading.mention_at(head)
        if index is not None:
            mention = reading.mentions[index]
            if mention.kind in ENTITY_KINDS:
                return self.named(index)
            if mention.name.lower() != mention.surface.lower() and mention.name:
                return Ref(mention.name, self.reading.kind_of_name(mention.name), mention.span)
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP", "WDT"):
            return self.antecedents.pronoun(head)
        voice = reading.voice_at(head)
        if voice is not None and voice.span is not None and voice.span.start <= head.idx < voice.span.end:
            surface = voice.span.of(reading.text)
            if (
                voice.name
                and voice.name != surface
                and self.reading.kind_of_name(voice.name)
                and lemma(head) in GROUPS | STATE | MEMBERS
            ):
                return self._spoken(voice, head)
        apposed = self._apposed(head) or self._apposed_to(head)
        if apposed is not None:
            return apposed
        modifier = self._group_of_members(head)
        if modifier is not None:
            return self.named(modifier)
        if lemma(head) in MEMBERS:
            for token in head.lefts:
                if token.dep_ == "poss":
                    owner = self.resolve(token)
                    if owner is not None and owner.kind in _GROUPED:
                        return Ref(owner.name, owner.kind, span_of(head))
        if lemma(head) in ACTORS or lemma(head) in PLACES or lemma(head) in VESSELS:
            pointed = self.antecedents.pointed(head, self._marks(head))
            if pointed is not None:
                return pointed
        if lemma(head) in ACTORS:
            return self._description(head)
        country = country_of_name(head.text) if head.pos_ == "PROPN" and index is None else None
        if country:
            return self.country(country, head)
        adjective = country_of_adjective(head.text)
        if adjective and head.tag_ in ("NNPS", "NNS", "NNP") and head.text.endswith("s"):
            return self.country(adjective, head)
        return None

    def _spoken(self, voice: Voice, head: Token) -> Ref:
        kind = voice.kind if voice.kind in ENTITY_KINDS else None
        span = voice.span or span_of(head)
        return Ref(voice.name, kind, span)  # type: ignore[arg-type]

    def _apposed(self, head: Token) -> Ref | None:
        """The name that says who it is: "a commercial ship, the Transworld Navigator"."""
        if lemma(head) not in ACTORS | VESSELS | PLACES | ARMS:
            return None
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
                    if child.dep_ != "appos" and mention.kind not in ("weapon",):
                        continue
                    if child.dep_ == "appos" and child.i - head.i > 8:
                        continue
                    return self.named(index)
        return None

    def _apposed_to(self, head: Token) -> Ref | None:
        """The firm in "X, a firm that builds drones", the group in "X is a group that …"."""
        if lemma(head) not in ACTORS:
            return None
        index = None
        if head.dep_ == "appos":
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

    def _loose_apposition(self, head: Token) -> bool:
        """True for ", a firm …" after a comma, however the parser hung it."""
        before = premodifiers(head)
        first = before[0] if before else head
        return bool(first.lower_ in ("a", "an") and first.i > 0 and self.reading.doc[first.i - 1].text == ",")

    def acting(self, ref: Ref | None) -> Ref | None:
        """A capital that acts stands for its government; other places do not act."""
        if ref is None:
            return None
        if ref.kind == "place" or ref.kind is None:
            country = country_of_stand_in(ref.name)
            if country:
                for mention in self.reading.mentions:
                    if country_of_name(mention.name) == country:
                        return Ref(mention.name, "government", ref.span)
                return Ref(country, "government", ref.span)
            if country_of_name(ref.name):
                return Ref(ref.name, "government", ref.span)
            return None if ref.kind == "place" else ref
        return ref
