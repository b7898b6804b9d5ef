"""The places of one article together."""

from collections.abc import Mapping

import pytest

from according.entities.choice import Context
from according.entities.gazetteer import Gazetteer
from according.entities.locating import Locator
from according.entities.packs import load_packs
from according.entities.places import PlaceResolver
from according.records import Mention, Place, Span
from according.vocabularies import MentionKind


@pytest.fixture
def locator(gazetteer: Gazetteer) -> Locator:
    return Locator(PlaceResolver(load_packs(("world",)), gazetteer))


def mention(text: str, name: str, kind: MentionKind, canonical: str = "") -> Mention:
    at = text.index(name)
    return Mention(Span(at, at + len(name)), kind, name, canonical or name, "ner")


def located(
    locator: Locator, text: str, *mentions: Mention, countries: Mapping[str, int] | None = None
) -> dict[str, Place]:
    named = {m.name: m.kind for m in mentions if m.kind in ("place", "government", "person")}
    places, links = locator.locate(text, mentions, named, (), Context(countries or {"AA": 3}))  # type: ignore[arg-type]
    by_id = {p.id: p for p in places}
    return {link.name: by_id[link.entity] for link in links}


def test_a_village_in_no_list_is_placed_beside_the_town_named_with_it(locator: Locator) -> None:
    text = "Fighting began in Dasha, a village near Southport."
    found = located(locator, text, mention(text, "Dasha", "place"), mention(text, "Southport", "place"))
    assert found["Dasha"].lat == found["Southport"].lat
    assert found["Dasha"].precision == 2
    assert found["Dasha"].id != found["Southport"].id


def test_a_persons_name_is_not_placed(locator: Locator) -> None:
    text = "They held talks in Southport with Dasha Rowe. Dasha Rowe saw in Rowe an ally."
    found = located(
        locator,
        text,
        mention(text, "Southport", "place"),
        mention(text, "Dasha Rowe", "person"),
        Mention(Span(text.rindex("Rowe an"), text.rindex(" an ally")), "place", "Rowe", "Rowe", "ner"),
    )
    assert set(found) == {"Southport"}


def test_the_east_is_a_part_of_the_country_the_article_is_about(locator: Locator) -> None:
    text = "The army sent tanks from Southport to bases across the north."
    found = located(locator, text, mention(text, "Southport", "place"))
    assert found["the north"].name == "northern Aalia"
    assert found["the north"].lat > 17
    assert "the north" not in located(locator, text, countries={"AA": 1, "BB": 1})


def test_a_large_town_needs_no_word_before_it(locator: Locator) -> None:
    text = "They took Southport in May and Midtown three weeks later."
    found = located(locator, text, mention(text, "Southport", "place"))
    assert found["Midtown"].country == "AA"
    assert "Midtown" not in located(locator, "They met Midtown three weeks later.", countries={"CC": 20, "AA": 1})


def test_a_place_bears_the_words_the_article_uses(locator: Locator) -> None:
    text = "Envoys of Aalia-land met."
    found = located(locator, text, mention(text, "Aalia-land", "place", "Aalia"))
    assert "Aalia-land" in found["Aalia"].names


def test_common_words_are_no_towns(locator: Locator) -> None:
    text = "The town was quiet, and the city too."
    assert located(locator, text, mention(text, "The town", "place"), mention(text, "the city", "place")) == {}


def test_what_the_text_says_outranks_a_small_namesake(locator: Locator) -> None:
    text = "Topham, a village 10 km south of Southport, burnt."
    found = located(locator, text, mention(text, "Topham", "place"), mention(text, "Southport", "place"))
    assert found["Topham"].lat == pytest.approx(9.9, abs=0.05)
    assert found["Topham"].id != "gn:1"
    agreed = "Kaviri, a village 100 km north of Southport, burnt."
    found = located(locator, agreed, mention(agreed, "Kaviri", "place"), mention(agreed, "Southport", "place"))
    assert found["Kaviri"].id == "gn:5"


def test_a_preposition_is_no_part_of_a_name(locator: Locator) -> None:
    text = "They left Southport. In Dasha, fires burnt."
    found = located(locator, text, mention(text, "Southport", "place"), mention(text, "In Dasha", "place"))
    assert "In Dasha" not in found


def test_a_word_of_nationality_is_no_place(gazetteer: Gazetteer) -> None:
    text = "Rebels walked into the Zemish town of Southport."
    people = Locator(
        PlaceResolver(load_packs(("world",)), gazetteer), lambda word: "Aalia" if word == "Zemish" else None
    )
    mentions = (mention(text, "Southport", "place"), mention(text, "Zemish", "place"))
    assert set(located(people, text, *mentions)) == {"Southport"}


def test_the_suburbs_of_a_town_are_in_it(locator: Locator) -> None:
    text = "Jets hit the southern suburbs of Southport on Monday."
    found = located(locator, text, mention(text, "Southport", "place"))
    assert found["southern suburbs of Southport"].precision == 2
