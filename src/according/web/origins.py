"""The shapes of families, propositions and contradictions on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from according.knowledge.origins.disputes.contradictions import Contradiction, Side
from according.knowledge.origins.grades import credibility
from according.knowledge.origins.outcomes import Followed
from according.knowledge.origins.propositions import Gathered, Line, Weight, weigh
from according.knowledge.origins.reading import FamilyRow
from according.web.responses import ArticleOut, QuantityOut

__all__ = ["ContradictionOut", "DecisionOut", "FamilyOut", "FollowUpOut", "PropositionOut", "TieOut"]

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
    """One reading of a proposition: whose it is, through whom it came, where it stands.

    `counts` says what it adds to the count of origins: `one` (once an origin, however often it is read), `upper` (only
    to the most there can be), `nothing`, or `denies`. `why` says why so, and how a denial was found to deny this.
    """

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
    counts: Weight
    why: str

    @classmethod
    def of(cls, line: Line, found: Gathered) -> VoicedOut:
        """From a record and the proposition it belongs to."""
        counts, why = weigh(found, line)
        return cls(
            counts=counts,
            why=why,
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
            lines=[VoicedOut.of(line, found) for line in found.lines[:SHOWN]],
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


class DecisionOut(BaseModel):
    """What a person decided; `id` is what to undo."""

    id: str
    verdict: Literal["fulfils", "refutes", "dismiss"]
    by: str
    at: datetime | None
    why: str


class FollowUpOut(BaseModel):
    """A forecast, condition or threat, and a later proposition that may fulfil or refute it.

    `claim` (a statement's id where no claim stands behind it) and `proposition` name the two in a decision; `verdict`
    and `why` are what a rule proposes, and nothing more while `decision` is null. `says` is the later proposition.
    """

    claim: str
    article: str
    outlet: str
    published: str
    origin: str
    status: str
    text: str
    proposition: str
    says: str
    verdict: Literal["fulfils", "refutes"]
    why: str
    decision: DecisionOut | None

    @classmethod
    def of(cls, row: Followed) -> FollowUpOut:
        """From a row."""
        line, said = row.follow_up.line, row.decision
        return cls(
            claim=line.claim or line.statement,
            article=line.article,
            outlet=line.outlet,
            published=line.published,
            origin=line.origin.name,
            status=line.status,
            text=line.text,
            proposition=row.follow_up.proposition,
            says=row.says,
            verdict=row.follow_up.verdict,
            why=row.follow_up.why,
            decision=DecisionOut.model_validate(said, from_attributes=True) if said else None,
        )
