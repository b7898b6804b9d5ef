import pytest

from tests.claims.marked import claim_with

CASES = [
    ("Colonel Odo Tamm said the ridge was lost.\n\nThe army did not comment.\n\nHe said the dam would hold.", "the dam",
     "Odo Tamm"),
    ("Odo Tamm, a miner, said the shaft fell.\n\nThe ministry of health said one man died.\n\n"
     '"We dug all night," he said.', "We dug", "Odo Tamm"),
    ("Odo Tamm, a miner, said the shaft fell.\n\nIla Sund, a nurse, visited the ward.\n\n"
     "The ministry of health said one man died.\n\nHe said the dam would hold.", "the dam", "He"),
    ("Colonel Odo Tamm said the ridge was lost. President Bor Lutz was away. He added that the dam held.", "the dam",
     "Odo Tamm"),
    ("A beekeeper in Tolm said bombs fell on his field.\n\nHe said the dam held.", "the dam", "beekeeper in Tolm"),
    ("A hospital employee in Tolm said six died.\n\nShe said the dam held.", "the dam", "hospital employee in Tolm"),
    ("A commander of the group, Odo Tamm, spoke to reporters.\n\nHe said the dam held.", "the dam", "Odo Tamm"),
    ("Minister Odo Tamm said the loan was gone. The opposition said he lied.\n\nHe said the dam held.", "the dam",
     "Odo Tamm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), CASES)
def test_a_pronoun_is_the_last_person_who_spoke_unless_another_came_between(text, words, name):
    assert claim_with(text, words).chain[0].name == name
