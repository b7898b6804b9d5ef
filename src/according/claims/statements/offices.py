"""Offices held, told in passing: "AA spokesperson X", "X, commander of the RSF", "the group's leader, Y"."""

from collections.abc import Iterator

from according.claims.statements.countries import country_of_adjective, country_of_name
from according.claims.statements.nouns import ACTORS, GROUPS, LEADERS, MAKERS, OFFICES, PEOPLE, words
from according.claims.statements.passing import BODIES
from according.claims.statements.phrases import content_head, lemma, premodifiers, prepositional
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.references import References
from according.records import Ref

__all__ = ["offices"]

_LOCAL = ("governor", "mayor", "administrator")
_PRIVATE = words(
    "expert analyst researcher politician cleric scholar fellow professor reporter veteran manager member editor "
    "correspondent aide chief head founder"
)
"""Offices that a country's adjective only places ("Iraqi analyst X")."""


def offices(reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "AA spokesperson X", "Y, commander of the RSF", "the group's leader, Z"."""
    for index, mention in enumerate(reading.mentions):
        if mention.kind != "person":
            continue
        person, head = references.named(index), reading.heads[index]
        seen: set[tuple[str, str]] = set()
        for office in _office_nouns(index, head, reading):
            for body in _bodies(office, index, reading, references):
                if _former(office):
                    continue
                first = lemma(office) in LEADERS or (
                    lemma(office) == "minister"
                    and "prime"
                    in {t.lower_ for t in premodifiers(office)} | {office.nbor(-1).lower_ if office.i else ""}
                )
                predicate = "leads" if first and not _deputy(office) else "role_in"
                if (predicate, body.name) not in seen and body.name != person.name:
                    seen.add((predicate, body.name))
                    yield Draft(
                        person, predicate, body, office, last=head, told=False, times=False, why=f"office {office.text}"
                    )


def _former(office: Token) -> bool:
    near = {t.lower_ for t in premodifiers(office)} | {t.lower_ for t in office.doc[max(0, office.i - 3) : office.i]}
    return bool(near & {"former", "ex", "late", "ousted", "deposed", "then"})


def _deputy(office: Token) -> bool:
    near = {t.lower_ for t in premodifiers(office)}
    return bool(near & {"deputy", "vice", "assistant", "media", "co"})


def _office_nouns(index: int, head: Token, reading: Reading) -> Iterator[Token]:
    start, end = reading.ranges[index]
    doc = reading.doc
    i = start - 1
    while i >= 0 and doc[i].text in ('"', "“", ",", "-") and start - i < 3:
        i -= 1
    comma = i < start - 1 and doc[start - 1].text == ","
    if i >= 0 and doc[i].sent == head.sent:
        if _office(doc[i]) and (not comma or _heads(doc[i], head)):
            yield doc[i]
        elif comma or doc[i].dep_ in ("pobj", "compound"):  # "a media official for the PMF, Ali Saget"
            up = head.head if head.dep_ == "appos" else None
            if up is not None and _office(up) and up.i < start:
                yield up
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and _office(child):
            yield child
            for other in child.conjuncts:
                if _office(other) and other.i > child.i:
                    yield other
    if end < len(doc) and doc[end].text == ",":
        for j in range(end + 1, min(end + 9, len(doc))):
            if _office(doc[j]) and doc[j].dep_ not in ("compound", "nmod", "poss"):
                if doc[j].dep_ != "appos" and not _heads(doc[j], head) and doc[j].head != head.head:
                    break
                yield doc[j]
                break
            if doc[j].pos_ in ("VERB", "AUX", "PRON", "SCONJ") or doc[j].text in (".", ",", ";"):
                break
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_ == "be":
        for child in verb.children:
            if child.dep_ == "attr" and _office(child):
                yield child
    if head.dep_ in ("dobj", "nsubjpass", "nsubj") and verb.lemma_ in ("name", "appoint", "elect", "promote"):
        for child in (*verb.children, *head.children):
            if child.dep_ in ("oprd", "appos", "attr", "dobj") and child != head and _office(child):
                yield child
            elif child.dep_ == "prep" and child.lower_ == "as":
                yield from (c for c in child.children if c.dep_ == "pobj" and _office(c))


def _heads(one: Token, other: Token) -> bool:
    return bool(one.head == other or other.head == one)


def _office(token: Token) -> bool:
    return lemma(token) in OFFICES | LEADERS and token.pos_ in ("NOUN", "PROPN")


def _bodies(office: Token, person: int, reading: Reading, references: References) -> list[Ref]:
    """What the office is an office of: a modifier, an owner, "of X", "for X"; for an appointment, who appoints."""
    found: list[Ref] = []
    for inner in prepositional(office, "of", "for", "at", "in", "with"):
        for ref in references.all(inner):
            acting = ref if ref.kind == "place" and lemma(office) in _LOCAL else references.acting(ref)
            if acting is not None and acting.kind == "place":
                found.append(acting)
                continue
            if acting is not None and country_of_name(acting.name) and lemma(office) in _PRIVATE:
                continue
            if acting is not None and (
                acting.kind in (*BODIES, "media") or lemma(content_head(inner)) in GROUPS | MAKERS
            ):
                found.append(acting)
    if found:
        return found[:2]
    doc = reading.doc
    first = office.i
    while (
        first > 0
        and doc[first - 1].sent == office.sent
        and (
            (
                doc[first - 1].dep_ in ("compound", "nmod", "amod", "poss", "case", "punct", "det", "conj", "cc")
                and doc[first - 1].text not in (",", ";", ":", "(", ")")
            )
            or reading.mention_at(doc[first - 1]) is not None
        )
    ):
        if office.i - first > 7:
            break
        first -= 1
    for i in range(office.i - 1, first - 1, -1):
        token = doc[i]
        index = reading.mention_at(token)
        if index == person:
            continue
        if token.tag_ == "PRP$":
            whose = references.one(token)
            return [whose] if whose is not None and whose.kind in BODIES else []
        if index is not None:
            named = references.acting(references.named(index))
            if named is not None and country_of_name(named.name) and lemma(office) in _PRIVATE:
                continue
            if named is not None and named.kind in (*BODIES, "media"):
                return [named]
            continue
        country = country_of_adjective(token.text)
        if country and lemma(office) not in _PRIVATE:
            return [references.country(country, token)]
        if (
            lemma(token) in ACTORS - PEOPLE
            and lemma(token) not in LEADERS | OFFICES
            and token.dep_ in ("compound", "poss", "nmod")
        ):
            body = references.resolve(token)
            if body is not None and body.kind in BODIES:
                return [body]
    verb = office.head
    if verb.lemma_ in ("name", "appoint") and verb.pos_ == "VERB":
        return [a for c in verb.lefts if c.dep_ == "nsubj" for r in references.all(c) if (a := references.acting(r))]
    if verb.head.lemma_ in ("name", "appoint") and verb.head.pos_ == "VERB":
        return [
            a for c in verb.head.lefts if c.dep_ == "nsubj" for r in references.all(c) if (a := references.acting(r))
        ]
    return []
