"""Whose an office, a report or an office's holder's word is: "the president's office", "the report", looked up in the
text before it."""

import re

from according.claims.finding.grammar_nouns import noun_phrase
from according.claims.mentions import Names
from according.claims.name_shapes import NAME, kind_by_words
from according.claims.page import Page
from according.claims.voices.nations import national
from according.claims.voices.past import BODY_KINDS
from according.claims.voices.persons import without_determiner
from according.claims.voices.phrase import body_of
from according.claims.voices.roles import PEOPLE
from according.records import Mention, Span
from according.vocabularies import VoiceKind

__all__ = ["REPORTS", "author_before", "body_before", "holder_before", "introduced_as", "owner_before"]

_POSTS = (
    "prime minister|foreign minister|defen[cs]e minister|interior minister|justice minister|finance minister|"
    "vice president|deputy president|president|premier|chancellor|governor|mayor|king|queen|emir|sultan|"
    "secretary-general|secretary general|attorney general|prosecutor general|ombudsman"
)
_OFFICE = re.compile(rf"(?:the )?(?:[A-Z][\w-]+ )?({_POSTS})['’]s? (office|spokes\w+|palace)", re.IGNORECASE)
REPORTS = frozenset(
    {"report", "study", "survey", "inquiry", "investigation", "analysis", "assessment", "paper", "review"}
)
"""Documents that a body writes and that then speak for it."""
_WRITTEN = re.compile(rf"\b(?:{'|'.join(sorted(REPORTS))})\b", re.IGNORECASE)
_BY = re.compile(rf" (?:[\w-]+ ){{0,3}}(?:by|from) (?:the )?(?:[a-z-]+ ){{0,4}}({NAME.pattern})")
_OWNER = re.compile(rf"({NAME.pattern})['’]s? (?:[\w-]+ ){{0,3}}$")
_MADE = re.compile(r"\b(?:publish|releas|issu|present|launch|put out|wr(?:i|o)te|compil|produc)\w*\b[^.;]*$")


def holder_before(page: Page, names: Names, span: Span) -> tuple[str, str] | None:
    """ "The president's office" → ("office", "Ilham Derko"), where the text before names one president alone."""
    match = _OFFICE.fullmatch(span.of(page.text))
    if match is None:
        return None
    post, found = match.group(1).lower(), set()
    for mention in names.mentions:
        if mention.span.end > span.start:
            break
        if mention.kind == "person" and _holds(page, mention, post):
            found.add(mention.name)
    return (match.group(2), found.pop()) if len(found) == 1 else None


def _holds(page: Page, mention: Mention, post: str) -> bool:
    """True when the post stands straight before the name, or behind it between commas."""
    start, end = mention.span.start, mention.span.end
    words = mention.span.of(page.text).lower()
    before = page.text[max(0, start - 40) : start].lower() + (post + " " if words.startswith(post + " ") else "")
    if re.search(rf"(?<!vice )(?<!deputy )(?<!former )(?<!ex-)\b{re.escape(post)},?\s$", before) is not None:
        return True
    behind = page.text[end : end + 60].lower()
    return re.match(rf",\s(?:the |its |[a-z-]+['’]s? ){{0,3}}{re.escape(post)}[,.]", behind) is not None


def owner_before(page: Page, names: Names, at: int) -> str | None:
    """The only person named outside quotation marks in the two sentences before ("the convoy of President X was hit.
    His office said"); where nobody is named, the one described as the subject of the sentence before."""
    number = page.sentence_number(at)
    near = [
        m for m in names.mentions
        if m.kind == "person" and m.span.end <= at and number - page.sentence_number(m.span.start) <= 2
        and page.paragraph_of(at) - page.paragraph_of(m.span.start) <= 1 and page.quotation_of(m.span.start) is None
    ]  # fmt: skip
    told = {names.full(m.name) for m in near}
    if told:
        return told.pop() if len(told) == 1 else None
    before = [s for s in page.sentences if s.end <= at][-1:]
    described = [
        t for s in before for t in page.tokens(s)
        if t.dep_ in {"nsubj", "nsubjpass"} and t.tag_ == "NN" and t.lemma_.lower() in PEOPLE
    ]  # fmt: skip
    span = noun_phrase(page, described[0]) if len(described) == 1 else None
    return without_determiner(span.of(page.text)) if span is not None else None


def author_before(page: Page, names: Names, span: Span) -> tuple[str, VoiceKind] | None:
    """Who wrote "the report": named with a report in the paragraph before or this one ("a report by X", "X's report",
    "X published a report")."""
    paragraph = page.paragraph_of(span.start)
    for sentence in reversed([s for s in page.sentences if s.end <= span.start]):
        if paragraph - page.paragraph_of(sentence.start) > 1:
            return None
        words = sentence.of(page.text)
        noun = _WRITTEN.search(words)
        if noun is None:
            continue
        named = _BY.match(words, noun.end()) or _OWNER.search(words[: noun.start()])
        if named is not None:
            at = sentence.start + named.start(1)
            return _body(names, Span(at, sentence.start + named.end(1)), page)
        made = _MADE.search(words[: noun.start()])
        bodies = [
            m for m in names.inside(sentence)
            if made is not None and m.kind in BODY_KINDS and m.span.end <= sentence.start + made.start()
        ]  # fmt: skip
        return _body(names, bodies[0].span, page) if len({m.name for m in bodies}) == 1 else None
    return None


def _body(names: Names, span: Span, page: Page) -> tuple[str, VoiceKind] | None:
    name = names.full(without_determiner(span.of(page.text)))
    kind = names.kind(name) or kind_by_words(name) or "organization"
    return (name, body_of(kind) or "organization") if kind not in {"person", "place", "date"} else None


def body_before(page: Page, span: Span, noun: str) -> str | None:
    """ "The mission" → "African Union mission", where the text before tells of one such body alone whose it is ("the
    African Union's mission")."""
    owned = re.compile(rf"({NAME.pattern})(?:['’]s? (?:[a-z-]+ ){{0,2}}| ){re.escape(noun)}\b")
    start = max((p.start for p in page.paragraphs if page.paragraph_of(span.start) - page.paragraph_of(p.start) <= 4
                 and p.start <= span.start), key=lambda at: -at)  # fmt: skip
    owners = {without_determiner(m.group(1)) for m in owned.finditer(page.text, start, span.start)}
    owners = {re.sub(r"['’]s?$", "", owner) for owner in owners}
    if len(owners) != 1:
        return None
    (owner,) = owners
    return national(f"{owner}'s {noun}") if national(f"{owner}'s {noun}") != f"{owner}'s {noun}" else f"{owner} {noun}"


def introduced_as(page: Page, names: Names, span: Span, noun: str) -> str | None:
    """ "The rights group" → "Open Rivers", where the text before calls one body alone a group: "Open Rivers, a rights
    group", "the group Open Rivers"."""
    before = page.text[: span.start]
    called = re.findall(rf"\b{re.escape(noun)} (?:called |named )?({NAME.pattern})", before)
    apart = [
        *re.findall(rf"\b{re.escape(noun)}, ({NAME.pattern})", before),
        *re.findall(rf"({NAME.pattern})(?:,| is| was) (?:an?|the) (?:[\w-]+ ){{0,4}}{re.escape(noun)}\b", before),
    ]
    found = {names.full(re.sub(r"['’]s?$", "", without_determiner(name))) for name in called}
    found |= {name for name in map(names.full, map(without_determiner, apart)) if names.kind(name) != "person"}
    found = {name for name in found if names.kind(name) not in {"place", "date"}}
    return found.pop() if len(found) == 1 else None
