"""Threats, and what only sounds like one: the same words from an onlooker, or of somebody else's side."""

import pytest

from tests.claims.marked import claim_with

THREATS = [
    ('The Valley Front vowed to "cleanse" the port.', "the port"),
    (
        "Karim Nasser, the rebels' spokesman, said the men had pulled back and would strike back if shelled.",
        "pulled back",
    ),
    ("Turkey would use force if the talks fail, said General Ivo Marek.", "use force"),
    (
        "Prime Minister Omar Fadil called it an act of war and said Pakistan would give a fitting reply.",
        "a fitting reply",
    ),
    ('"We will make them pay for this," rebel commander Omar Fadil told supporters.', "make them pay"),
    ("If the talks fail, rebel leaders warned, they would march on the capital.", "march on"),
    ("Any step across the river would be a declaration of war, General Ivo Marek said.", "declaration of war"),
    ('Whoever took up arms would be "hit hard", rebel spokesman Karim Nasser warned.', "took up arms"),
    ("The coalition will march on the capital if the talks end, rebel spokesman Karim Nasser warned.", "march on"),
]
NONE = [
    ("The analyst Karim Nasser said the rebels would strike back if shelled.", "strike back"),
    ("A resident said the rebels would retaliate.", "would retaliate"),
    ("The American general Ivo Marek said Iran would give a harsh reply.", "harsh reply"),
    ("The army said it would not attack the port.", "the port"),
    ("The ministry vowed to rebuild the port.", "the port"),
]


@pytest.mark.parametrize(("text", "words"), THREATS)
def test_a_side_that_announces_harm_threatens(text, words):
    assert claim_with(text, words).status == "threatened"


@pytest.mark.parametrize(("text", "words"), NONE)
def test_others_foretell(text, words):
    assert claim_with(text, words).status != "threatened"
