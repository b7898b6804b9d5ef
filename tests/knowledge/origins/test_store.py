"""Families, propositions and contradictions of a store: as planted, however it was filled, and undone exactly."""

import random
from datetime import UTC, datetime

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.grades import credibility
from according.knowledge.origins.propositions import Gathered
from according.knowledge.origins.reading import (
    contested,
    families,
    family_of,
    grade_of,
    proposition,
    propositions,
    propositions_of_claim,
    waiting,
)
from according.knowledge.reader import Reader
from tests.knowledge.origins.planted import BACKGROUND, OWN, Reading, node, report, rows

WIRE = report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards", paragraphs=[BACKGROUND])


def reprint(outlet: str, day: int = 2) -> Reading:
    return report(
        outlet,
        "Ann Vale",
        role="spokesperson",
        affiliation="River Guards",
        paragraphs=[BACKGROUND],
        credit="DARA (Harbour Wire) - ",
        day=day,
    )


def own_report(outlet: str = "Hill Times", speaker: str = "a resident") -> Reading:
    wording = "Trucks without plates stood along the embankment all afternoon and nobody stopped the traffic into town"
    return report(outlet, speaker, unnamed=True, wording=wording, paragraphs=[OWN])


def fill(url: str, *readings: Reading) -> None:
    with KnowledgeBase(url) as kb:
        for reading in readings:
            kb.save(*reading)


def the_one(reader: Reader) -> Gathered:
    found = propositions(reader)
    assert len(found) == 1
    return found[0]


def test_ten_feeds_with_one_wire_story_are_one_origin(kb_url: str) -> None:
    fill(kb_url, WIRE, *(reprint(f"Feed {n}") for n in range(9)))
    with Reader(kb_url) as reader:
        found = the_one(reader)
        assert found.words == "1 origin (River Guards), 10 outlets, 1 family"
        assert credibility(found).grade == 3
        (family,) = families(reader)
        assert len(family.articles) == 10
        assert family.roots == (WIRE[0].id,)


def test_an_own_report_is_another_family_and_may_be_another_origin(kb_url: str) -> None:
    fill(kb_url, WIRE, reprint("Valley Post"), own_report())
    with Reader(kb_url) as reader:
        found = the_one(reader)
        assert (found.low, found.high, found.outlets, found.families) == (1, 2, 3, 2)
        assert len(family_of(reader, own_report()[0].id).articles) == 1


def test_a_denial_is_a_contradiction_with_both_sides(kb_url: str) -> None:
    wording = "Reporters were called to the ministry at noon and shown a map with two coloured pins on a wooden easel"
    fill(kb_url, WIRE, report("Capital News", "General Orr", denied=True, wording=wording))
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
        assert found.kind == "denial"
        assert [side.origins for side in found.sides] == [("River Guards",), ("General Orr",)]
        assert credibility(the_one(reader)).grade == 4


def test_rival_holders_of_one_place(kb_url: str) -> None:
    from dataclasses import replace

    from according.records import Link, Place

    place = Place("gn:1", "Dara Ford", 12.5, 40.2, 1, 3.0)
    wording = "An officer reached by satellite telephone described patrols on both roads and a flag over the old mill"
    rival = report("Capital News", "General Orr", holder="Army", wording=wording)
    put = []
    for article, extraction, linking in (WIRE, rival):
        put.append(
            (
                article,
                extraction,
                replace(linking, places=(place,), links=(*linking.links, Link("Dara Ford", "gn:1", "x"))),
            )
        )
    fill(kb_url, *put)
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
        assert found.kind == "control"


def test_a_person_can_dismiss_a_contradiction_and_take_that_back(kb_url: str) -> None:
    wording = "Reporters were called to the ministry at noon and shown a map with two coloured pins on a wooden easel"
    fill(kb_url, WIRE, report("Capital News", "General Orr", denied=True, wording=wording))
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
    dismissal = opinion(found.id, "dismiss", by="Ana", at=datetime(2025, 4, 1, tzinfo=UTC))
    with KnowledgeBase(kb_url) as kb:
        kb.judge(dismissal)
    with Reader(kb_url) as reader:
        assert contested(reader) == []
        assert [c.dismissed for c in contested(reader, dismissed=True)] == [True]
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(dismissal.id, "undo", by="Ana"))
    with Reader(kb_url) as reader:
        assert len(contested(reader)) == 1


def test_a_grade_is_a_person_s_and_f_is_none(kb_url: str) -> None:
    fill(kb_url, WIRE)
    voice = node("Ann Vale")
    with Reader(kb_url) as reader:
        assert grade_of(reader, voice) is None
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(voice, "grade", by="Ana", value="B", at=datetime(2025, 4, 1, tzinfo=UTC)))
    with Reader(kb_url) as reader:
        assert grade_of(reader, voice) == "B"
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(voice, "grade", by="Ana", value="F", at=datetime(2025, 4, 2, tzinfo=UTC)))
    with Reader(kb_url) as reader:
        assert grade_of(reader, voice) is None


def test_merging_actors_joins_propositions_and_undo_parts_them_exactly(kb_url: str) -> None:
    wording = "An officer reached by satellite telephone described patrols on both roads and a flag over the old mill"
    other = report("Capital News", "General Orr", holder="Guards of the River", wording=wording)
    fill(kb_url, WIRE, other)
    before = rows(kb_url, "proposition")
    same = opinion(node("River Guards"), "same", node("Guards of the River"), by="Ana")
    with KnowledgeBase(kb_url) as kb:
        kb.judge(same)
    with Reader(kb_url) as reader:
        assert the_one(reader).low == 2
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(same.id, "undo", by="Ana"))
    assert rows(kb_url, "proposition") == before


def test_a_rejected_statement_stands_behind_nothing(kb_url: str) -> None:
    fill(kb_url, WIRE, own_report())
    rejected = WIRE[1].statements[0].id
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(rejected, "reject", by="Ana"))
    with Reader(kb_url) as reader:
        assert the_one(reader).origins == ()


def test_order_of_arrival_and_rebuilding_change_nothing(kb_url: str) -> None:
    readings = [
        WIRE,
        reprint("Valley Post"),
        reprint("Third Page", 3),
        own_report(),
        own_report("Night Desk", "a driver"),
    ]
    fill(kb_url, *readings)
    derived = ("proposition", "said", "family", "copied", "derivation", "paragraph", "band")
    with Reader(kb_url) as reader:
        first = [p.id for p in propositions(reader)]
    once = rows(kb_url, *derived)
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, *derived) == once
    random.Random(7).shuffle(readings)
    with KnowledgeBase(kb_url) as kb:
        for article, extraction, linking in readings:  # read again, in another order, by a newer reader
            from dataclasses import replace

            kb.save(article, replace(extraction, extractor="planted@2"), linking)
    with Reader(kb_url) as reader:
        assert [p.id for p in propositions(reader)] == first


def test_adding_an_echo_never_raises_the_lower_bound(kb_url: str) -> None:
    fill(kb_url, WIRE, own_report())
    with Reader(kb_url) as reader:
        before = the_one(reader)
    fill(kb_url, reprint("Valley Post"), reprint("Third Page"))
    with Reader(kb_url) as reader:
        after = the_one(reader)
    assert (after.low, after.high) == (before.low, before.high)
    assert after.outlets == before.outlets + 2


def test_saving_only_notes_and_leaving_gathers(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    kb = KnowledgeBase(url)
    kb.save(*WIRE)
    with Reader(url) as reader:
        assert waiting(reader)
        assert propositions(reader) == []
    assert kb.settle() == 1
    assert kb.settle() == 0
    kb.close()
    with Reader(url) as reader:
        assert not waiting(reader)
        (mine,) = propositions_of_claim(reader, WIRE[1].claims[0].id)
        assert proposition(reader, mine.id[:8]) == mine


def test_an_unknown_id_gives_a_sentence(kb_url: str) -> None:
    from according.errors import NotFoundError

    fill(kb_url, WIRE)
    with Reader(kb_url) as reader:
        with pytest.raises(NotFoundError, match="No proposition"):
            proposition(reader, "zzzz")
        with pytest.raises(NotFoundError, match="No article"):
            family_of(reader, "zzzz")
