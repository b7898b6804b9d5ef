"""Events told by a noun: "Israeli strikes on Iran", "fighting between the army and the RSF"."""

from collections.abc import Iterator
from dataclasses import dataclass

from according.claims.statements.events.verbs import BOTH_WAYS, FIGURATIVE
from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import clause_of
from according.claims.statements.syntax.nouns import PEOPLE, words
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, premodifiers, prepositional
from according.claims.statements.syntax.targets import target_of
from according.records import Ref
from according.vocabularies import Event

__all__ = ["NounFrame", "agents_of", "nominals", "noun_frame"]


@dataclass(frozen=True, slots=True)
class NounFrame:
    """How one noun tells an event: its target stands after one of `to`; `mutual` events are told of both sides."""

    predicate: Event
    mode: str | None
    to: tuple[str, ...]
    mutual: bool = False


_ROWS = """
ASSAULT/|on against at upon toward towards|attack assault offensive raid strike incursion retaliation
ASSAULT/|on against at upon|aggression onslaught
ASSAULT/|on against at upon|ambush counteroffensive counterattack campaign operation
ASSAULT/|against in|insurgency
ASSAULT/aerial|on against of at|airstrike bombing airstrikes bombardment air-raid
ASSAULT/heavy-weapons|on against of at|shelling barrage fire
ASSAULT/|at in on|shooting blast explosion
ASSAULT/|of on against|siege blockade encirclement
ASSAULT/|of|killing massacre assassination murder slaughter execution destruction murdering wounding targeting sinking
ASSAULT/|of against on|invasion war
ASSAULT/abduct|of|abduction kidnapping
ASSAULT/torture|of|torture
SEIZE/|of|capture seizure takeover conquest occupation recapture
SEIZE/arrest|of|arrest detention imprisonment
COERCE/|on against|pressure crackdown coup repression persecution
COERCE/restrict|on in|lockdown curfew
COERCE/deport|of|displacement expulsion deportation
SANCTION/|on against|sanction embargo
MOBILIZE/troops|of|mobilization mobilisation conscription
PROTEST/demo|against|protest demonstration riot uprising revolt rebellion
SUPPORT/|for to|support endorsement solidarity backing praise
AID/|to for|aid assistance
ACCUSE/disapprove|of against|condemnation criticism accusation denunciation
THREATEN/violence|to against|threat
RETREAT/withdraw|from|withdrawal retreat pullout departure
"""
_MUTUAL = """
ASSAULT/|with against between|clash fighting battle fight skirmish combat hostility confrontation conflict war firefight
CONSULT/|with between|talk meeting negotiation consultation summit dialogue
AGREE/|with between|agreement deal truce ceasefire accord treaty pact
COOPERATE/|with between|cooperation collaboration coordination partnership
"""


def _table() -> dict[str, tuple[NounFrame, ...]]:
    table: dict[str, tuple[NounFrame, ...]] = {}
    for rows, mutual in ((_ROWS, False), (_MUTUAL, True)):
        for row in rows.strip().splitlines():
            kind, to, words = row.split("|")
            predicate, _, mode = kind.partition("/")
            frame = NounFrame(predicate, mode or None, tuple(to.split()), mutual)  # type: ignore[arg-type]
            for word in words.split():
                table[word] = (*table.get(word, ()), frame)
    return table


_FRAMES = _table()
_LAUNCHING = words(
    "launch carry conduct mount stage open wage begin start make commit perpetrate execute order resume renew "
    "undertake impose hold lay have intensify lead do sign reach provide express offer give voice"
)
_TAKINGS = words("capture seizure takeover conquest liberation recapture killing destruction downing ambush attack")
_SAYINGS = words("say tell report claim announce state add confirm warn note write")
_ENDED = words("collapse break end fail unravel expire lapse breach violate")
_CLAIMED = words("claim announce report confirm celebrate")
_BESIDE = ("after", "amid", "during", "following", "in")
_VERBS_BY = words(
    "fire drop carry launch claim conduct mount lead stage perpetrate commit wage blame plant lay detonate shoot hurl "
    "lob send fly operate"
)


def noun_frame(word: str) -> tuple[NounFrame, ...]:
    """The frames of an event noun by its lemma; none when it tells no event."""
    return _FRAMES.get(word, ())


def nominals(reading: Reading, references: References) -> Iterator[Draft]:
    """The events the article's nouns tell, one a pair of actor and target."""
    for noun in reading.doc:
        gerund = noun.tag_ == "VBG" and noun.dep_ in ("nsubj", "dobj", "pobj") and noun.lower_ in _FRAMES
        if (noun.pos_ not in ("NOUN", "PROPN") and not gerund) or reading.mention_at(noun) is not None:
            continue
        frames = noun_frame(noun.lower_ if gerund else lemma(noun))
        if lemma(noun) == "talk" and noun.tag_ != "NNS":
            continue
        if not frames or noun.dep_ in ("compound", "nmod", "amod"):
            continue
        yield from _between(noun, frames, reading, references)
        for frame in frames:
            found = list(_directed(noun, frame, reading, references))
            yield from found
            if found:
                break


def _unreal(noun: Token) -> bool:
    """Under a verb that wishes, forbids or foresees the event, or "the threat of"."""
    up = noun.head
    if up.dep_ == "prep" or up.pos_ == "ADP":
        up = up.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and up.lemma_ in ("threat", "risk", "fear", "possibility", "prospect", "danger")
    ):
        return True
    steps = 0
    while steps < 4 and up.pos_ not in ("VERB", "AUX") and up.head != up:
        up, steps = up.head, steps + 1
    aux = {child.lower_ for child in up.children if child.dep_ == "aux"}
    if aux & {"will", "would", "may", "might", "could", "should", "must", "can"}:
        return True
    if noun.head == up and up.lemma_ in (
        "prevent",
        "avoid",
        "avert",
        "deter",
        "plan",
        "threaten",
        "fear",
        "expect",
        "prepare",
    ):
        return True
    return (
        "to" in aux
        and noun.head == up
        and up.dep_ in ("advcl", "acl", "xcomp")
        and up.head.lemma_ not in ("begin", "continue", "start")
    )


def _pair(
    noun: Token, a: Ref, b: Ref, frame: NounFrame, both: bool, why: str, last: Token | None = None
) -> Iterator[Draft]:
    if a.name == b.name:
        return
    yield Draft(a, frame.predicate, b, noun, last=last, mode=frame.mode, why=why)
    if both and frame.predicate in BOTH_WAYS:
        yield Draft(b, frame.predicate, a, noun, last=last, mode=frame.mode, why=f"{why}, told of both sides")


def _between(noun: Token, frames: tuple[NounFrame, ...], reading: Reading, references: References) -> Iterator[Draft]:
    """Events told of two: "between A and B", "A-B war": both directions, whatever the noun's usual direction."""
    frame = next((f for f in frames if f.mutual), frames[0])
    if frame.predicate not in ("ASSAULT", "CONSULT", "AGREE", "COOPERATE") or _unreal(noun):
        return
    if frame.predicate == "AGREE" and noun.head.lemma_ in _ENDED:
        frame = NounFrame("ASSAULT", None, (), True)  # a truce that collapsed was followed by fighting
    for inner in prepositional(noun, "between", "involving"):
        sides = _sides(inner, reading, references)
        for i, one in enumerate(sides):
            for other in sides[i + 1 :] if i == 0 else ():
                yield from _pair(noun, one, other, frame, True, f"noun {lemma(noun)} between", inner)
    tokens = premodifiers(noun)
    for dash in tokens:
        if dash.text not in ("-", "–") or dash.i == 0:
            continue
        left, right = (_side(reading.doc[i], reading, references) for i in (dash.i - 1, dash.i + 1))
        if left is not None and right is not None:
            yield from _pair(noun, left, right, frame, True, f"noun {lemma(noun)} of two", noun)


def _side(token: Token, reading: Reading, references: References) -> Ref | None:
    index = reading.mention_at(token)
    if index is not None:
        return references.acting(references.named(index)) or references.named(index)
    country = country_of_adjective(token.text) or country_of_name(token.text)
    return references.country(country, token) if country else None


def _sides(inner: Token, reading: Reading, references: References) -> list[Ref]:
    """The sides after "between", where "the army and Islamist and separatist forces" may be parsed as one phrase."""
    inner = content_head(inner)
    found = references.all(inner)
    if len(found) >= 2:
        return [references.acting(ref) or ref for ref in found]
    mods = [t for t in premodifiers(inner) if t.dep_ in ("amod", "nmod", "compound") and t.head == inner]
    if mods and any(c.dep_ == "conj" for c in mods[0].children):
        parts = list(conjuncts(mods[0]))
        sides: list[Ref] = []
        for part in parts:
            if lemma(part) in ("military", "army", "government", "junta", "police"):
                ref = references.resolve(part)
                if ref is None:
                    ref = references.as_noun(part)
            else:
                ref = references.joined(part, inner)
            if ref is not None:
                sides.append(ref)
        return sides
    return [references.acting(ref) or ref for ref in found]


def _directed(noun: Token, frame: NounFrame, reading: Reading, references: References) -> Iterator[Draft]:
    if _unreal(noun):
        return
    agents = agents_of(noun, reading, references)
    if not agents and frame.mutual and frame.predicate == "ASSAULT":
        voice = references.antecedents.speaker(reading.claim_of(noun), span_of(noun), group=True)
        agents = [voice] if voice is not None and voice.kind in ("government", "armed_group") else []
    if not agents:
        return
    targets: list[Ref] = []
    last = None
    after = list(prepositional(noun, *(word for word in frame.to if word != "between")))
    if not after and noun.dep_ == "dobj" and noun.head.lemma_ in _LAUNCHING:
        after = list(prepositional(noun.head, *frame.to))
    if not after and noun.i + 1 < len(reading.doc):  # the parser may hang "on Goma" on the verb
        beside = reading.doc[noun.i + 1]
        if beside.dep_ == "prep" and beside.lower_ in frame.to and beside.lower_ != "between":
            after = [t for t in beside.children if t.dep_ == "pobj"]
    if not after:  # "an attack by the RSF on Goma"
        after = [t for by in prepositional(noun, "by", "from") for t in prepositional(by, *frame.to)]
    for inner in after:
        if inner.pos_ == "VERB":
            continue
        targets.extend(
            target_of(references, inner, things=frame.predicate == "SEIZE", struck=frame.predicate == "ASSAULT")
        )
        last = inner
    if not targets and frame.predicate == "ASSAULT":
        for child in noun.children:  # "attacks targeting X"
            if child.dep_ == "acl" and child.lemma_ in ("target", "kill", "hit", "strike"):
                for thing in child.children:
                    if thing.dep_ == "dobj":
                        targets.extend(target_of(references, thing, things=False, struck=True))
    if frame.predicate == "ASSAULT" and lemma(noun) in FIGURATIVE:
        agents = [ref for ref in agents if ref.kind != "person"]
    for agent in agents:
        for target in targets:
            if (
                frame.predicate not in ("ASSAULT", "SEIZE", "SANCTION", "MOBILIZE")
                and target.kind is None
                and lemma(noun) not in PEOPLE
            ):
                continue
            yield from _pair(noun, agent, target, frame, frame.mutual, f"noun {lemma(noun)}", last)


def _fighting(noun: Token, references: References) -> list[Ref]:
    """Whose clashes they were in "rebels seized the town after clashes with the army": the main verb's subject."""
    if not any(f.mutual and f.predicate == "ASSAULT" for f in noun_frame(lemma(noun))):
        return []
    if not list(prepositional(noun, "with", "against")):
        return []
    up = noun
    if up.dep_ == "pobj" and up.head.lower_ == "of" and up.head.head.dep_ == "pobj":
        up = up.head.head  # "after three days of clashes with the army"
    if up.dep_ != "pobj" or up.head.lower_ not in _BESIDE or up.head.head.pos_ != "VERB":
        return []
    clause = clause_of(up.head.head)
    if clause.reality not in ("fact", "hedged") or clause.negated or clause.lemma in _SAYINGS:
        return []
    heads = clause.agents if clause.passive else clause.doers()
    found = [a for head in heads for ref in references.all(head) if (a := references.acting(ref)) is not None]
    return [ref for ref in found if ref.kind in ("armed_group", "government", "organization")]


def agents_of(noun: Token, reading: Reading, references: References) -> list[Ref]:
    """Who did what the noun tells: an owner, a nationality, "by X", or the subject of "launched"."""
    found: list[Ref] = []
    for token in premodifiers(noun):
        if token.dep_ == "poss" and token.head == noun:
            found.extend(a for ref in references.all(token) if (a := references.acting(ref)) is not None)
    if not found:
        for token in premodifiers(noun):
            if token.dep_ in ("amod", "compound", "nmod") and token.head == noun:
                for part in conjuncts(token):
                    ref = references.owner_of(part)
                    if ref is not None and all(ref.name != other.name for other in found):
                        found.append(ref)
    if not found:
        for inner in prepositional(noun, "by", "from"):
            found.extend(a for ref in references.all(inner) if (a := references.acting(ref)) is not None)
    if not found:
        for child in noun.children:
            if child.dep_ == "acl" and child.lemma_ in _VERBS_BY:
                for by in child.children:
                    if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ in ("by", "on")):
                        for inner in by.children:
                            if inner.dep_ == "pobj":
                                found.extend(
                                    a for ref in references.all(inner) if (a := references.acting(ref)) is not None
                                )
    whole = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and content_head(noun.head.head) == noun
        else noun
    )
    if not found and whole.dep_ == "dobj" and whole.head.lemma_ in _LAUNCHING:
        clause = clause_of(whole.head)
        if clause.reality in ("fact", "hedged") and not clause.negated:
            for head in clause.doers():
                found.extend(a for ref in references.all(head) if (a := references.acting(ref)) is not None)
    if not found and noun.dep_ == "dobj" and noun.head.lemma_ in _CLAIMED and lemma(noun) in _TAKINGS:
        for head in clause_of(noun.head).doers():  # "the ministry claimed the capture of the town"
            found.extend(a for ref in references.all(head) if (a := references.acting(ref)) is not None)
        found = [references.state_of(ref) for ref in found if ref.kind in ("government", "armed_group")]
    if not found and noun.dep_ == "pobj" and noun.head.lower_ == "for" and lemma(noun.head.head) == "responsibility":
        claiming = noun.head.head.head  # "claimed responsibility for the attack on"
        if claiming.lemma_ in ("claim", "accept", "admit", "take") and not clause_of(claiming).negated:
            heads = clause_of(claiming).doers()
            told = (references.acting(ref) for head in heads for ref in references.all(head))
            found.extend(acting for acting in told if acting is not None)
    if not found:
        found = _fighting(noun, references)
    if (
        not found
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "with"
        and noun.head.head.lemma_ in ("respond", "retaliate", "reply", "answer")
    ):
        for head in clause_of(noun.head.head).doers():
            found.extend(a for ref in references.all(head) if (a := references.acting(ref)) is not None)
    return [ref for ref in found if ref.kind != "place"]
