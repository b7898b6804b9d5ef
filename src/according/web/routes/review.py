"""Review: what waits for a person, what was decided, by whom and when; every decision can be undone."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from according.errors import ConfigError, NotFoundError
from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.grades import read_grade
from according.knowledge.queries.matches import MatchRow, open_matches
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter
from according.web.responses import ClaimOut, JudgementOut, Page
from according.web.routes.asking import Limit, Settings, Stored, cut

__all__ = ["router"]

router = APIRouter(tags=["review"])

Line = Annotated[str, Field(max_length=2000, pattern="^[^\\x00]*$")]


class Decision(BaseModel):
    """A person's opinion: `value` holds a correction (JSON or words) or a grade, `object` a second id."""

    subject: Annotated[str, Field(min_length=1, max_length=500, pattern="^[^\\x00]*$")]
    verdict: Literal["accept", "reject", "correct", "same", "not_same", "unsure", "grade", "dismiss"]
    object: Line | None = None
    value: Line | None = None
    why: Line = ""
    by: Line = ""


class Undo(BaseModel):
    """Who takes a decision back, and why."""

    by: Line = ""
    why: Line = ""


@router.get("/review")
def review_queue(
    store: Stored, limit: Limit = 20, after: Annotated[str | None, Query(max_length=500)] = None
) -> Page[ClaimOut]:
    """Claims nobody has decided on yet, those the reader is least sure of first."""
    reader = store.reader()
    rows = queries.review_queue(reader, limit=limit + 1, after=after)
    waiting = store.kept("waiting", lambda: queries.count_claims(reader, ClaimFilter(review="none")))
    return Page(
        items=[ClaimOut.of(row) for row in rows[:limit]],
        next=rows[limit - 1].claim.id if len(rows) > limit else None,
        total=waiting,
    )


class MatchOut(BaseModel):
    """Two names a rule takes for one, and why; `subject` and `object` are the nodes' ids."""

    id: str
    subject: str
    subject_name: str
    subject_kind: str
    object: str
    object_name: str
    object_kind: str
    verdict: str
    by: str
    why: str
    articles: int

    @classmethod
    def of(cls, row: MatchRow) -> "MatchOut":
        """From a row."""
        return cls(
            id=row.judgement.id,
            subject=row.judgement.subject,
            subject_name=row.subject,
            subject_kind=row.subject_kind,
            object=row.judgement.object or "",
            object_name=row.object,
            object_kind=row.object_kind,
            verdict=row.judgement.verdict,
            by=row.judgement.by,
            why=row.judgement.why,
            articles=row.articles,
        )


@router.get("/review/matches")
def match_queue(
    store: Stored, limit: Limit = 50, after: Annotated[str | None, Query(max_length=100)] = None
) -> Page[MatchOut]:
    """Names a rule takes for one and no person has decided on, the least certain first."""
    found = store.kept("matches", lambda: open_matches(store.reader()))
    start = cut(after)
    return Page(
        items=[MatchOut.of(row) for row in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


@router.get("/review/history")
def review_history(
    store: Stored,
    limit: Limit = 50,
    after: Annotated[str | None, Query(max_length=100)] = None,
    subject: Annotated[str | None, Query(max_length=500)] = None,
) -> Page[JudgementOut]:
    """Decisions by persons, the latest first; with a subject, every opinion on it, rules' included."""
    rows = queries.judgements(store.reader(), subject=subject)
    found = list(reversed([row for row in rows if row.person or subject is not None]))
    start = cut(after)
    return Page(
        items=[JudgementOut.of(row) for row in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


@router.post("/judgements", status_code=201)
def decide(decision: Decision, store: Stored, config: Settings) -> JudgementOut:
    """Record a decision; nothing is changed or erased, the latest effective decision counts."""
    if decision.verdict == "correct" and not decision.value:
        raise ConfigError("A correction needs a `value` that says what is right.")
    if decision.verdict == "grade":
        entity = queries.entity(store.reader(), decision.subject).entity.id
        graded = decision.model_copy(update={"value": read_grade(decision.value or "")})
        return _judge(config, entity, "grade", graded)
    if decision.verdict in ("accept", "reject", "correct"):
        _must_be_here(store.reader(), decision.subject)
    return _judge(config, decision.subject, decision.verdict, decision)


@router.post("/judgements/{id}/undo", status_code=201)
def undo(id: str, undo: Undo, config: Settings) -> JudgementOut:
    """Take a decision back by recording that it no longer counts."""
    return _judge(config, id, "undo", undo)


def _judge(
    config: Settings,
    subject: str,
    verdict: Literal["accept", "reject", "correct", "same", "not_same", "unsure", "grade", "dismiss", "undo"],
    said: Decision | Undo,
) -> JudgementOut:
    by = said.by.strip() or config.author or "reviewer"
    object, value = (said.object, said.value) if isinstance(said, Decision) else (None, None)
    judgement = opinion(subject, verdict, object, by=by, why=said.why, value=value)
    with KnowledgeBase(config.db_url, what="review") as kb:
        kb.judge(judgement)
    return JudgementOut.of(judgement)


def _must_be_here(reader: Reader, subject: str) -> None:
    """NotFoundError unless the subject is the whole id of a claim or statement: nothing is decided unseen."""
    if not queries.claims_by_id(reader, [subject]) and not queries.statements_by_id(reader, [subject]):
        raise NotFoundError(f"There is no claim or statement {subject!r} to decide on.")
