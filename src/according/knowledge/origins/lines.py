"""What is read at once for some blocks, and the lines of propositions made of it."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.derive import storable
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.denials import Denial
from according.knowledge.origins.noting import parts
from according.knowledge.origins.propositions import Line
from according.knowledge.origins.voices import Origin, origin_of, speaks_no_more
from according.knowledge.queries.assembly import read_places, shown_nodes
from according.knowledge.search import fold
from according.records import Claim, Place, Ref, Span, Statement, Voice

__all__ = ["Read", "apart", "claim_line", "named_actors", "read_blocks", "read_claims", "statement_line"]

SPEAKING = ("REJECT", "ACCUSE", "THREATEN", "REQUEST")


@dataclass(frozen=True, slots=True)
class Read:
    """What is read at once: statements of blocks, the blocks of claims without one, and the rest by key."""

    rows: list[Any]
    spoken: dict[int, str]
    denials: tuple[Denial, ...]
    claims: dict[int, Any]
    articles: dict[int, Any]
    families: dict[int, str]
    spans: dict[int, list[tuple[int, int, int]]]
    copied: set[tuple[int, int]]
    places: dict[str, Place]
    names: dict[str, tuple[str, str]]
    known: dict[str, tuple[str, str]]  # the one actor by folded name, of bodies that somebody speaks for
    offices: dict[str, str]  # by canonical voice: the one body it is said to speak for
    supports: tuple[tuple[int, str, frozenset[str]], ...]  # claims, and the block and statements of which they tell


def read_blocks(connection: Connection, blocks: Sequence[str]) -> Read:
    """What stands in these blocks, statements and claims without one, and all around it."""
    t, s, b = tables.said, schema.statement, schema.statement_body
    columns = (
        t.c.block,
        s.c.seq,
        s.c.id,
        s.c.article,
        s.c.claim,
        s.c.object,
        s.c.item,
        s.c.place,
        s.c.position,
        s.c.subject,
    )
    query = select(*columns, b.c.body, b.c.texts).join(b, b.c.seq == s.c.seq).join(t, t.c.statement == s.c.seq)
    rows = list(connection.execute(query.where(t.c.block.in_(blocks), s.c.shown == 1).order_by(s.c.id)))
    w = tables.spoken
    spoken = {row.claim: row.block for row in connection.execute(select(w).where(w.c.block.in_(blocks)))}
    d = tables.denial
    against = connection.execute(select(d).where(d.c.block.in_(blocks)).order_by(d.c.claim))
    denials = tuple(Denial(row.claim, row.block, tuple(json.loads(row.statements)), row.why) for row in against)
    u = tables.support
    mine = or_(u.c.block.in_(blocks), u.c.claim.in_(select(w.c.claim).where(w.c.block.in_(blocks))))
    told = connection.execute(select(u).where(mine).order_by(u.c.claim, u.c.block))
    supports = tuple((row.claim, row.block, frozenset(json.loads(row.statements))) for row in told)
    return _read(connection, rows, spoken, denials, supports)


def read_claims(connection: Connection, seqs: Collection[int]) -> Read:
    """These claims and all around them, none of them in a block."""
    return _read(connection, [], dict.fromkeys(seqs, ""), (), ())


def _read(
    connection: Connection,
    rows: list[Any],
    spoken: dict[int, str],
    denials: tuple[Denial, ...],
    supports: tuple[tuple[int, str, frozenset[str]], ...],
) -> Read:
    claims: dict[int, Any] = {}
    c, cb = schema.claim, schema.claim_body
    for some in parts(
        {row.claim for row in rows if row.claim is not None}
        | set(spoken)
        | {one.claim for one in denials}
        | {claim for claim, _, _ in supports}
    ):
        found = select(
            c.c.seq,
            c.c.id,
            c.c.article,
            c.c.status,
            c.c.verification,
            cb.c.body,
            cb.c.nodes,
            cb.c.texts,
            cb.c.stands_for,
        ).join(cb, cb.c.seq == c.c.seq)
        claims.update((row.seq, row) for row in connection.execute(found.where(c.c.seq.in_(some))))
    articles: dict[int, Any] = {}
    families: dict[int, str] = {}
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    copied: set[tuple[int, int]] = set()
    a, p = schema.article, tables.paragraph
    for some in parts({row.article for row in (*rows, *claims.values())}):
        head = select(a.c.seq, a.c.id, a.c.outlet, a.c.path, a.c.published, a.c.body).where(a.c.seq.in_(some))
        articles.update((row.seq, row) for row in connection.execute(head))
        f = tables.family
        kinship = select(f.c.article, f.c.family).where(f.c.article.in_(some))
        families.update((row.article, row.family) for row in connection.execute(kinship))
        for row in connection.execute(select(p).where(p.c.article.in_(some))):
            spans[row.article].append((row.start, row.end, row.place))
        k = tables.copied
        copied |= {(row.article, row.place) for row in connection.execute(select(k).where(k.c.article.in_(some)))}
    nodes = {id for row in rows for id in (row.subject, row.object, row.item) if id}
    for claim in claims.values():
        nodes |= {id for id in json.loads(claim.nodes) if id}
    names = {node: (shown.id, shown.name) for node, shown in shown_nodes(connection, nodes).items()}
    places = read_places(connection, {id for row in rows for id in (row.place, row.position) if id})
    speakers = {names[id][0] for claim in claims.values() for id in json.loads(claim.nodes)[:1] if id in names}
    held = _offices(connection, speakers)
    bodies = {body for held_by in held.values() for body in held_by}
    for claim in claims.values():
        voice = decode(Claim, claim.body).chain[0]
        bodies |= {voice.affiliation} if voice.affiliation else set()
        bodies |= {json.loads(claim.stands_for)[0]} if claim.stands_for else set()
    known = named_actors(connection, {storable(fold(body)) for body in bodies})
    offices: dict[str, str] = {}
    for voice_id, held_by in held.items():
        distinct = {known.get(storable(fold(body)), (fold(body), ""))[0]: body for body in sorted(held_by)}
        if len(distinct) == 1:
            offices[voice_id] = next(iter(distinct.values()))
    return Read(
        rows, spoken, denials, claims, articles, families, spans, copied, places, names, known, offices, supports
    )


def _offices(connection: Connection, voices: Collection[str]) -> dict[str, set[str]]:
    """The bodies that each of these (canonical) voices is said to speak for, in whatever article."""
    office, node = schema.office, schema.node
    found: dict[str, set[str]] = defaultdict(set)
    for some in chunks(voices):
        query = select(node.c.canonical, office.c.body).join(office, office.c.node == node.c.id).distinct()
        for row in connection.execute(query.where(node.c.canonical.in_(some))):
            found[row.canonical].add(row.body)
    return found


def named_actors(connection: Connection, folded: Collection[str], kind: str = "") -> dict[str, tuple[str, str]]:
    """The one actor known by each of these folded names; a name of several actors, or of other kinds, names none."""
    n, node, cluster = schema.node_name, schema.node, schema.cluster
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for some in chunks(folded):
        query = (
            select(n.c.folded, cluster.c.id, cluster.c.name, cluster.c.kind)
            .join(node, node.c.id == n.c.node)
            .join(cluster, cluster.c.id == node.c.canonical)
            .where(n.c.folded.in_(some))
        )
        for row in connection.execute(query):
            found[row.folded].add((row.id, row.name, row.kind))
    one = {text: next(iter(who)) for text, who in found.items() if len(who) == 1}
    return {text: (id, name) for text, (id, name, is_a) in one.items() if kind in ("", is_a)}


def _family(article: int, at: int, read: Read) -> str:
    """Whose words these are: the family's in a paragraph that another article has too, else the article's own."""
    place = next((index for start, end, index in read.spans.get(article, ()) if start <= at < end), None)
    own: str = read.articles[article].id
    return own if place is None or (article, place) not in read.copied else read.families.get(article, own)


def apart(read: Read) -> dict[int, str]:
    """The claims without a statement and their blocks; of claims read from the same characters only the first.

    One sentence that was read twice, with two voices, is no two origins.
    """
    kept: dict[int, str] = {}
    taken: dict[int, list[Span]] = defaultdict(list)
    for seq in sorted(read.spoken):
        spans = decode(Claim, read.claims[seq].body).content
        before = taken[read.claims[seq].article]
        if not any(span.overlaps(other) for span in spans for other in before):
            kept[seq] = read.spoken[seq]
            before.extend(spans)
    return kept


def claim_line(claim: Any, read: Read) -> Line:
    """The line of a claim from which no statement was read; the claim's id stands for a statement's."""
    article = read.articles[claim.article]
    record = decode(Claim, claim.body)
    family = _family(claim.article, record.content[0].start, read)
    text = " … ".join(json.loads(claim.texts))
    return Line(
        statement=claim.id,
        claim=claim.id,
        article=article.id,
        path=article.path or article.id,
        outlet=article.outlet or article.id,
        published=article.published or "",
        family=family,
        origin=_origin(claim, family, read),
        denies=claim.status == "denied",
        status=claim.status,
        verification=claim.verification,
        subject="",
        predicate="says",
        object=text,
        time=(record.time.edtf or record.time.text) if record.time else "",
        text=text,
        outlet_id=_outlet(claim, read),
    )


def statement_line(row: Any, statement: Statement, read: Read) -> Line:
    """The line of a statement."""
    article = read.articles[row.article]
    claim = read.claims.get(row.claim)
    family = _family(row.article, statement.evidence[0].start, read)
    origin = _origin(claim, family, read)
    on_earth = read.places.get(row.position or row.place or "")
    return Line(
        statement=row.id,
        claim=claim.id if claim else None,
        article=article.id,
        path=article.path or article.id,
        outlet=article.outlet or article.id,
        published=article.published or "",
        family=family,
        origin=origin,
        denies=_denies(statement, claim, origin),
        status=claim.status if claim else statement.status,
        verification=claim.verification if claim else "none",
        subject=read.names[row.subject][1] if row.subject in read.names else statement.subject.name,
        predicate=statement.predicate,
        object=_name(row.object, statement.object, read),
        item=statement.item.name if statement.item else "",
        place=on_earth.name if on_earth else (statement.place.name if statement.place else ""),
        place_id=on_earth.id if on_earth else None,
        time=(statement.time.edtf or statement.time.text) if statement.time else "",
        quantity=statement.quantity,
        text=" … ".join(json.loads(row.texts)),
        outlet_id=_outlet(claim, read),
    )


def _outlet(claim: Any, read: Read) -> str:
    """The entity of the outlet, which is the last voice of every chain."""
    node = json.loads(claim.nodes)[-1] if claim else None
    return read.names[node][0] if node in read.names else ""


def _denies(statement: Statement, claim: Any, origin: Origin) -> bool:
    """Whether the line says that it is not so.

    Who is said to have rejected, accused, threatened or asked in the very words of a denial did so: the act is
    reported, its content is what was denied. So nobody denies an act of speech that is read off their own denial.
    """
    if statement.negated:
        return True
    if "denied" not in (statement.status, claim.status if claim else ""):
        return False
    if statement.predicate not in SPEAKING:
        return True
    cue = decode(Claim, claim.body).cue if claim else None
    in_cue = cue is not None and any(cue.overlaps(span) for span in statement.evidence)
    return not (statement.predicate == "REJECT" or in_cue or statement.subject.name == origin.name)


def _name(node: str | None, ref: Ref | None, read: Read) -> str:
    if node in read.names:
        return read.names[node][1]
    return ref.name if ref else ""


def _origin(claim: Any, family: str, read: Read) -> Origin:
    if claim is None:
        return origin_of((), (), family, {})
    chain: tuple[Voice, ...] = decode(Claim, claim.body).chain
    nodes = tuple(read.names[node][0] if node in read.names else node for node in json.loads(claim.nodes))
    known = read.known
    stands_for: tuple[str, str] | None = tuple(json.loads(claim.stands_for)) if claim.stands_for else None
    if nodes and nodes[0]:
        shown = next((name for id, name in read.names.values() if id == nodes[0]), chain[0].name)
        known = {**known, fold(chain[0].name): (nodes[0], shown)}
        if stands_for is None and nodes[0] in read.offices and not speaks_no_more(chain[0].role):
            body = read.offices[nodes[0]]
            stands_for = body, f"{chain[0].name} speaks for {body} in another report"
    return origin_of(chain, nodes, family, known, stands_for)
