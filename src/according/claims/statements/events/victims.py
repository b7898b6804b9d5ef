"""Whom a deed hit, told beside it: "killed in a strike by X", "died when X attacked", "X's raid left 20 dead"."""

from collections.abc import Iterator

from according.claims.statements.events.deeds import agents
from according.claims.statements.events.nominals import agents_of, noun_frame
from according.claims.statements.events.verbs import EventFrame, event_frames
from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.generic import anonymous
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause, clause_of
from according.claims.statements.syntax.nouns import ACTORS, MINES, STRUCK, words
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Ref

__all__ = ["victims"]

_FACTS = ("fact", "hedged")
_DYING = words("die perish")
_HURTING = words("kill wound injure burn damage destroy maim slaughter massacre behead hit injure strike")
_HURT = words("dead wounded injured")
_DURING = ("in", "during", "by", "from", "amid", "after", "following")
_WHEN = words("when as after while once")
_BURSTING = words("explode detonate tear rip burst blow slam crash go hit strike land fall plough plow")
_STRIKERS = words("attacker assailant bomber raider perpetrator hijacker aggressor")
_POINTING = ("the", "that", "this", "those", "these")
_NEAR = 2
"""Sentences back in which "the attack" finds who attacked."""


def victims(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Who was killed or hurt by whom, where the clause itself names nobody who did it."""
    if clause.reality not in _FACTS or clause.negated:
        return
    if clause.lemma == "leave":
        yield from _left(clause, reading, references)
        return
    harmed = clause.passive and not clause.agents and clause.lemma in _HURTING
    if not harmed and not (clause.lemma in _DYING and not clause.passive):
        return
    doers, last = _cause(clause, reading, references)
    for head in clause.subjects if doers else ():
        head = content_head(head)
        if lemma(head) in _STRIKERS or head.pos_ == "PRON" or references.reading.voice_at(head) is not None:
            continue
        living = lemma(head) in ACTORS | STRUCK or any(c.dep_ == "nummod" for c in head.children)
        yield from _drafts(clause, doers, target_of(references, head, things=living, struck=True), last)


def _drafts(clause: Clause, doers: list[Ref], targets: list[Ref], last: Token | None) -> Iterator[Draft]:
    for doer in doers:
        for target in targets:
            if target.name != doer.name and not target.name.startswith(f"{doer.name}'"):
                yield Draft(
                    doer,
                    "ASSAULT",
                    target,
                    clause.verb,
                    last=last,
                    status="hedged" if clause.reality == "hedged" else None,
                    why=f"verb {clause.lemma}, by what did it",
                )


def _cause(clause: Clause, reading: Reading, references: References) -> tuple[list[Ref], Token | None]:
    """Who did what somebody died of, and the word that tells it."""
    for inner in prepositional(clause.verb, *_DURING):
        inner = content_head(inner)
        if not _assault(noun_frame(lemma(inner))):
            continue
        found = agents_of(inner, reading, references)
        if not found and any(f.mutual for f in noun_frame(lemma(inner))):
            heads = prepositional(inner, "with", "against")
            found = [a for t in heads for ref in references.all(t) if (a := references.acting(ref)) is not None]
        if not found and any(t.lower_ in _POINTING for t in inner.lefts) and not list(prepositional(inner)):
            found = _before(inner, reading, references)
        if found:
            return found, inner
    for child in clause.verb.children:
        if child.dep_ == "advcl" and any(t.lower_ in _WHEN for t in child.lefts):
            found = _told_beside(child, reading, references)
            if found:
                return found, child
    return [], None


def _told_beside(verb: Token, reading: Reading, references: References) -> list[Ref]:
    """Whoever attacks in the clause beside it: "when militants stormed the post", "when a shell fired by X hit"."""
    beside = clause_of(verb)
    if beside.reality not in _FACTS or beside.negated:
        return []
    for mine in (*beside.objects, *prepositional(verb, "on", "over")):
        if lemma(mine) in MINES:  # "when their lorry hit a mine laid by rebels"
            return agents_of(mine, reading, references)
    if any(t.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in t.lefts) for t in beside.doers()):
        return []  # what the victims did, or a thing of theirs
    if _assault(event_frames(beside.lemma, beside.particle)) or beside.lemma in _BURSTING:
        return agents(beside, reading, references, None)
    if beside.lemma == "open" and any(lemma(t) == "fire" for t in beside.objects):
        return agents(beside, reading, references, None)
    for head in (*beside.objects, *(beside.subjects if beside.passive else ())):
        if _assault(noun_frame(lemma(head))):  # "when the army launched an air strike"
            return agents_of(head, reading, references)
    return []


def _assault(frames: tuple[object, ...]) -> bool:
    return any(getattr(frame, "predicate", None) == "ASSAULT" for frame in frames)


def _before(noun: Token, reading: Reading, references: References) -> list[Ref]:
    """Who made "the attack": the one side told to attack or take something just before; nobody where two did."""
    found: dict[str, Ref] = {}
    for verb in reading.doc[: noun.i]:
        if verb.pos_ != "VERB" or reading.sentences_between(verb.i, noun) > _NEAR:
            continue
        clause = clause_of(verb)
        frames: tuple[EventFrame, ...] = event_frames(clause.lemma, clause.particle)
        if clause.reality not in _FACTS or clause.negated or clause.verb == noun.head:
            continue
        if any(f.predicate in ("ASSAULT", "SEIZE") for f in frames):
            for ref in agents(clause, reading, references, None):
                found.setdefault(ref.name, ref)
    return list(found.values()) if len(found) == 1 else []


def _left(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "the raid left 20 people dead", "leaving 20 dead"."""
    found = agents(clause, reading, references, None)
    if clause.verb.dep_ == "acl" and clause.objects:  # "an army raid left nine dead", taken for a raid that was left
        found = agents_of(clause.verb.head, reading, references)
    doers = [ref for ref in found if not anonymous(ref)]
    if not doers or (clause.passive and clause.verb.dep_ != "acl"):
        return
    hurt = [c for c in clause.verb.children if c.dep_ in ("oprd", "acomp", "ccomp", "xcomp") and lemma(c) in _HURT]
    for head in clause.objects:
        head = content_head(head)
        if lemma(head) in _HURT and any(c.dep_ == "nummod" for c in head.children):
            yield from _drafts(clause, doers, [Ref(head.text, None, span_of(head))], head)
        elif hurt and head.like_num:
            yield from _drafts(clause, doers, [Ref(f"{head.text} {hurt[0].text}", None, span_of(head))], head)
        elif hurt or any(c.dep_ in ("amod", "acl", "acomp") and c.lower_ in _HURT for c in head.children):
            yield from _drafts(clause, doers, target_of(references, head, things=True, struck=True), head)
