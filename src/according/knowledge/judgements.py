"""Opinions as rows: how one is made, and what follows from it in the derived tables."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, case, delete, insert, select, update

from according.errors import ConfigError, NotFoundError
from according.knowledge import schema
from according.knowledge.clusters import chunks, judgements_on, recluster, with_undoings
from according.knowledge.dialects import insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.origins.noting import note_nodes, note_subjects
from according.knowledge.resolution import DECIDES, in_force, latest
from according.records import Claim, Judgement
from according.vocabularies import STATUSES, Verdict

__all__ = [
    "REVIEWS",
    "add_judgements",
    "all_subjects",
    "corrections",
    "opinion",
    "refresh_reviews",
    "unrecorded",
    "verdicts_on",
]

REVIEWS = ("accept", "reject", "correct")
CORRECTABLE: dict[str, tuple[str, ...]] = {
    "status": STATUSES,
    "distance": ("neutral", "distancing", "endorsing"),
    "verification": ("unverified", "confirmed", "denied_by_other", "none"),
}
"""What a correction may set, and to what; anything else it says is kept as a note."""


def opinion(
    subject: str,
    verdict: Verdict,
    object: str | None = None,  # the field's own name
    *,
    by: str,
    why: str = "",
    value: str | None = None,
    at: datetime | None = None,
) -> Judgement:
    """A person's judgement, given now unless `at` says when. `by` is the name the person goes by."""
    at = at or datetime.now(UTC)
    id = Judgement.identify(subject, verdict, object, by, at, value)
    return Judgement(id, subject, verdict, object, by, person=True, at=at, why=why, value=value)


def add_judgements(connection: Connection, judgements: Sequence[Judgement], batch: int) -> int:
    """Write them to the log and settle what depends on them; how many were new."""
    for judgement in judgements:
        _check(connection, judgement, {j.id for j in judgements})
    rows = [
        {"id": j.id, "subject": j.subject, "verdict": j.verdict, "object": j.object, "batch": batch, "body": encode(j)}
        for j in judgements
    ]
    new = insert_new(connection, schema.judgement, rows)
    if new:
        nodes: set[str] = set()
        others: set[str] = set()
        denials: set[str] = set()
        for judgement in judgements:
            root = _root(connection, judgement)
            if root.verdict in DECIDES:
                nodes.update(end for end in (root.subject, root.object) if end)
            if root.verdict in REVIEWS:
                others.add(root.subject)
            if root.verdict == "denies":
                denials.add(root.subject)
        note_nodes(connection, recluster(connection, nodes))
        refresh_reviews(connection, others)
        note_subjects(connection, others | denials)
    return new


def unrecorded(connection: Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that the log does not have, once each."""
    table = schema.judgement
    asked = {judgement.id: judgement for judgement in judgements}
    for some in chunks(asked):
        for id in connection.scalars(select(table.c.id).where(table.c.id.in_(some))):
            del asked[id]
    return list(asked.values())


def _check(connection: Connection, judgement: Judgement, together: Collection[str]) -> None:
    if judgement.verdict in ("same", "not_same"):
        for end in (judgement.subject, judgement.object):
            found = end and connection.scalar(select(schema.node.c.id).where(schema.node.c.id == end))
            if not found:
                raise NotFoundError(f"There is no actor with the id {end!r} to judge. See: according entities")
    if judgement.verdict == "undo" and judgement.subject not in together:
        for table in (schema.judgement, schema.rule):
            if connection.scalar(select(table.c.id).where(table.c.id == judgement.subject)):
                return
        raise NotFoundError(f"There is no judgement {judgement.subject!r} to undo.")
    if judgement.verdict == "correct":
        corrections(judgement)


def corrections(judgement: Judgement) -> dict[str, str]:
    """The fields a correction sets; words that are no JSON object are a note, and set nothing."""
    try:
        found = json.loads(judgement.value or "")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    for name, allowed in CORRECTABLE.items():
        if name in found and found[name] not in allowed:
            raise ConfigError(f"{name} cannot be corrected to {found[name]!r}; it is one of {', '.join(allowed)}.")
    return {name: value for name, value in found.items() if name in CORRECTABLE}


def _root(connection: Connection, judgement: Judgement) -> Judgement:
    """What an undoing (of an undoing …) is about in the end; the judgement itself when it undoes nothing."""
    while judgement.verdict in ("undo", "reject"):
        for table in (schema.judgement, schema.rule):
            body = connection.scalar(select(table.c.body).where(table.c.id == judgement.subject))
            if body is not None:
                judgement = decode(Judgement, body)
                break
        else:
            return judgement
    return judgement


def verdicts_on(connection: Connection, subjects: Collection[str]) -> dict[str, tuple[str, dict[str, str]]]:
    """The verdicts of persons in force on these claims, statements or matches, as `derive` wants them."""
    table = schema.review
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for some in chunks(subjects):
        for row in connection.execute(select(table).where(table.c.subject.in_(some))):
            found[row.subject] = (row.verdict, json.loads(row.corrected))
    return found


def refresh_reviews(connection: Connection, subjects: Collection[str]) -> None:
    """Settle again which verdict is in force on each subject, and show it on its claim or statement."""
    table = schema.review
    said = with_undoings(connection, judgements_on(connection, subjects))
    by_subject: dict[str, list[Judgement]] = {}
    for judgement in in_force(said.values()).values():
        if judgement.person and judgement.verdict in REVIEWS:
            by_subject.setdefault(judgement.subject, []).append(judgement)
    for some in chunks(subjects):
        connection.execute(delete(table).where(table.c.subject.in_(some)))
    for subject in sorted(subjects):
        best = max(by_subject.get(subject, ()), key=latest, default=None)
        if best:
            fields = corrections(best) if best.verdict == "correct" else {}
            row = {"subject": subject, "verdict": best.verdict, "judgement": best.id}
            connection.execute(insert(table), row | {"corrected": json.dumps(fields, sort_keys=True)})
        _show(connection, subject, best)


def _show(connection: Connection, subject: str, best: Judgement | None) -> None:
    claim, body, statement = schema.claim, schema.claim_body, schema.statement
    verdict = best.verdict if best else ""
    key = connection.scalar(select(claim.c.seq).where(claim.c.id == subject))
    if key is not None:
        read = decode(Claim, connection.execute(select(body.c.body).where(body.c.seq == key)).scalar_one())
        values = {name: getattr(read, name) for name in CORRECTABLE}
        if best and best.verdict == "correct":
            values.update(corrections(best))
        connection.execute(update(claim).where(claim.c.seq == key), {"review": verdict, **values})
    connection.execute(update(statement).where(statement.c.id == subject), {"review": verdict})
    _hide(connection, statement.c.id == subject)
    if key is not None:
        _hide(connection, statement.c.claim == key)


def _hide(connection: Connection, which: Any) -> None:
    claim, statement = schema.claim, schema.statement
    rejected = select(claim.c.seq).where((claim.c.seq == statement.c.claim) & (claim.c.review == "reject")).exists()
    hidden = (statement.c.review == "reject") | rejected
    connection.execute(update(statement).where(which).values(shown=case((hidden, 0), else_=1)))


def all_subjects(connection: Connection) -> Iterable[str]:
    """Every subject anyone has reviewed."""
    log = schema.judgement
    return connection.scalars(select(log.c.subject).where(log.c.verdict.in_(REVIEWS)).distinct())
