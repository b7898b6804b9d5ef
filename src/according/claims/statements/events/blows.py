"""Attacks told by more than a verb: "opened fire on", "came under fire from", "set fire to", "laid siege to"."""

from collections.abc import Iterator

from according.claims.statements.events.nominals import agents_of
from according.claims.statements.events.phrasal import doers, drafts
from according.claims.statements.names.generic import anonymous
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Ref

__all__ = ["blows"]

_THROWN = words("missile drone rocket shell mortar bomb grenade projectile salvo barrage uav munition stone volley")
_SHOTS = words("fire gunfire attack blow strike shot salvo barrage volley shell rocket missile artillery")
_LOSSES = words("loss casualty damage blow defeat injury wound")
_FIRES = words("fire gunfire attack assault bombardment shelling siege onslaught bombing")
_ABLAZE = ("ablaze", "alight", "afire", "aflame")
_LAUNCHING = ("launch", "send", "hurl", "lob", "drop", "shoot", "rain", "unleash", "pour", "fly")


def blows(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Attacks the clause tells by its verb and a noun together; nothing when it tells no fact."""
    if clause.reality not in ("fact", "hedged"):
        return
    if clause.lemma in ("open", "return", "exchange", "trade"):
        yield from _firing(clause, references)
    elif clause.lemma in _LAUNCHING:
        yield from _launching(clause, references)
    elif clause.lemma in ("come", "be", "fall", "remain") and not clause.passive:
        yield from _under_fire(clause, reading, references)
    elif clause.lemma == "set":
        yield from _burning(clause, references)
    elif clause.lemma in ("inflict", "deal", "cause"):
        yield from _inflicting(clause, references)
    elif clause.lemma == "lay":
        for head in clause.objects:
            if lemma(head) in ("siege", "waste"):
                for inner in prepositional(clause.verb, "to"):
                    yield from _struck(clause, references, inner)


def _struck(clause: Clause, references: References, head: Token, mode: str | None = None) -> Iterator[Draft]:
    targets = target_of(references, head, things=False, struck=True)
    yield from drafts(clause, references, "ASSAULT", targets, head, mode)


def _launching(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "launched 90 drones at Kyiv", "dropped barrel bombs on Idlib"."""
    for head in clause.patients():
        head = content_head(head)
        if lemma(head) not in _THROWN:
            continue
        mode = "drone" if lemma(head) == "drone" else "heavy-weapons"
        after = ("at", "on", "against", "into", "towards", "toward")
        for inner in (*prepositional(clause.verb, *after), *prepositional(head, *after)):
            yield from _struck(clause, references, inner, mode)


def _firing(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "opened fire on protesters", "traded fire with the army", "the two armies exchanged fire"."""
    for head in clause.objects:
        if lemma(head) not in _SHOTS:
            continue
        aimed = (*prepositional(clause.verb, "on", "at", "with"), *prepositional(head, "on", "at", "with"))
        for inner in aimed:
            yield from _struck(clause, references, inner, "firearms")
        sides = doers(clause, references)
        if not aimed and clause.lemma in ("exchange", "trade") and len(sides) == 2 and not clause.negated:
            for one, other in (sides, sides[::-1]):
                yield Draft(one, "ASSAULT", other, clause.verb, last=head, why=f"verb {clause.lemma} fire, of two")


def _under_fire(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "came under Israeli fire", "came under attack from the rebels": done by whoever fires."""
    for fire in prepositional(clause.verb, "under"):
        if lemma(fire) in ("sanction", "embargo"):
            for head in clause.subjects:
                for target in references.all(head):
                    for doer in agents_of(fire, reading, references):
                        yield Draft(
                            doer, "SANCTION", target, clause.verb, last=fire, negated=clause.negated, why="under"
                        )
        if lemma(fire) not in _FIRES and fire.lower_ not in _FIRES:
            continue
        found = agents_of(fire, reading, references)
        if not found:
            heads = prepositional(clause.verb, "from", "by")
            found = [a for t in heads for ref in references.all(t) if (a := references.acting(ref)) is not None]
        for head in clause.subjects:
            for target in target_of(references, head, things=True, struck=True):
                yield from _done(
                    clause, [r for r in found if r.kind not in ("weapon", "place", "person")], target, fire
                )


def _done(clause: Clause, who: list[Ref], target: Ref, last: Token) -> Iterator[Draft]:
    for doer in who:
        if doer.name != target.name and not (anonymous(doer) and anonymous(target)):
            yield Draft(
                doer,
                "ASSAULT",
                target,
                clause.verb,
                last=last,
                negated=clause.negated,
                status="hedged" if clause.reality == "hedged" else None,
                why=f"verb {clause.lemma} under {lemma(last)}",
            )


def _burning(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "set fire to houses", "set a village ablaze", "set off a bomb at the gate"."""
    near = [t for t in clause.verb.subtree if 0 < t.i - clause.verb.i < 12]
    fires = [t for t in clause.patients() if lemma(t) == "fire"]
    burnt = [t for fire in fires for p in (clause.verb, fire) for t in prepositional(p, "to")]
    lit = any(t.lower_ in _ABLAZE for t in near) or any(lemma(t) == "fire" for t in prepositional(clause.verb, "on"))
    if not fires and lit:
        burnt = [t for t in clause.patients() if t.lower_ not in _ABLAZE]
    for head in burnt:
        targets = target_of(references, head, things=True)
        yield from drafts(clause, references, "ASSAULT", targets, head, "destroy")


def _inflicting(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "inflicted heavy losses on the army"."""
    for head in clause.patients():
        if lemma(content_head(head)) in _LOSSES:
            for inner in (*prepositional(head, "on", "to"), *prepositional(clause.verb, "on", "to")):
                for target in references.all(inner):
                    if target.kind in ("armed_group", "government", "organization"):
                        yield from drafts(clause, references, "ASSAULT", [target], inner)
