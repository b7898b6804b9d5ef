"""Which verbs tell of an event, and where its target stands: verb lemma → PLOVER type and mode.

Types and modes are those of the PLOVER codebook (openeventdata, 2024); the verbs were gathered from conflict reporting.
A row reads `verb`, or `verb:on/at` when the target follows a preposition; `verb|on` when either will do.
"""

from dataclasses import dataclass
from functools import cache

from according.claims.statements.syntax.nouns import words
from according.vocabularies import Event

__all__ = ["BOTH_WAYS", "FIGURATIVE", "EventFrame", "event_frames"]


@dataclass(frozen=True, slots=True)
class EventFrame:
    """How one verb tells an event. `slots` are where the target may stand: `dobj` or prepositions.

    `mutual`: told of both sides, both ways. `speech`: an act done by speaking. `things`: the target may be a thing.
    """

    predicate: Event
    mode: str | None
    slots: tuple[str, ...]
    mutual: bool = False
    speech: bool = False
    things: bool = False


BOTH_WAYS = ("ASSAULT", "AGREE")
"""Mutual events that are told of both sides in both directions; who met or worked with whom is told once."""

FIGURATIVE = words(
    "attack hit strike target pound hammer pummel fight battle clash engage confront defeat crush overwhelm chase "
    "pursue hunt assault counterattack ambush"
)
"""What a politician does to another with words: of a single person these tell no violence."""

_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "ASSAULT/",
        "",
        "attack strike|at|against hit assault raid ambush target storm kill wound injure harm fight|against pound "
        "overpower massacre slaughter murder assassinate execute invade strafe destroy demolish damage "
        "retaliate:against rout decimate eliminate neutralize neutralise maim attack|on counterattack clear "
        "devastate flatten level intercept beat_back drive_back drive_out push_back rout repel repulse shoot_down down "
        "sink torpedo hunt_down wipe_out crush hunt pursue chase|after confront engage defeat overwhelm behead lynch "
        "slay throw_back throw:at hurl:at lob:at pelt besiege blockade encircle surround "
        "turn:on/against turn_on open_fire:on/at pummel hammer barrage ram shoot_at mow_down drive_off dislodge "
        "vanquish cleanse:of rid:of purge:of",
    ),
    ("ASSAULT/heavy-weapons", "", "shell bombard mortar rocket"),
    ("ASSAULT/aerial", "", "bomb airstrike"),
    ("ASSAULT/firearms", "", "shoot|at fire:on/at/into/toward/towards/against gun_down snipe:at"),
    ("ASSAULT/explosives", "", "blow_up detonate:in/at/near"),
    ("ASSAULT/abduct", "", "abduct kidnap"),
    ("ASSAULT/torture", "", "torture mutilate"),
    ("ASSAULT/sexual", "", "rape"),
    ("ASSAULT/beat", "", "beat flog whip"),
    ("ASSAULT/destroy", "things", "torch burn burn_down raze loot pillage ransack vandalize vandalise"),
    ("ASSAULT/", "mutual", "clash:with/against battle|with|against skirmish:with trade_fire:with exchange_fire:with"),
    (
        "SEIZE/",
        "things",
        "carry_off make_off:with "
        "seize capture overrun conquer retake recapture occupy take_over annex commandeer hijack board reclaim "
        "liberate "
        "confiscate impound regain wrest",
    ),
    ("SEIZE/arrest", "", "arrest detain jail imprison round_up apprehend"),
    (
        "COERCE/restrict",
        "things",
        "ban block restrict shut shut_down cut_off isolate",
    ),
    ("COERCE/deport", "", "expel deport displace evict uproot"),
    ("COERCE/censor", "", "censor suspend"),
    ("COERCE/cyber", "", "hack"),
    (
        "COERCE/",
        "",
        "pressure coerce harass intimidate persecute repress oppress extort force compel oust topple overthrow",
    ),
    (
        "MOBILIZE/troops",
        "things",
        "mobilize mobilise mass amass muster rally conscript recruit enlist reinforce call_up draft",
    ),
    ("THREATEN/violence", "", "threaten menace"),
    (
        "PROTEST/demo",
        "",
        "protest|against demonstrate:against rally:against/outside march:against/on riot:against rise_up:against",
    ),
    ("SANCTION/", "", "sanction suspend blacklist penalize penalise fine proscribe outlaw"),
    ("SANCTION/convict", "", "convict sentence indict"),
    (
        "ACCUSE/disapprove",
        "speech",
        "condemn denounce criticize criticise decry slam blast deplore rebuke chide lambast lambaste castigate censure",
    ),
    ("ACCUSE/allege", "speech", "accuse blame"),
    ("ACCUSE/investigate", "", "investigate probe"),
    (
        "REJECT/",
        "speech things",
        "reject refuse turn_down deny refute dismiss rebuff rebut veto rule_out spurn contradict disavow",
    ),
    (
        "REQUEST/",
        "speech",
        "urge ask beseech implore request:from call_on call:on/upon appeal:to demand:from plead:with press "
        "petition beg exhort",
    ),
    ("AGREE/", "mutual speech", "agree:with sign:with reconcile:with"),
    (
        "CONSULT/",
        "mutual",
        "meet|with negotiate:with confer:with consult|with talk:to/with discuss:with mediate:between",
    ),
    ("CONSULT/visit", "", "visit"),
    ("SUPPORT/", "speech", "praise endorse hail laud applaud commend congratulate welcome side:with"),
    ("SUPPORT/", "", "support defend recognize recognise back_up"),
    ("CONCEDE/", "", "apologize:to apologise:to"),
    ("COOPERATE/", "mutual", "cooperate:with collaborate:with coordinate:with ally:with partner:with join_forces:with"),
    (
        "AID/",
        "",
        "aid assist help train shelter evacuate rescue feed fund finance bankroll harbour harbor protect shield "
        "resupply pay",
    ),
    ("RETREAT/release", "", "release free pardon"),
    (
        "RETREAT/withdraw",
        "things",
        "withdraw:from quit retreat:from pull_out:of/from pull:out "
        "pull_back:from fall_back:from flee:from abandon vacate evacuate:from desert leave",
    ),
    ("RETREAT/withdraw", "", "surrender:to yield:to capitulate:to"),
)


def _frames(row: str, predicate: str, mode: str | None, flags: frozenset[str]) -> tuple[str, EventFrame]:
    slots: tuple[str, ...] = ("dobj",)
    verb = row
    if ":" in row:
        verb, after = row.split(":")
        slots = tuple(after.split("/"))
    elif "|" in row:
        verb, *after_either = row.split("|")
        slots = ("dobj", *after_either)
    frame = EventFrame(
        predicate,  # type: ignore[arg-type]
        mode,
        slots,
        mutual="mutual" in flags,
        speech="speech" in flags,
        things="things" in flags,
    )
    return verb, frame


@cache
def _table() -> dict[str, tuple[EventFrame, ...]]:
    table: dict[str, tuple[EventFrame, ...]] = {}
    for kind, flags, rows in _ROWS:
        predicate, _, mode = kind.partition("/")
        for row in rows.split():
            verb, frame = _frames(row, predicate, mode or None, frozenset(flags.split()))
            table[verb] = (*table.get(verb, ()), frame)
    return table


def event_frames(lemma: str, particle: str | None = None) -> tuple[EventFrame, ...]:
    """The frames of a verb by its lemma, with its particle ("shoot", "down") when it has one; none when unknown."""
    table = _table()
    if particle and f"{lemma}_{particle}" in table:
        return table[f"{lemma}_{particle}"]
    return table.get(lemma, ())
