"""Places of conflicts that the other sources of the gazetteer lack: villages, camps, bases, regions without a code.

The list, `supplement.tsv`, is this project's own; its head says how exact it is.
"""

from collections.abc import Iterator
from importlib import resources

from according.entities.gazetteer_sources import SourcePlace
from according.errors import PackError

__all__ = ["LEVELS", "PEOPLE", "read_supplement", "supplement", "supplement_text"]

LEVELS = {
    "town": "city",
    "quarter": "city",
    "region": "region",
    **dict.fromkeys(("camp", "base", "crossing", "dam", "mine", "island", "site"), "site"),
}
"""The level of the gazetteer that each type of the list has."""
PEOPLE = 10_000
"""A town of the list is as likely to be meant as one of so many people: it is listed because reports name it."""


def supplement_text() -> str:
    """The list as it is in this installation."""
    return resources.files("according.entities").joinpath("supplement.tsv").read_text(encoding="utf-8")


def supplement() -> Iterator[SourcePlace]:
    """The places of the list in this installation."""
    return read_supplement(supplement_text())


def read_supplement(text: str) -> Iterator[SourcePlace]:
    """The places of such a list. PackError names the line that is no place."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            country, kind, listed, lat, lon, km = line.split("\t")
            names = listed.split("|")
            place = SourcePlace(
                id=f"supplement:{country}:{names[0].lower().replace(' ', '-')}",
                name=names[0],
                aliases=tuple(names[1:]),
                level=LEVELS[kind],
                lat=float(lat),
                lon=float(lon),
                radius_km=float(km),
                country=country,
                population=PEOPLE if kind == "town" else 0,
            )
        except (ValueError, KeyError) as error:
            raise PackError(f"Line {number} of the supplement of places cannot be read ({error}).") from error
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180 and place.radius_km > 0):
            raise PackError(f"Line {number} of the supplement of places lies outside the earth.")
        yield place
