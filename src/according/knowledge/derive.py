"""One article's evidence as rows of the derived tables. Pure: what is saved and what is rebuilt come from here."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from according.knowledge.encoding import encode
from according.knowledge.origins.disputes.told.tellings import Telling, tellings
from according.knowledge.origins.standins import stand_ins
from according.knowledge.origins.voices import speaks_for
from according.knowledge.schema import ROOM
from according.knowledge.search import fold
from according.records import Article, Claim, Extraction, Linking, Ref, Statement, Time

__all__ = ["Names", "Rows", "Verdicts", "bounds", "derive", "storable"]

Row = dict[str, Any]
Verdicts = Mapping[str, tuple[str, Mapping[str, str]]]
"""The verdict in force on a claim or statement, and the fields it corrects."""

SPOT = 3
"""Precision (UCDP `where_prec`) up to which a place is a spot: a town, or a district around one."""
FIRST, LAST = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of one article stand for: nodes, and places on the earth."""

    nodes: Mapping[str, str]
    places: Mapping[str, str]

    @staticmethod
    def of(linking: Linking) -> "Names":
        """From a linking; where a name is linked twice to the same kind of thing, the first link counts."""
        on_earth = {place.id for place in linking.places}
        people = {entity.id for entity in linking.entities}
        nodes: dict[str, str] = {}
        places: dict[str, str] = {}
        for link in linking.links:
            if link.entity in on_earth:
                places.setdefault(link.name, link.entity)
            if link.entity in people:
                nodes.setdefault(link.name, link.entity)
        return Names(nodes, places)

    def end(self, ref: Ref | None) -> str | None:
        """The id of an end of a statement: a place's own where it could be placed, else the node's; None for text."""
        if ref is None:
            return None
        if ref.kind == "place":
            return self.places.get(ref.name) or self.nodes.get(ref.name)
        return self.nodes.get(ref.name)


@dataclass(slots=True)
class Rows:
    """Rows to insert, by table, and the counts they add."""

    claims: list[Row] = field(default_factory=list)
    claim_bodies: list[Row] = field(default_factory=list)
    claim_refs: list[Row] = field(default_factory=list)
    texts: list[tuple[int, str, str]] = field(default_factory=list)
    affiliated: list[Row] = field(default_factory=list)
    offices: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    statement_bodies: list[Row] = field(default_factory=list)
    statement_refs: list[Row] = field(default_factory=list)
    article_refs: list[Row] = field(default_factory=list)
    tellings: list[tuple[int, Telling]] = field(default_factory=list)


def storable(text: str) -> str:
    """The text without what a database cannot hold (NUL, half characters), for columns that are only looked at."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "�").encode("utf-8", "replace").decode("utf-8")


def bounds(time: Time | None, published: date | None) -> tuple[str, str]:
    """First and last day a statement can be about, as ISO text that compares; open ends reach to the ends of time.

    Without a time of its own it is filed under the day of publication: for filtering only, never shown.
    """
    known = time and [time.earliest_start, time.latest_start, time.earliest_end, time.latest_end]
    if time is None or not known or not any(known):
        day = published.isoformat() if published else None
        return day or FIRST, day or LAST
    first = time.earliest_start.isoformat() if time.earliest_start else FIRST
    last = time.latest_end.isoformat() if time.latest_end else LAST
    return first, last


def derive(
    article_seq: int,
    extraction_seq: int,
    article: Article,
    extraction: Extraction,
    linking: Linking,
    verdicts: Verdicts,
) -> Rows:
    """All rows of one article's current extraction and linking."""
    names = Names.of(linking)
    rows = Rows()
    base = extraction_seq * ROOM
    keys: dict[str, int] = {}
    refs: dict[int, set[str]] = {}
    inside = sorted((m.span.start, m.span.end, m.name) for m in extraction.mentions)
    meant = stand_ins(article, extraction)
    for claim in _distinct(extraction.claims):
        key = keys[claim.id] = base + len(keys)
        nodes = [names.nodes.get(voice.name) for voice in claim.chain]
        refs[key] = {node for node in nodes if node}
        for span in claim.content:
            for _, end, name in inside[bisect_left(inside, (span.start,)) : bisect_left(inside, (span.end,))]:
                if end <= span.end:
                    refs[key].update(id for id in (names.nodes.get(name), names.places.get(name)) if id)
        texts = [storable(span.of(article.text)) for span in claim.content]
        rows.claims.append(_claim_row(key, article_seq, article, claim, nodes[0], verdicts))
        rows.claim_bodies.append(
            {
                "seq": key,
                "body": encode(claim),
                "texts": _json(texts),
                "cue": storable(claim.cue.of(article.text)) if claim.cue else None,
                "nodes": _json(nodes),
                "stands_for": _json([meant[claim.id].body, meant[claim.id].why]) if claim.id in meant else None,
            }
        )
        speaker = claim.chain[0]
        body = meant[claim.id].body if claim.id in meant else speaker.affiliation if speaks_for(speaker) else None
        if body:
            rows.affiliated.append({"folded": storable(fold(body)), "claim": key})
            if nodes[0] and speaker.kind == "person":
                rows.offices.append({"node": nodes[0], "claim": key, "body": storable(body)})
        spoken = " ".join(part for part in (speaker.name, speaker.role, speaker.affiliation) if part)
        rows.texts.append((key, " ".join(texts), storable(spoken)))
    rows.tellings = [(keys[told.claim], told) for told in _told(article, extraction, linking)]
    count = 0
    for statement in _distinct(extraction.statements):
        key, count = base + count, count + 1
        claim_key = keys.get(statement.claim) if statement.claim else None
        ends = _ends(statement, names)
        own = {end for name, end in ends.items() if end and name != "position"}
        own |= {node for ref in _refs(statement) if (node := names.nodes.get(ref.name))}
        if claim_key is not None:
            refs[claim_key] |= own
        rows.statements.append(_statement_row(key, claim_key, article_seq, article, statement, ends, verdicts))
        rows.statement_bodies.append(
            {
                "seq": key,
                "body": encode(statement),
                "texts": _json([storable(span.of(article.text)) for span in statement.evidence]),
            }
        )
        rows.statement_refs += [{"ref": ref, "statement": key} for ref in sorted(own)]
    rows.claim_refs = [{"ref": ref, "claim": key} for key, own in refs.items() for ref in sorted(own)]
    mentioned = Counter(mention.name for mention in extraction.mentions)
    used: Counter[str] = Counter()
    for table in (names.nodes, names.places):
        for name, ref in table.items():
            used[ref] += mentioned[name]
    spots = _sites(extraction, linking, names)
    rows.article_refs = [
        {"ref": ref, "article": article_seq, "mentions": n, "site": spots.get(ref, 0)}
        for ref, n in sorted(used.items())
    ]
    return rows


def _sites(extraction: Extraction, linking: Linking, names: Names) -> dict[str, int]:
    """The spots this article names (places put there, or names of places that nobody could put), from 1 as they come.

    Regions and countries are none: what happens twice in one of them on one day is not one event.
    """
    spots = {place.id for place in linking.places if place.precision <= SPOT and not place.area}
    unknown = {entity.id for entity in linking.entities if entity.kind == "place"}
    first: dict[str, int] = {}
    for mention in extraction.mentions:
        node, place = names.nodes.get(mention.name), names.places.get(mention.name)
        if place in spots:
            site = place
        elif node in unknown and (place is None or place.startswith("near:")):
            site = node
        else:
            continue
        if site:
            first[site] = min(first.get(site, mention.span.start), mention.span.start)
    ordered = sorted(first, key=lambda site: (first[site], site))
    return {site: at for at, site in enumerate(ordered, 1)}


def _claim_row(
    key: int, article_seq: int, article: Article, claim: Claim, speaker: str | None, verdicts: Verdicts
) -> Row:
    verdict, corrected = verdicts.get(claim.id, ("", {}))
    row: Row = {
        "seq": key,
        "id": claim.id,
        "article": article_seq,
        "published": article.published.isoformat() if article.published else "",
        "outlet": storable(article.outlet.name),
        "speaker": speaker,
        "voice_kind": claim.chain[0].kind,
        "status": claim.status,
        "distance": claim.distance,
        "verification": claim.verification,
        "confidence": claim.confidence,
        "review": verdict,
    }
    row.update(corrected)
    return row


def _told(article: Article, extraction: Extraction, linking: Linking) -> list[Telling]:
    """What the claims tell of harm, in words that can be stored; once a claim."""
    told = {one.claim: one for one in tellings(article, extraction, linking)}
    return list(told.values())


def _ends(statement: Statement, names: Names) -> dict[str, str | None]:
    place = names.end(statement.place)
    thing = statement.object if statement.object and statement.object.kind == "place" else None
    # a site is the subject of its use ("Tel Zawan is used for storage")
    at = statement.place or (statement.subject if statement.predicate == "used_for" else thing)
    return {
        "subject": names.end(statement.subject),
        "object": names.end(statement.object),
        "item": names.end(statement.item),
        "place": place,
        "position": names.places.get(at.name) if at else None,
    }


def _refs(statement: Statement) -> Iterator[Ref]:
    for ref in (statement.subject, statement.object, statement.item, statement.place):
        if ref is not None:
            yield ref


def _statement_row(
    key: int,
    claim_key: int | None,
    article_seq: int,
    article: Article,
    statement: Statement,
    ends: dict[str, str | None],
    verdicts: Verdicts,
) -> Row:
    since, until = bounds(statement.time, article.published)
    verdict = verdicts.get(statement.id, ("", {}))[0]
    over_it = verdicts.get(statement.claim, ("", {}))[0] if statement.claim else ""
    return {
        "seq": key,
        "id": statement.id,
        "article": article_seq,
        "claim": claim_key,
        "predicate": statement.predicate,
        **ends,
        "since": since,
        "until": until,
        "negated": statement.negated,
        "review": verdict,
        "shown": 0 if "reject" in (verdict, over_it) else 1,
    }


def _distinct(items: Iterable[Any]) -> list[Any]:
    return list({item.id: item for item in items}.values())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
