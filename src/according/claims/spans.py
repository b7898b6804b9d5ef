"""Spans as a finder gives them, settled on whole words, clauses and quotations."""

import re
from collections.abc import Sequence

from according.claims.attribution import Attribution
from according.claims.finding.grammar_nouns import Found, noun_phrase, subject_of
from according.claims.name_shapes import NAME
from according.claims.page import Page, tidy
from according.claims.voices.roles import PEOPLE, body_kind
from according.records import Span

__all__ = ["settle"]

HOLE = 3
"""Words between two pieces of a content, at most, that a finder has skipped over rather than left out."""
_CITING = re.compile(r"(?:citing|quoting) [^,;.\"“”\n]{2,80}, (?:that )?(?=\S)")
_CITED = re.compile(r", (?:citing|quoting) [^,;.\"“”\n]+(?:, [^,;.\"“”\n]+)*$")
_BEHIND = re.compile(r",\s+(an?|the|who|whose|which|whom)\b")
_DESCRIBED = re.compile(r", ((?:the|its|an?|his|her|their) \w[^,.;:\n\"“”]{2,60}), ")
"""A description in front of the name that it belongs to."""
_SHORT = re.compile(r"([A-Z]{2,})\s+((?:has |have |had )?(?:said|says|told|added|announced|claimed|denied|warned)\b)")
"""A name in capitals that was taken for part of the verb: "IS said"."""
_WITHOUT = re.compile(
    r",?\s*\bwithout (?:ever )?(?:saying|giving|naming|disclosing|elaborating|specifying|providing|identifying|offering"
    r"|explaining|commenting|mentioning|going)\b[^\"“”]*$"
    r"|,\s*(?:but|and|though|although) (?:(?:he|she|it|they) )?(?:would|did|could) not (?:elaborate|say|give|provide"
    r"|comment|specify|explain|confirm)\b[^\"“”]*$"
)
"""What the reporter misses in the words reported."""
_UNNAMED = re.compile(
    r"(?:declin|refus|ask|request|insist|speak)ing\b[^.;\"“”]{0,40}\b(?:named|identified|quoted|anonymity"
    r"|anonymously)\b",
    re.IGNORECASE,
)
"""Remarks on why a voice has no name, which are no part of what it said."""
_TOLD = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:told|tells|informed)$", re.IGNORECASE)
"""Verbs with whom they tell behind them, never who speaks."""
_GLOSS = re.compile(r"(?:as|amid|in what|in the latest|the latest)\b", re.IGNORECASE)
_SHARE = frozenset({"part", "role", "hand", "involvement"})
_AS_SAYING = re.compile(r"([^,;:.\"“”]{3,80}?) as (?:saying|telling [^,;.]{2,30}?)(?: that)?:?\s")
_OTHER = re.compile(r", ((?:[A-Z][\w.'’-]*|the|an?|two|three|\w+s)(?: [\w.'’-]+){0,6}) $")
"""The first of two speakers, where a finder begins with "and"."""
_PART = _SHARE | frozenset(
    {"responsibility", "knowledge", "link", "tie", "connection", "intention",
     "plan", "allegation", "accusation", "claim", "charge", "report", "suggestion", "rumour", "rumor", "attempt"}
)  # fmt: skip
"""Nouns that say little without what stands behind them: "any part in the attack"."""
_QUOTES = '"“”«»'


def settle(page: Page, one: Attribution) -> Found | None:
    """The attribution with one source, one cue and clean contents; None when nothing of the content is left."""
    cue = _words(page, Span(one.cue[0].start, one.cue[-1].end)) if one.cue else None
    source = max(one.source, key=lambda s: s.end - s.start) if one.source else None
    if cue is not None and (short := _SHORT.match(cue.of(page.text))) is not None:
        source, cue = Span(cue.start, cue.start + short.end(1)), Span(cue.start + short.start(2), cue.end)
    if source is not None and cue is not None and _TOLD.search(cue.of(page.text)):
        gap = page.text[cue.end : source.start] if source.start >= cue.end else "-"
        if re.fullmatch(r" (?:the )?", gap) is not None:  # "…," the commander told the agency
            source = _subject(page, cue, one.content) or source
    if cue is not None and (quoted := _quoted_person(page, one, source, cue)) is not None:
        source, cue, one = quoted
    if source is not None:
        source = _plain(page, source)
        source = _whole_name(page, _without_dateline(page, _closed(page, _words(page, source))))
    if source is None and cue is not None and not any(cue.within(s) for s in one.content):
        source = _subject(page, cue, one.content)
    if source is not None and (named := _before_name(page, source, one.content)) is not None:
        source = named
    if source is not None and cue is not None:
        source = _coordinated(page, source, cue)
    held = [s for s in (source, cue) if s is not None]
    content = _pieces(page, [_from_subject(page, s, cue, held) for s in one.content], held)
    if source is not None and cue is not None and not content:
        content = _inverted(page, source, cue)
    if cue is not None:
        content = _whole_object(page, _without_gloss(page, content, cue), held)
    content = tuple(span for piece in content if (span := _without_dateline(page, piece)) is not None)
    if not content:
        return None
    return Found(source, cue, content, "found", one.confidence)


def _coordinated(page: Page, source: Span, cue: Span) -> Span:
    """With those before "and" whom a finder left to what is said: "…, the ministry | and two officials said"."""
    head = page.head(source)
    if source.end > cue.start or head is None:
        return source
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if first.i == head.i and re.match(r"and\s", source.of(page.text)) is None:
        return source
    cues = {t.i for t in page.tokens(cue)}
    if first.pos_ not in {"NOUN", "PROPN"} or first.head.i not in cues or first.dep_ not in {"nsubj", "nsubjpass"}:
        plain = re.match(r"and\s+", source.of(page.text))
        if plain is None:
            return source
        other = _OTHER.search(page.text, page.sentence_of(cue.start).start, source.start)
        if other is not None and page.quotation_of(other.start(1)) is None:
            return Span(other.start(1), source.end)
        return Span(source.start + plain.end(), source.end)
    left = Span(first.left_edge.idx, source.end)
    return left if page.sentence_of(left.start) == page.sentence_of(cue.start) and left.start < source.start else source


def _inverted(page: Page, source: Span, cue: Span) -> tuple[Span, ...]:
    """What stands before the comma in front of the speaker, where a finder took none of it."""
    sentence = page.sentence_of(cue.start)
    before = page.text[sentence.start : source.start]
    if source.end > cue.start or not before.rstrip().endswith(",") or len(before.split()) < 4:
        return ()
    whole = _without_dateline(page, Span(sentence.start, source.start))
    piece = tidy(page.text, whole.start, whole.end) if whole is not None else None
    return (piece,) if piece is not None else ()


def _without_gloss(page: Page, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Without what the reporter sets behind the attribution of a whole sentence: "…, X said, as queues grew"."""
    if len(content) < 2 or content[0].start > cue.start:
        return content
    last = content[-1]
    apart = last.start > cue.end and page.text[: last.start].rstrip().endswith(",")
    if not apart or page.sentence_number(last.start) != page.sentence_number(cue.start):
        return content
    return content[:-1] if _GLOSS.match(page.text, last.start) and not page.quotation_of(last.start) else content


def _whole_object(page: Page, content: tuple[Span, ...], held: Sequence[Span]) -> tuple[Span, ...]:
    """With the phrase behind a noun that needs one: "denied any part | in the attack"."""
    if not content:
        return content
    last = content[-1]
    head = page.head(last)
    if head is None or head.lemma_.lower() not in _PART or page.quotation_of(last.end - 1) is not None:
        return content
    behind = page.token_at(last.end + 1)
    if behind is None or behind.dep_ != "prep" or behind.head.i != head.i or behind.idx != last.end + 1:
        return content
    if behind.lower_ not in ({"in", "of"} if head.lemma_.lower() in _SHARE else {"of", "for", "to", "with"}):
        return content
    whole = Span(last.start, behind.right_edge.idx + len(behind.right_edge))
    return content if any(whole.overlaps(h) for h in held) else (*content[:-1], whole)


def _quoted_person(
    page: Page, one: Attribution, source: Span | None, cue: Span
) -> tuple[Span, Span, Attribution] | None:
    """Whom a medium quotes speaks: "the agency quoted X as saying that …", "X was quoted as saying by the agency"."""
    if not re.search(r"\b(?:quot|cit)(?:ed|es|ing)\b", cue.of(page.text)):
        return None
    for i, piece in enumerate(one.content):
        match = _AS_SAYING.match(page.text, piece.start, piece.end)
        if match is not None and 0 <= piece.start - cue.end <= 1 and match.end() < piece.end:
            rest = (*one.content[:i], Span(match.end(), piece.end), *one.content[i + 1 :])
            person = Span(match.start(1), match.end(1))
            return person, cue, Attribution((person,), (cue,), rest, one.confidence)
    if source is None or page.text[max(0, source.start - 40) : source.start].rstrip().split(" ")[-1] != "by":
        return None
    for token in page.tokens(cue):
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        phrase = noun_phrase(page, subject) if subject is not None else None
        if phrase is not None and token.lemma_ in {"quote", "cite"}:
            return phrase, cue, one
    return None


def _before_name(page: Page, source: Span, content: Sequence[Span]) -> Span | None:
    """The description before a source that only gives its name, where a finder took it for the end of what is said:
    "…, the regional mission, AMISA, said"."""
    for piece in content:
        match = _DESCRIBED.search(page.text, piece.start, source.start)
        if match is None or match.end() != source.start or not source.start - piece.end <= 2:
            continue
        described = Span(match.start(1), match.end(1))
        nouns = {t.lemma_.lower() for t in page.tokens(described) if t.pos_ == "NOUN"}
        if page.text[source.start].isupper() and any(n in PEOPLE or body_kind(n) for n in nouns):
            return described
    return None


def _plain(page: Page, source: Span) -> Span:
    """Without an apposition or relative clause behind the name; a list with "and" stays whole."""
    words = source.of(page.text)
    match = _BEHIND.search(words)
    if match is None or (" and " in words[match.start() :] and match.group(1) in {"a", "an", "the"}):
        return source
    return Span(source.start, source.start + match.start()) if match.start() else source


def _closed(page: Page, source: Span) -> Span:
    """A source that breaks off at a preposition takes in the name behind it, or loses the preposition."""
    match = re.search(r"\s(?:in|of|for|and|at|from|the)$", source.of(page.text))
    if match is None:
        return source
    name = NAME.match(page.text, source.end + 1)
    end = name.end() if name is not None and page.text[source.end] == " " else source.start + match.start()
    return Span(source.start, end) if end > source.start else source


def _subject(page: Page, cue: Span, content: Sequence[Span]) -> Span | None:
    """The subject of the cue's verb, for a finder that left the source out."""
    for token in page.tokens(cue):
        if token.pos_ != "VERB":
            continue
        subject = subject_of(token)
        phrase = noun_phrase(page, subject) if subject is not None else None
        if phrase is not None and not any(phrase.overlaps(s) for s in (*content, cue)):
            return phrase
    return None


def _words(page: Page, span: Span) -> Span:
    """The span grown to whole tokens and cleaned at its ends."""
    tokens = page.tokens(span)
    if not tokens:
        return span
    return tidy(page.text, tokens[0].idx, tokens[-1].idx + len(tokens[-1])) or span


def _pieces(page: Page, content: Sequence[Span], held: Sequence[Span]) -> tuple[Span, ...]:
    text = page.text
    grown: list[Span] = []
    for span in sorted(_quoted(page, _hyphenated(page, _words(page, s))) for s in content):
        if grown and _one(page, grown[-1], span) and not any(grown[-1].end <= h.start < span.start for h in held):
            grown[-1] = Span(grown[-1].start, max(span.end, grown[-1].end))
        else:
            grown.append(span)
    kept: list[Span] = []
    for span in grown:
        that = page.token_at(span.start) if text[span.start : span.start + 5].lower() == "that " else None
        named = that is not None and that.i > 0 and page.doc[that.i - 1].lemma_ in {"call", "brand", "label", "term"}
        start = span.start + 5 if that is not None and not named else span.start
        if (cited := _CITING.match(text, start, span.end)) is not None:
            start = cited.end()
        end = span.end
        if (tail := _CITED.search(text, start, end)) is not None and page.quotation_of(tail.start()) is None:
            end = tail.start()
        if (tail := _WITHOUT.search(text, start, end)) is not None and page.quotation_of(tail.start()) is None:
            end = tail.start()
        if end <= start:
            continue
        span = Span(span.start, max(end, span.start + 1))
        whole = _with_determiner(page, Span(start, span.end), held) if start < span.end else span
        kept.extend(p for p in _around(text, whole, held) if any(ch.isalnum() for ch in p.of(text)))
    kept = [s for s in kept if len(kept) == 1 or _UNNAMED.match(s.of(text)) is None]
    longest = max((s.end - s.start for s in kept), default=0)
    return tuple(
        s for s in kept
        if len(s.of(text).split()) > 1 or s.end - s.start == longest
        or (len(kept) > 1 and page.tokens(s)[0].dep_ in {"nsubj", "nsubjpass"})  # "Afar, he added, was quiet"
    )  # fmt: skip


def _from_subject(page: Page, span: Span, cue: Span | None, held: Sequence[Span]) -> Span:
    """Words before their cue, grown back to the subject and verb they hang on: "He left on | Monday, she said"."""
    sentence = page.sentence_of(span.start)
    if cue is None or not span.end <= cue.start < sentence.end:
        return span
    half = page.text.rfind("; ", span.start, span.end)
    if half > 0 and page.quotation_of(half) is None:
        span = Span(half + 2, span.end)
    colon = page.text.find(": ", span.start, span.end)  # "He gave another account: they had left, he said"
    if colon > 0 and page.quotation_of(colon) is None and len(page.text[span.start : colon].split()) > 1:
        span = Span(colon + 2, span.end)
    if span.start <= sentence.start:
        return span
    whole = Span(sentence.start, span.end)
    lead = page.text[sentence.start : span.start]
    if re.search(r"[:;\"“”\n]|,\s*$", lead) or any(whole.overlaps(h) for h in held):
        return span
    inside = page.tokens(span)
    numbers = {t.i for t in inside}
    tops = [t for t in inside if t.head.i not in numbers and not t.is_punct]
    hanging = any(t.head.idx < span.start and t.head.idx >= sentence.start for t in tops)
    headless = any(c.dep_ == "nsubj" and c.idx < span.start for t in tops for c in t.children)
    return whole if hanging or headless else span


def _with_determiner(page: Page, span: Span, held: Sequence[Span]) -> Span:
    """Grown over an article or number that was left out before the first noun."""
    first = next(iter(page.tokens(span)), None)
    if first is None or not first.i or first.is_sent_start:
        return span
    left = page.doc[first.i - 1]
    whole = Span(left.idx, span.end)
    if left.dep_ in {"det", "nummod", "poss", "amod"} and span.start <= left.head.idx < span.end:
        return whole if not any(whole.overlaps(h) for h in held) else span
    return span


def _one(page: Page, first: Span, second: Span) -> bool:
    """True when next to nothing parts two pieces: white space, or a few words in the same sentence."""
    if second.start - first.end <= 3:
        return True
    hole = page.text[first.end : second.start]
    return len(hole.split()) <= HOLE and page.sentence_number(first.end - 1) == page.sentence_number(second.start)


def _around(text: str, span: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of the span outside the holes."""
    found, at = [], span.start
    for hole in sorted(holes):
        if not hole.overlaps(span):
            continue
        if hole.start > at and (piece := tidy(text, at, hole.start)) is not None:
            found.append(piece)
        at = max(at, hole.end)
    if at <= span.start:
        return [span]
    if at < span.end and (piece := tidy(text, at, span.end)) is not None:
        found.append(piece)
    return found


def _hyphenated(page: Page, span: Span) -> Span:
    """Grown to whole words where the tokens of one hyphenated word were parted."""
    start, end = span.start, span.end
    text = page.text
    while start > 0 and (
        text[start - 1].isalnum() or (text[start - 1] == "-" and start > 1 and text[start - 2].isalnum())
    ):
        start -= 1
    while end < len(text) and (
        text[end].isalnum() or (text[end] == "-" and end + 1 < len(text) and text[end + 1].isalnum())
    ):
        end += 1
    return Span(start, end)


def _quoted(page: Page, span: Span) -> Span:
    """Content that holds nearly all of a quotation takes all of it, with both its marks."""
    start, end = span.start, span.end
    first, last = page.quotation_of(start), page.quotation_of(end - 1)
    if first is not None and start - first.start <= 2:
        start, end = first.start, max(end, first.end)  # one utterance, however many sentences
    if (
        last is not None
        and last.end > end
        and (last.end - end <= 3 or (last.start >= start and last.end - end < end - last.start))
    ):
        end = last.end
    if last is None and page.text[end : end + 1] in _QUOTES and page.text[end : end + 1]:
        opened = page.quotation_of(end)
        if opened is not None and opened.end == end + 1 and opened.start >= start:
            end += 1
    return Span(start, end)


def _whole_name(page: Page, source: Span | None) -> Span | None:
    """A role that is cut off from the name behind it takes the name in: "spokesperson" + "Khaing Thu Kha"."""
    if source is None:
        return None
    for token in page.tokens(source)[:1]:  # the first word of a name may have been left out
        ent = next((e for e in page.ents if e.start_char < source.start < e.end_char and token.ent_iob_ == "I"), None)
        if ent is not None and ent.label_ in {"PERSON", "ORG"} and "\n" not in ent.text:
            source = Span(ent.start_char, max(source.end, ent.end_char))
    first = next(iter(page.tokens(source)), None)
    while first is not None and first.i and not first.is_sent_start:
        left = page.doc[first.i - 1]
        fits = (left.pos_ == "PROPN" and left.dep_ == "compound") or left.dep_ in {"amod", "det", "nummod", "poss"}
        fits = fits or (left.dep_ == "case" and left.head.dep_ == "poss" and left.head.pos_ == "PROPN")
        fits = fits or (left.text == "-" and left.dep_ == "punct") or left.dep_ == "npadvmod"
        inside = any(source.start <= h.idx < source.end for h in (left.head, left.head.head))
        if not fits or not inside or page.quotation_of(left.idx) != page.quotation_of(first.idx):
            break
        source, first = Span(left.idx, source.end), left
    last = next(iter(reversed(page.tokens(source))), None)
    while last is not None and last.pos_ == "PROPN" and last.dep_ == "compound" and last.head.i > last.i:
        if last.head.pos_ != "PROPN" or last.head.i - last.i > 4:
            break
        source, last = Span(source.start, last.head.idx + len(last.head)), last.head
    source = _hyphenated(page, source)
    words = source.of(page.text).split()
    name = NAME.match(page.text, source.end + 1)
    if words and words[-1].lower() in PEOPLE and name is not None and len(name.group().split()) > 1:
        return Span(source.start, name.end()) if page.text[source.end] == " " else source
    return source


def _without_dateline(page: Page, span: Span) -> Span | None:
    """Nobody says where the report was written."""
    paragraph = page.paragraphs[page.paragraph_of(span.start)] if page.paragraphs else span
    dateline = page.dateline(paragraph)
    if dateline is None or not dateline.overlaps(span):
        return span
    return tidy(page.text, dateline.end, max(dateline.end, span.end))
