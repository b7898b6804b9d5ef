"""Reading one source phrase by itself: name or description, kind, role, affiliation, number."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.claims.mentions import NAME, Names
from according.claims.page import Page, tidy
from according.claims.roles import ARMED_WORDS, EYEWITNESS, MEDIA_NAMES, MEDIA_WORDS, NUMBERS, PEOPLE, TITLES, body_kind
from according.claims.words import DOCUMENTS, PRONOUNS
from according.records import Span, Voice
from according.vocabularies import Access, VoiceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Phrase", "read_phrase", "voice_of"]

_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|its|his|her|their|our)\s+", re.IGNORECASE)
_OF = re.compile(
    r"^(one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|both|all|none|\d+) of (?:the|these|those|its|their) (.+)$",
    re.IGNORECASE,
)
_KINDS: dict[str, VoiceKind] = {
    "person": "person", "organization": "organization", "government": "government", "armed_group": "armed_group",
    "company": "company", "media": "media", "place": "government", "weapon": "organization",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """One source phrase: what it says by itself, before anything is looked up elsewhere in the article."""

    span: Span
    name: str
    kind: VoiceKind
    head: str
    """Lemma of its noun, lower case; empty for a bare name."""
    named: bool
    pronoun: bool
    definite: bool
    plural: bool
    role: str | None = None
    affiliation: str | None = None
    number: str | None = None
    access: Access = "unknown"


def voice_of(phrase: Phrase) -> Voice:
    """The phrase as a link of a chain."""
    return Voice(phrase.name, phrase.kind, phrase.span, phrase.role, phrase.affiliation, phrase.number, phrase.access)


def read_phrase(page: Page, span: Span, names: Names) -> Phrase:
    """What the words of the span say about who speaks."""
    text = span.of(page.text)
    head = page.head(span)
    lemma = head.lemma_.lower() if head is not None else ""
    low = text.lower()
    if low in PRONOUNS:
        kind: VoiceKind = "person" if low in {"he", "she", "him", "her", "himself", "herself"} else "organization"
        return Phrase(span, text, kind, "", False, True, False, low in {"they", "them", "themselves"})
    number = _number(text)
    plural = head is not None and head.tag_ in {"NNS", "NNPS"}
    behind = _apposition(page, span)
    if (person := _person(page, span, head, lemma, names)) is not None:
        name, role = person
        names.add_person(name)
        name = names.full(name)
        return Phrase(
            span,
            name,
            "person",
            "",
            True,
            False,
            False,
            False,
            role or behind.role,
            _affiliation(page, span, names, name),
            None,
        )
    if behind.name and (lemma in PEOPLE or _last_word(text) in PEOPLE) and not plural:
        names.add_person(behind.name)
        role = _DETERMINER.sub("", text)
        return Phrase(
            span,
            names.full(behind.name),
            "person",
            "",
            True,
            False,
            False,
            False,
            role,
            _affiliation(page, span, names, behind.name),
        )
    if lemma in PEOPLE or _last_word(text) in PEOPLE:
        return _unnamed(page, span, head, lemma if lemma in PEOPLE else _last_word(text), names, number, plural)
    if lemma in DOCUMENTS and not _proper(head):
        return _document(page, span, head, lemma, names)
    kind_of = body_kind(lemma) if head is not None and not _proper(head) else None
    mention = _mention(page, span, names)
    definite = low.startswith(("the ", "this ", "that ", "these ", "those ", "its ", "their "))
    if kind_of is not None:
        armed = kind_of == "armed_group"
        if named := _group_name(page, span, head, names) if armed else None:
            return Phrase(span, named, "armed_group", "", True, False, False, False, None, None, number)
        if mention is not None and low.endswith(mention[0].lower()):
            return Phrase(span, mention[0], mention[1], "", True, False, False, plural, None, None, number)
        name = _DETERMINER.sub("", _unpossessive(text))
        return Phrase(
            span, name, _body(kind_of, name, mention), lemma, False, False, definite, plural, None, None, number
        )
    if mention is not None:
        return Phrase(span, mention[0], mention[1], "", True, False, False, False, None, None, number)
    bare = _DETERMINER.sub("", text).strip('"“”')
    if head is not None and _proper(head):
        folded = names.full(bare)
        named_kind = names.kind(folded)
        return Phrase(
            span,
            folded,
            _KINDS.get(named_kind or "", _guess(folded)),
            "",
            True,
            False,
            False,
            False,
            None,
            None,
            number,
        )
    return Phrase(
        span,
        _unpossessive(bare),
        "anonymous" if plural else "organization",
        lemma,
        False,
        False,
        definite,
        plural,
        None,
        None,
        number,
    )


def _proper(head: "Token | None") -> bool:
    return head is not None and head.pos_ == "PROPN"


def _last_word(text: str) -> str:
    words = text.lower().split()
    return words[-1].rstrip("s") if words else ""


def _guess(name: str) -> VoiceKind:
    words = {w.lower().strip("\"“”'’.,") for w in re.split(r"[\s-]+", name)}
    if words & MEDIA_NAMES or words & MEDIA_WORDS:
        return "media"
    if words & ARMED_WORDS:
        return "armed_group"
    return "organization"


def _body(kind: VoiceKind, name: str, mention: "tuple[str, VoiceKind] | None") -> VoiceKind:
    return kind


def _number(text: str) -> str | None:
    first = text.split(" ", 1)[0]
    return first if first.lower() in NUMBERS or first.isdigit() else None


def _unpossessive(text: str) -> str:
    """ "The military's spokesman" → "military spokesman"; the possessor stays, its ending goes."""
    return (
        re.sub(r"(\w)['’]s?\s+(?=\w+$)", r"\1 ", text) if re.search(r"^(?:the|its|a)\s", text, re.IGNORECASE) else text
    )


@dataclass(frozen=True, slots=True)
class _Behind:
    name: str | None = None
    role: str | None = None


def _apposition(page: Page, span: Span) -> _Behind:
    """What is set behind the phrase between commas: a name, or a role."""
    text = page.text
    match = re.match(r",\s+([^,.;:\n\"“”]{3,90})(?=[,.;\n])", text[span.end :])
    if match is None:
        inner = re.search(r",\s+([^,]+)$", span.of(text))
        if inner is None:
            return _Behind()
        match = inner
    words = match.group(1).strip()
    name = NAME.fullmatch(words)
    if name is not None and len(words.split()) in {2, 3, 4}:
        return _Behind(name=words)
    if (
        re.match(r"(?:the|a|an|former|who)\s|[a-z]", words)
        and any(w.strip(".").lower().rstrip("s") in PEOPLE for w in words.split())
        and not words.startswith("who")
    ):
        return _Behind(role=_DETERMINER.sub("", words))
    return _Behind()


def _person(page: Page, span: Span, head: "Token | None", lemma: str, names: Names) -> tuple[str, str | None] | None:
    """Name and role when the phrase names a person: "Iraqi strategic expert Alaa al-Nashou"."""
    text = span.of(page.text)
    first = re.split(r",\s", text)[0]
    matches = [m for m in NAME.finditer(first) if m.end() == len(first.rstrip('"”'))]
    if not matches:
        return None
    run = matches[-1]
    words = run.group().strip('"“”').split()
    lead = first[: run.start()].strip()
    title: list[str] = []
    while len(words) > 1 and (
        words[0].lower().strip(".") in TITLES or words[0].lower() in PEOPLE or words[0].lower().rstrip("s") in PEOPLE
    ):
        title.append(words.pop(0))
    if "'s" in run.group() or "’s" in run.group():
        cut = (
            max(i for i, w in enumerate(words) if re.search(r"['’]s?$", w))
            if any(re.search(r"['’]s?$", w) for w in words)
            else -1
        )
        if 0 <= cut < len(words) - 1:
            lead = " ".join([lead, *title, *words[: cut + 1]]).strip()
            title, words = [], words[cut + 1 :]
            while len(words) > 1 and (words[0].lower().strip(".") in TITLES):
                title.append(words.pop(0))
    name = " ".join(words)
    if words[0].lower() in {"the"} or not name:
        return None
    role_words = [w for w in re.split(r"[\s,]+", _DETERMINER.sub("", lead)) if w]
    by_role = (
        bool(role_words) and role_words[-1].lower().strip(".") in PEOPLE and not role_words[-1].lower().endswith("s")
    )
    known = names.kind(names.full(name))
    folded = {w.lower().strip("\"“”'’.,") for w in re.split(r"[\s-]+", name)}
    if known is not None and known != "person" and not (by_role or (title and known == "place")):
        return None
    if folded & (MEDIA_NAMES | {"ministry", "government", "army", "council", "committee"}):
        return None
    if by_role or (title and any(t.lower().strip(".") in TITLES for t in title)):
        role = _DETERMINER.sub("", " ".join([lead, *title]).strip())
        return name, role or None
    if known == "person" or names.persons(name):
        role = _DETERMINER.sub("", " ".join([lead, *title]).strip())
        if lead and not role_words:
            return name, None
        if lead and not by_role and not re.search(r"['’]s$", lead):
            return None
        return name, (role or None) if not re.search(r"['’]s$", role or "") else None
    return None


def _affiliation(page: Page, span: Span, names: Names, own: str) -> str | None:
    """A named body inside the phrase, or in the apposition behind it."""
    stop = re.search(r"[.;\n\"“”]", page.text[span.end : span.end + 120])
    end = span.end
    if page.text[span.end : span.end + 2] == ", ":
        end = span.end + (stop.start() if stop else 120)
        second = page.text.find(",", span.end + 2, end)
        end = second if second > 0 else end
    for mention in names.mentions:
        if mention.span.start >= end:
            break
        if mention.span.start >= span.start and mention.kind in {
            "organization",
            "government",
            "armed_group",
            "company",
            "media",
        }:
            if mention.name != own:
                return mention.name
    return None


def _mention(page: Page, span: Span, names: Names) -> tuple[str, VoiceKind] | None:
    """The name that the phrase is, apart from its article and quotation marks."""
    text = _DETERMINER.sub("", span.of(page.text)).strip('"“” ')
    best: tuple[str, VoiceKind] | None = None
    for mention in names.mentions:
        if mention.span.end <= span.start:
            continue
        if mention.span.start >= span.end:
            break
        if mention.kind in {"date", "pronoun", "description"}:
            continue
        if mention.span.within(span) and len(mention.surface) >= 0.5 * len(text.split(",")[0].split(" (")[0]):
            best = best or (mention.name, _KINDS.get(mention.kind, "organization"))
    return best


def _group_name(page: Page, span: Span, head: "Token | None", names: Names) -> str | None:
    """The name inside "Yemen's Houthi group", "the Taliban movement": in the plural where the article uses that."""
    if head is None:
        return None
    modifiers = [
        t for t in page.tokens(span) if t.i < head.i and t.text[:1].isupper() and t.dep_ in {"compound", "amod", "nmod"}
    ]
    if not modifiers:
        return None
    word = " ".join(t.text for t in modifiers).replace(" - ", "-")
    plural = word + "s"
    if re.search(rf"\b{re.escape(plural)}\b", page.text):
        return plural
    if names.kind(names.full(word)) in {"armed_group", "organization"}:
        return names.full(word)
    return None


def _unnamed(
    page: Page, span: Span, head: "Token | None", lemma: str, names: Names, number: str | None, plural: bool
) -> Phrase:
    text = span.of(page.text)
    low = text.lower()
    description = _describe(text)
    kind: VoiceKind = "eyewitness" if lemma in EYEWITNESS else "anonymous"
    access: Access = "direct" if kind == "eyewitness" else "unknown"
    around = page.text[span.start : span.end + 80].split(".")[0].lower()
    if re.search(r"\b(familiar with|briefed on|knowledge of|aware of|informed of)\b", around):
        access = "indirect"
    elif re.search(r"\b(who (?:saw|was present|took part|witnessed|attended)|present at|involved in)\b", around):
        access = "direct"
    definite = low.startswith(("the ", "this ", "that ", "these ", "those "))
    return Phrase(
        span,
        description,
        kind,
        lemma,
        False,
        False,
        definite,
        plural,
        lemma,
        _affiliation(page, span, names, ""),
        number,
        access,
    )


def _describe(text: str) -> str:
    text = re.split(r",\s(?:who|which|speaking|citing)\b|\s(?:who|whom)\s", text)[0]
    if match := _OF.match(text):
        return f"{match.group(1)} {match.group(2)}"
    return _DETERMINER.sub("", _unpossessive(text))


def _document(page: Page, span: Span, head: "Token | None", lemma: str, names: Names) -> Phrase:
    """A document speaks for its author where the phrase names one: "an FDD report", "a Houthi statement"."""
    text = span.of(page.text)
    definite = text.lower().startswith(("the ", "this ", "that ", "these ", "those "))
    for mention in names.mentions:
        if mention.span.start >= span.end:
            break
        if mention.span.start >= span.start and mention.kind in {
            "organization",
            "government",
            "armed_group",
            "company",
            "media",
            "person",
        }:
            kind: VoiceKind = "document"
            if lemma in {"statement", "communique", "communiqué", "site", "website", "tweet", "post", "message"}:
                kind = _KINDS[mention.kind]
            elif mention.kind == "media":
                kind = "media"
            footage = lemma in {
                "footage",
                "video",
                "photo",
                "image",
                "picture",
                "photograph",
                "recording",
                "audio",
                "clip",
            }
            name = f"{mention.name} {lemma}" if footage else mention.name
            return Phrase(
                span, name, kind, lemma, True, False, False, False, lemma, mention.name if kind == "document" else None
            )
    if head is not None:
        adjective = next(
            (
                t
                for t in page.tokens(span)
                if t.i < head.i and t.text[:1].isupper() and t.dep_ in {"amod", "compound", "nmod"}
            ),
            None,
        )
        if (
            adjective is not None
            and re.search(rf"\b{re.escape(adjective.text)}s\b", page.text)
            and names.kind(adjective.text + "s") is not None
        ):
            kind = "armed_group" if lemma in {"statement", "communique", "communiqué"} else "document"
            return Phrase(
                span, adjective.text + "s", kind, lemma, True, False, False, False, lemma, adjective.text + "s"
            )
    return Phrase(span, _describe(text), "document", lemma, False, False, definite, False, lemma, None)
