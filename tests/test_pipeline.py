"""The stages in order, end to end: nothing twice, nothing lost, nothing stops a run."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from according.config import Config
from according.pipeline import Report, add
from according.records import Problem

TEXT = """Harbour town changes hands, ministry says

The interior ministry said on Tuesday that its forces had retaken the harbour town of Example Bay.

"We hold the port and the fuel depot," spokesman Anders Vale told reporters. He added that two soldiers were wounded.

A rebel commander denied the claim. The reports could not be independently verified.
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(db=str(tmp_path / "kept.db"), packs=("none",), extractor="rules", processes=1)


def write(folder: Path, n: int) -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(n):
        (folder / f"report{i:03}.txt").write_text(TEXT.replace("two soldiers", f"{i + 2} soldiers"), encoding="utf-8")
    return folder


def dump(config: Config) -> dict[str, list[tuple[object, ...]]]:
    import sqlite3

    with sqlite3.connect(config.db) as store:
        tables = [r[0] for r in store.execute("select name from sqlite_master where type = 'table' order by name")]
        return {t: sorted(map(tuple, store.execute(f'select * from "{t}"')), key=repr) for t in tables}


def test_a_folder_becomes_claims(tmp_path: Path, config: Config) -> None:
    report = add([str(write(tmp_path / "in", 3))], config)
    assert (report.added, report.unchanged, report.problems) == (3, 0, ())
    assert report.claims >= 9


def test_adding_twice_changes_no_row(tmp_path: Path, config: Config) -> None:
    folder = str(write(tmp_path / "in", 3))
    add([folder], config)
    before = dump(config)
    again = add([folder], config)
    assert (again.added, again.unchanged, again.claims) == (0, 3, 0)
    assert dump(config) == before


def test_one_bad_input_is_recorded_and_stops_nothing(tmp_path: Path, config: Config) -> None:
    folder = write(tmp_path / "in", 2)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 but no more")
    report = add([str(folder), str(tmp_path / "absent.txt")], config)
    assert report.added == 2
    assert {Path(p.input).name for p in report.problems} == {"broken.pdf", "absent.txt"}
    assert all(p.message.endswith(".") for p in report.problems)


def test_a_bug_in_linking_costs_one_article_its_links_and_nothing_else(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    from according.entities.linking import Linker
    from according.records import Article, Extraction, Linking

    link = Linker.link

    def fail_on_the_first(self: Linker, article: Article, extraction: Extraction) -> Linking:
        if "report000" in str(article.path):
            raise ValueError("planted")
        return link(self, article, extraction)

    monkeypatch.setattr(Linker, "link", fail_on_the_first)
    report = add([str(write(tmp_path / "in", 3))], config)
    assert report.added == 3
    assert [problem.stage for problem in report.problems] == ["entities"]
    assert "planted" in report.problems[0].message
    assert len(dump(config)["claim"]) == report.claims >= 9


def test_several_processes_find_what_one_finds(tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    monkeypatch.setattr("according.pipeline.WORTH_A_POOL", 4)
    folder = str(write(tmp_path / "in", 10))
    alone = add([folder], config)
    together = add([folder], replace(config, db=str(tmp_path / "pool.db"), processes=2))
    assert (together.added, together.claims, together.statements) == (alone.added, alone.claims, alone.statements)


def test_an_interrupt_keeps_what_was_finished(tmp_path: Path, config: Config) -> None:
    def stop(report: Report) -> None:
        if report.added == 2:
            raise KeyboardInterrupt

    folder = str(write(tmp_path / "in", 5))
    first = add([folder], config, on_progress=stop)
    assert first.interrupted
    second = add([folder], config)
    assert (second.added, second.unchanged) == (3, 2)


@pytest.mark.slow
def test_a_killed_run_loses_nothing_it_reported_and_resumes(tmp_path: Path, config: Config) -> None:
    """`kill -9` in mid-run: every article reported as done is in the store, which opens and goes on."""
    folder = write(tmp_path / "in", 60)
    script = (
        "import sys\nfrom according.config import Config\nfrom according.pipeline import add\n"
        f"config = Config(db={config.db!r}, packs=('none',), extractor='rules', processes=1)\n"
        f"add([{str(folder)!r}], config, on_progress=lambda r: print(r.added, flush=True))\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        done = 0
        for line in process.stdout:
            done = int(line)
            if done >= 9:
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
    report = add([str(folder)], config)
    assert report.unchanged >= done
    assert report.readable == 60


def test_a_problem_given_as_a_document_is_recorded(config: Config) -> None:
    report = add([], config, documents=[Problem("paste", "articles", "empty", "Nothing was pasted; paste some text.")])
    assert (report.readable, len(report.problems)) == (0, 1)


def run(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "according", *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={**os.environ, "COLUMNS": "100"})


def test_the_command_line_says_what_it_did(tmp_path: Path) -> None:
    write(tmp_path / "in", 1)
    done = run("add", "in", "--extractor", "rules", "--pack", "none", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["added"], told["problems"], told["db"]) == (1, [], "according.db")
    assert (tmp_path / "according.db").exists()


def test_nothing_readable_is_exit_code_1_with_a_sentence(tmp_path: Path) -> None:
    done = run("add", "absent.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "absent.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_comes_quickly(tmp_path: Path) -> None:
    run("--help", cwd=tmp_path)
    start = time.perf_counter()
    done = run("--help", cwd=tmp_path)
    assert done.returncode == 0
    # a sanity bound far above the 0.5 s aimed at (benchmarks measure that): it only catches a heavy import
    assert time.perf_counter() - start < 3
