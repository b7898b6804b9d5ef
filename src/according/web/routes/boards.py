"""The boards: stances, conditions, sources."""

from typing import Annotated

from fastapi import APIRouter, Query

from according.knowledge import queries
from according.pictures.conditions import Condition, draw_conditions
from according.pictures.sources import SourceBoard, draw_sources
from according.pictures.stances import StanceBoard, draw_stances
from according.vocabularies import VoiceKind
from according.web.dossiers import StanceOut, StancesOut
from according.web.drawings import ConditionOut, ConditionsOut, SourceOut, SourcesOut, tally
from according.web.responses import Facet
from according.web.routes.asking import Limit, Stored, cut

__all__ = ["router"]

router = APIRouter(tags=["boards"])

After = Annotated[str | None, Query(max_length=100)]


@router.get("/boards/stances")
def show_stances(store: Stored, limit: Annotated[int, Query(ge=1, le=2000)] = 500) -> StancesOut:
    """Who takes which position on what; the best backed positions first."""

    def draw() -> StanceBoard:
        return draw_stances(store.statements(), store.claims())

    board = store.kept("stances", draw)
    stances = sorted(board.stances, key=lambda stance: -len(stance.backing.claims))
    return StancesOut(
        stances=[StanceOut.of(stance) for stance in stances[:limit]],
        stances_total=len(stances),
        actors=[Facet(value=ref.id or ref.name, count=count, label=ref.name) for ref, count in board.actors[:limit]],
        issues=[Facet(value=ref.id or ref.name, count=count, label=ref.name) for ref, count in board.issues[:limit]],
    )


@router.get("/boards/conditions")
def show_conditions(store: Stored, limit: Limit = 100, after: After = None) -> ConditionsOut:
    """If this, then that, says who: those that name their condition first, then open threats and forecasts."""

    def draw() -> tuple[Condition, ...]:
        reader = store.reader()
        board = draw_conditions(
            store.claims(), store.statements(), text_of=lambda article: queries.article_text(reader, article)
        )
        return board.conditions + board.open

    found = store.kept("conditions", draw)
    start = cut(after)
    return ConditionsOut(
        items=[ConditionOut.of(item) for item in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
    )


@router.get("/boards/sources")
def show_sources(store: Stored, kind: VoiceKind | None = None, limit: Limit = 100, after: After = None) -> SourcesOut:
    """The voices by how often they speak; unnamed ones are never joined across articles."""

    def draw() -> SourceBoard:
        return draw_sources(store.claims(), store.statements())

    board = store.kept("sources", draw)
    found = [source for source in board.sources if kind is None or source.kind == kind]
    start = cut(after)
    return SourcesOut(
        items=[SourceOut.of(source) for source in found[start : start + limit]],
        next=str(start + limit) if start + limit < len(found) else None,
        total=len(found),
        kinds=tally(board.kinds),
        claims=board.claims,
        named=board.named,
        unnamed=board.unnamed,
        declined=board.declined,
        own_voice=board.own_voice,
    )
