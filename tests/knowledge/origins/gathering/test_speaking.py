"""Claims that no statement was read from: worded alike, they are one proposition."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.gathering.wordings import content_id, keys_of, same_wording
from according.knowledge.origins.reading import contested, propositions, propositions_of_claim
from according.knowledge.reader import Reader
from tests.knowledge.origins.planted import Reading, report, rows

TABLES = ("proposition", "spoken", "phrase", "behind", "said")


def says(outlet: str, speaker: str, holder: str = "Guards", object: str = "the upper ford", **more: object) -> Reading:
    """A report of whose claim no statement was read; its content is "the HOLDER hold OBJECT and its bridges"."""
    wording = f"{outlet} sent a reporter to the valley who counted lorries near the mill on both days of the feast"
    article, found, linking = report(outlet, speaker, holder=holder, object=object, wording=wording, **more)  # type: ignore[arg-type]
    return article, replace(found, statements=()), linking


FIRST = says("Harbour Wire", "Ann Vale")
LIKE = says("Hill Times", "Max Reed", object="the whole upper ford")
OTHER = says("Night Desk", "Ivo Lind", holder="Red Brigade men", object="fourteen villages in the east")
DENIAL = says("Capital News", "General Orr", denied=True)
FORECAST_WORDS = "the guards will hold the upper ford until spring"


def fill(url: str, *readings: Reading) -> None:
    with KnowledgeBase(url) as kb:
        for reading in readings:
            kb.save(*reading)


def test_claims_worded_alike_are_one_proposition_of_two_origins(kb_url: str) -> None:
    fill(kb_url, FIRST, LIKE, OTHER)
    with Reader(kb_url) as reader:
        (found,) = propositions(reader, kind="says")
        assert (found.low, found.origins, found.outlets) == (2, ("Ann Vale", "Max Reed"), 2)
        assert propositions_of_claim(reader, FIRST[1].claims[0].id) == [found]


def test_a_claim_like_no_other_has_an_origin_all_the_same(kb_url: str) -> None:
    fill(kb_url, FIRST, OTHER)
    with Reader(kb_url) as reader:
        assert propositions(reader) == []
        (alone,) = propositions_of_claim(reader, OTHER[1].claims[0].id)
        assert alone.words == "1 origin (Ivo Lind), 1 outlet, 1 family"


def test_a_denial_in_the_same_words_is_a_contradiction(kb_url: str) -> None:
    fill(kb_url, FIRST, DENIAL)
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
        assert found.kind == "denial"
        assert [side.origins for side in found.sides] == [("Ann Vale",), ("General Orr",)]


def test_a_rejected_claim_leaves_and_undo_brings_it_back(kb_url: str) -> None:
    fill(kb_url, FIRST, LIKE)
    before = rows(kb_url, *TABLES)
    away = opinion(LIKE[1].claims[0].id, "reject", by="Ana")
    with KnowledgeBase(kb_url) as kb:
        kb.judge(away)
    with Reader(kb_url) as reader:
        assert propositions(reader) == []
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(away.id, "undo", by="Ana"))
    assert rows(kb_url, *TABLES) == before


def test_a_newer_reading_and_a_rebuilding_leave_nothing_behind(kb_url: str) -> None:
    readings = [FIRST, LIKE, OTHER, DENIAL]
    fill(kb_url, *readings)
    with Reader(kb_url) as reader:
        first = [p.id for p in propositions(reader)]
    random.Random(3).shuffle(readings)
    fill(kb_url, *((a, replace(e, extractor="planted@2"), k) for a, e, k in readings))
    with Reader(kb_url) as reader:
        assert [p.id for p in propositions(reader)] == first
    step_by_step = rows(kb_url, *TABLES)
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, *TABLES) == step_by_step


WORDS = st.sampled_from(
    ["the", "guards", "hold", "upper", "ford", "and", "its", "old", "stone", "bridge", "near", "mill", "since", "dawn"]
)
CONTENT = st.lists(WORDS, min_size=5, max_size=9).map(" ".join)


@settings(max_examples=12, deadline=None)
@given(st.lists(CONTENT, min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_order_of_arrival_is_nothing(contents: list[str], shuffling: random.Random) -> None:
    import tempfile

    readings = [says(f"Post {n}", f"Voice {n}", object=text) for n, text in enumerate(contents)]
    seen = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(2):
            url = f"sqlite:///{folder}/{turn}.db"
            for reading in readings:  # one run each, so that it is settled step by step
                fill(url, reading)
            with Reader(url) as reader:
                seen.append([p.id for p in propositions(reader, limit=None)])
            shuffling.shuffle(readings)
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the guards hold the upper ford and its bridges", "The Guards hold the upper ford, and its bridges.", True),
        ("35 people died when shells hit the market hall", "12 people died when shells hit the market hall", False),
        ("the guards did not shell the market hall at noon", "the guards did shell the market hall at noon", False),
        ("the guards hold the upper ford and its bridges", "rain fell on the valley for most of the week", False),
    ],
)
def test_what_is_worded_alike(one: str, other: str, same: bool) -> None:
    assert same_wording(one, other) is same
    assert same_wording(other, one) is same


def test_short_contents_and_other_moods_do_not_meet() -> None:
    assert content_id("", ["it was foiled"]) is None
    assert content_id("", [FORECAST_WORDS]) != content_id("ahead", [FORECAST_WORDS])
    assert not set(keys_of("", [FORECAST_WORDS])) & set(keys_of("ahead", [FORECAST_WORDS]))
