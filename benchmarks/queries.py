"""How long the store takes to answer: p50 and p95 of each query on a made-up store of a given size.

    python -m benchmarks.queries --claims 100000 [--db FILE] [--rounds 20]

A store that is already at FILE is used as it is. Times are wall-clock milliseconds of a whole query, rows included;
`cpu` is the processor's share of p50, which a busy machine does not distort.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter, StatementFilter
from benchmarks.generated import generate


@dataclass(frozen=True)
class Timing:
    """Milliseconds."""

    p50: float
    p95: float
    cpu: float


def measure(work: Callable[[], object], rounds: int) -> Timing:
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return Timing(median(walls), quantiles(walls, n=20)[-1], median(cpus))


def questions(reader: Reader) -> dict[str, Callable[[], object]]:
    """The queries a person waits for, as the screen and the command line ask them."""
    pages = queries.claims(reader, limit=50)
    middle = queries.claims(reader, limit=50, order="newest")[-1].claim.id
    top = queries.entities(reader, limit=1)[0].entity.id
    place = queries.places(reader, limit=1)[0].place.id
    article = pages[0].article.id

    def ledger(**fields: object) -> Callable[[], object]:
        filter = ClaimFilter(**fields)  # type: ignore[arg-type]
        return lambda: queries.claims(reader, filter, limit=50)

    return {
        "ledger: first page": ledger(),
        "ledger: page, newest": lambda: queries.claims(reader, limit=50, order="newest", after=middle),
        "ledger: status=denied": ledger(status="denied"),
        "ledger: speaker by name": ledger(speaker="ministry of defence"),
        "ledger: speaker, rare": ledger(speaker="jana keita"),
        "ledger: actor": ledger(actor=top),
        "ledger: place": ledger(place=place),
        "ledger: text, common word": ledger(text="road"),
        "ledger: text, phrase": ledger(text='"worst night"'),
        "ledger: text, rare": ledger(text="karabad 450"),
        "ledger: text and status": ledger(text="artillery", status="denied", unverified=True),
        "count: all": lambda: queries.count_claims(reader),
        "count: status=asserted": lambda: queries.count_claims(reader, ClaimFilter(status="asserted")),
        "facets: all": lambda: queries.facets(reader),
        "facets: status=asserted": lambda: queries.facets(reader, ClaimFilter(status="asserted")),
        "facets: text": lambda: queries.facets(reader, ClaimFilter(text="artillery")),
        "facets: actor": lambda: queries.facets(reader, ClaimFilter(actor=top)),
        "review queue": lambda: queries.review_queue(reader),
        "claim by id": lambda: queries.claim(reader, pages[7].claim.id),
        "article: claims": ledger(article=article),
        "article: text": lambda: queries.article_text(reader, article),
        "actors: first page": lambda: queries.entities(reader),
        "actors: by name": lambda: queries.entities(reader, text="guards"),
        "actor: statements (500)": lambda: queries.statements(reader, StatementFilter(either=top), limit=500),
        "statements: controls (500)": lambda: queries.statements(
            reader, StatementFilter(predicates=("controls",)), limit=500
        ),
        "places": lambda: queries.places(reader, limit=500),
        "status": lambda: queries.status(reader),
    }


def fill(url: str, claims: int) -> None:
    """Save a made-up store, and say how fast that went."""
    wall, cpu = time.perf_counter(), time.process_time()
    count = 0
    with KnowledgeBase(url) as kb:
        for item in generate(claims):
            kb.save(*item)
            count += 1
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"saved {claims} claims of {count} articles in {wall:.1f} s (processor {cpu:.1f} s, generating included)")


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--rebuild", action="store_true", help="also time rebuilding everything derived")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.db or Path(folder) / "store.db"
        url = f"sqlite:///{path}"
        if not path.exists():
            fill(url, args.claims)
        with Reader(url) as reader:
            print(f"{path.stat().st_size / 1e6:.0f} MB; {queries.status(reader)['claims']} claims")
            print(f"{'query':32} {'p50':>8} {'p95':>8} {'cpu':>8}  ms")
            for name, work in questions(reader).items():
                work()
                took = measure(work, args.rounds)
                print(f"{name:32} {took.p50:8.1f} {took.p95:8.1f} {took.cpu:8.1f}")
            left, right = (row.entity.id for row in queries.entities(reader, limit=2))
        with KnowledgeBase(url, what="benchmark") as kb:
            merge = opinion(left, "same", right, by="benchmark")
            for name, judgement in (("merge two", merge), ("undo", opinion(merge.id, "undo", by="benchmark"))):
                start, cpu = time.perf_counter(), time.process_time()
                kb.judge(judgement)
                wall = (time.perf_counter() - start) * 1000
                spent = (time.process_time() - cpu) * 1000
                print(f"{name + ' largest actors':32} {wall:8.1f} {wall:8.1f} {spent:8.1f}")
            if args.rebuild:
                start = time.perf_counter()
                kb.rebuild()
                print(f"rebuilt in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
