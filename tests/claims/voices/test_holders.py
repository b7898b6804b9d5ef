import pytest

from tests.claims.marked import claim_with

CASES = [
    ("President Odo Marin met envoys. The president's office said the talks had ended well.", "the talks had ended",
     "office of Odo Marin"),
    ("President Odo Marin met President Ila Sund. The president's office said the talks had ended.", "the talks had",
     "president's office"),
    ("Former president Odo Marin fell ill. The president's office said the talks had ended.", "the talks had ended",
     "president's office"),
    ("Shots were fired at the car of Governor Ila Sund. Her office said she was well.", "she was well",
     "office of Ila Sund"),
    ("The mayor of the port fled on Sunday. His office said he was on leave.", "he was on leave",
     "office of mayor of the port"),
    ("The office of President Odo Marin said a truce was near.", "a truce was near", "office of Odo Marin"),
    ("The Lagoon Institute published a report. The report said guards beat inmates.", "guards beat inmates",
     "Lagoon Institute"),
    ("A report by the Lagoon Institute was out on Tuesday. The report said 40 schools were hit.", "40 schools",
     "Lagoon Institute"),
    ("The mayor opened a school. The report said 40 schools were hit.", "40 schools", "report"),
    ("The African Union's mission in Tavria was shelled. The mission said two men died.", "two men died",
     "African Union mission"),
    ("The Southern Military Command said the army would move. The command said the dead were many.", "the dead were",
     "Southern Military Command"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), CASES)
def test_an_office_a_report_and_a_mission_are_named_by_whose_they_are(text, words, name):
    assert claim_with(text, words).chain[0].name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The group Law Without Borders has worked in Tarsa. A researcher at the rights group said bombs fell.",
            "bombs",
            "researcher at Law Without Borders",
        ),
        (
            "Open Rivers, a rights group, counts arrests. An activist with the group said bombs fell.",
            "bombs",
            "activist with Open Rivers",
        ),
        ("A nurse at the hospital said bombs fell.", "bombs", "nurse at the hospital"),
        ("A trader in Marsol said bombs fell.", "bombs", "trader in Marsol"),
        ("Belin's district chief said bombs fell.", "bombs", "Belin's district chief"),
    ],
)
def test_who_is_described_keeps_place_and_employer(text, words, name):
    assert claim_with(text, words).chain[0].name == name
