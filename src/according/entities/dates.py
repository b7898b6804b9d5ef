"""Worded dates of news prose, resolved against the day of publication to four bounds and EDTF. Nothing is imputed.

"last month" is that month, never its middle; what cannot be resolved keeps its wording and has no bounds.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from according.entities.date_readers import READERS, part_of
from according.entities.date_words import DAY_NAMES, FULL_DATE, MONTH_NUMBERS
from according.entities.periods import UNRESOLVED, Period, day, month
from according.records import Span, Time

__all__ = ["find_times"]

_TRIGGER = re.compile(
    r"\b(?:(?:1[89]|20)\d\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:" + DAY_NAMES + r")|"
    r"JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|"
    r"[Ss]ame day|weeks?\b|weekends?\b|fortnights?\b|months?\b|years?\b|decades?\b|days?\b|nights?\b|hours\b|"
    r"morning\b|afternoon\b|evening\b|"
    r"[Ss]pring\b|[Ss]ummer\b|[Aa]utumn\b|[Ff]all\b|[Ww]inter\b)"
)
"""Words without one of which there is no date; the full pattern, which is slow, reads only what stands near them."""
_NEAR = 45
_BEFORE = re.compile(
    r"\b(?P<op>(?:ever )?since|starting(?: (?:in|on|from))?|beginning (?:in|on)|from|as of|after|following|"
    r"in the wake of|until|till|up to|through|by|before|prior to|ahead of|between|"
    r"for(?: (?:the|at least|more than|over|nearly|almost|about))?)"
    r"(?: (?:the|at least|around|about))?\s+$",
    re.IGNORECASE,
)
_EVENT_NOUN = re.compile(
    r"\s(?:[\w'’-]+\s){0,3}?(?:offensive|war|invasion|coup|uprising|revolution|attacks?|massacre|takeover|elections?|"
    r"ceasefire|truce|agreement|accord|deal|referendum|protests?|withdrawal|conflict|fall|collapse|campaign|strikes?)\b"
)
_LISTED = re.compile(r",\s*|,?\s+(?:and|or|then)\s+(?:in\s+)?")
_JOIN = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*(?:the\s+)?", re.IGNORECASE)


def find_times(text: str, published: date | None) -> list[Time]:
    """Time expressions in text order, without overlaps, each with its span and wording.

    An expression that names no year or day of its own is read against `published`: months, days and weekdays as the
    last such before it, unless the words before speak of the future. Without `published` it has wording only.
    """
    found = _atoms(text, published)
    times: list[Time] = []
    skip = -1
    for index, (span, period) in enumerate(found):
        if index <= skip:
            continue
        merged = _range(text, found, index)
        if merged is not None:
            times.append(merged)
            skip = index + 1
            continue
        times.append(_with_operator(text, span, period, published))
    return times


def _atoms(text: str, published: date | None) -> list[tuple[Span, Period]]:
    found: list[tuple[re.Match[str], Period]] = []
    last_day: date | None = None
    said: dict[tuple[int, int], int] = {}
    for match in _matches(text):
        kind = match.lastgroup or ""
        if kind in ("month", "bare_year") and not _is_date(text, match, kind):
            continue
        try:
            period = READERS[kind](match, published, last_day, text)
        except (ValueError, OverflowError):
            period = UNRESOLVED  # 30 February: the words stay, the bounds do not
        if period is None:
            continue
        if kind == "full" and period.is_day and period.start:
            if match["md_year"] or match["dm_year"]:
                said[period.start.month, period.start.day] = period.start.year
            elif (y := said.get((period.start.month, period.start.day))) is not None:
                period = day(period.start.replace(year=y))  # "Oct. 7, 2023 … the October 7 attack"
        if period.is_day:
            last_day = period.start
        found.append((match, period))
    return [(Span(*match.span()), period) for match, period in _years_shared(text, found)]


def _matches(text: str) -> Iterator[re.Match[str]]:
    start = end = 0
    for trigger in _TRIGGER.finditer(text):
        left, right = max(0, trigger.start() - _NEAR), trigger.end() + _NEAR
        if left > end:
            yield from _whole(text, start, end)
            start = left
        end = right
    yield from _whole(text, start, min(end, len(text)))


def _whole(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while start and text[start - 1].isalnum():  # a window begins and ends between words
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    if end > start:
        yield from FULL_DATE.finditer(text, start, end)


def _years_shared(text: str, found: list[tuple[re.Match[str], Period]]) -> list[tuple[re.Match[str], Period]]:
    # "in January, April and October 2024": the year said last holds for the whole list
    for i in range(len(found) - 2, -1, -1):
        (a, period), (b, following) = found[i], found[i + 1]
        if a.lastgroup != "month" or b.lastgroup != "month" or a["m_year"] or a["m_rel"] or a["m_which"]:
            continue
        shares = _LISTED.fullmatch(text[a.end() : b.start()]) and following.start
        if shares and following.start and (b["m_year"] or (period.start and period.start.year != following.start.year)):
            if not _said(text, found, i + 1):
                continue
            m = MONTH_NUMBERS[a["m_month"].lower().rstrip(".")]
            found[i] = (a, part_of(a, "m_part", month(following.start.year, m)))
    return found


def _said(text: str, found: list[tuple[re.Match[str], Period]], index: int) -> bool:
    """Whether the year of this month, or of the list it is in, was said and not taken from publication."""
    match = found[index][0]
    if match["m_year"]:
        return True
    if index + 1 >= len(found) or found[index + 1][0].lastgroup != "month":
        return False
    gap = text[match.end() : found[index + 1][0].start()]
    return bool(_LISTED.fullmatch(gap)) and _said(text, found, index + 1)


def _is_date(text: str, match: re.Match[str], kind: str) -> bool:
    word = match[0]
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
    if kind == "month":
        if match["m_part"] or match["m_which"] or match["m_year"] or match["m_rel"]:
            return match["m_month"][0].isupper()
        if word.lower() in ("may", "march", "mar", "august", "sun", "sat") or len(word) <= 3:
            return (
                bool(
                    re.search(
                        r"\b(?:in|of|since|until|till|by|from|between|and|to|last|this|next|early|late|mid|during|"
                        r"through|before|after)[\s-]+$",
                        before,
                        re.IGNORECASE,
                    )
                )
                and word[0].isupper()
            )
        return word[0].isupper()
    if re.search(r"\b(?:1[89]|20)\d\d[-–]$", before) or re.match(r"[-–](?:1[89]|20)\d\d\b", after):
        return True
    if re.search(r"[\w$€£#№-]$", before) or re.match(r"[-–]?\w|[.,]\d|%", after):
        return False
    if re.search(
        r"\b(?:in|of|since|until|till|by|from|between|to|during|through|before|after|late|early|mid|end|around|"
        r"year|spring|summer|autumn|winter|following|and|the|or)[\s-]+(?:the\s+)?$",
        before,
        re.IGNORECASE,
    ):
        # "the 2000 soldiers" and "of 1950 people" are counts, "the 2014 offensive" is a year
        return not re.match(
            r"\s(?:people|soldiers|men|fighters|troops|civilians|families|houses|homes|km|tons?|tonnes|others)\b", after
        )
    return bool(re.match(r"[,.;:)]|\s*$", after)) and bool(re.search(r"[,(]\s*$|^\s*$", before))


def _with_operator(text: str, span: Span, period: Period, published: date | None) -> Time:
    before = _BEFORE.search(text[max(0, span.start - 40) : span.start])
    if before is None:
        return _time(text, span, period)
    op = before["op"].lower()
    if op.startswith("for"):
        return _lasting(text, span, period, op, published)
    start = span.start - (len(before[0]))
    if op in ("by", "through", "between") and period.edtf is None:
        return _time(text, span, period)
    wide = Span(start, span.end)
    if op in ("after", "following", "in the wake of", "since", "ever since", "before", "prior to"):
        noun = _EVENT_NOUN.match(text, span.end) if before[0].rstrip().lower().endswith(" the") else None
        if noun:
            wide = Span(start, noun.end())
    if op in ("since", "ever since", "as of") or op.startswith(("starting", "beginning")):
        edtf = f"{_first(period)}/.." if period.edtf else None
        return Time(
            wide.of(text), edtf, period.start, period.end, published if period.edtf else None, None, True, False, wide
        )
    if op in ("after", "following", "in the wake of"):
        edtf = f"{_first(period)}/.." if period.edtf else None
        return Time(wide.of(text), edtf, period.start, None, period.start, None, False, False, wide)
    if op in ("until", "till", "up to"):
        edtf = f"../{_last(period)}" if period.edtf else None
        return Time(wide.of(text), edtf, None, None, period.start, period.end, False, True, wide)
    if op in ("by", "before", "prior to", "ahead of"):
        end = period.end
        if op != "by" and period.start is not None:
            end = period.end if wide.end > span.end else period.start - timedelta(days=1)
        edtf = f"../{_last(period) if op == 'by' or end is None else end.isoformat()}" if period.edtf else None
        return Time(wide.of(text), edtf, None, end, None, end, False, False, wide)
    return _time(text, span, period)


_LENGTH = re.compile(
    r"(?:the )?(?:past|last) |.*(?:days|weeks|months|years|decades|day|week|month|year|decade)$", re.IGNORECASE
)


def _lasting(text: str, span: Span, period: Period, op: str, published: date | None) -> Time:
    """ "for eight months": a state that began about so long before publication and still holds."""
    worded = span.of(text).lower()
    if period.edtf is None or published is None or not _LENGTH.match(worded):
        return _time(text, span, period)
    latest = period.start if re.match(r"(?:the )?(?:past|last) ", worded) else period.end
    words = f"{op} {worded}"
    longer = any(w in words for w in ("more than", "over ", "at least"))
    shorter = any(w in words for w in ("nearly", "almost", "less than", "under ", "up to"))
    edtf = f"../{published.isoformat()}" if longer else f"{_first(period)}/.."
    return Time(
        span.of(text),
        edtf,
        None if longer else period.start,
        None if shorter else latest,
        published,
        None,
        True,
        False,
        span,
    )


def _range(text: str, found: list[tuple[Span, Period]], index: int) -> Time | None:
    if index + 1 >= len(found):
        return None
    (left, a), (right, b) = found[index], found[index + 1]
    gap = text[left.end : right.start]
    join = _JOIN.fullmatch(gap)
    if join is None:
        return None
    before = re.search(
        r"\b(between|from)(?: (?:the|early|late|mid))?\s+$", text[max(0, left.start - 24) : left.start], re.IGNORECASE
    )
    word = gap.strip().lower()
    if word.startswith("and") and not (before and before[1].lower() == "between"):
        return None
    if not before and word not in ("-", "–", "—", "to", "until", "through"):
        return None
    start = left.start - len(before[0]) if before else left.start
    span = Span(start, right.end)
    if a.edtf is None or b.edtf is None:
        return Time(span.of(text), span=span)
    a = _same_year(a, b)
    if a.start is None or b.end is None or a.start > b.end:
        return Time(span.of(text), span=span)
    within = before is not None and before[1].lower() == "between"
    edtf = f"{_first(a)}/{_last(b)}"
    if within:  # something that lies between the two, at some time
        return Time(span.of(text), edtf, a.start, b.end, a.start, b.end, False, False, span)
    return Time(span.of(text), edtf, a.start, a.end, b.start, b.end, True, True, span)


def _same_year(a: Period, b: Period) -> Period:
    # "between March and May 2023": the first month takes the second's year, which was said
    if a.start and b.start and a.start.year != b.start.year and a.edtf and len(a.edtf) == 7 and a.start > b.start:
        y = b.start.year if a.start.month <= b.start.month else b.start.year - 1
        return month(y, a.start.month)
    return a


def _first(period: Period) -> str:
    return (period.edtf or "").split("/")[0]


def _last(period: Period) -> str:
    return (period.edtf or "").split("/")[-1]


def _time(text: str, span: Span, period: Period) -> Time:
    return Time(span.of(text), period.edtf, period.start, period.end, period.start, period.end, False, False, span)
