"""What was not done: the ways a sentence says so. Pure."""

import re
from collections.abc import Iterator

from according.knowledge.origins.disputes.told.deeds import DEED, DEED_WORD, OWN, PARTED, Harm, fits, which
from according.knowledge.origins.disputes.told.victims import ANYONE, NOUN, Kind, kind_of

__all__ = ["FALSE_REPORT", "NOT", "is_active", "says_no", "undone"]

_DESCRIBES = re.compile(r"(?:dead|wounded|injured)\b", re.IGNORECASE)
_AFLOAT = re.compile(
    r"\b(?:ship|vessel|tanker|carrier|freighter|boat|frigate|trawler|she|it)\b(?: [\w'’-]+){0,3}? (?:is|was|"
    r"remains?|stayed|still) (?:still |now )?(?:afloat|"
    r"on an even keel|under tow|underway|under way)\b|\b(?:has|had|did) not (?:sunk|sink)\b|\bnot (?:been )?sunk\b",
    re.IGNORECASE,
)
_FALSE = (
    r"(?:false|lies?|untrue|baseless|unfounded|groundless|fabricat\w+|propaganda|nonsense|fiction|hoax|disinformation|"
    r"misinformation|provocations?|inventions?|fake|wrong|incorrect|inaccurate|exaggerated|rumou?rs)"
)
FALSE_REPORT = re.compile(
    rf"\b(?:reports?|claims?|talk|allegations?|accusations?|charges?|rumou?rs?|stories|suggestions?|"
    rf"assertions?)\s+(?:of|about|that|on)\s+"
    rf"(?P<what>[^.;!?]{{3,120}}?)\s+(?:is|are|was|were|as)\s+(?:(?:an?|pure|all|a complete|a pure|simply|just|"
    rf"completely|totally|mere|utterly)\s+){{0,2}}"
    rf"[\"“]?(?:\w+ )?{_FALSE}\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|no|never|none|nobody|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_WAS = r"(?:(?:was|were|is|are|has been|have been|had been|got|has|have|had)\s+)"
_NOBODY = re.compile(rf"\b(?:nobody|no one|no-one)\s+(?:\w+ ){{0,3}}?{_WAS}?(?:\w+ly )?{DEED}\b", re.IGNORECASE)
_NO_ONE_OF = re.compile(
    rf"\b(?:no|none of (?:the|its|our|their|his)|not (?:a single|one|any)(?: of (?:the|its|our|their))?|"
    rf"neither)\s+(?P<words>(?:[\w'’-]+\s+){{0,4}}?)"
    rf"(?P<noun>{NOUN})(?P<gap>(?:\s+[\w'’-]+){{0,5}}?)\s+{_WAS}?(?:\w+ly )?{DEED}\b",
    re.IGNORECASE,
)
_NO_HARM = re.compile(
    r"\b(?:no|zero|not any)\s+(?P<words>(?:[\w-]+\s+)?)(?P<noun>injur(?:y|ies)|casualt(?:y|ies)|deaths?|fatalit(?:y|"
    r"ies)|victims?|wounded|dead)\b"
    r"(?!\s+(?:toll|count))",
    re.IGNORECASE,
)
_WAS_NOT = re.compile(
    rf"(?<![\w-])(?P<noun>{NOUN})(?P<gap>(?:\s+[\w'’-]+){{0,4}}?)\s+(?:(?:was|were|is|are|had|have|has)(?:\s+(?:not|"
    rf"never)|n['’]t)(?: been)?)\s+(?:\w+ly )?{DEED}\b",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    rf"\b(?:(?:did|do|does|have|has|had)(?:\s+(?:not|never)|n['’]t)|never|den(?:y|ies|"
    rf"ied))\s+(?:been\s+)?(?:\w+ly\s+)?{DEED}\s+(?P<words>(?:[\w'’-]+\s+){{0,4}}?)(?P<noun>{NOUN})",
    re.IGNORECASE,
)
_SAFE = re.compile(
    r"\b(?P<all>all|everyone|everybody|the|its|our|whole|entire)\s+(?:(?:\d+|members of the|of the|of its|"
    r"\w+)\s+){0,2}?(?P<noun>crew(?: members)?|seafarers|sailors|"
    r"passengers|staff|aboard|on board)\s*(?:\w+ ){0,3}?(?:is|are|was|were|been|reported|remained)\s+(?:reported |"
    r"all |also )?"
    r"(?:safe|unharmed|unhurt|uninjured|unscathed|accounted for)\b",
    re.IGNORECASE,
)


def undone(sentence: str) -> Iterator[Harm]:
    """What was not done, as affirmed harm: the caller turns it round."""
    for match in _NOBODY.finditer(sentence):
        yield Harm(which(match), ANYONE, match.group())
    for match in _NO_ONE_OF.finditer(sentence):
        to = kind_of(match["noun"])
        if to is None or not fits(which(match), to) or PARTED.search(match["words"] + match["gap"]):
            continue
        yield Harm(which(match), to, match.group(), own=bool(OWN.search(match.group())))
    for match in _NO_HARM.finditer(sentence):
        named = match["noun"].lower()
        deed = "killed" if named.startswith(("death", "fatal", "dead")) else "hurt"
        kind = kind_of(match["words"].strip()) if match["words"] else None
        after = re.match(rf"\s+(?:to|among|of)\s+(?:the |its |our )?(?P<noun>{NOUN})", sentence[match.end() :], re.I)
        kind = kind or (kind_of(after["noun"]) if after else None)
        if (
            match["words"]
            and kind is None
            and match["words"].strip().lower() not in ("reported", "further", "such", "human", "serious")
        ):
            continue
        if match["words"].strip().lower() in ("further", "such", "serious"):
            continue
        yield Harm(deed, kind or ANYONE, match.group())
    for match in _WAS_NOT.finditer(sentence):
        to = kind_of(match["noun"])
        if to is not None and fits(which(match), to) and not PARTED.search(match["gap"]):
            yield Harm(which(match), to, match.group())
    for match in _DID_NOT.finditer(sentence):
        to = kind_of(match["noun"])
        if to is not None and fits(which(match), to) and not PARTED.search(match["words"]):
            yield Harm(which(match), to, match.group())
    for match in _SAFE.finditer(sentence):
        noun = match["noun"] or ""
        kind = kind_of(noun) if noun else None
        yield Harm("hurt", kind or ANYONE, match.group())
    if (afloat := _AFLOAT.search(sentence)) is not None:
        yield Harm("sunk", Kind("ships"), afloat.group())


def is_active(harm: Harm) -> bool:
    """Whether the piece says who did it by its form: "did not strike any market", not "no market was struck"."""
    if _DESCRIBES.match(harm.text):
        return False
    return bool(DEED_WORD.match(harm.text) or _DID_NOT.match(harm.text))


def says_no(text: str) -> bool:
    """Whether these words themselves say that it was not so."""
    return bool(NOT.search(text) or _SAFE.search(text) or _AFLOAT.search(text))
