"""Owners told in passing: "the army's Western Command", "Sadr's Saraya al-Salam", "Iran's Zelzal missiles"."""

from collections.abc import Iterator

from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.nouns import ARMS, SITES, VESSELS, words
from according.claims.statements.syntax.passing import BODIES, passing
from according.claims.statements.syntax.phrases import lemma, premodifiers, prepositional
from according.records import Ref

__all__ = ["owned"]

_FRIENDS = frozenset(["ally", "partner", "affiliate"])
_CLIENTS = frozenset(["proxy", "client", "surrogate"]) | _FRIENDS


_OTHERS = words(
    "rival enemy foe opponent adversary ally partner neighbour neighbor predecessor successor backer patron"
)
"""Whose "rival X" it is owns no X."""


def owned(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """What an owner in front of a name tells: "the army's Western Command", "its proxies", "Diyala's Camp Ashraf"."""
    tokens = premodifiers(head)
    index = reading.mention_at(head)
    if index is None:
        if lemma(head) not in ARMS and lemma(head) not in _CLIENTS:
            yield from _named_site(head, tokens, reading, references)
            return
        weapons = [
            m for t in tokens if (m := reading.mention_at(t)) is not None and reading.mentions[m].kind == "weapon"
        ]
        thing = references.named(weapons[0]) if weapons else None
        run = [references.named(m) for m in reading.run_of(weapons[0])] if weapons else []
    else:
        thing = references.named(index)
        run = [references.named(m) for m in reading.run_of(index)] if thing.kind == "weapon" else [thing]
        if head != reading.heads[index]:
            return
        tokens = [reading.doc[i] for i in range((tokens or [head])[0].i, reading.ranges[index][0])]
    owners = [t for t in tokens if t.dep_ == "poss"]
    if lemma(head) in _CLIENTS and index is None:
        for token in owners:
            for patron in _patrons(token, head, references):
                acting = references.acting(patron)
                if acting is None or acting.kind not in BODIES:
                    continue
                predicate = "allied_with" if lemma(head) in _FRIENDS else "backed_by"
                for ref in _who(head, reading, references) if lemma(head) in _FRIENDS else references.all(head):
                    if ref.kind in BODIES:
                        yield from passing(ref, predicate, acting, head, f"{lemma(head)} of", token)
        return
    if thing is None or any(lemma(t) in _OTHERS for t in tokens):
        return
    for token in owners:
        for owner in references.all(token):
            if owner.name == thing.name:
                continue
            if thing.kind == "weapon":
                acting = references.acting(owner)
                for each in run if acting is not None and acting.kind in BODIES else ():
                    yield from passing(acting or owner, "possesses", each, head, "owner's weapon", token)
            elif thing.kind in BODIES and owner.kind == "person":
                yield from passing(owner, "leads", thing, head, "person's group", token)
            elif thing.kind in BODIES and country_of_name(owner.name):
                whose = token.tag_ in ("WP$", "PRP$")
                if "ministry" in thing.name.lower():
                    continue  # every state has them
                if thing.kind in ("company", "organization", "government") or whose:
                    yield from passing(
                        thing, "part_of", Ref(owner.name, "government", owner.span), head, "country's body", token
                    )
            elif thing.kind in BODIES and owner.kind in BODIES:
                yield from passing(thing, "part_of", owner, head, "body's body", token)
            elif thing.kind == "place" and owner.kind == "place" and not country_of_name(owner.name):
                yield from passing(thing, "part_of", owner, head, "place's place", token)
    if index is not None and not owners and thing.kind in ("weapon", "organization"):
        names = {lemma(t) for t in tokens}
        if names & VESSELS:
            for token in tokens:
                country = country_of_adjective(token.text) or country_of_name(token.text)
                after = reading.doc[token.i + 1].text if token.i + 1 < len(reading.doc) else ""
                if country and after != "-":
                    yield from passing(
                        thing, "part_of", references.country(country, token), head, "country's vessel", token
                    )


def _patrons(owner: Token, head: Token, references: References) -> list[Ref]:
    """Whose allies they are: in "A and its allies" those of A."""
    if owner.tag_ == "PRP$" and head.dep_ == "conj" and head.head.i < owner.i and head.head.pos_ != "PRON":
        return references.alone(head.head)
    return references.all(owner)


def _who(head: Token, reading: Reading, references: References) -> list[Ref]:
    """The names behind "its allies": "including A and B", "among them A", "its ally A", "its ally, A"."""
    listed = references.members(head)
    if not listed:
        edge = head.i + 1
        while edge < len(reading.doc) and reading.doc[edge].text in (",", "the", '"', "“"):
            edge += 1
        index = reading.mention_at(reading.doc[edge]) if edge < len(reading.doc) else None
        if index is None or reading.doc[edge].sent != head.sent or edge > head.i + 3:
            return []
        if reading.doc[head.i + 1].text == "," and not any(c.dep_ == "appos" and c.i > head.i for c in head.children):
            return []
        listed = [m for m in reading.run_of(index) if m >= index] if head.tag_ == "NNS" else [index]
    return [references.named(m) for m in listed]


def _named_site(head: Token, tokens: list[Token], reading: Reading, references: References) -> Iterator[Draft]:
    """A named seat, part of its owner, present in its place: "the army's Western Command headquarters at Ann"."""
    if lemma(head) not in SITES or not any(
        t.pos_ == "PROPN" and t.dep_ != "poss" and not country_of_adjective(t.text)
        for t in tokens
        if t.head == head or t.head.dep_ == "compound"
    ):
        return
    site = references.thing(head)
    known = [m for t in tokens if (m := reading.mention_at(t)) is not None and t.dep_ != "poss"]
    if (
        site is None
        or not any(t.pos_ == "PROPN" and t.dep_ != "poss" for t in tokens)
        or any(reading.mentions[m].kind in ("government", "armed_group", "media", "place") for m in known)
    ):
        return
    for token in tokens:
        if token.dep_ == "poss":
            for owner in references.all(token):
                if owner.kind in BODIES:
                    yield from passing(site, "part_of", owner, head, "body's site", token)
    for inner in prepositional(head, "at", "in", "near"):
        for place in references.all(inner):
            if place.kind == "place" and place.name not in site.name:
                yield from passing(site, "present_in", place, head, "site at place", inner)
