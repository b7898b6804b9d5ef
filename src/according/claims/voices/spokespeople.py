"""For which body somebody speaks: "the group's spokesman", "a spokesman for the mission", "its spokesman X"."""

import re
from dataclasses import replace

from according.claims.voices.bodies import find_body, subject_before
from according.claims.voices.holders import introduced_as
from according.claims.voices.past import BODY_KINDS, Past
from according.claims.voices.persons import without_determiner
from according.claims.voices.phrase import Phrase, read_phrase
from according.claims.voices.roles import body_kind
from according.records import Span

__all__ = ["employer", "office_of_body", "spokesman_of_body"]

_BEFORE = re.compile(r"(?P<body>(?:the )?[a-z]+)['’]s? (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_BEHIND = re.compile(r" (?:for|of|from|at|with|in) (?P<body>the (?:[a-z]+ )?[a-z]+)$")
_OFFICES = r"spokes(?:man|woman|person)|commander|leader|chief|head|director|president|secretary|official|officer"
_PLAIN = re.compile(
    rf"(?P<body>[A-Z][\w.-]*(?: [\w.-]+){{0,4}}) (?:chief |deputy |military |senior )?(?:{_OFFICES})\b.*"
)


def employer(past: Past, phrase: Phrase) -> str | None:
    """The body that a named person's role leaves to the text round it; None where none or several fit.

    "Its spokesman X" is the subject's before it, "the group's spokesman, X" and "X, a spokesman for the group" the
    group's that is meant there, "Sudanese army spokesman X" the army's.
    """
    page, role = past.page, phrase.role or ""
    start = phrase.span.start
    lead = re.match(r"(?:its|their) ", phrase.span.of(page.text), re.IGNORECASE)
    if lead is not None:
        owner = past.inside_sentence(start, False) or past.antecedent(
            start, False, lead.group().lower() == "their ", ()
        )
        owner = owner or subject_before(past, start)
        return owner.name if owner is not None and owner.named and owner.kind in BODY_KINDS else None
    if (plain := _PLAIN.fullmatch(role)) is not None and body_kind(plain["body"].split()[-1].lower()) is not None:
        return plain["body"] if " " in plain["body"] else None
    match = _BEHIND.search(role) or re.match(r"(?P<body>(?:the )?[a-z]+)['’]s? ", role)
    if match is None:
        return None
    noun = without_determiner(match["body"])
    at = page.text.find(noun, max(0, start - 5), phrase.span.end + 120)
    if at < 0:
        return None
    return _meant(past, Span(at, at + len(noun)))


def office_of_body(past: Past, phrase: Phrase) -> Phrase | None:
    """ "The group's media office" → "media office of" the group that the article names."""
    match = re.match(r"(the [a-z]+)['’]s? ([a-z][\w ]+)$", phrase.span.of(past.page.text), re.IGNORECASE)
    if match is None:
        return None
    start = phrase.span.start
    inner = read_phrase(past.page, Span(start, start + match.end(1)), past.names)
    if inner.named or body_kind(inner.head) is None:
        return None  # "the ship's captain"
    body = find_body(past, inner, ())
    if body is None or not body.phrase.named:
        return None
    return replace(phrase, name=f"{match.group(2)} of {body.phrase.name}", affiliation=body.phrase.name)


def spokesman_of_body(past: Past, phrase: Phrase) -> Phrase:
    """ "A spokesman for the mission" → "spokesman for AMISA", where the article tells which mission."""
    match = re.match(
        r"(?:an? |the |one )?((?:[\w-]+ ){0,3}[\w-]+ (?:for|of|from|at|with|in) )the ((?:[a-z]+ )?[a-z]+)$",
        phrase.span.of(past.page.text),
        re.IGNORECASE,
    )
    if match is None or phrase.kind != "anonymous" or phrase.affiliation is not None:
        return phrase
    name = _meant(past, Span(phrase.span.end - len(match.group(2)), phrase.span.end))
    return phrase if name is None else replace(phrase, name=match.group(1) + name, affiliation=name)


def _meant(past: Past, noun: Span) -> str | None:
    """The name of the body that "the" noun at this place means."""
    start = noun.start - 4 if past.page.text[: noun.start].lower().endswith("the ") else noun.start
    inner = read_phrase(past.page, Span(start, noun.end), past.names)
    if inner.named or inner.kind not in BODY_KINDS or inner.plural or body_kind(inner.head) is None:
        return None
    name = introduced_as(past.page, past.names, inner.span, inner.head)
    if name is None:
        body = find_body(past, inner, ())
        name = body.phrase.name if body is not None and body.phrase.named else None
    return name
