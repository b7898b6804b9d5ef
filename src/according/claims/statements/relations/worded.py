"""Ties told by the words between two names, which hold where the parser loses its way: "X, which Y heads".

A row gives the sorts of the two names, the words between them, the words behind the second, and the tie. Only whole
phrases match, so that a "not", an "if" or a third party in between tells nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.records import Ref

__all__ = ["worded"]

_SORTS = {
    "body": ("armed_group", "organization", "government", "company"),
    "group": ("armed_group", "organization"),
    "house": ("media", "company", "organization"),
    "person": ("person",),
    "land": ("place",),
    "state": ("government",),
    "party": ("armed_group", "organization", "government", "person"),
    "part": ("armed_group", "organization", "media"),
}
_WHO = r"(?:,? (?:which|that|who|whom))?"
_HAS = r"(?: (?:had|has|have|later|then|also|publicly|formally|since|once|long))*"
_TITLE = r"(?:(?:the|its|an?) )?(?:(?!by|of|and|with)[\w’'.-]+ ){0,4}"
_END = (
    r"(?=[,.;:)\"”–—\n]|$| (?:\(|and|or|but|said|says|told|has|have|had|is|are|was|were|in|on|at|since|from|for|to|as|"
    r"with|by|after|before|when|while|which|that|who|also|until|against|over|during|took|fled|left|held|holds?|"
    r"[a-z]{3,}ed)\b)"
)
"""The second name is not the beginning of a longer phrase: "heads the UN mission"."""
_ASIDE = r"(?: \((?:the )?[A-Z][\w-]+\))?"
_ARM = r"(?:wing|arm|branch|affiliate|offshoot|faction|unit|division|brigade|section)"


@dataclass(frozen=True, slots=True)
class _Row:
    predicate: str
    one: str
    other: str
    between: re.Pattern[str]
    behind: re.Pattern[str]
    turned: bool
    passing: bool
    """Told by the way: it belongs to no speaker."""
    item: str | None = None


def _row(
    predicate: str,
    one: str,
    other: str,
    between: str,
    behind: str = "",
    *,
    turned: bool = False,
    passing: bool = False,
    item: str | None = None,
) -> _Row:
    return _Row(predicate, one, other, re.compile(between), re.compile(behind), turned, passing, item)


_ROWS = (
    _row(
        "loyal_to",
        "body",
        "party",
        _WHO + _HAS + r" (?:pledged|sworn?|swore|declared|renewed|professed|proclaimed|owes?|gave|pledges) "
        r"(?:its |their |his )?(?:allegiance|loyalty|fealty|obedience|fidelity) to (?:the )?",
    ),
    *(
        _row(
            "leads",
            one,
            "person",
            _WHO + r"(?: (?:is|are|has been|have been))?(?: (?:now|currently|still))?,? (?:led|headed|commanded|ruled|"
            rf"governed|run)(?: (?:since|in|from|inside|for|there)\b[^,.;:\"“”()]{{0,30}}?)? by {_TITLE}",
            turned=True,
        )
        for one in ("body", "land")
    ),
    _row(
        "leads",
        "body",
        "person",
        rf",? (?:which|that|whom) {_TITLE}",
        r"(?:,? \d\d,)?(?: (?:now|currently|still|also))? (?:leads|heads|commands|runs|chairs)\b",
        turned=True,
    ),
    _row(
        "leads",
        "body",
        "person",
        r",?(?: which (?:is|are))? under (?:the )?(?:command|leadership) of " + _TITLE,
        turned=True,
    ),
    _row(
        "leads",
        "body",
        "person",
        r",? whose (?:[a-z]+ ){0,2}(?:leader|commander|chief|head|emir|chairman)(?: (?:is|remains)|,) " + _TITLE,
        turned=True,
    ),
    *(
        _row(
            "leads",
            "person",
            other,
            r"(?:,? \d\d)?,? who (?:(?:now|also|still|has) )*(?:leads|heads|commands|led since|runs|chairs) (?:the )?",
            _END,
        )
        for other in ("body", "land")
    ),
    _row(
        "leads",
        "person",
        "body",
        r",?(?: who)? (?:is|are|remains) in (?:overall |direct |full )?(?:command|charge) of (?:the )?",
        _END,
    ),
    _row(
        "backed_by",
        "group",
        "state",
        r",? (?:which|that|whom) (?:the )?",
        r"(?: (?:also|openly|long|still))? (?:backs|supports|funds|finances|sponsors|bankrolls|trains)\b",
    ),
    _row(
        "backed_by",
        "body",
        "state",
        _ASIDE + r"(?:,? (?:which|that|who))?(?: (?:is|are|has been|have been))?(?: (?:also|openly|long))?,? "
        r"(?:backed|supported|funded|financed|sponsored|bankrolled|propped up) by (?:the )?",
        _END,
    ),
    _row(
        "allied_with",
        "body",
        "party",
        _ASIDE + r"(?:,? (?:which|that|who))?(?: (?:is|are))?(?: (?:closely|loosely|informally))?,? "
        r"(?:allied|aligned|affiliated) (?:with|to) (?:the )?",
        _END,
    ),
    _row(
        "part_of",
        "body",
        "body",
        _ASIDE + r"(?:,? (?:which|that))? belongs? to (?:the )?",
        _END,
    ),
    _row(
        "part_of",
        "part",
        "body",
        _ASIDE + r",(?: itself)?(?: (?:an?|the|one))?(?: (?:[a-z]+-)?[a-z]+)? (?:part|component|member|wing|arm|branch|"
        r"affiliate|offshoot|faction|unit) of (?:the )?",
        _END,
        passing=True,
    ),
    _row(
        "supplies",
        "body",
        "state",
        r",? (?:which|that|whom) (?:the )?",
        r"(?: (?:also|openly|long|still))? (?:arms|equips)\b",
        turned=True,
        item="arms",
    ),
    _row(
        "part_of",
        "group",
        "body",
        r",? to which (?:the )?",
        r"(?: (?:also|both|all|too))? belongs?\b",
        turned=True,
        passing=True,
    ),
    _row("part_of", "part", "body", r" of (?:the )?", passing=True),
    _row(
        "part_of",
        "body",
        "part",
        rf"['’]s? (?:[a-z-]+ )?(?:[a-z-]+ )?{_ARM},? (?:called |known as |named )?(?:the )?[\"“]?",
        r"(?!['’]s? (?:[a-z-]+ )?(?:leader|commander|chief))",
        turned=True,
        passing=True,
    ),
    _row(
        "part_of",
        "part",
        "group",
        r"(?: \([A-Z][\w-]+\))?, (?:the|an?|another|one) (?:(?:powerful|prominent|leading|main|local|rival) )?",
        rf"['’]?s? (?:[a-z]+ )?{_ARM}(?! (?:chief|head|leader|commander|member|official|spokes))\b",
        passing=True,
    ),
    _row(
        "controls",
        "house",
        "body",
        r", (?:the|an?) (?:(?!(?:not|once|formerly)\b)[\w-]+ ){1,4}(?:run|controlled|operated) by (?:the )?",
        turned=True,
        passing=True,
    ),
    _row("controls", "house", "body", r", (?:the|an?) ", r"-(?:run|controlled|operated)\b", turned=True, passing=True),
    _row(
        "present_in",
        "land",
        "group",
        r"(?:, (?:he|she|it|they|the [a-z]+) [a-z]+ed,| has| have)? (?:is|are|was|were|been) "
        r"(?:sheltering|hosting|harbouring|harboring|housing) (?:the )?",
        turned=True,
    ),
    _row(
        "allied_with",
        "person",
        "party",
        r",?(?: (?:who )?(?:is|remains))?,? an? (?:(?:close|key|staunch|long-?time|longtime|political|important) )*"
        r"ally (?:of|to) (?:the )?(?:(?:president|prime minister|leader|general|late) )*",
        passing=True,
    ),
    _row(
        "leads",
        "person",
        "group",
        r",? whose ",
        r"(?!['’])(?:"
        + _ASIDE
        + r") (?:(?:fighters|forces|militia|men|movement|group|party) )?(?:(?:now|still|also) )*"
        r"(?:holds?|controls?|runs?|rules?|dominates?|fights?|has|have|is|are|wants?|seeks?)\b",
        passing=True,
    ),
)
_UNIT = re.compile(
    r"(?:Brigades?|Divisions?|Battalions?|Regiments?|Wing|Corps|Force|Command|Unit|Squad|Company|Legion|Front|Faction)$"
)
"""How the name of what may be a part of another body ends: "the Al-Quds Brigades of Islamic Jihad"."""
_UNSURE = re.compile(
    r"\b(?:if|unless|whether|would|could|might|may|not|never|no longer|should|once|formerly|until|had been)\b",
    re.IGNORECASE,
)


_OWN_PART = re.compile(
    rf"\b(?P<owner>its|their|(?:the|The) (?:group|movement|militia|organi[sz]ation|party)['’]s) (?:[a-z-]+ ){{0,2}}"
    rf"(?:{_ARM}|agency|outlet|channel|mouthpiece|station),? (?:called |known as )?(?:the )?[\"“]?$"
)
"""Before the name of a part whose whole is told by a word: "on its media arm, X", "the group's Y news agency"."""
_OWN_OUTLET = re.compile(r"\b(?P<owner>(?:the|The) (?:group|movement|militia|organi[sz]ation|party)['’]s) $")
_OUTLET = re.compile(r" (?:news agency|news outlet|media outlet|television channel|media arm|channel|radio station)\b")


def _own_parts(index: int, reading: Reading, references: References) -> Iterator[Draft]:
    mention = reading.mentions[index]
    if mention.kind not in _SORTS["part"] + ("company",):
        return
    start = reading.heads[index].sent.start_char
    before = reading.text[start : mention.span.start]
    found = _OWN_PART.search(before)
    if found is None and _OUTLET.match(reading.text, mention.span.end):
        found = _OWN_OUTLET.search(before)
    if found is None:
        return
    at = start + found.start("owner")
    words = found["owner"].split()
    at += len(words[0]) + 1 if len(words) > 1 else 0
    token = next((t for t in reading.heads[index].sent if t.idx == at), None)
    whole = references.resolve(token) if token is not None else None
    part = references.named(index)
    if whole is None or whole.kind not in _SORTS["body"] or country_of_name(whole.name) or whole.name == part.name:
        return
    yield Draft(part, "part_of", whole, reading.heads[index], told=False, times=False, why="its own part")


def worded(reading: Reading, references: References) -> Iterator[Draft]:
    """Every tie whose words stand between two neighbouring names of one sentence."""
    names = [i for i, m in enumerate(reading.mentions) if m.kind not in ("pronoun", "description")]
    for place, one in enumerate(names):
        yield from _own_parts(one, reading, references)
        for other in names[place + 1 : place + 3]:
            if reading.heads[one].sent != reading.heads[other].sent:
                break
            for row in _ROWS:
                yield from _told(row, one, other, reading, references)


def _told(row: _Row, one: int, other: int, reading: Reading, references: References) -> Iterator[Draft]:
    first, second = reading.mentions[one], reading.mentions[other]
    if first.kind not in _SORTS[row.one] or not _fits(row, second.kind, second.name):
        return
    text = reading.text
    if row.between.fullmatch(text, first.span.end, second.span.start) is None:
        return
    run = [m for m in reading.run_of(other) if m >= other] if row.predicate == "part_of" and row.turned else [other]
    if row.behind.match(text, reading.mentions[run[-1]].span.end) is None:
        return
    if row.between.pattern.startswith(" of ") and (not _UNIT.search(first.name) or country_of_name(second.name)):
        return
    sentence = reading.heads[one].sent
    if not row.passing and _UNSURE.search(text[sentence.start_char : second.span.start]):
        return
    for member in run:
        left, right = references.named(one), references.named(member)
        if row.turned:
            left, right = right, left
        yield from _draft(row, _acting(left, references), _acting(right, references), reading.heads[member])


def _fits(row: _Row, kind: str, name: str) -> bool:
    return kind in _SORTS[row.other] or (row.other in ("state", "party", "body") and country_of_name(name) is not None)


def _acting(ref: Ref, references: References) -> Ref:
    return ref if ref.kind != "place" or not country_of_name(ref.name) else references.acting(ref) or ref


def _draft(row: _Row, subject: Ref, thing: Ref, anchor: Token) -> Iterator[Draft]:
    if subject.name == thing.name:
        return
    yield Draft(
        subject,
        row.predicate,
        thing,
        anchor,
        item=Ref(row.item) if row.item else None,
        told=not row.passing,
        times=not row.passing,
        why=f"words between, {row.predicate}",
    )
