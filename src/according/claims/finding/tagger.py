"""The learned attribution reader: who (source), by which words (cue), said what (content), as spans of a text.

Runs without PyTorch, on one thread; weights load on first use, once a process. To use more cores, use processes.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from according.claims.attribution import Attribution
from according.claims.finding.decoding import Floats, Reading, decide
from according.claims.finding.tagger_labels import CUE_START
from according.claims.finding.tagger_pairs import PARAGRAPH_STEPS, SENTENCE_STEPS, distances, steps
from according.claims.finding.tagger_tokens import Tokens, best_window, read_tokens, windows
from according.claims.finding.tagger_weights import FOLDER, Weights, load_weights
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Tagger", "attribute", "attribute_many", "load_tagger"]


class Tagger:
    """Finds attributions with the weights of one folder. Reads each text alone, so neighbours never change a result."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.name = f"tagger@{weights.version}"

    def read(self, text: str) -> list[Attribution]:
        """Attributions in order of their cues. Any string may be given; text without attributions gives none."""
        tokens = read_tokens(self._weights.tokenizer, text)
        weights = self._weights
        drafts = decide(self.readings(tokens, weights.decoding.anchor), weights.decoding, weights.calibration)
        return [
            Attribution(_spans(tokens, d.source), _spans(tokens, d.cue), _spans(tokens, d.content), d.confidence)
            for d in drafts
        ]

    def find(self, docs: Sequence["Doc"]) -> list[list[Attribution]]:
        """One list a doc; offsets count into `doc.text`."""
        return [self.read(doc.text) for doc in docs]

    def readings(self, tokens: Tokens, floor: float) -> Iterator[Reading]:
        """What is seen from each token that begins a cue with a probability of `floor` or more.

        One window a run: int8 scales come from the whole input, so that windows run together would change each
        other's results, and on one thread running them together is no faster.
        """
        weights = self._weights
        ranges = windows(len(tokens), weights.window, weights.stride)
        for start, end in ranges:
            part = slice(start, end)
            ids = np.concatenate(([weights.start_id], tokens.ids[part], [weights.end_id]))[None]
            features = np.concatenate(([0], tokens.features[part], [0]))[None]
            hidden, logits = weights.encoder.run(None, {"ids": ids, "features": features})
            chance = softmax(logits)[:, CUE_START]
            likely: list[int] = np.flatnonzero(chance >= floor).tolist()
            own = [at for at in likely if best_window(ranges, start + at) == (start, end)]
            if not own:
                continue
            anchors = np.array(own, dtype=np.int64)
            (roles,) = weights.linker.run(
                None,
                {
                    "hidden": hidden,
                    "logits": logits,
                    "anchors": anchors,
                    "distance": distances(anchors, end - start),
                    "paragraph": steps(tokens.paragraphs[part], anchors, PARAGRAPH_STEPS),
                    "sentence": steps(tokens.sentences[part], anchors, SENTENCE_STEPS),
                },
            )
            for at, role in zip(own, roles, strict=True):
                yield Reading(at, float(chance[at]), role, start)


def _spans(tokens: Tokens, ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    return tuple(Span(int(tokens.starts[first]), int(tokens.ends[last - 1])) for first, last in ranges)


def softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


@cache
def load_tagger(folder: Path = FOLDER) -> Tagger:
    """The tagger of a weights folder, loaded once a process. Raises `ExtractorError` if the folder is not sound."""
    return Tagger(load_weights(folder))


def attribute(text: str) -> list[Attribution]:
    """Who said what in a text: attributions in order of their cues, spans counted in characters of `text`."""
    return load_tagger().read(text)


def attribute_many(texts: Iterable[str]) -> Iterator[list[Attribution]]:
    """`attribute` for a stream: one list a text, in order, reading each text only when its turn comes."""
    tagger = load_tagger()
    for text in texts:
        yield tagger.read(text)
