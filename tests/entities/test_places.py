"""Which place a name means, and when to say nothing."""

import pytest

from according.entities.gazetteer import Gazetteer
from according.entities.packs import load_packs
from according.entities.places import Context, PlaceResolver
from according.records import Mention, Span

AALIA = Context({"AA": 3})


@pytest.fixture
def resolver(gazetteer: Gazetteer) -> PlaceResolver:
    return PlaceResolver(load_packs(("world",)), gazetteer)


def test_the_country_named_decides(resolver: PlaceResolver) -> None:
    home, abroad = resolver.resolve("Midtown", AALIA), resolver.resolve("Midtown", Context({"BB": 1}))
    assert home is not None
    assert abroad is not None
    assert (home.country, abroad.country) == ("AA", "BB")
    assert "AA is named" in home.why
    assert "other" in home.why


def test_a_small_town_of_a_country_nobody_named_is_not_taken(resolver: PlaceResolver) -> None:
    assert resolver.resolve("Faraway", AALIA) is None
    assert resolver.resolve("Faraway", Context({"BB": 1})) is not None


def test_an_alias_counts_only_where_a_place_is_marked(resolver: PlaceResolver) -> None:
    bee = Context({"BB": 1})
    assert resolver.resolve("Sultan", bee) is not None
    assert resolver.resolve("Nordville", AALIA, sure=False, similar=False) is None


@pytest.mark.parametrize("name", ["US", "Brig.", "xx", ""])
def test_abbreviations_are_no_towns(resolver: PlaceResolver, name: str) -> None:
    place = resolver.resolve(name, AALIA)
    assert place is None or place.id == "country:US"


def test_a_near_spelling_counts_in_the_countries_named(resolver: PlaceResolver) -> None:
    place = resolver.resolve("Northtown", AALIA)
    assert place is not None
    assert place.name == "Northton"
    assert "spelt like" in place.why
    assert resolver.resolve("Northtown", Context({"BB": 1})) is None


def test_the_type_named_decides_between_town_and_province(resolver: PlaceResolver) -> None:
    town, province = resolver.resolve("Midtown", AALIA), resolver.resolve("Midtown province", AALIA)
    assert town is not None
    assert province is not None
    assert (town.precision, town.area) == (1, False)
    assert (province.precision, province.area) == (4, True)


def test_a_region_stays_a_region(resolver: PlaceResolver) -> None:
    north = resolver.resolve("northern Aalia", AALIA)
    whole = resolver.resolve("Aalia", AALIA)
    assert north is not None
    assert whole is not None
    assert north.area
    assert north.radius_km >= 50
    assert north.lat > whole.lat + 2
    assert (whole.precision, north.precision) == (6, 5)
    both = resolver.resolve("northern or southern Aalia", AALIA)
    assert both is not None
    assert both.lat == pytest.approx(whole.lat, abs=1)
    assert both.radius_km > north.radius_km
    assert north.id != both.id != whole.id


def test_a_direction_from_a_town_is_its_surroundings(resolver: PlaceResolver) -> None:
    place = resolver.resolve("south of Southport", AALIA)
    assert place is not None
    assert place.precision == 2
    assert place.radius_km >= 25


def test_seas_come_from_the_world_pack_and_are_areas(resolver: PlaceResolver) -> None:
    sea = resolver.resolve("Red Sea", Context({}))
    assert sea is not None
    assert sea.precision == 7
    assert sea.area


def test_a_list_vouches_for_its_members(resolver: PlaceResolver) -> None:
    found = resolver.resolve_group(("Kaviri", "Northtown", "Nonsense"), False, AALIA)
    assert list(found) == ["Kaviri", "Northtown"]
    assert resolver.resolve_group(("Northtown", "Nonsense"), False, AALIA) == {}


def test_context_counts_states_nationalities_and_pack_places(resolver: PlaceResolver) -> None:
    mentions = [
        Mention(Span(0, 4), "government", "Iraq", "Iraq", "pack"),
        Mention(Span(5, 9), "place", "Gaza", "Gaza", "pack"),
    ]
    context = resolver.context(mentions, ["Iran"])
    assert dict(context.countries) == {"IQ": 1, "PS": 1, "IR": 1}


def test_without_a_gazetteer_packs_still_work() -> None:
    resolver = PlaceResolver(load_packs(("iraq",)), None)
    place = resolver.resolve("Jurf al-Sakhr", Context({}))
    assert place is not None
    assert place.id == "iraq:jurf-al-sakhar"
    assert resolver.resolve("Midtown", Context({})) is None
