"""Which attributions are sayings: somebody said it, in words that were really said."""

import re
from typing import TYPE_CHECKING

from according.claims.finding.grammar_nouns import Found
from according.claims.page import Page
from according.claims.words import CALL, CLAUSE, DENY, NOMINAL, OBJECT, PREPOSITION, SHOW, TALLY, TO_CLAUSE

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_saying"]

_MORE = frozenset(
    [
        "accord",
        "word",
        "opinion",
        "view",
        "quote",
        "put",
        "issue",
        "fatwa",
        "decree",
        "ultimatum",
        "edict",
        "comment",
        "cite",
        "put",
        "reply",
        "ask",
        "answer",
        "chant",
        "shout",
        "joke",
        "laugh",
        "sigh",
        "base",
        "credit",
        "attribute",
        "source",
        "hear",
        "refer",
        "accuse",
        "interview",
        "tell",
        "speech",
        "advise",
    ]
)
SAYINGS = CLAUSE | OBJECT | CALL | TO_CLAUSE | NOMINAL | SHOW | frozenset(PREPOSITION) | _MORE
_OPINION = frozenset({"believe", "think", "accept", "agree", "consider", "expect"})
_MODALS = frozenset({"would", "will", "could", "may", "might", "should", "must", "can", "shall", "'ll", "’ll", "wo"})
_SELF = frozenset(
    {
        "i",
        "we",
        "you",
        "me",
        "us",
        "my",
        "our",
        "one",
        "i'm",
        "everybody",
        "everyone",
        "anybody",
        "anyone",
        "nobody",
        "no one",
        "somebody",
        "someone",
    }
)
"""Speakers of whom nothing is reported: the quoted speaker's own "I", and everybody and nobody."""


_UNNAMED = re.compile(
    r"(?:that )?(?:we|they|us|reporters|the (?:agency|paper|newspaper))? ?(?:not |to |leave out |withhold ){0,2}"
    r"(?:to )?(?:publish|print|use|give|leave out|withhold|mention) (?:his|her|their) (?:full |real |last )?names?\b"
    r"|(?:that )?(?:his|her|their) (?:full |real |last )?(?:names?|identit(?:y|ies)) (?:not )?(?:to )?be\b"
    r"|(?:not )?to (?:be (?:named|identified|quoted)|remain anonymous|speak)\b|anonymity\b|not be named",
    re.IGNORECASE,
)


_COUNTED = re.compile(r" (?:accounts?|tall(?:y|ies)|counts?|estimates?|reckoning)\b")
_DEED = re.compile(
    r"declar\w* (?:[\w-]+ ){0,5}(?:mourning|emergency|martial law|bankruptcy|curfew|war on)\b|"
    r"(?:swear|swore|sworn|pledg)\w* (?:\w+ ){0,2}(?:allegiance|loyalty)\b"
    r"|referr?(?:s|ed|ing)? (?:\w+ ){0,2}(?:questions?|queries|enquiries|inquiries|calls|reporters|requests)\b",
    re.IGNORECASE,
)
"""Verbs of saying by which something is done, or nothing said."""


def is_saying(page: Page, one: Found) -> bool:
    """True for a saying that took place; false for wishes, deeds, sayings denied, future or only possible.

    A long quotation counts whatever its verb is ("laughed", "sighed"): the words themselves show that they were said.
    """
    if one.form == "declined" or one.cue is None:
        return True
    if one.source is not None:
        source = one.source.of(page.text).lower()
        if source in _SELF or source.startswith(("my ", "our ", "your ")):
            return False
        if source in {"that", "this", "what", "these", "those"} or source.startswith(("neither ", "no ", "none ")):
            return False
    if re.match(r"\s+(?:it|him|her|them)sel(?:f|ves)\b", page.text[one.cue.end :]):
        return False  # "calling itself the …" names, it does not say
    if one.source is None and not any(ch.isalpha() for ch in one.cue.of(page.text)):
        return False
    if one.source is None and not any(t.pos_ in {"VERB", "AUX"} for s in one.content for t in page.tokens(s)):
        return False  # "talk of a united front": nobody says anything
    if _UNNAMED.match(one.content[0].of(page.text)):
        return False
    if one.source is not None and one.cue.of(page.text).lower() == "by":
        return _COUNTED.search(page.text[one.cue.end : one.source.end + 20]) is not None
    words = page.tokens(one.cue)
    lemmas = {t.lemma_.lower() for t in words}
    if one.cue.of(page.text).lower() in {"citing", "quoting"} and page.quotation_of(one.content[0].start) is None:
        return False  # "citing officials" is a link of somebody else's saying
    verbs = any(t.pos_ in {"VERB", "AUX"} for t in page.tokens(one.content[0]))
    if lemmas <= {"cite", "quote"} and not verbs and page.quotation_of(one.content[0].start) is None:
        return False  # "which cited a local source"
    said = one.content[0].of(page.text).lower()
    if ("agree" in lemmas and said.startswith("to ")) or _DEED.search(page.text[one.cue.start : one.content[0].end]):
        return False
    if "report" in lemmas and page.text.startswith(" to ", one.cue.end) and one.content[0].start < one.cue.start:
        return False  # "the unit reports to the ministry"
    if "speak" in lemmas and re.search(r"\bspeak\w*(?: \w+ly)? for ", page.text[one.cue.start : one.cue.end + 5]):
        return False  # "X, who speaks for the group"
    if "tell" in lemmas and re.match(r"(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:story|stories|tales?)\b", said):
        return False
    if lemmas & {"say", "tell"} and re.match(r"nothing (?:of|about|on|more|else|to)\b", said) is not None:
        return False
    if lemmas == {"order"} and re.search(r"\bto\b", said) is None:
        return False  # "ordered the families out"
    if lemmas & TALLY and not lemmas & (SAYINGS - TALLY):
        return any(t.like_num for t in page.tokens(one.content[0]))
    if _negated(words) and not lemmas & (DENY | _OPINION):
        return False
    if _unreal(words) and not _speech(page, one):
        return False
    if lemmas & SAYINGS or any(not t.is_alpha for t in words if t.text in {":", "–", "—", "-", "--"}):
        return True
    return _speech(page, one)


def _speech(page: Page, one: Found) -> bool:
    for piece in one.content:
        quotation = page.quotation_of(piece.start)
        colon = page.text.find(": ", piece.start, piece.end)
        if quotation is None and colon > 0:  # "ruled it out: "There will be no talks.""
            quotation = page.quotation_of(colon + 2)
        if quotation is not None and quotation.start <= max(piece.start + 1, colon + 2):
            spoken = quotation.of(page.text).split()
            if len(spoken) >= 6 and any(t.pos_ in {"VERB", "AUX"} for t in page.tokens(quotation)):
                return True
    return False


def _negated(words: "list[Token]") -> bool:
    for token in words:
        if token.lower_ in {"not", "n't", "n’t", "never", "nor", "neither", "no"}:
            return True
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        if any(c.dep_ == "neg" or c.lower_ in {"nor", "never", "rarely", "seldom"} for c in token.children):
            return True
        if token.dep_ == "conj" and any(
            c.lower_ == "nor" and token.head.i < c.i < token.i for c in token.head.children
        ):
            return True
    return False


def _unreal(words: "list[Token]") -> bool:
    for token in words:
        if token.lower_ in _MODALS and token.tag_ == "MD":
            return True
        if token.pos_ == "VERB" and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children):
            return True
    first = words[0] if words else None
    return first is not None and first.lower_ == "to" and first.tag_ == "TO"
