"""A claim as a reader wants it: who says it through whom, in which words, with what weight, where it stands."""

from dataclasses import dataclass
from datetime import date

from according.knowledge.rows import ArticleRow, ClaimRow, RefRow
from according.pictures import wording

__all__ = ["Saying", "saying"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim with its chain. `by` is the innermost speaker, `relays` the further links out to the outlet, each once.

    `role` words an unnamed or titled speaker as the text does; `text` joins the verbatim pieces with an ellipsis.
    """

    claim: str
    by: RefRow
    role: str | None
    relays: tuple[str, ...]
    text: str
    cue: str | None
    status: str
    distance: str
    likelihood: str | None
    verification: str
    negated: bool
    article: ArticleRow
    published: date | None
    confidence: float
    review: str | None


def saying(row: ClaimRow) -> Saying:
    """The claim of this row."""
    speaker = row.chain[0]
    return Saying(
        claim=row.claim.id,
        by=RefRow(speaker.entity, wording.voice(speaker.name, speaker.voice.name), speaker.voice.kind),
        role=speaker.voice.role,
        relays=tuple(dict.fromkeys(wording.voice(link.name, link.voice.name) for link in row.chain[1:])),
        text=" … ".join(row.texts),
        cue=row.cue,
        status=row.claim.status,
        distance=row.claim.distance,
        likelihood=row.claim.likelihood_text,
        verification=row.claim.verification,
        negated=row.claim.status == "denied",
        article=row.article,
        published=row.article.published,
        confidence=row.claim.confidence,
        review=row.review,
    )
