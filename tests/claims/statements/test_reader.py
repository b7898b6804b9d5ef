"""What holds of every statement, whatever it was read from."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.records import Span, Time
from according.vocabularies import PREDICATES
from tests.claims.statements.sentences import claim, read, told

KNOWN = {"M23": "armed_group", "Goma": "place", "Rwanda": "government", "Congo": "government", "Sake": "place"}
TEXT = (
    "Congo said Rwanda-backed M23 rebels had seized Goma on Monday. "
    "M23 seized Goma and killed at least two soldiers in Sake, residents said."
)
SHARED = Path(__file__).parents[4] / "shared" / "articles"


def test_reading_twice_gives_the_same_statements() -> None:
    assert read(TEXT, KNOWN) == read(TEXT, KNOWN)


def test_every_statement_stands_on_verbatim_words_of_one_sentence() -> None:
    statements = read(TEXT, KNOWN)
    assert statements
    for statement in statements:
        assert statement.predicate in PREDICATES
        for span in statement.evidence:
            assert span.of(TEXT).strip()
            assert "Monday. M23" not in span.of(TEXT)


def test_ids_differ_between_different_statements() -> None:
    statements = read(TEXT, KNOWN)
    assert len({s.id for s in statements}) == len(statements)


def test_the_innermost_claim_around_it_carries_the_statement() -> None:
    outer = claim(TEXT, "Rwanda-backed M23 rebels had seized Goma on Monday", "said", "Congo")
    seized = [s for s in read(TEXT, KNOWN, [outer]) if s.predicate == "SEIZE"]
    assert [s.claim for s in seized] == [outer.id, None]


def test_the_same_speaker_saying_it_again_adds_words_and_no_statement() -> None:
    text = "M23 seized Goma. On Monday, M23 seized Goma."
    (seized,) = [s for s in read(text, KNOWN) if s.predicate == "SEIZE"]
    assert len(seized.evidence) == 2


def test_place_and_time_of_the_verb_go_with_the_statement() -> None:
    text = "M23 killed soldiers in Sake on Monday, Congo said on Tuesday."
    at = text.index("Monday")
    late = text.index("Tuesday")
    times = [Time("Monday", "2024-11-18", span=Span(at, at + 6)), Time("Tuesday", span=Span(late, late + 7))]
    (killed,) = [s for s in read(text, KNOWN, times=times) if s.predicate == "ASSAULT"]
    assert killed.place is not None
    assert killed.place.name == "Sake"
    assert killed.time is not None
    assert killed.time.text == "Monday"


def test_an_empty_text_says_nothing() -> None:
    assert read("") == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_no_text_breaks_the_reading(text: str) -> None:
    read(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*TEXT.split(), ",", "and", "it", "the group:", "\n", "including", '"', "in", "by", "–"]),
        max_size=30,
    )
)
def test_no_order_of_newspaper_words_breaks_the_reading(words: list[str]) -> None:
    text = " ".join(words)
    for statement in read(text, KNOWN):
        assert all(span.end <= len(text) for span in statement.evidence)


@pytest.mark.skipif(not SHARED.exists(), reason="the articles beside the repository are not there")
def test_the_articles_beside_the_repository_are_read_without_complaint() -> None:
    for path in sorted(SHARED.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert read(text), path.name


def test_what_somebody_said_whose_claim_was_not_read_is_never_the_articles_own_fact() -> None:
    (seized,) = [s for s in read("A diplomat said M23 had seized Goma.", KNOWN) if s.predicate == "SEIZE"]
    assert (seized.claim, seized.status) == (None, "hedged")


def test_the_country_of_the_dateline_need_not_be_the_one_it_is_about() -> None:
    text = (
        "RIVERTON, Thailand (Norwire) - Fighting went on for the town of Kalay on Monday, officials said.\n\n"
        "Prime Minister Soe Lin Oo promised to retake it. Some of the wounded reached Thailand, where Thai doctors "
        "took them in. Burmese artillery fell silent, and Myanmar newspapers, read in all of Myanmar, wrote of a "
        "Burmese victory.\n"
    )
    known = {"Thailand": "place", "Myanmar": "place", "Soe Lin Oo": "person", "Kalay": "place"}
    assert told(text, known) == {"Soe Lin Oo | leads | Myanmar"}
