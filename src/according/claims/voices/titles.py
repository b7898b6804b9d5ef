"""Names of bodies that hold other names: "Revolutionary Armed Forces of Colombia", "Gulf Clan"."""

import re
from collections.abc import Mapping, Sequence

from according.records import Mention, Span

__all__ = ["MEMBERS_OF", "is_numbered", "is_title", "whole_titles"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLE = _words(
    "alliance army association band battalion brigade brigades cartel clan coalition command committee "
    "confederation congress corps council division federation fighters force forces foundation front gang "
    "group guard guards legion league militia militias movement network organization organisation party "
    "rebels regiment resistance squad tigers union units wing"
)
"""Words that make a capitalised run the name of a body."""

_DESKS = _words(
    "times post news institute university observer monitor tracker observatory radio television tribune "
    "herald centre center agency airlines crescent review journal bureau lab project initiative office"
)
"""Words that end a body's name when a place begins it: "Kivu Security Tracker", "Sahel Times"."""

_CAP = r"[A-Z][\w’'-]*"
_AFTER = re.compile(rf"(?:[ \u00a0]{_CAP})+")
_BEFORE = re.compile(rf"(?P<run>(?:{_CAP}[ \u00a0](?:(?:of|for|and|the)[ \u00a0])*)+)$")
_OF = re.compile(r"(?:of|for)(?: the)? $")
_IN = re.compile(r"in(?: the)? $")
_SHORT = re.compile(r",? (?:or |\()(?:the )?(?P<short>[A-Z][A-Z0-9-]{1,8})\b")
_ORDINAL = r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
_UNIT = r"(?:Division|Brigade|Battalion|Regiment|Corps|Command|Army)"
_NUMBERED = re.compile(
    rf"(?:the )?(?:\d+(?:st|nd|rd|th)\b|{_ORDINAL} (?:{_CAP} )*(?:{_UNIT}|Military (?:Region|District|Zone))\b)",
    re.IGNORECASE,
)
_UNIT_NUMBER = re.compile(
    rf"(?:{_CAP} ){{1,3}}(?:Division|Brigade|Battalion|Regiment|Command|Corps) (?:No\. )?\d{{1,4}}"
)
_UNITS = re.compile(
    rf"{_UNIT_NUMBER.pattern}\b|(?<![\w-]){_ORDINAL} (?:{_CAP} ){{0,3}}(?:{_UNIT}|Military (?:Region|District|Zone))\b"
    rf"|(?<![\w-])(?:North|South|East|West|Central)\w* Military (?:Command|Region|District|Zone)\b"
)
"""Units of a regular army, which the parser cuts in two: "Light Infantry Division 44", "Fourth Military Region"."""
_CAUSE = re.compile(
    rf"(?<![\w-])(?:{_CAP} ){{0,3}}"
    r"(?:Movement|Front|Union|Congress|Rally|Alliance|Coalition|Patriots|Forces|Party|Army)"
    rf" (?:for|of) (?:the )?(?:{_CAP})(?: {_CAP})*"
    rf"(?: (?:of|for|and) (?:the )?{_CAP}(?: {_CAP})*){{0,3}}(?: in (?:the )?{_CAP})?"
)
"""Bodies named by what they stand for, with the land behind: "Front for Change and Concord in Chad"."""
_VIRTUES = re.compile(
    r"(?<![\w-])(?:Justice|Peace|Freedom|Unity|Liberty|Dignity|Reform|Democracy|Equality|Truth|Progress) and "
    rf"{_CAP} (?:Movement|Front|Party|Alliance|Congress)\b"
)
_SUFFIXED = re.compile(r"\b(?:Army|Movement|Front|Party|Union|Council)[-–](?:[A-Z]\w*)$")
"""A faction by the letters or region behind its dash: "Liberation Movement-North"."""
_ABROAD = re.compile(r" in the (?:Greater [A-Z]\w+|Islamic [A-Z]\w+|Arabian Peninsula|Indian Subcontinent)\b")
MEMBERS_OF = re.compile(
    r"(?:Fighters|Members|Militants|Rebels|Gunmen|Soldiers|Insurgents|Militiamen|Jihadists|Guerrillas|Leaders|"
    r"Commanders|Supporters)(?: loyal)? (?:of|from|to|with) (?:the )?"
)
"""People of a body in front of its name, which are no part of the name."""


def is_title(name: str) -> bool:
    """True for a name of two words or more one of which makes it a body's ("Gulf Clan", "National Liberation Army")."""
    words = [w.lower() for w in re.split(r"[\s-]+", name)]
    return len(words) > 1 and bool(set(words) & _TITLE)


def is_numbered(name: str) -> bool:
    """True for a unit of a regular army: "103rd Infantry Brigade", "Fifth Division", "Light Infantry Division 44"."""
    return any(p.match(name) is not None for p in (_NUMBERED, _UNITS))


def whole_titles(text: str, known: Sequence[Mention], short: Mapping[str, str]) -> list[Span]:
    """Names of bodies that swallow the known name of a place or state, in text order.

    "Union for Peace in the Central African Republic" is one only where the text gives it a short form.
    """
    found: list[Span] = []
    for full in sorted(set(short.values()), key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(full)}(?!\w)", text):
            span = Span(*match.span())
            held = [m for m in known if m.span.overlaps(span)]
            if held and all(m.span.within(span) and m.span != span for m in held):
                found.append(span)
    for pattern in (_UNITS, _CAUSE, _VIRTUES):
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            lead = re.match(r"(?:The|A|An) |" + MEMBERS_OF.pattern, match.group())
            span = Span(span.start + (lead.end() if lead is not None else 0), span.end)
            held = [m for m in known if m.span.overlaps(span)]
            if pattern is _CAUSE and (" for " not in span.of(text) or any(m.span == span for m in held)):
                continue
            cut = any(not m.span.within(span) or m.kind in ("armed_group", "person") for m in held)
            if not cut and not any(span.overlaps(other) for other in found):
                found.append(span)
    for mention in known:
        abroad = _ABROAD.match(text, mention.span.end) if mention.kind == "armed_group" else None
        if abroad is not None:
            found.append(Span(mention.span.start, abroad.end()))
        if mention.kind not in ("place", "government"):
            continue
        around = _around(text, mention, short)
        if around is not None and not any(around.overlaps(other) for other in found):
            found.append(around)
    return found


def _around(text: str, mention: Mention, short: Mapping[str, str]) -> Span | None:
    start, end = mention.span.start, mention.span.end
    after = _AFTER.match(text, end)
    last = after.group().split()[-1].split("-")[-1].lower() if after is not None else ""
    suffixed = _SUFFIXED.search(after.group()) if after is not None else None
    if after is not None and (last in _TITLE | _DESKS or suffixed is not None):
        return Span(start, after.end())
    line = text[text.rfind("\n", 0, start) + 1 : start]
    abbreviated = _SHORT.match(text, end)
    joint = _OF.search(line) or (_IN.search(line) if abbreviated is not None else None)
    run = _BEFORE.search(line[: joint.start()]) if joint is not None else None
    if run is None:
        return None
    words = MEMBERS_OF.sub("", run["run"])
    words = re.sub(r"^(?:The|A|An) ", "", words)
    if not is_title(words.strip()) and not (abbreviated is not None and abbreviated["short"] in short):
        return None
    if re.search(r"\b(?:of|for|and|the)$", words.strip()) or not words.strip():
        return None
    return Span(start - (len(line) - (run.end() - len(words))), end)
