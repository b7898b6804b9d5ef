"""`according packs`: what known actors and places are read with, checked and made."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]

packs = typer.Typer(
    help="Known actors, places, weapons and companies, one readable file a conflict.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    app.add_typer(packs, name="packs")


@packs.command("list")
def list_packs() -> None:
    """Show the packs in use and those that come with the package."""
    from according.config import load_config
    from according.entities.packs import load_packs, shipped_packs

    config = load_config()
    used = load_packs(config.packs)
    for pack in used:
        names = sum(len(e.names) for e in pack.entities)
        typer.echo(
            f"{pack.name:12} {len(pack.entities):5} entities {names:6} names {len(pack.places):5} places  {pack.title}"
        )
    idle = sorted(set(shipped_packs()) - {p.name for p in used})
    if idle:
        typer.echo(f"not in use: {', '.join(idle)}")


@packs.command()
def check(paths: Annotated[list[Path], typer.Argument(help="Pack files (.yaml).")]) -> None:
    """Look for what is wrong in pack files; each fault comes with file and line. Exits with 1 when one cannot load."""
    from according.entities.packs import check_pack

    broken = False
    for path in paths:
        faults = check_pack(path)
        for fault in faults:
            typer.echo(f"{'error' if fault.error else 'warning'}: {fault}")
        errors = sum(f.error for f in faults)
        broken = broken or bool(errors)
        typer.echo(f"{path}: {errors} errors, {len(faults) - errors} warnings")
    if broken:
        raise typer.Exit(1)


@packs.command()
def add(
    pack: Annotated[str, typer.Argument(help="A pack file (.yaml) or the name of a shipped pack.")],
    settings: Annotated[Path, typer.Option(help="The settings file to write it to.")] = Path("according.toml"),
) -> None:
    """Use a pack from now on: check it and add it to the settings file, before the packs in use already."""
    from according.config import load_config
    from according.entities.packs import load_packs, shipped_packs

    current = list(load_config().packs)
    if current in ([], ["none"]):
        current = [] if current else [n for n in shipped_packs() if n != "world"]
    if pack in current:
        typer.echo(f"{pack} is in use already.")
        return
    chosen = [pack, *current]
    loaded = load_packs(chosen)[0]
    _write_setting(settings, chosen)
    typer.echo(
        f"{loaded.name}: {len(loaded.entities)} entities, {len(loaded.places)} places; {settings} now names it first."
    )


@packs.command("import")
def import_list(
    path: Annotated[Path, typer.Argument(help="The list to read.")],
    out: Annotated[Path, typer.Option(help="The pack file to write.")],
    form: Annotated[
        str, typer.Option("--format", help="csv, ftm (FollowTheMoney JSON lines) or geonames (country dump).")
    ],
    source: Annotated[str, typer.Option(help="Who keeps the list, as a citation.")],
    name: Annotated[str | None, typer.Option(help="Name of the pack; else the file's.")] = None,
    min_population: Annotated[int, typer.Option(help="geonames: leave out places with fewer people.")] = 0,
) -> None:
    """Make a pack of a CSV list, FollowTheMoney entities or a GeoNames country dump."""
    from according.entities.pack_import import import_pack
    from according.entities.packs import slug
    from according.errors import PackError

    if out.exists():
        raise PackError(f"{out} exists already; name another file with --out.")
    text, count, faults = import_pack(
        path, form, name=name or slug(out.stem), source=source, min_population=min_population
    )
    out.write_text(text, encoding="utf-8")
    for fault in faults:
        typer.echo(f"{'left out' if fault.error else 'note'}: {fault}", err=True)
    typer.echo(f"{out}: {count} entries from {path}, {sum(f.error for f in faults)} lines left out.")


def _write_setting(path: Path, chosen: list[str]) -> None:
    import json
    import re

    line = f"packs = {json.dumps(chosen, ensure_ascii=False)}"  # a JSON list of texts is a TOML array
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    pattern = re.compile(r"^packs\s*=\s*(?:\[[^\]]*\]|.*)$", re.MULTILINE)
    text = pattern.sub(lambda _: line, text, count=1) if pattern.search(text) else f"{line}\n{text}"
    path.write_text(text, encoding="utf-8")
