"""`Reader`: the store, open for reading only."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from according.knowledge.dialects import open_engine, reading
from according.knowledge.opening import check_ready

__all__ = ["Reader"]


class Reader:
    """The store for queries. Sees what was saved before each query began; never waits for a writer, never writes.

    Safe to use from several threads. Use it as a context manager. Raises StorageError where there is no store.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url, read_only=True)
        check_ready(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection that sees one state of the store for as long as it is open; for the query modules."""
        with reading(self._engine) as connection:
            yield connection
