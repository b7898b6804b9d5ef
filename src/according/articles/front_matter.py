"""The `---` block of `key: value` lines some files open with (YAML), read into facts."""

import re
from typing import Any

from according.articles.document import Facts
from according.articles.published import parse_date

__all__ = ["split_front_matter"]

_BLOCK = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# Front matter is a handful of lines; more is a document that happens to open with a rule. Nested brackets cost
# the YAML reader a second at this length.
MAX_CHARACTERS = 4_000


def split_front_matter(text: str) -> tuple[Facts, int]:
    """The facts stated in the leading block and where the body begins; no facts and 0 without a readable block.

    Keys: title, outlet (publisher, site), date (published), url (link, canonical), author(s), credit(s), based_on.
    """
    match = _BLOCK.match(text)
    if match is None or match.end() > MAX_CHARACTERS:
        return Facts(), 0
    import yaml

    try:
        table = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return Facts(), 0
    if not isinstance(table, dict):
        return Facts(), 0
    fields = {str(key).lower().replace("-", "_"): value for key, value in table.items()}
    facts = Facts(
        title=_text(fields, "title", "headline"),
        outlet=_text(fields, "outlet", "publisher", "publication", "site"),
        authors=_texts(fields, "authors", "author", "byline"),
        published=parse_date(fields.get("published") or fields.get("date")),
        url=_text(fields, "canonical", "url", "link") or None,
        credits=_texts(fields, "credits", "credit"),
        based_on=_texts(fields, "based_on"),
    )
    return facts, match.end()


def _text(fields: dict[str, Any], *keys: str) -> str:
    return next((str(fields[key]).strip() for key in keys if isinstance(fields.get(key), str | int | float)), "")


def _texts(fields: dict[str, Any], *keys: str) -> tuple[str, ...]:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return (value.strip(),)
        if isinstance(value, list):
            return tuple(str(item).strip() for item in value if isinstance(item, str) and item.strip())
    return ()
