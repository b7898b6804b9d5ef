"""Packs made of other people's lists; nothing is lost silently."""

import json
from pathlib import Path

import pytest

from according.entities.pack_import import import_pack
from according.entities.packs import read_pack
from according.errors import PackError


def imported(tmp_path: Path, name: str, text: str, form: str, **options: int):  # type: ignore[no-untyped-def]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made, count, faults = import_pack(path, form, name="made", source="their list", **options)
    return read_pack(made.encode(), "made.yaml"), count, [str(f) for f in faults]


def test_csv(tmp_path: Path) -> None:
    pack, count, faults = imported(
        tmp_path,
        "list.csv",
        "name,kind,also,ar,parent,lat,lon,country\n"
        "Blue Front,armed_group,Front Bleu; BF,الجبهة,Blue Council,,,ML\n"
        "Blue Council,organization,,,,,,ML\n"
        "Old Fort,base,,,,10.5,-3.2,ML\n"
        "Nowhere,town,,,,95,0,ML\n"
        "Odd,gang,,,,,,ML\n",
        "csv",
    )
    assert count == 3
    assert [e.name for e in pack.entities] == ["Blue Front", "Blue Council", "Old Fort"]
    assert {n.text for n in pack.entities[0].names} == {"Blue Front", "Front Bleu", "BF", "الجبهة"}
    assert pack.entities[0].parent == pack.entities[1].id
    assert pack.places[0].lat == 10.5
    assert any(":5:" in f and "outside the earth" in f for f in faults)
    assert any(":6:" in f and "gang" in f for f in faults)


def test_csv_without_its_columns_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="columns `name` and `kind`"):
        imported(tmp_path, "list.csv", "a,b\n1,2\n", "csv")


def test_followthemoney(tmp_path: Path) -> None:
    rows = [
        {
            "id": "a",
            "schema": "Person",
            "properties": {"name": ["Jane Roe"], "alias": ["J. Roe", "جين"], "nationality": ["iq"]},
        },
        {
            "id": "b",
            "schema": "Organization",
            "properties": {"name": ["Red Brigade"], "topics": ["crime.terror"], "weakAlias": ["RB"]},
        },
        {
            "id": "c",
            "schema": "Company",
            "caption": "Acme",
            "properties": {"jurisdiction": ["ir"], "sourceUrl": ["https://x.example"]},
        },
        {"id": "d", "schema": "Ownership", "properties": {"owner": ["a"]}},
    ]
    text = "\n".join(json.dumps(r) for r in rows) + "\n{broken\n"
    pack, count, faults = imported(tmp_path, "e.ftm.json", text, "ftm")
    assert count == 3
    assert [(e.name, e.kind, e.country) for e in pack.entities] == [
        ("Jane Roe", "person", "IQ"),
        ("Red Brigade", "armed_group", None),
        ("Acme", "company", "IR"),
    ]
    assert pack.entities[0].external == (("ftm", "a"),)
    assert any(":5:" in f and "no FollowTheMoney entity" in f for f in faults)
    assert any("1 entities of other kinds" in f for f in faults)


def geonames(number: int, name: str, code: str, people: int, lat: str = "10.0", also: str = "") -> str:
    return "\t".join(
        [
            str(number),
            name,
            name,
            also,
            lat,
            "20.0",
            code[0],
            code,
            "XX",
            "",
            "01",
            "",
            "",
            "",
            str(people),
            "",
            "",
            "UTC",
            "2020-01-01",
        ]
    )


def test_geonames_dump(tmp_path: Path) -> None:
    lines = [
        geonames(1, "Alpha", "PPL", 200_000, also="Alfa,ألفا"),
        geonames(2, "Beta", "PPL", 900),
        geonames(3, "Alpha", "PPL", 6000),
        geonames(4, "Gamma", "PPL", 7000, lat="x"),
        "1\t2",
    ]
    pack, count, faults = imported(tmp_path, "XX.txt", "\n".join(lines), "geonames", min_population=1000)
    assert count == 2
    assert [p.name for p in pack.places] == ["Alpha", "Alpha (3)"]
    assert "ألفا" in pack.places[0].names
    assert sum("left out" in f for f in faults) == 2


def test_nothing_usable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="gave nothing"):
        imported(tmp_path, "e.json", "{}\n", "ftm")
    with pytest.raises(PackError, match="no format"):
        imported(tmp_path, "e.json", "{}\n", "xml")
