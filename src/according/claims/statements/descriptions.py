"""Relations told in passing by a noun phrase: "Iran-backed militias", "spokesman X", "Y, a wing of Z", "fighters in Anbar"."""

from collections.abc import Iterator

from according.claims.statements.countries import country_of_adjective, country_of_name
from according.claims.statements.nouns import (
    ARMS,
    GROUPS,
    MEMBERS,
    SITES,
    VESSELS,
    words,
)
from according.claims.statements.offices import offices
from according.claims.statements.phrases import content_head, lemma, premodifiers, prepositional
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.references import References
from according.records import Ref

__all__ = ["descriptions"]

_SIDES = {
    "backed": "backed_by",
    "supported": "backed_by",
    "sponsored": "backed_by",
    "funded": "backed_by",
    "financed": "backed_by",
    "armed": "backed_by",
    "trained": "backed_by",
    "aligned": "allied_with",
    "allied": "allied_with",
    "linked": "allied_with",
    "affiliated": "allied_with",
    "friendly": "allied_with",
    "led": "leads",
    "owned": "possesses",
    "run": "controls",
    "held": "controls",
    "controlled": "controls",
    "occupied": "controls",
    "ruled": "controls",
    "dominated": "controls",
    "loyal": "loyal_to",
    "based": "present_in",
}
_PARTS = words(
    "part wing branch arm unit faction member division subsidiary offshoot component project department affiliate "
    "section"
)
_WHOLES = words("coalition alliance umbrella grouping bloc federation union confederation")
_CLIENTS = frozenset(["proxy", "client", "surrogate", "ally"])
_BODIES = ("armed_group", "organization", "government", "company")
_NEAR = ("in", "at", "near", "around", "across", "inside")


def descriptions(reading: Reading, references: References) -> Iterator[Draft]:
    """What noun phrases say of their nouns, in passing."""
    for token in reading.doc:
        if token.text == "-" and 0 < token.i < len(reading.doc) - 1:
            yield from _sided(token, reading, references)
        if token.pos_ in ("NOUN", "PROPN"):
            yield from _located(token, reading, references)
            yield from _apposed(token, reading, references)
            yield from _owned(token, reading, references)
            yield from _ties(token, reading, references)
            yield from _held(token, reading, references)
        if token.lower_ in ("loyal", "close", "allied", "linked", "affiliated") and token.pos_ in ("ADJ", "VERB"):
            yield from _loyal(token, reading, references)
    yield from offices(reading, references)
    yield from _units(reading, references)


def _units(reading: Reading, references: References) -> Iterator[Draft]:
    """ "IRGC Quds Force" carries the name of what it is part of."""
    for index, mention in enumerate(reading.mentions):
        first, _, rest = mention.surface.strip('"“”').partition(" ")
        if mention.kind not in _BODIES or not rest[:1].isupper() or len(first) < 3:
            continue
        for other, whole in enumerate(reading.mentions):
            if whole.surface == first and whole.kind in _BODIES and whole.name != mention.name:
                yield from _passing(
                    references.named(index), "part_of", references.named(other), reading.heads[index], "named after"
                )
                break


def _passing(
    subject: Ref, predicate: str, thing: Ref | None, anchor: Token, why: str, last: Token | None = None
) -> Iterator[Draft]:
    if thing is None or subject.name != thing.name:
        yield Draft(subject, predicate, thing, anchor, last=last, told=False, times=False, why=why)


def _side(token: Token, reading: Reading, references: References) -> Ref | None:
    index = reading.mention_at(token)
    if index is not None:
        named = references.named(index)
        country = country_of_name(named.name) or country_of_adjective(named.name)
        return references.country(country, token) if country else named
    country = country_of_adjective(token.text) or country_of_name(token.text)
    if country:
        return references.country(country, token)
    if token.text.endswith("ist"):  # the Sadrists are Sadr's
        for i, mention in enumerate(reading.mentions):
            if mention.kind == "person" and mention.name.lower().endswith(token.lower_[:-3]):
                return references.named(i)
    return None


def _noun_above(token: Token) -> Token | None:
    """The noun a compound adjective describes."""
    steps = 0
    while token.dep_ in ("amod", "compound", "nmod", "npadvmod", "punct", "advmod", "prep", "conj") and steps < 5:
        token, steps = token.head, steps + 1
    return token if token.pos_ in ("NOUN", "PROPN") else None


def _sided(dash: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "Iran-backed X", "Sadr-led X", "pro-Iranian X"."""
    doc = reading.doc
    before, after = doc[dash.i - 1], doc[dash.i + 1]
    if before.lower_ == "pro":
        predicate, side, start = "backed_by", _side(after, reading, references), after
    else:
        relation = _SIDES.get(after.lower_)
        if relation is None or before.whitespace_ or dash.whitespace_:
            return
        predicate, side, start = relation, _side(before, reading, references), after
        if side is None and lemma(before) in ("rebel", "government", "military", "army", "junta", "militia"):
            side = references.resolve(before)
    head = _noun_above(start) or _noun_above(before)
    if side is None or head is None or head.i <= dash.i:
        return
    if predicate == "backed_by" and before.lower_ == "pro" and side.kind == "person":
        predicate = "loyal_to"
    for ref in references.all(head):
        if predicate == "leads":
            yield from _passing(side, "leads", ref, dash, f"{before.text}-{after.text}", head)
        elif predicate in ("controls", "possesses"):
            if predicate == "possesses" and country_of_name(side.name):
                continue  # a flag or registry, not an owner
            if predicate == "possesses" or ref.kind == "place":
                yield from _passing(side, predicate, ref, dash, f"{before.text}-{after.text}", head)
        elif predicate == "present_in":
            if side.kind == "place" and ref.kind in ("armed_group",):
                yield from _passing(ref, predicate, side, dash, f"{before.text}-based", head)
        elif predicate == "allied_with" and lemma(head) in SITES:
            site = references.thing(head)
            if site is not None:
                start = head.doc[after.i + 1] if after.i + 1 < head.i else head
                name = " ".join(reading.text[start.idx : head.idx + len(head.text)].split())
                yield from _passing(
                    side, "possesses", Ref(name, None, site.span), dash, f"{before.text}-{after.text}", head
                )
        elif ref.kind != "place":
            yield from _passing(ref, predicate, side, dash, f"{before.text}-{after.text}", head)


def _located(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "Kataib Hezbollah fighters in Anbar", "Iranian troops in Syria", "the headquarters at Ann", "Yemen's Houthis"."""
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
                subjects = ([] if named else _owners_of_site(head, references)) if site else references.alone(head)
                if body and reading.mentions[index or 0].kind != "armed_group":
                    subjects = [references.named(index or 0)] if child.lower_ in ("at", "in") else []
                for place in places:
                    for subject in subjects:
                        if subject.kind != "place":
                            yield from _passing(
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
                    for subject in references.all(head):
                        if subject.kind == "armed_group" and reading.kind_of_name(subject.name):
                            where = references.named(owner)
                            yield from _passing(subject, "present_in", where, head, "country's group", token)


_SEATS = words(
    "base camp outpost checkpoint headquarters headquarter garrison barracks facility airbase airfield embassy "
    "consulate position"
)


def _owners_of_site(head: Token, references: References) -> list[Ref]:
    owner = references.owner(head) if lemma(head) in _SEATS else None
    known = owner is not None and (references.reading.kind_of_name(owner.name) or country_of_name(owner.name))
    return [owner] if owner is not None and known and owner.kind in _BODIES else []


def _apposed(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "X, a wing of Y", "Y, a coalition of A and B", "Erbil, the capital of Kurdistan", "Akashat, western Anbar"."""
    index = reading.mention_at(head)
    if head.dep_ not in ("appos", "attr", "conj", "npadvmod", "dep", "ROOT", "nsubj"):
        return
    up = head.head
    if head.dep_ == "attr":
        subjects = [r for c in up.lefts if c.dep_ == "nsubj" for r in references.all(c)]
    else:
        before = _name_before(head, reading)
        subjects = [references.named(before)] if before is not None else []
    if not subjects:
        return
    word = lemma(head)
    if index is not None and head.dep_ == "appos":
        mention = reading.mentions[index]
        subject = subjects[0]
        edge = reading.doc[reading.ranges[index][0]]
        directional = edge.lower_ in ("western", "eastern", "northern", "southern", "central") or (
            edge.i > 0 and reading.doc[edge.i - 1].lower_ in ("western", "eastern", "northern", "southern", "central")
        )
        if mention.kind == "place" and subject.kind == "place" and directional:
            yield from _passing(subject, "part_of", references.named(index), head, "place, part of place")
        return
    if index is not None:
        return
    for inner in prepositional(head, "of", "for"):
        for other in references.all(inner):
            for subject in subjects:
                if word in _PARTS and other.kind in _BODIES and subject.kind in _BODIES:
                    yield from _passing(subject, "part_of", other, head, f"apposition {word} of", inner)
                elif (
                    word in _WHOLES
                    and subject.kind in _BODIES
                    and other.kind in (*_BODIES, None)
                    and other.kind != "place"
                ):
                    yield from _passing(other, "part_of", subject, head, f"apposition {word} of", inner)
                elif (
                    word in ("capital", "city", "part")
                    and other.kind == "place"
                    and subject.kind == "place"
                    and word != "city"
                ):
                    yield from _passing(subject, "part_of", other, head, f"apposition {word} of", inner)
                elif word in _CLIENTS and subject.kind in _BODIES and other.kind in _BODIES:
                    predicate = "allied_with" if word == "ally" else "backed_by"
                    yield from _passing(subject, predicate, other, head, f"apposition {word} of", inner)


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


def _owned(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "the army's Western Command", "Sadr's Saraya al-Salam", "Iran's Zelzal missiles", "its proxies", "Diyala's Camp Ashraf"."""
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
            for patron in references.all(token):
                acting = references.acting(patron)
                if acting is None or lemma(head) == "ally":
                    continue
                for ref in references.all(head):
                    yield from _passing(ref, "backed_by", acting, head, f"{lemma(head)} of", token)
        return
    if thing is None:
        return
    for token in owners:
        for owner in references.all(token):
            if owner.name == thing.name:
                continue
            if thing.kind == "weapon":
                acting = references.acting(owner)
                for each in run if acting is not None and acting.kind in _BODIES else ():
                    yield from _passing(acting or owner, "possesses", each, head, "owner's weapon", token)
            elif thing.kind in _BODIES and owner.kind == "person":
                yield from _passing(owner, "leads", thing, head, "person's group", token)
            elif thing.kind in _BODIES and country_of_name(owner.name):
                if thing.kind in ("company", "organization", "government"):
                    yield from _passing(
                        thing, "part_of", Ref(owner.name, "government", owner.span), head, "country's body", token
                    )
            elif thing.kind in _BODIES and owner.kind in _BODIES:
                yield from _passing(thing, "part_of", owner, head, "body's body", token)
            elif thing.kind == "place" and owner.kind == "place":
                yield from _passing(thing, "part_of", owner, head, "place's place", token)
    if index is not None and not owners and thing.kind in ("weapon", "organization"):
        names = {lemma(t) for t in tokens}
        if names & VESSELS:
            for token in tokens:
                country = country_of_adjective(token.text) or country_of_name(token.text)
                after = reading.doc[token.i + 1].text if token.i + 1 < len(reading.doc) else ""
                if country and after != "-":
                    yield from _passing(
                        thing, "part_of", references.country(country, token), head, "country's vessel", token
                    )


def _named_site(head: Token, tokens: list[Token], reading: Reading, references: References) -> Iterator[Draft]:
    """ "the army's Western Command headquarters at Ann": a named seat, part of its owner, present in its place."""
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
                if owner.kind in _BODIES:
                    yield from _passing(site, "part_of", owner, head, "body's site", token)
    for inner in prepositional(head, "at", "in", "near"):
        for place in references.all(inner):
            if place.kind == "place":
                yield from _passing(site, "present_in", place, head, "site at place", inner)


def _held(head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "townships still in its hands", "the town, under rebel control"."""
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
    """ "a group with ties to Al-Qaeda", "has links to the army"."""
    if lemma(head) not in ("tie", "link", "connection", "affiliation") or head.dep_ == "compound":
        return
    holders: list[Ref] = []
    if head.dep_ == "pobj" and head.head.lower_ == "with":
        holders = references.all(head.head.head)
    elif head.dep_ == "dobj" and head.head.lemma_ in ("have", "maintain", "deepen", "keep"):
        holders = [r for c in head.head.lefts if c.dep_ == "nsubj" for r in references.all(c)]
    for inner in prepositional(head, "to", "with"):
        for other in references.all(inner):
            for holder in holders:
                if holder.kind in (*_BODIES, "person") and other.kind in (*_BODIES, "person"):
                    yield from _passing(holder, "allied_with", other, head, "ties", inner)


def _loyal(word: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """ "those loyal to Sistani", "companies linked to the PMF", "X, close to Y"."""
    predicate = "loyal_to" if word.lower_ == "loyal" else "allied_with"
    if word.dep_ not in ("amod", "acl", "appos", "relcl", "advcl"):
        return
    noun = word.head
    if word.lower_ == "close" and word.i > noun.i + 3:
        return
    holders = references.all(noun)
    for inner in prepositional(word, "to", "with"):
        for other in references.all(inner):
            for holder in holders:
                if other.kind != "place" and holder.kind != "place":
                    yield from _passing(holder, predicate, other, word, word.lower_, inner)
