"""`python -m benchmarks attribution|speed|floors [DATA.jsonl]`."""

import argparse
import sys
from pathlib import Path

from benchmarks import attribution, speed
from benchmarks.floors import failures, read_floors, updated, write_floors
from benchmarks.scoring import read_rows

DATA = Path(__file__).parents[2] / "shared" / "polnear" / "dev.jsonl"
"""Annotated articles are kept beside the repository, not in it."""


def _measured(data: Path) -> dict[str, float]:
    f1 = attribution.figures(data)
    rates = speed.measure(data)
    return f1 | {"speed_ratio_to_spacy": rates.ratio_to_spacy}


def main(arguments: list[str] | None = None) -> int:
    """Run one benchmark; 1 when a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("attribution", help="figures, recall by quote type, changes against other predictions")
    one.add_argument("--pred", type=Path, help="predictions of another version to compare with")
    one.add_argument("--out", type=Path, help="write the predictions here")
    two = commands.add_parser("speed", help="words a second beside spaCy, and peak memory")
    two.add_argument("--limit", type=int, help="read only so many articles")
    three = commands.add_parser("floors", help="fail where a figure fell below its floor")
    three.add_argument("--update", action="store_true", help="raise floors to what is measured")
    three.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    for command in (one, two, three):
        command.add_argument("data", type=Path, nargs="?", default=DATA)
    options = parser.parse_args(arguments)
    if not options.data.is_file():
        print(f"There are no annotated articles at {options.data}.", file=sys.stderr)
        return 2
    if options.command == "attribution":
        rows = read_rows(options.data)
        found = attribution.predict(rows, attribution.load_tagger())
        other = attribution.read_predictions(options.pred) if options.pred else None
        print(attribution.report(rows, found, other))
        if options.out:
            attribution.write_predictions(options.out, found)
        return 0
    if options.command == "speed":
        print(speed.report(speed.measure(options.data, options.limit)))
        return 0
    if options.allow_regression and not options.update:
        parser.error("--allow-regression lowers floors only together with --update")
    floors, measured = read_floors(), _measured(options.data)
    for name, value in sorted(measured.items()):
        print(f"{name:22} {value:6} floor {floors[name].floor if name in floors else '-'}")
    broken = failures(floors, measured)
    if options.update:
        write_floors(updated(floors, measured, allow_regression=options.allow_regression))
        broken = [] if options.allow_regression else broken
    for sentence in broken:
        print(sentence, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
