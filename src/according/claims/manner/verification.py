"""What the article says about whether a claim was checked, and which claims that covers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.claims.page import Page
from according.claims.statements.names.countries import country_of_adjective
from according.records import Span
from according.vocabularies import Verification

__all__ = ["Checked", "Note", "find_notes", "read_verification"]

_UNVERIFIED = re.compile(
    r"\b(?:(?:could|can|did|has|have|had|was|were|is|are)(?: not|n['’]t)(?: yet| immediately"
    r"| independently| been| be| able to| immediately be"
    r"| be independently| been independently| be immediately)*(?: independently)? (?:verif(?:y|ied)"
    r"|confirm(?:ed)?|corroborated?|authenticated?|substantiated?)"
    r"|(?:was|were|is|are)(?: not|n['’]t) (?:immediately )?(?:able"
    r"|possible) to (?:independently )?(?:verify|confirm|corroborate|authenticate)"
    r"|(?:was|were|is|are|been) unable to (?:independently )?(?:verify|confirm|corroborate|authenticate)"
    r"|(?:impossible|not possible) to (?:independently )?(?:verify|confirm|check|corroborate)"
    r"|(?:has|have|had) (?:been unable|not been able) to (?:independently )?(?:verify|confirm)"
    r"|no (?:independent|official|immediate)(?: independent| official)? (?:confirmation|verification|corroboration)"
    r"|(?:lack|absence) of (?:independent |official |any )?(?:confirmation|verification)"
    r"|(?:remain|remains|remained|are|is|were|was) (?:unverified|unconfirmed|uncorroborated)"
    r"|(?:neither|none|no part)\b[^.;:\n\"“”]{0,60}?\b(?:could|can|has|have|had|was|were|is|are)(?: yet| immediately"
    r"| independently| been| be)*(?: independently)? (?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?"
    r"|checked|substantiated?)"
    r"|(?:could|can)(?: not|n['’]t)(?: independently| immediately)? be(?: independently| immediately)? checked"
    r"|neither confirmed nor denied (?:it|this|that|the \w+)"
    r"|no (?:independent )?way (?:to|of) (?:independently )?(?:verify|verifying|confirm|confirming|check|checking)"
    r"|(?:unverified|unconfirmed|uncorroborated) (?:claims?|reports?|statements?|accounts?|footage"
    r"|videos?|images?|allegations?|information))",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"\b(?:(?:independently |has |have |had )*(?:verified|authenticated|corroborated|geolocated"
    r"|confirmed the authenticity of)) (?:the|its|their|this|that|these|those) "
    r"(?:statement|claims?|footage|videos?|images?|reports?|photos?|account|pictures?|authenticity)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:these|those|the|this|that|such|its|their|his|her|either|neither|both|all|any|none of the)(?: \w+)?"
    r" (?:claims?|reports?|accounts?|statements?|allegations?|assertions?|figures?|"
    r"numbers?|tolls?|information|details?|versions?|notes?|footage|videos?|images?)|\bit\b|\bthem\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(?:the|these|those|this|that|its|their|such|either|neither)(?: \w+)?"
    r" (?:figures?|numbers?|tolls?|count|estimates?)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\b(?:either|neither|both)(?: of the| the)?(?: \w+)? (?:accounts?|versions?|claims?|statements?"
                    r"|reports?|sides?)\b|\bneither (?:could|can|has|was|is)\b", re.IGNORECASE)  # fmt: skip
_ONE = re.compile(r"\b(?:verif|confirm|corroborat|substantiat|deni|check)\w+ (?:it|that|this)\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:the |that )?([A-Z][\w-]+)(?:['’]s?)? (?:accounts?|claims?|versions?|statements?|reports?|figures?|tolls?)\b"
)
_EVERY = re.compile(r"\b(?:none of|all of|any of|all) (?:the|these|those)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the article about checking: its words, its sentence, and what it says."""

    span: Span
    sentence: Span
    kind: Verification


@dataclass(frozen=True, slots=True)
class Checked:
    """What a note says of one claim."""

    verification: Verification
    span: Span | None


def find_notes(page: Page) -> list[Note]:
    """All remarks about checking, in text order; those inside quotations are the speaker's, not the article's."""
    found = []
    for kind, pattern in (("unverified", _UNVERIFIED), ("confirmed", _CONFIRMED)):
        for match in pattern.finditer(page.text):
            if page.quotation_of(match.start()):
                continue
            if kind == "confirmed" and re.search(
                r"\b(?:not|no|n['’]t|never|unable to|cannot)\b", page.text[max(0, match.start() - 25) : match.start()]
            ):
                continue
            found.append(Note(Span(match.start(), match.end()), page.sentence_of(match.start()), kind))  # type: ignore[arg-type]
    return sorted(found, key=lambda n: n.span)


_DENIED = re.compile(
    r"(?:(?:the|these|those|such|that|this|its|their|his|her|any|all|both|an?) )?(?:\w+ ){0,2}"
    r"(?:accusations?|charges?|claims?|allegations?|reports?|assertions?|statements?|accounts?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim stands, for finding the notes that cover it."""

    start: int
    end: int
    speaker: str
    listed: bool = False
    declined: bool = False
    denies: str | None = None
    """The content of a denial, verbatim; None for other claims."""
    accuses: bool = False
    told: str = ""
    """Who speaks, with role and body, in the article's words."""
    party: bool = False
    """True where a body speaks, or somebody for one: who can be a side."""


def read_verification(page: Page, claims: Sequence[Placed]) -> list[Checked]:
    """For each claim (in text order) what the article's notes say of it.

    A note covers the claims of its own sentence, else those before it in its paragraph, else the last paragraph's; and
    where a list by the same speaker goes on behind the note, that list too.
    """
    result: list[Checked] = [Checked("none", None)] * len(claims)
    for note in find_notes(page):
        for i in _covered(page, note, claims):
            if result[i].verification == "none":
                result[i] = Checked(note.kind, note.span)
    for i, claim in enumerate(claims):
        for j in _denied(page, i, claims):
            if result[j].verification == "none":
                result[j] = Checked("denied_by_other", Span(claim.start, claim.end))
    return result


def _denied(page: Page, i: int, claims: Sequence[Placed]) -> list[int]:
    """Claims that claim `i` denies: those it tells of, else the one before it when it denies "the accusation"."""
    denial = claims[i]
    if denial.denies is None:
        return []
    inside = [
        j for j, c in enumerate(claims)
        if j != i and denial.start <= c.start and c.end <= denial.end
        and c.speaker != denial.speaker and c.denies is None
    ]  # fmt: skip
    if inside:
        return inside
    if _DENIED.match(denial.denies) is None or len(denial.denies.split()) > 8:
        return []
    before = [
        j for j in range(i)
        if claims[j].end <= denial.start + 1 and claims[j].speaker != denial.speaker and not claims[j].declined
        and page.paragraph_of(denial.start) - page.paragraph_of(claims[j].end - 1) <= 1
    ]  # fmt: skip
    return [j for j in before if claims[j].accuses][-1:] or before[-1:]


def _covered(page: Page, note: Note, claims: Sequence[Placed]) -> list[int]:
    live = [i for i, c in enumerate(claims) if not c.declined]
    if re.match(r"(?:unverified|unconfirmed|uncorroborated) ", note.span.of(page.text), re.IGNORECASE):
        return [i for i in live if claims[i].start < note.sentence.end and claims[i].end > note.sentence.start]
    same = [
        i
        for i in live
        if claims[i].start < note.sentence.end and claims[i].end > note.sentence.start and not _holds(claims[i], note)
    ]
    if same and note.kind == "unverified" and not _BACK.search(note.sentence.of(page.text), 0):
        return same
    paragraph = page.paragraph_of(note.span.start)
    before = [i for i in live if claims[i].end <= note.sentence.start + 1]
    near = [i for i in before if page.paragraph_of(claims[i].end - 1) == paragraph]
    if not near:
        near = [i for i in before if paragraph - page.paragraph_of(claims[i].end - 1) == 1]
    if not near:
        return same
    last = claims[near[-1]].speaker
    words = note.sentence.of(page.text)
    if note.kind == "confirmed":
        near = [i for i in near if claims[i].speaker == last]
    elif _FIGURES.search(words):
        near = [i for i in near if _COUNTED.search(page.text, claims[i].start, claims[i].end)] or near
    elif _SIDES.search(words):
        near = _both_sides(page, before, near, claims)
    elif theirs := _WHOSE.search(words):
        near = _told_by(page, theirs.group(1), before, near, claims)
    elif _ONE.search(words):
        near = near[-1:]
    elif _EVERY.search(words):
        near = [i for i in before if paragraph - page.paragraph_of(claims[i].end - 1) <= 1]
    behind: list[int] = []
    for i in live:
        if claims[i].start < note.sentence.end:
            continue
        if not claims[i].listed and claims[i].speaker != last:
            break
        if claims[i].speaker == last and (claims[i].listed or behind):
            behind.append(i)
        else:
            break
    return near + behind


def _told_by(page: Page, word: str, before: list[int], near: list[int], claims: Sequence[Placed]) -> list[int]:
    """The claims of those whom the note names: "the Iranian account", "the army's version"."""
    paragraph = page.paragraph_of(claims[near[-1]].start)
    ours = {word, country_of_adjective(word) or word}
    found = [
        i for i in before
        if paragraph - page.paragraph_of(claims[i].end - 1) <= 2
        and ours & {w for t in re.findall(r"[\w-]+", claims[i].told) for w in (t, country_of_adjective(t), t + "s")}
    ]  # fmt: skip
    if not found:
        return near
    first = page.paragraph_of(claims[found[-1]].start)
    return [i for i in found if claims[i].speaker == claims[found[-1]].speaker
            and first - page.paragraph_of(claims[i].start) <= 1]  # fmt: skip


def _both_sides(page: Page, before: list[int], near: list[int], claims: Sequence[Placed]) -> list[int]:
    """The claims near, and where one side alone stands there, the last words of the other before it."""
    speakers = {claims[i].speaker for i in near}
    if len(speakers) > 1:
        return near
    paragraph = page.paragraph_of(claims[near[0]].start)
    for i in reversed(before):
        if paragraph - page.paragraph_of(claims[i].end - 1) > 2:
            break
        if claims[i].speaker not in speakers and claims[i].party:
            return [i, *near]
    return near


def _holds(claim: Placed, note: Note) -> bool:
    return claim.start <= note.span.start and note.span.end <= claim.end
