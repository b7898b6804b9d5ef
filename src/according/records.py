"""The nouns: frozen records handed from stage to stage. No behaviour beyond identity and self-checks.

Text offsets are always `Span`s into `Article.text`: half-open, counted in Python characters (code points).
Ids are content hashes (`identify`), so the same evidence always carries the same id.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from according.vocabularies import (
    PREDICATES,
    STATUSES,
    VOICE_KINDS,
    Access,
    Distance,
    EntityKind,
    MentionKind,
    OutletKind,
    Predicate,
    Status,
    Verdict,
    Verification,
    VoiceKind,
)

__all__ = [
    "Article",
    "Claim",
    "Entity",
    "Evidence",
    "Extraction",
    "Judgement",
    "Link",
    "Linking",
    "Mention",
    "Name",
    "Outlet",
    "Place",
    "Problem",
    "Proposition",
    "Quantity",
    "Ref",
    "Span",
    "Statement",
    "Time",
    "Voice",
    "identify",
]


def identify(*parts: object) -> str:
    """A 20-hex-digit content hash of the parts; the same parts in the same order give the same id on any machine."""
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        raw = repr(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(4, "big"))
        digest.update(raw)
    return digest.hexdigest()


def _must_be(value: str, allowed: tuple[str, ...], what: str) -> None:
    if value not in allowed:
        raise ValueError(f"{what} {value!r} is not one of {', '.join(allowed)}")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The verbatim string; ValueError when the text is too short to hold it."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} lies outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when at least one character is in both."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """True when every character of this span is in the other."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. `name` is empty when the article does not say."""

    name: str
    kind: OutletKind = "unknown"
    country: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `text` never changes; every offset in the project counts into it.

    `id` is a hash of the text and the canonical address (or nothing), so a file read twice is one article.
    `path` is how the input was named (relative as given), `sha256` the hash of the bytes it was read from.
    `credits` are credit lines and datelines found with the text, `based_on` the addresses it names as its original.
    """

    id: str
    outlet: Outlet
    text: str
    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    retrieved: datetime | None = None
    language: str = "en"
    path: str | None = None
    canonical: str | None = None
    credits: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    sha256: str | None = None

    @staticmethod
    def identify(text: str, url: str | None) -> str:
        """The id of an article with this text at this canonical address."""
        return identify("article", text, url)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, pronoun, place or date as written. `name` is the fullest form of it used in the same article.

    `why` says how it was found: `ner`, `pack`, `introduced` (an abbreviation in brackets), `rule`.
    """

    span: Span
    kind: MentionKind
    surface: str
    name: str
    why: str = "ner"


@dataclass(frozen=True, slots=True)
class Time:
    """When, as four bounds (each None when unknown) plus EDTF and the wording it was read from.

    The state or event began between `earliest_start` and `latest_start` and ended between `earliest_end` and
    `latest_end`, inclusive days. `starting`/`ending` say the text itself speaks of a beginning or an end.
    Nothing is imputed: "last month" is a month, never its middle. EDTF: Library of Congress, 2019-02-04.
    """

    text: str
    edtf: str | None = None
    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    starting: bool = False
    ending: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as worded ("dozens") beside the interval it can mean; a bound is None when open."""

    text: str
    low: float | None
    high: float | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain: who speaks, as far as the text says. Unnamed voices carry a role, never a guess.

    `name` is the canonical name used in the article, or the description of an unnamed voice ("two US officials").
    `number` is what the text counts ("two"); `access` is how close this voice stands to what it says.
    """

    name: str
    kind: VoiceKind
    span: Span | None = None
    role: str | None = None
    affiliation: str | None = None
    number: str | None = None
    access: Access = "unknown"

    def __post_init__(self) -> None:
        _must_be(self.kind, VOICE_KINDS, "voice kind")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that triggered one field of a claim: `field` is `status`, `distance`, `likelihood`, `verification` …"""

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by whom, through whom. `chain` runs from the innermost speaker out to the outlet.

    `confidence` (0 to 1) is the extractor's, about having read the text right; it says nothing about the world.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    cue: Span | None
    chain: tuple[Voice, ...]
    status: Status = "asserted"
    distance: Distance = "neutral"
    verification: Verification = "none"
    verification_span: Span | None = None
    likelihood: str | None = None
    likelihood_text: str | None = None
    condition: Span | None = None
    time: Time | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _must_be(self.status, STATUSES, "claim status")
        if not self.content:
            raise ValueError("a claim needs at least one verbatim span")
        if not self.chain:
            raise ValueError("a claim needs a chain; the outlet is always its last link")

    @staticmethod
    def identify(article: str, content: tuple[Span, ...], cue: Span | None, speaker: str) -> str:
        """The id of a claim with this content, cue and innermost speaker in this article."""
        return identify("claim", article, content, cue, speaker)


@dataclass(frozen=True, slots=True)
class Ref:
    """An actor, place or thing a statement speaks of, by its canonical name in the article.

    `kind` is None when the thing is plain text ("field preparations") and no entity.
    """

    name: str
    kind: EntityKind | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim read as data. `claim` is None when the article says it in its own voice."""

    id: str
    article: str
    claim: str | None
    subject: Ref
    predicate: Predicate
    object: Ref | None = None
    item: Ref | None = None
    quantity: Quantity | None = None
    place: Ref | None = None
    time: Time | None = None
    negated: bool = False
    mode: str | None = None
    status: Status = "asserted"
    evidence: tuple[Span, ...] = ()
    why: str = ""

    def __post_init__(self) -> None:
        _must_be(self.predicate, PREDICATES, "predicate")
        if not self.evidence:
            raise ValueError("a statement needs the span it was read from")

    @staticmethod
    def identify(
        article: str,
        claim: str | None,
        subject: str,
        predicate: str,
        object: str | None,  # the field's own name
        item: str | None,
        place: str | None,
        negated: bool,
        evidence: tuple[Span, ...],
    ) -> str:
        """The id of a statement that says this at these characters."""
        return identify("statement", article, claim, subject, predicate, object, item, place, negated, evidence)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, with a sentence saying what to do. `input` names the file or address."""

    input: str
    stage: str
    kind: str
    message: str
    article: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one extractor version found in one article: the unit of storage, re-running and benchmarking."""

    article: str
    extractor: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity. `language` is a BCP 47 tag with script where it matters ("ar", "ar-Latn")."""

    text: str
    language: str = "en"
    kind: Literal["name", "alias", "abbreviation", "weak"] = "name"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, company, place or weapon in the world; `names[0]` is the name to show."""

    id: str
    kind: EntityKind
    names: tuple[Name, ...]
    parent: str | None = None
    country: str | None = None
    external: tuple[tuple[str, str], ...] = ()
    note: str | None = None

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class Place:
    """A place put on the earth (WGS 84 degrees) as exactly as the text allows.

    `precision` is UCDP GED `where_prec` 1 (exact) to 7 (international waters or airspace); `radius_km` bounds
    where it can be.
    `area` is True for a region: draw the radius or its polygon, never a point. `source` credits the coordinates.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: int
    radius_km: float
    area: bool = False
    country: str | None = None
    admin1: str | None = None
    names: tuple[str, ...] = ()
    source: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"{self.name!r} would lie outside the earth: {self.lat}, {self.lon}")
        if not 1 <= self.precision <= 7:
            raise ValueError(f"where_prec runs from 1 to 7, not {self.precision}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """An opinion with an author: never evidence, never erased; undo is another row naming this one as `subject`.

    `by` is a rule with its version (`actors@2`) or a person; `person` says which. `value` holds a grade or
    a correction.
    """

    id: str
    subject: str
    verdict: Verdict
    object: str | None = None
    by: str = ""
    person: bool = False
    at: datetime | None = None
    why: str = ""
    value: str | None = None

    @staticmethod
    def identify(
        subject: str, verdict: str, object: str | None, by: str, at: datetime | None, value: str | None
    ) -> str:
        """The id of this opinion; a rule's carries no time, so running the rule again adds no row."""
        return identify("judgement", subject, verdict, object, by, at, value)


@dataclass(frozen=True, slots=True)
class Proposition:
    """Derived: the same statement made by several claims, with how many independent origins stand behind it.

    `origins_low..origins_high` is the interval of the design's §6; `credibility` is Admiralty 1–5 or None (6).
    """

    id: str
    subject: str
    predicate: str
    object: str | None
    place: str | None
    time: str | None
    statements: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    origins_low: int = 0
    origins_high: int = 0
    outlets: int = 0
    families: int = 0
    credibility: int | None = None
    why: str = ""
    quantities: tuple[Quantity, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Link:
    """A name of one article tied to a node of the store: `entity` is an `Entity.id` or a `Place.id`.

    Every distinct name becomes a node of its own; that two nodes are the same is a `Judgement`, so it can be undone.
    """

    name: str
    entity: str
    why: str


@dataclass(frozen=True, slots=True)
class Linking:
    """Who and where the names of one extraction are, by one linker version; rebuilt when packs change."""

    article: str
    linker: str
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    links: tuple[Link, ...] = ()
    judgements: tuple[Judgement, ...] = ()
