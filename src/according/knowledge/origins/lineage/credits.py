"""Whom an article credits for its text: datelines, credit lines, "X reported", "told X", "citing foreign media"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from according.records import Claim, Span

__all__ = ["Credit", "credits_in", "fold_outlet", "is_agency", "same_outlet"]

How = Literal["dateline", "credit line", "contribution", "reported by", "told", "named", "citing others"]
"""`named` is a body that the text gives as a source: it is a credit where that body published what is passed on."""

_NAME = r"(?P<name>(?:the )?[A-Z][\w’'.&-]*(?: (?:of|the|and|de|for|[A-Z][\w’'.&-]*)){0,4})"
_AGENCIES = (
    r"AFP|AP|Reuters|DPA|dpa|EFE|ANSA|TASS|Interfax|RIA Novosti|Sputnik|Ukrinform|Xinhua|Anadolu|IRNA|Tasnim|Fars|ISNA|"
    r"SANA|WAFA|NNA|INA|SUNA|KUNA|MENA|SPA|QNA|WAM|Petra|Saba|APS|PTI|ANI|UPI|Kyodo|Yonhap|KCNA|Bloomberg"
)
_KIND = (
    r"(?:daily|weekly|newspaper|paper|tabloid|site|website|agency|broadcaster|channel|station|network|magazine|journal|"
    r"portal|outlet|publication|service|monitor|group|organi[sz]ation|charity|think tank)"
)
_OTHERS = r"(?:foreign|local|international|state|state-run|official|Western|regional|other|several|various|multiple)"

_LINES: tuple[tuple[How, re.Pattern[str]], ...] = (
    # PLACE (Reuters) -, (AP) —, (Reporting by …; Reuters), Source: AFP, © AFP
    # at the head of a line only: elsewhere brackets and a dash introduce an abbreviation, "the army (SAF) - backed by"
    ("dateline", re.compile(rf"^[^\n(]{{0,60}}\((?P<name>{_AGENCIES})\)\s*[-–—:_]", re.MULTILINE)),
    # DAMASCUS, SANA -
    ("dateline", re.compile(rf"^[A-Z][A-Z’'. -]+\b[^\n(]{{0,40}}, (?P<name>{_AGENCIES})\s*[-–—]+\s", re.MULTILINE)),
    (
        "dateline",
        re.compile(
            r"^[A-Z][A-Z’'.-]+\b[^\n(]{0,50}\((?P<name>[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,3})\)\s*[-–—:_]",
            re.MULTILINE,
        ),
    ),
    ("credit line", re.compile(rf"^\W*(?P<name>{_AGENCIES})\W*$", re.MULTILINE)),
    # With AFP; (With Reuters and AP); additional reporting by DPA; … - Reuters and staff reporter
    ("credit line", re.compile(rf"^\W*(?:[Ww]ith|WITH)\s+(?P<name>{_AGENCIES})\b[^\n.]{{0,40}}\W*$", re.MULTILINE)),
    (
        "credit line",
        re.compile(rf"^\W*(?:[Ww]ith|WITH)\s+(?:{_AGENCIES})(?:, | and |/| & )(?P<name>{_AGENCIES})\b", re.MULTILINE),
    ),
    (
        "contribution",
        re.compile(rf"(?i:additional|further|some) (?i:reporting|material|information) (?i:by|from) {_NAME}"),
    ),
    (
        "credit line",
        re.compile(rf"(?:[-–—(/]|\bBy)\s*(?P<name>{_AGENCIES})(?:,| and|/|;) ?[^\n.]{{0,40}}\W*$", re.MULTILINE),
    ),
    (
        "credit line",
        re.compile(rf"(?:[-–—(]|\bBy )[^\n.()]{{0,40}}(?:,| and|/|;) ?(?P<name>{_AGENCIES})\W*$", re.MULTILINE),
    ),
    ("credit line", re.compile(r"^\W*(?:Source|Via|Credit|Courtesy of|©)\s*:?\s*" + _NAME, re.MULTILINE)),
    ("credit line", re.compile(rf"(?i:originally|first) (?:published|appeared) (?:at|by|in|on) {_NAME}")),
    (
        "credit line",
        re.compile(rf"(?:republished|reprinted|reproduced) (?:from|by permission of) {_NAME}", re.IGNORECASE),
    ),
    ("contribution", re.compile(rf"{_NAME} contributed to this (?:report|story|article)")),
    ("contribution", re.compile(r"(?i:with (?:reporting|inputs?|files|material) (?:by|from)) " + _NAME)),
    ("told", re.compile(rf"(?:seen|obtained|reviewed) by {_NAME}")),
    (
        "named",
        re.compile(
            r"\b(?:told|(?:interview|remarks|comments|message|statement) (?:with|to|for)|sp(?:oke|eaking) (?:to|with)|"
            rf"wr(?:ote|iting) in|citing|quoting|cited by|quoted by) (?:(?:[\w-]+ ){{1,4}}?{_KIND} )?{_NAME}"
        ),
    ),
    (
        "named",
        re.compile(
            r"\b(?:conducted|released|reported|broadcast|aired|carried|verified|interviewed|counted|compiled) "
            rf"(?:by|in|on) {_NAME}"
        ),
    ),
    (
        "citing others",
        re.compile(
            rf"(?:citing|quoting|(?:as )?reported by|according to) (?:(?:{_OTHERS}|[A-Z]\w+) ){{0,3}}"
            r"(?P<name>(?:news )?(?:media|outlets|agencies|press|news reports|media reports))"
        ),
    ),
    (
        "citing others",
        re.compile(
            r"^[^\n.]{0,60}?\b(?:[Ww]ith|[Ff]rom|[Aa]nd|[Bb]y) (?:\w+ )?"
            r"(?P<name>(?:news |press )?agenc(?:ies|y reports)|wire (?:reports|services))\W*$",
            re.MULTILINE,
        ),
    ),
    ("citing others", re.compile(r"^\W*(?P<name>[Aa]gencies|AGENCIES)\W*$", re.MULTILINE)),
)

_DESCRIBED = re.compile(rf"^.*\b{_KIND}\s+(?=[A-Z])")
"""What stands before an outlet's name to say what it is: "the Malian daily", "Ukrainian news site"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One acknowledgement. `name` is as written; for "citing others" it is no name but the words used."""

    name: str
    how: How
    span: Span | None = None


def credits_in(text: str, claims: Iterable[Claim] = (), lines: Iterable[str] = ()) -> list[Credit]:
    """What the text, its claims' chains and its stored credit lines acknowledge, in that order, each name once a way.

    A media voice inside a chain (not its last link, which is the outlet itself) is a credit: "X reported", "told X".
    Any other body with a name may have published what it is the source of.
    """
    found = []
    for how, pattern in _LINES:
        for match in pattern.finditer(text):
            name = match["name"].rstrip(". ")
            found.append(Credit(name, how, Span(match.start("name"), match.start("name") + len(name))))
    for claim in claims:
        for depth, voice in enumerate(claim.chain[:-1]):
            name = _DESCRIBED.sub("", voice.name)
            if voice.kind == "media":
                found.append(Credit(name, "told" if depth else "reported by", voice.span))
            elif voice.kind in _BODIES and name[:1].isupper():
                found.append(Credit(name, "named", voice.span))
    for line in lines:
        for how, pattern in _LINES:
            found += [Credit(match["name"].rstrip(". "), how) for match in pattern.finditer(line)]
        if re.fullmatch(_AGENCIES, line.strip()):
            found.append(Credit(line.strip(), "credit line"))
    return list({(fold_outlet(c.name), c.how): c for c in reversed(found)}.values())[::-1]


_BODIES = ("organization", "company", "document", "government", "armed_group")


_LEGAL = re.compile(r"\b(?:the|news agency|news|agency|online|website|daily|newspaper|tv|television|radio)\b")
_LONG = {
    "agence france presse": "afp",
    "associated press": "ap",
    "deutsche presse agentur": "dpa",
    "radio free asia": "rfa",
    "radio free europe radio liberty": "rferl",
    "british broadcasting corporation": "bbc",
    "voice of america": "voa",
}


def fold_outlet(name: str) -> str:
    """An outlet's name reduced to what tells it apart; agencies known by their initials fold to these."""
    plain = " ".join(re.findall(r"\w+", name.casefold()))
    plain = plain.removeprefix("the ")
    if plain in _LONG:
        return _LONG[plain]
    core = " ".join(_LEGAL.sub(" ", plain).split())
    return core or plain


def is_agency(name: str) -> bool:
    """True for the news agencies that papers mean by "agencies"."""
    return bool(re.fullmatch(_AGENCIES, name) or re.fullmatch(_AGENCIES, fold_outlet(name).upper()))


def same_outlet(one: str, other: str) -> bool:
    """True when two spellings name one outlet; an empty name names none."""
    return bool(one and other) and fold_outlet(one) == fold_outlet(other)
