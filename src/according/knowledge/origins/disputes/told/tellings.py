"""What claims tell of harm, with where and when: what is stored of each, and when two of them contradict. Pure.

Two tellings contradict when they are of one event (the same article, or a place in common within a day) and one says
that what the other tells did not happen, or both count the same and no number fits both. A number that both wordings
leave room for ("at least 27", "34") is no contradiction, and is only proposed as one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from according.knowledge.origins.disputes.told.counts import Interval, below, disjoint
from according.knowledge.origins.disputes.told.deeds import Harm
from according.knowledge.origins.disputes.told.harms import harms_of
from according.knowledge.origins.disputes.told.holds import HELD
from according.knowledge.origins.disputes.told.scenes import OPENING, Scene, scenes
from according.knowledge.origins.disputes.told.sides import sides
from according.knowledge.origins.disputes.told.undone import is_active, says_no
from according.knowledge.origins.disputes.told.victims import takes_in
from according.knowledge.origins.lineage.paragraphs import containment, content_words
from according.knowledge.search import fold
from according.records import Article, Claim, Extraction, Linking

__all__ = ["Clash", "Telling", "clashes", "tellings"]

Kind = Literal["denial", "number", "control"]
TELLING = frozenset({"asserted", "denied", "hedged"})
"""Statuses of what is said to have happened, or not to."""
DAYS = 1
"""Days by which reports of one event differ: nights, time zones, the day it became known."""
ALIKE = 0.12
"""Share of the words of the shorter opening that the other must have for both to be of one event."""

_UNDOES = {
    "hurt": frozenset({"killed", "wounded", "hurt", "missing"}),
    "killed": frozenset({"killed"}),
    "wounded": frozenset({"wounded"}),
    "captured": frozenset({"captured"}),
    "destroyed": frozenset({"destroyed"}),
    "struck": frozenset({"struck", "destroyed"}),
    "sunk": frozenset({"sunk"}),
    "downed": frozenset({"downed"}),
    "missing": frozenset({"missing"}),
}
"""By what is said not to have been done: what cannot have been done then."""
_COMPARED = frozenset({"killed", "wounded", "captured", "missing", "destroyed", "downed"})
_RISES = frozenset({"killed", "wounded", "missing"})
"""Numbers that commonly grow from one report to the next."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim (its id) tells of harm, and the event it tells of.

    where: folded names of places, of its own sentence where `own`, `small` those in which not much happens on one day;
    days: of the event; speaker: words for who speaks, side: those that tell sides apart; opening: words of what its
    article is about, beside those places.
    """

    claim: str
    article: str
    published: date | None
    status: str
    own: bool
    where: tuple[str, ...]
    days: tuple[date, ...]
    small: tuple[str, ...]
    speaker: tuple[str, ...]
    side: tuple[str, ...]
    opening: tuple[str, ...]
    harms: tuple[Harm, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two pieces of two tellings that do not go together: what kind of contradiction, why, and whether it is sure.

    The keys say what stands on each side, whatever its words: the same count, the same yes or no.
    """

    kind: Kind
    says: str
    other: str
    says_key: str
    other_key: str
    why: str
    sure: bool


def tellings(article: Article, found: Extraction, linking: Linking) -> list[Telling]:
    """What the claims of an article tell of harm, in the order of its claims."""
    told = []
    for claim in found.claims:
        if claim.status in TELLING:
            text = " … ".join(span.of(article.text) for span in claim.content)
            if harms := harms_of(text, denied=claim.status == "denied"):
                told.append((claim, harms))
    if not told:
        return []
    made = scenes(article, found, linking)
    told = [(claim, [h for h in harms if _is_held(h, made[claim.id])]) for claim, harms in told]
    opening = content_words(f"{article.title}\n{article.text[:OPENING]}")
    return [
        Telling(
            claim.id,
            article.id,
            article.published,
            claim.status,
            made[claim.id].own,
            tuple(sorted(made[claim.id].where)),
            tuple(sorted(made[claim.id].days)),
            tuple(sorted(made[claim.id].small)),
            _speaker(claim),
            _side(claim),
            _beside(opening, made[claim.id].where),
            tuple(harms),
        )
        for claim, harms in told
        if harms
    ]


def clashes(one: Telling, other: Telling) -> Iterator[Clash]:
    """What does not go together in two tellings of one event; `says` is of the first. Symmetric but for that."""
    if one.claim == other.claim or one.speaker == other.speaker:
        return
    hedged = "hedged" in (one.status, other.status)
    for mine in one.harms:
        for theirs in other.harms:
            found = _against(one, other, mine, theirs)
            event = _of_one_event(one, other, mine, theirs) if found else None
            if found is not None and event is not None:
                kind, why, firm = found
                sure = event and firm and not hedged
                yield Clash(kind, _worded(mine), _worded(theirs), _key(mine), _key(theirs), why, sure)


def _against(one: Telling, other: Telling, mine: Harm, theirs: Harm) -> tuple[Kind, str, bool] | None:
    """How two harms of one event would not go together, why, and whether that is plain; None where they do."""
    if mine.deed in HELD or theirs.deed in HELD:
        firm = _held_by_two(one, other, mine, theirs)
        return None if firm is None else ("control", _both(mine, theirs), firm)
    if mine.negated != theirs.negated:
        denial, said = (mine, theirs) if mine.negated else (theirs, mine)
        denier, teller = (one, other) if mine.negated else (other, one)
        if said.deed not in _UNDOES.get(denial.deed, ()) or not takes_in(denial.to, said.to):
            return None
        return "denial", _both(denial, said), not _of_others(denial, said, denier, teller)
    if mine.negated or not (mine.count and theirs.count) or mine.deed != theirs.deed or mine.deed not in _COMPARED:
        return None
    verdict = _numbers(one, other, mine, theirs, mine.count, theirs.count)
    return None if verdict is None else ("number", *verdict)


def _both(one: Harm, other: Harm) -> str:
    return f"“{_worded(one)}” and “{_worded(other)}” do not go together"


def _held_by_two(one: Telling, other: Telling, mine: Harm, theirs: Harm) -> bool | None:
    """Whether one says that a side keeps what another is said to hold or to have taken: True plain, False perhaps."""
    if "keeps" not in (mine.deed, theirs.deed) or mine.deed == theirs.deed or mine.to != theirs.to:
        return None
    if mine.deed != "keeps":
        return _held_by_two(other, one, theirs, mine)
    keeper = mine.by or (one.side if mine.own or one.status == "denied" else ())
    taker = theirs.by or (other.side if theirs.own else ())
    if keeper and taker and set(keeper) & set(taker):
        return None
    if one.published and other.published and one.published < other.published:
        return False  # it may have been taken since
    return bool(taker and keeper) or (theirs.deed == "loses" and not taker)


def _is_held(harm: Harm, scene: Scene) -> bool:
    """A name that is held is one of a place; other harm is let through."""
    if (
        harm.deed not in HELD
        or harm.to.noun
        or re.search(r"\b[Tt]he (?:\w+ )*(?:town|city|village|district|area)\b", harm.text)
    ):
        return True
    words = f" {fold(harm.text)} "
    return any(f" {name} " in words for name in scene.where)


def _numbers(
    one: Telling, other: Telling, mine: Harm, theirs: Harm, a: Interval, b: Interval
) -> tuple[str, bool] | None:
    """Why two counts do not go together and whether that is plain; None where they do, or are of different things."""
    if (mine.own and theirs.own) or _strangers(mine.whose, theirs.whose):
        return None
    if len(_counts(one, mine)) > 1 or len(_counts(other, theirs)) > 1:
        return None  # parts of a whole, of which no one is the number
    if mine.to == theirs.to:
        if disjoint(a, b):
            return f"{a.text!r} and {b.text!r} do not overlap", not _may_have_grown(one, other, mine, a, b)
        if a.low != b.low:
            return f"{a.text!r} and {b.text!r} differ, though a number may fit both", False
        return None
    for whole, part, whole_count, part_count in ((mine, theirs, a, b), (theirs, mine, b, a)):
        if takes_in(whole.to, part.to) and below(whole_count, part_count):
            why = f"{part_count.text!r} cannot be among {whole_count.text!r}"
            return why, not _may_have_grown(one, other, mine, a, b)
    return None


def _counts(telling: Telling, harm: Harm) -> set[Interval]:
    """All numbers that a telling gives for this deed on such victims."""
    return {h.count for h in telling.harms if h.count and (h.deed, h.to.group) == (harm.deed, harm.to.group)}


def _may_have_grown(one: Telling, other: Telling, mine: Harm, a: Interval, b: Interval) -> bool:
    """A toll that is higher in a later report may have grown meanwhile."""
    if mine.deed not in _RISES or one.article == other.article or one.published is None or other.published is None:
        return False
    return one.published != other.published and (one.published < other.published) == below(a, b)


def _of_one_event(one: Telling, other: Telling, mine: Harm, theirs: Harm) -> bool | None:
    """Whether two tellings are of one event, as far as they show: True sure, False perhaps, None no."""
    shared = set(one.where) & set(other.where)
    together = _near(one.days, other.days)
    if one.article == other.article:
        if one.days and other.days and not together:
            return None
        if (one.own or other.own) and one.where and other.where and not shared:
            # a denial rarely repeats the place; what it names tells what is meant
            return None if one.own and other.own else (mine.negated != theirs.negated and bool(mine.to.noun)) or None
        return True
    if not shared or one.published is None or other.published is None:
        return None
    if one.days and other.days:
        if not together:
            return None
    elif abs((one.published - other.published).days) > DAYS:
        return None
    if not one.days or not other.days:
        return False
    if shared & {*one.small, *other.small}:
        return True
    return containment(frozenset(one.opening), frozenset(other.opening)) >= ALIKE


def _beside(opening: frozenset[str], where: frozenset[str]) -> tuple[str, ...]:
    """The words of an opening that are no part of the names of its places."""
    names = {word for name in where for word in re.findall(r"\w+", name)}
    return tuple(sorted(word for word in opening if not any(name.startswith(word) for name in names)))


def _near(one: tuple[date, ...], other: tuple[date, ...]) -> bool:
    return any(abs((a - b).days) <= DAYS for a in one for b in other)


def _of_others(denial: Harm, said: Harm, denier: Telling, teller: Telling) -> bool:
    """A side that says what it did not do says nothing of what another, or somebody, is said to have done.

    Where one article tells both, it sets the one against the other.
    """
    if not is_active(denial):
        return False
    if not said.by:
        return denier.article != teller.article
    return bool(denier.side) and not set(denier.side) & set(said.by)


def _strangers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Names of whose they are that have no beginning in common: "Pakistani", "Afghan"."""
    return bool(one and other) and not any(a[:4].casefold() == b[:4].casefold() for a in one for b in other)


def _speaker(claim: Claim) -> tuple[str, ...]:
    voice = claim.chain[0]
    words = " ".join(part for part in (voice.name, voice.role, voice.affiliation) if part)
    return tuple(sorted(set(re.findall(r"\w+", fold(words)))))


def _side(claim: Claim) -> tuple[str, ...]:
    """Words for the side of who speaks; names and ranks of persons are none."""
    voice = claim.chain[0]
    name = voice.name if voice.kind not in ("person", "anonymous", "eyewitness") else voice.name.lower()
    return sides(f"{name} | {(voice.role or '').lower()} | {voice.affiliation or ''}")


def _key(harm: Harm) -> str:
    if harm.deed in HELD:
        return f"{'kept' if harm.deed == 'keeps' else 'taken'} {harm.to.noun}"
    many = f"{harm.count.low:g}-{harm.count.high or 0:g}" if harm.count else "not" if harm.negated else "so"
    return f"{harm.deed} {harm.to.group} {many}"


def _worded(harm: Harm) -> str:
    """The piece of text; of a denial that only its verb turns round ("denied killing …"), that it is not so."""
    text = " ".join(re.sub(r"[“”\"]", "", harm.text).split())
    turned = harm.negated or (
        harm.deed == "keeps" and re.search(r"\b(?:lost|fell|fallen|taken|captured|seized|overrun)\b", text)
    )
    return f"not so: {text}" if turned and not says_no(text) else text
