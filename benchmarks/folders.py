"""What the measures over folders of annotated texts share: counting, and printing each folder's figures."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from according.config import Config
from benchmarks.scoring import figure

__all__ = ["Counts", "Scored", "print_folders"]


@dataclass
class Counts:
    """What was hit, what was found and what was wanted."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hit: int, found: int, wanted: int) -> None:
        """One report's share."""
        self.hit, self.found, self.wanted = self.hit + hit, self.found + found, self.wanted + wanted

    @property
    def f1(self) -> float:
        """In percent."""
        return figure(self.hit, self.found, self.wanted).f1


class Scored(Protocol):
    """What a folder came to: beside its counts, in words what was missed or invented."""

    misses: list[str]


S = TypeVar("S", bound=Scored)


def print_folders(
    name: str,
    doc: str | None,
    folders: Sequence[Path],
    arguments: Sequence[str] | None,
    lacking: Callable[[Path], str | None],
    measure: Callable[[Path, Config], S],
    report: Callable[[S], str],
) -> int:
    """The command `python -m benchmarks.NAME [FOLDER…]`: each folder's figures, with --misses what went wrong before
    them. 2, with a sentence, when `lacking` says what a folder lacks; nothing is measured then.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=doc)
    parser.add_argument("folders", type=Path, nargs="*", default=folders)
    parser.add_argument("--pack", action="append", default=[], help="as in `according add`")
    parser.add_argument("--misses", action="store_true", help="list what was missed or invented")
    options = parser.parse_args(arguments)
    for folder in options.folders:
        if lacks := lacking(folder):
            print(lacks, file=sys.stderr)
            return 2
    for folder in options.folders:
        score = measure(folder, Config(packs=tuple(options.pack)))
        if options.misses:
            print("\n".join(score.misses))
        print(f"{folder}\n{report(score)}")
    return 0
