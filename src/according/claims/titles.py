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
    """True for a unit of a regular army: "103rd Infantry Brigade", "the 2nd Corps"."""
    return re.match(r"(?:the )?\d+(?:st|nd|rd|th)\b", name, re.IGNORECASE) is not None


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
    for mention in known:
        if mention.kind not in ("place", "government"):
            continue
        around = _around(text, mention, short)
        if around is not None and not any(around.overlaps(other) for other in found):
            found.append(around)
    return found


def _around(text: str, mention: Mention, short: Mapping[str, str]) -> Span | None:
    start, end = mention.span.start, mention.span.end
    after = _AFTER.match(text, end)
    last = re.split(r"[ -]", after.group())[-1].lower() if after is not None else ""
    if after is not None and last in _TITLE | _DESKS:
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
