"""Who or what a noun phrase speaks of: its name in the article, resolved where the text allows and refused where not."""

from collections.abc import Iterator
from typing import Any

from according.claims.statements.countries import (
    adjectives_of,
    country_of_adjective,
    country_of_name,
    country_of_stand_in,
)
from according.claims.statements.nouns import ACTORS, ARMS, GROUPS, MAKERS, MEMBERS, PLACES, SITES, STATE
from according.claims.statements.phrases import (
    conjuncts,
    content_head,
    described,
    inside,
    lemma,
    premodifiers,
    prepositional,
)
from according.claims.statements.reading import Reading, Token
from according.records import Claim, Ref, Span, Voice
from according.vocabularies import ENTITY_KINDS

__all__ = ["References"]

_MEMBER_LISTS = ("including", "include", "notably", "namely", "like", "e.g.")
_ARMY = frozenset("army military troop soldier force navy".split())
_COMPANY = frozenset("company firm manufacturer contractor producer".split())
_VESSEL = frozenset("ship vessel tanker carrier boat destroyer frigate freighter".split())
_TOWN = PLACES - GROUPS - {"country", "state", "camp", "base"}
_SINGULAR, _PLURAL, _HUMAN = ("it", "its", "itself"), ("they", "them", "their"), ("he", "him", "his", "she", "her")
_FIRST = ("we", "us", "our", "i", "my", "me")
_NATIONAL = ("armed_group", "organization", "media", "company")


class References:
    """Resolves the noun phrases of one article. `headings` are the places its current list item speaks of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.headings: dict[int, tuple[int, ...]] = {}  # paragraph's first token → place mentions of its heading
        self._named: dict[int, Ref | None] = {}
        self._busy: set[int] = set()
        self._described: list[tuple[int, str, frozenset[str], Ref]] = []
        self._survey()

    def _survey(self) -> None:
        """Collect the described actors of the article, so that "the army" can point back to "the Malian army"."""
        for token in self.reading.doc:
            if token.pos_ not in ("NOUN", "PROPN") or self.reading.mention_at(token) is not None:
                continue
            word = lemma(token)
            if word not in ACTORS or token.dep_ in ("compound", "nmod"):
                continue
            marks = self._marks(token)
            if marks:
                ref = self._describe(token)
                if ref is not None:
                    self._described.append((token.i, word, marks, ref))

    def _marks(self, head: Token) -> frozenset[str]:
        """What tells one group of this sort from another: the countries and names in its phrase."""
        marks = set()
        tokens = premodifiers(head)
        for inner in prepositional(head, "in", "of", "from"):
            tokens.append(inner)
        for token in tokens:
            if token.dep_ == "poss" or token.tag_ == "POS":
                continue
            country = country_of_adjective(token.text) or country_of_name(token.text)
            index = self.reading.mention_at(token)
            if country:
                marks.add(country)
            elif index is not None:
                marks.add(self.reading.mentions[index].name)
            elif token.pos_ in ("PROPN", "ADJ") and token.dep_ != "det":
                marks.add(token.lower_)
        return frozenset(marks)

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

    def one(self, head: Token, *, things: bool = False) -> Ref | None:
        """The first of `all`."""
        return next(iter(self.all(head, things=things)), None)

    def _open(self, head: Token, *, things: bool) -> Iterator[Ref]:
        members = self.members(head)
        if members:
            yield from (self.named(index) for index in members)
            return
        index = self.reading.mention_at(head)
        if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
            for member in self.reading.run_of(index):
                if member >= index:
                    yield self.named(member)
            return
        modifier = self._group_of_members(head)
        if modifier is not None:
            for member in self.reading.run_of(modifier):
                if member >= modifier and self.reading.ranges[member][0] < head.i:
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

    def members(self, head: Token) -> list[int]:
        """Names listed after the phrase: "factions including A, B and C", "firms such as A"."""
        doc, reading = self.reading.doc, self.reading
        if lemma(head) not in ACTORS | PLACES | ARMS and head.pos_ not in ("NOUN", "PRON"):
            return []
        limit = min(head.i + 9, len(doc))
        for i in range(head.i + 1, limit):
            token = doc[i]
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
        return Ref(mention.name, kind, mention.span)  # type: ignore[arg-type]

    def _group_of_members(self, head: Token) -> int | None:
        """The named group that "Kataib Hezbollah fighters", "members of JNIM" or "the Houthi group" stand for."""
        if lemma(head) not in MEMBERS and not (lemma(head) == "spokesman"):
            return None
        for token in [*reversed(premodifiers(head)), *prepositional(head, "of", "from")]:
            index = self.reading.mention_at(token)
            if index is not None and self.reading.mentions[index].kind in _NATIONAL:
                first = self.reading.run_of(index)[0]
                if self.reading.ranges[first][0] >= (premodifiers(head) or [head])[0].i:
                    return first
                return index
        return None

    def _nations(self, head: Token) -> list[Ref]:
        """"Yemeni and Bahraini militants" are two groups."""
        if lemma(head) not in ACTORS:
            return []
        for token in premodifiers(head):
            if country_of_adjective(token.text) and any(country_of_adjective(c.text) for c in conjuncts(token) if c != token):
                span = Span(head.idx, head.idx + len(head.text))
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
                return Ref(mention.name, self._kind_of_name(mention.name), mention.span)
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP", "WDT"):
            return self._pronoun(head)
        voice = reading.voice_at(head)
        if voice is not None and voice.span is not None and voice.span.start <= head.idx < voice.span.end:
            surface = voice.span.of(reading.text)
            if voice.name and voice.name != surface and self._kind_of_name(voice.name) and lemma(head) in GROUPS | STATE | MEMBERS:
                return self._spoken(voice, head)
        apposed = self._apposed(head)
        if apposed is not None:
            return apposed
        if lemma(head) in ACTORS or lemma(head) in PLACES or lemma(head) in _VESSEL:
            pointed = self._pointed(head)
            if pointed is not None:
                return pointed
        if lemma(head) in ACTORS:
            return self._description(head)
        adjective = country_of_adjective(head.text)
        if adjective and head.tag_ in ("NNPS", "NNS", "NNP") and head.text.endswith("s"):
            return self.country(adjective, head)
        return None

    def _spoken(self, voice: Voice, head: Token) -> Ref:
        kind = voice.kind if voice.kind in ENTITY_KINDS else None
        span = voice.span or Span(head.idx, head.idx + len(head.text))
        return Ref(voice.name, kind, span)  # type: ignore[arg-type]

    def _kind_of_name(self, name: str) -> Any:
        for mention in self.reading.mentions:
            if mention.name == name and mention.kind in ENTITY_KINDS:
                return mention.kind
        return None

    def _apposed(self, head: Token) -> Ref | None:
        """"A commercial ship, the Transworld Navigator": the name says who it is."""
        if lemma(head) not in ACTORS | _VESSEL | PLACES | ARMS:
            return None
        for child in head.children:
            if child.dep_ in ("appos", "nmod", "compound") and (child.dep_ == "appos" or lemma(head) in ARMS | _VESSEL):
                index = self.reading.mention_at(child)
                if index is not None and self.reading.mentions[index].kind in ENTITY_KINDS:
                    mention = self.reading.mentions[index]
                    if child.dep_ != "appos" and mention.kind not in ("weapon",):
                        continue
                    if child.dep_ == "appos" and child.i - head.i > 8:
                        continue
                    return self.named(index)
        return None

    def country(self, name: str, token: Token) -> Ref:
        """The country as the article names it."""
        for mention in self.reading.mentions:
            if mention.kind in ENTITY_KINDS and country_of_name(mention.name) == name:
                return Ref(mention.name, "government", Span(token.idx, token.idx + len(token.text)))
        return Ref(name, "government", Span(token.idx, token.idx + len(token.text)))

    def owner(self, head: Token, *, adjectives: bool = True) -> Ref | None:
        """Whose thing it is: "Iran's missiles", "its forces", "Israeli strikes", "U.S. bases", "bases of the army"."""
        for token in reversed(premodifiers(head)):
            if token.dep_ == "poss" or token.tag_ == "PRP$":
                ref = self.one(token)
                if ref is not None:
                    return ref
                continue
            if not inside(token, head) or token.head != head and token.head.head != head:
                continue
            ref = self._modifier(token) if adjectives else None
            if ref is not None:
                return ref
        for inner in prepositional(head, "of"):
            if lemma(head) in SITES | MEMBERS:
                ref = self.resolve(inner)
                if ref is not None and ref.kind != "place":
                    return ref
        return None

    def owner_of(self, token: Token) -> Ref | None:
        """The actor one modifier stands for: "Israeli" in "Israeli strikes", "rebel" in "rebel attacks"."""
        return self._modifier(token)

    def as_noun(self, token: Token) -> Ref:
        """An actor named by one word that the parser took for an adjective ("the military and …")."""
        return Ref(token.text, "government", self._span(token))

    def joined(self, modifier: Token, head: Token) -> Ref:
        """One of several groups that share a noun: "separatist forces"."""
        return Ref(f"{modifier.text} {head.text}", self._kind(head), self._span(head))

    def _modifier(self, token: Token) -> Ref | None:
        index = self.reading.mention_at(token)
        if index is not None:
            mention = self.reading.mentions[index]
            country = country_of_adjective(mention.surface) or country_of_name(mention.name)
            if country and not self._hyphened(token):
                return self.country(country, token)
            if mention.kind in ("armed_group", "organization", "government", "person", "company") and not self._hyphened(token):
                return self.named(index)
            return None
        country = country_of_adjective(token.text)
        if country and not self._hyphened(token):
            return self.country(country, token)
        if lemma(token) in STATE | {"rebel", "militia", "insurgent", "jihadist", "militant"} and token.dep_ in ("compound", "nmod"):
            return self.resolve(token) or self._description(token)
        return None

    def _hyphened(self, token: Token) -> bool:
        """Part of "Iran-backed" or "pro-Iranian", which names a side and no owner."""
        doc = self.reading.doc
        after = token.i + 1 < len(doc) and doc[token.i + 1].text == "-"
        before = token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in ("pro", "anti", "non")
        return bool(after or before or token.lower_.startswith(("pro-", "anti-")))

    # --- descriptions ---

    def _kind(self, head: Token) -> Any:
        word = lemma(head)
        if word in MAKERS:
            return "company"
        if word in STATE and word not in ("troop", "soldier", "guard", "court", "state"):
            return "government"
        if word in GROUPS or word in ("fighter", "militant", "rebel", "gunman", "insurgent", "jihadist", "militiaman"):
            return "armed_group"
        if word in ("force", "troop", "soldier"):
            return "government" if any(country_of_adjective(t.text) for t in premodifiers(head)) else "armed_group"
        return None

    def _describe(self, head: Token) -> Ref | None:
        start, end = described(head)
        doc = self.reading.doc
        first, last = doc[start], doc[end - 1]
        span = Span(first.idx, last.idx + len(last.text))
        text = " ".join(span.of(self.reading.text).replace('"', "").replace("“", "").replace("”", "").split())
        return Ref(text, self._kind(head), span)

    def _description(self, head: Token) -> Ref | None:
        """A group without a name keeps its description; the first of the same marks in the article names them all."""
        word, marks = lemma(head), self._marks(head)
        same = _ARMY if word in _ARMY else {word}
        if marks:
            for at, other, others, ref in self._described:
                if other in same and marks == others and at <= head.i:
                    return Ref(ref.name, ref.kind, self._span(head))
        ref = self._describe(head)
        if ref is None:
            return None
        own = self._owner_name(head)
        return Ref(f"{own} {ref.name}" if own else ref.name, ref.kind, ref.span)

    def _owner_name(self, head: Token) -> str | None:
        for token in head.lefts:
            if token.dep_ == "poss":
                ref = self.resolve(token) if token.tag_ != "PRP$" else self._pronoun(token)
                if ref is None:
                    continue
                country = country_of_name(ref.name)
                adjectives = adjectives_of(country) if country else ()
                if adjectives:
                    return adjectives[0]
                return f"{ref.name}'s"
        return None

    def _span(self, head: Token) -> Span:
        return Span(head.idx, head.idx + len(head.text))

    def thing(self, head: Token) -> Ref | None:
        """The phrase as plain text, for what is no actor; None for a pronoun."""
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "WDT", "WP", "DT", "EX"):
            return None
        start, end = described(head)
        doc = self.reading.doc
        first, last = doc[start], doc[end - 1]
        span = Span(first.idx, last.idx + len(last.text))
        text = " ".join(span.of(self.reading.text).replace('"', "").replace("“", "").replace("”", "").split())
        return Ref(text, None, span) if text.strip(" .,;:") else None

    # --- pointing back ---

    def _pointed(self, head: Token) -> Ref | None:
        """"The group", "this area", "the Malian military": the nearest thing of the sort named before."""
        word = lemma(head)
        before = premodifiers(head)
        pointing = [t for t in before if t.lower_ in ("the", "this", "that", "these", "those", "both")]
        if not pointing:
            return None
        content = [
            t for t in before
            if t.lower_ not in ("the", "this", "that", "these", "those", "both", "whole", "entire", "same", "two", "ethnic",
                                "armed", "insurgent", "rebel", "militant", "ruling", "southern", "northern", "eastern",
                                "western", "strategic", "key")
            and not t.is_punct
        ]
        marks = self._marks(head)
        same = _ARMY if word in _ARMY else {word}
        for at, other, others, ref in reversed(self._described):
            if at < head.i and other in same and (not content or (marks and marks <= others)) and word in ACTORS:
                return Ref(ref.name, ref.kind, self._span(head))
        if content:
            return None
        span = self._span(head)
        if word in _TOWN and word not in ("headquarters", "position", "site"):
            place = self.place_before(head)
            return Ref(place.name, place.kind, span) if place else None
        if word in ("country", "nation", "state"):
            return None
        kinds: tuple[str, ...] = ()
        if word in _COMPANY:
            kinds = ("company", "organization")
        elif word in ("group", "movement", "faction", "militia", "organization", "organisation", "rebel", "insurgent",
                      "alliance", "coalition", "paramilitary", "insurgency", "outfit", "brigade", "bloc", "fighter", "grouping"):
            kinds = ("armed_group", "organization")
        elif word == "force" and any(t.lower_ in ("insurgent", "rebel", "militant", "paramilitary") for t in before):
            kinds = ("armed_group", "organization")
        elif word in _VESSEL:
            kinds = ("weapon", "organization", "company")
            return self._vessel_before(head)
        if not kinds or any(t.lower_ in ("these", "those", "both", "two") for t in before):
            return None
        index = self._antecedent(head, kinds, named=word in ("alliance", "coalition", "brigade", "movement"), word=word)
        return None if index is None else Ref(self.reading.mentions[index].name, self.named(index).kind, span)

    def _vessel_before(self, head: Token) -> Ref | None:
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            if self.reading.ranges[index][0] >= head.i:
                continue
            mention, root = self.reading.mentions[index], self.reading.heads[index]
            near = {lemma(t) for t in premodifiers(root)} | {lemma(root.head)} | {lemma(root)}
            if mention.kind in ENTITY_KINDS and near & _VESSEL:
                return Ref(mention.name, self.named(index).kind, self._span(head))
        return None

    def place_before(self, head: Token) -> Ref | None:
        """The place this paragraph's heading names, or the nearest named before in this or the previous sentence."""
        heading = self.heading(head)
        if heading:
            return self.named(heading[0])
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            start = self.reading.ranges[index][0]
            if start >= head.i:
                continue
            if self._distance(start, head) > 1:
                break
            if self.reading.mentions[index].kind == "place":
                return self.named(index)
        return None

    def heading(self, token: Token) -> tuple[int, ...]:
        """Place mentions that head the list item the token stands in."""
        best = -1
        for first in self.headings:
            if best < first <= token.i:
                best = first
        if best < 0:
            return ()
        between = self.reading.text[self.reading.doc[best].idx : token.idx]
        return () if "\n" in between else self.headings[best]

    def _distance(self, start: int, head: Token) -> int:
        """Sentences between a token index and a token."""
        text = self.reading.doc
        return sum(1 for i in range(start + 1, head.i + 1) if text[i].is_sent_start)

    def _antecedent(self, head: Token, kinds: tuple[str, ...], *, named: bool = False, word: str = "") -> int | None:
        """The best mention before: same word in its name first, then near subjects; refused beyond four sentences."""
        best: tuple[int, int] | None = None
        for index in self.reading.actors_before(head):
            mention, root = self.reading.mentions[index], self.reading.heads[index]
            if mention.kind not in kinds:
                continue
            far = self._distance(self.reading.ranges[index][0], head)
            if far > 6 or (far > 4 and not named):
                break
            cost = 4 * far
            if root.dep_ in ("nsubj", "nsubjpass") or root.head.dep_ in ("nsubj", "nsubjpass"):
                cost -= 5
            if word and word in mention.name.lower():
                cost -= 20
            elif named:
                continue
            if mention.kind != kinds[0]:
                cost += 6
            if best is None or cost < best[0]:
                best = (cost, index)
        return None if best is None else best[1]

    def _pronoun(self, head: Token) -> Ref | None:
        word = head.lower_
        span = self._span(head)
        if word in ("who", "which", "that", "whose", "whom") and head.tag_ in ("WP", "WDT", "WP$"):
            verb = head.head
            while verb.dep_ in ("aux", "xcomp", "conj", "ccomp") and verb.dep_ != "relcl":
                verb = verb.head
            return self.resolve(content_head(verb.head)) if verb.dep_ == "relcl" else None
        claim = self.reading.claim_of(head)
        if word in _FIRST:
            return self.speaker(claim, span, group=word in ("we", "us", "our")) if claim else None
        if word in _HUMAN:
            return self._person(head, claim, span)
        if word not in _SINGULAR + _PLURAL:
            return None
        subject = self._clause_subject(head)
        if subject is not None and subject.kind != "place" and subject.kind != "person":
            return Ref(subject.name, subject.kind, span)
        if claim is not None and not self.reading.quoted(head):
            ref = self.speaker(claim, span, group=True)
            if ref is not None and ref.kind in ("armed_group", "government", "organization", "company", "media"):
                return ref
        kinds = ("armed_group", "government", "organization", "company")
        best: tuple[int, int] | None = None
        for index in self.reading.actors_before(head):
            mention, root = self.reading.mentions[index], self.reading.heads[index]
            far = self._distance(self.reading.ranges[index][0], head)
            if far > 2:
                break
            if mention.kind not in kinds:
                continue
            cost = 4 * far + (0 if root.dep_ in ("nsubj", "nsubjpass") else 5)
            if best is None or cost < best[0]:
                best = (cost, index)
        if best is not None:
            return Ref(self.reading.mentions[best[1]].name, self.named(best[1]).kind, span)
        return None

    def _clause_subject(self, head: Token) -> Ref | None:
        """The subject of the verb above: "Iran said IT …", "the Houthis sank a ship and seized ITS crew"."""
        verb = head.head
        seen = 0
        while seen < 6:
            seen += 1
            if verb.pos_ in ("VERB", "AUX"):
                for child in verb.lefts:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i < head.i and child != head:
                        if head.is_ancestor(child) or child.is_ancestor(head):
                            continue
                        ref = self.resolve(content_head(child))
                        if ref is not None:
                            return ref
            if verb.head == verb:
                return None
            verb = verb.head
        return None

    def _person(self, head: Token, claim: Claim | None, span: Span) -> Ref | None:
        subject = self._clause_subject(head)
        if subject is not None and subject.kind == "person":
            return Ref(subject.name, "person", span)
        people = []
        for index in self.reading.actors_before(head):
            if self._distance(self.reading.ranges[index][0], head) > 2:
                break
            if self.reading.mentions[index].kind == "person":
                people.append(index)
        names = {self.reading.mentions[index].name for index in people}
        if len(names) == 1:
            return Ref(names.pop(), "person", span)
        return None

    def speaker(self, claim: Claim | None, span: Span, *, group: bool) -> Ref | None:
        """The speaker of a claim as an actor; with `group`, the body a spokesperson speaks for."""
        if claim is None:
            return None
        voice = claim.chain[0]
        if voice.kind in ("person", "anonymous") and group:
            body = voice.affiliation
            if not body:
                return None
            kind = self._kind_of_name(body)
            return Ref(body, kind, span)
        kind = voice.kind if voice.kind in ENTITY_KINDS else None
        return Ref(voice.name, kind, span) if voice.name else None  # type: ignore[arg-type]

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
