"""The map: who is said to be where, who is said to hold what, and what a site is said to serve, as of a day.

Only what is told as having happened is drawn: threats, forecasts, conditions and calls are left out.
A place known only as a region carries its radius and `area`; what could not be put on the earth is listed, not lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from according.knowledge.rows import RefRow, StatementRow
from according.pictures.lines import Backing, back_statements, is_foreseen, key_of
from according.records import Place, Time, identify
from according.vocabularies import EVENTS

__all__ = ["Deployment", "DeploymentMap", "Kind", "Timing", "draw_map", "timing_of"]

Kind = Literal["control", "presence", "movement", "use", "event"]
Timing = Literal["within", "possible", "undated"]
"""`within`: every time given covers the day for certain; `possible`: the day lies between the bounds;
`undated`: the text gives no time, so only the day of publication is known."""

_RELATIONS: dict[str, Kind] = {
    "controls": "control",
    "present_in": "presence",
    "moved_to": "movement",
    "used_for": "use",
}
_TIMINGS: tuple[Timing, ...] = ("within", "possible", "undated")


@dataclass(frozen=True, slots=True)
class Deployment:
    """One actor (or use) at one place. `position` is None when the place could not be put on the earth.

    actor: who is there or holds it; None for a use that names nobody
    use: what the site serves (kind `use`) or what happened (kind `event`: the PLOVER type), in the text's words
    """

    id: str
    kind: Kind
    place: RefRow
    position: Place | None
    actor: RefRow | None
    use: str | None
    timing: Timing
    backing: Backing


@dataclass(frozen=True, slots=True)
class DeploymentMap:
    """`placed` can be drawn, `unplaced` has no coordinates; `as_of` is None for everything ever said.

    `left_out` counts statements about places that are threats, forecasts, conditions or calls.
    `first`/`last` are the first and last day a slider needs: from the first time or publication to the last.
    """

    as_of: date | None
    placed: tuple[Deployment, ...]
    unplaced: tuple[Deployment, ...]
    left_out: int
    first: date | None
    last: date | None


def draw_map(
    statements: Iterable[StatementRow],
    *,
    as_of: date | None = None,
    known_by: date | None = None,
    kinds: Sequence[Kind] = ("control", "presence", "movement", "use"),
) -> DeploymentMap:
    """What the statements put where. Events are drawn when `kinds` names them.

    With `as_of`, a dated statement counts when its bounds allow that day; one without an end holds on; one without a
    time counts from the publication of its article on (always, where that is unknown too). `known_by` leaves out
    articles published later, which gives the picture as it could be known then; undated articles stay.
    """
    groups: dict[tuple[str, str, str, str], list[tuple[StatementRow, Timing]]] = {}
    left_out = 0
    days: list[date] = []
    for row in statements:
        kind = _kind_of(row.statement.predicate)
        where = _place_of(row)
        if kind is None or kind not in kinds or where is None:
            continue
        published = row.article.published
        if known_by is not None and published is not None and published > known_by:
            continue
        if is_foreseen(row):
            left_out += 1
            continue
        days += _days(row)
        timing = timing_of(row.statement.time, published, as_of)
        if timing is None:
            continue
        actor, use = _who(row, kind)
        key = (kind, (row.position.id if row.position else key_of(where)), key_of(actor), (use or "").casefold())
        groups.setdefault(key, []).append((row, timing))
    drawn = [_deployment(key, group) for key, group in groups.items()]
    return DeploymentMap(
        as_of=as_of,
        placed=tuple(item for item in drawn if item.position is not None),
        unplaced=tuple(item for item in drawn if item.position is None),
        left_out=left_out,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def timing_of(time: Time | None, published: date | None, as_of: date | None) -> Timing | None:
    """How a statement with this time stands to the day `as_of`; None when it does not reach that day."""
    bounds = () if time is None else (time.earliest_start, time.latest_start, time.earliest_end, time.latest_end)
    if time is None or not any(bounds):
        if as_of is None or published is None or published <= as_of:
            return "undated"
        return None
    if as_of is None:
        exact = time.earliest_start is not None and time.earliest_start == time.latest_start
        return "within" if exact else "possible"
    if time.earliest_start is not None and as_of < time.earliest_start:
        return None
    if time.latest_end is not None and as_of > time.latest_end:
        return None
    begun = time.latest_start is not None and time.latest_start <= as_of
    lasting = time.earliest_end is not None and as_of <= time.earliest_end
    return "within" if begun and lasting else "possible"


def _kind_of(predicate: str) -> Kind | None:
    # a threat made at a place is words, not a deed done there
    return "event" if predicate in EVENTS and predicate != "THREATEN" else _RELATIONS.get(predicate)


def _place_of(row: StatementRow) -> RefRow | None:
    if row.place is not None:
        return row.place
    if row.statement.predicate == "used_for":
        return row.subject
    if row.statement.predicate in ("controls", "present_in", "moved_to"):
        return row.object
    return None


def _who(row: StatementRow, kind: Kind) -> tuple[RefRow | None, str | None]:
    if kind == "use":
        return None, row.object.name if row.object else None
    if kind == "event":
        target = f" {row.object.name}" if row.object else ""
        return row.subject, row.statement.predicate + target
    return row.subject, None


def _days(row: StatementRow) -> list[date]:
    time = row.statement.time
    known = (time.earliest_start, time.latest_end) if time is not None else ()
    return [day for day in (*known, row.article.published) if day is not None]


def _deployment(key: tuple[str, str, str, str], group: Sequence[tuple[StatementRow, Timing]]) -> Deployment:
    rows = [row for row, _ in group]
    first = next((row for row in rows if row.position is not None), rows[0])
    kind = _kind_of(first.statement.predicate)
    where = _place_of(first)
    assert kind is not None
    assert where is not None  # rows of no kind or without a place were left out before grouping
    actor, use = _who(first, kind)
    return Deployment(
        id=identify("deployment", *key),
        kind=kind,
        place=where,
        position=first.position,
        actor=actor,
        use=use,
        timing=min((timing for _, timing in group), key=_TIMINGS.index),
        backing=back_statements(rows),
    )
