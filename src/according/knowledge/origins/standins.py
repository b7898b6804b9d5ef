"""Who is meant by "the statement", "the group" or "the army spokesman": a body that the same article names. Pure.

Only bodies are looked for, never persons: a source that an article leaves unnamed stays unnamed. Where two come into
question nobody is taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.knowledge.origins.gathering.grouping import is_description
from according.knowledge.origins.voices import is_bare, speaks_for
from according.records import Article, Claim, Extraction, Voice

__all__ = ["StandIn", "stand_ins"]

BODIES = frozenset({"government", "armed_group", "organization", "company"})
NEAR = 500
"""Characters within which a statement that is spoken of again was first spoken of."""
_STATEMENT = re.compile(
    r"\b(?:statements?|communiqu[eé]|(?:press )?release|video|message|post|posted|announced|announcement)\b",
    re.IGNORECASE,
)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people|persons|men)\b", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:group|movement|faction|militia|rebels?|militants?|insurgents?|affiliate|offshoot|alliance|coalition|"
    r"insurgency|front)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StandIn:
    """The body (as the article names it) whose word the claim is, and how one can tell."""

    body: str
    why: str


def stand_ins(article: Article, found: Extraction) -> dict[str, StandIn]:
    """By id of claim, for claims whose innermost voice is described and whose body the article names."""
    ordered = sorted(found.claims, key=lambda claim: (claim.content[0].start, claim.id))
    bodies = sorted({m.name for m in found.mentions if m.kind in BODIES and not is_description(m.name)})
    made: dict[str, StandIn] = {}
    for at, claim in enumerate(ordered):
        speaker = claim.chain[0]
        if speaker.span is None or (speaker.affiliation and speaks_for(speaker)):
            continue
        if _SPOKES.search(f"{speaker.role or ''} {speaker.name}"):
            body, why = _spoken_for(speaker, ordered, bodies)
        elif speaker.kind == "document":
            body, why = _stated_before(article, claim, ordered[:at], made)
        elif is_bare(speaker.name) and _FIGHTERS.search(speaker.name):
            body, why = _of_its_own_deed(claim, found)
        else:
            continue
        if body:
            made[claim.id] = StandIn(body, why)
    return made | dict(_the_same_group(ordered, made))


def _spoken_for(speaker: Voice, claims: Sequence[Claim], bodies: Sequence[str]) -> tuple[str, str]:
    """The one body that named spokespersons of the article speak for, or the one named like the role."""
    named = {c.chain[0].affiliation for c in claims if c.chain[0].affiliation and _SPOKES.search(c.chain[0].role or "")}
    if len(named) == 1:
        body = next(iter(named))
        assert body is not None
        if speaker.kind == "anonymous" or not _whose(speaker):
            return body, f"the article names who speaks for {body}"
    whose = _whose(speaker)
    like = {body for body in bodies if whose and body.casefold().split()[-1] == whose}
    if not like and whose:
        like = {
            c.chain[0].name
            for c in claims
            if c.chain[0].name.casefold().endswith(f" {whose}") and not _SPOKES.search(c.chain[0].name)
        }
    return (min(like), f"the {whose} is {min(like)} in this article") if len(like) == 1 else ("", "")


def _whose(speaker: Voice) -> str:
    """The last word before "spokesman" in the role or name: "army", "group"; empty where there is none."""
    match = re.search(r"([\w-]+)(?:['’]s)? spokes", f"{speaker.role or ''} {speaker.name}", re.IGNORECASE)
    word = match[1].casefold() if match else ""
    return "" if word in ("a", "an", "the", "its", "chief", "deputy", "military", "official") else word


def _stated_before(
    article: Article, claim: Claim, before: Sequence[Claim], made: dict[str, StandIn]
) -> tuple[str, str]:
    """Whose statement was spoken of just before."""
    for other in reversed(before[-2:]):
        start, end = other.content[0].start, claim.content[0].start
        speaker = other.chain[0]
        body = made[other.id].body if other.id in made else ""
        body = body or (speaker.affiliation if speaker.affiliation and speaks_for(speaker) else "")
        if not body and speaker.kind in BODIES and not is_bare(speaker.name):
            body = speaker.name
        if body and end - start < NEAR and _STATEMENT.search(article.text[start:end]):
            return body, f"it is the statement of {body} that was spoken of just before"
        if body:
            break
    return "", ""


def _of_its_own_deed(claim: Claim, found: Extraction) -> tuple[str, str]:
    """The one armed group whose deeds the claim tells: "fighters of X took the town, the group said"."""
    own = {
        fact.subject.name
        for fact in found.statements
        if fact.claim == claim.id and fact.subject.kind == "armed_group" and not is_bare(fact.subject.name)
    }
    return (next(iter(own)), f"it tells of its own deeds as {next(iter(own))}") if len(own) == 1 else ("", "")


def _the_same_group(claims: Sequence[Claim], made: dict[str, StandIn]) -> Iterator[tuple[str, StandIn]]:
    """Other descriptions of a group in an article in which all that were made out are one group."""
    groups = {made[c.id].body for c in claims if c.id in made and _FIGHTERS.search(c.chain[0].name)}
    if len(groups) != 1:
        return
    body = next(iter(groups))
    for claim in claims:
        name = claim.chain[0].name
        if claim.id not in made and claim.chain[0].span and is_bare(name) and _FIGHTERS.search(name):
            yield claim.id, StandIn(body, f"{body} is the only group that speaks in this article")
