"""What is done to whom: deeds and the kinds of victims they have, and a harm as a content tells it. Pure."""

import re
from dataclasses import dataclass

from according.knowledge.origins.disputes.told.counts import Interval
from according.knowledge.origins.disputes.told.victims import PERSONS, Kind

__all__ = ["DEED", "DEED_WORD", "HIM", "OWN", "PARTED", "PEOPLE", "Harm", "deed_of", "fits", "which"]

PEOPLE = Kind("people")
HIM = Kind("people", "him")
"""Somebody of whom only a pronoun is said."""


@dataclass(frozen=True, slots=True)
class Harm:
    """What was done (`killed`, `wounded`, `hurt` for either, `captured`, `missing`, `destroyed`, `struck`) to whom.

    `count` is None where no number is given; `negated`: it was not done; `text` is the piece that says it; `whose` are
    names before the noun ("Pakistani"), `own` that it is the speaker's; `by` are words for the side that did it, where
    the sentence names one.
    """

    deed: str
    to: Kind
    text: str
    count: Interval | None = None
    negated: bool = False
    whose: tuple[str, ...] = ()
    own: bool = False
    by: tuple[str, ...] = ()


DEEDS = {
    "killed": r"shot dead|beaten to death|burned to death|lost their lives|kill(?:ed|s|ing)?|slain|slaughter(?:ed|ing)|"
    r"massacr(?:ed|ing)|murder(?:ed|ing)|execut(?:ed|ing)|eliminat(?:ed|ing)|neutrali[sz](?:ed|ing)|martyred|died|"
    r"dying|"
    r"perished|dead",
    "wounded": r"wound(?:ed|s|ing)?|injur(?:ed|es|ing)|maimed",
    "hurt": r"harm(?:ed|ing)?|hurt|affected",
    "captured": r"taken (?:prisoner|captive|hostage)s?|captur(?:ed|e|es|ing)|seiz(?:ed|e|ing)|abduct(?:ed|ing)|"
    "kidnapp(?:ed|ing)",
    "missing": r"missing|unaccounted for|has not been found|have not been found|not been found|not yet been found|"
    r"still being sought",
    "destroyed": r"set (?:on fire|ablaze|alight)|in flames|went up in flames|gone up in flames|blown up|burn(?:ed|t|"
    "ing)|"
    r"destroy(?:ed|s|ing)?|torch(?:ed|ing)|damag(?:ed|ing|e)|wreck(?:ed|ing)|flatten(?:ed|ing)|raz(?:ed|ing)|"
    r"knock(?:ed|ing) out|gutted|lost|reduced to ashes",
    "downed": r"shot down|shooting down|downed|downing|intercepted|intercepting",
    "struck": r"fir(?:ed|ing) (?:on|at)|open(?:ed|ing) fire on|direct(?:ed)? hit on|aimed at|struck|strik(?:e|es|ing)|"
    r"hit(?:s|ting)?|bomb(?:ed|s|ing)?|bombard(?:ed|ing)?|shell(?:ed|s|ing)?|target(?:ed|s|ing)?|attack(?:ed|s|ing)?|"
    r"raid(?:ed|ing)",
    "sunk": r"sunk|sank|sinks|gone down|went down",
}
_THINGS = frozenset({"vehicles", "buildings", "aircraft", "ships", "convoy"})
_TO = {
    "destroyed": _THINGS,
    "downed": frozenset({"aircraft"}),
    "struck": _THINGS | {"people", "civilians", "soldiers", "crew"},
    "sunk": frozenset({"ships"}),
    "captured": frozenset({"vehicles", "people", "civilians", "soldiers", "fighters", "crew", "aircraft", "ships"}),
}
DEED = "(?:" + "|".join(f"(?P<{deed}>{pattern})" for deed, pattern in DEEDS.items()) + ")"
DEED_WORD = re.compile(rf"\b{DEED}\b", re.IGNORECASE)

OWN = re.compile(r"\b(?:our|its|their|his|her|my)\b", re.IGNORECASE)
PARTED = re.compile(
    r"\b(?:to|on|behind|had|has|have|was|were|is|are|by|when|as|after|while|who|which|near|but|said|with|without|in|"
    r"from|before|at|outside|and|not|no|never|that|it|he|they|she)\b",
    re.IGNORECASE,
)
"""Words after which another thing is spoken of."""


def fits(deed: str, to: Kind) -> bool:
    return to.group in _TO.get(deed, PERSONS)


def deed_of(word: str) -> str:
    match = DEED_WORD.fullmatch(word)
    return which(match) if match else ""


def which(match: "re.Match[str]") -> str:
    return next(deed for deed in DEEDS if match.groupdict().get(deed))
