"""The ledger: claims filtered, counted, exported; one claim with everything around it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from according.knowledge import queries
from according.records import Span
from according.web.responses import ClaimDetail, ClaimOut, Facet, JudgementOut, Page, SpanOut, StatementOut
from according.web.routes.asking import ClaimQuery, Limit, Stored

__all__ = ["router"]

router = APIRouter(tags=["claims"])


class Facets(BaseModel):
    """How many claims each further filter would leave."""

    total: int
    facets: dict[str, list[Facet]]


@router.get("/claims")
def list_claims(
    store: Stored,
    filter: ClaimQuery,
    limit: Limit = 50,
    after: Annotated[str | None, Query(max_length=500)] = None,
    order: Literal["article", "newest"] = "article",
) -> Page[ClaimOut]:
    """Claims in the order of their articles, or the latest published first. Rejected ones only when asked for."""
    rows = queries.claims(store.reader(), filter, limit=limit + 1, after=after, order=order)
    return Page(
        items=[ClaimOut.of(row) for row in rows[:limit]], next=rows[limit - 1].claim.id if len(rows) > limit else None
    )


@router.get("/claims/facets")
def count_facets(store: Stored, filter: ClaimQuery) -> Facets:
    """The number of claims that pass, in all and for each value of each facet (the most frequent values)."""
    reader = store.reader()
    key = ("facets", filter)

    def read() -> Facets:
        counted = queries.facets(reader, filter, most=30)
        names = queries.names_of(reader, list(counted.get("speaker", ())))
        return Facets(
            total=queries.count_claims(reader, filter),
            facets={
                name: [
                    Facet(value=value, count=count, label=names.get(value) if name == "speaker" else None)
                    for value, count in values.items()
                ]
                for name, values in counted.items()
            },
        )

    return store.kept(key, read)


@router.get("/claims/facets/subjects")
def count_subjects(store: Stored, filter: ClaimQuery) -> dict[Literal["actor", "place"], list[Facet]]:
    """The most frequent actors (speaking or spoken of) and places among the claims that pass; values are ids.

    Apart from the other facets because it looks at every name of every claim: ask for it after them.
    """

    def read() -> dict[Literal["actor", "place"], list[Facet]]:
        found = queries.subjects(store.reader(), filter)
        return {
            kind: [Facet(value=one.id, count=one.count, label=one.name) for one in found if one.kind == kind]
            for kind in ("actor", "place")
        }

    return store.kept(("subjects", filter), read)


@router.get("/claims/by-id")
def some_claims(store: Stored, id: Annotated[list[str], Query(min_length=1, max_length=100)]) -> Page[ClaimOut]:
    """The claims with these ids, in this order; unknown ids are left out."""
    rows = {row.claim.id: row for row in queries.claims_by_id(store.reader(), id)}
    found = [ClaimOut.of(rows[one]) for one in dict.fromkeys(id) if one in rows]
    return Page(items=found, total=len(found))


@router.get("/claims/export", response_class=StreamingResponse)
def export_claims(store: Stored, filter: ClaimQuery, format: Literal["jsonl", "csv"] = "jsonl") -> StreamingResponse:
    """Every claim that passes the filter, streamed, in the export contract's version 1."""
    from according.web.exports import stream_claims

    kind = "application/x-ndjson" if format == "jsonl" else "text/csv"
    return StreamingResponse(
        stream_claims(store.reader(), filter, format),
        media_type=f"{kind}; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="claims.{format}"'},
    )


@router.get("/claims/{id}")
def one_claim(store: Stored, id: str) -> ClaimDetail:
    """A claim (by its id or the unique beginning of it) with its paragraphs, its statements and its history."""
    reader = store.reader()
    row = queries.claim(reader, id)
    text = queries.article_text(reader, row.claim.article)
    around = _paragraphs(text, row.claim.content)
    return ClaimDetail(
        claim=ClaimOut.of(row),
        context=SpanOut.of(around, around.of(text)),
        statements=[StatementOut.of(found) for found in queries.claim_statements(reader, row.claim.id)],
        history=[JudgementOut.of(judgement) for judgement in queries.judgements(reader, subject=row.claim.id)],
    )


def _paragraphs(text: str, content: tuple[Span, ...]) -> Span:
    """The paragraphs that hold the claim, at most two thousand characters to either side."""
    start, end = min(span.start for span in content), max(span.end for span in content)
    first = max(text.rfind("\n", 0, start) + 1, start - 2000)
    last = text.find("\n", end)
    return Span(first, min(len(text) if last < 0 else last, end + 2000))
