"""Attributions without a verb of saying: "according to", noun cues, "reportedly", colons, dashes, "no comment"."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from according.claims.finding.grammar_nouns import Found, noun_phrase, subject_of
from according.claims.page import Page, tidy
from according.claims.voices.roles import PEOPLE
from according.claims.words import CLAUSE, DENY, NOMINAL
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["DECLINED", "declined", "read_phrases", "reportedly"]

_ACCORDING = re.compile(
    r"\b(according to|in the words of|based on information from|drawing on (?:interviews|conversations) with"
    r"|based on (?:accounts|reports|testimony) (?:from|of|by)"
    r"|as reported by|as quoted by|in the view of|in the opinion of)\s+",
    re.IGNORECASE,
)
DECLINED = re.compile(
    r"\b(?:"
    r"(?:(?:has|have|had) )?(?:declined|refused)(?: to)? (?:immediate |further |public )?(?:(?:comment"
    r"|elaborate|speak)\w*|(?:discuss|respond|answer)[^,.;\n\"“”]{0,60})"
    r"|(?:has|have|had )?(?:declined|refused) to (?:say|confirm|give|provide|be interviewed|make)\b[^,.;\n\"“”]{0,60}"
    r"|would(?: not|n['’]t) (?:comment|discuss|confirm|say)\b[^,.;\n\"“”]{0,40}"
    r"|(?:did|does|do|has|have|had)(?: not|n['’]t)(?: yet)?(?: immediately)? (?:respond(?:ed)?|repl(?:y"
    r"|ied)|return(?:ed)?|answer(?:ed)?|"
    r"comment(?:ed)?)(?: (?:to|on|immediately to))?(?: (?:a|an|the|its|several|multiple|repeated|numerous)?\s*(?:\w+ )?"
    r"(?:requests?|calls?|emails?|messages?|questions?|inquir(?:y|ies))"
    r"(?: (?:and|or) (?:\w+ )?(?:calls|emails|messages|texts))?"
    r"(?: (?:for|seeking) (?:\w+ )?comment)?)?"
    r"|(?:could|can)(?: not"
    r"|n['’]t) (?:immediately )?be (?:immediately )?reached(?: (?:immediately )?for (?:\w+ )?comment)?"
    r"|(?:was|were|is|are)(?: not|n['’]t)(?: immediately)? (?:available|reachable) (?:for|to) (?:\w+ )?comment"
    r"|(?:was|were)(?: immediately)? unavailable for comment"
    r"|(?:has |have |had |would |did |could )?neither confirm(?:ed)? n?or den(?:y|ied)\b"
    r"|(?:has|have|had|did|would)(?: not|n['’]t) (?:confirm(?:ed)? or den(?:y|ied))\b"
    r"|(?:made|had|offered|gave) no (?:immediate |public |official )?comment"
    r"|(?:has|have|had) yet to (?:publicly )?(?:comment|respond|reply|react)\b(?: (?:to|on) [^,.;\n\"“”]{3,60})?"
    r"|(?:has|have|had)(?: not|n['’]t)(?: yet)?(?: immediately)? claimed responsibility(?: for [^,.;]+)?"
    r"|(?:has|have|had|did)(?: not|n['’]t)(?: yet)? (?:publicly )?comment(?:ed)?(?: publicly)?"
    r")",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"\b(?:there (?:was|has been|were)|comes? amid|amid|with) ((?:a |the )?(?:lack of|no"
    r"|absence of)(?: any)?(?: immediate| official| public)*"
    r" (?:comments?|confirmation(?: or denial)?|claims? of responsibility|reaction|response"
    r"|word))(?: (?:from|by) ([^.;]+))?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no (?:[\w-]+ )?(?:group|one|party|side|organi[sz]ation|faction|militia)|nobody) "
    r"((?:(?:has|have|had)(?: yet| immediately| so far)? )?(?:yet )?(?:immediately )?"
    r"(?:claimed|taken|took|admitted) responsibility(?: for [^,.;\n]+)?)",
    re.IGNORECASE,
)
_TURN = re.compile(r"((?:From )?(?:[A-Z][\w.'’-]*\s){0,4}[A-Z][\w.'’-]*):\s+(?=\S)")
_ADVERBS = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
_RUMOURED = frozenset({"say", "believe", "report", "think", "allege", "rumor", "rumour", "understand", "know", "claim"})


def read_phrases(page: Page, verbs: Sequence[Found]) -> list[Found]:
    """Every attribution of the page that no verb of saying makes."""
    found = [
        *_according(page),
        *_counted(page),
        *_rejected(page),
        *_nominal(page),
        *_transcript(page),
        *_introduced(page),
        *_signed(page),
        *_nobody(page),
    ]
    found.extend(declined(page))
    return [*found, *reportedly(page, [*verbs, *found])]


def reportedly(page: Page, found: Sequence[Found]) -> list[Found]:
    """Claims marked by an adverb alone ("reportedly"), outside of what the sources of `found` say."""
    held = [span for one in found if one.source for span in one.content]
    return [one for one in _adverbs(page) if not any(one.cue and one.cue.within(s) for s in held)]


def _according(page: Page) -> Iterator[Found]:
    text = page.text
    for match in _ACCORDING.finditer(text):
        cue = Span(match.start(1), match.end(1))
        phrase = page.token_at(match.end())
        if phrase is None:
            continue
        last = page.token_at(match.end() - 1 if text[match.end() - 1].strip() else match.end(1) - 1)
        head = next((c for c in last.children if c.dep_ in {"pobj", "pcomp"}), None) if last is not None else None
        source = noun_phrase(page, head) if head is not None and head.idx >= match.end() else None
        if source is None or source.start < match.end(1):
            end = re.compile(r"[,.;:\n]|$").search(text, match.end())
            source = tidy(text, match.end(), end.start() if end else len(text))
        elif source.start > match.end():
            source = tidy(text, match.end(), source.end)
        if source is None:
            continue
        sentence = page.sentence_of(cue.start)
        before = tidy(text, sentence.start, cue.start)
        after_start = source.end
        tail = text[after_start : sentence.end]
        if (bracket := re.match(r"\s*\([^)]*\)", tail)) is not None:
            after_start += bracket.end()
        after = tidy(text, min(after_start, sentence.end), sentence.end)
        if before is None or len(before.of(text).split()) < 3:
            if (
                before is not None
                and after is not None
                and before.of(text).lower() not in {"but", "and", "however", "still"}
            ):
                pieces = [after]
            else:
                pieces = [after] if after is not None else []
            if after is not None and text[after.start : after.end].startswith((",",)):
                pieces = [after]
        elif cue.of(text).lower() == "in the words of" and (quotation := page.quotation_of(before.end - 1)) is not None:
            comma = text.rfind(",", before.start, quotation.start)
            start = comma + 1 if comma >= 0 and quotation.start - comma < 30 else quotation.start
            pieces = [tidy(text, start, quotation.end) or quotation]
        else:
            pieces = [_last_clause(page, before)]
            if (
                after is not None
                and re.match(r"\s*,?\s*(?:but|and|which|who)\b", text[after_start:])
                and len(after.of(text).split()) > 3
            ):
                pass
        if pieces:
            yield Found(source, cue, tuple(pieces), "according", 0.85)


def _own_clause(page: Page, at: int, before: Span) -> Span:
    """The participle clause that the words at this place hang on, or all that stands before them."""
    token = page.token_at(at)
    verb = token.head if token is not None else None
    while verb is not None and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb is None or verb.dep_ not in {"advcl", "acl"} or not before.start < verb.idx < before.end:
        return _last_clause(page, before)
    return Span(verb.idx, before.end)


_COUNTED = re.compile(
    r"\b[Bb]y ((?:the |most )?(?:(?:[A-Z][\w.'’-]*|local|official|independent|military|government|police|army|rebel"
    r"|U\.S\.|its|their|his|her)\s){1,3}?(?:own )?(?:accounts?|tall(?:y|ies)|counts?|estimates?|reckoning))(?=[,.;]|$)"
)
_OWNED = re.compile(r"(?:(its|their|his|her) |(.+?)['’]s? )(?:own )?\w+$")


def _counted(page: Page) -> Iterator[Found]:
    """ "…, by Israeli tallies", "By their account, …": who counts or tells says what the clause says."""
    for match in _COUNTED.finditer(page.text):
        sentence = page.sentence_of(match.start())
        after = tidy(page.text, match.end(), sentence.end) if match.start() <= sentence.start + 1 else None
        before = tidy(page.text, sentence.start, match.start()) if after is None else None
        content = after or (_own_clause(page, match.start(), before) if before is not None else None)
        if content is None or page.quotation_of(match.start()) is not None:
            continue
        if after is None and page.text[: match.start()].rstrip()[-1:] != ",":
            continue
        owned = _OWNED.match(match.group(1))
        source = Span(match.start(1), match.end(1))
        if owned is not None:
            part = 1 if owned.group(1) else 2
            source = Span(match.start(1) + owned.start(part), match.start(1) + owned.end(part))
        yield Found(source, Span(match.start(), match.start() + 2), (content,), "according", 0.75)


def _last_clause(page: Page, span: Span) -> Span:
    """Cut at the last ", but" or semicolon before the phrase: what stands before it is another statement."""
    text = span.of(page.text)
    cut = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?:but|while|whereas|although)\s", text)), default=0)
    rest = tidy(page.text, span.start + cut, span.end) if len(text) - cut > 25 else None
    return rest or span


def _nominal(page: Page) -> Iterator[Found]:
    """ "a claim by X that …", "X's warning that …", "reports that …"."""
    for noun in page.doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in NOMINAL:
            continue
        clause = next(
            (
                t for t in (*noun.children, *noun.head.children)
                if t.i > noun.i and t.dep_ in {"acl", "ccomp", "relcl"} and t.pos_ in {"VERB", "AUX"}
                and any(m.dep_ == "mark" and m.lower_ == "that" and noun.i < m.i < noun.i + 14 for m in t.children)
            ),
            None,
        )  # fmt: skip
        if (
            clause is None
            or clause.head.i not in {noun.i, noun.head.i}
            or (clause.head.i != noun.i and noun.dep_ == "nsubj" and clause.i > noun.head.i)
        ):
            continue
        if (
            clause.head.i == noun.head.i
            and noun.head.pos_ == "VERB"
            and noun.head.lemma_ not in {"make", "issue", "release"}
        ):
            continue
        mark = next(m for m in clause.children if m.dep_ == "mark" and m.lower_ == "that")
        if clause.lemma_.lower() in DENY and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in clause.children):
            continue  # "a claim that the army rejected" is no claim of a rejection
        content = tidy(page.text, mark.idx + len(mark), clause.right_edge.idx + len(clause.right_edge))
        if content is None:
            continue
        yield Found(_owner(page, noun), Span(noun.idx, noun.idx + len(noun)), (content,), "noun", 0.6)


_REJECTED = re.compile(
    r"\b((?:an?|the|this|that|any) (?:[\w-]+ )?(?:claim|charge|accusation|allegation|assertion|report|suggestion"
    r"|account|version|description)s?) (?:that |which )?"
    r"((?:[a-z]+ ){0,3}?(?:it|he|she|they|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*"
    r"|(?:the|its|his|her|their|both) [\w-]+(?: (?!ha(?:s|ve|d)\b|always\b|also\b|later\b)[\w-]+)?))"
    r" (?:(?:has|have|had) )?"
    r"(?:(?:always|repeatedly|strongly|since|later|also|flatly|long|angrily|quickly) ){0,2}"
    r"(denie[sd]|deny|rejects?|rejected|dismisse[sd]|dismiss|disputes?|disputed)\b"
    r"(?! (?:that|the|having|any|it|this|as)\b)"
)


def _rejected(page: Page) -> Iterator[Found]:
    """ "a charge the army denies": by the relative clause the army denies it, whoever makes the charge."""
    for match in _REJECTED.finditer(page.text):
        if page.quotation_of(match.start()) is None:
            content, source, cue = (Span(match.start(i), match.end(i)) for i in (1, 2, 3))
            yield Found(source, cue, (content,), "rejected", 0.95)


def _owner(page: Page, noun: "Token") -> Span | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return noun_phrase(page, child)
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return noun_phrase(page, inner)
        if child.dep_ == "acl" and child.tag_ == "VBN":
            agent = subject_of(child)
            if agent is not None:
                return noun_phrase(page, agent)
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB":
        subject = subject_of(head)
        return noun_phrase(page, subject) if subject is not None else None
    return None


def _transcript(page: Page) -> Iterator[Found]:
    """A paragraph "Name: words" where the words are quoted, or, several times in a text, the name is in capitals."""
    lines = [(p, m) for p in page.paragraphs if (m := _TURN.match(p.of(page.text)))]
    turns = sum(1 for _, match in lines if match.group(1).isupper() and len(match.group(1)) > 3)
    for paragraph, match in lines:
        name = match.group(1)
        start = paragraph.start + match.end()
        quotation = page.quotation_of(start)
        quoted = quotation is not None and quotation.start == start
        capitals = turns > 1 and name.isupper() and len(name) > 3
        if not quoted and not capitals and not name.startswith("From "):
            continue
        offset = 5 if name.startswith("From ") else 0
        content = tidy(page.text, start, paragraph.end)
        if content is not None:
            colon = paragraph.start + match.end(1)
            yield Found(Span(paragraph.start + offset, colon), Span(colon, colon + 1), (content,), "transcript", 0.7)


def _introduced(page: Page) -> Iterator[Found]:
    """ "The envoy was sceptical: "It will not last."": the subject of what stands before the colon speaks."""
    for quotation in page.quotations:
        if len(quotation.of(page.text).split()) < 5 or page.text[quotation.start - 2 : quotation.start] != ": ":
            continue
        colon = quotation.start - 2
        sentence = page.sentence_of(colon)
        root = page.head(Span(sentence.start, colon)) if colon > sentence.start else None
        if (
            root is None
            or root.lemma_.lower() in CLAUSE
            or any(c.dep_ in {"ccomp", "advcl"} and c.idx < colon for c in root.children)
        ):
            continue
        subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
        if subject is None:
            continue
        people = subject.lemma_.lower() in PEOPLE or subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
        source = noun_phrase(page, subject)
        if people and source is not None:
            yield Found(source, Span(colon, colon + 1), (quotation,), "colon", 0.72)


def _signed(page: Page) -> Iterator[Found]:
    """A quotation with its speaker behind a dash at the end of the paragraph: "…" – Commissioner Name."""
    for paragraph in page.paragraphs:
        match = re.search(r"([\"”])\s*([–—-]{1,2})\s*([A-Z][^\"“”\n]{2,80})$", paragraph.of(page.text))
        if match is None:
            continue
        end = paragraph.start + match.end(1)
        quotation = page.quotation_of(end - 1)
        source = tidy(page.text, paragraph.start + match.start(3), paragraph.start + match.end(3))
        if quotation is not None and source is not None:
            dash = Span(paragraph.start + match.start(2), paragraph.start + match.end(2))
            yield Found(source, dash, (quotation,), "signed", 0.7)


def _nobody(page: Page) -> Iterator[Found]:
    """ "is said to have", "are believed to be", "it was reported that": somebody says so, and nobody is named."""
    for verb in page.doc:
        if verb.tag_ != "VBN" or verb.lemma_ not in _RUMOURED or page.quotation_of(verb.idx):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if subject is None or any(c.dep_ in {"agent", "neg"} for c in verb.children):
            continue
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
        if inner is None:
            continue
        cue = Span(verb.idx, verb.idx + len(verb))
        first = inner.left_edge
        if subject.lower_ == "it":
            if first.dep_ == "mark" and first.lower_ == "that":
                first = page.doc[first.i + 1]
            content = tidy(page.text, first.idx, inner.right_edge.idx + len(inner.right_edge))
            pieces = [content]
        else:
            content = tidy(page.text, first.idx, inner.right_edge.idx + len(inner.right_edge))
            pieces = [noun_phrase(page, subject), content]
        yield Found(None, cue, tuple(p for p in pieces if p is not None), "nobody", 0.6)


def _adverbs(page: Page) -> Iterator[Found]:
    for token in page.doc:
        if token.lower_ not in _ADVERBS or page.quotation_of(token.idx):
            continue
        whole = _clause_round(page, token)
        if whole is None:
            continue
        parts = (
            tidy(page.text, whole.start, max(whole.start, token.idx)),
            tidy(page.text, min(whole.end, token.idx + len(token)), whole.end),
        )
        pieces = tuple(p for p in parts if p is not None)
        if pieces:
            yield Found(None, Span(token.idx, token.idx + len(token)), pieces, "adverb", 0.7)


def _clause_round(page: Page, adverb: "Token") -> Span | None:
    """The sentence without clauses beside the adverb's that have a subject of their own."""
    sentence = page.sentence_of(adverb.idx)
    start, end = sentence.start, sentence.end
    verb = adverb.head
    if verb.dep_ == "relcl" and not any(c.dep_ in {"relcl", "ccomp"} and c.i > verb.i for c in verb.children):
        return tidy(page.text, verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge))
    if verb.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "conj" and _has_subject(verb):
            start = max(start, verb.left_edge.idx)
        for other in verb.children:
            if other.dep_ == "conj" and other.i > verb.i and _has_subject(other):
                joint = next((c for c in verb.children if c.dep_ == "cc" and verb.i < c.i < other.i), other.left_edge)
                end = min(end, joint.idx)
    return tidy(page.text, start, max(start, end))


def _has_subject(verb: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def declined(page: Page) -> Iterator[Found]:
    """No comment, no reply, no claim of responsibility: what is said is that nothing was said."""
    for match in DECLINED.finditer(page.text):
        span = tidy(page.text, match.start(), match.end())
        if span is None or page.quotation_of(span.start):
            continue
        source = None
        for token in page.tokens(span):
            if token.pos_ in {"VERB", "AUX", "ADJ"}:
                subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None) or subject_of(
                    token
                )
                if subject is not None and not Span(subject.idx, subject.idx + len(subject)).overlaps(span):
                    source = noun_phrase(page, subject)
                    break
        yield Found(source, span, (span,), "declined", 0.9)
    for match in _NO_COMMENT.finditer(page.text):
        span = tidy(page.text, match.start(1), match.end(1))
        if span is not None and not page.quotation_of(span.start):
            source = tidy(page.text, match.start(2), match.end(2)) if match.group(2) else None
            yield Found(source, span, (span,), "declined", 0.7)
    for match in _NOBODY.finditer(page.text):
        span = tidy(page.text, match.start(1), match.end(1))
        if span is not None and not page.quotation_of(span.start):
            yield Found(None, span, (span,), "declined", 0.7)
