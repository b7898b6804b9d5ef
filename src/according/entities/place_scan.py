"""Places the text names where no reader marked one: compass parts of known places, and names in a place's position."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from according.entities.directions import PIECES
from according.records import Mention, Span

__all__ = ["CALLED", "Group", "compass_of", "names_alone", "parts_of", "scan_places", "surnames", "typed_of"]

_ARTICLE = r"(?:al|el|as|ash|an|ad|ar|az|es|et|de|du|da|do|la|le|del|dos|das|di)"
_WORD = r"[A-Z][\w'’ʼ]+"
_NAME = rf"(?:(?:{_ARTICLE}|Al|El)[-\s])?{_WORD}(?:[-\s]{_ARTICLE}(?=[-\s][A-Z]))?(?:[-\s]{_WORD}){{0,2}}"
_TYPES = (
    r"town|city|village|district|township|region|province|state|governorate|oblast|locality|area|commune|territory|"
    r"municipality|neighbou?rhood|suburb|camp|port|county|zone|department|prefecture|quarter|"
    r"(?:international |military )?airport|airbase|air base|airfield|airstrip|valley|mountains?|hills|forest|desert|"
    r"islands?|plateau|peninsula|dam|crossing|checkpoint|hamlet"
)
_PLURALS = r"provinces|states|regions|governorates|districts|townships|oblasts|counties|departments"
_WAY = (
    r"(?:north|south)(?:-?\s?(?:east|west))?(?:ern(?:most)?)?|(?:east|west)(?:ern(?:most)?)?|central|"
    r"far[\s-](?:north|south|east|west)"
)
_DIRECTED = re.compile(
    rf"\b(?P<ways>(?:{_WAY})(?:\s*(?:,|\band\b|\bor\b)\s*(?:{_WAY}))*)\s+"
    rf"(?P<of>(?:(?:{PIECES})\s+)?of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_PLACE = (
    r"residents|people|inhabitants|villagers|governors?|mayors?|administrators?|commissioners?|chiefs?|streets|outskirts|"
    r"suburbs|parts|most|much|all|rest|capture|seizure|recapture|fall|siege|battle|loss|liberation|bombardment|"
    r"occupation|areas|environs|forests|hills|surroundings|swathes|bishop|archbishop|emir"
)
_POSITION = re.compile(
    rf"\b(?i:in|near|at|from|into|outside|around|towards?|through|inside|across|captured|seized|retook|recaptured|"
    rf"entered|left|hold(?:s|ing)?|held|control(?:s|led|ling)?|took|taken|retaken|lost|raided|raiding|overran|besieged|"
    rf"shelled|bombed|reached|reaching|leaving|entering|between|to|target(?:s|ed|ing)?|struck|hit(?:ting)?|striking|"
    rf"attack(?:s|ed|ing)?|occup(?:y|ies|ied|ying)|(?:{_OF_PLACE})\s+of|fight(?:ing)? for|battle for|control of|"
    rf"deploy(?:ed|s|ing)? to|{_WAY}(?:\s+of)?)\s+"
    rf"(?:the\s+)?(?:(?:{_WAY}|nearby|besieged|strategic|key|border|port|capital|main|largest|second|town|city)\s+){{0,3}}"
    rf"(?:(?:{_TYPES})s?\s+(?:of\s+)?)?(?P<name>{_NAME})"
)
_TYPED = re.compile(
    rf"\b(?:{_TYPES})s?\s+(?:of|called|named)\s+(?P<name>{_NAME})|"
    rf"(?P<named>{_NAME}),?\s+(?:a|an|the)?\s*(?:\w+\s){{0,2}}(?:{_TYPES})\b(?!\s+(?:elders?|chiefs?|leaders?|council|"
    rf"officials?|residents?|heads?|police|commanders?|administrat|mayor|governor|government|managers?|hospital|assembly))"
)
_TAIL = re.compile(rf"\s+(?P<type>{_TYPES})\b")
_NEXT = re.compile(rf"(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?P<name>{_NAME})")
_LIST = re.compile(
    rf"(?P<name>{_NAME})(?=(?:,\s*{_NAME})+,?\s+(?:and|or)\s+{_NAME})|(?<=[–—-]\s)(?P<dashed>{_NAME})(?=,|\s+and\s)"
)
_SHARED_TYPE = re.compile(
    rf"(?P<first>{_NAME}(?:,\s*{_NAME})*),?\s+and\s+(?P<last>{_WORD}(?:[-\s]{_WORD})?)\s+"
    rf"(?P<type>(?i:{_PLURALS}))\b"
)
_HEADING = re.compile(rf"^(?P<name>{_NAME})(?:,\s+[\w\s-]{{2,40}})?:\s", re.MULTILINE)
_DATELINE = re.compile(
    r"^(?P<name>[A-Z][A-Z'’ -]{2,30}[A-Z](?:\s?/\s?[A-Z][A-Z'’ -]{2,30}[A-Z])*)(?:,[^:\n(–-]{0,40})?\s*"
    r"(?:\([^)]{2,20}\)\s*)?[:–—-]\s",
    re.MULTILINE,
)
_BEFORE_PLACE = re.compile(
    rf"(?:{_WAY}|port|new|upper|lower|greater|inner|camp|lake|mount|fort|san|santa|saint|el|al|operation|radio)$",
    re.IGNORECASE,
)
_MONTHS = frozenset(
    re.findall(
        r"\w+",
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday ",
    )
)
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the a an in on at of to from by with for and or but if when while where since after before as although "
        "though because he she it they we i you his her its their our this that these those there here what who "
        "how why now then yet not no nor so such some many most more several few both each every all any one two "
        "three four five six seven eight nine ten other another once still only also even just last next first "
        "second during under over between through across against near inside outside among within without despite "
        "until unlike like according meanwhile however instead earlier later today yesterday is was were are has "
        "had have will would can could may might must ",
    )
)
_SEQUENCE = re.compile(
    rf"(?<![\w'’-])(?:(?:{_ARTICLE}|Al|El)[-\s])?{_WORD}(?:(?:[ -](?:{_ARTICLE}|of|the))*[ -]{_WORD})*(?![\w-])"
)


NAMED = "named with its type"
CALLED = "called so by its type"
"""The reason of a group that leaves no doubt at all: "the village of X"."""


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


_MEASURED = re.compile(r"\d[\d,.]*[\s-]*(?:km|kms|kilomet(?:er|re)s?|miles?)\s*(?:to\s+the\s+)?$", re.IGNORECASE)


def parts_of(text: str, names: Iterable[str]) -> Iterator[str]:
    """Compass parts of these places as the text words them: "western Anbar", "southern or western Iraq"."""
    seen = set()
    for name in names:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            way = _DIRECTED.search(text, max(0, match.start() - 60), match.start())
            if way is None or _MEASURED.search(text, max(0, way.start() - 30), way.start()):
                continue  # "60 km north of X" is a point, not the surroundings of X
            last = re.search(rf"(?:{_WAY})$", way["ways"], re.IGNORECASE)
            for start in {way.start("ways"), way.start("ways") + (last.start() if last else 0)}:
                whole = " ".join(text[start : match.end()].split())
                if whole not in seen:
                    seen.add(whole)
                    yield whole


_COMPASS = re.compile(
    r"\b(?:in|into|across|from|through|towards?|over|throughout|of|within|inside|including)\s+"
    r"(?P<words>the\s+(?:far\s+|country['’]s\s+)?"
    r"(?P<way>(?:north|south)(?:[- ]?(?:east|west))?|east|west|cent(?:re|er))"
    r"(?P<of>\s+of\s+the\s+country)?)"
    r"(?=\s*[.,;:)\n]|\s+(?:and|or|where|when|since|after|before|on|as|by|with|who|which|has|have|had|is|are|was|were|"
    r"this|last|next|for|but|while|during|until|late|early|in|over|between|near|amid|earlier|that|still|remains?)\b|$)"
)
_CALLED = re.compile(r"\b(?:known as|alias|called|nicknamed|nom de guerre|named|commander|leader)\s+[\"“'‘]?$")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|who|himself|herself|vowed|warned|claimed|wrote)\b")
_CENTRAL = re.compile(r"cent(?:re|er)$")


def compass_of(text: str) -> Iterator[tuple[str, str]]:
    """Parts of a country named by compass alone, each once: ("the north-east", "north-eastern"). "The West" in
    capitals is no part of a country.
    """
    seen = set()
    for match in _COMPASS.finditer(text):
        words = " ".join(match["words"].split())
        if words in seen or (_CENTRAL.search(match["way"]) and not match["of"] and "country" not in words):
            continue
        seen.add(words)
        yield words, "central" if _CENTRAL.search(match["way"]) else f"{match['way']}ern"


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
        for part in re.finditer(r"[^/]+", line["name"]):
            at = line.start("name") + part.start()
            span = Span(at + len(part[0]) - len(part[0].lstrip()), at + len(part[0].rstrip()))
            yield Group((span.of(text).title(),), "the dateline", True, (span,))
        break
    for shared in _SHARED_TYPE.finditer(text):
        kind = re.sub(r"ies$", "y", shared["type"].lower()).removesuffix("s")
        listed = [*re.split(r",\s*", shared["first"]), shared["last"]]
        yield Group(tuple(f"{n} {kind}" for n in listed), "named together by type", True)
    held = [m.span for m in taken if m.why in ("pack", "introduced")]
    parsed = [m.span for m in taken if m.why not in ("pack", "introduced") and m.kind == "place"]
    family = surnames(text)
    seen_in = [m.span for m in taken]  # a small tagger takes villages for organisations, but never splits a name
    seen: set[tuple[str, ...]] = set()
    for spans, why, marked in _positions(text):
        free = [
            s
            for s in spans
            if not any(s.overlaps(h) for h in held)
            and not any(s.within(p) or (s.overlaps(p) and not p.within(s)) for p in parsed)
            and not any(s.within(h) and s != h for h in seen_in)
        ]
        if not marked:
            free = [s for s in free if s.of(text) not in family]
        names = tuple(" ".join(s.of(text).split()) for s in free)
        if names and names not in seen:
            seen.add(names)
            yield Group(names, why, marked, tuple(free))


def surnames(text: str) -> frozenset[str]:
    """Words that end a longer capitalised name somewhere, as surnames do ("Jane Doe" → "Doe"); behind a compass word or
    "of" they are no surnames.
    """
    found = set()
    for match in _SEQUENCE.finditer(text):
        parts = match[0].split()
        while parts and parts[0].lower() in _ENGLISH:
            del parts[0]
        if len(parts) in (2, 3) and not {"of", "the"} & set(parts) and not _BEFORE_PLACE.match(parts[-2]):
            found.add(parts[-1])
    return frozenset(found)


def names_alone(text: str, taken: Sequence[Mention]) -> Iterator[tuple[str, Span]]:
    """Capitalised names wherever they stand that no mention in `taken` covers, whole and each occurrence.

    Left out are the first words of sentences, names behind a title, and words that end another, longer name, as
    surnames do: what remains may be a place a reader knows by name alone.
    """
    sequences = [Span(*m.span()) for m in _SEQUENCE.finditer(text)]
    last_words = surnames(text)
    held = [m.span for m in taken]
    spoken = {
        s.of(text)
        for s in sequences
        if _CALLED.search(text, max(0, s.start - 24), s.start) or _SPEAKS.match(text, s.end)
    }
    for span in sequences:
        name = " ".join(span.of(text).split())
        first = name.split()[0]
        opening = re.search(r"(?:^|[.!?:\n][\"'”’)]*\s*[\"'“‘(]*|[\"“‘])$", text[max(0, span.start - 4) : span.start])
        if first.lower() in _ENGLISH:
            name = name[len(first) :].strip()
            span = Span(span.end - len(name), span.end) if name and text.endswith(name, 0, span.end) else span
            if not name or name[0].islower():
                continue
        elif opening is not None and " " not in name:
            continue
        if " " not in name and (name in last_words or name.lower() in _ENGLISH):
            continue
        if (
            any(span.overlaps(h) for h in held)
            or name in spoken
            or re.search(r"[A-Z]\w*\.\s$", text[: span.start][-8:])
        ):
            continue
        if tail := _TAIL.match(text, span.end):
            span = Span(span.start, tail.end())
            name = " ".join(span.of(text).split())
        yield name, span


def _positions(text: str) -> Iterator[tuple[list[Span], str, bool]]:
    for pattern, why, marked in (
        (_TYPED, NAMED, True),
        (_POSITION, "in a place's position", False),
        (_HEADING, "the heading of a paragraph", False),
        (_LIST, "in a list", False),
    ):
        for match in pattern.finditer(text):
            group = next(g for g in ("name", "named", "dashed") if g in pattern.groupindex and match[g])
            span = Span(*match.span(group))
            if pattern is _TYPED and group == "name":
                why = CALLED
            elif pattern is _TYPED:
                why = NAMED
            tail = _TAIL.match(text, span.end) if pattern is not _HEADING else None
            spans = [Span(span.start, tail.end()) if tail else span]
            at = spans[0].end
            while following := _NEXT.match(text, at):  # "Sittwe, Kyaukphyu and Munaung"
                spans.append(Span(*following.span("name")))
                at = following.end("name")
            if at < len(text) and text[at] == "-":
                spans.pop()
            spans = [s for s in spans if s.of(text).lower() not in _MONTHS]
            if spans:
                yield spans, why, marked
