"""Span by span: one line a shape of attribution. Add lines as you meet shapes that are read wrongly."""

import pytest

from according.claims.finding.grammar import find_attributions
from tests.claims.marked import marked, page

SHAPES = [
    "[source The General Staff] [cue said] [content it had taken the town].",
    '[content "We left at dawn,"] [source the mayor] [cue said].',
    '[content "We left at dawn,"] [cue said] [source Samir Haddad].',
    "[content The bridge fell on Monday], [source the army] [cue said].",
    "[cue According to] [source two officials], [content the depot was empty].",
    "[content The depot was empty], [cue according to] [source local officials].",
    "[source The group] [cue vowed] [content to strike the port again].",
    "[source The ministry] [cue denied] [content the reports of a retreat].",
    "[source The council] [cue called on] [content both sides to stop the fighting].",
    "[source The union] [cue warned of] [content a new wave of arrests].",
    "[source Sadr] [cue called for] [content an end to the fighting].",
    "[source The minister] [cue described] [content the talks as frank].",
    '[source The president] [cue said]: [content "Nobody will be left behind."]',
    "[source The office] issued a statement [cue warning] that [content the war could spread].",
    "[source The army] [cue claimed] [content to have shot down ten drones].",
    "[source A Reuters report] [cue stated] that [content the ship had sunk].",
    "[source Satellite images] [cue showed] [content the hangar destroyed].",
    "[source AA spokesperson Khaing Thu Kha] [cue told] Radio Free Asia [content the base had fallen].",
    '[content "We were never told."] [cue –] [source Commissioner Ada Blaine]',
    '[source Ada Blaine][cue :] [content "We were never told."]',
    "[content Hundreds of families] [cue reportedly] [content left the town overnight].",
    "[source A spokesman] [content [cue declined to comment]].",
    "[source The ministry] [content [cue did not respond to a request for comment]].",
    "[source The manager] [content [cue could not be reached for comment]].",
    "[source The mayor] [content [cue refused to answer questions about the raid]].",
    "[source The guard] [content [cue did not return calls and messages seeking comment]].",
    "[content The charges] were [cue dismissed] by [source his lawyers].",
    "[source Satellite pictures] [cue appear to show] [content new trenches].",
    '[source The envoy] was sceptical[cue :] [content "It will not last beyond the harvest."]',
    "[source Doctors] [cue put] [content the toll at 14 dead].",
    "[source The observatory] [cue recorded] [content 30 strikes on markets].",
    "[source The colonel] [cue denied] [content shelling the hospital].",
    "[source Brava] has [cue threatened] [content new raids unless the marshes are cleared].",
    "[source The brigade] [cue claimed] [content responsibility] in a recorded message sent to reporters.",
    '[content "The streets are empty now,"] [source its spokesman], Omar Fadil, [cue told] the state agency NOVA.',
    "[source The insurgents] [cue replied] in a letter that [content villagers were not their enemy].",
    "Dario Kent gave another version: [content the men had walked away], [source he] [cue said].",
    "The mayor knew of [content an accusation] that [source the army] has always [cue denied].",
    "[cue Drawing on interviews with] [source two drivers], [content the paper drew a map].",
]


@pytest.mark.parametrize("source", SHAPES)
def test_each_shape_is_read(source):
    text = marked(source)
    found = find_attributions(page(text.text))
    assert len(found) == 1, found
    (one,) = found
    assert one.cue == text.spans["cue"]
    assert one.content == text.spans["content"]
    assert all(any(s.overlaps(t) for t in one.source) for s in text.spans.get("source", ()))
    assert bool(one.source) == ("source" in text.spans)


NOTHING = [
    "The army took the town on Monday.",
    "The group did not say when the attacks took place.",
    "The road runs along the river: it is often flooded.",
    "He would not say so.",
    "The loophole allowed traders to bring the fuel across the border.",
    "Shelling forced the clinic to close its doors.",
    "A bulldozer pushed the rubble to clear the road.",
    "The envoy put the letter on the table.",
    "The officer recorded the meeting.",
    "The mayor seems to think the road is closed.",
    "Jurf al-Nasr: A town south of the capital.",
]


@pytest.mark.parametrize("text", [line for line in NOTHING if "would not say" not in line])
def test_what_is_no_saying_is_not_read(text):
    assert find_attributions(page(text)) == []


def test_a_quotation_behind_a_quoted_claim_goes_on_with_it():
    text = marked(
        '[content "They came from three sides,"] [source Mohamed Ahmed] [cue said]. '
        '[content "There were bodies on the road."]'
    )
    (one,) = find_attributions(page(text.text))
    assert one.content == text.spans["content"]


def test_a_quotation_that_opens_the_next_paragraph_is_kept_without_a_source():
    text = '"The road was full of people," the mayor said.\n\n"Nobody knew where they should go."'
    first, second = find_attributions(page(text))
    assert first.source
    assert not second.source
    assert second.content[0].of(text) == '"Nobody knew where they should go."'


def test_two_sayings_side_by_side_are_two():
    text = "The army said it had left the town, and its Foreign Ministry denied the reports of a massacre."
    first, second = find_attributions(page(text))
    assert first.content[0].of(text) == "it had left the town"
    assert second.content[0].of(text) == "the reports of a massacre"


def test_a_second_saying_behind_and_belongs_to_the_first_speaker():
    text = "The insurgents replied that villagers were not their enemy and blamed the army for the fire."
    first, second = find_attributions(page(text))
    assert first.content[0].of(text) == "villagers were not their enemy"
    assert second.source[0].of(text) == "The insurgents"
    assert second.content[0].of(text) == "the army for the fire"


def test_what_others_did_stays_in_what_was_said():
    text = "The mayor said soldiers entered the market and blamed the traders."
    assert find_attributions(page(text))[0].content[0].of(text).endswith("entered the market and blamed the traders")


def test_an_adverb_marks_its_own_clause_only():
    text = "Norland has urged both towns to talk, and Estmark reportedly offered to host them."
    adverb = next(one for one in find_attributions(page(text)) if not one.source)
    assert [s.of(text) for s in adverb.content] == ["Estmark", "offered to host them"]


def test_a_claim_that_somebody_rejected_is_no_claim_of_a_rejection():
    text = "Two officers repeated a claim that the ministry rejected."
    found = [(one.source[0].of(text), one.content[0].of(text)) for one in find_attributions(page(text))]
    assert ("the ministry", "a claim") in found
    assert not any(source == "Two officers" and "rejected" in content for source, content in found)


def test_a_speaker_at_the_end_of_lists_is_found():
    text = (
        "Guards have since seized Transport Minister Ruan Kol Marek and General Ivo Dan Selu, the deputy head of the "
        "army and a Marek ally, party spokesman Pavo Lenn Garang said."
    )
    (one,) = find_attributions(page(text))
    assert one.source[0].of(text) == "party spokesman Pavo Lenn Garang"
    assert one.content[0].of(text).endswith("a Marek ally")


def test_a_denial_ends_where_the_next_saying_begins():
    text = "Norland denies targeting farmers and accuses the rebels of hiding in barns."
    found = {one.cue[0].of(text): one for one in find_attributions(page(text))}
    assert found["denies"].content[0].of(text) == "targeting farmers"
    assert found["accuses"].source[0].of(text) == "Norland"


def test_a_quotation_that_another_introduces_does_not_go_on_with_the_first():
    text = 'The mayor said the road was "quite safe". But the driver was sceptical: "Nobody has gone there since May."'
    assert [one.source[0].of(text) for one in find_attributions(page(text))] == ["The mayor", "the driver"]
