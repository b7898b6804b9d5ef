"""What stands inside quotation marks: speech that two articles may share because both heard it. Pure.

Anybody may quote a public statement word for word, so shared speech alone says nothing of copying. It does where one
credits the other, or where it was said to the one alone ("told Harbour Wire by telephone").
"""

import re
from collections.abc import Iterable

from according.knowledge.origins.lineage.paragraphs import words
from according.records import Span

__all__ = ["QUOTED_WORDS", "is_public", "quoted", "quoted_sentences", "said_to", "speech", "unquoted"]

QUOTED_WORDS = 6
"""Words in a row from which speech is the same speech; shorter runs are idioms ("we will not give up")."""

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|«[^»\n]*(?:»|$)|„[^“”\n]*(?:[“”]|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
"""An opening mark without its closing one runs to the end of the line: the next paragraph goes on quoting."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_PUBLIC = re.compile(
    r"\b(?:reporters|journalists|news conference|press conference|briefing|statement|communiqu[eé]|bulletin|"
    r"tele(?:vised|vision)|broadcast|aired|video|speech|address|rally|sermon|parliament|assembly|council|court|"
    r"posted|wrote|tweet(?:ed)?|post on|telegram|facebook|twitter|tiktok|whatsapp|social media|on x|website)\b",
    re.IGNORECASE,
)


def quoted(text: str) -> list[Span]:
    """The pieces in quotation marks, marks included."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def unquoted(text: str) -> str:
    """The text with what it quotes left out; a line break stands in for each piece, so no run of words spans it."""
    return _QUOTED.sub("\n", text)


def speech(text: str) -> frozenset[str]:
    """Every run of six words inside one pair of quotation marks."""
    return frozenset(run for piece in quoted(text) for run in _runs(piece.of(text)))


def quoted_sentences(text: str) -> list[list[str]]:
    """The sentences inside quotation marks, each as its runs of six words; shorter ones are left out."""
    sentences = [part for piece in quoted(text) for part in _SENTENCE_END.split(piece.of(text))]
    return [runs for sentence in sentences if (runs := _runs(sentence))]


def _runs(text: str) -> list[str]:
    some = words(text)
    return [" ".join(some[at : at + QUOTED_WORDS]) for at in range(len(some) - QUOTED_WORDS + 1)]


def is_public(text: str) -> bool:
    """Whether a passage says that its words were for everybody: to reporters, in a statement, on a channel."""
    return bool(_PUBLIC.search(unquoted(text)))


def said_to(text: str, names: Iterable[str]) -> bool:
    """Whether a passage says that it was told to one of these, or to "us" who write it."""
    outside = unquoted(text)
    who = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    listeners = rf"(?:(?:the )?(?:{who})\b|us\b|me\b|our \w+)" if who else r"(?:us\b|me\b|our \w+)"
    ways = r"(?:told|tells|telling|interview (?:with|by|to)|spoke to|spoken to|speaking to|reached by)"
    return bool(re.search(rf"\b{ways} {listeners}", outside))
