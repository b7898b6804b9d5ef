"""A gazetteer of invented and real places, small enough to build in a moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from according.entities import gazetteer as module
from according.entities import gazetteer_sources
from according.entities.gazetteer import Gazetteer, open_gazetteer
from according.entities.gazetteer_sources import SourcePlace
from according.entities.packs import load_packs

CITIES = [
    ("Northton", 20.0, 10.0, "AA", 5_000, ("Nordville",)),
    ("Topham", 19.5, 11.0, "AA", 700, ()),
    ("Upwick", 19.0, 12.0, "AA", 900, ()),
    ("Midtown", 15.0, 11.0, "AA", 300_000, ()),
    ("Southport", 10.0, 12.0, "AA", 80_000, ("Port-Sud", "بورت سود")),
    ("Kaviri", 11.0, 11.5, "AA", 9_000, ()),
    ("Loham", 10.5, 10.5, "AA", 9_000, ()),
    ("Midtown", 50.0, -100.0, "BB", 2_000_000, ()),
    ("Loham", 51.0, -101.0, "BB", 60_000, ()),
    ("Ali", 51.0, -102.0, "BB", 900, ()),
    ("Faraway", 52.0, -103.0, "BB", 40_000, ("Sultan",)),
]


def places() -> tuple[list[tuple[str, str, str]], Iterator[SourcePlace]]:
    def rows() -> Iterator[SourcePlace]:
        for iso, name, box in (
            ("AA", "Aalia", (10.0, 10.0, 20.0, 12.0)),
            ("BB", "Beeland", (50.0, -103.0, 52.0, -100.0)),
        ):
            lat, lon = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            yield SourcePlace(f"country:{iso}", name, (), "country", lat, lon, 600, iso, population=10**7, box=box)
        yield SourcePlace(
            "admin1:AA-N",
            "Highland",
            ("Highland Province",),
            "admin1",
            19.5,
            11.0,
            120,
            "AA",
            "Highland",
            box=(19.0, 10.0, 20.0, 12.0),
        )
        yield SourcePlace("admin1:AA-M", "Midtown", (), "admin1", 15.0, 11.2, 90, "AA", "Midtown", 400_000)
        yield SourcePlace("admin1:BB-W", "North-West", ("North-West Region",), "admin1", 51.5, -102.5, 60, "BB")
        for number, (name, lat, lon, iso, people, also) in enumerate(CITIES):
            division = "admin1:AA-N" if iso == "AA" and lat >= 19 else None
            yield SourcePlace(
                f"gn:{number}", name, also, "city", lat, lon, 3, iso, "Highland" if division else None, people, division
            )

    return [("AA", "CC", "Midtown"), ("BB", "", "")], rows()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    patch = pytest.MonkeyPatch()
    patch.setattr(gazetteer_sources, "read_sources", places)
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    module.build_gazetteer(path)
    patch.undo()
    return path


@pytest.fixture
def gazetteer(small: Path) -> Iterator[Gazetteer]:
    found = open_gazetteer(load_packs(("world",)), small)
    yield found
    found.close()
