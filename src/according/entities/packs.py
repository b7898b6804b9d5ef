"""Packs: readable YAML files of known actors, places, weapons and companies of one conflict.

A pack names things and puts places on the earth; who backs or fights whom is for claims to say. The format is shown
by the shipped packs beside this module; `read_pack` reads one file, `load_packs` what the settings name.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from according.entities.names import fold
from according.entities.pack_entries import PLACE_TYPES, Entry, Fault, entity_of, place_of, read_entries, slug
from according.errors import PackError
from according.records import Entity, Place

__all__ = ["PLACE_TYPES", "Fault", "Pack", "State", "check_pack", "load_packs", "read_pack", "shipped_packs", "slug"]

_FOLDER = Path(__file__).with_name("packs")
ALWAYS = "world"
"""The pack of states, world regions, organisations and outlets that every selection but `none` ends with."""


@dataclass(frozen=True, slots=True)
class State:
    """A state: its government (an entity), the words for it, and the territory's centre.

    `capitals` are spellings of the capital that may stand for the government ("Washington said"); context decides.
    `ambiguous` marks names that are as often something else (Jordan, Chad, Georgia).
    """

    entity: str
    iso: str
    name: str
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    lat: float
    lon: float
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as read. Every place has an entity of the same id and kind `place`. `digest` is of the file's bytes."""

    name: str
    title: str
    digest: str
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    states: tuple[State, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    place_types: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    path: str = ""


def shipped_packs() -> tuple[str, ...]:
    """Names of the packs that come with the package, sorted."""
    return tuple(sorted(p.stem for p in _FOLDER.glob("*.yaml")))


def load_packs(names: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The packs these settings name, in order of precedence, `world` last.

    Each is a shipped pack's name or the path of a YAML file; none named means every shipped pack, `none` no pack at
    all. PackError says which file and line cannot be used, or which names exist.
    """
    if list(names) == ["none"]:
        return ()
    chosen = list(names) or list(shipped_packs())
    chosen = [n for n in dict.fromkeys(chosen) if n != ALWAYS] + [ALWAYS]
    packs = tuple(_load(str(_locate(name))) for name in chosen)
    if len({p.name for p in packs}) < len(packs):
        twice = sorted(p.name for p in packs)
        raise PackError(f"Two packs have one name among {', '.join(twice)}; rename one by its `pack:` line.")
    return packs


def _locate(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() in (".yaml", ".yml"):
        return path
    shipped = _FOLDER / f"{name}.yaml"
    if "/" in name or not shipped.exists():
        raise PackError(
            f"There is no pack {name!r}; give the path of a .yaml file or one of {', '.join(shipped_packs())}."
        )
    return shipped


def _load(path: str) -> Pack:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise PackError(f"The pack {path} cannot be read: {error.strerror or error}.") from error
    return _parse(path, data)


@lru_cache(maxsize=16)
def _parse(path: str, data: bytes) -> Pack:
    return read_pack(data, path)


def read_pack(data: bytes, path: str) -> Pack:
    """The pack in these bytes; `path` is for messages. PackError lists what is wrong, each with file and line."""
    head, entries, faults = read_entries(data, path)
    errors = [f for f in faults if f.error]
    if errors:
        more = f" (and {len(errors) - 1} more; `according packs check {path}` lists them)" if len(errors) > 1 else ""
        raise PackError(f"{errors[0]}{more}")
    name = str(head.get("pack") or slug(Path(path).stem))
    ids = _ids(name, entries)
    states = tuple(_state(e, ids[e.name]) for e in entries if e.section == "states")
    entities = tuple(entity_of(e, ids[e.name], ids, name) for e in entries)
    located = [e for e in entries if e.section == "places"]
    sources = head.get("sources")
    countries = head.get("countries")
    return Pack(
        name=name,
        title=str(head.get("title") or name),
        digest=hashlib.blake2b(data, digest_size=4).hexdigest(),
        entities=entities,
        places=tuple(place_of(e, ids[e.name], name) for e in located),
        states=states,
        sources={str(k): str(v) for k, v in sources.items()} if isinstance(sources, dict) else {},
        place_types={ids[e.name]: e.text("type") for e in located},
        countries=tuple(map(str, countries)) if isinstance(countries, list) else (),
        path=path,
    )


def _ids(pack: str, entries: Sequence[Entry]) -> dict[str, str]:
    return {e.name: f"{pack}:{e.text('id') or slug(e.name)}" for e in entries}


def _state(entry: Entry, entity: str) -> State:
    return State(
        entity=entity,
        iso=entry.text("iso"),
        name=entry.name,
        capitals=tuple(entry.texts("capital")),
        adjectives=tuple(entry.texts("adjective")),
        people=tuple(entry.texts("people")),
        lat=entry.number("lat"),
        lon=entry.number("lon"),
        ambiguous=bool(entry.values.get("ambiguous")),
    )


def check_pack(path: Path) -> list[Fault]:
    """Everything wrong or doubtful in a pack, in line order: errors, and warnings that do not stop it from loading.

    PackError when the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PackError(f"The pack {path} cannot be read: {error.strerror or error}.") from error
    _, entries, faults = read_entries(data, str(path))
    owners: dict[str, tuple[Entry, str]] = {}
    for entry in entries:
        for name in entry.names():
            if name.kind == "weak" or not entry.name:
                continue
            first, _ = owners.setdefault(fold(name.text), (entry, name.text))
            if first is not entry and first.section == entry.section:
                message = f"{name.text!r} names both {first.name!r} (line {first.line}) and {entry.name!r}."
                faults.append(Fault(str(path), entry.line, message, error=False))
    return sorted(faults, key=lambda f: (f.line, f.message))
