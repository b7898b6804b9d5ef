"""Marked text for the tests of reading: `[source The General Staff] [cue said] [content it had taken the town].`

A mark is an opening bracket, a label, a space, the words, a closing bracket. Marks may nest. The tests compare what is
read with what is marked, so a journalist can add a line to a table without counting characters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from according.claims.extractor import NoLexicon
from according.claims.local import open_extractor
from according.claims.nlp import read_docs
from according.claims.page import Page
from according.records import Article, Claim, Extraction, Outlet, Span

MARK = re.compile(r"\[([a-z]+) |\]")


@dataclass(frozen=True)
class Marked:
    """Text without its marks, and the marked spans by label, in text order."""

    text: str
    spans: dict[str, tuple[Span, ...]]

    def one(self, label: str) -> Span | None:
        """The only span of that label, or None."""
        found = self.spans.get(label, ())
        assert len(found) <= 1, f"{label} is marked {len(found)} times"
        return found[0] if found else None


def marked(source: str) -> Marked:
    """Take the marks out of the text and keep where they were."""
    text, at = "", 0
    spans: dict[str, list[Span]] = {}
    stack: list[tuple[str, int]] = []
    for match in MARK.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        if match.group(1):
            stack.append((match.group(1), len(text)))
        else:
            label, start = stack.pop()
            spans.setdefault(label, []).append(Span(start, len(text)))
    assert not stack, f"unclosed mark {stack}"
    return Marked(text + source[at:], {label: tuple(sorted(found)) for label, found in spans.items()})


@lru_cache(maxsize=256)
def page(text: str) -> Page:
    """The parsed text."""
    (doc,) = read_docs([text])
    return Page(doc)


def article(text: str, outlet: str = "The Courier") -> Article:
    """An article of this text in a made-up newspaper."""
    return Article(Article.identify(text, None), Outlet(outlet, "newspaper"), text, path="made-up.txt")


@lru_cache(maxsize=256)
def read(text: str, outlet: str = "The Courier", name: str = "rules") -> Extraction:
    """Everything read from the text."""
    (found,) = open_extractor(name, NoLexicon()).extract([article(text, outlet)])
    assert not found.problems, found.problems
    return found


def claim_with(text: str, words: str, outlet: str = "The Courier") -> Claim:
    """The claim whose content holds these words; the shortest, where several do."""
    found = [c for c in read(text, outlet).claims if any(words in s.of(text) for s in c.content)]
    assert found, f"no claim says {words!r}: {[[s.of(text) for s in c.content] for c in read(text, outlet).claims]}"
    return min(found, key=lambda c: sum(s.end - s.start for s in c.content))
