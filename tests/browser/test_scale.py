"""A hundred thousand claims: only the rows in sight are in the page, and filters answer while one types."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.screenshots import settle
from tests.browser.serving import serving
from tests.browser.stores import generated_store

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hundred thousand claims")]  # the store is made once


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over 100,000 generated claims; ACCORDING_TEST_BIG names a store already generated."""
    made = os.environ.get("ACCORDING_TEST_BIG")
    db = Path(made) if made else generated_store(tmp_path_factory.mktemp("big") / "big.db", 100_000)
    with serving(db) as address:
        yield address


def test_the_ledger_stays_small_in_the_page(watch: Opener, big: str) -> None:
    page = watch(big).open("/claims")
    everything = page.locator(".ledger .count").inner_text()
    assert int(everything.split()[0].replace(",", "")) >= 20_000
    for _ in range(6):
        page.locator(".scroller").evaluate("element => element.scrollTo(0, element.scrollHeight)")
        page.wait_for_timeout(400)
    assert 0 < page.locator(".row").count() < 80
    page.keyboard.press("/")
    page.keyboard.type("drones")
    expect(page.locator(".ledger .count")).not_to_have_text(everything)


def test_the_map_and_the_network_still_draw(watch: Opener, big: str) -> None:
    watched = watch(big)
    for path in ("/map", "/network", "/timeline", "/boards/contested"):
        page = watched.open(path)
        settle(page, path)
        assert page.locator("main [role=alert]").count() == 0
        assert page.locator(".backed, .contradiction").count() > 0
