"""Words for searching: the same folding for what is stored and what is asked, on every database."""

import re
import unicodedata

__all__ = ["Term", "fold", "parse_query", "words"]

LONGEST = 200_000
"""Characters of one text that are searched; PostgreSQL refuses word lists above one megabyte."""

Term = tuple[tuple[str, ...], bool]
"""Words that stand next to each other, and whether the last one may go on (`drone*`)."""

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case, without accents, vowel marks and stretching; compatibility forms made plain."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c != "ـ" and not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text[:LONGEST]))


def parse_query(query: str) -> list[Term]:
    """What a person typed: words that must all occur, `"a phrase"` in quotes, `begin*` for beginnings.

    Words joined by a hyphen or an apostrophe (`al-Sakhar`) are a phrase. Anything else is ignored, so that no input
    is a syntax error; a query without a word gives no term.
    """
    terms: list[Term] = []
    for part in re.findall(r'"[^"]*"?|\S+', query):
        found = tuple(words(part))
        if found:
            terms.append((found, part.rstrip('"').endswith("*")))
    return terms
