"""The stance board: who takes which position on what; silence, absence and refusal to comment are positions too.

A position is read from statements (condemns, supports, calls for, threatens …), from what a claim does (a call, a
threat, a denial, a refusal to comment), and from a few plain words (neutral, silent, absent, join, de-escalate).
Words are tied to a speaker only where it speaks of itself; else the board says who describes it and leaves the
actor open.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from according.knowledge.rows import ClaimRow, RefRow, StatementRow
from according.pictures import wording
from according.pictures.conditions import without_condition
from according.pictures.lines import FORESEEN, Backing, back_claims, back_statements, key_of
from according.pictures.positions import Position, worded_positions
from according.records import identify

__all__ = ["Stance", "StanceBoard", "draw_stances"]

_BY_PREDICATE: dict[str, Position] = {
    "SUPPORT": "support",
    "AGREE": "agree",
    "CONCEDE": "agree",
    "REQUEST": "call",
    "ACCUSE": "condemn",
    "REJECT": "reject",
    "THREATEN": "threaten",
}
_BY_STATUS: dict[str, Position] = {
    "called_for": "call",
    "threatened": "threaten",
    "denied": "deny",
    "doubted": "doubt",
    "declined": "declined",
}
_SELF = re.compile(r"\b(?:I|we|our|us|my)\b")


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor's position. `actor` is None where the words describe a position without saying whose (see `texts`).

    toward: whom or what it is about, None when the position has no named object
    negated: the position is said not to be taken ("has not condemned")
    foreseen: it is forecast, threatened or asked for, not taken
    own: True when the actor itself speaks, False when others describe it
    words: the clause that tells a position read from words; empty for one read from a statement or from the act
    """

    id: str
    actor: RefRow | None
    position: Position
    toward: RefRow | None
    negated: bool
    foreseen: bool
    own: bool
    backing: Backing
    words: str = ""


@dataclass(frozen=True, slots=True)
class StanceBoard:
    """`stances` in order of first appearance; `actors` and `issues` are the rows and columns by falling count."""

    stances: tuple[Stance, ...]
    actors: tuple[tuple[RefRow, int], ...]
    issues: tuple[tuple[RefRow, int], ...]


@dataclass(frozen=True, slots=True)
class _Key:
    actor: str
    position: Position
    toward: str
    negated: bool
    foreseen: bool
    own: bool


def draw_stances(statements: Iterable[StatementRow], claims: Iterable[ClaimRow] = ()) -> StanceBoard:
    """The positions in these statements and claims; a claim whose position its statements already give adds nothing."""
    refs: dict[str, RefRow] = {}
    from_statements: dict[_Key, list[StatementRow]] = {}
    told: set[tuple[str, str, Position]] = set()
    for row in statements:
        for position in _positions_of(row):
            own = row.speaker is not None and row.speaker == row.subject.name
            act = row.statement.predicate in ("REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT") and own
            key = _Key(
                actor=key_of(row.subject),
                position=position,
                toward=key_of(row.object),
                negated=row.statement.negated or row.statement.status == "denied",
                # whoever calls, threatens or condemns has done so; only what others expect of it is still to come
                foreseen=row.statement.status in FORESEEN and not act,
                own=own,
            )
            refs.setdefault(key.actor, row.subject)
            if row.object is not None:
                refs.setdefault(key.toward, row.object)
            from_statements.setdefault(key, []).append(row)
            told.add((row.statement.claim or "", key.actor, position))
            told.add((row.statement.claim or "", key.actor, _BY_PREDICATE.get(row.statement.predicate, position)))
    from_claims: dict[_Key, list[ClaimRow]] = {}
    clauses: dict[_Key, str] = {}
    for claim in claims:
        for key, actor, words in _keys_of(claim):
            if (claim.claim.id, key.actor, key.position) in told:
                continue
            refs.setdefault(key.actor, actor)
            from_claims.setdefault(key, []).append(claim)
            clauses.setdefault(key, words)
    stances = [_stance(key, refs, back_statements(rows)) for key, rows in from_statements.items()]
    stances += [_stance(key, refs, back_claims(rows), clauses[key]) for key, rows in from_claims.items()]
    actors = Counter(key_of(stance.actor) for stance in stances if stance.actor is not None)
    issues = Counter(key_of(stance.toward) for stance in stances if stance.toward is not None)
    return StanceBoard(
        stances=tuple(stances),
        actors=tuple((refs[key], count) for key, count in actors.most_common()),
        issues=tuple((refs[key], count) for key, count in issues.most_common()),
    )


def _positions_of(row: StatementRow) -> list[Position]:
    position = _BY_PREDICATE.get(row.statement.predicate)
    named = " ; ".join(end.name for end in (row.subject, row.object) if end is not None)
    found = [told.position for told in worded_positions(named) if not told.negated]
    if row.statement.predicate == "CONSULT" and row.statement.negated and "absent" not in found:
        found.append("absent")
    # to call for de-escalation is one position, not two
    called = position in ("call", "support") and found and row.object is not None
    return found if called or position is None else [position, *found]


def _keys_of(row: ClaimRow) -> list[tuple[_Key, RefRow, str]]:
    """The positions a claim takes by what it does and by its words, with who takes them and the words."""
    status = row.claim.status
    speaker = row.chain[0]
    actor = RefRow(speaker.entity, wording.voice(speaker.name, speaker.voice.name), speaker.voice.kind)
    me = key_of(actor)
    keys = [
        (_Key(me, told.position, "", told.negated, foreseen=False, own=False), actor, actor.name)
        for told in worded_positions(actor.name)
    ]
    act = _BY_STATUS.get(status)
    if act is not None:
        keys.append((_Key(me, act, "", negated=False, foreseen=False, own=True), actor, ""))
    if status == "declined":
        return keys  # its words are the refusal itself
    text = " ; ".join(without_condition(row))  # "if they enter the war" is nobody's position
    # a threat's "to join" is the speaker's own; what is called for is asked of others, all but calm itself
    own = status == "threatened" or _SELF.search(text) is not None
    for told in worded_positions(text):
        if status == "called_for" and told.position != "deescalate":
            continue
        mine = own or status == "called_for"
        foreseen = status in FORESEEN and status != "called_for"
        key = _Key(me if mine else "", told.position, "", told.negated != (status == "denied"), foreseen, mine)
        keys.append((key, actor, told.clause))
    return keys


def _stance(key: _Key, refs: dict[str, RefRow], backing: Backing, words: str = "") -> Stance:
    return Stance(
        id=identify("stance", key.actor, key.position, key.toward, key.negated, key.foreseen, key.own, backing.texts),
        actor=refs[key.actor] if key.actor else None,
        position=key.position,
        toward=refs[key.toward] if key.toward else None,
        negated=key.negated,
        foreseen=key.foreseen,
        own=key.own,
        backing=backing,
        words=words,
    )
