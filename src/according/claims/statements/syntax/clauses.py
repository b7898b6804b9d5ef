"""Clauses: the verb, who does it, to whom, by which prepositions, denied or not, and whether it is told as a fact."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from according.claims.statements.syntax.misparses import (
    before_relative,
    described_by,
    finite_after_comma,
    joined_to,
    stranded,
    struck_often,
    subject_behind,
    taken_for_noun,
    torn_auxiliary,
)
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import conjuncts, content_head, prepositional

__all__ = ["Clause", "clause_of", "clauses"]

Token = Any

_FACTIVE = words(
    "begin start continue keep manage proceed help go come resume succeed force use finish cease stop lead get "
    "prove claim report say tell announce state add confirm be acknowledge admit insist allege declare"
)
"""Governing verbs under which an infinitive or gerund still tells what was done."""

_THOUGHT = words("think believe suspect presume assume understand consider reckon rumor rumour deem")
"""Under "is thought to", what follows is told with a doubt."""
_FAILING = words("fail refuse decline cease stop unable avoid deny")
_PARTS = ("aux", "auxpass", "amod", "compound")
_CHARGES = (
    "claim",
    "allegation",
    "accusation",
    "report",
    "charge",
    "rumor",
    "rumour",
    "suggestion",
    "assertion",
    "suspicion",
)
_CHARGING = ("accuse", "suspect", "blame", "charge", "condemn", "criticize", "denounce")
_SAYING = words(
    "say tell report claim announce state add confirm insist allege declare argue believe think suggest note warn "
    "explain assert describe reveal write acknowledge admit estimate indicate"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with its arguments' heads.

    `reality`: `fact`, `hedged`, `predicted`, `conditional`, or `unreal` (wished, ordered, planned, purpose).
    `reported`: it is the complement of a verb of saying.
    """

    verb: Token
    lemma: str
    particle: str | None
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    agents: tuple[Token, ...]
    passive: bool
    negated: bool
    reality: str
    reported: bool

    def after(self, *words: str) -> Iterator[Token]:
        """Heads after one of these prepositions, of the verb or of its object."""
        yield from prepositional(self.verb, *words)

    def patients(self) -> tuple[Token, ...]:
        """Whom the verb is done to, in either voice."""
        return self.subjects if self.passive else self.objects

    def doers(self) -> tuple[Token, ...]:
        """Who does it, in either voice."""
        return self.agents if self.passive else self.subjects


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def _passive(verb: Token) -> bool:
    if _children(verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if any(child.dep_ == "agent" for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return not finite_after_comma(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _children(verb, "nsubj", "aux"):
        return _passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not _children(verb, "aux", "nsubj", "dobj")


def _subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    own = _children(verb, "nsubj", "nsubjpass")
    if not own:  # "Iran has, in recent months, supplied …"
        own = [s for aux in _children(verb, "aux", "auxpass") for s in _children(aux, "nsubj", "nsubjpass")]
    if own:
        relative = own[0]
        if relative.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" and relative.lower_ in ("who", "which", "that"):
            return (content_head(before_relative(verb, relative)),)
        return tuple(own[:1])
    if depth > 5:
        return ()
    if (torn_subject := subject_behind(verb)) is not None:
        return (torn_subject,)
    head = verb.head
    if verb.dep_ in ("conj", "ccomp") and verb.tag_ in ("VBN", "VBD"):
        torn = torn_auxiliary(verb)  # "that Iran has, in recent months, supplied"
        if torn is not None:
            return _subjects(torn, depth + 1)
    if verb.dep_ == "conj" and head.dep_ == "acomp" and head.head.lemma_ == "be" and verb.tag_ == "VBN":
        return _subjects(head.head, depth + 1)  # "is armed and trained by Chad"
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        if (finite := joined_to(verb)) != head:
            return _subjects(finite, depth + 1)
        outer = head.head
        if head.dep_ == "ccomp" and outer.tag_ == verb.tag_ == "VBZ" and head.tag_ in ("VBD", "VBN", "VBP"):
            return _subjects(outer, depth + 1)  # "Delhi says they were … and accuses Islamabad"
        if _passive(head) and not _passive(verb) and verb.tag_ in ("VBN",):
            return _subjects(head, depth + 1)
        return _subjects(head, depth + 1)
    if verb.dep_ == "xcomp":
        controllers = _children(head, "dobj", "dative")
        called = list(prepositional(head, "on", "upon", "to")) if head.lemma_ in ("call", "appeal") else []
        if head.lemma_ in [
            "urge",
            "ask",
            "order",
            "tell",
            "force",
            "allow",
            "help",
            "enable",
            "persuade",
            "push",
            "press",
            "encourage",
            "lead",
            "compel",
            "want",
            "permit",
            "call",
            "appeal",
        ] and (controllers or called):
            return tuple((controllers or called)[:1])
        return _subjects(head, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        return (described_by(verb),)
    if verb.dep_ in ("advcl", "pcomp", "prep", "ccomp", "dep"):
        if verb.dep_ == "pcomp" and head.dep_ == "conj" and head.head.lower_ == head.lower_:
            head = head.head  # "accused Chad of funding A and of arming B"
        if verb.dep_ == "pcomp" and head.lower_ in ("of", "for", "with") and head.head.lemma_ in _CHARGING:
            accused = _children(head.head, "nsubjpass") or _children(head.head, "dobj")
            return tuple(accused[:1])  # "accused Eritrea of arming the rebels"
        if (
            verb.dep_ == "pcomp"
            and head.lower_ == "of"
            and head.head.dep_ == "dobj"
            and head.head.head.lemma_ in _CHARGING
        ):
            return (head.head,)
        while head.pos_ not in ("VERB", "AUX") and head.head != head:
            head = head.head
        if (
            head != verb
            and head.pos_ in ("VERB", "AUX")
            and (verb.tag_ in ("VBG", "VBN", "VB") or verb.dep_ == "pcomp")
        ):
            if verb.dep_ == "ccomp" and verb.tag_ != "VBG":
                return ()
            return _subjects(head, depth + 1)
    return ()


def _objects(verb: Token) -> tuple[Token, ...]:
    own = _children(verb, "dobj")
    if own and own[0].tag_ in ("WDT", "WP") and verb.dep_ in ("relcl",):
        return (content_head(verb.head),)
    if own:
        return tuple(struck_often(one) for one in own)
    loose = (c for c in verb.rights if c.dep_ == "npadvmod" and c.pos_ == "PROPN")
    beside = [c for c in loose if c.ent_type_ not in ("DATE", "TIME")]
    if beside and not _passive(verb) and verb.dep_ not in ("relcl", "acl"):
        return tuple(beside[:1])  # "Turkey supports Azerbaijan"
    if verb.dep_ == "relcl" and _children(verb, "nsubj") and not _passive(verb):
        subject = _children(verb, "nsubj")[0]
        if subject.tag_ not in ("WDT", "WP") and not stranded(verb):
            return (content_head(verb.head),)
    if verb.dep_ == "xcomp" and not own:
        up = verb.head  # "vehicles that it claimed to have seized"
        if up.dep_ == "relcl" and not _children(up, "dobj"):
            subject = _children(up, "nsubj")
            if subject and subject[0].tag_ not in ("WDT", "WP"):
                return (content_head(up.head),)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(t.dep_ in ("prep", "prt") for t in verb.children):
        shared = _children(verb.head, "dobj")  # "attacked and wounded the men"
        if not shared and verb.i > verb.head.i:
            return ()
    return ()


def _negated(verb: Token, objects: tuple[Token, ...], subjects: tuple[Token, ...]) -> bool:
    if _children(verb, "neg"):
        return True
    if any(child.dep_ == "advmod" and child.lower_ in ("never", "no", "nor") for child in verb.children):
        return True
    if any(child.dep_ == "cc" and child.lower_ == "nor" for child in verb.head.children) and verb.dep_ == "conj":
        return True
    if any(child.dep_ in ("preconj", "cc") and child.lower_ in ("nor", "neither") for child in verb.children):
        return bool(verb.dep_ == "conj")
    for noun in (*objects, *subjects):
        if any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children):
            return True
    return False


def _reality(verb: Token) -> tuple[str, bool, bool]:
    """Reality, whether reported, and whether a verb above denies it, climbing from the verb."""
    reality, reported, denied, settled = "fact", False, False, False
    token, steps = verb, 0
    while steps < 8:
        steps += 1
        aux = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
        if token.pos_ in ("VERB", "AUX"):
            if aux & {"will", "would", "'ll", "shall"} and reality == "fact" and token == verb:
                reality = "predicted"
            elif aux & {"may", "might", "could", "should", "must", "can"} and reality == "fact" and token == verb:
                reality = "hedged" if aux & {"may", "might"} else "unreal"
            if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in token.children):
                return "conditional", reported, denied
        if (
            any(
                c.dep_ == "advmod"
                and c.lower_ in ("reportedly", "allegedly", "possibly", "potentially", "perhaps", "likely", "probably")
                for c in token.children
            )
            and reality == "fact"
            and token == verb
        ):
            reality = "hedged"
        head, dep = token.head, token.dep_
        if head == token:
            break
        infinitive = "to" in aux
        settled = settled or (dep == "advcl" and token.tag_ in ("VBD", "VBZ"))  # "after they sent troops" is told as so
        if dep in ("xcomp", "ccomp", "pcomp", "acl", "relcl", "advcl", "csubj", "conj", "oprd"):
            if dep == "xcomp":
                above = head.lemma_.lower()
                if above in _FAILING:
                    denied = not denied
                    reality = reality if above in ("fail", "refuse", "unable", "decline", "deny") else "unreal"
                elif above in _THOUGHT and infinitive:
                    reality = "hedged" if reality == "fact" else reality
                elif above not in _FACTIVE and infinitive:
                    past = any(c.lower_ == "have" for c in token.children if c.dep_ == "aux")
                    if not past and not settled:
                        reality = "unreal"
                elif (
                    above not in _FACTIVE
                    and head.pos_ in ("VERB",)
                    and above in ("consider", "plan", "avoid", "suggest", "propose", "mean", "risk")
                ):
                    reality = "unreal"
            elif dep in ("advcl", "acl", "relcl") and infinitive:
                reality = reality if token.lemma_ in ("find", "discover", "learn") or settled else "unreal"
            elif dep == "ccomp":
                above = head.lemma_.lower()
                if above in _SAYING:
                    return reality, True, denied
                if above in (
                    "hope",
                    "want",
                    "wish",
                    "fear",
                    "expect",
                    "demand",
                    "urge",
                    "insist",
                    "ensure",
                    "order",
                    "doubt",
                    "worry",
                    "call",
                ):
                    reality = "unreal"
            elif dep == "pcomp" and head.lower_ in ("of", "without", "against", "from", "for", "instead", "before"):
                if head.lower_ == "without":
                    denied = not denied
                elif head.lower_ in ("against", "from", "instead") or (
                    head.lower_ == "of"
                    and head.head.lemma_
                    in (
                        "threat",
                        "risk",
                        "chance",
                        "hope",
                        "goal",
                        "aim",
                        "plan",
                        "possibility",
                        "danger",
                        "peril",
                        "capable",
                        "idea",
                        "prospect",
                    )
                ):
                    reality = "unreal"
        if dep == "acl" and head.lemma_ in _CHARGES and token.i > head.i:
            verdict = head.head.lemma_ if head.dep_ in ("dobj", "nsubjpass") else ""
            if verdict in ("deny", "reject", "dismiss", "refute"):
                return reality, True, not denied
            return ("hedged" if reality == "fact" else reality), True, denied
        if dep == "relcl" or (dep == "acl" and not infinitive):
            break
        token = joined_to(token) if dep == "conj" else head
    return reality, reported, denied


def clauses(doc: Any) -> Iterator[Clause]:
    """Every verb of the doc with its arguments, in text order."""
    for verb in doc:
        if (verb.pos_ not in ("VERB", "AUX") and not taken_for_noun(verb)) or verb.dep_ in _PARTS:
            continue
        yield clause_of(verb)


def clause_of(verb: Token) -> Clause:
    """The clause of one verb."""
    passive = _passive(verb)
    subjects = _subjects(verb)
    objects = _objects(verb)
    if passive and verb.dep_ == "acl":
        subjects = (described_by(verb),)
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    if particle is None and any(c.lower_ == "back" and c.dep_ == "advmod" and c.i == verb.i + 1 for c in verb.children):
        particle = "back"  # "fell back", taken for an adverb
    reality, reported, denied = _reality(verb)
    negated = _negated(verb, objects, subjects if passive else ()) != denied
    return Clause(
        verb,
        verb.lemma_.lower(),
        particle,
        subjects,
        objects,
        _agents(verb) if passive else (),
        passive,
        negated,
        reality,
        reported,
    )


def _agents(verb: Token) -> tuple[Token, ...]:
    """Heads after "by", of this verb or of one coordinated with it ("captured and burned by rebels")."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for by in (child, *(c for c in child.children if c.dep_ == "conj" and c.lower_ == "by")):
                found.extend(inner for inner in by.children if inner.dep_ == "pobj")
    if not found and verb.dep_ != "conj":
        for other in conjuncts(verb):
            if other != verb and other.pos_ == "VERB":
                found.extend(g for c in other.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
    return tuple(found)
