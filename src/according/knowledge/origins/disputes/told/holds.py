"""Who contents say holds, keeps, takes or loses a place. Pure.

`keeps` is to hold what others may be said to have taken ("remains under the control of the army"); only that goes
against another's holding or taking, since what is held by one today may be another's tomorrow.
"""

import re
from collections.abc import Iterator

from according.knowledge.origins.disputes.told.deeds import Harm
from according.knowledge.origins.disputes.told.sides import sides
from according.knowledge.origins.disputes.told.victims import Kind

__all__ = ["HELD", "holds_of"]

HELD = frozenset({"keeps", "holds", "takes", "loses"})

_SITE = (
    r"(?:[Tt]he (?:(?:whole|entire|strategic|besieged|northern|southern|eastern|western|central|key|\w+ern)\s+)*"
    r"(?:town|city|village|district|province|camp|base|barracks|outpost|airport|airfield|port|dam|crossing|island|area)"
    r"(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?|(?:all of )?[A-Z][\w’'-]+(?:[- ][A-Z][\w’'-]+)?)"
)
_STILL = r"(?:still|remains?|remained|continues?|continued)"
_CONTROL = r"(?:(?:full|complete|total|firm|effective|sole|entire)\s+)?control"
_BEFORE = re.compile(r"[^.;:!?]{0,80}$")
_KEY = re.compile(r"control|hands|h[oe]ld|f[ae]ll|captur|seiz|taken|took|overr|liberat|los[te]|occup", re.IGNORECASE)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "keeps",
        re.compile(
            rf"(?P<site>{_SITE})\b[\s\"“”]+(?:was |is |were )?{_STILL}[\s\"“”]+(?:firmly |fully |"
            rf"entirely )?(?:under|in)[\s\"“”]+"
            rf"(?:the )?(?:{_CONTROL} of|hands of)[\s\"“”]+(?P<holder>[^.;:!?\n]{{1,60}})"
        ),
    ),
    (
        "keeps",
        re.compile(
            rf"(?P<site>{_SITE})\b[\s\"“”]+(?:was |is |were )?{_STILL}[\s\"“”]+(?:firmly |fully |entirely )?"
            rf"(?:in[\s\"“”]+(?P<holder>[\w’'\- ]{{1,40}}?)[\s\"“”]+hands|"
            rf"under[\s\"“”]+(?P<other>[\w’'\- ]{{1,40}}?)[\s\"“”]+control)\b"
        ),
    ),
    (
        "keeps",
        re.compile(
            rf"\b(?:still|continues? to|continued to)[\s\"“”]+(?:fully |firmly )?(?:holds?|held|"
            rf"controls?|controlled)"
            rf"[\s\"“”]+(?P<site>{_SITE})"
        ),
    ),
    (
        "keeps",
        re.compile(
            rf"\b(?:remains?|remained|is still|are still|were still|"
            rf"was still)[\s\"“”]+in[\s\"“”]+{_CONTROL}[\s\"“”]+"
            rf"(?:of|over)[\s\"“”]+(?P<site>{_SITE})"
        ),
    ),
    (
        "keeps",
        re.compile(
            rf"(?P<site>{_SITE})[\s\"“”]+(?:has|had|have|did)(?: not|n['’]t)[\s\"“”]+(?:fallen|fall|"
            rf"been (?:captured|taken|lost))\b"
        ),
    ),
    (
        "holds",
        re.compile(
            rf"\b(?:(?:are|is|was|were|now)[\s\"“”]+)*in[\s\"“”]+{_CONTROL}[\s\"“”]+(?:of|"
            rf"over)[\s\"“”]+(?P<site>{_SITE})"
        ),
    ),
    (
        "holds",
        re.compile(
            rf"\b(?:are|is)[\s\"“”]+(?:now )?(?:holding|controlling|"
            rf"occupying)[\s\"“”]+(?P<site>{_SITE})"
        ),
    ),
    (
        "takes",
        re.compile(
            rf"\b(?:(?:have|has|had)[\s\"“”]+)?(?:fully )?(?:captured|seized|taken|overrun|"
            rf"overran|retaken|recaptured|liberated|"
            rf"took {_CONTROL} of|taken {_CONTROL} of|gained {_CONTROL} of)[\s\"“”]+(?P<site>{_SITE})"
        ),
    ),
    (
        "takes",
        re.compile(
            rf"(?P<site>{_SITE})\b[\s\"“”]+(?:has |had |is |was )?(?:been )?[\"“]?(?:fully )?(?:liberated|captured|"
            rf"overrun|taken|seized)\b"
            rf"(?:[\s\"“”]+by[\s\"“”]+(?P<holder>[^.;:!?,]{{1,50}}))?"
        ),
    ),
    (
        "loses",
        re.compile(
            rf"(?P<site>{_SITE})\b[\s\"“”]+(?:has fallen|had fallen|fell|was lost|has been lost|"
            rf"had been lost)\b(?! back| silent| short| apart)"
            rf"(?:[\s\"“”]+to[\s\"“”]+(?P<holder>[^.;:!?,]{{1,50}}))?"
        ),
    ),
)
_LOST = re.compile(rf"\b(?:(?:have|has|had)[\s\"“”]+)?lost[\s\"“”]+(?:control of[\s\"“”]+)?(?P<site>{_SITE})")
_OWN = re.compile(r"\b(?:our|we|its|it|they|their)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|last (?:year|month)|(?:19|20)\d\d|if|when|until|once|would|will|may|might|could|should)\b",
    re.IGNORECASE,
)


def holds_of(sentence: str, *, denied: bool = False) -> Iterator[Harm]:
    """Who holds what by this sentence; by is empty where it does not say, `own` where it is the speaker's side.

    Denied, a taking or a loss is a keeping: by whom is not said.
    """
    if not _KEY.search(sentence) or _SINCE.search(sentence):
        return
    taken: list[tuple[int, int]] = []
    for deed, pattern in (*_PATTERNS, ("loses", _LOST)):
        for match in pattern.finditer(sentence):
            site = match.span("site")
            if any(start < site[1] and site[0] < end for start, end in taken):
                continue
            taken.append(site)
            groups = match.groupdict()
            holder, start = groups.get("holder") or groups.get("other") or "", match.start()
            if match.start() < site[0]:  # who does it stands before
                before = _BEFORE.search(sentence, 0, start)
                holder, start = (before.group(), before.start()) if before else ("", start)
            if deed == "takes" and re.match(r"\s*(?:\d|an? )", sentence[match.end("site") :]):
                continue
            text = sentence[start : match.end()].strip()
            own = bool(_OWN.search(holder))
            if denied and (deed == "keeps" or (own and pattern is not _LOST)):
                continue  # who denies having taken it says nothing of who keeps it
            yield Harm(
                "keeps" if denied else deed,
                Kind("places", _noun(match["site"])),
                text,
                own=own,
                by=() if denied or pattern is _LOST else sides(holder),
            )


def _noun(site: str) -> str:
    """The kind of place; towns, cities and names are one."""
    found = re.search(
        r"\b(camp|base|barracks|outpost|airport|airfield|port|dam|crossing|island|province)\b", site, re.IGNORECASE
    )
    return found[1].lower() if found else ""
