"""The documents do what they say: their commands run against the example dossier, their lists are complete."""

import contextlib
import dataclasses
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from according import records, vocabularies

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/guide.md", "docs/cookbook.md", "examples/iraq-2025/README.md")
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [line[2:] for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def run(command: str, folder: Path) -> tuple[int, str, str]:
    """Exit code, output and errors of a command line of a page, typed in this folder.

    In this process, so that the libraries load once; a line with a pipe goes to a shell.
    """
    from typer.testing import CliRunner

    from according.cli import app

    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environ = {name: None for name in os.environ if name.startswith("ACCORDING_")} | {"PATH": path, "COLUMNS": "100"}
    with contextlib.chdir(folder):
        if " | " in command:
            shell = os.environ | {name: value for name, value in environ.items() if value is not None}
            done = subprocess.run(
                command, shell=True, env=shell, capture_output=True, text=True, timeout=300, check=False
            )
            return done.returncode, done.stdout, done.stderr
        result = CliRunner().invoke(app, shlex.split(command)[1:], env=environ)
    return result.exit_code, result.stdout, f"{result.stderr}{result.exception or ''}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working directory as in a clone, with the store of the example dossier in it."""
    made = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "examples", made / "examples")
    code, _, errors = run("according add examples/iraq-2025 --pack iraq", made)
    assert code == 0, errors
    yield made
    shutil.rmtree(made)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_commands_of_a_page_run(folder: Path, page: str) -> None:
    """In order and in one test: a page's later lines ask for what its earlier ones made."""
    for typed in commands(page):
        command = typed
        if " ID" in command:
            found = re.search(r'"id": "(\w+)"', run("according claims --limit 1 --json", folder)[1])
            assert found
            command = command.replace(" ID", " " + found[1])
        code, shown, errors = run(command, folder)
        assert code == 0, f"{command}: {errors}"
        assert "Traceback" not in errors, command
        written = re.search(r"--out (\S+)", command)
        assert shown.strip() or (written and (folder / written[1]).exists()), f"{command} showed and wrote nothing"


@pytest.mark.slow
def test_python_of_the_cookbook_runs(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs/cookbook.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert blocks
    for block in blocks:
        exec(compile(block, "docs/cookbook.md", "exec"), {})
    assert "Span(" in capsys.readouterr().out


def test_pages_have_commands() -> None:
    assert all(commands(page) for page in PAGES)


def test_every_value_is_in_the_data_model() -> None:
    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    values = {
        value
        for name in dir(vocabularies)
        for value in getattr(getattr(vocabularies, name), "__args__", ())
        if isinstance(value, str)
    }
    # kinds of mention are those of entities and voices, and four words of their own
    values -= {"date", "pronoun", "description", "place", "weapon"}
    assert values
    assert [value for value in sorted(values) if f"`{value}`" not in text] == []


def test_every_record_is_in_the_data_model() -> None:
    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    inner = {"Evidence", "Link", "Name", "Quantity", "Ref", "Time"}  # parts of the records described
    for name in set(records.__all__) - inner:
        if dataclasses.is_dataclass(getattr(records, name)):
            assert f"| `{name}` |" in text, name


def test_every_exported_key_is_in_the_data_model() -> None:
    from according.publish.tables import COLUMNS

    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    for kind in ("entities", "places", "articles"):
        assert [key for key in COLUMNS[kind] if f"`{key}`" not in text] == [], kind


@pytest.mark.parametrize("page", [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.md"))])
def test_links_of_a_page_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, target
