"""The nouns check themselves."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according import records
from according.records import Article, Claim, Evidence, Judgement, Outlet, Place, Ref, Span, Statement, Voice, identify
from according.vocabularies import EVENTS, RELATIONS

OUTLET = Voice("Daily Example", "media")


def test_every_record_is_frozen_and_slotted() -> None:
    for name in records.__all__:
        record = getattr(records, name)
        if is_dataclass(record):
            assert record.__dataclass_params__.frozen, name  # type: ignore[attr-defined]
            assert "__slots__" in record.__dict__, name
    with pytest.raises(FrozenInstanceError):
        Span(0, 1).start = 3  # type: ignore[misc]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span needs"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_span_is_the_verbatim_string(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]
    with pytest.raises(ValueError, match="lies outside"):
        Span(start, len(text) + 1).of(text)


def test_spans_know_overlap_and_containment() -> None:
    assert Span(0, 5).overlaps(Span(4, 9))
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(1, 4).within(Span(0, 4))
    assert not Span(1, 5).within(Span(0, 4))


@given(st.lists(st.one_of(st.text(), st.integers(), st.none()), max_size=4))
def test_ids_are_content_hashes(parts: list[object]) -> None:
    assert identify(*parts) == identify(*parts)
    assert len(identify(*parts)) == 20
    assert identify(*parts) != identify(*parts, "more")


def test_an_id_tells_the_parts_apart() -> None:
    assert identify("ab", "c") != identify("a", "bc")
    assert identify(1) != identify("1")


def test_an_id_survives_lone_surrogates() -> None:
    assert identify("\ud800") == identify("\ud800")


def test_the_same_text_at_the_same_address_is_one_article() -> None:
    assert Article.identify("text", None) == Article.identify("text", None)
    assert Article.identify("text", None) != Article.identify("text", "https://example.org/a")


def test_a_claim_needs_words_and_a_chain() -> None:
    with pytest.raises(ValueError, match="verbatim"):
        Claim("c", "a", (), None, (OUTLET,))
    with pytest.raises(ValueError, match="chain"):
        Claim("c", "a", (Span(0, 3),), None, ())
    with pytest.raises(ValueError, match="claim status"):
        Claim("c", "a", (Span(0, 3),), None, (OUTLET,), status="certain")  # type: ignore[arg-type]
    claim = Claim("c", "a", (Span(0, 3),), None, (OUTLET,), evidence=(Evidence("status", Span(0, 1)),))
    assert (claim.status, claim.distance, claim.verification) == ("asserted", "neutral", "none")


def test_a_statement_needs_evidence_and_a_known_predicate() -> None:
    with pytest.raises(ValueError, match="predicate"):
        Statement("s", "a", None, Ref("A"), "likes", evidence=(Span(0, 1),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="span"):
        Statement("s", "a", None, Ref("A"), "controls", Ref("B"))


def test_a_voice_has_a_kind_of_the_vocabulary() -> None:
    with pytest.raises(ValueError, match="voice kind"):
        Voice("X", "robot")  # type: ignore[arg-type]


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (-91, 0), (0, 181), (0, -181)])
def test_no_place_lies_outside_the_earth(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="outside the earth"):
        Place("p", "Nowhere", lat, lon, 1, 1.0)


def test_precision_is_ucdp() -> None:
    with pytest.raises(ValueError, match="where_prec"):
        Place("p", "Somewhere", 0, 0, 8, 1.0)


def test_a_rules_judgement_has_the_same_id_each_run() -> None:
    assert Judgement.identify("a", "same", "b", "actors@1", None, None) == Judgement.identify(
        "a", "same", "b", "actors@1", None, None
    )


def test_the_vocabularies_are_the_designs() -> None:
    assert len(RELATIONS) == 14
    assert len(EVENTS) == 17
    assert "SEIZE" in EVENTS


def test_an_article_keeps_unknown_as_a_value() -> None:
    article = Article("i", Outlet(""), "text")
    unknown = {f.name for f in fields(article) if getattr(article, f.name) is None}
    assert {"url", "published", "retrieved", "path"} <= unknown
    assert Article("i", Outlet(""), "text", published=date(2025, 6, 17)).published == date(2025, 6, 17)
