"""Opinions in the store: merging and splitting, reviewing, taking back; and that no order of events matters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from according.errors import ConfigError, NotFoundError
from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter, StatementFilter
from according.records import Judgement
from tests.knowledge.made import dump, node, reading, rule

RG, GUARDS, PACK = node("RG"), node("River Guards"), "pack:rg"
WHEN = datetime(2025, 4, 1, 12, tzinfo=UTC)


def person(
    subject: str, verdict: str, object: str | None = None, minute: int = 0, value: str | None = None
) -> Judgement:
    return opinion(subject, verdict, object, by="Ana", at=WHEN + timedelta(minutes=minute), value=value)  # type: ignore[arg-type]


def two_articles() -> list[tuple]:  # type: ignore[type-arg]
    return [
        reading(same=[("River Guards", PACK)]),
        reading("A resident", "RG left Dara Ford", path="two.txt"),
    ]


def actor(reader: Reader, id: str) -> tuple[str, str, tuple[str, ...], int]:
    row = queries.entity(reader, id)
    return row.entity.id, row.entity.name, row.members, row.claims


def test_a_rule_s_match_comes_with_the_article(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading())
        kb.save(*reading("A resident", "RG left Dara Ford", same=[("RG", PACK)], path="two.txt"))
    with Reader(kb_url) as reader:
        assert actor(reader, RG) == (PACK, "The River Guards", tuple(sorted([RG, PACK])), 1)
        assert actor(reader, GUARDS)[0] == GUARDS
        row = queries.entity(reader, "RG")
        assert [j.by for j in row.judgements] == ["actors@1"]
        assert row.names[0] == "The River Guards"
        assert "حراس النهر" in row.names
        (fact,) = queries.statements(reader, StatementFilter(subject=PACK))
        assert fact.subject.id == PACK
        assert fact.subject.name == "The River Guards"


def test_merging_and_taking_it_back_restores_every_row(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        for item in two_articles():
            kb.save(*item)
        with Reader(kb_url) as reader:
            before = [actor(reader, id) for id in (RG, GUARDS, PACK)]
        merge = person(RG, "same", GUARDS)
        assert kb.judge(merge) == 1
        assert kb.judge(merge) == 0
        with Reader(kb_url) as reader:
            assert actor(reader, RG) == (PACK, "The River Guards", tuple(sorted([RG, GUARDS, PACK])), 2)
            assert queries.count_claims(reader, ClaimFilter(actor=RG)) == 2
            assert len(queries.statements(reader, StatementFilter(either=RG))) == 2
        kb.judge(person(merge.id, "undo", minute=1))
        with Reader(kb_url) as reader:
            assert [actor(reader, id) for id in (RG, GUARDS, PACK)] == before
            assert [j.verdict for j in queries.judgements(reader) if j.person] == ["same", "undo"]
        kept = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == kept


def test_a_person_splits_what_a_rule_joined(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading(same=[("River Guards", PACK)]))
        kb.judge(person(GUARDS, "not_same", PACK))
        kb.save(*reading("A resident", "River Guards left", same=[("River Guards", PACK)], path="b.txt"))
        with Reader(kb_url) as reader:
            assert actor(reader, GUARDS)[0] == GUARDS
        kept = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == kept


def test_a_match_no_current_reading_carries_no_longer_counts(kb_url: str) -> None:
    article, extraction, linking = reading(same=[("River Guards", PACK)])
    with KnowledgeBase(kb_url) as kb:
        kb.save(article, extraction, linking)
        kb.save(article, extraction, replace(linking, linker="links@2", judgements=()))
        with Reader(kb_url) as reader:
            assert actor(reader, GUARDS)[0] == GUARDS
            assert queries.judgements(reader) == []
        kept = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == kept


def test_the_order_of_events_changes_nothing_that_is_shown(tmp_path) -> None:  # type: ignore[no-untyped-def]
    articles = two_articles()
    opinions = [
        person(RG, "same", GUARDS),
        person(PACK, "not_same", RG, minute=3),
        person(RG, "unsure", PACK, minute=2),
    ]
    shown = set()
    for number, order in enumerate([(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)]):
        url = f"sqlite:///{tmp_path / f'{number}.db'}"
        with KnowledgeBase(url) as kb:
            for item in articles if number % 2 else articles[::-1]:
                kb.save(*item)
            for index in order:
                kb.judge(opinions[index])
            with Reader(url) as reader:
                shown.add(tuple(actor(reader, id) for id in (RG, GUARDS, PACK)))
    assert len(shown) == 1


def test_a_rule_in_the_log_counts_without_an_article(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*two_articles()[0])
        kb.save(*two_articles()[1])
        kb.judge(rule(RG, "same", GUARDS))
        with Reader(kb_url) as reader:
            assert actor(reader, RG)[0] == PACK


def test_a_rejected_claim_disappears_with_its_statements_and_stays_away(kb_url: str) -> None:
    article, extraction, linking = reading()
    claim, statement = extraction.claims[0], extraction.statements[0]
    with KnowledgeBase(kb_url) as kb, Reader(kb_url) as reader:
        kb.save(article, extraction, linking)
        kb.judge(person(claim.id, "reject"))
        for _ in range(2):
            assert queries.claims(reader) == []
            assert queries.review_queue(reader) == []
            assert queries.statements(reader) == []
            (row,) = queries.claims(reader, ClaimFilter(review="reject"))
            assert row.review == "reject"
            assert queries.claim(reader, claim.id).review == "reject"
            assert queries.statements_by_id(reader, [statement.id])[0].review is None
            kb.save(article, replace(extraction, extractor="made@2"), linking)  # the same claim, read anew
        kb.judge(person(person(claim.id, "reject").id, "undo", minute=1))
        assert len(queries.claims(reader)) == len(queries.statements(reader)) == 1
        kb.judge(person(statement.id, "reject", minute=2))
        assert queries.statements(reader) == []
        assert len(queries.claims(reader)) == 1
        kept = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == kept


def test_a_correction_is_what_is_shown_and_filtered(kb_url: str) -> None:
    article, extraction, linking = reading()
    claim = extraction.claims[0]
    with KnowledgeBase(kb_url) as kb, Reader(kb_url) as reader:
        kb.save(article, extraction, linking)
        correction = person(claim.id, "correct", value='{"status": "denied"}')
        kb.judge(correction)
        (row,) = queries.claims(reader, ClaimFilter(status="denied"))
        assert (row.claim.status, row.review) == ("denied", "correct")
        assert queries.facets(reader)["status"] == {"denied": 1}
        assert queries.claims(reader, ClaimFilter(status="asserted")) == []
        kept = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == kept
        kb.judge(person(correction.id, "undo", minute=1))
        assert queries.claims(reader)[0].claim == claim
        kb.judge(person(claim.id, "correct", minute=2, value="The speaker is his deputy."))
        assert queries.claims(reader)[0].claim == claim
        assert queries.claims(reader)[0].review == "correct"
        with pytest.raises(ConfigError, match="status cannot be corrected"):
            kb.judge(person(claim.id, "correct", minute=3, value='{"status": "true"}'))


def test_the_last_verdict_counts_whichever_was_written_last(kb_url: str) -> None:
    article, extraction, linking = reading()
    claim = extraction.claims[0]
    with KnowledgeBase(kb_url) as kb, Reader(kb_url) as reader:
        kb.save(article, extraction, linking)
        kb.judge(person(claim.id, "accept", minute=5))
        kb.judge(person(claim.id, "reject", minute=1))
        assert queries.claims(reader)[0].review == "accept"
        assert queries.review_queue(reader) == []
        assert [j.verdict for j in queries.judgements(reader, subject=claim.id)] == ["accept", "reject"]


def test_opinions_about_nobody_are_refused(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb, Reader(kb_url) as reader:
        kb.save(*reading())
        with pytest.raises(NotFoundError, match="no actor with the id 'nobody'"):
            kb.judge(person(GUARDS, "same", "nobody"))
        with pytest.raises(NotFoundError, match="no judgement"):
            kb.judge(person("nothing", "undo"))
        assert queries.judgements(reader) == []
