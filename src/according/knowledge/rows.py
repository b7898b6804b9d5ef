"""What queries return: frozen rows, names resolved through judgements. Pictures, publish and web need only these."""

from dataclasses import dataclass
from datetime import date, datetime

from according.records import Claim, Entity, Judgement, Place, Statement, Voice

__all__ = [
    "ArticleRow",
    "ClaimFilter",
    "ClaimRow",
    "EntityRow",
    "PlaceRow",
    "RefRow",
    "StatementFilter",
    "StatementRow",
    "VoiceRow",
]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article's head, without its text."""

    id: str
    path: str | None
    title: str
    outlet: str
    outlet_kind: str
    published: date | None
    url: str | None
    authors: tuple[str, ...] = ()
    language: str = "en"
    retrieved: datetime | None = None
    sha256: str | None = None
    claims: int = 0
    extractor: str = ""
    country: str | None = None
    canonical: str | None = None
    credits: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice with the entity it resolves to (None for unnamed voices); `name` is the entity's name to show."""

    voice: Voice
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its article's head, verbatim texts and resolved chain; `review` is the last person's verdict."""

    claim: Claim
    article: ArticleRow
    texts: tuple[str, ...]
    cue: str | None
    chain: tuple[VoiceRow, ...]
    extractor: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class RefRow:
    """A subject, object, item or place as resolved; `id` is None for plain text."""

    id: str | None
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its resolved ends, its place on the earth where known, and the claim it belongs to."""

    statement: Statement
    article: ArticleRow
    subject: RefRow
    object: RefRow | None
    item: RefRow | None
    place: RefRow | None
    position: Place | None
    speaker: str | None
    verification: str
    texts: tuple[str, ...]
    review: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A resolved entity: its cluster of nodes, all names used for it, and how much the store holds about it."""

    entity: Entity
    members: tuple[str, ...]
    names: tuple[str, ...]
    mentions: int
    claims: int
    statements: int
    judgements: tuple[Judgement, ...] = ()
    articles: int = 0


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the names used for it and the articles that name it (by path, or id where there is none)."""

    place: Place
    names: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; a field that is None does not filter. Texts match by full-text search, names by folded words."""

    speaker: str | None = None
    text: str | None = None
    status: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    unverified: bool | None = None
    verification: str | None = None
    actor: str | None = None  # entity id, mentioned in the claim's statements or speaking
    place: str | None = None  # place id or name
    article: str | None = None
    voice_kind: str | None = None
    review: str | None = None  # accept, reject, correct, or "none" for what waits
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements; ids of entities are canonical ones."""

    subject: str | None = None
    object: str | None = None
    either: str | None = None
    predicates: tuple[str, ...] = ()
    place: str | None = None
    article: str | None = None
    claim: str | None = None
    since: date | None = None
    until: date | None = None
    negated: bool | None = None
