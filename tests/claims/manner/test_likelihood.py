import pytest

from according.claims.manner.likelihood import read_likelihood
from according.records import Span
from tests.claims.marked import page


@pytest.mark.parametrize(
    ("text", "band", "words"),
    [
        ("the front will likely hold", "likely", "likely"),
        ("it is unlikely they would build it", "unlikely", "unlikely"),
        ("a strike is very likely", "very likely", "very likely"),
        ("it is highly unlikely", "very unlikely", "highly unlikely"),
        ("it will almost certainly fall", "almost certain", "almost certainly"),
        ("there is a remote chance", "almost no chance", "remote chance"),
        ("an even chance of talks", "roughly even chance", "even chance"),
        ("that is probably beyond his power", "likely", "probably"),
    ],
)
def test_words_of_probability_fall_into_their_band(text, band, words):
    found = read_likelihood(page(text), (Span(0, len(text)),))
    assert found is not None
    assert found[:2] == (band, words)
    assert found[2].span.of(text) == words


def test_no_word_of_probability_gives_none():
    assert read_likelihood(page("the front will hold"), (Span(0, 19),)) is None
