"""One browser and one server a session; every page is watched for errors and for requests that leave the machine."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, Page, expect

import according.web
from according.config import Config
from tests.browser.chromium import browsing, executable
from tests.browser.serving import serving
from tests.browser.stores import EXAMPLE, empty_store, example_store, generated_store, hostile_store, single_store

STATIC = Path(according.web.__file__).parent / "static" / "index.html"
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def lacking(what: str) -> None:
    """Skip by name with the reason; in CI nothing may be lacking."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    if executable() is None:
        lacking("no Chromium on this machine: apt-get install chromium fonts-noto-core")
    if not STATIC.exists():
        lacking("the user interface is not built: python hatch_build.py")
    with browsing() as browser:
        yield browser


class Watched:
    """A page whose errors count."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(f"error: {error}"))
        page.on("console", self._heard)
        page.on("request", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "status of 404" not in message.text:
            self.errors.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.errors.append(f"left the machine: {request.url}")

    def open(self, path: str) -> Page:
        """Go to a screen and wait until it shows its data."""
        self.page.goto(self.address + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing is being loaded."""
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator("main .spinner")).to_have_count(0, timeout=60_000)

    def serious(self) -> list[str]:
        """What axe-core calls a serious or critical violation, each with the first element it concerns."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
        )
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['any'][:1]}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]


Opener = Callable[..., Watched]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Opener]:
    """Open a watched page on a server: `watch(address, phone=…, dark=…)`. Errors fail the test when it ends."""
    opened: list[tuple[Any, Watched]] = []

    def open(address: str, *, phone: bool = False, dark: bool = False) -> Watched:
        context = browser.new_context(
            viewport=PHONE if phone else WIDE,  # type: ignore[arg-type]
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(120_000)  # shared machines stall for tens of seconds
        watched = Watched(context.new_page(), address)
        opened.append((context, watched))
        return watched

    yield open
    for context, watched in opened:
        context.close()
        assert watched.errors == []


@pytest.fixture(scope="session")
def example_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier as a store."""
    if not EXAMPLE.is_dir():
        lacking("examples/iraq-2025 is not there")
    return example_store(tmp_path_factory.mktemp("example") / "example.db")


@pytest.fixture(scope="session")
def example(example_db: Path) -> Iterator[str]:
    """A server over the example dossier, for tests that only read."""
    with serving(example_db) as address:
        yield address


@pytest.fixture(scope="session")
def small_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred generated claims, long and right-to-left names among them."""
    return generated_store(tmp_path_factory.mktemp("small") / "small.db", 200)


@pytest.fixture
def writable(small_db: Path, tmp_path: Path) -> Iterator[str]:
    """A server over a copy of the small store, for tests that decide and add; it reads by the grammar alone."""
    db = shutil.copy(small_db, tmp_path / "copy.db")
    with serving(db, Config(extractor="rules")) as address:
        yield address


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Servers over the odd stores: empty, a single claim, hostile."""
    folder = tmp_path_factory.mktemp("odd")
    with (
        serving(empty_store(folder / "empty.db")) as empty,
        serving(single_store(folder / "single.db")) as single,
        serving(hostile_store(folder / "hostile.db")) as hostile,
    ):
        yield {"empty": empty, "single": single, "hostile": hostile}
