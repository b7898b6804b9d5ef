"""What the store answers, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from according.errors import NotFoundError
from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter, ClaimRow, StatementFilter
from benchmarks.generated import generate

ITEMS = list(generate(400, seed=3))


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('queries') / 'store.db'}"
    with KnowledgeBase(url) as kb:
        for item in ITEMS:
            kb.save(*item)
    return url


@pytest.fixture(scope="module")
def postgres_url(postgres) -> str:  # type: ignore[no-untyped-def]
    from sqlalchemy import create_engine, text

    engine = create_engine(postgres, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE queries"))
    engine.dispose()
    url = str(postgres.set(database="queries").render_as_string(hide_password=False))
    with KnowledgeBase(url) as kb:
        for item in ITEMS:
            kb.save(*item)
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def reader(request: pytest.FixtureRequest, url: str):  # type: ignore[no-untyped-def]
    address = url if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    with Reader(address) as reader:
        yield reader


def every(reader: Reader, filter: ClaimFilter | None = None) -> list[ClaimRow]:
    return list(queries.all_claims(reader, filter or ClaimFilter()))


@pytest.mark.parametrize("order", ["article", "newest", "doubtful"])
def test_pages_hold_every_claim_once_in_order(reader: Reader, order: str) -> None:
    seen: list[ClaimRow] = []
    after = None
    while page := queries.claims(reader, limit=37, after=after, order=order):  # type: ignore[arg-type]
        seen += page
        after = page[-1].claim.id
    assert len({row.claim.id for row in seen}) == len(seen) == 400
    if order == "newest":
        days = [row.article.published or date.min for row in seen]
        assert days == sorted(days, reverse=True)
    elif order == "doubtful":
        assert [r.claim.confidence for r in seen] == sorted(r.claim.confidence for r in seen)
    else:
        assert [row.claim.id for row in seen] == [c.id for _, e, _ in ITEMS for c in e.claims]
    with pytest.raises(NotFoundError):
        queries.claims(reader, after="nothing", order=order)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filter", "holds"),
    [
        (ClaimFilter(status="denied"), lambda r: r.claim.status == "denied"),
        (ClaimFilter(outlet="Radio Delta"), lambda r: r.article.outlet == "Radio Delta"),
        (ClaimFilter(unverified=True), lambda r: r.claim.verification == "unverified"),
        (ClaimFilter(unverified=False), lambda r: r.claim.verification != "unverified"),
        (ClaimFilter(verification="confirmed"), lambda r: r.claim.verification == "confirmed"),
        (ClaimFilter(voice_kind="anonymous"), lambda r: r.claim.chain[0].kind == "anonymous"),
        (ClaimFilter(since=date(2024, 1, 1)), lambda r: r.article.published >= date(2024, 1, 1)),
        (ClaimFilter(until=date(2024, 1, 1)), lambda r: r.article.published <= date(2024, 1, 1)),
        (ClaimFilter(min_confidence=0.8), lambda r: r.claim.confidence >= 0.8),
        (ClaimFilter(review="none"), lambda r: True),
        (ClaimFilter(review="accept"), lambda r: False),
        (ClaimFilter(text="drones ARTILLERY"), lambda r: "artillery and drones" in r.texts[0]),
        (ClaimFilter(text='"worst night"'), lambda r: "worst night" in r.texts[0]),
        (ClaimFilter(text="crossi* stayed"), lambda r: "crossing stayed" in r.texts[0]),
        (ClaimFilter(text="قوات"), lambda r: "قوات" in r.texts[0]),
        (ClaimFilter(text='nowhere "to be found"'), lambda r: False),
        (ClaimFilter(speaker="security source"), lambda r: r.claim.chain[0].name == "a security source"),
        (ClaimFilter(speaker="Ministry of Defence"), lambda r: r.claim.chain[0].name == "Ministry of Defence"),
        (ClaimFilter(speaker="ministry"), lambda r: r.claim.chain[0].name == "Ministry of Defence"),
        (ClaimFilter(status="asserted", outlet="The Harbour Wire", text="talks"),
         lambda r: r.claim.status == "asserted" and r.article.outlet == "The Harbour Wire" and "talks" in r.texts[0]),
    ],
)  # fmt: skip
def test_filters_let_through_what_they_say(reader: Reader, filter: ClaimFilter, holds) -> None:  # type: ignore[no-untyped-def]
    wanted = [row.claim.id for row in every(reader) if holds(row)]
    assert [row.claim.id for row in every(reader, filter)] == wanted
    assert queries.count_claims(reader, filter) == len(wanted)
    facets = queries.facets(reader, filter, most=1000)
    field = {"status": filter.status, "outlet": filter.outlet}
    for name, value in field.items():
        if value is None:
            assert sum(facets[name].values()) == len(wanted)
        else:
            assert facets[name].get(value, 0) == len(wanted)


@pytest.mark.parametrize(
    "filter", [ClaimFilter(), ClaimFilter(status="denied"), ClaimFilter(text="talks", since=date(2024, 3, 1))]
)
def test_subjects_are_counted_as_the_ledger_filters_by_them(reader: Reader, filter: ClaimFilter) -> None:
    found = queries.subjects(reader, filter, most=8)
    for kind in ("actor", "place"):
        own = [one for one in found if one.kind == kind]
        assert own
        assert [one.count for one in own] == sorted((one.count for one in own), reverse=True)
        for one in own:
            narrowed = replace(filter, **{kind: one.id})
            assert queries.count_claims(reader, narrowed) == one.count > 0
            assert one in queries.subjects(reader, narrowed, most=1000)  # its own field does not narrow it further
            assert queries.names_of(reader, [one.id, "nobody"]) == {one.id: one.name}


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "   ",
        '"',
        '""',
        "*",
        "AND",
        "NEAR(",
        "a'b",
        "\\",
        "-",
        "((",
        'x" OR content:"y',
        ":*",
        "🙂",
        "' | 'a",
        "!x & y",
    ],
)
def test_no_search_is_a_syntax_error(reader: Reader, odd: str) -> None:
    queries.claims(reader, ClaimFilter(text=odd))
    queries.claims(reader, ClaimFilter(speaker=odd))
    queries.claims(reader, ClaimFilter(place=odd))
    queries.entities(reader, text=odd)


def test_an_actor_filter_finds_what_names_and_what_it_says(reader: Reader) -> None:
    ministry = queries.entity(reader, "ministry of defence").entity.id
    found = every(reader, ClaimFilter(actor=ministry))
    rest = {row.claim.id for row in every(reader)} - {row.claim.id for row in found}
    for row in found:
        named = "Ministry of Defence" in row.texts[0] or any(v.name == "Ministry of Defence" for v in row.claim.chain)
        assert named
    for row in queries.claims_by_id(reader, sorted(rest)):
        assert all(v.name != "Ministry of Defence" for v in row.claim.chain)
    assert queries.entity(reader, ministry).claims == len(found)


def test_a_place_filter_takes_ids_and_names(reader: Reader) -> None:
    place = queries.places(reader)[0]
    by_id = every(reader, ClaimFilter(place=place.place.id))
    assert by_id
    assert [r.claim.id for r in every(reader, ClaimFilter(place=place.place.name.upper()))] == [
        r.claim.id for r in by_id
    ]
    assert all(place.place.name in row.texts[0] for row in by_id)
    facts = queries.statements(reader, StatementFilter(place=place.place.id))
    assert facts
    assert all(fact.position == place.place for fact in facts)


def test_statements_by_their_ends_and_time(reader: Reader) -> None:
    everything = queries.statements(reader)
    assert len(everything) == sum(len(e.statements) for _, e, _ in ITEMS) == queries.count_statements(reader)
    subject = everything[0].subject.id
    assert subject is not None
    mine = queries.statements(reader, StatementFilter(subject=subject))
    assert [f.statement.id for f in mine] == [f.statement.id for f in everything if f.subject.id == subject]
    either = queries.statements(reader, StatementFilter(either=subject))
    assert {f.statement.id for f in either} >= {f.statement.id for f in mine}
    arms = queries.statements(reader, StatementFilter(predicates=("supplies", "controls")))
    assert {f.statement.predicate for f in arms} == {"supplies", "controls"}
    day = date(2024, 6, 1)
    later = queries.statements(reader, StatementFilter(since=day))
    expected = [
        f.statement.id for f in everything
        if ((f.statement.time and f.statement.time.latest_end) or f.article.published or day) >= day
    ]  # fmt: skip
    assert [f.statement.id for f in later] == expected
    page = queries.statements(reader, limit=10)
    assert queries.statements(reader, limit=10, after=page[-1].statement.id) == everything[10:20]
    assert queries.statements(reader, StatementFilter(negated=True)) == []
    claim = everything[0].statement.claim
    assert claim is not None
    assert queries.claim_statements(reader, claim) == [everything[0]]
    assert queries.statements_by_id(reader, [everything[3].statement.id, "x"]) == [everything[3]]


def test_single_claims_are_found_by_the_beginning_of_their_id(reader: Reader) -> None:
    (first,) = queries.claims(reader, limit=1)
    assert queries.claim(reader, first.claim.id) == first
    assert queries.claim(reader, first.claim.id[:12]) == first
    for unknown in ("", "zz", "0" * 20):
        with pytest.raises(NotFoundError, match="no claim"):
            queries.claim(reader, unknown)
    short = next(c for c in "0123456789abcdef" if sum(r.claim.id[0] == c for r in every(reader)) > 1)
    with pytest.raises(NotFoundError, match="Several claims"):
        queries.claim(reader, short)


def test_entities_are_listed_by_weight_and_found_by_name(reader: Reader) -> None:
    listed = queries.entities(reader, limit=None)
    assert [row.claims for row in listed] == sorted((row.claims for row in listed), reverse=True)
    assert queries.entities(reader, limit=5, offset=5) == listed[5:10]
    assert {row.entity.kind for row in queries.entities(reader, kind="person")} == {"person"}
    found = queries.entities(reader, text="joint COORDINATION")
    assert [row.entity.name[:11] for row in found] == ["The Supreme"]
    assert queries.entity(reader, "قيس الحسن").entity.kind == "person"
    with pytest.raises(NotFoundError, match="Did you mean Ministry of Defence"):
        queries.entity(reader, "Ministry of Defense")
    with pytest.raises(NotFoundError, match="Nobody here"):
        queries.entity(reader, "xxxx")
    assert queries.names_of(reader, [listed[0].entity.id, "x"]) == {listed[0].entity.id: listed[0].entity.name}


def test_articles_are_listed_and_found(reader: Reader) -> None:
    listed = list(queries.all_articles(reader))
    assert [row.id for row in listed] == [article.id for article, _, _ in ITEMS]
    assert sum(row.claims for row in listed) == 400
    newest = queries.articles(reader, newest=True, limit=5)
    assert queries.articles(reader, newest=True, limit=5, after=newest[-1].id)[0].published <= newest[-1].published  # type: ignore[operator]
    assert queries.article(reader, "generated/000003.txt").id == ITEMS[3][0].id
    assert queries.article_text(reader, ITEMS[3][0].id) == ITEMS[3][0].text
    assert sum(queries.outlets(reader).values()) == len(ITEMS)
    assert all(row.outlet == "Radio Delta" for row in queries.articles(reader, outlet="Radio Delta"))
    assert queries.articles(reader, title="report 3:")[0].path == "generated/000003.txt"
    for article, extraction, _ in (ITEMS[0], ITEMS[7], ITEMS[-1]):
        mine = queries.claims(reader, ClaimFilter(article=article.id), limit=None)
        assert [row.claim for row in mine] == list(extraction.claims)
        facts = queries.statements(reader, StatementFilter(article=article.id))
        assert [row.statement for row in facts] == list(extraction.statements)
    assert queries.claims(reader, ClaimFilter(article="nothing")) == []
    with pytest.raises(NotFoundError):
        queries.article_text(reader, "nothing")


def test_places_know_their_names_and_articles(reader: Reader) -> None:
    listed = queries.places(reader)
    assert [row.place.name for row in listed] == sorted(row.place.name for row in listed)
    row = listed[0]
    assert row.articles == tuple(a.path for a, _, k in ITEMS if row.place.id in {p.id for p in k.places})
    assert queries.place(reader, row.place.id) == row
    mine = queries.places(reader, article=ITEMS[0][0].id)
    assert {p.place.id for p in mine} == {p.id for p in ITEMS[0][2].places}


def test_status_counts_what_is_there(reader: Reader) -> None:
    status = queries.status(reader)
    assert status["articles"] == len(ITEMS)
    assert status["claims"] == 400
    assert status["statements"] == sum(len(e.statements) for _, e, _ in ITEMS)
    assert status["places"] == len(queries.places(reader))
    assert status["entities"] == len(queries.entities(reader, limit=None))
    assert status["problems"] == 0
    assert status["extractors"] == {"generated@1": len(ITEMS)}
    assert status["bytes"] > 10_000
    assert queries.known(reader, ITEMS[0][1].claims[0].id) == "claim"
    assert queries.known(reader, ITEMS[0][0].id) == "article"
    with pytest.raises(NotFoundError):
        queries.known(reader, "nothing")


def test_speaker_facets_can_be_named(reader: Reader) -> None:
    speakers = queries.facets(reader)["speaker"]
    names = queries.names_of(reader, list(speakers))
    assert names.keys() == speakers.keys()
    top = next(iter(speakers))
    assert queries.count_claims(reader, ClaimFilter(speaker=top)) == speakers[top]


def test_bulk_reading_leaves_the_collector_as_it_was() -> None:
    import gc

    from according.knowledge.bulk import without_cycles

    inside = []

    def fail() -> None:
        with without_cycles():
            inside.append(gc.isenabled())
            raise ValueError("a row that cannot be read")

    with pytest.raises(ValueError, match="cannot be read"):
        fail()
    assert (inside, gc.isenabled()) == ([False], True)
    gc.disable()
    try:
        with without_cycles():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
