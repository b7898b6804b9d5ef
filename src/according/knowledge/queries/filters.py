"""Filters as SQL conditions on the narrow tables."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, CompoundSelect, Connection, and_, false, literal, or_, select

from according.knowledge import schema
from according.knowledge.dialects import matching
from according.knowledge.rows import ClaimFilter, StatementFilter
from according.knowledge.schema import ROOM
from according.knowledge.search import fold, parse_query, words

__all__ = ["claim_conditions", "named_nodes", "statement_conditions"]

Conditions = list[ColumnElement[bool]]


def claim_conditions(connection: Connection, filter: ClaimFilter, *, skip: Collection[str] = ()) -> Conditions:
    """What must hold of a row of `claim`. `skip` names fields of the filter to leave out.

    Rejected claims are left out unless the filter asks for a review, or `review` is skipped.
    """
    claim = schema.claim
    conditions: Conditions = []

    def asked(name: str) -> bool:
        return name not in skip and getattr(filter, name) is not None

    for name in ("status", "verification", "outlet", "voice_kind"):
        if asked(name):
            conditions.append(claim.c[name] == getattr(filter, name))
    if asked("review"):
        conditions.append(claim.c.review == ("" if filter.review == "none" else filter.review))
    elif "review" not in skip:
        conditions.append(claim.c.review != "reject")
    if asked("unverified"):
        plain = claim.c.verification == "unverified"
        conditions.append(plain if filter.unverified else ~plain)
    if filter.since:
        conditions.append(claim.c.published >= filter.since.isoformat())
    if filter.until:
        conditions.append(and_(claim.c.published <= filter.until.isoformat(), claim.c.published != ""))
    if filter.min_confidence is not None:
        conditions.append(claim.c.confidence >= filter.min_confidence)
    if filter.article is not None:
        conditions.append(of_article(claim.c.seq, filter.article))
    if filter.text is not None and (terms := parse_query(filter.text)):
        conditions.append(claim.c.seq.in_(matching(connection, "content", terms)))
    if asked("speaker") and filter.speaker is not None:
        conditions.append(_spoken_by(connection, filter.speaker))
    if filter.actor is not None:
        ref = schema.claim_ref
        conditions.append(claim.c.seq.in_(select(ref.c.claim).where(ref.c.ref.in_(members(filter.actor)))))
    if filter.place is not None:
        ref = schema.claim_ref
        conditions.append(claim.c.seq.in_(select(ref.c.claim).where(ref.c.ref.in_(_place_ids(filter.place)))))
    return conditions


def of_article(key: ColumnElement[int], id: str) -> ColumnElement[bool]:
    """The keys of claims (or statements) of the article with this id: one stretch, by how keys are made."""
    current, article = schema.current, schema.article
    reading = (
        select(current.c.extraction)
        .join(article, article.c.seq == current.c.article)
        .where(article.c.id == id)
        .scalar_subquery()
    )
    return key.between(reading * ROOM, reading * ROOM + (ROOM - 1))


def members(node: str) -> CompoundSelect[str]:
    """The ids of all nodes in this node's cluster, and the id itself (a place's, say)."""
    table = schema.node
    own = select(table.c.canonical).where(table.c.id == node).scalar_subquery()
    rest = select(table.c.id).where(table.c.canonical == own)
    return rest.union_all(select(literal(node)))


def named_nodes(connection: Connection, text: str) -> list[str]:
    """Clusters one of whose names has all these words, each at least as the beginning of a word."""
    asked = words(text)
    if not asked:
        return []
    name, node = schema.node_name, schema.node
    padded = " " + name.c.folded
    having = [or_(*(padded.like(f"%{mark}{word}%") for mark in _BEFORE)) for word in asked]
    query = select(node.c.canonical).join(name, name.c.node == node.c.id).where(*having).distinct()
    return sorted(connection.scalars(query))


_BEFORE = (" ", "-", "'", "’", "(", '"')


def _spoken_by(connection: Connection, speaker: str) -> ColumnElement[bool]:
    claim, node = schema.claim, schema.node
    known = connection.scalar(select(node.c.canonical).where(node.c.id == speaker))
    if known is not None:
        return claim.c.speaker.in_(select(node.c.id).where(node.c.canonical == known))
    terms = parse_query(speaker)
    if not terms:
        return false()
    found: Conditions = [claim.c.seq.in_(matching(connection, "speaker", terms))]
    clusters = named_nodes(connection, speaker)
    if clusters:
        found.append(claim.c.speaker.in_(select(node.c.id).where(node.c.canonical.in_(clusters))))
    return or_(*found)


def _place_ids(place: str) -> CompoundSelect[str]:
    name = schema.place_name
    named = select(name.c.place).where(name.c.folded == fold(place.strip()))
    return named.union_all(select(literal(place)))


def statement_conditions(filter: StatementFilter) -> Conditions:
    """What must hold of a row of `statement`; rejected ones, and those of rejected claims, are left out."""
    statement = schema.statement
    conditions: Conditions = [statement.c.shown == 1]
    if filter.subject is not None:
        conditions.append(statement.c.subject.in_(members(filter.subject)))
    if filter.object is not None:
        conditions.append(statement.c.object.in_(members(filter.object)))
    if filter.either is not None:
        ref = schema.statement_ref
        conditions.append(statement.c.seq.in_(select(ref.c.statement).where(ref.c.ref.in_(members(filter.either)))))
    if filter.predicates:
        conditions.append(statement.c.predicate.in_(filter.predicates))
    if filter.place is not None:
        here = _place_ids(filter.place)
        conditions.append(or_(statement.c.place.in_(here), statement.c.position.in_(here)))
    if filter.article is not None:
        conditions.append(of_article(statement.c.seq, filter.article))
    if filter.claim is not None:
        claim = schema.claim
        conditions.append(statement.c.claim == select(claim.c.seq).where(claim.c.id == filter.claim).scalar_subquery())
    if filter.since:
        conditions.append(statement.c.until >= filter.since.isoformat())
    if filter.until:
        conditions.append(statement.c.since <= filter.until.isoformat())
    if filter.negated is not None:
        conditions.append(statement.c.negated == filter.negated)
    return conditions
