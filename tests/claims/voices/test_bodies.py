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
        (
            "The drivers' union began its strike. Sahelwatch, a monitoring site, said fifty lorries had burned.\n\n"
            "According to the union, three men did not come back.",
            "three men",
            "drivers' union",
        ),
        (
            "The Dawn Union said its men had left.\n\nThe Bellona news service said the ship was lost.",
            "the ship was lost",
            "Bellona news service",
        ),
        ("Airwatch, a charity, said two ships had burned.\n\nThe master said nobody was hurt.", "nobody", "master"),
        (
            "The Doctors Network said an army drone hit the market.\n\nThe army said it had hit a depot.",
            "a depot",
            "army",
        ),
        ("Two armies met.\n\nThe group said it had left.", "it had left", "group"),
    ],
)
def test_a_body_is_named_where_one_fits(text, words, name):
    assert claim_with(text, words).chain[0].name == name


def test_a_government_is_not_the_group():
    text = "The Foreign Ministry denied the raid. The group said it had won."
    assert claim_with(text, "it had won").chain[0].name != "Foreign Ministry"


def test_a_ministry_is_its_countrys():
    text = "Syria's Interior Ministry said the raid was over.\n\nThe Interior Ministry said that two had died."
    assert claim_with(text, "two had died").chain[0].name == "Syrian Interior Ministry"


def test_of_two_ministries_of_a_name_neither_is_meant():
    text = (
        "Iraq's Defence Ministry said six died. Iran's Defence Ministry denied it. The Defence Ministry said two left."
    )
    assert claim_with(text, "two left").chain[0].name == "Defence Ministry"
