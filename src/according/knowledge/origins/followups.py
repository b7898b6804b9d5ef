"""What became of it: later propositions that may fulfil or refute a forecast or a threat. Proposed, never decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.sentences import in_plain_words

__all__ = ["AHEAD", "Became", "FollowUp", "follow_ups", "looks_ahead"]

Became = Literal["fulfils", "refutes"]

AHEAD = frozenset({"predicted", "conditional", "threatened"})
"""Statuses that speak of what is to come."""
_WORDS = {"predicted": "forecast", "conditional": "condition", "threatened": "threat"}
CARRIED_OUT = {"THREATEN": frozenset({"ASSAULT", "COERCE", "hold", "SANCTION", "MOBILIZE"})}
"""A threat is carried out by deeds of another kind against the same object."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A line that looks ahead, a later proposition, and what the second would mean for the first."""

    line: Line
    proposition: str
    verdict: Became
    why: str


def follow_ups(propositions: Iterable[Gathered]) -> list[FollowUp]:
    """Candidates, in order of line and proposition. Both must carry a day of publication, the later one a later day."""
    all_of = sorted(propositions, key=lambda p: p.id)
    by_subject: dict[str, list[Gathered]] = {}
    for p in all_of:
        by_subject.setdefault(p.subject, []).append(p)
    found = []
    for p in all_of:
        for line in p.lines:
            if line.published and looks_ahead(p, line):
                found += _later(p, line, by_subject[p.subject])
    return sorted(found, key=lambda f: (f.line.statement, f.proposition))


def looks_ahead(p: Gathered, line: Line) -> bool:
    """True for a forecast of anyone's deeds; of threats only for deeds of who threatens, not for what provokes them."""
    if p.kind == "THREATEN":
        return not line.denies
    if line.status == "threatened":
        return line.subject in (line.origin.name, *line.origin.through)
    return line.status in AHEAD


def _later(p: Gathered, line: Line, others: Sequence[Gathered]) -> list[FollowUp]:
    kinds = CARRIED_OUT.get(p.kind, frozenset({p.kind}))
    found = []
    for other in others:
        if other.kind not in kinds or other.object.casefold() != p.object.casefold():
            continue
        facts = [x for x in other.lines if x.status not in AHEAD and x.published > line.published]
        if not facts:
            continue
        verdict: Became = "refutes" if all(x.denies for x in facts) else "fulfils"
        when = min(x.published for x in facts)
        earlier = f"the {_WORDS.get(line.status, 'threat')} of {line.published}"
        why = f"“{in_plain_words(other)}” was reported {when}, after {earlier}"
        found.append(FollowUp(line, other.id, verdict, why))
    return found
