"""What one does to another's words or offers: calls a claim a lie, breaks off talks, accepts a plan, gives an order."""

from collections.abc import Iterator

from according.claims.statements.events.charges import last_speaker
from according.claims.statements.events.deeds import agents
from according.claims.statements.events.phrasal import doers, drafts
from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, prepositional
from according.records import Ref

__all__ = ["answers"]

_CALLING = ("call", "brand", "label", "term", "describe", "dismiss", "denounce", "decry")
_FALSEHOODS = words(
    "false untrue baseless unfounded groundless fake bogus fabricated misleading inaccurate lie fabrication invention "
    "nonsense rumour rumor propaganda slander fiction disinformation misinformation hoax falsehood myth libel absurd "
    "ridiculous alarmist laughable"
)
_WORDS = words(
    "claim allegation accusation charge report statement assertion account version letter description assessment "
    "figure toll rumour rumor suggestion remark comment that this it"
)
_TALKS = words("talk negotiation dialogue contact tie relation cooperation ceasefire truce")
_BREAKING = ("break", "suspend", "cut", "sever", "quit", "halt", "freeze", "abandon", "boycott")
_OFFERS = words(
    "truce ceasefire plan proposal deal text deployment offer roadmap agreement initiative demand condition"
)
_ORDERING = ("order", "instruct", "direct", "command")
_ENDING = words("dissolve disband close expel arrest detain shut ban evict disarm")
_HELP = words("reinforcement instructor trainer adviser advisor aid relief assistance medic engineer help support")


def answers(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Refusals, acceptances, orders and help that are told by more than their verb; nothing that is no fact."""
    if clause.reality not in ("fact", "hedged") or clause.passive:
        return
    if clause.lemma in _CALLING:
        yield from _called_false(clause, reading, references)
    if clause.lemma in _BREAKING:
        yield from _breaking_off(clause, references)
    elif clause.lemma in ("agree", "accept", "approve"):
        yield from _accepting(clause, references)
    elif clause.lemma in _ORDERING:
        yield from _ordering(clause, reading, references)
    elif clause.lemma in ("send", "dispatch", "deploy", "provide", "deliver"):
        yield from _helping(clause, references)


def _called_false(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "called the claim false", "dismissed it as propaganda": rejects whoever said it."""
    verdicts = [c for c in clause.verb.children if c.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "dobj")]
    verdicts += [c.head for v in verdicts for c in v.children if c.dep_ == "nsubj"]
    verdicts += list(prepositional(clause.verb, "as"))
    verdicts += [c for up in clause.verb.children if up.lower_ == "as" for c in up.children]
    if not any(lemma(v) in _FALSEHOODS for v in verdicts):
        return
    near = [t for t in clause.verb.subtree if 0 < t.i - clause.verb.i < 8]
    words_of = next((t for t in (*clause.objects, *near) if lemma(t) in _WORDS or t.lower_ in _WORDS), None)
    if words_of is None:
        return
    owner = references.owner(words_of) if words_of.pos_ == "NOUN" else None
    own = {ref.name for ref in doers(clause, references)}
    said = [owner] if owner is not None else last_speaker(clause, reading, references, but=own)
    for acting in (a for ref in said if (a := references.acting(ref)) is not None):
        for draft in drafts(clause, references, "REJECT", [acting], words_of):
            draft.claim = reading.claim_by_cue(clause.verb)
            yield draft


def _breaking_off(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "broke off talks with the ELN"."""
    if clause.lemma in ("break", "cut") and clause.particle != "off":
        return
    for head in clause.objects:
        if lemma(head) in _TALKS:
            for inner in (*prepositional(head, "with"), *prepositional(clause.verb, "with")):
                others = [a for ref in references.all(inner) if (a := references.acting(ref)) is not None]
                yield from drafts(clause, references, "REJECT", [r for r in others if r.kind in BODIES], inner)


def _accepting(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "agreed to the three-month truce", "accepted the plan"; "never accepted it" turns it down."""
    heads = prepositional(clause.verb, "to", "on") if clause.lemma == "agree" else clause.objects
    if len(doers(clause, references)) > 1 or any(True for _ in prepositional(clause.verb, "with")):
        return  # told of both sides
    for head in heads:
        head = content_head(head)
        thing = references.thing(head) if lemma(head) in _OFFERS else None
        if thing is None or " " not in thing.name:
            continue  # "the text", "the deal": which one is not said
        for draft in drafts(clause, references, "REJECT" if clause.negated else "AGREE", [thing], head):
            draft.negated = False
            if draft.subject.kind in (*BODIES, "person"):
                yield draft


def _ordering(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "ordered the army to step up raids", "ordered the militias to be dissolved"."""
    meant = [c for c in clause.verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ in ("VB", "VBN")]
    for verb in meant:
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        heads = [*clause.objects, *(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))]
        for head in heads[:1]:
            told = [a for ref in references.all(head) if (a := references.acting(ref)) is not None]
            if passive and verb.lemma_ in _ENDING:
                yield from drafts(clause, references, "COERCE", told or _thing(head, references), head)
            elif not passive:
                claim = reading.claim_by_cue(clause.verb)
                for who in agents(clause, reading, references, claim) if claim is not None else ():
                    for one in told:
                        if one.kind in BODIES and one.name != who.name:
                            why = f"verb {clause.lemma}"
                            yield Draft(who, "REQUEST", one, clause.verb, last=head, claim=claim, why=why)


def _thing(head: Token, references: References) -> list[Ref]:
    thing = references.thing(head)
    return [Ref(thing.name, thing.kind, thing.span or span_of(head))] if thing is not None else []


def _helping(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "sent reinforcements to the army": help, where an actor and no place gets it."""
    for head in clause.objects:
        if not any(lemma(content_head(one)) in _HELP for one in conjuncts(head)):
            continue
        for inner in (*prepositional(clause.verb, "to"), *prepositional(head, "to", "for")):
            helped = [ref for ref in references.all(inner) if ref.kind in BODIES]
            yield from drafts(clause, references, "AID", helped, inner)
