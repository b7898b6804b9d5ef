"""What a claim does by being spoken: a threat against someone, a call for something, an announced halt."""

from collections.abc import Iterator

from according.claims.statements.events.nominals import noun_frame
from according.claims.statements.events.verbs import event_frames
from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import clause_of
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Claim, Ref, Span

__all__ = ["acts"]

_HOSTILE = ("ASSAULT", "SEIZE", "COERCE", "SANCTION")
_DEEDS = words("attack operation offensive strike fire hostility campaign assault")
"""What one stops doing."""
_HALTS = words("halt ceasefire truce pause suspension cessation withdrawal pullout end")
_CALLS = words("call appeal push plead demand request urge advocate")


def acts(reading: Reading, references: References) -> Iterator[Draft]:
    """Threats and calls, one a claim, and announced halts; their claim is the one that is spoken."""
    for claim in reading.claims:
        if claim.status == "threatened":
            yield from _threat(claim, reading, references)
        if claim.status == "called_for":
            yield from _call(claim, reading, references)
    for token in reading.doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in ("announce", "declare", "order", "begin"):
            yield from _halt(token, reading, references)
        elif token.pos_ == "VERB" and token.lemma_.lower() in ("halt", "suspend", "pause", "stop", "end", "cease"):
            yield from _stopped(token, references)


def _cue_verb(claim: Claim, reading: Reading) -> Token | None:
    if claim.cue is None:
        return None
    tokens = reading.doc.char_span(claim.cue.start, claim.cue.end, alignment_mode="expand") or ()
    return next((token for token in tokens if token.pos_ in ("VERB", "AUX")), None)


def speakers(claim: Claim, reading: Reading, references: References) -> list[Ref]:
    """Who performs the act: every subject of the cue that is told, else the resolved speaker."""
    verb = _cue_verb(claim, reading)
    found: list[Ref] = []
    if verb is not None:
        for head in clause_of(verb).doers():
            found.extend(a for ref in references.all(head) if (a := references.acting(ref)))
    voice = references.antecedents.speaker(claim, _span(claim), group=False)
    first = claim.chain[0]
    if claim.status == "threatened" and first.kind == "person" and "spokes" in (first.role or "").lower():
        body = references.antecedents.speaker(claim, _span(claim), group=True)
        if body is not None:
            return [body]  # a spokesperson threatens for the body
    if len(found) < 2 and voice is not None:
        return [Ref(found[0].name, found[0].kind, found[0].span)] if found and found[0].kind else [voice]
    return found


def _span(claim: Claim) -> Span:
    return claim.chain[0].span or claim.cue or claim.content[0]


def _inside(claim: Claim, reading: Reading) -> list[Token]:
    found: list[Token] = []
    for span in claim.content:
        found.extend(reading.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
    return found


def _threat(claim: Claim, reading: Reading, references: References) -> Iterator[Draft]:
    tokens = _inside(claim, reading)
    who = speakers(claim, reading, references)
    if not who or not tokens:
        return
    names = {ref.name for ref in who}
    for target, head in _threatened(tokens, claim.condition, reading, references):
        if target.name in names or (target.kind == "place" and not country_of_name(target.name)):
            continue
        act = _text(tokens[0], tokens[-1], reading)
        for subject in who:
            yield Draft(
                subject,
                "THREATEN",
                target,
                _cue_verb(claim, reading) or head,
                last=head,
                claim=claim,
                mode="violence",
                item=act,
                times=False,
                why="claim threatened",
            )
        return


def _threatened(
    tokens: list[Token], condition: Span | None, reading: Reading, references: References
) -> Iterator[tuple[Ref, Token]]:
    """Whom the threatened deed would hit, most direct first."""
    for token in tokens:
        if condition is not None and condition.start <= token.idx < condition.end:
            continue  # what the other side would have to do first
        if token.pos_ == "VERB":
            frames = [f for f in event_frames(token.lemma_.lower(), None) if f.predicate in _HOSTILE]
            for frame in frames:
                heads = [c for c in token.children if c.dep_ == "dobj"] if "dobj" in frame.slots else []
                heads += [t for slot in frame.slots if slot != "dobj" for t in prepositional(token, slot)]
                heads += list(prepositional(token, "against"))
                for head in heads:
                    for ref in _owner_first(head, references):
                        yield ref, head
        elif token.pos_ == "NOUN":
            for noun in noun_frame(lemma(token)):
                if noun.predicate in _HOSTILE:
                    for inner in prepositional(token, *noun.to):
                        for ref in _owner_first(inner, references):
                            yield ref, inner
    for token in tokens:
        if token.lower_ in ("against", "on"):
            for inner in token.children:
                if inner.dep_ == "pobj":
                    for ref in _owner_first(inner, references):
                        yield ref, inner
    for token in tokens:  # "would strike back if Kinshasa's drones went on bombing"
        index = reading.mention_at(token)
        named = references.acting(references.named(index)) if index is not None else None
        if named is None or named.kind not in ("armed_group", "government") or index is None:
            continue
        if reading.heads[index].dep_ not in ("nsubj", "nsubjpass"):  # whose doing it is, is not whom it is done to
            yield named, reading.heads[index]


def _owner_first(head: Token, references: References) -> list[Ref]:
    head = content_head(head)
    owner = references.owner(head)
    if owner is not None and references.reading.mention_at(head) is None:
        return [owner]
    return [references.acting(ref) or ref for ref in target_of(references, head, things=False)]


def _text(first: Token, last: Token, reading: Reading) -> Ref:
    end = last.idx + len(last.text)
    return Ref(" ".join(reading.text[first.idx : end].strip(' ".,“”').split())[:200], None, Span(first.idx, end))


def _call(claim: Claim, reading: Reading, references: References) -> Iterator[Draft]:
    """The call in "called for de-escalation": what is called for stands as text, unless someone is addressed."""
    verb = _cue_verb(claim, reading)
    if verb is None or verb.lemma_.lower() not in _CALLS:
        return
    clause = clause_of(verb)
    addressed = [*clause.objects, *prepositional(verb, "on", "upon", "to", "with")]
    if verb.lemma_.lower() in ("demand", "advocate"):
        addressed = list(prepositional(verb, "from", "of"))
    if any(references.all(head) for head in addressed):
        return
    wanted = list(prepositional(verb, "for")) or (
        list(clause.objects) if verb.lemma_.lower() in ("demand", "advocate") else []
    )
    for head in wanted:
        if head.pos_ == "VERB":
            head = next((c for c in head.children if c.dep_ == "dobj"), head)
        for one in conjuncts(head):
            thing = references.one(one, things=True)
            if thing is None:
                continue
            for subject in speakers(claim, reading, references):
                yield Draft(
                    subject,
                    "REQUEST",
                    thing,
                    verb,
                    last=one,
                    claim=claim,
                    negated=clause.negated,
                    times=True,
                    why="claim called_for",
                )


def _halt(verb: Token, reading: Reading, references: References) -> Iterator[Draft]:
    claim = reading.claim_by_cue(verb)
    for head in clause_of(verb).patients():
        if lemma(head) in _HALTS:
            mode = "withdraw" if lemma(head) in ("withdrawal", "pullout") else "ceasefire"
            yield from _retreats(verb, head, references, mode, claim)


def _stopped(verb: Token, references: References) -> Iterator[Draft]:
    for head in clause_of(verb).patients():
        if lemma(head) in _DEEDS:
            yield from _retreats(verb, head, references, "ceasefire")


def _retreats(
    verb: Token, head: Token, references: References, mode: str, claim: Claim | None = None
) -> Iterator[Draft]:
    """Who stops or announces to stop what `head` names, told as a fact."""
    clause = clause_of(verb)
    thing = references.thing(head)
    if clause.reality != "fact" or thing is None:
        return
    for doer in clause.doers():
        for subject in references.all(doer):
            acting = references.acting(subject)
            if acting is not None:
                yield Draft(
                    acting,
                    "RETREAT",
                    thing,
                    verb,
                    last=head,
                    claim=claim,
                    mode=mode,
                    negated=clause.negated,
                    why=f"{verb.lemma_} {lemma(head)}",
                )
