"""`python -m benchmarks.origins [ARTICLES]`: families and contradictions found in a store where they were planted.

Articles are random words, so that what is alike was made alike: a share of them reprint, abridge or edit an earlier
one, some deny an earlier one's statement. Prints precision and recall of each, the time to add one more article, to
gather all propositions and to rebuild everything.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from according.knowledge.base import KnowledgeBase
from according.knowledge.origins.reading import contested, families
from according.knowledge.reader import Reader
from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Link,
    Linking,
    Name,
    Outlet,
    Ref,
    Span,
    Statement,
    Voice,
    identify,
)

SEED = 6
WORDS = [
    f"{a}{b}{c}{d}"
    for a in "bcdfglmnprst"
    for b in ("a", "e", "i", "o", "u")
    for c in ("ran", "vel", "dor", "mis", "tak")
    for d in ("", "am", "bor", "cun", "dal", "fen", "gor", "hut", "lim", "nop", "rik", "sut", "tol", "vum")
]
COPIES = 0.1
EDITED = 0.08
"""Share of words changed in an edited reprint."""
DENIALS = 0.02


@dataclass(frozen=True)
class Made:
    """One article's records, and what was planted with it: whom it copies, whom it denies."""

    reading: tuple[Article, Extraction, Linking]
    copies: int | None
    denies: int | None


def paragraph(rng: random.Random) -> str:
    """Fifty to ninety random words."""
    return " ".join(rng.choices(WORDS, k=rng.randint(50, 90))) + "."


def edited(rng: random.Random, text: str) -> str:
    """The text with a share of its words changed, as an editor does."""
    return " ".join(rng.choice(WORDS) if rng.random() < EDITED else word for word in text.split(" "))


def generate(count: int) -> Iterator[Made]:
    """So many articles; those that copy do so from the last two hundred."""
    rng = random.Random(SEED)
    bodies: list[list[str]] = []
    facts: list[tuple[str, str]] = []
    roots: list[bool] = []
    for n in range(count):
        recent = [i for i in range(max(0, n - 200), n) if roots[i]]
        kind = rng.random()
        copies = rng.choice(recent) if recent and kind < COPIES else None
        denies = rng.choice(recent) if recent and COPIES <= kind < COPIES + DENIALS else None
        body = [paragraph(rng) for _ in range(rng.randint(3, 6))]
        if copies is not None:
            source = bodies[copies]
            ways = [list(source), source[: max(2, len(source) // 2)], [edited(rng, p) for p in source]]
            body = rng.choice(ways)
            if rng.random() < 0.3:
                body = [*body, paragraph(rng)]
        earlier = denies if denies is not None else copies
        fact = (
            facts[earlier]
            if earlier is not None
            else (f"Group {rng.randrange(count)}", f"Place {rng.randrange(count)}")
        )
        bodies.append(body)
        facts.append(fact)
        roots.append(copies is None and denies is None)
        yield Made(records(n, body, *fact, denied=denies is not None), copies, denies)


def records(n: int, body: list[str], holder: str, held: str, *, denied: bool) -> tuple[Article, Extraction, Linking]:
    """An article whose last lines say, or deny, that the holder holds what is held."""
    speaker = f"Officer {n}"
    last = f"{speaker} {'denied' if denied else 'said'} that {holder} hold {held}."
    text = "\n\n".join([*body, last])
    at = len(text) - len(last)
    content = (Span(text.index(holder, at), len(text) - 1),)
    url = f"https://outlet{n % 500}.example/{n}"
    day = date(2020, 1, 1) + timedelta(days=n // 50)
    article = Article(Article.identify(text, url), Outlet(f"Outlet {n % 500}"), text, url=url, published=day)
    voice = Voice(speaker, "person", Span(at, at + len(speaker)))
    claim = Claim(
        Claim.identify(article.id, content, None, speaker),
        article.id,
        content,
        None,
        (voice, Voice(article.outlet.name, "media")),
        status="denied" if denied else "asserted",
    )
    fact = Statement(
        identify("benchmark", article.id),
        article.id,
        claim.id,
        Ref(holder, "armed_group"),
        "SEIZE",
        Ref(held, "organization"),
        negated=denied,
        evidence=content,
    )
    names = (speaker, holder, held)
    entities = tuple(Entity(identify("name", name.casefold()), "organization", (Name(name),)) for name in names)
    links = tuple(Link(name, entity.id, "exact") for name, entity in zip(names, entities, strict=True))
    return (
        article,
        Extraction(article.id, "planted@1", claims=(claim,), statements=(fact,)),
        Linking(article.id, "planted@1", entities=entities, links=links),
    )


def quality(name: str, found: set[frozenset[str]], planted: set[frozenset[str]]) -> None:
    """One line with precision and recall."""
    right = len(found & planted)
    precision, recall = 100 * right / max(len(found), 1), 100 * right / max(len(planted), 1)
    print(
        f"{name:16} precision {precision:5.1f} %  recall {recall:5.1f} %  ({len(planted)} planted, {len(found)} found)"
    )


def main() -> int:
    """Fill a store, then ask it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.origins", description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=2_000)
    parser.add_argument("--rebuild", action="store_true", help="also time dropping and rebuilding everything")
    options = parser.parse_args()
    made = list(generate(options.articles + 20))
    copies: set[frozenset[str]] = set()
    denials: set[frozenset[str]] = set()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'origins.db')}"
        kb = KnowledgeBase(url)
        start = time.perf_counter()
        for one in made[:-20]:
            kb.save(*one.reading)
        filled = time.perf_counter() - start
        print(f"{options.articles} articles saved, {1000 * filled / options.articles:.1f} ms each")
        start = time.perf_counter()
        blocks = kb.settle()
        print(f"all propositions gathered in {time.perf_counter() - start:.1f} s ({blocks} blocks)")
        times = []
        for one in made[-20:]:
            start = time.perf_counter()
            kb.save(*one.reading)
            kb.settle()
            times.append(time.perf_counter() - start)
        print(f"one more article, gathered: median {1000 * sorted(times)[10]:.1f} ms, worst {1000 * max(times):.1f} ms")
        for one in made:
            id = one.reading[0].id
            if one.copies is not None:
                copies.add(frozenset((id, made[one.copies].reading[0].id)))
            if one.denies is not None:
                denials.add(frozenset((id, made[one.denies].reading[0].id)))
        with Reader(url) as reader:
            tied = {
                frozenset((t.derived, t.original))
                for family in families(reader, limit=None)
                for t in (*family.derivations, *family.kin)
            }
            start = time.perf_counter()
            against = contested(reader)
            print(f"contested read in {1000 * (time.perf_counter() - start):.0f} ms")
        # two copies of one article are kin too, though neither was made from the other
        siblings = {frozenset((a, b)) for a, b in _siblings(made)}
        quality("families", tied - (siblings - copies), copies)
        sides = {frozenset((a.article, b.article)) for c in against for a in c.sides[0].lines for b in c.sides[1].lines}
        involved = {id for denial in denials for id in denial}
        echoed = {pair for pair in sides if not pair & involved}
        wider = sides & (denials | _by_copy(made))
        quality("contradictions", (sides - (wider - denials)) | echoed, denials)
        if options.rebuild:
            start, cpu = time.perf_counter(), time.process_time()
            kb.rebuild()
            taken = f"{time.perf_counter() - start:.1f} s, {time.process_time() - cpu:.1f} s of them on the processor"
            print(f"everything dropped and rebuilt in {taken}")
        kb.close()
    print(f"peak memory {_peak()}, of which the made-up articles are the most")
    return 0


def _siblings(made: list[Made]) -> Iterator[tuple[str, str]]:
    by_root: dict[int, list[str]] = {}
    for one in made:
        if one.copies is not None:
            by_root.setdefault(one.copies, []).append(one.reading[0].id)
    for ids in by_root.values():
        yield from ((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])


def _by_copy(made: list[Made]) -> set[frozenset[str]]:
    """A denial of an article stands against its copies as well."""
    copies: dict[int, list[str]] = {}
    for one in made:
        if one.copies is not None:
            copies.setdefault(one.copies, []).append(one.reading[0].id)
    return {
        frozenset((one.reading[0].id, id))
        for one in made
        if one.denies is not None
        for id in copies.get(one.denies, ())
    }


def _peak() -> str:
    """The most memory this process has had, in megabytes; Linux counts in kilobytes, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{most // (1 << 20 if sys.platform == 'darwin' else 1 << 10):,} MB"


if __name__ == "__main__":
    raise SystemExit(main())
