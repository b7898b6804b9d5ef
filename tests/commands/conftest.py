from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.publish.store_factory import make_store


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("store") / "small.db")


class Run(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], small_store: Path) -> Callable[..., Run]:
    """The command line as `main` runs it, on the small store unless `db` says otherwise."""
    monkeypatch.delenv("COLUMNS", raising=False)  # test runners set it, and the tables fit themselves to it

    def call(*arguments: str, db: Path | str | None = small_store) -> Run:
        from according.cli import main

        if db is None:
            monkeypatch.delenv("ACCORDING_DB", raising=False)
        else:
            monkeypatch.setenv("ACCORDING_DB", str(db))
        monkeypatch.setattr("sys.argv", ["according", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        return Run(code, *capsys.readouterr())

    return call
