"""The origin of a claim: its innermost voice, rolled up to whom it speaks for. And how many origins there are.

Pure. Named origins that are distinct count one each. Unnamed ones ("a senior official") are one within a family and
may be the same person across families, or one of the named, so they raise only the upper bound; where there is no
named origin, there is at least one unnamed. A text with no voice of its own ("unknown lineage") raises neither.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from according.knowledge.origins.gathering.grouping import is_description
from according.knowledge.search import fold
from according.records import Voice

__all__ = ["Count", "Origin", "count", "is_bare", "origin_of", "speaks_for", "speaks_no_more"]

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
_SPOKES = re.compile(r"\bspokes(?:man|men|woman|women|person|people|persons)\b", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:army|military|armed forces|forces?|government|ministry|police|navy|air force|command|staff|council|"
    r"parliament|presidency|authorit(?:y|ies)|junta|administration|court|embassy|regime|service|agency|guard|municipality|party|"
    r"union|bureau|office|commission|committee|directorate|brigade|division|battalion|corps|company|hospital|university|"
    r"institute|state|kingdom|republic|tribe|church|bank)$",
    re.IGNORECASE,
)
"""What a name in small letters must end with to name one body: "Sudanese army", "health ministry of Gaza"."""
_ALONE = frozenset(
    ["army", "military", "government", "police", "navy", "junta", "authorities", "presidency", "parliament", "regime"]
)
"""Institutions of which a report speaks without more; "the agency" or "the company" can be any."""


_BODIES = frozenset({"government", "armed_group", "organization", "company"})
_EMPTY = frozenset({"the", "of", "for", "and", "national", "federal", "general"})
_SPELT = {"defense": "defence", "defences": "defence"}


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a claim comes from. `key` tells origins apart; `through` are the voices it reached the outlet by.

    `kind` is `named`, `unnamed` (a description within one family; its key begins with `described:` where it is that of
    a body or of who speaks for one) or `unknown` (no voice at all). `why` says what it was read from.
    """

    key: str
    kind: str
    name: str
    through: tuple[str, ...] = ()
    why: str = ""
    medium: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """Independent origins as an interval, with what was counted."""

    low: int
    high: int
    named: tuple[str, ...]
    unnamed: tuple[str, ...]
    unknown: int


def is_bare(name: str) -> bool:
    """True for words that point at a body without naming it: "the group", "statement", "al-Qaeda affiliate"."""
    if not is_description(name):
        return False
    head = re.split(r" (?:of|for|in|from|at|on|near|with|to)(?: |$)", name.casefold())[0]
    return head not in _ALONE if " " not in head else not _INSTITUTION.search(head)


def origin_of(
    chain: tuple[Voice, ...],
    nodes: tuple[str | None, ...],
    family: str,
    known: Mapping[str, tuple[str, str]],
    stands_for: tuple[str, str] | None = None,
) -> Origin:
    """The origin of a claim with this chain; an empty chain (the article's own voice) has an unknown one.

    nodes: the canonical entity of each voice, None where unnamed; family: the id of the family (or article) the words
    belong to; known: canonical (id, name) by folded name, for whom a spokesperson speaks for; stands_for: the body
    (name, why) whose word it is where that was made out otherwise.
    """
    if not chain or (len(chain) == 1 and not chain[0].span):
        return Origin(f"unknown:{family}", "unknown", "unknown lineage", why="the article says it without a source")
    speaker, node = chain[0], nodes[0]
    through = tuple(voice.name for voice in chain[1:] if voice.name)
    role = f", {speaker.role}," if speaker.role else ""
    if speaker.affiliation and speaks_for(speaker):
        stands_for = speaker.affiliation, f"{speaker.name}{role} speaks for {speaker.affiliation}"
    elif not stands_for and speaks_for(speaker) and (carrier := _carrier(chain)) is not None:
        stands_for = carrier, f"{speaker.name}{role} is heard through {carrier}"
    if stands_for:
        id, name = known.get(fold(stands_for[0]), (None, stands_for[0]))
        return Origin(id or f"name:{fold(name)}", "named", name, (speaker.name, *through), stands_for[1])
    described = ":" not in (node or "") and is_bare(speaker.name)
    if node is None or described or speaker.kind in ("anonymous", "eyewitness"):
        if speaker.span is None:  # "reportedly", with nobody to ask
            return Origin(f"unknown:{family}", "unknown", "unknown lineage", through, "nobody is said to have said it")
        why = "the text gives a description and no name"
        body = speaker.kind not in ("anonymous", "eyewitness", "person") or (described and speaks_for(speaker))
        body = body or bool(_SPOKES.search(f"{speaker.role or ''} {speaker.name}"))
        key = f"{'described' if body else 'unnamed'}:{fold(speaker.name)}@{family}"
        return Origin(key, "unnamed", speaker.name, through, why)
    name = known.get(fold(speaker.name), (node, speaker.name))[1]
    return Origin(node, "named", name, through, "the text names it as the first to say so", speaker.kind == "media")


def _carrier(chain: tuple[Voice, ...]) -> str | None:
    """The body through which a spokesperson without one is heard: "the ministry said, citing spokesman X"."""
    body = chain[1] if len(chain) > 1 else None
    return body.name if body is not None and body.span and body.kind in _BODIES and not is_bare(body.name) else None


def speaks_for(speaker: Voice) -> bool:
    """True for documents, and for who holds an office that speaks for a body."""
    role = speaker.role
    return speaker.kind == "document" or bool(role and _SPEAKS_FOR.search(role) and not speaks_no_more(role))


def speaks_no_more(role: str | None) -> bool:
    """True for a role of who once spoke for a body, or only studies it."""
    return bool(role and _SPEAKS_NO_MORE.search(role))


def count(origins: Iterable[Origin]) -> Count:
    """How many of these are independent, as an interval. Adding an echo of one of them never raises `low`.

    Only who is surely somebody else raises `low`: of names of which one holds all words of the other ("army",
    "Sudanese army"; "Ministry of National Defence", "Taliban's defence ministry") one counts, and an outlet counts
    only where nobody else is named, since it may have heard one of those. `high` counts them all.
    """
    all_of = set(origins)
    named = sorted({(o.key, o.name) for o in all_of if o.kind == "named"})
    unnamed = sorted({(o.key, o.name) for o in all_of if o.kind == "unnamed"})
    keys_named, keys_unnamed = {key for key, _ in named}, {key for key, _ in unnamed}
    media = {o.key for o in all_of if o.medium} - {o.key for o in all_of if o.kind == "named" and not o.medium}
    names = dict(reversed(named))
    low = _surely_others([names[key] for key in keys_named - media]) or min(1, len(keys_named) + len(keys_unnamed))
    return Count(
        low,
        len(keys_named) + len(keys_unnamed),
        tuple(names[key] for key in sorted(names)),
        tuple(sorted({name for _, name in unnamed})),
        len({o.key for o in all_of if o.kind == "unknown"}),
    )


def _surely_others(names: Iterable[str]) -> int:
    """How many bodies or persons there must be, where a name may be short for any one name that holds all its words.

    The fewest chains of nested names that take in all of them: their number less the largest matching of shorter to
    longer names (Dilworth; Fulkerson 1956).
    """
    words = sorted({_words(name) for name in names}, key=sorted)
    short_for: dict[int, int] = {}

    def match(short: int, tried: set[int]) -> bool:
        for long, other in enumerate(words):
            if words[short] < other and long not in tried:
                tried.add(long)
                if long not in short_for or match(short_for[long], tried):
                    short_for[long] = short
                    return True
        return False

    return len(words) - sum(match(short, set()) for short in range(len(words)))


def _words(name: str) -> frozenset[str]:
    found = [_SPELT.get(word, word) for word in re.findall(r"\w+", fold(re.sub(r"['’]s\b", "", name)))]
    return frozenset(found) - _EMPTY or frozenset(found)
