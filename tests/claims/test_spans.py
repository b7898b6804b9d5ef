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
    assert found.source.of(text) == "The army"
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


def test_nobody_says_where_the_report_was_written():
    text = marked("[claim BUKAVU — [want Rebels hold the bridge]], he [cue said].")
    found = settle(page(text.text), Attribution((), text.spans["cue"], text.spans["claim"]))
    assert found is not None
    assert [span.of(text.text) for span in found.content] == ["Rebels hold the bridge"]


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


def settled(source, cue, claim, text):
    at = text.index(cue)
    found = text.index(source, text.index(claim) + len(claim)) if source == "he" else text.index(source)
    whom = (Span(found, found + len(source)),)
    start = text.index(claim)
    return settle(page(text), Attribution(whom, (Span(at, at + len(cue)),), (Span(start, start + len(claim)),)))


@pytest.mark.parametrize(
    ("text", "source", "claim", "want"),
    [
        (  # grown back to the subject it hangs on
            "Troops moved into the valley on Friday after clashes on the ridge, two officers said.",
            "two officers",
            "Friday after clashes on the ridge",
            "Troops moved into the valley on Friday after clashes on the ridge",
        ),
        (
            "Karim Nasser gave another version: the men had walked away, he said.",
            "he",
            "another version: the men had walked away",
            "the men had walked away",
        ),
        (
            "The guild asked for a truce; the river was safe, he said.",
            "he",
            "The guild asked for a truce; the river was safe",
            "the river was safe",
        ),
        (  # what the reporter misses is not said by the speaker
            "Two guards said four trucks had burned there, without giving a reason.",
            "Two guards",
            "four trucks had burned there, without giving a reason",
            "four trucks had burned there",
        ),
        (
            "The minister said there were signs of sabotage, but would not elaborate.",
            "The minister",
            "there were signs of sabotage, but would not elaborate",
            "there were signs of sabotage",
        ),
    ],
)
def test_contents_begin_and_end_with_what_was_said(text, source, claim, want):
    found = settled(source, "said", claim, text)
    assert found is not None
    assert [s.of(text) for s in found.content] == [want]


def test_why_a_voice_has_no_name_is_no_part_of_what_it_said():
    text = "The columns have joined the fight, two officers said, declining to be identified."
    at = text.index("said")
    tail = text.index("declining")
    pieces = (Span(0, 34), Span(tail, len(text) - 1))
    found = settle(page(text), Attribution((Span(36, 48),), (Span(at, at + 4),), pieces))
    assert found is not None
    assert [s.of(text) for s in found.content] == ["The columns have joined the fight"]


def test_a_name_in_capitals_is_taken_out_of_the_cue():
    text = "In a message on its channel, KLM said its men had taken the mill."
    found = settled("a message on its channel", "KLM said", "its men had taken the mill", text)
    assert found is not None
    assert found.source is not None
    assert (found.source.of(text), found.cue and found.cue.of(text)) == ("KLM", "said")


def test_a_description_before_the_name_is_the_source_not_the_end_of_the_claim():
    text = "One guard was killed and another wounded, the regional mission in the country, AMISA, said in a statement."
    found = settled(
        "AMISA", "said", "One guard was killed and another wounded, the regional mission in the country", text
    )
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "the regional mission in the country"
    assert found.content[0].of(text) == "One guard was killed and another wounded"


def test_that_before_a_noun_is_part_of_the_content():
    text = "The minister calls that a lie."
    found = settled("The minister", "calls", "that a lie", text)
    assert found is not None
    assert found.content[0].of(text) == "that a lie"


def test_a_source_takes_in_the_words_before_its_name():
    text = "Nine had died, the state-backed Norland Rights Commission said."
    found = settled("Norland Rights Commission", "said", "Nine had died", text)
    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "the state-backed Norland Rights Commission"


def test_who_was_told_does_not_speak():
    text = marked("[claim The town fell], the commander, who gave no name, [cue told] [source Valley Press] by phone.")
    spans = text.spans
    found = settle(page(text.text), Attribution(spans["source"], spans["cue"], spans["claim"]))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text.text) == "the commander"


def test_the_first_of_two_speakers_is_taken_back_from_the_content():
    text = marked("[claim The town fell, the ministry] [source and two officials] [cue said].")
    spans = text.spans
    found = settle(page(text.text), Attribution(spans["source"], spans["cue"], spans["claim"]))
    assert found is not None
    assert found.source is not None
    assert found.source.of(text.text) == "the ministry and two officials"
    assert [s.of(text.text) for s in found.content] == ["The town fell"]
