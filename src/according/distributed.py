"""Stages 2 and 3 on several processes: any `concurrent.futures.Executor` will do, the driver stays the only writer.

The standard library's process pool is the default; `dask.distributed`'s `Client.get_executor()` fits the same hole.
Extractors are opened inside each worker, once, and never travel:
only articles, extractions and linkings do.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice

from according.config import Config
from according.reading import Reader, Reading, open_reader
from according.records import Article

__all__ = ["pool", "read_in_parallel"]

CHUNK = 8
"""Articles a task: enough that spaCy batches, few enough that an interrupted run has little in flight."""

_reader: Reader | None = None


def pool(processes: int) -> Executor:
    """A pool of fresh processes that leave Ctrl-C to the driver."""
    return ProcessPoolExecutor(
        processes, mp_context=multiprocessing.get_context("spawn"), initializer=_ignore_interrupts
    )


def read_in_parallel(
    articles: Iterable[Article], config: Config, executor: Executor, *, ahead: int
) -> Iterator[Reading]:
    """Readings in the order of the articles; at most `ahead` tasks are in flight, so memory stays level."""
    source = iter(articles)
    waiting: deque[Future[list[Reading]]] = deque()
    while True:
        while len(waiting) < ahead and (chunk := list(islice(source, CHUNK))):
            waiting.append(executor.submit(_read, chunk, config))
        if not waiting:
            return
        yield from waiting.popleft().result()


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(articles: list[Article], config: Config) -> list[Reading]:
    global _reader
    if _reader is None:
        _reader = open_reader(config)
    return list(_reader.read(articles))
