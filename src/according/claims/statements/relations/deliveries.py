"""Arms given, told by the words between two names: "X flew weapons to Y", "the rifles that X sent Y", "Y's guns come
from X". It holds where the parser loses its way; what a verb or a noun already told is not told again."""

import re
from collections.abc import Iterator

from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.nouns import ARMS
from according.claims.statements.syntax.passing import BODIES
from according.records import Ref

__all__ = ["AGAIN", "deliveries"]

AGAIN = "words between, arms"
"""Why such a statement was made; it gives way to one of the same parties told by verb or noun."""

_ARM = (
    r"(?:"
    + "|".join(sorted({*ARMS, "weaponry"} - {"system", "part", "device", "gear", "ship", "arm", "boat"}))
    + r")s?"
)
_THING = rf"(?P<thing>(?:(?!(?:to|for|from|by|and then|but|who|which|that)\b)[\w’',-]+ ){{0,7}}?(?:{_ARM}|arms|parts))"
_MORE = rf"(?:(?:,| and|, and) (?:[\w’'-]+ ){{0,3}}(?:{_ARM}|arms|parts))*"
_GAVE = (
    r"(?:sent|supplied|delivered|shipped|flew|flown|transferred|provided|given|gave|smuggled|sold|donated|handed over|"
    r"trucked|airlifted|exported|supplies|sends|ships|delivers|provides|sells|smuggles|exports|sending|supplying|"
    r"shipping|delivering|smuggling|providing|selling|flying)"
)
_HAS = r"(?:,? (?:which|who|that))?(?:,? (?:has|have|had|is|was|were|been|also|reportedly|secretly|long|regularly|of))*"
_PAST = r"(?: (?:has|had|have|was|were|been|being|that|which|allegedly|reportedly))*"

_GIVER_FIRST = (
    re.compile(rf"{_HAS} {_GAVE} {_THING}{_MORE}(?: \w+){{0,3}}? to (?:the )?"),
    re.compile(rf"['’]s? (?:secret |illegal |recent )?(?:shipments?|deliver(?:y|ies)) of {_THING}{_MORE} to (?:the )?"),
)
_TAKER_FIRST = (
    re.compile(
        rf"{_HAS} (?:obtained|received|bought|acquired|got|gets|purchased|procured|buys|receives|imports|imported) "
        rf"{_THING}{_MORE} (?:in \d{{4}} )?from (?:the )?"
    ),
    re.compile(
        rf"['’]s? {_THING}{_MORE} (?:mostly |mainly |largely |all |also )?(?:comes?|came|originates?) "
        r"(?:in part |mostly |mainly |largely )?from (?:the )?"
    ),
)
_BEFORE_GIVER = re.compile(rf"{_THING}{_MORE},?{_PAST} {_GAVE} (?:by|from) (?:the )?$", re.IGNORECASE)
_TO = re.compile(r"(?:,? (?:via|through|across|by) [\w ]{3,20})?,? to (?:the )?")
_BEFORE_SENDER = re.compile(rf"\b(?:the|The) {_THING}{_MORE}(?: that| which)? (?:the )?$")
_SENT = re.compile(
    r"(?: (?:has|had|have|once|long))* (?:sent|supplied|gave|delivered|shipped|sold|provided)(?: to)? (?:the )?"
)
_OWN = re.compile(
    rf"\b(?P<adjective>[A-Z][a-z]+)(?:-made|-built)? {_THING}{_MORE},? (?:that (?:was|were) )?"
    rf"(?:(?:bound|destined|intended|meant|on (?:its|their) way|en route) (?:for|to)|"
    rf"(?:was |were |have been |has been |had been )?{_GAVE} to) (?:the )?$"
)
_NOT_YET = re.compile(
    r"\b(?:if|unless|whether|would|could|might|may|not|never|no longer|should|will|stop(?:ped)?|halt(?:ed)?|"
    r"den(?:y|ies|ied)|block(?:ed)?|refus\w+|plan\w*|promis\w+|until)\b",
    re.IGNORECASE,
)
_FRILLS = re.compile(
    r"^(?:(?:the|a|an|its|their|his|some|several|more|new|many|additional|other|about|around|at least|over|up to|"
    r"large quantities of|dozens of|hundreds of|thousands of|shipments? of|tons of|tonnes of|[\d,.]+) )+"
)


def deliveries(reading: Reading, references: References) -> Iterator[Draft]:
    """Who gave arms to whom, by the words between and before two neighbouring names."""
    names = [i for i, m in enumerate(reading.mentions) if m.kind not in ("pronoun", "description")]
    for place, one in enumerate(names):
        yield from _own(one, reading, references)
        for other in names[place + 1 : place + 3]:
            if reading.heads[one].sent != reading.heads[other].sent:
                break
            yield from _pair(one, other, reading, references)


def _pair(one: int, other: int, reading: Reading, references: References) -> Iterator[Draft]:
    first, second = reading.mentions[one].span, reading.mentions[other].span
    start = reading.heads[one].sent.start_char
    if first.end > second.start or _NOT_YET.search(reading.text[start : second.start]):
        return
    between, before = reading.text[first.end : second.start], reading.text[start : first.start]
    for pattern in _GIVER_FIRST:
        if found := pattern.fullmatch(between):
            yield from _drafts(one, other, found["thing"], reading, references)
            return
    for pattern in _TAKER_FIRST:
        if found := pattern.fullmatch(between):
            yield from _drafts(other, one, found["thing"], reading, references)
            return
    found = _BEFORE_GIVER.search(before) if _TO.fullmatch(between) else None
    found = found or (_BEFORE_SENDER.search(before) if _SENT.fullmatch(between) else None)
    if found is not None:
        yield from _drafts(one, other, found["thing"], reading, references)


def _own(taker: int, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "Turkish drones were delivered to X", "Iranian missiles bound for X"."""
    sentence = reading.heads[taker].sent
    before = reading.text[sentence.start_char : reading.mentions[taker].span.start]
    found = _OWN.search(before)
    country = country_of_adjective(found["adjective"]) if found is not None else None
    if found is None or country is None or _NOT_YET.search(before):
        return
    token = reading.heads[taker]
    at = sentence.start_char + found.start("adjective")
    maker = next((t for t in sentence if t.idx == at), token)
    yield from _told(references.country(country, maker), references.named(taker), found["thing"], token, references)


def _drafts(giver: int, taker: int, thing: str, reading: Reading, references: References) -> Iterator[Draft]:
    anchor = reading.heads[max(giver, taker)]
    yield from _told(references.named(giver), references.named(taker), thing, anchor, references)


def _told(giver: Ref, taker: Ref, thing: str, anchor: Token, references: References) -> Iterator[Draft]:
    one, other = _party(giver, references), _party(taker, references)
    if one is None or other is None or one.name == other.name or one.kind == "person":
        return
    item = Ref(_FRILLS.sub("", thing.strip()))
    yield Draft(one, "supplies", other, anchor, item=item, why=AGAIN)


def _party(ref: Ref, references: References) -> Ref | None:
    acting = references.acting(ref)
    fits = acting is not None and (acting.kind in BODIES or country_of_name(acting.name) is not None)
    return acting if fits else None
