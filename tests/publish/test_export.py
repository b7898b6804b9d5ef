import csv
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from according.knowledge.reader import Reader
from according.publish.export import KINDS, Format, Kind, records, write, write_jsonl
from according.publish.rounding import Rounding
from according.publish.tables import COLUMNS, safe_cell
from tests.publish.store_factory import DAILY


def export(store: Path, kind: Kind, format: Format = "jsonl") -> str:
    out = io.StringIO()
    with Reader(f"sqlite:///{store}") as reader:
        write(kind, format, records(reader, kind), out)
    return out.getvalue()


def rows(store: Path, kind: Kind) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(store, kind).splitlines()]


def test_claims_have_the_contract_and_point_into_the_text(small_store: Path) -> None:
    claims = rows(small_store, "claims")
    holds = claims[0]
    assert list(holds) == [
        "id", "article", "content", "cue", "chain", "status", "distance", "verification", "likelihood", "condition",
        "time", "extractor", "review", "confidence",
    ]  # fmt: skip
    assert holds["article"] == {
        "id": holds["article"]["id"],
        "path": "news/north.txt",
        "title": "Northern force digs in",
        "outlet": "The Daily",
        "published": "2025-03-04",
        "url": "https://daily.example/north",
    }
    for claim in claims[:5]:
        for piece in (*claim["content"], claim["cue"], *(link for link in claim["chain"] if link["start"] is not None)):
            assert DAILY[piece["start"] : piece["end"]] == piece["text"]
    assert (holds["chain"][0]["name"], holds["chain"][-1]["name"]) == ("Mira Halloum", "The Daily")
    assert holds["chain"][0]["entity"]
    assert (holds["status"], holds["verification"], holds["review"]) == ("asserted", "unverified", None)
    assert claims[1]["condition"]["text"] == "if foreign troops land"
    assert claims[2]["chain"][0]["entity"] is None
    assert claims[2]["time"] == {"edtf": "2020/..", "text": "since 2020"}


def test_statements_name_their_ends_and_places(small_store: Path) -> None:
    statements = rows(small_store, "statements")
    holds, strike, shipped, denied, depot = statements[:5]
    assert holds["subject"]["name"] == "Northern Force"
    assert holds["place"] == {"id": "x:tel", "name": "Tel Zawan", "lat": 33.4, "lon": 44.3, "precision": 1}
    assert strike["object"] == {"text": "the port"}
    assert strike["status"] == "threatened"
    assert shipped["quantity"] == {"text": "about 40", "low": 36, "high": 44, "unit": "rockets"}
    assert shipped["item"]["name"] == "rockets"
    assert denied["negated"] is True
    assert depot["claim"] is None
    assert depot["evidence"][0]["text"] == "Tel Zawan serves as a depot for rockets"


def test_places_articles_and_entities_are_whole(small_store: Path) -> None:
    places = {row["name"]: row for row in rows(small_store, "places")}
    assert places["Tel Zawan"]["articles"] == ["news/north.txt"]
    assert places["Eastern Plain"]["area"] is True
    assert places["Tel Zawan"]["source"] == "Test places (CC BY 4.0)"
    assert [row["path"] for row in rows(small_store, "articles")] == ["news/north.txt", "news/<i>.txt"]
    assert "Northern Force" in {row["name"] for row in rows(small_store, "entities")}


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_the_same_rows_under_fixed_columns(small_store: Path, kind: Kind) -> None:
    table = list(csv.reader(io.StringIO(export(small_store, kind, "csv"))))
    assert tuple(table[0]) == COLUMNS[kind]
    assert len(table) - 1 == len(rows(small_store, kind))
    assert all(len(line) == len(table[0]) for line in table)


@pytest.mark.parametrize("kind", KINDS)
def test_no_csv_cell_can_run_as_a_formula(small_store: Path, kind: Kind) -> None:
    table = list(csv.reader(io.StringIO(export(small_store, kind, "csv"))))
    assert [cell for line in table for cell in line if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


def test_the_apostrophe_is_only_where_it_is_needed() -> None:
    assert [safe_cell(value) for value in ("=1", "+1", "-1", "@x", "a=1", -1.5, None, True)] == [
        "'=1", "'+1", "'-1", "'@x", "a=1", -1.5, "", True,
    ]  # fmt: skip


def test_words_that_are_no_unicode_still_give_valid_json_lines() -> None:
    out = io.TextIOWrapper(raw := io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    write_jsonl([{"text": "a\udc80b\nc"}], out)
    out.flush()
    assert json.loads(raw.getvalue().decode("utf-8")) == {"text": "a\udc80b\nc"}


def test_coordinates_can_be_made_coarse(small_store: Path) -> None:
    with Reader(f"sqlite:///{small_store}") as reader:
        place = next(row for row in records(reader, "places", rounding=Rounding(0.5)) if row["name"] == "Tel Zawan")
        statement = next(iter(records(reader, "statements", rounding=Rounding(0.5))))
    assert (place["lat"], place["lon"]) == (33.5, 44.5)
    assert (statement["place"]["lat"], statement["place"]["lon"]) == (33.5, 44.5)
    assert place["radius_km"] > 3 + 0.5 * 111 / 2


def test_an_export_does_not_grow_with_the_store() -> None:
    class Nowhere(io.TextIOBase):
        def write(self, text: str) -> int:
            return len(text)

    def many(count: int) -> int:
        tracemalloc.start()
        write_jsonl(({"text": "x" * 1000, "number": number} for number in range(count)), Nowhere())  # type: ignore[arg-type]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    many(10)  # first use fills caches
    assert many(20_000) < 2 * many(200) + 100_000
