"""`according claims`, `show`, `status`, `export`, `report`: the ledger read, and files out."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from according.commands import asking
from according.commands.terminal import console, open_store, plain_words, quiet_pipe

if TYPE_CHECKING:
    from according.knowledge.reader import Reader
    from according.knowledge.rows import ClaimFilter

__all__ = ["register"]

_PAGE = 50
Out = Annotated[Path | None, typer.Option("--out", help="Write to this file instead of the screen.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Hang the verbs on the command line."""
    for verb in (claims, show, status, export, report):
        app.command()(quiet_pipe(verb))


def claims(
    speaker: asking.Speaker = None,
    text: asking.Text = None,
    status: asking.Status = None,
    outlet: asking.Outlet = None,
    since: asking.Since = None,
    until: asking.Until = None,
    unverified: asking.Unverified = False,
    article: asking.Article = None,
    limit: Annotated[int | None, typer.Option(min=1, help=f"How many; a table shows {_PAGE} unless told.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All of them, however many.")] = False,
    format: Annotated[Literal["table", "json", "csv"], typer.Option(help="How to write them.")] = "table",
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    out: Out = None,
    db: asking.Db = None,
) -> None:
    """List claims: who says what, through whom, and what the article says about it.

    JSON and CSV give all claims unless --limit is set; the table gives the first 50.
    """
    with open_store(db) as reader:
        wanted = asking.claim_filter(
            reader,
            speaker=speaker,
            text=text,
            status=status,
            outlet=outlet,
            since=since,
            until=until,
            unverified=unverified,
            article=article,
        )
        kind = "json" if as_json else format
        if kind == "table":
            _print_claims(reader, wanted, None if everything else limit or _PAGE, out)
        else:
            _write_claims(reader, wanted, None if everything else limit, kind, out)


def _print_claims(reader: "Reader", wanted: "ClaimFilter", limit: int | None, out: Path | None) -> None:
    from itertools import islice

    from according.commands.ledger_views import claim_table
    from according.knowledge import queries
    from according.publish.files import output

    total = queries.count_claims(reader, wanted)
    if not total:
        filters = asking.in_words(wanted)
        print(
            f"No claim matches ({filters})." if filters else "No claims yet. Add articles: according add PATH …",
            file=sys.stderr,
        )
        return
    rows = queries.all_claims(reader, wanted)
    with output(out) as stream:
        screen = console(file=None if out is None else stream)
        shown = 0
        rest = islice(rows, limit)
        # a long ledger is printed some rows at a time, so that the memory does not grow with it
        while batch := list(islice(rest, 200)):
            screen.print(claim_table(batch, width=screen.width, header=shown == 0))
            shown += len(batch)
    if shown < total:
        print(
            f"{shown:,} of {total:,} claims. More: --limit N or --all. One of them: according show ID", file=sys.stderr
        )


def _write_claims(reader: "Reader", wanted: "ClaimFilter", limit: int | None, kind: str, out: Path | None) -> None:
    from itertools import islice

    from according.publish.export import claim_records
    from according.publish.files import output
    from according.publish.tables import write_csv

    records = islice(claim_records(reader, wanted), limit)
    with output(out) as stream:
        if kind == "csv":
            write_csv("claims", records, stream)
            return
        stream.write("[")
        for number, record in enumerate(records):
            stream.write(("," if number else "") + "\n" + json.dumps(record, ensure_ascii=False))
        stream.write("\n]\n")


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or a beginning of it that is unique.")],
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Show one claim in its paragraph: the chain of voices, the words that gave its status, what it says as data."""
    from according.commands.ledger_views import show_claim
    from according.knowledge import queries

    with open_store(db) as reader:
        row = queries.claim(reader, id.strip().lower())
        text = queries.article_text(reader, row.article.id)
        statements = queries.claim_statements(reader, row.claim.id)
        if as_json:
            from according.publish.contract import claim_record, statement_record

            record = claim_record(row, text) | {"statements": [statement_record(item) for item in statements]}
            print(json.dumps(record, ensure_ascii=False, indent=2))
        else:
            show_claim(console(), row, text, statements)


def status(
    problems: Annotated[bool, typer.Option("--problems", help="List what could not be read and what to do.")] = False,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Count what the store holds: articles, claims, statements, problems."""
    from according.commands.ledger_views import show_status
    from according.config import load_config
    from according.knowledge import queries
    from according.publish.plain import plain

    with open_store(db) as reader:
        found = queries.status(reader)
        listed = queries.problems(reader) if problems or as_json else []
        if as_json:
            print(json.dumps({**found, "unread": plain(listed)}, ensure_ascii=False, indent=2, default=str))
            return
        show_status(console(), load_config({"db": db}).db, found)
        for problem in listed:
            print(plain_words(f"{problem.input}: {problem.message}"))


def export(
    kind: Annotated[
        Literal["claims", "statements", "entities", "places", "articles"], typer.Argument(help="Which rows.")
    ],
    format: Annotated[Literal["jsonl", "csv"] | None, typer.Option(help="JSON Lines, or CSV for spreadsheets.")] = None,
    out: Out = None,
    round: Annotated[
        float | None, typer.Option(metavar="DEGREES", help="Make coordinates coarse (0.1 is about 11 km).")
    ] = None,
    db: asking.Db = None,
) -> None:
    """Write all rows of one kind as JSON Lines or CSV (export contract, version 1).

    Without --format, a file name ending in .csv gives CSV, anything else JSON Lines. In CSV, cells that a spreadsheet
    would run as a formula get an apostrophe in front.
    """
    from according.publish.export import records, write
    from according.publish.files import output
    from according.publish.rounding import Rounding

    rounding = None if round is None else Rounding(round)
    chosen = format or ("csv" if out is not None and out.suffix.lower() == ".csv" else "jsonl")
    with open_store(db) as reader, output(out) as stream:
        count = write(kind, chosen, records(reader, kind, rounding=rounding), stream)
    if out is not None:
        print(f"{count:,} {kind} written to {out}", file=sys.stderr)


def report(
    out: Annotated[Path, typer.Option("--out", help="The folder for report.html and report.md.")] = Path("report"),
    title: Annotated[str, typer.Option(help="Its heading.")] = "Who said what, and how they know",
    speaker: asking.Speaker = None,
    text: asking.Text = None,
    status: asking.Status = None,
    outlet: asking.Outlet = None,
    since: asking.Since = None,
    until: asking.Until = None,
    unverified: asking.Unverified = False,
    article: asking.Article = None,
    db: asking.Db = None,
) -> None:
    """Write the ledger as one HTML page and one Markdown file: claims by speaker, footnotes to their sentences."""
    from datetime import datetime

    from according import __version__
    from according.config import load_config
    from according.errors import ConfigError
    from according.knowledge import queries
    from according.publish.files import output
    from according.publish.ledger import gather_ledger
    from according.publish.report import report_html, report_markdown

    with open_store(db) as reader:
        wanted = asking.claim_filter(
            reader,
            speaker=speaker,
            text=text,
            status=status,
            outlet=outlet,
            since=since,
            until=until,
            unverified=unverified,
            article=article,
        )
        ledger = gather_ledger(queries.all_claims(reader, wanted), lambda id: queries.article_text(reader, id))
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(f"Cannot make the folder {out}: {error.strerror}. Choose another with --out.") from error
        source = load_config({"db": db}).db.rsplit("/", 1)[-1]  # never a password or a home folder
        at, filters = datetime.now().astimezone(), asking.in_words(wanted)
        for name, make in (("report.html", report_html), ("report.md", report_markdown)):
            with output(out / name) as stream:
                stream.writelines(make(ledger, title=title, source=source, filters=filters, version=__version__, at=at))
            print(out / name)
