"""Events told by a verb: who attacked, took, accused, asked, left whom."""

from collections.abc import Iterator

from according.claims.statements.events.charges import charge_denied, rejected
from according.claims.statements.events.companions import beside, besides, each_other, left, left_behind, the_two
from according.claims.statements.events.nominals import agents_of, noun_frame
from according.claims.statements.events.verbs import BOTH_WAYS, FIGURATIVE, EventFrame, event_frames
from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.circumstances import places_of
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import (
    ACTORS,
    ARMS,
    CAPTIVES,
    MEMBERS,
    MINES,
    OFFICES,
    PERSONS,
    PLACES,
    VESSELS,
    words,
)
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Claim, Ref, Span

__all__ = ["agents", "deeds", "targets_in"]

_TOOLS = ARMS | VESSELS | words("defence defense artillery battery interceptor firepower")
"""What strikes for its owner."""
_DOWNING = ("intercept", "down", "shoot")
_REPELLING = words("repel repulse beat_back fend_off push_back fight_off drive_back thwart foil ward_off")
_TAKEN = ("prisoner", "hostage", "captive", "control", "possession", "hold", "over", "charge")
_PERSONAL = ("ASSAULT", "COERCE", "SEIZE")
_FACTS = ("fact", "hedged")


def targets_in(clause: Clause, frame: EventFrame) -> list[Token]:
    """Heads that stand where the frame has its target."""
    found: list[Token] = []
    for slot in frame.slots:
        if slot == "dobj":
            found.extend(clause.patients())
        elif not clause.passive or slot != "by":
            found.extend(t for t in prepositional(clause.verb, slot) if t.ent_type_ not in ("DATE", "TIME"))
            for thing in clause.objects:
                found.extend(prepositional(thing, slot) if "dobj" not in frame.slots else ())
        if found:
            break
    if found and frame.predicate == "SEIZE":
        found.extend(besides(clause))
    return found


def deeds(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """The events this clause tells, one a pair of actor and target."""
    frames = event_frames(clause.lemma, clause.particle)
    if not frames:
        return
    speech = reading.claim_by_cue(clause.verb)
    yield from charge_denied(clause, frames, reading, references)
    if clause.reality in _FACTS and (clause.lemma in _REPELLING or f"{clause.lemma}_{clause.particle}" in _REPELLING):
        yield from _repelled(clause, reading, references)
    if clause.reality in _FACTS:
        yield from each_other(clause, frames, agents(clause, reading, references, None) or the_two(clause, reading))
    for frame in frames:
        if clause.reality not in _FACTS or _lasting(clause):
            continue
        targets = targets_in(clause, frame)
        if not targets:
            if frame.predicate == "RETREAT" and frame.mode == "withdraw":
                yield from left(clause, frame, agents(clause, reading, references, None), references)
            continue
        if frame.predicate == "SUPPORT" and clause.passive and clause.lemma == "support":
            continue  # a lasting backer, read as a relation
        if frame.predicate == "THREATEN" and speech is not None:
            continue  # what a speaker threatens is read from the claim
        subjects = agents(clause, reading, references, speech if frame.speech else None)
        if not subjects:
            continue
        joint = frame.predicate in ("ASSAULT", "SEIZE", "COERCE") or clause.lemma == "defend"
        allies = beside(clause, references) if joint else []
        for ally in allies if clause.lemma not in ("fight", "battle") and not clause.passive else ():
            for subject in subjects:
                if subject.name != ally.name:
                    yield Draft(subject, "COOPERATE", ally, clause.verb, last=targets[0], why="acting together")
        if not clause.passive:
            subjects.extend(a for a in allies if all(a.name != s.name for s in subjects))
        objects: list[Ref] = []
        for head in targets:
            objects.extend(allowed(references, head, frame))
        if frame.predicate == "REJECT":
            objects = rejected(clause, targets, objects, references)
        if not objects:
            continue
        if frame.mode == "restrict":
            subjects = [
                ref for ref in subjects if ref.kind in ("government", "armed_group")
            ]  # no company its own plant
        if frame.predicate == "ASSAULT" and (clause.lemma in FIGURATIVE or frame.mode == "destroy"):
            subjects = [ref for ref in subjects if ref.kind != "person"]
        if frame.predicate == "RETREAT" and frame.mode == "withdraw":
            subjects = [ref for ref in subjects if ref.kind in BODIES and not left_behind(clause)]
        for subject in subjects:
            for thing in objects:
                if thing.name == subject.name or thing.name.startswith(f"{subject.name}'s "):
                    continue
                if frame.predicate == "SEIZE":
                    thing = _placed(thing, clause, reading, references)
                why = f"verb {clause.lemma}"
                ways = [(subject, thing, why)]
                if frame.mutual and frame.predicate in BOTH_WAYS:
                    ways.append((thing, subject, f"{why}, told of both sides"))
                for doer, aim, reason in ways:
                    yield Draft(
                        doer,
                        frame.predicate,
                        aim,
                        clause.verb,
                        last=targets[0],
                        mode=frame.mode,
                        negated=clause.negated,
                        claim=_own(speech, doer, reading) if frame.speech else None,
                        status="hedged" if clause.reality == "hedged" else None,
                        why=reason,
                    )
        return


def _own(speech: Claim | None, speaker: Ref, reading: Reading) -> Claim | None:
    """The speaker's own among the claims of joint speakers."""
    if speech is None:
        return None
    joint = (c for c in reading.claims if c.cue == speech.cue and c.content == speech.content)
    return next((c for c in joint if c.chain[0].name == speaker.name), speech)


def _lasting(clause: Clause) -> bool:
    """A state and no event: "rebels now occupy the town"."""
    return clause.lemma == "occupy" and not clause.passive and clause.verb.tag_ in ("VBZ", "VBP")


def _repelled(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Who fought whom in "the army repelled attacks": both sides, where only one other is named."""
    for head in clause.patients():
        head = content_head(head)
        if not any(frame.predicate == "ASSAULT" for frame in noun_frame(lemma(head))):
            continue
        defenders = agents(clause, reading, references, None)
        if not defenders and clause.passive:
            voice = references.antecedents.speaker(reading.claim_of(clause.verb), span_of(clause.verb), group=True)
            defenders = [voice] if voice is not None and voice.kind in ("government", "armed_group") else []
        attackers = agents_of(head, reading, references)
        if not attackers:
            attackers = _other_side(defenders, reading)
        for defender in defenders:
            for attacker in attackers:
                if attacker.name != defender.name:
                    for one, other in ((defender, attacker), (attacker, defender)):
                        yield Draft(
                            one,
                            "ASSAULT",
                            other,
                            clause.verb,
                            last=head,
                            negated=clause.negated,
                            why=f"verb {clause.lemma} attack",
                        )


def _other_side(side: list[Ref], reading: Reading) -> list[Ref]:
    """The one other party, where only one armed group speaks in the article, or only one is named; else nobody."""
    speaking = {c.chain[0].name for c in reading.claims if c.chain[0].kind == "armed_group"}
    named = {m.name for m in reading.mentions if m.kind == "armed_group"}
    for names in (speaking, named):
        others = sorted(names - {ref.name for ref in side})
        if len(others) == 1:
            return [Ref(others[0], "armed_group")]
        if others:
            return []
    return []


def _victors(clause: Clause, reading: Reading, references: References) -> list[Ref]:
    """An armed group that reports soldiers killed or captured, naming nobody who did it, reports its own deed."""
    if (
        not clause.passive
        or clause.agents
        or not any(_beaten(content_head(h), clause, reading) or h.pos_ == "NUM" for h in clause.patients())
    ):
        return []
    voice = references.antecedents.speaker(reading.claim_of(clause.verb), span_of(clause.verb), group=True)
    return [voice] if voice is not None and voice.kind == "armed_group" else []


def _beaten(head: Token, clause: Clause, reading: Reading) -> bool:
    """Soldiers, or a place that was taken: what a group boasts of."""
    index = reading.mention_at(head)
    place = (index is not None and reading.mentions[index].kind == "place") or lemma(head) in (
        "town",
        "city",
        "village",
    )
    taken = any(f.predicate == "SEIZE" for f in event_frames(clause.lemma, clause.particle))
    return lemma(head) in ("soldier", "troop", "policeman", "officer") or (place and taken)


def _placed(thing: Ref, clause: Clause, reading: Reading, references: References) -> Ref:
    """The Niafounke camp in "captured the camp at Niafounke": a bare noun is told apart by its place."""
    if thing.kind is not None or " " in thing.name or thing.name.rstrip("s") not in PLACES:
        return thing
    place = next(places_of(clause.verb, reading, references, "in", "at", "near", "on"), None)
    return Ref(f"{place.name} {thing.name}", None, thing.span) if place is not None else thing


def allowed(references: References, head: Token, frame: EventFrame) -> list[Ref]:
    head = content_head(head)
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if head.lower_ in ("itself", "themselves", "himself", "herself"):
        return []
    if head.pos_ == "PRON" and verb.lemma_ in _DOWNING:
        return []  # what is intercepted is a rocket, not who fired it
    if lemma(head) in MINES and verb.lemma_ in ("hit", "strike", "trigger"):
        return []  # the lorry that hit a mine attacked nobody
    if frame.predicate == "MOBILIZE" and lemma(head) not in ACTORS | ARMS:
        return []
    struck = frame.predicate == "ASSAULT" and frame.mode != "abduct"
    found = target_of(references, head, things=frame.things, struck=struck)
    if frame.speech or frame.predicate in ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ACCUSE", "REQUEST"):
        found = [acting for ref in found if (acting := references.acting(ref)) is not None]
    if frame.mode == "disapprove" and (doing := agents_of(head, references.reading, references)):
        found = doing  # "condemned the attack by X"
    if frame.predicate == "SUPPORT":
        found = [ref for ref in found if ref.kind is not None or lemma(head) not in PLACES]
    if frame.mode == "censor" and lemma(head) in PERSONS | OFFICES | MEMBERS:
        return []  # an officer is suspended as a punishment
    caught = frame.predicate == "SEIZE" and lemma(head) in CAPTIVES and references.reading.mention_at(head) is None
    if caught and all(ref.kind != "person" for ref in found):
        thing = references.thing(head)  # who is caught is one of them, not their group
        found = [thing] if thing is not None else []
    if frame.predicate == "AID" and verb.lemma_ == "pay":
        found = [ref for ref in found if ref.kind in ("armed_group", "government")]
    if frame.mode == "visit":
        found = [ref for ref in found if ref.kind not in ("place", "government")]
    return found


def _event(noun: Token) -> bool:
    """An attack that does something itself: "killed by Rwandan shelling"."""
    return bool(noun_frame(lemma(noun)) or (noun.tag_ == "VBG" and noun_frame(noun.lower_)))


def _spoken(clause: Clause, claim: Claim, reading: Reading, references: References) -> list[Ref]:
    """Who performs an act of speech: the speaker its claim was given, or of joint speakers each; a body told by its
    description is left to the clause, which may know its name."""
    joint = [one for one in reading.claims if one.cue == claim.cue and one.content == claim.content]
    found: list[Ref] = []
    for one in joint or [claim]:
        voice = references.antecedents.speaker(one, Span(clause.verb.idx, clause.verb.idx + 1), group=False)
        if voice is None:
            return []
        if voice.kind not in (None, "person") and reading.kind_of_name(voice.name) is None:
            return []
        found.append(voice)
    return found


def agents(clause: Clause, reading: Reading, references: References, claim: Claim | None) -> list[Ref]:
    """Who does it; for the act of a claim, its resolved speaker."""
    found: list[Ref] = []
    if claim is not None:
        spoken = _spoken(clause, claim, reading, references)
        if spoken:
            return spoken
    hostile = claim is None and any(
        f.predicate in ("ASSAULT", "SEIZE") for f in event_frames(clause.lemma, clause.particle)
    )
    for head in clause.doers():
        owner = references.owner(content_head(head)) if lemma(content_head(head)) in _TOOLS else None
        for ref in [owner] if owner is not None else references.of(clause.verb, head):
            acting = references.acting(ref)
            if acting is not None:
                found.append(references.state_of(acting) if hostile else acting)
    if not found and clause.doers() and _event(content_head(clause.doers()[0])):
        found.extend(agents_of(content_head(clause.doers()[0]), reading, references))
    if not found and clause.doers():
        head = content_head(clause.doers()[0])
        if lemma(head) in _TOOLS or lemma(head) in (
            "statement",
            "official",
            "office",
            "spokesman",
            "attack",
            "strike",
        ):
            owner = references.owner(head)
            if owner is not None:
                found.append(owner)
            else:
                found.extend(agents_of(head, reading, references))
    if not found:
        found.extend(_victors(clause, reading, references))
    if not found and claim is not None:
        voice = references.antecedents.speaker(claim, Span(clause.verb.idx, clause.verb.idx + 1), group=False)
        if voice is not None:
            found.append(voice)
    if claim is not None and clause.verb.dep_ == "advcl" and clause.verb.tag_ == "VBG" and clause.doers():
        voice = references.antecedents.speaker(claim, Span(clause.verb.idx, clause.verb.idx + 1), group=False)
        found = [voice] if voice is not None else found  # "X said Y had fired, accusing Z": X accuses
    return [ref for ref in found if ref.kind != "weapon"]
