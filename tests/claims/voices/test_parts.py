import pytest

from tests.claims.marked import claim_with

TWO = "Two diplomats said the talks had failed. "
CASES = [
    (TWO + "One of them said the car left at noon.", "one of two diplomats"),
    (TWO + "Another said the car left at noon.", "one of two diplomats"),
    (TWO + "One of the two said the car left at noon.", "one of two diplomats"),
    (TWO + "The other said the car left at noon.", "one of two diplomats"),
    ("Three refugees reached the camp. One of the three said the car left at noon.", "one of three refugees"),
    ("The paper spoke to four teachers. One of them said the car left at noon.", "one of four teachers"),
    (TWO + "One of the three said the car left at noon.", "One of the three"),
    ("The fog was thick. One of them said the car left at noon.", "One of them"),
    ("Two diplomats said that nine soldiers had fled. One of them said the car left at noon.", "one of two diplomats"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_one_of_several_is_one_of_the_group_told_last(text, name):
    voice = claim_with(text, "the car").chain[0]
    assert voice.name == name


def test_one_of_several_is_an_unnamed_person():
    voice = claim_with(CASES[1][0], "the car").chain[0]
    assert (voice.kind, voice.number) == ("anonymous", "one")
