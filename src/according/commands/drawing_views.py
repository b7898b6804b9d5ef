"""Timeline and boards as tables in the terminal."""

from typing import TYPE_CHECKING

from according.commands.ledger_views import SHORT_ID, STATUS_STYLES
from according.commands.terminal import plain_words
from according.pictures import wording
from according.pictures.conditions import ConditionBoard
from according.pictures.lines import Backing
from according.pictures.sources import SourceBoard
from according.pictures.stances import StanceBoard
from according.pictures.timeline import Timeline

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

__all__ = ["conditions_view", "sources_view", "stances_view", "timeline_view"]

_AGAINST = ("deny", "doubt")


def timeline_view(drawn: Timeline) -> "RenderableType":
    """Three lanes, one under the other."""
    from rich.console import Group

    lanes = (
        ("exact", "on a known day", drawn.exact),
        ("approximate", "some time within", drawn.approximate),
        ("undated", "no text says when; the day is that of publication", drawn.undated),
    )
    tables: list[RenderableType] = []
    for name, about, moments in lanes:
        if not moments:
            continue
        table = _table(f"{name} – {about}", ("when", 22), ("what", None), ("said by", 26), ("claims", SHORT_ID))
        for moment in moments:
            when = (
                (moment.time.edtf or moment.time.text) if moment.time else f"({moment.backing.said_first or 'no date'})"
            )
            what = _marked(moment.text, moment.backing, foreseen=moment.foreseen)
            table.add_row(plain_words(when), what, _voices(moment.backing), _ids(moment.backing))
        tables.append(table)
    return Group(*tables) if tables else _nothing("Nothing here is said to have happened yet.")


def stances_view(board: StanceBoard) -> "RenderableType":
    """One row a position, actors together."""
    if not board.stances:
        return _nothing("No positions yet.")
    rank = {ref: place for place, (ref, _) in enumerate(board.actors)}
    ordered = sorted(board.stances, key=lambda s: rank.get(s.actor, len(rank)) if s.actor else len(rank))
    table = _table("", ("who", 24), ("position", 19), ("on what", None), ("said by", 22), ("claims", SHORT_ID))
    shown = None
    for stance in ordered:
        name = stance.actor.name if stance.actor else "(not named)"
        what = stance.toward.name if stance.toward else f"“{stance.words or ' … '.join(stance.backing.texts)}”"
        table.add_row(
            plain_words(name) if name != shown else "",
            wording.position(stance.position, negated=stance.negated),
            # a denial is the position itself here, nothing to be marked
            _marked(
                what, stance.backing, foreseen=stance.foreseen, denial=stance.negated or stance.position in _AGAINST
            ),
            "itself" if stance.own else _voices(stance.backing),
            _ids(stance.backing),
        )
        shown = name
    return table


def conditions_view(board: ConditionBoard) -> "RenderableType":
    """Conditions first, then what is threatened or foretold without one."""
    from rich.console import Group
    from rich.text import Text

    if not board.conditions and not board.open:
        return _nothing("No conditions, threats or forecasts yet.")
    parts: list[RenderableType] = []
    for title, items in (("if → then", board.conditions), ("without a condition", board.open)):
        if not items:
            continue
        table = _table(title, ("if", 28), ("then", None), ("who", 24), ("status", 11), ("claim", SHORT_ID))
        for item in items:
            table.add_row(
                plain_words(item.when or ""),
                plain_words(item.then),
                plain_words(" → ".join((item.by.name, *item.relays))),
                Text(item.status, style=STATUS_STYLES.get(item.status, "")),
                item.id[:SHORT_ID],
            )
        parts.append(table)
    return Group(*parts)


def sources_view(board: SourceBoard) -> "RenderableType":
    """Counts by kind, then one row a voice."""
    from rich.console import Group
    from rich.text import Text

    if not board.claims:
        return _nothing("No voices yet.")
    kinds = ", ".join(f"{wording.kind(kind)} {count}" for kind, count in board.kinds)
    counts = (
        f"{wording.counted(board.claims, 'claim')}: {board.named} by named voices, {board.unnamed} by unnamed ones; "
        f"{wording.counted(board.declined, 'refusal')} to comment; "
        f"{wording.counted(board.own_voice, 'statement')} in articles' own voice\n{kinds}"
    )
    table = _table("", ("voice", 30), ("kind", 12), ("says", 5), ("passes on", 6), ("closeness", 11), ("about", None))
    for source in board.sources:
        access = ", ".join(f"{name} {count}" for name, count in source.access if name != "unknown")
        marks = [f"{source.unverified} unverified"] if source.unverified else []
        marks += [f"declined {source.declined}×"] if source.declined else []
        about = ", ".join(f"{ref.name} {count}" for ref, count in source.about[:4])
        role = f"\n{', '.join(source.roles[:3])}" if source.roles else ""
        table.add_row(
            Text(plain_words(source.name), style="bold").append(plain_words(role), style="not bold dim"),
            wording.kind(source.kind),
            str(source.speaks),
            str(source.relays),
            access or "unknown",
            plain_words("; ".join([part for part in (about, *marks) if part])),
        )
    return Group(Text(counts), table)


def _table(title: str, *columns: tuple[str, int | None]) -> "Table":
    from rich.table import Table

    table = Table(
        box=None,
        padding=(0, 2, 0, 0),
        expand=True,
        header_style="dim",
        title=title or None,
        title_justify="left",
        title_style="bold",
    )
    for name, width in columns:
        table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    return table


def _marked(text: str, backing: Backing, *, foreseen: bool, denial: bool = False) -> "Text":
    from rich.text import Text

    words = Text(plain_words(text))
    if foreseen:
        words.append(f" [{backing.status}]", style=STATUS_STYLES.get(backing.status, "cyan"))
    if backing.mark != "said" and not denial:
        words.append(f" [{backing.mark}]", style="yellow")
    return words


def _voices(backing: Backing) -> str:
    shown = "; ".join(backing.voices[:3])
    return plain_words(shown if len(backing.voices) <= 3 else f"{shown} and {len(backing.voices) - 3} more")


def _ids(backing: Backing) -> str:
    if not backing.claims:
        return "article"
    more = f" +{len(backing.claims) - 1}" if len(backing.claims) > 1 else ""
    return backing.claims[0][:SHORT_ID] + more


def _nothing(sentence: str) -> "RenderableType":
    from rich.text import Text

    return Text(sentence)
