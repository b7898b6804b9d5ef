"""One entry of a pack: the keys it may have, what is wrong with it and where, and the record it becomes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from according.records import Entity, Name, Place
from according.vocabularies import ENTITY_KINDS, EntityKind

__all__ = ["PLACE_TYPES", "Entry", "Fault", "entity_of", "place_of", "read_entries", "slug"]

PLACE_TYPES: Mapping[str, tuple[int, float, bool]] = {
    # type: UCDP where_prec, radius in km where the entry gives none, drawn as an area
    "site": (1, 2, False),
    "base": (1, 3, False),
    "camp": (1, 2, False),
    "airport": (1, 3, False),
    "port": (1, 4, False),
    "crossing": (1, 3, False),
    "dam": (1, 3, False),
    "mine": (1, 5, False),
    "village": (1, 3, False),
    "town": (1, 5, False),
    "city": (1, 12, False),
    "quarter": (1, 3, False),
    "island": (2, 15, True),
    "road": (5, 50, True),
    "district": (3, 30, True),
    "governorate": (4, 100, True),
    "province": (4, 100, True),
    "state": (4, 150, True),
    "region": (5, 150, True),
    "desert": (5, 100, True),
    "mountain": (5, 20, True),
    "plain": (5, 30, True),
    "valley": (5, 30, True),
    "forest": (5, 30, True),
    "lake": (5, 50, True),
    "river": (5, 200, True),
    "country": (6, 400, True),
    "continent": (6, 2000, True),
    "strait": (7, 60, True),
    "sea": (7, 600, True),
}
SECTIONS = ("entities", "places", "states")
_HEAD = {"pack", "title", "version", "sources", "about", "countries", *SECTIONS}
_COMMON = {"name", "id", "also", "abbr", "weak", "parent", "country", "source", "note", "external"}
_KEYS = {
    "entities": _COMMON | {"kind"},
    "places": _COMMON | {"type", "lat", "lon", "precision", "radius_km", "area", "admin1"},
    "states": _COMMON | {"iso", "capital", "adjective", "people", "lat", "lon", "ambiguous"},
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?$")
_LISTS = {"also", "abbr", "weak", "capital", "adjective", "people", "source"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a pack; `error` means it cannot be loaded so."""

    path: str
    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of `entities`, `places` or `states` with the line it starts at."""

    section: str
    line: int
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name to show; unique in its pack."""
        return str(self.values.get("name") or "")

    def text(self, key: str) -> str:
        """A text value, or nothing."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def texts(self, key: str) -> list[str]:
        """A list of texts; a single one may be written without brackets."""
        value = self.values.get(key)
        if value is None:
            return []
        return [str(v) for v in value] if isinstance(value, list) else [str(value)]

    def number(self, key: str) -> float:
        """A number; ValueError when it is none."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{key} should be a number, not {value!r}")
        return float(value)

    def names(self) -> Iterable[Name]:
        """All names with language and kind, the one to show first; each with the entry's sources."""
        source = "; ".join(self.texts("source")) or None
        yield Name(self.name, "en", "name", source)
        groups: tuple[tuple[str, Literal["alias", "abbreviation", "weak"]], ...] = (
            ("also", "alias"),
            ("abbr", "abbreviation"),
            ("weak", "weak"),
        )
        for key, kind in groups:
            for text in self.texts(key):
                yield Name(text, "en", kind, source)
        for key in self.values:
            if _LANGUAGE.match(key) and key not in _KEYS[self.section]:
                for text in self.texts(key):
                    yield Name(text, key, "alias", source)


def slug(name: str) -> str:
    """The part of an id made from a name: "Jurf al-Sakhar" → "jurf-al-sakhar"."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘`]", "", anyascii(name).lower())).strip("-")


def entity_of(entry: Entry, identity: str, ids: Mapping[str, str], pack: str) -> Entity:
    """The entity of an entry; a parent is another entry's name, its short id, or a full id of another pack."""
    kind = {"places": "place", "states": "government"}.get(entry.section) or entry.text("kind")
    parent = entry.text("parent") or None
    if parent is not None:
        parent = ids.get(parent) or (parent if ":" in parent else f"{pack}:{parent}")
    external = entry.values.get("external")
    return Entity(
        id=identity,
        kind=cast(EntityKind, kind),
        names=tuple(dict.fromkeys(entry.names())),
        parent=parent,
        country=entry.text("country") or entry.text("iso") or None,
        external=tuple((str(k), str(v)) for k, v in external.items()) if isinstance(external, dict) else (),
        note=entry.text("note") or None,
    )


def place_of(entry: Entry, identity: str, pack: str) -> Place:
    """The place of an entry of `places`; precision, radius and area default by its type."""
    precision, radius, area = PLACE_TYPES[entry.text("type")]
    return Place(
        id=identity,
        name=entry.name,
        lat=entry.number("lat"),
        lon=entry.number("lon"),
        precision=int(entry.values.get("precision", precision)),
        radius_km=float(entry.values.get("radius_km", radius)),
        area=bool(entry.values.get("area", area)),
        country=entry.text("country") or None,
        admin1=entry.text("admin1") or None,
        names=tuple(n.text for n in entry.names() if n.kind != "weak"),
        source=f"pack {pack}: {'; '.join(entry.texts('source')) or 'no source given'}",
        why=f"named in pack {pack}",
    )


def read_entries(data: bytes, path: str) -> tuple[dict[str, Any], list[Entry], list[Fault]]:
    """Head, entries and faults of a pack's bytes; a file that is no YAML mapping gives one fault and nothing else."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(data.decode("utf-8"), Loader=loader)
    except UnicodeDecodeError as error:
        return {}, [], [Fault(path, 1, f"is not UTF-8 text (byte {error.start}); save it as UTF-8.")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return {}, [], [Fault(path, line, f"is not valid YAML: {getattr(error, 'problem', None) or error}.")]
    if not isinstance(root, yaml.MappingNode):
        return {}, [], [Fault(path, 1, "holds no pack; it needs `entities:` or `places:` with a list below.")]
    maker = loader("")
    head: dict[str, Any] = {}
    entries: list[Entry] = []
    faults: list[Fault] = []
    try:
        for key_node, node in root.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key not in _HEAD:
                faults.append(Fault(path, line, f"{key!r} is no part of a pack; known: {', '.join(sorted(_HEAD))}."))
            elif key in SECTIONS:
                if not isinstance(node, yaml.SequenceNode):
                    faults.append(Fault(path, line, f"`{key}:` needs a list."))
                    continue
                for item in node.value:
                    value = maker.construct_document(item) if isinstance(item, yaml.MappingNode) else None
                    entries.append(Entry(key, item.start_mark.line + 1, value if isinstance(value, dict) else {}))
            else:
                head[key] = maker.construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        faults.append(Fault(path, mark.line + 1 if mark else 1, f"is not valid YAML: {error}."))
    finally:
        maker.dispose()
    faults += _check(path, head, entries)
    return head, entries, faults


def _check(path: str, head: Mapping[str, Any], entries: list[Entry]) -> Iterable[Fault]:
    if not entries:
        yield Fault(path, 1, "names nothing; add entries below `entities:` or `places:`.")
    known_sources = head.get("sources") if isinstance(head.get("sources"), dict) else {}
    first: dict[str, Entry] = {}
    ids: dict[str, Entry] = {}
    for entry in entries:
        yield from (Fault(path, entry.line, message) for message in _entry_errors(entry))
        if not entry.name:
            continue
        other = first.setdefault(entry.name, entry)
        if other is not entry:
            yield Fault(path, entry.line, f"{entry.name!r} is named already at line {other.line}; merge the two.")
        own = entry.text("id") or slug(entry.name)
        other = ids.setdefault(own, entry)
        if other is not entry and other.name != entry.name:
            yield Fault(
                path, entry.line, f"{entry.name!r} and {other.name!r} (line {other.line}) share the id {own!r}."
            )
        for source in entry.texts("source"):
            if known_sources and source not in known_sources:
                yield Fault(
                    path, entry.line, f"{entry.name!r} cites {source!r}, which `sources:` does not list.", False
                )
        if not entry.texts("source"):
            yield Fault(path, entry.line, f"{entry.name!r} has no source.", False)
    yield from _parent_faults(path, entries, first, ids)


def _entry_errors(entry: Entry) -> Iterable[str]:
    name = entry.name
    if not name:
        yield "an entry has no `name:`."
        return
    for key, value in entry.values.items():
        if key not in _KEYS[entry.section] and not _LANGUAGE.match(str(key)):
            yield f"{name!r} has a key {key!r} that means nothing; known: {', '.join(sorted(_KEYS[entry.section]))}."
        elif isinstance(value, list) and any(not isinstance(v, str | int) for v in value):
            yield f"{name!r}: `{key}` should be a list of texts (put quotes round yes, no and dates)."
        elif isinstance(value, list) and key not in _LISTS and not _LANGUAGE.match(str(key)):
            yield f"{name!r}: `{key}` takes one value, not a list."
        elif key in _LISTS and any(not str(v).strip() for v in entry.texts(key)):
            yield f"{name!r}: `{key}` holds an empty name."
    if entry.section == "entities" and entry.text("kind") not in ENTITY_KINDS:
        yield f"{name!r}: kind {entry.text('kind')!r} is unknown; use one of {', '.join(ENTITY_KINDS)}."
    if entry.section == "places" and entry.text("type") not in PLACE_TYPES:
        yield f"{name!r}: type {entry.text('type')!r} is unknown; use one of {', '.join(PLACE_TYPES)}."
    if entry.section in ("places", "states"):
        for key, bound in (("lat", 90), ("lon", 180)):
            try:
                if not -bound <= entry.number(key) <= bound:
                    yield f"{name!r} would lie outside the earth: {key} {entry.number(key)} is beyond ±{bound}."
            except ValueError as error:
                yield f"{name!r}: {error}."
    if entry.section == "places" and entry.values.get("precision") not in (None, 1, 2, 3, 4, 5, 6, 7):
        yield f"{name!r}: precision {entry.values['precision']!r} is none of 1 to 7 (UCDP where_prec)."
    radius = entry.values.get("radius_km")
    if radius is not None and (not isinstance(radius, int | float) or radius <= 0):
        yield f"{name!r}: radius_km should be a positive number, not {radius!r}."


def _parent_faults(
    path: str, entries: list[Entry], by_name: Mapping[str, Entry], by_id: Mapping[str, Entry]
) -> Iterable[Fault]:
    def parent_of(entry: Entry) -> Entry | None:
        wanted = entry.text("parent")
        return by_name.get(wanted) or by_id.get(wanted)

    for entry in entries:
        wanted = entry.text("parent")
        if not wanted:
            continue
        if parent_of(entry) is None:
            if ":" not in wanted:
                yield Fault(
                    path, entry.line, f"{entry.name!r} has the parent {wanted!r}, which this pack does not name."
                )
            continue
        trail = [entry.name]
        above = parent_of(entry)
        while above is not None and above.name not in trail:
            trail.append(above.name)
            above = parent_of(above)
        if above is not None and above.name == entry.name:
            yield Fault(path, entry.line, f"{' → '.join([*trail, entry.name])} is a circle of parents; remove one.")
