"""The ledger in the terminal: a table of claims, one claim in its paragraph, the store in figures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from according.commands.terminal import plain_words
from according.knowledge.rows import ClaimRow, StatementRow, VoiceRow
from according.pictures import wording
from according.pictures.lines import is_foreseen
from according.publish.passages import passage
from according.records import Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

__all__ = ["STATUS_STYLES", "claim_table", "show_claim", "show_status"]

STATUS_STYLES = {
    "asserted": "",
    "hedged": "yellow",
    "denied": "red",
    "doubted": "red",
    "predicted": "cyan",
    "conditional": "cyan",
    "threatened": "magenta",
    "called_for": "blue",
    "declined": "dim",
}
SHORT_ID = 8
"""Digits of an id shown in tables; `show` takes any beginning that is unique."""
_PIECES = {"content": "bold underline", "condition": "bold underline cyan", "cue": "green", "source": "bold green"}


def claim_table(rows: Iterable[ClaimRow], *, width: int, header: bool = True) -> "Table":
    """Claims with who says them through whom, what they do and what the article says of them.

    On a screen narrower than 80 columns, id and status stand under the speaker.
    """
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    narrow = width < 80
    table = Table(box=None, padding=(0, 2, 1, 0), expand=True, header_style="dim", show_header=header)
    if not narrow:
        table.add_column("id", width=SHORT_ID, no_wrap=True, style="dim")
    table.add_column("who", width=20 if width < 100 else 27, overflow="fold")
    if not narrow:
        table.add_column("status", width=11)
    table.add_column("claim", ratio=1, overflow="fold")
    for row in rows:
        id, words = row.claim.id[:SHORT_ID], Text(" … ".join(plain_words(text) for text in row.texts))
        if narrow:
            table.add_row(Group(_who(row), _status(row), Text(id, style="dim")), words)
        else:
            table.add_row(id, _who(row), _status(row), words)
    return table


def _name(link: VoiceRow) -> str:
    return wording.voice(link.name, link.voice.name)


def _who(row: ClaimRow) -> "Text":
    from rich.text import Text

    cell = Text(plain_words(_name(row.chain[0])), style="bold")
    rest = [f"→ {plain_words(_name(link))}" for link in row.chain[1:]]
    if row.article.published:
        rest.append(str(row.article.published))
    if rest:
        cell.append("\n" + " ".join(rest), style="not bold dim")
    return cell


def _status(row: ClaimRow) -> "Text":
    from rich.text import Text

    cell = Text(row.claim.status, style=STATUS_STYLES.get(row.claim.status, ""))
    if row.claim.verification != "none":
        cell.append(f"\n{row.claim.verification.replace('_', ' ')}", style="bold yellow")
    if row.review:
        cell.append(f"\n✓ {row.review}", style="green")
    return cell


def show_claim(console: "Console", row: ClaimRow, text: str, statements: Sequence[StatementRow]) -> None:
    """One claim in its paragraph, the chain drawn, every field with the words that gave it."""
    from rich.padding import Padding
    from rich.text import Text

    claim, head = row.claim, row.article
    console.print(Text(f"claim {claim.id}", style="dim"))
    title = f"{head.outlet or 'Unknown outlet'}: {head.title or head.path or head.id}"
    console.print(Text(plain_words(title), style="bold"))
    where = " · ".join(str(part) for part in (head.published or "no date", head.path, head.url) if part)
    console.print(Text(plain_words(where), style="dim"), soft_wrap=True)
    console.print()
    # without styles the eye still finds the claim: its pieces stand between guillemets
    opening, closing = ("", "") if console.is_terminal and not console.no_color else ("«", "»")
    words = Text()
    for piece in passage(row, text):
        marked = piece.part in ("content", "condition")
        shown = f"{opening}{piece.text}{closing}" if marked else piece.text
        words.append(plain_words(shown), style=_PIECES.get(piece.part, ""))
    console.print(Padding(words, (0, 2)))
    console.print()
    for depth, link in enumerate(row.chain):
        console.print(_link(link, depth, text))
    console.print()
    for name, value, evidence in _fields(row, text):
        line = Text(f"{name:13}", style="dim").append(value, style="not dim")
        if evidence:
            line.append("  from " + ", ".join(f"“{plain_words(words)}”" for words in evidence), style="dim")
        console.print(line)
    if statements:
        console.print(Text("statements", style="dim"))
        for statement in statements:
            console.print(Text("  – " + plain_words(_statement(statement))))


def _link(link: VoiceRow, depth: int, text: str) -> "Text":
    from rich.text import Text

    voice = link.voice
    lead = "" if depth == 0 else "   " * (depth - 1) + "└─ "
    line = Text(lead, style="dim").append(plain_words(_name(link)), style="bold not dim")
    about = [wording.kind(voice.kind), voice.role, voice.affiliation and f"of {voice.affiliation}"]
    about += [
        voice.number and f"number: {voice.number}",
        f"{voice.access} access" if voice.access != "unknown" else None,
    ]
    line.append(f" ({', '.join(plain_words(part) for part in about if part)})", style="dim")
    if voice.span is not None and voice.span.of(text) != link.name:
        line.append(f"  as “{plain_words(voice.span.of(text))}”", style="dim")
    return line


def _fields(row: ClaimRow, text: str) -> Iterable[tuple[str, str, list[str]]]:
    claim = row.claim

    def words(field: str, *spans: Span | None) -> list[str]:
        found = [item.span for item in claim.evidence if item.field == field]
        return list(dict.fromkeys(span.of(text) for span in (*spans, *found) if span is not None))

    yield "status", claim.status, words("status", claim.cue)
    if claim.distance != "neutral":
        yield "distance", claim.distance, words("distance")
    yield "verification", claim.verification, words("verification", claim.verification_span)
    if claim.condition is not None:
        yield "condition", plain_words(claim.condition.of(text)), []
    if claim.likelihood:
        yield "likelihood", claim.likelihood, [claim.likelihood_text] if claim.likelihood_text else words("likelihood")
    if claim.time is not None:
        yield "time", claim.time.edtf or "not placed", [claim.time.text]
    yield "read by", f"{row.extractor}, confidence {claim.confidence:.2f} of having read it right", []
    if row.review:
        yield "review", row.review, []


def _statement(row: StatementRow) -> str:
    statement = row.statement
    words = wording.predicate(statement.predicate, foreseen=is_foreseen(row))
    parts = [row.subject.name, "not:" if statement.negated else "", words]
    parts += [row.object.name] if row.object else []
    parts += [f"({row.item.name})"] if row.item else []
    ends = [end.name for end in (row.subject, row.object) if end is not None]
    parts += [f"at {row.place.name}"] if row.place and row.place.name not in ends else []
    parts += [f"[{statement.quantity.text}]"] if statement.quantity else []
    parts += [f"[{statement.time.edtf or statement.time.text}]"] if statement.time else []
    parts += [f"({statement.status})"] if statement.status != "asserted" else []
    return " ".join(part for part in parts if part)


def show_status(console: "Console", db: str, status: Mapping[str, Any]) -> None:
    """The store in figures."""
    from rich.text import Text

    def line(name: str, value: object) -> None:
        console.print(Text(f"{name:11}", style="dim").append(str(value), style="not dim"))

    line("store", f"{db} ({status['bytes'] / 1e6:.1f} MB)")
    for name in ("articles", "claims", "statements", "entities", "places", "outlets", "reviewed", "problems"):
        line(name, f"{status[name]:,}")
    if status["first_published"]:
        line("published", f"{status['first_published']} to {status['last_published']}")
    for extractor, count in status["extractors"].items():
        line("read by", f"{extractor} ({wording.counted(count, 'article')})")
    if status["changed"]:
        line("changed", status["changed"])
