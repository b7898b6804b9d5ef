"""The closed vocabularies in the words a reader sees: one place, so that every file says the same."""

__all__ = [
    "KINDS",
    "MARKS",
    "PREDICATES",
    "STATUSES",
    "VERIFICATIONS",
    "counted",
    "kind",
    "mark",
    "predicate",
    "status",
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
