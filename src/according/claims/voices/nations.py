"""Bodies of states under one name: "Syria's interior ministry" and "the Syrian interior ministry", "Kyiv said"."""

import re

from according.claims.statements.names.countries import adjectives_of, country_of_name, country_of_stand_in

__all__ = ["PALACES", "government_seat", "national", "owned_by"]

_OWNED = re.compile(r"(?:the\s+)?((?:[A-Z][\w.'’-]*?)(?:\s[A-Z][\w.'’-]*?)*)['’]s?\s+(?!of\b)(\S.*)", re.IGNORECASE)
_SEATED = re.compile(r"(?:the\s+)?([a-z][\w-]+(?:\s[a-z][\w-]+)?) in ([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?)")
PALACES = frozenset({"Downing Street", "Whitehall", "Kremlin", "White House", "Pentagon"})
"""Names of their own, known by them."""


def national(name: str) -> str:
    """ "Syria's interior ministry", "the interior ministry in Damascus" → "Syrian interior ministry"; every other
    name as it is."""
    if (seated := _SEATED.fullmatch(name)) is not None and (country := government_seat(seated.group(2))) is not None:
        return owned_by(country, seated.group(1)) or name
    match = _OWNED.fullmatch(name)
    return owned_by(match.group(1), match.group(2)) or name if match is not None else name


def owned_by(owner: str, body: str) -> str | None:
    """Country and body as one name: ("Venezuela", "foreign ministry") → "Venezuelan foreign ministry"; None for an
    owner that is no country, nor its capital."""
    country = country_of_name(owner) or government_seat(owner)
    adjectives = adjectives_of(country) if country is not None else ()
    return f"{adjectives[0]} {body}" if adjectives else None


def government_seat(name: str) -> str | None:
    """The country for whose government a capital speaks ("Kyiv said"), or None."""
    return country_of_stand_in(name) if name not in PALACES else None
