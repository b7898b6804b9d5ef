"""Actors and places as the API answers with them."""

from __future__ import annotations

from pydantic import BaseModel

from according.knowledge.rows import EntityRow, PlaceRow
from according.web.positions import PositionOut
from according.web.responses import JudgementOut

__all__ = ["EntityOut", "PlaceOut"]


class EntityOut(BaseModel):
    """An actor with all names used for it and how much the store holds about it."""

    id: str
    name: str
    kind: str
    names: list[str]
    mentions: int
    claims: int
    statements: int
    country: str | None
    note: str | None
    judgements: list[JudgementOut]

    @classmethod
    def of(cls, row: EntityRow) -> EntityOut:
        """From a row."""
        return cls(
            id=row.entity.id,
            name=row.entity.name,
            kind=row.entity.kind,
            names=list(row.names),
            mentions=row.mentions,
            claims=row.claims,
            statements=row.statements,
            country=row.entity.country,
            note=row.entity.note,
            judgements=[JudgementOut.of(judgement) for judgement in row.judgements],
        )


class PlaceOut(BaseModel):
    """A place with the names used for it and the articles that name it."""

    position: PositionOut
    names: list[str]
    articles: list[str]

    @classmethod
    def of(cls, row: PlaceRow) -> PlaceOut:
        """From a row."""
        return cls(
            position=PositionOut.at(row.place),
            names=list(row.names),
            articles=list(row.articles),
        )
