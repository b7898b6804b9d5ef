"""Every screen in a real browser: it shows, it is accessible, it fits, and hostile text stays text."""

import pytest

from tests.browser.conftest import AXE, Opener
from tests.browser.screenshots import SCREENS, fill, settle
from tests.browser.stores import HOSTILE

ADDRESSES = {name: path for name, path in SCREENS.items() if name != "interface"}


@pytest.fixture(scope="session")
def filled(example: str) -> dict[str, str]:
    return {name: path.format(**fill(example)) for name, path in SCREENS.items()}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_shows_and_is_accessible(
    watch: Opener, example: str, filled: dict[str, str], name: str, dark: bool
) -> None:
    watched = watch(example, dark=dark)
    page = watched.open(filled[name])
    settle(page, filled[name])
    assert page.locator("main h1").first.inner_text().strip()
    assert page.locator("main [role=alert]").count() == 0
    assert "never decides what is true" in page.locator("footer").inner_text()
    if AXE.exists():
        assert watched.serious() == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_a_phone(watch: Opener, example: str, filled: dict[str, str], name: str) -> None:
    watched = watch(example, phone=True)
    page = watched.open(filled[name])
    settle(page, filled[name])
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.locator("main h1").first.is_visible()


@pytest.mark.parametrize("kind", ["empty", "single"])
def test_small_stores_look_right_everywhere(watch: Opener, stores: dict[str, str], kind: str) -> None:
    names = fill(stores[kind])
    for phone in (False, True):
        watched = watch(stores[kind], phone=phone)
        for name, path in ADDRESSES.items():
            if kind == "empty" and "{" in path:
                continue
            page = watched.open(path.format(**names))
            assert page.locator("main h1").first.inner_text().strip(), name
            assert page.locator("main [role=alert]").count() == 0, name
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, name


def test_an_empty_store_says_what_to_do(watch: Opener, stores: dict[str, str]) -> None:
    page = watch(stores["empty"]).open("/")
    assert page.get_by_role("link", name="Add articles").is_visible()


def test_hostile_text_stays_text_on_every_screen(watch: Opener, stores: dict[str, str]) -> None:
    names = fill(stores["hostile"])
    watched = watch(stores["hostile"])
    seen = 0
    for name, path in ADDRESSES.items():
        page = watched.open(path.format(**names))
        assert page.evaluate("window.hacked") is None, name
        assert page.locator("img[src=x], main script").count() == 0, name
        assert page.locator("a[href^='javascript:']").count() == 0, name
        seen += HOSTILE in page.locator("main").inner_text()
    assert seen >= 6


def test_an_unknown_address_leads_back(watch: Opener, example: str) -> None:
    watched = watch(example)
    for path in ("/nowhere", "/articles/none", "/actors/nobody%20at%20all", "/boards/none"):
        page = watched.open(path)
        assert page.locator("main a, main button").count() > 0, path
        assert page.locator("main").inner_text().strip(), path


def test_the_chosen_theme_stays(watch: Opener, example: str) -> None:
    page = watch(example).open("/")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert dark != light
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark


def test_the_menu_on_a_phone(watch: Opener, example: str) -> None:
    watched = watch(example, phone=True)
    page = watched.open("/")
    assert not page.get_by_role("link", name="Timeline").is_visible()
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Screens").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline")
    assert not page.get_by_role("navigation", name="Screens").get_by_role("link", name="Timeline").is_visible()
