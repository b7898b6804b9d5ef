"""Who a pronoun, a last name or "the official" is: looked up in what the article has said so far.

A wrong speaker is the worst error there is. A rule here gives an answer only where one candidate fits; otherwise the
voice keeps the words of the text, as an unnamed one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from according.claims.mentions import Names
from according.claims.page import Page
from according.claims.roles import GROUPS
from according.claims.voices import Phrase, read_phrase
from according.claims.words import CLAUSE, DOCUMENTS, SHOW
from according.records import Mention, Span
from according.vocabularies import VoiceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Heard", "Resolved", "Speakers"]

_PEOPLE_KINDS = frozenset({"person", "anonymous", "eyewitness"})
_BODY_KINDS = frozenset({"organization", "government", "armed_group", "company", "media"})
_FEMALE, _MALE = frozenset({"she", "her", "herself"}), frozenset({"he", "him", "himself"})
_MATERIAL = frozenset({"intelligence", "information", "data", "material", "evidence", "detail"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice that has spoken: where its claim begins and ends, and through what material or relay."""

    phrase: Phrase
    start: int
    end: int
    quoted: bool = False
    relays: tuple[str, ...] = ()
    material: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase with who it turned out to be; `certainty` (0 to 1) is 1 where nothing had to be looked up."""

    phrase: Phrase
    certainty: float = 1.0
    by: str = "as written"


class Speakers:
    """Remembers the voices of one article in the order they speak and looks up who a short form means."""

    def __init__(self, page: Page, names: Names) -> None:
        self._page = page
        self._names = names
        self._heard: list[Heard] = []
        self._gender: dict[str, str] = {}

    def hear(self, heard: Heard) -> None:
        """Remember a voice; call in text order."""
        self._heard.append(heard)

    def last(self) -> Heard | None:
        """The voice that spoke last."""
        return self._heard[-1] if self._heard else None

    def resolve(self, source: Span, content: Sequence[Span]) -> Resolved:
        """Who speaks in the phrase at `source` of a claim with this content."""
        phrase = read_phrase(self._page, source, self._names)
        if phrase.pronoun:
            return self._pronoun(phrase)
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
        if phrase.head and (found := self._ahead(phrase)) is not None:
            return found
        return Resolved(self._part(phrase))

    # people

    def _person(self, phrase: Phrase) -> Resolved:
        if len(phrase.name.split()) > 1:
            known = self._back(lambda h: h.phrase.name == phrase.name and h.phrase.role is not None)
            if phrase.role is None and known is not None:
                phrase = replace(
                    phrase, role=known.phrase.role, affiliation=phrase.affiliation or known.phrase.affiliation
                )
            return Resolved(phrase)
        options = self._names.persons(phrase.name)
        if len(options) == 1:
            return Resolved(self._like(phrase, options[0]), 0.98, "last name")
        if len(options) > 1:
            spoken = self._back(lambda h: h.phrase.name in options)
            if spoken is not None:
                return Resolved(self._like(phrase, spoken.phrase.name), 0.85, "last name of the one heard last")
        return Resolved(phrase)

    def _like(self, phrase: Phrase, name: str) -> Phrase:
        earlier = self._back(lambda h: h.phrase.name == name)
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

    def _pronoun(self, phrase: Phrase) -> Resolved:
        word = phrase.span.of(self._page.text).lower()
        at = phrase.span.start
        if word in {"who", "which", "that", "whom"}:
            return self._relative(phrase)
        if word in {"i", "we"}:
            return Resolved(replace(phrase, kind="anonymous"), 0.3, "unresolved")
        personal = word in _FEMALE | _MALE
        candidate = self._antecedent(at, personal, phrase.plural)
        if candidate is None:
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        if personal:
            gender = "f" if word in _FEMALE else "m"
            if self._gender.setdefault(candidate.name, gender) != gender:
                return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        return Resolved(replace(candidate, span=phrase.span), 0.9, "pronoun")

    def _relative(self, phrase: Phrase) -> Resolved:
        token = self._page.token_at(phrase.span.start)
        verb = token.head if token is not None else None
        while verb is not None and verb.dep_ in {"conj", "aux", "auxpass", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
        if verb is None or verb.dep_ != "relcl":
            return Resolved(replace(phrase, kind="anonymous"), 0.4, "unresolved pronoun")
        from according.claims.grammar_verbs import noun_phrase

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

    def _antecedent(self, at: int, personal: bool, plural: bool) -> Phrase | None:
        """Who a personal pronoun at this place most likely stands for, or None where two could be meant."""
        page = self._page
        heard = self._back(lambda h: h.start < at and self._fits(h.phrase, personal, plural))
        paragraph = page.paragraph_of(at)
        subjects = self._subjects(at, personal, plural, since=heard.end if heard is not None else 0)
        names = {s.name for s in subjects}
        if heard is not None and personal and self._unclear(heard, at):
            return None
        if heard is not None and paragraph - page.paragraph_of(heard.end - 1) <= 1:
            names.discard(heard.phrase.name)
            if not names:
                return heard.phrase
            return subjects[-1] if len(names) == 1 and self._same_sentence(subjects[-1].span.start, at) else None
        return subjects[-1] if len(names) == 1 else None

    def _unclear(self, heard: Heard, at: int) -> bool:
        """True when somebody whom the text leaves open spoke between: the pronoun may be that voice's."""
        return any(
            h.start > heard.start and h.start < at and not h.phrase.named
            and (h.phrase.pronoun or h.phrase.kind == "organization") and not h.phrase.plural
            for h in self._heard
        )  # fmt: skip

    def _same_sentence(self, a: int, b: int) -> bool:
        return self._page.sentence_number(b) - self._page.sentence_number(a) <= 1

    def _fits(self, phrase: Phrase, personal: bool, plural: bool) -> bool:
        if phrase.pronoun:
            return False
        if personal:
            return phrase.kind in _PEOPLE_KINDS and not phrase.plural
        if plural:
            return (
                phrase.plural
                or phrase.kind in {"armed_group", "eyewitness"}
                or (phrase.kind == "anonymous" and phrase.plural)
            )
        return phrase.kind in _BODY_KINDS or phrase.kind == "document"

    def _subjects(self, at: int, personal: bool, plural: bool, since: int) -> list[Phrase]:
        """Named subjects of the narration between `since` and `at`, this sentence and the two before it."""
        page = self._page
        first = page.sentence_number(at) - 2
        found = []
        for mention in self._names.mentions:
            if mention.span.start >= at:
                break
            if mention.span.start < since or page.sentence_number(mention.span.start) < first:
                continue
            if page.paragraph_of(at) - page.paragraph_of(mention.span.start) > 1 or page.quotation_of(
                mention.span.start
            ):
                continue
            if not self._is_subject(mention):
                continue
            person = mention.kind == "person"
            if personal != person or mention.kind in {"date", "weapon", "place"}:
                continue
            phrase = read_phrase(page, mention.span, self._names)
            if self._fits(phrase, personal, plural) or (plural and mention.surface.endswith("s")):
                found.append(phrase)
        return found

    def _is_subject(self, mention: Mention) -> bool:
        head = self._page.head(mention.span)
        return head is not None and head.dep_ in {"nsubj", "nsubjpass"}

    # descriptions

    def _description(self, phrase: Phrase, content: Sequence[Span]) -> Resolved | None:
        page = self._page
        paragraph = page.paragraph_of(phrase.span.start)

        def near(heard: Heard, limit: int) -> bool:
            return paragraph - page.paragraph_of(heard.start) <= limit

        if phrase.head in _MATERIAL:
            found = self._back(lambda h: h.material in _MATERIAL and near(h, 3))
            return self._as(phrase, found, "material")
        if phrase.kind == "document" or phrase.head in DOCUMENTS:
            return self._document(phrase, near)
        if phrase.kind in {"anonymous", "eyewitness"}:
            found = self._back(
                lambda h: (
                    near(h, 6)
                    and h.phrase.plural == phrase.plural
                    and phrase.head in {h.phrase.head, _role_head(h.phrase)}
                )
            )
            if found is not None and self._rivals(phrase, found):
                return None
            return self._as(phrase, found, "description")
        return self._body(phrase, content, near)

    def _rivals(self, phrase: Phrase, found: Heard) -> bool:
        """Another voice of the same description between, as "a second official": then neither is meant for sure."""
        return any(
            h.phrase.name != found.phrase.name and h.phrase.head == phrase.head and h.phrase.plural == phrase.plural
            and abs(self._page.paragraph_of(h.start) - self._page.paragraph_of(found.start)) == 0
            for h in self._heard
        )  # fmt: skip

    def _document(self, phrase: Phrase, near: "object") -> Resolved | None:
        page = self._page
        paragraph = page.paragraph_of(phrase.span.start)
        for heard in reversed(self._heard):
            if paragraph - page.paragraph_of(heard.start) > 2:
                break
            if phrase.head in {"report", "article", "story", "dispatch", "newspaper"}:
                if heard.relays:
                    name = heard.relays[0]
                    return Resolved(
                        replace(phrase, name=name, kind="media", named=True, head=""), 0.8, "report of the relay"
                    )
                if heard.phrase.kind in {"media", "document", "organization"} and heard.phrase.named:
                    return Resolved(replace(heard.phrase, span=phrase.span), 0.8, "report of the one heard last")
            elif heard.phrase.head == phrase.head:
                return Resolved(replace(heard.phrase, span=phrase.span), 0.9, "document")
            elif heard.phrase.named and self._speaks_of(heard, phrase.head):
                return Resolved(replace(heard.phrase, span=phrase.span), 0.85, "document named with the one heard last")
            if heard.phrase.named and not heard.phrase.kind == "media":
                break
        return None

    def _speaks_of(self, heard: Heard, noun: str) -> bool:
        """True when the sentence in which this voice was heard names the document: "said in a statement"."""
        sentence = self._page.sentence_of(heard.start).of(self._page.text).lower()
        return (
            re.search(rf"\b(?:an?|his|her|its|their|the) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", sentence) is not None
        )

    def _body(self, phrase: Phrase, content: Sequence[Span], near: "object") -> Resolved | None:
        page, names = self._page, self._names
        words = phrase.name.lower().split()
        at = phrase.span.start
        # a name that contains the noun: "the ministry" after "the Foreign Ministry"
        for mention in reversed([m for m in names.mentions if m.span.end <= at and m.kind in _BODY_KINDS]):
            if page.paragraph_of(at) - page.paragraph_of(mention.span.start) > 4:
                break
            last = mention.name.lower().split()[-1]
            if last == phrase.head and len(mention.name.split()) > 1 and len(words) == 1:
                return Resolved(
                    replace(phrase, name=mention.name, kind=_kind_of(mention, phrase.kind), named=True),
                    0.9,
                    "noun of the name",
                )
        earlier = self._back(
            lambda h: h.phrase.head == phrase.head and set(words) <= set(h.phrase.name.lower().split())
        )
        if earlier is not None and page.paragraph_of(at) - page.paragraph_of(earlier.start) <= 4 and phrase.head:
            return self._as(phrase, earlier, "description")
        if phrase.kind not in {"armed_group", "organization", "company", "media"}:
            return None
        # what is said is about the group itself: "Name did this, the group said"
        for piece in content[:1]:
            subject = self._first_subject(piece)
            if subject is not None and _compatible(subject, phrase):
                return Resolved(
                    replace(phrase, name=subject.name, kind=_kind_of(subject, phrase.kind), named=True),
                    0.92,
                    "subject of what is said",
                )
        heard = self._heard_body(phrase, at)
        if heard is not None:
            return self._as(phrase, heard, "group heard last")
        candidates = {
            m.name: m
            for m in names.mentions
            if m.span.end <= at
            and page.paragraph_of(at) - page.paragraph_of(m.span.start) <= 1
            and _compatible(m, phrase)
        }
        if len(candidates) == 1:
            (mention,) = candidates.values()
            return Resolved(
                replace(phrase, name=mention.name, kind=_kind_of(mention, phrase.kind), named=True),
                0.85,
                "only group named near",
            )
        return None

    def _heard_body(self, phrase: Phrase, at: int) -> Heard | None:
        """The named body heard last in this or the two paragraphs before; an armed group outranks other bodies."""
        page = self._page
        near = [
            h for h in self._heard
            if h.phrase.named and h.phrase.kind in _BODY_KINDS and _fits_body(h.phrase.kind, phrase)
            and page.paragraph_of(at) - page.paragraph_of(h.start) <= 2
        ]  # fmt: skip
        armed = [h for h in near if h.phrase.kind == "armed_group"]
        if phrase.head in GROUPS or phrase.kind == "armed_group":
            return (armed or near or [None])[-1]
        return near[-1] if near else None

    def _first_subject(self, piece: Span) -> Mention | None:
        for mention in self._names.mentions:
            if mention.span.start >= piece.end:
                return None
            if mention.span.within(piece) and mention.kind in _BODY_KINDS and self._is_subject(mention):
                return mention if mention.span.start - piece.start < 40 else None
        return None

    def _ahead(self, phrase: Phrase) -> Resolved | None:
        """A description in the first lines that the lines behind it name: "a rebel force … the Arakan Army said"."""
        page = self._page
        paragraph = page.paragraph_of(phrase.span.start)
        if paragraph > 2 or phrase.kind != "armed_group":
            return None
        groups = [
            m for m in self._names.mentions
            if m.span.start > phrase.span.end and m.kind == "armed_group" and page.paragraph_of(m.span.start) - paragraph <= 3
        ]  # fmt: skip
        named = dict.fromkeys(m.name for m in groups if self._is_subject(m))
        if not groups or not named:
            return None
        first = next(iter(named))
        if groups[0].name != first:
            return None
        return Resolved(replace(phrase, name=first, kind="armed_group", named=True), 0.8, "named in the lines behind")

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
        whole = self._back(lambda h: h.phrase.plural and h.phrase.head == phrase.head and not h.phrase.named)
        if whole is None and (token := self._page.token_at(phrase.span.end - 1)) is not None:
            lemma = token.lemma_.lower()
            whole = self._back(lambda h: h.phrase.plural and h.phrase.head == lemma and not h.phrase.named)
        if whole is None:
            return phrase
        return replace(
            phrase,
            name=f"{match.group(1).lower()} of {whole.phrase.name}",
            affiliation=phrase.affiliation or whole.phrase.affiliation,
        )

    def _of_them(self, phrase: Phrase, number: str) -> Phrase:
        whole = self._back(lambda h: h.phrase.plural and h.phrase.kind in {"anonymous", "eyewitness"})
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
        owner = self._inside_sentence(at, word in {"his", "her"}) or self._antecedent(
            at, word in {"his", "her"}, word == "their"
        )
        if owner is None or owner.pronoun or not owner.named:
            return None
        return replace(phrase, name=f"{match.group(2)} of {owner.name}", affiliation=owner.name)

    def _inside_sentence(self, at: int, personal: bool) -> Phrase | None:
        """The only name of that sort before this place in its sentence: "President X will speak, his office said"."""
        sentence = self._page.sentence_of(at)
        if sentence.start >= at:
            return None
        named = [
            m for m in self._names.inside(Span(sentence.start, at))
            if (m.kind == "person") == personal and m.kind in _BODY_KINDS | {"person"} and self._is_subject(m)
        ]  # fmt: skip
        if len({m.name for m in named}) != 1:
            return None
        return read_phrase(self._page, named[0].span, self._names)

    def _back(self, fits: "object") -> Heard | None:
        assert callable(fits)
        return next((h for h in reversed(self._heard) if fits(h)), None)


def _is_document(token: "Token") -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in DOCUMENTS


def _role_head(phrase: Phrase) -> str:
    words = (phrase.role or "").lower().split()
    return words[-1] if words else ""


def _kind_of(mention: Mention, default: VoiceKind) -> VoiceKind:
    kind = mention.kind
    if kind == "organization" and default == "armed_group":
        return "armed_group"  # the article calls it a militia, a faction, an armed group
    return kind if kind in {"person", "organization", "government", "armed_group", "company", "media"} else default  # type: ignore[return-value]


def _fits_body(heard: str, phrase: Phrase) -> bool:
    if phrase.kind == "armed_group" or phrase.head in GROUPS:
        return heard in {"armed_group", "organization"}
    return heard in {phrase.kind, "organization"}


def _compatible(mention: Mention, phrase: Phrase) -> bool:
    if mention.kind not in _BODY_KINDS:
        return False
    return _fits_body(mention.kind, phrase)
