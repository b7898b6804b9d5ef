"""Families in the store: one more article is sketched, compared with the few it may be kin to, and placed."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from according.knowledge import schema
from according.knowledge.derive import storable
from according.knowledge.dialects import insert_new
from according.knowledge.encoding import decode, encode
from according.knowledge.evidence import read_article
from according.knowledge.origins import tables
from according.knowledge.origins.lineage.candidates import TOGETHER, copy_keys, mark_keys, retelling_keys, speech_keys
from according.knowledge.origins.lineage.credits import credits_in
from according.knowledge.origins.lineage.derivations import Derivation, compare
from according.knowledge.origins.lineage.kin import Heard, Kin
from according.knowledge.search import fold
from according.records import Article, Claim, Extraction

__all__ = ["enter", "leave"]

MOST = 20
"""Articles a band leads to, the earliest first: a wire story printed five hundred times still costs twenty
comparisons, and being kin to one of them is being of the family."""
KEPT = 500
"""Articles kept as they are compared, at some 100 kB each."""
FEWER = 8
"""The same of a name or number: one that more articles of an outlet and of those days have tells little."""


def enter(
    connection: Connection, seq: int, article: Article, extraction: Extraction, known: dict[int, Kin] | None = None
) -> set[int]:
    """Place one article; the keys of all articles whose family or copies this changes, itself included.

    `known` keeps what was read of the last articles between calls; the caller empties it when one of them is read anew
    by somebody else.
    """
    known = {} if known is None else known
    kin = known[seq] = _kin(article, _heard(article, extraction))
    connection.execute(insert(tables.heard), {"article": seq, "body": encode(kin.heard)})
    spans = [{"article": seq, "place": p.index, "start": p.span.start, "end": p.span.end} for p in kin.paragraphs]
    if spans:
        connection.execute(insert(tables.paragraph), spans)
    keys, together = copy_keys(kin) | retelling_keys(kin) | speech_keys(kin), mark_keys(kin)
    near = (
        _near(connection, seq, keys) | _near(connection, seq, together, TOGETHER, FEWER) | _linked(connection, seq, kin)
    )
    if own := sorted({*keys.values(), *together.values()}):
        connection.execute(insert(tables.band), [{"key": key, "article": seq} for key in own])
    addresses = [{"address": a, "based": False, "article": seq} for a in sorted(kin.addresses)]
    addresses += [{"address": a, "based": True, "article": seq} for a in sorted(kin.based_on)]
    if addresses:
        insert_new(connection, tables.address, addresses)
    connection.execute(insert(tables.family), {"article": seq, "family": article.id})
    changed = {seq}
    for other in sorted(near):
        if other not in known:
            known[other] = _read_kin(connection, other)
        found = compare(kin, known[other])
        if found is not None:
            first, second = (seq, other) if found.derived == article.id else (other, seq)
            _join(connection, first, second, found)
            changed.add(other)
    while len(known) > KEPT:  # the earliest: articles are compared with those of about their days
        del known[next(iter(known))]
    return changed | _unite(connection, changed)


def leave(connection: Connection, seq: int) -> set[int]:
    """Take an article out again (a newer reading replaces it); the keys of the articles this changes."""
    d = tables.derivation
    ties = connection.execute(select(d.c.derived, d.c.original).where(or_(d.c.derived == seq, d.c.original == seq)))
    others = {end for tie in ties for end in tie} - {seq}
    mine = connection.scalar(select(tables.family.c.family).where(tables.family.c.article == seq))
    relatives = set(connection.scalars(select(tables.family.c.article).where(tables.family.c.family == mine)))
    connection.execute(delete(d).where(or_(d.c.derived == seq, d.c.original == seq)))
    for table in (tables.paragraph, tables.band, tables.address, tables.family, tables.copied, tables.heard):
        connection.execute(delete(table).where(table.c.article == seq))
    for other in sorted(others):
        _recopy(connection, other)
    _resettle(connection, relatives - {seq})
    return relatives | others


def _heard(article: Article, extraction: Extraction) -> Heard:
    return Heard(
        tuple(credits_in(article.text, extraction.claims, article.credits)),
        tuple((c.content[0].start, fold(c.chain[0].name)) for c in extraction.claims if _named(c)),
    )


def _named(claim: Claim) -> bool:
    return bool(claim.content and len(claim.chain) > 1 and claim.chain[0].name[:1].isupper())


def _kin(article: Article, heard: Heard) -> Kin:
    addresses = {storable(a) for a in (article.url, article.canonical) if a}
    return Kin(
        article.id,
        article.text,
        article.outlet.name,
        article.published,
        frozenset(addresses),
        frozenset(storable(a) for a in article.based_on) - addresses,
        heard,
    )


def _read_kin(connection: Connection, seq: int) -> Kin:
    body = connection.scalars(select(tables.heard.c.body).where(tables.heard.c.article == seq)).one()
    return _kin(read_article(connection, seq), decode(Heard, body))


def _near(connection: Connection, seq: int, keys: Mapping[int, int], least: int = 1, most: int = MOST) -> set[int]:
    """Articles under so many keys that this one looks under, as far as one of the two is among the first of its own."""
    found: Counter[int] = Counter()
    band = tables.band
    by_key: dict[int, list[int]] = {}
    ordered = sorted({*keys, *keys.values()})
    for start in range(0, len(ordered), 400):
        query = select(band.c.key, band.c.article).where(band.c.key.in_(ordered[start : start + 400]))
        for key, article in connection.execute(query.order_by(band.c.key, band.c.article)):
            by_key.setdefault(key, []).append(article)
    for key, own in keys.items():
        if key in by_key:
            found.update(_paired(seq, by_key[key], by_key.get(own, ()), most))
    return {other for other, times in found.items() if times >= least} - {seq}


def _linked(connection: Connection, seq: int, kin: Kin) -> set[int]:
    table = tables.address
    found: set[int] = set()
    for addresses, based in ((kin.based_on, True), (kin.addresses, False)):
        for address in sorted(addresses):
            query = select(table.c.based, table.c.article).where(table.c.address == address).order_by(table.c.article)
            rows = connection.execute(query).all()
            like = [row.article for row in rows if row.based == based]
            found |= _paired(seq, [row.article for row in rows if row.based != based], like)
    return found - {seq}


def _paired(seq: int, others: Sequence[int], like: Sequence[int], most: int = MOST) -> set[int]:
    """Of these articles, in order, those to compare with: the first ones before it, and all after it if it is one of
    the first of its like. Whichever of two comes in later, or again, they are compared or they are not."""
    before, after = bisect_left(others, seq), bisect_right(others, seq)
    return set(others[: min(before, most)]) | (set(others[after:]) if bisect_left(like, seq) < most else set())


def _join(connection: Connection, derived: int, original: int, found: Derivation) -> None:
    connection.execute(insert(tables.derivation), {"derived": derived, "original": original, "body": encode(found)})
    rows = [{"article": derived, "place": copy.derived} for copy in found.copies]
    rows += [{"article": original, "place": copy.original} for copy in found.copies]
    if rows:
        insert_new(connection, tables.copied, rows)


def _unite(connection: Connection, seqs: Collection[int]) -> set[int]:
    """Give all members of these articles' families the smallest of their ids; the members whose family changed."""
    table = tables.family
    names = set(connection.scalars(select(table.c.family).where(table.c.article.in_(sorted(seqs)))))
    if len(names) < 2:
        return set()
    best = min(names)
    others = sorted(names - {best})
    moved = set(connection.scalars(select(table.c.article).where(table.c.family.in_(others))))
    connection.execute(update(table).where(table.c.family.in_(others)).values(family=best))
    return moved


def _recopy(connection: Connection, seq: int) -> None:
    """Settle again which paragraphs of an article are copies, from the derivations that are left."""
    d = tables.derivation
    places: set[int] = set()
    for row in connection.execute(select(d).where(or_(d.c.derived == seq, d.c.original == seq))):
        for copy in decode(Derivation, row.body).copies:
            places.add(copy.derived if row.derived == seq else copy.original)
    connection.execute(delete(tables.copied).where(tables.copied.c.article == seq))
    if places:
        connection.execute(insert(tables.copied), [{"article": seq, "place": place} for place in sorted(places)])


def _resettle(connection: Connection, seqs: Collection[int]) -> None:
    """Families of these articles again, from the derivations that are left among them."""
    d, article = tables.derivation, schema.article
    ordered = sorted(seqs)
    ids: dict[int, str] = {}
    ties: list[Any] = []
    for start in range(0, len(ordered), 500):
        some = ordered[start : start + 500]
        ids.update(
            (r.seq, r.id)
            for r in connection.execute(select(article.c.seq, article.c.id).where(article.c.seq.in_(some)))
        )
        ties += connection.execute(select(d.c.derived, d.c.original).where(d.c.derived.in_(some))).all()
    root = {seq: seq for seq in ordered}

    def find(seq: int) -> int:
        while root[seq] != seq:
            root[seq] = root[root[seq]]
            seq = root[seq]
        return seq

    for tie in ties:
        a, b = find(tie.derived), find(tie.original)
        if ids[a] < ids[b]:
            root[b] = a
        else:
            root[a] = b
    for seq in ordered:
        connection.execute(update(tables.family).where(tables.family.c.article == seq).values(family=ids[find(seq)]))
