"""Threats: harm announced by those who could do it, in the words of vows, or in the set phrases of warnings."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from according.claims.page import Page
from according.claims.statements.names.countries import country_of_adjective, country_of_name, country_of_stand_in
from according.claims.voices.past import BODY_KINDS
from according.claims.voices.phrase import Phrase
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["threatens"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORCE = _words(
    "attack strike hit target retaliate avenge respond destroy kill punish bomb shell fight invade seize block "
    "close crush eliminate defeat continue launch fire resume escalate expel hunt wipe burn join harm confront "
    "repel deter cleanse march storm capture retake recapture annihilate exterminate pursue raid blockade besiege "
    "execute behead raze shoot sink break smash "
    "overrun topple overthrow slaughter massacre hang"
)
"""What one vows to do to an enemy."""
_OWN = _words(
    "it they we he she i forces fighters troops soldiers men rebels insurgents militants group movement army "
    "military coalition front militia alliance resistance guerrillas party government country"
)
"""Subjects that, in the words of a side, are the side itself."""
_WILL = r"\b(?:will|would|shall|['’]ll) (?:[a-z]+ly |again |soon |also )?[\"“]?"
_DOING = re.compile(
    _WILL + r"(?:give (?:an? )(?:[\w-]+ )?(?:reply|response|answer)|use (?:military )?force|march on"
    r"|strike back|hit back|retaliate|respond (?:with force|militarily|harshly|forcefully|in kind)|take revenge)\b"
)
"""What the speaker's side would do."""
_SUFFERING = re.compile(
    _WILL + r"(?:regret|make (?:them|him|her|you|it) (?:pay|regret)"
    r"|pay (?:dearly|for\b|a (?:[\w-]+ )?price|the price|as well|too)"
    r"|(?:face|suffer|bear) (?:[\w-]+ ){0,2}(?:consequences|retaliation|punishment)"
    r"|be (?:(?:considered|seen|treated|regarded) (?:as )?)?(?:an act|a declaration) of war"
    r"|be [\"“]?(?:[a-z]+ly )?(?:punished|crushed|avenged|destroyed|annihilated"
    r"|hit (?:back|hard)|met with (?:force|fire)))"
)
"""What the other side would suffer."""
_SPOKEN_FOR = _words("leader commander spokesman spokeswoman spokesperson fighter general minister")
"""Unnamed voices that may speak for a side."""
_ONLOOKERS = _words(
    "analyst expert researcher observer diplomat resident monitor academic professor scholar journalist activist "
    "witness lawyer economist historian doctor worker critic"
)


def threatens(
    page: Page, lemmas: set[str], content: Sequence[Span], mains: "Sequence[Token]", speaker: Phrase | None
) -> Span | None:
    """The words of the threat, or None. `mains` are the main verbs of the content."""
    if lemmas & {"vow", "pledge", "promise", "swear"}:
        harm = next((t for t in page.tokens(content[0])[:9] if t.lemma_.lower() in _FORCE and t.pos_ == "VERB"), None)
        return _word(harm) if harm is not None else None
    if speaker is None or not _can(speaker):
        return None
    for verb in mains:
        subject = _subject(verb)
        own = subject is not None and _is_own(subject, speaker)
        if own and _would(verb) and verb.lemma_.lower() in _FORCE and subject is not None and _plain(subject):
            return _word(verb)
    for piece in content:
        if (match := _SUFFERING.search(page.text, piece.start, piece.end)) is not None:
            return Span(match.start(), match.end())
        if (match := _DOING.search(page.text, piece.start, piece.end)) is not None:
            doing = next((t for t in page.tokens(Span(match.start(), match.end())) if t.pos_ == "VERB"), None)
            subject = _subject(doing) if doing is not None else None
            if subject is None or _is_own(subject, speaker):
                return Span(match.start(), match.end())
    return None


def _can(speaker: Phrase) -> bool:
    """True for a side, and for somebody who may speak for one."""
    if speaker.kind in BODY_KINDS - {"media", "company"}:
        return True
    words = set((speaker.role or "").lower().split())
    return (speaker.kind == "person" and not words & _ONLOOKERS) or bool(words & _SPOKEN_FOR)


def _plain(subject: "Token") -> bool:
    return subject.lower_ in {"it", "they", "we", "he", "i", "forces", "fighters", "rebels", "men", "troops"}


def _is_own(subject: "Token", speaker: Phrase) -> bool:
    """False where the subject is known to be somebody else than the speaker's side."""
    if subject.lower_ in _OWN and not any(c.dep_ in {"amod", "compound", "poss"} for c in subject.children):
        return True
    named = [t for t in subject.subtree if t.text[:1].isupper()]
    told = f"{speaker.name} {speaker.affiliation or ''} {speaker.role or ''}"
    ours = {c for word in re.findall(r"[\w.-]+", told) if (c := _country(word)) is not None}
    theirs = {c for t in named if (c := _country(t.text)) is not None}
    if theirs:
        return bool(theirs & ours) or (not ours and speaker.kind == "person")
    return any(t.text in told for t in named) or (not named and subject.lower_ in _OWN)


def _country(word: str) -> str | None:
    return country_of_name(word) or country_of_adjective(word) or country_of_stand_in(word)


def _subject(verb: "Token") -> "Token | None":
    found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if found is None and verb.dep_ == "conj" and verb.head.i != verb.i:
        return _subject(verb.head)
    return found


def _would(verb: "Token") -> bool:
    """Future or "would", not negated."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    return any(c.dep_ == "aux" and c.lower_ in {"will", "would", "'ll", "’ll", "shall", "wo"} for c in verb.children)


def _word(token: "Token") -> Span:
    return Span(token.idx, token.idx + len(token))
