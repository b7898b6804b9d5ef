"""Contradictions between contents in the store: kept in step with what comes in, and read with both sides.

Tellings of harm meet under the places of their event, some days at a time, and within their article. A place of which
more is told in those days than one event could be is passed over: its tellings cannot be told apart by their words.
What stands under a place and some days is a function of the tellings there alone, so settling step by step and
rebuilding from nothing give the same rows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from according.knowledge import schema
from according.knowledge.dialects import insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.contradictions import Contradiction, Kind, Side
from according.knowledge.origins.disputes.told.tellings import Clash, Telling, clashes
from according.knowledge.origins.lines import claim_line, read_claims
from according.knowledge.origins.noting import parts
from according.knowledge.origins.propositions import Line
from according.records import identify

__all__ = ["between_claims", "clash", "enter_tellings", "leave_tellings", "rows_of"]

CROWD = 30
"""Tellings of one place and four days from which it is no single event."""
BUCKET = 4
"""Days under one key; what was published in neighbouring ones meets too."""
TOGETHER = 100
"""Keys looked at with one query."""
MOST = 5_000
"""Pairs that are read at once, of the latest days."""


def rows_of(told: Iterable[tuple[int, Telling]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What tellings, by the keys of their claims, are stored as: themselves, and the keys they meet under."""
    bodies, keys = [], []
    for claim, telling in told:
        bodies.append({"claim": claim, "body": encode(telling)})
        bucket = telling.published.toordinal() // BUCKET if telling.published else 0
        keys.append({"key": f"={telling.article}", "bucket": bucket, "claim": claim})
        if telling.published is not None:
            keys += [{"key": name, "bucket": bucket, "claim": claim} for name in telling.where]
    return bodies, keys


def enter_tellings(connection: Connection, bodies: list[dict[str, Any]], keys: list[dict[str, Any]]) -> None:
    """File tellings, and note that what stands beside them is to be compared again."""
    if bodies:
        connection.execute(insert(tables.telling), bodies)
        connection.execute(insert(tables.meeting), keys)
        _note(connection, keys)


def leave_tellings(connection: Connection, keys: list[dict[str, Any]]) -> None:
    """Take out what `enter_tellings` filed under these keys."""
    for table in (tables.telling, tables.meeting):
        for some in parts({row["claim"] for row in keys}):
            connection.execute(delete(table).where(table.c.claim.in_(some)))
    _note(connection, keys)


def _note(connection: Connection, keys: Iterable[Mapping[str, Any]]) -> None:
    noted = sorted({f"meeting:{row['bucket']}:{row['key']}" for row in keys})
    insert_new(connection, tables.unsettled, [{"what": what} for what in noted])


def clash(connection: Connection, noted: Iterable[str]) -> None:
    """Compare again what is told under these keys (`BUCKET:KEY`)."""
    by_key: dict[str, set[int]] = defaultdict(set)
    for what in noted:
        bucket, _, key = what.partition(":")
        by_key[key].add(int(bucket))
    ordered = sorted(by_key)
    for start in range(0, len(ordered), TOGETHER):
        _compare(connection, {key: by_key[key] for key in ordered[start : start + TOGETHER]})


def _compare(connection: Connection, by_key: Mapping[str, Collection[int]]) -> None:
    s, t, c = tables.meeting, tables.telling, tables.clash
    near = or_(*((s.c.key == k) & s.c.bucket.between(min(b) - 1, max(b) + 1) for k, b in sorted(by_key.items())))
    query = select(s.c.key, s.c.bucket, s.c.claim).where(near)
    there: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(query.order_by(s.c.claim)):
        if any(abs(row.bucket - bucket) <= 1 for bucket in by_key[row.key]):
            there[row.key][row.bucket].append(row.claim)
    for key, buckets in by_key.items():
        for bucket in buckets:
            here = (c.c.key == key) & c.c.first.in_((bucket - 1, bucket)) & (c.c.last >= bucket)
            connection.execute(delete(c).where(here))
    pairs = dict(_pairs(by_key, there))
    told: dict[int, Telling] = {}
    for some in parts({claim for one, other, _ in pairs for claim in (one, other)}):
        rows = connection.execute(select(t).where(t.c.claim.in_(some)))
        told.update((row.claim, decode(Telling, row.body)) for row in rows)
    entries = []
    found: dict[tuple[int, int], str] = {}
    for (one, other, key), (low, high) in pairs.items():
        if (one, other) not in found:
            mine, theirs = sorted((told[one], told[other]), key=lambda t: t.claim)  # whichever came first
            some_of = tuple(clashes(mine, theirs))
            found[one, other] = encode(_Clashes(some_of)) if some_of else ""
        if body := found[one, other]:
            entries.append({"key": key, "one": one, "other": other, "first": low, "last": high, "body": body})
    if entries:
        connection.execute(insert(c), entries)


@dataclass(frozen=True, slots=True)
class _Clashes:
    found: tuple[Clash, ...]


def _pairs(
    by_key: Mapping[str, Collection[int]], there: Mapping[str, Mapping[int, Sequence[int]]]
) -> Iterator[tuple[tuple[int, int, str], tuple[int, int]]]:
    """Tellings to be compared, the earlier first, with the key and the buckets they stand in."""
    for key, buckets in by_key.items():
        crowds = there.get(key, {})
        for bucket in buckets:
            mine = crowds.get(bucket, ())
            if len(mine) > CROWD:
                continue
            for beside in (bucket - 1, bucket, bucket + 1):
                others = crowds.get(beside, ())
                if len(others) > CROWD:
                    continue
                for one in mine:
                    for other in others:
                        if one != other and (beside != bucket or one < other):
                            first, second = (one, bucket), (other, beside)
                            low, high = sorted((first, second))
                            yield (low[0], high[0], key), (min(bucket, beside), max(bucket, beside))


# ---- read --------------------------------------------------------------------------------------------------------


def between_claims(
    connection: Connection, *, about: str | None = None, told: Collection[frozenset[str | None]] = ()
) -> tuple[list[Contradiction], list[Contradiction]]:
    """Contradictions between contents, the sure ones and those for a person to decide, each in order of id.

    about: only where a claim of either side names this actor or place (canonical id), or is said by it; told: pairs of
    claims (ids) of which it is told already that they contradict.
    """
    c = tables.clash
    named = _naming(about)
    pairs = select(c.c.one, c.c.other, c.c.body, func.max(c.c.last).label("last"))
    if about is not None:
        pairs = pairs.where(or_(c.c.one.in_(named), c.c.other.in_(named)))
    pairs = pairs.group_by(c.c.one, c.c.other, c.c.body).order_by(func.max(c.c.last).desc(), c.c.one, c.c.other)
    rows = connection.execute(pairs.limit(MOST)).all()
    lines = _lines(connection, {claim for row in rows for claim in (row.one, row.other)})
    sure: list[_Pair] = []
    unsure: list[_Pair] = []
    for row in rows:
        if row.one not in lines or row.other not in lines:
            continue
        one, other = sorted((lines[row.one], lines[row.other]), key=lambda line: line.statement)
        if one.origin.key == other.origin.key:
            continue
        if frozenset((one.claim, other.claim)) in told:
            continue
        for found in decode(_Clashes, row.body).found:
            (sure if found.sure else unsure).append(_Pair(found, one, other))
    firm = _gathered(sure)
    seen = {frozenset((a.claim, b.claim)) for one in firm for a in one.sides[0].lines for b in one.sides[1].lines}
    perhaps = [pair for pair in unsure if frozenset((pair.one.claim, pair.other.claim)) not in seen]
    return firm, _gathered(perhaps)


@dataclass(frozen=True, slots=True)
class _Pair:
    clash: Clash
    one: Line
    other: Line


def _lines(connection: Connection, claims: Collection[int]) -> dict[int, Line]:
    """The lines of claims that nobody rejected."""
    claim = schema.claim
    kept: set[int] = set()
    for some in parts(claims):
        kept |= set(connection.scalars(select(claim.c.seq).where(claim.c.seq.in_(some), claim.c.review != "reject")))
    if not kept:
        return {}
    read = read_claims(connection, kept)
    return {seq: claim_line(row, read) for seq, row in read.claims.items()}


def _naming(about: str | None) -> Select[Any]:
    """The claims (their keys) that name this actor or place, or that it says."""
    ref, node = schema.claim_ref, schema.node
    members = select(node.c.id).where(node.c.canonical == about)
    return select(ref.c.claim).where(or_(ref.c.ref == about, ref.c.ref.in_(members)))


def _gathered(pairs: Iterable[_Pair]) -> list[Contradiction]:
    """Pairs in which the same stands against the same as one contradiction: what a reprint says again is no other.

    What stands on a side is a number (its count) or a yes or no; sides that share a claim are of one event.
    """
    by_topic: dict[tuple[Kind, str, str], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        first, second = sorted((pair.clash.says_key, pair.clash.other_key))
        by_topic[pair.clash.kind, first, second].append(pair)
    made = []
    for topic, some in by_topic.items():
        groups: list[_Group] = []
        for pair in sorted(some, key=lambda p: (p.one.statement, p.other.statement, p.clash.says, p.clash.other)):
            turned = pair.clash.says_key != topic[1]
            one, other = (pair.other, pair.one) if turned else (pair.one, pair.other)
            says = (pair.clash.other, pair.clash.says) if turned else (pair.clash.says, pair.clash.other)
            group = _Group({one.statement: one}, {other.statement: other}, says, pair.clash.why)
            for near in [g for g in groups if one.statement in g.one or other.statement in g.other]:
                groups.remove(near)
                group = _Group(near.one | group.one, near.other | group.other, near.says, near.why)
            groups.append(group)
        made += [_contradiction(topic, group) for group in groups]
    return sorted(made, key=lambda one: one.id)


@dataclass(frozen=True, slots=True)
class _Group:
    one: dict[str, Line]
    other: dict[str, Line]
    says: tuple[str, str]
    why: str


def _contradiction(topic: tuple[Kind, str, str], group: _Group) -> Contradiction:
    """One of the sides on each; its id hangs on the first that said so, so that it stays when others repeat it."""
    sides = (_side(group.says[0], group.one.values()), _side(group.says[1], group.other.values()))
    evidence = sorted(side.lines[0].statement for side in sides)
    return Contradiction(identify("contradiction", *topic, evidence), topic[0], group.why, sides)


def _side(says: str, lines: Iterable[Line]) -> Side:
    ordered = tuple(sorted(lines, key=lambda line: (line.published, line.statement)))
    names = {line.origin.name for line in ordered if line.origin.kind != "unknown"}
    return Side(says, tuple(sorted(names)), "", ordered)
