import pytest

from according.claims.voices.outlets import plain_medium
from tests.claims.marked import claim_with


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("State-run Radio Palmara", "Radio Palmara"),
        ("State television TVK", "TVK"),
        ("news agency Belinform", "Belinform"),
        ("semi-official Marda news agency", "Marda news agency"),
        ("pro-government daily Sabah", "Sabah"),
        ("state-owned, US-based network NTR", "NTR"),
        ("National Radio", "National Radio"),
        ("Local Voices", "Local Voices"),
        ("state television", "state television"),
        ("State News Agency", "State News Agency"),
        ("Palmaran state television", "Palmaran state television"),
        ("local council of Tarek", "local council of Tarek"),
        ("military Council", "military Council"),
    ],
)
def test_what_is_said_of_a_medium_is_no_part_of_its_name(name, plain):
    assert plain_medium(name) == plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("State television TVK reported that two pilots had been freed.", "TVK"),
        ("The semi-official Marda news agency said two pilots had been freed.", "Marda news agency"),
        ("State-run Radio Palmara said two pilots had been freed.", "Radio Palmara"),
    ],
)
def test_a_medium_speaks_under_its_plain_name(text, name):
    voice = claim_with(text, "two pilots").chain[0]
    assert (voice.name, voice.kind) == (name, "media")
