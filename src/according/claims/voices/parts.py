"""One of several: who "one of them", "another" and "the other of the two" are a part of."""

import re
from dataclasses import replace

from according.claims.finding.grammar_nouns import noun_phrase
from according.claims.voices.past import Past
from according.claims.voices.persons import is_people
from according.claims.voices.phrase import Phrase, read_phrase

__all__ = ["part_of", "tellers_before"]

_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozens")
_PART = re.compile(r"(\w+) of (?:the|these|those) (\w+)$", re.IGNORECASE)
_SOME = re.compile(
    rf"(?:the )?(?:(one|another|other|others|second|third|first|{'|'.join(_COUNT[1:])}|some|most|many|both)"
    rf"(?: of (?:them|(?:the|these|those) ({'|'.join(_COUNT[1:10])})|both))?|(?:a|the) (?:second|third))$",
    re.IGNORECASE,
)
_BARE = frozenset({"one", "another", "other", "second", "third", "first"})
_SENTENCES = 3
_TELL = frozenset({"tell", "describe", "recount", "speak", "recall", "give", "paint", "relate", "report", "say"})


def part_of(past: Past, phrase: Phrase) -> Phrase:
    """ "One of them", "another" after "two US officials" → "one of two US officials"; every other phrase, and one
    without such a group near before it, as it is."""
    words = phrase.span.of(past.page.text)
    if (some := _SOME.match(words)) is not None:
        return _of_them(past, phrase, (some.group(1) or "one").lower(), (some.group(2) or "").lower(), " of " in words)
    match = _PART.match(words)
    if match is None:
        return phrase
    whole = past.back(lambda h: h.phrase.plural and h.phrase.head == phrase.head and not h.phrase.named)
    if whole is None and (token := past.page.token_at(phrase.span.end - 1)) is not None:
        lemma = token.lemma_.lower()
        whole = past.back(lambda h: h.phrase.plural and h.phrase.head == lemma and not h.phrase.named)
    if whole is None or (whole.phrase.number is not None and not _fewer(match.group(1), whole.phrase.number)):
        return phrase
    parts = [part for part in whole.phrase.name.split(" and ") if match.group(2) in part.split()]
    return replace(
        phrase,
        name=f"{match.group(1).lower()} of {parts[0] if parts else whole.phrase.name}",
        affiliation=phrase.affiliation or whole.phrase.affiliation,
    )


def tellers_before(past: Past, at: int) -> Phrase | None:
    """The people who tell something in the sentence before: "Witnesses told a grim story. By their account, …"."""
    page = past.page
    for sentence in [s for s in page.sentences if s.end <= at][-1:]:
        for token in page.tokens(sentence):
            people = token.tag_ == "NNS" and is_people(token.text, token.lemma_.lower())
            if people and token.dep_ == "nsubj" and token.head.lemma_ in _TELL:
                span = noun_phrase(page, token)
                return read_phrase(page, span, past.names) if span is not None else None
    return None


def _of_them(past: Past, phrase: Phrase, part: str, count: str, told: bool) -> Phrase:
    if not told and part not in _BARE:
        return phrase  # "some", "many": of whom is not said
    whole = _group(past, phrase, count)
    part = "one" if part in _BARE else part
    if whole is None:
        return replace(phrase, kind="anonymous", number=part) if told else phrase
    return replace(
        whole, span=phrase.span, name=f"{part} of {whole.name}", number=part, plural=part != "one", definite=False
    )


def _group(past: Past, phrase: Phrase, count: str) -> Phrase | None:
    """The several people heard, or named in what the article itself tells, last before the phrase."""
    page, at = past.page, phrase.span.start
    heard = past.back(
        lambda h: (
            h.phrase.plural and h.phrase.kind in {"anonymous", "eyewitness"} and h.start < at
            and past.paragraphs(h.start, at) <= 2 and count in {"", (h.phrase.number or "").lower()}
        )
    )  # fmt: skip
    for sentence in [s for s in page.sentences if s.end <= at][: -_SENTENCES - 1 : -1]:
        if past.paragraphs(sentence.start, at) > 1 or (heard is not None and heard.start >= sentence.start):
            break
        for token in reversed(page.tokens(sentence)):
            if token.tag_ != "NNS" or not is_people(token.text, token.lemma_.lower()):
                continue
            if page.quotation_of(token.idx) is not None or any(h.start <= token.idx < h.end for h in past.heard):
                continue
            span = noun_phrase(page, token)
            found = read_phrase(page, span, past.names) if span is not None else None
            if found is not None and not found.named and found.plural and count in {"", (found.number or "").lower()}:
                return found
    return heard.phrase if heard is not None else None


def _fewer(part: str, whole: str) -> bool:
    """False when the part counts more than the whole ("five of" three)."""
    if part.lower() not in _COUNT or whole.lower() not in _COUNT:
        return True
    return _COUNT.index(part.lower()) < _COUNT.index(whole.lower())
