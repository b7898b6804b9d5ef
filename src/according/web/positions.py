"""A place on the earth as the API answers with it."""

from __future__ import annotations

from pydantic import BaseModel

from according.records import Place

__all__ = ["PositionOut"]


class PositionOut(BaseModel):
    """A place on the earth in WGS 84 degrees; `precision` is UCDP `where_prec`, 1 exact to 7.

    `names` is filled for regions only: by them the screen finds a region's boundary.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: int
    radius_km: float
    area: bool
    country: str | None
    source: str
    names: list[str] = []

    @classmethod
    def at(cls, place: Place) -> PositionOut:
        """From a record."""
        return cls(
            id=place.id,
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
            radius_km=place.radius_km,
            area=place.area,
            country=place.country,
            source=place.source,
            names=list(place.names) if place.area else [],
        )

    @classmethod
    def of(cls, place: Place | None) -> PositionOut | None:
        """From a record; None stays None."""
        return cls.at(place) if place is not None else None
