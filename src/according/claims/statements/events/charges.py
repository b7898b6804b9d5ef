"""Whose charge, report or demand is turned down: "denied the allegation", "a charge Moscow rejected"."""

import re
from collections.abc import Collection, Iterator

from according.claims.statements.events.verbs import EventFrame
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.records import Ref

__all__ = ["charge_denied", "last_speaker", "rejected"]

_CHARGES = words(
    "report claim allegation accusation charge statement assertion rumor rumour suggestion comment assessment account "
    "description version something"
)
_SHARES = words("part role involvement responsibility wrongdoing link complicity")
"""What is denied without saying what was alleged: "denies any part in the attack"."""
_CHARGING = re.compile(r"\b(?:accus|alleg|blam|charg|claim)", re.IGNORECASE)
_POINTING = ("the", "that", "this", "those", "these", "such", "any", "all")
_ASKED = words("demand request call appeal offer proposal ultimatum invitation")
_MEDIA = ("television", "tv", "radio", "newspaper", "press", "media")
_SAYINGS = words("description assessment version account statement suggestion comment assertion")
"""What anybody says; the other charges need somebody who accuses."""


def rejected(clause: Clause, heads: list[Token], objects: list[Ref], references: References) -> list[Ref]:
    """Whose report or charge is rejected; a bare "denied the reports" names nobody."""
    found: list[Ref] = []
    if any(head.lower_ in ("it", "this", "that") for head in heads):
        return []  # what was said, and not who
    for head in heads:
        head = content_head(head)
        if lemma(head) in _SHARES and clause.lemma in ("deny", "reject"):
            found.extend(_accuser(clause, head, references))
            objects = []
        if lemma(head) in _ASKED and (asking := _asking(clause, head, references)):
            found.extend(asking)
            continue
        if lemma(head) not in _CHARGES:
            continue
        medium = next((t for t in head.lefts if t.lower_ in _MEDIA), None)
        owner = references.thing(medium) if medium is not None else references.owner(head)
        found.extend([owner] if owner is not None else [])
        found.extend(r for t in prepositional(head, "by", "from") for r in references.all(t))
        if not found:
            found.extend(_accuser(clause, head, references))
        objects = []
    if found:
        return found
    return [] if clause.lemma in ("deny", "refute") else objects


def charge_denied(
    clause: Clause, frames: tuple[EventFrame, ...], reading: Reading, references: References
) -> Iterator[Draft]:
    """Reads "…, a charge Azerbaijan denied", parsed as if the charge denied something."""
    if clause.objects or clause.passive or all(f.predicate != "REJECT" for f in frames) or not clause.subjects:
        return
    charge = clause.subjects[0]
    denier = next((c for c in charge.children if c.dep_ == "appos" and c.i + 1 >= clause.verb.i - 1), None)
    if denier is None or lemma(charge) not in _CHARGES:
        return
    for who in references.alone(denier):
        acting = references.acting(who)
        for other in last_speaker(clause, reading, references) if acting is not None else ():
            if acting is not None and other.name != acting.name:
                claim = reading.claim_by_cue(clause.verb)
                yield Draft(acting, "REJECT", other, clause.verb, last=charge, claim=claim, why=f"verb {clause.lemma}")


def _asking(clause: Clause, asked: Token, references: References) -> list[Ref]:
    """Who made the demand that is turned down: its owner, or whoever asked last when no more is said of it."""
    owner = references.owner(asked)
    if owner is not None:
        return [owner] if owner.kind is not None else []
    if any(True for _ in prepositional(asked)) or any(t.dep_ in ("amod", "compound") for t in asked.lefts):
        return []
    return _accuser(clause, asked, references)


def _accuser(clause: Clause, charge: Token, references: References) -> list[Ref]:
    """Who made "the allegation": the last speaker before who accused somebody, within two sentences."""
    reading = references.reading
    aside = clause.verb.dep_ == "relcl" and charge == clause.verb.head  # "a charge Moscow denied"
    if not aside and not any(t.lower_ in _POINTING for t in charge.lefts):
        return []
    anybody = aside or lemma(charge) in _SAYINGS | _ASKED
    return last_speaker(clause, reading, references, anybody=anybody)


def last_speaker(
    clause: Clause,
    reading: Reading,
    references: References,
    *,
    anybody: bool = True,
    but: Collection[str] = (),
) -> list[Ref]:
    """Who spoke last before, within two sentences, and is called none of `but`; unless `anybody`, with a word of
    accusing. One or nobody."""
    best: tuple[int, Ref] | None = None
    for claim in reading.claims:
        if claim.cue is None or claim.cue.end > clause.verb.idx:
            continue
        if not anybody and not _CHARGING.search(claim.cue.of(reading.text)):
            continue
        tokens = reading.doc.char_span(claim.cue.start, claim.cue.end, alignment_mode="expand")
        if not tokens or reading.sentences_between(tokens.root.i, clause.verb) > 2:
            continue
        voice = references.antecedents.speaker(claim, claim.cue, group=False)
        acting = references.acting(voice)
        if acting is not None and acting.name not in but and (best is None or claim.cue.start > best[0]):
            best = (claim.cue.start, acting)
    return [best[1]] if best is not None else []
