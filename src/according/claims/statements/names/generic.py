"""Words for a side that tell nobody apart: "troops", "the militants", "gunmen"."""

from according.claims.statements.syntax.nouns import words
from according.records import Ref

__all__ = ["anonymous", "crowd"]

_SIDES = words(
    "troop soldier force army military militant rebel gunman gunmen insurgent jihadist fighter guerrilla separatist "
    "paramilitary attacker assailant militiaman militiamen group militia gang terrorist extremist side man men "
    "unit officer policeman policemen guard bandit islamist commando mercenary"
)


def anonymous(ref: Ref | None) -> bool:
    """True for a side told by one word that any side of any war could be told by; never for a name or a place."""
    if ref is None or ref.kind not in (None, "armed_group", "government", "organization"):
        return False
    word = ref.name.lower()
    return word in _SIDES or word.removesuffix("s") in _SIDES


_CROWDS = words(
    "troop soldier militant rebel gunman gunmen insurgent jihadist fighter guerrilla separatist attacker assailant "
    "militiaman militiamen terrorist extremist man men policeman policemen guard bandit islamist commando mercenary "
    "people person suspect civilian resident villager protester worker officer official"
)


def crowd(ref: Ref | None) -> bool:
    """True for people told by one word who are no body: where "gunmen" were, or whose they are, says nothing of anyone.

    Unlike "the army" or "the police", they have no one name in an article.
    """
    if ref is None or ref.kind == "person":
        return False
    word = ref.name.lower()
    return word in _CROWDS or (word.removesuffix("s") in _CROWDS)
