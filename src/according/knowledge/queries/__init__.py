"""What the store answers: each function takes a `Reader` first and returns frozen rows of `knowledge.rows`."""

from according.knowledge.queries.actors import entities, entity, judgement, judgements, known, names_of
from according.knowledge.queries.facets import facets, subjects
from according.knowledge.queries.facts import claim_statements, count_statements, statements, statements_by_id
from according.knowledge.queries.ledger import (
    all_claims,
    claim,
    claims,
    claims_by_id,
    count_claims,
    review_queue,
)
from according.knowledge.queries.library import (
    all_articles,
    article,
    article_text,
    articles,
    batches,
    mentions,
    outlets,
    problems,
    status,
    version,
)
from according.knowledge.queries.places import place, places

__all__ = [
    "all_articles",
    "all_claims",
    "article",
    "article_text",
    "articles",
    "batches",
    "claim",
    "claim_statements",
    "claims",
    "claims_by_id",
    "count_claims",
    "count_statements",
    "entities",
    "entity",
    "facets",
    "judgement",
    "judgements",
    "known",
    "mentions",
    "names_of",
    "outlets",
    "place",
    "places",
    "problems",
    "review_queue",
    "statements",
    "statements_by_id",
    "status",
    "subjects",
    "version",
]
