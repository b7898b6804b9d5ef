import pytest

from according.claims.manner.distance import read_distance
from tests.claims.marked import marked, page


@pytest.mark.parametrize(
    ("source", "distance"),
    [
        ("The army [cue said] it fell.", "neutral"),
        ("The army [cue claimed] it fell.", "distancing"),
        ("The army [cue alleged] it fell.", "distancing"),
        ("It [cue reportedly] fell.", "distancing"),
        ("The army [cue confirmed] it fell.", "endorsing"),
        ("The minister [cue revealed] it fell.", "endorsing"),
        ("It fell, [cue according to] the army.", "neutral"),
    ],
)
def test_the_verb_tells_the_distance(source, distance):
    text = marked(source)
    found, evidence = read_distance(page(text.text), text.one("cue"))
    assert found == distance
    assert bool(evidence) == (distance != "neutral")


def test_without_a_cue_the_reporter_is_neutral():
    assert read_distance(page("It fell."), None) == ("neutral", ())
