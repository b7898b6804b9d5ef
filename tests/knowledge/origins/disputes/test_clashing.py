"""Contradictions between contents in the store: both sides, whoever comes first, and as a person decides."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.disputes import clashing
from according.knowledge.origins.reading import contested
from according.knowledge.reader import Reader
from according.records import Claim, Entity, Link, Name
from tests.knowledge.origins.disputes.told.test_tellings import reported
from tests.knowledge.origins.planted import Reading, node, rows


def report(speaker: str, words: str, *, top: str, day: int = 3, outlet: str = "Hill Post", status: str = "") -> Reading:
    """An article in which a named person says so."""
    article, found, linking = reported((speaker, words), top=top, day=day, statuses=(status,) if status else ())
    entity = Entity(node(speaker), "person", (Name(speaker),))
    links = (*linking.links, Link(speaker, entity.id, "exact"))
    outlets = replace(article, outlet=replace(article.outlet, name=outlet))
    return outlets, found, replace(linking, entities=(entity,), links=links)


SIX = report("Ann Vale", "six soldiers were killed", top="Shells fell on Harlow on Monday.")
AGAIN = report("Ann Vale", "six soldiers were killed", top="Harlow was shelled on Monday.", day=4, outlet="Lake Mail")
NINE = report("Max Reed", "nine soldiers were killed", top="In Harlow on Monday the guns spoke.", outlet="Night Desk")
NONE = report("Lea Holt", "nobody was hurt", top="Quiet returned to Harlow on Monday.", outlet="Ford Gazette")
LEAST = report("Eva Sund", "at least five soldiers were killed", top="Harlow on Monday, by our own.", outlet="Bell")
TABLES = ("telling", "meeting", "clash")


def saved(url: str, *readings: Reading) -> None:
    with KnowledgeBase(url) as kb:
        for reading in readings:
            kb.save(*reading)


def test_each_contradiction_has_both_sides_with_whoever_repeats_them(kb_url: str) -> None:
    saved(kb_url, SIX, AGAIN, NINE, NONE)
    with Reader(kb_url) as reader:
        found = {(c.kind, frozenset(side.origins for side in c.sides)): c for c in contested(reader)}
        assert set(found) == {
            ("number", frozenset({("Ann Vale",), ("Max Reed",)})),
            ("denial", frozenset({("Ann Vale",), ("Lea Holt",)})),
            ("denial", frozenset({("Max Reed",), ("Lea Holt",)})),
        }
        number = found["number", frozenset({("Ann Vale",), ("Max Reed",)})]
    assert number.why in ("'six' and 'nine' do not overlap", "'nine' and 'six' do not overlap")
    six = next(side for side in number.sides if side.origins == ("Ann Vale",))
    assert six.says == "six soldiers were killed"
    assert [line.outlet for line in six.lines] == ["Hill Post", "Lake Mail"]


def test_what_both_may_be_right_on_is_listed_apart(kb_url: str) -> None:
    saved(kb_url, SIX, LEAST)
    with Reader(kb_url) as reader:
        assert contested(reader) == []
        (found,) = contested(reader, unsure=True)
    assert {side.origins for side in found.sides} == {("Ann Vale",), ("Eva Sund",)}


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    seen = set()
    for number, order in enumerate(permutations((SIX, AGAIN, NINE, NONE))):
        url = f"sqlite:///{tmp_path / f'{number}.db'}"
        saved(url, *order)
        with Reader(url) as reader:
            seen.add(repr(contested(reader)))
    assert len(seen) == 1


def test_step_by_step_is_as_from_nothing(kb_url: str) -> None:
    for reading in (SIX, NINE, AGAIN, NONE):
        saved(kb_url, reading)
    saved(kb_url, (NINE[0], replace(NINE[1], extractor="planted@2", claims=()), replace(NINE[2], linker="planted@2")))
    before = rows(kb_url, *TABLES)
    assert before["clash"]
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, *TABLES) == before


def test_an_id_stays_when_another_outlet_repeats_a_side(kb_url: str) -> None:
    saved(kb_url, SIX, NINE)
    with Reader(kb_url) as reader:
        (first,) = contested(reader)
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(first.id, "dismiss", by="Ana"))
    saved(kb_url, AGAIN)
    with Reader(kb_url) as reader:
        assert contested(reader) == []
        assert [(c.id, c.dismissed) for c in contested(reader, dismissed=True)] == [(first.id, True)]


def test_what_a_person_rejected_contradicts_nothing(kb_url: str) -> None:
    saved(kb_url, SIX, NINE)
    claim: Claim = NINE[1].claims[0]
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(claim.id, "reject", by="Ana"))
    with Reader(kb_url) as reader:
        assert contested(reader) == []


def test_only_what_an_actor_says_or_is_named_in(kb_url: str) -> None:
    saved(kb_url, SIX, NINE, NONE)
    with Reader(kb_url) as reader:
        assert len(contested(reader, about=node("Lea Holt"))) == 2
        assert contested(reader, about=node("Nobody")) == []


def test_two_names_of_one_voice_contradict_each_other_no_more(kb_url: str) -> None:
    saved(kb_url, SIX, NINE)
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(node("Ann Vale"), "same", node("Max Reed"), by="Ana"))
    with Reader(kb_url) as reader:
        assert contested(reader) == []


def test_a_place_of_too_many_tellings_is_passed_over(kb_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clashing, "CROWD", 2)
    saved(kb_url, SIX, NINE)
    assert len(rows(kb_url, "clash")["clash"]) == 1
    saved(kb_url, NONE)
    assert rows(kb_url, "clash")["clash"] == []
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, "clash")["clash"] == []
