"""Making a pack of lists others keep: CSV, FollowTheMoney entities (JSON lines), a GeoNames country dump.

Each reader yields entries and, for what it cannot use, faults with the line; the rest is kept.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from according.entities.pack_entries import PLACE_TYPES, Fault, read_entries, slug
from according.errors import PackError
from according.vocabularies import ENTITY_KINDS

__all__ = ["FORMATS", "import_pack", "write_pack"]

Item = tuple[str, dict[str, Any]]
"""A section of a pack and one entry for it."""

_FTM_KINDS = {
    "Person": "person", "PublicBody": "government", "Company": "company", "Organization": "organization",
    "LegalEntity": "organization", "Address": "", "Vessel": "", "Airplane": "", "Vehicle": "",
}  # fmt: skip
_FTM_TOPICS = {"crime.terror": "armed_group", "mil": "armed_group", "gov": "government"}
_GEONAMES_TYPES = {
    "PPLC": "city", "PPLA": "city", "PPLX": "quarter", "ADM1": "province", "ADM2": "district", "ADM3": "district",
    "ADM4": "district", "AIRP": "airport", "AIRB": "base", "MILB": "base", "INSM": "base", "CMP": "camp",
    "CMPRF": "camp", "PRT": "port", "DAM": "dam", "MN": "mine", "DSRT": "desert", "MT": "mountain", "MTS": "mountain",
    "PLN": "plain", "VAL": "valley", "FRST": "forest", "LK": "lake", "STM": "river", "WAD": "valley", "ISL": "island",
    "STRT": "strait", "SEA": "sea", "RGN": "region", "BDG": "crossing", "PASS": "crossing",
}  # fmt: skip
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("am", re.compile(r"[\u1200-\u137f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)


def import_pack(
    path: Path, form: str, *, name: str, source: str, min_population: int = 0
) -> tuple[str, int, list[Fault]]:
    """The text of a pack made of a file, how many entries it has, and the lines that could not be used.

    `source` is the citation every entry carries that names none of its own. PackError when nothing could be read.
    """
    if form not in FORMATS:
        raise PackError(f"{form!r} is no format to import; use one of {', '.join(FORMATS)}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    except OSError as error:
        raise PackError(f"{path} cannot be read: {error.strerror or error}.") from error
    faults: list[Fault] = []
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for line, item in FORMATS[form](text, str(path), faults):
        section, entry = item
        if form == "geonames" and entry.pop("_population", 0) < min_population:
            continue
        entry = {k: v for k, v in entry.items() if v not in (None, "", [])}
        entry.setdefault("source", "list")
        _, _, wrong = read_entries(_dump(section, entry), str(path))
        if errors := [w for w in wrong if w.error and "has the parent" not in w.message]:
            faults.append(Fault(str(path), line, f"{errors[0].message} It is left out."))
            continue
        old = found.get((section, entry["name"]))
        if old is None:
            found[section, entry["name"]] = entry
        else:  # two rows of one name: the first keeps its facts and gains the other's names
            faults.append(Fault(str(path), line, f"{entry['name']!r} came before; its other names are added.", False))
            merged = [*old.get("also", []), *entry.get("also", [])]
            old["also"] = list(dict.fromkeys(merged))
    if not found:
        raise PackError(f"{path} gave nothing that a pack can hold{f': {faults[0]}' if faults else ''}.")
    names = {n for _, n in found}
    for (_, own), entry in found.items():
        if entry.get("parent") and entry["parent"] not in names:
            faults.append(
                Fault(str(path), 0, f"{own!r}: the parent {entry['parent']!r} is not in the list; left out.", False)
            )
            del entry["parent"]
    return write_pack(name, f"Imported from {path.name}", {"list": source}, found), len(found), faults


def write_pack(
    name: str, title: str, sources: Mapping[str, str], entries: Mapping[tuple[str, str], Mapping[str, Any]]
) -> str:
    """A pack as YAML text, one entry a line, entities before places, in the order given."""
    import yaml

    def line(value: Mapping[str, Any]) -> str:
        return yaml.safe_dump(
            dict(value), default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**9
        ).strip()

    head = yaml.safe_dump(
        {"pack": name, "title": title, "version": 1, "sources": dict(sources)}, allow_unicode=True, sort_keys=False
    )
    parts = [head]
    for section in ("entities", "places"):
        rows = [line(entry) for (where, _), entry in entries.items() if where == section]
        if rows:
            parts.append(f"\n{section}:\n" + "".join(f"  - {row}\n" for row in rows))
    return "".join(parts)


def _dump(section: str, entry: Mapping[str, Any]) -> bytes:
    return json.dumps({section: [entry]}, ensure_ascii=False).encode()


def _csv(text: str, path: str, faults: list[Fault]) -> Iterator[tuple[int, Item]]:
    """Columns: name, kind or type; optional: also, abbr, weak, parent, country, lat, lon, radius_km, precision, source,
    note and language codes. Several names in a cell are parted by semicolons.
    """
    sample = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=sample.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = [c.strip().lower() for c in rows.fieldnames or []]
    if "name" not in columns or not {"kind", "type"} & set(columns):
        raise PackError(f"{path} needs a first line with the columns `name` and `kind` (or `type` for places).")
    for row in rows:
        line = rows.line_num
        entry: dict[str, Any] = {}
        for key, value in row.items():
            column = (key or "").strip().lower()
            if not column or value is None or isinstance(value, list) or not value.strip():
                continue
            cell = value.strip()
            if column in ("lat", "lon", "radius_km", "precision"):
                try:
                    entry[column] = int(cell) if column == "precision" else float(cell)
                except ValueError:
                    entry[column] = cell
            elif column in ("also", "abbr", "weak") or re.fullmatch(r"[a-z]{2}", column):
                entry[column] = [part.strip() for part in cell.split(";") if part.strip()]
            else:
                entry[column] = cell
        kind = str(entry.get("kind") or entry.get("type") or "").lower()
        if kind in PLACE_TYPES or "lat" in entry:
            entry.pop("kind", None)
            yield line, ("places", {**entry, "type": kind if kind in PLACE_TYPES else "site"})
        else:
            entry.pop("type", None)
            yield line, ("entities", {**entry, "kind": kind})


def _ftm(text: str, path: str, faults: list[Fault]) -> Iterator[tuple[int, Item]]:
    skipped = 0
    for line, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
            schema, properties = str(row["schema"]), dict(row.get("properties") or {})
        except (ValueError, KeyError, TypeError) as error:
            faults.append(Fault(path, line, f"is no FollowTheMoney entity ({error}); left out."))
            continue
        kind = _FTM_KINDS.get(schema)
        names = (
            [str(n) for n in properties.get("name", [])] or [str(row["caption"])]
            if row.get("caption")
            else [str(n) for n in properties.get("name", [])]
        )
        if not kind or not names:
            skipped += 1
            continue
        for topic in properties.get("topics", []):
            if kind != "person":
                kind = _FTM_TOPICS.get(str(topic), kind)
        also = [str(n) for key in ("alias", "previousName") for n in properties.get(key, [])]
        entry: dict[str, Any] = {"name": names[0], "kind": kind, **_by_script([*names[1:], *also])}
        entry["weak"] = [str(n) for n in properties.get("weakAlias", [])]
        countries = properties.get("country") or properties.get("jurisdiction") or properties.get("nationality") or []
        entry["country"] = str(countries[0]).upper() if countries else None
        entry["source"] = "; ".join(str(s) for s in properties.get("sourceUrl", [])[:2]) or None
        if row.get("id"):
            entry["external"] = {"ftm": str(row["id"])}
        yield line, ("entities", entry)
    if skipped:
        faults.append(Fault(path, 0, f"{skipped} entities of other kinds or without a name are left out.", False))


def _geonames(text: str, path: str, faults: list[Fault]) -> Iterator[tuple[int, Item]]:
    seen: dict[str, int] = {}
    for line, raw in enumerate(text.splitlines(), 1):
        cells = raw.split("\t")
        if not raw.strip():
            continue
        if len(cells) < 15:
            faults.append(Fault(path, line, f"has {len(cells)} columns where a GeoNames dump has 19; left out."))
            continue
        feature, code = cells[6], cells[7]
        kind = _GEONAMES_TYPES.get(code) or ("town" if feature == "P" else "site" if feature == "S" else "")
        if not kind:
            continue
        try:
            lat, lon, people = float(cells[4]), float(cells[5]), int(cells[14] or 0)
        except ValueError:
            faults.append(Fault(path, line, f"{cells[1]!r} has no usable coordinates; left out."))
            continue
        if kind == "town":
            kind = "city" if people >= 100_000 else "town" if people >= 5_000 else "village"
        name = cells[1].strip()
        seen[name] = seen.get(name, 0) + 1
        also = [a.strip() for a in cells[3].split(",") if a.strip() and a.strip() != name]
        if cells[2].strip() and cells[2].strip() != name:
            also.insert(0, cells[2].strip())
        own = slug(name) or f"gn-{cells[0]}"
        yield (
            line,
            (
                "places",
                {
                    "name": name if seen[name] == 1 else f"{name} ({cells[0]})",
                    "id": own if seen[name] == 1 else f"{own}-{cells[0]}",
                    "type": kind,
                    "lat": round(lat, 4),
                    "lon": round(lon, 4),
                    "country": cells[8].strip(),
                    **_by_script(dict.fromkeys(also)),
                    "source": "list",
                    "_population": people,
                },
            ),
        )


def _by_script(names: Iterable[str]) -> dict[str, list[str]]:
    """Names under `also`, or under the language their script is most used for."""
    found: dict[str, list[str]] = {}
    for name in names:
        key = next((language for language, letters in _SCRIPTS if letters.search(name)), "also")
        found.setdefault(key, []).append(name)
    return found


FORMATS: Mapping[str, Callable[[str, str, list[Fault]], Iterator[tuple[int, Item]]]] = {
    "csv": _csv,
    "ftm": _ftm,
    "geonames": _geonames,
}
assert set(_FTM_KINDS.values()) - {""} <= set(ENTITY_KINDS)
