"""Keys to full rows: bodies decoded, names and places resolved, everything a page needs in a handful of queries."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from according.knowledge import schema
from according.knowledge.bulk import without_cycles
from according.knowledge.clusters import chunks
from according.knowledge.encoding import decode
from according.knowledge.rows import ArticleRow, ClaimRow, RefRow, StatementRow, VoiceRow
from according.records import Article, Claim, Place, Ref, Statement

__all__ = ["Shown", "article_rows", "claim_rows", "read_places", "shown_nodes", "statement_rows"]


class Shown(NamedTuple):
    """What a node is shown as: its cluster's id, name and kind."""

    id: str
    name: str
    kind: str


def shown_nodes(connection: Connection, nodes: Collection[str]) -> dict[str, Shown]:
    """What each of these nodes is shown as; ids that are no nodes are left out."""
    node, cluster = schema.node, schema.cluster
    found: dict[str, Shown] = {}
    for some in chunks(nodes):
        query = (
            select(node.c.id.label("node"), cluster.c.id, cluster.c.name, cluster.c.kind)
            .join(cluster, cluster.c.id == node.c.canonical)
            .where(node.c.id.in_(some))
        )
        found.update((row.node, Shown(row.id, row.name, row.kind)) for row in connection.execute(query))
    return found


def article_rows(connection: Connection, keys: Collection[int]) -> dict[int, ArticleRow]:
    """The heads of these articles, by key."""
    article, current, extraction = schema.article, schema.current, schema.extraction
    found: dict[int, ArticleRow] = {}
    ordered = sorted(keys)
    for start in range(0, len(ordered), 500):
        query = (
            select(article.c.seq, article.c.body, current.c.claims, extraction.c.extractor)
            .outerjoin(current, current.c.article == article.c.seq)
            .outerjoin(extraction, extraction.c.seq == current.c.extraction)
            .where(article.c.seq.in_(ordered[start : start + 500]))
        )
        for row in connection.execute(query):
            found[row.seq] = _article_row(decode(Article, row.body), row.claims or 0, row.extractor or "")
    return found


def _article_row(article: Article, claims: int, extractor: str) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        path=article.path,
        title=article.title,
        outlet=article.outlet.name,
        outlet_kind=article.outlet.kind,
        published=article.published,
        url=article.url,
        authors=article.authors,
        language=article.language,
        retrieved=article.retrieved,
        sha256=article.sha256,
        claims=claims,
        extractor=extractor,
        country=article.outlet.country,
        canonical=article.canonical,
        credits=article.credits,
        based_on=article.based_on,
    )


def read_places(connection: Connection, ids: Collection[str]) -> dict[str, Place]:
    """These places, by id."""
    table = schema.place
    found = {}
    for some in chunks(ids):
        for row in connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some))):
            found[row.id] = decode(Place, row.body)
    return found


def claim_rows(connection: Connection, keys: Sequence[int]) -> list[ClaimRow]:
    """The claims with these keys, in this order."""
    claim, body = schema.claim, schema.claim_body
    read: dict[int, Any] = {}
    for start in range(0, len(keys), 500):
        query = (
            select(claim, body.c.body, body.c.texts, body.c.cue, body.c.nodes)
            .join(body, body.c.seq == claim.c.seq)
            .where(claim.c.seq.in_(keys[start : start + 500]))
        )
        read.update((row.seq, row) for row in connection.execute(query))
    rows = [read[key] for key in keys if key in read]
    articles = article_rows(connection, {row.article for row in rows})
    nodes = {row.seq: json.loads(row.nodes) for row in rows}
    shown = shown_nodes(connection, {node for chain in nodes.values() for node in chain if node})
    return [_claim_row(row, articles[row.article], nodes[row.seq], shown) for row in rows]


def _claim_row(row: Any, article: ArticleRow, nodes: list[str | None], shown: Mapping[str, Shown]) -> ClaimRow:
    claim = decode(Claim, row.body)
    if row.review == "correct":
        claim = replace(claim, status=row.status, distance=row.distance, verification=row.verification)
    chain = []
    for voice, node in zip(claim.chain, nodes, strict=True):
        face = shown.get(node) if node else None
        chain.append(VoiceRow(voice, face.id if face else None, face.name if face else voice.name))
    return ClaimRow(
        claim=claim,
        article=article,
        texts=tuple(json.loads(row.texts)),
        cue=row.cue,
        chain=tuple(chain),
        extractor=article.extractor,
        review=row.review or None,
    )


def statement_rows(connection: Connection, keys: Sequence[int]) -> list[StatementRow]:
    """The statements with these keys, in this order."""
    with without_cycles():
        return _statement_rows(connection, keys)


def _statement_rows(connection: Connection, keys: Sequence[int]) -> list[StatementRow]:
    statement, body, claim = schema.statement, schema.statement_body, schema.claim
    read: dict[int, Any] = {}
    for start in range(0, len(keys), 500):
        query = (
            select(
                statement, body.c.body, body.c.texts, claim.c.verification, claim.c.speaker, claim.c.voice_kind,
            )
            .join(body, body.c.seq == statement.c.seq)
            .outerjoin(claim, claim.c.seq == statement.c.claim)
            .where(statement.c.seq.in_(keys[start : start + 500]))
        )  # fmt: skip
        read.update((row.seq, row) for row in connection.execute(query))
    rows = [read[key] for key in keys if key in read]
    articles = article_rows(connection, {row.article for row in rows})
    ends = {end for row in rows for end in (row.subject, row.object, row.item, row.place, row.speaker) if end}
    shown = shown_nodes(connection, ends)
    placed = read_places(connection, (ends - shown.keys()) | {row.position for row in rows if row.position})
    unnamed = _speakers(connection, {row.claim for row in rows if row.claim is not None and row.speaker not in shown})
    return [_statement_row(row, articles[row.article], shown, placed, unnamed) for row in rows]


def _speakers(connection: Connection, claims: Collection[int]) -> dict[int, str]:
    """How the text puts the innermost voice of each of these claims."""
    body = schema.claim_body
    found: dict[int, str] = {}
    ordered = sorted(claims)
    for start in range(0, len(ordered), 500):
        query = select(body.c.seq, body.c.body).where(body.c.seq.in_(ordered[start : start + 500]))
        for row in connection.execute(query):
            found[row.seq] = json.loads(row.body)["chain"][0]["name"]
    return found


def _statement_row(
    row: Any, article: ArticleRow, shown: Mapping[str, Shown], placed: Mapping[str, Place], unnamed: Mapping[int, str]
) -> StatementRow:
    statement = decode(Statement, row.body)

    def end(ref: Ref | None, id: str | None) -> RefRow | None:
        if ref is None:
            return None
        if id is not None and id in shown:
            face = shown[id]
            return RefRow(face.id, face.name, face.kind)
        if id is not None and id in placed:
            return RefRow(id, placed[id].name, "place")
        return RefRow(None, ref.name, ref.kind)

    subject = end(statement.subject, row.subject)
    assert subject is not None
    return StatementRow(
        statement=statement,
        article=article,
        subject=subject,
        object=end(statement.object, row.object),
        item=end(statement.item, row.item),
        place=end(statement.place, row.place),
        position=placed.get(row.position) if row.position else None,
        speaker=shown[row.speaker].name if row.speaker in shown else unnamed.get(row.claim),
        verification=row.verification or "none",
        texts=tuple(json.loads(row.texts)),
        review=row.review or None,
    )
