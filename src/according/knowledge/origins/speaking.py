"""Claims without a statement in the store: put into blocks of one wording, and taken out again.

A block is a connected component of contents of one wording, named by the smallest of them. Only what a change can
reach is walked again; the result is the same in whatever order claims came in.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from according.knowledge import schema
from according.knowledge.origins import tables
from according.knowledge.origins.followups import AHEAD
from according.knowledge.origins.noting import parts
from according.knowledge.origins.wordings import CROWD, content_id, keys_of, same_wording

__all__ = ["MOODS", "block_of", "respeak"]

MOODS = dict.fromkeys(sorted(AHEAD), "ahead") | {"called_for": "called for", "declined": "declined"}
"""What is foreseen, threatened or asked for is gathered apart from what is said to be so."""
TOGETHER = 2_000


def block_of(content: int) -> str:
    """The block that contents are in of which this is the smallest."""
    return f"says:{content}|says"


def respeak(connection: Connection, claims: Collection[int]) -> set[str]:
    """Put these claims into the blocks they belong to now; the blocks to be gathered again."""
    ordered = sorted(claims)
    touched: set[str] = set()
    for start in range(0, len(ordered), TOGETHER):
        touched |= _respeak(connection, ordered[start : start + TOGETHER])
    return touched


def _respeak(connection: Connection, claims: Collection[int]) -> set[str]:
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
    near = _enter(connection, fresh) | _drop_empty(connection, contents - set(fresh))
    return touched | _walk(connection, near | set(fresh), touched)


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


def _walk(connection: Connection, start: Collection[int], touched: Collection[str]) -> set[str]:
    """Components around these contents, walked and named again; the blocks this leaves and makes."""
    p, t = tables.phrase, tables.spoken
    texts: dict[int, str] = {}
    ties: dict[int, set[int]] = defaultdict(set)
    seen: set[int] = set()
    frontier = set(start)
    while frontier:
        seen |= frontier
        keys: set[int] = set()
        for some in parts(frontier):
            keys |= set(connection.scalars(select(p.c.key).where(p.c.content.in_(some))))
        groups = _by_key(connection, keys, CROWD)
        texts |= _texts(connection, {c for group in groups.values() for c in group} - set(texts))
        found: set[int] = set()
        tried: set[tuple[int, int]] = set()
        for group in groups.values():
            for one in sorted(set(group) & frontier):
                for other in group:
                    pair = (min(one, other), max(one, other))
                    if one != other and pair not in tried:
                        tried.add(pair)
                        if one in texts and other in texts and same_wording(texts[one], texts[other]):
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
    return blocks | {block for block, count in members.items() if count > 1 or block in touched}


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
