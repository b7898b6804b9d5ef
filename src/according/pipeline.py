"""The stages in order: articles in → who said what → who, where, when → the store. One screen.

gather ──Article──▶ extract ──Extraction──▶ link ──Linking──▶ save
   └──Problem──────────────────────────────────────────────▶ record
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from according.config import Config
from according.reading import Reader, Reading, extractor_name, open_reader
from according.records import Article, Problem

if TYPE_CHECKING:
    from according.knowledge.base import KnowledgeBase

__all__ = ["Report", "add"]

BATCH = 8
"""Articles read at a time; also the most that a kill in mid-run can leave unread and unreported."""
WORTH_A_POOL = 64
"""Pending articles from which starting further processes (a few seconds each) pays for itself."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one `add` did. `unchanged` articles were in the store already, read by the same extractor."""

    added: int = 0
    unchanged: int = 0
    claims: int = 0
    statements: int = 0
    problems: tuple[Problem, ...] = ()
    interrupted: bool = False

    @property
    def readable(self) -> int:
        """Articles that could be read, whether new or not."""
        return self.added + self.unchanged


def add(
    targets: Sequence[str],
    config: Config,
    *,
    documents: Iterable[Article | Problem] = (),
    on_progress: Callable[[Report], None] | None = None,
) -> Report:
    """Read the targets (paths, globs, addresses) and `documents` into the store; what is reported as done is saved.

    One bad input becomes a problem and never stops the run. Ctrl-C ends it with `interrupted` set; running again
    resumes, since what the same extractor has read is not read twice.
    """
    from according.articles import gather
    from according.knowledge.base import KnowledgeBase

    report = Report()
    name = extractor_name(config)
    with KnowledgeBase(config.db_url) as kb:

        def unread() -> Iterator[Article]:
            nonlocal report
            for item in chain(gather(targets, config), documents):
                if isinstance(item, Problem):
                    kb.record([item])
                    report = replace(report, problems=(*report.problems, item))
                elif kb.has(item.id, name):
                    report = replace(report, unchanged=report.unchanged + 1)
                else:
                    yield item
                    continue
                if on_progress:
                    on_progress(report)

        try:
            for reading in _read(unread(), config):
                report = _save(kb, reading, report)
                if on_progress:
                    on_progress(report)
        except KeyboardInterrupt:
            report = replace(report, interrupted=True)
    return report


def _read(articles: Iterator[Article], config: Config) -> Iterator[Reading]:
    processes = config.processes or os.cpu_count() or 1
    if processes > 1:
        first = list(islice(articles, WORTH_A_POOL))
        articles = chain(first, articles)
        if len(first) == WORTH_A_POOL:
            from according.distributed import pool, read_in_parallel

            with pool(processes) as executor:
                yield from read_in_parallel(articles, config, executor, ahead=2 * processes)
            return
    reader: Reader | None = None
    while batch := list(islice(articles, BATCH)):
        reader = reader or open_reader(config)
        yield from reader.read(batch)


def _save(kb: "KnowledgeBase", reading: Reading, report: Report) -> Report:
    found = reading.extraction
    if not kb.save(*reading):  # the same text came twice in one run
        return replace(report, unchanged=report.unchanged + 1)
    return replace(
        report,
        added=report.added + 1,
        claims=report.claims + len(found.claims),
        statements=report.statements + len(found.statements),
        problems=report.problems + found.problems,
    )
