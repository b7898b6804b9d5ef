"""Lists of an article: "Al-Qaim: On the border, this area is a hub for …" – the heading names the place of its item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading
from according.claims.statements.syntax.nouns import PLACES, words
from according.records import Mention, Span

__all__ = ["Heading", "find_headings", "listed", "name_lists", "parse_items", "read_headings"]

_LINE = re.compile(
    r"^[ \t]*(?:[-–—•*·]|"
    r"\(?\d{1,2}[.)])?[ \t]*(?P<heading>[^\s:.!?][^:.!?\n]{1,70}):[ \t]+(?=[^\s\"“])(?P<item>[^\n]*)",
    re.MULTILINE,
)
_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]*|al-\w+|de|da|el)(?: (?:[A-ZÀ-Ý][\w’'-]*|al-\w+|de|da|el|of|and)){0,4}")
_PLACE_TOLD = re.compile(
    r"\b(?:this|the) (?:[\w-]+ )?(?:area|town|city|village|region|district|province|settlement|zone|park|valley|site|"
    r"border|crossing|camp|expanse|port|oasis|forest|countryside)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+(?:[ /][A-ZÀ-Ý'’.-]{2,})*)(?:, [A-Z][\w. ]{2,30})?(?: \([\w. "
    r"/-]{2,20}\))? ?[-–—:] (?=[A-Z])"
    r"(?P<item>[^\n]*)",
    re.MULTILINE,
)
_FILLING = words("the in of and or western eastern northern southern central near both greater upper lower along")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_HOLDS = re.compile(r"\b(?:control(?:s|led|ling)?|dominant|dominates?|dominated|holds?|rules?|governs?)\b")
_BY = re.compile(r"\b(?:controlled|held|dominated|run|occupied|ruled) by(?: the)?\s*[\"“]?$", re.IGNORECASE)
_SITS = re.compile(
    r"\b(?:hub|hosts?|home to|present|presence|bases?|based|station(?:s|ed)?|deployed|operates?|active|"
    r"positions?|garrison\w*|"
    r"stronghold|headquarter\w*|outposts?|camps?|fighters?)\b"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line's heading and its item as character ranges, with the mentions of places in the heading."""

    start: int
    item: int
    end: int
    places: tuple[Mention, ...]
    whole: Mention | None = None


def name_lists(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with every heading of a list of places named: where two of three lines running are headed by a
    place, the third is. What was read across such a heading gives way to it; known actors do not."""
    lines = list(_LINE.finditer(text))
    runs: list[list[re.Match[str]]] = []
    for match in lines:
        before = runs[-1][-1] if runs else None
        if before is not None and not text[before.end() : match.start()].strip("\n "):
            runs[-1].append(match)
        else:
            runs.append([match])
    found = list(mentions)
    for run in runs:
        placed = [m for m in run if _placed(m, text, found)]
        if len(run) < 3 or len(placed) * 2 < len(run):
            continue
        for match in run:
            span = Span(*match.span("heading"))
            if any(m.kind == "place" and m.span.within(span) for m in found) or not _NAME.fullmatch(match["heading"]):
                continue
            if any(m.span.overlaps(span) and (m.why == "pack" or m.kind == "date") for m in found):
                continue
            found = [m for m in found if not m.span.overlaps(span)]
            found.append(Mention(span, "place", match["heading"], match["heading"], "rule"))
    return tuple(sorted(found, key=lambda m: (m.span, m.name)))


def _placed(match: re.Match[str], text: str, mentions: Sequence[Mention]) -> bool:
    start, end = match.span("heading")
    places = [m for m in mentions if m.kind == "place" and start <= m.span.start and m.span.end <= end]
    told = _PLACE_TOLD.search(match["item"][:120]) is not None and _NAME.fullmatch(match["heading"]) is not None
    return (bool(places) and _only_places(text, start, end, places)) or told


def find_headings(text: str, mentions: Sequence[Mention]) -> list[Heading]:
    """Headings made of nothing but places ("Karma District:", "Kidal, northern Mali:"), and datelines."""
    found = []
    for match in _LINE.finditer(text):
        start, end = match.span("heading")
        places = sorted(
            (m for m in mentions if m.kind == "place" and start <= m.span.start and m.span.end <= end),
            key=lambda m: m.span,
        )
        if not places or not _only_places(text, start, end, places):
            continue
        whole = None
        if len(places) > 1:
            gap = text[places[0].span.end : places[1].span.start].strip()
            if gap.startswith(",") and "and" not in gap:
                whole, places = places[1], places[:1]
        found.append(Heading(start, match.start("item"), match.end("item"), tuple(places), whole))
    taken = {heading.start for heading in found}
    for match in _DATELINE.finditer(text):  # tells where it was written, not where it happened
        if match.start("place") not in taken:
            found.append(Heading(match.start("place"), match.start("item"), match.end("item"), ()))
    return sorted(found, key=lambda heading: heading.start)


def _only_places(text: str, start: int, end: int, places: list[Mention]) -> bool:
    rest = list(text[start:end])
    for place in places:
        for i in range(place.span.start - start, place.span.end - start):
            rest[i] = " "
    words = [word.lower() for word in _WORD.findall("".join(rest))]
    return all(word in _FILLING or word in PLACES or word.rstrip("s") in PLACES for word in words)


def parse_items(doc: Any, headings: Sequence[Heading]) -> Any:
    """The doc with each item parsed without its heading, which otherwise becomes a second subject of its first verb.

    The same text and offsets. A doc whose items already start sentences comes back as it is.
    """
    from spacy.tokens import Doc

    from according.claims.nlp import load_nlp

    pieces, at = [], 0
    for heading in headings:
        span = doc.char_span(heading.item, heading.end, alignment_mode="strict")
        if span is None or span[0].is_sent_start or span.start <= at or not len(span):
            continue
        pieces.append(doc[at : span.start].as_doc())
        text = doc.text[heading.item : heading.end]
        trailing = span[-1].whitespace_
        pieces.append(load_nlp()(text + trailing) if trailing else load_nlp()(text))
        at = span.end
    if not pieces:
        return doc
    if at < len(doc):
        pieces.append(doc[at:].as_doc())
    joined = Doc.from_docs(pieces, ensure_whitespace=False)
    return joined if joined.text == doc.text else doc


def read_headings(headings: Sequence[Heading], reading: Reading, references: References) -> Iterator[Draft]:
    """Tell the reading which places each item is about; yields "Akashat, western Anbar" as part_of."""
    index_of = {mention.span: index for index, mention in enumerate(reading.mentions)}
    for heading in headings:
        after = reading.doc.char_span(heading.item, heading.item + 1, alignment_mode="expand")
        places = tuple(index_of[m.span] for m in heading.places if m.span in index_of)
        if after is None or not places:
            continue
        reading.headings[after[0].i] = places
        if heading.whole is not None and heading.whole.span in index_of:
            whole = references.named(index_of[heading.whole.span])
            yield Draft(
                references.named(places[0]),
                "part_of",
                whole,
                reading.heads[places[0]],
                told=False,
                times=False,
                why="heading: place, place",
            )


def listed(
    headings: Sequence[Heading], reading: Reading, references: References, drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Groups named in a list item whose sentence says who holds or sits in the place, where the parse told nothing.

    A list of seven names is where a parser fails first; the words round the list still say what is told of it.
    """
    by_sentence = {
        (d.subject.name, reading.sentence_of[d.anchor.i])
        for d in drafts
        if d.predicate in ("controls", "present_in", "moved_to")
    }
    for heading in headings:
        span = reading.doc.char_span(heading.item, heading.end, alignment_mode="contract")
        if span is None or not heading.places:
            continue
        for sentence in span.sents:
            yield from _sentence(sentence, reading, references, by_sentence)


def _sentence(sentence: Any, reading: Reading, references: References, known: set[tuple[str, int]]) -> Iterator[Draft]:
    groups = [
        i
        for i, m in enumerate(reading.mentions)
        if sentence.start <= reading.ranges[i][0] < sentence.end and m.kind in ("armed_group", "organization")
    ]
    runs = {
        tuple(g for g in reading.run_of(i) if sentence.start <= reading.ranges[g][0] < sentence.end) for i in groups
    }
    for run in sorted(runs):
        number = reading.sentence_of[reading.ranges[run[0]][0]]
        missing = [i for i in run if (references.named(i).name, number) not in known]
        base = sentence.start_char
        before = reading.text[base : reading.mentions[run[0]].span.start]
        by = _BY.search(before)
        if not missing or (len(run) < 2 and not by):
            continue
        after = reading.text[reading.mentions[run[-1]].span.end : sentence.end_char]
        relation = "controls" if by else _relation(before, after)
        if relation is None:
            continue
        anchor = reading.heads[run[0]]
        for place in reading.heading(anchor):
            for index in missing:
                yield Draft(
                    references.named(index),
                    relation,
                    references.named(place),
                    anchor,
                    last=reading.heads[run[-1]],
                    why="listed under its heading",
                )


def _relation(before: str, after: str) -> str | None:
    """What the words next to a list say of it: those right after it first, then the nearest before."""
    head = after[:60]
    if _HOLDS.search(head):
        return "controls"
    if _SITS.search(head):
        return "present_in"
    holds = [m.end() for m in _HOLDS.finditer(before)]
    sits = [m.end() for m in _SITS.finditer(before)]
    if not holds and not sits:
        return None
    return "controls" if max(holds, default=-1) > max(sits, default=-1) else "present_in"
