"""Denials without a statement in the store: which block each stands against, kept in step with what comes in."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select

from according.knowledge import schema
from according.knowledge.clusters import chunks, with_undoings
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.across import denied_elsewhere, may_deny
from according.knowledge.origins.disputes.denials import Denial, denials_of
from according.knowledge.origins.noting import denials_naming, parts
from according.knowledge.origins.propositions import Gathered
from according.knowledge.origins.sentences import in_plain_words
from according.knowledge.reader import Reader
from according.knowledge.resolution import in_force, latest
from according.records import Claim, Judgement

__all__ = ["Possible", "attach", "possible_denials"]

MANY = 2_000
"""Statements from which every denial is looked at: cheaper than asking for each what it may be denied by."""


def attach(connection: Connection, statements: Collection[int], claims: Collection[int]) -> set[str]:
    """Settle again what is denied by and in what changed; the blocks that denials left, joined or stand in."""
    _enter(connection, claims)
    asked = _beside(connection, statements, claims) | set(claims)
    if len(statements) >= MANY:
        asked |= set(connection.scalars(select(tables.disputed.c.claim).distinct()))
    else:
        asked |= _naming(connection, statements)
    t = tables.denial
    touched: set[str] = set()
    for some in parts(asked):
        rows = _bare(connection, some)
        decided = _decided(connection, {row.id: row.seq for row in rows})
        found = {one.claim: one for one in denials_of(connection, rows)}
        left = [row for row in rows if row.seq not in found and row.seq not in decided]
        found.update((one.claim, one) for one in denied_elsewhere(connection, left))
        found.update(decided)
        old = connection.execute(select(t).where(t.c.claim.in_(some))).all()
        touched |= {row.block for row in old} | {one.block for one in found.values()}
        connection.execute(delete(t).where(t.c.claim.in_(some)))
        new = [
            {"claim": one.claim, "block": one.block, "statements": json.dumps(one.statements), "why": one.why}
            for _, one in sorted(found.items())
        ]
        if new:
            connection.execute(insert(t), new)
    return touched


@dataclass(frozen=True, slots=True)
class Possible:
    """A denial (id of its claim), whose it is, its words, and a proposition (id, in words) it may deny, and why."""

    claim: str
    speaker: str
    text: str
    proposition: str
    says: str
    why: str


def possible_denials(reader: Reader) -> list[Possible]:
    """What denials without a statement may deny in other articles, where no rule is sure; for a person to decide."""
    t, p, said, s = tables.disputed, tables.proposition, tables.said, schema.statement
    with reader.connect() as connection:
        open_ones = select(t.c.claim).where(t.c.claim.not_in(select(tables.denial.c.claim))).distinct()
        found = []
        for some in parts(set(connection.scalars(open_ones))):
            for row in _bare(connection, some):
                may = dict(may_deny(connection, row))
                blocks = select(said.c.block).join(s, s.c.seq == said.c.statement).where(s.c.id.in_(sorted(may)))
                bodies = connection.scalars(select(p.c.body).where(p.c.block.in_(blocks)).order_by(p.c.id)).all()
                speaker, text = decode(Claim, row.body).chain[0].name, " … ".join(json.loads(row.texts))
                for one in (decode(Gathered, body) for body in bodies):
                    why = next((may[line.statement] for line in one.lines if line.statement in may), None)
                    if why:
                        found.append(Possible(row.id, speaker, text, one.id, in_plain_words(one), why))
    return found


def _bare(connection: Connection, claims: Collection[int]) -> list[Any]:
    """Of these claims the denials that no statement was read from and nobody rejected, in order of key."""
    c, body, s = schema.claim, schema.claim_body, schema.statement
    bare = ~exists().where(s.c.claim == c.c.seq)
    query = select(c.c.seq, c.c.id, c.c.article, body.c.body, body.c.texts, body.c.nodes)
    query = query.join(body, body.c.seq == c.c.seq).where(c.c.seq.in_(claims), c.c.status == "denied")
    return list(connection.execute(query.where(c.c.review != "reject", bare).order_by(c.c.seq)))


def _enter(connection: Connection, claims: Collection[int]) -> None:
    """Keep in step which denials name whom."""
    t, ref = tables.disputed, schema.claim_ref
    for some in parts(claims):
        connection.execute(delete(t).where(t.c.claim.in_(some)))
        seqs = [row.seq for row in _bare(connection, some)]
        rows = connection.execute(select(ref.c.ref, ref.c.claim).where(ref.c.claim.in_(seqs))).all()
        if rows:
            connection.execute(insert(t), [{"ref": row.ref, "claim": row.claim} for row in rows])


def _beside(connection: Connection, statements: Collection[int], claims: Collection[int]) -> set[int]:
    """The denials in the articles of these."""
    s, c = schema.statement, schema.claim
    articles: set[int] = set()
    for table, keys in ((s, statements), (c, claims)):
        for some in parts(keys):
            articles |= set(connection.scalars(select(table.c.article).where(table.c.seq.in_(some))))
    found: set[int] = set()
    for some in parts(articles):
        found |= set(connection.scalars(select(c.c.seq).where(c.c.article.in_(some), c.c.status == "denied")))
    return found


def _naming(connection: Connection, statements: Collection[int]) -> set[int]:
    """The denials that name, under whatever name, what these statements speak of."""
    ref = schema.statement_ref
    refs: set[str] = set()
    for some in parts(statements):
        refs |= set(connection.scalars(select(ref.c.ref).where(ref.c.statement.in_(some))))
    return denials_naming(connection, refs)


def _decided(connection: Connection, claims: dict[str, int]) -> dict[int, Denial]:
    """What persons said these claims (keys by id) deny."""
    j, s, t = schema.judgement, schema.statement, tables.said
    said: dict[str, Judgement] = {}
    for some in chunks(set(claims)):
        query = select(j.c.body).where(j.c.subject.in_(some), j.c.verdict == "denies")
        said.update((one.id, one) for body in connection.scalars(query) for one in [decode(Judgement, body)])
    holds: Iterable[Judgement] = in_force(with_undoings(connection, said).values()).values() if said else ()
    found: dict[int, Denial] = {}
    for one in sorted((j for j in holds if j.person and j.verdict == "denies"), key=latest):
        query = select(t.c.block).join(s, s.c.seq == t.c.statement).where(s.c.id == one.object, s.c.shown == 1)
        block = connection.scalar(query)
        if block is not None and one.object:
            why = f"{one.by} says so" + (f": {one.why}" if one.why else "")
            found[claims[one.subject]] = Denial(claims[one.subject], block, (one.object,), why)
    return found
