"""Several statements that say the same, as one proposition: who stands behind it, how independently, who denies it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from according.knowledge.origins.lineage.credits import same_outlet
from according.knowledge.origins.voices import Count, Origin, count
from according.records import Quantity, identify

__all__ = ["Gathered", "Line", "Weight", "gather", "in_words", "weigh"]

Weight = Literal["one", "upper", "nothing", "denies"]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a proposition, with where it stands and whose it is.

    `why` says how a denial without a statement of its own was found to deny this; `outlet_id` is the entity of the
    outlet where it has one; `circular`: its origin leads back to its own outlet.
    """

    statement: str
    claim: str | None
    article: str
    path: str
    outlet: str
    published: str
    family: str
    origin: Origin
    denies: bool
    status: str
    verification: str
    subject: str
    predicate: str
    object: str = ""
    item: str = ""
    place: str = ""
    place_id: str | None = None
    time: str = ""
    quantity: Quantity | None = None
    text: str = ""
    why: str = ""
    outlet_id: str = ""
    circular: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A proposition. `low`..`high` counts independent origins of those who affirm it (none of those who only deny).

    `numbers` are the quantities as worded, one entry a wording and origin: never averaged, never reduced to one.
    """

    id: str
    subject: str
    kind: str
    object: str
    item: str
    place: str
    place_id: str | None
    time: str
    low: int
    high: int
    origins: tuple[str, ...]
    unnamed: tuple[str, ...]
    unknown: int
    deniers: tuple[str, ...]
    outlets: int
    families: int
    circular: tuple[str, ...]
    numbers: tuple[tuple[str, Quantity], ...]
    lines: tuple[Line, ...]
    words: str


def gather(kind: str, lines: Sequence[Line]) -> Gathered:
    """One proposition from lines that say the same, in order of statement id."""
    ordered = tuple(sorted(lines, key=lambda line: line.statement))
    affirming = [line for line in ordered if not line.denies]
    stated = [line for line in ordered if line.predicate != "says"]
    shown = affirming or stated or list(ordered)
    behind = count(line.origin for line in affirming if not _echoes_itself(line))
    against = count(line.origin for line in ordered if line.denies)
    outlets = len({line.outlet for line in shown})
    families = len({line.family for line in shown})
    faces = [line for line in affirming if line.predicate != "says"] or stated or shown
    face = max(faces, key=lambda line: (len(line.object), len(line.place), line.statement))
    placed = next((line for line in shown if line.place_id), face)
    numbers = {(line.origin.name, line.quantity) for line in affirming if line.quantity}
    return Gathered(
        id=identify("proposition", kind, tuple(line.statement for line in ordered)),
        subject=face.subject,
        kind=kind,
        object=face.object,
        item=face.item,
        place=placed.place,
        place_id=placed.place_id,
        time=next((line.time for line in shown if line.time), ""),
        low=behind.low,
        high=behind.high,
        origins=behind.named,
        unnamed=behind.unnamed,
        unknown=behind.unknown,
        deniers=against.named + against.unnamed,
        outlets=outlets,
        families=families,
        circular=tuple(sorted({line.outlet for line in affirming if _echoes_itself(line)})),
        numbers=tuple(sorted(numbers, key=lambda pair: (pair[0], pair[1].text))),
        lines=ordered,
        words=_words(behind, against, affirming, outlets, families),
    )


def weigh(p: Gathered, line: Line) -> tuple[Weight, str]:
    """What this line of the proposition adds to the count of its origins, and why, in a sentence without a full stop.

    `one`: its origin counts one (once, however many lines it has); `upper`: it raises only the most there can be;
    `nothing`: neither; `denies`: it stands on the other side.
    """
    origin = line.origin
    if line.denies:
        return "denies", "; ".join(part for part in (origin.why, line.why) if part)
    if line.circular:
        return "nothing", f"{origin.why}, so it adds no origin"
    if _echoes_itself(line):
        return "nothing", f"{line.outlet} cites, through others, what began with itself"
    if origin.kind == "unknown":
        return "nothing", f"{origin.why}, so it adds no origin"
    others = sum(1 for other in p.lines if not other.denies and other.origin.key == origin.key) - 1
    again = f"; one origin together with {others} other reading{'' if others == 1 else 's'}" if others else ""
    if origin.kind == "named":
        return "one", f"{origin.why}{again}"
    if not p.origins:
        return "upper", f"{origin.why}; somebody said it, and may be the same person elsewhere{again}"
    return "upper", f"{origin.why}, so it may be one of the others{again}"


def _echoes_itself(line: Line) -> bool:
    """An outlet that cites, through others, what began with itself, or others that cite it."""
    return line.circular or (len(line.origin.through) > 1 and same_outlet(line.origin.name, line.outlet))


def _words(behind: Count, against: Count, affirming: Sequence[Line], outlets: int, families: int) -> str:
    deniers = ", ".join([*against.named, *(f"unnamed: {name}" for name in against.unnamed)])
    if not affirming:
        return f"denied by {deniers or 'an article in its own voice'}; nobody here says it"
    words = in_words(behind.low, behind.high, behind.named, behind.unnamed, behind.unknown, outlets, families)
    return f"{words}; denied by {deniers}" if deniers else words


def in_words(
    low: int, high: int, named: Sequence[str], unnamed: Sequence[str], unknown: int, outlets: int, families: int
) -> str:
    """As in "1 origin (Arakan Army), 3 outlets, 2 families"."""
    amount = str(low) if low == high else f"{low} to {high}"
    who = ", ".join([*named, *(f"unnamed: {name}" for name in unnamed)])
    parts = [f"{amount} origin{'' if low == high == 1 else 's'}" + (f" ({who})" if who else "")]
    parts.append(f"{outlets} outlet{'' if outlets == 1 else 's'}")
    parts.append(f"{families} famil{'y' if families == 1 else 'ies'}")
    if unknown:
        parts.append(f"{unknown} of unknown lineage")
    return ", ".join(parts)
