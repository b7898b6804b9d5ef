"""Which body "the group", "the ministry", "the insurgent force" is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.claims.finding.grammar_nouns import noun_phrase
from according.claims.name_shapes import kind_by_words
from according.claims.voices.past import BODY_KINDS, Heard, Past, Resolved
from according.claims.voices.phrase import Phrase, read_phrase
from according.claims.voices.roles import DEMONYMS, GROUPS, body_kind
from according.records import Mention, Span
from according.vocabularies import VoiceKind

__all__ = ["find_body", "fuller", "named_ahead", "subject_before"]

_OWN_NOUN = frozenset({
    "union", "ministry", "association", "federation", "council", "committee", "commission", "court", "embassy",
    "hospital", "university", "school", "church", "institute", "foundation", "cooperative", "municipality",
    "chamber", "syndicate", "tribunal", "diocese", "parish", "clinic", "bank"
})  # fmt: skip
"""Nouns by which a body calls itself; "the agency", "the group" describe bodies of any name."""


def find_body(past: Past, phrase: Phrase, content: Sequence[Span]) -> Resolved | None:
    """The body that a definite phrase ("the group") means at its place; None where none or several fit."""
    page, names = past.page, past.names
    words = phrase.name.lower().split()
    at = phrase.span.start
    # a name that contains the noun: "the ministry" after "the Foreign Ministry"
    for mention in reversed([m for m in names.mentions if m.span.end <= at and m.kind in BODY_KINDS]):
        if page.paragraph_of(at) - page.paragraph_of(mention.span.start) > 4:
            break
        last = mention.name.lower().split()[-1]
        if phrase.head in GROUPS and _passed_on(past, mention):
            continue
        if last in {phrase.head, words[-1]} and len(mention.name.split()) > 1 and len(words) == 1:
            name = fuller(past, mention.name)
            return Resolved(
                replace(phrase, name=name, kind=_kind_of(mention, phrase.kind), named=True), 0.9, "noun of the name"
            )
    called = past.back(lambda h: h.phrase.named and h.phrase.kind in BODY_KINDS and len(words) == 1
                       and h.phrase.name.lower().split()[1:][-1:] == [phrase.head])  # fmt: skip
    if called is not None and page.paragraph_of(at) - page.paragraph_of(called.start) <= 4:
        return Resolved(replace(called.phrase, span=phrase.span), 0.9, "noun of the name")
    earlier = past.back(
        lambda h: (
            h.phrase.head == phrase.head
            and (set(words) <= set(h.phrase.name.lower().split()) or (h.phrase.named and words == [phrase.head]))
        )
    )
    if earlier is not None and page.paragraph_of(at) - page.paragraph_of(earlier.start) <= 4 and phrase.head:
        return Resolved(replace(earlier.phrase, span=phrase.span), 0.9, "description")
    if any(w[:1].isupper() and "-" not in w and w.lower() not in DEMONYMS for w in phrase.name.split()[:-1]):
        return None  # "the Bellona news service" has a name of its own
    if phrase.head in _OWN_NOUN and len(words) == 1 and (told := _told(past, phrase, at)) is not None:
        return Resolved(replace(told, span=phrase.span), 0.88, "told before")
    if phrase.kind not in {"armed_group", "organization", "company", "media"} or body_kind(phrase.head) is None:
        return None  # "the master", "the ship" are no bodies
    if len(words) > 1 and phrase.kind == "organization" and phrase.head not in GROUPS:
        return None  # "the Malian general staff" says itself who it is
    # what is said is about the group itself: "Name did this, the group said"
    for piece in content[:1]:
        subject = _first_subject(past, piece)
        if subject is not None and _compatible(subject, phrase):
            return Resolved(
                replace(phrase, name=subject.name, kind=_kind_of(subject, phrase.kind), named=True),
                0.92,
                "subject of what is said",
            )
    before = _sentence_before(past, phrase, at)
    if before is not None:
        return Resolved(replace(before, span=phrase.span), 0.88, "subject of the sentence before")
    here = {
        m.name: m
        for m in names.mentions
        if m.span.end <= at and page.paragraph_of(at) == page.paragraph_of(m.span.start)
        and _compatible(m, phrase) and not _passed_on(past, m)
    }  # fmt: skip
    fitting = phrase.head in {"bloc", "alliance", "coalition", "party"} or (
        phrase.head in GROUPS and all(m.kind == "armed_group" for m in here.values())
    )
    if len(here) == 1 and fitting:
        (only,) = here.values()
        return Resolved(
            replace(phrase, name=only.name, kind=_kind_of(only, phrase.kind), named=True), 0.85, "only here"
        )
    heard = _heard_body(past, phrase, at)
    near = [
        m
        for m in names.mentions
        if m.span.end <= at and page.paragraph_of(at) - page.paragraph_of(m.span.start) <= 1
        and _compatible(m, phrase) and not _passed_on(past, m)
    ]  # fmt: skip
    armed = [m for m in near if m.kind == "armed_group"]
    if phrase.kind == "armed_group" or phrase.head in GROUPS:
        near = armed or near
        if heard is not None and heard.phrase.kind != "armed_group" and armed:
            heard = None  # a body that is not armed is not "the paramilitary force" while an armed one stands near
    if heard is not None:
        return Resolved(replace(heard.phrase, span=phrase.span), 0.9, "group heard last")
    if len({m.name for m in near}) == 1:
        return Resolved(
            replace(phrase, name=near[0].name, kind=_kind_of(near[0], phrase.kind), named=True),
            0.85,
            "only group named near",
        )
    return None


def fuller(past: Past, name: str) -> str:
    """ "Interior Ministry" → "Syrian Interior Ministry", where one voice of that longer name alone was heard."""
    if kind_by_words(name) != "government":
        return name
    longer = {
        h.phrase.name for h in past.heard
        if h.phrase.named and h.phrase.kind == "government" and h.phrase.name.endswith(f" {name}")
    }  # fmt: skip
    return longer.pop() if len(longer) == 1 else name


def _told(past: Past, phrase: Phrase, at: int) -> Phrase | None:
    """The one body with this noun that the text tells of before, also where it has not spoken: "the drivers' union
    began its strike … according to the union"."""
    page = past.page
    found: dict[str, Phrase] = {}
    for match in re.finditer(rf"\b{re.escape(phrase.head)}\b", page.text[:at], re.IGNORECASE):
        token = page.token_at(match.start())
        far = page.paragraph_of(at) - page.paragraph_of(match.start()) > 6
        if far or token is None or token.dep_ == "compound" or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        span = noun_phrase(page, token)
        told = read_phrase(page, span, past.names) if span is not None else None
        if told is not None and not told.plural and len(told.name.split()) > 1 and told.kind in BODY_KINDS:
            found.setdefault(told.name.lower(), told)
    return next(iter(found.values())) if len(found) == 1 else None


_RELAYED = re.compile(
    r"\b(?:obtained|seen|reviewed|viewed|acquired|received|heard|published|aired|broadcast|carried|monitored"
    r"|translated|quoted|cited) by (?:the )?$"
)


def _passed_on(past: Past, mention: Mention) -> bool:
    """True for who only handed the words on: "in a statement reviewed by the monitoring group"."""
    start = mention.span.start
    return _RELAYED.search(past.page.text, max(0, start - 30), start) is not None


def _sentence_before(past: Past, phrase: Phrase, at: int) -> Phrase | None:
    """The named body that fits and is the subject of the sentence before, in the same paragraph."""
    found = subject_before(past, at)
    armed = phrase.kind == "armed_group" or phrase.head in GROUPS
    if found is None or not (found.kind == "armed_group" if armed else _fits_body(found.kind, phrase)):
        return None
    return found


def subject_before(past: Past, at: int) -> Phrase | None:
    """The named body that is the subject of the sentence before, in the same paragraph."""
    page = past.page
    number = page.sentence_number(at) - 1
    if number < 0 or page.paragraph_of(page.sentences[number].start) != page.paragraph_of(at):
        return None
    for token in page.tokens(page.sentences[number]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ROOT":
            span = noun_phrase(page, token)
            found = read_phrase(page, span, past.names) if span is not None else None
            return found if found is not None and found.named and found.kind in BODY_KINDS else None
    return None


def _heard_body(past: Past, phrase: Phrase, at: int) -> Heard | None:
    """The named body heard last in this or the two paragraphs before; an armed group outranks other bodies."""
    page = past.page
    near = [
        h for h in past.heard
        if h.phrase.named and h.phrase.kind in BODY_KINDS and _fits_body(h.phrase.kind, phrase)
        and page.paragraph_of(at) - page.paragraph_of(h.start) <= 2
    ]  # fmt: skip
    armed = [h for h in near if h.phrase.kind == "armed_group"]
    if phrase.head in GROUPS or phrase.kind == "armed_group":
        near = armed or near
    return near[-1] if near else None


def _first_subject(past: Past, piece: Span) -> Mention | None:
    for mention in past.names.mentions:
        if mention.span.start >= piece.end:
            return None
        if mention.span.within(piece) and mention.kind in BODY_KINDS and past.is_subject(mention):
            return mention if mention.span.start - piece.start < 40 else None
    return None


def named_ahead(past: Past, phrase: Phrase) -> Resolved | None:
    """A description in the first lines that the lines behind it name: "a rebel force … the Arakan Army said"."""
    page = past.page
    paragraph = page.paragraph_of(phrase.span.start)
    if paragraph > 2 or phrase.kind != "armed_group":
        return None
    groups = [
        m
        for m in past.names.mentions
        if m.kind == "armed_group"
        and m.span.start > phrase.span.end
        and page.paragraph_of(m.span.start) - paragraph <= 3
    ]
    named = dict.fromkeys(m.name for m in groups if past.is_subject(m))
    if not groups or not named:
        return None
    first = next(iter(named))
    if groups[0].name != first:
        return None
    return Resolved(replace(phrase, name=first, kind="armed_group", named=True), 0.8, "named in the lines behind")


def _kind_of(mention: Mention, default: VoiceKind) -> VoiceKind:
    kind = mention.kind
    if kind == "organization" and default == "armed_group":
        return "armed_group"  # the article calls it a militia, a faction, an armed group
    return kind if kind in {"person", "organization", "government", "armed_group", "company", "media"} else default


def _fits_body(heard: str, phrase: Phrase) -> bool:
    if phrase.kind == "armed_group" or phrase.head in GROUPS:
        return heard in {"armed_group", "organization"}
    return heard in {phrase.kind, "organization"}


def _compatible(mention: Mention, phrase: Phrase) -> bool:
    if mention.kind not in BODY_KINDS:
        return False
    return _fits_body(mention.kind, phrase)
