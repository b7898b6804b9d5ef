"""A proposition in plain words, as in "Guards supply drones to militias (2025-05)". To be read; JSON keeps `kind`."""

import re
from typing import Protocol

__all__ = ["Sayable", "in_plain_words", "verb"]

_VERBS = {
    "hold": "holds",
    "presence": "is present in",
    "part_of": "is part of",
    "loyal_to": "is loyal to",
    "backed_by": "is backed by",
    "allied_with": "is allied with",
    "role_in": "has a role in",
    "controls": "holds",
    "present_in": "is present in",
    "moved_to": "moved to",
    "used_for": "is used for",
    "AGREE": "agrees with",
    "CONSULT": "consults with",
    "SUPPORT": "supports",
    "CONCEDE": "gives in to",
    "COOPERATE": "cooperates with",
    "AID": "aids",
    "RETREAT": "withdraws from",
    "REQUEST": "asks",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "punishes",
    "MOBILIZE": "mobilizes",
    "COERCE": "uses force on",
    "ASSAULT": "attacks",
    "SEIZE": "seizes",
}
_GIVEN = frozenset({"supplies", "AID", "THREATEN", "REQUEST", "ACCUSE", "SANCTION"})
"""Verbs whose item is what passes, or is held out, to the object."""
_QUOTED = re.compile(r'["“”]([^"“”]*)["“”]')
"""Words all inside one pair of quotation marks."""
LONGEST = 160
"""Characters of a quoted claim; the whole of it stands in the ledger."""


class Sayable(Protocol):
    """What a sentence is made of; a proposition has it."""

    @property
    def subject(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def object(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def time(self) -> str: ...


_PLURAL = {"is": "are", "has": "have", "supplies": "supply", "punishes": "punish"}


def verb(kind: str, subject: str = "") -> str:
    """The class of predicates as a verb in the present: "holds", of several "hold"."""
    words = _VERBS.get(kind, kind)
    first, _, rest = words.partition(" ")
    if not _several(subject) or not first.endswith("s"):
        return words
    return f"{_PLURAL.get(first, first[:-1])} {rest}".strip()


def _several(subject: str) -> bool:
    """True for a description in the plural ("faction leaders"); a name counts as one."""
    head = re.split(r" (?:in|of|from|with|at|on|across|near) ", subject)[0].rpartition(" ")[2]
    return head[:1].islower() and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def in_plain_words(one: Sayable) -> str:
    """One sentence, without a full stop."""
    if one.kind == "says":
        quoted = _QUOTED.fullmatch(one.object)
        words = quoted[1] if quoted is not None else one.object
        return f"“{words if len(words) <= LONGEST else words[: LONGEST - 2].rstrip() + ' …'}”"
    parts = [one.subject, verb(one.kind, one.subject)]
    if one.kind == "supplies" and one.item:
        parts += [one.item, f"to {one.object}" if one.object else ""]
    elif one.kind in _GIVEN and one.item:
        parts += [f"{one.object}: {one.item}" if one.object else one.item]
    else:
        parts += [one.object, f"({one.item})" if one.item and one.object else one.item]
    if one.place and one.place != one.object:
        parts.append(f"in {one.place}" if one.object or one.item or one.kind != "presence" else one.place)
    if one.time:
        parts.append(f"({one.time})")
    return " ".join(part for part in parts if part)
