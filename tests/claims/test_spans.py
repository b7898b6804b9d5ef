"""Spans as a careless finder gives them, `[claim …]`, and as they must be settled, `[want …]`."""

import pytest

from according.claims.attribution import Attribution
from according.claims.spans import settle
from according.records import Span
from tests.claims.marked import marked, page


def test_pieces_of_words_grow_to_words():
    text = "The army said helicopters bombarded the harbour."
    start = text.index("copters")
    found = settle(page(text), Attribution((Span(4, 6),), (Span(9, 13),), (Span(start, text.index("harb") + 4),)))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "army"
    assert found.content[0].of(text) == "helicopters bombarded the harbour"


@pytest.mark.parametrize(
    "source",
    [
        "The army said [claim that [want the bridge fell]].",
        'He said: [want [claim "The bridge] fell."]',
        "It reported, [claim citing residents, that [want the bridge fell]].",
        "He urged [want both [claim sides to stop]].",
    ],
)
def test_contents_are_settled(source):
    text = marked(source)
    found = settle(page(text.text), Attribution((), (Span(3, 7),), text.spans["claim"]))
    assert found is not None
    assert [s.of(text.text) for s in found.content] == [s.of(text.text).rstrip(".") for s in text.spans["want"]] or [
        s.of(text.text) for s in found.content
    ] == [s.of(text.text) for s in text.spans["want"]]


def test_a_small_hole_is_closed_and_cue_and_source_are_cut_out():
    text = marked('[claim "It fell," the mayor said, "on Monday, all] of [claim it in an hour."]')
    at = text.text.index("the mayor")
    found = settle(page(text.text), Attribution((Span(at, at + 9),), (Span(at + 10, at + 14),), text.spans["claim"]))
    assert found is not None
    assert [s.of(text.text) for s in found.content] == ['"It fell,"', '"on Monday, all of it in an hour."']


def test_a_dateline_is_no_source_and_a_role_takes_in_its_name():
    text = "CAIRO - AA spokesperson Khaing Thu Kha said it fell."
    cue = text.index("said")
    found = settle(page(text), Attribution((Span(0, 23),), (Span(cue, cue + 4),), (Span(cue + 5, cue + 12),)))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "AA spokesperson Khaing Thu Kha"


def test_a_source_that_was_left_out_is_the_subject_of_the_cue():
    text = "Residents reached by phone reported hearing heavy gunfire."
    cue = text.index("reported")
    found = settle(page(text), Attribution((), (Span(cue, cue + 8),), (Span(cue + 9, len(text) - 1),)))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "Residents"


def test_a_name_cut_short_is_made_whole():
    text = "Kenyan President William Ruto said it fell."
    cue = text.index("said")
    found = settle(page(text), Attribution((Span(0, 24),), (Span(cue, cue + 4),), (Span(cue + 5, cue + 12),)))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "Kenyan President William Ruto"
