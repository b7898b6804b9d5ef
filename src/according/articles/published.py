"""Publication dates as headers and metadata write them. Nothing is guessed: no year, no date."""

import re
from datetime import date, datetime

__all__ = ["parse_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LEAD = r"^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?"
_TIME = r"(?:[\sT,|–-]+(?:at\s+)?\d{1,2}[:.]\d{2}.{0,30})?[\s.]*$"
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})" + _TIME, re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"{_LEAD}(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+({_MONTH})[.,]?[\s-]+(\d{{4}})" + _TIME, re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"{_LEAD}({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})" + _TIME, re.IGNORECASE)
_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4})" + _TIME)


def parse_date(value: object) -> date | None:
    """The day this header value names; None when it names none, or when day and month could be swapped."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    try:
        if match := _ISO.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.match(text):
            return date(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))
        if match := _MONTH_FIRST.match(text):
            return date(int(match[3]), _MONTHS[match[1].lower()], int(match[2]))
        if match := _SLASHED.match(text):
            first, second = int(match[1]), int(match[2])
            if first == second or first > 12:
                return date(int(match[3]), second, first)
            if second > 12:
                return date(int(match[3]), first, second)
    except ValueError:  # the 31st of February
        return None
    return None
