"""`python -m tests.browser.measuring --example FILE --big FILE`: what the screen costs, in milliseconds and bytes.

First paint is the browser's own `first-contentful-paint`; meaningful paint is when the totals of the overview stand on
the page, in a fresh browser context (nothing cached). Filters and maps are asked over HTTP, each with other values, so
that nothing kept helps; `again` is the same question a second time.
"""

import argparse
import gzip
import itertools
import random
import statistics
import time
import urllib.parse
import urllib.request
from collections.abc import Iterable
from pathlib import Path

import according.web
from tests.browser.chromium import browsing
from tests.browser.serving import serving

WORDS = ["drones", "bridge", "border", "talks", "capital", "river", "dawn", "road", "crossing", "winter", "artillery"]
STATUSES = ["asserted", "hedged", "denied", "predicted", "threatened", "called_for", "doubted"]


def show(what: str, milliseconds: Iterable[float]) -> None:
    taken = sorted(milliseconds)
    p95 = taken[min(len(taken) - 1, round(0.95 * (len(taken) - 1)))]
    print(f"{what:44} p50 {statistics.median(taken):8.1f} ms   p95 {p95:8.1f} ms   n {len(taken)}")


def ask(address: str) -> float:
    started = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        answer.read()
    return (time.perf_counter() - started) * 1000


def paint(db: Path, rounds: int) -> None:
    first, meaningful = [], []
    with serving(db) as address, browsing() as browser:
        for _ in range(rounds):
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            page.add_init_script(
                "new MutationObserver((_, watch) => { if (document.querySelector('.totals')) {"
                " window.totals = performance.now(); watch.disconnect(); } })"
                ".observe(document, {childList: true, subtree: true})"
            )
            page.goto(address)
            page.wait_for_function("() => window.totals")
            page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
            first.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            meaningful.append(page.evaluate("window.totals"))
            context.close()
    show("example store: first contentful paint", first)
    show("example store: meaningful paint (totals)", meaningful)


def scale(db: Path, rounds: int) -> None:
    draw = random.Random(7)
    with serving(db) as address:
        api = f"{address}/api"
        ask(f"{api}/map?limit=2000")  # the statements are read once a version of the store; the server does so at start
        questions = [
            urllib.parse.urlencode({key: value for key, value in chosen.items() if value})
            for chosen in (
                {
                    "text": draw.choice(["", "", *WORDS]),
                    "status": draw.choice(["", *STATUSES]),
                    "verification": draw.choice(["", "", "unverified", "confirmed"]),
                    "since": f"2023-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}",
                }
                for _ in range(rounds)
            )
        ]
        show("ledger, another filter: first page", [ask(f"{api}/claims?limit=100&{one}") for one in questions])
        show("ledger, another filter: facets and total", [ask(f"{api}/claims/facets?{one}") for one in questions])
        show("ledger, same filter again: facets", [ask(f"{api}/claims/facets?{one}") for one in questions])
        days = [f"{year}-{month:02}-15" for year, month in itertools.product((2023, 2024), range(1, 13))]
        show("map, another day (drawn by the server)", [ask(f"{api}/map?as_of={day}&limit=2000") for day in days])
        show("map, all time, again", [ask(f"{api}/map?limit=2000") for _ in range(20)])
        with browsing() as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(f"{address}/map")
            page.wait_for_selector(".map-canvas[data-idle]", state="attached", timeout=120_000)
            steps = page.evaluate(
                """async () => { const slider = document.querySelector('.slider input'), taken = [];
                const low = +slider.min, high = +slider.max;
                const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
                for (let step = 1; step <= 40; step += 1) { const start = performance.now();
                  set.call(slider, String(Math.round(low + (high - low) * step / 40)));
                  slider.dispatchEvent(new Event('input', {bubbles: true}));
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  taken.push(performance.now() - start); } return taken; }"""
            )
            show("map in the browser: one step of the slider", steps)


def assets() -> None:
    static = Path(according.web.__file__).parent / "static"
    files = [path for path in static.rglob("*") if path.is_file() and not path.name.startswith(".")]
    for path in sorted(files, key=lambda path: -path.stat().st_size):
        data = path.read_bytes()
        print(f"{path.relative_to(static)!s:52} {len(data):9,} bytes   {len(gzip.compress(data, 6)):9,} gzipped")
    total = sum(path.stat().st_size for path in files)
    print(f"{'all built assets':52} {total:9,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--example", type=Path, help="store for the paints")
    parser.add_argument("--big", type=Path, help="store of 100,000 claims (tests.browser.stores.generated_store)")
    parser.add_argument("--rounds", type=int, default=60)
    given = parser.parse_args()
    assets()
    if given.example:
        paint(given.example, 7)
    if given.big:
        scale(given.big, given.rounds)


if __name__ == "__main__":
    main()
