"""Who may be whom: a rule's matches that no person has looked at yet, and what further ones are looked for among."""

from dataclasses import dataclass

from sqlalchemy import select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.encoding import decode
from according.knowledge.reader import Reader
from according.knowledge.resolution import DECIDES, in_force
from according.records import Judgement
from according.vocabularies import EntityKind

__all__ = ["ActorNames", "MatchRow", "actor_names", "open_matches", "settled_pairs"]


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


@dataclass(frozen=True, slots=True)
class ActorNames:
    """An actor as resolved, with all its names: what further matches are looked for among."""

    id: str
    name: str
    kind: EntityKind
    also: tuple[str, ...]


def actor_names(reader: Reader) -> list[ActorNames]:
    """Every actor that an article names, in order of id."""
    cluster, node, names = schema.cluster, schema.node, schema.node_name
    with reader.connect() as connection:
        heads = connection.execute(
            select(cluster.c.id, cluster.c.name, cluster.c.kind).where(cluster.c.articles > 0).order_by(cluster.c.id)
        ).all()
        also: dict[str, set[str]] = {head.id: set() for head in heads}
        called = select(node.c.canonical, names.c.text).join(names, names.c.node == node.c.id)
        for row in connection.execute(called):
            if row.canonical in also:
                also[row.canonical].add(row.text)
    return [ActorNames(h.id, h.name, h.kind, tuple(sorted(also[h.id] - {h.name}))) for h in heads]


def settled_pairs(reader: Reader) -> set[frozenset[str]]:
    """Pairs of actors (ids as resolved) that a person has decided on in any way, or that a rule holds apart.

    A rule's match that a person rejected is decided on too. What a person took back is open again.
    """
    rule, log, node = schema.rule, schema.judgement, schema.node
    with reader.connect() as connection:
        said = {j.id: j for body in connection.scalars(select(log.c.body)) for j in [decode(Judgement, body)]}
        by_rule = [decode(Judgement, body) for body in connection.scalars(select(rule.c.body))]
        holding = in_force([*said.values(), *by_rule])
        refused = {j.subject for j in holding.values() if j.person and j.verdict == "reject"}
        decided = [j for j in holding.values() if j.verdict in DECIDES and (j.person or j.verdict == "not_same")]
        decided += [j for j in by_rule if j.id in refused]
        ends = {end for j in decided for end in (j.subject, j.object) if end}
        shown: dict[str, str] = {}
        for some in chunks(ends):
            rows = connection.execute(select(node.c.id, node.c.canonical).where(node.c.id.in_(some)))
            shown.update((row.id, row.canonical) for row in rows)
    return {frozenset((shown.get(j.subject, j.subject), shown.get(j.object, j.object))) for j in decided if j.object}
