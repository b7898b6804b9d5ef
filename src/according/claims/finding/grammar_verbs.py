"""Attributions built round a verb: who is its subject, and where it puts what was said."""

from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.finding.grammar_clauses import after, before, behind_colon, between, right
from according.claims.finding.grammar_nouns import Found, noun_phrase, subject_of
from according.claims.page import Page, tidy
from according.claims.voices.roles import PEOPLE
from according.claims.words import (
    ACCUSE,
    AS_VERBS,
    CALL,
    CLAUSE,
    DENY,
    DOCUMENTS,
    OBJECT,
    PREPOSITION,
    SHOW,
    TALLY,
    TO_CLAUSE,
    UTTERANCES,
)
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read_verb"]

ASKED = CALL | {"tell", "warn", "order", "expect", "press", "encourage", "remind", "call"}
ACTS = frozenset(
    {
        "action",
        "attack",
        "strike",
        "retaliation",
        "war",
        "response",
        "reprisal",
        "revenge",
        "sanction",
        "offensive",
        "escalation",
        "raid",
        "assault",
        "bombing",
        "invasion",
        "blockade",
        "closure",
        "violence",
        "force",
    }
)
"""What one threatens with, as against whom one threatens."""
OCCASIONS = frozenset({"interview", "speech", "address", "briefing", "conference", "broadcast", "video", "report"})
TOLD = frozenset({"tell", "inform", "notify", "remind", "assure", "brief"})
"""What takes the one it is told to as its object."""


def _negated(verb: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in {"nor", "never", "neither", "hardly"} for c in verb.children) or (
        verb.dep_ == "xcomp" and any(c.dep_ == "neg" for c in verb.head.children)
    )


def _unreal(verb: "Token") -> bool:
    """Future, conditional and modal sayings have not been said: "would say", "to say", "may announce"."""
    if any(
        c.dep_ == "aux" and c.lower_ in {"would", "could", "may", "might", "should", "must", "will", "'ll"}
        for c in verb.children
    ):
        return True
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    return to and not (verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed", "appear", "seem"})


def read_verb(page: Page, verb: "Token") -> Found | None:
    """The attribution this verb makes, if it makes one."""
    lemma = verb.lemma_.lower()
    preposition = PREPOSITION.get(lemma, frozenset())
    known = lemma in CLAUSE or lemma in OBJECT or lemma in TO_CLAUSE or lemma in ASKED or lemma in SHOW
    if not (known or preposition or lemma in TALLY):
        return None
    if _negated(verb) or _unreal(verb):
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ in {"there", "what", "this", "that's"}:
        return None
    if page.quotation_of(verb.idx) and subject.lower_ in {"i", "we", "you", "one"}:
        return None
    if lemma in TALLY or lemma == "put":
        number = _number(page, verb)
        if number:
            return Found(noun_phrase(page, subject), Span(verb.idx, verb.idx + len(verb)), number, "number", 0.75)
    showing = lemma in SHOW and lemma not in CLAUSE
    if showing and subject.lemma_.lower() not in DOCUMENTS:
        return None
    content, cue_end, form = _content(page, verb, subject, lemma)
    if not content:
        return _last_chunk(page, verb) if lemma in {"say", "tell", "add", "report", "write", "warn"} else None
    if verb.dep_ == "relcl" and content[0].of(page.text).lower() in {"that", "which"}:
        thing = noun_phrase(page, verb.head)  # "vehicles that it claimed to have seized"
        content = [*([thing] if thing is not None else []), *_behind_cue(page, verb, content)]
    source = noun_phrase(page, subject)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"appear", "seem"} and subject.lemma_.lower() not in DOCUMENTS:
        return None  # "seems to think"
    looks = verb.dep_ == "xcomp" and verb.head.lemma_ in {"appear", "seem"} and verb.head.i < verb.i
    cue = Span(verb.head.idx if looks else verb.idx, cue_end)
    if source is not None and source.overlaps(cue):
        source = Span(subject.idx, subject.idx + len(subject))
    return _without(Found(source, cue, tuple(content), form, 0.9 if form == "clause" else 0.75), page)


def _last_chunk(page: Page, verb: "Token") -> Found | None:
    """ "A was taken, with B and C, the head of D, spokesman X said": a subject that the parser lost in the lists."""
    sentence = page.sentence_of(verb.idx)
    comma = page.text.rfind(", ", sentence.start, verb.idx)
    source = tidy(page.text, comma + 1, verb.idx) if comma > 0 else None
    if source is None or page.quotation_of(source.start) is not None:
        return None
    words = page.tokens(source)
    content = tidy(page.text, sentence.start, comma)
    if content is None or not 1 < len(words) <= 8 or any(t.pos_ in {"VERB", "AUX", "SCONJ"} for t in words):
        return None
    named = words[-1].pos_ == "PROPN" and any(t.lemma_.lower() in PEOPLE for t in words)
    told = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in page.tokens(content))
    cue = Span(verb.idx, verb.idx + len(verb))
    return Found(source, cue, (content,), "before", 0.75) if named and told else None


def _behind_cue(page: Page, verb: "Token", content: list[Span]) -> list[Span]:
    kept = content[1:]
    if kept:
        return kept
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return between(page, infinitive.left_edge.idx, right(infinitive)) if infinitive is not None else []


def _without(found: Found, page: Page) -> Found | None:
    """Cut cue and source out of the content; nothing is left of some."""
    pieces: list[Span] = []
    for piece in found.content:
        rest = [piece]
        for hole in (found.source, found.cue):
            if hole is None:
                continue
            parts: list[Span | None] = []
            for span in rest:
                if not span.overlaps(hole):
                    parts.append(span)
                    continue
                parts.append(tidy(page.text, span.start, max(span.start, hole.start)))
                parts.append(tidy(page.text, min(span.end, hole.end), span.end))
            rest = [p for p in parts if p is not None]
        pieces.extend(p for p in rest if any(ch.isalnum() for ch in p.of(page.text)))
    return replace(found, content=tuple(pieces)) if pieces else None


def _content(page: Page, verb: "Token", subject: "Token", lemma: str) -> tuple[list[Span], int, str]:
    end = verb.idx + len(verb)
    children = [c for c in verb.children if c.i > verb.i]
    clause = next((c for c in children if c.dep_ in {"ccomp", "parataxis"} and c.pos_ != "PUNCT"), None)
    if clause is None or (lemma in TOLD and clause.text[:1].isupper()):  # "told the agency SANA", misread as a clause
        clause = _behind_utterance(verb) if clause is None and lemma in CLAUSE else None
    if (lemma in CLAUSE or lemma in SHOW) and clause is not None and _spoken(clause):
        return after(page, verb, clause, clause.dep_ == "ccomp"), end, "clause"
    if lemma in CLAUSE or lemma in SHOW:
        if colon := behind_colon(page, verb):
            return colon, end, "colon"
        gerund = next((c for c in children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
        if gerund is not None and lemma in DENY | {"admit", "acknowledge"}:  # "denied targeting civilians"
            later = [c for c in gerund.conjuncts if c.i > gerund.i and c.tag_ in {"VBD", "VBZ", "VBP"}]
            joints = [t for c in later for t in page.doc[gerund.i : c.i] if t.dep_ == "cc" and t.head.i == gerund.i]
            last = min([right(gerund), *(_end(page.doc[t.i - 1]) for t in joints)])
            return between(page, gerund.left_edge.idx, last), end, "object"
        passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if passive is not None and subject.dep_ == "pobj" and lemma in DENY | ACCUSE - {"accuse"}:
            return between(page, passive.left_edge.idx, right(passive)), end, "object"  # "was dismissed by his office"
        if lemma in CLAUSE and (standing := before(page, verb, subject)):
            return standing, end, "before"
    infinitive = next((c for c in children if c.dep_ in {"xcomp", "acl", "advcl", "ccomp"} and _to(c)), None)
    if lemma in TO_CLAUSE:
        if infinitive is None:  # "vowed in a statement to attack": the parser hangs the infinitive on the noun
            infinitive = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "acl" and _to(t)), None)
        if infinitive is not None:
            return between(page, infinitive.left_edge.idx, right(infinitive)), end, "infinitive"
    if lemma in ASKED:
        found = _asked(page, verb, children, infinitive)
        if found:
            return found[0], found[1], "asked"
    if lemma in PREPOSITION:
        for child in children:
            if child.dep_ in {"prep", "prt"} and child.lower_ in PREPOSITION[lemma]:
                inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp", "ccomp"}), None)
                if inner is not None:
                    if lemma == "accuse":
                        break
                    return between(page, inner.left_edge.idx, right(inner)), child.idx + len(child), "preposition"
    if lemma in OBJECT or (lemma in SHOW and subject.lemma_.lower() in DOCUMENTS):
        thing = next((c for c in children if c.dep_ in {"dobj", "oprd"}), None)
        if thing is not None and thing.lower_ not in {"himself", "itself", "themselves", "herself", "what"}:
            last = right(thing)
            if lemma in AS_VERBS or lemma in {"accuse", "blame"}:
                behind = [c for c in children if c.i > thing.i and c.dep_ in {"prep", "pcomp", "advcl", "xcomp"}]
                kept = [
                    c
                    for c in behind
                    if c.dep_ != "advcl" or c.lower_ == "as" or any(m.lower_ == "as" for m in c.children)
                ]
                last = max([last, *(right(c) for c in kept)])
            inner = next(
                (t for t in thing.subtree if t.i > thing.i and t.tag_ == "VBG" and t.lemma_.lower() in CLAUSE), None
            )
            if inner is None:
                inner = next(
                    (c for c in children if c.i > thing.i and c.tag_ == "VBG" and c.lemma_.lower() in CLAUSE), None
                )
            if inner is not None and inner.left_edge.i > 0 and page.doc[inner.left_edge.i - 1].text in {",", '"', "”"}:
                last = min(last, page.doc[inner.left_edge.i - 1].idx + len(page.doc[inner.left_edge.i - 1]))
            if lemma == "threaten" and thing.lemma_.lower() not in ACTS:
                return [], end, ""
            if lemma == "threaten":
                last = max([last, *(right(c) for c in children if c.dep_ == "advcl" and _conditional(c))])
            last = min([last, *(_end(page.doc[c.i - 1]) for c in thing.children if _vehicle(c))])
            return between(page, thing.left_edge.idx, last), end, "object"
    return [], end, ""


def _end(token: "Token") -> int:
    return token.idx + len(token)


def _behind_utterance(verb: "Token") -> "Token | None":
    """The clause of "replied in a message that …", which the parser hangs on the message."""
    for token in verb.subtree:
        hung = token.i > verb.i and token.dep_ in {"acl", "relcl"} and token.head.lemma_.lower() in UTTERANCES
        if hung and token.tag_ != "VBG" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
            return token
    return None


def _conditional(clause: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "until"} for c in clause.children)


def _vehicle(token: "Token") -> bool:
    """ "in a message sent to reporters" behind an object tells how it was said, not what."""
    return (
        token.dep_ == "prep"
        and token.lower_ in {"in", "on", "via", "through", "at", "during"}
        and any(c.dep_ == "pobj" and c.lemma_.lower() in UTTERANCES | OCCASIONS for c in token.children)
    )


def _number(page: Page, verb: "Token") -> tuple[Span, ...]:
    """What a count or estimate tells: "counted 30 dead", "put the toll at nine"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None:
        return ()
    last = thing
    if verb.lemma_ == "put":
        at = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "at" and c.i > thing.i), None)
        if at is None:
            return ()
        last = at
    figures = [t for t in last.subtree if t.like_num or t.lemma_ in {"dozen", "score", "hundred", "thousand"}]
    if not figures or thing.lower_ == "it":
        return ()
    end = right(last)
    if (tail := page.token_at(end + 1)) is not None and tail.lower_ in {"dead", "killed", "wounded", "injured"}:
        end = tail.idx + len(tail)
    return tuple(between(page, thing.left_edge.idx, end))


def _spoken(clause: "Token") -> bool:
    return clause.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV"} and not any(
        c.dep_ == "advmod" and c.lower_ in {"how", "why", "when", "where"} and c.i == clause.left_edge.i
        for c in clause.children
    )


def _to(token: "Token") -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _asked(
    page: Page, verb: "Token", children: "list[Token]", infinitive: "Token | None"
) -> tuple[list[Span], int] | None:
    """ "called on X to Y", "urged X to Y", "told X to Y": X is part of what is asked."""
    end = verb.idx + len(verb)
    start_token: Token | None = None
    if verb.lemma_ in {"call", "press", "appeal", "prevail"}:
        target = next((c for c in children if c.dep_ == "prep" and c.lower_ in {"on", "upon", "to"}), None)
        if target is None:
            return None
        end = target.idx + len(target)
        start_token = next((c for c in target.children if c.dep_ == "pobj"), None)
    else:
        start_token = next((c for c in children if c.dep_ in {"dobj", "dative", "nsubj"}), None)
    if infinitive is None and start_token is not None:
        infinitive = next((t for t in start_token.subtree if _to(t) and t.i > start_token.i), None)
    if infinitive is None and verb.lemma_ in ASKED:
        infinitive = next((c for c in children if c.dep_ == "ccomp"), None)
    if infinitive is None:
        return None
    start = min(
        infinitive.left_edge.idx, start_token.left_edge.idx if start_token is not None else infinitive.left_edge.idx
    )
    return (between(page, start, right(infinitive)), end) if start >= end else None
