"""What the routes read from: one reader for all threads, and pictures kept until the store changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

from according.config import Config
from according.errors import AccordingError

if TYPE_CHECKING:
    from according.knowledge.reader import Reader
    from according.knowledge.rows import ArticleRow, ClaimRow, StatementRow

__all__ = ["Store"]

Drawn = TypeVar("Drawn")

KEPT = 200
"""Pictures and counts kept in memory; beyond that the one longest unused is dropped."""
BASES = ("statements", "claims", "articles")
"""Whole listings that several pictures are drawn from; never dropped before the store changes."""


class Store:
    """The store as the web sees it. Safe to use from several threads."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._reader: Reader | None = None
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, Hashable], Any] = OrderedDict()
        self._building: dict[tuple[str, Hashable], threading.Lock] = {}

    def create(self) -> None:
        """Make an empty store where there is none yet, so that the screen can say so; bring an older one up to date."""
        from according.knowledge.base import KnowledgeBase

        with KnowledgeBase(self.config.db_url):
            pass

    def reader(self) -> Reader:
        """The reader; it sees every change as soon as that is saved."""
        if self._reader is None:
            with self._lock:
                if self._reader is None:
                    from according.knowledge.reader import Reader

                    self._reader = Reader(self.config.db_url)
        return self._reader

    def settled(self) -> Reader:
        """The reader, after gathering the propositions that a writer which was cut short left behind."""
        from according.knowledge.base import KnowledgeBase
        from according.knowledge.origins.reading import waiting

        if waiting(self.reader()):
            with KnowledgeBase(self.config.db_url, what="gather") as kb:
                kb.settle()
        return self.reader()

    def close(self) -> None:
        """Let go of the store."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
            self._reader = None

    def version(self) -> str:
        """Another word after anything was saved or judged."""
        from according.knowledge import queries

        return queries.version(self.reader())

    def kept(self, key: Hashable, draw: Callable[[], Drawn]) -> Drawn:
        """The picture of this key as of the store's present version, drawn once however many ask at a time."""
        version = self.version()
        full = (version, key)
        with self._lock:
            if full in self._kept:
                self._kept.move_to_end(full)
                return self._kept[full]  # type: ignore[no-any-return]
            gate = self._building.setdefault(full, threading.Lock())
        with gate:
            with self._lock:
                if full in self._kept:
                    return self._kept[full]  # type: ignore[no-any-return]
            from according.knowledge.bulk import without_cycles

            try:
                with without_cycles():
                    drawn = draw()
            finally:
                with self._lock:
                    self._building.pop(full, None)
            with self._lock:
                self._keep(version, full, drawn)
        return drawn

    def _keep(self, version: str, full: tuple[str, Hashable], drawn: object) -> None:
        for old in [old for old in self._kept if old[0] != version]:
            del self._kept[old]
        self._kept[full] = drawn
        if len(self._kept) > KEPT:
            for old in list(self._kept):  # longest unused first
                if old[1] not in BASES:
                    del self._kept[old]
                    break

    def statements(self) -> list[StatementRow]:
        """Every statement that was not rejected, read once a version."""
        from according.knowledge import queries

        return self.kept("statements", lambda: queries.statements(self.reader()))

    def claims(self) -> list[ClaimRow]:
        """Every claim that was not rejected, read once a version."""
        from according.knowledge import queries

        return self.kept("claims", lambda: list(queries.all_claims(self.reader())))

    def articles(self) -> list[ArticleRow]:
        """The heads of all articles, the latest published first, read once a version."""
        from according.knowledge import queries

        return self.kept("articles", lambda: queries.articles(self.reader(), limit=None, newest=True))

    def warm(self) -> None:
        """Read ahead what the first screens ask for, so that nobody waits for it."""
        try:
            self.statements()
            self.articles()
        except AccordingError:
            pass  # whoever asks next gets the error in a sentence
