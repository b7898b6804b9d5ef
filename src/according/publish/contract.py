"""Export contract, version 1: one plain dict a row, ready for JSON. Keys are never renamed or dropped within a version.

A reader must ignore keys it does not know: the rows carry some beyond the contract's example (`status` of a statement,
so that a threat is not taken for a deed; `source` of a place, since the gazetteer's licence asks for the credit).

`id` and `entity` are resolved across articles; the `name` beside them in claims and statements is the one the article
itself uses, so that a row can be checked against its text. `entities` and `places` give the name to show.
"""

from typing import Any

from according.knowledge.rows import ArticleRow, ClaimRow, EntityRow, PlaceRow, RefRow, StatementRow, VoiceRow
from according.publish.rounding import Rounding
from according.records import Place, Ref, Span, Time

__all__ = ["VERSION", "article_record", "claim_record", "entity_record", "place_record", "statement_record"]

VERSION = 1

Record = dict[str, Any]


def claim_record(row: ClaimRow, text: str) -> Record:
    """A claim row of the contract; `text` is its article's, from which the voices' verbatim words are taken."""
    claim = row.claim
    pieces = zip(claim.content, row.texts, strict=True)
    return {
        "id": claim.id,
        "article": _article(row.article),
        "content": [{"start": span.start, "end": span.end, "text": words} for span, words in pieces],
        "cue": _passage(claim.cue, text),
        "chain": [_voice(link, text) for link in row.chain],
        "status": claim.status,
        "distance": claim.distance,
        "verification": claim.verification,
        "likelihood": claim.likelihood,
        "condition": _passage(claim.condition, text),
        "time": _time(claim.time),
        "extractor": row.extractor,
        "review": row.review,
        "confidence": claim.confidence,
    }


def statement_record(row: StatementRow, rounding: Rounding | None = None) -> Record:
    """A statement row of the contract; `claim` is None for what the article says in its own voice."""
    statement = row.statement
    quantity = statement.quantity
    evidence = zip(statement.evidence, row.texts, strict=True)
    return {
        "id": statement.id,
        "claim": statement.claim,
        "article": _article(row.article),
        "subject": _ref(row.subject, statement.subject),
        "predicate": statement.predicate,
        "object": _ref(row.object, statement.object),
        "item": _ref(row.item, statement.item),
        "quantity": None
        if quantity is None
        else {"text": quantity.text, "low": quantity.low, "high": quantity.high, "unit": quantity.unit},
        "place": _place(row, rounding),
        "time": _time(statement.time),
        "negated": statement.negated,
        "status": statement.status,
        "mode": statement.mode,
        "evidence": [{"start": span.start, "end": span.end, "text": words} for span, words in evidence],
    }


def place_record(row: PlaceRow, rounding: Rounding | None = None) -> Record:
    """A place row of the contract, with its radius in km, whether it is an area, and the credit of its coordinates."""
    place = row.place
    lat, lon = _at(place, rounding)
    return {
        "id": place.id,
        "name": place.name,
        "names": list(row.names),
        "lat": lat,
        "lon": lon,
        "precision": place.precision,
        "country": place.country,
        "articles": list(row.articles),
        "radius_km": place.radius_km if rounding is None else rounding.radius(place.radius_km),
        "area": place.area,
        "source": place.source,
    }


def entity_record(row: EntityRow) -> Record:
    """An entity with its names, the nodes taken for the same, and how much is said of it."""
    entity = row.entity
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "names": [{"text": name.text, "language": name.language, "kind": name.kind} for name in entity.names],
        "used": list(row.names),
        "members": list(row.members),
        "parent": entity.parent,
        "country": entity.country,
        "external": dict(entity.external),
        "mentions": row.mentions,
        "claims": row.claims,
        "statements": row.statements,
    }


def article_record(row: ArticleRow) -> Record:
    """An article's head. The text itself stays in the store."""
    return {
        **_article(row),
        "outlet_kind": row.outlet_kind,
        "authors": list(row.authors),
        "language": row.language,
        "retrieved": row.retrieved.isoformat() if row.retrieved else None,
        "sha256": row.sha256,
        "claims": row.claims,
    }


def _article(row: ArticleRow) -> Record:
    return {
        "id": row.id,
        "path": row.path,
        "title": row.title,
        "outlet": row.outlet,
        "published": row.published.isoformat() if row.published else None,
        "url": row.url,
    }


def _voice(link: VoiceRow, text: str) -> Record:
    span = link.voice.span
    return {
        "name": link.voice.name or link.name,
        "kind": link.voice.kind,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": span.of(text) if span else None,
        "role": link.voice.role,
        "affiliation": link.voice.affiliation,
        "number": link.voice.number,
        "access": link.voice.access,
        "entity": link.entity,
    }


def _passage(span: Span | None, text: str) -> Record | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def _ref(ref: RefRow | None, written: Ref | None) -> Record | None:
    if ref is None:
        return None
    name = written.name if written else ref.name
    return {"text": name} if ref.id is None else {"id": ref.id, "name": name}


def _place(row: StatementRow, rounding: Rounding | None) -> Record | None:
    place = row.position
    if place is None:
        if row.place is None:
            return None
        name = row.statement.place.name if row.statement.place else row.place.name
        return {"id": row.place.id, "name": name, "lat": None, "lon": None, "precision": None}
    lat, lon = _at(place, rounding)
    name = row.statement.place.name if row.statement.place else place.name
    return {"id": place.id, "name": name, "lat": lat, "lon": lon, "precision": place.precision}


def _at(place: Place, rounding: Rounding | None) -> tuple[float, float]:
    return (place.lat, place.lon) if rounding is None else rounding.point(place.lat, place.lon)


def _time(time: Time | None) -> Record | None:
    return None if time is None else {"edtf": time.edtf, "text": time.text}
