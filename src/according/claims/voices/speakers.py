"""Who a pronoun, a last name or "the official" is: looked up in what the article has said so far.

A wrong speaker is the worst error there is. A rule here gives an answer only where one candidate fits; otherwise the
voice keeps the words of the text, as an unnamed one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.finding.grammar_nouns import noun_phrase
from according.claims.mentions import Names
from according.claims.page import Page
from according.claims.voices.bodies import find_body, fuller, named_ahead
from according.claims.voices.holders import (
    REPORTS,
    author_before,
    body_before,
    holder_before,
    introduced_as,
    owner_before,
)
from according.claims.voices.joint import as_one, together
from according.claims.voices.nations import owned_by
from according.claims.voices.parts import part_of, tellers_before
from according.claims.voices.past import BODY_KINDS, Heard, Past, Resolved
from according.claims.voices.persons import PARTICLES
from according.claims.voices.phrase import Phrase, body_of, read_phrase
from according.claims.voices.roles import GROUPS
from according.claims.voices.spokespeople import employer, office_of_body, spokesman_of_body
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

    def resolve_all(self, source: Span, content: Sequence[Span]) -> Resolved:
        """Who speaks in a phrase that may name several: then one phrase with a part for each."""
        parts, certainty = [], 1.0
        for part in together(self._page, source, self._names):
            if read_phrase(self._page, part.span, self._names).name == part.name:
                found = self.resolve(part.span, content)
                part, certainty = found.phrase, min(certainty, found.certainty)
            parts.append(part)
        if not parts or len({part.name for part in parts}) < len(parts) or any(part.parts for part in parts):
            return self.resolve(source, content)
        return Resolved(as_one(source, parts), certainty, "several")

    def resolve(self, source: Span, content: Sequence[Span]) -> Resolved:
        """Who speaks in the phrase at `source` of a claim with this content."""
        phrase = read_phrase(self._page, source, self._names)
        if re.match(r"who(?:se)? ", source.of(self._page.text)) is not None:  # "who gave only her first name, Oksana"
            behind = self._relative(replace(phrase, span=source))
            return behind if not behind.phrase.pronoun and behind.by == "relative clause" else Resolved(phrase)
        if phrase.pronoun:
            return self._pronoun(phrase, content)
        alone = re.fullmatch(r"[Tt]he [A-Z]\w+", source.of(self._page.text))  # "the Observatory" is nobody's last name
        if phrase.named and alone is None and (whole := self._whole(phrase)) is not None:
            return Resolved(self._like(replace(phrase, kind="person"), whole), 0.95, "part of the name")
        if phrase.kind == "person" and phrase.named and alone is None:
            if phrase.affiliation is None and phrase.role is not None:
                phrase = replace(phrase, affiliation=employer(self._past, phrase))
            return self._person(phrase)
        if phrase.named and phrase.kind == "government":
            return Resolved(replace(phrase, name=fuller(self._past, phrase.name)))
        if phrase.named:
            return Resolved(self._part_of_name(phrase))
        if (part := part_of(self._past, phrase)) is not phrase:
            return Resolved(part)
        if (owned := self._owned(phrase)) is not None:
            return Resolved(owned, 0.9, "owner of the phrase")
        if phrase.definite:
            found = self._description(phrase, content)
            if found is not None:
                return found
        if phrase.head and (found := named_ahead(self._past, phrase)) is not None:
            return found
        return Resolved(spokesman_of_body(self._past, phrase))

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
        if not options and (full := self._other_part(phrase)) is not None:
            return Resolved(self._like(phrase, full), 0.9, "part of the name")
        return Resolved(phrase)

    def _other_part(self, phrase: Phrase) -> str | None:
        """The one full name before this place that has the word in another part than the last: many names are not
        shortened to their last word ("Michael Makuei Lueth", later "Makuei")."""
        fulls = {
            m.name for m in self._names.mentions
            if m.kind == "person" and m.span.end <= phrase.span.start and phrase.name in re.split(r"[\s-]+", m.name)
        }  # fmt: skip
        fulls |= {h.phrase.name for h in self._past.heard if h.phrase.kind == "person"
                  and phrase.name in re.split(r"[\s-]+", h.phrase.name)}  # fmt: skip
        fulls.discard(phrase.name)
        return fulls.pop() if len(fulls) == 1 else None

    def _whole(self, phrase: Phrase) -> str | None:
        """The one full name told before of which these words, a particle among them, are a part: "Bin Turki",
        "Abu Walid", "Van den Berg"."""
        part = phrase.name.lower().split()
        if len(part) < 2 or not PARTICLES & set(part[:-1]):
            return None
        told = [m.name for m in self._names.mentions if m.kind == "person" and m.span.end <= phrase.span.start]
        told += [h.phrase.name for h in self._past.heard if h.phrase.kind == "person"]
        fulls = {
            name for name in told if f" {' '.join(part)} " in f" {name.lower()} " and len(name.split()) > len(part)
        }
        return fulls.pop() if len(fulls) == 1 else None

    def _part_of_name(self, phrase: Phrase) -> Phrase:
        """One word of a name told in full before: "The Observatory", or a person's middle name."""
        word = re.fullmatch(r"([Tt]he )?([A-Z][a-zà-ÿ]+)", phrase.span.of(self._page.text))
        if word is None or self._names.is_known(phrase.name):
            return phrase
        if word.group(1) is None:
            full = self._other_part(phrase)
            return self._like(replace(phrase, kind="person"), full) if full is not None else phrase
        fulls = {
            m.name: kind for m in self._names.mentions
            if m.span.end <= phrase.span.start and (kind := body_of(m.kind)) is not None
        }  # fmt: skip
        fulls |= {h.phrase.name: h.phrase.kind for h in self._past.heard
                  if h.phrase.named and h.phrase.kind in BODY_KINDS}  # fmt: skip
        fulls = {
            name: kind for name, kind in fulls.items()
            if len(name.split()) > 1 and word.group(2) in name.split() and name != phrase.name
        }  # fmt: skip
        if len(fulls) != 1:
            return phrase
        ((name, kind),) = fulls.items()
        return replace(phrase, name=name, kind=kind)

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
        candidate = self._past.antecedent(at, personal, phrase.plural or word == "their", content)
        if candidate is None and word == "their":
            candidate = tellers_before(self._past, at)
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

        if re.match(r"the same (?:sources?|people|officials?|residents|witnesses)\b", phrase.span.of(page.text), re.I):
            found = self._past.back(lambda h: h.phrase.kind in {"anonymous", "eyewitness"} and not h.phrase.pronoun)
            return self._as(phrase, found, "the same")
        if re.fullmatch(r"(?:the )?(?:man|woman|person)", phrase.span.of(page.text), re.IGNORECASE):
            return self._somebody(phrase)
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
            if found is None and not phrase.plural and (told := self._told(phrase)) is not None:
                return told
            return self._as(phrase, found, "description")
        if self._described_behind(phrase.span):
            return None
        if (body := find_body(self._past, phrase, content)) is not None:
            return body
        alone = re.fullmatch(r"the [a-z]+", phrase.span.of(page.text), re.IGNORECASE)
        if alone is None or phrase.kind not in BODY_KINDS:
            return None
        if (
            phrase.head not in GROUPS
            and (name := introduced_as(page, self._names, phrase.span, phrase.head)) is not None
        ):
            full = next((m.name for m in self._names.mentions if m.surface == name), name)
            kind = body_of(self._names.kind(full)) or phrase.kind
            return Resolved(replace(phrase, name=full, kind=kind, named=True), 0.85, "introduced before")
        whose = body_before(page, phrase.span, phrase.head)
        return Resolved(replace(phrase, name=whose, named=True), 0.85, "whose it is") if whose is not None else None

    def _somebody(self, phrase: Phrase) -> Resolved | None:
        """ "The man": the one unnamed person heard in this paragraph or the one before, where nobody else was."""
        near = [
            h for h in self._past.heard
            if self._past.paragraphs(h.end - 1, phrase.span.start) <= 1 and not h.phrase.plural
            and h.phrase.kind in {"person", "anonymous", "eyewitness"}
        ]  # fmt: skip
        if len({h.phrase.name for h in near}) != 1 or near[-1].phrase.pronoun or near[-1].phrase.named:
            return None
        word = "she" if phrase.head == "woman" else "he"
        if phrase.head != "person" and not self._past.agrees(near[-1].phrase, word):
            return None
        return self._as(phrase, near[-1], "the person heard last")

    def _told(self, phrase: Phrase) -> Resolved | None:
        """ "The commander" whom this paragraph or the one before introduces without a word of his: "a commander of the
        division gave another account"; None where it introduces two."""
        page, at, found = self._page, phrase.span.start, {}
        for match in re.finditer(rf"\b{re.escape(phrase.head)}\b", page.text[:at], re.IGNORECASE):
            token = page.token_at(match.start())
            if token is None or self._past.paragraphs(match.start(), at) > 1 or page.quotation_of(match.start()):
                continue
            if token.dep_ == "compound" or not any(c.lower_ in {"a", "an"} for c in token.children):
                continue
            if (span := noun_phrase(page, token)) is not None:
                told = read_phrase(page, span, self._names)
                found[told.name] = told
        if len(found) != 1:
            return None
        (told,) = found.values()
        return Resolved(replace(told, span=phrase.span, definite=True), 0.88, "told before")

    def _described_behind(self, span: Span) -> bool:
        """ "The force resisting them": told apart by what follows, and so nobody named before."""
        head = self._page.head(span)
        return head is not None and any(
            c.dep_ in {"acl", "relcl"} and c.i > head.i and c.left_edge.idx - span.end <= 1 for c in head.children
        )

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
        author = author_before(page, self._names, phrase.span) if phrase.head in REPORTS else None
        if author is None:
            return None
        return Resolved(replace(phrase, name=author[0], kind=author[1], named=True), 0.85, "author of the report")

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

    def _owned(self, phrase: Phrase) -> Phrase | None:
        """ "his office", "their spokesman": of whom, where that is certain; None where no pronoun owns the phrase."""
        match = re.match(r"(?:(?:one|two|three|some|several) of )?(his|her|its|their) (.+)$",
                         phrase.span.of(self._page.text), re.IGNORECASE)  # fmt: skip
        if match is None and not phrase.named:
            if (held := holder_before(self._page, self._names, phrase.span)) is not None:
                return replace(phrase, name=f"{held[0]} of {held[1]}", affiliation=held[1])
            return office_of_body(self._past, phrase)
        if match is None or phrase.named:
            return None
        word = match.group(1).lower()
        at = phrase.span.start
        owner = self._past.inside_sentence(at, word in {"his", "her"}) or self._past.antecedent(
            at, word in {"his", "her"}, word == "their", ()
        )
        if owner is None and word in {"his", "her"}:
            alone = owner_before(self._page, self._names, at)
            return None if alone is None else replace(phrase, name=f"{match.group(2)} of {alone}", affiliation=alone)
        if owner is None or owner.pronoun or not (owner.named or match.group(2) == "office"):
            return None
        if phrase.kind == "government" and (name := owned_by(owner.name, match.group(2))) is not None:
            return replace(phrase, name=name, affiliation=owner.name, named=True)
        part = "one of " if match.group().lower().startswith("one of ") else ""
        return replace(phrase, name=f"{part}{match.group(2)} of {owner.name}", affiliation=owner.name)


def _is_document(token: "Token") -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in DOCUMENTS


def _role_head(phrase: Phrase) -> str:
    words = re.split(r" (?:of|for|to|in|at|from|with) |,", (phrase.role or "").lower())[0].split()
    return words[-1] if words else ""
