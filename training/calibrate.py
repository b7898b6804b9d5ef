"""Thresholds and confidence, chosen on held-out articles from what the shipped files themselves read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from according.claims.finding.decoding import EVIDENCE, Decoding, Draft, Reading, decide, evidence
from according.claims.finding.tagger import Tagger
from according.claims.finding.tagger_tokens import Tokens, read_tokens
from according.claims.finding.tagger_weights import Weights
from benchmarks.scoring import pairing, score

GRID = {
    "content": (0.3, 0.35, 0.4, 0.45, 0.5),
    "source": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
    "gap": (1, 2, 3, 4),
    "least": (0.1, 0.2, 0.3),
    "confident": (0.2, 0.25, 0.3, 0.33, 0.36, 0.4, 0.45, 0.5),
}

FLOOR = 0.2
"""Anchors less likely than this are not even considered while thresholds are chosen."""


PLAIN = (0.0, 1.0, *(0.0 for _ in range(EVIDENCE - 2)))
"""Calibration that takes the anchor's probability for the confidence, until there is a better one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One annotated article as the shipped files see it, before any decision."""

    row: dict
    tokens: Tokens
    readings: list[Reading]


def see(weights: Weights, rows: list[dict]) -> list[Seen]:
    """Run the network over articles once, for as many decisions as one likes."""
    tagger = Tagger(weights)
    found = []
    for row in rows:
        tokens = read_tokens(weights.tokenizer, row["text"])
        found.append(Seen(row, tokens, list(tagger.readings(tokens, FLOOR))))
    return found


def as_prediction(tokens: Tokens, draft: Draft) -> dict:
    """A draft in character offsets."""

    def chars(ranges: tuple) -> list[list[int]]:
        return [[int(tokens.starts[a]), int(tokens.ends[b - 1])] for a, b in ranges]

    return {"source": chars(draft.source), "cue": chars(draft.cue), "content": chars(draft.content)}


def best_decoding(seen: list[Seen]) -> Decoding:
    """Thresholds with the best attribution F1, one after the other, each over its grid; ties go to the default."""
    chosen, reached = replace(Decoding(), confident=0.33), 0.0
    rows = [article.row for article in seen]
    calibration = tuple(calibrate(list(outcomes(seen, Decoding())))[0])
    for name, values in GRID.items():
        for value in sorted(values, key=lambda value: abs(value - getattr(chosen, name))):
            trial = replace(chosen, **{name: value})
            found = {
                a.row["doc"]: [as_prediction(a.tokens, d) for d in decide(a.readings, trial, calibration)] for a in seen
            }
            f1 = score(rows, found)["attribution"].f1
            if f1 > reached:
                chosen, reached = trial, f1
    return chosen


def outcomes(seen: list[Seen], decoding: Decoding) -> Iterator[tuple[str, tuple[float, ...], bool]]:
    """For each attribution found, however unsure: its article, its evidence, and whether it is right."""
    for article in seen:
        drafts = decide(article.readings, replace(decoding, confident=0.0), PLAIN)
        found = [as_prediction(article.tokens, draft) for draft in drafts]
        right = {j for j, same_source in pairing(article.row, found).values() if same_source}
        for j, draft in enumerate(drafts):
            yield article.row["doc"], evidence(draft), j in right


def logistic(features: np.ndarray, right: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression with a small ridge, by Newton's method."""
    weights = np.zeros(features.shape[1])
    penalty = ridge * np.eye(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (chance - right) + penalty @ weights
        hessian = (features * (chance * (1 - chance))[:, None]).T @ features + penalty
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def calibrate(found: list[tuple[str, tuple[float, ...], bool]], folds: int = 5) -> tuple[list[float], list[dict]]:
    """Calibration weights from all articles, and a reliability table in which each article was judged by the others."""
    if not found:
        raise SystemExit("The network finds no attribution in the held-out articles: train it longer or on more.")
    docs = sorted({doc for doc, _, _ in found})
    fold = np.array([docs.index(doc) % folds for doc, _, _ in found])
    features, right = np.array([e for _, e, _ in found]), np.array([r for _, _, r in found], dtype=float)
    chance = np.zeros(len(found))
    for k in range(folds):
        weights = logistic(features[fold != k], right[fold != k])
        chance[fold == k] = 1 / (1 + np.exp(-features[fold == k] @ weights))
    table = []
    for low in np.arange(0, 1, 0.1):
        own = (chance >= low) & (chance < low + 0.1)
        if own.any():
            table.append(
                {
                    "from": round(float(low), 1),
                    "attributions": int(own.sum()),
                    "said": round(float(chance[own].mean()), 3),
                    "right": round(float(right[own].mean()), 3),
                }
            )
    return [round(float(value), 4) for value in logistic(features, right)], table
