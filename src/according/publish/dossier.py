"""The dossier as Markdown, HTML or JSON; every line carries footnotes to the claims and articles behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from according.knowledge.rows import ArticleRow, ClaimRow
from according.pictures import wording
from according.pictures.dossier import Dossier
from according.pictures.lines import Backing, Line
from according.pictures.sayings import saying
from according.pictures.stances import Stance
from according.publish.ledger import Note
from according.publish.notice import BOUNDARY, attribution
from according.publish.pages import render, stamp
from according.publish.passages import Piece, passage, quoted
from according.publish.plain import plain

__all__ = ["FORMATS", "dossier_html", "dossier_json", "dossier_markdown"]

FORMATS = ("md", "html", "json")
_MARGIN = 160


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line of the page: words, how to mark it, when, who says so, the numbers of its footnotes."""

    text: str
    mark: str
    status: str
    verification: str
    when: str
    voices: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    about: str
    lines: tuple[_Shown, ...]


@dataclass(frozen=True, slots=True)
class _OwnVoice:
    """A footnote to what an article says itself."""

    number: int
    article: ArticleRow
    passage: tuple[Piece, ...]


class _Notes:
    """Numbers given to claims, and to articles' own words, in reading order."""

    def __init__(
        self, claims: Mapping[str, ClaimRow], articles: Mapping[str, ArticleRow], texts: Mapping[str, str]
    ) -> None:
        self.claims, self.articles, self.texts = claims, articles, texts
        self.by_key: dict[str, int] = {}
        self.all: list[Note | _OwnVoice] = []

    def numbers(self, backing: Backing) -> tuple[int, ...]:
        found = [self.number_of(id) for id in backing.claims]
        found += [self._own(id, backing.texts) for id in backing.own_voice]
        return tuple(sorted({number for number in found if number}))

    def number_of(self, id: str) -> int:
        """The footnote of this claim, 0 when its row is not at hand."""
        row = self.claims.get(id)
        if id in self.by_key or row is None:
            return self.by_key.get(id, 0)
        number = self.by_key[id] = len(self.all) + 1
        words = passage(row, self.texts[row.article.id], margin=_MARGIN)
        self.all.append(Note(number, saying(row), words))
        return number

    def _own(self, article: str, texts: tuple[str, ...]) -> int:
        key = f"{article} {texts}"
        head = self.articles.get(article)
        if key in self.by_key or head is None:
            return self.by_key.get(key, 0)
        number = self.by_key[key] = len(self.all) + 1
        text = self.texts[article]
        here = [words for words in texts if words in text] or list(texts)
        self.all.append(_OwnVoice(number, head, quoted(here, text, margin=_MARGIN)))
        return number


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """Everything in it, with the boundary statement and the credits of the place data."""
    return {
        "notice": BOUNDARY,
        "attribution": attribution(),
        "name": dossier.name,
        "kind": dossier.kind,
        **plain(dossier),
    }


def dossier_html(dossier: Dossier, **values: Any) -> Iterator[str]:
    """One self-contained page in pieces; see `dossier_markdown` for what it needs."""
    return render("dossier.html.j2", **_values(dossier, **values))


def dossier_markdown(dossier: Dossier, **values: Any) -> Iterator[str]:
    """The same as Markdown with footnotes.

    claims: the rows of all claims behind it, by id; articles, texts: heads and texts of their articles, by id;
    source: the store's name; version: the program's; at: the moment of making.
    """
    return render("dossier.md.j2", **_values(dossier, **values))


def _values(
    dossier: Dossier,
    *,
    claims: Mapping[str, ClaimRow],
    articles: Mapping[str, ArticleRow],
    texts: Mapping[str, str],
    source: str,
    version: str,
    at: datetime,
) -> dict[str, Any]:
    notes = _Notes(claims, articles, texts)
    sections = [section for section in _sections(dossier, notes) if section.lines]
    return {
        "dossier": dossier,
        "names": [name for name in dossier.entity.names if name != dossier.name],
        "merged": [item for item in dossier.entity.judgements if item.verdict == "same"],
        "sections": sections,
        "notes": notes.all,
        "source": source,
        "version": version,
        "generated": stamp(at),
        "boundary": BOUNDARY,
        "attribution": attribution(),
    }


def _sections(dossier: Dossier, notes: _Notes) -> Iterator[_Section]:
    def section(title: str, lines: tuple[Line, ...], about: str = "") -> _Section:
        return _Section(title, about, tuple(_line(line, notes) for line in lines))

    yield section("Affiliations", dossier.affiliations)
    yield section("Deployments", dossier.deployments)
    yield section("Sites", dossier.sites, "What the places serve where it is said to be.")
    yield section("Arms", dossier.arms)
    yield section("Events", dossier.events)
    yield _Section("Positions", "", tuple(_stance(stance, notes) for stance in dossier.positions))
    yield section("Threats", dossier.threats, "Said, not done.")
    yield _Section(
        "Conditions",
        "What it ties to an if. Said, not done.",
        tuple(_shown(f"{item.when} → {item.then}", item.backing, notes) for item in dossier.conditions if item.when),
    )
    yield section("Forecasts and calls", dossier.forecasts, "What others expect or ask of it. Nothing of this is done.")
    for title, sayings in (
        ("What it said", dossier.said),
        ("What is said of it", dossier.said_of),
        ("What it passed on", dossier.relayed),
    ):
        rows = [notes.claims[item.claim] for item in sayings if item.claim in notes.claims]
        yield _Section(title, "", tuple(_said(row, notes) for row in rows))


def _line(line: Line, notes: _Notes) -> _Shown:
    numbers = ", ".join(quantity.text for quantity in line.quantities)
    text = f"{line.subject.name} {line.text}" + (f" [{numbers}]" if numbers else "")
    return _shown(text, line.backing, notes)


def _stance(stance: Stance, notes: _Notes) -> _Shown:
    words = wording.position(stance.position, negated=stance.negated)
    toward = f" {stance.toward.name}" if stance.toward else ""
    about = "" if stance.toward else f": “{stance.words or stance.backing.texts[0]}”" if stance.backing.texts else ""
    to_come = " (foretold)" if stance.foreseen else ""
    shown = _shown(f"{words}{toward}{about}{to_come}", stance.backing, notes)
    # a denial is the position itself here, nothing to be marked
    return replace(shown, mark="") if stance.negated or stance.position in ("deny", "doubt") else shown


def _said(row: ClaimRow, notes: _Notes) -> _Shown:
    item = saying(row)
    return _Shown(
        text=item.text,
        mark="",
        status=item.status,
        verification=item.verification,
        when=str(item.published or "no date"),
        voices=(item.by.name,),
        numbers=(notes.number_of(item.claim),),
    )


def _shown(text: str, backing: Backing, notes: _Notes) -> _Shown:
    return _Shown(
        text=text,
        mark=backing.mark,
        status=backing.status,
        verification=backing.verification,
        when=", ".join(dict.fromkeys(time.edtf or time.text for time in backing.times)),
        voices=backing.voices,
        numbers=notes.numbers(backing),
    )
