"""Independent, or an echo? Families, propositions with their origins, and contradictions."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from according.knowledge import queries
from according.knowledge.origins import reading
from according.web.origins import ContradictionOut, FamilyOut, PropositionOut
from according.web.responses import Page
from according.web.routes.asking import Limit, Stored, cut

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
