"""Which statements say the same: same actors, compatible object, place and time. Pure, and blind to order.

Compatible is not transitive: "the headquarters" fits two named headquarters that do not fit each other. So what is
specific is joined first, and what is vague joins only where exactly one specific group fits; otherwise it stands alone.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from according.knowledge.origins.gathering.classes import CLASS_OF, THINGS
from according.vocabularies import EVENTS, NUMBER_WORDS

__all__ = ["Said", "class_of", "group", "is_description"]

CLASSES = {"SEIZE": "hold", "controls": "hold", "present_in": "presence", "moved_to": "presence"}
"""Predicates that report one fact from two sides: who takes a place holds it, who moved to one is there."""
NEWS_DAYS = 10
"""An undated event is taken to lie in the days before publication; news rarely reports later without a date."""
SAME_DAYS = 1
"""Days between two reports within which an attack on a town and one on a building in it are taken to be one."""
EXACT_DAYS = 3
"""An interval this short is specific."""
ALIKE = 0.5
"""Share of distinctive words (Jaccard) from which two worded objects are one thing."""

_VAGUE = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "some",
        "several",
        "many",
        "few",
        "number",
        "of",
        "key",
        "main",
        "major",
        "large",
        "small",
        "big",
        "military",
        "army",
        "local",
        "regional",
        "national",
        "important",
        "strategic",
        "new",
        "old",
        "another",
        "other",
        "more",
        "area",
        "areas",
        *NUMBER_WORDS,
        "dozens",
        "hundreds",
    ]
)


_CROWDS = frozenset(
    {"people", "person", "fighter", "soldier", "group", "child", "children", "woman", "women", "man", "men", "worker"}
    | {"member", "officer", "policeman", "policemen", "police", "other"}
)
_GROUPS = frozenset({"group", "militia", "faction", "fighter", "militant", "rebel", "insurgent"})


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as far as grouping looks at it.

    subject, object, item: canonical ids, or folded words where there is no entity (`*_id` False for those).
    object_words: the object as worded, folded; described: True for an object that words describe rather than name
    ("Shiite militias in the north"), which is compared by its words though each wording has an id of its own.
    where: place id with latitude, longitude and radius in km, when known. since, until: explicit bounds.
    mood: empty for what is said to be so, else what is done with it (a forecast says nothing of the fact).
    """

    statement: str
    subject: str
    predicate: str
    object: str = ""
    object_is_id: bool = False
    item: str = ""
    place: str = ""
    where: tuple[float, float, float] | None = None
    since: date | None = None
    until: date | None = None
    published: date | None = None
    mood: str = ""
    object_words: str = ""
    described: bool = False


def class_of(predicate: str) -> str:
    """The class statements are compared in."""
    return CLASSES.get(predicate, predicate)


def group(said: Iterable[Said]) -> list[tuple[str, ...]]:
    """Statement ids that say the same, polarity aside; each group sorted, groups sorted. Order of input is nothing."""
    blocks: dict[tuple[str, str, str], list[Said]] = {}
    for one in said:
        blocks.setdefault((one.subject, class_of(one.predicate), one.mood), []).append(one)
    found = []
    for block in blocks.values():
        for by_object in _cluster(block, _object_specific, _same_object):
            for by_item in _cluster(by_object, _item_specific, _same_item):
                for by_place in _cluster(by_item, lambda s: bool(s.place), _same_place):
                    found += _cluster(by_place, _time_specific, _same_time)
    return sorted(tuple(sorted(s.statement for s in some)) for some in found)


def _cluster(
    some: Sequence[Said], specific: Callable[[Said], bool], same: Callable[[Said, Said], bool]
) -> list[list[Said]]:
    """Connected components of the specific ones; each vague one with the only component it fits, or with its like."""
    ordered = sorted(some, key=lambda s: s.statement)
    components: list[list[Said]] = []
    for one in (s for s in ordered if specific(s)):
        fitting = [c for c in components if any(same(one, other) for other in c)]
        merged = [one, *(other for c in fitting for other in c)]
        components = [c for c in components if c not in fitting] + [merged]
    settled = [list(c) for c in components]
    left: list[list[Said]] = []
    for one in (s for s in ordered if not specific(s)):
        fitting_at = [at for at, c in enumerate(components) if any(same(one, other) for other in c)]
        if len(fitting_at) == 1:
            settled[fitting_at[0]].append(one)
            continue
        like = [c for c in left if any(same(one, other) for other in c)]
        left = [c for c in left if c not in like] + [[one, *(other for c in like for other in c)]]
    return settled + left


def is_description(name: str) -> bool:
    """True for words that describe ("militias in the south"), False for a name ("Ahrar al-Sham", "Banca d'Italia")."""
    return any(len(word) > 3 and word.islower() for word in re.findall(r"[^\W\d_]+(?:-\w+)*", name))


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> frozenset[str]:
    """What tells two wordings apart: no articles and sizes, no plural, one word for all words for a thing or group."""
    some = [word for word in re.findall(r"\w+", text) if word not in _VAGUE]
    singular = [
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in some
    ]
    return frozenset("group" if word in _GROUPS else _class(word) for word in singular)


def _class(word: str) -> str:
    """One word for all that the press calls one kind of thing ("block of flats", "apartment building")."""
    name = CLASS_OF.get(word) or CLASS_OF.get(f"{word}s", word)
    return name if name in THINGS else word


def _object_words(said: Said) -> frozenset[str]:
    return _words(said.object_words or said.object)


def _object_specific(said: Said) -> bool:
    return not _all_of_it(said) and ((said.object_is_id and not said.described) or len(_object_words(said)) > 1)


def _all_of_it(said: Said) -> bool:
    """An attack on a town, which may be the one on a building in it that others tell of."""
    return said.predicate == "ASSAULT" and bool(said.object) and said.object == said.place


def _within(whole: Said, part: Said) -> bool:
    """Whether the attack on a place is, as far as one can tell, the one on a thing there: told in the same days."""
    if whole.object != part.place or whole.published is None or part.published is None:
        return False
    return abs((whole.published - part.published).days) <= SAME_DAYS


def _is_crowd(said: Said) -> bool:
    """Nobody in particular: "14 people", "soldiers"."""
    return bool(said.object_words) and {word for word in _object_words(said) if not word.isdigit()} <= _CROWDS


def _same_object(one: Said, other: Said) -> bool:
    if (_is_crowd(one) or _is_crowd(other)) and not (one.place and other.place):
        return one.object_words == other.object_words  # people are killed in many places on one day
    for whole, part in ((one, other), (other, one)):
        if _all_of_it(whole) and not _all_of_it(part) and part.predicate == "ASSAULT":
            return _within(whole, part)
    if one.object_is_id and other.object_is_id and one.object == other.object:
        return True
    if (one.object_is_id and not one.described) or (other.object_is_id and not other.described):
        return False
    return _alike(one.object_words or one.object, other.object_words or other.object)


def _item_specific(said: Said) -> bool:
    return len(_words(said.item)) > 1


def _same_item(one: Said, other: Said) -> bool:
    """Compatible are "missiles" and "ballistic missiles"; and anything with what is not said."""
    if not one.item or not other.item or one.predicate != other.predicate:
        return True
    a, b = _words(one.item), _words(other.item)
    return a <= b or b <= a if a and b else one.item == other.item


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    if not a or not b:
        return one == other
    if len(a) == 1 or len(b) == 1:
        return a <= b or b <= a
    return len(a & b) / len(a | b) >= ALIKE


def _same_place(one: Said, other: Said) -> bool:
    if not one.place or not other.place or one.place == other.place:
        return True
    if one.where is None or other.where is None:
        return False
    return _km(one.where, other.where) <= max(one.where[2], other.where[2])


def _km(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """Great-circle distance (haversine, mean radius 6371 km)."""
    lat1, lon1, lat2, lon2 = map(radians, (a[0], a[1], b[0], b[1]))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(sqrt(h))


def _interval(said: Said) -> tuple[date, date] | None:
    if said.since or said.until:
        return said.since or date.min, said.until or date.max
    if said.published and said.predicate in EVENTS:
        return said.published - timedelta(days=NEWS_DAYS), said.published
    return None


def _time_specific(said: Said) -> bool:
    span = _interval(said)
    return span is not None and (span[1] - span[0]).days <= EXACT_DAYS


def _same_time(one: Said, other: Said) -> bool:
    a, b = _interval(one), _interval(other)
    if a is None or b is None:
        return True
    slack = timedelta(days=1) if (_time_specific(one) and _time_specific(other)) else timedelta(0)
    first, second = (a, b) if a[0] <= b[0] else (b, a)
    return second[0] - first[1] <= slack if first[1] != date.max else True
