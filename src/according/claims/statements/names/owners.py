"""Whose a thing is: "Iran's missiles", "its forces", "Israeli strikes", "U.S. bases"."""

import re

from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.countries import adjectives_of, country_of_adjective, country_of_name
from according.claims.statements.reading import Token
from according.claims.statements.syntax.nouns import MEMBERS, SITES, STATE
from according.claims.statements.syntax.phrases import conjuncts, inside, lemma, premodifiers, prepositional
from according.claims.statements.syntax.wording import Wording
from according.records import Ref
from according.vocabularies import ENTITY_KINDS

__all__ = ["Owners"]

_GOVERNMENT = re.compile(
    r"\b(?:the|The)(?: (?:federal|central|national|interim|transitional|country['’]s|new|elected))* "
    r"(?:government|authorities)\b(?! (?:forces|troops|soldiers|spokes\w+|army|officials?|positions?|side))"
)
"""The article speaks of the government of the country it is about."""


class Owners(Wording):
    """Owners of the things of one article."""

    def one(self, head: Token, *, things: bool = False) -> Ref | None:
        """The first reference of a phrase."""
        raise NotImplementedError

    def named(self, index: int) -> Ref:
        """The reference of a mention."""
        raise NotImplementedError

    def country(self, name: str, token: Token) -> Ref:
        """The country as the article names it."""
        for mention in self.reading.mentions:
            if mention.kind in ENTITY_KINDS and country_of_name(mention.name) == name:
                return Ref(mention.name, "government", span_of(token))
        return Ref(name, "government", span_of(token))

    def state_of(self, ref: Ref) -> Ref:
        """The country whose ministry it is: a ministry takes no towns."""
        first = ref.name.split()[0].removesuffix("'s").removesuffix("’s")
        country = country_of_adjective(first) or country_of_name(first)
        if country and ref.name.lower().endswith("ministry"):
            return Ref(country, "government", ref.span)
        return ref

    def home(self) -> Ref | None:
        """The government of the country the article is about, for "the president" told without a country: that of
        its dateline, else the one named twice as often as any other; None when neither is sure."""
        country = self.reading.home
        if country is None:
            return None
        return self.government(country)

    def government(self, country: str, *, scene: bool = False) -> Ref:
        """A country's government as the article calls it: "Somali government", or the country where that acts.

        `scene`: what the article calls "the government" is this country's, whatever other countries it names.
        """
        adjectives = adjectives_of(country)
        mentions = self.reading.mentions
        if country == "United States":
            return Ref(country, "government")
        if adjectives and (own := f"{adjectives[0]} government") in {m.name for m in mentions}:
            return Ref(own, "government")
        for mention in mentions if country == self.reading.home else ():
            if mention.kind in ("government", "organization") and mention.name.startswith("Government of "):
                return Ref(mention.name, "government")
        for mention, head in zip(mentions, self.reading.heads, strict=True):
            acts = head.dep_ == "nsubj" or (head.dep_ == "pobj" and head.head.dep_ == "agent")
            if acts and country_of_name(mention.surface) == country:
                return Ref(mention.name, "government")
        has_own = (scene or country == self.reading.home) and _GOVERNMENT.search(self.reading.text) is not None
        named = next((m.name for m in mentions if country_of_name(m.surface) == country), None)
        if named is not None and not has_own:
            return Ref(named, "government")  # where nothing is said of a government, the country acts
        return Ref(f"{adjectives[0]} government" if adjectives else country, "government")

    def owner(self, head: Token, *, adjectives: bool = True) -> Ref | None:
        """Whose thing it is: "Iran's missiles", "its forces", "Israeli strikes", "U.S. bases", "bases of the army"."""
        for token in reversed(premodifiers(head)):
            if token.dep_ == "poss" or token.tag_ == "PRP$":
                ref = self.one(token)
                if ref is not None:
                    return ref
                continue
            if not inside(token, head) or (token.head != head and token.head.head != head):
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

    def owners(self, head: Token) -> list[Ref]:
        """Every owner: "U.S. and Israeli interests" has two."""
        first = self.owner(head)
        if first is None:
            return []
        found = [first]
        for token in premodifiers(head):
            if token.dep_ in ("nmod", "amod", "compound") and token.head == head:
                for other in conjuncts(token):
                    ref = self._modifier(other)
                    if ref is not None and all(ref.name != known.name for known in found):
                        found.append(ref)
        return found

    def owner_of(self, token: Token) -> Ref | None:
        """The actor one modifier stands for: "Israeli" in "Israeli strikes", "rebel" in "rebel attacks"."""
        return self._modifier(token)

    def _modifier(self, token: Token) -> Ref | None:
        index = self.reading.mention_at(token)
        if index is not None:
            mention = self.reading.mentions[index]
            country = country_of_adjective(mention.surface) or country_of_name(mention.name)
            if country and not self._hyphened(token):
                return self.country(country, token)
            if mention.kind in (
                "armed_group",
                "organization",
                "government",
                "person",
                "company",
            ) and not self._hyphened(token):
                return self.named(index)
            return None
        country = country_of_adjective(token.text)
        if country and not self._hyphened(token):
            return self.country(country, token)
        if lemma(token) in STATE - {"state"} | {
            "rebel",
            "militia",
            "insurgent",
            "jihadist",
            "militant",
        } and token.dep_ in (
            "compound",
            "nmod",
        ):
            return self.resolve(token) or self._description(token)
        return None

    def _hyphened(self, token: Token) -> bool:
        """Part of "Iran-backed" or "pro-Iranian", which names a side and no owner."""
        doc = self.reading.doc
        index = self.reading.mention_at(token)
        last = token.i if index is None else self.reading.ranges[index][1] - 1  # "Islamic State-linked"
        after = last + 1 < len(doc) and doc[last + 1].text == "-" and not doc[last].whitespace_
        before = token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in ("pro", "anti", "non")
        return bool(after or before or token.lower_.startswith(("pro-", "anti-")))
