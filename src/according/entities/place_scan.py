"""Places the text names where no reader marked one: compass parts of known places, and names in a place's position."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.records import Mention, Span

__all__ = ["Group", "parts_of", "scan_places", "typed_of"]

_ARTICLE = r"(?:al|el|as|ash|an|ad|ar|az|es|et|de|du|da|do|la|le)"
_WORD = r"[A-Z][\w'’ʼ]+"
_NAME = rf"(?:(?:{_ARTICLE}|Al|El)[-\s])?{_WORD}(?:[-\s]{_ARTICLE}(?=[-\s][A-Z]))?(?:[-\s]{_WORD}){{0,2}}"
_TYPES = (
    r"town|city|village|district|township|region|province|state|governorate|oblast|locality|area|commune|territory|"
    r"municipality|neighbou?rhood|suburb|camp|port|county|zone|department|prefecture"
)
_PLURALS = r"provinces|states|regions|governorates|districts|townships|oblasts|counties|departments"
_WAY = (
    r"(?:north|south)(?:-?\s?(?:east|west))?(?:ern(?:most)?)?|(?:east|west)(?:ern(?:most)?)?|central|"
    r"far[\s-](?:north|south|east|west)"
)
_DIRECTED = re.compile(
    rf"\b(?P<ways>(?:{_WAY})(?:\s*(?:,|\band\b|\bor\b)\s*(?:{_WAY}))*)\s+(?P<of>of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_POSITION = re.compile(
    rf"\b(?:in|near|at|from|into|outside|around|towards?|through|inside|across|captured|seized|retook|recaptured|entered|"
    rf"left|hold(?:s|ing)?|held|control(?:s|led|ling)?|took|taken|retaken|lost|raided|raiding|overran|besieged|shelled|bombed|reached|reaching|leaving|entering|between|to|target(?:s|ed|ing)?|"
    rf"struck|hit(?:ting)?|striking|attack(?:s|ed|ing)?|{_WAY}(?:\s+of)?)\s+"
    rf"(?:the\s+)?(?:(?:{_WAY}|nearby|besieged|strategic|key|border|port|capital|main|largest|second|town|city)\s+){{0,3}}"
    rf"(?:(?:{_TYPES})s?\s+(?:of\s+)?)?(?P<name>{_NAME})"
)
_TYPED = re.compile(
    rf"\b(?:{_TYPES})s?\s+(?:of|called|named)\s+(?P<name>{_NAME})|"
    rf"(?P<named>{_NAME}),?\s+(?:a|an|the)?\s*(?:\w+\s){{0,2}}(?:{_TYPES})\b"
)
_TAIL = re.compile(rf"\s+(?P<type>{_TYPES})\b")
_NEXT = re.compile(rf"(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?P<name>{_NAME})")
_LIST = re.compile(
    rf"(?P<name>{_NAME})(?=(?:,\s*{_NAME})+,?\s+(?:and|or)\s+{_NAME})|(?<=[–—-]\s)(?P<dashed>{_NAME})(?=,|\s+and\s)"
)
_SHARED_TYPE = re.compile(
    rf"(?P<first>{_NAME}(?:,\s*{_NAME})*),?\s+and\s+(?P<last>{_WORD}(?:[-\s]{_WORD})?)\s+(?P<type>{_PLURALS})\b",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"^(?P<name>{_NAME})(?:,\s+[\w\s-]{{2,40}})?:\s", re.MULTILINE)
_DATELINE = re.compile(
    r"^(?P<name>[A-Z][A-Z'’ -]{2,30}[A-Z])(?:,[^:\n(–-]{0,40})?\s*(?:\([^)]{2,20}\)\s*)?[:–—-]\s", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand together as places may (one name, or the members of a list), and where they stand.

    `marked` when the words leave no doubt that a place is meant (a dateline, "the town of X", "X province"). `spans`
    runs beside `names` and is empty where a name is put together from words that stand apart.
    """

    names: tuple[str, ...]
    why: str
    marked: bool = False
    spans: tuple[Span, ...] = ()


def parts_of(text: str, names: Iterable[str]) -> Iterator[str]:
    """Compass parts of these places as the text words them: "western Anbar", "southern or western Iraq"."""
    seen = set()
    for name in names:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            way = _DIRECTED.search(text, max(0, match.start() - 50), match.start())
            if way is None:
                continue
            last = re.search(rf"(?:{_WAY})$", way["ways"], re.IGNORECASE)
            for start in {way.start("ways"), way.start("ways") + (last.start() if last else 0)}:
                whole = " ".join(text[start : match.end()].split())
                if whole not in seen:
                    seen.add(whole)
                    yield whole


def typed_of(text: str, names: Iterable[str]) -> Iterator[str]:
    """These places with the type that follows them in the text: "Kurdistan" → "Kurdistan region"."""
    for name in names:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if tail := _TAIL.match(text, match.end()):
                yield " ".join(text[match.start() : tail.end()].split())


def scan_places(text: str, taken: Sequence[Mention]) -> Iterator[Group]:
    """Groups of capitalised names that stand where places stand and that no mention in `taken` covers, each once.

    They are candidates: whether a gazetteer knows them in the countries the article is about decides.
    """
    for line in _DATELINE.finditer(text):
        yield Group((line["name"].strip().title(),), "the dateline", True, (Span(*line.span("name")),))
        break
    for shared in _SHARED_TYPE.finditer(text):
        kind = re.sub(r"ies$", "y", shared["type"].lower()).removesuffix("s")
        listed = [*re.split(r",\s*", shared["first"]), shared["last"]]
        yield Group(tuple(f"{n} {kind}" for n in listed), "named together by type", True)
    held = [m.span for m in taken if m.why in ("pack", "introduced") or m.kind == "place"]
    seen_in = [m.span for m in taken]  # a small tagger takes villages for organisations, but never splits a name
    seen: set[tuple[str, ...]] = set()
    for spans, why, marked in _positions(text):
        free = [
            s
            for s in spans
            if not any(s.overlaps(h) for h in held) and not any(s.within(h) and s != h for h in seen_in)
        ]
        names = tuple(" ".join(s.of(text).split()) for s in free)
        if names and names not in seen:
            seen.add(names)
            yield Group(names, why, marked, tuple(free))


def _positions(text: str) -> Iterator[tuple[list[Span], str, bool]]:
    for pattern, why, marked in (
        (_TYPED, "named with its type", True),
        (_POSITION, "in a place's position", False),
        (_HEADING, "the heading of a paragraph", False),
        (_LIST, "in a list", False),
    ):
        for match in pattern.finditer(text):
            group = next(g for g in ("name", "named", "dashed") if g in pattern.groupindex and match[g])
            span = Span(*match.span(group))
            tail = _TAIL.match(text, span.end) if pattern is not _HEADING else None
            spans = [Span(span.start, tail.end()) if tail else span]
            at = spans[0].end
            while following := _NEXT.match(text, at):  # "Sittwe, Kyaukphyu and Munaung"
                spans.append(Span(*following.span("name")))
                at = following.end("name")
            if at < len(text) and text[at] == "-":
                spans.pop()
            if spans:
                yield spans, why, marked
