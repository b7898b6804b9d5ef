"""Positions told in plain words: neutral, silent, absent, joining in, for de-escalation; with "not" they turn over."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["POSITIONS", "Position", "Worded", "worded_positions"]

Position = Literal[
    "join",
    "support",
    "agree",
    "neutral",
    "silent",
    "absent",
    "deescalate",
    "call",
    "condemn",
    "reject",
    "deny",
    "doubt",
    "threaten",
    "declined",
]
POSITIONS: tuple[Position, ...] = get_args(Position)

_WORDS: tuple[tuple[Position, re.Pattern[str]], ...] = (
    (
        "neutral",
        re.compile(
            r"\b(?:neutral(?:ity)?|impartial|stay(?:ed|ing|s)? out of|on the sidelines?|not take sides)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "silent",
        re.compile(
            r"\b(?:(?:remain|stay|keep|kept)\w* (?:silent|quiet)|silence (?:on|about|over|from))\b", re.IGNORECASE
        ),
    ),
    (
        "absent",
        re.compile(
            r"\b(?:absent from|did not attend|boycott(?:ed|s|ing)?|stay(?:ed|s)? away from|skipped)\b", re.IGNORECASE
        ),
    ),
    (
        "join",
        re.compile(
            r"\b(?:(?:join|enter)(?:s|ed|ing)? (?:in )?(?:the |this |a )?(?:\w+ )?(?:fight|war|battle|conflict)"
            r"|st(?:and|ood)s? (?:with|alongside)|fight(?:s|ing)? (?:alongside|on the side of))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "deescalate",
        re.compile(
            r"\b(?:de-?escalat\w*|(?:show|exercise|urge)\w* restraint|self-restraint|calm(?:ing)? down)\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT = re.compile(
    r"(?:\b(?:not|never|cannot|no longer|neither|nor|without|refus\w+ to|declin\w+ to)|n['’]t)\b[^,;:]{0,24}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?…—–\n]|\s(?:while|but|whereas|and)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A position found in words: `clause` is the stretch between punctuation or conjunctions that tells it."""

    position: Position
    negated: bool
    clause: str


def worded_positions(text: str) -> list[Worded]:
    """The positions the text tells, one a kind, in the order of the list of kinds."""
    found: list[Worded] = []
    for position, pattern in _WORDS:
        told = pattern.search(text)
        if told is not None:
            start = max((cut.end() for cut in _CLAUSE.finditer(text, 0, told.start())), default=0)
            end = cut.start() if (cut := _CLAUSE.search(text, told.end())) else len(text)
            clause = text[start:end].strip(" \"'“”")
            found.append(Worded(position, _NOT.search(text[start : told.start()]) is not None, clause))
    return found
