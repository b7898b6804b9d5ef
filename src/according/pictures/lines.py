"""A line of a picture: statements that say the same, gathered, with everything that stands behind them.

Every picture is made of lines. A line never forgets where it comes from: `Backing` lists the claims, statements and
articles, who speaks, how (status), what the articles say about it (verification), and when.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from according.knowledge.rows import ClaimRow, RefRow, StatementRow
from according.pictures import wording
from according.records import Quantity, Time
from according.vocabularies import STATUSES

__all__ = [
    "FORESEEN",
    "Backing",
    "Line",
    "Mark",
    "back_claims",
    "back_statements",
    "gather_lines",
    "is_foreseen",
    "key_of",
    "speaks_against",
]

Mark = Literal["said", "unverified", "disputed", "denied"]
"""How to draw a line: `denied` when every voice denies or doubts it; `disputed` when some say it and some deny or
doubt it; `unverified` when everyone who says it holds it at arm's length or the article could not check it; else
`said`. None of them means that it is so."""

FORESEEN: tuple[str, ...] = ("threatened", "predicted", "conditional", "called_for")
"""Statuses of what has not happened: a threat, forecast, condition or call never becomes a fact of a picture."""

_CAUTION = ("denied_by_other", "unverified", "none", "confirmed")
_FIRMNESS = ("asserted", "hedged", "threatened", "predicted", "conditional", "called_for", "doubted", "denied")


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind one drawn thing.

    claims: ids of the claims that say (or deny) it; `statements` the data rows read from them
    articles: ids of all articles concerned; `own_voice` those that say it themselves, through no claim
    denials: the ids in `statements` (in `claims`, where there are no statements) that deny or doubt it
    voices: who says it, innermost speakers in order of appearance; an outlet's name for its own voice
    status: the firmest status among the voices; `statuses` counts all of them
    verification: the most cautious verification note; `verifications` counts all of them
    negated: True when nothing but denials stands behind it
    times: the distinct times the texts give; `earliest` the first day any of them allows, `latest` the last day,
        None when no text gives one or one of them is open
    said_first, said_last: publication days of the articles, None when no article has one
    texts: the verbatim words, distinct, in order
    """

    claims: tuple[str, ...]
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    own_voice: tuple[str, ...]
    denials: tuple[str, ...]
    voices: tuple[str, ...]
    status: str
    statuses: tuple[tuple[str, int], ...]
    verification: str
    verifications: tuple[tuple[str, int], ...]
    negated: bool
    mark: Mark
    times: tuple[Time, ...]
    earliest: date | None
    latest: date | None
    said_first: date | None
    said_last: date | None
    texts: tuple[str, ...]

    @property
    def dated(self) -> bool:
        """True when at least one text says when."""
        return bool(self.times)


@dataclass(frozen=True, slots=True)
class Line:
    """One relation or event as drawn. `foreseen` is True for threats, forecasts, conditions and calls: no fact.

    `quantities` are every number given for it, as worded and as an interval, never averaged.
    """

    subject: RefRow
    predicate: str
    object: RefRow | None
    item: RefRow | None
    place: RefRow | None
    foreseen: bool
    backing: Backing
    quantities: tuple[Quantity, ...] = ()
    modes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What makes this line itself and no other: its ends, predicate, item and place."""
        return (key_of(self.subject), self.predicate, key_of(self.object), key_of(self.item), key_of(self.place))

    @property
    def text(self) -> str:
        """The line in words: predicate, object, item and place, without the subject."""
        parts = [wording.predicate(self.predicate, foreseen=self.foreseen)]
        if self.object is not None:
            parts.append(self.object.name)
        if self.item is not None:
            parts.append(f"({self.item.name})")
        if self.place is not None and key_of(self.place) not in (key_of(self.subject), key_of(self.object)):
            parts.append(f"at {self.place.name}")
        return " ".join(parts)


def key_of(ref: RefRow | None) -> str:
    """What tells one end from another: the entity's id, or the folded words of plain text; empty for no end."""
    if ref is None:
        return ""
    return ref.id or "text:" + " ".join(ref.name.casefold().split())


def is_foreseen(row: StatementRow) -> bool:
    """True when the statement speaks of what has not happened (yet)."""
    return row.statement.status in FORESEEN


def speaks_against(row: StatementRow) -> bool:
    """True when the statement denies or doubts what it is about."""
    return row.statement.negated or row.statement.status in ("denied", "doubted")


def back_statements(rows: Sequence[StatementRow]) -> Backing:
    """The backing of statements that say (or deny) the same thing. ValueError when there is none."""
    if not rows:
        raise ValueError("a line needs at least one statement behind it")
    pro = [row for row in rows if not speaks_against(row)]
    denials = tuple(dict.fromkeys(row.statement.id for row in rows if speaks_against(row)))
    return _back(
        claims=[row.statement.claim for row in rows if row.statement.claim is not None],
        statements=[row.statement.id for row in rows],
        articles=[row.article.id for row in rows],
        own_voice=[row.article.id for row in rows if row.statement.claim is None],
        denials=denials,
        voices=[_voice(row) for row in rows],
        statuses=[row.statement.status for row in rows],
        verifications=[row.verification for row in rows],
        held_off=[row.verification == "unverified" or row.statement.status == "hedged" for row in pro],
        times=[row.statement.time for row in rows],
        said=[row.article.published for row in rows],
        texts=[text for row in rows for text in row.texts],
    )


def back_claims(rows: Sequence[ClaimRow]) -> Backing:
    """The backing of claims taken as they are, without statements. ValueError when there is none."""
    if not rows:
        raise ValueError("a line needs at least one claim behind it")
    against = [row.claim.status in ("denied", "doubted") for row in rows]
    pro = [row for row, no in zip(rows, against, strict=True) if not no]
    return _back(
        claims=[row.claim.id for row in rows],
        statements=[],
        articles=[row.article.id for row in rows],
        own_voice=[],
        denials=tuple(row.claim.id for row, no in zip(rows, against, strict=True) if no),
        voices=[wording.voice(row.chain[0].name, row.chain[0].voice.name) for row in rows],
        statuses=[row.claim.status for row in rows],
        verifications=[row.claim.verification for row in rows],
        held_off=[row.claim.verification == "unverified" or row.claim.status == "hedged" for row in pro],
        times=[row.claim.time for row in rows],
        said=[row.article.published for row in rows],
        texts=[text for row in rows for text in row.texts],
    )


def gather_lines(rows: Iterable[StatementRow]) -> tuple[Line, ...]:
    """Statements that say the same become one line, in order of first appearance; facts and forecasts stay apart.

    The same is said when subject, predicate, object, item and place agree (after the judgements on who is who).
    """
    groups: dict[tuple[str, str, str, str, str, str], list[StatementRow]] = {}
    for row in rows:
        # a threat and a forecast of the same thing are two lines: the board for one must not show the other
        realm = row.statement.status if is_foreseen(row) else ""
        ends = (key_of(row.subject), row.statement.predicate, key_of(row.object), key_of(row.item), key_of(row.place))
        groups.setdefault((*ends, realm), []).append(row)
    return tuple(_line(group) for group in groups.values())


def _line(rows: Sequence[StatementRow]) -> Line:
    first = rows[0]
    return Line(
        subject=first.subject,
        predicate=first.statement.predicate,
        object=first.object,
        item=first.item,
        place=first.place,
        foreseen=is_foreseen(first),
        backing=back_statements(rows),
        quantities=tuple(dict.fromkeys(row.statement.quantity for row in rows if row.statement.quantity is not None)),
        modes=tuple(dict.fromkeys(row.statement.mode for row in rows if row.statement.mode)),
    )


def _voice(row: StatementRow) -> str:
    return wording.voice(row.speaker, row.article.outlet)


def _back(
    *,
    claims: list[str],
    statements: list[str],
    articles: list[str],
    own_voice: list[str],
    denials: tuple[str, ...],
    voices: list[str],
    statuses: list[str],
    verifications: list[str],
    held_off: list[bool],
    times: Sequence[Time | None],
    said: Sequence[date | None],
    texts: list[str],
) -> Backing:
    mark: Mark = "denied" if not held_off else "disputed" if denials else "unverified" if all(held_off) else "said"
    given = tuple(dict.fromkeys(time for time in times if time is not None))
    starts = [time.earliest_start for time in given if time.earliest_start is not None]
    ends = [time.latest_end for time in given]
    closed = [end for end in ends if end is not None]
    days = [day for day in said if day is not None]
    return Backing(
        claims=tuple(dict.fromkeys(claims)),
        statements=tuple(dict.fromkeys(statements)),
        articles=tuple(dict.fromkeys(articles)),
        own_voice=tuple(dict.fromkeys(own_voice)),
        denials=denials,
        voices=tuple(dict.fromkeys(voices)),
        status=min(statuses, key=_rank(_FIRMNESS)),
        statuses=_count(statuses, STATUSES),
        verification=min(verifications, key=_rank(_CAUTION)),
        verifications=_count(verifications, _CAUTION),
        negated=not held_off,
        mark=mark,
        times=given,
        earliest=min(starts, default=None),
        latest=max(closed) if closed and len(closed) == len(ends) else None,
        said_first=min(days, default=None),
        said_last=max(days, default=None),
        texts=tuple(dict.fromkeys(texts)),
    )


def _rank(order: Sequence[str]) -> Callable[[str], int]:
    return lambda value: order.index(value) if value in order else len(order)


def _count(values: Iterable[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: _rank(order)(pair[0])))
