"""The closed vocabularies in the words a reader sees: one place, so that every file says the same."""

__all__ = [
    "KINDS",
    "MARKS",
    "POSITIONS",
    "PREDICATES",
    "STATUSES",
    "VERIFICATIONS",
    "counted",
    "kind",
    "mark",
    "position",
    "predicate",
    "status",
    "voice",
]

STATUSES = {
    "asserted": "says",
    "hedged": "reportedly",
    "denied": "denies",
    "doubted": "doubts",
    "predicted": "forecasts",
    "conditional": "if … then",
    "threatened": "threatens",
    "called_for": "calls for",
    "declined": "no comment",
}
VERIFICATIONS = {
    "unverified": "not verified",
    "confirmed": "confirmed by the article",
    "denied_by_other": "denied by another",
    "none": "",
}
MARKS = {"said": "", "unverified": "unverified", "disputed": "disputed", "denied": "denied"}
KINDS = {
    "person": "person",
    "organization": "organization",
    "government": "government",
    "armed_group": "armed group",
    "company": "company",
    "media": "media",
    "document": "document",
    "eyewitness": "eyewitness",
    "anonymous": "unnamed",
    "place": "place",
    "weapon": "weapon",
}
PREDICATES = {
    "part_of": "is part of",
    "loyal_to": "is loyal to",
    "backed_by": "is backed by",
    "allied_with": "is allied with",
    "leads": "leads",
    "role_in": "has a role in",
    "controls": "controls",
    "present_in": "is present in",
    "moved_to": "moved to",
    "used_for": "is used for",
    "supplies": "supplies",
    "possesses": "possesses",
    "manufactures": "makes",
    "founded": "was founded",
    "AGREE": "agrees",
    "CONSULT": "meets or talks with",
    "SUPPORT": "supports",
    "CONCEDE": "gives in to",
    "COOPERATE": "works with",
    "AID": "aids",
    "RETREAT": "retreats or halts",
    "REQUEST": "calls for",
    "ACCUSE": "accuses or condemns",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilizes",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
    "SEIZE": "seizes",
}


POSITIONS = {
    "join": ("joins in", "does not join in"),
    "support": ("supports", "does not support"),
    "agree": ("agrees to", "does not agree to"),
    "neutral": ("stays neutral", "does not stay neutral"),
    "silent": ("stays silent", "does not stay silent"),
    "absent": ("stays away", "does not stay away"),
    "deescalate": ("is for de-escalation", "is not for de-escalation"),
    "call": ("calls for", "does not call for"),
    "condemn": ("condemns", "does not condemn"),
    "reject": ("rejects", "does not reject"),
    "deny": ("denies", "does not deny"),
    "doubt": ("doubts", "does not doubt"),
    "threaten": ("threatens", "does not threaten"),
    "declined": ("declines to comment", "comments"),
}
"""Each position taken, and said not to be taken."""


def position(value: str, *, negated: bool = False) -> str:
    """The position as a verb phrase; a negated one is said not to be taken."""
    return POSITIONS.get(value, (value, f"not: {value}"))[negated]


def voice(*names: str | None) -> str:
    """The first name there is; an outlet that no article names is called what it is."""
    return next((name for name in names if name), "the article")


def status(value: str) -> str:
    """The status as a verb of the speaker."""
    return STATUSES.get(value, value)


def mark(value: str) -> str:
    """The mark as a word, empty for what is said plainly."""
    return MARKS.get(value, value)


def kind(value: str | None) -> str:
    """The kind of a voice or entity."""
    return KINDS.get(value or "", value or "")


def predicate(value: str) -> str:
    """The predicate as a verb phrase between subject and object."""
    return PREDICATES.get(value, value.replace("_", " ").lower())


def counted(number: int, word: str, plural: str | None = None) -> str:
    """A number with its noun, as English wants it."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"
