"""How many: numbers in a sentence, with what was done to those who are counted. Pure."""

import re

from according.knowledge.origins.disputes.told.counts import MODIFIER, NUMBER, interval_of
from according.knowledge.origins.disputes.told.deeds import DEED, DEED_WORD, OWN, PEOPLE, Harm, deed_of, fits, which
from according.knowledge.origins.disputes.told.victims import NOUN, PERSONS, Kind, kind_of

__all__ = ["counted"]

_FILLER = (
    r"(?:(?!(?:were|was|is|are|and|or|in|on|at|of|by|who|which|that|when|had|have|has|been|to|from)\b)[\w'’-]+\s+)"
)
_COUNTED = re.compile(
    rf"(?<![\w-])(?:(?P<of>(?:one|some|many|most|all) of )|(?P<number>(?:{MODIFIER} ){{0,2}}{NUMBER})\s+(?:more )?"
    rf"(?:of (?:our|its|their|his|the) )?[\"“]?)(?P<adjectives>{_FILLER}{{0,4}}?)(?P<noun>{NOUN})",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    rf"(?<![\w-])(?P<number>(?:{MODIFIER} ){{0,2}}{NUMBER})\s+(?:more )?(?:others? )?(?:were |was |are )?"
    r"(?P<deed>dead|killed|wounded|injured|hurt|missing|burned|burnt|destroyed|damaged|captured)\b",
    re.IGNORECASE,
)
_BARE_OBJECT = re.compile(
    rf"\b(?:(?P<killed>killed|killing|kills)|wounded|wounding|injured|"
    rf"injuring) (?P<number>(?:{MODIFIER} ){{0,2}}{NUMBER})"
    r"(?=\s*(?:[.,;\"”]|$|(?:and|in|on|at|during|when|after|near|outside|there|across)\b))",
    re.IGNORECASE,
)
_TOLL = re.compile(
    rf"\b(?:death toll|toll|number of (?P<of>[\w -]+?))\s+(?:(?:now |has |had )?(?:stands?|stood|risen|rose|climbed|"
    rf"is|was|"
    rf"put|at|to|of|reached|rises)\s+){{1,3}}(?P<number>(?:{MODIFIER} ){{0,2}}{NUMBER})\b(?!\s*(?:%|per ?cent))",
    re.IGNORECASE,
)
_NAMED = {  # nouns and adjectives that say themselves what happened
    "killed": re.compile(r"\b(?:dead|deaths?|fatalit(?:y|ies)|bod(?:y|ies)|corpses?|killed|slain)$", re.IGNORECASE),
    "wounded": re.compile(r"\b(?:wounded|injured|injur(?:y|ies))$", re.IGNORECASE),
    "hurt": re.compile(r"\bcasualt(?:y|ies)$|\bvictims?$", re.IGNORECASE),
}
_NAMED_DEAD = re.compile(r"dead|deaths|killed|wounded|injured|victims|casualties|fatalities|bodies", re.IGNORECASE)
_BY_ITSELF = re.compile(r"wounded|injured|dead", re.IGNORECASE)
_CIVILIAN = re.compile(
    r"\b(?:child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|wom[ae]n|couple|famil(?:y|ies)|elderly|(?:seventies|"
    r"eighties|"
    r"nineties)|pensioners?|mothers?|civilians?|year-olds?|pupils?|patients?)\b",
    re.IGNORECASE,
)
"""Who stands in an aside of this kind is no fighter, so that the whole is no count of fighters alone."""
_STILL_OPEN = re.compile(
    r"\b(?:so far|as of|up to now|until now|already|counted|count(?:ing)?|saw|seen|before (?:he|she|they|"
    r"we) stopped|preliminary|"
    r"initial|confirmed|identified|first)\b",
    re.IGNORECASE,
)
"""Words by which a number is what was known or seen then: the least, not the last word."""


def counted(sentence: str, aside: str) -> list[Harm]:
    found: list[Harm] = []
    taken: list[tuple[int, int]] = []
    last: Kind | None = None
    open_ended = bool(_STILL_OPEN.search(sentence))
    for toll in _TOLL.finditer(sentence):
        count = interval_of(toll["number"], open_ended=open_ended)
        of = toll["of"] or "dead"
        noun = re.search(rf"\b{NOUN}", of, re.IGNORECASE)
        deed = (
            "wounded"
            if re.search(r"wounded|injured", of)
            else "captured"
            if "captured" in of or "prison" in of
            else "killed"
        )
        kinds = [k for m in re.finditer(rf"\b{NOUN}", of, re.IGNORECASE) if (k := kind_of(m.group())) is not None]
        to = next((k for k in kinds if k != PEOPLE), PEOPLE)
        dead = re.search(r"\b(?:dead|deaths?|killed|wounded|injured|captured|prisoners?|victims|fatalities)\b", of)
        if count and noun and dead:
            found.append(Harm(deed, to, toll.group(), count))
            taken.append(toll.span())
    for match in _COUNTED.finditer(sentence):
        if match["of"] or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        counts = kind_of(match["noun"])
        count = interval_of(match["number"], open_ended=open_ended)
        share = re.search(r"\bof the $", sentence[: match.start("noun")]) and _NAMED_DEAD.fullmatch(match["noun"])
        if counts is None or count is None or share:
            continue
        to = counts
        deed, piece = _deed_to(sentence, match.start(), match.end(), match["noun"], match["adjectives"], to)
        if not deed:
            continue
        if to == PEOPLE and (other := _kind_beside(sentence, match)):
            to = other
        elif last is not None and last.group in PERSONS and _BY_ITSELF.fullmatch(match["noun"]):
            to = last  # "six soldiers were killed and ten wounded"
        if to == PEOPLE and _CIVILIAN.search(aside) and deed in ("killed", "wounded"):
            to = Kind("civilians")
        deed = "wounded" if deed == "hurt" and not _NAMED["hurt"].search(match["noun"]) else deed
        whose = tuple(word for word in match["adjectives"].split() if word[:1].isupper())
        own = bool(OWN.search(sentence[match.start("number") : match.start("noun")]))
        found.append(Harm(deed, to, piece, count, whose=whose, own=own))
        taken.append(match.span())
        last = to
    for match in _BARE_OBJECT.finditer(sentence):
        count = interval_of(match["number"], open_ended=open_ended)
        if count and not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Harm("killed" if match["killed"] else "wounded", last or PEOPLE, match.group(), count))
            taken.append(match.span())
    for match in _BARE_COUNT.finditer(sentence):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        count = interval_of(match["number"], open_ended=open_ended)
        deed = deed_of(match["deed"])
        who = last or (PEOPLE if deed in ("killed", "wounded", "hurt", "missing") else None)
        following = re.match(rf"\s*[\"“]?(?P<noun>{NOUN})", sentence[match.end() :], re.IGNORECASE)
        if following and (named := kind_of(following["noun"])):
            who = named
        if count and who:
            found.append(Harm("wounded" if deed == "hurt" else deed, who, match.group(), count))
    return found


def _deed_to(sentence: str, start: int, end: int, noun: str, adjectives: str, to: Kind) -> tuple[str, str]:
    """What was done to the counted, and the piece that says it; nothing where it is not plain."""
    for deed, pattern in _NAMED.items():
        if pattern.search(noun):
            return deed, sentence[start:end]
    for word in adjectives.split():
        if DEED_WORD.fullmatch(word) and fits(deed_of(word), to):
            return deed_of(word), sentence[start:end]
    before = re.search(rf"\b{DEED}(?: \w+ly)?[ \"“]*(?:on |of )?$", sentence[max(0, start - 40) : start], re.IGNORECASE)
    if before and not re.search(r"\bor\b", sentence[max(0, start - 30) : start]):
        deed = which(before)
        if (
            fits(deed, to)
            and deed not in ("missing",)
            and not re.match(r"(?:died|dead|perished)", before.group(), re.I)
        ):
            return deed, sentence[max(0, start - 40) + before.start() : end]
    after = sentence[end : end + 90]
    passive = re.match(
        rf"(?P<gap>[^.;:!?]{{0,60}}?)(?P<sign>[\s\"“”,]*)\b(?:(?:were|was|have been|had been|has been|are|is|been|"
        rf"have|had|being|"
        rf"reported|confirmed|went)\s+)*(?:\w+ly\s+)?{DEED}\b",
        after,
        re.IGNORECASE,
    )
    if passive and not re.search(
        rf"\b(?:when|as|after|while|who|which|that|by|but|said|told|to|for)\b|(?<![\w-]){NUMBER}(?![\w-])",
        passive["gap"],
        re.I,
    ):
        deed = which(passive)
        active = re.search(
            r"(?:killing|wounding|destroying|burning|damaging|capturing|kills|striking)$", passive.group(), re.I
        )
        own_verb = re.search(
            r"\b(?:were|was|been|are|is|being|died|dead|perished|flames|missing|burn\w*)\b", passive.group(), re.I
        )
        reduced = not passive["gap"].strip() and not re.match(r"\s*(?:a|the|an|\d)\b", after[passive.end() :])
        if re.match(r"\s+(?:or|and/or)\s", after[passive.end() :]):
            return "", ""  # so many of both together
        if not active and (own_verb or reduced) and fits(deed, to) and deed != "struck":
            return deed, sentence[start : end + passive.end()]
    return "", ""


def _kind_beside(sentence: str, match: "re.Match[str]") -> Kind | None:
    """Of "dead soldiers", "bodies of soldiers", "fourteen dead “terrorists”": who the dead are."""
    after = re.match(rf"\s*(?:of (?:the )?)?[\"“]?(?:\w+ )?(?P<noun>{NOUN})", sentence[match.end() :], re.IGNORECASE)
    found = kind_of(after["noun"]) if after else None
    return found if found is not None and found.group in PERSONS and found != PEOPLE else None
