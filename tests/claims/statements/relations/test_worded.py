"""Ties told by the words between two names, whatever the parser makes of the sentence."""

import pytest

from tests.claims.statements.sentences import told

KNOWN = {
    "Al-Nahda": "armed_group",
    "Al-Furqan Brigades": "armed_group",
    "Lake Front": "armed_group",
    "Unity Bloc": "organization",
    "Radio Lake": "media",
    "Omar Saleh": "person",
    "Idris Kone": "person",
    "Chad": "government",
    "Ghana": "government",
    "Togo": "government",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al-Nahda pledged allegiance to the Lake Front in 2012.", "Al-Nahda | loyal_to | Lake Front"),
        ("Al-Nahda, which Omar Saleh heads, took the town.", "Omar Saleh | leads | Al-Nahda"),
        ("The Lake Front is led in the enclave by Omar Saleh.", "Omar Saleh | leads | Lake Front"),
        ("The Lake Front, under the command of General Omar Saleh, fled.", "Omar Saleh | leads | Lake Front"),
        ("The Lake Front, whose commander is Omar Saleh, fled.", "Omar Saleh | leads | Lake Front"),
        ("The Lake Front, which Chad funds, holds the hills.", "Lake Front | backed_by | Chad"),
        ("The Lake Front, which Chad arms, holds the hills.", "Chad | supplies | Lake Front"),
        ("He left the Unity Bloc, to which Ghana and Togo belong as well.", "Togo | part_of | Unity Bloc"),
        ("The Al-Furqan Brigades of Al-Nahda fired rockets.", "Al-Furqan Brigades | part_of | Al-Nahda"),
        ("Al-Nahda's armed wing, the Al-Furqan Brigades, fled.", "Al-Furqan Brigades | part_of | Al-Nahda"),
        ("The Al-Furqan Brigades, an Al-Nahda faction, fled.", "Al-Furqan Brigades | part_of | Al-Nahda"),
        ("It was shown by Radio Lake, a channel run by Al-Nahda.", "Al-Nahda | controls | Radio Lake"),
        ("It was shown by Radio Lake, the Al-Nahda-run channel.", "Al-Nahda | controls | Radio Lake"),
        ("Omar Saleh, an ally of Chad, left.", "Omar Saleh | allied_with | Chad"),
    ],
)
def test_the_words_between_two_names_tell_a_tie(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "If Al-Nahda pledged allegiance to the Lake Front, it would lose.",
        "Al-Nahda never pledged allegiance to the Lake Front.",
        "The governor of Chad of Al-Nahda fled.",
        "The Al-Furqan Brigades, an Al-Nahda faction leader said, fled.",
        "Radio Lake, once run by Al-Nahda, was shut.",
    ],
)
def test_what_the_words_do_not_say_is_no_tie(text: str) -> None:
    assert not [row for row in told(text, KNOWN) if row.split(" | ")[1] in ("loyal_to", "part_of", "controls")]


def test_a_part_whose_whole_is_told_by_a_word() -> None:
    known = {**KNOWN, "Az-Zahra": "media", "Amal": "media"}
    assert "Az-Zahra | part_of | Lake Front" in told("The Lake Front said so on its media arm, Az-Zahra.", known)
    text = "The Lake Front fled. It said so through the group's Amal news agency."
    assert "Amal | part_of | Lake Front" in told(text, known)
    assert not any("part_of" in row for row in told("The Lake Front fought its rival Al-Nahda.", known))


def test_what_is_told_of_a_sort_is_told_of_the_one_named_before() -> None:
    rows = told("The Lake Front, the most powerful of the Chad-backed factions, fled.", KNOWN)
    assert "Lake Front | backed_by | Chad" in rows


def test_a_group_is_no_coalition_of_states() -> None:
    known = {**KNOWN, "Gulf-led coalition": "organization"}
    text = "The Lake Front took the town. The Gulf-led coalition came. Experts say Chad supplies the group with drones."
    assert "Chad | supplies | Lake Front" in told(text, known)
