"""Denials from which no statement was read: which statement of the same article they deny, where that is plain.

A denied claim denies a statement that it names two ends of (actor, object, thing, place), or, where it only points back
("denied the report", "that is false"), what the claim just before it says. Where several blocks come into question, or
only the denier's own words, it denies nothing here: better a denial less than one that was never made.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from according.knowledge import schema
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.noting import parts
from according.knowledge.queries.assembly import shown_nodes
from according.records import Claim, Ref, Statement

__all__ = ["Denial", "denials_of", "describe", "ends_of"]

_BACK = re.compile(
    r"\b(?:reports?|claims?|allegations?|accusations?|charges?|assertions?|statements?|remarks?|rumou?rs?|this|that|it|"
    r"involvement|responsibility)\b",
    re.IGNORECASE,
)
SHORT = 6
"""Words up to which a denied content that names nothing can only point back."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim (its key) that denies these statements (their ids), all of one block, and how one can tell."""

    claim: int
    block: str
    statements: tuple[str, ...]
    why: str


def denials_of(connection: Connection, rows: Sequence[Any]) -> Iterator[Denial]:
    """What these denials (rows of claims without a statement) deny in their own articles, in their order."""
    if not rows:
        return
    around = _around(connection, {row.article for row in rows}, {row.seq for row in rows})
    for row in rows:
        found = _denied(row, around)
        if found is not None:
            yield found


def describe(row: Any) -> str:
    """A statement's row in a few words, as in “Guards controls Dara Ford”."""
    subject, *others = ends_of(row)
    return f"“{subject.name} {row.predicate}{' ' + others[0].name if others else ''}”"


def ends_of(row: Any) -> list[Ref]:
    """What a statement's row speaks of, as its article names it: subject, object, item, place."""
    fact = decode(Statement, row.body)
    return [end for end in (fact.subject, fact.object, fact.item, fact.place) if end]


@dataclass(frozen=True, slots=True)
class _Around:
    """Affirmed statements and all claims by article, what each denied claim names, who each node is."""

    statements: dict[int, list[Any]]
    claims: dict[int, list[Any]]
    named: dict[int, set[str]]
    shown: dict[str, str]

    def who(self, id: str | None) -> str | None:
        return self.shown.get(id, id) if id else None


def _around(connection: Connection, articles: Collection[int], denied: Collection[int]) -> _Around:
    c, body, s, t, ref = schema.claim, schema.claim_body, schema.statement, tables.said, schema.claim_ref
    statements: dict[int, list[Any]] = defaultdict(list)
    claims: dict[int, list[Any]] = defaultdict(list)
    for some in parts(articles):
        query = select(s, t.c.block).join(t, t.c.statement == s.c.seq)
        query = query.where(s.c.article.in_(some), s.c.shown == 1, s.c.negated.is_(False))
        for row in connection.execute(query.order_by(s.c.id)):
            statements[row.article].append(row)
        heads = select(c.c.seq, c.c.article, c.c.status, body.c.body, body.c.nodes).join(body, body.c.seq == c.c.seq)
        for row in connection.execute(heads.where(c.c.article.in_(some)).order_by(c.c.seq)):
            claims[row.article].append(row)
    named: dict[int, set[str]] = defaultdict(set)
    for some in parts(denied):
        for row in connection.execute(select(ref.c.claim, ref.c.ref).where(ref.c.claim.in_(some))):
            named[row.claim].add(row.ref)
    ids = {id for group in named.values() for id in group}
    ids |= {id for group in statements.values() for row in group for id in (row.subject, row.object, row.item) if id}
    ids |= {id for group in claims.values() for row in group for id in json.loads(row.nodes) if id}
    shown = {id: who.id for id, who in shown_nodes(connection, ids).items()}
    return _Around(statements, claims, named, shown)


def _denied(row: Any, around: _Around) -> Denial | None:
    voices = {around.who(id) for id in json.loads(row.nodes)}
    speaker = next((around.who(id) for id in json.loads(row.nodes)), None)
    by_key = {claim.seq: claim for claim in around.claims[row.article]}
    affirmed = [one for one in around.statements[row.article] if _by_another(one, by_key, speaker, around)]
    named = {around.who(id) for id in around.named[row.seq]} - voices - {None}
    both = [one for one in affirmed if len(named & _ends(one, around)) >= 2]
    if both:
        return _one_block(row.seq, both, "it names two ends of what is said in the same article")
    texts = " ".join(json.loads(row.texts))
    if not named and _BACK.search(texts) and len(texts.split()) <= SHORT:
        before = _just_before(row, around.claims[row.article])
        mine = [one for one in affirmed if before is not None and one.claim == before]
        return _one_block(row.seq, mine, "it points back to what was said just before")
    return None


def _by_another(one: Any, claims: dict[int, Any], speaker: str | None, around: _Around) -> bool:
    """What the article or another voice affirms; nobody is taken to deny what he said himself."""
    claim = claims.get(one.claim)
    if claim is None:
        return one.claim is None
    said_by = next((around.who(id) for id in json.loads(claim.nodes)), None)
    return claim.status != "denied" and (speaker is None or said_by != speaker)


def _ends(one: Any, around: _Around) -> set[str | None]:
    return {around.who(id) for id in (one.subject, one.object, one.item, one.place, one.position)} - {None}


def _just_before(row: Any, claims: Sequence[Any]) -> int | None:
    """The claim whose content ends last before this one's cue or content begins."""
    mine = decode(Claim, row.body)
    start = min(span.start for span in (*mine.content, *((mine.cue,) if mine.cue else ())))
    earlier = []
    for claim in claims:
        end = max(span.end for span in decode(Claim, claim.body).content)
        if claim.seq != row.seq and end <= start:
            earlier.append((end, claim.seq, claim.status))
    if not earlier:
        return None
    last = max(earlier)
    return None if last[2] == "denied" else last[1]


def _one_block(claim: int, statements: Sequence[Any], why: str) -> Denial | None:
    blocks = {one.block for one in statements}
    if len(blocks) != 1:
        return None
    return Denial(claim, blocks.pop(), tuple(sorted(one.id for one in statements)), why)
