"""Who a pronoun, a last name or "the official" is: looked up in what the article has said so far.

A wrong speaker is the worst error there is. A rule here gives an answer only where one candidate fits; otherwise the
voice keeps the words of the text, as an unnamed one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.bodies import find_body, named_ahead
from according.claims.grammar_nouns import noun_phrase
from according.claims.mentions import Names
from according.claims.page import Page
from according.claims.past import Heard, Past, Resolved
from according.claims.voices import Phrase, read_phrase
from according.claims.words import CLAUSE, DOCUMENTS, SHOW
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Speakers"]

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_MATERIAL = frozenset({"intelligence", "information", "data", "material", "evidence", "detail"})


class Speakers:
    """Remembers the voices of one article in the order they speak and looks up who a short form means."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names
        self._past = Past(page, names)

    def hear(self, heard: Heard) -> None:
        """Remember a voice; call in text order."""
        self._past.hear(heard)

    def last(self) -> Heard | None:
        """The voice that spoke last."""
        return self._past.heard[-1] if self._past.heard else None

    def resolve(self, source: Span, content: Sequence[Span]) -> Resolved:
        """Who speaks in the phrase at `source` of a claim with this content."""
        phrase = read_phrase(self._page, source, self._names)
        if phrase.pronoun:
            return self._pronoun(phrase, content)
        if phrase.kind == "person" and phrase.named:
            return self._person(phrase)
        if phrase.named:
            return Resolved(phrase)
        if (owned := self._owned(phrase)) is not None:
            return Resolved(owned, 0.9, "owner of the phrase")
        if phrase.definite:
            found = self._description(phrase, content)
            if found is not None:
                return found
        if phrase.head and (found := named_ahead(self._past, phrase)) is not None:
            return found
        return Resolved(self._part(phrase))

    # people

    def _person(self, phrase: Phrase) -> Resolved:
        if len(phrase.name.split()) > 1:
            known = self._past.back(lambda h: h.phrase.name == phrase.name and h.phrase.role is not None)
            if phrase.role is None and known is not None:
                phrase = replace(
                    phrase, role=known.phrase.role, affiliation=phrase.affiliation or known.phrase.affiliation
                )
            return Resolved(phrase)
        options = self._names.persons(phrase.name)
        if len(options) == 1:
            return Resolved(self._like(phrase, options[0]), 0.98, "last name")
        if len(options) > 1:
            spoken = self._past.back(lambda h: h.phrase.name in options)
            if spoken is not None:
                return Resolved(self._like(phrase, spoken.phrase.name), 0.85, "last name of the one heard last")
        return Resolved(phrase)

    def _like(self, phrase: Phrase, name: str) -> Phrase:
        earlier = self._past.back(lambda h: h.phrase.name == name)
        if earlier is None:
            return replace(phrase, name=name, named=True)
        known = earlier.phrase
        return replace(
            known,
            span=phrase.span,
            pronoun=False,
            role=known.role or phrase.role,
            affiliation=known.affiliation or phrase.affiliation,
        )

    def _pronoun(self, phrase: Phrase, content: Sequence[Span]) -> Resolved:
        word = phrase.span.of(self._page.text).lower()
        at = phrase.span.start
        if word in {"who", "which", "that", "whom"}:
            return self._relative(phrase)
        if word in {"i", "we"}:
            return Resolved(replace(phrase, kind="anonymous"), 0.3, "unresolved")
        personal = word in _PERSONAL
        candidate = self._past.antecedent(at, personal, phrase.plural, content)
        if candidate is None:
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        if personal and not self._past.agrees(candidate, word):
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        return Resolved(replace(candidate, span=phrase.span), 0.9, "pronoun")

    def _relative(self, phrase: Phrase) -> Resolved:
        token = self._page.token_at(phrase.span.start)
        verb = token.head if token is not None else None
        while verb is not None and verb.dep_ in {"conj", "aux", "auxpass", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
        if verb is None or verb.dep_ != "relcl":
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        noun = verb.head
        if verb.lemma_.lower() in SHOW - CLAUSE:
            while noun.head.i != noun.i and not _is_document(noun):
                noun = noun.head  # "images reviewed by the agency, which show": not the agency
            if not _is_document(noun):
                return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        span = noun_phrase(self._page, noun)
        if span is None or span.overlaps(phrase.span):
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        found = self.resolve(span, ())
        return Resolved(replace(found.phrase, span=span), min(0.9, found.certainty), "relative clause")

    # descriptions

    def _description(self, phrase: Phrase, content: Sequence[Span]) -> Resolved | None:
        page = self._page
        paragraph = page.paragraph_of(phrase.span.start)

        def near(heard: Heard, limit: int) -> bool:
            return paragraph - page.paragraph_of(heard.start) <= limit

        if phrase.head in _MATERIAL:
            found = self._past.back(lambda h: h.material in _MATERIAL and near(h, 3))
            return self._as(phrase, found, "material")
        if phrase.kind == "document" or phrase.head in DOCUMENTS:
            return self._document(phrase, near)
        if phrase.kind in {"anonymous", "eyewitness"}:
            found = self._past.back(
                lambda h: (
                    near(h, 6)
                    and h.phrase.plural == phrase.plural
                    and phrase.head in {h.phrase.head, _role_head(h.phrase)}
                )
            )
            if found is not None and self._rivals(phrase, found):
                return None
            return self._as(phrase, found, "description")
        return find_body(self._past, phrase, content)

    def _rivals(self, phrase: Phrase, found: Heard) -> bool:
        """Another voice of the same description between, as "a second official": then neither is meant for sure."""
        return any(
            h.phrase.name != found.phrase.name and h.phrase.head == phrase.head and h.phrase.plural == phrase.plural
            and abs(self._page.paragraph_of(h.start) - self._page.paragraph_of(found.start)) == 0
            for h in self._past.heard
        )  # fmt: skip

    def _document(self, phrase: Phrase, near: Callable[[Heard, int], bool]) -> Resolved | None:
        page = self._page
        paragraph = page.paragraph_of(phrase.span.start)
        for heard in reversed(self._past.heard):
            if paragraph - page.paragraph_of(heard.start) > 2:
                break
            if phrase.head in {"report", "article", "story", "dispatch", "newspaper"}:
                if heard.relays:
                    name = heard.relays[0].name
                    return Resolved(
                        replace(phrase, name=name, kind="media", named=True, head=""), 0.8, "report of the relay"
                    )
                if heard.phrase.kind in {"media", "document", "organization"} and heard.phrase.named:
                    return Resolved(replace(heard.phrase, span=phrase.span), 0.8, "report of the one heard last")
            elif heard.phrase.head == phrase.head:
                return Resolved(replace(heard.phrase, span=phrase.span), 0.9, "document")
            elif heard.phrase.named and self._speaks_of(heard, phrase.head):
                return Resolved(replace(heard.phrase, span=phrase.span), 0.85, "document named with the one heard last")
            if heard.phrase.named and heard.phrase.kind != "media":
                break
        return None

    def _speaks_of(self, heard: Heard, noun: str) -> bool:
        """True when the sentence in which this voice was heard names the document: "said in a statement"."""
        sentence = self._page.sentence_of(heard.start).of(self._page.text).lower()
        return (
            re.search(rf"\b(?:an?|his|her|its|their|the) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", sentence) is not None
        )

    def _as(self, phrase: Phrase, heard: Heard | None, by: str) -> Resolved | None:
        if heard is None or heard.phrase.pronoun:
            return None
        return Resolved(replace(heard.phrase, span=phrase.span), 0.9, by)

    def _part(self, phrase: Phrase) -> Phrase:
        """ "one of the officials" after "two US officials" → "one of two US officials"."""
        match = re.match(
            r"(\w+) of (?:(?:the|these|those) (\w+)|them)$", phrase.span.of(self._page.text), re.IGNORECASE
        )
        if match is None:
            return phrase
        if match.group(2) is None:
            return self._of_them(phrase, match.group(1).lower())
        whole = self._past.back(lambda h: h.phrase.plural and h.phrase.head == phrase.head and not h.phrase.named)
        if whole is None and (token := self._page.token_at(phrase.span.end - 1)) is not None:
            lemma = token.lemma_.lower()
            whole = self._past.back(lambda h: h.phrase.plural and h.phrase.head == lemma and not h.phrase.named)
        if whole is None or (whole.phrase.number is not None and not _fewer(match.group(1), whole.phrase.number)):
            return phrase
        return replace(
            phrase,
            name=f"{match.group(1).lower()} of {whole.phrase.name}",
            affiliation=phrase.affiliation or whole.phrase.affiliation,
        )

    def _of_them(self, phrase: Phrase, number: str) -> Phrase:
        whole = self._past.back(lambda h: h.phrase.plural and h.phrase.kind in {"anonymous", "eyewitness"})
        if whole is None or self._page.paragraph_of(phrase.span.start) - self._page.paragraph_of(whole.start) > 1:
            return replace(phrase, kind="anonymous", number=number)
        return replace(
            whole.phrase,
            span=phrase.span,
            name=f"{number} of {whole.phrase.name}",
            number=number,
            plural=number != "one",
        )

    def _owned(self, phrase: Phrase) -> Phrase | None:
        """ "his office", "their spokesman": of whom, where that is certain; None where no pronoun owns the phrase."""
        match = re.match(r"(his|her|its|their) (.+)$", phrase.span.of(self._page.text), re.IGNORECASE)
        if match is None or phrase.named:
            return None
        word = match.group(1).lower()
        at = phrase.span.start
        owner = self._past.inside_sentence(at, word in {"his", "her"}) or self._past.antecedent(
            at, word in {"his", "her"}, word == "their", ()
        )
        if owner is None or owner.pronoun or not owner.named:
            return None
        return replace(phrase, name=f"{match.group(2)} of {owner.name}", affiliation=owner.name)


_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozens")


def _fewer(part: str, whole: str) -> bool:
    """False when the part counts more than the whole ("five of" three)."""
    if part.lower() not in _COUNT or whole.lower() not in _COUNT:
        return True
    return _COUNT.index(part.lower()) < _COUNT.index(whole.lower())


def _is_document(token: "Token") -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in DOCUMENTS


def _role_head(phrase: Phrase) -> str:
    words = (phrase.role or "").lower().split()
    return words[-1] if words else ""
