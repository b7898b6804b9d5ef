"""Independent, or an echo? Families, propositions with their origins, and contradictions."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins import reading
from according.knowledge.origins.outcomes import outcome_key, outcomes
from according.web.origins import ContradictionOut, FamilyOut, FollowUpOut, PropositionOut
from according.web.responses import JudgementOut, Page
from according.web.routes.asking import Limit, Settings, Stored, cut

__all__ = ["router"]

router = APIRouter(tags=["origins"])

After = Annotated[str | None, Query(max_length=100)]


@router.get("/families")
def list_families(store: Stored, limit: Limit = 50, after: After = None) -> Page[FamilyOut]:
    """Families of two or more articles, the largest first."""
    start = cut(after)
    rows = reading.families(store.settled(), limit=limit + 1, offset=start)
    return Page(
        items=[FamilyOut.of(row) for row in rows[:limit]], next=str(start + limit) if len(rows) > limit else None
    )


class RecordOut(BaseModel):
    """A voice's reliability as a person graded it (A to E, null for F), and how its propositions fared."""

    grade: str | None
    alone: int
    confirmed: int
    contradicted: int


@router.get("/voices/{id:path}/record")
def voice_record(store: Stored, id: str) -> RecordOut:
    """The grade of a voice and its record; the record is shown beside the grade, never made into one."""
    reader = store.settled()
    entity = queries.entity(reader, id).entity.id

    def read() -> RecordOut:
        found = reading.record_of(reader, entity)
        return RecordOut(
            grade=reading.grade_of(reader, entity),
            alone=found.alone,
            confirmed=found.confirmed,
            contradicted=found.contradicted,
        )

    return store.kept(("record", entity), read)


@router.get("/boards/origins")
def show_origins(
    store: Stored,
    about: Annotated[str | None, Query(max_length=500, description="canonical id of an actor or place")] = None,
    least: Annotated[int, Query(ge=0, le=1000, description="at least so many independent origins")] = 0,
    limit: Limit = 50,
    after: After = None,
) -> Page[PropositionOut]:
    """Propositions with the tree of their origins, those with most independent origins and outlets first."""
    start = cut(after)
    reader = store.settled()
    rows = reading.propositions(reader, about=about, least_origins=least, limit=limit + 1, offset=start)
    total = store.kept(
        ("propositions", about, least),
        lambda: reading.count_propositions(reader, about=about, least_origins=least),
    )
    return Page(
        items=[PropositionOut.of(row) for row in rows[:limit]],
        next=str(start + limit) if len(rows) > limit else None,
        total=total,
    )


@router.get("/claims/{id}/origins")
def claim_origins(store: Stored, id: str, limit: Limit = 50, after: After = None) -> Page[PropositionOut]:
    """The propositions that the statements of a claim (its whole id) belong to."""
    found = reading.propositions_of_claim(store.settled(), id)
    start = cut(after)
    return Page(
        items=[PropositionOut.of(row) for row in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


@router.get("/boards/contested")
def show_contested(
    store: Stored,
    about: Annotated[str | None, Query(max_length=500, description="canonical id of an actor or place")] = None,
    dismissed: Annotated[bool, Query(description="also what a person dismissed")] = False,
    limit: Limit = 50,
    after: After = None,
) -> Page[ContradictionOut]:
    """Where voices disagree: denials, numbers, places, days, holders or ties that do not go together."""
    reader = store.settled()
    found = store.kept(
        ("contested", about, dismissed), lambda: reading.contested(reader, about=about, dismissed=dismissed)
    )
    start = cut(after)
    return Page(
        items=[ContradictionOut.of(row) for row in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


Words = Annotated[str, Field(max_length=2000, pattern="^[^\\x00]*$")]
Id = Annotated[str, Field(min_length=1, max_length=500, pattern="^[^\\x00]*$")]


class Verdict(BaseModel):
    """What a person says became of a claim that looks ahead: a later proposition fulfils or refutes it, or neither."""

    claim: Id
    proposition: Id
    verdict: Literal["fulfils", "refutes", "dismiss"]
    why: Words = ""
    by: Words = ""


@router.get("/followups")
def list_follow_ups(
    store: Stored,
    claim: Annotated[str | None, Query(max_length=500, description="only of this claim (whole id)")] = None,
    proposition: Annotated[
        str | None, Query(max_length=500, description="only where this proposition (whole id) is one of the two")
    ] = None,
    decided: Annotated[bool | None, Query(description="only what a person decided, or only what waits")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[FollowUpOut]:
    """What may have become of forecasts, conditions and threats: proposed by rule, decided by persons."""
    reader = store.settled()
    found = store.kept(
        ("followups", claim, proposition), lambda: outcomes(reader, claim=claim, proposition=proposition)
    )
    rows = [row for row in found if decided is None or decided == (row.decision is not None)]
    start = cut(after)
    return Page(
        items=[FollowUpOut.of(row) for row in rows[start : start + limit]],
        next=str(start + limit) if start + limit < len(rows) else None,
        total=len(rows),
    )


@router.post("/followups", status_code=201)
def decide_follow_up(verdict: Verdict, store: Stored, config: Settings) -> JudgementOut:
    """Record what became of it. The latest decision counts; `/judgements/{id}/undo` takes one back exactly."""
    subject, object = outcome_key(store.settled(), verdict.claim, verdict.proposition)
    by = verdict.by.strip() or config.author or "reviewer"
    said = opinion(subject, verdict.verdict, object, by=by, why=verdict.why)
    with KnowledgeBase(config.db_url, what="review") as kb:
        kb.judge(said)
    return JudgementOut.of(said)
