"""The conditions board: if this, then that, says who, and with what weight (a threat, a forecast, a call)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from according.knowledge.rows import ClaimRow, RefRow, StatementRow
from according.pictures import wording
from according.pictures.lines import FORESEEN, Backing, Line, back_claims, gather_lines
from according.records import Span

__all__ = ["Condition", "ConditionBoard", "draw_conditions", "without_condition"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One if-then as said.

    when: the words of the condition, None where the speaker names none ("vowed to strike")
    then: the words of what is to follow, without the condition
    by: who says it; `relays` the further links of the chain out to the outlet, nearest first
    status: threatened, conditional, predicted, called_for … as the claim has it
    lines: what is to follow, read as data (all of them foreseen); `time` words are inside the backing
    """

    id: str
    when: str | None
    then: str
    by: RefRow
    relays: tuple[str, ...]
    status: str
    likelihood: str | None
    article: str
    published: date | None
    lines: tuple[Line, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class ConditionBoard:
    """`conditions` name their if; `open` are threats and forecasts without one. Both in order of publication."""

    conditions: tuple[Condition, ...]
    open: tuple[Condition, ...]


def draw_conditions(
    claims: Iterable[ClaimRow],
    statements: Iterable[StatementRow] = (),
    *,
    text_of: Callable[[str], str] | None = None,
) -> ConditionBoard:
    """Every claim with a condition, and every threat and forecast without one.

    `text_of` gives an article's text by its id; it is asked only where the condition stands outside the claim's content
    (then, without it, the condition's words are unknown and `when` is None).
    """
    by_claim: dict[str, list[StatementRow]] = {}
    for row in statements:
        if row.statement.claim is not None:
            by_claim.setdefault(row.statement.claim, []).append(row)
    found = [
        _condition(row, by_claim.get(row.claim.id, ()), text_of)
        for row in claims
        if row.claim.condition is not None or row.claim.status in ("threatened", "predicted", "conditional")
    ]
    found.sort(key=lambda item: (item.published or date.max, item.article))
    return ConditionBoard(
        conditions=tuple(item for item in found if item.when is not None),
        open=tuple(item for item in found if item.when is None),
    )


def _condition(row: ClaimRow, statements: Sequence[StatementRow], text_of: Callable[[str], str] | None) -> Condition:
    claim = row.claim
    when, then = None, " … ".join(row.texts)
    if claim.condition is not None:
        when = _words(row, claim.condition, text_of)
        then = " … ".join(without_condition(row)) or then
    speaker = row.chain[0]
    return Condition(
        id=claim.id,
        when=when,
        then=then,
        by=RefRow(speaker.entity, wording.voice(speaker.name, speaker.voice.name), speaker.voice.kind),
        relays=tuple(dict.fromkeys(wording.voice(link.name, link.voice.name) for link in row.chain[1:])),
        status=claim.status,
        likelihood=claim.likelihood_text or claim.likelihood,
        article=row.article.id,
        published=row.article.published,
        lines=gather_lines(item for item in statements if item.statement.status in FORESEEN),
        backing=back_claims([row]),
    )


def _words(row: ClaimRow, condition: Span, text_of: Callable[[str], str] | None) -> str | None:
    for span, text in zip(row.claim.content, row.texts, strict=True):
        if condition.within(span):
            return text[condition.start - span.start : condition.end - span.start]
    return condition.of(text_of(row.claim.article)) if text_of is not None else None


def without_condition(row: ClaimRow) -> list[str]:
    """The pieces of a claim's content with its condition cut out, trimmed of the punctuation that joined it."""
    condition = row.claim.condition
    parts: list[str] = []
    for span, text in zip(row.claim.content, row.texts, strict=True):
        if condition is None or not condition.overlaps(span):
            parts.append(text)
            continue
        before = text[: max(condition.start - span.start, 0)]
        after = text[max(condition.end - span.start, 0) :]
        parts += [before.strip(" ,;—–\n"), after.strip(" ,;:—–\n")]
    return [part for part in parts if any(char.isalnum() for char in part)]
