"""Attacks somebody owns up to or denies without saying again on what: "JNIM claimed responsibility"."""

from collections.abc import Iterator

from according.claims.statements.events.deeds import agents, targets_in
from according.claims.statements.events.nominals import agents_of, noun_frame
from according.claims.statements.events.verbs import event_frames
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause, clause_of
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Ref

__all__ = ["claimed"]

_OWNING = ("claim", "accept", "admit", "assume", "take", "own")
_DENYING = ("deny", "reject")
_OF = {"responsibility": "for", "credit": "for", "involvement": "in", "part": "in", "role": "in", "hand": "in"}
"""Shares in an attack, and how it follows them."""
_BLAMING = ("blame", "accuse")
_SAID_ON = words("telegram facebook x twitter whatsapp channel website radio television tv media site platform behalf")
_FACTS = ("fact", "hedged")
_STRIKERS = words(
    "attacker assailant bomber raider gunman gunmen militant rebel insurgent terrorist jihadist fighter extremist"
)
_FAR = 6
"""Sentences back in which the attack is looked for."""


def claimed(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """The attack just told, as the deed of who owns up to it; denied, where somebody denies a part in it."""
    if clause.lemma in _BLAMING and clause.reality in _FACTS and not clause.negated:
        yield from _blamed(clause, reading, references)
        return
    denied = clause.lemma in _DENYING
    if clause.reality not in _FACTS or clause.negated or not (denied or clause.lemma in _OWNING):
        return
    owned = _owned(clause, denied, references)
    if owned is None:
        return
    told = [a for head in clause.doers() for ref in references.all(head) if (a := references.acting(ref)) is not None]
    owners = [ref for ref in told if ref.kind in BODIES]
    if not owners:
        return
    for target, mode in _attack(clause.verb, owned, owners, reading, references):
        for owner in owners:
            if owner.name != target.name:
                yield Draft(
                    owner,
                    "ASSAULT",
                    target,
                    clause.verb,
                    last=owned,
                    mode=mode,
                    negated=denied,
                    claim=reading.claim_by_cue(clause.verb),
                    status="hedged" if clause.reality == "hedged" else None,
                    why=f"verb {clause.lemma}, the attack told before",
                )


def _blamed(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Whom somebody says it was: "blamed the group", "accused X of the attack", "blamed the raids on X"."""
    heads = [content_head(head) for head in clause.patients()]
    events = [t for t in heads if _attacks(t)]
    told: list[tuple[Ref, str | None]] = []
    if events:
        culprits = [r for up in (clause.verb, *events) for t in prepositional(up, "on") for r in references.all(t)]
    else:
        culprits = [r for head in heads for r in references.all(head)]
        charges = [t for up in (clause.verb, *heads) for t in prepositional(up, "of", "for")]
        events = [t for t in charges if t.pos_ == "NOUN" and _attacks(t)]
        told = [(r, m) for event in events for r, m in _violence(event, reading, references)[1]]
        rest = [t.lower_ for t in clause.verb.subtree if t.i > clause.verb.i]
        if not events and (charges or clause.lemma != "blame" or "for" in rest or "of" in rest):
            return
    culprits = [r for r in culprits if r.kind in BODIES]
    claim = reading.claim_by_cue(clause.verb) or (reading.claim_of(events[0]) if events else None)
    if not culprits or claim is None:
        return  # without the one who says so, nobody is accused
    told = told or _attack(clause.verb, events[0] if events else heads[0], culprits, reading, references)
    for target, mode in told:
        for culprit in culprits:
            if culprit.name != target.name:
                last = events[0] if events else heads[0]
                why = f"verb {clause.lemma}, of an attack"
                yield Draft(culprit, "ASSAULT", target, clause.verb, last=last, mode=mode, claim=claim, why=why)


def _same(attack: Token, other: Token) -> bool:
    """Nothing in how the attack is called says that it is another: its names stand in the sentence that told it too."""
    told = other.sent.text
    for token in attack.subtree:
        named = token.pos_ == "PROPN" or (token.like_num and token.dep_ in ("nummod", "compound"))
        if (
            named
            and token.text not in told
            and token.lower_ not in _SAID_ON
            and token.ent_type_ not in ("DATE", "TIME")
        ):
            return False
    return True


def _attacks(noun: Token) -> bool:
    return any(f.predicate == "ASSAULT" and not f.mutual for f in noun_frame(lemma(noun)))


def _owned(clause: Clause, denied: bool, references: References) -> Token | None:
    """The word for the attack or for a share in it, when nothing says on what the attack was."""
    heads = list(prepositional(clause.verb, "to")) if clause.lemma == "own" else [*clause.patients()]
    for head in heads:
        head = content_head(head)
        share = lemma(head) in _OF
        attacks = (
            [t for up in (head, clause.verb) for t in prepositional(up, _OF[lemma(head)])]
            if share
            else ([] if denied else [head])
        )
        attacks = [t for t in attacks if t.pos_ == "NOUN" or t.tag_ == "VBG"]
        if share and not attacks and lemma(head) in ("responsibility", "credit", "involvement"):
            return head
        for attack in attacks:
            frames = [f for f in noun_frame(lemma(attack)) if f.predicate == "ASSAULT"]
            pointed = any(t.lower_ in ("the", "that", "this", "both", "any") for t in attack.lefts)
            after = (t for f in frames for t in prepositional(attack, *f.to) if lemma(t) not in _SAID_ON)
            aimed = any(target_of(references, t, things=False) for t in after)
            if frames and pointed and not aimed:
                return attack
    return None


def _attack(
    verb: Token, attack: Token, owners: list[Ref], reading: Reading, references: References
) -> list[tuple[Ref, str | None]]:
    """What was hit in the last attack told before by nobody, or by no named side; nothing when a named side made it."""
    for token in reversed(reading.doc[: verb.i]):
        if reading.sentences_between(token.i, verb) > _FAR:
            return []
        doers, found = _violence(token, reading, references)
        found = [(ref, mode) for ref, mode in found if all(ref.name != owner.name for owner in owners)]
        found = [(ref, mode) for ref, mode in found if not _own_dead(ref)]
        if not found or any(ref.kind == "government" for ref in doers):
            continue  # what police and soldiers did to the attackers is not what is claimed
        if _attacks(attack) and not _same(attack, token):
            return []
        named = {m.name for m in reading.mentions}
        if any(ref.name in named for ref in doers):
            return []
        return found
    return []


def _own_dead(ref: Ref) -> bool:
    """Attackers who fell, whom no attack was aimed at: "14 assailants were killed"."""
    return ref.name.split()[-1].lower().removesuffix("s") in _STRIKERS


def _violence(token: Token, reading: Reading, references: References) -> tuple[list[Ref], list[tuple[Ref, str | None]]]:
    """Who attacked whom by this word; nothing when it tells no attack."""
    if token.pos_ == "VERB":
        clause = clause_of(token)
        if clause.reality not in _FACTS or clause.negated:
            return [], []
        for frame in event_frames(clause.lemma, clause.particle):
            if frame.predicate == "ASSAULT":
                heads = targets_in(clause, frame)
                found = [
                    (ref, frame.mode) for head in heads for ref in target_of(references, head, things=True, struck=True)
                ]
                if found:
                    return agents(clause, reading, references, None), found
    elif token.pos_ == "NOUN" and reading.mention_at(token) is None:
        for noun in noun_frame(lemma(token)):
            if noun.predicate == "ASSAULT" and not noun.mutual:
                heads = list(prepositional(token, *noun.to))
                found = [
                    (ref, noun.mode) for head in heads for ref in target_of(references, head, things=True, struck=True)
                ]
                if found:
                    return agents_of(token, reading, references), found
    return [], []


def _hit(head: Token, references: References) -> list[Ref]:
    return target_of(references, head, things=True, struck=True)
