"""Deeds of two together, or without saying again where: "the two clashed", "together with the army", "has left"."""

import re
from collections.abc import Iterator

from according.claims.statements.events.verbs import BOTH_WAYS, EventFrame
from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import PLACES
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import lemma, prepositional
from according.records import Ref

__all__ = ["beside", "besides", "each_other", "left", "left_behind", "the_two"]


def each_other(clause: Clause, frames: tuple[EventFrame, ...], sides: list[Ref]) -> Iterator[Draft]:
    """Two who fight, told as one subject: "the army and the rebels clashed", "the two fight each other"."""
    frame = next((f for f in frames if f.mutual), None)
    rivals = any(head.lower_ in ("two", "both") for head in clause.doers())
    rivals = rivals or bool(list(prepositional(clause.verb, "over")))
    rivals = rivals or any(lemma(t) in ("control", "supremacy") for t in prepositional(clause.verb, "for"))
    if frame is None and (_reciprocal(clause) or (clause.lemma == "fight" and rivals)):
        frame = next((f for f in frames if f.predicate == "ASSAULT"), None)
    if frame is None or clause.passive or clause.negated or len(sides) != 2:
        return
    aimed = clause.objects or list(prepositional(clause.verb, "with", "against", "beside", "alongside"))
    if not _reciprocal(clause) and (frame.speech or aimed):
        return
    for one, other in (sides, sides[::-1])[: 2 if frame.predicate in BOTH_WAYS else 1]:
        yield Draft(one, frame.predicate, other, clause.verb, mode=frame.mode, why=f"verb {clause.lemma}, of two")


def the_two(clause: Clause, reading: Reading) -> list[Ref]:
    """Whom "the two" means: the only two groups named in this sentence before it and in the one before."""
    if not any(head.lower_ in ("two", "both") for head in clause.doers()):
        return []
    found: dict[str, Ref] = {}
    for (start, _), mention in zip(reading.ranges, reading.mentions, strict=True):
        near = start < clause.verb.i and reading.sentences_between(start, clause.verb) <= 1
        if _ALIAS.search(reading.text[: mention.span.start][-30:]):
            continue  # another name of the one before
        if near and mention.kind in ("armed_group", "organization"):
            found.setdefault(mention.name, Ref(mention.name, "armed_group", mention.span))
    return list(found.values()) if len(found) == 2 else []


def _reciprocal(clause: Clause) -> bool:
    near = (*clause.objects, *prepositional(clause.verb, "with", "against"))
    return any(t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one") for t in near)


def beside(clause: Clause, references: References) -> list[Ref]:
    """Who acts with the subject: "together with the army", "alongside Rwandan troops"."""
    heads = list(prepositional(clause.verb, "alongside"))
    for inner in prepositional(clause.verb, "with"):
        if inner.head.i and inner.head.nbor(-1).lower_ in ("together", "along", "jointly"):
            heads.append(inner)
    return [a for head in heads for ref in references.all(head) if (a := references.acting(ref)) is not None]


def besides(clause: Clause) -> Iterator[Token]:
    """What else was taken: "the town along with 17 soldiers", "Goma in January and Bukavu in February"."""
    joined = [c for c in clause.verb.children if c.lower_ in ("along", "together")]
    for word in joined:
        if word.nbor(1).lower_ == "with":
            heads = (*prepositional(word, "with"), *prepositional(clause.verb, "with"))
            yield from (head for head in heads if head.tag_ in ("NNS", "NN"))
    for token in clause.verb.subtree:
        month = token.head.ent_type_ == "DATE" or token.head.head.ent_type_ == "DATE"
        if token.dep_ == "conj" and token.pos_ == "PROPN" and token.ent_type_ != "DATE" and month:
            yield token


def left_behind(clause: Clause) -> bool:
    """Something else was left than a place: "left behind two tanks", "left ten dead"."""
    return clause.lemma == "leave" and any(
        t.lower_ in ("behind", "dead", "wounded", "open", "homeless") and t.i > clause.verb.i
        for t in clause.verb.subtree
        if t.i - clause.verb.i < 8
    )


_ALIAS = re.compile(r"\b(?:known as|called|named|formerly|alias)(?: the)?\s*[\"“(]?$")
_GOING = ("withdraw", "retreat", "leave", "pull", "flee", "fall")
_WILDS = ("forest", "bush", "jungle", "desert", "hill", "mountain", "swamp", "countryside", "island")
_TOWARDS = ("into", "to", "towards", "toward")


def _fled_to(
    clause: Clause, frame: EventFrame, who: list[Ref], goals: list[Token], references: References
) -> Iterator[Draft]:
    """Who drew back to where: "pulled back into the forest", "fled towards Niger"."""
    for head in goals:
        wild = references.thing(head) if lemma(head) in _WILDS and references.reading.mention_at(head) is None else None
        for goal in [wild] if wild is not None else references.all(head, things=lemma(head) in PLACES):
            if goal.kind not in ("place", "government", None):
                continue
            for subject in who:
                if subject.kind in BODIES and subject.name != goal.name:
                    place = Ref(goal.name, "place" if goal.kind else None, goal.span)
                    why = f"verb {clause.lemma} to"
                    yield Draft(subject, "RETREAT", place, clause.verb, last=head, mode=frame.mode, why=why)


def left(clause: Clause, frame: EventFrame, who: list[Ref], references: References) -> Iterator[Draft]:
    """Who left the place spoken of, when the verb does not repeat it: "the fighters have withdrawn"."""
    if clause.passive or clause.objects or clause.negated or clause.lemma not in _GOING:
        return
    goals = list(prepositional(clause.verb, *_TOWARDS))
    goals += [t for c in clause.verb.children if c.dep_ in ("prt", "advmod") for t in prepositional(c, *_TOWARDS)]
    if goals and clause.lemma != "leave":
        yield from _fled_to(clause, frame, who, goals, references)
        return
    if any(True for _ in prepositional(clause.verb, "to", "into", "for", "in", "at", "behind", "toward", "towards")):
        return
    place = references.antecedents.place_before(clause.verb)
    for subject in who:
        if subject.kind in ("armed_group", "government") and place is not None and not country_of_name(place.name):
            yield Draft(
                subject,
                "RETREAT",
                place,
                clause.verb,
                mode=frame.mode,
                negated=clause.negated,
                status="hedged" if clause.reality == "hedged" else None,
                why=f"verb {clause.lemma}, place told before",
            )
