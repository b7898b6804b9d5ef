"""Admiralty grades: reliability of a voice is a person's word, credibility of a proposition follows stated rules.

Wording of the scales: NATO Admiralty code as given in MISP's `admiralty-scale` taxonomy. F and 6 mean that it cannot be
judged: they are None here, never a middle value. Each grade is considered in isolation, so a voice's reliability
plays no part in credibility. None of this says what is true.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from according.errors import ConfigError
from according.knowledge.origins.propositions import Gathered
from according.knowledge.resolution import in_force, latest
from according.records import Judgement

__all__ = ["RELIABILITY", "Credibility", "credibility", "read_grade", "reliability"]

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Credibility:
    """A grade from 1 (confirmed by independent origins) to 5 (improbable), or None (6), with the rule that gave it."""

    grade: int | None
    rule: str


def credibility(p: Gathered) -> Credibility:
    """The grade of a proposition from its independent origins, its denials and what articles say of verification."""
    against = len(p.deniers)
    checked = {line.verification for line in p.lines if not line.denies}
    if p.low == 0:
        return Credibility(
            None, "6: nobody here says it" if all(line.denies for line in p.lines) else "6: no origin is known"
        )
    if against > p.high:
        return Credibility(5, f"5: {against} origins deny it, at most {p.high} stand behind it")
    if against:
        return Credibility(4, f"4: denied by {', '.join(p.deniers)}")
    if p.low >= 2:
        return Credibility(1, f"1: {p.low} independent origins, none denies it")
    if "confirmed" in checked:
        return Credibility(2, "2: one origin, and an article says it was confirmed")
    if "unverified" in checked:
        return Credibility(None, "6: one origin, and an article says it could not be verified")
    if p.high >= 2:
        return Credibility(2, "2: one origin, and others that may be independent of it")
    return Credibility(3, "3: one origin, nobody denies it")


def read_grade(letter: str) -> str:
    """The letter as the scale has it; ConfigError for any other."""
    grade = letter.strip().upper()
    if grade not in RELIABILITY:
        raise ConfigError(f"{letter!r} is no grade; use A to F, where F means that it cannot be judged.")
    return grade


def reliability(judgements: Iterable[Judgement]) -> str | None:
    """The grade a person gave a voice last and has not taken back; None where nobody did, or gave F."""
    given = [j for j in in_force(judgements).values() if j.verdict == "grade" and j.person and j.value]
    value = max(given, key=latest).value if given else None
    return None if value == "F" else value
