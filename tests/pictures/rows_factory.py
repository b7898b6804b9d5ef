"""Small query rows for tests, built from a few words. Offsets count into a text made of the words themselves."""

from datetime import date

from according.knowledge.rows import ArticleRow, ClaimRow, EntityRow, RefRow, StatementRow, VoiceRow
from according.records import Claim, Entity, Name, Place, Quantity, Ref, Span, Statement, Time, Voice, identify

ARTICLE = ArticleRow(
    id="a1",
    path="news/one.txt",
    title="One",
    outlet="The Daily",
    outlet_kind="newspaper",
    published=date(2025, 6, 17),
    url="https://daily.example/one",
)


def article(name: str, *, outlet: str = "The Daily", published: date | None = date(2025, 6, 17)) -> ArticleRow:
    return ArticleRow(
        id=name,
        path=f"news/{name}.txt",
        title=name,
        outlet=outlet,
        outlet_kind="newspaper",
        published=published,
        url=None,
    )


def ref(name: str | None, kind: str | None = "armed_group") -> RefRow | None:
    """An entity with a readable id, or plain text where the name starts with a small letter."""
    if name is None:
        return None
    if name[0].islower():
        return RefRow(None, name, None)
    return RefRow("e:" + name.lower().replace(" ", "-"), name, kind)


def day(value: str) -> Time:
    at = date.fromisoformat(value)
    return Time(text=value, edtf=value, earliest_start=at, latest_start=at, earliest_end=at, latest_end=at)


def since(year: int) -> Time:
    return Time(
        text=f"since {year}",
        edtf=f"{year}/..",
        earliest_start=date(year, 1, 1),
        latest_start=date(year, 12, 31),
        starting=True,
    )


def month(year: int, number: int, last: int) -> Time:
    return Time(
        text=f"{year}-{number:02}",
        edtf=f"{year}-{number:02}",
        earliest_start=date(year, number, 1),
        latest_start=date(year, number, last),
        earliest_end=date(year, number, 1),
        latest_end=date(year, number, last),
    )


def place(name: str, lat: float, lon: float, *, area: bool = False, radius: float = 5, precision: int = 1) -> Place:
    return Place(
        id="p:" + name.lower().replace(" ", "-"),
        name=name,
        lat=lat,
        lon=lon,
        precision=precision,
        radius_km=radius,
        area=area,
        country="IQ",
        source="GeoNames (CC BY 4.0)",
    )


def statement(
    subject: str,
    predicate: str,
    object: str | None = None,
    *,
    claim: str | None = None,
    speaker: str | None = None,
    status: str = "asserted",
    verification: str = "none",
    negated: bool = False,
    item: str | None = None,
    where: str | None = None,
    position: Place | None = None,
    time: Time | None = None,
    quantity: Quantity | None = None,
    source: ArticleRow = ARTICLE,
    text: str | None = None,
    object_kind: str | None = "armed_group",
) -> StatementRow:
    words = text or " ".join(part for part in (subject, predicate, object, where) if part)
    span = Span(0, len(words))
    return StatementRow(
        statement=Statement(
            id=identify(subject, predicate, object, item, where, negated, claim, source.id, status, time),
            article=source.id,
            claim=claim,
            subject=Ref(subject),
            predicate=predicate,
            object=Ref(object) if object else None,
            item=Ref(item) if item else None,
            place=Ref(where) if where else None,
            quantity=quantity,
            time=time,
            negated=negated,
            status=status,
            evidence=(span,),
        ),
        article=source,
        subject=ref(subject),
        object=ref(object, object_kind),
        item=ref(item, "weapon"),
        place=ref(where, "place"),
        position=position,
        speaker=speaker,
        verification=verification,
        texts=(words,),
    )


def claim(
    text: str,
    speaker: str = "Alaa Nashou",
    *,
    name: str | None = None,
    kind: str = "person",
    status: str = "asserted",
    verification: str = "none",
    condition: str | None = None,
    role: str | None = None,
    number: str | None = None,
    access: str = "unknown",
    relays: tuple[str, ...] = (),
    time: Time | None = None,
    source: ArticleRow = ARTICLE,
    cue: str = "said",
    review: str | None = None,
) -> ClaimRow:
    """A claim whose content starts its article; `condition` must be words of it."""
    unnamed = kind in ("anonymous", "eyewitness")
    span = Span(0, len(text))
    at = text.index(condition) if condition else 0
    links = [Voice(speaker, kind, role=role, number=number, access=access)]
    links += [Voice(relay, "media") for relay in (*relays, source.outlet)]
    rows = tuple(
        VoiceRow(link, None if unnamed and depth == 0 else "e:" + link.name.lower().replace(" ", "-"), link.name)
        for depth, link in enumerate(links)
    )
    return ClaimRow(
        claim=Claim(
            id=name or identify(text, speaker, source.id),
            article=source.id,
            content=(span,),
            cue=Span(len(text) + 1, len(text) + 1 + len(cue)),
            chain=tuple(links),
            status=status,
            verification=verification,
            condition=Span(at, at + len(condition)) if condition else None,
            time=time,
        ),
        article=source,
        texts=(text,),
        cue=cue,
        chain=rows,
        extractor="local@1",
        review=review,
    )


def entity(
    name: str, kind: str = "armed_group", *, names: tuple[str, ...] = (), members: tuple[str, ...] = ()
) -> EntityRow:
    key = "e:" + name.lower().replace(" ", "-")
    return EntityRow(
        entity=Entity(key, kind, tuple(Name(text) for text in (name, *names))),
        members=(key, *members),
        names=(name, *names),
        mentions=3,
        claims=1,
        statements=2,
    )
