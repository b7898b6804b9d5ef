"""Reading one source phrase by itself: name or description, kind, role, affiliation, number."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from according.claims.finding.grammar_nouns import noun_phrase
from according.claims.mentions import Names
from according.claims.name_shapes import NAME, kind_by_words
from according.claims.page import Page
from according.claims.voices.nations import PALACES, government_seat, national
from according.claims.voices.outlets import is_medium, plain_medium
from according.claims.voices.persons import (
    affiliation,
    behind,
    called,
    is_agent,
    is_people,
    named_person,
    without_determiner,
)
from according.claims.voices.roles import (
    ARMED_MODIFIERS,
    DEMONYMS,
    EYEWITNESS,
    GROUPS,
    NUMBERS,
    PLATFORMS,
    body_kind,
)
from according.claims.words import DOCUMENTS, FOOTAGE, PRONOUNS, PUBLISH, UTTERANCES
from according.records import Span, Voice
from according.vocabularies import Access, MentionKind, VoiceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Phrase", "body_of", "read_phrase", "voice_of"]

_OF = re.compile(
    r"^(one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|both|all|none|\d+) of "
    r"(?:the|these|those|its|their) (.+)$",
    re.IGNORECASE,
)
_SORTS = frozenset({"agency", "network", "channel", "broadcaster", "newspaper", "website", "outlet", "station", "site"})
_SORTED = re.compile(r"\s*(\([^)]*\))?(?:\s+[a-z][a-z-]*){1,2}")
"""A common noun behind a name, perhaps with the short form in brackets between: "UKMTO (…) agency"."""
_INTELLIGENCE = re.compile(r"\b(?:military|defen[cs]e|army|navy|naval|foreign|state|domestic) intelligence$")
_THERE = re.compile(r"(?<=[a-z]) (?:there|here)$")
_ABBREVIATION = re.compile(r"[A-Z][A-Z-]{1,5}")
_CALLED = re.compile(
    rf"[^.;:,\n]{{0,60}}?\b(?:calling itself|known as|calling themselves)\s+(?:the\s+)?({NAME.pattern})"
)
_KNOWN_AS = re.compile(rf",? (?:better |also )?known as (?:the )?({NAME.pattern})$")
_DEFINITE = ("the ", "this ", "that ", "these ", "those ", "its ", "their ", "his ", "her ")
_BODIES = frozenset({"organization", "government", "armed_group", "company", "media"})
_KINDS: dict[MentionKind, VoiceKind] = {
    "person": "person",
    "organization": "organization",
    "government": "government",
    "armed_group": "armed_group",
    "company": "company",
    "media": "media",
    "place": "government",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One source phrase: what it says by itself, before anything is looked up elsewhere in the article."""

    span: Span
    name: str
    kind: VoiceKind
    head: str = ""
    """Lemma of its noun, lower case; empty for a bare name."""
    named: bool = False
    pronoun: bool = False
    definite: bool = False
    plural: bool = False
    role: str | None = None
    affiliation: str | None = None
    number: str | None = None
    access: Access = "unknown"
    parts: tuple["Phrase", ...] = ()
    """The voices of a phrase that several share; each speaks for itself."""


def body_of(kind: MentionKind | None) -> VoiceKind | None:
    """The same kind for a voice where the name is a body's, else None."""
    return _KINDS[kind] if kind in _BODIES and kind is not None else None


def voice_of(phrase: Phrase) -> Voice:
    """The phrase as a link of a chain."""
    return Voice(phrase.name, phrase.kind, phrase.span, phrase.role, phrase.affiliation, phrase.number, phrase.access)


def read_phrase(page: Page, span: Span, names: Names) -> Phrase:
    """What the words of the span say about who speaks."""
    phrase = _read(page, span, names)
    if phrase.kind in {"government", "organization"} and is_medium(phrase.name):
        phrase = replace(phrase, kind="media")
    if phrase.kind not in _BODIES or (plain := plain_medium(phrase.name)) == phrase.name:
        return phrase
    full = names.full(plain)
    known = body_of(names.kind(full)) or phrase.kind
    return replace(phrase, name=full, kind="media" if is_medium(phrase.name) else known, named=True)


def _read(page: Page, span: Span, names: Names) -> Phrase:
    text = _THERE.sub("", span.of(page.text))
    low = text.lower()
    if low in PRONOUNS:
        personal = low in {"he", "she", "him", "her", "his", "himself", "herself"}
        return Phrase(
            span,
            text,
            "person" if personal else "organization",
            pronoun=True,
            plural=low in {"they", "them", "themselves"},
        )
    head = page.head(span)
    lemma = head.lemma_.lower() if head is not None else ""
    plural = head is not None and head.tag_ in {"NNS", "NNPS"}
    number = _number(text)
    known = _mention(page, span, names)
    if known is not None and names.is_known(known[0]) and without_determiner(low) == known[2].lower():
        if known[2] in PALACES:
            return Phrase(span, known[2], "government", named=True)
        seat = government_seat(known[0])  # still the city's own name: no pack took it for the government
        return Phrase(span, seat or known[0], "government" if seat else known[1], named=True, number=number)
    if (country := government_seat(without_determiner(text))) is not None:
        return Phrase(span, country, "government", named=True)
    if (person := named_person(page, span, names)) is not None:
        name, role = person
        names.add_person(name)
        name = names.full(name)
        role = role or behind(page, span).role
        return Phrase(span, name, "person", named=True, role=role, affiliation=affiliation(page, span, names, name))
    if is_people(text, lemma):
        after = behind(page, span).name or called(page, span)
        if after is not None and not plural:
            names.add_person(after)
            role = without_determiner(re.split(r", | who | known as ", text)[0])
            belongs = affiliation(page, span, names, after)
            return Phrase(span, names.full(after), "person", named=True, role=role, affiliation=belongs)
        return _unnamed(page, span, lemma, names, number, plural)
    if (named := _set_before(text, names)) is not None:
        return Phrase(span, named[0], named[1], named=True, number=number)
    proper = head is not None and (head.pos_ == "PROPN" or (head.text.isupper() and len(head) > 1))
    if _INTELLIGENCE.search(low) is not None:  # a service, no material
        name = without_determiner(text)
        return Phrase(span, national(name), "government", lemma, named=national(name) != name)
    if lemma in DOCUMENTS and not proper:
        return _document(page, span, head, lemma, names)
    mention = known
    body = body_kind(lemma) if not proper else None
    if body == "organization" and lemma in GROUPS and set(re.findall(r"[\w-]+", low)) & ARMED_MODIFIERS:
        body = "armed_group"
    if body is not None:
        if (by_name := _CALLED.match(page.text, span.end) or _KNOWN_AS.search(text)) is not None:
            full = names.full(by_name.group(1).strip('"“”'))
            own = _KINDS.get(names.kind(full) or "organization", body)
            return Phrase(span, full, "armed_group" if body == "armed_group" else own, named=True, number=number)
        sorted_by = _SORTED.fullmatch(low.partition(mention[2].lower())[2]) if mention is not None else None
        if mention is not None and sorted_by is not None and lemma in _SORTS:
            medium = mention[1] == "media" or is_medium(text)
            if sorted_by.group(1) or medium:
                return Phrase(span, mention[0], "media" if medium else mention[1], named=True, number=number)
        apposed = behind(page, span).name if lemma in GROUPS and not plural else None
        if (
            apposed is not None
            and without_determiner(apposed) == apposed
            and names.kind(names.full(apposed)) != "place"
        ):
            full = names.full(apposed)  # "the UN peacekeeping force, UNIFIL,"
            return Phrase(span, full, body_of(names.kind(full)) or body, lemma, named=True)
        if (body == "armed_group" or lemma in GROUPS) and (group := _group_name(page, span, head, names)) is not None:
            sort = names.kind(group)
            kind_of: VoiceKind = _KINDS[sort] if sort in _BODIES and body != "armed_group" else "armed_group"
            return Phrase(span, group, kind_of, named=True, number=number)
        if mention is not None and low.endswith(mention[0].lower()):
            return Phrase(span, mention[0], mention[1], named=True, plural=plural, number=number)
        if (office := _office(page, span, lemma, names)) is not None:
            return Phrase(span, office, "organization", head=lemma, named=True, affiliation=office.partition(" of ")[2])
        if not plural and (apposed := behind(page, span).name) is not None and without_determiner(apposed) == apposed:
            full = names.full(apposed)  # "the regional mission, AMISA, said"
            return Phrase(span, full, body_of(names.kind(full)) or body, lemma, named=True)
        name = _describe(text)
        if (of_state := national(name)) != name:
            return Phrase(span, of_state, body, lemma, named=True, number=number)
        return Phrase(span, name, body, lemma, definite=low.startswith(_DEFINITE), plural=plural, number=number)
    if mention is not None:
        name, own_kind, surface = mention
        if own_kind == "government" and not names.is_known(name) and text.endswith(surface):
            name = national(without_determiner(text))  # "Syria's Interior Ministry": many states have one
            name = name if name.endswith(surface) and "'s " not in name and "’s " not in name else mention[0]
        return Phrase(span, name, own_kind, named=True, number=number)
    bare = without_determiner(text).strip('"“”')
    if proper:
        full = names.full(bare)
        sort = names.kind(full)
        full = national(full)
        return Phrase(span, full, _KINDS.get(sort, _guess(full)) if sort else _guess(full), named=True, number=number)
    kind: VoiceKind = "anonymous" if plural or is_agent(lemma) else "organization"
    return Phrase(
        span, _unpossessive(bare), kind, lemma, definite=low.startswith(_DEFINITE), plural=plural, number=number
    )


def _set_before(text: str, names: Names) -> tuple[str, VoiceKind] | None:
    """ "Iraqi armed group Kataib Hezbollah" → "Kataib Hezbollah": a common noun for a body, then its name."""
    match = re.search(rf"\b([a-z][\w-]+)\s+({NAME.pattern})$", text)
    kind = body_kind(match.group(1)) if match is not None else None
    if match is None or kind is None:
        return None
    full = names.full(match.group(2).strip('"“”'))
    sort = names.kind(full)
    if sort is not None and sort in _BODIES:
        return full, _KINDS[sort]
    return full, "armed_group" if set(text.lower().split()) & ARMED_MODIFIERS else kind


def _guess(name: str) -> VoiceKind:
    kind = kind_by_words(name)
    return _KINDS[kind] if kind is not None else "organization"


def _number(text: str) -> str | None:
    first = text.split(" ", 1)[0]
    return first if first.lower() in NUMBERS or first.isdigit() else None


def _unpossessive(text: str) -> str:
    """ "The military's spokesman" → "The military spokesman"; a name's possessive stays as it is, and an office's."""
    if text.endswith((" office", " palace")) or not re.match(r"(?:the|its|a)\s[a-z]", text, re.IGNORECASE):
        return text
    return re.sub(r"(\w)['’]s\s+(?=\w+$)", r"\1 ", text)


def _office(page: Page, span: Span, lemma: str, names: Names) -> str | None:
    """ "Sistani's office" → "office of Ali al-Sistani": named after a person, it is known by the person's full name."""
    if re.match(r"(?:the )?office of\b", span.of(page.text), re.IGNORECASE):
        held = [m for m in names.inside(span) if m.kind == "person" and m.span.end == span.end]
        return f"office of {held[0].name}" if held else None
    match = re.fullmatch(r"(.+?)['’]s?\s+(\w+)", span.of(page.text))
    if match is None or lemma not in {"office", "party", "team", "campaign", "movement", "bloc"}:
        return None
    owner = names.full(match.group(1))
    if len(persons := names.persons(owner)) == 1 and " " not in owner:
        (owner,) = persons
    return f"{match.group(2)} of {owner}" if names.kind(owner) == "person" else None


def _mention(page: Page, span: Span, names: Names) -> tuple[str, VoiceKind, str] | None:
    """The name that the phrase is, apart from its article and quotation marks, with its kind and its wording there."""
    text = without_determiner(span.of(page.text)).strip('"“” ')
    size = len(text.split(",")[0].split(" (")[0])
    held = [m for m in names.inside(span) if m.kind in _KINDS and m.name not in PLATFORMS]
    if (
        len(held) > 1
        and held[0].kind in _BODIES
        and re.match(rf"{re.escape(held[0].surface)} of (?:the )?{re.escape(held[1].surface)}", text)
    ):
        held, size = held[:1], len(held[0].surface)  # "the Al-Quds Brigades of Islamic Jihad"
    for mention in held:
        if len(mention.surface) >= 0.5 * size:
            return mention.name, _KINDS[mention.kind], mention.surface
    return None


def _group_name(page: Page, span: Span, head: "Token | None", names: Names) -> str | None:
    """The name inside "Yemen's Houthi group", "the Taliban movement": in the plural where the article uses that."""
    if head is None:
        return None
    modifiers = [
        t
        for t in page.tokens(span)
        if t.i < head.i and t.text[:1].isupper() and t.dep_ in {"compound", "amod", "nmod"} and t.lower_ not in DEMONYMS
    ]
    if not modifiers or "-" in span.of(page.text).partition(modifiers[-1].text)[2][:1]:
        return None
    for mention in names.inside(span):
        if mention.kind == "armed_group" and mention.span.end > modifiers[-1].idx:
            return mention.name
    word = " ".join(t.text for t in modifiers)
    if (plural := names.plural(word)) is not None:
        return plural
    if names.kind(names.full(word)) in {"armed_group", "organization"} or _ABBREVIATION.fullmatch(word):
        return names.full(word)
    return None


def _unnamed(page: Page, span: Span, lemma: str, names: Names, number: str | None, plural: bool) -> Phrase:
    text = _THERE.sub("", span.of(page.text))
    last = text.lower().split()[-1].rstrip("s")
    noun = lemma if is_people(lemma, lemma) else last
    witnesses = noun in EYEWITNESS
    access: Access = "direct" if witnesses else "unknown"
    around = re.split(r"[.;\n]", page.text[span.start : span.end + 80])[0].lower()
    if re.search(r"\b(familiar with|briefed on|knowledge of|aware of|informed of|told about)\b", around):
        access = "indirect"
    elif re.search(
        r"\b(who (?:saw|was present|were present|took part|witnessed|attended)|present at|involved in)\b", around
    ):
        access = "direct"
    return Phrase(
        span,
        _describe(text),
        "eyewitness" if witnesses else "anonymous",
        noun,
        definite=text.lower().startswith(_DEFINITE),
        plural=plural,
        role=noun,
        affiliation=affiliation(page, span, names, ""),
        number=number,
        access=access,
    )


def _describe(text: str) -> str:
    text = re.split(r",\s(?:who|which|whose|whom|speaking|citing)\b|\s(?:who|whom|whose)\s", text)[0]
    if match := _OF.match(text):
        return f"{match.group(1).lower()} {match.group(2)}"
    text = re.sub(r"^(?:some|several|many|a few|other|certain|various)\s+(?=\w+)", "", text, flags=re.IGNORECASE)
    text = without_determiner(_unpossessive(text))
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in NUMBERS or is_people(first, first.lower()) else text


def _document(page: Page, span: Span, head: "Token | None", lemma: str, names: Names) -> Phrase:
    """A document speaks for its author where the text names one: "an FDD report", "footage that the army put out"."""
    text = span.of(page.text)
    definite = text.lower().startswith(_DEFINITE)
    author = _author(page, span, head, names)
    if author is None:
        return Phrase(span, _describe(text), "document", lemma, definite=definite, role=lemma)
    name, kind = author
    if lemma in FOOTAGE:
        return Phrase(span, f"{name} {lemma}", "document", lemma, named=True, role=lemma, affiliation=name)
    if lemma in UTTERANCES or kind == "media":
        return Phrase(span, name, kind, lemma, named=True, role=lemma)
    return Phrase(span, name, "document", lemma, named=True, role=lemma, affiliation=name)


def _author(page: Page, span: Span, head: "Token | None", names: Names) -> tuple[str, VoiceKind] | None:
    for mention in names.inside(span):
        known = mention.name not in PLATFORMS and not (
            head is not None and mention.span.start <= head.idx < mention.span.end
        )
        if known and (mention.kind in _BODIES or mention.kind == "person"):
            return mention.name, _KINDS[mention.kind]
    if head is None:
        return None
    by = re.search(r"\s(?:by|from) ((?:the |an? )?[a-z][\w' ’-]+)$", span.of(page.text))
    noun = page.token_at(span.end - 1)
    if by is not None and noun is not None and (body := body_kind(noun.lemma_.lower())) is not None:
        return without_determiner(by.group(1)), body
    for token in page.tokens(span):
        if token.i < head.i and token.text[:1].isupper() and token.lower_ not in DEMONYMS:
            plural = names.plural(token.text)
            if plural is not None:
                return plural, "armed_group"
    maker = next(
        (
            c
            for verb in head.children
            if verb.dep_ == "relcl" and verb.lemma_ in PUBLISH
            for c in verb.children
            if c.dep_ == "nsubj"
        ),
        None,
    )
    verb = head.head if head.dep_ == "dobj" else head.head.head  # or the subject of "showing" below "released"
    if maker is None and verb.lemma_ in PUBLISH and verb.pos_ == "VERB":
        maker = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < head.i), None)
    if maker is not None:
        for mention in names.inside(noun_phrase(page, maker) or span):
            if mention.kind in _BODIES or mention.kind == "person":
                return mention.name, _KINDS[mention.kind]
    return None
