"""`python -m benchmarks.knowledge [FOLDER …]`: whole reports read by `according add`, beside their annotation.

A folder holds `articles/NAME.txt` and `gold/NAME.json`; `benchmarks/reports/README.md` gives the format. Figures are
percentages; names are compared through the annotation's own aliases, so that no figure depends on the packs' spelling.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from according.config import Config
from according.entities.gazetteer_sources import distance_km
from according.entities.names import fold, words
from according.knowledge.reader import Reader
from according.pipeline import add
from according.publish.export import records
from benchmarks.folders import Counts, print_folders
from benchmarks.scoring import ENOUGH, characters, figure

REPORTS = Path(__file__).parent / "reports"
FAMILIES: Mapping[str, frozenset[str]] = {
    "presence": frozenset(("present_in", "controls", "moved_to")),
    "affiliation": frozenset(("part_of", "loyal_to", "backed_by", "allied_with", "leads", "role_in")),
    "arms": frozenset(("supplies", "possesses", "manufactures")),
}
STATUSES = {"threat": "threatened", "call": "called_for", "no_comment": "declined"}
"""The annotation's short words for three statuses of the vocabulary."""
ALIKE = 80
"""Two names are one from this likeness of their sorted words (0 to 100): a letter or an article apart."""

Row = Mapping[str, Any]
Triple = tuple[str, str, str, str]
"""Subject, predicate, object and place, by the annotation's names where it knows them."""


@dataclass
class Score:
    """All counts of a run; `misses` says in words what was missed and what was invented."""

    counts: dict[str, Counts] = field(default_factory=dict)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, hit: int, found: int, wanted: int) -> None:
        """Count under a name."""
        self.counts.setdefault(name, Counts()).add(hit, found, wanted)

    def status_share(self) -> float:
        """How many matched claims have the right status, in percent."""
        right = sum(count for (wanted, found), count in self.statuses.items() if wanted == found)
        return 100 * right / max(sum(self.statuses.values()), 1)

    def status_f1(self) -> float:
        """F1 averaged over the statuses that occur: calling all "asserted" earns little here."""
        kinds = {wanted for wanted, _ in self.statuses}
        each = [
            figure(
                self.statuses[kind, kind],
                sum(n for (_, found), n in self.statuses.items() if found == kind),
                sum(n for (wanted, _), n in self.statuses.items() if wanted == kind),
            ).f1
            for kind in kinds
        ]
        return sum(each) / max(len(each), 1)


def alike(one: str, other: str) -> bool:
    """Names agree: nearly the same words, or all words of the shorter in the longer.

    A single word stands only for a name of two: "Haftar" for "Khalifa Haftar", "army" not for every army.
    """
    a, b = sorted((set(words(one)), set(words(other))), key=len)
    if not a:
        return False
    if a <= b and (len(a) > 1 or len(b) < 3):
        return True
    return fuzz.token_sort_ratio(" ".join(words(one)), " ".join(words(other))) >= ALIKE


def positions(text: str, pieces: Sequence[str]) -> set[int]:
    """The characters of verbatim pieces, each at its first place in the text."""
    return {n for piece in pieces if (at := text.find(piece)) >= 0 for n in range(at, at + len(piece))}


def matched(wanted: Sequence[Any], found: Sequence[Any], agree: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs, first come, first served."""
    free, pairs = list(range(len(found))), []
    for i, one in enumerate(wanted):
        partner = next((j for j in free if agree(one, found[j])), None)
        if partner is not None:
            free.remove(partner)
            pairs.append((i, partner))
    return pairs


def joint(claims: Sequence[Row]) -> list[list[Row]]:
    """Claims of the same words by the same cue together: each of several joint speakers has one."""
    groups: dict[tuple[tuple[int, int], ...], list[Row]] = {}
    for claim in claims:
        parts = [*claim["content"], *([claim["cue"]] if claim.get("cue") else [])]
        groups.setdefault(tuple((part["start"], part["end"]) for part in parts), []).append(claim)
    return list(groups.values())


def score_claims(score: Score, text: str, gold: Row, claims: Sequence[Row]) -> None:
    """Contents that share half their characters, best pairs first; then who is said to speak, and how."""
    groups = joint(claims)
    wanted = [positions(text, claim["content"]) for claim in gold["claims"]]
    found = [characters((s["start"], s["end"]) for s in group[0]["content"]) for group in groups]
    likeness = sorted(
        (-len(w & f) / len(w | f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if w & f
    )
    pairs: dict[int, int] = {}
    for share, i, j in likeness:
        if -share >= ENOUGH and i not in pairs and j not in pairs.values():
            pairs[i] = j
    attributed, total = 0, sum(map(len, groups))
    for i, j in pairs.items():
        want, group = gold["claims"][i], groups[j]
        claim = group[0]
        names = [part.strip() for part in (want["source_name"] or "").split(";")]
        total -= min(len(group), len(names)) - 1  # joint speakers of one annotated claim
        speakers = [claim["chain"][0] for claim in group if claim["chain"]] or [{}]
        speaker = speakers[0]
        span = {
            n for one in speakers if one.get("start") is not None for n in range(one["start"], one["end"])
        }  # fmt: skip
        named = any(alike(name, one.get("name") or "") for name in names for one in speakers)
        source = positions(text, [want["source"]]) if want["source"] else set()
        attributed += named or bool(source & span) or (not source and not span)
        if source:
            score.add("speaker", named, 1, 1)
            if not named:
                score.misses.append(f"speaker   {speaker.get('name')!r} for {want['source_name']!r}")
        status = STATUSES.get(want["status"], want["status"])
        score.statuses[status, claim["status"]] += 1
        if status != claim["status"]:
            score.misses.append(f"status    {claim['status']} for {status}: {want['content'][0][:80]!r}")
        flags = (bool(want.get("unverified")), claim["verification"] == "unverified")
        score.add("unverified", all(flags), flags[1], flags[0])
    score.add("claims", len(pairs), total, len(wanted))
    score.add("attributed", attributed, total, len(wanted))
    for i, want in enumerate(gold["claims"]):
        if i not in pairs:
            score.misses.append(f"missed    {want['source_name']!r}: {want['content'][0][:80]!r}")
    for j, group in enumerate(groups):
        if j not in pairs.values():
            claim = group[0]
            who = "; ".join(one["chain"][0]["name"] for one in group if one["chain"])
            score.misses.append(f"invented  {who!r}: {claim['content'][0]['text'][:80]!r}")


def score_statements(score: Score, gold: Row, statements: Sequence[Row]) -> None:
    """Affirmed triples as a set, and the families of predicates; presence counts who is where, however worded."""
    known = {fold(name): e["name"] for e in gold["entities"] for name in (*e["mentions"], e["name"])}

    def name(value: Any) -> str:
        written = value if isinstance(value, str) else (value or {}).get("name") or (value or {}).get("text") or ""
        return known.get(fold(written), written)

    def triple(row: Row) -> Triple:
        return name(row["subject"]), row["predicate"], name(row.get("object")), name(row.get("place"))

    def same(a: Triple, b: Triple) -> bool:
        return a[1] == b[1] and alike(a[0], b[0]) and alike(a[2], b[2])

    def together(a: Triple, b: Triple) -> bool:
        return alike(a[0], b[0]) and any(alike(x, y) for x in a[2:] for y in b[2:])

    wanted = [triple(row) for row in gold["statements"] if not row.get("negated")]
    found = [triple(row) for row in statements if not row["negated"]]
    pairs = matched(wanted, found, same)
    score.add("statements", len(pairs), len(found), len(wanted))
    for family, predicates in FAMILIES.items():
        parts = [[row for row in rows if row[1] in predicates] for rows in (wanted, found)]
        hits = matched(*parts, together if family == "presence" else same)
        score.add(family, len(hits), len(parts[1]), len(parts[0]))
    parts = [[row for row in rows if row[1].isupper()] for rows in (wanted, found)]
    score.add("events", len(matched(*parts, same)), len(parts[1]), len(parts[0]))
    missed = set(range(len(wanted))) - {i for i, _ in pairs}
    invented = set(range(len(found))) - {j for _, j in pairs}
    score.misses += [f"missed    {' · '.join(wanted[i][:3])}" for i in sorted(missed)]
    score.misses += [f"invented  {' · '.join(found[j][:3])}" for j in sorted(invented)]


def score_places(score: Score, gold: Row, places: Sequence[Row]) -> None:
    """Each annotated place: is a place of such a name within its tolerance?"""
    for wanted in gold["places"]:
        also = [name for e in gold["entities"] if e["name"] == wanted["name"] for name in e["mentions"]]
        near = any(
            distance_km((wanted["lat"], wanted["lon"]), (place["lat"], place["lon"])) <= wanted["tolerance_km"]
            for place in places
            if place["lat"] is not None
            and any(alike(a, b) for a in (wanted["name"], *also) for b in (place["name"], *place["names"]))
        )
        score.add("places", near, 1, 1)
        if not near:
            score.misses.append(f"misplaced {wanted['name']!r}")


def measure(folder: Path, config: Config) -> Score:
    """Read the folder's articles into a store of their own and score what it exports."""
    score = Score()
    with tempfile.TemporaryDirectory() as temporary:
        store = replace(config, db=str(Path(temporary, "reports.db")))
        add([str(folder / "articles")], store)
        with Reader(store.db_url) as reader:
            rows = {kind: list(records(reader, kind)) for kind in ("claims", "statements", "places")}
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "claims" not in gold:
            continue
        text = (folder / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")
        before = len(score.misses)
        own = {kind: list(_of(rows[kind], path.stem)) for kind in ("claims", "statements")}
        score_claims(score, text, gold, own["claims"])
        score_statements(score, gold, own["statements"])
        score_places(score, gold, rows["places"])
        score.misses[before:] = [f"{path.stem}: {line}" for line in score.misses[before:]]
    return score


def _of(rows: Sequence[Row], stem: str) -> Iterator[Row]:
    return (row for row in rows if Path(row["article"]["path"] or "").stem == stem)


def report(score: Score) -> str:
    """A line a figure."""
    lines = []
    for name, counts in score.counts.items():
        if name in ("speaker", "places"):
            lines.append(f"{name:12} {100 * counts.hit / max(counts.wanted, 1):5.1f} % of {counts.wanted}")
            continue
        one = figure(counts.hit, counts.found, counts.wanted)
        lines.append(
            f"{name:12} P {one.precision:5.1f}  R {one.recall:5.1f}  F1 {one.f1:5.1f}"
            f"  (wanted {counts.wanted}, found {counts.found})"
        )
    lines.append(f"{'status':12} {score.status_share():5.1f} %, average F1 {score.status_f1():5.1f}")
    return "\n".join(lines)


def lacking(folder: Path) -> str | None:
    """What a folder of annotated reports must hold and this one does not."""
    held = (folder / "articles").is_dir() and (folder / "gold").is_dir()
    return None if held else f"There is no articles/ with its gold/ in {folder}."


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of each folder."""
    folders = [REPORTS / name for name in ("dev", "dev2", "test", "test2")]
    return print_folders("knowledge", __doc__, folders, arguments, lacking, measure, report)


if __name__ == "__main__":
    raise SystemExit(main())
