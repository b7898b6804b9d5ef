"""The `Extractor` protocol, what an extractor is given from outside, and how one is opened by name."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from according.records import Article, Extraction, Mention, Time

__all__ = ["Extractor", "Lexicon", "NoLexicon"]


class Lexicon(Protocol):
    """What an extractor may know of the world, passed in so that reading stays pure: known names, and dates."""

    name: str
    """Name and content hash of what it knows; part of the extractor's version."""

    def mentions(self, text: str) -> Sequence[Mention]:
        """Known names in the text, in text order, longest match, no overlaps; `Mention.name` is the one to show."""
        ...

    def times(self, text: str, published: date | None) -> Sequence[Time]:
        """Time expressions in the text with their spans, resolved against the day of publication."""
        ...


class NoLexicon:
    """Knows no names and resolves no dates; reading works without it, only poorer."""

    name = "none"

    def mentions(self, text: str) -> Sequence[Mention]:
        """No names."""
        return ()

    def times(self, text: str, published: date | None) -> Sequence[Time]:
        """No dates."""
        return ()


class Extractor(Protocol):
    """Reads articles. Pure: the same article and version give the same bytes; no store, clock or network inside."""

    name: str
    """Name and version, as in `local@3+iraq@3f2a`; stored with every extraction."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction an article, in order. What cannot be read yields one with a `Problem`; never raises."""
        ...
