"""The gazetteer: building it, asking it, and what a broken file says."""

from pathlib import Path

import pytest

from according.entities import gazetteer_sources
from according.entities.gazetteer import Gazetteer, build_gazetteer, open_gazetteer
from according.entities.gazetteer_sources import _json, distance_km, extent
from according.errors import PackError


def test_names_are_found_in_any_spelling_the_sources_list(gazetteer: Gazetteer) -> None:
    assert [c.id for c in gazetteer.lookup("Port Sud")] == ["gn:4"]
    assert [c.id for c in gazetteer.lookup("بورت سود")] == ["gn:4"]
    assert [c.country for c in gazetteer.lookup("midtown")] == ["BB", "AA", "AA"]
    assert gazetteer.lookup("Nowhere") == ()
    assert gazetteer.lookup("") == ()


def test_similar_names_stay_in_their_country(gazetteer: Gazetteer) -> None:
    assert [c.name for c, _ in gazetteer.similar("Northtown", "AA")] == ["Northton"]
    assert gazetteer.similar("Northtown", "BB") == ()
    assert gazetteer.similar("Ali", "BB") == ()


def test_members_lie_in_their_region(gazetteer: Gazetteer) -> None:
    assert sorted(gazetteer.members("admin1:AA-N")) == [(19.0, 12.0), (19.5, 11.0), (20.0, 10.0)]
    assert len(gazetteer.members("country:BB")) == 4


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    path.write_bytes(b"this is no database at all, just words" * 100)
    with pytest.raises(PackError, match="delete it and it is built anew"):
        open_gazetteer((), path)


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("disk full")

    monkeypatch.setattr(gazetteer_sources, "read_sources", broken)
    with pytest.raises(PackError, match="disk full"):
        build_gazetteer(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_package_without_its_data_says_so() -> None:
    with pytest.raises(PackError, match="install it again"):
        _json("according", "no-such-file.json")


def test_distances_and_extents() -> None:
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    assert extent([(1, 2), (3, -4), (2, 0)]) == (1, -4, 3, 2)


@pytest.mark.slow
def test_the_installed_packages_make_a_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "real.sqlite"
    real = open_gazetteer((), path)
    assert {c.country for c in real.lookup("Goundam")} == {"ML"}
    assert any(c.level == "admin1" and c.country == "MM" for c in real.lookup("Rakhine"))
    assert real.country("SD") is not None
    assert path.stat().st_size < 150_000_000
