"""Names that what stands before or behind them shows to be persons'."""

import pytest

from according.claims.mentions import find_mentions
from according.claims.people import described_people, titled_people
from tests.claims.marked import claim_with, page


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Olha Piddubna, who runs the clinic, saw the smoke.", ["Olha Piddubna"]),
        ("Yevhen, a train driver, saw the smoke.", ["Yevhen"]),
        ("Maryam, 34, saw the smoke.", ["Maryam"]),
        ("Andrii Kotenko, head of the town's military administration, saw the smoke.", ["Andrii Kotenko"]),
        ("A rebel spokesman for the valley, Willy Ngoro, saw the smoke.", ["Willy Ngoro"]),
        ("Lozova, a railway junction in the south, was hit.", []),
        ("Residents, a doctor and two officials saw the smoke.", []),
        ("Lefkos Maritime, which owns the ship, was silent.", []),
        ("The Liberation Front, who hold the town, were silent.", []),
    ],
)
def test_a_person_is_told_by_what_stands_behind(text, names):
    assert [span.of(text) for span in described_people(page(text))] == names


def test_a_rank_joined_by_a_hyphen_is_no_part_of_the_name():
    text = "They met Lieutenant-Colonel Jules Kaseke. Then they met Vice-Admiral Piet Holm."
    assert [span.of(text) for span in titled_people(text)] == ["Jules Kaseke", "Piet Holm"]


def test_a_person_the_parser_takes_for_a_body_speaks_as_a_person():
    text = 'Pascal Mukwege Wabenga, who heads a coalition of groups, said the town fell. "We woke up," he said.'
    assert claim_with(text, "We woke up").chain[0].name == "Pascal Mukwege Wabenga"


def test_a_medium_is_no_person():
    text = "Khvylia Media reported four dead. Khvylia Media is a news site."
    (name, *_) = find_mentions(page(text), ()).mentions
    assert name.kind == "media"


def test_the_first_name_of_somebody_described_is_known_to_the_next_pronoun():
    text = 'Yevhen, a train driver, had no interest in which kind. "There was no time to hide," he said.'
    assert claim_with(text, "no time").chain[0].name == "Yevhen"


def test_a_hospital_is_no_person():
    text = "A doctor at Dara National Hospital, who was on duty, saw the smoke."
    assert [span.of(text) for span in described_people(page(text))] == []
