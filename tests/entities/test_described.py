"""Where a place that no list knows lies, by what the text says of it."""

import pytest

from according.entities.described import Known, Surroundings, is_placed
from according.entities.gazetteer_sources import distance_km
from according.records import Place, Span

MIDTOWN = Place("gn:3", "Midtown", 15.0, 11.0, 1, 5.0, country="AA", source="GeoNames")
NORTHTON = Place("gn:0", "Northton", 15.6, 11.0, 1, 2.0, country="AA", source="GeoNames")
HIGHLAND = Place("admin1:AA-N", "Highland", 19.5, 11.0, 4, 120.0, True, "AA", source="iso3166-2")
AALIA = Place("country:AA", "Aalia", 15.0, 11.0, 6, 600.0, True, "AA")
PLACES = (MIDTOWN, NORTHTON, HIGHLAND, AALIA)


def placed(text: str, name: str) -> Place | None:
    known = [
        Known(Span(at, at + len(p.name)), p) for p in PLACES for at in range(len(text)) if text.startswith(p.name, at)
    ]
    spans = [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
    return Surroundings(text, known).place(name, spans)


def test_a_distance_and_a_direction_give_a_point_and_its_uncertainty() -> None:
    place = placed("Soldiers left Dasha, a village about 40 km north of Midtown, on Monday.", "Dasha")
    assert place is not None
    assert place.lat == pytest.approx(15.36, abs=0.01)
    assert place.lon == pytest.approx(11.0, abs=0.01)
    assert 10 <= place.radius_km < 40
    assert "40 km north of Midtown" in place.why


def test_miles_are_no_kilometres_and_without_a_direction_the_ring_is_meant() -> None:
    place = placed("They shelled Dasha, 10 miles from Midtown.", "Dasha")
    assert place is not None
    assert (place.lat, place.lon) == (15.0, 11.0)
    assert place.radius_km == pytest.approx(21, abs=1)


@pytest.mark.parametrize(
    ("text", "radius"),
    [
        ("The clash near Dasha, a hamlet near Midtown, was short.", 25),
        ("Dasha, on the outskirts of Midtown, is empty.", 25),
        ("A bomb fell in the Dasha neighbourhood of Midtown.", 10),
        ("They met in Midtown's Dasha district.", 10),
        ("They held Dasha, in Highland.", 120),
        ("Shells fell on Midtown. People in Dasha, a northern suburb, heard them.", 10),
    ],
)
def test_words_of_nearness_and_containment(text: str, radius: float) -> None:
    place = placed(text, "Dasha")
    assert place is not None
    assert place.radius_km == radius
    assert place.area == (radius > 25)
    assert place.country == "AA"


def test_members_of_a_list_lie_round_the_members_that_are_known() -> None:
    place = placed("They took Midtown, Dasha and Northton in a day.", "Dasha")
    assert place is not None
    assert place.area
    assert distance_km((place.lat, place.lon), (15.3, 11.0)) < 2
    assert place.radius_km >= 60


def test_words_behind_and_another_place_say_nothing_of_the_first() -> None:
    place = placed("They hide in the Dasha hills and on islands of Midtown.", "Dasha")
    assert place is None or "in Midtown" not in place.why


def test_a_quarter_of_something_unknown_is_not_of_the_town_named_last() -> None:
    place = placed("The minister spoke in Midtown.\n\nThey prayed in Dasha, a quarter of the commune of Rowe.", "Dasha")
    assert place is None or place.precision > 2


def test_a_country_alone_places_nothing() -> None:
    assert placed("The army took Dasha in Aalia.", "Dasha") is None


def test_an_overview_does_not_place_what_it_does_not_describe() -> None:
    towns = [Place(f"gn:{n}", f"Town{n}", 10.0 + 2 * n, 11.0, 1, 5.0, country="AA") for n in range(9)]
    text = "It began in Town0. " + "\n\n".join(f"Then in Town{n}." for n in range(1, 9)) + "\n\nRebels took Dasha."
    known = [Known(Span(at := text.index(t.name), at + len(t.name)), t) for t in towns]
    at = text.index("Dasha")
    assert Surroundings(text, known).place("Dasha", [Span(at, at + 5)]) is None


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("They entered the village of Dasha.", True),
        ("Fighters occupy Rowe and Dasha.", True),
        ("He lives in Dasha.", True),
        ("Dasha said so.", False),
        ("A Dasha commander met people in Dasha areas.", False),
        ("In the mainly Dasha city of Rowe", False),
    ],
)
def test_only_what_stands_as_a_place_is_placed(text: str, placed: bool) -> None:
    assert is_placed(text, "Dasha") is placed


def test_a_distance_behind_another_town_is_not_of_the_first() -> None:
    place = placed("They left Dasha and from Northton, 30 km south of Midtown, nobody came.", "Dasha")
    assert place is None or "30 km" not in place.why


def test_a_distance_from_the_base_is_from_the_place_spoken_of_before() -> None:
    place = placed("Rockets hit Midtown. A lorry was found in the town of Dasha, some 8 km from the base.", "Dasha")
    assert place is not None
    assert (place.lat, place.lon) == (15.0, 11.0)
    assert "8 km from Midtown" in place.why


def test_the_town_of_the_paragraph_says_more_than_a_wide_region_in_the_sentence() -> None:
    wide = Place("admin1:AA-W", "Wideland", 15.2, 11.0, 4, 170.0, True, "AA")
    text = "Northton fell. The governor of Wideland said that troops held the district of Dasha."
    known = [Known(Span(text.index(p.name), text.index(p.name) + len(p.name)), p) for p in (NORTHTON, wide)]
    at = text.index("Dasha")
    place = Surroundings(text, known).place("Dasha", [Span(at, at + 5)])
    assert place is not None
    assert (place.lat, place.radius_km) == (15.6, 60)
