"""One reader a kind of date expression: from its words and the day of publication to a stretch of days."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from according.entities.date_words import AGO_WORDS, MONTH_NUMBERS, PARTS, WEEKDAY_NAMES, count_of, unit_name
from according.entities.periods import (
    SEASONS,
    UNRESOLVED,
    Period,
    day,
    days,
    month,
    season,
    shift,
    shifted_unit,
    third,
    unit_of,
    year,
)

__all__ = ["READERS", "part_of"]

_FUTURE = re.compile(
    r"\b(?:will|would|until|till|by|next|upcoming|coming|scheduled|planned|plans?|due|set to|expected|deadline|"
    r"expires?)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)

Reader = Callable[["re.Match[str]", "date | None", "date | None", str], "Period | None"]


def _future(text: str, match: re.Match[str]) -> bool:
    return bool(_FUTURE.search(text[max(0, match.start() - 70) : match.start()]))


def part_of(match: re.Match[str], group: str, whole: Period) -> Period:
    word = match[group]
    if not word:
        return whole
    return third(next(PARTS[w] for w in re.findall(r"[a-z]+", word.lower()) if w in PARTS), whole)


def _iso(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    y, m, d = (int(g) for g in match["iso"].split("-"))
    return day(date(y, m, d))


def _full(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    name = match["md_month"] or match["dm_month"]
    number = int(match["md_day"] or match["dm_day"])
    m = MONTH_NUMBERS[name.lower().rstrip(".")]
    written = match["md_year"] or match["dm_year"]
    relative = (match["md_rel"] or match["dm_rel"] or "").lower()
    y = _year_for(m, number, written, relative, published, _future(text, match))
    if y is None:
        date(2000, m, number)  # an impossible day raises here too
        return UNRESOLVED
    first = date(y, m, number)
    last_day = match["md_to"]
    return days(first, date(y, m, int(last_day))) if last_day else day(first)


def _month(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    m = MONTH_NUMBERS[match["m_month"].lower().rstrip(".")]
    relative = (match["m_rel"] or match["m_which"] or "").lower()
    y = _year_for(m, 1, match["m_year"], relative, published, _future(text, match))
    return UNRESOLVED if y is None else part_of(match, "m_part", month(y, m))


def _year_for(m: int, d: int, written: str | None, relative: str, published: date | None, future: bool) -> int | None:
    if written:
        return int(written)
    if published is None:
        return None
    if relative:
        if relative.startswith(("last", "the previous")) and "year" not in relative:  # "last November"
            return published.year if m < published.month else published.year - 1
        if relative.startswith("next") and "year" not in relative:
            return published.year if m > published.month else published.year + 1
        return published.year + (
            -1 if relative.startswith(("last", "the prev")) else 1 if relative.startswith("next") else 0
        )
    ahead = (m, d) > (published.month, published.day) if d > 1 else m > published.month
    if ahead:
        return published.year if future else published.year - 1
    behind = m < published.month
    return published.year + 1 if future and behind else published.year


def _bare_year(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    whole = year(int(match["y_year"]))
    return part_of(match, "y_part", whole)


def _span_of_year(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    y = int(match["h_year"])
    word = match["h_part"].lower()
    first, length = {
        "first half": (1, 6),
        "second half": (7, 6),
        "first quarter": (1, 3),
        "second quarter": (4, 3),
        "third quarter": (7, 3),
        "fourth quarter": (10, 3),
        "last quarter": (10, 3),
    }.get(word, (0, 0))
    if not length:
        part = "late" if word in ("end", "close") else "mid" if word == "middle" else "early"
        return third(part, year(y))
    end = month(y, first + length - 1)
    return Period(date(y, first, 1), end.end, f"{y}-{first:02}/{end.edtf}")


def _decade(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    return part_of(match, "d_part", unit_of("decade", date(int(match["d_year"]), 1, 1)))


def _season(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period | None:
    name = match["s_name"].lower()
    if match["s_year"]:
        return season(name, int(match["s_year"]))
    which = (match["s_which"] or "").lower()
    if not which:
        return None
    if published is None:
        return UNRESOLVED
    current = season(name, published.year)
    if which == "last" and current.end is not None and current.end >= published:
        return season(name, published.year - 1)
    if which == "next" and current.start is not None and current.start <= published:
        return season(name, published.year + 1)
    return current if SEASONS[name] != 24 else current.approximately()


def _near_day(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    if published is None:
        return UNRESOLVED
    word = match["near"].lower()
    if word == "overnight":
        return days(published - timedelta(days=1), published)
    if word.startswith("last night") or "yesterday" in word:
        return day(published - timedelta(days=1))
    return day(published + timedelta(days=1 if "tomorrow" in word else 0))


def _weekday(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    if published is None:
        return UNRESOLVED
    wanted = WEEKDAY_NAMES[match["w_day"].lower()[:3]]
    which = (match["w_which"] or "").lower()
    back = (published.weekday() - wanted) % 7
    if which == "next" or (not which and _future(text, match)):
        return day(published + timedelta(days=7 - back))
    if which == "last" and back == 0:
        back = 7
    return day(published - timedelta(days=back))


def _relative_unit(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    if published is None:
        return UNRESOLVED
    unit = unit_name(match["u_unit"])
    which = match["u_which"].lower()
    count = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which.split()[-1], 0)
    whole = shifted_unit(unit, published, count)
    part = (match["u_part"] or "").lower()
    if count == 0 and part.startswith("earlier") and whole.start:
        return days(whole.start, published)
    if count == 0 and part.startswith("later") and whole.end:
        return days(published, whole.end)
    if part and unit in ("month", "year"):
        return part_of(match, "u_part", whole)
    return whole


def _past_span(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    if published is None:
        return UNRESOLVED
    unit = unit_name(match["p_unit"])
    which = match["p_which"].lower()
    if which.endswith("recent"):
        if unit in ("year", "decade"):
            return Period(None, published, f"../{published.isoformat()}")
        # the most the words can mean in a report: two weeks, a quarter, a year
        most = {
            "day": timedelta(days=14),
            "week": timedelta(weeks=13),
            "month": timedelta(days=365),
            "hour": timedelta(days=2),
        }[unit]
        return days(published - most, published).approximately()
    low, high = count_of(match["p_count"] or "one")
    if unit == "hour":
        unit, low, high = "day", max(1, -(-low // 24)), max(1, -(-high // 24))
    if which.endswith(("next", "coming")):
        return days(published, shift(unit, published, high))
    period = days(shift(unit, published, -high), published)
    return period if low == high else period.approximately()


def _ago(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    unit = unit_name(match["a_unit"])
    low, high = count_of(match["a_count"])
    word = match["a_word"].lower()
    anchor = published if word in AGO_WORDS else last
    if anchor is None:
        return UNRESOLVED
    sign = 1 if word in ("later", "after") else -1
    if low != high:
        ends = sorted((shift(unit, anchor, sign * low), shift(unit, anchor, sign * high)))
        return days(*ends).approximately()
    there = shift(unit, anchor, sign * low)
    if unit == "day":
        return day(there)
    if unit in ("week", "fortnight"):
        return days(there - timedelta(days=3), there + timedelta(days=3)).approximately()
    if unit == "month":
        return unit_of("month", there).approximately()
    return unit_of("year", there).approximately() if unit == "year" else unit_of("decade", there)


def _duration(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    # "has been at war for eight months" is measured from publication; "fought for eight months" from nothing known
    if published is None or not re.search(
        r"\b(?:has|have|been)\b[^.;]*$", text[max(0, match.start() - 80) : match.start()]
    ):
        return UNRESOLVED
    unit = unit_name(match["l_unit"])
    low, high = count_of(match["l_count"])
    return days(shift(unit, published, -high), shift(unit, published, -low)).approximately()


def _anchored(match: re.Match[str], published: date | None, last: date | None, text: str) -> Period:
    if last is None:
        return UNRESOLVED
    word = match["anchored"].lower()
    if "same" in word:
        return day(last)
    return day(last + timedelta(days=1 if any(w in word for w in ("after", "next", "following")) else -1))


READERS: dict[str, Reader] = {
    "iso": _iso,
    "full": _full,
    "month": _month,
    "bare_year": _bare_year,
    "span_of_year": _span_of_year,
    "decade": _decade,
    "season": _season,
    "near": _near_day,
    "weekday": _weekday,
    "relative_unit": _relative_unit,
    "past_span": _past_span,
    "ago": _ago,
    "duration": _duration,
    "anchored": _anchored,
}
