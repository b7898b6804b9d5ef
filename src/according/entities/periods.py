"""Stretches of days, and the calendar arithmetic behind worded dates. Bounds are inclusive days; nothing is imputed."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

__all__ = ["Period", "add_months", "day", "month", "season", "shifted_unit", "third", "unit_of", "year"]

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF codes for seasons that name no hemisphere (Library of Congress, EDTF level 1)."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, inclusive, None when open or unknown; `edtf` writes the same (None when unresolved)."""

    start: date | None
    end: date | None
    edtf: str | None

    @property
    def is_day(self) -> bool:
        """Exactly one known day."""
        return self.start is not None and self.start == self.end

    def approximately(self) -> "Period":
        """The same days, said to be approximate."""
        if self.edtf is None or self.edtf.endswith("~"):
            return self
        return replace(self, edtf="/".join(p if p in ("..", "") else f"{p}~" for p in self.edtf.split("/")))


UNRESOLVED = Period(None, None, None)


def day(value: date) -> Period:
    """One day."""
    return Period(value, value, value.isoformat())


def days(start: date, end: date) -> Period:
    """The days from one to another, inclusive."""
    return day(start) if start == end else Period(start, end, f"{start.isoformat()}/{end.isoformat()}")


def month(y: int, m: int) -> Period:
    """One calendar month."""
    return Period(date(y, m, 1), date(y, m, calendar.monthrange(y, m)[1]), f"{y:04}-{m:02}")


def year(y: int) -> Period:
    """One calendar year."""
    return Period(date(y, 1, 1), date(y, 12, 31), f"{y:04}")


def season(name: str, y: int) -> Period:
    """A season of the northern hemisphere's calendar; a winter may be either that touches the year, so both count."""
    code = SEASONS[name]
    if code == 24:
        return Period(date(y - 1, 12, 1), month(y + 1, 2).end, f"{y:04}-24")
    first = {21: 3, 22: 6, 23: 9}[code]
    return Period(date(y, first, 1), month(y, first + 2).end, f"{y:04}-{code}")


def add_months(value: date, count: int) -> date:
    """The same day so many months on, or the month's last where that day does not exist."""
    index = value.year * 12 + value.month - 1 + count
    y, m = divmod(index, 12)
    return date(y, m + 1, min(value.day, calendar.monthrange(y, m + 1)[1]))


def third(part: str, whole: Period) -> Period:
    """ "early", "mid" or "late" of a month or year: the half it can at most mean, marked approximate."""
    if whole.start is None or whole.end is None:
        return whole
    length = (whole.end - whole.start).days
    low, high = {"early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0)}[part]
    start = whole.start + timedelta(days=round(length * low))
    end = whole.start + timedelta(days=round(length * high))
    return days(start, end).approximately()


def unit_of(unit: str, value: date) -> Period:
    """The calendar day, week (Monday to Sunday), weekend, month or year that a day lies in."""
    if unit == "day":
        return day(value)
    if unit == "week":
        monday = value - timedelta(days=value.weekday())
        return days(monday, monday + timedelta(days=6))
    if unit == "weekend":
        saturday = value - timedelta(days=value.weekday()) + timedelta(days=5)
        return days(saturday, saturday + timedelta(days=1))
    if unit == "month":
        return month(value.year, value.month)
    if unit == "decade":
        return Period(
            date(value.year // 10 * 10, 1, 1), date(value.year // 10 * 10 + 9, 12, 31), f"{value.year // 10}X"
        )
    return year(value.year)


def shifted_unit(unit: str, value: date, count: int) -> Period:
    """The calendar unit so many units before (negative) or after the one a day lies in."""
    return unit_of(unit, shift(unit, value, count))


def shift(unit: str, value: date, count: int) -> date:
    """A day moved by so many units; OverflowError or ValueError beyond the calendar."""
    if unit in ("week", "weekend", "fortnight"):
        return value + timedelta(days=(14 if unit == "fortnight" else 7) * count)
    if unit == "day":
        return value + timedelta(days=count)
    return add_months(value, count * {"month": 1, "year": 12, "decade": 120}[unit])
