import pytest

from tests.claims.marked import claim_with


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'A group of militias calling itself the "Islamic Resistance in Iraq" launched attacks. '
            "The group announced a halt to its raids in January.",
            "a halt",
            "Islamic Resistance in Iraq",
        ),
        ("The armed group Kataib Hezbollah said it had left.", "it had left", "Kataib Hezbollah"),
        (
            "The Arakan Army said it took the base. The monitor Airwatch confirmed the loss.\n\n"
            "The group said more would follow.",
            "more would follow",
            "Arakan Army",
        ),
        ("Two armies met.\n\nThe group said it had left.", "it had left", "group"),
    ],
)
def test_a_body_is_named_where_one_fits(text, words, name):
    assert claim_with(text, words).chain[0].name == name


def test_a_government_is_not_the_group():
    text = "The Foreign Ministry denied the raid. The group said it had won."
    assert claim_with(text, "it had won").chain[0].name != "Foreign Ministry"
