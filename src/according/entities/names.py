"""Names as people write them: folding, and comparing two names with an explanation. Never merges anything."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

__all__ = ["ARTICLES", "Match", "compare", "fold", "initials", "singular", "skeleton", "sound", "unpossess", "words"]

MatchKind = Literal["exact", "folded", "transliterated", "alias", "introduced"]

_QUOTES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʿʾ′ʹ\"“”„«»\u200c\u200d\u200e\u200f\u0640"))
_ARABIC = {
    ord(c): kept
    for kept, letters in {"ا": "أإآٱ", "ه": "ةەھ", "ک": "ك", "ی": "يىێ", "و": "ؤۆۇ"}.items()
    for c in letters
}
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul", "ol", "the"))
_DIGRAPHS = (("ch", "$"), ("sh", "$"), ("kh", "x"), ("gh", "g"), ("dh", "z"), ("th", "s"), ("ph", "f"), ("tz", "z"))
_LETTERS = str.maketrans("qckjvwy", "kkkgww_")


@dataclass(frozen=True, slots=True)
class Match:
    """Why two names may be one: the kind of agreement, a sentence, and 0 to 1 how close the letters are."""

    kind: MatchKind
    why: str
    score: float


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case, accents, quotation marks, hyphens or a leading "the"; equal folds are the same name.

    Deliberately weak: "al-Sadr" and "Sadr" stay two, since a shorter name may be somebody else. Arabic letters that
    are commonly exchanged (أ إ آ ا, ى ي, ة ه, ك ک) become one; other scripts are kept.
    """
    text = unicodedata.normalize("NFKD", name.translate(_QUOTES)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_ARABIC)
    tokens = re.findall(r"\w+", re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m[0].replace(".", ""), text))
    if len(tokens) > 1 and tokens[0] == "the":
        del tokens[0]
    return " ".join(tokens)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name that carry meaning: without articles in English or transliterated Arabic."""
    tokens = fold(name).split()
    return tuple([t for t in tokens if t not in ARTICLES] or tokens)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """One word of a transliterated name, keyed so that spellings of one Arabic or Persian word agree.

    Vowel runs become one mark (the short vowels are not written in Arabic, and long ones are romanised freely),
    doubled letters one letter, and letter pairs that stand for one sound one letter: Hezbollah, Hizbullah and
    Hizballah agree, as do Zulfiqar and Zolfaqar, Muqtada and Moqtada.
    """
    from anyascii import anyascii

    text = anyascii(fold(word)).lower()
    for pair, letter in _DIGRAPHS:
        text = text.replace(pair, letter)
    text = re.sub(r"[aeiouy']+h?$", "_", text)
    text = re.sub(r"[aeiouy']+", "_", text).translate(_LETTERS)
    return re.sub(r"(.)\1+", r"\1", text)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of the whole name, articles and spaces dropped: what Arabic script and its romanisations share."""
    from anyascii import anyascii

    text = anyascii(fold(name)).lower() if not _ARABIC_LETTER.search(name) else _from_arabic(name)
    tokens = [t for t in re.findall(r"[a-z0-9]+", text) if t not in ARTICLES]
    joined = "".join(re.sub(r"[^a-z0-9$]", "", _digraphs(t)) for t in tokens)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw_h]", "", joined.translate(_LETTERS)))


def _skeletons(name: str) -> set[str]:
    # the Arabic feminine ending is silent or a t before another word ("Harakat al-Nujaba", "Ansariya")
    return {skeleton(name), skeleton(name.replace("ة", "ت"))}


def _digraphs(text: str) -> str:
    for pair, letter in _DIGRAPHS:
        text = text.replace(pair, letter)
    return text


def _from_arabic(name: str) -> str:
    from anyascii import anyascii

    tokens = [t[2:] if t.startswith("ال") and len(t) > 4 else t for t in fold(name).split()]
    # anyascii writes و as w and ي as y, which stand for vowels or consonants; the skeleton drops both
    return anyascii(" ".join(tokens)).lower()


def unpossess(name: str) -> str:
    """The name without a possessive ending: "Iran's" → "Iran", "the Houthis'" → "the Houthis"."""
    return _POSSESSIVE.sub("", name)


def singular(word: str) -> str:
    """A plural of nationality or membership made singular ("Houthis" → "Houthi"); other words come back unchanged."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) > 5 and word.endswith("is"):  # Iraqis, Houthis; but Paris, Tunis keep theirs by length or capital list
        return word[:-1]
    return word


def initials(name: str) -> str:
    """The capitals a name abbreviates to: "Islamic Revolutionary Guard Corps" → "IRGC"."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper())


def compare(a: str, b: str) -> Match | None:
    """Whether the letters of two names agree, and how; None when they do not. Symmetric; knows no world.

    Numbers must be equal ("Brigade 30" is not "Brigade 31").
    """
    if a == b:
        return Match("exact", f"both are written {a!r}", 1.0)
    fa, fb = fold(a), fold(b)
    if not fa or not fb:
        return None
    if fa == fb:
        return Match("folded", f"{a!r} and {b!r} differ only in case, accents, quotes or hyphens", 1.0)
    if re.findall(r"\d+", fa) != re.findall(r"\d+", fb):
        return None
    arabic = bool(_ARABIC_LETTER.search(a)) != bool(_ARABIC_LETTER.search(b))
    if arabic:
        shared = _skeletons(a) & _skeletons(b)
        if shared and len(longest := max(shared, key=len)) >= 3:
            return Match("transliterated", f"{a!r} and {b!r} share the consonants {longest!r}", 0.9)
        return None
    wa, wb = words(a), words(b)
    if wa == wb:
        return Match("transliterated", f"{a!r} and {b!r} differ only in the article", 0.97)
    if len(wa) != len(wb):
        joined = "".join(wa) == "".join(wb)
        return Match("transliterated", f"{a!r} and {b!r} differ only in spaces", 0.95) if joined else None
    if all(sound(x) == sound(y) for x, y in zip(wa, wb, strict=True)):
        from rapidfuzz.distance import JaroWinkler

        score = JaroWinkler.similarity(" ".join(wa), " ".join(wb))
        if score >= 0.8 and (len(wa) > 1 or len(wa[0]) >= 5):
            return Match("transliterated", f"{a!r} and {b!r} are two spellings of the same sounds", round(score, 3))
    return None
