"""The API over stores made for the occasion."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from according.config import Config
from according.knowledge.base import KnowledgeBase
from according.records import (
    Article,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Link,
    Linking,
    Mention,
    Name,
    Outlet,
    Place,
    Ref,
    Span,
    Statement,
    Time,
    Voice,
)
from according.web.app import create_app

ADDRESS = "http://localhost:8040"
TEXT = (
    "Col. Adam Basso told the Harbour Wire that the River Guards hold Zangrad.\n"
    "The River Guards denied it. The Harbour Wire could not verify the claim."
)
ARTICLE = Article(
    id=Article.identify(TEXT, None),
    outlet=Outlet("Harbour Wire", "wire"),
    text=TEXT,
    title="Guards said to hold Zangrad",
    published=date(2025, 3, 2),
    path="wire.txt",
)


def span(words: str, nth: int = 0) -> Span:
    """Where these words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def reading() -> Extraction:
    """Two claims, one of them denying the other's statement, and what they say as data."""
    outlet = Voice("Harbour Wire", "media")
    told, denied = span("told"), span("denied")
    held = (span("the River Guards hold Zangrad"),)
    first = Claim(
        id=Claim.identify(ARTICLE.id, held, told, "Adam Basso"),
        article=ARTICLE.id,
        content=held,
        cue=told,
        chain=(Voice("Adam Basso", "person", span("Col. Adam Basso"), role="colonel"), outlet),
        verification="unverified",
        verification_span=span("could not verify the claim"),
        evidence=(Evidence("status", told),),
        confidence=0.6,
    )
    it = (Span(TEXT.index(" it.") + 1, TEXT.index(" it.") + 3),)
    second = Claim(
        id=Claim.identify(ARTICLE.id, it, denied, "River Guards"),
        article=ARTICLE.id,
        content=it,
        cue=denied,
        chain=(Voice("River Guards", "armed_group", span("River Guards", 1)), outlet),
        status="denied",
        confidence=0.9,
    )
    guards, town = Ref("River Guards", "armed_group", span("River Guards")), Ref("Zangrad", "place", span("Zangrad"))

    def says(claim: Claim, *, negated: bool) -> Statement:
        return Statement(
            id=Statement.identify(ARTICLE.id, claim.id, guards.name, "controls", town.name, None, None, negated, held),
            article=ARTICLE.id,
            claim=claim.id,
            subject=guards,
            predicate="controls",
            object=town,
            place=town,
            time=Time("in March", "2025-03", date(2025, 3, 1), date(2025, 3, 31), None, None),
            negated=negated,
            status=claim.status,
            evidence=held,
        )

    mentions = (
        Mention(span("Adam Basso"), "person", "Adam Basso", "Adam Basso"),
        Mention(span("River Guards"), "armed_group", "River Guards", "River Guards"),
        Mention(span("Zangrad"), "place", "Zangrad", "Zangrad"),
    )
    return Extraction(
        ARTICLE.id, "made@1", mentions, (first, second), (says(first, negated=False), says(second, negated=True))
    )


PLACE = Place("made:zangrad", "Zangrad", 33.0, 44.0, 3, 25.0, area=True, country="IQ", source="made up")
PEOPLE = (
    Entity("node:basso", "person", (Name("Adam Basso"),)),
    Entity("node:guards", "armed_group", (Name("River Guards"),)),
    Entity("node:wire", "media", (Name("Harbour Wire"),)),
)
LINKING = Linking(
    ARTICLE.id,
    "made@1",
    entities=PEOPLE,
    places=(PLACE,),
    links=(Link("Zangrad", PLACE.id, "made"), *(Link(one.name, one.id, "named") for one in PEOPLE)),
)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store the others are copies of."""
    path = tmp_path_factory.mktemp("web") / "store.db"
    with KnowledgeBase(f"sqlite:///{path}") as kb:
        kb.save(ARTICLE, reading(), LINKING)
    return path


@pytest.fixture
def db(template: Path, tmp_path: Path) -> Path:
    """A store with one article, two claims that contradict each other, and a place."""
    return Path(shutil.copy(template, tmp_path / "store.db"))


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    """A client of the application over that store, for tests that change it."""
    with TestClient(create_app(Config(db=str(db))), base_url=ADDRESS) as client:
        yield client


@pytest.fixture(scope="session")
def shown(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the application over that store, for tests that only read it."""
    db = shutil.copy(template, tmp_path_factory.mktemp("shown") / "store.db")
    with TestClient(create_app(Config(db=str(db))), base_url=ADDRESS) as client:
        yield client


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the application over a store that did not exist."""
    db = tmp_path_factory.mktemp("empty") / "new.db"
    with TestClient(create_app(Config(db=str(db))), base_url=ADDRESS) as client:
        yield client
