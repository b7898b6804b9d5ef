"""A medium's name apart from what is said of the medium: "State-run Radio Palmara", "the news agency Belinform"."""

import re

from according.claims.voices.persons import without_determiner

__all__ = ["is_medium", "plain_medium"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LIKE = _words(
    "official semi-official semiofficial state local independent private opposition public national government "
    "military leading respected satellite online exiled conflict prominent popular regional monitoring watchdog "
    "advocacy rights human research aid"
)
_LIKE_ENDS = re.compile(
    r"(?:run|owned|controlled|backed|funded|aligned|affiliated|linked|based|language|speaking|operated|government|"
    r"opposition|official|Arab|rebel|Kremlin)$"
)
_SORT = _words(
    "news press information wire television tv radio agency service channel station network broadcaster outlet site "
    "website portal media newspaper daily weekly paper magazine group monitor watchdog charity"
)
_MEDIUM = re.compile(
    r"\b(?:news|press) (?:agency|service)\b|\bwire service\b"
    r"|\b(?:television|tv|radio|newspaper|daily|weekly|broadcaster|news outlet|channel)\b",
    re.IGNORECASE,
)


def is_medium(name: str) -> bool:
    """True where the words of a phrase call what it names a news medium."""
    return _MEDIUM.search(name) is not None


def plain_medium(name: str) -> str:
    """The name without adjectives and common nouns in front of it; as it is where no name follows them.

    A capital belongs to the name ("Local Voices", "National Radio"), unless the word is joined by a hyphen
    ("State-run Radio Palmara") or a small letter follows ("State television TVK").
    """
    words = without_determiner(name).split()
    at, sorted_out = 0, False
    while at < len(words) - 1:
        word, low = words[at], words[at].lower().rstrip(",")
        joined = "-" in word and _LIKE_ENDS.search(word.rstrip(",")) is not None
        small = word[0].islower() or (at == 0 and words[1][0].islower())
        if not joined and not (small and (low in _LIKE or low in _SORT)):
            break
        sorted_out = sorted_out or low in _SORT or joined or low in {"official", "semi-official", "state"}
        at += 1
    rest = words[at:]
    if not at or not sorted_out or not rest[0].strip('"“')[:1].isupper():
        return name
    return " ".join(rest).strip('"“”')
