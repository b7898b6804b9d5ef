"""The dossier: everything the store holds on one actor, place or thing, in sections; every line opens its claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from according.knowledge.rows import ClaimRow, EntityRow, StatementRow
from according.pictures.conditions import Condition, draw_conditions
from according.pictures.lines import Line, gather_lines, is_foreseen, key_of
from according.pictures.sayings import Saying, saying
from according.pictures.stances import Stance, draw_stances

__all__ = ["Dossier", "draw_dossier"]

_AFFILIATION = frozenset({"part_of", "loyal_to", "backed_by", "allied_with", "leads", "role_in", "founded"})
_ARMS = frozenset({"supplies", "possesses", "manufactures"})
_DEPLOYMENT = frozenset({"controls", "present_in", "moved_to"})
_POSITIONS = frozenset({"SUPPORT", "AGREE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Dossier:
    """One entity's sections. What has not happened stands only in `threats`, `conditions` and `forecasts`.

    entity: who it is, with the nodes taken for the same (`members`), all names used and the judgements behind that
    affiliations, arms, deployments, events: lines with the entity at any end
    sites: what the places serve where it is said to be (and, for a place, what it serves itself)
    positions: positions it takes or is said to take; `conditions` its own if-thens and open threats
    threats: what it threatens or is threatened with; `forecasts` what is foretold or asked of it
    said: claims it makes; `relayed`: claims that reach the reader through it; `said_of`: claims about it by others
    first_seen, last_seen: publication days; `earliest`, `latest`: the days its lines speak of
    """

    entity: EntityRow
    affiliations: tuple[Line, ...]
    arms: tuple[Line, ...]
    deployments: tuple[Line, ...]
    sites: tuple[Line, ...]
    events: tuple[Line, ...]
    positions: tuple[Stance, ...]
    threats: tuple[Line, ...]
    conditions: tuple[Condition, ...]
    forecasts: tuple[Line, ...]
    said: tuple[Saying, ...]
    relayed: tuple[Saying, ...]
    said_of: tuple[Saying, ...]
    first_seen: date | None
    last_seen: date | None
    earliest: date | None
    latest: date | None

    @property
    def name(self) -> str:
        """The name to show."""
        return self.entity.entity.name

    @property
    def kind(self) -> str:
        """Person, armed group, place …"""
        return self.entity.entity.kind


def draw_dossier(entity: EntityRow, statements: Iterable[StatementRow], claims: Iterable[ClaimRow]) -> Dossier:
    """The dossier of `entity` from the statements that name it and the claims it makes, relays or is named in.

    Statements and claims that have nothing to do with it are skipped, except the uses of the places it is said to be
    at; so the whole store may be passed, or only what a query found.
    """
    me = {entity.entity.id, *entity.members}
    rows = list(statements)
    mine = [row for row in rows if _touches(row, me)]
    named = {row.statement.claim for row in mine}
    heard = [row for row in claims if _concerns(row, me, named)]
    threats = [row for row in mine if _is_threat(row)]
    calm = [row for row in mine if not _is_threat(row)]
    rest = [row for row in calm if not _takes_position(row, me)]
    facts = gather_lines(row for row in rest if not is_foreseen(row))
    at = {key_of(line.place or line.object) for line in facts if line.predicate in _DEPLOYMENT} | me
    uses = gather_lines(
        row
        for row in rows
        if row.statement.predicate == "used_for"
        and not is_foreseen(row)
        and {key_of(row.subject), key_of(row.place)} & at
    )
    said = [row for row in heard if row.chain[0].entity in me]
    others = [row for row in heard if row.chain[0].entity not in me]
    heads = [row.article for row in mine] + [row.article for row in heard]
    days = [head.published for head in heads if head.published is not None]
    stances = draw_stances([row for row in mine if key_of(row.subject) in me], said).stances
    board = draw_conditions(said, mine)
    return Dossier(
        entity=entity,
        affiliations=_pick(facts, _AFFILIATION),
        arms=_pick(facts, _ARMS),
        deployments=_pick(facts, _DEPLOYMENT),
        sites=uses,
        events=tuple(line for line in facts if line.predicate.isupper()),
        positions=tuple(stance for stance in stances if stance.position != "threaten"),
        threats=gather_lines(threats),
        conditions=board.conditions + board.open,
        forecasts=gather_lines(row for row in rest if is_foreseen(row)),
        said=_sayings(said),
        relayed=_sayings(row for row in others if any(link.entity in me for link in row.chain[1:])),
        said_of=_sayings(row for row in others if row.claim.id in named),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        earliest=min((line.backing.earliest for line in facts if line.backing.earliest), default=None),
        latest=max((line.backing.latest for line in facts if line.backing.latest), default=None),
    )


def _is_threat(row: StatementRow) -> bool:
    return row.statement.status == "threatened" or row.statement.predicate == "THREATEN"


def _touches(row: StatementRow, me: set[str]) -> bool:
    return any(key_of(end) in me for end in (row.subject, row.object, row.item, row.place))


def _concerns(row: ClaimRow, me: set[str], mine: set[str | None]) -> bool:
    return row.claim.id in mine or any(link.entity in me for link in row.chain)


def _pick(lines: Sequence[Line], predicates: frozenset[str]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.predicate in predicates)


def _takes_position(row: StatementRow, me: set[str]) -> bool:
    return row.statement.predicate in _POSITIONS and key_of(row.subject) in me


def _sayings(rows: Iterable[ClaimRow]) -> tuple[Saying, ...]:
    found = [saying(row) for row in rows]
    return tuple(sorted(found, key=lambda item: (item.published or date.max, item.article.id)))
