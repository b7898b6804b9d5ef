"""Contents and statements with their day and place, looked up by what they tell: the store's side of `contents`.

A key is a spot, four days and one of the weightiest terms, or four days and a name of several words. So only what may
be of one event is ever compared, however large the store.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from according.knowledge import schema
from according.knowledge.origins import tables
from according.knowledge.origins.gathering.contents import (
    DAYS,
    ENOUGH,
    ENOUGH_ELSEWHERE,
    Gist,
    gist_of,
    same_gist,
    tells_of,
)
from according.knowledge.origins.noting import parts
from according.vocabularies import EVENTS

__all__ = [
    "Scene",
    "Telling",
    "alike",
    "beside",
    "candidates",
    "elsewhere",
    "enter",
    "near",
    "of_statements",
    "scene_keys",
    "telling_of",
    "tellings",
    "together",
]

SITES = 3
"""Spots of an article, in the order it names them, that its contents are looked up by; and those a content names."""
TERMS = 6
BUCKET = DAYS + 1
SHARED = 2
"""Keys that contents of one event share: two terms at a spot, or one at two."""
LOOKED_UP = 2_000
"""Keys a query."""
LATER = 0xFFFF
"""The bits of a key that say when."""
CROWD = 60
"""Contents under one key from which it tells nothing apart."""
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
TOLD = (*EVENTS, "controls")
_UNTOLD = frozenset({"CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""Acts of speech: a content that words one like another need not tell of the same act."""


@dataclass(frozen=True, slots=True)
class Scene:
    """When and where something is told: the article, its day, its spots in order, and those the words name."""

    article: int
    day: date | None
    spots: tuple[str, ...]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told (of a mood: said to be so, foreseen …), as a whole and sentence by sentence, and in which scenes."""

    mood: str
    gist: Gist
    sentences: tuple[Gist, ...]
    scenes: tuple[Scene, ...]


def telling_of(mood: str, texts: Sequence[str], scenes: tuple[Scene, ...]) -> Telling:
    """What these pieces of text tell in these scenes."""
    return Telling(mood, *_gists(tuple(texts)), scenes)


@lru_cache(maxsize=1 << 14)
def _gists(texts: tuple[str, ...]) -> tuple[Gist, tuple[Gist, ...]]:
    """Of the whole, and of its sentences where there are several; kept, since a content is looked at several times."""
    pieces = [piece for text in texts for piece in _SENTENCE.split(text) if piece]
    return gist_of(texts), tuple(gist_of([piece]) for piece in pieces) if len(pieces) > 1 else ()


def alike(one: Telling, other: Telling) -> bool:
    """True when the two tell the same of one event."""
    pairs = ((a, b) for a in one.scenes for b in other.scenes if a.article != b.article)
    return one.mood == other.mood and _same(pairs, one.gist, other.gist)


def tells_the_same(content: Telling, said: Telling, article: int, predicate: str, objects: Sequence[str]) -> bool:
    """True when the content, as this article tells it, tells in one sentence what the statement was read from."""
    pairs = [(a, b) for a in content.scenes if a.article == article for b in said.scenes]
    return content.mood == said.mood and any(
        tells_of(gist, said.gist, predicate, objects) and _same(pairs, gist, said.gist)
        for gist in content.sentences or (content.gist,)
    )


def _same(pairs: Iterable[tuple[Scene, Scene]], one: Gist, other: Gist) -> bool:
    phrases = bool(one.phrases & other.phrases)
    # without days there is only the spot to go by
    found = {_beside(a, b) and a.day is not None for a, b in pairs if together(a, b, phrases)}
    return bool(found) and same_gist(one, other, ENOUGH if True in found else ENOUGH_ELSEWHERE)


def _beside(a: Scene, b: Scene) -> bool:
    return a.article == b.article or not set(a.spots).isdisjoint(b.spots)


def elsewhere(one: Telling, other: Telling) -> bool:
    """True when the two name spots, and never the same."""
    return all(a.named and b.named and not a.named & b.named for a in one.scenes for b in other.scenes)


def together(a: Scene, b: Scene, phrases: bool) -> bool:
    """True when the two can be one event: days apart at most, one spot or a name of several words (`phrases`) shared,
    and not each at a spot of its own."""
    if (a.day is None) != (b.day is None):
        return False
    if a.day and b.day and abs((a.day - b.day).days) > DAYS:
        return False
    if a.named and b.named and not a.named & b.named:
        return False
    return phrases or _beside(a, b)


# ---- reading -----------------------------------------------------------------------------------------------------


def _of_claims(connection: Connection, claims: Collection[int]) -> dict[int, tuple[Any, Scene]]:
    """The row (texts, status) and scene of each of these claims."""
    c, body, a = schema.claim, schema.claim_body, schema.article
    rows: list[Any] = []
    for some in parts(claims):
        query = select(c.c.seq, c.c.article, c.c.status, body.c.texts, a.c.published)
        query = query.join(body, body.c.seq == c.c.seq).join(a, a.c.seq == c.c.article)
        rows += connection.execute(query.where(c.c.seq.in_(some))).all()
    return _with_scenes(connection, rows, schema.claim_ref, schema.claim_ref.c.claim)


def of_statements(connection: Connection, statements: Collection[int]) -> dict[int, tuple[Any, Scene]]:
    """The row and scene of each of these statements, of those that can be told of in other words."""
    s, body, a, c = schema.statement, schema.statement_body, schema.article, schema.claim
    rows: list[Any] = []
    for some in parts(statements):
        query = select(
            s.c.seq, s.c.id, s.c.article, s.c.claim, s.c.predicate, body.c.body, body.c.texts, a.c.published, c.c.status
        )
        query = query.join(body, body.c.seq == s.c.seq).join(a, a.c.seq == s.c.article)
        query = query.outerjoin(c, c.c.seq == s.c.claim)
        query = query.where(s.c.seq.in_(some), s.c.shown == 1, s.c.negated.is_(False), s.c.predicate.in_(TOLD))
        rows += connection.execute(query.where(s.c.predicate.not_in(sorted(_UNTOLD)))).all()
    return _with_scenes(connection, rows, schema.statement_ref, schema.statement_ref.c.statement)


def _with_scenes(
    connection: Connection, rows: list[Any], refs: Table, key: "Column[Any]"
) -> dict[int, tuple[Any, Scene]]:
    spots = _spots(connection, {row.article for row in rows})
    named: dict[int, set[str]] = defaultdict(set)
    for some in parts({row.seq for row in rows}):
        for row in connection.execute(select(refs.c.ref, key.label("of")).where(key.in_(some))):
            named[row.of].add(row.ref)
    return {
        row.seq: (
            row,
            Scene(
                row.article,
                date.fromisoformat(row.published) if row.published else None,
                spots[row.article],
                frozenset(named[row.seq].intersection(spots[row.article])),
            ),
        )
        for row in rows
    }


def _spots(connection: Connection, articles: Collection[int]) -> dict[int, tuple[str, ...]]:
    t = schema.article_ref
    found: dict[int, tuple[str, ...]] = dict.fromkeys(articles, ())
    for some in parts(articles):
        query = select(t.c.ref, t.c.article).where(t.c.article.in_(some), t.c.site > 0)
        for row in connection.execute(query.order_by(t.c.article, t.c.site)):
            found[row.article] += (row.ref,)
    return found


def tellings(connection: Connection, contents: Collection[int], moods: dict[str, str]) -> dict[int, Telling]:
    """What each of these contents tells, as the first claim that has it puts it; denials tell nothing."""
    t = tables.spoken
    claims: dict[int, list[int]] = defaultdict(list)
    for some in parts(contents):
        for row in connection.execute(select(t.c.content, t.c.claim).where(t.c.content.in_(some))):
            claims[row.content].append(row.claim)
    read = _of_claims(connection, {claim for of in claims.values() for claim in of})
    found: dict[int, Telling] = {}
    for content, of in claims.items():
        mine = [read[claim] for claim in sorted(of) if claim in read and read[claim][0].status != "denied"]
        if mine:
            first = mine[0][0]
            scenes = tuple(dict.fromkeys(scene for _, scene in mine))
            found[content] = telling_of(moods.get(first.status, ""), json.loads(first.texts), scenes)
    return found


# ---- keys --------------------------------------------------------------------------------------------------------


def scene_keys(telling: Telling) -> set[int]:
    """The keys of a telling: 48 bits for what and where, 16 for when; none where it says too little to be compared."""
    found: set[tuple[str, ...]] = set()
    for gist in (telling.gist, *telling.sentences):
        if gist.weight < ENOUGH:
            continue
        terms = sorted(gist.weights, key=lambda term: (-gist.weights[term], _hash(term)))[:TERMS]
        terms += [f"#{value}" for value, _ in gist.numbers][:2]
        found |= {("", phrase) for phrase in gist.phrases}
        for scene in telling.scenes:
            found |= {(spot, term) for spot in {*scene.spots[:SITES], *scene.named} for term in terms}
    days = {scene.day for scene in telling.scenes}
    whens = {("dated", day.toordinal() // BUCKET) if day else ("undated", 0) for day in days}
    return {_hash(telling.mood, dated, *what) & ~LATER | when & LATER for dated, when in whens for what in found}


def beside(keys: Iterable[int]) -> set[int]:
    """These keys, and those of the same in the days before and after."""
    return {key & ~LATER | (key + step) & LATER for key in keys for step in (-1, 0, 1)}


def _hash(*some: str) -> int:
    raw = "\0".join(some).encode("utf-8", "replace")
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "big", signed=True)


def enter(connection: Connection, table: Table, told: Mapping[int, Telling], gone: Collection[int]) -> set[int]:
    """Put these under their keys anew, and take out what is gone; the keys that this fills or leaves."""
    item = _item(table)
    before = set(_standing(connection, table, item.name, {*told, *gone}))
    after = {(key, one) for one, telling in told.items() for key in scene_keys(telling)}
    left = {one for _, one in before - after}
    for some in parts(left):
        connection.execute(delete(table).where(item.in_(some)))
    rows = [{"key": key, item.name: one} for key, one in sorted(after - before | {p for p in after if p[1] in left})]
    if rows:
        connection.execute(insert(table), rows)
    return {key for key, _ in before ^ after}


def candidates(keys: Collection[int], own: Container[int], under: Mapping[int, Collection[int]]) -> set[int]:
    """What shares enough keys with a telling of these; `own`: the keys that tell something apart where it stands.

    A key that tells nothing apart on its own days does so on no others.
    """
    found = Counter(other for key in beside(key for key in keys if key in own) for other in under.get(key, ()))
    return {other for other, times in found.items() if times >= SHARED}


def near(connection: Connection, table: Table, keys: Collection[int], most: int = CROWD) -> dict[int, set[int]]:
    """What stands under each of these keys that has at most so many."""
    found: dict[int, set[int]] = defaultdict(set)
    for key, item in _standing(connection, table, "key", keys):
        found[key].add(item)
    return {key: items for key, items in found.items() if len(items) <= most}


def _standing(connection: Connection, table: Table, column: str, among: Collection[int]) -> Iterator[tuple[int, int]]:
    """Keys and what stands under them. Thousands of whole numbers are looked up: bound one by one, they cost most."""
    ordered = sorted(among)
    for start in range(0, len(ordered), LOOKED_UP):
        numbers = ",".join(map(str, ordered[start : start + LOOKED_UP]))
        sql = f"SELECT key, {_item(table).name} FROM {table.name} WHERE {column} IN ({numbers})"
        yield from connection.exec_driver_sql(sql)


def _item(table: Table) -> "Column[Any]":
    return table.c.content if "content" in table.c else table.c.statement
