"""`python -m tests.browser.screenshots FOLDER [--db FILE]`: every screen, wide and narrow, light and dark."""

import argparse
import json
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium import browsing
from tests.browser.serving import serving
from tests.browser.stores import example_store

__all__ = ["SCREENS", "settle", "shoot"]

SIZES = {"wide": (1280, 800), "phone": (390, 844)}
SCREENS = {
    "overview": "/",
    "articles": "/articles",
    "reader": "/articles/{article}",
    "reader-claim": "/articles/{article}?claim={claim}",
    "ledger": "/claims",
    "actors": "/actors",
    "actor": "/actors/{actor}",
    "map": "/map",
    "network": "/network",
    "timeline": "/timeline",
    "stances": "/boards/stances",
    "conditions": "/boards/conditions",
    "sources": "/boards/sources",
    "contested": "/boards/contested",
    "origins": "/boards/origins",
    "review": "/review",
    "matches": "/review?of=matches",
    "outcomes": "/review?of=outcomes",
    "add": "/add",
    "interface": "/interface",
}


def fill(address: str) -> dict[str, str]:
    """An article, a claim of it and an actor to show."""

    def ask(path: str) -> dict:
        with urllib.request.urlopen(f"{address}/api/{path}") as answer:
            return json.load(answer)

    claims = ask("claims?limit=200")["items"]
    if not claims:
        return {"article": "none", "claim": "none", "actor": "none"}
    # the longest chain of voices of different names, and of those the one with most words
    shown = max(claims, key=lambda row: (len(_names(row)), len(row["content"][0]["text"])))
    actors = ask("actors?limit=40&kind=armed_group")["items"] or ask("actors")["items"]
    actors.sort(key=lambda row: -row["statements"])
    return {"article": shown["article"]["id"], "claim": shown["id"], "actor": actors[0]["id"]}


def _names(claim: dict) -> set[str]:
    return {voice["name"].removeprefix("The ") for voice in claim["chain"]}


def settle(page: Page, address: str) -> None:
    """Wait until the screen shows its data and, where it has one, its map stands still."""
    page.wait_for_load_state("networkidle")
    expect(page.locator("main .spinner")).to_have_count(0, timeout=60_000)
    if "/map" in address:
        page.wait_for_selector(".map-canvas[data-idle]", state="attached", timeout=60_000)
        page.wait_for_timeout(600)
    if "/network" in address:
        page.wait_for_timeout(400)


def shoot(address: str, folder: Path, only: set[str] | None = None) -> list[Path]:
    """Write a picture of each screen in each size and theme; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    names = fill(address)
    written: list[Path] = []
    with browsing() as browser:
        for size, (width, height) in SIZES.items():
            for theme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
                )
                page = context.new_page()
                for name, path in SCREENS.items():
                    if only and name not in only:
                        continue
                    shown = path.format(**names)
                    page.goto(address + shown)
                    settle(page, shown)
                    file = folder / f"{name}-{size}-{theme}.png"
                    page.screenshot(path=file)
                    written.append(file)
                context.close()
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--db", type=Path, help="a store to show instead of the example dossier")
    parser.add_argument("--only", action="append", choices=sorted(SCREENS), help="just these screens (repeatable)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        db = given.db or example_store(Path(scratch) / "example.db")
        with serving(db) as address:
            files = shoot(address, given.folder, set(given.only or ()) or None)
    print(f"{len(files)} pictures in {given.folder}")


if __name__ == "__main__":
    main()
