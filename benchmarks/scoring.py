"""How right attributions are: shared characters, and one-to-one matches of who said what.

Rows are JSON objects {"doc": name, "text": …, "attributions": [{"source": [[s, e]], "cue": …, "content": …}]} with
half-open character offsets. Figures are percentages.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("source", "cue", "content")
QUOTE_TYPES = ("direct", "mixed", "indirect")
ENOUGH = 0.5
"""Two contents match from this share of common characters in all characters of both (intersection over union)."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Match:
    """One gold attribution and what was found of it."""

    doc: str
    quote_type: str
    content: bool
    attribution: bool


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    """Every character of some spans."""
    return {position for start, end in spans for position in range(start, end)}


def figure(hits: int, predicted: int, gold: int) -> Figure:
    """Precision, recall and F1 from counts; nothing found of nothing is 0."""
    precision, recall = hits / predicted if predicted else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Figure(*(round(100 * value, 1) for value in (precision, recall, f1)))


def quote_type(text: str, content: Iterable[Sequence[int]]) -> str:
    """`direct`: nine in ten of its letters and digits or more stand inside double quotation marks; `indirect`: none.

    A quotation ends with its paragraph, closed or not.
    """
    inside, quoted = False, []
    for char in text:
        if char in "”»\n" or (char == '"' and inside):
            inside = False
        elif char in '“«"':
            inside = True
        quoted.append(inside)
    letters = [position for position in characters(content) if position < len(text) and text[position].isalnum()]
    share = sum(quoted[position] for position in letters) / len(letters) if letters else 0.0
    return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def pairing(row: Row, found: Sequence[Row]) -> dict[int, tuple[int, bool]]:
    """For each gold attribution that is matched: which prediction matches it, and whether the source does too.

    Contents match from half of all characters in common, best pairs first, each side used once; sources match where
    they overlap, or both are empty. Gold attributions without content are passed over.
    """
    ours = [(characters(a.get("source", ())), characters(a.get("content", ()))) for a in found]
    pairs = []
    for i, wanted in enumerate(row["attributions"]):
        source, content = characters(wanted.get("source", ())), characters(wanted.get("content", ()))
        for j, (our_source, our_content) in enumerate(ours):
            common = len(content & our_content)
            if common and (share := common / len(content | our_content)) >= ENOUGH:
                pairs.append((share, i, j, bool(source & our_source) if source else not our_source))
    taken: dict[int, tuple[int, bool]] = {}
    used = set()
    for _, i, j, same_source in sorted(pairs, reverse=True):
        if i not in taken and j not in used:
            taken[i] = (j, same_source)
            used.add(j)
    return taken


def matches(row: Row, found: Sequence[Row]) -> list[Match]:
    """What became of each gold attribution that has a content."""
    taken, text = pairing(row, found), row.get("text", "")
    return [
        Match(row["doc"], quote_type(text, wanted["content"]), i in taken, taken.get(i, (0, False))[1])
        for i, wanted in enumerate(row["attributions"])
        if wanted.get("content")
    ]


def score(gold: Sequence[Row], found: Mapping[str, Sequence[Row]]) -> dict[str, Figure]:
    """Figures for `source`, `cue`, `content` (shared characters), `content_match` and `attribution` (matches)."""
    counts = {part: [0, 0, 0] for part in PARTS}
    predicted, outcomes = 0, []
    for row in gold:
        ours = found.get(row["doc"], ())
        for part in PARTS:
            theirs = characters(span for a in row["attributions"] for span in a.get(part, ()))
            mine = characters(span for a in ours for span in a.get(part, ()))
            for i, count in enumerate((len(theirs & mine), len(mine), len(theirs))):
                counts[part][i] += count
        predicted += len(ours)
        outcomes += matches(row, ours)
    return {
        **{part: figure(*counts[part]) for part in PARTS},
        "content_match": figure(sum(m.content for m in outcomes), predicted, len(outcomes)),
        "attribution": figure(sum(m.attribution for m in outcomes), predicted, len(outcomes)),
    }


def recall_by_type(gold: Sequence[Row], found: Mapping[str, Sequence[Row]]) -> dict[str, tuple[int, float, float]]:
    """For each quote type: number of gold attributions, and recall of content_match and attribution in percent."""
    outcomes = [match for row in gold for match in matches(row, found.get(row["doc"], ()))]
    table = {}
    for kind in QUOTE_TYPES:
        own = [match for match in outcomes if match.quote_type == kind]
        shares = (
            100 * sum(getattr(m, what) for m in own) / len(own) if own else 0.0 for what in ("content", "attribution")
        )
        table[kind] = (len(own), *(round(share, 1) for share in shares))
    return table  # type: ignore[return-value]


def changes(
    gold: Sequence[Row], before: Mapping[str, Sequence[Row]], after: Mapping[str, Sequence[Row]]
) -> list[tuple[str, int, int]]:
    """Articles in which right attributions were gained or lost: (name, gained, lost), most changed first."""
    changed = []
    for row in gold:
        old, new = (matches(row, side.get(row["doc"], ())) for side in (before, after))
        gained = sum(b.attribution and not a.attribution for a, b in zip(old, new, strict=True))
        lost = sum(a.attribution and not b.attribution for a, b in zip(old, new, strict=True))
        if gained or lost:
            changed.append((row["doc"], gained, lost))
    return sorted(changed, key=lambda item: (-item[1] - item[2], item[0]))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
