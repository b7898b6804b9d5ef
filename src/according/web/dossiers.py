"""The shapes of the dossier and the stance board on the wire."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel

from according.pictures.dossier import Dossier
from according.pictures.lines import Line
from according.pictures.sayings import Saying
from according.pictures.stances import Stance
from according.web.drawings import BackingOut, ConditionOut, LineOut
from according.web.responses import Facet, RefOut
from according.web.subjects import EntityOut

__all__ = ["DossierOut", "SayingOut", "SectionOut", "StanceOut", "StancesOut"]

LISTED = 200
"""Lines of one section; its `total` is complete and the ledger, filtered for the actor, has the rest."""


class SayingOut(BaseModel):
    """One claim in a dossier: who says it through whom, in which words, with what weight."""

    claim: str
    by: RefOut
    role: str | None
    relays: list[str]
    text: str
    status: str
    likelihood: str | None
    verification: str
    article: str
    title: str
    outlet: str
    published: date | None
    review: str | None

    @classmethod
    def of(cls, item: Saying) -> SayingOut:
        """From a record."""
        by = RefOut.of(item.by)
        assert by is not None
        return cls(
            claim=item.claim,
            by=by,
            role=item.role,
            relays=list(item.relays),
            text=item.text,
            status=item.status,
            likelihood=item.likelihood,
            verification=item.verification,
            article=item.article.id,
            title=item.article.title,
            outlet=item.article.outlet,
            published=item.published,
            review=item.review,
        )


class StanceOut(BaseModel):
    """One actor's position; `actor` is null where the words describe a position without saying whose."""

    id: str
    actor: RefOut | None
    position: str
    toward: RefOut | None
    negated: bool
    foreseen: bool
    own: bool
    texts: list[str]
    backing: BackingOut

    @classmethod
    def of(cls, item: Stance) -> StanceOut:
        """From a record."""
        return cls(
            id=item.id,
            actor=RefOut.of(item.actor),
            position=item.position,
            toward=RefOut.of(item.toward),
            negated=item.negated,
            foreseen=item.foreseen,
            own=item.own,
            texts=list(item.backing.texts[:3]),
            backing=BackingOut.of(item.backing),
        )


class StancesOut(BaseModel):
    """The board's cells with its rows (`actors`) and columns (`issues`), the most frequent first."""

    stances: list[StanceOut]
    stances_total: int
    actors: list[Facet]
    issues: list[Facet]


class SectionOut(BaseModel):
    """One section of lines with its full size."""

    lines: list[LineOut]
    total: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> SectionOut:
        """From records, the best backed first."""
        ordered = sorted(lines, key=lambda line: -len(line.backing.statements))
        return cls(lines=[LineOut.of(line) for line in ordered[:LISTED]], total=len(ordered))


class DossierOut(BaseModel):
    """Everything the store holds on one actor, place or thing, in sections."""

    entity: EntityOut
    affiliations: SectionOut
    arms: SectionOut
    deployments: SectionOut
    sites: SectionOut
    events: SectionOut
    positions: list[StanceOut]
    positions_total: int
    threats: SectionOut
    conditions: list[ConditionOut]
    conditions_total: int
    forecasts: SectionOut
    said: list[SayingOut]
    said_total: int
    relayed: list[SayingOut]
    relayed_total: int
    said_of: list[SayingOut]
    said_of_total: int
    first_seen: date | None
    last_seen: date | None
    earliest: date | None
    latest: date | None

    @classmethod
    def of(cls, item: Dossier) -> DossierOut:
        """From a record."""
        return cls(
            entity=EntityOut.of(item.entity),
            affiliations=SectionOut.of(item.affiliations),
            arms=SectionOut.of(item.arms),
            deployments=SectionOut.of(item.deployments),
            sites=SectionOut.of(item.sites),
            events=SectionOut.of(item.events),
            positions=[StanceOut.of(stance) for stance in item.positions[:LISTED]],
            positions_total=len(item.positions),
            threats=SectionOut.of(item.threats),
            conditions=[ConditionOut.of(condition) for condition in item.conditions[:LISTED]],
            conditions_total=len(item.conditions),
            forecasts=SectionOut.of(item.forecasts),
            said=[SayingOut.of(saying) for saying in item.said[:LISTED]],
            said_total=len(item.said),
            relayed=[SayingOut.of(saying) for saying in item.relayed[:LISTED]],
            relayed_total=len(item.relayed),
            said_of=[SayingOut.of(saying) for saying in item.said_of[:LISTED]],
            said_of_total=len(item.said_of),
            first_seen=item.first_seen,
            last_seen=item.last_seen,
            earliest=item.earliest,
            latest=item.latest,
        )
