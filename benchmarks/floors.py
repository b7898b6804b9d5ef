"""Floors: figures that may not fall. Raised by measuring better, lowered only by saying so."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "floors.json"


@dataclass(frozen=True, slots=True)
class Floor:
    """The figure once reached, and how far below it the same code may measure by chance."""

    floor: float
    noise: float


def read_floors(path: Path = FILE) -> dict[str, Floor]:
    """Floors by name. Raises `SystemExit` with a sentence where the file is not a floors file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: Floor(float(entry["floor"]), float(entry["noise"])) for name, entry in content.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise SystemExit(f"{path} is not a file of floors ({error!r}).") from None


def write_floors(floors: Mapping[str, Floor], path: Path = FILE) -> None:
    """Write floors by name."""
    content = {name: {"floor": floor.floor, "noise": floor.noise} for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def failures(floors: Mapping[str, Floor], measured: Mapping[str, float]) -> list[str]:
    """A sentence for each figure below its floor by more than noise, and for each floor nobody measured."""
    found = []
    for name, floor in sorted(floors.items()):
        value = measured.get(name)
        if value is None:
            found.append(f"{name} has a floor of {floor.floor} but was not measured.")
        elif not value >= floor.floor - floor.noise:  # not `<`: a NaN must fail too
            found.append(f"{name} is {value}, below its floor of {floor.floor} less noise of {floor.noise}.")
    return found


def updated(
    floors: Mapping[str, Floor], measured: Mapping[str, float], *, allow_regression: bool = False
) -> dict[str, Floor]:
    """Floors moved to what was measured: up always, down only with `allow_regression`, which stays an explicit act."""
    moved = {}
    for name, floor in floors.items():
        value = measured.get(name, floor.floor)
        moved[name] = Floor(value if allow_regression else max(value, floor.floor), floor.noise)
    return moved
