"""Read statements from one sentence or article, with the names a journalist would know given by hand."""

import re
from collections.abc import Sequence
from datetime import date

from according.claims.nlp import load_nlp
from according.claims.statements import read_statements
from according.records import Article, Claim, Mention, Outlet, Span, Statement, Time, Voice

__all__ = ["claim", "names", "read", "told"]

PUBLISHED = date(2024, 11, 20)


def names(text: str, known: dict[str, str]) -> list[Mention]:
    """Mentions of every known name, longest first: `{"RSF=Rapid Support Forces": "armed_group"}` gives a short form."""
    found: list[Mention] = []
    for key, kind in sorted(known.items(), key=lambda item: -len(item[0].split("=")[0])):
        surface, _, name = key.partition("=")
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span, kind, surface, name or surface, "pack"))  # type: ignore[arg-type]
    return sorted(found, key=lambda m: m.span)


def claim(
    text: str, content: str, cue: str, speaker: str, kind: str = "government", status: str = "asserted", **more: object
) -> Claim:
    """A claim whose content and cue are pieces of the text; the outlet closes the chain."""
    start, at = text.index(content), text.index(cue)
    return Claim(
        f"claim of {speaker}",
        "a",
        (Span(start, start + len(content)),),
        Span(at, at + len(cue)),
        (Voice(speaker, kind, **more), Voice("Outlet", "media")),  # type: ignore[arg-type]
        status,  # type: ignore[arg-type]
    )


def read(
    text: str, known: dict[str, str] | None = None, claims: Sequence[Claim] = (), times: Sequence[Time] = ()
) -> list[Statement]:
    """The statements of a text; nothing is known but the names given."""
    article = Article("a", Outlet("Outlet"), text, published=PUBLISHED)
    return read_statements(article, load_nlp()(text), names(text, known or {}), claims, times)


def told(text: str, known: dict[str, str] | None = None, claims: Sequence[Claim] = ()) -> set[str]:
    """Statements as lines: `subject PREDICATE object`, `not` before the predicate when negated."""
    lines = set()
    for s in read(text, known, claims):
        thing = s.object.name if s.object else "-"
        lines.add(f"{s.subject.name} | {'not ' if s.negated else ''}{s.predicate} | {thing}")
    return lines
