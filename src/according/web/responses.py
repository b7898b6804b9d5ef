"""The shapes the API answers with: its own models, filled from the store's rows, so a row may change without the API.

Offsets count Python characters (code points) of the article's text, half-open, as everywhere in the project.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel

from according.knowledge.rows import ArticleRow, ClaimRow, RefRow, StatementRow, VoiceRow
from according.records import Judgement, Mention, Problem, Quantity, Span, Time
from according.web.positions import PositionOut

__all__ = [
    "ArticleOut",
    "ArticleText",
    "ClaimDetail",
    "ClaimOut",
    "ErrorOut",
    "EvidenceOut",
    "Facet",
    "JudgementOut",
    "MentionOut",
    "Page",
    "ProblemOut",
    "QuantityOut",
    "RefOut",
    "SpanOut",
    "StatementOut",
    "TimeOut",
    "VoiceOut",
]

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """One page of a listing; ask again with `after=next` until `next` is null."""

    items: list[Item]
    next: str | None = None
    total: int | None = None


class ErrorOut(BaseModel):
    """What went wrong, in one sentence."""

    error: str


class Facet(BaseModel):
    """One value of a filter with the number of claims it would leave."""

    value: str
    count: int
    label: str | None = None


class SpanOut(BaseModel):
    """Characters `start` up to, not including, `end`; `text` is the verbatim string where it is at hand."""

    start: int
    end: int
    text: str | None = None

    @classmethod
    def of(cls, span: Span, text: str | None = None) -> SpanOut:
        """From a span and, if known, its verbatim text."""
        return cls(start=span.start, end=span.end, text=text)


class TimeOut(BaseModel):
    """When: the wording, EDTF, and four day bounds (null where the text leaves them open)."""

    text: str
    edtf: str | None
    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None

    @classmethod
    def of(cls, time: Time | None) -> TimeOut | None:
        """From a record; None stays None."""
        if time is None:
            return None
        return cls(
            text=time.text,
            edtf=time.edtf,
            earliest_start=time.earliest_start,
            latest_start=time.latest_start,
            earliest_end=time.earliest_end,
            latest_end=time.latest_end,
        )


class ArticleOut(BaseModel):
    """An article's head."""

    id: str
    path: str | None
    title: str
    outlet: str
    outlet_kind: str
    published: date | None
    url: str | None
    authors: list[str]
    language: str
    retrieved: datetime | None
    sha256: str | None
    claims: int

    @classmethod
    def of(cls, row: ArticleRow) -> ArticleOut:
        """From a row."""
        return cls(
            id=row.id,
            path=row.path,
            title=row.title,
            outlet=row.outlet,
            outlet_kind=row.outlet_kind,
            published=row.published,
            url=row.url,
            authors=list(row.authors),
            language=row.language,
            retrieved=row.retrieved,
            sha256=row.sha256,
            claims=row.claims,
        )


class ArticleText(BaseModel):
    """The text every offset counts into; it never changes."""

    id: str
    text: str


class VoiceOut(BaseModel):
    """One link of a chain of voices; `entity` is null for unnamed voices, which are never matched to anyone."""

    name: str
    said_as: str
    kind: str
    start: int | None
    end: int | None
    role: str | None
    affiliation: str | None
    number: str | None
    access: str
    entity: str | None

    @classmethod
    def of(cls, row: VoiceRow) -> VoiceOut:
        """From a row."""
        voice = row.voice
        return cls(
            name=row.name,
            said_as=voice.name,
            kind=voice.kind,
            start=voice.span.start if voice.span else None,
            end=voice.span.end if voice.span else None,
            role=voice.role,
            affiliation=voice.affiliation,
            number=voice.number,
            access=voice.access,
            entity=row.entity,
        )


class EvidenceOut(BaseModel):
    """The words that decided one field of a claim."""

    field: str
    start: int
    end: int


class ClaimOut(BaseModel):
    """A claim with its article's head; `chain[0]` is the innermost speaker."""

    id: str
    article: ArticleOut
    content: list[SpanOut]
    cue: SpanOut | None
    chain: list[VoiceOut]
    status: str
    distance: str
    verification: str
    verification_span: SpanOut | None
    likelihood: str | None
    likelihood_text: str | None
    condition: SpanOut | None
    time: TimeOut | None
    evidence: list[EvidenceOut]
    confidence: float
    extractor: str
    review: str | None

    @classmethod
    def of(cls, row: ClaimRow) -> ClaimOut:
        """From a row."""
        claim = row.claim
        return cls(
            id=claim.id,
            article=ArticleOut.of(row.article),
            content=[SpanOut.of(span, text) for span, text in zip(claim.content, row.texts, strict=True)],
            cue=SpanOut.of(claim.cue, row.cue) if claim.cue else None,
            chain=[VoiceOut.of(voice) for voice in row.chain],
            status=claim.status,
            distance=claim.distance,
            verification=claim.verification,
            verification_span=SpanOut.of(claim.verification_span) if claim.verification_span else None,
            likelihood=claim.likelihood,
            likelihood_text=claim.likelihood_text,
            condition=SpanOut.of(claim.condition) if claim.condition else None,
            time=TimeOut.of(claim.time),
            evidence=[EvidenceOut(field=e.field, start=e.span.start, end=e.span.end) for e in claim.evidence],
            confidence=claim.confidence,
            extractor=row.extractor,
            review=row.review,
        )


class RefOut(BaseModel):
    """Who or what a statement speaks of; `id` is null for plain text."""

    id: str | None
    name: str
    kind: str | None

    @classmethod
    def of(cls, row: RefRow | None) -> RefOut | None:
        """From a row; None stays None."""
        return None if row is None else cls(id=row.id, name=row.name, kind=row.kind)


class QuantityOut(BaseModel):
    """A number as worded, beside the interval it can mean."""

    text: str
    low: float | None
    high: float | None
    unit: str | None

    @classmethod
    def of(cls, quantity: Quantity | None) -> QuantityOut | None:
        """From a record; None stays None."""
        if quantity is None:
            return None
        return cls(text=quantity.text, low=quantity.low, high=quantity.high, unit=quantity.unit)


class StatementOut(BaseModel):
    """A claim read as data; `claim` is null where the article says it in its own voice."""

    id: str
    article: ArticleOut
    claim: str | None
    subject: RefOut
    predicate: str
    object: RefOut | None
    item: RefOut | None
    quantity: QuantityOut | None
    place: RefOut | None
    position: PositionOut | None
    time: TimeOut | None
    negated: bool
    mode: str | None
    status: str
    verification: str
    speaker: str | None
    evidence: list[SpanOut]
    why: str
    review: str | None

    @classmethod
    def of(cls, row: StatementRow) -> StatementOut:
        """From a row."""
        said = row.statement
        subject = RefOut.of(row.subject)
        assert subject is not None
        return cls(
            id=said.id,
            article=ArticleOut.of(row.article),
            claim=said.claim,
            subject=subject,
            predicate=said.predicate,
            object=RefOut.of(row.object),
            item=RefOut.of(row.item),
            quantity=QuantityOut.of(said.quantity),
            place=RefOut.of(row.place),
            position=PositionOut.of(row.position),
            time=TimeOut.of(said.time),
            negated=said.negated,
            mode=said.mode,
            status=said.status,
            verification=row.verification,
            speaker=row.speaker,
            evidence=[SpanOut.of(span, text) for span, text in zip(said.evidence, row.texts, strict=False)],
            why=said.why,
            review=row.review,
        )


class MentionOut(BaseModel):
    """A name, pronoun, place or date as written; `why` says how it was found."""

    start: int
    end: int
    kind: str
    surface: str
    name: str
    why: str

    @classmethod
    def of(cls, mention: Mention) -> MentionOut:
        """From a record."""
        return cls(
            start=mention.span.start,
            end=mention.span.end,
            kind=mention.kind,
            surface=mention.surface,
            name=mention.name,
            why=mention.why,
        )


class JudgementOut(BaseModel):
    """An opinion with its author; never erased, undone by another one."""

    id: str
    subject: str
    verdict: str
    object: str | None
    by: str
    person: bool
    at: datetime | None
    why: str
    value: str | None

    @classmethod
    def of(cls, judgement: Judgement) -> JudgementOut:
        """From a record."""
        return cls.model_validate(judgement, from_attributes=True)


class ProblemOut(BaseModel):
    """Something that could not be read, with a sentence saying what to do."""

    input: str
    stage: str
    kind: str
    message: str
    article: str | None

    @classmethod
    def of(cls, problem: Problem) -> ProblemOut:
        """From a record."""
        return cls(
            input=problem.input,
            stage=problem.stage,
            kind=problem.kind,
            message=problem.message,
            article=problem.article,
        )


class ClaimDetail(BaseModel):
    """A claim with the paragraphs it stands in, the statements read from it and every opinion about it."""

    claim: ClaimOut
    context: SpanOut
    statements: list[StatementOut]
    history: list[JudgementOut]
