"""One event told in other words: gathered in the store across articles, whatever comes first."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.propositions import Gathered
from according.knowledge.origins.reading import propositions, propositions_of_claim
from according.knowledge.reader import Reader
from tests.knowledge.origins.planted import Reading, rows, told

TABLES = (
    "proposition", "spoken", "phrase", "scene", "sighting", "support", "led", "behind", "said",
)  # fmt: skip
HIT = "a drone dropped two grenades on a queue outside the bakery, killing seven people"
AGAIN = "seven residents died when grenades fell from a drone on people queuing at the bakery"

BAKARI = [
    ("Ann Vale", "Colonel Idris Bakari was seized with two bodyguards at a farm by the road"),
    ("Max Reed", "Bakari had been captured on a farm together with his bodyguards"),
]

FIRST = told("Harbour Wire", "Ann Vale", HIT)
OTHER_WORDS = told("Hill Times", "Max Reed", AGAIN, day=2)
OTHER_TOWN = told("Night Desk", "Ivo Lind", AGAIN, spots=("Brod",))
LATER = told("Lake Daily", "Eva Sund", AGAIN, day=9)
FORECAST = told("Pass Herald", "Lea Holt", AGAIN, status="predicted")
DENIAL = told("Capital News", "General Orr", AGAIN, status="denied")
LEAD = told("Valley Post", "Tom Pike", HIT, fact=("River Guards", "ASSAULT", "queue outside the bakery"), own=True)
FACT = told("East Mail", "Una Moss", HIT, fact=("River Guards", "ASSAULT", "queue outside the bakery"))
POOL = [FIRST, OTHER_WORDS, OTHER_TOWN, LATER, FORECAST, DENIAL, LEAD, FACT]


def gathered(url: str, *readings: Reading) -> list[Gathered]:
    """The propositions of several articles' words."""
    with KnowledgeBase(url) as kb:
        for reading in readings:
            kb.save(*reading)
    with Reader(url) as reader:
        return [one for one in propositions(reader, limit=None) if len(one.lines) > 1]


def test_two_who_tell_one_event_in_their_own_words_are_two_origins(kb_url: str) -> None:
    (found,) = gathered(kb_url, FIRST, OTHER_WORDS)
    assert (found.kind, found.low, found.high, set(found.origins)) == ("says", 2, 2, {"Ann Vale", "Max Reed"})


@pytest.mark.parametrize("other", [OTHER_TOWN, LATER, FORECAST, DENIAL], ids=["town", "week", "forecast", "denial"])
def test_another_town_week_or_mood_is_another_thing(kb_url: str, other: Reading) -> None:
    assert gathered(kb_url, FIRST, other) == []


def test_reports_without_a_day_must_share_more(kb_url: str) -> None:
    dated = [told(f"Paper {name}", name, words) for name, words in BAKARI]
    undated = [(replace(article, published=None), found, linking) for article, found, linking in dated]
    assert gathered(kb_url, *undated) == []


def test_the_same_with_days_are_one(kb_url: str) -> None:
    assert len(gathered(kb_url, *(told(f"Paper {name}", name, words) for name, words in BAKARI))) == 1


def test_contents_that_name_two_spots_are_of_two_events(kb_url: str) -> None:
    here = told("Harbour Wire", "Ann Vale", f"In Kesra {HIT}", spots=("Kesra", "Brod"))
    there = told("Hill Times", "Max Reed", f"In Brod {HIT}", spots=("Kesra", "Brod"))
    assert gathered(kb_url, here, there) == []


def test_a_claim_without_a_statement_stands_behind_the_statement_it_tells_of(kb_url: str) -> None:
    (found,) = gathered(kb_url, FACT, OTHER_WORDS)
    assert (found.kind, found.subject, set(found.origins)) == ("ASSAULT", "River Guards", {"Max Reed", "Una Moss"})
    with Reader(kb_url) as reader:
        assert propositions_of_claim(reader, OTHER_WORDS[1].claims[0].id) == [found]


def test_what_tells_of_a_statement_is_no_proposition_beside_it(kb_url: str) -> None:
    (found,) = gathered(kb_url, FACT, FIRST, OTHER_WORDS)
    assert (found.kind, found.low) == ("ASSAULT", 3)


def test_a_lead_without_a_voice_adds_no_origin_to_those_who_tell_it(kb_url: str) -> None:
    (found,) = gathered(kb_url, LEAD, OTHER_WORDS)
    assert (found.low, found.high, found.unknown) == (1, 1, 1)


def test_a_deed_with_another_object_is_not_told_of(kb_url: str) -> None:
    other = told("East Mail", "Una Moss", f"{HIT}. Barracks burned", fact=("River Guards", "ASSAULT", "barracks"))
    assert gathered(kb_url, OTHER_WORDS, other) == []


def test_a_rejected_claim_leaves_what_it_told_of_and_undo_brings_it_back(kb_url: str) -> None:
    gathered(kb_url, FACT, OTHER_WORDS)
    before = rows(kb_url, *TABLES)
    away = opinion(OTHER_WORDS[1].claims[0].id, "reject", by="Ana")
    with KnowledgeBase(kb_url) as kb:
        kb.judge(away)
    with Reader(kb_url) as reader:
        assert max(one.low for one in propositions(reader)) == 1
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(away.id, "undo", by="Ana"))
    assert rows(kb_url, *TABLES) == before


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(range(len(POOL))), min_size=2, max_size=8), st.integers(0, 9))
def test_step_by_step_is_as_from_nothing(steps: list[int], seed: int) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'store.db')}"
        with KnowledgeBase(url) as kb:
            for at, step in enumerate(steps):
                article, found, linking = POOL[step]
                if step in steps[:at]:  # read again by a newer reader, which sees less
                    found = replace(found, extractor=f"planted@{at + 2}", statements=())
                kb.save(article, found, replace(linking, linker=found.extractor))
                if random.Random(seed + at).random() < 0.7:
                    kb.settle()
            kb.settle()
            stepwise = rows(url, *TABLES)
            kb.rebuild()
            kb.settle()
        assert rows(url, *TABLES) == stepwise
