"""Where and when the events of a content happened, as far as its article shows: what two contents must share. Pure.

A content is about the places its own sentence names, else about those of its paragraph and its article's top; regions
and countries are too wide to tell events apart, and a dateline is where the reporter sat. Named ships are places of a
kind.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from according.knowledge.search import fold
from according.records import Article, Extraction, Linking, Span

__all__ = ["Scene", "scenes"]

WIDE_KM = 100.0
"""Radius from which a place holds many events at once."""
SMALL_KM = 5.0
OPENING = 900
"""Characters at the top in which an article says what it is about."""
ABOUT_DAYS = 30
_DAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY = re.compile(rf"\b(?P<last>last )?(?P<day>{'|'.join(_DAYS)})\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?P<word>today|yesterday|overnight|this morning|last night)\b", re.IGNORECASE)
_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{'|'.join(_MONTHS)})|"
    rf"(?P<m2>{'|'.join(_MONTHS)}) (?P<d2>\d{{1,2}})\b)(?!:)",
    re.IGNORECASE,
)
_VESSEL = re.compile(
    r"\b(?:[Ss]hips?|[Vv]essels?|[Tt]ankers?|[Cc]arriers?|[Ff]reighters?|[Ss]upramax|[Bb]ulkers?|[Tt]rawlers?|"
    r"[Ff]rigates?|\w+-flagged|MV|M/V|MT)"
    r"(?: (?:is|was|the|named|called|identified as))* [\"“']?(?P<name>(?:[A-Z][\w'’-]+)(?: (?:[A-Z][\w'’-]+|[IVX]+|"
    r"\d+)){0,2})"
)
_FLAG = re.compile(r"^(?:[\w-]+-(?:flagged|owned|operated|registered) ?)+")
_UNIT = re.compile(
    r"^(?:the )?(?:town|city|village|district|port) of | (?:territory|district|county|town|city|village)$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:from|towards?)\b[^,.;:]{0,30}$", re.IGNORECASE)
_RULERS = re.compile(
    r"(?:['’]s)? (?:regime|government|authorities|administration|officials|coalition|command)\b", re.IGNORECASE
)
"""After a capital: who rules there, not where it happened."""
_END = re.compile(r"[.!?][\"”’']?(?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Scene:
    """Folded names of places (and ships), whether the content's own sentence names them, and days of the event.

    `small` are those of the places in which not much happens on one day: villages, small towns, ships.
    """

    where: frozenset[str]
    own: bool
    days: frozenset[date]
    small: frozenset[str]


def scenes(article: Article, found: Extraction, linking: Linking) -> dict[str, Scene]:
    """The scene of each claim, by its id."""
    text = article.text
    placed = _places(article, found, linking)
    villages = {p.id for p in linking.places if not p.area and p.radius_km <= SMALL_KM}
    small = {fold(link.name) for link in linking.links if link.entity in villages}
    ships = {
        fold(surface): [m.start() for m in re.finditer(re.escape(surface), text)]
        for surface in {_FLAG.sub("", m["name"]) for m in _VESSEL.finditer(text)} - {""}
    }
    opening = min(OPENING, len(text))
    at_top = {name for at, name in placed if at < opening}
    # the places of the top that come up again, or else the first ones named
    often = {name for name in at_top if sum(1 for _, other in placed if other == name) > 1}
    first = [name for at, name in placed if at < opening]
    about = frozenset((often or set(first[:3])) | set(first[:1]) | ships.keys())
    days_at_top = _recent(_days(text[:opening], article.published), article.published)
    made: dict[str, Scene] = {}
    for claim in found.claims:
        spans = [_sentence(text, span) for span in claim.content]
        own = {name for at, name in placed if any(span.start <= at < span.end for span in spans)}
        own |= {name for name, places in ships.items() if any(s.start <= at < s.end for at in places for s in spans)}
        days = frozenset().union(*(_days(span.of(text), article.published) for span in spans))
        around = _paragraph(text, spans[0])
        beside = {name for at, name in placed if around.start <= at < around.end} if not own else set()
        where = frozenset(own or about | beside)
        made[claim.id] = Scene(where, bool(own), days or days_at_top, where & (small | ships.keys()))
    return made


def _places(article: Article, found: Extraction, linking: Linking) -> list[tuple[int, str]]:
    """Where each narrow place is named, under every name it goes by here."""
    by_id = {place.id: place for place in linking.places}
    of_name = {link.name: by_id[link.entity] for link in linking.links if link.entity in by_id}
    wide = {name for name, place in of_name.items() if place.radius_km > WIDE_KM or place.precision > 5}
    names: set[str] = set()
    for mention in found.mentions:
        if mention.kind == "place" and mention.name not in wide and not _dateline(article.text, mention.span):
            names |= {mention.surface, mention.name}
    names |= {_UNIT.sub("", name) for name in names}
    names -= {"", *wide, *(voice.name for claim in found.claims for voice in claim.chain)}
    text = article.text
    pieces = []
    for name in sorted(names):
        folded = fold(name)
        if len(folded) < 3 or name.isupper():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            before = text[max(0, match.start() - 45) : match.start()]
            if not _ELSEWHERE.search(before) and not _RULERS.match(text, match.end()):
                pieces.append((match.start(), folded))
    return sorted(pieces)


def _dateline(text: str, span: Span) -> bool:
    """A place in capitals, or at the head of a line and followed by a dash or a date, is where the report was filed."""
    surface = span.of(text)
    if surface.isupper() and len(surface) > 3:
        return True
    line = text.rfind("\n", 0, span.start) + 1
    ends = text[span.end : span.end + 60]
    return (
        span.start - line < 40
        and bool(re.match(r"[^.\n]{0,45}?(?:\((?:\w+ ?){1,3}\)| [-–—] )", ends))
        and not text[line : span.start].islower()
    )


def _sentence(text: str, span: Span) -> Span:
    start = 0
    for match in _END.finditer(text, max(0, span.start - 600), span.start):
        start = match.end()
    start = start or max(0, text.rfind("\n", 0, span.start) + 1)
    after = _END.search(text, max(span.start, span.end - 1))
    return Span(start, max(span.end, after.end() if after else len(text)))


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start + 1) + 1, end if end > 0 else len(text))


def _recent(days: frozenset[date], published: date | None) -> frozenset[date]:
    """Of the days an article opens with, those it can be about: anniversaries and earlier events are older."""
    return frozenset(day for day in days if published is not None and (published - day).days <= ABOUT_DAYS)


def _days(text: str, published: date | None) -> frozenset[date]:
    """Exact days that weekdays, dates and words like "yesterday" mean in a report of this day."""
    if published is None:
        return frozenset()
    found: set[date] = set()
    for match in _DAY.finditer(text):
        back = (published.weekday() - _DAYS[match["day"].lower()]) % 7
        found.add(published - timedelta(days=back or (7 if match["last"] else 0)))
    for match in _RELATIVE.finditer(text):
        found.add(published - timedelta(days=match["word"].lower() in ("yesterday", "last night")))
    for match in _DATE.finditer(text):
        month = _MONTHS.index((match["m"] or match["m2"]).lower()) + 1
        for year in (published.year, published.year - 1):
            try:
                day = date(year, month, int(match["d"] or match["d2"]))
            except ValueError:
                break
            if day <= published:
                found.add(day)
                break
    return frozenset(found)
