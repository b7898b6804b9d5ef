"""Denials of what another article says: sure only where they name its ends, in its words, within a few days.

A denial names two ends of a statement (the denier counts as one: "X denied attacking Y"), the statement is of the days
before, and the denial's content is worded like it; among kin (one story told twice) the ends are enough. Where that
fits statements of several blocks, or all but the wording fits, it is proposed and not taken.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, or_, select

from according.knowledge import schema
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.denials import Denial, describe, ends_of
from according.knowledge.origins.gathering.speaking import MOODS
from according.knowledge.origins.lineage.paragraphs import containment, content_words
from according.knowledge.queries.assembly import shown_nodes
from according.records import Article

__all__ = ["denied_elsewhere", "may_deny"]

DAYS = 7
"""Days within which a denial answers a report."""
ALIKE = 0.5
"""Share of the words beside the names, of the shorter of denial and statement, that the other must have."""
MOST = 200
"""Statements that fit the ends from which no single one can be meant."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """A statement in question: its row, whether wording (or kinship) makes it sure, and how one can tell."""

    row: Any
    sure: bool
    why: str


def denied_elsewhere(connection: Connection, denials: Sequence[Any]) -> Iterator[Denial]:
    """What these denials (rows of claims), which deny nothing in their own articles, surely deny elsewhere."""
    for denial in denials:
        fits = [fit for fit in _fitting(connection, denial) if fit.sure]
        if fits and len({fit.row.block for fit in fits}) == 1:
            first = min(fits, key=lambda fit: fit.row.id)
            yield Denial(denial.seq, first.row.block, tuple(sorted(fit.row.id for fit in fits)), first.why)


def may_deny(connection: Connection, denial: Any) -> list[tuple[str, str]]:
    """Statements (id) of other articles that this denial may deny, and why it may; in order of id."""
    return [(fit.row.id, fit.why) for fit in sorted(_fitting(connection, denial), key=lambda fit: fit.row.id)]


def _fitting(connection: Connection, denial: Any) -> list[_Fit]:
    nodes = json.loads(denial.nodes)
    ref = schema.claim_ref
    raw = set(connection.scalars(select(ref.c.ref).where(ref.c.claim == denial.seq))) | {id for id in nodes if id}
    shown = shown_nodes(connection, raw)
    canonical = {id: shown[id].id if id in shown else id for id in raw}
    speaker = canonical.get(nodes[0]) if nodes and nodes[0] else None
    relays = {canonical[id] for id in nodes[1:] if id} - {speaker}
    ends = set(canonical.values()) - relays
    if len(ends) < 2:
        return []
    rows = _candidates(connection, denial, ends)
    if len(rows) > MOST:
        return []
    article = _article(connection, denial.article)
    family = _families(connection, {denial.article, *(row.article for row in rows)})
    of_rows = {id for row in rows for id in (row.subject, row.object, row.item, row.place, row.position) if id}
    of_rows |= {id for row in rows for id in json.loads(row.nodes or "[]")[:1] if id}
    who = {id: one.id for id, one in shown_nodes(connection, of_rows).items()}
    words = content_words(" ".join(json.loads(denial.texts)))
    found = []
    for row in rows:
        mine = {who.get(id, id) for id in (row.subject, row.object, row.item, row.place, row.position) if id} & ends
        said_by = next((who.get(id, id) for id in json.loads(row.nodes or "[]")[:1] if id), None)
        kin = family.get(row.article) == family.get(denial.article)
        if len(mine) < 2 or said_by == speaker or not (kin or _answers(article.published, row.published)):
            continue
        alike = _worded_alike(words, content_words(" ".join(json.loads(row.texts))), row)
        days = (
            (article.published - date.fromisoformat(row.published)).days if article.published and row.published else 0
        )
        when = "in the same story" if kin else f"{days} days before" if days > 0 else "in those days"
        found.append(_Fit(row, kin or alike, f"it names two ends of {describe(row)}, reported {when}"))
    return found


def _worded_alike(denied: frozenset[str], said: frozenset[str], row: Any) -> bool:
    """Whether the denial says, beside the names, what the statement says: "bombed" does not answer "holds"."""
    names = content_words(" ".join(end.name for end in ends_of(row)))
    rest = denied - names
    return not rest or containment(rest, said - names) >= ALIKE


def _answers(denied: date | None, said: str | None) -> bool:
    """Whether a denial of this day can answer a report of that day; without both days there is no telling."""
    if denied is None or not said:
        return denied is None and not said
    return timedelta(days=-1) <= denied - date.fromisoformat(said) <= timedelta(days=DAYS)


def _candidates(connection: Connection, denial: Any, ends: set[str]) -> list[Any]:
    """Affirmed statements of other articles with one of these ends but the most common: of two ends one is rarer."""
    ref, node = schema.statement_ref, schema.node
    members: dict[str, set[str]] = defaultdict(set)
    for id in ends:
        members[id].add(id)
    for row in connection.execute(select(node.c.id, node.c.canonical).where(node.c.canonical.in_(sorted(ends)))):
        members[row.canonical].add(row.id)
    count = {
        id: connection.scalar(select(func.count()).select_from(ref).where(ref.c.ref.in_(sorted(some)))) or 0
        for id, some in members.items()
    }
    rarer = sorted(ends, key=lambda id: (count[id], id))[:-1]
    raw = sorted(id for end in rarer for id in members[end])
    s, t, body, a = schema.statement, tables.said, schema.statement_body, schema.article
    c, cb = schema.claim, schema.claim_body
    query = (
        select(s, t.c.block, body.c.body, body.c.texts, a.c.published, cb.c.nodes)
        .join(t, t.c.statement == s.c.seq)
        .join(body, body.c.seq == s.c.seq)
        .join(a, a.c.seq == s.c.article)
        .outerjoin(c, c.c.seq == s.c.claim)
        .outerjoin(cb, cb.c.seq == s.c.claim)
        .where(s.c.seq.in_(select(ref.c.statement).where(ref.c.ref.in_(raw))))
        .where(s.c.article != denial.article, s.c.shown == 1, s.c.negated.is_(False))
        .where(or_(c.c.status.is_(None), c.c.status.not_in(["denied", *MOODS])))
    )
    day = connection.scalar(select(a.c.published).where(a.c.seq == denial.article))
    kin = select(tables.family.c.article).where(
        tables.family.c.family
        == select(tables.family.c.family).where(tables.family.c.article == denial.article).scalar_subquery()
    )
    if day is None:
        in_time = a.c.published.is_(None)
    else:
        on = date.fromisoformat(day)
        first, last = (on - timedelta(days=DAYS)).isoformat(), (on + timedelta(days=1)).isoformat()
        in_time = a.c.published.between(first, last)
    return list(connection.execute(query.where(or_(in_time, a.c.seq.in_(kin))).order_by(s.c.id).limit(MOST + 1)))


def _families(connection: Connection, articles: set[int]) -> dict[int, str]:
    t = tables.family
    return {row.article: row.family for row in connection.execute(select(t).where(t.c.article.in_(sorted(articles))))}


def _article(connection: Connection, seq: int) -> Article:
    return decode(
        Article, connection.execute(select(schema.article.c.body).where(schema.article.c.seq == seq)).scalar_one()
    )
