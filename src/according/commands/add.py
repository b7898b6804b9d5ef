"""`according add`: articles in, claims kept."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from according.config import Config
    from according.pipeline import Report

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Hang the verb on the command line."""
    app.command()(add)


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL ...", help="Files, folders, globs, page, feed or archive addresses."),
    ],
    db: Annotated[str | None, typer.Option(help="The store: a file, or a database address.")] = None,
    pack: Annotated[
        list[str] | None, typer.Option(help="Known names: a shipped pack or a YAML file (repeatable), or 'none'.")
    ] = None,
    extractor: Annotated[str | None, typer.Option(help="'local' (learned reader) or 'rules' (grammar alone).")] = None,
    allow_private: Annotated[
        bool | None, typer.Option("--allow-private", help="Also fetch from private and loopback addresses.")
    ] = None,
    max_mb: Annotated[float | None, typer.Option(help="Largest input in megabytes.", min=0.001)] = None,
    processes: Annotated[int | None, typer.Option(help="Reading processes; 0 decides by itself.", min=0)] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print problems only.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object with counts and problems.")] = False,
) -> None:
    """Read articles, find who said what, keep it in the store.

    Inputs that cannot be read are listed with what to do about them; the exit code is 1 only if nothing could be read.
    """
    from according.config import load_config
    from according.pipeline import add as run

    config = load_config(
        {
            "db": db,
            "packs": tuple(pack) if pack else None,
            "extractor": extractor,
            "allow_private": allow_private,
            "max_bytes": None if max_mb is None else int(max_mb * 1_000_000),
            "processes": processes,
        }
    )
    report = run(inputs, config) if quiet or as_json else _run_with_progress(inputs, config)
    if as_json:
        print(json.dumps({**asdict(report), "db": config.db}, default=str, ensure_ascii=False))
    else:
        _tell(report, config.db, quiet=quiet)
    if report.interrupted:
        raise typer.Exit(130)
    if not report.readable and report.problems:
        raise typer.Exit(1)


def _run_with_progress(inputs: list[str], config: "Config") -> "Report":
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from according.pipeline import add as run

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading …", total=None)

        def show(report: "Report") -> None:
            progress.update(task, description=f"reading … {_counts(report)}")

        return run(inputs, config, on_progress=show)


def _counts(report: "Report") -> str:
    parts = [f"{report.added} new", f"{report.unchanged} already read", f"{report.claims} claims"]
    if report.problems:
        parts.append(f"{len(report.problems)} problems")
    return ", ".join(parts)


def _tell(report: "Report", db: str, *, quiet: bool) -> None:
    for problem in report.problems:
        print(f"{problem.input}: {problem.message}", file=sys.stderr)
    if quiet:
        return
    if report.interrupted:
        print(f"Interrupted; what was read is kept in {db}. Run the same command again to go on.", file=sys.stderr)
    articles = f"{report.added} article{'' if report.added == 1 else 's'} read"
    print(f"{articles}, {report.unchanged} already in the store; {report.claims} claims, kept in {db}.")
