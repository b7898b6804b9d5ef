"""The links between the innermost speaker and the outlet: who was told, who is cited, who obtained it."""

import re
from dataclasses import dataclass

from according.claims.mentions import Names
from according.claims.name_shapes import NAME
from according.claims.page import Page, tidy
from according.claims.voices.roles import MEDIA_NAMES, MEDIA_WORDS
from according.records import Article, Span, Voice

__all__ = ["Links", "chain", "is_media", "read_links"]

_NAME = NAME.pattern
_TELLS = re.compile(r"\b(?:told|tells|telling|informed)\s*$")
_TOLD_BEHIND = re.compile(rf"\s*(?:the\s+)?({_NAME})")
_TOLD_INSIDE = re.compile(rf"\b(?:told|tells|telling|informed)\s+(?:the\s+)?({_NAME})")
_CITED_END = re.compile(
    r",\s+(?!and\b|[A-Z])|[,;]\s*(?:said|says|reported|reports|that)\b|\s+(?:said|says|reported|reports"
    r"|as saying)\b|[.;\n]"
)
_TO = re.compile(
    rf"\b(?:[Ss]peaking|spoke|talking|talked|explaining|explained|speaking exclusively|statement|interview"
    rf"|remarks|comments?|comment made)\s+"
    rf"(?:in an interview\s+)?(?:to|with|for)\s+(?:the\s+)?({_NAME})"
)
_SORTS = r"(?:the\s+)?((?:[a-z][\w-]*\s+){0,3}?(?:agency|television|TV|radio|broadcaster|newspaper|channel|outlet)\s+)?"
_CONTACTED = re.compile(
    rf"\b(?:contacted|reached|interviewed|approached|asked|quoted|cited)(?: (?:by|over the) (?:tele)?phone)?"
    rf"(?: as saying)? by\s+{_SORTS}({_NAME})"
)
_OBTAINED = re.compile(
    rf"\b(?:obtained|seen|reviewed|viewed|acquired|gathered|received|heard|published|aired|broadcast|circulated"
    rf"|relayed|distributed|carried) by\s+{_SORTS}({_NAME})(?:\s+from\s+)?"
)
_QUOTES = re.compile(rf"{_SORTS}({_NAME})(?: has| have| had)?(?: also)? (?:quoted|cited)\b")
_ON = re.compile(
    rf"\b(?:on|via|through)\s+(?:its|their|his|her|the)\s+(?:\w+\s+){{0,3}}?({_NAME})(?=\s+(?:media"
    rf"|platform|channel|TV|television|website|station|news|agency|account|network))"
)
_CITING = re.compile(r"\b([Cc]iting|[Qq]uoting|cited|based on information from)\s+")


@dataclass(frozen=True, slots=True)
class Links:
    """What the words round one claim say about its way: `inner` stands behind the source, `relays` before the
    outlet."""

    inner: Span | None = None
    relays: tuple[Span, ...] = ()
    material: str = ""


def is_media(name: str, names: Names, article: Article) -> bool:
    """True when the name is a news medium: by the article's outlet, by its words, or as known to the lexicon."""
    plain = re.sub(r"['’]s?$", "", name).strip('"“”')
    if article.outlet.name and plain.lower() == article.outlet.name.lower():
        return True
    if names.kind(names.full(plain)) == "media":
        return True
    words = {w.lower().strip(".,") for w in plain.split()}
    return plain.lower() in MEDIA_NAMES or bool(words & MEDIA_NAMES) or (len(words) > 1 and bool(words & MEDIA_WORDS))


def read_links(
    page: Page, article: Article, names: Names, source: Span | None, cue: Span | None, content: tuple[Span, ...]
) -> Links:
    """The relays named in the claim's own sentence, outside what is said, nearest to the speaker first."""
    text = page.text
    relays: list[Span] = []
    inner: Span | None = None
    material = ""

    def relay(start: int, end: int, sort: str | None = None) -> None:
        span = tidy(text, start, end)
        if span is None or any(span.overlaps(r) for r in relays) or (source is not None and span.overlaps(source)):
            return
        if sort or is_media(span.of(text), names, article):
            relays.append(span)

    if source is not None:
        words = source.of(text)
        head = page.head(source)
        material = head.lemma_.lower() if head is not None else ""
        for match in _OBTAINED.finditer(words):
            start, end = source.start + match.start(2), source.start + match.end(2)
            if match.group(1) or is_media(text[start:end], names, article):
                relays.append(Span(start, end))
            if match.group().rstrip().endswith("from"):
                inner = tidy(text, source.start + match.end(), source.end)
        if inner is None and material in {"information", "intelligence"} and (origin := re.search(r"\bfrom\s+", words)):
            inner = tidy(text, source.start + origin.end(), source.end)
    if cue is not None:
        for gap in _outside(page, cue, content, source):
            words = gap.of(text)
            if source is not None and (seen := _OBTAINED.match(text, source.end + 1, gap.end)) is not None:
                relay(seen.start(2), seen.end(2), seen.group(1))
            for pattern in (_TO, _ON):
                for match in pattern.finditer(words):
                    relay(gap.start + match.start(1), gap.start + match.end(1))
            for pattern in (_CONTACTED, _OBTAINED, _QUOTES):
                for match in pattern.finditer(words):
                    relay(gap.start + match.start(2), gap.start + match.end(2), match.group(1))
            cited = _CITING.search(words)
            if cited is not None and inner is None and not cited.group(1).startswith("based"):
                stop = _CITED_END.search(words, cited.end())
                inner = tidy(text, gap.start + cited.end(), gap.start + (stop.start() if stop else len(words)))
        told = (
            _TOLD_BEHIND.match(text, cue.end)
            if _TELLS.search(cue.of(text))
            else _TOLD_INSIDE.search(text, cue.start, cue.end)
        )
        if told is not None:
            relay(told.start(1), told.end(1))
    return Links(inner, tuple(relays), material)


def _outside(page: Page, cue: Span, content: tuple[Span, ...], source: Span | None) -> list[Span]:
    """The parts of the cue's sentence that belong neither to what is said nor to who says it."""
    sentence = page.sentence_of(cue.start)
    holes = sorted([*content, *([source] if source else [])])
    found, at = [], sentence.start
    for hole in holes:
        if hole.end <= sentence.start or hole.start >= sentence.end:
            continue
        if hole.start > at:
            found.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < sentence.end:
        found.append(Span(at, sentence.end))
    return found


def chain(links: tuple[Voice, ...], article: Article) -> tuple[Voice, ...]:
    """The links without repetitions, with the outlet as the last."""
    found: list[Voice] = []
    for voice in links:
        if voice.name and any(voice.name == other.name for other in found):
            continue
        found.append(voice)
    outlet = article.outlet.name
    if outlet and len(found) > 1 and found[-1].name.lower() == outlet.lower():
        last = found.pop()
        return (*found, Voice(outlet, "media", last.span))
    return (*found, Voice(outlet, "media"))
