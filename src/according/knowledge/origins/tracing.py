"""Whose word a reading is in the end: outlets that cite each other are followed to where it began. Pure.

An outlet named as the source ("X reported") is no origin where X's own report stands beside it: its source is. Outlets
that lead back to each other are no origin at all. A body that a copied paragraph only describes ("the statement said")
is the one that the family's other readings of the same thing name.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from according.knowledge.origins.lineage.credits import fold_outlet
from according.knowledge.origins.propositions import Line
from according.knowledge.origins.voices import Origin

__all__ = ["traced"]


def traced(lines: Sequence[Line]) -> list[Line]:
    """The lines of one proposition, in their order, each with the origin it leads back to."""
    return _through_outlets(_described(lines))


def _described(lines: Sequence[Line]) -> list[Line]:
    named: dict[tuple[str, bool], dict[str, Origin]] = defaultdict(dict)
    for line in sorted(lines, key=lambda line: line.statement):
        if line.origin.kind == "named":
            named[line.family, line.denies].setdefault(line.origin.key, line.origin)
    found = []
    for line in lines:
        others = named.get((line.family, line.denies), {})
        if line.origin.key.startswith("described:") and len(others) == 1:
            other = next(iter(others.values()))
            why = f"{line.origin.name!r} is {other.name} in the text it shares with its kin"
            through = (line.origin.name, *line.origin.through)
            line = replace(line, origin=Origin(other.key, "named", other.name, through, why))
        found.append(line)
    return found


def _through_outlets(lines: Sequence[Line]) -> list[Line]:
    by_outlet: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: line.statement):
        if not line.denies:
            for name in _names_of(line):
                by_outlet[name].append(line)
    return [line if line.denies or line.origin.kind != "named" else _follow(line, by_outlet) for line in lines]


def _names_of(line: Line) -> set[str]:
    return {name for name in (line.outlet_id, f"outlet:{fold_outlet(line.outlet)}") if name not in ("", "outlet:")}


def _follow(line: Line, by_outlet: dict[str, list[Line]]) -> Line:
    origin, been, through = line.origin, _names_of(line), list(line.origin.through)
    while True:
        here = {origin.key, f"outlet:{fold_outlet(origin.name)}"}
        if here & been:
            if origin is line.origin:
                return line  # the outlet's own word
            circle = f"{line.outlet} and {line.origin.name} cite each other for it"
            unknown = Origin(f"unknown:{line.family}", "unknown", "unknown lineage", tuple(through), circle)
            return replace(line, origin=unknown, circular=True)
        theirs = {
            other.origin.key: other.origin
            for name in sorted(here)
            for other in by_outlet.get(name, ())
            if other.article != line.article and other.origin.kind != "unknown"
        }
        if not theirs:
            break
        been |= here
        through.insert(0, origin.name)
        origin = theirs[min(theirs)]
    if origin is line.origin:
        return line
    why = f"{line.origin.name} has it from {origin.name}"
    return replace(line, origin=Origin(origin.key, origin.kind, origin.name, tuple(through), why))
