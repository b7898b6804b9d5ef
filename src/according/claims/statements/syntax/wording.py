"""How a phrase without a name is called: its own words, without frills, told apart by countries and names in it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator

from according.claims.statements.names.antecedents import Antecedents, Described, span_of
from according.claims.statements.names.countries import adjectives_of, country_of_adjective, country_of_name
from according.claims.statements.reading import Reading, Token
from according.claims.statements.syntax.nouns import GROUPS, MAKERS, MEMBERS, SOLDIERY, STATE, words
from according.claims.statements.syntax.phrases import content_head, described, lemma, premodifiers, prepositional
from according.records import Ref, Span
from according.vocabularies import EntityKind

__all__ = ["Wording"]

_ALIKE = (frozenset(("army", "military")), frozenset(("proxy", "ally", "client")))
_TELLING = words(
    "troop soldier mercenary militiaman separatist rebel gunman insurgent militant junta army navy protester "
    "jihadist insurgency government authority"
)
_SOLDIERY = words("army military troop soldier")
_LEAD = 600
"""Characters in which an article says which country it is about."""
_FORCES = frozenset(("government forces", "government troops", "government soldiers", "army troops", "army soldiers"))
_VAGUE = GROUPS | MEMBERS | {"people", "man", "woman", "person", "party", "body", "country"}


class Wording(ABC):
    """Descriptions of one article: groups that keep their description as name, things as plain text."""

    reading: Reading
    antecedents: Antecedents
    _described: list[Described]

    @abstractmethod
    def resolve(self, head: Token) -> Ref | None:
        """The reference of one phrase."""

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

    def _kind(self, head: Token) -> EntityKind | None:
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
        same = next((alike for alike in _ALIKE if word in alike), frozenset((word,)))
        own = self._owner_name(head)
        if marks and (not own or word in ("proxy", "ally", "client")):
            for at, other, others, known in self._described:
                if other in same and marks == others and at < head.i:
                    return Ref(known.name, known.kind, span_of(head))
        own_words = self._describe(head)
        if own_words is None:
            return None
        ref = own_words
        for adjective in self._inhabitants(head, ref.name):
            return Ref(adjective, ref.kind, ref.span)
        if not own and (force := self._state_force(head, ref.name)) is not None:
            return Ref(force.name, force.kind, ref.span)
        if not own and " " not in ref.name and word in _VAGUE and word not in _TELLING:
            return None
        return Ref(f"{own} {ref.name}" if own else ref.name, ref.kind, ref.span)

    def _state_force(self, head: Token, name: str) -> Ref | None:
        """The army of "troops" and "government forces" told of no country: that of the country the article is about,
        as the article calls it. Single soldiers are it where they act, not where they are victims or plotters."""
        country, word = self.reading.home, lemma(head)
        single = " " not in name and word in _SOLDIERY
        if country is None or not (single or name.lower() in _FORCES):
            return None
        if word in ("troop", "soldier") and not self._acts(head):
            return None
        for _, other, marks, known in self._described:
            if other in ("army", "military") and marks == {country}:
                return known
        return self.army(country)

    def army(self, country: str) -> Ref | None:
        """The army of a country as the article calls it; None for an unknown country."""
        adjectives = adjectives_of(country)
        if not adjectives:
            return None
        names = "|".join(map(re.escape, (*adjectives, country)))
        body = r"(?:armed forces|army|military)\b"
        whole = re.search(rf"\b(?:{names}) {body}", self.reading.text)
        if whole is not None:
            return Ref(whole.group(), "government")
        bare = re.search(rf"\bthe ({body})", self.reading.text)
        kin = adjectives[0][:2] == country[:2] or adjectives[0] in self.reading.text  # not "Burmese" where none says so
        return Ref(f"{adjectives[0] if kin else country} {bare[1] if bare is not None else 'army'}", "government")

    def army_of(self, head: Token) -> Ref | None:
        """The army that single soldiers were of: of their nationality, else of the country the article begins with and
        is about; None where the article names no such army."""
        if lemma(head) not in SOLDIERY or self.reading.mention_at(head) is not None:
            return None
        before = premodifiers(head)
        countries = [c for t in before if (c := country_of_adjective(t.text))]
        if len(countries) > 1 or any(t.dep_ == "poss" for t in before):
            return None
        country, lead = self.reading.home, self.reading.text[:_LEAD]
        if countries:
            country = countries[0]
        elif country is None or not any(name in lead for name in (country, *adjectives_of(country))):
            return None
        if not countries and any(
            t.pos_ in ("PROPN", "ADJ", "NOUN") and not t.like_num and not t.ent_type_ for t in before
        ):
            return None
        for _, other, marks, known in self._described:
            if other in ("army", "military") and marks == {country}:
                return Ref(known.name, known.kind, span_of(head))
        names = "|".join(map(re.escape, (*adjectives_of(country), country)))
        whole = re.search(rf"\b(?:{names}) (?:armed forces|army|military)\b", self.reading.text)
        if whole is not None:
            return Ref(whole.group(), "government", span_of(head))
        bare = re.search(r"\bthe (armed forces|army|military)\b", self.reading.text)
        if bare is None or country != self.reading.home or not adjectives_of(country):
            return None
        return Ref(f"{adjectives_of(country)[0]} {bare[1]}", "government", span_of(head))

    def _acts(self, head: Token) -> bool:
        """The phrase does something, or is fought with; "soldiers seized power" is no deed of their army."""
        if head.dep_ == "pobj":
            return bool(head.head.lower_ in ("by", "with", "against", "between"))
        return head.dep_ == "nsubj" and not any(
            lemma(t) in ("power", "coup", "mutiny", "president") for t in head.head.subtree if t.dep_ == "dobj"
        )

    def _inhabitants(self, head: Token, name: str) -> Iterator[str]:
        """The name "Iraqi militias" for "militias in Iraq"; nothing for other phrases."""
        word, _, place = name.partition(" in ")
        adjectives = adjectives_of(country_of_name(place) or "")
        if (
            adjectives
            and " " not in word
            and lemma(head) in ("militia", "faction", "group", "rebel", "insurgent", "militant")
        ):
            yield f"{adjectives[0]} {word}"

    def _owner_name(self, head: Token) -> str | None:
        for token in head.lefts:
            if token.dep_ == "poss":
                ref = self.resolve(token) if token.tag_ != "PRP$" else self.antecedents.pronoun(token)
                if ref is None:
                    continue
                country = country_of_name(ref.name)
                adjectives = adjectives_of(country) if country else ()
                body = self.reading.mention_at(head)
                if adjectives and (token.tag_ == "PRP$" or body is not None):
                    return adjectives[0]
                return f"{ref.name}'" if ref.name.endswith("s") else f"{ref.name}'s"
        return None

    def _left_out(self, head: Token) -> Ref | None:
        """The noun a number leaves out: "sank two vessels and seized a third", "two captured"."""
        if not (head.pos_ == "NUM" or head.lower_ in ("third", "second", "fourth", "fifth", "another", "sixth")):
            return None
        verb = head.head
        if verb.dep_ != "conj" or head.dep_ not in ("dobj", "nsubjpass", "nsubj"):
            return None
        for other in verb.head.children:
            if (
                other.i < head.i
                and other.dep_ in ("dobj", "nsubjpass", "nsubj")
                and content_head(other).tag_ in ("NNS", "NN")
            ):
                noun = content_head(other)
                plural = head.pos_ == "NUM" and head.lower_ not in ("one", "1")
                if other.dep_ == "nsubj" and head.dep_ == "dobj":
                    continue
                return Ref(f"{head.text} {noun.text if plural else noun.lemma_}", None, span_of(head))
        return None

    def thing(self, head: Token) -> Ref | None:
        """The phrase as plain text, for what is no actor; None for a pronoun."""
        left_out = self._left_out(head)
        if left_out is not None:
            return left_out
        if head.is_punct or head.pos_ in ("PRON", "NUM") or head.tag_ in ("PRP", "WDT", "WP", "DT", "EX", "JJ", "CD"):
            return None
        start, end = described(head)
        doc = self.reading.doc
        while (
            start > 1
            and doc[start - 1].text == "-"
            and not doc[start - 1].whitespace_
            and not doc[start - 2].whitespace_
        ):
            start -= 2  # "de-escalation"
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
            end += 2
        first, last = doc[start], doc[end - 1]
        span = Span(first.idx, last.idx + len(last.text))
        text = " ".join(span.of(self.reading.text).replace('"', "").replace("“", "").replace("”", "").split())
        return Ref(text, None, span) if text.strip(" .,;:") else None

    def as_noun(self, token: Token) -> Ref:
        """An actor named by one word that the parser took for an adjective ("the military and …")."""
        words = ("army", "military") if token.lower_ in ("army", "military") else (token.lower_,)
        for at, word, _, ref in reversed(self._described):
            if at < token.i and word in words:
                return Ref(ref.name, ref.kind, span_of(token))
        return Ref(token.text, "government", span_of(token))

    def joined(self, modifier: Token, head: Token) -> Ref:
        """One of several groups that share a noun: "separatist forces"."""
        return Ref(f"{modifier.text} {head.text}", self._kind(head), span_of(head))
