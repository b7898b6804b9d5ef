"""Whose men "Bando's fighters" are: the group that the text says Bando leads."""

import re

from according.claims.statements.reading import Reading

__all__ = ["led_groups"]

_HEADS = r"(?:leader|commander|chief|head|founder|boss|warlord)"
_TITLE = r"(?:(?:[A-Z][\w.-]*|the|general|colonel|commander) ){0,3}"
_LEADS = re.compile(
    rf",? (?:(?:who|which|and) )?(?:(?:now|has|still|also|,) )*(?:leads|led|commands|heads|headed|runs) (?:the )?"
    rf"|,? (?:(?:who )?is )?(?:(?:the|a) )?(?:[a-z]+ )?{_HEADS} of (?:the )?"
)
_LED_BY = re.compile(
    rf"['’]?s? (?:(?:top|supreme|military|overall|rebel) )?{_HEADS},? {_TITLE}"
    rf"|,? (?:(?:which|that) )?(?:is )?(?:led|headed|commanded|run) by {_TITLE}"
)


def led_groups(reading: Reading) -> dict[str, str]:
    """Person's name → the one group or force the article says the person leads; nothing where it tells of two."""
    found: dict[str, set[str]] = {}
    for one, other in zip(reading.mentions, reading.mentions[1:], strict=False):
        gap = reading.text[one.span.end : other.span.start]
        if one.kind == "person" and other.kind in ("armed_group", "organization") and _LEADS.fullmatch(gap):
            found.setdefault(one.name, set()).add(other.name)
        if other.kind == "person" and one.kind in ("armed_group", "organization") and _LED_BY.fullmatch(gap):
            found.setdefault(other.name, set()).add(one.name)
    return {person: groups.pop() for person, groups in found.items() if len(groups) == 1}
