"""Spans of one attribution, and the seam between finding spans and reading them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Attribution", "Finder"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source), by which words (cue), said what (content), as characters of one text.

    Each part is in text order and may have several pieces ("X," he said, "Y"); source and cue may be empty.
    `confidence` (0 to 1) is calibrated: of attributions given 0.8, about 80 % are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0


class Finder(Protocol):
    """Finds attributions. The grammar and the learned tagger are two of these; everything after them is shared."""

    name: str
    """Name and version, as in `tagger@1`; part of the extractor's version."""

    def find(self, docs: Sequence["Doc"]) -> list[list[Attribution]]:
        """One list a doc, in text order. Docs carry at least tokens and sentences; offsets count into `doc.text`."""
        ...
