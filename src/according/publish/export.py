"""The export: every row of one kind, as JSON Lines or CSV, in one pass over the store with flat memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TextIO, get_args

from according.knowledge import queries
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter, ClaimRow, StatementFilter
from according.publish.contract import article_record, claim_record, entity_record, place_record, statement_record
from according.publish.rounding import Rounding
from according.publish.tables import write_csv

__all__ = ["FORMATS", "KINDS", "Format", "Kind", "claim_records", "records", "write", "write_jsonl"]

Kind = Literal["claims", "statements", "entities", "places", "articles"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Format = Literal["jsonl", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

_PAGE = 500


def records(reader: Reader, kind: Kind, *, rounding: Rounding | None = None) -> Iterator[dict[str, Any]]:
    """All rows of the contract of one kind, in the order their articles were added (entities: most claims first).

    What a person rejected is left out. With `rounding`, coordinates are coarse.
    """
    if kind == "claims":
        return claim_records(reader)
    if kind == "statements":
        return _statements(reader, rounding)
    if kind == "entities":
        return (entity_record(row) for row in _entities(reader))
    if kind == "places":
        return (place_record(row, rounding) for row in queries.places(reader))
    return (article_record(row) for row in queries.all_articles(reader))


def claim_records(reader: Reader, filter: ClaimFilter | None = None) -> Iterator[dict[str, Any]]:
    """The claims a filter lets through, as rows of the contract."""
    known: tuple[str, str] = ("", "")
    for row in queries.all_claims(reader, filter or ClaimFilter()):
        known = _text(reader, row, known)
        yield claim_record(row, known[1])


def write(kind: Kind, format: Format, rows: Iterable[Mapping[str, Any]], out: TextIO) -> int:
    """Write the rows as they come; returns how many."""
    return write_csv(kind, rows, out) if format == "csv" else write_jsonl(rows, out)


def write_jsonl(rows: Iterable[Mapping[str, Any]], out: TextIO) -> int:
    """One JSON object a line, in UTF-8 words rather than escapes; returns how many."""
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def _text(reader: Reader, row: ClaimRow, known: tuple[str, str]) -> tuple[str, str]:
    """The article's id and text; claims come article by article, so one text at a time is kept."""
    if known[0] == row.article.id:
        return known
    return row.article.id, queries.article_text(reader, row.article.id)


def _statements(reader: Reader, rounding: Rounding | None) -> Iterator[dict[str, Any]]:
    after: str | None = None
    while page := queries.statements(reader, StatementFilter(), _PAGE, after=after):
        for row in page:
            yield statement_record(row, rounding)
        after = page[-1].statement.id


def _entities(reader: Reader) -> Iterator[Any]:
    offset = 0
    while page := queries.entities(reader, limit=_PAGE, offset=offset):
        yield from page
        offset += len(page)
