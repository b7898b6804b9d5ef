"""Keys under which articles that may be kin meet: whoever shares a key with an article is compared with it. Pure.

Each key an article looks under goes with the key of its own that those who look for it use; an article of a day is
looked for on the days before and after.
"""

from collections.abc import Collection, Iterable
from hashlib import blake2b

from according.knowledge.origins.lineage.credits import Credit, fold_outlet, is_agency
from according.knowledge.origins.lineage.kin import Kin
from according.knowledge.origins.lineage.marks import marks
from according.knowledge.origins.lineage.paragraphs import bands, content_words, sketch
from according.knowledge.origins.lineage.quotations import quoted_sentences
from according.knowledge.origins.lineage.retelling import CARRIED, RELAYS, RETOLD_DAYS, crediting

__all__ = ["TOGETHER", "copy_keys", "mark_keys", "retelling_keys", "speech_keys"]

LEAD = 100
"""Words from the beginning that retellings are found by: enough for names, few enough that length is no matter."""
FEW = 10
"""Content words of a beginning that is too short to find retellings by."""
TOLD_ROWS = 24
"""Numbers of a beginning's sketch that tellers and told are found by: twelve bands of two."""
MOST_CREDITED = 4
"""Outlets an article is filed under as one who tells or credits them."""

TOGETHER = 2
"""Marks that two articles must share to be compared: a country stands in every report of a war."""
AGENCIES = "agencies"
"""Stands for whichever of them an article means that says no more."""
PASSING = (*RELAYS, "named")
"""Ways of a credit that are for the passage they stand in."""
MOST_NAMES = 20
MOST_NUMBERS = 8
MOST_RUNS = 12
MOST_QUOTED = 12
"""What an article is filed under, as it comes first in it."""


def copy_keys(kin: Kin) -> dict[int, int]:
    """Of its paragraphs: near-copies share one."""
    return {key: key for parts in kin.shingles for key in bands(sketch(parts))}


def retelling_keys(kin: Kin) -> dict[int, int]:
    """Of how it begins: one is enough to meet.

    Of one outlet's reports and those who credit it, with bands of two rows; of anybody's, with bands of three, since
    more is alike by chance.
    """
    lead = content_words(" ".join(kin.text.split()[:LEAD]))
    if len(lead) < FEW:
        return {}
    signature = sketch(lead)
    about = _about(kin)
    explicit = [c.name for c in kin.credits if c.how not in ("citing others", "named")]
    whose = {fold_outlet(name) for name in (kin.outlet, *explicit)} - {""}
    kinds = [("lead", signature, 3)]
    kinds += [(f"of {outlet}", signature[:TOLD_ROWS], 2) for outlet in sorted(whose)[:MOST_CREDITED]]
    keys: dict[int, int] = {}
    for salt, some, rows in kinds:
        own = bands(some, rows, f"{salt} {about[0]}")
        for when in about:
            keys.update(zip(bands(some, rows, f"{salt} {when}"), own, strict=True))
    return keys


def speech_keys(kin: Kin) -> dict[int, int]:
    """Of the sentences it quotes: who quotes the same one meets."""
    about = _about(kin)
    keys: dict[int, int] = {}
    for runs in quoted_sentences(kin.text)[:MOST_QUOTED]:
        least = min(runs, key=lambda run: _key(run))  # whichever words stand around what both quote of it
        keys.update((_key("quoted", least, when), _key("quoted", least, about[0])) for when in about)
    return keys


def mark_keys(kin: Kin) -> dict[int, int]:
    """Of its names and numbers: those who credit an outlet meet its reports that have as much of what they credit it
    with, and two of anybody's meet by the full names in them. It takes `TOGETHER` of them."""
    about = _about(kin)
    keys: dict[int, int] = {}

    def file(looked: str, own: str, some: Iterable[str]) -> None:
        for mark in some:
            mine = _key(own, mark, about[0])
            keys.update((_key(looked, mark, when), mine) for when in about)

    found = marks(kin.text)
    texts = {fold_outlet(name) for name in (kin.outlet, *(c.name for c in kin.credits if c.how in CARRIED))} - {""}
    published = texts | ({AGENCIES} if is_agency(kin.outlet) else set())
    for outlet in sorted(published):
        file(f"credits {outlet}", f"by {outlet}", found.filed(MOST_NAMES, MOST_NUMBERS))
    for outlet, credits in _credited(kin, texts):
        passage = found
        if all(c.how in PASSING for c in credits):
            lines = crediting(kin, {c.name for c in credits})
            passage = marks("\n".join(line.of(kin.text) for line in lines))
        file(f"by {outlet}", f"credits {outlet}", passage.filed(MOST_NAMES, MOST_NUMBERS))
    runs = [" ".join(name) for name in found.names if len(name) > 1]
    file("run", "run", runs[:MOST_RUNS])
    return keys


def _credited(kin: Kin, own: Collection[str]) -> list[tuple[str, list[Credit]]]:
    """Whom the article credits, with how; who is only named as a source comes last. A credit line or "with agencies"
    is for all of the text."""
    by_outlet: dict[str, list[Credit]] = {}
    for credit in sorted(kin.credits, key=lambda c: c.how == "named"):
        vague = credit.how == "citing others"
        outlet = AGENCIES if vague and "agenc" in credit.name.casefold() else fold_outlet(credit.name)
        if not (vague and outlet != AGENCIES) and (outlet not in own or credit.how in CARRIED):
            by_outlet.setdefault(outlet, []).append(credit)
    return list(by_outlet.items())[:MOST_CREDITED]


def _about(kin: Kin) -> list[str]:
    """The days an article looks among, its own first."""
    day = kin.published.toordinal() // RETOLD_DAYS if kin.published else None
    return ["undated"] if day is None else [str(day), str(day - 1), str(day + 1)]


def _key(*parts: str) -> int:
    raw = "\0".join(parts).encode("utf-8", "replace")
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "big", signed=True)
