"""Who or what a noun phrase speaks of: its name in the article, resolved where the text allows, else refused."""

from collections.abc import Iterator

from according.claims.statements.names.antecedents import Antecedents, Described, span_of
from according.claims.statements.names.countries import country_of_adjective, country_of_name, country_of_stand_in
from according.claims.statements.names.followers import led_groups
from according.claims.statements.names.mentioned import Names
from according.claims.statements.reading import Reading, Token
from according.claims.statements.syntax.nouns import (
    ACTORS,
    GROUPS,
    MEMBERS,
    PLACES,
    SITES,
    STATE,
    VESSELS,
    words,
)
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, premodifiers
from according.records import Ref, Voice
from according.vocabularies import ENTITY_KINDS

__all__ = ["References"]

_GROUPED = ("armed_group", "organization", "media", "company")
_FOLLOWERS = words("fighter force troop soldier militant rebel gunman man militiaman guerrilla unit army")


class References(Names):
    """Resolves the noun phrases of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._named: dict[int, Ref | None] = {}
        self._busy: set[int] = set()
        self._described: list[Described] = []
        self._sites: list[tuple[int, str, Ref]] = []
        self.antecedents = Antecedents(reading, self.resolve, self.named, self._described, self._sites)
        self._led = led_groups(reading)
        self._survey()

    def _survey(self) -> None:
        """Collect the described actors of the article, so that "the army" can point back to "the Malian army"."""
        for token in self.reading.doc:
            if token.pos_ not in ("NOUN", "PROPN") or self.reading.mention_at(token) is not None:
                continue
            word = lemma(token)
            if word in SITES and any(t.pos_ == "PROPN" and t.dep_ != "poss" for t in premodifiers(token)):
                site = self._apposed(token) or self.thing(token)
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
            if self.reading.voice_at(one) is not None and self.reading.voice_at(head) is None:
                continue  # "burning three trucks, two officers said": the list ends before who says so
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
        heading = self.reading.heading(head)
        if heading and any(t.lower_ == "this" for t in premodifiers(head)) and self._points_to_heading(head):
            yield from (self.named(index) for index in heading)  # "this region of Niger"
            return
        town = self._town_of(head)
        if town is not None:
            for member in self.reading.run_of(town) if head.tag_ == "NNS" else [town]:
                if member >= town or head.is_ancestor(self.reading.heads[member]):
                    yield self.named(member)  # "the villages of A and B", "A and B provinces"
            return
        index = self.reading.mention_at(head)
        if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
            for member in self.reading.run_of(index):
                if member >= index or head.is_ancestor(self.reading.heads[member]):
                    yield self.named(member)
            return
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
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP", "WP$", "WDT"):
            return self.antecedents.pronoun(head)
        voice = reading.voice_at(head)
        if voice is not None and voice.span is not None and voice.span.start <= head.idx < voice.span.end:
            surface = voice.span.of(reading.text)
            if (
                voice.name
                and voice.name != surface
                and self.reading.kind_of_name(voice.name) not in (None, "person")
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
                    led = self._led.get(owner.name) if owner is not None and owner.kind == "person" else None
                    if led is not None and lemma(head) in _FOLLOWERS:
                        return Ref(led, reading.kind_of_name(led), span_of(head))
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
            if not any(t.lower_ == "the" for t in premodifiers(head)):
                return Ref(head.text, None, span_of(head))  # "urged Afghans to rise": the people
            return self.country(adjective, head)
        return None

    def _spoken(self, voice: Voice, head: Token) -> Ref:
        kind = voice.kind if voice.kind in ENTITY_KINDS else None
        span = voice.span or span_of(head)
        return Ref(voice.name, kind, span)  # type: ignore[arg-type]

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
                return Ref(self.government(country).name, "government", ref.span)
            if country_of_name(ref.name):
                return Ref(ref.name, "government", ref.span)
            return None if ref.kind == "place" else ref
        return ref
