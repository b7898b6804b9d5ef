"""The shapes of families, propositions and contradictions on the wire."""

from __future__ import annotations

from pydantic import BaseModel

from according.knowledge.origins.contradictions import Contradiction, Side
from according.knowledge.origins.grades import credibility
from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.reading import FamilyRow
from according.web.responses import ArticleOut, QuantityOut

__all__ = ["ContradictionOut", "FamilyOut", "PropositionOut", "TieOut"]

SHOWN = 60
"""Lines listed of one proposition or side; the counts beside them are complete."""


class TieOut(BaseModel):
    """How one article derives from another: ids of both, whether the direction is known, and how one can tell."""

    derived: str
    original: str
    directed: bool
    how: str
    why: str
    share: float
    unseen: str | None


class FamilyOut(BaseModel):
    """Articles of which one reprints, credits or paraphrases another. `unseen` originals are not in the store."""

    id: str
    articles: list[ArticleOut]
    roots: list[str]
    ties: list[TieOut]
    unseen: list[str]

    @classmethod
    def of(cls, row: FamilyRow) -> FamilyOut:
        """From a row."""
        return cls(
            id=row.id,
            articles=[ArticleOut.of(article) for article in row.articles],
            roots=list(row.roots),
            ties=[
                TieOut(
                    derived=tie.derived,
                    original=tie.original,
                    directed=tie.directed,
                    how=tie.how,
                    why=tie.why,
                    share=tie.share,
                    unseen=tie.unseen,
                )
                for tie in row.derivations[:SHOWN]
            ],
            unseen=list(row.unseen),
        )


class VoicedOut(BaseModel):
    """One reading of a proposition: whose it is, through whom it came, where it stands."""

    statement: str
    claim: str | None
    article: str
    outlet: str
    published: str
    family: str
    origin: str
    origin_kind: str
    through: list[str]
    denies: bool
    status: str
    verification: str
    quantity: QuantityOut | None
    text: str

    @classmethod
    def of(cls, line: Line) -> VoicedOut:
        """From a record."""
        return cls(
            statement=line.statement,
            claim=line.claim,
            article=line.article,
            outlet=line.outlet,
            published=line.published,
            family=line.family,
            origin=line.origin.name,
            origin_kind=line.origin.kind,
            through=list(line.origin.through),
            denies=line.denies,
            status=line.status,
            verification=line.verification,
            quantity=QuantityOut.of(line.quantity),
            text=line.text,
        )


class PropositionOut(BaseModel):
    """The same thing said by several, with how many independent origins stand behind it (`low` to `high`).

    `credibility` is Admiralty 1 to 5, or null (6); `rule` says what gave it. `circular` names outlets that cite
    themselves.
    """

    id: str
    subject: str
    kind: str
    object: str
    item: str
    place: str
    time: str
    low: int
    high: int
    words: str
    credibility: int | None
    rule: str
    denied: bool
    circular: list[str]
    lines: list[VoicedOut]
    lines_total: int

    @classmethod
    def of(cls, found: Gathered) -> PropositionOut:
        """From a record."""
        grade = credibility(found)
        return cls(
            id=found.id,
            subject=found.subject,
            kind=found.kind,
            object=found.object,
            item=found.item,
            place=found.place,
            time=found.time,
            low=found.low,
            high=found.high,
            words=found.words,
            credibility=grade.grade,
            rule=grade.rule,
            denied=bool(found.deniers),
            circular=list(found.circular),
            lines=[VoicedOut.of(line) for line in found.lines[:SHOWN]],
            lines_total=len(found.lines),
        )


class SideOut(BaseModel):
    """One side of a contradiction: what it holds, whose it is, and the claims it stands on."""

    says: str
    origins: list[str]
    proposition: str
    claims: list[str]
    articles: list[str]
    lines_total: int

    @classmethod
    def of(cls, side: Side) -> SideOut:
        """From a record."""
        return cls(
            says=side.says,
            origins=list(side.origins),
            proposition=side.proposition,
            claims=list(dict.fromkeys(line.claim for line in side.lines[:SHOWN] if line.claim)),
            articles=list(dict.fromkeys(line.article for line in side.lines[:SHOWN] if not line.claim)),
            lines_total=len(side.lines),
        )


class ContradictionOut(BaseModel):
    """Two sides that cannot both be so as worded; which of them is so is not decided here."""

    id: str
    kind: str
    why: str
    sides: list[SideOut]
    dismissed: bool

    @classmethod
    def of(cls, found: Contradiction) -> ContradictionOut:
        """From a record."""
        return cls(
            id=found.id,
            kind=found.kind,
            why=found.why,
            sides=[SideOut.of(side) for side in found.sides],
            dismissed=found.dismissed,
        )
