"""Deeds told by a light verb and a noun: "took control of Goma", "took two officers prisoner", "fell to the RSF"."""

from collections.abc import Iterator

from according.claims.statements.events.companions import besides
from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.clauses import Clause
from according.claims.statements.syntax.nouns import ARMS, PLACES, SITES, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.records import Ref, Span

__all__ = ["doers", "drafts", "phrasal"]

_CAPTIVE = frozenset(["prisoner", "hostage", "captive", "custody"])
_GRIP = frozenset(["control", "possession", "command", "hold", "charge"])
_DEALS = words("ceasefire truce deal agreement accord pact treaty swap exchange")
_FACTS = ("fact", "hedged")
_DRIVING = words("drive push force chase flush dislodge oust expel eject")


def phrasal(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """What the clause tells by more than its verb; nothing when it tells no fact."""
    if clause.reality not in _FACTS:
        return
    if clause.lemma in ("take", "seize", "gain", "regain", "wrest", "retake"):
        yield from _taking(clause, reading, references)
    elif clause.lemma == "fall":
        yield from _falling(clause, reading, references)
    elif clause.lemma == "lose" and not clause.passive:
        yield from _losing(clause, references)
    elif clause.lemma in ("be", "remain"):
        yield from _at_war(clause, reading, references)
        yield from _alert(clause, references)
        yield from _under_way(clause, references)
    elif clause.lemma in ("agree", "sign", "reach", "conclude", "strike", "accept") and not clause.passive:
        yield from _agreeing(clause, references)
    elif clause.lemma in ("hand", "cede", "relinquish") and not clause.passive:
        for head in clause.objects:
            targets = [ref for ref in references.all(head) if ref.kind == "place"]
            yield from drafts(clause, references, "RETREAT", targets, head, "withdraw")
    elif clause.lemma in ("fight", "battle", "serve") and not clause.passive:
        for inner in prepositional(clause.verb, "alongside"):
            for ally in references.all(inner):
                yield from drafts(clause, references, "allied_with", [ally], inner)
    elif clause.lemma in ("put", "place", "add", "designate", "list", "brand") and not clause.passive:
        yield from _listing(clause, references)
    elif clause.lemma in _DRIVING:
        yield from _driving(clause, references)
    elif clause.lemma in ("stop", "cease", "end") and not clause.passive:
        yield from _settling(clause, references)
    elif clause.lemma in ("demand", "insist", "request") and not clause.passive:
        yield from _demanding(clause, reading, references)
    elif clause.lemma in ("work", "turn", "hire", "contract", "enlist") and not clause.passive:
        yield from _joining_hands(clause, references)


def doers(clause: Clause, references: References) -> list[Ref]:
    found = [a for head in clause.doers() for ref in references.all(head) if (a := references.acting(ref)) is not None]
    return [ref for ref in found if ref.kind != "weapon"]


def drafts(
    clause: Clause, references: References, predicate: str, targets: list[Ref], last: Token, mode: str | None = None
) -> Iterator[Draft]:
    for subject in doers(clause, references):
        for target in targets:
            if target.name != subject.name:
                yield Draft(
                    subject,
                    predicate,
                    target,
                    clause.verb,
                    last=last,
                    mode=mode,
                    negated=clause.negated,
                    status="hedged" if clause.reality == "hedged" else None,
                    why=f"verb {clause.lemma}",
                )


def _taking(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    verb = clause.verb
    captive = any(
        lemma(t) in _CAPTIVE
        for t in verb.subtree
        if abs(t.i - verb.i) < 8 and t.dep_ in ("oprd", "dobj", "nmod", "acomp", "pobj", "advmod", "xcomp", "compound")
    )
    for head in clause.patients():
        inner = content_head(head)
        if lemma(inner) in _CAPTIVE:  # "took two officers prisoner", parsed as one noun
            for left in inner.lefts:
                if left.dep_ == "compound":
                    yield from drafts(clause, references, "SEIZE", references.all(left, things=True), left)
            continue
        if lemma(inner) in _GRIP:
            for of in prepositional(inner, "of", "over"):
                targets = references.all(of, things=True)
                yield from drafts(clause, references, "SEIZE", targets, of)
        elif captive and lemma(inner) not in _CAPTIVE:
            yield from drafts(clause, references, "SEIZE", references.all(inner, things=True), inner)
        elif clause.lemma == "take" and (_holdable(inner, reading) or lemma(inner) == "power"):
            targets = (
                [_counted(head, inner, reading)]
                if head != inner and head.like_num
                else references.all(inner, things=True)
            )
            yield from drafts(clause, references, "SEIZE", [t for t in targets if t is not None], inner)
        elif clause.lemma == "take" and lemma(inner) in ARMS and not clause.particle:
            booty = references.all(inner, things=True) or [t for t in (references.thing(inner),) if t is not None]
            for draft in drafts(clause, references, "SEIZE", booty, inner):
                if draft.subject.kind in BODIES:
                    yield draft
    for extra in besides(clause) if lemma(verb) == "take" else ():
        if _holdable(extra, reading):
            yield from drafts(clause, references, "SEIZE", references.all(extra), extra)
    if captive and lemma(verb) == "take":
        for hostage in (c for c in verb.children if c.dep_ == "dobj" and lemma(c) in _CAPTIVE):
            for c in hostage.children:
                if c.dep_ == "appos" or c.dep_ == "dobj":
                    yield from drafts(clause, references, "SEIZE", references.all(c, things=True), c)


def _holdable(head: Token, reading: Reading) -> bool:
    index = reading.mention_at(head)
    if index is not None:
        return reading.mentions[index].kind == "place" and not country_of_name(reading.mentions[index].name)
    return lemma(head) in PLACES | SITES - {"interest", "side", "position"} and lemma(head) not in (
        "position",
        "interest",
    )


def _counted(head: Token, inner: Token, reading: Reading) -> Ref:
    """The whole of "13 of the state's 17 townships"."""
    last = inner.right_edge if inner.right_edge.i - inner.i < 6 else inner
    span = Span(head.idx, last.idx + len(last.text))
    return Ref(" ".join(span.of(reading.text).replace(" the ", " ").split()), None, span)


def _falling(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Who took the town in "Goma fell to the M23"; an armed group that says a town fell says it took it."""
    for head in clause.subjects:
        inner = content_head(head)
        if not (_holdable(inner, reading) or lemma(inner) in SITES | {"command"}):
            continue
        takers = [
            (ref, t)
            for t in prepositional(clause.verb, "to")
            for ref in references.all(t)
            if ref.kind not in ("place", None)
        ]
        if not takers and not list(prepositional(clause.verb, "to", "into", "by")):
            claim = reading.claim_of(clause.verb)
            voice = references.antecedents.speaker(claim, Span(head.idx, head.idx + 1), group=True)
            if voice is not None and voice.kind == "armed_group":
                takers = [(voice, inner)]
        for taker, last in takers:
            for target in references.all(inner, things=True):
                yield Draft(taker, "SEIZE", target, clause.verb, last=last, negated=clause.negated, why="verb fall to")


def _losing(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "The army lost the town to rebels"."""
    for head in clause.objects:
        for taker_head in (*prepositional(clause.verb, "to"), *prepositional(head, "to")):
            for taker in references.all(taker_head):
                if taker.kind in ("place", None):
                    continue
                for target in references.all(head, things=True):
                    if target.kind == "place" or lemma(content_head(head)) in PLACES | SITES:
                        yield Draft(
                            taker,
                            "SEIZE",
                            target,
                            clause.verb,
                            last=taker_head,
                            negated=clause.negated,
                            why="verb lose to",
                        )


def _at_war(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    for inner in prepositional(clause.verb, "at"):
        if lemma(inner) != "war":
            continue
        against = [
            r
            for t in (*prepositional(inner, "with", "against"), *prepositional(clause.verb, "with", "against"))
            for r in references.all(t)
        ]
        where = clause.verb.head if clause.verb.dep_ == "relcl" else None
        if not against and where is not None and any(c.lower_ == "where" for c in clause.verb.children):
            against = [r for r in references.all(where) if r.kind == "place"]
        yield from drafts(clause, references, "ASSAULT", against, inner)


def _alert(clause: Clause, references: References) -> Iterator[Draft]:
    for inner in prepositional(clause.verb, "on"):
        if lemma(inner) in ("alert", "footing"):
            thing = references.thing(inner)
            if thing is not None:
                yield from drafts(clause, references, "MOBILIZE", [thing], inner)


def _under_way(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "a column is on its way to Bangui", "reinforcements are en route to Kidal"."""
    for way in prepositional(clause.verb, "on", "en"):
        if lemma(way) in ("way", "route"):
            heads = (*prepositional(way, "to"), *prepositional(clause.verb, "to"))
            places = [ref for t in heads for ref in references.all(t) if ref.kind in ("place", "government")]
            places = [Ref(ref.name, "place", ref.span) for ref in places]
            for draft in drafts(clause, references, "moved_to", places, way):
                if draft.subject.kind in BODIES or (draft.subject.kind is None and " " in draft.subject.name):
                    yield draft


def _listing(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "put the group on its terrorism list", "designated it a terrorist organisation"."""
    near = [t for t in clause.verb.subtree if t.i > clause.verb.i and t.i - clause.verb.i < 16]
    if not any(t.lower_.startswith(("terror", "blacklist", "sanction")) for t in near):
        return
    if clause.lemma in ("put", "place", "add") and not any(lemma(t) in ("list", "blacklist") for t in near):
        return
    for head in clause.objects[:1]:
        targets = [r for r in references.alone(head) if r.kind not in ("place", None)]
        yield from drafts(clause, references, "SANCTION", targets, head)


def _agreeing(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "A and B agreed to a ceasefire", told of both."""
    parties = doers(clause, references)
    deals = [h for h in (*clause.objects, *prepositional(clause.verb, "to", "on")) if lemma(h) in _DEALS]
    meant = [c for c in clause.verb.children if c.dep_ == "xcomp"] if clause.lemma == "agree" else []
    if not (deals or meant):
        return
    if len(parties) == 1 and meant:  # "agreed to resume talks with the government"
        heads = (t for c in meant for d in (c, *c.children) for t in prepositional(d, "with"))
        parties.extend(a for t in heads for ref in references.all(t) if (a := references.acting(ref)) is not None)
    if len(parties) < 2:
        return
    deals = deals or meant
    for one in parties:
        for other in parties:
            if one.name != other.name:
                yield Draft(
                    one,
                    "AGREE",
                    other,
                    clause.verb,
                    last=deals[0],
                    negated=clause.negated,
                    why=f"verb {clause.lemma} {lemma(deals[0])}",
                )


def _driving(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "drove the rebels out of the town": they are struck and leave it, and it changes hands."""
    gone = list(prepositional(clause.verb, "out", "from"))
    for head in clause.patients():
        driven = [ref for ref in references.all(head) if ref.kind in ("armed_group", "government", "organization")]
        places = [ref for t in (gone or prepositional(head, "out", "from")) for ref in references.all(t)]
        places = [ref for ref in places if ref.kind == "place"]
        if not driven or not places:
            continue
        yield from drafts(clause, references, "ASSAULT", driven, head)
        yield from drafts(clause, references, "SEIZE", places, head)
        for loser in driven:
            for place in places:
                yield Draft(
                    loser,
                    "RETREAT",
                    place,
                    clause.verb,
                    last=head,
                    mode="withdraw",
                    negated=clause.negated,
                    status="hedged" if clause.reality == "hedged" else None,
                    why=f"verb {clause.lemma} out of",
                )


def _settling(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "A and B stopped fighting each other", told of both."""
    fighting = [c for c in clause.verb.children if c.dep_ == "xcomp" and c.lemma_ in ("fight", "clash", "shoot")]
    parties = doers(clause, references)
    if not fighting or len(parties) != 2:
        return
    for one, other in (parties, parties[::-1]):
        yield Draft(
            one, "AGREE", other, clause.verb, last=fighting[0], negated=clause.negated, why=f"verb {clause.lemma}"
        )


def _demanding(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "demanded that Chad withdraw its troops": asked of Chad."""
    for wanted in (c for c in clause.verb.children if c.dep_ == "ccomp" and c.tag_ in ("VB", "VBP")):
        for head in (c for c in wanted.children if c.dep_ in ("nsubj", "nsubjpass")):
            asked = [a for ref in references.all(head) if (a := references.acting(ref)) is not None and a.kind]
            for draft in drafts(clause, references, "REQUEST", asked, head):
                draft.claim = reading.claim_by_cue(clause.verb)
                yield draft


def _joining_hands(clause: Clause, references: References) -> Iterator[Draft]:
    """Reads "works with X", "turned to X for arms", "hired X": bodies on both sides."""
    heads = {"work": ("with",), "turn": ("to",)}.get(clause.lemma)
    others = [t for word in heads for t in prepositional(clause.verb, word)] if heads else list(clause.objects)
    if clause.lemma == "turn" and (clause.objects or not any(True for _ in prepositional(clause.verb, "for"))):
        return
    for head in others:
        bodies = [a for ref in references.all(head) if (a := references.acting(ref)) is not None]
        bodies = [ref for ref in bodies if ref.kind in BODIES]
        for draft in drafts(clause, references, "COOPERATE", bodies, head):
            if draft.subject.kind in BODIES:
                yield draft
