"""Where voices disagree: typed, explained, with both sides. Pure. Nothing here says who is right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import PurePath
from typing import Literal

from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.lines import SPEAKING
from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.sentences import in_plain_words, verb
from according.records import Quantity, identify

__all__ = ["Contradiction", "Kind", "Side", "contradictions"]

Kind = Literal["denial", "polarity", "number", "place", "time", "control", "affiliation"]

ONCE = frozenset({"SEIZE", "founded", "hold", "SANCTION"})
"""What happens to one object once in a while: two days or two places for it do not go together."""
EXCLUSIVE = frozenset({"loyal_to", "part_of", "leads"})
"""Ties of which one actor commonly has one at a time; two from different origins are worth a look, no more."""
APART_DAYS = 2
"""Reports of one event by different origins often differ by a day (time zones, night operations)."""

HELD_DAYS = 30
"""Days after which another holder may be a later one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the sides: what it holds, in the words of its origins, and the lines it stands on."""

    says: str
    origins: tuple[str, ...]
    proposition: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both be so as worded. `id` stays while the statements on both sides stay.

    `dismissed` is set where a person judged that this is none.
    """

    id: str
    kind: Kind
    why: str
    sides: tuple[Side, Side]
    dismissed: bool = False


def contradictions(propositions: Iterable[Gathered]) -> list[Contradiction]:
    """All contradictions within and between these propositions, in order of id; the order of input is nothing."""
    all_of = sorted(propositions, key=lambda p: p.id)
    found = [c for p in all_of for c in (*_denials(p), *_numbers(p))]
    found += _between(all_of)
    return sorted({c.id: c for c in found}.values(), key=lambda c: c.id)


def _denials(p: Gathered) -> list[Contradiction]:
    against = [line for line in p.lines if line.denies]
    affirming = [line for line in p.lines if not line.denies]
    if not against or not affirming:
        return []
    if p.kind in SPEAKING and all(line.origin.name != p.subject for line in against):
        return []  # who rejects a demand does not deny that it was made
    denied = any(line.status == "denied" for line in against)
    mine = _side(p, affirming, in_plain_words(p))
    other = _side(p, against, f"not so: {in_plain_words(p)}")
    who = ", ".join(other.origins) or "the article"
    several = len(other.origins) > 1 or any(_several(name) for name in other.origins)
    does = ("deny", "say the opposite of") if several else ("denies", "says the opposite of")
    why = f"{who} {does[0] if denied else does[1]} what {_whose(mine)}"
    return [_contradiction("denial" if denied else "polarity", why, mine, other)]


def _numbers(p: Gathered) -> list[Contradiction]:
    counted = [line for line in p.lines if line.quantity and not line.denies]
    found = []
    for one, other in combinations(counted, 2):
        a, b = one.quantity, other.quantity
        if a is None or b is None or one.origin.key == other.origin.key or a.unit != b.unit:
            continue
        if _disjoint(a, b):
            first, second = sorted((one, other), key=lambda line: line.statement)
            why = f"{a.text!r} and {b.text!r} do not overlap"
            found.append(
                _contradiction(
                    "number", why, *(_side(p, [x], x.quantity.text if x.quantity else "") for x in (first, second))
                )
            )
    return found


def _disjoint(a: Quantity, b: Quantity) -> bool:
    infinity = float("inf")
    a_low, a_high = (-infinity if a.low is None else a.low), (infinity if a.high is None else a.high)
    b_low, b_high = (-infinity if b.low is None else b.low), (infinity if b.high is None else b.high)
    return a_high < b_low or b_high < a_low


def _between(all_of: Sequence[Gathered]) -> list[Contradiction]:
    by_place: dict[str, list[Gathered]] = defaultdict(list)
    by_object: dict[tuple[str, str, str], list[Gathered]] = defaultdict(list)
    by_tie: dict[tuple[str, str], list[Gathered]] = defaultdict(list)
    for p in all_of:
        if all(line.denies for line in p.lines):
            continue
        if p.kind == "hold" and p.place_id and _is_the_place(p):
            by_place[p.place_id].append(p)
        if p.kind in ONCE and p.object:
            by_object[p.subject, p.kind, p.object.casefold()].append(p)
        if p.kind in EXCLUSIVE and p.object:
            by_tie[p.subject, p.kind].append(p)
    found = []
    for rivals in by_place.values():
        for one, other in combinations(rivals, 2):
            if one.subject != other.subject and not _of_one_mind(one, other) and _rival_holders(one, other):
                why = f"{one.subject} and {other.subject} are each said to hold {one.place}"
                found.append(_contradiction("control", why, _whole(one), _whole(other)))
    for same in by_object.values():
        for one, other in combinations(same, 2):
            if one.place_id and other.place_id and one.place_id != other.place_id and _together(one, other):
                why = f"one puts it in {one.place}, the other in {other.place}"
                found.append(_contradiction("place", why, _whole(one), _whole(other)))
            elif _days_apart(one, other) > APART_DAYS and (one.place_id == other.place_id):
                why = f"one says {one.time}, the other {other.time}"
                found.append(_contradiction("time", why, _whole(one), _whole(other)))
    for ties in by_tie.values():
        for one, other in combinations(ties, 2):
            if set(one.origins) and set(other.origins) and set(one.origins) != set(other.origins):
                what = f"{one.subject} {verb(one.kind, one.subject)} {one.object}"
                why = f"{what} according to one, {other.object} according to the other"
                found.append(_contradiction("affiliation", why, _whole(one), _whole(other)))
    return found


def _rival_holders(one: Gathered, other: Gathered) -> bool:
    """Whether somebody says of one that it holds what the other is said, about then, to hold or to have taken.

    An article that calls a town "the army's last stronghold" tells how it was before, and who took it comes after; only
    who says that it holds out says otherwise. What is held changes hands within weeks.
    """
    for holds, rival in ((one, other), (other, one)):
        still = [x for x in holds.lines if not x.denies and x.predicate != "SEIZE" and x.origin.kind != "unknown"]
        others = [x for x in rival.lines if not x.denies and x.status not in AHEAD]
        if any(_about_then(a, b) for a in still if a.status not in AHEAD for b in others):
            return True
    return False


def _about_then(one: Line, other: Line) -> bool:
    a, b = _when(one), _when(other)
    return a is None or b is None or abs((a - b).days) <= HELD_DAYS


def _when(line: Line) -> date | None:
    """The day a line is of: its own, the first of its month where it gives one, else that of publication."""
    for text in (line.time, f"{line.time}-01", f"{line.time}-01-01", line.published):
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    return None


def _of_one_mind(one: Gathered, other: Gathered) -> bool:
    """One origin says both: it sees them share what they hold."""
    return bool({line.origin.key for line in one.lines} & {line.origin.key for line in other.lines})


def _is_the_place(p: Gathered) -> bool:
    """The place itself is what is held, not something that stands in it."""
    return not p.object or p.object.casefold() in p.place.casefold() or p.place.casefold() in p.object.casefold()


def _days(p: Gathered) -> list[date]:
    days = []
    for line in p.lines:
        text = line.time if len(line.time) == 10 else ""
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            continue
    return days


def _days_apart(one: Gathered, other: Gathered) -> int:
    """Days between the nearest exact days the two give; 0 where one gives none."""
    return min((abs((a - b).days) for a in _days(one) for b in _days(other)), default=0)


def _together(one: Gathered, other: Gathered) -> bool:
    return _days_apart(one, other) <= APART_DAYS


def _whose(side: Side) -> str:
    if not side.origins:
        line = side.lines[0]
        outlet = line.outlet if line.outlet != line.article else PurePath(line.path).name or "an article"
        return f"{outlet} reports without a source"
    return f"{', '.join(side.origins)} said" if len(side.origins) < 4 else f"{len(side.origins)} origins said"


def _several(name: str) -> bool:
    """True for a description in the plural ("two villagers"); a name counts as one."""
    head = name.partition(" in ")[0].partition(" of ")[0]
    return name[:1].islower() and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def _whole(p: Gathered) -> Side:
    return _side(p, [line for line in p.lines if not line.denies], in_plain_words(p))


def _side(p: Gathered, lines: Sequence[Line], says: str) -> Side:
    names = {line.origin.name for line in lines if line.origin.kind != "unknown"}
    return Side(says, tuple(sorted(names)), p.id, tuple(lines))


def _contradiction(kind: Kind, why: str, one: Side, other: Side) -> Contradiction:
    evidence = sorted(tuple(line.statement for line in side.lines) for side in (one, other))
    return Contradiction(identify("contradiction", kind, evidence), kind, why, (one, other))
