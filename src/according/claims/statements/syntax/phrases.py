"""Noun phrases as the parser gives them: their parts, their neighbours, and how to name them without their frills."""

from collections.abc import Iterator
from typing import Any

from according.claims.statements.syntax.nouns import ACTORS, ARMS, words

__all__ = [
    "conjuncts",
    "content_head",
    "described",
    "inside",
    "lemma",
    "premodifiers",
    "prepositional",
]

Token = Any

_FRILLS = words(
    "a an the this that these those its their his her our my several some many most all any both each every few "
    "other another various more such no least whole entire same about around nearly over up roughly approximately "
    "certain key own lesser-known also even dead"
)
_ORDINALS = words("first second third fourth fifth last latest previous next")
_COUNTERS = words(
    "dozen dozens hundred hundreds thousand thousands ten tens score scores number majority handful couple some one "
    "most many part rest all lot two three four five half none several any each million millions bulk pair remnant "
    "type kind variety picture photo image video footage percent % quarter third fifth swath swathe chunk expanse "
    "shipment consignment batch delivery cache stockpile load tranche series string wave group-of"
)
_KEPT = ("of", "in", "from", "at", "for", "against", "with", "to", "on", "into")
_WHERE = ("inside", "near", "over", "across", "around", "along", "between", "outside", "behind")
"""Where a thing stands, which is part of what it is called; people are not called by where they are."""


def lemma(token: Token) -> str:
    """The token's lemma in lower case; plural names the tagger took for proper nouns lose their s."""
    word: str = token.lemma_.lower()
    if word == "basis" and token.lower_ == "bases":
        return "base"
    if word.endswith("s") and (token.tag_ == "NNPS" or (token.tag_ == "NNP" and word[:-1] in ACTORS | ARMS)):
        return word[:-1]
    return word


def conjuncts(token: Token) -> Iterator[Token]:
    """The token, then everything coordinated with it to its right."""
    yield token
    for child in token.rights:
        if child.dep_ == "conj":
            yield from conjuncts(child)


def prepositional(token: Token, *words: str) -> Iterator[Token]:
    """Heads of the token's prepositional phrases that start with one of the words; any preposition when none given."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            if not words or child.lower_ in words:
                for grandchild in child.children:
                    if grandchild.dep_ in ("pobj", "pcomp"):
                        yield grandchild
                    elif child.lower_ in ("out", "inside", "outside") and grandchild.lower_ == "of":
                        yield from (t for t in grandchild.children if t.dep_ == "pobj")  # "pulled out of Sweida"
            for grandchild in child.children:  # "by A and by B"
                if (
                    grandchild.dep_ == "conj"
                    and grandchild.dep_ != "pobj"
                    and grandchild.lower_ in (words or (child.lower_,))
                ):
                    yield from (t for t in grandchild.children if t.dep_ == "pobj")


def content_head(token: Token) -> Token:
    """The noun that matters: "soldiers" in "dozens of soldiers"."""
    while token.lower_ in _COUNTERS or token.lemma_.lower() in _COUNTERS or token.like_num:
        inner = next(prepositional(token, "of"), None)
        if inner is None or inner.i <= token.i:
            return token
        token = inner
    return token


def inside(token: Token, ancestor: Token) -> bool:
    """True when the token is the ancestor or stands below it in the tree."""
    return bool(token == ancestor or ancestor.is_ancestor(token))


def premodifiers(head: Token) -> list[Token]:
    """Every token left of the head that belongs to its phrase, in text order."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in (
            "amod",
            "compound",
            "nmod",
            "nummod",
            "poss",
            "det",
            "quantmod",
            "npadvmod",
            "advmod",
            "punct",
            "predet",
        ):
            first = min(first, child.left_edge.i)
    return [head.doc[i] for i in range(first, head.i)]


def described(head: Token, *, tail: bool = True) -> tuple[int, int]:
    """Token range of a description: the phrase without leading articles, owners, quantities and trailing clauses."""
    tokens = premodifiers(head)
    first = 0
    for place, token in enumerate(tokens):
        owner = token.dep_ == "poss" or token.tag_ in ("POS", "PRP$")
        if token.dep_ == "poss" or owner:
            first = place + 1
            continue
        if first == place and (
            token.lower_ in _FRILLS
            or token.lower_ in ("between", "and", "to", "or")
            or token.is_punct
            or (
                (
                    token.like_num
                    or token.dep_ in ("quantmod", "advmod", "predet", "nummod")
                    or token.lower_ in _ORDINALS
                )
                and not token.lower_.endswith(("1st", "2nd", "3rd", "th"))
            )  # "22nd Division headquarters"
        ):
            first = place + 1
    start = tokens[first].i if first < len(tokens) else head.i
    end = head.i + 1
    kept = _KEPT if lemma(head) in ACTORS else _KEPT + _WHERE
    if tail:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in kept and child.i == end:
                edge = child.right_edge.i + 1
                edge = next((t.i for t in head.doc[end:edge] if t.text in (",", ";", "–", "—", "(")), edge)
                if edge - end > 12:
                    break
                if any(t.dep_ == "pcomp" for t in head.doc[end:edge]):
                    break
                if child.lower_ not in ("of", "to") and not any(
                    t.pos_ == "PROPN" or t.tag_ == "NNPS" for t in head.doc[end:edge]
                ):
                    break
                if any(
                    t.pos_ in ("VERB",) and t.dep_ in ("relcl", "acl", "ccomp", "advcl") for t in head.doc[end:edge]
                ):
                    break
                end = edge
            elif child.dep_ in ("punct", "cc", "conj", "appos", "relcl", "acl"):
                break
    while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
        end -= 1
    return start, end
