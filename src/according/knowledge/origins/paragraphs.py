"""Paragraphs as sets of shingles: how near-copies are found among 10⁵ articles, and then checked word by word.

A MinHash signature (Broder 1997) of each paragraph is cut into bands; paragraphs that share a band are candidates
(the LSH scheme of Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3). With 8 bands of 4 a pair of
Jaccard similarity s meets with probability 1 − (1 − s⁴)⁸: 0.40 at 0.5, 0.67 at 0.6, 0.89 at 0.7, 0.98 at 0.8. An
article has several paragraphs, so a reprint is all but certain to be met. What counts is the exact check afterwards.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from according.records import Span

__all__ = ["BANDS", "ROWS", "Paragraph", "bands", "containment", "paragraphs", "shingles", "sketch", "words"]

BANDS = 8
ROWS = 4
SEED = 20250617
"""Part of the stored data: another seed would make stored bands meaningless."""
SHINGLE = 3
"""Words a shingle; news copy that is merely on the same subject shares almost no run of three words."""
LEAST_WORDS = 12
"""Shorter paragraphs are not compared: headings, datelines and "Read more" lines would tie everything to everything."""

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: its place in order, its characters, how many words it has."""

    index: int
    span: Span
    words: int


def words(text: str) -> list[str]:
    """Words without case and punctuation, in order."""
    return _WORD.findall(text.casefold())


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs long enough to compare; a line break ends one, since plain text often has no blank lines."""
    found = []
    start, index = 0, 0
    ends = [*(m.span() for m in _BREAK.finditer(text)), (len(text), len(text))]
    for end, after in ends:
        if text[start:end].strip():
            count = len(words(text[start:end]))
            if count >= LEAST_WORDS:
                found.append(Paragraph(index, Span(start, end), count))
            index += 1
        start = after
    return found


def shingles(text: str) -> frozenset[str]:
    """Every run of three words."""
    some = words(text)
    return frozenset(" ".join(some[i : i + SHINGLE]) for i in range(len(some) - SHINGLE + 1))


def sketch(parts: frozenset[str]) -> list[int]:
    """The MinHash signature of a set of shingles, 32 numbers; the same on every machine."""
    from rensa import RMinHash

    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(sorted(parts))
    signature: list[int] = minhash.digest()
    return signature


def bands(signature: Sequence[int]) -> list[int]:
    """One signed 64-bit key a band, each saying which band it is; equal keys mean candidates."""
    keys = []
    for band in range(BANDS):
        some = signature[band * ROWS : (band + 1) * ROWS]
        raw = blake2b(band.to_bytes(1, "big") + b"".join(n.to_bytes(4, "big") for n in some), digest_size=8).digest()
        keys.append(int.from_bytes(raw, "big", signed=True))
    return keys


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that is in the other: an abridged paragraph is as much a copy as a whole one."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
