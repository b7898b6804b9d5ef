"""Words that tell the sides of a conflict apart: names of bodies and peoples, "army", "rebels". Pure."""

import re

__all__ = ["sides"]

_NAME = re.compile(r"(?<![.!?“\"] )\b[A-Z][\w’'-]{2,}")
_NO_NAME = re.compile(
    r"The|This|That|These|Those|Its|Our|Their|His|Her|He|She|They|And|But|In|On|At|After|Before|When|While|By|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\S+-(?:backed|aligned|led|flagged|linked|controlled|held|run|brokered)"
)
_SAME = {
    word: side
    for side, words in {
        "army": "army armies military armed troops soldiers government federal garrison navy",
        "rebels": "rebels rebel insurgents insurgent group movement militia militias militiamen paramilitary jihadists "
        "jihadist terrorists militants guerrillas separatists",
        "police": "police policemen",
    }.items()
    for word in words.split()
}


def sides(text: str) -> tuple[str, ...]:
    """The words of a text that tell sides apart, in order; names by their first letters, so that "Russia" is "Russian".

    A name at the head of a sentence after another one is left out: it may be any word.
    """
    found = {_SAME.get(word.casefold(), "") for word in re.findall(r"[\w-]+", text)} - {""}
    found |= {name[:5].casefold() for name in _NAME.findall(text) if not _NO_NAME.fullmatch(name)}
    return tuple(sorted(found))
