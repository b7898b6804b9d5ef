"""What a small parser mistakes in sentences of the news, and what is meant."""

from typing import Any

from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import content_head, prepositional

__all__ = [
    "before_relative",
    "described_by",
    "finite_after_comma",
    "joined_to",
    "stranded",
    "struck_often",
    "subject_behind",
    "taken_for_noun",
    "torn_auxiliary",
]

Token = Any

_GROUPING = words("alliance coalition federation bloc grouping umbrella movement group faction militia force network")
_TIMES = words("day week month year time moment way reason hour night morning weekend manner fact")
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


def taken_for_noun(token: Token) -> bool:
    """A verb in s taken for a plural noun: "blockades the roads and maintains camps"."""
    if token.tag_ != "NNS" or token.dep_ != "conj" or token.head.pos_ not in ("VERB", "NOUN"):
        return False
    return any(c.dep_ == "dobj" for c in token.children)


def subject_behind(verb: Token) -> Token | None:
    """The subject hung on the conjunction before it: "a day after Azerbaijan sent troops"; what is left of somebody."""
    for child in verb.children:
        if child.dep_ == "csubj" and child.lemma_ in ("leave", "remain"):
            return next(iter(prepositional(child, "of")), None)
    before = verb.nbor(-1) if verb.i else None
    if verb.tag_ not in ("VBD", "VBZ") or before is None or before.dep_ != "pobj" or verb.dep_ in ("relcl", "acl"):
        return None
    return before if before.head.lower_ in ("after", "before", "since", "until", "as") else None


def stranded(verb: Token) -> bool:
    """True when a relative clause has its gap elsewhere: "the town it passed through", "the day it left"."""
    if any(c.dep_ == "prep" and not list(c.children) for c in verb.children):
        return True
    if any(c.lower_ in ("where", "when", "why", "how") for c in verb.children):
        return True
    return verb.head.lemma_.lower() in _TIMES


def joined_to(verb: Token) -> Token:
    """The verb a coordinated one goes on from: a past tense never from an infinitive ("asked him to go and threw")."""
    head = verb.head
    while verb.tag_ in ("VBD", "VBZ") and head.tag_ == "VB" and head.dep_ in ("xcomp", "advcl", "acl", "ccomp"):
        if head.head == head or not any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children):
            break
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else verb.head
