"""Districts and airports of the gazetteer."""

import pytest

from according.entities.gazetteer_districts import Listed, airport_name, airports, district_names, districts
from according.entities.gazetteer_sources import SourcePlace

REGION = SourcePlace("admin1:AA-N", "Highland", (), "admin1", 19.5, 11.0, 120, "AA", "Highland")


@pytest.mark.parametrize(
    ("listed", "bare"),
    [
        ("Rowe Territory", "Rowe"),
        ("Rowe District", "Rowe"),
        ("Département de Rowe", "Rowe"),
        ("Municipio Rowe", "Rowe"),
        ("Province du Rowe", "Rowe"),
        ("Rowe", "Rowe"),
    ],
)
def test_a_district_goes_by_its_bare_name_too(listed: str, bare: str) -> None:
    assert district_names(listed)[0] == bare
    assert listed in district_names(listed)


def test_a_district_without_a_town_lies_somewhere_in_its_region() -> None:
    found = Listed(
        {}, (("AA.1.X", "Rowe District", (15.0, 11.0, 30.0)), ("AA.1.Y", "Dasha", None), ("BB.1.Z", "No", None))
    )
    known, unknown = districts(found, {"AA.1": REGION})
    assert (known.name, known.lat, known.radius_km, known.country) == ("Rowe", 15.0, 30.0, "AA")
    assert (unknown.lat, unknown.lon, unknown.radius_km) == (REGION.lat, REGION.lon, REGION.radius_km)
    assert unknown.subdivision == REGION.id


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Rowe International Airport", "Rowe"),
        ("Rowe Air Base", "Rowe"),
        ("Old Rowe Airstrip", "Old Rowe"),
        ("Airport", None),
        ("Rowe", None),
    ],
)
def test_the_words_for_an_airport_vary(name: str, bare: str | None) -> None:
    assert airport_name(name) == bare


def test_airports_have_positions_and_a_common_form_of_name() -> None:
    found = {p.id: p for p in airports()}
    assert len(found) > 5000
    goma = found["airport:FZNA"]
    assert "Goma airport" in goma.aliases
    assert goma.country == "CD"
