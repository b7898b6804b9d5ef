"""Filters as the command line takes them, and as a sentence says them."""

from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from according.commands.terminal import read_day
from according.errors import ConfigError, NotFoundError
from according.knowledge.rows import ClaimFilter
from according.vocabularies import STATUSES

if TYPE_CHECKING:
    from according.knowledge.reader import Reader

__all__ = [
    "Article",
    "Db",
    "Outlet",
    "Since",
    "Speaker",
    "Status",
    "Text",
    "Until",
    "Unverified",
    "claim_filter",
    "in_words",
]

Db = Annotated[str | None, typer.Option("--db", help="The store: a file, or a database address.")]
Speaker = Annotated[str | None, typer.Option(help="Who says it: a name or words of one.")]
Text = Annotated[str | None, typer.Option(help="Words of the claim.")]
Status = Annotated[str | None, typer.Option(help=f"What the speaker does: {', '.join(STATUSES)}.")]
Outlet = Annotated[str | None, typer.Option(help="Who published it.")]
Since = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or before.")]
Unverified = Annotated[bool, typer.Option("--unverified", help="Only what the article says could not be verified.")]
Article = Annotated[str | None, typer.Option(help="Only this article: its path or id.")]


def claim_filter(
    reader: "Reader",
    *,
    speaker: str | None,
    text: str | None,
    status: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    unverified: bool,
    article: str | None,
) -> ClaimFilter:
    """The filter these options mean. ConfigError or NotFoundError names the option that cannot be meant."""
    from according.knowledge import queries

    if status is not None and status not in STATUSES:
        raise ConfigError(f"--status {status!r} is none of {', '.join(STATUSES)}.")
    first, last = read_day(since, "--since"), read_day(until, "--until")
    if first and last and first > last:
        raise ConfigError(f"--since {first} lies after --until {last}; swap them.")
    return ClaimFilter(
        speaker=speaker,
        text=text,
        status=status,
        outlet=None if outlet is None else _known_outlet(outlet, list(queries.outlets(reader))),
        since=first,
        until=last,
        unverified=True if unverified else None,
        article=None if article is None else queries.article(reader, article).id,
    )


def in_words(filter: ClaimFilter) -> str:
    """The filter as a reader may be told it; empty when it lets everything through."""
    given = [(field.name, getattr(filter, field.name)) for field in fields(filter)]
    return ", ".join(name if value is True else f"{name} {value}" for name, value in given if value is not None)


def _known_outlet(outlet: str, known: list[str]) -> str:
    by_fold = {name.casefold(): name for name in known}
    if outlet.casefold() in by_fold:
        return by_fold[outlet.casefold()]
    near = get_close_matches(outlet.casefold(), list(by_fold), n=3, cutoff=0.5) or [
        name for name in by_fold if outlet.casefold() in name
    ]
    hint = f" Did you mean {', '.join(by_fold[name] for name in near)}?" if near else ""
    raise NotFoundError(f"No article here is from {outlet!r}.{hint}")
