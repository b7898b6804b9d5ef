import csv
import io
import json
import os
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from according.knowledge.base import KnowledgeBase
from tests.commands.conftest import Run
from tests.publish.store_factory import daily, make_store

Runner = Callable[..., Run]


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("store") / "empty.db", empty=True)


def test_the_table_shows_who_says_what_through_whom(run: Runner) -> None:
    shown = run("claims")
    assert shown.code == 0
    assert "Mira Halloum" in shown.out
    assert "→ Wire One → The Daily" in shown.out
    assert "threatened" in shown.out
    assert "unverified" in shown.out
    assert shown.err == ""


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_table_fits_the_screen(run: Runner, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("claims", "--article", "news/north.txt")
    assert max(len(line) for line in shown.out.splitlines()) <= width
    assert {"strike", "foreign", "troops", "Halloum", "unverified"} <= set(shown.out.split())


def test_an_article_cannot_steer_the_terminal(run: Runner) -> None:
    for command in (("claims",), ("show", json.loads(run("claims", "--json").out)[5]["id"])):
        shown = run(*command).out
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "red" in shown


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--speaker", "Halloum"], 1),
        (["--text", "rockets"], 2),
        (["--status", "threatened"], 1),
        (["--outlet", "the daily"], 5),
        (["--since", "2025-03-04"], 5),
        (["--until", "2025-03-03"], 0),
        (["--unverified"], 1),
        (["--article", "news/north.txt"], 5),
        (["--limit", "2"], 2),
        (["--text", "rockets", "--status", "denied"], 1),
    ],
)
def test_filters_narrow_the_ledger(run: Runner, options: list[str], count: int) -> None:
    assert len(json.loads(run("claims", *options, "--format", "json").out)) == count


def test_a_page_says_how_much_more_there_is(run: Runner) -> None:
    shown = run("claims", "--limit", "2")
    assert "2 of 7 claims" in shown.err
    assert "of 7" not in run("claims", "--limit", "2", "--all").err


def test_csv_and_json_hold_the_same_claims(run: Runner) -> None:
    table = list(csv.DictReader(io.StringIO(run("claims", "--format", "csv").out)))
    records = json.loads(run("claims", "--json").out)
    assert [row["id"] for row in table] == [record["id"] for record in records]
    assert table[0]["chain"] == "Mira Halloum → The Daily"


def test_one_claim_is_shown_in_its_paragraph_with_chain_and_evidence(run: Runner) -> None:
    id = json.loads(run("claims", "--speaker", "Halloum", "--json").out)[0]["id"]
    shown = run("show", id[:6]).out
    assert f"claim {id}" in shown
    flat = " ".join(shown.split())
    assert "Analyst Mira Halloum said «the Northern Force controls Tel Zawan». The Daily could not verify this." in flat
    assert "Mira Halloum (person, analyst, indirect access)\n└─ The Daily (media)" in shown
    assert "verification unverified from “The Daily could not verify this”, “could not verify”" in flat
    assert "status asserted from “said”" in flat
    assert "– Northern Force in control of Tel Zawan" in shown
    record = json.loads(run("show", id, "--json").out)
    assert record["statements"][0]["predicate"] == "controls"


def test_a_threat_shows_its_condition(run: Runner) -> None:
    id = json.loads(run("claims", "--status", "threatened", "--json").out)[0]["id"]
    shown = " ".join(run("show", id).out.split())
    assert "condition if foreign troops land" in shown
    assert "– Northern Force to attack the port (threatened)" in shown


def test_status_counts_what_there_is(run: Runner, empty_store: Path) -> None:
    shown = " ".join(run("status").out.split())
    assert "articles 2" in shown
    assert "claims 7" in shown
    counted = json.loads(run("status", "--json").out)
    assert (counted["articles"], counted["claims"], counted["problems"]) == (2, 7, 0)
    problems = run("status", "--problems", db=empty_store)
    assert "bad.bin is no text; give a text or HTML file." in problems.out


def test_export_writes_to_the_screen_or_to_a_file(run: Runner, tmp_path: Path) -> None:
    lines = run("export", "claims").out.splitlines()
    assert len([json.loads(line) for line in lines]) == 7
    file = tmp_path / "claims.jsonl"
    said = run("export", "claims", "--out", str(file))
    assert file.read_text("utf-8").splitlines() == lines
    assert said.out == ""
    assert "7 claims written" in said.err
    sheet = tmp_path / "claims.csv"
    run("export", "claims", "--out", str(sheet))
    assert sheet.read_text("utf-8").startswith("id,speaker,")


def test_an_export_replaces_a_file_whole_and_leaves_nothing_beside_it(run: Runner, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text("old\n" * 10_000)
    run("export", "claims", "--out", str(file))
    assert len(file.read_text("utf-8").splitlines()) == 7
    assert [left.name for left in tmp_path.iterdir()] == ["claims.jsonl"]
    assert stat.S_IMODE(file.stat().st_mode) & 0o600 == 0o600
    assert run("export", "claims", "--out", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_a_report_is_two_files_with_every_claim(run: Runner, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "report"
    said = run("report", "--out", str(out))
    assert said.out.splitlines() == [str(out / "report.html"), str(out / "report.md")]
    for file in ("report.html", "report.md"):
        text = (out / file).read_text("utf-8")
        assert "Mira Halloum" in text
        assert "does not decide what is true" in text
    run("report", "--out", str(out), "--speaker", "Halloum")
    assert "1 claim by 1 voice in 1 article" in (out / "report.md").read_text("utf-8")
    assert "speaker Halloum" in (out / "report.md").read_text("utf-8")


def test_an_empty_store_says_what_to_do(run: Runner, empty_store: Path, tmp_path: Path) -> None:
    shown = run("claims", db=empty_store)
    assert (shown.code, shown.out) == (0, "")
    assert "according add" in shown.err
    assert json.loads(run("claims", "--json", db=empty_store).out) == []
    assert run("export", "places", db=empty_store).out == ""
    assert run("report", "--out", str(tmp_path), db=empty_store).code == 0
    assert "no claims to show" in (tmp_path / "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("claims", "--since", "yesterday"), "YYYY-MM-DD"),
        (("claims", "--until", "2025-02-30"), "is no day"),
        (("claims", "--since", "2025-02-02", "--until", "2025-01-01"), "swap them"),
        (("claims", "--status", "true"), "is none of asserted"),
        (("claims", "--outlet", "The Dayly"), "Did you mean The Daily?"),
        (("claims", "--article", "news/none.txt"), "There is no article"),
        (("show", "ffffffff"), "There is no claim"),
        (("show", ""), "There is no claim"),
        (("show", "zz%"), "There is no claim"),
        (("export", "claims", "--out", "/nowhere/at/all.jsonl"), "Cannot write"),
        (("export", "claims", "--out", "/"), "Cannot write"),
        (("export", "places", "--round", "0"), "over 0"),
        (("export", "places", "--round", "-3"), "over 0"),
        (("report", "--out", "/dev/null/report"), "Cannot make the folder"),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence(run: Runner, arguments: tuple[str, ...], sentence: str) -> None:
    shown = run(*arguments)
    assert shown.code == 1
    assert sentence in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    "arguments", [("export", "rumours"), ("claims", "--limit", "0"), ("claims", "--format", "xml")]
)
def test_what_no_option_takes_is_a_usage_error(run: Runner, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


def test_a_prefix_of_several_claims_is_refused(run: Runner, tmp_path: Path) -> None:
    store = tmp_path / "many.db"
    with KnowledgeBase(f"sqlite:///{store}") as base:
        for number in range(4):  # 20 claims: some two must share their first of 16 digits
            base.save(*daily(f"https://daily.example/{number}"))
    firsts = Counter(record["id"][0] for record in json.loads(run("claims", "--json", db=store).out))
    shown = run("show", firsts.most_common(1)[0][0], db=store)
    assert shown.code == 1
    assert "Several claims begin with" in shown.err


def test_no_store_is_a_sentence(run: Runner, tmp_path: Path) -> None:
    for verb in (("claims",), ("status",), ("export", "claims"), ("show", "aa"), ("report", "--out", str(tmp_path))):
        shown = run(*verb, "--db", str(tmp_path / "none.db"))
        assert shown.code == 1
        assert shown.err.startswith("according: ")
    assert not (tmp_path / "none.db").exists()


def subprocess_run(
    store: Path, *arguments: str, stdout: int, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    script = "import sys; from according.cli import main; sys.argv[0] = 'according'; main()"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "ACCORDING_DB": str(store), **environment},
        check=False,
    )


@pytest.mark.parametrize("arguments", [("export", "claims"), ("claims", "--all"), ("stances",)])
def test_a_reader_who_leaves_early_hears_nothing(small_store: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)  # nobody reads
    done = subprocess_run(small_store, *arguments, stdout=writing)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode != 0


def test_any_locale_can_show_any_name(small_store: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for arguments in (("claims",), ("export", "entities")):
        done = subprocess_run(small_store, *arguments, stdout=subprocess.PIPE, **plain)
        assert done.returncode == 0, done.stderr
        assert "وزارة الدفاع" in done.stdout.decode("utf-8")
