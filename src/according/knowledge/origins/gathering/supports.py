"""Claims without a statement that tell what a statement says: which, kept in step with what comes in.

"An army drone hit the market" stands behind the statement that the army attacked the market, read in another article:
one event, one deed, the same things. An article's own lead is told of by the claims below it too.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.gathering.scenes import (
    Telling,
    beside,
    candidates,
    enter,
    near,
    of_statements,
    scene_keys,
    telling_of,
    tellings,
    tells_the_same,
)
from according.knowledge.origins.gathering.speaking import MOODS
from according.knowledge.origins.noting import parts
from according.records import Claim, Statement

__all__ = ["support"]


def support(
    connection: Connection,
    statements: Collection[int],
    claims: Collection[int],
    contents: Collection[int],
    blocks: Collection[str],
) -> set[str]:
    """Settle again what these claims and contents tell of, and what tells of these statements or in these blocks.

    The blocks that claims support, or supported so far, and their own.
    """
    asked = set(contents)
    t, spoken = tables.support, tables.spoken
    keys: set[int] = set()
    for some in parts(statements):
        told = {seq: telling for seq, (_, telling) in _told(connection, some).items()}
        keys |= enter(connection, tables.sighting, told, some)
    for group in near(connection, tables.scene, beside(keys)).values():
        asked |= group
    changed = set(claims)
    for among in chunks(blocks):
        changed |= set(connection.scalars(select(t.c.claim).where(t.c.block.in_(among))))
    for some in parts(changed):
        asked |= set(connection.scalars(select(spoken.c.content).where(spoken.c.claim.in_(some))))
    for some in parts(asked):
        changed |= set(connection.scalars(select(spoken.c.claim).where(spoken.c.content.in_(some))))
    touched: set[str] = set()
    for some in parts(changed):
        touched |= set(connection.scalars(select(t.c.block).where(t.c.claim.in_(some))))
        touched |= set(connection.scalars(select(spoken.c.block).where(spoken.c.claim.in_(some))))
        connection.execute(delete(t).where(t.c.claim.in_(some)))
    rows = [row for some in parts(asked) for row in _supports(connection, some)]
    if rows:
        connection.execute(insert(t), rows)
    return touched | {row["block"] for row in rows}


def _told(connection: Connection, statements: Collection[int]) -> dict[int, tuple[Any, Telling]]:
    """The row of each of these statements, and what it was read from tells."""
    return {
        seq: (row, telling_of(MOODS.get(row.status or "", ""), json.loads(row.texts), (scene,)))
        for seq, (row, scene) in of_statements(connection, statements).items()
        if row.status != "denied"
    }


def _supports(connection: Connection, contents: Collection[int]) -> list[dict[str, Any]]:
    told = tellings(connection, contents, MOODS)
    own = {content: scene_keys(telling) for content, telling in told.items()}
    alive = near(connection, tables.scene, {key for keys in own.values() for key in keys})
    seen = near(connection, tables.sighting, beside(alive))
    under = {content: candidates(keys, alive, seen) for content, keys in own.items()}
    statements = {one for group in under.values() for one in group}
    if not statements:
        return []
    read = _told(connection, statements)
    rows = {seq: row for seq, (row, _) in read.items()}
    said = {seq: telling for seq, (_, telling) in read.items()}
    in_block: dict[int, str] = {}
    for some in parts(statements):
        t = tables.said
        found = connection.execute(select(t.c.statement, t.c.block).where(t.c.statement.in_(some)))
        in_block.update((row.statement, row.block) for row in found)
    claims = _claims(connection, told)
    made: list[dict[str, Any]] = []
    for content in sorted(told):
        fitting = [one for one in sorted(under[content]) if one in said and one in in_block]
        for claim in claims[content]:
            by_block: dict[str, list[str]] = defaultdict(list)
            for one in fitting:
                fact = decode(Statement, rows[one].body)
                objects = [end.name for end in (fact.object, fact.item) if end]
                if not _overlaps(claim, rows[one]) and tells_the_same(
                    told[content], said[one], claim.article, fact.predicate, objects
                ):
                    by_block[in_block[one]].append(rows[one].id)
            made += [
                {"claim": claim.seq, "block": block, "statements": json.dumps(sorted(ids))}
                for block, ids in sorted(by_block.items())
            ]
    return made


def _claims(connection: Connection, contents: Mapping[int, Telling]) -> dict[int, list[Any]]:
    t, c, body = tables.spoken, schema.claim, schema.claim_body
    found: dict[int, list[Any]] = defaultdict(list)
    for some in parts(contents.keys()):
        query = select(t.c.content, c.c.seq, c.c.article, c.c.status, body.c.body).join(c, c.c.seq == t.c.claim)
        query = query.join(body, body.c.seq == c.c.seq).where(t.c.content.in_(some), c.c.status != "denied")
        for row in connection.execute(query.order_by(c.c.seq)):
            found[row.content].append(row)
    return found


def _overlaps(claim: Any, statement: Any) -> bool:
    """Of one article, a statement of another voice or of the same characters is told of by its own claim."""
    if claim.article != statement.article:
        return False
    if statement.claim is not None:
        return True
    spans = decode(Statement, statement.body).evidence
    return any(span.overlaps(other) for span in decode(Claim, claim.body).content for other in spans)
