"""`python -m benchmarks.pipeline [DATA.jsonl]`: the whole of `according add`, articles to store, as a user runs it.

Words and articles a second of wall-clock time, start-up included, and peak memory of the largest process; beside them,
in the same run, spaCy's own pipeline over the same texts, so that the ratio holds on a noisy machine.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DATA = Path(__file__).parents[2] / "shared" / "polnear" / "dev.jsonl"

SPACY = """
import sys, time
from pathlib import Path
import according.claims.nlp as nlp
texts = [p.read_text(encoding="utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
pipeline = nlp.load_nlp()
start = time.perf_counter()
for doc in pipeline.pipe(texts, batch_size=16):
    pass
print(time.perf_counter() - start)
"""


def run(arguments: list[str]) -> tuple[float, str]:
    """Wall seconds and standard output of one command."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, env=os.environ)
    return time.perf_counter() - start, done.stdout


def main() -> int:
    """Print one line a way of running."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pipeline", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=DATA)
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"There are no texts at {options.data}.", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    words = sum(len(row["text"].split()) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        texts.mkdir()
        for number, row in enumerate(rows):
            Path(texts, f"{number:04}.txt").write_text(row["text"], encoding="utf-8")
        _, told = run(["-c", SPACY, str(texts)])
        spacy = float(told.strip().splitlines()[-1])
        print(f"{len(rows)} articles, {words} words")
        print(f"spaCy's pipeline alone, loaded       {words / spacy:8.0f} words/s")
        for processes in (1, 2):
            store = str(Path(folder, f"{processes}.db"))
            command = ["-m", "according", "add", str(texts), "--db", store, "--processes", str(processes), "--json"]
            seconds, told = run(command)
            report = json.loads(told)
            assert report["added"] == len(rows), report
            rate = f"{words / seconds:8.0f} words/s, {len(rows) / seconds:5.1f} articles/s"
            print(f"according add, {processes} process(es), all told  {rate}, {spacy / seconds:.2f} of spaCy's speed")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of the largest process   {peak:8.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
