"""What the speaker does. `[claim …]` is the content, `[cue …]` the words of saying; the status must follow from
them."""

import pytest

from according.claims.manner.status import read_status
from tests.claims.marked import claim_with, marked, page, read

STATUSES = [
    ("The army [cue said] [claim it had taken the town].", "asserted"),
    ("The ministry [cue denied] [claim the reports of a retreat].", "denied"),
    ('"[claim That is incorrect]," the officer [cue said].', "denied"),
    ("Officials [cue claimed] that [claim reports of the transfer are not credible].", "denied"),
    ("The envoy [cue doubted] [claim the account of the raid].", "doubted"),
    ("The group [cue vowed] [claim to attack U.S. bases if Washington intervenes].", "threatened"),
    ("The group [cue threatened] [claim to join the fight].", "threatened"),
    ("The council [cue called on] [claim both sides to stop the fighting].", "called_for"),
    ("The minister [cue urged] [claim the militias to lay down their arms].", "called_for"),
    ("Sadr [cue called for] [claim an end to the fighting].", "called_for"),
    ("The analyst [cue said] [claim the factions may act alone].", "hedged"),
    ("The office [cue warned] that [claim an attack could trigger chaos].", "hedged"),
    ("The agency [cue said] [claim the ship was reportedly sunk].", "hedged"),
    ("The expert [cue said] [claim it is unlikely they would build a factory].", "hedged"),
    ("Families [cue reportedly] [claim left the town].", "hedged"),
    ("The analyst [cue said] [claim the parties will be divided if the war goes on].", "conditional"),
    ("The analyst [cue suggested] that [claim if Iran expands the war, the militias will join].", "conditional"),
    ("Outlets [cue reported] that [claim the services would publish confessions].", "predicted"),
    ("The mayor [cue said] [claim the shelter will open on Monday].", "predicted"),
    ("The institute [cue predicted] [claim a long war].", "predicted"),
    ("The source [cue said] [claim the president is expected to speak].", "predicted"),
    ("The envoy [cue disputed] [claim that account].", "denied"),
    ("The aide [cue called] [claim the report a lie].", "denied"),
    ('The office [cue called] [claim the report "a lie to hide a defeat"].', "denied"),
    ("Pictures [cue appear to show] [claim new trenches].", "hedged"),
    ("The council [cue described] [claim such reports as rumour].", "denied"),
    ("The envoy [cue said] [claim neighbours should look to their own towns].", "called_for"),
    ("The monk [cue said] [claim both sides must leave the temple].", "called_for"),
    ("The analyst [cue fears] [claim engineers came from abroad].", "hedged"),
    ("The agency [cue said] [claim Should the dam break, thousands could flee].", "conditional"),
    ("Two envoys [cue told] the paper [claim the force may struggle to guard the shore].", "hedged"),
    # what only looks like one of them
    ("The nurse [cue said] [claim they must have been tired].", "asserted"),
    ("The guide [cue called] [claim the valley a garden].", "asserted"),
    ("The general [cue said] [claim his men could not reach the village].", "asserted"),
    ("The mayor [cue said] [claim he knew the man who will lead the talks].", "asserted"),
    ("The envoy [cue told] him [claim the plan was to have a reserve if Iran was attacked].", "asserted"),
    ("The official [cue said] [claim the missiles numbered a dozen, but more could follow if necessary].", "asserted"),
    ("The group [cue announced] [claim a halt to its operations].", "asserted"),
    ("He [cue said] [claim he asked if the road was open].", "asserted"),
]


@pytest.mark.parametrize(("source", "status"), STATUSES)
def test_each_status_follows_from_its_words(source, status):
    text = marked(source)
    reading = read_status(page(text.text), text.one("cue"), text.spans["claim"], declined=False)
    assert reading.status == status
    if status != "asserted":
        assert reading.evidence
        assert all(e.field == "status" and e.span.of(text.text) for e in reading.evidence)


def test_no_comment_is_declined():
    text = "The ministry did not respond to a request for comment."
    claim = claim_with(text, "did not respond")
    assert claim.status == "declined"
    assert claim.cue == claim.content[0]


def test_a_threat_keeps_its_condition():
    text = "The group vowed to attack U.S. bases if Washington intervenes."
    claim = claim_with(text, "to attack")
    assert claim.status == "threatened"
    assert claim.condition is not None
    assert claim.condition.of(text) == "if Washington intervenes"


def test_an_adverb_just_before_the_content_hedges_it():
    text = marked("The group also reportedly [claim sank the ship], the agency [cue said].")
    assert read_status(page(text.text), text.one("cue"), text.spans["claim"], declined=False).status == "hedged"


def test_a_claim_that_nobody_vouches_for_is_hedged():
    assert claim_with("It is believed that two commanders have left the valley.", "two commanders").status == "hedged"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The ministry said the story was not so.", "the story", "denied"),
        ('The embassy called the charge a "cheap fantasy".', "cheap fantasy", "denied"),
        ('The embassy called the charge a "serious matter".', "serious matter", "asserted"),
        ("The president said his country will not allow foreign troops on its soil.", "foreign troops", "asserted"),
        ("The president said foreign troops will not come.", "foreign troops", "predicted"),
        ("The institute put the risk of a wider war at one in three.", "wider war", "predicted"),
        ("The bank said there was a 40 percent chance of famine by June.", "famine", "predicted"),
        ("Estimates put the number of displaced at 40,000.", "displaced", "hedged"),
    ],
)
def test_refusals_odds_and_charges_by_another_name(text, words, status):
    (found,) = [c for c in read(text, name="local").claims if any(words in span.of(text) for span in c.content)]
    assert found.status == status
