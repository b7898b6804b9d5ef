"""Where a token stands as seen from a cue: the coarse distances the linking layer reads."""

import numpy as np

from according.claims.finding.tagger_tokens import Ints

__all__ = ["DISTANCES", "PARAGRAPH_STEPS", "SENTENCE_STEPS", "distances", "steps"]

PARAGRAPH_STEPS = 2
SENTENCE_STEPS = 3

_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65, 129])
DISTANCES = 2 * len(_EDGES) + 1
"""Number of distance classes: exact when near, doubling when far, by side, and one for the cue itself."""


def distances(anchors: Ints, length: int) -> Ints:
    """Distance class of each of `length` tokens from each anchor, shape (anchors, length), values 0 … DISTANCES - 1."""
    delta = np.arange(length)[None, :] - anchors[:, None]
    size = np.searchsorted(_EDGES, np.abs(delta), side="right")
    classes: Ints = (np.sign(delta) * size + len(_EDGES)).astype(np.int64)
    return classes


def steps(numbers: Ints, anchors: Ints, limit: int) -> Ints:
    """Paragraphs (or sentences) from its anchor to each token, clipped and shifted to 0 … 2·limit."""
    delta = numbers[None, :] - numbers[anchors][:, None]
    shifted: Ints = np.clip(delta, -limit, limit) + limit
    return shifted
