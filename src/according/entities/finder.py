"""Finding many known names in a text at once: hashed word sequences, longest first, in time linear in the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from according.entities.names import fold, sound
from according.records import Span

__all__ = ["Hit", "Known", "NameFinder", "Token", "tokens_of"]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’‘ʼ`]\w+)*")
_GAP = re.compile(r"(?:[\"“”«»'’‘]?[ \t\u00a0]?[\-–‐/]?\n?[ \t\u00a0]?[\"“”«»'’‘]?)$")
_ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul"))
_ARABIC_CLITIC = re.compile(r"(?:[وفبكل])(?=[\u0621-\u064a]{3})")
_POSSESSIVE = re.compile(r"['’]s?$")
SOUND_LETTERS = 5
"""Fewest sounds of a one-word name that may be met in another spelling; shorter ones meet ordinary words."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text with its offsets (a possessive ending excluded) and folded form."""

    start: int
    end: int
    text: str
    folded: str

    capital: bool
    """Written as a name: it starts with a capital or a digit, or its script has no cases."""


@dataclass(frozen=True, slots=True)
class Known:
    """One name to look for. `key` is whatever the caller wants back.

    `exact` names (abbreviations) match in this very case only; `lower` names (weapon classes) in any case, also in
    the plural; `sounds` names also in other transliterations.
    """

    text: str
    key: object
    exact: bool = False
    lower: bool = False
    plural: bool = False
    sounds: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a name stands, and all known names written so; `loose` when found by sound only."""

    span: Span
    surface: str
    known: tuple[Known, ...]
    loose: bool = False


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order; "U.S." is one word, "Kata'ib" is one word, "Iran's" ends before its ending."""
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        ending = _POSSESSIVE.search(word) if "'" in word or "’" in word else None
        if ending:
            word = word[: ending.start()]
            end = start + len(word)
        found.append(Token(start, end, word, *_word(word)))
    return found


@lru_cache(maxsize=65536)
def _word(word: str) -> tuple[str, bool]:
    first = word[0]
    return fold(word).replace(" ", ""), first != first.lower() or first.lower() == first.upper()


@dataclass(frozen=True, slots=True)
class _Entry:
    known: Known
    capitals: tuple[bool, ...]
    letters: str


class NameFinder:
    """An index of known names. Building is linear in their number; finding in the length of the text."""

    def __init__(self, names: Iterable[Known]) -> None:
        self._by_words: dict[tuple[str, ...], list[_Entry]] = {}
        self._longest: dict[str, int] = {}
        self._by_sound: dict[tuple[str, ...], list[Known]] = {}
        self._longest_sound: dict[str, int] = {}
        for known in names:
            text = known.text
            if text.count(" ") > 1:  # "The New York Times" is found without its article, "The Guardian" only with it
                text = text.removeprefix("The ")
            tokens = tokens_of(text)
            key = tuple(t.folded for t in tokens)
            if not key or not all(key):
                continue
            capitals = tuple(t.text[0] != t.text[0].lower() for t in tokens)
            self._by_words.setdefault(key, []).append(_Entry(known, capitals, re.sub(r"[^\w]", "", known.text)))
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
            if known.sounds:
                self._add_sound(key, known)

    def _add_sound(self, key: Sequence[str], known: Known) -> None:
        heard = tuple(sound(w) for w in key if w not in _ARTICLES)
        if not heard or (len(heard) == 1 and len(heard[0]) < SOUND_LETTERS):
            return
        self._by_sound.setdefault(heard, []).append(known)
        self._longest_sound[heard[0]] = max(self._longest_sound.get(heard[0], 0), len(heard))

    def find(self, text: str) -> Iterator[Hit]:
        """Known names in text order, longest first, no overlaps: of "the Gulf" and "Gulf of Aden" the second."""
        tokens = tokens_of(text)
        at = 0
        while at < len(tokens):
            hit, used = self._at(text, tokens, at)
            longer = any(self._longer(text, tokens, later, used) for later in range(at + 1, at + used))
            if hit is None or longer:
                at += 1
                continue
            yield hit
            at += used

    def _longer(self, text: str, tokens: list[Token], at: int, than: int) -> bool:
        hit, used = self._at(text, tokens, at)
        return hit is not None and not hit.loose and used > than

    def _at(self, text: str, tokens: list[Token], at: int) -> tuple[Hit | None, int]:
        token = tokens[at]
        clitic = _ARABIC_CLITIC.match(token.text)
        forms = [token.folded] + ([fold(token.text[1:])] if clitic else [])
        for form, shift in zip(forms, (0, 1), strict=False):
            for length in range(min(self._longest.get(form, 0), len(tokens) - at), 0, -1):
                found = self._words(tokens[at : at + length], form)
                if found and _joined(text, tokens[at : at + length]):
                    span = Span(token.start + shift, tokens[at + length - 1].end)
                    return Hit(span, span.of(text), found), length
        if token.capital and token.folded not in _ARTICLES and self._by_sound:
            return self._heard(text, tokens, at)
        return None, 1

    def _words(self, window: Sequence[Token], first: str) -> tuple[Known, ...]:
        key = (first, *(t.folded for t in window[1:]))
        found = [e.known for e in self._by_words.get(key, ()) if _written_so(e, window)]
        last = key[-1]
        if not found and last.endswith("s") and len(last) > 3:
            for stem in (last[:-1], last[:-2] if last.endswith("es") else ""):
                if stem:
                    singular = self._by_words.get((*key[:-1], stem), ())
                    found = [e.known for e in singular if (e.known.plural or e.known.lower) and _written_so(e, window)]
                if found:
                    break
        return tuple(found)

    def _heard(self, text: str, tokens: list[Token], at: int) -> tuple[Hit | None, int]:
        first = sound(tokens[at].folded)
        most = self._longest_sound.get(first, 0)
        if not most:
            return None, 1
        heard, used = [first], 1
        best: tuple[Hit | None, int] = (None, 1)
        while True:
            window = tokens[at : at + used]
            known = self._by_sound.get(tuple(heard), ())
            close = tuple(k for k in known if _near(k.text, text[window[0].start : window[-1].end]))
            if close and (len(heard) > 1 or tokens[at].capital):
                span = Span(window[0].start, window[-1].end)
                best = (Hit(span, span.of(text), close, loose=True), used)
            following = at + used
            while following < len(tokens) and tokens[following].folded in _ARTICLES:
                following += 1
            if len(heard) >= most or following >= len(tokens):
                break
            if not tokens[following].capital or not _joined(text, tokens[at : following + 1]):
                break
            heard.append(sound(tokens[following].folded))
            used = following + 1 - at
        return best


def _joined(text: str, window: Sequence[Token]) -> bool:
    return all(_GAP.match(text[a.end : b.start]) is not None for a, b in pairwise(window))


def _written_so(entry: _Entry, window: Sequence[Token]) -> bool:
    if entry.known.exact:
        return "".join(t.text for t in window).replace(".", "") == entry.letters
    return entry.known.lower or all(t.capital or not need for t, need in zip(window, entry.capitals, strict=True))


def _near(known: str, surface: str) -> bool:
    """Two spellings of one name. A single word must agree closely: many words share its sounds."""
    from according.entities.names import compare

    match = compare(known, surface)
    return match is not None and match.score >= (0.8 if " " in surface else 0.9)
