import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.errors import ConfigError
from according.pictures.deployments import draw_map
from according.publish.geojson import circle, geojson, is_area
from according.publish.rounding import Rounding
from tests.pictures.rows_factory import place, statement


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.009 * math.asin(math.sqrt(half))


def rings(geometry: dict) -> list:
    if geometry["type"] == "Polygon":
        return geometry["coordinates"]
    return [ring for polygon in geometry["coordinates"] for ring in polygon]


def feature(where, **fields) -> dict:
    row = statement(
        "Badr", "present_in", where.name if where else "Nowhere", position=where, object_kind="place", **fields
    )
    return json.loads(json.dumps(geojson(draw_map([row]))))["features"][0]


def test_a_spot_is_a_point_and_a_region_is_never_one() -> None:
    spot = feature(place("Tel", 33.4, 44.3))
    assert spot["geometry"] == {"type": "Point", "coordinates": [44.3, 33.4]}
    region = feature(place("Plain", 34.0, 45.5, area=True, radius=60, precision=5))
    assert region["geometry"]["type"] == "Polygon"
    assert region["properties"]["area"] is True
    assert (region["properties"]["precision"], region["properties"]["radius_km"]) == (5, 60)
    district = feature(place("District", 34.0, 45.5, radius=30, precision=3))
    assert district["geometry"]["type"] == "Polygon"


def test_what_lies_nowhere_is_kept_without_a_geometry() -> None:
    kept = feature(None, claim="c1")
    assert kept["geometry"] is None
    assert kept["properties"]["claims"] == ["c1"]


def test_properties_carry_what_stands_behind_the_place() -> None:
    shown = feature(place("Tel", 33.4, 44.3), claim="c1", verification="unverified", negated=False)["properties"]
    assert (shown["claims"], shown["mark"], shown["verification"]) == (["c1"], "unverified", "unverified")
    assert (shown["kind"], shown["actor"], shown["place"], shown["timing"]) == ("presence", "Badr", "Tel", "undated")


def test_the_collection_credits_its_coordinates_and_says_what_it_is() -> None:
    drawn = geojson(draw_map([statement("Badr", "present_in", "Tel", position=place("Tel", 33.4, 44.3))]))
    assert drawn["attribution"] == ["GeoNames (CC BY 4.0)"]
    assert "does not decide what is true" in drawn["notice"]


def test_a_circle_has_its_radius_and_runs_counter_clockwise() -> None:
    (ring,) = rings(circle(33.4, 44.3, 50))
    assert ring[0] == ring[-1]
    assert all(abs(distance((33.4, 44.3), (y, x)) - 50) < 0.1 for x, y in ring)
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    assert area > 0


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), radius=st.floats(0.1, 3000))
def test_every_circle_stays_on_the_earth_and_never_crosses_the_date_line(lat: float, lon: float, radius: float) -> None:
    for ring in rings(circle(lat, lon, radius)):
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        assert len(ring) == 5 or max(x for x, _ in ring) - min(x for x, _ in ring) <= 180 + 1e-6


def test_rounding_hides_the_spot_but_keeps_it_inside() -> None:
    where = place("Tel", 33.4, 44.3)
    row = statement("Badr", "present_in", "Tel", position=where, object_kind="place")
    drawn = geojson(draw_map([row]), Rounding(0.5))["features"][0]
    assert drawn["geometry"]["type"] == "Polygon"
    lon, lat = drawn["properties"]["center"]
    assert (lat, lon) == (33.5, 44.5)
    assert distance((lat, lon), (where.lat, where.lon)) <= drawn["properties"]["radius_km"]
    assert drawn["properties"]["place_id"] is None


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), step=st.floats(0.01, 10))
def test_a_rounded_radius_always_holds_the_true_place(lat: float, lon: float, step: float) -> None:
    rounding = Rounding(step)
    assert distance(rounding.point(lat, lon), (lat, lon)) <= rounding.radius(0) + 0.01


@pytest.mark.parametrize("step", [0, -1, 11, math.nan, math.inf])
def test_a_step_that_is_none_is_refused(step: float) -> None:
    with pytest.raises(ConfigError, match="over 0"):
        Rounding(step)


def test_areas_are_told_by_flag_or_precision() -> None:
    assert is_area(place("A", 0, 0, area=True))
    assert is_area(place("A", 0, 0, precision=4))
    assert not is_area(place("A", 0, 0, precision=2))


def test_the_map_of_a_store_is_valid_json(small_store: Path) -> None:
    from according.knowledge import queries
    from according.knowledge.reader import Reader

    with Reader(f"sqlite:///{small_store}") as reader:
        drawn = geojson(draw_map(queries.statements(reader)))
    kinds = [(item["properties"]["kind"], item["geometry"]["type"]) for item in drawn["features"]]
    assert kinds == [("control", "Point"), ("use", "Point"), ("presence", "Polygon")]
