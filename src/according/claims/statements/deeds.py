"""Events told by a verb: who attacked, took, accused, asked, left whom."""

from collections.abc import Iterator
from typing import Any

from according.claims.statements.antecedents import span_of
from according.claims.statements.circumstances import places_of
from according.claims.statements.clauses import Clause
from according.claims.statements.nouns import ACTORS, ARMS, PEOPLE, PLACES, SITES, VESSELS
from according.claims.statements.phrases import content_head, lemma, prepositional
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.references import References
from according.claims.statements.verbs import EventFrame, event_frames
from according.records import Ref, Span

__all__ = ["deeds", "target_of"]

_CHARGES = frozenset("report claim allegation accusation charge statement assertion rumor rumour suggestion comment".split())
_TAKEN = ("prisoner", "hostage", "captive", "control", "possession", "hold", "over", "charge")
_PERSONAL = ("ASSAULT", "COERCE", "SEIZE")
_FACTS = ("fact", "hedged")


def target_of(references: References, head: Token, *, things: bool) -> list[Ref]:
    """Whom a deed is aimed at: the actor or place itself, or the owner of what is hit ("U.S. bases")."""
    head = content_head(head)
    if not things and lemma(head) in SITES and references.reading.mention_at(head) is None:
        owners = [ref for ref in references.owners(head) if ref.kind != "place"]
        if owners:
            return [Ref(ref.name, ref.kind, span_of(head)) for ref in owners]
    found = references.all(head)
    if found:
        return found
    owner = references.owner(head)
    if owner is not None and not things and (lemma(head) in SITES | ARMS or lemma(head) not in PEOPLE):
        return [Ref(owner.name, owner.kind, span_of(head))]
    return references.all(head, things=things or lemma(head) in SITES | ARMS | PLACES | ACTORS | VESSELS)


def _targets(clause: Clause, frame: EventFrame) -> list[Token]:
    found: list[Token] = []
    for slot in frame.slots:
        if slot == "dobj":
            found.extend(clause.patients())
        elif not clause.passive or slot != "by":
            found.extend(prepositional(clause.verb, slot))
            for thing in clause.objects:
                found.extend(prepositional(thing, slot) if "dobj" not in frame.slots else ())
        if found:
            break
    return found


def deeds(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """The events this clause tells, one a pair of actor and target."""
    frames = event_frames(clause.lemma, clause.particle)
    if not frames:
        return
    speech = reading.claim_by_cue(clause.verb)
    for frame in frames:
        if clause.reality not in _FACTS:
            continue
        targets = _targets(clause, frame)
        if not targets:
            continue
        if frame.predicate == "THREATEN" and speech is not None:
            continue  # what a speaker threatens is read from the claim
        subjects = _agents(clause, reading, references, speech if frame.speech else None)
        if not subjects:
            continue
        objects: list[Ref] = []
        for head in targets:
            objects.extend(_allowed(references, head, frame))
        if frame.predicate == "REJECT":
            objects = _rejected(clause, targets, objects, references)
        for subject in subjects:
            for thing in objects:
                if thing.name == subject.name or thing.name.startswith(f"{subject.name}'s "):
                    continue
                if frame.predicate == "SEIZE":
                    thing = _placed(thing, clause, reading, references)
                yield Draft(
                    subject, frame.predicate, thing, clause.verb, last=targets[0], mode=frame.mode,
                    negated=clause.negated, claim=speech if frame.speech else None,
                    status="hedged" if clause.reality == "hedged" else None, why=f"verb {clause.lemma}",
                )  # fmt: skip
                if frame.mutual:
                    yield Draft(
                        thing, frame.predicate, subject, clause.verb, last=targets[0], mode=frame.mode,
                        negated=clause.negated, claim=speech if frame.speech else None,
                        status="hedged" if clause.reality == "hedged" else None, why=f"verb {clause.lemma}, told of both sides",
                    )  # fmt: skip
        return


def _placed(thing: Ref, clause: Clause, reading: Reading, references: References) -> Ref:
    """"captured the camp at Niafounke" takes the Niafounke camp: a bare noun is told apart by its place."""
    if thing.kind is not None or " " in thing.name or thing.name.rstrip("s") not in PLACES:
        return thing
    place = next(places_of(clause.verb, reading, references, "in", "at", "near", "on"), None)
    return Ref(f"{place.name} {thing.name}", None, thing.span) if place is not None else thing


def _rejected(clause: Clause, heads: list[Token], objects: list[Ref], references: References) -> list[Ref]:
    """Whose report or charge is rejected; a bare "denied the reports" names nobody."""
    found: list[Ref] = []
    for head in heads:
        head = content_head(head)
        if lemma(head) not in _CHARGES:
            continue
        owner = references.owner(head)
        found.extend([owner] if owner is not None else [])
        found.extend(r for t in prepositional(head, "by", "from") for r in references.all(t))
        objects = []
    if found:
        return found
    return [] if clause.lemma in ("deny", "refute") and not any(ref.kind for ref in objects) else objects


def _allowed(references: References, head: Token, frame: EventFrame) -> list[Ref]:
    head = content_head(head)
    found = target_of(references, head, things=frame.things)
    if frame.speech or frame.predicate in ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ACCUSE", "REQUEST"):
        found = [acting for ref in found if (acting := references.acting(ref)) is not None]
    return found


def _agents(clause: Clause, reading: Reading, references: References, claim: Any) -> list[Ref]:
    """Who does it; for the act of a claim, its resolved speaker."""
    found: list[Ref] = []
    for head in clause.doers():
        for ref in references.all(head):
            acting = references.acting(ref)
            if acting is not None:
                found.append(acting)
    if not found and clause.doers():
        head = content_head(clause.doers()[0])
        if lemma(head) in ARMS | VESSELS or lemma(head) in ("statement", "official", "office", "spokesman", "attack", "strike"):
            owner = references.owner(head)
            if owner is not None:
                found.append(owner)
    if not found and claim is not None:
        voice = references.antecedents.speaker(claim, Span(clause.verb.idx, clause.verb.idx + 1), group=False)
        if voice is not None:
            found.append(voice)
    return [ref for ref in found if ref.kind != "weapon"]
