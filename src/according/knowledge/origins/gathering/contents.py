"""Whether two contents, worded each in its own way, tell the same of one event. Pure.

Words are weighed by what they identify: a number with its noun and a name weigh most, verbs of the trade least. Two
contents tell the same when what they share weighs enough in itself and on both sides, and nothing that both make
precise differs: a number of the same things, a day, which of two acts on the other, yes and no. That is asked only of
contents whose articles share a place and lie a few days apart, or which name the same thing in several words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.knowledge.origins.gathering.classes import CALENDAR, CLASS_OF, DEEDS, NOT, STOP, THINGS, VERBS, WEEKDAYS
from according.vocabularies import NUMBER_WORDS

__all__ = ["DAYS", "ENOUGH", "ENOUGH_ELSEWHERE", "Gist", "gist_of", "same_gist", "tells_of"]

DAYS = 3
"""Days between the publication of two reports from which they are not taken to tell of one event."""
ENOUGH = 6.0
"""Weight that must be shared: a name or a number with its thing, and two or three words beside it."""
ENOUGH_ELSEWHERE = 9.0
"""The same where the reports share no spot, only a name of several words: many things happen by the Red Sea."""
SHARE_OF_LESS, SHARE_OF_MORE = 0.5, 0.3
"""Shares of the weight of the poorer and the richer content that must be shared."""
NUMBER, NAME, THING, WORD, DEED = 4.0, 2.5, 2.0, 1.25, 1.0

_TENS = {word for word, value in NUMBER_WORDS.items() if value >= 20 and value % 10 == 0}
_WORDED = {"dozens": "dozens", "hundreds": "hundreds", "scores": "scores", "thousands": "thousands", "pair": "2"}
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*|[.!?;:,()\"“”]")
_ARTICLE = re.compile(r"(?:al|el|an|as|ash|ad)-(?=\w{3})", re.IGNORECASE)
_ENDINGS = ("ing", "ies", "ed", "es", "s", "y", "e")
_ACTORS = frozenset({"army", "fighter", "soldier", "people"})
_TOLLS = frozenset({"kill", "wound"})
_AROUND = 4
"""Words beside a number in which its noun, or the deed that is counted, stands."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a content tells.

    weights: the weight of each term; numbers: a number and the terms it counts; days: days of the week and dates it
    names; phrases: names of several words; before, after: the actors on either side of the first deed; denies: it says
    no; turned: the deed's doer stands behind "by".
    """

    weights: dict[str, float]
    numbers: tuple[tuple[str, frozenset[str]], ...]
    days: frozenset[str]
    phrases: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    denies: bool
    turned: bool

    @property
    def weight(self) -> float:
        """Of all its terms and numbers."""
        return sum(self.weights.values()) + sum(_weight_of(value) for value, _ in self.numbers)


def gist_of(texts: Sequence[str]) -> Gist:
    """What these pieces of one content tell."""
    tokens = _TOKEN.findall(" . ".join(texts))
    weights: dict[str, float] = {}
    numbers: list[tuple[int, str]] = []
    terms: list[str] = []
    days: set[str] = set()
    phrases: set[str] = set()
    run: list[str] = []
    begins = True
    for at, token in enumerate([*tokens, "."]):
        word = token.casefold().replace("’", "'").removesuffix("'s")
        named = token[:1].isupper() and not (begins and not _named_at_start(tokens, at))
        if named and word not in STOP and word not in WEEKDAYS | CALENDAR:
            run.append(_ARTICLE.sub("", word).replace("-", ""))
        else:
            if len(run) > 1:
                phrases.add(" ".join(run))
                weights.setdefault("".join(part[0] for part in run), 0.0)
            run = []
        begins = not token[0].isalnum() and token not in ",:;"
        value = _value(word)
        if value:
            numbers.append((at, value))
        if word in WEEKDAYS:
            days.add(word)
        if word in CALENDAR and token[0].isupper():
            beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
            days |= {f"{day} {word}" for day in beside if day.isdigit() and len(day) < 3}
        term = "" if value or not token[0].isalnum() else _term(token, word, named=named)
        if term in _ACTORS and "our" in (part.casefold() for part in tokens[max(0, at - 2) : at]):
            term = ""  # whose they are hangs on who speaks
        terms.append(term)
        if term:
            weights[term] = max(weights.get(term, 0.0), NAME if named else _weigh(term))
    counted = [(value, _counted(terms, at)) for at, value in numbers if not _is_date(tokens, at)]
    deed = next((at for at, term in enumerate(terms) if term in DEEDS), len(terms))
    actors = [(at, term) for at, term in enumerate(terms) if term in _ACTORS or weights.get(term, 0.0) == NAME]
    lower = {token.casefold().replace("’", "'") for token in tokens}
    return Gist(
        {term: weight for term, weight in weights.items() if weight},
        tuple((value, nouns) for value, nouns in counted if nouns),
        frozenset(days),
        frozenset(phrases),
        frozenset(term for at, term in actors if at < deed),
        frozenset(term for at, term in actors if at > deed),
        bool(lower & NOT),
        "by" in [token.casefold() for token in tokens[deed:]],
    )


def same_gist(one: Gist, other: Gist, enough: float = ENOUGH) -> bool:
    """True when two contents of one event tell the same of it; `enough`: the weight that they must share."""
    if one.denies != other.denies or _differ_in_day(one, other) or _turned_round(one, other):
        return False
    tolls = (_TOLLS & one.weights.keys(), _TOLLS & other.weights.keys())
    if all(tolls) and not tolls[0] & tolls[1]:
        return False
    counted, again = _counted_alike(one, other), _counted_alike(other, one)
    if counted is None or again is None:
        return False
    alike = one.weights.keys() & other.weights.keys()
    shared = min(counted, again) + sum(max(one.weights[term], other.weights[term]) for term in sorted(alike))
    if shared < enough:
        return False
    less, more = sorted((one.weight, other.weight))
    return shared >= SHARE_OF_LESS * less and shared >= SHARE_OF_MORE * more


def tells_of(content: Gist, said: Gist, predicate: str, objects: Sequence[str]) -> bool:
    """True when a content has a verb for this deed and speaks of each of the things it is done to.

    Of a thing that the statement's own words (`said`) only point at ("the vessel"), it must use a like word.
    """
    if not VERBS.get(predicate, frozenset()) & content.weights.keys():
        return False
    for name in objects:
        terms = gist_of([f"the {name}"]).weights.keys()
        if terms and terms & said.weights.keys() and not terms & content.weights.keys():
            return False
    return bool(THINGS.keys() & said.weights.keys() & content.weights.keys()) or any(
        gist_of([f"the {name}"]).weights.keys() & content.weights.keys() for name in objects
    )


def _named_at_start(tokens: Sequence[str], at: int) -> bool:
    """A sentence begins with a capital whatever its first word; a second capital after it makes it a name."""
    return at + 1 < len(tokens) and tokens[at + 1][:1].isupper() and tokens[at].casefold() not in STOP


def _value(word: str) -> str:
    if word[:1].isdigit():
        return word.replace(",", "").rstrip(".")
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in NUMBER_WORDS):
        return str(NUMBER_WORDS[tens] + NUMBER_WORDS.get(unit, 0))
    if word in NUMBER_WORDS and NUMBER_WORDS[word] > 1:
        return str(NUMBER_WORDS[word])
    return _WORDED.get(word, "")


def _term(token: str, word: str, *, named: bool) -> str:
    plain = _ARTICLE.sub("", word).replace("-", "") if named else word
    if not named and (word in CLASS_OF or word.replace("-", "") in CLASS_OF):
        return CLASS_OF.get(word) or CLASS_OF[word.replace("-", "")]
    if plain in STOP or plain in CALENDAR or (len(plain) < 4 and not (named and len(plain) > 1 and token.isupper())):
        return ""
    plain = plain.replace("-", "")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


def _weigh(term: str) -> float:
    return THING if term in THINGS else DEED if term in DEEDS else WORD


def _weight_of(value: str) -> float:
    return NUMBER if value != "2" else NUMBER / 2


def _counted(terms: Sequence[str], at: int) -> frozenset[str]:
    """What is counted: the terms after the number up to the first deed, and a toll beside it."""
    found: set[str] = set()
    for term in terms[at + 1 : at + 1 + _AROUND]:
        if term:
            found.add(term)
        if term in DEEDS:
            break
    return frozenset(found | (_TOLLS & set(terms[max(0, at - _AROUND) : at])))


def _is_date(tokens: Sequence[str], at: int) -> bool:
    beside = {tokens[near].casefold() for near in (at - 1, at + 1) if 0 <= near < len(tokens)}
    return bool(beside & CALENDAR) or bool(re.fullmatch(r"(?:19|20)\d\d", tokens[at]))


def _differ_in_day(one: Gist, other: Gist) -> bool:
    for mine, theirs in (
        (one.days & WEEKDAYS, other.days & WEEKDAYS),
        (one.days - WEEKDAYS, other.days - WEEKDAYS),
    ):
        if mine and theirs and not mine & theirs:
            return True
    return False


def _counted_alike(one: Gist, other: Gist) -> float | None:
    """The weight of the numbers that both give of the same; None where they give different ones."""
    shared = 0.0
    for value, nouns in one.numbers:
        of_these = {v for v, n in other.numbers if nouns & n}
        if value in of_these:
            shared += _weight_of(value)
        elif of_these:
            return None
    return shared


def _turned_round(one: Gist, other: Gist) -> bool:
    """Who acts in one is acted on in the other, and the other way about."""
    if one.turned == other.turned:
        return bool(one.before & other.after and one.after & other.before)
    return bool(one.before & other.before and one.after & other.after)
