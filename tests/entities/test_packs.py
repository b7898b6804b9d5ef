"""Packs: the shipped ones, what is wrong with bad ones, and big ones."""

from pathlib import Path

import pytest

from according.entities.packs import check_pack, load_packs, read_pack, shipped_packs
from according.errors import PackError

GOOD = """
pack: test
sources: {own: their own papers}
entities:
  - {name: Blue Front, kind: armed_group, also: [Front Bleu], abbr: [BF1], parent: Blue Council, source: own}
  - {name: Blue Council, kind: organization, source: own}
places:
  - {name: Old Fort, type: base, lat: 10.5, lon: -3.25, country: ML, source: own}
"""


def test_every_shipped_pack_is_clean() -> None:
    assert {"world", "iraq", "sudan", "myanmar", "sahel", "drc", "yemen"} <= set(shipped_packs())
    for pack in load_packs():
        assert [str(f) for f in check_pack(Path(pack.path))] == []
        for entity in pack.entities:
            assert entity.names[0].source, entity.id


def test_world_comes_last_and_none_means_none() -> None:
    assert [p.name for p in load_packs(("sudan",))] == ["sudan", "world"]
    assert load_packs(("none",)) == ()
    assert load_packs()[-1].name == "world"


def test_a_pack_becomes_entities_and_places() -> None:
    pack = read_pack(GOOD.encode(), "test.yaml")
    front, council, fort = pack.entities
    assert front.id == "test:blue-front"
    assert front.parent == council.id
    assert [(n.text, n.kind) for n in front.names] == [
        ("Blue Front", "name"),
        ("Front Bleu", "alias"),
        ("BF1", "abbreviation"),
    ]
    assert fort.kind == "place"
    (place,) = pack.places
    assert (place.id, place.lat, place.lon, place.precision, place.area) == (fort.id, 10.5, -3.25, 1, False)
    assert "their own papers" not in place.source
    assert "own" in place.source


def test_the_digest_follows_the_bytes() -> None:
    assert read_pack(GOOD.encode(), "a").digest != read_pack(GOOD.replace("10.5", "10.6").encode(), "a").digest


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("entities:\n  - {name: X, kind: gang}\n", 2, "kind 'gang' is unknown"),
        ("places:\n  - {name: X, type: town, lat: 91, lon: 0}\n", 2, "outside the earth"),
        ("places:\n  - {name: X, type: town, lat: 1, lon: -181}\n", 2, "outside the earth"),
        ("places:\n  - {name: X, type: town, lat: north, lon: 0}\n", 2, "should be a number"),
        ("places:\n  - {name: X, type: hamlet, lat: 1, lon: 1}\n", 2, "type 'hamlet' is unknown"),
        ("places:\n  - {name: X, type: town, lat: 1, lon: 1, precision: 9}\n", 2, "none of 1 to 7"),
        ("entities:\n  - {kind: person}\n", 2, "no `name:`"),
        ("entities:\n  - {name: X, kind: person}\n  - {name: X, kind: person}\n", 3, "named already at line 2"),
        ("entities:\n  - {name: X, kind: person, colour: red}\n", 2, "'colour'"),
        ("entities:\n  - {name: X, kind: person, also: [[a]]}\n", 2, "list of texts"),
        ("entities:\n  - {name: X, kind: person, parent: Y}\n", 2, "does not name"),
        (
            "entities:\n  - {name: A, kind: person, parent: B}\n  - {name: B, kind: person, parent: A}\n",
            2,
            "A → B → A is a circle of parents",
        ),
        ("entities:\n  - {name: A, kind: person, parent: A}\n", 2, "circle of parents"),
        ("entities: 5\n", 1, "needs a list"),
        ("entitys:\n  - {name: X}\n", 1, "'entitys'"),
        ("entities:\n  - {name: 'X\n", 2, "not valid YAML"),
        ("- a\n", 1, "holds no pack"),
        ("", 1, "holds no pack"),
        ("title: nothing\n", 1, "names nothing"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"bad\.yaml"):
        load_packs((str(path),))
    told = [str(f) for f in check_pack(path) if f.error]
    assert any(said in t for t in told), told
    assert any(t.startswith(f"{path}:{line}:") or said == "not valid YAML" for t in told), told


def test_warnings_do_not_stop_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "warn.yaml"
    path.write_text(
        "sources: {a: A}\nentities:\n  - {name: X, kind: person, also: [Z], source: b}\n"
        "  - {name: Y, kind: person, also: [Z]}\n"
    )
    told = [str(f) for f in check_pack(path)]
    assert len(told) == 3
    assert any("does not list" in t for t in told)
    assert any("no source" in t for t in told)
    assert any("names both" in t for t in told)
    assert len(load_packs((str(path),))[0].entities) == 2


def test_missing_files_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        load_packs((str(tmp_path / "none.yaml"),))
    with pytest.raises(PackError, match="There is no pack 'atlantis'"):
        load_packs(("atlantis",))
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: Café".encode("latin-1"))
    with pytest.raises(PackError, match="UTF-8"):
        load_packs((str(path),))
