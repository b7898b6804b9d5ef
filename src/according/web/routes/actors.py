"""Actors: the directory and the dossier."""

from typing import Annotated

from fastapi import APIRouter, Query

from according.knowledge import queries
from according.knowledge.rows import ClaimFilter, StatementFilter
from according.pictures.dossier import draw_dossier
from according.vocabularies import EntityKind
from according.web.dossiers import DossierOut
from according.web.responses import Page
from according.web.routes.asking import Limit, Stored, cut
from according.web.subjects import EntityOut

__all__ = ["router"]

router = APIRouter(tags=["actors"])

HEARD = 2000
"""Claims read for one dossier; an actor with more has the rest in the ledger."""


@router.get("/actors")
def list_actors(
    store: Stored,
    text: Annotated[str | None, Query(max_length=500, description="part of any of its names")] = None,
    kind: EntityKind | None = None,
    limit: Limit = 50,
    after: Annotated[str | None, Query(max_length=100)] = None,
) -> Page[EntityOut]:
    """Entities, those with the most claims first."""
    start = cut(after)
    rows = queries.entities(store.reader(), text=text or None, kind=kind, limit=limit + 1, offset=start)
    return Page(
        items=[EntityOut.of(row) for row in rows[:limit]], next=str(start + limit) if len(rows) > limit else None
    )


@router.get("/names")
def name_actors(store: Stored, id: Annotated[list[str], Query(min_length=1, max_length=100)]) -> dict[str, str]:
    """The name to show for each of these ids; unknown ones are left out."""
    return queries.names_of(store.reader(), id)


@router.get("/actors/{id:path}")
def one_actor(store: Stored, id: str) -> DossierOut:
    """The dossier of an entity, by its id or any of its names."""

    def draw() -> DossierOut:
        reader = store.reader()
        row = queries.entity(reader, id)
        mine = queries.statements(reader, StatementFilter(either=row.entity.id), limit=None)
        claims = queries.claims(reader, ClaimFilter(actor=row.entity.id), limit=HEARD)
        return DossierOut.of(draw_dossier(row, [one for one in mine if one.review != "reject"], claims))

    return store.kept(("dossier", id), draw)
