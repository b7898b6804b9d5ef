"""The map as GeoJSON (RFC 7946). A region is a polygon of its radius, never a point that looks exact."""

import math
from collections.abc import Iterator
from typing import Any

from according.pictures.deployments import Deployment, DeploymentMap
from according.publish.notice import BOUNDARY, SYMBOLS
from according.publish.plain import plain
from according.publish.rounding import KM_PER_DEGREE, Rounding
from according.records import Place

__all__ = ["circle", "geojson", "is_area"]

_CORNERS = 48
_EXACT = 2
"""Up to this UCDP `where_prec` (2: within about 25 km of a known point) a place is drawn as a point."""


def geojson(drawn: DeploymentMap, rounding: Rounding | None = None) -> dict[str, Any]:
    """A FeatureCollection; places that could not be put on the earth are features with a null geometry.

    With `rounding`, every place becomes an area wide enough to hold the true one, and loses its gazetteer id.
    """
    sources = {item.position.source for item in drawn.placed if item.position is not None and item.position.source}
    return {
        "type": "FeatureCollection",
        "attribution": sorted(sources),
        "notice": BOUNDARY,
        "symbols": SYMBOLS,
        "as_of": plain(drawn.as_of),
        "left_out": drawn.left_out,
        "rounded_degrees": rounding.degrees if rounding else None,
        "features": [_feature(item, rounding) for item in (*drawn.placed, *drawn.unplaced)],
    }


def is_area(place: Place) -> bool:
    """True when the place is no spot: a region, or known no better than an administrative division."""
    return place.area or place.precision > _EXACT


def circle(lat: float, lon: float, radius_km: float) -> dict[str, Any]:
    """A GeoJSON geometry round a point: a Polygon, or a MultiPolygon where it crosses the 180th meridian.

    Corners lie `radius_km` away on the sphere. A circle that holds a pole becomes a band round the earth.
    """
    north, south = lat + radius_km / KM_PER_DEGREE, lat - radius_km / KM_PER_DEGREE
    if north >= 90 or south <= -90:
        low, high = (max(south, -90.0), 90.0) if north >= 90 else (-90.0, min(north, 90.0))
        return {"type": "Polygon", "coordinates": [_closed([(-180, low), (180, low), (180, high), (-180, high)])]}
    ring = list(_ring(lat, lon, radius_km))
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    if west >= -180 and east <= 180:
        return {"type": "Polygon", "coordinates": [_closed(ring)]}
    turn = 360 if west < -180 else -360
    # RFC 7946 §3.1.9: cut at the meridian, so that no ring crosses it
    here = [(max(-180.0, min(180.0, x)), y) for x, y in ring]
    there = [(max(-180.0, min(180.0, x + turn)), y) for x, y in ring]
    return {"type": "MultiPolygon", "coordinates": [[_closed(here)], [_closed(there)]]}


def _ring(lat: float, lon: float, radius_km: float) -> Iterator[tuple[float, float]]:
    angle, here = math.radians(radius_km / KM_PER_DEGREE), math.radians(lat)
    for corner in range(_CORNERS):
        # counter-clockwise, as RFC 7946 §3.1.6 asks of outer rings
        course = -2 * math.pi * corner / _CORNERS
        y = math.asin(math.sin(here) * math.cos(angle) + math.cos(here) * math.sin(angle) * math.cos(course))
        turn = math.atan2(
            math.sin(course) * math.sin(angle) * math.cos(here), math.cos(angle) - math.sin(here) * math.sin(y)
        )
        yield round(lon + math.degrees(turn), 6), round(math.degrees(y), 6)


def _closed(ring: list[tuple[float, float]]) -> list[list[float]]:
    return [list(corner) for corner in (*ring, ring[0])]


def _feature(item: Deployment, rounding: Rounding | None) -> dict[str, Any]:
    place = item.position
    backing = plain(item.backing)
    properties: dict[str, Any] = {
        "kind": item.kind,
        "place": item.place.name,
        "actor": item.actor.name if item.actor else None,
        "actor_id": item.actor.id if item.actor else None,
        "actor_kind": item.actor.kind if item.actor else None,
        "use": item.use,
        "timing": item.timing,
        **backing,
        "edtf": [time.edtf or time.text for time in item.backing.times],
    }
    if place is None:
        return {"type": "Feature", "id": item.id, "geometry": None, "properties": {**properties, "area": None}}
    lat, lon, radius = place.lat, place.lon, place.radius_km
    if rounding is not None:
        (lat, lon), radius = rounding.point(lat, lon), rounding.radius(radius)
    area = is_area(place) or rounding is not None
    properties |= {
        "place_id": place.id if rounding is None else None,
        "precision": place.precision,
        "radius_km": radius,
        "area": area,
        "country": place.country,
        "source": place.source,
    }
    if area and radius > 0:
        geometry = circle(lat, lon, radius)
        properties |= {"center": [lon, lat]}
    else:
        geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": item.id, "geometry": geometry, "properties": properties}
