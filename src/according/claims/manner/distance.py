"""How the reporter's own verb stands to the words it reports: neutral, distancing, endorsing."""

from according.claims.page import Page
from according.claims.words import DISTANCING, ENDORSING
from according.records import Evidence, Span
from according.vocabularies import Distance

__all__ = ["read_distance"]

_ADVERBS = frozenset(
    {"reportedly", "allegedly", "purportedly", "supposedly", "so-called", "self-declared", "self-styled"}
)


def read_distance(page: Page, cue: Span | None) -> tuple[Distance, tuple[Evidence, ...]]:
    """The reporter's distance by the words of the cue alone; a claim without a cue is neutral."""
    for token in page.tokens(cue) if cue is not None else ():
        lemma = token.lemma_.lower()
        if lemma in DISTANCING or token.lower_ in _ADVERBS:
            return "distancing", (Evidence("distance", Span(token.idx, token.idx + len(token))),)
        if lemma in ENDORSING:
            return "endorsing", (Evidence("distance", Span(token.idx, token.idx + len(token))),)
    return "neutral", ()
