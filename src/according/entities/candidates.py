"""Names of different articles that may be one: proposed with a reason, for a person to decide. Never applied."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.entities.names import compare, fold, initials, skeleton, sound, words
from according.vocabularies import EntityKind

__all__ = ["Candidate", "Named", "propose"]

_ACTORS = ("organization", "government", "armed_group", "company", "media")
SPELLING = 0.86
"""Least Jaro-Winkler likeness (0 to 1) at which two spellings are worth a person's look."""
CROWD = 40
"""More names than this under one key say that the key is a common word; such a key proposes nothing."""


@dataclass(frozen=True, slots=True)
class Named:
    """A node to compare: its id, the name to show, its kind, and further names seen for it."""

    id: str
    name: str
    kind: EntityKind
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two nodes that may be one. `score` (0 to 1) orders the queue; it is no probability. `a` < `b`."""

    a: str
    b: str
    score: float
    why: str


def propose(names: Sequence[Named], *, limit: int | None = None) -> list[Candidate]:
    """Pairs worth a person's look, most alike first, each with its reason; the same input gives the same list.

    Compared are only names that share a key (a word by sound, all initials, the consonants), so that ten thousand
    names stay quick. Names that differ in a number ("Brigade 30", "Brigade 31") are never proposed, nor a person with
    a group or a place with anything else.
    """
    blocks: dict[str, list[Named]] = defaultdict(list)
    for named in sorted(names, key=lambda n: n.id):
        for key in set(_keys(named)):
            blocks[key].append(named)
    best: dict[tuple[str, str], Candidate] = {}
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > CROWD:
            continue
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if one.id == other.id or not _comparable(one.kind, other.kind):
                    continue
                pair = (min(one.id, other.id), max(one.id, other.id))
                if pair in best:
                    continue
                found = _alike(one, other)
                if found is not None:
                    best[pair] = Candidate(*pair, round(found[0], 3), found[1])
    ranked = sorted(best.values(), key=lambda c: (-c.score, c.a, c.b))
    return ranked[:limit]


def _keys(named: Named) -> Iterator[str]:
    for name in (named.name, *named.also):
        meaningful = words(name)
        for word in meaningful:
            if len(word) > 2:
                yield f"w:{sound(word)}"
        if len(meaningful) > 1:
            yield f"i:{''.join(w[0] for w in meaningful)}"
            yield f"i:{initials(name).lower()}"
        elif name.isupper():
            yield f"i:{fold(name)}"
        bones = skeleton(name)
        if len(bones) >= 4:
            yield f"s:{bones}"


def _comparable(a: EntityKind, b: EntityKind) -> bool:
    return a == b or (a in _ACTORS and b in _ACTORS)


def _alike(a: Named, b: Named) -> tuple[float, str] | None:
    found = [
        match
        for x in (a.name, *a.also)
        for y in (b.name, *b.also)
        if (match := _compared(x, y, "person" in (a.kind, b.kind))) is not None
    ]
    return max(found, key=lambda f: f[0]) if found else None


def _compared(x: str, y: str, person: bool) -> tuple[float, str] | None:
    if _numbers(x) != _numbers(y):
        return None
    match = compare(x, y)
    if match is not None:
        return match.score, match.why
    wx, wy = words(x), words(y)
    short, long = sorted(((x, wx), (y, wy)), key=lambda p: len(p[1]))
    if len(short[1]) == 1 and short[0].isupper() and len(short[0]) > 1 and initials(long[0]) == short[0]:
        return 0.75, f"{short[0]!r} are the initials of {long[0]!r}"
    if (
        person
        and len(short[1]) < len(long[1])
        and [sound(w) for w in short[1]] == [sound(w) for w in long[1]][-len(short[1]) :]
    ):
        return (0.6 if len(short[1]) == 1 else 0.8), f"{short[0]!r} may be the last name of {long[0]!r}"
    if set(wx) < set(wy) or set(wy) < set(wx):
        few = min(len(wx), len(wy))
        if few > 1 or (few == 1 and not person and len(short[1][0]) > 4 and len(long[1]) == 2):
            return 0.55 + 0.1 * min(few, 3), f"every word of {short[0]!r} is in {long[0]!r}"
    if len(wx) == len(wy):
        from rapidfuzz.distance import JaroWinkler

        each = [JaroWinkler.similarity(p, q) for p, q in zip(sorted(wx), sorted(wy), strict=True)]
        if min(each) >= SPELLING and max(len(fold(x)), len(fold(y))) > 5:
            return min(each) * 0.9, f"{x!r} and {y!r} are spelt nearly alike"
    return None


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
