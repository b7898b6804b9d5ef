"""Which of several places of one name is meant, and when none is."""

import pytest

from according.entities.choice import Context, is_common
from according.entities.gazetteer import Gazetteer
from according.entities.packs import load_packs
from according.entities.places import PlaceResolver


@pytest.fixture
def resolver(gazetteer: Gazetteer) -> PlaceResolver:
    return PlaceResolver(load_packs(("world",)), gazetteer)


def test_a_small_town_of_a_country_named_in_passing_is_not_meant(resolver: PlaceResolver) -> None:
    assert resolver.resolve("Loham", Context({"AA": 10})) is not None
    passing = Context({"CC": 30, "AA": 1})
    assert resolver.resolve("Loham", passing) is None
    assert resolver.resolve("Loham", passing.with_point((10.4, 10.6))) is not None
    assert resolver.resolve("Kaviri", passing) is not None  # nothing else on earth is called so


def test_towns_say_more_of_where_an_article_happens_than_nationalities(resolver: PlaceResolver) -> None:
    context = Context({"BB": 5, "AA": 3})
    towns = [resolver.resolve(n, context) for n in ("Southport", "Kaviri", "Northton")]
    weighed = resolver.weigh(context, [t for t in towns if t is not None])
    assert context.leading()[0] == "BB"
    assert weighed.leading()[0] == "AA"
    capital = resolver.resolve("Midtown", context)
    assert capital is not None
    assert resolver.weigh(context, [capital]).countries == context.countries


def test_nearly_equal_spellings_count_only_where_the_article_happens(resolver: PlaceResolver) -> None:
    assert resolver.resolve("Northtown", Context({"AA": 3})) is not None
    assert resolver.resolve("Northtown", Context({"BB": 9, "AA": 1})) is None


def test_a_word_for_a_type_makes_no_names_alike(resolver: PlaceResolver) -> None:
    assert resolver.resolve("Lopham District", Context({"AA": 3}), similar=False) is None
    assert resolver.resolve("Topran District", Context({"AA": 3})) is None


def test_held_territory_lies_where_it_is_held(resolver: PlaceResolver) -> None:
    place = resolver.resolve("rebel-held Southport", Context({"AA": 3}))
    assert place is not None
    assert place.name == "Southport"


@pytest.mark.parametrize("name", ["the town", "March", "Line", "The city", "West"])
def test_words_that_are_no_names(name: str) -> None:
    assert is_common(name)


@pytest.mark.parametrize("name", ["Line of Keeps", "Dasha", "دارفور"])
def test_names(name: str) -> None:
    assert not is_common(name)


def test_a_region_called_by_its_compass_is_a_name_only_with_its_type_and_capital(resolver: PlaceResolver) -> None:
    about = Context({"BB": 9})
    for name in ("North-West region", "Beeland's North-West region"):
        found = resolver.resolve(name, about)
        assert found is not None
        assert found.id == "admin1:BB-W"
    assert resolver.resolve("North-West", about) is None
    assert resolver.resolve("north-west region", about) is None
    assert resolver.resolve("North-West region", Context({"AA": 9})) is None
