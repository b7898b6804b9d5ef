"""Claims without a statement in the store: put into blocks that say the same, and taken out again.

A block is a connected component of contents of one wording, or that tell the same of one event in other words
(`contents`), named by the smallest of them. Only what a change can
reach is walked again; the result is the same in whatever order claims came in.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from according.knowledge import schema
from according.knowledge.origins import tables
from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.gathering import scenes
from according.knowledge.origins.gathering.scenes import (
    Telling,
    alike,
    beside,
    candidates,
    elsewhere,
    enter,
    near,
    scene_keys,
    tellings,
)
from according.knowledge.origins.gathering.wordings import CROWD, content_id, keys_of, same_wording
from according.knowledge.origins.noting import parts

__all__ = ["MOODS", "block_of", "respeak"]

MOODS = dict.fromkeys(sorted(AHEAD), "ahead") | {"called_for": "called for", "declined": "declined"}
"""What is foreseen, threatened or asked for is gathered apart from what is said to be so."""
TOGETHER = 2_000


def block_of(content: int) -> str:
    """The block that contents are in of which this is the smallest."""
    return f"says:{content}|says"


def respeak(connection: Connection, claims: Collection[int]) -> tuple[set[str], set[int]]:
    """Put these claims into the blocks they belong to now; the blocks to be gathered again, the contents looked at."""
    ordered = sorted(claims)
    touched: set[str] = set()
    seen: set[int] = set()
    for start in range(0, len(ordered), TOGETHER):
        blocks, contents = _respeak(connection, ordered[start : start + TOGETHER])
        touched |= blocks
        seen |= contents
    return touched, seen


def _respeak(connection: Connection, claims: Collection[int]) -> tuple[set[str], set[int]]:
    t = tables.spoken
    touched: set[str] = set()
    contents: set[int] = set()
    for some in parts(claims):
        for row in connection.execute(select(t).where(t.c.claim.in_(some))):
            touched.add(row.block)
            contents.add(row.content)
        connection.execute(delete(t).where(t.c.claim.in_(some)))
    fresh: dict[int, list[int]] = {}
    rows = []
    for claim, mood, texts in _wordless(connection, claims):
        content = content_id(mood, texts)
        if content is not None:
            rows.append({"claim": claim, "content": content, "block": block_of(content)})
            fresh[content] = keys_of(mood, texts)
    if rows:
        connection.execute(insert(t), rows)
    close = _enter(connection, fresh) | _drop_empty(connection, contents - set(fresh))
    close |= _restage(connection, contents | set(fresh))
    return _walk(connection, _with_their_blocks(connection, close | contents | set(fresh)), touched)


def _restage(connection: Connection, contents: Collection[int]) -> set[int]:
    """Look up anew where and when these contents are told; the contents that stand beside them."""
    told = tellings(connection, contents, MOODS)
    keys = enter(connection, tables.scene, told, contents)
    under = near(connection, tables.scene, keys, scenes.CROWD + len(contents))
    return {content for some in under.values() for content in some}


def _with_their_blocks(connection: Connection, contents: Collection[int]) -> set[int]:
    """These contents and all that stood in one block with any of them: a tie may be gone."""
    t = tables.spoken
    found = set(contents)
    for some in parts(contents):
        blocks = select(t.c.block).where(t.c.content.in_(some))
        found |= set(connection.scalars(select(t.c.content).where(t.c.block.in_(blocks))))
    return found


def _wordless(connection: Connection, claims: Collection[int]) -> Iterator[tuple[int, str, list[str]]]:
    """Of these claims those that no statement was read from and nobody rejected: key, mood, content."""
    c, body, s = schema.claim, schema.claim_body, schema.statement
    bare = ~exists().where(s.c.claim == c.c.seq)
    for some in parts(claims):
        query = select(c.c.seq, c.c.status, body.c.texts).join(body, body.c.seq == c.c.seq)
        query = query.where(c.c.seq.in_(some), c.c.review != "reject", c.c.status != "declined", bare)
        for row in connection.execute(query.order_by(c.c.seq)).all():
            yield row.seq, MOODS.get(row.status, ""), json.loads(row.texts)


def _enter(connection: Connection, fresh: dict[int, list[int]]) -> set[int]:
    """Enter contents under their keys; the contents they may be near to."""
    p = tables.phrase
    known: set[int] = set()
    for some in parts(set(fresh)):
        known |= set(connection.scalars(select(p.c.content).where(p.c.content.in_(some))))
    rows = [{"key": key, "content": content} for content in sorted(set(fresh) - known) for key in fresh[content]]
    if rows:
        connection.execute(insert(p), rows)
    return _members(connection, {row["key"] for row in rows}, CROWD + len(fresh))


def _drop_empty(connection: Connection, contents: Collection[int]) -> set[int]:
    """Take out contents that no claim has any more; the contents that stood beside them."""
    t, p = tables.spoken, tables.phrase
    keys: set[int] = set()
    for some in parts(contents):
        left = set(connection.scalars(select(t.c.content).where(t.c.content.in_(some))))
        gone = sorted(set(some) - left)
        keys |= set(connection.scalars(select(p.c.key).where(p.c.content.in_(gone))))
        connection.execute(delete(p).where(p.c.content.in_(gone)))
    return _members(connection, keys, CROWD + len(contents)) | set(contents)


def _members(connection: Connection, keys: Collection[int], most: int) -> set[int]:
    return {content for some in _by_key(connection, keys, most).values() for content in some}


def _by_key(connection: Connection, keys: Collection[int], most: int) -> dict[int, list[int]]:
    """The contents under each key that has at most so many."""
    p = tables.phrase
    found: dict[int, list[int]] = defaultdict(list)
    for some in parts(keys):
        counted = select(p.c.key).where(p.c.key.in_(some)).group_by(p.c.key).having(func.count() <= most)
        few = list(connection.scalars(counted))
        for row in connection.execute(select(p.c.key, p.c.content).where(p.c.key.in_(few))):
            found[row.key].append(row.content)
    return found


def _walk(connection: Connection, start: Collection[int], touched: set[str]) -> tuple[set[str], set[int]]:
    """Components around these contents, walked and named again; the blocks this leaves and makes, and all walked."""
    t = tables.spoken
    ties: dict[int, set[int]] = defaultdict(set)
    texts: dict[int, str] = {}
    told: dict[int, Telling] = {}
    seen: set[int] = set()
    frontier = set(start)
    while frontier:
        seen |= frontier
        found: set[int] = set()
        worded = _worded_alike(connection, frontier, texts, told)
        for one, other in chain(_told_alike(connection, frontier, told), worded):
            ties[one].add(other)
            ties[other].add(one)
            found.add(other)
        frontier = found - seen
    blocks: set[str] = set()
    named: dict[int, str] = {}
    for content in sorted(seen):
        if content in named:
            continue
        stack, inside = [content], {content}
        while stack:
            for other in ties[stack.pop()] - inside:
                inside.add(other)
                stack.append(other)
        named |= dict.fromkeys(inside, block_of(min(inside)))
    members: dict[str, int] = defaultdict(int)
    moved: list[Any] = []
    for some in parts(seen):
        for row in connection.execute(select(t).where(t.c.content.in_(some))).all():
            members[named[row.content]] += 1
            if row.block != named[row.content]:
                blocks.add(row.block)
                moved.append((row.claim, named[row.content]))
    for claim, block in sorted(moved):
        connection.execute(update(t).where(t.c.claim == claim).values(block=block))
    return touched | blocks | {block for block, count in members.items() if count > 1 or block in touched}, seen


def _worded_alike(
    connection: Connection, contents: set[int], texts: dict[int, str], told: dict[int, Telling]
) -> Iterator[tuple[int, int]]:
    """Pairs of one of these contents and another in nearly the same words; `texts` and `told` keep what was read."""
    p = tables.phrase
    keys: set[int] = set()
    for some in parts(contents):
        keys |= set(connection.scalars(select(p.c.key).where(p.c.content.in_(some))))
    groups = _by_key(connection, keys, CROWD)
    texts |= _texts(connection, {c for group in groups.values() for c in group} - set(texts))
    tried: set[tuple[int, int]] = set()
    for group in groups.values():
        for one in sorted(set(group) & contents):
            for other in group:
                pair = (min(one, other), max(one, other))
                if one != other and pair not in tried:
                    tried.add(pair)
                    if one in texts and other in texts and same_wording(texts[one], texts[other]):
                        told |= tellings(connection, {one, other} - set(told), MOODS)
                        if one not in told or other not in told or not elsewhere(told[one], told[other]):
                            yield one, other


def _told_alike(connection: Connection, contents: set[int], told: dict[int, Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of one of these contents and another that tells the same of one event; `told` keeps what was read."""
    told |= tellings(connection, contents - set(told), MOODS)
    own = {content: scene_keys(told[content]) for content in sorted(contents) if content in told}
    under = near(connection, tables.scene, beside(key for keys in own.values() for key in keys))
    others = {one: candidates(keys, under, under) - {one} for one, keys in own.items()}
    told |= tellings(connection, {other for some in others.values() for other in some} - set(told), MOODS)
    for one, some in others.items():
        for other in sorted(some):
            if other in told and alike(told[one], told[other]):
                yield one, other


def _texts(connection: Connection, contents: Collection[int]) -> dict[int, str]:
    """The words of each content, as the first claim that has it puts them."""
    t, body = tables.spoken, schema.claim_body
    found: dict[int, str] = {}
    for some in parts(contents):
        first = select(t.c.content, func.min(t.c.claim).label("claim")).where(t.c.content.in_(some))
        grouped = first.group_by(t.c.content).subquery()
        query = select(grouped.c.content, body.c.texts).join(body, body.c.seq == grouped.c.claim)
        for row in connection.execute(query):
            found[row.content] = " ".join(json.loads(row.texts))
    return found
