"""`python -m benchmarks.clusters [FOLDER…]`: who derives from whom, how many origins, what contradicts, in reports.

Reads annotated clusters of articles with the real pipeline and compares with what a careful editor found. Format and
terms: `benchmarks/clusters/README.md`.
"""

import json
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from according.articles import read_text
from according.config import Config
from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.reading import contested, families, propositions, propositions_of_claim
from according.knowledge.reader import Reader
from according.pipeline import add
from according.publish.export import Kind, records
from according.records import Article
from benchmarks.folders import Counts, print_folders
from benchmarks.scoring import figure

CLUSTERS = Path(__file__).parent / "clusters"
ENOUGH = 0.5
"""A line is about a quoted piece when it shares half the characters of either."""
RETOLD = 75.0
"""So alike in letters, of 100, is a piece in a reprint (`rapidfuzz.fuzz.partial_ratio`)."""

Row = dict[str, Any]
Place = tuple[str, int, int]
"""A document and the piece of its text that is meant."""


@dataclass
class Score:
    """Counts by name, how origin intervals came out, and in words what went wrong."""

    counts: dict[str, Counts] = field(default_factory=dict)
    intervals: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, found: Collection[Any], wanted: Collection[Any]) -> None:
        """Compare two sets."""
        hit = len(set(found) & set(wanted))
        self.counts.setdefault(name, Counts()).add(hit, len(set(found)), len(set(wanted)))
        self.misses += [f"missed    {name}: {one}" for one in sorted(set(wanted) - set(found))]
        self.misses += [f"invented  {name}: {one}" for one in sorted(set(found) - set(wanted))]


class Store:
    """What the store says of the documents, each line with the pieces of text it stands on."""

    def __init__(self, reader: Reader) -> None:
        self.docs: dict[str, str] = {row["id"]: row["title"] for row in records(reader, "articles")}
        self._pieces: dict[str, list[Place]] = {}
        pieces: tuple[tuple[Kind, str], ...] = (("claims", "content"), ("statements", "evidence"))
        for kind, key in pieces:
            for row in records(reader, kind):
                doc = row["article"]["title"]
                self._pieces[row["id"]] = [(doc, piece["start"], piece["end"]) for piece in row[key]]
        self.families = families(reader, limit=None)
        self.propositions = propositions(reader, limit=None)
        self.contested = contested(reader)
        self.alone = [
            one
            for row in records(reader, "claims")
            for one in propositions_of_claim(reader, row["id"])
            if [line.claim for line in one.lines] == [row["id"]]
        ]

    def about(self, line: Line, place: Place) -> bool:
        """Whether the line stands on this piece of text."""
        doc, start, end = place
        for piece in (*self._pieces.get(line.statement, ()), *self._pieces.get(line.claim or "", ())):
            shared = min(end, piece[2]) - max(start, piece[1])
            if piece[0] == doc and shared >= ENOUGH * min(end - start, piece[2] - piece[1]):
                return True
        return False

    def behind(self, places: Sequence[Place], predicate: str) -> Gathered | None:
        """The proposition that takes in most of these pieces; among equals that of the predicate.

        A claim that nobody repeats is one by itself, as the screen shows it.
        """
        best, most = None, (0, False, False)
        for one in (*self.propositions, *self.alone):
            lines = [line for line in one.lines if not line.denies]
            within = sum(any(self.about(line, place) for line in lines) for place in places)
            rank = (within, one.kind == predicate, one.kind == "says")
            if within and rank > most:
                best, most = one, rank
        return best


def read(folder: Path, clusters: Iterable[Row]) -> Iterator[Article]:
    """The articles, each under its document's name, with outlet and day as annotated."""
    for cluster in clusters:
        for doc in cluster["docs"]:
            text = (folder / "articles" / f"{doc}.txt").read_text(encoding="utf-8")
            published = date.fromisoformat(cluster["published"][doc])
            yield from (
                item
                for item in read_text(text, title=doc, outlet=cluster["outlets"][doc], published=published)
                if isinstance(item, Article)
            )


def measure(folder: Path, config: Config) -> Score:
    """Read the folder's clusters into a store of their own and compare."""
    clusters = json.loads((folder / "clusters.json").read_text(encoding="utf-8"))["clusters"]
    score = Score()
    with tempfile.TemporaryDirectory() as temporary:
        config = Config(db=str(Path(temporary, "clusters.db")), packs=config.packs)
        articles = {article.title: article for article in read(folder, clusters)}
        add([], config, documents=articles.values())
        with Reader(config.db_url) as reader:
            store = Store(reader)
    for cluster in clusters:
        _score(score, store, cluster, {doc: articles[doc].text for doc in cluster["docs"]})
    return score


def _score(score: Score, store: Store, cluster: Row, texts: dict[str, str]) -> None:
    def place(row: Row) -> Place:
        start = texts[row["doc"]].index(row["quote"])
        return row["doc"], start, start + len(row["quote"])

    derived = {
        (store.docs[d.derived], store.docs[d.original])
        for family in store.families
        for d in family.derivations
        if store.docs[d.derived] in texts
    }
    score.add("derivations", derived, {(d["doc"], d["from"]) for d in cluster["derivations"]})
    for row in cluster["propositions"]:
        places = [place(line) for line in row["lines"]]
        wanted = tuple(row["origins"])
        found = store.behind(places, row["predicate"])
        got = (found.low, found.high) if found else None
        verdict = (
            "none" if got is None else "right" if got == wanted else "too many" if got[0] > wanted[0] else "too few"
            if got[0] < wanted[0] else "upper end"
        )  # fmt: skip
        score.intervals[verdict] = score.intervals.get(verdict, 0) + 1
        if verdict != "right":
            names = found and (*found.origins, *found.unnamed)
            score.misses.append(f"{verdict:9} {got} for {wanted}: {row['proposition']!r}, {names} for {row['sources']}")
        together = {(a[0], b[0]) for a, b in combinations(sorted(places), 2) if a[0] != b[0]}
        joined = {
            pair
            for one in store.propositions
            for pair in combinations(sorted({p[0] for p in places if any(store.about(x, p) for x in one.lines)}), 2)
        }
        score.counts.setdefault("joined", Counts()).add(len(joined & together), len(joined), len(together))
        score.misses += [f"apart     {pair}: {row['proposition']!r}" for pair in sorted(together - joined)]
    found_sides = [
        c for c in store.contested if any(store.docs[line.article] in texts for side in c.sides for line in side.lines)
    ]
    hit: set[int] = set()
    for row in cluster["contradictions"]:
        one, other = (retold(texts, cluster["derivations"], place(row[side])) for side in ("a", "b"))
        answers = {
            n
            for n, c in enumerate(found_sides)
            for a, b in (c.sides, c.sides[::-1])
            if any(store.about(x, p) for x in a.lines for p in one)
            and any(store.about(x, p) for x in b.lines for p in other)
        }
        hit |= answers
        score.counts.setdefault("contradictions", Counts()).add(bool(answers), 0, 1)
        if not answers:
            score.misses.append(f"missed    contradiction {row['kind']}: {row['a']['quote']!r} | {row['b']['quote']!r}")
    score.counts.setdefault("contradictions", Counts()).add(0, len(found_sides), 0)
    for n, c in enumerate(found_sides):
        if n not in hit:
            sides = " | ".join(f"{side.says!r} {side.origins}" for side in c.sides)
            score.misses.append(f"unasked   contradiction {c.kind}: {sides}")


def retold(texts: dict[str, str], derivations: Sequence[Row], place: Place) -> list[Place]:
    """The piece, and where documents of its family say the same in nearly the same words: a contradiction is
    annotated once, between roots, and stands against a reprint as well.
    """
    family = {place[0]}
    for _ in derivations:
        family |= {doc for d in derivations for doc in (d["doc"], d["from"]) if {d["doc"], d["from"]} & family}
    found = [place]
    for doc in sorted(family - {place[0]}):
        like = fuzz.partial_ratio_alignment(texts[place[0]][place[1] : place[2]], texts[doc])
        if like is not None and like.score >= RETOLD:
            found.append((doc, like.dest_start, like.dest_end))
    return found


def report(score: Score) -> str:
    """A line a figure. Contradictions the annotator did not list are counted as found beside them."""
    lines = []
    for name, counts in score.counts.items():
        one = figure(counts.hit, counts.found, counts.wanted)
        lines.append(
            f"{name:15} P {one.precision:5.1f}  R {one.recall:5.1f}  (wanted {counts.wanted}, found {counts.found})"
        )
    total = sum(score.intervals.values())
    told = ", ".join(f"{name} {n}" for name, n in sorted(score.intervals.items()))
    right = 100 * score.intervals.get("right", 0) / max(total, 1)
    lines.append(f"{'origins':15} {right:5.1f} % of {total} intervals right ({told})")
    return "\n".join(lines)


def lacking(folder: Path) -> str | None:
    """What a folder of annotated clusters must hold and this one does not."""
    return None if (folder / "clusters.json").is_file() else f"There is no clusters.json in {folder}."


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of each folder."""
    folders = [CLUSTERS / "dev", CLUSTERS / "test"]
    return print_folders("clusters", __doc__, folders, arguments, lacking, measure, report)


if __name__ == "__main__":
    raise SystemExit(main())
