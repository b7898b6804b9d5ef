"""Relations told in passing by a noun phrase: "Iran-backed militias", "Y, a wing of Z", "fighters in Anbar"."""

from collections.abc import Iterator

from according.claims.statements.names.countries import country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.relations.offices import companions, offices
from according.claims.statements.relations.possessions import owned
from according.claims.statements.relations.sides import one_of_them, sided
from according.claims.statements.relations.strongholds import strongholds
from according.claims.statements.relations.transfers import transfers
from according.claims.statements.relations.worded import worded
from according.claims.statements.syntax.nouns import (
    GROUPS,
    MEMBERS,
    PLACES,
    SITES,
    words,
)
from according.claims.statements.syntax.passing import BODIES, passing
from according.claims.statements.syntax.phrases import content_head, lemma, premodifiers, prepositional
from according.records import Ref

__all__ = ["descriptions"]

_PARTS = words(
    "part wing branch arm unit faction member division subsidiary offshoot component project department affiliate "
    "section"
)
_WHOLES = words("coalition alliance umbrella grouping bloc federation union confederation")
_CLIENTS = frozenset(["proxy", "client", "surrogate", "ally"])
_NEAR = ("in", "at", "near", "around", "across", "inside")


def descriptions(reading: Reading, references: References) -> Iterator[Draft]:
    """What noun phrases say of their nouns, in passing."""
    for token in reading.doc:
        if token.text == "-" and 0 < token.i < len(reading.doc) - 1:
            yield from sided(token, reading, references)
        if token.pos_ in ("NOUN", "PROPN"):
            yield from _located(token, reading, references)
            yield from strongholds(token, reading, references)
            yield from _apposed(token, reading, references)
            yield from owned(token, reading, references)
            yield from _ties(token, reading, references)
            yield from _held(token, reading, references)
            yield from transfers(token, reading, references)
        elif token.lower_ == "one" and token.dep_ == "appos":
            yield from _apposed(token, reading, references)
        if token.lower_ == "allied" and token.dep_ == "amod":
            yield from _beside(token, references)
        if token.lower_ in ("loyal", "close", "allied", "linked", "affiliated") and token.pos_ in ("ADJ", "VERB"):
            yield from _loyal(token, reading, references)
    yield from offices(reading, references)
    yield from companions(reading, references)
    yield from _units(reading, references)
    yield from worded(reading, references)


def _units(reading: Reading, references: References) -> Iterator[Draft]:
    """A unit that carries the name of what it is part of: "IRGC Quds Force"."""
    for index, mention in enumerate(reading.mentions):
        first, _, rest = mention.surface.strip('"“”').partition(" ")
        if mention.kind not in BODIES or not rest[:1].isupper() or len(first) < 3:
            continue
        for other, whole in enumerate(reading.mentions):
            state = country_of_name(whole.name) and mention.kind != "government"
            if whole.surface == first and whole.kind in BODIES and whole.name != mention.name and not state:
                yield from passing(
                    references.named(index), "part_of", references.named(other), reading.heads[index], "named after"
                )
                break


def _located(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Where a group is, as in "JNIM fighters in Gao", "the headquarters at Ann", "Yemen's Houthis"."""
    if not any(c.dep_ == "prep" or c.dep_ == "poss" for c in head.children):
        return
    index = reading.mention_at(head)
    word = lemma(head)
    body = (
        index is not None
        and head == reading.heads[index]
        and reading.mentions[index].kind in ("armed_group", "organization", "company")
    )
    crowd = (
        index is None
        and (word in GROUPS | MEMBERS | _CLIENTS)
        and word
        not in (
            "side",
            "council",
            "man",
            "member",
            "officer",
            "expert",
            "authority",
            "administration",
            "party",
            "regime",
            "state",
            "front",
            "camp",
            "operative",
            "leader",
            "leadership",
            "commander",
            "delegation",
        )
    )
    site = index is None and word in SITES
    if not (body or crowd or site) or reading.headline(head):
        return
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _NEAR:
            edge = max(reading.ranges[index][1] if index is not None else head.i + 1, head.i + 1)
            gap = reading.doc[edge : child.i].text.strip(' "”’)')
            if gap and not gap.startswith("("):
                continue
            for inner in child.children:
                if inner.dep_ != "pobj":
                    continue
                places = [r for r in references.all(content_head(inner)) if r.kind == "place"]
                named = any(t.pos_ == "PROPN" and t.dep_ != "poss" and not t.text.isupper() for t in premodifiers(head))
                crew = one_of_them(head, reading, references) or references.alone(head)
                subjects = ([] if named else _owners_of_site(head, references)) if site else crew
                if body and reading.mentions[index or 0].kind != "armed_group":
                    subjects = [references.named(index or 0)] if child.lower_ in ("at", "in") else []
                for place in places:
                    for subject in subjects:
                        if (
                            subject.kind != "place"
                            and not _told_by_name(subject, place, reading)
                            and not _site(subject)
                        ):
                            yield from passing(
                                subject, "present_in", place, head, f"{head.text} {child.text} place", inner
                            )
    if not site:
        for token in premodifiers(head):
            if token.dep_ == "poss":
                owner = reading.mention_at(token)
                if (
                    owner is not None
                    and reading.mentions[owner].kind in ("place", "government")
                    and country_of_name(reading.mentions[owner].name)
                ):
                    for subject in references.alone(head):
                        if subject.kind == "armed_group" and reading.kind_of_name(subject.name):
                            where = references.named(owner)
                            yield from passing(subject, "present_in", where, head, "country's group", token)


def _site(subject: Ref) -> bool:
    """A hospital or a dam taken for a body: that it stands in a town is not who is where."""
    last = subject.name.split()[0 if subject.name.split()[0].lower() in ("camp", "port") else -1].lower()
    return last in PLACES | SITES and last not in ("state", "mission", "sector", "front")


def _told_by_name(subject: Ref, place: Ref, reading: Reading) -> bool:
    """True for "fighters in Gao", whom nothing but the place names: that they are in it says nothing."""
    alone, _, rest = subject.name.partition(" in ")
    own = place.name.lower() in rest.lower() and alone.islower()
    return own and reading.kind_of_name(subject.name) is None


_SEATS = words(
    "base camp outpost checkpoint headquarters headquarter garrison barracks facility airbase airfield embassy "
    "consulate position"
)


def _owners_of_site(head: Token, references: References) -> list[Ref]:
    owner = references.owner(head) if lemma(head) in _SEATS else None
    known = owner is not None and (references.reading.kind_of_name(owner.name) or country_of_name(owner.name))
    return [owner] if owner is not None and known and owner.kind in BODIES else []


def _apposed(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "X, a wing of Y", "Y, a coalition of A and B", "Goma, the capital of North Kivu"."""
    index = reading.mention_at(head)
    if head.dep_ not in ("appos", "attr", "conj", "npadvmod", "dep", "ROOT", "nsubj"):
        return
    up = head.head
    if {t.lower_ for t in premodifiers(head)} & {"former", "formerly", "once", "ex"}:
        return
    if head.dep_ == "attr":
        subjects = [r for c in up.lefts if c.dep_ == "nsubj" for r in references.all(c)]
    else:
        before = _name_before(head, reading)
        subjects = [references.named(before)] if before is not None else _group_before(head, references)
    if not subjects:
        return
    word, told = lemma(head), head.dep_ == "attr"
    if index is not None and head.dep_ == "appos":
        mention = reading.mentions[index]
        subject = subjects[0]
        edge = reading.doc[reading.ranges[index][0]]
        directional = edge.lower_ in ("western", "eastern", "northern", "southern", "central") or (
            edge.i > 0 and reading.doc[edge.i - 1].lower_ in ("western", "eastern", "northern", "southern", "central")
        )
        if mention.kind == "place" and subject.kind == "place" and directional:
            yield from passing(subject, "part_of", references.named(index), head, "place, part of place")
        return
    if index is not None:
        return
    several = content_head(head)
    if head.lower_ == "one" and several != head and lemma(several) in GROUPS | _PARTS:
        for inner in prepositional(several, "in", "of", "within"):
            for other in references.all(inner):
                if other.kind in BODIES and subjects[0].kind in BODIES and reading.kind_of_name(other.name):
                    yield from passing(subjects[0], "part_of", other, head, "one of a body's", inner)
        return
    for inner in prepositional(head, "of", "for"):
        for other in references.all(inner):
            for subject in subjects:
                if told and word in _PARTS | _CLIENTS:
                    continue  # read with its verb
                if word in _PARTS and other.kind in BODIES and subject.kind in BODIES:
                    yield from passing(subject, "part_of", other, head, f"apposition {word} of", inner)
                elif (
                    word in _WHOLES
                    and subject.kind in BODIES
                    and other.kind in (*BODIES, None)
                    and other.kind != "place"
                ):
                    yield from passing(other, "part_of", subject, head, f"apposition {word} of", inner)
                elif (
                    word in ("capital", "city", "part")
                    and other.kind == "place"
                    and subject.kind == "place"
                    and word != "city"
                ):
                    yield from passing(subject, "part_of", other, head, f"apposition {word} of", inner)
                elif word in _CLIENTS and subject.kind in BODIES and other.kind in BODIES:
                    predicate = "allied_with" if word == "ally" else "backed_by"
                    yield from passing(subject, predicate, other, head, f"apposition {word} of", inner)


def _name_before(head: Token, reading: Reading) -> int | None:
    """The named thing just before the comma in front of an apposition."""
    first = (premodifiers(head) or [head])[0].i
    i = first - 1
    while i >= 0 and reading.doc[i].text in ('"', "”", "“", "'", "’"):
        i -= 1
    if i < 1 or reading.doc[i].text not in (",", "–", "—", "-", "("):
        return None
    i -= 1
    while i >= 0 and reading.doc[i].text in ('"', "”", ")", ","):
        i -= 1
    index = reading.mention_at(reading.doc[i]) if i >= 0 else None
    if index is None or reading.heads[index].sent != head.sent:
        return None
    return index


def _group_before(head: Token, references: References) -> list[Ref]:
    """The named group of "the X group, an affiliate of Y"."""
    first = (premodifiers(head) or [head])[0]
    if head.dep_ != "appos" or first.i < 2 or first.nbor(-1).text != ",":
        return []
    noun = first.nbor(-2)
    named = lemma(noun) in GROUPS | MEMBERS and references.reading.mention_at(noun) is None
    return [ref for ref in references.alone(noun) if references.reading.kind_of_name(ref.name)] if named else []


def _held(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "townships still in its hands", "the town, under rebel control"."""
    if lemma(head) not in ("hand", "control") or head.dep_ != "pobj" or head.head.lower_ not in ("in", "under"):
        return
    noun = head.head.head
    before = head.head.i - 1
    while before > 0 and reading.doc[before].pos_ == "ADV":
        before -= 1
    if noun.pos_ not in ("NOUN", "PROPN") and reading.doc[before].pos_ in ("NOUN", "PROPN"):
        noun = reading.doc[before]
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    holder = references.owner(head) or next((r for t in prepositional(head, "of") for r in references.all(t)), None)
    if holder is None or holder.kind == "place":
        return
    for place in references.all(content_head(noun)):
        if place.kind == "place":
            yield Draft(holder, "controls", place, head, last=head, why="in hands of")


def _ties(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "a group with ties to Al-Qaeda", "has links to the army"."""
    if lemma(head) not in ("tie", "link", "connection", "affiliation") or head.dep_ == "compound":
        return
    holders: list[Ref] = []
    if head.dep_ == "pobj" and head.head.lower_ == "with":
        noun = head.head.head
        before = _name_before(noun, reading) if noun.pos_ in ("NOUN", "PROPN") else None
        holders = references.all(noun) or ([references.named(before)] if before is not None else [])
    elif head.dep_ == "dobj" and head.head.lemma_ in ("have", "maintain", "deepen", "keep"):
        holders = [r for c in head.head.lefts if c.dep_ == "nsubj" for r in references.all(c)]
    for inner in prepositional(head, "to", "with"):
        for other in references.all(inner):
            for holder in holders:
                if holder.kind in (*BODIES, "person") and other.kind in (*BODIES, "person"):
                    yield from passing(holder, "allied_with", other, head, "ties", inner)


def _beside(word: Token, references: References) -> Iterator[Draft]:
    """Reads "the army and allied militias", "A and the allied B": the second party stands by the first."""
    noun = word.head
    if noun.dep_ != "conj" or any(t.text == "-" for t in noun.doc[word.i - 1 : word.i]) or noun.head.i > noun.i:
        return
    for first in references.alone(noun.head)[:1]:
        acting = references.acting(first)
        for other in references.alone(noun):
            if acting is not None and acting.kind in BODIES and other.kind in BODIES:
                yield from passing(other, "allied_with", acting, word, "and allied", noun)


def _loyal(word: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "those loyal to Sistani", "companies linked to the PMF", "X, close to Y"."""
    predicate = "loyal_to" if word.lower_ == "loyal" else "allied_with"
    if word.dep_ not in ("amod", "acl", "appos", "relcl", "advcl"):
        return
    noun = word.head
    if word.lower_ == "close" and word.i > noun.i + 3:
        return
    described = noun.pos_ == "NOUN" and reading.mention_at(noun) is None
    before = _name_before(noun, reading) if described else None
    holders = [references.named(before)] if before is not None else references.all(noun)
    for inner in prepositional(word, "to", "with"):
        for other in references.all(inner):
            for holder in holders:
                if other.kind != "place" and holder.kind != "place":
                    yield from passing(holder, predicate, other, word, word.lower_, inner)
