"""`according dossier`, `map`, `network`, `timeline`, `stances`, `conditions`, `sources`: the pictures."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from according.commands import asking
from according.commands.terminal import console, open_store, quiet_pipe, read_day

if TYPE_CHECKING:
    from rich.console import RenderableType

    from according.knowledge.reader import Reader
    from according.knowledge.rows import ClaimRow, StatementRow

__all__ = ["register"]

Out = Annotated[Path | None, typer.Option("--out", help="Write to this file instead of the screen.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON with the claims behind every item.")]
AsOf = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="What the texts allow to hold on this day.")]
Actor = Annotated[str | None, typer.Option(help="Only this actor or place: a name or id.")]


def register(app: typer.Typer) -> None:
    """Hang the verbs on the command line."""
    for verb in (dossier, map, network, timeline, stances, conditions, sources):
        app.command()(quiet_pipe(verb))


def dossier(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as any article writes it, or an id.")],
    format: Annotated[
        Literal["md", "html", "json"] | None, typer.Option(help="Without it, by the ending of --out; else Markdown.")
    ] = None,
    out: Out = None,
    db: asking.Db = None,
) -> None:
    """Write all the store holds on one actor, place or thing: what it is, does, says, and what is said of it."""
    from datetime import datetime

    from according import __version__
    from according.config import load_config
    from according.knowledge import queries
    from according.knowledge.rows import ClaimFilter, StatementFilter
    from according.pictures.dossier import draw_dossier
    from according.publish.dossier import FORMATS, dossier_html, dossier_json, dossier_markdown
    from according.publish.files import output

    chosen = format or _by_ending(out, FORMATS, "md")
    with open_store(db) as reader:
        entity = queries.entity(reader, name)
        mine = queries.statements(reader, StatementFilter(either=entity.entity.id))
        uses = queries.statements(reader, StatementFilter(predicates=("used_for",)))
        by_id = {row.statement.id: row for row in (*mine, *uses)}
        claims = {row.claim.id: row for row in queries.all_claims(reader, ClaimFilter(actor=entity.entity.id))}
        drawn = draw_dossier(entity, list(by_id.values()), list(claims.values()))
        if chosen == "json":
            _write_json(dossier_json(drawn), out)
            return
        behind = {id for line in drawn.sites for id in line.backing.claims} - claims.keys()
        claims |= {row.claim.id: row for row in queries.claims_by_id(reader, sorted(behind))}
        heads = {row.article.id: row.article for row in by_id.values()}
        heads |= {row.article.id: row.article for row in claims.values()}
        with output(out) as stream:
            stream.writelines(
                (dossier_html if chosen == "html" else dossier_markdown)(
                    drawn,
                    claims=claims,
                    articles=heads,
                    texts=_Texts(reader),
                    source=load_config({"db": db}).db.rsplit("/", 1)[-1],
                    version=__version__,
                    at=datetime.now().astimezone(),
                )
            )


def map(
    as_of: AsOf = None,
    known_by: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Only from articles published by this day.")
    ] = None,
    events: Annotated[bool, typer.Option("--events", help="Draw events too, not only who is where.")] = False,
    round: Annotated[
        float | None, typer.Option(metavar="DEGREES", help="Make coordinates coarse (0.1 is about 11 km).")
    ] = None,
    out: Out = None,
    db: asking.Db = None,
) -> None:
    """Write who is said to be where, who holds what, and what sites serve, as GeoJSON.

    Regions are areas, never points. What is threatened, foretold or called for is left out. --round makes places
    coarse before the file leaves the house; names of places stay.
    """
    from according.knowledge import queries
    from according.knowledge.rows import StatementFilter
    from according.pictures.deployments import Kind, draw_map
    from according.publish.geojson import geojson
    from according.publish.rounding import Rounding

    rounding = None if round is None else Rounding(round)
    kinds: tuple[Kind, ...] = ("control", "presence", "movement", "use")
    with open_store(db) as reader:
        drawn = draw_map(
            queries.statements(reader, StatementFilter()),
            as_of=read_day(as_of, "--as-of"),
            known_by=read_day(known_by, "--known-by"),
            kinds=(*kinds, "event") if events else kinds,
        )
    _write_json(geojson(drawn, rounding), out)
    counts = f"{len(drawn.placed)} drawn, {len(drawn.unplaced)} without a place on the earth"
    print(f"{counts}, {drawn.left_out} left out as threats, forecasts or calls", file=sys.stderr)


def network(
    format: Annotated[
        Literal["gexf", "graphml", "json"] | None, typer.Option(help="Without it, by the ending of --out; else JSON.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            help="Only edges of this kind (repeatable): affiliation, arms, presence, position, event, threat …"
        ),
    ] = None,
    focus: Annotated[str | None, typer.Option(help="Only the neighbourhood of this actor: a name or id.")] = None,
    hops: Annotated[int, typer.Option(min=1, max=9, help="How far the neighbourhood reaches.")] = 1,
    as_of: AsOf = None,
    out: Out = None,
    db: asking.Db = None,
) -> None:
    """Write who belongs to, arms, backs, fights or threatens whom, as GEXF (Gephi), GraphML or JSON."""
    from according.errors import ConfigError
    from according.knowledge import queries
    from according.knowledge.rows import StatementFilter
    from according.pictures.network import EDGE_KINDS, draw_network
    from according.publish.files import output
    from according.publish.graphs import FORMATS, gexf, graph_json, graphml

    wanted = tuple(edge for edge in EDGE_KINDS if kind is None or edge in kind)
    for unknown in set(kind or ()) - set(EDGE_KINDS):
        raise ConfigError(f"--kind {unknown!r} is none of {', '.join(EDGE_KINDS)}.")
    chosen = format or _by_ending(out, FORMATS, "json")
    with open_store(db) as reader:
        drawn = draw_network(
            queries.statements(reader, StatementFilter()),
            kinds=wanted,
            focus=None if focus is None else queries.entity(reader, focus).entity.id,
            hops=hops,
            as_of=read_day(as_of, "--as-of"),
        )
    if chosen == "json":
        _write_json(graph_json(drawn), out)
    else:
        with output(out) as stream:
            stream.write(gexf(drawn) if chosen == "gexf" else graphml(drawn))
    print(f"{len(drawn.nodes)} nodes, {len(drawn.edges)} edges", file=sys.stderr)


def timeline(
    actor: Actor = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="What may have happened from here on.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="What may have happened up to here.")] = None,
    as_json: AsJson = False,
    out: Out = None,
    db: asking.Db = None,
) -> None:
    """Show what is said to have happened when: exact days, approximate times, and what no text dates."""
    from according.commands.drawing_views import timeline_view
    from according.pictures.timeline import draw_timeline

    first, last = read_day(since, "--since"), read_day(until, "--until")
    with open_store(db) as reader:
        statements, claims = _material(reader, actor)
        drawn = draw_timeline(statements, claims, since=first, until=last)
    _show(drawn, timeline_view(drawn), as_json, out)


def stances(actor: Actor = None, as_json: AsJson = False, out: Out = None, db: asking.Db = None) -> None:
    """Show who takes which position on what; silence, absence and refusal to comment count."""
    from according.commands.drawing_views import stances_view
    from according.pictures.stances import draw_stances

    with open_store(db) as reader:
        drawn = draw_stances(*_material(reader, actor))
    _show(drawn, stances_view(drawn), as_json, out)


def conditions(actor: Actor = None, as_json: AsJson = False, out: Out = None, db: asking.Db = None) -> None:
    """Show if → then as said: threats, forecasts and calls with their conditions, by whom."""
    from according.commands.drawing_views import conditions_view
    from according.pictures.conditions import draw_conditions

    with open_store(db) as reader:
        statements, claims = _material(reader, actor)
        drawn = draw_conditions(claims, statements, text_of=_Texts(reader).__getitem__)
    _show(drawn, conditions_view(drawn), as_json, out)


def sources(actor: Actor = None, as_json: AsJson = False, out: Out = None, db: asking.Db = None) -> None:
    """Show the voices: of what kind, how often, about whom, how close to the fact, and who declined."""
    from according.commands.drawing_views import sources_view
    from according.pictures.sources import draw_sources

    with open_store(db) as reader:
        statements, claims = _material(reader, actor)
        drawn = draw_sources(claims, statements)
    _show(drawn, sources_view(drawn), as_json, out)


class _Texts(dict[str, str]):
    """Texts of articles by id, fetched when asked for and then kept."""

    def __init__(self, reader: "Reader") -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, id: str) -> str:
        from according.knowledge import queries

        self[id] = queries.article_text(self._reader, id)
        return self[id]


def _material(reader: "Reader", actor: str | None) -> tuple[list["StatementRow"], list["ClaimRow"]]:
    """All statements and claims, or those that name an actor."""
    from according.knowledge import queries
    from according.knowledge.rows import ClaimFilter, StatementFilter

    if actor is None:
        return queries.statements(reader, StatementFilter()), list(queries.all_claims(reader))
    id = queries.entity(reader, actor).entity.id
    statements = queries.statements(reader, StatementFilter(either=id))
    return statements, list(queries.all_claims(reader, ClaimFilter(actor=id)))


def _by_ending(out: Path | None, formats: tuple[str, ...], otherwise: str) -> str:
    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    return ending if ending in formats else {"htm": "html", "markdown": "md"}.get(ending, otherwise)


def _write_json(record: Any, out: Path | None) -> None:
    from according.publish.files import output

    with output(out) as stream:
        json.dump(record, stream, ensure_ascii=False, indent=None if out is None else 1)
        stream.write("\n")


def _show(drawn: object, view: "RenderableType", as_json: bool, out: Path | None) -> None:
    from according.publish.files import output
    from according.publish.plain import plain

    if as_json or (out is not None and out.suffix.lower() == ".json"):
        _write_json(plain(drawn), out)
        return
    with output(out) as stream:
        console(None if out is None else stream).print(view)
