"""Who belongs to, obeys or stands by whom, told by "is": "is part of", "is loyal to", "is under the command of"."""

from collections.abc import Iterator

from according.claims.statements.reading import Draft, Token
from according.claims.statements.relations.ties import Ties
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.records import Ref

__all__ = ["Belonging"]

_STATES = {
    predicate: words(told)
    for predicate, told in (
        ("loyal_to", "loyal faithful obedient answerable beholden"),
        (
            "part_of",
            "part member wing branch arm faction unit offshoot division subsidiary component subordinate splinter "
            "detachment brigade battalion front",
        ),
        (
            "allied_with",
            "close linked link affiliate affiliated ally allied aligned tie tied friendly partner cobelligerent",
        ),
        ("backed_by", "proxy backed dependent reliant surrogate client puppet"),
        ("backs", "backer patron sponsor supporter paymaster benefactor"),
    )
}
"""What somebody "is" to another; `backs` is told of the one who backs."""
_FIGHTING = words("fight stand battle serve march rally deploy line")
_DESCRIBING = words("describe regard see view consider call label designate")


class Belonging(Ties):
    """What a clause says of whom its parties belong to."""

    def state(self) -> Iterator[Draft]:
        """Reads "X is loyal to Y", "is a proxy of Y", "is Y's armed wing", "is under Y's command", "is on Y's side"."""
        clause, verb = self.clause, self.clause.verb
        if clause.lemma == "follow" and not clause.passive:
            for head in clause.objects:
                for lord in self.parties((head,)):
                    for subject in self.actors():
                        if lord.kind == "person" and subject.kind != "person":
                            yield from self.tie("loyal_to", subject, lord, head)
        for inner in prepositional(verb, "alongside", "beside"):
            for other in self.parties((inner,)):
                for subject in self.parties(clause.subjects):
                    if subject.kind in BODIES and other.kind in BODIES:
                        yield from self.tie("allied_with", subject, other, inner)
        if clause.lemma in _FIGHTING:
            yield from self._standing(self.parties(clause.subjects))
        if clause.lemma in _DESCRIBING:
            yield from self._described_as()
        if clause.lemma not in ("be", "remain", "become"):
            return
        subjects = self.parties(clause.subjects)
        for child in (c for c in verb.children if c.dep_ in ("acomp", "attr")):
            child = child if self._state(child) else content_head(child)
            predicate = self._state(child)
            if predicate is None:
                continue
            for inner, other in self._other(child):
                for subject in subjects:
                    if predicate == "backs":
                        yield from self.tie("backed_by", other, subject, inner)
                    else:
                        yield from self.tie(predicate, subject, other, inner)
        yield from self._standing(subjects)
        yield from self._parts()

    def _parts(self) -> Iterator[Draft]:
        """Reads "whose armed wing is X", "its local branch is X"."""
        for head in self.clause.subjects:
            owner = self.references.acting(self.references.owner(head, adjectives=False))
            if owner is None or owner.kind not in BODIES or lemma(head) not in ("wing", "arm", "branch", "affiliate"):
                continue
            for child in (c for c in self.clause.verb.children if c.dep_ == "attr"):
                for part in self.parties((child,)):
                    yield from self.tie("part_of", part, owner, child)

    def _state(self, child: Token) -> str | None:
        for predicate, states in _STATES.items():
            if child.lower_ in states or lemma(child) in states:
                return predicate
        return None

    def _described_as(self) -> Iterator[Draft]:
        """Reads "calls the group a front for X", "regards it as a wing of X": somebody says so."""
        clause, verb = self.clause, self.clause.verb
        told = [*prepositional(verb, "as"), *(c for c in verb.children if c.dep_ == "oprd")]
        for child in told if not clause.negated else ():
            predicate = self._state(child)
            for inner, other in self._other(child) if predicate in ("part_of", "backed_by") else ():
                for subject in self.parties(clause.patients()):
                    yield from self.tie(predicate or "", subject, other, inner)

    def _other(self, child: Token) -> Iterator[tuple[Token, Ref]]:
        """The other party: behind a preposition, else the owner of the noun ("Russia's proxy")."""
        found = False
        for inner in prepositional(child, "to", "with", "of", "by", "from", "on", "for"):
            others = self.parties((inner,))
            for other in others:
                if (other.kind == "person") == (others[0].kind == "person"):  # "an ally of X and its chief, Y, said"
                    found = True
                    yield inner, other
        if not found and child.pos_ in ("NOUN", "PROPN"):
            owner = self.references.owner(child, adjectives=False)
            acting = self.references.acting(owner)
            if acting is not None:
                yield child, acting

    def _standing(self, subjects: list[Ref]) -> Iterator[Draft]:
        """Reads "is under the command of X", "fights on X's side"."""
        for inner in prepositional(self.clause.verb, "under", "on", "by", "at"):
            if lemma(inner) == "side" and not any(c.dep_ == "acomp" for c in self.clause.verb.children):
                sides = [r for t in prepositional(inner, "of") for r in self.parties((t,))]
                owner = self.references.owner(inner)
                told = subjects or [
                    r for c in self.clause.verb.children if c.dep_ == "attr" for r in self.parties((c,))
                ]
                for side in sides or ([owner] if owner is not None else []):
                    for subject in told:
                        yield from self.tie("allied_with", subject, side, inner)
            elif inner.head.lower_ == "under" and self.clause.lemma not in _FIGHTING:
                for whole in self.under(inner):
                    for subject in subjects:
                        yield from self.tie("part_of", subject, whole, inner)
