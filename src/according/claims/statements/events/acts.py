"""What a claim does by being spoken: a threat against someone, a call for something, an announced halt."""

from collections.abc import Iterator

from according.claims.statements.events.nominals import noun_frame
from according.claims.statements.events.verbs import event_frames
from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import clause_of
from according.claims.statements.syntax.nouns import ARMS, VESSELS, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Claim, Ref, Span

__all__ = ["acts"]

_HOSTILE = ("ASSAULT", "SEIZE", "COERCE", "SANCTION")
_ANYONE = ("anyone", "everyone", "anybody", "everybody", "those", "whoever", "all")
_LEAVING = ("withdraw", "leave", "quit", "pull", "exit")
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
    joint = [one for one in reading.claims if one.cue == claim.cue]
    if verb is not None and len(joint) < 2:  # of joint speakers each has a claim of their own
        for head in clause_of(verb).doers():
            found.extend(a for ref in references.all(head) if (a := references.acting(ref)))
    voice = references.antecedents.speaker(claim, _span(claim), group=False)
    first = claim.chain[0]
    if claim.status == "threatened" and first.kind == "person" and "spokes" in (first.role or "").lower():
        body = references.antecedents.speaker(claim, _span(claim), group=True) or _body(claim, reading, references)
        if body is not None:
            return [body]  # a spokesperson threatens for the body
    if len(found) < 2 and voice is not None:
        return [Ref(found[0].name, found[0].kind, found[0].span)] if found and found[0].kind else [voice]
    return found


def _body(claim: Claim, reading: Reading, references: References) -> Ref | None:
    """Whose "spokesman" stands beside the speaker's name."""
    span = _span(claim)
    for token in reading.doc.char_span(span.start, span.end, alignment_mode="expand") or ():
        for near in reading.doc[max(0, token.i - 8) : token.i + 9]:
            if lemma(near).startswith("spokes") and near.sent == token.sent:
                if any(t.tag_ == "PRP$" for t in near.lefts):
                    continue  # whose "its" means would be a guess
                owner = references.owner(near)
                if owner is not None and owner.kind in BODIES:
                    return owner
    return None


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
        where = target.kind == "place" and not country_of_name(target.name) and head.dep_ != "dobj"
        if target.name in names or where:
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
    told = [t for t in tokens if condition is None or not condition.start <= t.idx < condition.end]
    for token in told:
        if token.pos_ == "VERB":
            for head in _aims(token):
                for ref in _owner_first(head, references) or _anyone(head, reading):
                    yield ref, head
        elif token.pos_ == "NOUN":
            for noun in noun_frame(lemma(token)):
                if noun.predicate in _HOSTILE:
                    for inner in prepositional(token, *noun.to):
                        for ref in _owner_first(inner, references):
                            yield ref, inner
    for token in told:
        if token.lower_ in ("against", "on"):
            for inner in token.children:
                if inner.dep_ == "pobj":
                    for ref in _owner_first(inner, references) or _anyone(inner, reading):
                        yield ref, inner
    yield from _provoking(tokens, condition, references)
    for token in told:  # "will make Kigali pay for it"
        index = reading.mention_at(token)
        named = references.acting(references.named(index)) if index is not None else None
        if named is None or named.kind not in ("armed_group", "government") or index is None:
            continue
        head = reading.heads[index]
        if head.dep_ not in ("nsubj", "nsubjpass") and not any(t.dep_ == "relcl" for t in head.ancestors):
            yield named, head  # whose doing it is, is not whom it is done to


def _aims(verb: Token) -> list[Token]:
    """Heads that stand where a hostile verb has its target."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    clause = clause_of(verb)
    heads: list[Token] = []
    for frame in event_frames(verb.lemma_.lower(), particle):
        if frame.predicate in _HOSTILE:
            heads += clause.patients() if "dobj" in frame.slots else ()
            heads += [t for slot in frame.slots if slot != "dobj" for t in prepositional(verb, slot)]
            heads += list(prepositional(verb, "against"))
    if verb.lemma_ in _LEAVING:
        heads += [t for up in (verb, *clause.objects) for t in prepositional(up, "from")]
    return [head for head in heads if head.pos_ not in ("VERB", "AUX")]


def _provoking(tokens: list[Token], condition: Span | None, references: References) -> Iterator[tuple[Ref, Token]]:
    """Who would have to answer for the condition: "would strike back if Kinshasa's drones went on bombing"."""
    for token in tokens:
        if condition is not None and condition.start <= token.idx < condition.end and token.dep_ == "nsubj":
            owner = references.owner(content_head(token)) if lemma(content_head(token)) in ARMS | VESSELS else None
            for ref in [owner] if owner is not None else references.all(token):
                acting = references.acting(ref)
                if acting is not None and acting.kind in BODIES:
                    yield acting, token


def _anyone(head: Token, reading: Reading) -> list[Ref]:
    """Whoever the threat describes and does not name: "anyone who tried to start an insurgency"."""
    described = next((c for c in head.children if c.dep_ in ("relcl", "acl") and c.i > head.i), None)
    if described is None or (head.pos_ == "PRON" and head.lower_ not in _ANYONE):
        return []
    last = described.right_edge
    while last.is_punct or last.is_space:
        last = last.nbor(-1)
    if not 1 < last.i - head.i < 12 or "\n" in reading.text[head.idx : last.idx]:
        return []
    first = head if head.pos_ == "PRON" else head.left_edge
    while first.i < head.i and (first.pos_ == "DET" or first.is_punct):
        first = first.nbor(1)
    return [_text(first, last, reading)]


def _owner_first(head: Token, references: References) -> list[Ref]:
    head = content_head(head)
    if head.pos_ == "PRON" and head.lower_ in _ANYONE:
        return []
    if any(t.lower_ in ("any", "every", "all") for t in head.lefts) and any(c.dep_ == "relcl" for c in head.children):
        return []
    owner = references.owner(head)
    if owner is not None and references.reading.mention_at(head) is None:
        return [owner]
    return [references.acting(ref) or ref for ref in target_of(references, head, things=False)]


def _text(first: Token, last: Token, reading: Reading) -> Ref:
    end = last.idx + len(last.text)
    text = reading.text[first.idx : end].strip(" .,")
    inner = text.strip('"“”')
    whole = text if sum(inner.count(mark) for mark in '"“”') % 2 == 0 and inner == text else inner
    if sum(whole.count(mark) for mark in '"“”') % 2:
        whole = "".join(c for c in whole if c not in '"“”')
    return Ref(" ".join(whole.split())[:200], None, Span(first.idx, end))


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
