"""Paragraphs as sets of shingles: how near-copies are found among 10⁵ articles, and then checked word by word.

A MinHash signature (Broder 1997) of each paragraph is cut into bands; paragraphs that share a band are candidates
(the LSH scheme of Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3). With 8 bands of 4 a pair of
Jaccard similarity s meets with probability 1 − (1 − s⁴)⁸: 0.40 at 0.5, 0.67 at 0.6, 0.89 at 0.7, 0.98 at 0.8. An
article has several paragraphs, so a reprint is all but certain to be met. What counts is the exact check afterwards.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from according.records import Span

__all__ = [
    "BANDS",
    "ROWS",
    "Paragraph",
    "bands",
    "containment",
    "content_words",
    "paragraphs",
    "shingles",
    "sketch",
    "words",
]

BANDS = 8
ROWS = 4
SEED = 20250617
"""Part of the stored data: another seed would make stored bands meaningless."""
SHINGLE = 3
"""Words a shingle; news copy that is merely on the same subject shares almost no run of three words."""
LEAST_WORDS = 12
"""Shorter paragraphs are not compared: headings, datelines and "Read more" lines would tie everything to everything."""

_WORD = re.compile(r"\w+")
_EVERYDAY = frozenset(
    _WORD.findall(
        """
        about after again against also among another around because been before being both could during each even
        from further have having here himself into itself just like made many more most much must near next only
        other over said says same should since some such than that their them then there these they this those
        through told under until very were what when where which while will with within without would your according
        added reported statement spokesman spokesperson spokeswoman monday tuesday wednesday thursday friday saturday
        sunday
        """
    )
)
"""Words that stand in every report, whatever it is about."""
_ENDINGS = ("ing", "ed", "es", "s", "e")
STEM = 4
"""Letters that are left at least where an ending is cut off; shorter words are left out."""
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


def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, without common endings: what a rewriting keeps in its own order.

    Rewritten wire copy shares 0.5–0.9 of the shorter one's, reports of one event by different newsrooms 0.1–0.35
    (`tests/knowledge/origins/test_relays.py` has both).
    """
    return frozenset(
        _stem(word) for word in words(text) if word.isdigit() or (len(word) >= STEM and word not in _EVERYDAY)
    )


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


def sketch(parts: frozenset[str]) -> list[int]:
    """The MinHash signature of a set of shingles, 32 numbers; the same on every machine."""
    from rensa import RMinHash

    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(sorted(parts))
    signature: list[int] = minhash.digest()
    return signature


def bands(signature: Sequence[int], rows: int = ROWS, salt: str = "") -> list[int]:
    """One signed 64-bit key a band of so many rows, each saying which band it is; equal keys mean candidates.

    Keys of different salts never meet.
    """
    keys = []
    for band in range(len(signature) // rows):
        some = signature[band * rows : (band + 1) * rows]
        raw = band.to_bytes(1, "big") + b"".join(n.to_bytes(4, "big") for n in some) + salt.encode("utf-8", "replace")
        keys.append(int.from_bytes(blake2b(raw, digest_size=8).digest(), "big", signed=True))
    return keys


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that is in the other: an abridged paragraph is as much a copy as a whole one."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
