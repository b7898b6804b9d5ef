"""The report: the ledger as one self-contained HTML page (no scripts, prints well) and one Markdown file."""

from collections.abc import Iterator
from datetime import datetime

from according.publish.ledger import Ledger
from according.publish.notice import BOUNDARY
from according.publish.pages import render, stamp

__all__ = ["report_html", "report_markdown"]


def report_html(ledger: Ledger, *, title: str, source: str, filters: str, version: str, at: datetime) -> Iterator[str]:
    """The page in pieces. `source` names the store, `filters` says in words what was left out (or is empty)."""
    return render("report.html.j2", **_values(ledger, title, source, filters, version, at))


def report_markdown(
    ledger: Ledger, *, title: str, source: str, filters: str, version: str, at: datetime
) -> Iterator[str]:
    """The same as Markdown with footnotes (GitHub, Pandoc and most wikis read them)."""
    return render("report.md.j2", **_values(ledger, title, source, filters, version, at))


def _values(ledger: Ledger, title: str, source: str, filters: str, version: str, at: datetime) -> dict[str, object]:
    return {
        "ledger": ledger,
        "title": title,
        "source": source,
        "filters": filters,
        "version": version,
        "generated": stamp(at),
        "boundary": BOUNDARY,
    }
