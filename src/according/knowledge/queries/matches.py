"""Who a rule takes for whom: the matches that no person has looked at yet."""

from dataclasses import dataclass

from sqlalchemy import select

from according.knowledge import schema
from according.knowledge.encoding import decode
from according.knowledge.reader import Reader
from according.records import Judgement

__all__ = ["MatchRow", "open_matches"]


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A rule's opinion on two nodes, with the nodes' own names and kinds, and how many articles carry it."""

    judgement: Judgement
    subject: str
    subject_kind: str
    object: str
    object_kind: str
    articles: int


def open_matches(reader: Reader) -> list[MatchRow]:
    """Rules' `same` and `unsure` that no person has decided on: unsure ones first, then inexact, then exact."""
    rule, log, node = schema.rule, schema.judgement, schema.node
    with reader.connect() as connection:
        said = [decode(Judgement, body) for body in connection.scalars(select(log.c.body))]
        undone = {one.subject for one in said if one.verdict == "undo"}
        decided = {
            frozenset((one.subject, one.object))
            for one in said
            if one.verdict in ("same", "not_same", "unsure") and one.id not in undone
        } | {
            frozenset((one.subject, None))
            for one in said
            if one.verdict in ("accept", "reject") and one.id not in undone
        }
        query = select(rule.c.body, rule.c.articles).where(rule.c.articles > 0, rule.c.verdict.in_(("same", "unsure")))
        rows = [(decode(Judgement, row.body), row.articles) for row in connection.execute(query)]
        rows = [
            (one, count)
            for one, count in rows
            if not {frozenset((one.subject, one.object)), frozenset((one.id, None))} & decided
        ]
        known = {
            row.id: (row.name, row.kind) for row in connection.execute(select(node.c.id, node.c.name, node.c.kind))
        }
    found = [
        MatchRow(one, *known[one.subject], *known[one.object], count)
        for one, count in rows
        if one.object is not None and one.subject in known and one.object in known
    ]
    return sorted(
        found, key=lambda row: (row.judgement.verdict != "unsure", _exact(row), -row.articles, row.judgement.id)
    )


def _exact(row: MatchRow) -> bool:
    return row.subject == row.object or row.judgement.why.startswith("exact")
