"""Claims without a statement: which of them say the same in nearly the same words. Pure.

Their words are all there is to compare, so it takes a long run of shared words, the same numbers and the same denials
in them. Candidates share one of the few smallest hashes of their four-word runs (bottom-k sketches, Cohen and Kaplan
2007): of two contents that share six in ten runs, all but one in forty share one of four.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b

from according.knowledge.origins.lineage.paragraphs import containment, shingles, words
from according.vocabularies import NUMBER_WORDS

__all__ = ["CROWD", "LEAST_WORDS", "content_id", "keys_of", "same_wording"]

LEAST_WORDS = 6
"""Shorter contents ("the attack was foiled") are said of too many things to be one."""
SAME = 0.6
"""Share of three-word runs of the shorter content that the other must have."""
KEYS = 4
CROWD = 60
"""Contents under one key from which it is a stock phrase and ties nothing."""

_NUMBERS = re.compile(rf"\d[\d.,]*|{'|'.join(NUMBER_WORDS)}|dozens?|scores|hundreds?|thousands?")
_NOT = frozenset({"not", "no", "never", "neither", "nor", "none", "without", "t", "cannot", "nobody", "nothing"})
"""Words that turn a sentence round; "t" is what word-splitting leaves of "didn't"."""


def _hash(*parts: str) -> int:
    return int.from_bytes(
        blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )


def content_id(mood: str, texts: Sequence[str]) -> int | None:
    """What tells this content from others, whatever its case and punctuation; None where it is too short to compare."""
    some = words(" ".join(texts))
    return _hash(mood, *some) if len(some) >= LEAST_WORDS else None


def keys_of(mood: str, texts: Sequence[str]) -> list[int]:
    """The keys under which candidates for having the same wording meet."""
    some = words(" ".join(texts))
    return sorted({_hash(mood, *some[at : at + 4]) for at in range(len(some) - 3)})[:KEYS]


def same_wording(one: str, other: str) -> bool:
    """True when two contents say the same as far as words show: neither their numbers nor their denials differ."""
    a, b = words(one), words(other)
    if sorted(w for w in a if w in _NOT) != sorted(w for w in b if w in _NOT):
        return False
    if {w for w in a if _NUMBERS.fullmatch(w)} != {w for w in b if _NUMBERS.fullmatch(w)}:
        return False
    return containment(shingles(one), shingles(other)) >= SAME
