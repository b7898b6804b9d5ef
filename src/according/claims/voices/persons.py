"""Persons in source phrases: the name apart from titles and roles, what is set behind it, where the person belongs."""

import re
from dataclasses import dataclass

from according.claims.mentions import Names
from according.claims.name_shapes import NAME, kind_by_words
from according.claims.page import Page
from according.claims.voices.roles import ARMED_WORDS, DEMONYMS, MEDIA_NAMES, PEOPLE, PLATFORMS, TITLES, is_rank
from according.records import Span

__all__ = [
    "PARTICLES",
    "Behind",
    "affiliation",
    "behind",
    "called",
    "is_agent",
    "is_people",
    "named_person",
    "whole_name",
    "without_determiner",
]

_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|its|his|her|their|our)\s+", re.IGNORECASE)
PARTICLES = frozenset(
    ["abu", "abou", "ibn", "bin", "ben", "bint", "umm", "um", "abd", "abdul", "abdel", "van", "von", "der", "den", "de",
     "del", "della", "di", "da", "du", "dos", "das", "le", "la", "ten", "ter", "zu", "al", "el", "ould", "ag", "mac"]
)  # fmt: skip
"""Words that begin or join a name and are never left off it: "Umm Salma", "van den Berg", "bin Turki"."""
_JOINED = re.compile(rf"(?<![\w-])(?:{NAME.pattern} )?(?:(?:{'|'.join(sorted(PARTICLES))}) )+$")
_CUT = re.compile(
    rf"(?<![\w-])(?:(?:{NAME.pattern} )?(?:(?:{'|'.join(sorted(PARTICLES))}) )+"
    r"|(?:Abu|Umm|Ibn|Bin|Bint|Abd|Abdul|Abdel|Van|Von) )$"
)
_CALLED = re.compile(
    rf"[^.;\n\"“”]{{0,40}}?\b(?:who (?:goes|went) by|"
    r"who gave (?:only )?(?:his|her|their) (?:first |last |full |family )?name(?: only)?(?: as|,)|"
    rf"identified (?:only )?as|identif(?:ied|ying) (?:him|her)self (?:only )?as|"
    rf"(?:call(?:s|ed|ing)|gave) (?:him|her)self|nicknamed|"
    rf"(?:better |only |widely )?known (?:only )?(?:as|by))(?: (?:the|his|her) (?:\w+ ){{1,4}}(?:of )?)? "
    rf"({NAME.pattern})"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_BODY_KINDS = frozenset({"organization", "government", "armed_group", "company", "media"})
_INSTITUTION = re.compile(
    r"\b(?:University|Institute|Institution|College|School|Center|Centre|Foundation|Group|Council)\b"
)
_AT_WORK = re.compile(rf"({NAME.pattern})\s+(?:of|from|at|with)\s+(?:the |an? )?[a-z]")
_MAKERS = re.compile(
    r"(?:wom[ae]n|[a-z]{3}sm[ae]n|keepers?|workers?|makers?|owners?|sellers?|employees?|growers?|dwellers?|"
    r"diggers?|[a-z]{3}ologists?|[a-z]{2}(?:tive|al|on|an)ists?)$"
)
"""Endings of nouns for people, of which no list is whole: "beekeeper", "shopowners", "seismologist"."""
_AGENT = re.compile(r"[a-z]{2}(?:[bdfgklmnprstvz]er|[cst]or|ist|[aei]nt|ian|ee|man|woman)$")
_NO_AGENTS = frozenset({
    "center", "chamber", "charter", "server", "paper", "letter", "tower", "carrier", "cluster", "order", "number",
    "centre", "computer", "tracker", "radar", "counter", "register", "folder", "banner", "poster", "sticker",
    "power", "winter", "summer", "weather", "river", "border", "corner", "quarter", "factor", "sector", "motor",
    "reactor", "monitor", "event", "department", "government", "parliament", "statement", "document", "movement",
    "argument", "regiment", "detachment", "contingent", "element", "segment", "moment", "payment", "plant",
    "front", "tree", "committee", "referee", "embankment", "settlement", "development", "investment", "point",
    "patent", "continent"
})  # fmt: skip
_BODY = re.compile(
    r"^(?:ministry|government|council|committee|university|institute|department|foundation|staff|assembly|directorate|"
    r"secretariat|security|intelligence|congress|parliament|authority|administration|agency|office|bureau|service|"
    r"commission|court|headquarters|chamber|union|party|command|mission|alliance)$"
)
"""Words for bodies: "General Staff" and "Prime Minister's Office" are not persons with a title."""


def without_determiner(text: str) -> str:
    """The phrase without its article or possessive pronoun."""
    return _DETERMINER.sub("", text)


def is_people(text: str, lemma: str) -> bool:
    """True when the noun of the phrase stands for a person or persons."""
    word = text.split()[-1].strip('"“”') if text.split() else ""
    last = word.lower()
    if any(w.islower() and _MAKERS.search(w) is not None and w in text.split() for w in (word, lemma)):
        return True
    singular = [w[:-3] + "man" for w in (lemma, last) if w.endswith("men")]  # "Fishermen", taken for a name
    return any(w in PEOPLE or (w.endswith("s") and w[:-1] in PEOPLE) for w in (lemma, last, *singular))


def is_agent(lemma: str) -> bool:
    """True for a noun that by its ending tells of a person more likely than of a body: "underwriter", "tenant"."""
    return _AGENT.search(lemma) is not None and lemma not in _NO_AGENTS


def whole_name(page: Page, source: Span) -> Span:
    """The span with what was cut off a name in front of it: "Ursula von der" of "Marck", "Abu" of "Hazem"."""
    line = page.text[max(0, source.start - 80) : source.start].rsplit("\n", 1)[-1]
    words = source.of(page.text)
    cut = _CUT.search(line) if words[0].isupper() else None
    if words[0].islower() and words.split()[0] in PARTICLES and NAME.search(words) is not None:
        cut = re.search(rf"(?<![\w-]){NAME.pattern} $", line)
    return Span(source.start - len(cut.group()), source.end) if cut is not None else source


def called(page: Page, span: Span) -> str | None:
    """The name by which the text itself calls a person it describes: "a fighter known as Abu Walid"."""
    match = _CALLED.search(span.of(page.text)) or _CALLED.match(page.text, span.end, span.end + 120)
    return match.group(1).strip('"“”') if match is not None else None


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands between commas behind a phrase: a name, a role, or neither."""

    name: str | None = None
    role: str | None = None


def behind(page: Page, span: Span) -> Behind:
    """The apposition behind the phrase, inside it or after it."""
    match = re.search(r",\s+([^,]+)$", span.of(page.text))
    if match is None:
        match = re.match(r",\s+([^,.;:\n\"“”]{3,90})(?=[,.;\n])", page.text[span.end : span.end + 120])
    if match is None:
        return Behind()
    words = match.group(1).strip()
    if re.match(r"(?:an?|his|her|its|their)\s", span.of(page.text), re.IGNORECASE):
        words = words.removeprefix("the ")  # "A little-known group, the Resistance Front,"
    if NAME.fullmatch(words) is not None:
        while len(name := words.split()) > 2 and _is_title(name[0]):
            words = words.removeprefix(name[0]).lstrip()
        if len(name) in {2, 3, 4} or (words.isupper() and len(words) > 2):
            return Behind(name=words)
    people = any(w.strip(".").lower().rstrip("s") in PEOPLE for w in words.split())
    if (
        people
        and re.match(r"(?:the|a|an|former)\s|[a-z]|[A-Z][^,]*?['’]s?\s[a-z]", words)
        and not re.match(r"(?:who|which|and|but)\b", words)
    ):
        return Behind(role=without_determiner(words))
    return Behind()


def named_person(page: Page, span: Span, names: Names) -> tuple[str, str | None] | None:
    """Name and role where the phrase names one person ("Iraqi strategic expert Alaa al-Nashou"), else None."""
    first = re.split(r",\s|\s\(", span.of(page.text))[0]
    if (at_work := _AT_WORK.match(first)) is not None and _may_be_person(page, span, at_work.group(1)):
        return at_work.group(1), None
    runs = [m for m in NAME.finditer(first) if m.end() == len(first.rstrip('"”'))]
    if not runs:
        return None
    start = runs[-1].start()
    if (joined := _JOINED.search(first[:start])) is not None and joined.end() == start:
        start = joined.start()  # "Ursula von der Marck"
    lead = first[:start].strip()
    whole = first[start : runs[-1].end()].strip('"“”')
    if re.match(r"(?:the )?office of\b", first, re.IGNORECASE):
        return None
    person, _, body = whole.partition(" of ")
    if (
        body
        and len(person.split()) in {2, 3}
        and kind_by_words(person) is None
        and (
            names.kind(person) == "person"
            or page_person(page, span, person)
            or _INSTITUTION.search(body)
            or (names.kind(body) in _BODY_KINDS and not any(map(_BODY.match, person.lower().split())))
        )
    ):
        return person, without_determiner(lead) or None
    words = whole.split()
    cut = max((i for i, w in enumerate(words[:-1]) if _POSSESSIVE.search(w)), default=-1)
    lead = " ".join([lead, *words[: cut + 1]]).strip()
    words = words[cut + 1 :]
    last_title = max((i for i, w in enumerate(words[:-1]) if i < 6 and _is_title(w)), default=-1)
    title, words = words[: last_title + 1], words[last_title + 1 :]
    while len(words) > 2 and words[0] in {"of", "for", "and"}:
        title, words = [*title, *words[:2]], words[2:]  # "Secretary of State Mike Pompeo"
    name = " ".join(words)
    if not name or words[0].lower() == "the" or " and " in name:
        return None
    if len(words) == 1 and not title and lead.lower() == "the":
        return None  # "the Observatory"
    before = [w for w in re.split(r"[\s,]+", without_determiner(lead)) if w]
    by_role = bool(before) and before[-1].lower().strip(".") in PEOPLE and not before[-1].lower().endswith("s")
    known = names.kind(names.full(name))
    folded = {w.lower().strip("\"“”'’.,") for w in re.split(r"[\s-]+", name)}
    if (
        folded & (MEDIA_NAMES | ARMED_WORDS)
        or any(map(_BODY.match, folded))
        or (len(folded) == 1 and folded & DEMONYMS)
    ):
        return None
    if (
        not by_role
        and not title
        and 2 <= len(words) <= 4
        and not before
        and kind_by_words(name) is None
        and behind(page, span).role is not None
    ):
        return name, None  # "Volker Perthes, the former envoy,"
    if known not in {None, "person"} and not by_role and not title:
        return None
    role = without_determiner(" ".join([*before, *title])) or None
    if role is not None and _POSSESSIVE.search(role):
        role = None  # only an affiliation: "FDD's Gerecht"
    if by_role or title:
        return name, role
    if known == "person" or names.persons(name) or page_person(page, span, words[-1]):
        return (name, role) if not before or _POSSESSIVE.search(before[-1]) else None
    return None


def page_person(page: Page, span: Span, name: str) -> bool:
    """True when the parser takes a name in the span that begins like this one for a person's."""
    return any(
        e.label_ == "PERSON"
        and e.start_char >= span.start - 1
        and e.end_char <= span.end + 1
        and e.text.startswith(name.split()[0])
        for e in page.ents
        if e.start_char < span.end and e.end_char > span.start
    )


def _may_be_person(page: Page, span: Span, name: str) -> bool:
    """True for two or three words that nothing shows to name a body or a place."""
    words = {w.lower() for w in re.split(r"[\s-]+", name)}
    if len(name.split()) not in {2, 3} or kind_by_words(name) is not None or words & (PEOPLE | TITLES):
        return False
    if any(map(_BODY.match, words)) or " and " in name or _INSTITUTION.search(name):
        return False
    end = span.start + len(name)
    return not any(
        e.label_ in {"GPE", "LOC", "FAC"} and e.start_char < end and e.end_char > span.start for e in page.ents
    )


def _is_title(word: str) -> bool:
    return is_rank(word) or word.lower().strip(".") in PEOPLE


def affiliation(page: Page, span: Span, names: Names, own: str) -> str | None:
    """A named body inside the phrase, or in the role set behind it; None where only a relay or nothing is named."""
    end = span.end
    role = re.match(
        r",\s+(?!the [A-Z][^,]{0,40}\b(?:said|says|reported|reports|wrote)\b)"
        r"(?:the |an? |former |(?=[A-Z][^,.;:\n]{1,60}?['’]s? [a-z])[A-Z])?[a-z][^,.;:\n\"“”]{3,120}",
        page.text[span.end : span.end + 140],
    )
    if role is not None and not re.match(r",\s+(?:who|which|and|but|said|told|speaking)\b", role.group()):
        end = span.end + role.end()
    for mention in names.inside(Span(span.start, end)):
        if mention.kind not in {"organization", "government", "armed_group", "company", "media"}:
            continue
        words = mention.surface.lower().split()
        if (
            mention.name in {own, *PLATFORMS}
            or words[-1] in DEMONYMS
            or page.text[mention.span.end : mention.span.end + 1] == "-"
        ):
            continue
        if re.search(
            r"\b(?:by|told|from|(?:spoke|speaking|talked|spoken) (?:to|with))\s(?:the\s)?$",
            page.text[max(0, mention.span.start - 20) : mention.span.start],
        ):
            continue
        return mention.name
    return None
