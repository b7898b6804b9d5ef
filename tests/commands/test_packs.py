"""`according packs`."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from according.commands import packs
from according.config import load_config
from according.errors import PackError


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer()
    packs.register(made)
    made.command("other")(lambda: None)
    return made


def run(app: typer.Typer, *words: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, ["packs", *words])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORDING_PACKS", raising=False)
    return tmp_path


def test_list_names_the_packs(app: typer.Typer) -> None:
    result = run(app, "list")
    assert result.exit_code == 0
    assert "iraq" in result.output
    assert "world" in result.output


def test_check_tells_faults_and_exits_with_one(app: typer.Typer, folder: Path) -> None:
    (folder / "bad.yaml").write_text("entities:\n  - {name: X, kind: gang}\n")
    result = run(app, "check", "bad.yaml")
    assert result.exit_code == 1
    assert "bad.yaml:2:" in result.output


def test_add_writes_the_settings_and_keeps_the_others(app: typer.Typer, folder: Path) -> None:
    (folder / "mine.yaml").write_text("entities:\n  - {name: X, kind: person, source: me}\n")
    (folder / "according.toml").write_text('db = "a.db"\n')
    assert run(app, "add", "mine.yaml").exit_code == 0
    config = load_config(environ={}, cwd=folder)
    assert config.packs[0] == "mine.yaml"
    assert "iraq" in config.packs
    assert config.db == "a.db"
    assert "in use already" in run(app, "add", "mine.yaml").output


def test_add_refuses_a_bad_pack_and_leaves_the_settings(app: typer.Typer, folder: Path) -> None:
    (folder / "bad.yaml").write_text("entities:\n  - {name: X, kind: gang}\n")
    assert isinstance(run(app, "add", "bad.yaml").exception, PackError)
    assert not (folder / "according.toml").exists()


def test_import_writes_a_pack_that_checks(app: typer.Typer, folder: Path) -> None:
    (folder / "l.csv").write_text("name,kind\nBlue Front,armed_group\nOdd,gang\n")
    result = run(app, "import", "l.csv", "--out", "made.yaml", "--format", "csv", "--source", "A list, 2024")
    assert result.exit_code == 0, result.output
    assert "1 entries" in result.output
    assert run(app, "check", "made.yaml").exit_code == 0
    again = run(app, "import", "l.csv", "--out", "made.yaml", "--format", "csv", "--source", "A list, 2024")
    assert isinstance(again.exception, PackError)
