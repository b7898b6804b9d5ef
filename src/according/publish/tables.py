"""CSV: the contract's rows flattened to one line each, safe to open in a spreadsheet.

A cell that begins with = + - @, a tab or a carriage return would be run as a formula by spreadsheets; it gets an
apostrophe in front (OWASP, "CSV Injection"). Numbers are left alone. Lists are joined with " | ", a
chain with arrows from the innermost speaker out to the outlet.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

__all__ = ["COLUMNS", "flatten", "safe_cell", "write_csv"]

_ARTICLE = ("article_id", "article_path", "article_title", "outlet", "published", "url")
COLUMNS: dict[str, tuple[str, ...]] = {
    "claims": (
        "id", "speaker", "speaker_kind", "speaker_role", "speaker_affiliation", "speaker_entity", "chain",
        "content", "content_start", "content_end", "cue", "status", "distance", "verification", "likelihood",
        "condition", "time_edtf", "time_text", "extractor", "review", "confidence", *_ARTICLE,
    ),
    "statements": (
        "id", "claim", "subject", "subject_id", "predicate", "object", "object_id", "item", "item_id",
        "quantity", "quantity_low", "quantity_high", "place", "place_id", "lat", "lon", "precision",
        "time_edtf", "time_text", "negated", "status", "mode", "evidence", *_ARTICLE,
    ),
    "entities": (
        "id", "name", "kind", "used", "names", "members", "parent", "country", "external", "mentions", "claims",
        "statements",
    ),
    "places": ("id", "name", "names", "lat", "lon", "precision", "radius_km", "area", "country", "source", "articles"),
    "articles": (
        "id", "path", "title", "outlet", "outlet_kind", "published", "url", "authors", "language", "retrieved",
        "sha256", "claims",
    ),
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(kind: str, records: Iterable[Mapping[str, Any]], out: TextIO) -> int:
    """Write a header and one line a record as it comes; returns how many."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS[kind])
    count = 0
    for record in records:
        row = flatten(kind, record)
        writer.writerow([safe_cell(row.get(column)) for column in COLUMNS[kind]])
        count += 1
    return count


def safe_cell(value: object) -> object:
    """The value as a spreadsheet may see it: text that would run as a formula gets an apostrophe in front."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value


def flatten(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """The record of the contract as one flat row with the columns of its kind."""
    if kind == "claims":
        return _claim(record)
    if kind == "statements":
        return _statement(record)
    return {key: _cell(value) for key, value in record.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return " | ".join(f"{key}: {item}" for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " | ".join(str(item["text"] if isinstance(item, Mapping) else item) for item in value)
    return value


def _article(record: Mapping[str, Any]) -> dict[str, Any]:
    head = record["article"]
    return {
        "article_id": head["id"],
        "article_path": head["path"],
        "article_title": head["title"],
        "outlet": head["outlet"],
        "published": head["published"],
        "url": head["url"],
    }


def _claim(record: Mapping[str, Any]) -> dict[str, Any]:
    speaker = record["chain"][0]
    content = record["content"]
    return {
        **{
            key: record[key]
            for key in ("id", "status", "distance", "verification", "likelihood", "extractor", "review", "confidence")
        },
        **_article(record),
        "speaker": speaker["name"],
        "speaker_kind": speaker["kind"],
        "speaker_role": speaker["role"],
        "speaker_affiliation": speaker["affiliation"],
        "speaker_entity": speaker["entity"],
        "chain": " → ".join(link["name"] for link in record["chain"]),
        "content": " … ".join(piece["text"] for piece in content),
        "content_start": content[0]["start"],
        "content_end": content[-1]["end"],
        "cue": (record["cue"] or {}).get("text"),
        "condition": (record["condition"] or {}).get("text"),
        **_time(record),
    }


def _statement(record: Mapping[str, Any]) -> dict[str, Any]:
    place = record["place"] or {}
    quantity = record["quantity"] or {}
    return {
        **{key: record[key] for key in ("id", "claim", "predicate", "negated", "status", "mode")},
        **_article(record),
        **_end("subject", record),
        **_end("object", record),
        **_end("item", record),
        "quantity": quantity.get("text"),
        "quantity_low": quantity.get("low"),
        "quantity_high": quantity.get("high"),
        "place": place.get("name"),
        "place_id": place.get("id"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "precision": place.get("precision"),
        "evidence": " … ".join(piece["text"] for piece in record["evidence"]),
        **_time(record),
    }


def _end(name: str, record: Mapping[str, Any]) -> dict[str, Any]:
    end = record[name] or {}
    return {name: end.get("name", end.get("text")), f"{name}_id": end.get("id")}


def _time(record: Mapping[str, Any]) -> dict[str, Any]:
    time = record["time"] or {}
    return {"time_edtf": time.get("edtf"), "time_text": time.get("text")}
