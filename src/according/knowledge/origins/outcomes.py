"""What became of forecasts, conditions and threats: what rules propose, and what persons decided, in the store."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import cast

from sqlalchemy import Connection, or_, select

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.clusters import chunks, with_undoings
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.followups import Became, FollowUp, follow_ups, looks_ahead
from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.sentences import in_plain_words
from according.knowledge.reader import Reader
from according.knowledge.resolution import in_force, latest
from according.records import Judgement

__all__ = ["DECISIONS", "Followed", "outcome_key", "outcomes", "pending_follow_ups"]

DECISIONS = ("fulfils", "refutes", "dismiss")
"""What a person can say of a claim that looks ahead and a later proposition; `dismiss`: neither of the two."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up, the later proposition in words, and what a person decided of the two (None while it waits)."""

    follow_up: FollowUp
    says: str
    decision: Judgement | None = None


def outcomes(reader: Reader, *, claim: str | None = None, proposition: str | None = None) -> list[Followed]:
    """What may have become of what is foreseen: proposed, and decided. In order of line and proposition.

    claim: only of this claim (whole id); proposition: only where this one (whole id) looks ahead or comes later.
    A decision is kept with a statement of the proposition, so that it holds when the proposition grows; what persons
    linked without a rule's proposal is listed too.
    """
    with reader.connect() as connection:
        said = _decisions(connection)
        found = _around(connection, claim, proposition, said)
    stands_in = {line.statement: one for one in found.values() for line in one.lines}
    ahead = {_subject(line): line for one in found.values() for line in one.lines if looks_ahead(one, line)}
    lines = {_subject(line): line for one in found.values() for line in one.lines} | ahead
    rows: dict[tuple[str, str], Followed] = {}
    for proposed in follow_ups(found.values()):
        later = found[proposed.proposition]
        rows[_subject(proposed.line), later.id] = Followed(proposed, in_plain_words(later))
    for judgement in sorted(said, key=latest):
        one = stands_in.get(judgement.object or "")
        if one is None or judgement.subject not in lines:
            continue
        pair = judgement.subject, one.id
        if pair in rows:
            rows[pair] = replace(rows[pair], decision=judgement)
        elif judgement.verdict != "dismiss":
            why = f"linked by {judgement.by}" + (f": {judgement.why}" if judgement.why else "")
            linked = FollowUp(lines[judgement.subject], one.id, cast(Became, judgement.verdict), why)
            rows[pair] = Followed(linked, in_plain_words(one), judgement)
    shown = [
        row
        for (subject, later), row in rows.items()
        if (claim is None or subject == claim)
        and (proposition is None or proposition in (later, stands_in[row.follow_up.line.statement].id))
    ]
    return sorted(shown, key=lambda row: (row.follow_up.line.statement, row.follow_up.proposition))


def pending_follow_ups(reader: Reader) -> list[FollowUp]:
    """Follow-ups that rules propose and no person has decided on."""
    return [row.follow_up for row in outcomes(reader) if row.decision is None]


def outcome_key(reader: Reader, claim: str, proposition: str) -> tuple[str, str]:
    """What a decision on these two (whole ids) names: the claim or statement, and one statement of the proposition.

    Raises NotFoundError where one of them is not in the store.
    """
    c, s, p = schema.claim, schema.statement, tables.proposition
    with reader.connect() as connection:
        known = [connection.scalar(select(t.c.id).where(t.c.id == claim)) for t in (c, s)]
        body = connection.scalar(select(p.c.body).where(p.c.id == proposition))
    if not any(known):
        raise NotFoundError(f"There is no claim or statement {claim!r} to decide on.")
    if body is None:
        raise NotFoundError(f"No proposition has the id {proposition!r}. See: according propositions")
    return claim, min(line.statement for line in decode(Gathered, body).lines)


def _subject(line: Line) -> str:
    return line.claim or line.statement


def _around(
    connection: Connection, claim: str | None, proposition: str | None, said: Iterable[Judgement]
) -> dict[str, Gathered]:
    """The propositions in question, by id: all on the subjects of what looks ahead, and what was decided on."""
    p, s, t, c = tables.proposition, schema.statement, tables.said, schema.claim
    if claim is None and proposition is None:
        subjects = select(p.c.subject).where(or_(p.c.kind == "THREATEN", p.c.ahead > 0))
    elif claim is None:
        subjects = select(p.c.subject).where(p.c.id == proposition)
    else:
        blocks = select(t.c.block).join(s, s.c.seq == t.c.statement).join(c, c.c.seq == s.c.claim)
        subjects = select(p.c.subject).where(p.c.block.in_(blocks.where(c.c.id == claim)))
    found: dict[str, str] = {}
    query = select(p.c.id, p.c.body)
    found.update((row.id, row.body) for row in connection.execute(query.where(p.c.subject.in_(subjects))))
    for some in chunks(_blocks(connection, {end for one in said for end in (one.subject, one.object) if end})):
        found.update((row.id, row.body) for row in connection.execute(query.where(p.c.block.in_(some))))
    return {id: decode(Gathered, found[id]) for id in sorted(found)}


def _blocks(connection: Connection, ids: Collection[str]) -> set[str]:
    """The blocks that these claims and statements stand in."""
    c, s, t, w = schema.claim, schema.statement, tables.said, tables.spoken
    blocks: set[str] = set()
    for some in chunks(ids):
        claims = select(c.c.seq).where(c.c.id.in_(some))
        of = select(t.c.block).join(s, s.c.seq == t.c.statement)
        blocks |= set(connection.scalars(of.where(s.c.id.in_(some))))
        blocks |= set(connection.scalars(of.where(s.c.claim.in_(claims))))
        blocks |= set(connection.scalars(select(w.c.block).where(w.c.claim.in_(claims))))
    return blocks


def _decisions(connection: Connection) -> list[Judgement]:
    """What persons decided and did not take back; few, since each is made by hand."""
    j = schema.judgement
    query = select(j.c.body).where(j.c.verdict.in_(DECISIONS), j.c.object.is_not(None))
    found = {judgement.id: judgement for body in connection.scalars(query) for judgement in [decode(Judgement, body)]}
    said = in_force(with_undoings(connection, found).values()).values()
    return [j for j in said if j.person and j.verdict in DECISIONS]
