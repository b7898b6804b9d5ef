"""Names that the words round them show to be persons': a title or role before them, an age or a role behind them."""

import re
from collections.abc import Iterable

from according.claims.name_shapes import GOVERNMENT, NAME, kind_by_words
from according.claims.page import Page
from according.claims.voices.roles import ARMED_WORDS, DEMONYMS, MEDIA_NAMES, PEOPLE, TITLES, body_kind, is_rank
from according.records import Span

__all__ = ["described_people", "titled_people"]

_POSSESSIVE = re.compile(r"['’]s?$")
_AGED = re.compile(r",\s+(?:aged )?(?:1[0-9]|[2-9]\d),")
_WHO = re.compile(r",\s+who(?:se)?\b")
_ROLE = re.compile(r",\s+(?P<own>an?|the|its|their|his|her|one of the|[A-Z]\w+['’]s)?\s*(?P<words>[a-z][\w'’ -]{2,80})")
_ROLE_BEFORE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|['’]s?) (?:[\w'’-]+ ){0,4}?([a-z]+)"
    r"(?: (?:for|of|at|in) [^,.;]{2,50})?, $"
)
_STOP = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "from",
        "with",
        "by",
        "on",
        "to",
        "who",
        "which",
        "that",
        "and",
        "or",
        "as",
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "said",
        "says",
    ]
)
_LOOSE = frozenset(
    [
        "monitor",
        "supporter",
        "critic",
        "opponent",
        "neighbour",
        "neighbor",
        "friend",
        "leader",
        "chair",
        "contractor",
        "merchant",
        "shipper",
        "source",
        "people",
        "guard",
        "speaker",
        "member",
        "trader",
        "figure",
        "person",
        "relative",
        "owner",
        "operator",
        "user",
        "partner",
        "voter",
        "head",
    ]
)
"""Nouns for people by which states, companies and towns are described as well."""


def described_people(page: Page) -> Iterable[Span]:
    """Names with a person's age, role or relative clause behind them: "Olha Hirnyk, who runs the clinic, said",
    "Yevhen, a train driver, saw it"."""
    places = {(e.start_char, e.end_char) for e in page.ents if e.label_ in {"GPE", "LOC", "FAC", "NORP"}}
    for match in NAME.finditer(page.text):
        start, end = match.start() + (match.group()[:1] in '"“'), match.end() - (match.group()[-1:] in '"”')
        words = page.text[start:end].split()
        while len(words) > 1 and ((t := page.token_at(start)) is None or t.is_lower or t.is_stop or is_rank(words[0])
                                  or words[0].lower() in PEOPLE):  # fmt: skip
            start = page.text.index(words[1], start + len(words[0]))
            words.pop(0)
        folded = {part for w in words for part in w.lower().split("-")}
        if not 1 <= len(words) <= 4 or folded & (ARMED_WORDS | MEDIA_NAMES | DEMONYMS | {"and", "of", "for", "the"}):
            continue
        name = page.text[start:end]
        if kind_by_words(name) is not None or any(map(body_kind, folded)) or words[-1].lower() in PEOPLE | TITLES:
            continue
        first = page.token_at(start)
        if first is not None and first.tag_ == "NNS":
            continue  # "Residents, a doctor and two officials"
        if re.search(r"\b[Tt]he $", page.text[:start][-4:]) or _POSSESSIVE.search(name) or name.isupper():
            continue
        place = (start, end) in places
        introduced = len(words) > 1 and not place and _introduced(page.text, start, end)
        if introduced or _is_person(page.text, end, len(words), place):
            yield Span(start, end)


def _introduced(text: str, start: int, end: int) -> bool:
    """True behind a role and a comma: "a rebel spokesman for the valley, Willy Ngoro, said"."""
    role = _ROLE_BEFORE.search(text[max(0, start - 90) : start])
    return role is not None and role[1].lower() in PEOPLE - _LOOSE and text[end : end + 1] in {",", "."}


def _is_person(text: str, end: int, size: int, place: bool) -> bool:
    """What stands behind is surely about a person; for a name that the parser takes for a place, an age or "a
    teacher" must stand there."""
    if _AGED.match(text, end) is not None:
        return True
    if size > 1 and not place and _WHO.match(text, end) is not None:
        return True
    role = _ROLE.match(text, end)
    if role is None:
        return False
    for word in role["words"].lower().split():
        if word in _STOP:
            return False
        if word in PEOPLE:
            own = (role["own"] or "") in {"a", "an"} and word not in _LOOSE
            return own or (size > 1 and not place)
    return False


def titled_people(text: str) -> Iterable[Span]:
    """Names of two words or more right behind a title or a role: "Gen. Maung Aye", "researcher Rafid al-Atwani"."""
    for match in NAME.finditer(text):
        words = match.group().strip('"“”').split()
        start = match.start() + (match.group()[:1] in '"“')
        lead = re.search(r"([\w-]+)\.?[ \u00a0]$", text[max(0, match.start() - 24) : match.start()])
        titled = lead is not None and _is_role(lead.group(1)) and lead.group(1)[:1].islower()
        while len(words) > 1 and (is_rank(words[0]) or words[0].lower() in PEOPLE):
            titled = True
            start = text.index(words[1], start + len(words[0]))
            words.pop(0)
        end = next((i for i, w in enumerate(words) if _POSSESSIVE.search(w)), len(words) - 1)
        words = words[: end + 1]
        name = _POSSESSIVE.sub("", " ".join(words))
        folded = {w.lower() for w in words}
        if not titled or len(words) < 2 or "and" in folded or "of" in folded or "for" in folded:
            continue
        if folded & (ARMED_WORDS | MEDIA_NAMES | DEMONYMS) or GOVERNMENT.search(name):
            continue
        if text.startswith(name, start):
            yield Span(start, start + len(name))


def _is_role(word: str) -> bool:
    return word.lower() in PEOPLE or is_rank(word)
