"""Verbs that tie two parties: who belongs to, obeys, backs, sides with or leads whom, one table for all of them.

A row reads `verb:slot/slot`, the slot being `dobj` or the preposition behind which the other party stands. The verbs
were gathered from conflict reporting; the predicates are those of the vocabulary.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from according.claims.statements.names.countries import country_of_name
from according.claims.statements.reading import Draft, Token
from according.claims.statements.syntax.nouns import INSTITUTIONS, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.claims.statements.syntax.told import Told
from according.records import Ref

__all__ = ["Ties"]


@dataclass(frozen=True, slots=True)
class _Tie:
    """`subject` is who the statement is about: the `doer` of the verb, its `theme` (what is moved: the object of a
    transitive verb, the subject of an intransitive one) or the party in the `slot`. `voice` limits to one voice."""

    predicate: str
    subject: str
    slots: tuple[str, ...]
    voice: str = ""
    negated: bool = False


_ROWS = """
part_of|doer||belong:to join:dobj
role_in|doer||work:for/at serve:in/with/on represent:dobj sit:on speak:for
part_of|theme||merge:into integrate:into incorporate:into fold:into absorb:into assimilate:into subsume:into/under
part_of|theme||subordinate:to attach:to group:under unite:under gather:under bring:under bring_together:under
part_of|theme||organize:under/into organise:under/into fall:under operate:under serve:under fight:under march:under
part_of|theme||act:under rally:under work:under enlist:in incorporate:in integrate:in
part_of|slot|active|include:dobj comprise:dobj unite:dobj group:dobj bring_together:dobj encompass:dobj consist:of
part_of|theme|active|form:dobj found:dobj create:dobj establish:dobj launch:dobj
part_of|slot|active|absorb:dobj draw:from recruit:from comprise:of
part_of|slot|passive|compose:of make_up:of comprise:of constitute:of form:from
part_of|theme|not|split:from break_away:from break_off:from break:from splinter:from secede:from split_off:from
part_of|theme|not|break_with:dobj
loyal_to|doer||answer:to report:to obey:dobj
backed_by|slot|active|back:dobj sponsor:dobj bankroll:dobj prop_up:dobj shore_up:dobj underwrite:dobj
backed_by|slot|active|finance:dobj fund:dobj
backed_by|theme|passive|back:by sponsor:by bankroll:by prop_up:by shore_up:by underwrite:by support:by fund:by
backed_by|theme|passive|finance:by champion:by bolster:by sustain:by patronize:by patronise:by subsidize:by
backed_by|theme|passive|subsidise:by arm:by equip:by train:by
allied_with|theme||ally:with/to align:with side:with link:to/with affiliate:with/to tie:to associate:with
allied_with|theme||fight:alongside/beside battle:alongside/beside operate:alongside/beside serve:alongside
allied_with|theme||march:alongside deploy:alongside team_up:with work:alongside train:alongside stand:with
allied_with|theme||throw:with fight:for
leads|doer||lead:dobj head:dobj command:dobj chair:dobj run:dobj direct:dobj captain:dobj preside:over helm:dobj
leads|doer||oversee:dobj
"""


def _table() -> dict[str, tuple[_Tie, ...]]:
    table: dict[str, tuple[_Tie, ...]] = {}
    for row in _ROWS.strip().splitlines():
        predicate, subject, voice, verbs = row.split("|")
        negated, voice = voice == "not", "" if voice == "not" else voice
        for verb in verbs.split():
            name, slots = verb.split(":")
            tie = _Tie(predicate, subject, tuple(slots.split("/")), voice, negated)
            table[name] = (*table.get(name, ()), tie)
    return table


_TIES = _table()
_COMMAND = words(
    "umbrella command control authority banner leadership auspex auspice supervision flag orders order name roof "
    "oversight aegis"
)
"""Under whose … a unit stands: the party is what follows, "the banner of X", "X's command"."""
_RANKS = words("member component constituent rank part faction group unit force militia")
_CHARGES = words("handle oversee manage coordinate direct run head lead supervise command")
_SWEARING = words("pledge swear declare proclaim renew profess owe vow give offer announce reaffirm")
_FEALTY = words("allegiance loyalty fealty obedience bayah fidelity")
_ORDERS = words("order instruction command direction directive cue")
_TAKING = words("take get receive follow")
_PATRONAGE = words("support backing patronage sponsorship blessing help protection assistance funding endorsement")
_HAVING = words("have enjoy receive get win secure gain retain draw command obtain")
_GIVING = words("provide give lend offer extend throw furnish supply")
_MERGERS = words("merger union fusion alliance coalition combination amalgamation coalescence unification grouping")
_PACTS = words("alliance coalition pact partnership front agreement understanding")
_MAKING_PACTS = words("form forge have maintain enter conclude make build strike seal create establish cement")
_FOUNDING = ("form", "found", "create", "establish", "launch")
_MAIN_BACKING = words("support backing patronage sponsorship")


class Ties(Told):
    """Membership, allegiance, backing, alliance and leadership told by one clause."""

    def ties(self) -> Iterator[Draft]:
        """Everything the clause's verb says by itself or with the noun it governs."""
        clause = self.clause
        voice = "passive" if clause.passive else "active"
        found = False
        names = (f"{clause.lemma}_{clause.particle}",) if clause.particle else (*self._particles(), clause.lemma)
        for name in names:
            for tie in _TIES.get(name, ()):
                if found or tie.voice not in ("", voice):
                    continue
                for draft in self._pairs(tie):
                    found = True
                    yield draft
        yield from self._in_charge()
        yield from self._sworn()
        yield from self._backing()
        yield from self._pacts()
        yield from self._backed_so()
        yield from self._merged()

    def _particles(self) -> Iterator[str]:
        """The verb with an adverb that the parser did not call a particle: "broke away from"."""
        for child in self.clause.verb.children:
            if child.dep_ in ("advmod", "prep") and child.lower_ in ("away", "off", "up", "together"):
                yield f"{self.clause.lemma}_{child.lower_}"

    # --- verbs ---

    def _founders(self, others: list[tuple[Token, Ref]]) -> Iterator[Draft]:
        """Several bodies that formed one are parts of it; one alone may have set it up as its client."""
        founders = [ref for ref in self.parties(self.clause.subjects) if ref.kind in BODIES]
        for head, other in others:
            if other.kind in ("armed_group", "organization") and self.reading.kind_of_name(other.name):
                for founder in founders if len(founders) > 1 else ():
                    yield from self.tie("part_of", founder, other, head)

    def _pairs(self, tie: _Tie) -> Iterator[Draft]:
        if self.clause.lemma == "throw" and not any(lemma(h) in ("lot", "weight") for h in self.clause.objects):
            return
        others = [(head, ref) for head in self._slot(tie) for ref in self._party(head, tie)]
        if tie.predicate == "part_of" and self.clause.lemma in _FOUNDING:
            yield from self._founders(others)
            return
        if tie.subject == "theme":
            subjects = self._theme()
        elif tie.subject == "slot":
            subjects = self.parties(self.clause.subjects)
        else:
            subjects = self.actors()
        for head, other in others:
            for subject in subjects:
                one, two = (other, subject) if tie.subject == "slot" else (subject, other)
                yield from self.tie(tie.predicate, one, two, head, negated=tie.negated)

    def _slot(self, tie: _Tie) -> Iterator[Token]:
        clause = self.clause
        for slot in tie.slots:
            if slot == "dobj":
                yield from clause.patients()[:1]
            elif slot == "by":
                yield from clause.agents
            else:
                yield from prepositional(clause.verb, slot)
                for child in clause.verb.children:
                    if child.dep_ in ("prt", "advmod"):
                        yield from prepositional(child, slot)
                if tie.subject == "slot" or clause.lemma in ("draw", "recruit", "throw"):
                    for thing in clause.objects:
                        yield from prepositional(thing, slot)

    def _theme(self) -> list[Ref]:
        clause = self.clause
        heads = clause.objects if clause.objects and not clause.passive else clause.subjects
        if clause.lemma in ("throw",):
            heads = clause.subjects
        return self.parties(heads)

    def _party(self, head: Token, tie: _Tie) -> list[Ref]:
        head = content_head(head)
        if "under" in tie.slots:
            return self.under(head)
        if self.clause.lemma in ("draw", "recruit"):
            objects = {lemma(content_head(thing)) for thing in self.clause.objects}
            if not objects & words("soldier troop force member fighter rank personnel manpower contingent"):
                return []
            return [Ref(r.name, "government", r.span) for r in self.references.all(head) if _country(r)]
        found = self.parties((head,))
        person = [ref.kind == "person" for ref in found]
        return found[: next((i for i, p in enumerate(person) if p != person[0]), None)]  # "A leads X and B Y"

    def parties(self, heads: tuple[Token, ...]) -> list[Ref]:
        """Who the phrases speak of, as parties: "X's members" and "members of X" are X."""
        found: list[Ref] = []
        for head in heads:
            if lemma(head) in _RANKS - {"group", "force", "militia", "faction"} and head.tag_ == "NNS":
                owner = self.references.acting(self.references.owner(head))
                if owner is not None and owner.kind in BODIES:
                    found.append(owner)
                    continue
            if (renamed := self.renamed(head)) is not None:
                found.append(renamed)
                continue
            for ref in self.references.of(self.clause.verb, head):
                acting = self.references.acting(ref)
                if acting is not None and acting.kind != "weapon":
                    found.append(acting)
            if not found and (one := self.one_of(head)) is not None:
                found.append(one)
        return found

    def one_of(self, head: Token) -> Ref | None:
        """X in "X, one of several groups that …"."""
        one = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
        above = one.head.head if one.dep_ == "nsubj" and one.head.dep_ == "relcl" else one.head
        if one.lower_ != "one" or one.dep_ not in ("appos", "nsubj") or above.i > one.i:
            return None
        index = self.reading.mention_at(above)
        return self.references.named(index) if index is not None else None

    def renamed(self, head: Token) -> Ref | None:
        """UNMISS in "the UN mission in South Sudan, UNMISS"."""
        if self.reading.mention_at(head) is not None or lemma(head) not in INSTITUTIONS:
            return None
        for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
            index = self.reading.mention_at(token)
            if token.text in (":", ";", "–", "—") or token.pos_ in ("VERB", "AUX"):
                return None
            if token.dep_ == "appos" and index is not None:
                ref = self.references.named(index)
                if ref.kind in ("organization", "armed_group"):
                    return ref
        return None

    def under(self, head: Token) -> list[Ref]:
        """The body behind "the (legal) umbrella of X", "X's command" and "the X banner"."""
        if lemma(head) in _COMMAND:
            inner = [r for t in prepositional(head, "of") for r in self.references.all(t)]
            owner = self.references.owner(head)
            return inner or ([owner] if owner else [])
        return [r for r in self.references.all(head) if self.reading.mention_at(content_head(head)) is not None]

    def tie(self, predicate: str, one: Ref, two: Ref, last: Token, *, negated: bool = False) -> Iterator[Draft]:
        """One tie between two parties, by what the parties are: a person has a role in a body, and is no part of it."""
        parties = (*BODIES, "person")
        if one.name == two.name or one.kind not in parties or two.kind not in parties:
            return
        persons = (one.kind == "person", two.kind == "person")
        if predicate == "loyal_to" and self.clause.lemma in ("answer", "report") and not persons[1]:
            predicate = "part_of"
        if predicate == "allied_with" and self.clause.lemma == "fight" and last.head.lower_ == "for" and persons[0]:
            predicate = "part_of"
        if predicate == "part_of":
            predicate = "role_in" if persons[0] else predicate
        refused = {
            "part_of": persons[1],
            "role_in": persons[1] or not persons[0] or _country(two),
            "leads": persons[1] or _country(two) or _country(one),  # a capital backs a militia, at most
            "backed_by": persons[0],
            "allied_with": all(persons),
        }
        if refused.get(predicate, False):
            return
        draft = self.draft(one, predicate, two, last)
        draft.negated = draft.negated != negated
        yield draft

    # --- verbs with a noun that carries the meaning ---

    def _in_charge(self) -> Iterator[Draft]:
        """Reads "who handles the group's foreign relations", "X, who directs the army's information service"."""
        clause = self.clause
        if clause.lemma not in _CHARGES or clause.passive:
            return
        for head in clause.objects:
            if self.reading.mention_at(head) is not None or self.references.all(head):
                continue
            owner = self.references.acting(self.references.owner(head, adjectives=False))
            for person in self.actors():
                if owner is not None and owner.kind in BODIES and person.kind == "person":
                    yield from self.tie("part_of", person, owner, head)

    def _sworn(self) -> Iterator[Draft]:
        """Reads "swore allegiance to X", "takes orders from X"."""
        clause = self.clause
        if clause.passive:
            return
        for head in clause.objects:
            word = lemma(head)
            to: tuple[str, ...] = ()
            if word in _FEALTY and clause.lemma in (*_SWEARING, "renounce", "withdraw"):
                to = ("to",)
            elif word in _ORDERS and clause.lemma in _TAKING:
                to = ("from", "of")
            if not to:
                continue
            for inner in (*prepositional(head, *to), *prepositional(clause.verb, *to)):
                for lord in self.parties((inner,)):
                    for subject in self.actors():
                        yield from self.tie(
                            "loyal_to", subject, lord, inner, negated=clause.lemma in ("renounce", "withdraw")
                        )

    def _backing(self) -> Iterator[Draft]:
        """Reads "enjoys X's support", "has the backing of X", "provides support to X", "provides X with support"."""
        clause = self.clause
        if clause.passive:
            return
        for head in clause.objects:
            word = lemma(head)
            if word in _PATRONAGE and clause.lemma in _HAVING:
                patrons = [r for t in prepositional(head, "of", "from") for r in self.parties((t,))]
                patrons += [r for t in prepositional(clause.verb, "from") for r in self.parties((t,))]
                owner = self.references.owner(head)
                for patron in patrons or ([owner] if owner is not None else []):
                    for subject in self.actors():
                        yield from self._backed(subject, patron, head)
            if word in _MAIN_BACKING and clause.lemma in _GIVING:
                for inner in (*prepositional(clause.verb, "to", "behind"), *prepositional(head, "to", "for")):
                    for client in self.parties((inner,)):
                        for patron in self.actors():
                            yield from self._backed(client, patron, head)
        if clause.lemma in ("provide", "supply", "furnish"):
            for inner in prepositional(clause.verb, "with"):
                if lemma(content_head(inner)) in _MAIN_BACKING:
                    for client in self.parties(clause.objects):
                        for patron in self.actors():
                            yield from self._backed(client, patron, inner)

    def _backed_so(self) -> Iterator[Draft]:
        """Reads "with backing from X, the rebels took …", "with Russia's support"."""
        for inner in prepositional(self.clause.verb, "with"):
            if lemma(inner) not in ("support", "backing", "blessing", "sponsorship"):
                continue
            patrons = [r for t in prepositional(inner, "of", "from") for r in self.parties((t,))]
            owner = self.references.owner(inner)
            for patron in patrons or ([owner] if owner is not None else []):
                for subject in self.actors():
                    yield from self._backed(subject, patron, inner)

    def _backed(self, client: Ref, patron: Ref, last: Token) -> Iterator[Draft]:
        if client.kind in BODIES and patron.kind in BODIES:
            yield from self.tie("backed_by", client, patron, last)

    def _merged(self) -> Iterator[Draft]:
        """Reads "was founded as a merger of A and B", "was formed by the union of A with B"."""
        clause = self.clause
        if clause.lemma not in (*_FOUNDING, "emerge", "bear", "arise", "result"):
            return
        for noun in (*prepositional(clause.verb, "as", "from", "by", "in", "out"), *clause.agents):
            if lemma(noun) not in _MERGERS:
                continue
            wholes = self.parties(clause.subjects if clause.passive or not clause.objects else clause.objects)
            for inner in prepositional(noun, "of", "between"):
                for part in self.parties((inner,)):
                    for whole in wholes:
                        if whole.kind in BODIES and part.kind in BODIES:
                            yield from self.tie("part_of", part, whole, inner)

    def _pacts(self) -> Iterator[Draft]:
        """Reads "A and B formed an alliance", "A has a pact with B", "A joined forces with B"."""
        clause = self.clause
        if clause.passive:
            return
        for head in clause.objects:
            if (lemma(head) == "cause" and clause.lemma == "make") or (
                lemma(head) == "force" and clause.lemma == "join"
            ):
                pass
            elif lemma(head) not in _PACTS or clause.lemma not in _MAKING_PACTS:
                continue
            if lemma(head) in ("agreement", "understanding", "front") and not any(
                c.lower_ in ("military", "tacit", "united", "common", "secret", "defence", "defense", "unspoken")
                for c in head.lefts
            ):
                continue
            others = [
                (t, r)
                for t in (*prepositional(head, "with"), *prepositional(clause.verb, "with"))
                for r in self.parties((t,))
            ]
            partners = self.actors()
            if not others and len(partners) == 2:
                yield from self.tie("allied_with", partners[0], partners[1], head)
            for inner, other in others:
                for partner in partners:
                    yield from self.tie("allied_with", partner, other, inner)


def _country(ref: Ref) -> bool:
    return country_of_name(ref.name) is not None
