"""Numbers as worded, with the interval the words allow.

Exact numbers are points; "at least", "more than", "over" leave the top open, "up to", "fewer than" the bottom.
Vague words follow plain dictionary sense, as floors that impute nothing: "dozens" is at least 24 and below a hundred,
"hundreds" 200 to 999, "thousands" 2,000 to 9,999, "tens of thousands" 20,000 to 99,999; "a couple" 2; "several" and
"a few" at least 3 with an open top; "a dozen" 12; "scores" 40 to 199. No midpoint is ever taken.
"""

import re
from typing import Any

from according.claims.statements.syntax.phrases import prepositional
from according.records import Quantity
from according.vocabularies import NUMBER_WORDS

__all__ = ["interval", "quantity_of"]

Token = Any

_VAGUE: dict[str, tuple[float, float | None]] = {
    "couple": (2, 2),
    "pair": (2, 2),
    "few": (3, None),
    "several": (3, None),
    "many": (3, None),
    "dozen": (12, 12),
    "dozens": (24, 99),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_FLOOR = re.compile(r"\b(at least|more than|over|upwards? of|no fewer than|not less than|above|exceeding)\b")
_CEILING = re.compile(r"\b(at most|up to|fewer than|less than|no more than|under|below|nearly|almost)\b")
_ABOUT = re.compile(r"\b(about|around|some|roughly|approximately|estimated)\b")


def interval(text: str) -> tuple[float | None, float | None] | None:
    """Lowest and highest count the wording allows, None for an open end; None when it names no number."""
    words = text.lower()
    value = _value(words)
    if value is None:
        for vague in sorted(_VAGUE, key=len, reverse=True):
            if re.search(rf"\b{vague}\b", words):
                low, high = _VAGUE[vague]
                if _FLOOR.search(words):
                    return low, None
                return (None, high) if _CEILING.search(words) and high is not None else (low, high)
        return None
    if _FLOOR.search(words):
        strict = not re.search(r"at least|no fewer|not less|upward", words)
        return value + (1 if strict and value == int(value) else 0), None
    if _CEILING.search(words):
        return None, value
    if _ABOUT.search(words):
        return None, None
    return value, value


def _value(words: str) -> float | None:
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    scale = next((factor for word, factor in _SCALES.items() if re.search(rf"\b{word}\b", words)), 1.0)
    if figure:
        return float(figure.group().replace(",", "").rstrip(".")) * scale
    total = None
    for word in re.findall(r"[a-z]+", words):
        if word in NUMBER_WORDS and not (word == "one" and total is None and "one of" in words):
            total = (total or 0) + NUMBER_WORDS[word]
    if total is None:
        return None
    if re.search(r"\bdozen\b", words):
        return total * 12.0
    return total * scale


def quantity_of(head: Token) -> Quantity | None:
    """The quantity in front of a noun ("at least two", "dozens of"); None when the phrase counts nothing."""
    tokens = []
    for child in head.lefts:
        if child.dep_ in ("nummod", "quantmod") or child.lower_ in ("several", "few", "many", "dozen", "dozens"):
            tokens.extend(child.subtree)
    if not tokens and head.dep_ == "pobj" and head.head.lower_ == "of":
        counter = head.head.head
        if interval(counter.text) is not None:
            tokens = [t for t in counter.subtree if t.i < head.head.i]
    if not tokens:
        return None
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    text = head.doc[first : last + 1].text
    bounds = interval(text)
    if bounds is None:
        return None
    unit = next(prepositional(head, "of"), None) if head.lower_ in ("tons", "tonnes", "kg") else None
    return Quantity(text, bounds[0], bounds[1], unit.text if unit is not None else None)
