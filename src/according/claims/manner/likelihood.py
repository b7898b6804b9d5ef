"""The speaker's own words of probability, put in the bands of US Intelligence Community Directive 203 (2015,
§D.6.e(2))."""

import re

from according.claims.page import Page
from according.records import Evidence, Span

__all__ = ["BANDS", "read_likelihood"]

BANDS: tuple[tuple[str, str], ...] = (
    ("almost no chance", r"almost no chance|remote(?:ly)?(?: chance| possibility)|next to impossible"),
    ("very unlikely", r"(?:very|highly|extremely) (?:unlikely|improbable)"),
    ("almost certain", r"almost certain(?:ly)?|nearly certain(?:ly)?|virtually certain(?:ly)?|all but certain"),
    ("very likely", r"(?:very|highly|extremely|most) (?:likely|probabl[ey])"),
    ("unlikely", r"unlikely|improbabl[ey]|doubtful"),
    ("roughly even chance", r"(?:roughly )?even (?:chance|odds)|fifty-fifty|50-50|toss-up"),
    ("likely", r"(?<!un)likely|probabl[ey]"),
)
"""Band, and the wordings that fall into it; the longer wordings come first. ICD-203 has two rows of terms for each
band ("remote" beside "almost no chance"); the first row's term names it here."""

_PATTERNS = tuple((band, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for band, pattern in BANDS)


def read_likelihood(page: Page, content: tuple[Span, ...]) -> tuple[str, str, Evidence] | None:
    """Band, verbatim words and their place for the first word of probability in the content, or None."""
    found: list[tuple[int, int, str]] = []
    for piece in content:
        for band, pattern in _PATTERNS:
            for match in pattern.finditer(page.text, piece.start, piece.end):
                found.append((match.start(), match.end(), band))
    if not found:
        return None
    start, end, band = min(found, key=lambda f: (f[0], -f[1]))
    outer = next(
        ((s, e, b) for s, e, b in found if s <= start and e >= end and (e - s) > (end - start)), (start, end, band)
    )
    span = Span(outer[0], outer[1])
    return outer[2], span.of(page.text), Evidence("likelihood", span)
