"""Word pieces of a text with what the pieces alone do not tell: case, quotation, paragraph, sentence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["FEATURES", "Ints", "Tokens", "best_window", "read_tokens", "windows"]

FEATURES = 16
"""Number of feature values: case (4) x starts a paragraph (2) x inside double quotation marks (2)."""

_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_SENTENCE_ENDS = frozenset(".!?…")

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word pieces of one text, as parallel arrays of one length.

    `starts` and `ends` are characters of the text (half-open), `paragraphs` and `sentences` running numbers.
    A sentence number grows after each mark that may end one; it is a rough ruler, not a sentence splitter.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    paragraphs: Ints
    sentences: Ints

    def __len__(self) -> int:
        return len(self.ids)


def _quoted(text: str) -> list[bool]:
    """For each character whether it stands inside double quotation marks.

    Quotation never runs over a line break: newspapers open each paragraph of a long quotation anew and close only
    the last, and one forgotten mark must not turn the rest of an article inside out.
    """
    inside = False
    states = []
    for char in text:
        if char in _CLOSING or char == "\n":
            inside = False
        states.append(inside)
        if char in _OPENING:
            inside = True
        elif char == _STRAIGHT:
            inside = not inside
    return states


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return 3 if piece[:1].isdigit() else 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def read_tokens(tokenizer: "Tokenizer", text: str) -> Tokens:
    """Split `text`; offsets count characters of exactly this string. The empty text gives empty arrays."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    quoted = _quoted(text)
    ids, starts, ends, features, paragraphs, sentences = [], [], [], [], [], []
    paragraph = sentence = last = 0
    for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while start < end and text[start].isspace():
            start += 1
        if start >= end:
            continue
        new_paragraph = last == 0 or "\n" in text[last:start]
        if new_paragraph and last:
            paragraph += 1
            sentence += 1
        surface = text[start:end]
        ids.append(piece)
        starts.append(start)
        ends.append(end)
        features.append(_case(surface) + 4 * new_paragraph + 8 * quoted[start])
        paragraphs.append(paragraph)
        sentences.append(sentence)
        if any(char in _SENTENCE_ENDS for char in surface):
            sentence += 1
        last = end
    return Tokens(
        *(np.array(column, dtype=np.int64) for column in (ids, starts, ends, features, paragraphs, sentences))
    )


def windows(length: int, size: int, stride: int) -> list[tuple[int, int]]:
    """Cover `length` tokens by overlapping half-open ranges of at most `size`, each `stride` after the one before.

    The last range is moved back so that it is full. Nothing for length 0.
    """
    if length <= 0:
        return []
    if length <= size:
        return [(0, length)]
    starts = list(range(0, length - size, stride))
    return [(start, start + size) for start in [*starts, length - size]]


def best_window(ranges: list[tuple[int, int]], token: int) -> tuple[int, int]:
    """The window in which a token has most text on its shorter side; an end of the text does not count as near."""
    last = ranges[-1][1]

    def room(window: tuple[int, int]) -> int:
        start, end = window
        return min(token - start if start else last, end - 1 - token if end < last else last)

    return max((window for window in ranges if window[0] <= token < window[1]), key=room)
