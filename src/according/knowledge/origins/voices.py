"""The origin of a claim: its innermost voice, rolled up to whom it speaks for. And how many origins there are.

Pure. Named origins that are distinct count one each. Unnamed ones ("a senior official") are one within a family and
may be the same person across families, or one of the named, so they raise only the upper bound; where there is no
named origin, there is at least one unnamed. A text with no voice of its own ("unknown lineage") raises neither.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from according.knowledge.search import fold
from according.records import Voice

__all__ = ["Count", "Origin", "count", "origin_of"]

_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|spokesperson|speaker for|press (?:officer|secretary|service|office)|"
    r"media (?:official|officer|office|wing|arm)|representative|statement|communiqu[eé]|footage|video|photographs?|"
    r"pictures?|images?|release|report|document|website|channel|account|office|headquarters|command|news outlet)\b",
    re.IGNORECASE,
)
"""Roles that speak for a body; an analyst at an institute, a witness or a member of parliament speaks for none."""
_SPEAKS_NO_MORE = re.compile(
    r"\b(?:former|ex|retired|one-time|late|analyst|researcher|expert|fellow|journalist|reporter|correspondent)\b",
    re.IGNORECASE,
)
"""Who once spoke for a body, or studies it, does not speak for it, whatever office the role names."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a claim comes from. `key` tells origins apart; `through` are the voices it reached the outlet by.

    `kind` is `named`, `unnamed` (a description within one family) or `unknown` (no voice at all). `why` says what it
    was read from.
    """

    key: str
    kind: str
    name: str
    through: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Independent origins as an interval, with what was counted."""

    low: int
    high: int
    named: tuple[str, ...]
    unnamed: tuple[str, ...]
    unknown: int


def origin_of(
    chain: tuple[Voice, ...], nodes: tuple[str | None, ...], family: str, known: Mapping[str, tuple[str, str]]
) -> Origin:
    """The origin of a claim with this chain; an empty chain (the article's own voice) has an unknown one.

    nodes: the canonical entity of each voice, None where unnamed; family: the id of the family (or article) the words
    belong to; known: canonical (id, name) by folded name, for whom a spokesperson speaks for.
    """
    if not chain or (len(chain) == 1 and not chain[0].span):
        return Origin(f"unknown:{family}", "unknown", "unknown lineage", why="the article says it without a source")
    speaker, node = chain[0], nodes[0]
    through = tuple(voice.name for voice in chain[1:] if voice.name)
    speaks_for_others = speaker.kind == "document" or _speaks_for(speaker.role)
    if speaker.affiliation and speaks_for_others:
        id, name = known.get(fold(speaker.affiliation), (None, speaker.affiliation))
        key = id or f"name:{fold(speaker.affiliation)}"
        role = f", {speaker.role}," if speaker.role else ""
        return Origin(key, "named", name, (speaker.name, *through), f"{speaker.name}{role} speaks for {name}")
    if node is None or speaker.kind in ("anonymous", "eyewitness"):
        if speaker.span is None:  # "reportedly", with nobody to ask
            return Origin(f"unknown:{family}", "unknown", "unknown lineage", through, "nobody is said to have said it")
        why = "the text gives a description and no name"
        return Origin(f"unnamed:{fold(speaker.name)}@{family}", "unnamed", speaker.name, through, why)
    name = known.get(fold(speaker.name), (node, speaker.name))[1]
    return Origin(node, "named", name, through, "the text names it as the first to say so")


def _speaks_for(role: str | None) -> bool:
    return bool(role and _SPEAKS_FOR.search(role) and not _SPEAKS_NO_MORE.search(role))


def count(origins: Iterable[Origin]) -> Count:
    """How many of these are independent, as an interval. Adding an echo of one of them never raises `low`."""
    all_of = set(origins)
    named = sorted({(o.key, o.name) for o in all_of if o.kind == "named"})
    unnamed = sorted({(o.key, o.name) for o in all_of if o.kind == "unnamed"})
    keys_named, keys_unnamed = {key for key, _ in named}, {key for key, _ in unnamed}
    low = len(keys_named) or min(1, len(keys_unnamed))
    names = dict(reversed(named))
    return Count(
        low,
        len(keys_named) + len(keys_unnamed),
        tuple(names[key] for key in sorted(names)),
        tuple(sorted({name for _, name in unnamed})),
        len({o.key for o in all_of if o.kind == "unknown"}),
    )
