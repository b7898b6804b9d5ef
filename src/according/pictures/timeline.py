"""The timeline: what is said to have happened when, in three lanes, so that nothing looks more exact than its text.

When it happened, when it was said and when it was published are three things; a moment shows the first and lists
the publication days of what it rests on beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from according.knowledge.rows import ClaimRow, RefRow, StatementRow
from according.pictures.lines import FORESEEN, Backing, Line, back_claims, gather_lines, key_of
from according.records import Time, identify
from according.vocabularies import EVENTS

__all__ = ["Lane", "Moment", "Timeline", "draw_timeline", "lane_of"]

Lane = Literal["exact", "approximate", "undated"]
"""`exact`: one known day begins it; `approximate`: a month, a year, "since 2020"; `undated`: the text does not say."""

_HAPPENS = frozenset(EVENTS) | {"founded", "moved_to"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the timeline.

    `time` is None, or words without bounds ("in recent months"), in the undated lane; `actors` are the named ends,
    subject first.
    `line` is None for a dated claim that was not read as data; `text` is then the claim's own words.
    """

    id: str
    lane: Lane
    time: Time | None
    text: str
    actors: tuple[RefRow, ...]
    foreseen: bool
    line: Line | None
    backing: Backing


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes, each sorted by time (undated: by publication). `first`/`last` bound the dated lanes."""

    exact: tuple[Moment, ...]
    approximate: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    first: date | None
    last: date | None


def draw_timeline(
    statements: Iterable[StatementRow],
    claims: Iterable[ClaimRow] = (),
    *,
    since: date | None = None,
    until: date | None = None,
) -> Timeline:
    """Events, foundings and moves, dated relations, and dated claims that were not read as data.

    `since` and `until` keep the moments whose bounds touch that stretch of time; undated ones are then left out, since
    nobody can tell whether they belong.
    """
    rows = list(statements)
    read = {row.statement.claim for row in rows if row.statement.time is not None}
    moments: list[Moment] = []
    by_time: dict[str, list[StatementRow]] = {}
    for row in rows:
        if row.statement.time is not None or row.statement.predicate in _HAPPENS:
            by_time.setdefault(_when(row.statement.time), []).append(row)
    for when, group in by_time.items():
        moments += [_of_line(line, when) for line in gather_lines(group)]
    moments += [_of_claim(row) for row in claims if _tells_when(row) and row.claim.id not in read]
    if since is not None or until is not None:
        moments = [moment for moment in moments if _touches(moment.time, since, until)]
    lanes: dict[Lane, list[Moment]] = {"exact": [], "approximate": [], "undated": []}
    for moment in moments:
        lanes[moment.lane].append(moment)
    days = [day for moment in moments if moment.time is not None for day in _days(moment.time)]
    return Timeline(
        exact=tuple(sorted(lanes["exact"], key=_order)),
        approximate=tuple(sorted(lanes["approximate"], key=_order)),
        undated=tuple(sorted(lanes["undated"], key=_order)),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def lane_of(time: Time | None) -> Lane:
    """The lane a time belongs in: exact only when the day it began is known."""
    if time is None or not _days(time):
        return "undated"
    if time.earliest_start is not None and time.earliest_start == time.latest_start:
        return "exact"
    return "approximate"


def _when(time: Time | None) -> str:
    if time is None or not _days(time):
        return ""
    return repr((time.earliest_start, time.latest_start, time.earliest_end, time.latest_end))


def _of_line(line: Line, when: str) -> Moment:
    time = next(iter(line.backing.times), None)
    ends = (line.subject, line.object, line.item, line.place)
    return Moment(
        id=identify("moment", *line.key, line.backing.status if line.foreseen else "", when),
        lane=lane_of(time),
        time=time,
        text=f"{line.subject.name} {line.text}",
        actors=tuple({key_of(end): end for end in ends if end is not None and end.id is not None}.values()),
        foreseen=line.foreseen,
        line=line,
        backing=line.backing,
    )


def _tells_when(row: ClaimRow) -> bool:
    """True when the claim's own words say when; a day beside them is the day it was said."""
    time = row.claim.time
    return time is not None and (time.span is None or any(time.span.within(span) for span in row.claim.content))


def _of_claim(row: ClaimRow) -> Moment:
    speaker = row.chain[0]
    return Moment(
        id=identify("moment", row.claim.id),
        lane=lane_of(row.claim.time),
        time=row.claim.time,
        text=" … ".join(row.texts),
        actors=(RefRow(speaker.entity, speaker.name, speaker.voice.kind),) if speaker.entity else (),
        foreseen=row.claim.status in FORESEEN,
        line=None,
        backing=back_claims([row]),
    )


def _days(time: Time) -> list[date]:
    bounds = (time.earliest_start, time.latest_start, time.earliest_end, time.latest_end)
    return [day for day in bounds if day is not None]


def _touches(time: Time | None, since: date | None, until: date | None) -> bool:
    days = _days(time) if time is not None else []
    if time is None or not days:
        return False
    ends_before = since is not None and time.latest_end is not None and time.latest_end < since
    starts_after = until is not None and time.earliest_start is not None and time.earliest_start > until
    return not ends_before and not starts_after


def _order(moment: Moment) -> tuple[date, date, str]:
    days: Sequence[date] = _days(moment.time) if moment.time is not None else ()
    start = moment.time.earliest_start if moment.time is not None else None
    said = moment.backing.said_first or date.max
    return (start or min(days, default=said), said, moment.text)
