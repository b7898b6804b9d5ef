from according.claims.attribution import Attribution
from according.claims.finding.grammar import GrammarFinder
from according.claims.finding.grammar_nouns import Found
from according.claims.nested import read_nested
from according.records import Span
from tests.claims.marked import claim_with, marked, page, read


def content(source):
    text = marked(source)
    found = Found(text.one("source"), text.one("cue"), text.spans["claim"], "found", 0.9)
    return text.text, page(text.text), found


def test_a_saying_inside_what_is_said_is_found_with_offsets_of_the_whole_text():
    text, opened, outer = content("[source Karim] [cue said] [claim that the army had announced the bridge was mined].")
    (inner,) = read_nested(opened, [outer], GrammarFinder())
    assert inner.source is not None
    assert inner.source.of(text) == "the army"
    assert inner.content[0].of(text) == "the bridge was mined"


def test_one_speaker_with_two_verbs_is_not_two_voices():
    _, opened, outer = content("[source Karim] [cue said] [claim that he believes the bridge is mined and in ruins].")
    assert read_nested(opened, [outer], GrammarFinder()) == []


def test_a_subject_far_from_its_cue_names_nobody():
    class Far:
        name = "far@1"

        def find(self, docs):
            text = docs[0].text
            source, cue = text.index("the coalition"), text.index("warned")
            rest = text.index("the war")
            return [
                [Attribution((Span(source, source + 13),), (Span(cue, cue + 6),), (Span(rest, len(text.rstrip())),))]
            ]

    _, opened, outer = content(
        "[source Karim] [cue said] [claim the coalition was leaving the old town and warned the war would spread]."
    )
    assert read_nested(opened, [outer], Far()) == []


def test_three_levels_are_read():
    text = "Karim Nasser told Reuters that the mayor had said the army announced the bridge was mined."
    names = [v.name for v in claim_with(text, "the bridge was mined").chain]
    assert names[:2] == ["army", "mayor"]
    assert "Karim Nasser" in names
    assert len(read(text).claims) == 3
