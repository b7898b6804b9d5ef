"""Who acts in a deed: a state and the forces it acts through are one side, a group and its fighters are one group.

"Russia", "the Russian army" and "Russian forces" struck one building; "M23 rebels" who took a town are M23. This
holds for what was done, not for who leads, backs or belongs to whom, and it makes nobody the same as anybody: only
statements are compared side by side. Bodies with a name of their own ("Syrian Democratic Forces") are no state's.
"""

import re
from collections.abc import Mapping
from functools import cache

from according.knowledge.search import fold

__all__ = ["SIDE", "acting", "army_of", "group_of", "state_of"]

SIDE = "side:"
"""What the name of a side begins with, where statements are compared."""
_DEEDS = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "hold", "presence"})
"""Classes of predicates in which states act through their forces."""
FOLLOWERS = ("rebels", "fighters", "militants", "insurgents", "militiamen", "gunmen", "guerrillas", "forces", "troops")
"""What follows the name of a group without making it another."""
_FORCE = (
    r"(?:(?:armed|military|ground|land|air|naval|special|airborne|defen[cs]e|government|state|regular|royal|federal) )*"
    r"(?:army|military|armed forces|forces?|troops|soldiers|servicemen|navy|air force|artillery|aircraft|warplanes|"
    r"fighter jets|jets|planes|helicopters|warships|drones|missiles|commandos|marines|paratroopers|tanks)"
)
_ARMY = re.compile(
    r"(?:(?P<state>.+?) )??(?:(?:general staff|high command) of (?:the )?(?:army|armed forces)|army general staff|"
    r"army command|army|military|armed forces|general staff|high command)(?: of (?:the )?(?P<of>.+))?"
)
_OF_A_STATE = re.compile(rf"(?P<state>.+?)(?: s)? {_FORCE}")
_OF_THE_STATE = re.compile(rf"{_FORCE} of (?:the )?(?P<state>.+)")
_FIGHTERS_OF = re.compile(rf"(?:{'|'.join(FOLLOWERS)}) (?:of|from) (?:the )?(?P<group>.+)")


def acting(kind: str) -> bool:
    """True for classes of predicates in which states act through their forces."""
    return kind in _DEEDS


def state_of(name: str) -> str | None:
    """The state that acts in this name: its own, its people's, or that of its forces; None for any other name."""
    words = _plain(name)
    if words in _states():
        return _states()[words]
    for pattern in (_OF_A_STATE, _OF_THE_STATE):
        match = pattern.fullmatch(words)
        if match and match["state"] in _states():
            return _states()[match["state"]]
    return None


def army_of(name: str) -> str | None:
    """The state whose army speaks under this name ("Malian general staff"); empty where no state is named; else None.

    Ministries, navies and air forces speak for themselves.
    """
    match = _ARMY.fullmatch(_plain(name))
    if match is None:
        return None
    state = match["state"] or match["of"]
    return "" if not state else _states().get(state.removesuffix(" s"))


def group_of(name: str) -> str | None:
    """The name inside "M23 rebels" or "fighters of M23", folded as names are looked up; None where there is none."""
    words = fold(name).removeprefix("the ")
    match = _FIGHTERS_OF.fullmatch(words)
    if match:
        return match["group"].removesuffix(" group").removesuffix(" movement")
    inner, _, last = words.rpartition(" ")
    return inner if inner and last in FOLLOWERS else None


def _plain(name: str) -> str:
    """Folded words; "U.S." is one."""
    text = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda m: m[0].replace(".", ""), name)
    return " ".join(re.findall(r"\w+", fold(text))).removeprefix("the ")


@cache
def _states() -> Mapping[str, str]:
    """Folded names, adjectives and peoples of the world's states; a word of two states is none's."""
    from according.entities.packs import load_packs

    found: dict[str, set[str]] = {}
    for pack in load_packs():
        for state in pack.states:
            names = [name.text for entity in pack.entities if entity.id == state.entity for name in entity.names]
            for word in (state.name, *names, *state.adjectives, *state.people):
                found.setdefault(_plain(word), set()).add(state.name)
    return {word: next(iter(states)) for word, states in found.items() if len(states) == 1}
