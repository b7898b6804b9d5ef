"""Attributions built round a verb: who is its subject, and where it puts what was said."""

from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.grammar_nouns import Found, noun_phrase, subject_of
from according.claims.page import Page, tidy
from according.claims.words import AS_VERBS, CALL, CLAUSE, DOCUMENTS, OBJECT, PREPOSITION, SHOW, TO_CLAUSE
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
    }
)
"""What one threatens with, as against whom one threatens."""
QUOTES = '"“”«»„'


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
    return to and not (verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed"})


def read_verb(page: Page, verb: "Token") -> Found | None:
    """The attribution this verb makes, if it makes one."""
    lemma = verb.lemma_.lower()
    preposition = PREPOSITION.get(lemma, frozenset())
    if not (lemma in CLAUSE or lemma in OBJECT or lemma in TO_CLAUSE or preposition or lemma in ASKED or lemma in SHOW):
        return None
    if _negated(verb) or _unreal(verb):
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ in {"there", "what", "this", "that's"}:
        return None
    if page.quotation_of(verb.idx) and subject.lower_ in {"i", "we", "you", "one"}:
        return None
    showing = lemma in SHOW and lemma not in CLAUSE
    if showing and subject.lemma_.lower() not in DOCUMENTS:
        return None
    content, cue_end, form = _content(page, verb, subject, lemma)
    if not content:
        return None
    if verb.dep_ == "relcl" and content[0].of(page.text).lower() in {"that", "which"}:
        thing = noun_phrase(page, verb.head)  # "vehicles that it claimed to have seized"
        content = [*([thing] if thing is not None else []), *_behind_cue(page, verb, content)]
    source = noun_phrase(page, subject)
    cue = Span(verb.idx, cue_end)
    if source is not None and source.overlaps(cue):
        source = Span(subject.idx, subject.idx + len(subject))
    return _without(Found(source, cue, tuple(content), form, 0.9 if form == "clause" else 0.75), page)


def _behind_cue(page: Page, verb: "Token", content: list[Span]) -> list[Span]:
    kept = content[1:]
    if kept:
        return kept
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return _range(page, infinitive.left_edge.idx, _right(infinitive)) if infinitive is not None else []


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
    if (lemma in CLAUSE or lemma in SHOW) and clause is not None and _spoken(clause):
        return _after(page, verb, clause, clause.dep_ == "ccomp"), end, "clause"
    if lemma in CLAUSE or lemma in SHOW:
        if colon := _behind_colon(page, verb):
            return colon, end, "colon"
        if lemma in CLAUSE and (before := _before(page, verb, subject)):
            return before, end, "before"
    infinitive = next((c for c in children if c.dep_ in {"xcomp", "acl", "advcl", "ccomp"} and _to(c)), None)
    if lemma in TO_CLAUSE:
        if infinitive is None:  # "vowed in a statement to attack": the parser hangs the infinitive on the noun
            infinitive = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "acl" and _to(t)), None)
        if infinitive is not None:
            return _range(page, infinitive.left_edge.idx, _right(infinitive)), end, "infinitive"
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
                    return _range(page, inner.left_edge.idx, _right(inner)), child.idx + len(child), "preposition"
    if lemma in OBJECT or (lemma in SHOW and subject.lemma_.lower() in DOCUMENTS):
        thing = next((c for c in children if c.dep_ in {"dobj", "oprd"}), None)
        if thing is not None and thing.lower_ not in {"himself", "itself", "themselves", "herself", "what"}:
            last = _right(thing)
            if lemma in AS_VERBS or lemma in {"accuse", "blame"}:
                behind = [c for c in children if c.i > thing.i and c.dep_ in {"prep", "pcomp", "advcl", "xcomp"}]
                kept = [
                    c
                    for c in behind
                    if c.dep_ != "advcl" or c.lower_ == "as" or any(m.lower_ == "as" for m in c.children)
                ]
                last = max([last, *(_right(c) for c in kept)])
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
            return _range(page, thing.left_edge.idx, last), end, "object"
    return [], end, ""


def _spoken(clause: "Token") -> bool:
    return clause.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV"} and not any(
        c.dep_ == "advmod" and c.lower_ in {"how", "why", "when", "where"} and c.i == clause.left_edge.i
        for c in clause.children
    )


def _to(token: "Token") -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _right(token: "Token") -> int:
    edge = token.right_edge
    return edge.idx + len(edge)


def _range(page: Page, start: int, end: int) -> list[Span]:
    while end < len(page.text) and (page.text[end] == "-" or page.text[end].isalnum()):
        end += 1  # a word with a hyphen is several tokens
    end = _whole_quotation(page, start, end)
    found = tidy(page.text, start, end)
    return [found] if found else []


def _whole_quotation(page: Page, start: int, end: int) -> int:
    """Content that ends inside a quotation it opened takes the rest of it."""
    quotation = page.quotation_of(end - 1)
    if quotation is not None and quotation.start >= start and quotation.end > end:
        return quotation.end
    after = page.text[end : end + 2]
    if quotation is None and after[:1] in QUOTES and after[:1]:
        closing = page.quotation_of(end)
        if closing is not None and closing.end == end + 1 and closing.start >= start:
            return end + 1
    return end


def _after(page: Page, verb: "Token", clause: "Token", complement: bool) -> list[Span]:
    inside = [t for t in clause.subtree if t.i > verb.i]
    first = min(inside, key=lambda t: t.i)
    if first.dep_ == "mark" and first.lower_ == "that" and first.i + 1 < len(page.doc):
        first = page.doc[first.i + 1]
    start = first.idx
    opening = page.quotation_of(start)
    if opening is not None and opening.start == start - 1:
        start = opening.start
    end = max(t.idx + len(t) for t in inside)
    sentence = page.sentence_of(verb.idx)
    if not complement:
        end = max(end, _right(verb))
    elif (
        clause.lemma_ in {"have", "be", "do", "will"} and page.text[end : end + 1] == "," and not _words_behind(clause)
    ):
        end = sentence.end  # "that Iran has, in recent months, supplied": the parser stops at the auxiliary
    if (other := _joined_cue(clause)) is not None and other.left_edge.i > 1:
        comma = page.doc[other.left_edge.i - 2]
        if comma.text == "," and comma.idx > start:
            end = min(end, comma.idx)
    return _range(page, start, end)


def _words_behind(clause: "Token") -> bool:
    return any(c.i > clause.i and c.dep_ not in {"punct", "cc", "conj"} for c in clause.children)


def _joined_cue(clause: "Token") -> "Token | None":
    """A saying with a subject of its own, joined by ", and": "X said A, and Y denied B" are two claims side by side."""
    for child in clause.conjuncts:
        if child.i < clause.i or child.lemma_.lower() not in CLAUSE:
            continue
        if any(c.dep_ == "mark" for c in child.children):
            continue
        if any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in child.children):
            return child
    return None


def _behind_colon(page: Page, verb: "Token") -> list[Span]:
    sentence = page.sentence_of(verb.idx)
    colon = page.text.find(":", verb.idx, sentence.end)
    if colon < 0 or colon - verb.idx > 60:
        return []
    start = colon + 1
    while start < len(page.text) and page.text[start] in " \u00a0":
        start += 1
    if start >= len(page.text) or page.text[start] == "\n":
        return []
    quotation = page.quotation_of(start)
    end = quotation.end if quotation is not None and quotation.start == start else sentence.end
    found = tidy(page.text, start, max(end, start))
    return [found] if found else []


def _before(page: Page, verb: "Token", subject: "Token") -> list[Span]:
    """What stands before "…, he said" or "…, said he", and the part after it that goes on speaking."""
    text = page.text
    sentence = page.sentence_of(verb.idx)
    opening = min(verb.idx, subject.left_edge.idx if subject.i < verb.i else verb.idx)
    at = opening
    while at > sentence.start and text[at - 1].isspace():
        at -= 1
    if at <= sentence.start:  # the quotation before ended its own sentence
        while at > 0 and text[at - 1] in " \u00a0":
            at -= 1
        quotation = page.quotation_of(at - 1) if at > 0 else None
        if quotation is None or quotation.end != at:
            return []
        return [Span(quotation.start, quotation.end)]
    if text[at - 1] not in ",?!–—-…" and text[at - 1] not in QUOTES:
        return []
    start = sentence.start
    quotation = page.quotation_of(start)
    if quotation is not None and quotation.start < start and quotation.end <= at + 1:
        start = quotation.start
    half = text.rfind("; ", start, at)
    if half >= 0 and page.quotation_of(half) is None:
        start = half + 1
    found = tidy(text, start, at)
    if found is None:
        return []
    whole = page.quotation_of(found.start)
    spoken = any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBG", "VBN", "VB"} for t in page.tokens(found))
    if not spoken and (whole is None or len(found.of(text).split()) < 3):
        return []
    return [found, *_onward(page, verb, subject, sentence)]


def _onward(page: Page, verb: "Token", subject: "Token", sentence: Span) -> list[Span]:
    text = page.text
    last = max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in {"dobj", "dative", "npadvmod", "prep", "advmod"}
            and "," not in text[verb.idx : child.idx]
        ):
            last = max(last, child.right_edge.i)
    at = page.doc[last].idx + len(page.doc[last])
    rest = text[at : sentence.end]
    stripped = rest.lstrip(" ,")
    lead = stripped.split(" ", 1)[0].lower()
    if not rest.lstrip().startswith(","):
        return []
    if stripped[:1] in QUOTES or lead in {
        "but",
        "and",
        "because",
        "although",
        "though",
        "since",
        "so",
        "if",
        "unless",
        "that",
    }:
        found = tidy(text, at, sentence.end)
        if found is not None and len(found.of(text).split()) > 2:
            return [found]
    return []


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
    return (_range(page, start, _right(infinitive)), end) if start >= end else None
