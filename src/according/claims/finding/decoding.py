"""From role probabilities to attributions: pure functions over arrays, no model inside."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from according.claims.finding.tagger_labels import ROLES

__all__ = [
    "EVIDENCE",
    "Decoding",
    "Draft",
    "Floats",
    "Reading",
    "confidence",
    "decide",
    "decode",
    "evidence",
    "exclusive",
]

Floats = npt.NDArray[np.float32]
SOURCE, CUE, CONTENT = (ROLES.index(role) for role in ("source", "cue", "content"))


@dataclass(frozen=True, slots=True)
class Decoding:
    """Thresholds of the decoder; the shipped values are in `card.json` and were chosen on held-out articles."""

    anchor: float = 0.25
    """A token is considered as the first of a cue at this probability."""
    content: float = 0.4
    """A token belongs to the content at this probability, …"""
    least: float = 0.1
    """… or, where none reaches it, at 0.6 of the best that does reach this: who speaks says something."""
    source: float = 0.35
    """A token belongs to the source at this probability."""
    gap: int = 2
    """Pieces of a content this few tokens apart are one."""
    confident: float = 0.0
    """An attribution is told from this confidence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network saw from one anchor, before any decision."""

    anchor: int
    """Counted inside its window, which begins at token `offset` of the text."""
    probability: float
    """That the anchor is the first token of a cue."""
    roles: Floats
    """Probability of each role for each token of the window, shape (tokens, roles)."""
    offset: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in tokens of the whole text: half-open ranges, with the probabilities behind them."""

    anchor: int
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    anchor_probability: float
    source_probability: float
    content_probability: float
    content_weights: tuple[float, ...]
    """Probability of each content token, in order of the ranges; decides between attributions that overlap."""
    confidence: float = 0.0


def runs(chosen: npt.NDArray[np.bool_], gap: int = 0) -> list[tuple[int, int]]:
    """Half-open ranges of true values, joined where at most `gap` false ones part them."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(np.int8), [0]))))
    found: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if found and start - found[-1][1] <= gap:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _joined(pieces: list[tuple[int, int]], parting: npt.NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Ranges joined over holes of at most `gap` tokens in which nothing parts them."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and start - joined[-1][1] <= gap and not parting[joined[-1][1] : start].any():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def decode(reading: Reading, settings: Decoding) -> Draft | None:
    """One anchor's attribution, or nothing where no content stands out."""
    anchor, probability, roles, offset = reading.anchor, reading.probability, reading.roles, reading.offset
    content_p, source_p, cue_p = roles[:, CONTENT], roles[:, SOURCE], roles[:, CUE]
    best_content = float(content_p.max())
    if best_content < settings.least:
        return None
    taken = content_p >= (settings.content if best_content >= settings.content else 0.6 * best_content)
    pieces = runs(taken)
    cue_mask = (cue_p >= 0.5) & ~taken
    cue_mask[anchor] = True
    cue = next(run for run in runs(cue_mask, 1) if run[0] <= anchor < run[1])
    # small holes inside one piece are noise unless another role explains them
    joined = _joined(pieces, cue_mask | (source_p >= 0.5), settings.gap)
    sources = _joined(runs((source_p >= settings.source) & ~taken & ~cue_mask), cue_mask | taken, 1)
    best = max(sources, key=lambda run: float(source_p[run[0] : run[1]].sum()), default=None)
    weights = np.concatenate([content_p[start:end] for start, end in joined])
    return Draft(
        anchor + offset,
        ((best[0] + offset, best[1] + offset),) if best else (),
        ((cue[0] + offset, cue[1] + offset),),
        tuple((start + offset, end + offset) for start, end in joined),
        probability,
        float(source_p[best[0] : best[1]].mean()) if best else 1.0 - float(source_p.max()),
        float(weights.mean()),
        tuple(weights.tolist()),
    )


def _tokens(draft: Draft) -> list[int]:
    return [token for start, end in draft.content for token in range(start, end)]


def exclusive(drafts: list[Draft]) -> list[Draft]:
    """Give each content token to the attribution surest of it; one left with less than half its content is dropped."""
    owner: dict[int, tuple[float, int]] = {}
    for i, draft in enumerate(drafts):
        for token, weight in zip(_tokens(draft), draft.content_weights, strict=True):
            bid = (weight * draft.confidence, i)
            if token not in owner or bid[0] > owner[token][0]:
                owner[token] = bid
    kept = []
    for i, draft in enumerate(drafts):
        wanted = zip(_tokens(draft), draft.content_weights, strict=True)
        mine = [(token, weight) for token, weight in wanted if owner[token][1] == i]
        if len(mine) == len(draft.content_weights):
            kept.append(draft)
        elif len(mine) * 2 >= len(draft.content_weights):
            first = mine[0][0]
            mask = np.zeros(mine[-1][0] - first + 1, dtype=bool)
            mask[[token - first for token, _ in mine]] = True
            ranges = tuple((start + first, end + first) for start, end in runs(mask))
            kept.append(replace(draft, content=ranges, content_weights=tuple(weight for _, weight in mine)))
    return kept


def decide(readings: Iterable[Reading], settings: Decoding, calibration: tuple[float, ...]) -> list[Draft]:
    """The attributions of a text with their confidence, in order of their anchors."""
    likely = (reading for reading in readings if reading.probability >= settings.anchor)
    drafts = [draft for reading in likely if (draft := decode(reading, settings)) is not None]
    sure = [replace(draft, confidence=confidence(draft, calibration)) for draft in drafts]
    told = sorted((draft for draft in sure if draft.confidence >= settings.confident), key=lambda draft: draft.anchor)
    return exclusive(told)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


EVIDENCE = 9
"""Number of values in `evidence`."""


def evidence(draft: Draft) -> tuple[float, ...]:
    """What a draft's confidence is computed from; the order fixes the meaning of the calibration weights."""
    sourced = bool(draft.source)
    return (
        1.0,
        _log_odds(draft.anchor_probability),
        _log_odds(draft.content_probability),
        _log_odds(max(draft.content_weights)),
        _log_odds(draft.source_probability) if sourced else 0.0,
        0.0 if sourced else 1.0,
        0.0 if sourced else _log_odds(draft.source_probability),
        math.log(len(draft.content_weights)),
        float(min(len(draft.content) - 1, 2)),
    )


def confidence(draft: Draft, calibration: tuple[float, ...]) -> float:
    """Probability that content and source are both right: a logistic function of the evidence, to three digits."""
    total = sum(weight * value for weight, value in zip(calibration, evidence(draft), strict=True))
    return round(1 / (1 + math.exp(-total)), 3)
