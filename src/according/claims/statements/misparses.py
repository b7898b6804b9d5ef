"""What a small parser mistakes in sentences of the news, and what is meant."""

from typing import Any

from according.claims.statements.nouns import words
from according.claims.statements.phrases import content_head, prepositional

__all__ = ["before_relative", "described_by", "finite_after_comma", "struck_often", "torn_auxiliary"]

Token = Any

_GROUPING = words("alliance coalition federation bloc grouping umbrella movement group faction militia force network")
_GRIPS = words("hold control run govern administer occupy rule")


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def finite_after_comma(verb: Token) -> bool:
    """The main verb after a long aside, taken for a participle: "the ADF, which pledged …, killed 18 villagers"."""
    before = verb.nbor(-1).text if verb.i else ""
    return before == "," and bool(_children(verb, "dobj")) and verb.head.i < verb.i - 3


def torn_auxiliary(verb: Token) -> Token | None:
    """The "has" that commas parted from its participle, which the parser then takes for two verbs."""
    for child in verb.head.children:
        if (
            child.i < verb.i
            and child.lemma_ == "have"
            and child.dep_ in ("ccomp", "conj", "advcl")
            and (child.nbor(1).text == "," or not _children(child, "dobj"))
        ) and _children(child, "nsubj"):
            return child
    return None


def before_relative(verb: Token, relative: Token) -> Token:
    """The noun a relative clause speaks of: "which" passes over X in "the junta led by X, which took power"."""
    noun = verb.head
    if relative.lower_ == "which" and noun.ent_type_ == "PERSON":
        token = noun
        while (
            token.head != token and token.head.pos_ in ("ADP", "VERB", "PROPN") and token.dep_ not in ("nsubj", "dobj")
        ):
            token = token.head
            if token.dep_ in ("acl", "relcl") and token.head.pos_ == "NOUN":
                return token.head
    return noun


def struck_often(noun: Token) -> Token:
    """Syria in "struck Syria hundreds of times", which the parser takes for one phrase."""
    if any(t.lemma_ == "time" for t in prepositional(noun, "of")):
        return next((c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), noun)
    return noun


def described_by(verb: Token) -> Token:
    """The noun a participle tells of: the alliance in "an alliance of movements led by X", the city in "the last
    city in the region held by Y"."""
    noun = content_head(verb.head)
    outer = noun.head.head if noun.dep_ == "pobj" else noun
    if verb.tag_ == "VBN" and outer.pos_ in ("NOUN", "PROPN") and outer.i < noun.i:
        if noun.head.lower_ == "of" and outer.lemma_.lower() in _GROUPING and noun.tag_ in ("NNS", "NNPS"):
            return outer
        if noun.head.lower_ == "in" and verb.lemma_ in _GRIPS and outer.dep_ in ("attr", "appos", "dobj"):
            return outer
    return noun
