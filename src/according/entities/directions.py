"""Words of direction and of kinds of places, and the part of a region that a direction means."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from according.entities.gazetteer_sources import distance_km

__all__ = ["AIRPORTS", "DIRECTED", "OF", "PIECE", "PIECES", "TYPES", "WAY", "box_round", "mean", "part_area", "vector"]

TYPES: Mapping[str, str] = {
    "province": "admin1", "governorate": "admin1", "state": "admin1", "region": "admin1", "oblast": "admin1",
    "department": "admin1", "prefecture": "admin1", "territory": "admin1", "county": "admin1", "division": "admin1",
    "district": "district", "township": "district", "subdistrict": "district", "commune": "district",
    "locality": "district", "raion": "district", "woreda": "district", "zone": "district",
    "city": "city", "town": "city", "village": "city", "municipality": "city",
    "mount": "landscape", "mt": "landscape", "jebel": "landscape", "jabal": "landscape", "lake": "landscape",
    "desert": "landscape", "mountains": "landscape", "mountain": "landscape", "plain": "landscape",
    "valley": "landscape", "peninsula": "landscape", "hills": "landscape", "forest": "landscape", "basin": "landscape",
    "airport": "site", "airbase": "site", "camp": "site", "port": "site", "crossing": "site", "dam": "site",
    "airfield": "site", "airstrip": "site", "air base": "site",
    "military airport": "site", "international airport": "site", "neighbourhood": "quarter", "neighborhood": "quarter",
    "suburb": "quarter", "quarter": "quarter",
}  # fmt: skip
"""What a word for a kind of place asks the gazetteer for."""
AIRPORTS = frozenset(
    ("airport", "airbase", "airfield", "airstrip", "air base", "military airport", "international airport")
)
"""The types under which an airport may be named."""
WAY = (
    r"(?:north|south)(?:-?\s?(?:east|west))?(?:ern(?:most)?)?|(?:east|west)(?:ern(?:most)?)?|central|upper|lower|inner|"
    r"far[\s-](?:north|south|east|west)(?:ern)?|mid|rural|coastal"
)
DIRECTED = re.compile(
    rf"^(?:the\s+)?(?P<ways>(?:{WAY})(?:\s*(?:,|and|or|and/or|/)\s*(?:{WAY}))*)\s+(?P<of>.+)$", re.IGNORECASE
)
OF = re.compile(rf"^(?:the\s+)?(?P<ways>{WAY})\s+of\s+(?:the\s+)?(?P<of>.+)$", re.IGNORECASE)
PIECES = r"suburbs?|outskirts|districts|neighbou?rhoods|quarters|parts?|edge|areas|villages|countryside|reaches"
"""Words for a piece of a town or region."""
PIECE = re.compile(rf"^(?:the\s+)?(?P<ways>{WAY})\s+(?:{PIECES})\s+of\s+(?:the\s+)?(?P<of>.+)$", re.IGNORECASE)
_VECTORS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}


def vector(way: str) -> tuple[float, float]:
    """North (1) or south (-1), and east (1) or west (-1), of a word of direction; (0, 0) for "central"."""
    lat = lon = 0.0
    for word, (dlat, dlon) in _VECTORS.items():
        if word in way.lower():
            lat, lon = lat + dlat, lon + dlon
    if way.lower() == "upper":
        return 1.0, 0.0
    return (-1.0, 0.0) if way.lower() == "lower" else (lat, lon)


def part_area(
    box: tuple[float, float, float, float], points: Sequence[tuple[float, float]], way: tuple[float, float]
) -> tuple[float, float, float]:
    """Centre (lat, lon) and radius in km of the third of a box that lies in one direction; (0, 0) is its middle."""
    south, west, north, east = box
    height, width = north - south, east - west
    if way == (0, 0):
        south, north, west, east = south + height / 4, north - height / 4, west + width / 4, east - width / 4
    depth = 1 / 3 if 0 in way else 1 / 2  # a corner is half of both sides
    low = north - height * depth if way[0] > 0 else south
    high = south + height * depth if way[0] < 0 else north
    left = east - width * depth if way[1] > 0 else west
    right = west + width * depth if way[1] < 0 else east
    inside = [p for p in points if low <= p[0] <= high and left <= p[1] <= right]
    middle = ((low + high) / 2, (left + right) / 2)
    centre = middle
    if len(inside) >= 3:  # half way between the towns and the land: neither the cities nor the desert alone are meant
        centre = (mean([middle[0], mean([p[0] for p in inside])]), mean([middle[1], mean([p[1] for p in inside])]))
    reach = [distance_km(centre, p) for p in inside] or [distance_km(middle, (high, right))]
    return centre[0], centre[1], max(reach)


def box_round(lat: float, lon: float, radius_km: float) -> tuple[float, float, float, float]:
    """South, west, north and east of a box inside a circle, for a region of which nothing else is known."""
    dlat = radius_km / 111.2 * 0.8
    dlon = dlat / max(0.2, math.cos(math.radians(lat)))
    return lat - dlat, lon - dlon, lat + dlat, lon + dlon


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean of at least one value."""
    listed = list(values)
    return sum(listed) / len(listed)
