"""The closed vocabularies, exact values. Events are the PLOVER types; the rest is the project's own.

`SEIZE` is not PLOVER's: it is kept apart from COERCE because taking a place is what a map shows; exports fold it back.
"""

from typing import Literal, get_args

OutletKind = Literal[
    "newspaper", "wire", "broadcaster", "state_media", "think_tank", "ngo", "official", "social", "unknown"
]
Status = Literal[
    "asserted", "hedged", "denied", "doubted", "predicted", "conditional", "threatened", "called_for", "declined"
]
Distance = Literal["neutral", "distancing", "endorsing"]
Verification = Literal["unverified", "confirmed", "denied_by_other", "none"]
VoiceKind = Literal[
    "person",
    "organization",
    "government",
    "armed_group",
    "company",
    "media",
    "document",
    "eyewitness",
    "anonymous",
]
Access = Literal["direct", "indirect", "unknown"]
EntityKind = Literal["person", "organization", "government", "armed_group", "company", "media", "place", "weapon"]
MentionKind = Literal[
    "person",
    "organization",
    "government",
    "armed_group",
    "company",
    "media",
    "place",
    "weapon",
    "date",
    "pronoun",
    "description",
]
Relation = Literal[
    "part_of",
    "loyal_to",
    "backed_by",
    "allied_with",
    "leads",
    "role_in",
    "controls",
    "present_in",
    "moved_to",
    "used_for",
    "supplies",
    "possesses",
    "manufactures",
    "founded",
]
Event = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "SEIZE",
]
Predicate = Relation | Event
Verdict = Literal[
    "same",
    "not_same",
    "unsure",
    "accept",
    "reject",
    "correct",
    "grade",
    "undo",
    "dismiss",
    "fulfils",
    "refutes",
    "denies",
]

STATUSES: tuple[str, ...] = get_args(Status)
RELATIONS: tuple[str, ...] = get_args(Relation)
EVENTS: tuple[str, ...] = get_args(Event)
PREDICATES: tuple[str, ...] = RELATIONS + EVENTS
VOICE_KINDS: tuple[str, ...] = get_args(VoiceKind)
ENTITY_KINDS: tuple[str, ...] = get_args(EntityKind)

NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
"""English cardinals written as one word; dates, quantities and wordings all read them."""
