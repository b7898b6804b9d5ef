"""The sources board: which voices speak, of what kind, how often, about whom, how close to the fact, and who declines.

Unnamed voices are never joined across articles: two "officials" of two articles may or may not be one person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from according.knowledge.rows import ClaimRow, RefRow, StatementRow, VoiceRow
from according.pictures import wording
from according.pictures.lines import key_of
from according.records import identify

__all__ = ["Source", "SourceBoard", "draw_sources"]

_UNNAMED = ("anonymous", "eyewitness")


@dataclass(frozen=True, slots=True)
class Source:
    """One voice and its record. Counts are of claims.

    entity: None for a voice without a name (an outlet may lack one too); `article` is then the only one it speaks in
    roles, affiliations, numbers: as the texts word them ("two", "senior official"), nothing added
    speaks: claims it makes itself; `relays`: claims of others that reach the reader through it
    access: how close it stood to what it said (direct, indirect, unknown)
    about: whom and what its claims speak of, by falling count
    declined: claims that are a refusal to comment; `unverified`: claims the article could not check
    claims: ids of the claims it makes, then of those it relays
    """

    id: str
    name: str
    kind: str
    entity: str | None
    article: str | None
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    numbers: tuple[str, ...]
    speaks: int
    relays: int
    statuses: tuple[tuple[str, int], ...]
    access: tuple[tuple[str, int], ...]
    about: tuple[tuple[RefRow, int], ...]
    outlets: tuple[str, ...]
    declined: int
    unverified: int
    first: date | None
    last: date | None
    claims: tuple[str, ...]
    relayed: tuple[str, ...]

    @property
    def named(self) -> bool:
        """True for a voice that has a name."""
        return self.article is None


@dataclass(frozen=True, slots=True)
class SourceBoard:
    """`sources` by falling number of claims; `kinds` counts the claims by kind of their innermost voice.

    `own_voice` counts statements the articles make themselves, through nobody.
    """

    sources: tuple[Source, ...]
    kinds: tuple[tuple[str, int], ...]
    claims: int
    named: int
    unnamed: int
    declined: int
    own_voice: int


class _Tally:
    """Counts of one voice while the claims go by."""

    def __init__(self, link: VoiceRow, row: ClaimRow) -> None:
        self.link = link
        self.article = row.article.id if _unnamed(link) else None
        self.kinds: Counter[str] = Counter()
        self.roles: dict[str, None] = {}
        self.affiliations: dict[str, None] = {}
        self.numbers: dict[str, None] = {}
        self.statuses: Counter[str] = Counter()
        self.access: Counter[str] = Counter()
        self.about: Counter[str] = Counter()
        self.outlets: dict[str, None] = {}
        self.unverified = 0
        self.days: list[date] = []
        self.claims: list[str] = []
        self.relayed: list[str] = []


def draw_sources(claims: Iterable[ClaimRow], statements: Iterable[StatementRow] = ()) -> SourceBoard:
    """The voices of these claims; `statements` tell whom their claims are about."""
    subjects: dict[str, dict[str, RefRow]] = {}
    refs: dict[str, RefRow] = {}
    own_voice = 0
    for row in statements:
        if row.statement.claim is None:
            own_voice += 1
            continue
        for end in (row.subject, row.object, row.item, row.place):
            if end is not None and end.id is not None:
                refs.setdefault(key_of(end), end)
                subjects.setdefault(row.statement.claim, {})[key_of(end)] = end
    tallies: dict[str, _Tally] = {}
    kinds: Counter[str] = Counter()
    total = declined = 0
    for claim in claims:
        total += 1
        kinds[claim.chain[0].voice.kind] += 1
        declined += claim.claim.status == "declined"
        heard: set[str] = set()
        for depth, link in enumerate(claim.chain):
            key = _key(claim, link)
            if key not in heard:  # an outlet that speaks for itself is one voice, not its own relay
                _count(tallies.setdefault(key, _Tally(link, claim)), claim, link, depth, subjects)
            heard.add(key)
    sources = sorted((_source(key, tally, refs) for key, tally in tallies.items()), key=_order)
    unnamed = sum(kinds[kind] for kind in _UNNAMED)
    return SourceBoard(
        sources=tuple(sources),
        kinds=tuple(kinds.most_common()),
        claims=total,
        named=total - unnamed,
        unnamed=unnamed,
        declined=declined,
        own_voice=own_voice,
    )


def _unnamed(link: VoiceRow) -> bool:
    return link.voice.kind in _UNNAMED or not (link.name or link.voice.name)


def _key(row: ClaimRow, link: VoiceRow) -> str:
    name = link.name or link.voice.name
    scope = row.article.id if _unnamed(link) else ""
    return identify("source", link.entity or " ".join(name.casefold().split()), scope)


def _count(
    tally: _Tally, row: ClaimRow, link: VoiceRow, depth: int, subjects: Mapping[str, Mapping[str, RefRow]]
) -> None:
    voice = link.voice
    tally.kinds[voice.kind] += 1
    for words, kept in (
        (voice.role, tally.roles),
        (voice.affiliation, tally.affiliations),
        (voice.number, tally.numbers),
    ):
        if words:
            kept[words] = None
    if row.article.outlet:
        tally.outlets[row.article.outlet] = None
    if row.article.published is not None:
        tally.days.append(row.article.published)
    if depth:
        tally.relayed.append(row.claim.id)
        return
    tally.claims.append(row.claim.id)
    tally.statuses[row.claim.status] += 1
    tally.access[voice.access] += 1
    tally.about.update(key for key in subjects.get(row.claim.id, {}) if key != link.entity)
    tally.unverified += row.claim.verification == "unverified"


def _source(key: str, tally: _Tally, refs: dict[str, RefRow]) -> Source:
    about = sorted(tally.about.items(), key=lambda pair: (-pair[1], refs[pair[0]].name))
    return Source(
        id=key,
        name=wording.voice(tally.link.name, tally.link.voice.name),
        kind=tally.kinds.most_common(1)[0][0],
        entity=tally.link.entity,
        article=tally.article,
        roles=tuple(tally.roles),
        affiliations=tuple(tally.affiliations),
        numbers=tuple(tally.numbers),
        speaks=len(tally.claims),
        relays=len(tally.relayed),
        statuses=tuple(tally.statuses.most_common()),
        access=tuple(tally.access.most_common()),
        about=tuple((refs[end], count) for end, count in about),
        outlets=tuple(tally.outlets),
        declined=tally.statuses["declined"],
        unverified=tally.unverified,
        first=min(tally.days, default=None),
        last=max(tally.days, default=None),
        claims=tuple(tally.claims),
        relayed=tuple(tally.relayed),
    )


def _order(source: Source) -> tuple[int, int, str]:
    return (-source.speaks, -source.relays, source.name.casefold())
