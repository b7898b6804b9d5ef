"""Attribution figures on annotated articles, recall by quote type, and what changed against other predictions."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from according.claims.finding.tagger import Tagger, load_tagger
from benchmarks.scoring import Row, changes, read_rows, recall_by_type, score

Predictions = dict[str, list[dict[str, Any]]]


def predict(rows: Sequence[Row], tagger: Tagger) -> Predictions:
    """Attributions of each article, in the form of the gold ones, each with its confidence."""
    return {
        row["doc"]: [
            {
                **{part: [[s.start, s.end] for s in getattr(a, part)] for part in ("source", "cue", "content")},
                "confidence": a.confidence,
            }
            for a in tagger.read(row["text"])
        ]
        for row in rows
    }


def read_predictions(path: Path) -> Predictions:
    """Predictions as `write_predictions` leaves them."""
    return {row["doc"]: row["attributions"] for row in read_rows(path)}


def write_predictions(path: Path, predictions: Mapping[str, Sequence[Row]]) -> None:
    """One line an article, so that versions can be compared."""
    lines = (json.dumps({"doc": doc, "attributions": found}, ensure_ascii=False) for doc, found in predictions.items())
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def figures(data: Path, tagger: Tagger | None = None) -> dict[str, float]:
    """F1 of each measure, for the floors."""
    rows = read_rows(data)
    return {name: value.f1 for name, value in score(rows, predict(rows, tagger or load_tagger())).items()}


def report(rows: Sequence[Row], found: Predictions, other: Predictions | None = None) -> str:
    """The figures as text."""
    lines = [f"{name:14} P {f.precision:5} R {f.recall:5} F1 {f.f1:5}" for name, f in score(rows, found).items()]
    lines += ["", "recall by quote type: content_match, attribution"]
    for kind, (count, content, attribution) in recall_by_type(rows, found).items():
        lines.append(f"{kind:9} ({count:4}) {content:5} {attribution:5}")
    if other is not None:
        lines += ["", "against the other predictions: right attributions gained, lost"]
        changed = changes(rows, other, found)
        lines += [f"{doc}  +{gained} -{lost}" for doc, gained, lost in changed]
        lines.append(f"all  +{sum(c[1] for c in changed)} -{sum(c[2] for c in changed)}")
    return "\n".join(lines)
