"""Adding articles from the screen: one job at a time in a background thread, with its progress to be asked for."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from according.config import Config
from according.errors import AccordingError, NotFoundError

if TYPE_CHECKING:
    from according.pipeline import Report
    from according.records import Article, Problem

__all__ = ["Job", "Jobs"]

KEPT = 100
"""Finished jobs remembered; what they added and their problems stay in the store."""


@dataclass(frozen=True, slots=True)
class Job:
    """One request to add something. `error` is a sentence when the whole job failed; single inputs become problems."""

    id: str
    what: str
    state: Literal["waiting", "reading", "done", "failed"]
    started: datetime
    report: Report | None = None
    error: str | None = None


class Jobs:
    """The queue of additions. One thread, since the store has one writer and reading an article fills a core."""

    def __init__(self, config: Config) -> None:
        self._config = replace(config, processes=1)
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="add")
        self._ending = threading.Event()

    def submit(
        self, what: str, targets: Iterable[str] = (), documents: Callable[[], Iterable[Article | Problem]] = tuple
    ) -> Job:
        """Queue targets (addresses) or documents; returns at once."""
        job = Job(secrets.token_hex(8), what, "waiting", datetime.now(UTC))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, list(targets), documents)
        return job

    def get(self, id: str) -> Job:
        """The job of this id; NotFoundError when it is unknown or long forgotten."""
        with self._lock:
            if id not in self._jobs:
                raise NotFoundError(f"There is no job {id!r}; the server may have been restarted since.")
            return self._jobs[id]

    def all(self) -> list[Job]:
        """Every job remembered, the newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Finish the article at work, drop the rest; adding the same again goes on where this ended."""
        self._ending.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _set(self, job: Job) -> None:
        with self._lock:
            if job.id in self._jobs:
                self._jobs[job.id] = job

    def _run(self, job: Job, targets: list[str], documents: Callable[[], Iterable[Article | Problem]]) -> None:
        from according import pipeline

        job = replace(job, state="reading")
        self._set(job)

        def heard(report: Report) -> None:
            self._set(replace(job, report=report))
            if self._ending.is_set():
                raise KeyboardInterrupt  # what ends a run on the command line ends it here too

        try:
            report = pipeline.add(
                targets,
                self._config,
                documents=documents(),
                on_progress=heard,
            )
        except AccordingError as error:
            self._set(replace(job, state="failed", error=str(error)))
        except Exception as error:  # a job must end in words, whatever a parser throws
            self._set(
                replace(job, state="failed", error=f"Reading failed unexpectedly ({type(error).__name__}: {error}).")
            )
        else:
            self._set(replace(job, state="done", report=report))
