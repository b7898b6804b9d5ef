"""Questions to the store about origins: families, propositions, contradictions, grades."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_

from according.errors import NotFoundError
from according.knowledge import schema
from according.knowledge.clusters import chunks
from according.knowledge.encoding import decode
from according.knowledge.origins import tables
from according.knowledge.origins.disputes.clashing import between_claims
from according.knowledge.origins.disputes.contradictions import EXCLUSIVE, ONCE, Contradiction, contradictions
from according.knowledge.origins.grades import reliability
from according.knowledge.origins.lineage.derivations import Derivation, best_roots, lineage
from according.knowledge.origins.lines import claim_line, read_claims
from according.knowledge.origins.propositions import Gathered, gather
from according.knowledge.queries.assembly import article_rows
from according.knowledge.reader import Reader
from according.knowledge.resolution import in_force
from according.knowledge.rows import ArticleRow
from according.records import Judgement

__all__ = [
    "FamilyRow",
    "Record",
    "contested",
    "count_propositions",
    "families",
    "family_of",
    "grade_of",
    "proposition",
    "propositions",
    "propositions_of_claim",
    "record_of",
    "waiting",
]

MOST = 5_000
"""Propositions that may be rivals compared at once, the best supported first; denials and numbers are all looked at."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """Articles of which one derives from another: `derivations` say who from whom, `kin` who else is alike.

    `roots` are the ids nothing says derive; several where unknown.
    """

    id: str
    articles: tuple[ArticleRow, ...]
    derivations: tuple[Derivation, ...]
    roots: tuple[str, ...]
    unseen: tuple[str, ...]
    kin: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """How a voice's propositions fared: shown beside its grade, never made into one."""

    alone: int
    confirmed: int
    contradicted: int


def waiting(reader: Reader) -> bool:
    """True when articles or judgements came in since propositions were last gathered."""
    with reader.connect() as connection:
        return connection.execute(select(tables.unsettled.c.what).limit(1)).first() is not None


def propositions(
    reader: Reader,
    *,
    about: str | None = None,
    kind: str | None = None,
    least_origins: int = 0,
    contested_only: bool = False,
    limit: int | None = 50,
    offset: int = 0,
) -> list[Gathered]:
    """Propositions, those with most origins and outlets first. `about` is the canonical id of an actor or place.

    Claims worded alike, of which no statement was read, are about whom they name and who speaks.
    """
    p = tables.proposition
    query = _filtered(select(p.c.body), about, kind, least_origins, contested_only)
    query = query.order_by(p.c.high.desc(), p.c.outlets.desc(), p.c.id).limit(limit).offset(offset)
    with reader.connect() as connection:
        return [decode(Gathered, body) for body in connection.scalars(query)]


def count_propositions(
    reader: Reader,
    *,
    about: str | None = None,
    kind: str | None = None,
    least_origins: int = 0,
    contested_only: bool = False,
) -> int:
    """How many `propositions` would list without limit."""
    query = _filtered(select(func.count()).select_from(tables.proposition), about, kind, least_origins, contested_only)
    with reader.connect() as connection:
        return connection.scalar(query) or 0


def _filtered(
    query: Select[Any], about: str | None, kind: str | None, least_origins: int, contested_only: bool
) -> Select[Any]:
    p = tables.proposition
    conditions: list[ColumnElement[bool]] = []
    if about is not None:
        conditions.append(_is_about(about))
    if kind is not None:
        conditions.append(p.c.kind == kind)
    if least_origins:
        conditions.append(p.c.low >= least_origins)
    if contested_only:
        conditions.append(p.c.denials > 0)
    return query.where(*conditions)


def _is_about(about: str) -> ColumnElement[bool]:
    """Subject, object or place; of contents worded alike, whoever speaks or is named in them."""
    p, w, ref, node = tables.proposition, tables.spoken, schema.claim_ref, schema.node
    names = select(node.c.id).where(node.c.canonical == about)
    said = select(w.c.block).join(ref, ref.c.claim == w.c.claim).where(or_(ref.c.ref == about, ref.c.ref.in_(names)))
    spoken = (p.c.kind == "says") & p.c.block.in_(said)
    return or_(p.c.subject == about, p.c.place == about, p.c.object == about, spoken)


def proposition(reader: Reader, id: str) -> Gathered:
    """The proposition with this id or an unambiguous beginning of it, or the one a statement of this id belongs to."""
    p, t, s = tables.proposition, tables.said, schema.statement
    with reader.connect() as connection:
        bodies = list(connection.scalars(select(p.c.body).where(p.c.id.startswith(id, autoescape=True)).limit(2)))
        if not bodies:
            block = select(t.c.block).join(s, s.c.seq == t.c.statement).where(s.c.id == id)
            around = connection.scalars(select(p.c.body).where(p.c.block.in_(block)).order_by(p.c.id)).all()
            bodies = [body for body in around if id in {line.statement for line in decode(Gathered, body).lines}]
    if len(bodies) == 1:
        return decode(Gathered, bodies[0])
    if bodies:
        raise NotFoundError(f"Several propositions begin with {id!r}; give more of it.")
    raise NotFoundError(f"No proposition has the id {id!r}. See: according propositions")


def propositions_of_claim(reader: Reader, claim: str) -> list[Gathered]:
    """The propositions that statements of this claim (its whole id) belong to.

    Of a claim without statements: those who say it in the same words; where nobody else does, the claim alone.
    """
    c, s, t, w = schema.claim, schema.statement, tables.said, tables.spoken
    with reader.connect() as connection:
        query = select(t.c.block).join(s, s.c.seq == t.c.statement).join(c, c.c.seq == s.c.claim)
        blocks = set(connection.scalars(query.where(c.c.id == claim)))
        for other in (w, tables.denial, tables.support):
            query = select(other.c.block).join(c, c.c.seq == other.c.claim).where(c.c.id == claim)
            blocks |= set(connection.scalars(query))
        p = tables.proposition
        bodies = connection.scalars(select(p.c.body).where(p.c.block.in_(sorted(blocks))).order_by(p.c.id))
        found = [decode(Gathered, body) for body in bodies]
        mine = [p for p in found if any(line.claim == claim for line in p.lines)]
        seq = connection.scalar(select(c.c.seq).where(c.c.id == claim))
        if mine or seq is None:
            return mine
        read = read_claims(connection, [seq])
        return [gather("says", [claim_line(read.claims[seq], read)])]


# ---- families ----------------------------------------------------------------------------------------------------


def families(reader: Reader, *, limit: int | None = 50, offset: int = 0) -> list[FamilyRow]:
    """Families of two or more articles, the largest first."""
    f = tables.family
    size = func.count().label("size")
    query = select(f.c.family).group_by(f.c.family).having(size > 1).order_by(size.desc(), f.c.family)
    with reader.connect() as connection:
        names = list(connection.scalars(query.limit(limit).offset(offset)))
    return [_family(reader, name) for name in names]


def family_of(reader: Reader, article: str) -> FamilyRow:
    """The family of the article with this id; a family of one where it has no kin."""
    f, a = tables.family, schema.article
    with reader.connect() as connection:
        name = connection.scalar(select(f.c.family).join(a, a.c.seq == f.c.article).where(a.c.id == article))
    if name is None:
        raise NotFoundError(f"No article has the id {article!r}. See: according status")
    return _family(reader, name)


def _family(reader: Reader, name: str) -> FamilyRow:
    f, d = tables.family, tables.derivation
    with reader.connect() as connection:
        seqs = sorted(connection.scalars(select(f.c.article).where(f.c.family == name)))
        rows = article_rows(connection, seqs)
        ties: list[Derivation] = []
        for start in range(0, len(seqs), 400):
            query = select(d.c.body).where(d.c.derived.in_(seqs[start : start + 400]))
            ties += [decode(Derivation, body) for body in connection.scalars(query.order_by(d.c.derived, d.c.original))]
    articles = tuple(rows[seq] for seq in seqs)
    unseen = tuple(sorted({tie.unseen for tie in ties if tie.unseen}))
    told, kin = lineage(ties)
    return FamilyRow(name, articles, tuple(told), tuple(best_roots([a.id for a in articles], ties)), unseen, tuple(kin))


# ---- contradictions ----------------------------------------------------------------------------------------------


def contested(
    reader: Reader, *, about: str | None = None, dismissed: bool = False, unsure: bool = False
) -> list[Contradiction]:
    """Where voices disagree; those a person dismissed are left out unless asked for.

    unsure: instead of these, what may be contradictions between contents, for a person to decide.
    """
    p = tables.proposition
    once = p.c.kind.in_(sorted({*ONCE, *EXCLUSIVE}))
    same = select(p.c.subject, p.c.kind).where(once).group_by(p.c.subject, p.c.kind).having(func.count() > 1)
    placed = select(p.c.place).where(p.c.kind == "hold", p.c.place != "").group_by(p.c.place)
    held = placed.having(func.count(p.c.subject.distinct()) > 1)
    rivals = or_(tuple_(p.c.subject, p.c.kind).in_(same), (p.c.kind == "hold") & p.c.place.in_(held))
    found_in: dict[str, str] = {}
    with reader.connect() as connection:
        for suspects, most in ((or_(p.c.denials > 0, p.c.numbers > 1), None), (rivals, MOST)):
            query = select(p.c.id, p.c.body).where(suspects)
            if about is not None:
                query = query.where(_is_about(about))
            query = query.order_by(p.c.high.desc(), p.c.outlets.desc(), p.c.id).limit(most)
            found_in.update((row.id, row.body) for row in connection.execute(query))
    found = contradictions([decode(Gathered, body) for body in found_in.values()])
    told = {pair for one in found for pair in _claims_against(one)}
    with reader.connect() as connection:
        firm, perhaps = between_claims(connection, about=about, told=told)
    listed = perhaps if unsure else sorted([*found, *firm], key=lambda one: one.id)
    return _marked(reader, listed, dismissed)


def _claims_against(one: Contradiction) -> set[frozenset[str | None]]:
    """Each two claims that stand against each other."""
    return {frozenset((a.claim, b.claim)) for a in one.sides[0].lines for b in one.sides[1].lines}


def _marked(reader: Reader, found: list[Contradiction], dismissed: bool) -> list[Contradiction]:
    """With what persons dismissed marked, or left out."""
    said = in_force(_log(reader, [c.id for c in found])).values()
    opinions = {j.subject for j in said if j.verdict == "dismiss" and j.person}
    marked = [replace(c, dismissed=c.id in opinions) for c in found]
    return [c for c in marked if dismissed or not c.dismissed]


# ---- grades --------------------------------------------------------------------------------------------------------


def _log(reader: Reader, subjects: Iterable[str]) -> Iterator[Judgement]:
    """Judgements on these subjects, and what undoes them."""
    j = schema.judgement
    with reader.connect() as connection:
        latest = set(subjects)
        while latest:
            found: set[str] = set()
            for some in chunks(latest):
                for body in connection.scalars(select(j.c.body).where(j.c.subject.in_(some))):
                    judgement = decode(Judgement, body)
                    found.add(judgement.id)
                    yield judgement
            latest = found


def grade_of(reader: Reader, entity: str) -> str | None:
    """The reliability a person gave this voice (canonical id) or a node merged into it, A to E; None without (F)."""
    node = schema.node
    with reader.connect() as connection:
        nodes = set(connection.scalars(select(node.c.id).where(node.c.canonical == entity)))
    return reliability(_log(reader, {entity, *nodes}))


def record_of(reader: Reader, entity: str) -> Record:
    """How the propositions fared that this voice (canonical id) stands behind."""
    p, behind = tables.proposition, tables.behind
    blocks = select(behind.c.block).where(behind.c.origin == entity)
    alone = confirmed = contradicted = 0
    with reader.connect() as connection:
        for body in connection.scalars(select(p.c.body).where(p.c.block.in_(blocks)).order_by(p.c.id)):
            found = decode(Gathered, body)
            mine = {line.origin.key for line in found.lines if not line.denies}
            if entity not in mine:
                continue
            contradicted += bool(found.deniers)
            confirmed += not found.deniers and found.low > 1
            alone += not found.deniers and found.low == 1
    return Record(alone, confirmed, contradicted)
