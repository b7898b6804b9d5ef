"""Words for a side that tell nobody apart: "troops", "the militants", "gunmen"."""

from according.claims.statements.syntax.nouns import words
from according.records import Ref

__all__ = ["anonymous"]

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
