"""Whose side a group is on, by a compound: "Iran-backed X", "Sadr-led X", "pro-Iranian X", "rebel-held X"."""

from collections.abc import Iterator

from according.claims.statements.names.countries import adjectives_of, country_of_adjective, country_of_name
from according.claims.statements.names.generic import anonymous
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.nouns import ARMS, SITES
from according.claims.statements.syntax.passing import passing
from according.claims.statements.syntax.phrases import lemma
from according.records import Ref

__all__ = ["one_of_them", "sided"]

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
    "made": "manufactures",
    "built": "manufactures",
    "manufactured": "manufactures",
    "produced": "manufactures",
    "based": "present_in",
}


def sided(dash: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "Iran-backed X", "Sadr-led X", "pro-Iranian X"."""
    doc = reading.doc
    before, after = doc[dash.i - 1], doc[dash.i + 1]
    if before.lower_ == "pro":
        predicate, side, start = "backed_by", _side(after, reading, references), after
        if side is None and lemma(after) in ("government", "military", "junta", "army", "regime"):
            own = references.home() if lemma(after) in ("government", "regime", "junta") else None
            if own is not None and (adjectives := adjectives_of(reading.home or "")):
                own = Ref(f"{adjectives[0]} {lemma(after)}", "government", own.span)
            predicate, side = "allied_with", own or references.resolve(after) or references.as_noun(after)
    else:
        relation = _SIDES.get(after.lower_)
        if relation is None or before.whitespace_ or dash.whitespace_:
            return
        predicate, side, start = relation, _side(before, reading, references), after
        if side is None and lemma(before) in ("rebel", "government", "military", "army", "junta", "militia"):
            side = references.resolve(before)
            side = None if anonymous(side) and lemma(before) in ("rebel", "militia") else side
    head = _noun_above(start) or _noun_above(before)
    if side is None or head is None or head.i <= dash.i:
        return
    if predicate == "backed_by" and before.lower_ == "pro" and side.kind == "person":
        predicate = "loyal_to"
    if predicate == "manufactures":
        yield from _made(side, head, dash, reading, references)
        return
    for ref in (
        one_of_them(head, reading, references)
        or references.all(head)
        or _named_between(dash, head, reading, references)
    ):
        if predicate == "leads":
            if before.text in ref.name:
                continue  # "the US-led coalition" has no other name
            yield from passing(side, "leads", ref, dash, f"{before.text}-{after.text}", head)
        elif predicate in ("controls", "possesses"):
            if predicate == "possesses" and country_of_name(side.name):
                continue  # a flag or registry, not an owner
            if predicate == "possesses" or ref.kind == "place":
                yield from passing(side, predicate, ref, dash, f"{before.text}-{after.text}", head)
        elif predicate == "present_in":
            if side.kind == "place" and ref.kind in ("armed_group",):
                yield from passing(ref, predicate, side, dash, f"{before.text}-based", head)
        elif predicate == "allied_with" and lemma(head) in SITES:
            site = references.thing(head)
            if site is not None:
                start = head.doc[after.i + 1] if after.i + 1 < head.i else head
                name = " ".join(reading.text[start.idx : head.idx + len(head.text)].split())
                yield from passing(
                    side, "possesses", Ref(name, None, site.span), dash, f"{before.text}-{after.text}", head
                )
        elif ref.kind != "place":
            yield from passing(ref, predicate, side, dash, f"{before.text}-{after.text}", head)


def one_of_them(head: Token, reading: Reading, references: References) -> list[Ref]:
    """X in "X, one of the Iran-backed factions", "X, the most powerful of …", "X, an alliance of pro-army tribes"."""
    if head.dep_ != "pobj" or head.head.lower_ != "of" or head.tag_ not in ("NNS", "NNPS", "NNP", "NN"):
        return []
    above = head.head.head
    sort = lemma(above) in ("one", "alliance", "coalition", "umbrella", "grouping", "network") or above.tag_ == "JJS"
    sort = sort or any(c.tag_ in ("JJS", "RBS") for c in above.lefts)
    first = above.left_edge.i
    if not sort or first < 2 or reading.doc[first - 1].text not in (",", "–", "—"):
        return []
    index = reading.mention_at(reading.doc[first - 2])
    if index is None or reading.mentions[index].kind not in ("armed_group", "organization"):
        return []
    return [references.named(index)]


def _named_between(dash: Token, head: Token, reading: Reading, references: References) -> list[Ref]:
    """The group in "the pro-government X banner", where the noun itself is no party."""
    for token in head.doc[dash.i + 2 : head.i]:
        index = reading.mention_at(token)
        if index is not None and reading.mentions[index].kind in ("armed_group", "organization"):
            return [references.named(index)]
    return []


def _made(maker: Ref, head: Token, dash: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "Chinese-made FN-6 missiles", "a U.S.-built howitzer"."""
    weapons = [
        m for t in head.lefts if (m := reading.mention_at(t)) is not None and reading.mentions[m].kind == "weapon"
    ]
    index = reading.mention_at(head)
    if index is not None and reading.mentions[index].kind == "weapon":
        weapons.append(index)
    if weapons:
        things = [references.named(weapons[-1])]
    elif lemma(head) in ARMS:
        start = reading.doc[min(dash.i + 2, head.i)]
        things = [Ref(" ".join(reading.text[start.idx : head.idx + len(head.text)].split()))]
    else:
        things = []
    for thing in things:
        yield from passing(maker, "manufactures", thing, dash, f"{dash.nbor(-1).text}-{dash.nbor(1).text}", head)


def _side(token: Token, reading: Reading, references: References) -> Ref | None:
    if token.text.endswith("ist"):  # the Sadrists are Sadr's
        for i, mention in enumerate(reading.mentions):
            if mention.kind == "person" and mention.name.lower().endswith(token.lower_[:-3]):
                return references.named(i)
    index = reading.mention_at(token)
    if index is not None:
        named = references.named(index)
        people = token.tag_ == "JJ" or token.ent_type_ == "NORP"
        if people and reading.mentions[index].why in ("ner", "rule") and not country_of_adjective(token.text):
            return None  # "Kurdish-led" names a people
        country = country_of_name(named.name) or country_of_adjective(named.name)
        return references.country(country, token) if country else named
    country = country_of_adjective(token.text) or country_of_name(token.text)
    if country:
        return references.country(country, token)
    return None


def _noun_above(token: Token) -> Token | None:
    """The noun a compound adjective describes."""
    steps = 0
    while token.dep_ in ("amod", "compound", "nmod", "npadvmod", "punct", "advmod", "prep", "conj") and steps < 5:
        token, steps = token.head, steps + 1
    return token if token.pos_ in ("NOUN", "PROPN") else None
