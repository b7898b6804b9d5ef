"""The ledger as a document: claims grouped by who speaks, each with a footnote to its sentence."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from according.knowledge.rows import ArticleRow, ClaimRow
from according.pictures.sayings import Saying, saying
from according.publish.passages import Piece, passage
from according.records import identify

__all__ = ["Group", "Ledger", "Note", "gather_ledger"]

_UNNAMED = ("anonymous", "eyewitness")
_MARGIN = 220
"""Characters of context kept on either side of a claim in its footnote: about two lines of print."""


@dataclass(frozen=True, slots=True)
class Note:
    """One claim and its footnote. `number` counts through the whole document, in reading order."""

    number: int
    saying: Saying
    passage: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One speaker's claims. An unnamed voice is a group within its own article only."""

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    named: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Speakers by falling number of claims, named ones first; the counts are of claims."""

    groups: tuple[Group, ...]
    articles: tuple[ArticleRow, ...]
    claims: int
    statuses: tuple[tuple[str, int], ...]
    verifications: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    extractors: tuple[str, ...]
    first: date | None
    last: date | None

    @property
    def notes(self) -> Iterable[Note]:
        """All footnotes in order of their numbers."""
        return (note for group in self.groups for note in group.notes)


def gather_ledger(claims: Iterable[ClaimRow], text_of: Callable[[str], str]) -> Ledger:
    """The ledger of these claims. `text_of` gives an article's text; claims of one article should come together."""
    found: dict[str, list[tuple[Saying, tuple[Piece, ...]]]] = {}
    articles: dict[str, ArticleRow] = {}
    statuses: Counter[str] = Counter()
    verifications: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    extractors: dict[str, None] = {}
    known: tuple[str, str] = ("", "")
    for row in claims:
        if known[0] != row.article.id:
            known = (row.article.id, text_of(row.article.id))
        said = saying(row)
        articles.setdefault(row.article.id, row.article)
        statuses[said.status] += 1
        verifications[said.verification] += 1
        kinds[row.chain[0].voice.kind] += 1
        extractors[row.extractor] = None
        found.setdefault(_key(said), []).append((said, passage(row, known[1], margin=_MARGIN)))
    order = sorted(found.items(), key=lambda pair: _order(pair[1][0][0], len(pair[1])))
    days = [article.published for article in articles.values() if article.published is not None]
    return Ledger(
        groups=tuple(_groups(order)),
        articles=tuple(
            sorted(articles.values(), key=lambda head: (head.published or date.max, head.outlet, head.title))
        ),
        claims=statuses.total(),
        statuses=tuple(statuses.most_common()),
        verifications=tuple((name, count) for name, count in verifications.most_common() if name != "none"),
        kinds=tuple(kinds.most_common()),
        extractors=tuple(extractors),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _key(said: Saying) -> str:
    scope = said.article.id if said.by.kind in _UNNAMED else ""
    return identify("speaker", said.by.id or " ".join(said.by.name.casefold().split()), scope)


def _order(said: Saying, count: int) -> tuple[bool, int, str]:
    return (said.by.kind in _UNNAMED, -count, said.by.name.casefold())


def _groups(order: Iterable[tuple[str, list[tuple[Saying, tuple[Piece, ...]]]]]) -> Iterable[Group]:
    number = 0
    for key, items in order:
        notes = []
        for said, words in items:
            number += 1
            notes.append(Note(number, said, words))
        first = items[0][0]
        yield Group(
            id=key,
            name=first.by.name,
            kind=first.by.kind or "unknown",
            roles=tuple(dict.fromkeys(said.role for said, _ in items if said.role)),
            named=first.by.kind not in _UNNAMED,
            notes=tuple(notes),
        )
