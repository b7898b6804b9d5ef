"""Does one article tell what another told, in other words? Pure.

Without copied paragraphs it takes more than being on one subject: a credit to the other and what identifies the event
in the passage that gives it (names, numbers, days, quoted words); words said to the other alone; or much of the other,
from several sources, in its order.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from according.knowledge.origins.lineage.credits import Credit, fold_outlet, is_agency, same_outlet
from according.knowledge.origins.lineage.kin import SHARED_WORDS, Kin, Pairs, beside, in_order, reworded, shares
from according.knowledge.origins.lineage.marks import Marks, marks, same_name, same_number
from according.knowledge.origins.lineage.paragraphs import containment, content_words, words
from according.knowledge.origins.lineage.quotations import is_public, said_to, speech
from according.records import Span

__all__ = ["CARRIED", "RELAYS", "RETOLD_DAYS", "Retelling", "crediting", "credits_to", "retelling"]

CARRIED = ("dateline", "credit line", "contribution")
RELAYS = ("reported by", "told")
"""Ways of a credit: the text says that it is the other's, or that the other reported or was told it."""
RETOLD_DAYS = 4
"""Days between two articles within which one retells the other without copying it."""


@dataclass(frozen=True, slots=True)
class _Least:
    """From when one article retells another: share of the shorter one's content words, of its words in paragraphs that
    are reworded there, how many content words it must have at least, how many paragraphs in the same order, and how
    many named voices speak in those."""

    content: float
    share: float
    words: int
    order: int = 0
    voices: int = 0


CREDITED = _Least(0.45, 0.35, 15)
"""One names the other, or its agency, as having reported or been told it. Reports of one event in own words share a
tenth to a third of their content words, retellings more than half (`tests/knowledge/origins/test_relays.py`)."""
CREDITED_BOTH = _Least(0.5, 0.5, 15)
"""Both name a third: they retell what is not here."""
UNCREDITED = (_Least(0.75, 0.7, 40), _Least(0.6, 0.8, 40, 3, 2), _Least(0.5, 0.7, 40, 4, 2))
"""Neither does. In the same order less is enough, where several are heard: who sits in one press conference, or writes
up one communiqué, has its order and one voice, and half of the content words at most."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """From when a passage that credits an article tells of the same event: how much identifies it (a name counts one,
    a large number that counts the same thing three), of that by names and by numbers, and the share of its content
    words found there."""

    weight: int
    names: int
    counts: int
    share: float


COUNTS = 3
ALONE = (_Passage(5, 5, 0, 0.4), _Passage(COUNTS + 1, 0, 1, 0.3))
"""Credits to an outlet that has something else in the store, within days and on the same persons and countries, stay
below: in 900 campaign reports of seven newsrooms such names alone made seven false ties."""
ON_THE_SAME = (_Passage(3, 0, 0, 0.35), _Passage(COUNTS + 1, 0, 1, 0.25))
"""Where the articles are on one subject; then the same number, or about the same, counts whatever it is of."""
SAME_SUBJECT = 0.27
"""Cosine of the content words of two articles from which they are on one subject."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """Paragraphs of one article beside those of the other that they tell again; where it says so, which one derives
    from the other and what shows it. `least` is the share of words from which whole articles count as kin."""

    pairs: Pairs
    derived: str | None = None
    why: str = ""


def retelling(one: Kin, other: Kin, copies: Pairs) -> Retelling | None:
    """How one of two articles retells the other, which are in order of their ids; None where neither does."""
    if one.published and other.published and abs((one.published - other.published).days) > RETOLD_DAYS:
        return None
    ways = [
        (derived, original)
        for derived, original in ((one, other), (other, one))
        if not same_outlet(derived.outlet, original.outlet) and not _before(derived, original)
    ]
    for passes_on in (_credited, _exclusive):
        found: dict[str, str] = {}
        passages: Pairs = {}
        for derived, original in ways:
            if passed := passes_on(derived, original):
                found[derived.id] = passed[1]
                passages |= {(b, a) if derived is other else (a, b): alike for (a, b), alike in passed[0].items()}
        if len(found) == 1:
            return Retelling(reworded(one, other, copies) | passages, *next(iter(found.items())))
    enough = [least for least in _least(one, other) if _on_one_subject(one, other, least)]
    if not enough or _other_days(one, other):
        return None
    pairs = reworded(one, other, copies)
    return Retelling(pairs) if any(_told_again(one, other, least, pairs) for least in enough) else None


def _before(one: Kin, other: Kin) -> bool:
    return bool(one.published and other.published and one.published < other.published)


def _other_days(one: Kin, other: Kin) -> bool:
    """Whether both name weekdays, and none in common: raids on one town within days are told in the same words."""
    mine, theirs = marks(one.head), marks(other.head)
    same = mine.days & theirs.days or mine.large & theirs.large or one.speech & other.speech
    return bool(mine.days and theirs.days and not same)


def alike(one: Kin, other: Kin) -> float:
    """The cosine of the content words of two articles: unlike a share of the shorter one's, blind to their lengths."""
    both = len(one.content) * len(other.content)
    return len(one.content & other.content) / sqrt(both) if both else 0.0


def _on_one_subject(one: Kin, other: Kin, least: _Least) -> bool:
    smaller = min(len(one.content), len(other.content))
    return smaller >= least.words and containment(one.content, other.content) >= least.content


def _told_again(one: Kin, other: Kin, least: _Least, pairs: Pairs) -> bool:
    if max(shares(one, other, pairs).values()) < least.share or in_order(pairs) < least.order:
        return False
    return all(
        len(kin.voices_in({pair[side] for pair in pairs})) >= least.voices for side, kin in enumerate((one, other))
    )


def _least(one: Kin, other: Kin) -> tuple[_Least, ...]:
    """How much must be alike for one to retell the other, given whom they credit."""
    for derived, original in ((one, other), (other, one)):
        if credits_to(derived, original) and not same_outlet(derived.outlet, original.outlet):
            return (CREDITED,)
    told = [{fold_outlet(c.name) for c in kin.credits if c.how in RELAYS} for kin in (one, other)]
    return (CREDITED_BOTH,) if told[0] & told[1] else UNCREDITED


_LINE = re.compile(r"[^\n]+")
_OUTLETS = (
    r"(?:the|that) (?:\w+ )?(?:agency|site|website|newspaper|paper|daily|broadcaster|channel|station|magazine|outlet|"
    r"portal|publication|report|investigation)"
)
_REFERS = re.compile(
    rf"\b{_OUTLETS},? (?:also |has |had |later |further )?(?:adds?|added|says?|said|reports?|reported|quotes?|quoted|"
    rf"writes?|wrote|notes?|noted|cites?|cited|found|showed)\b"
    rf"|\b(?:told|according to|quoted by|cited by|citing) {_OUTLETS}\b",
    re.IGNORECASE,
)
"""How a text goes on speaking of the outlet that it has credited."""


def _credited(derived: Kin, original: Kin) -> tuple[Pairs, str] | None:
    """The paragraphs of the one that pass on what the other has by its own credit, and how it says so; None where it
    credits the other with other things, or not."""
    credits = [c for c in credits_to(derived, original) if c.how != "citing others"]
    if not credits:
        return None
    lines = crediting(derived, {*(c.name for c in credits), original.outlet} - {""})
    outlets = frozenset(words(" ".join([derived.outlet, original.outlet, *(c.name for c in credits)])))
    related = alike(derived, original) >= SAME_SUBJECT
    if not related and not any(same_outlet(c.name, original.outlet) for c in credits):
        return None

    def tells(some: Sequence[Span], least: Sequence[_Passage]) -> bool:
        return same_event("\n".join(line.of(derived.text) for line in some), original, outlets, least)

    together = tells(lines, ON_THE_SAME if related else ALONE)
    passing = lines if together else [line for line in lines if tells([line], ALONE)]
    return (beside(derived, original, passing), _credit(credits[0])) if passing else None


def _credit(credit: Credit) -> str:
    return f"it credits {credit.name} ({credit.how})"


def credits_to(derived: Kin, original: Kin) -> list[Credit]:
    """The credits of the one to the other's outlet, to an agency whose text the other carries for having reported it,
    or to "agencies" where the other is one."""
    carried = [c.name for c in original.credits if c.how in CARRIED]
    return [
        c
        for c in derived.credits
        if same_outlet(c.name, original.outlet)
        or (c.how in RELAYS and any(same_outlet(c.name, name) for name in carried))
        or (c.how == "citing others" and "agenc" in c.name.casefold() and is_agency(original.outlet))
    ]


def crediting(kin: Kin, names: Collection[str]) -> list[Span]:
    """The lines of the article that name an outlet as a source, and those after them that go on with it."""
    named = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names))})(?!\w)")
    lines: list[Span] = []
    for match in _LINE.finditer(kin.text):
        if named.search(match[0]) or (lines and _REFERS.search(match[0])):
            lines.append(Span(*match.span()))
    return lines


def _exclusive(derived: Kin, original: Kin) -> tuple[Pairs, str] | None:
    """The paragraphs of the one that quote what was said to the other alone; None where anybody may have heard it."""
    shared = derived.speech & original.speech
    if not shared:
        return None
    heard = {run for passage in _asked(original, shared) for run in speech(passage)}
    lines = _quoting(derived, shared & heard)
    texts = [line.of(derived.text) for line in lines]
    if not lines or any(is_public(text) or said_to(text, {derived.outlet}) for text in texts):
        return None
    known = {word for name in marks(original.text).names for word in name}
    if not _found(marks(derived.text), known):
        return None
    return beside(derived, original, lines), f"it quotes what was said to {original.outlet}"


def _asked(kin: Kin, runs: Collection[str]) -> Iterator[str]:
    """The lines that quote one of these and, there or in the line before or after, say that it was told to nobody but
    the article's own outlet."""
    lines = [match[0] for match in _LINE.finditer(kin.text)]
    for at, line in enumerate(lines):
        if not speech(line) & frozenset(runs) or is_public(line):
            continue
        if any(said_to(near, {kin.outlet}) and not is_public(near) for near in lines[max(0, at - 1) : at + 2]):
            yield line


def _quoting(kin: Kin, runs: Collection[str]) -> list[Span]:
    spans = (Span(*match.span()) for match in _LINE.finditer(kin.text))
    return [span for span in spans if speech(span.of(kin.text)) & frozenset(runs)]


def same_event(passage: str, original: Kin, without: frozenset[str], least: Sequence[_Passage]) -> bool:
    """Whether a passage tells of what the article tells of, by its names, numbers, days and words, or its quotation.

    Nothing in the passage may speak against it: other large numbers, more names that are not there than such as are, or
    another day, which may be only that of the report where large numbers or speech are the same.
    """
    mine, theirs = marks(passage, without), marks(original.head, without)
    known = {word for name in theirs.names for word in name}
    found = _found(mine, known | theirs.perhaps) + len(mine.perhaps & known)
    equal = same_number if least is ON_THE_SAME else str.__eq__
    large = {number for number in mine.large if any(equal(number, other) for other in theirs.large)}
    same_speech = bool(speech(passage) & original.speech)
    if mine.days and theirs.days and not mine.days & theirs.days and not large and not same_speech:
        return False
    if len(mine.large - large) > len(large) or len(mine.names) - found > found + len(large):
        return False
    if found and same_speech:
        return True
    content = content_words(passage) - without - content_words(" ".join(word for name in mine.names for word in name))
    shared = len(content & original.head_content)
    counted = {number for number, _ in mine.counted & theirs.counted}
    weight = found + COUNTS * len(counted) + (len(large - counted) if counted or least is ON_THE_SAME else 0)
    if shared < SHARED_WORDS or not (found or (counted and len(large) > 1)):
        return False
    return any(
        weight >= some.weight
        and found >= some.names
        and len(counted) >= some.counts
        and shared >= some.share * len(content)
        for some in least
    )


def _found(mine: Marks, known: Collection[str]) -> int:
    return sum(any(same_name(word, other) for word in name for other in known) for name in mine.names)
