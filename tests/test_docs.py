"""The documents do what they say: their commands run against the example dossier, their lists are complete."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from according import records, vocabularies

ROOT = Path(__file__).parent.parent
PAGES = ("docs/guide.md", "docs/cookbook.md", "examples/iraq-2025/README.md")
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [line[2:] for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line of a page as a reader would, with this Python's `according` first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environ = {k: v for k, v in os.environ.items() if not k.startswith("ACCORDING_")}
    environ |= {"PATH": path, "COLUMNS": "100", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environ, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working directory as in a clone, with the store of the example dossier in it."""
    made = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "examples", made / "examples")
    done = run("according add examples/iraq-2025 --pack iraq", made)
    assert done.returncode == 0, done.stderr
    yield made
    shutil.rmtree(made)


@pytest.mark.slow
@pytest.mark.parametrize(("page", "command"), [(page, command) for page in PAGES for command in commands(page)])
def test_command_of_a_page_runs(folder: Path, page: str, command: str) -> None:
    if " ID" in command:
        listed = run("according claims --limit 1 --json", folder)
        command = command.replace(" ID", " " + re.search(r'"id": "(\w+)"', listed.stdout)[1])  # type: ignore[index]
    done = run(command, folder)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    written = re.search(r"--out (\S+)", command)
    assert done.stdout.strip() or (written and (folder / written[1]).exists()), "it showed and wrote nothing"


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
