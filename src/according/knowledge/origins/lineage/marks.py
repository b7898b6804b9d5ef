"""What tells one event from another in a passage: its names, its numbers, its days. Pure, and by spelling alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from according.knowledge.origins.lineage.paragraphs import content_words
from according.knowledge.search import fold
from according.vocabularies import NUMBER_WORDS

__all__ = ["TELLING_NUMBER", "Marks", "marks", "same_name", "same_number"]

TELLING_NUMBER = 13
"""From here on a number is rarely shared by chance: two men and three villages stand in every report."""

COUNTED = 2
"""Content words after a number that may be what it counts: "41 of the wounded men"."""

ROUNDED = 1.2

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\d+)?")
_ENDS = re.compile(r"[.!?:;\"“”«»„/|]\s*$|[-–—]\s+$")
"""After these a capital says nothing; so does one at the beginning of a line."""
_STOPS = (".", "!", "?", "”", '"', "»", ":", ",")
"""A line that ends so is no headline."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        """
        january february march april may june july august september october november december
        the his her its their our they she but and for from with who mr mrs ms dr gen col lt maj capt sgt
        president minister general colonel major lieutenant captain spokesman spokeswoman state army
        north south east west northern southern eastern western central
        """,
    )
)
"""Words that have a capital beside names, or wherever they stand."""
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?:\b(?:{'|'.join(_DAYS)}),? )?(?:\b\d{{1,2}} {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b)(?:,? \d{{4}})?", re.IGNORECASE
)
"""A date, with the weekday that a head line has beside it: nothing that was said to happen."""
_YEAR = range(1900, 2100)
SAME_BEGINNING = 4
"""Letters from which one name is the beginning of the other: "Syria" and "Syrian", "Ukraine" and "Ukrainian"."""
ENDING = 3


TITLE = 0.6
"""Share of capitals among a line's words from which they are the typesetter's: a headline, a shout."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Names in order of first occurrence, each as its words; numbers; what large ones count; weekdays.

    `perhaps` are words with a capital that any word would have there; they are names where another text has them as
    names.
    """

    names: tuple[tuple[str, ...], ...]
    perhaps: frozenset[str]
    numbers: frozenset[str]
    counted: frozenset[tuple[str, str]]
    days: frozenset[str]

    def filed(self, names: int, numbers: int) -> tuple[str, ...]:
        """The words of the names and the large numbers, so many of each, as an index files them."""
        some = tuple(dict.fromkeys(word for name in self.names for word in name))
        return (*some[:names], *sorted(self.large)[:numbers])

    @property
    def large(self) -> frozenset[str]:
        """The numbers that are rarely shared by chance."""
        return frozenset(n for n in self.numbers if _large(n))


@lru_cache(maxsize=4096)
def marks(text: str, without: frozenset[str] = frozenset()) -> Marks:
    """The marks of a passage, names in small letters without accents; `without` are words that are no marks here."""
    names: list[list[str]] = []
    perhaps: set[str] = set()
    numbers: set[str] = set()
    counted: set[tuple[str, str]] = set()
    days: set[str] = set()
    for line in _DATE.sub(" ", text).splitlines():
        titled = _titled(line)
        number, left, opening = "", 0, ""
        end, last, tens, goes_on = 0, "", 0, False
        for match in _TOKEN.finditer(line):
            token, gap = match[0], line[end : match.start()]
            first, end, last = not last, match.end(), token
            unit_of, tens = (tens if gap in ("-", " ") else 0), 0
            opened, opening = opening, ""
            in_name, goes_on = goes_on and gap == " ", False
            if not left and token.islower() and token not in NUMBER_WORDS:
                continue
            word = fold(token)
            if left and (counts := content_words(word)):
                left -= 1
                counted.update((number, what) for what in counts if not what.isdecimal() and word not in NUMBER_WORDS)
            if word in _DAYS:
                days.add(word)
            elif token[0].isdecimal():
                plain = token.replace(",", "")
                if not (plain.isdecimal() and int(plain) in _YEAR):
                    numbers.add(plain)
                    number, left = plain, COUNTED if _large(plain) else 0
            elif word in NUMBER_WORDS:
                value = NUMBER_WORDS[word]
                if unit_of and value < 10:
                    numbers.discard(str(unit_of))
                    value += unit_of
                numbers.add(str(value))
                number, left = str(value), COUNTED if value >= TELLING_NUMBER else 0
                tens = value if value >= 20 and not value % 10 else 0
            elif token[0].isupper() and len(word) > 2 and word not in _NO_NAMES and word not in without:
                if titled or first or _ENDS.search(gap):
                    perhaps.add(word)
                    opening = "" if titled else word
                    continue
                if in_name:
                    names[-1].append(word)
                elif opened and gap == " ":
                    names.append([opened, word])
                else:
                    names.append([word])
                goes_on = True
    sure = {word for name in names for word in name}
    return Marks(
        tuple(dict.fromkeys(map(tuple, names))),
        frozenset(perhaps - sure),
        frozenset(numbers),
        frozenset(counted),
        frozenset(days),
    )


def _large(number: str) -> bool:
    return not number.isdecimal() or int(number) >= TELLING_NUMBER


def _titled(line: str) -> bool:
    long = [token for token in _TOKEN.findall(line) if len(token) > 3 and token[0].isalpha()]
    ends = line.rstrip().endswith(_STOPS)
    return not ends and len(long) > 3 and sum(token[0].isupper() for token in long) > TITLE * len(long)


def same_number(one: str, other: str) -> bool:
    """True for one number, exact or, where it is a round one, up to a fifth more: "more than 40" are 43 elsewhere."""
    if one == other:
        return True
    if not one.isdecimal() or not other.isdecimal():
        return False
    less, more = sorted((int(one), int(other)))
    return less % 10 == 0 and more <= less * ROUNDED


def same_name(one: str, other: str) -> bool:
    """True for one name in two forms: an adjective and its country, a plural."""
    short, long = sorted((one, other), key=len)
    return short == long or (
        len(short) >= SAME_BEGINNING and len(long) - len(short) <= ENDING and long.startswith(short)
    )
