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
    "part_of": ("part of", "to be part of"),
    "loyal_to": ("loyal to", "to be loyal to"),
    "backed_by": ("backed by", "to be backed by"),
    "allied_with": ("allied with", "to ally with"),
    "leads": ("leader of", "to lead"),
    "role_in": ("with a role in", "to have a role in"),
    "controls": ("in control of", "to take control of"),
    "present_in": ("present in", "to be present in"),
    "moved_to": ("moved to", "to move to"),
    "used_for": ("used for", "to be used for"),
    "supplies": ("supplied", "to supply"),
    "possesses": ("in possession of", "to possess"),
    "manufactures": ("maker of", "to make"),
    "founded": ("founded", "to be founded"),
    "AGREE": ("agreed with", "to agree with"),
    "CONSULT": ("met or talked with", "to meet or talk with"),
    "SUPPORT": ("supported", "to support"),
    "CONCEDE": ("gave in to", "to give in to"),
    "COOPERATE": ("worked with", "to work with"),
    "AID": ("aided", "to aid"),
    "RETREAT": ("retreated or halted:", "to retreat or halt:"),
    "REQUEST": ("called for or on", "to call for or on"),
    "ACCUSE": ("accused or condemned", "to accuse or condemn"),
    "REJECT": ("rejected", "to reject"),
    "THREATEN": ("threatened", "to threaten"),
    "PROTEST": ("protested against", "to protest against"),
    "SANCTION": ("sanctioned", "to sanction"),
    "MOBILIZE": ("mobilized", "to mobilize"),
    "COERCE": ("coerced", "to coerce"),
    "ASSAULT": ("attacked", "to attack"),
    "SEIZE": ("seized", "to seize"),
}
"""Each predicate as told and as foreseen, in forms that fit one subject and many."""

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


def predicate(value: str, *, foreseen: bool = False) -> str:
    """The predicate between subject and object; what has not happened is told as still to be done."""
    plain = value.replace("_", " ").lower()
    return PREDICATES.get(value, (plain, f"to {plain}"))[foreseen]


def counted(number: int, word: str, plural: str | None = None) -> str:
    """A number with its noun, as English wants it."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"
