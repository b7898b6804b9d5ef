"""Whose place it is, told by a noun."""

import pytest

from tests.claims.statements.sentences import told

KNOWN = {"HKL": "armed_group", "Idris": "place", "Tamdal": "place"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planes bombed the HKL stronghold of Tamdal.", "HKL | controls | Tamdal"),
        ("Tamdal, a stronghold of the HKL, was bombed.", "HKL | controls | Tamdal"),
        ("They feared the HKL, a rival group with strongholds in Tamdal.", "HKL | present_in | Tamdal"),
    ],
)
def test_strongholds(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    ["Planes bombed the former HKL stronghold of Tamdal.", "Tamdal, a base of operations, was bombed."],
)
def test_what_was_once_or_is_nobody_s_tells_nothing(text: str) -> None:
    assert not any("controls" in line or "present_in" in line for line in told(text, KNOWN))
