"""`read_statements`: every reader over one article, then claims, places and times put to what they found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from according.claims.statements.events.acts import acts
from according.claims.statements.events.answers import answers
from according.claims.statements.events.blows import blows
from according.claims.statements.events.claimed import claimed
from according.claims.statements.events.deeds import deeds
from according.claims.statements.events.nominals import nominals
from according.claims.statements.events.phrasal import phrasal
from according.claims.statements.events.victims import victims
from according.claims.statements.names.generic import anonymous, crowd
from according.claims.statements.names.naming import settle_names
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading
from according.claims.statements.relations.deliveries import AGAIN, deliveries
from according.claims.statements.relations.descriptions import descriptions
from according.claims.statements.relations.lasting import relations
from according.claims.statements.syntax.circumstances import place_of, time_of
from according.claims.statements.syntax.clauses import clause_of, clauses
from according.claims.statements.syntax.counted import counted, empty
from according.claims.statements.syntax.headings import find_headings, listed, name_lists, parse_items, read_headings
from according.claims.statements.syntax.phrases import lemma
from according.records import Article, Claim, Mention, Ref, Span, Statement, Time
from according.vocabularies import EVENTS

__all__ = ["read_statements"]

_TOWNS = ("town", "village", "city")
_COUNTED = ("MOBILIZE", "SANCTION", "ASSAULT", "SEIZE", "COERCE", "RETREAT", "REJECT")
"""Events done to so many; whom one addresses is not counted."""


def read_statements(
    article: Article, doc: Any, mentions: Sequence[Mention], claims: Sequence[Claim], times: Sequence[Time]
) -> list[Statement]:
    """What the article and its claims say, as data, in text order.

    `doc` is the article's text parsed by spaCy (tags, lemmas, dependencies); offsets of everything count into
    `article.text`. Pure: the same arguments give the same statements. A statement inside a claim's content carries
    that claim; what stands outside every claim is the article's own voice (`claim` None). What is wished, planned,
    ordered, forecast or conditional yields no statement of its own: the act of threatening or asking does.
    """
    if not len(doc):
        return []
    mentions = name_lists(article.text, settle_names(doc, article.text, mentions))
    headings = find_headings(article.text, mentions)
    reading = Reading(article, parse_items(doc, headings), mentions, claims, times)
    references = References(reading)
    drafts = list(read_headings(headings, reading, references))
    drafts.extend(_drafts(reading, references))
    drafts.extend(listed(headings, reading, references, drafts))
    return _settled(drafts, reading, references)


def _drafts(reading: Reading, references: References) -> Iterator[Draft]:
    for clause in clauses(reading.doc):
        yield from deeds(clause, reading, references)
        yield from phrasal(clause, reading, references)
        yield from blows(clause, reading, references)
        yield from victims(clause, reading, references)
        yield from claimed(clause, reading, references)
        yield from answers(clause, reading, references)
        yield from relations(clause, reading, references)
    yield from nominals(reading, references)
    yield from acts(reading, references)
    yield from descriptions(reading, references)
    yield from deliveries(reading, references)


def _settled(drafts: list[Draft], reading: Reading, references: References) -> list[Statement]:
    """Statements in text order; the same speaker saying the same again adds its words to the first."""
    kept: dict[tuple[object, ...], Statement] = {}
    drafts = _once(drafts)
    for draft in sorted(drafts, key=lambda d: d.anchor.i):
        if anonymous(draft.subject) and anonymous(draft.object):
            continue  # "troops killed militants": nobody is told
        if draft.predicate in EVENTS and empty(draft.object):
            draft.object = _the_town(draft, reading, references)
            if draft.object is None:
                continue
        if draft.predicate in _COUNTED and draft.object is not None:
            draft.object, number = counted(references, draft.object, draft.subject)
            draft.quantity = draft.quantity or number
        if draft.predicate.islower() and crowd(draft.subject):
            continue  # "gunmen were seen in Gao": no actor is told to be there
        statement, speaker = _statement(draft, reading, references)
        key = (
            speaker,
            statement.subject.name,
            statement.predicate,
            statement.object and statement.object.name,
            statement.item and statement.item.name,
            statement.negated,
            statement.status,
        )
        first = kept.get(key)
        kept[key] = statement if first is None else _joined(first, statement)
    return list(kept.values())


def _the_town(draft: Draft, reading: Reading, references: References) -> Ref | None:
    """The place told before, for "the town", which stands where none was told; "a village" is told apart by where it
    lies; None for "another town", "the rest"."""
    span = draft.object.span
    head = reading.doc.char_span(span.start, span.end) if span is not None else None
    if head is None or lemma(head.root) not in _TOWNS:
        return None
    before = {t.lower_ for t in head.root.lefts}
    if "the" in before:
        place = references.antecedents.place_before(head.root)
        return Ref(place.name, place.kind, span) if place is not None else draft.object
    where = place_of(draft, reading, references) if before & {"a", "an"} else None
    return Ref(f"{draft.object.name} in {where.name}", None, span) if where is not None else None


def _once(drafts: list[Draft]) -> list[Draft]:
    """Without the deliveries told by words alone that a verb or a noun of the same sentence tells as well."""
    by_parse = {
        (d.subject.name, d.predicate, d.object and d.object.name, d.anchor.sent.start)
        for d in drafts
        if d.predicate == "supplies" and d.why != AGAIN
    }
    return [
        d
        for d in drafts
        if d.why != AGAIN or (d.subject.name, d.predicate, d.object.name, d.anchor.sent.start) not in by_parse
    ]


def _joined(first: Statement, again: Statement) -> Statement:
    evidence = tuple(sorted({*first.evidence, *again.evidence}))
    return replace(
        first,
        evidence=first.evidence if first.evidence == again.evidence else evidence,
        place=first.place or again.place,
        time=first.time or again.time,
        quantity=first.quantity or again.quantity,
    )


def _statement(draft: Draft, reading: Reading, references: References) -> tuple[Statement, str | None]:
    anchor = draft.anchor
    claim = draft.claim or reading.claim_of(anchor)
    if not draft.told and not reading.quoted(anchor):
        claim = None
    status = draft.status or "asserted"
    negated = draft.negated
    if claim is not None and draft.claim is None:
        if claim.status in ("denied",):
            negated = True
        elif claim.status != "asserted":
            status = claim.status
    if claim is None and draft.told and status == "asserted" and anchor.pos_ == "VERB" and clause_of(anchor).reported:
        status = "hedged"  # somebody said it, and who was not read: never the article's own word
    place = draft.place if draft.place is not None else place_of(draft, reading, references)
    time = time_of(draft, reading) if draft.times else draft.time
    evidence = (_evidence(draft),)
    subject: Ref = draft.subject
    statement = Statement(
        id=Statement.identify(
            reading.article.id,
            claim.id if claim else None,
            subject.name,
            draft.predicate,
            draft.object.name if draft.object else None,
            draft.item.name if draft.item else None,
            place.name if place else None,
            negated,
            evidence,
        ),
        article=reading.article.id,
        claim=claim.id if claim else None,
        subject=subject,
        predicate=draft.predicate,  # type: ignore[arg-type]
        object=draft.object,
        item=draft.item,
        quantity=draft.quantity,
        place=place,
        time=time,
        negated=negated,
        mode=draft.mode,
        status=status,  # type: ignore[arg-type]
        evidence=evidence,
        why=draft.why,
    )
    return statement, (claim.chain[0].name or claim.id) if claim else None


def _evidence(draft: Draft) -> Span:
    """From the first to the last of subject, anchor and object when they share a sentence; else the anchor's own."""
    anchor = draft.anchor
    sentence = anchor.sent
    spans = [Span(anchor.idx, anchor.idx + len(anchor.text))]
    for ref in (draft.subject, draft.object, draft.item):
        span = ref.span if ref is not None else None
        if span is not None and sentence.start_char <= span.start and span.end <= sentence.end_char:
            spans.append(span)
    if draft.last is not None and draft.last.sent == sentence:
        spans.append(Span(draft.last.idx, draft.last.idx + len(draft.last.text)))
    return Span(min(s.start for s in spans), max(s.end for s in spans))
