"""Small made-up articles for the store's tests, and a way to see all that a store holds."""

import hashlib
from collections.abc import Sequence
from datetime import date

from sqlalchemy import MetaData, create_engine, inspect, select

from according.knowledge.base import KnowledgeBase
from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Judgement,
    Link,
    Linking,
    Mention,
    Name,
    Outlet,
    Place,
    Ref,
    Span,
    Statement,
    Voice,
    identify,
)

PLACE = Place("gn:1", "Dara Ford", 12.5, 40.25, precision=1, radius_km=3.0, country="XX", source="made up")


def node(name: str) -> str:
    """The id of a plain name's node."""
    return identify("name", name.casefold())


def article_of(text: str, **head: object) -> Article:
    """An article with this text, published by the Harbour Wire."""
    url = head.pop("url", None)
    base: dict[str, object] = {
        "outlet": Outlet("Harbour Wire", "wire", "GB"),
        "title": "At the ford",
        "published": date(2025, 3, 1),
        "path": "ford.txt",
    }
    return Article(id=Article.identify(text, url), text=text, url=url, **{**base, **head})  # type: ignore[arg-type]


def reading(
    speaker: str = "Colonel Amari",
    said: str = "River Guards hold Dara Ford",
    *,
    extractor: str = "made@1",
    linker: str = "links@1",
    same: Sequence[tuple[str, str]] = (),
    status: str = "asserted",
    path: str = "ford.txt",
    lead: str = "",
) -> tuple[Article, Extraction, Linking]:
    """An article in which `speaker` says `said`, with what was found in it. `same`: rule judgements name → pack id."""
    text = f"{lead}{speaker} said {said}."
    start = len(lead)
    article = article_of(text, path=path)
    voice = Voice(speaker, "person", Span(start, start + len(speaker)))
    cue_start = start + len(speaker) + 1
    begin = cue_start + 5
    content = (Span(begin, begin + len(said)),)
    cue = Span(cue_start, cue_start + 4)
    claim = Claim(
        Claim.identify(article.id, content, cue, speaker), article.id, content, cue,
        (voice, Voice("Harbour Wire", "media")), status=status, confidence=0.75,  # type: ignore[arg-type]
    )  # fmt: skip
    mentions = [Mention(voice.span, "person", speaker, speaker)]  # type: ignore[arg-type]
    for name, kind in (("River Guards", "armed_group"), ("RG", "armed_group"), ("Dara Ford", "place")):
        at = text.find(name)
        if at >= 0:
            mentions.append(Mention(Span(at, at + len(name)), kind, name, name))  # type: ignore[arg-type]
    group = next((m for m in mentions if m.kind == "armed_group"), None)
    ford = next((m for m in mentions if m.kind == "place"), None)
    statements = ()
    if group and ford:
        ends = (group.name, "controls", ford.name, None, None, False, content)
        statements = (
            Statement(
                Statement.identify(article.id, claim.id, *ends), article.id, claim.id,
                Ref(group.name, "armed_group", group.span), "controls", Ref(ford.name, "place", ford.span),
                evidence=content,
            ),
        )  # fmt: skip
    names = {m.name: m.kind for m in mentions} | {"Harbour Wire": "media"}
    entities = [Entity(node(name), kind, (Name(name),)) for name, kind in names.items()]  # type: ignore[arg-type]
    entities += [Entity(pack, "armed_group", (Name("The River Guards"), Name("حراس النهر", "ar"))) for _, pack in same]
    judgements = tuple(rule(node(name), "same", pack) for name, pack in same)
    links = [Link(name, node(name), "same name") for name in names]
    places = (PLACE,) if ford else ()
    links += [Link("Dara Ford", "gn:1", "gazetteer")] if ford else []
    found = Extraction(article.id, extractor, tuple(mentions), (claim,), statements)
    return article, found, Linking(article.id, linker, tuple(entities), places, tuple(links), judgements)


def rule(subject: str, verdict: str, object: str) -> Judgement:
    """A rule's opinion."""
    id = Judgement.identify(subject, verdict, object, "actors@1", None, None)
    return Judgement(id, subject, verdict, object, "actors@1", why="made up")  # type: ignore[arg-type]


def dump(url: str, *, batches: bool = True) -> str:
    """A hash of every row of every table, and for reading on failure their counts."""
    with KnowledgeBase(url):  # on closing, a writer settles what it left open
        pass
    engine = create_engine(url)
    tables = MetaData()
    digest = hashlib.blake2b(digest_size=16)
    counts = []
    with engine.connect() as connection:
        names = sorted(n for n in inspect(connection).get_table_names() if not n.startswith("claim_text"))
        for name in names:
            if name == "batch" and not batches:
                continue
            tables.reflect(connection, only=[name])
            table = tables.tables[name]
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            digest.update(repr((name, rows)).encode("utf-8", "replace"))
            counts.append(f"{name}={len(rows)}")
        if engine.dialect.name == "sqlite":
            words = connection.exec_driver_sql("SELECT rowid, content, speaker FROM claim_text ORDER BY rowid").all()
        else:
            words = connection.exec_driver_sql(
                "SELECT seq, content::text, speaker::text FROM claim_text ORDER BY 1"
            ).all()
        digest.update(repr([tuple(row) for row in words]).encode())
        counts.append(f"claim_text={len(words)}")
    engine.dispose()
    return f"{' '.join(counts)} {digest.hexdigest()}"
