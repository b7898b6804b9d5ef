"""Numbers as contents word them, as the counts they leave room for when two of them are held against each other. Pure.

Wider than the words on purpose, so that no contradiction hangs on a rounding: "about 40" leaves room for 27 to 60, "a
few" for 2 to 10, "several" for 3 to 20, "dozens" for 20 to 99. "At least", "more than" and "so far" leave the top open,
"up to" the bottom. Nothing here is shown as a number; the wording is.
"""

import re
from dataclasses import dataclass

from according.vocabularies import NUMBER_WORDS

__all__ = ["MODIFIER", "NUMBER", "Interval", "below", "disjoint", "interval_of"]

_VAGUE: dict[str, tuple[float, float]] = {
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "a couple of": (2, 3),
    "a couple": (2, 3),
    "a handful of": (2, 10),
    "a handful": (2, 10),
    "a few": (2, 10),
    "several": (3, 20),
    "half a dozen": (5, 7),
    "a dozen": (10, 14),
    "dozens of": (20, 99),
    "dozens": (20, 99),
    "scores of": (30, 199),
    "scores": (30, 199),
    "hundreds of": (200, 999),
    "hundreds": (200, 999),
    "thousands of": (1_000, 9_999),
    "thousands": (1_000, 9_999),
}
_WORDS = "|".join(sorted((word for word in NUMBER_WORDS if word != "zero"), key=len, reverse=True))
_SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6}
_PLAIN = rf"(?:(?:\d[\d,]*\d|\d)|(?:{_WORDS})(?:[- ](?:{_WORDS}))*)(?: (?:{'|'.join(_SCALES)}))?"
_RANGE = rf"(?:between {_PLAIN} and {_PLAIN}|{_PLAIN} to {_PLAIN}|\d[\d,]*[-–]\d[\d,]*)"
NUMBER = rf"(?:{'|'.join(sorted(_VAGUE, key=len, reverse=True))}|{_RANGE}|{_PLAIN})"
"""A number in figures or words, as a part of a pattern that ignores case."""
_FLOOR = r"at least|more than|over|upwards? of|no fewer than|no less than|not less than|above|exceeding"
_CEILING = r"up to|as many as|at most|fewer than|less than|no more than|not more than|under|below"
_ABOUT = r"about|around|some|roughly|approximately|an estimated|estimated|nearly|almost|close to|near"
MODIFIER = rf"(?:{_FLOOR}|{_CEILING}|{_ABOUT}|only|just|another|all|exactly)"
"""What may stand before a number, as a part of a pattern."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The counts a wording leaves room for, both inclusive (`high` None: open), and the wording itself."""

    low: float
    high: float | None
    text: str


def interval_of(text: str, *, open_ended: bool = False) -> Interval | None:
    """What this number with what stands before it leaves room for; None where it is no number.

    open_ended: the words around it say that it may have grown or was cut short.
    """
    words = " ".join(text.lower().split())
    found = _room(words)
    if found is None:
        return None
    low: float = found[0]
    high: float | None = found[1]
    if re.search(rf"\b(?:{_FLOOR})\b", words):
        # "more than fifty" leaves room for fifty itself: reporters round
        high = None
    elif re.search(rf"\b(?:{_CEILING})\b", words):
        low = 0
    elif re.search(rf"\b(?:{_ABOUT})\b", words):
        low, high = low * 2 / 3, found[1] * 3 / 2
    return Interval(low, None if open_ended else high, " ".join(text.split()))


def disjoint(one: Interval, other: Interval) -> bool:
    """True when no number fits both."""
    return below(one, other) or below(other, one)


def below(one: Interval, other: Interval) -> bool:
    """True when every number that fits the first is smaller than any that fits the second."""
    return one.high is not None and one.high < other.low


def _room(words: str) -> tuple[float, float] | None:
    ends = re.fullmatch(rf".*?({_PLAIN})(?: and | to |(?<=\d)[-–](?=\d))({_PLAIN})", words)
    if ends and (low := _room(ends[1])) and (high := _room(ends[2])):
        return low[0], high[1]
    for vague in sorted(_VAGUE, key=len, reverse=True):
        if re.search(rf"\b{vague}\b", words):
            return _VAGUE[vague]
    scale = next((factor for word, factor in _SCALES.items() if re.search(rf"\b{word}\b", words)), 1.0)
    figure = re.search(r"\d[\d,]*", words)
    if figure:
        value = float(figure.group().replace(",", "")) * scale
        return value, value
    total = sum(NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", words) if word in NUMBER_WORDS)
    return (total * scale, total * scale) if total else None
