"""Who holds a place, who is in it, who went there."""

import pytest

from according.records import Span
from tests.claims.statements.sentences import claim, read, told

KNOWN = {
    "KIA": "armed_group",
    "Pangwa": "place",
    "JNIM": "armed_group",
    "Kidal": "place",
    "Ménaka": "place",
    "Gao": "place",
    "Wagner": "armed_group",
    "Russia": "government",
    "Kursk": "place",
    "North Korea": "government",
    "Raqqa": "place",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIA fighters still control the town of Pangwa.", "KIA | controls | Pangwa"),
        ("JNIM controls Kidal, Ménaka and Gao.", "JNIM | controls | Ménaka"),
        ("Kidal is controlled by JNIM.", "JNIM | controls | Kidal"),
        ("Kidal is under the control of JNIM.", "JNIM | controls | Kidal"),
        ("JNIM maintains control over the city of Raqqa.", "JNIM | controls | Raqqa"),
        ("Wagner fighters are stationed in Kidal.", "Wagner | present_in | Kidal"),
        ("Russia has a base at Kidal and an outpost in Gao.", "Russia | present_in | Gao"),
        ("Kidal now hosts fighters from JNIM, the KIA and Wagner.", "KIA | present_in | Kidal"),
        ("JNIM is active in Gao.", "JNIM | present_in | Gao"),
        ("Kidal is a hub for Wagner and JNIM.", "JNIM | present_in | Kidal"),
        ("Wagner fighters moved to Gao.", "Wagner | moved_to | Gao"),
        ("North Korea sent 10,000 soldiers to Russia's Kursk region.", "North Korean soldiers | moved_to | Kursk"),
        ("Wagner, which relocated to Kidal last year, declined.", "Wagner | moved_to | Kidal"),
    ],
)
def test_presence_control_and_movement(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_each_member_of_a_list_of_places_is_held() -> None:
    lines = told("JNIM controls Kidal, Ménaka and Gao.", KNOWN)
    assert {f"JNIM | controls | {place}" for place in ("Kidal", "Ménaka", "Gao")} <= lines


def test_the_number_of_those_sent_is_kept_as_worded() -> None:
    (sent,) = [
        s for s in read("North Korea sent at least 10,000 soldiers to Kursk.", KNOWN) if s.predicate == "moved_to"
    ]
    assert sent.quantity is not None
    assert (sent.quantity.text, sent.quantity.low, sent.quantity.high) == ("at least 10,000", 10000, None)


def test_what_goes_to_an_actor_does_not_go_to_the_place_of_the_actor() -> None:
    lines = told("Russia moved missiles to its allies in Kidal.", KNOWN)
    assert not any("moved_to" in line for line in lines)


def test_holding_talks_holds_no_place() -> None:
    assert not any("controls" in line for line in told("JNIM held talks in Kidal.", KNOWN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JNIM fighters were in Kidal on Monday.", "JNIM | present_in | Kidal"),
        ("JNIM now occupies Kidal.", "JNIM | controls | Kidal"),
        ("Kidal is under JNIM's sway.", "JNIM | controls | Kidal"),
        ("They fled to Mali, where JNIM has camps.", "JNIM | present_in | Mali"),
        ("Russia keeps drones at Kidal.", "Russia | present_in | Kidal"),
        ("Russia keeps drones at Kidal.", "drones | present_in | Kidal"),
        ("Satellite pictures show Russian troops in Kidal.", "Russian troops in Kidal | present_in | Kidal"),
        ("JNIM sent fighters to Kidal.", "JNIM | moved_to | Kidal"),
        ("Russia sent reserves to a stretch of road near Kidal.", "Russian reserves | moved_to | Kidal"),
        ("JNIM, which operates out of Kidal, denied it.", "JNIM | present_in | Kidal"),
    ],
)
def test_more_ways_of_being_somewhere(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN | {"Russia": "government"})


def test_an_occupation_that_lasts_is_no_seizure() -> None:
    assert "JNIM | SEIZE | Kidal" not in told("JNIM now occupies Kidal.", KNOWN)
    assert "JNIM | SEIZE | Kidal" in told("JNIM occupied Kidal on Monday.", KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kidal is tense. JNIM fighters stationed there dig trenches.", "JNIM | present_in | Kidal"),
        ("JNIM is strongest in Kidal.", "JNIM | present_in | Kidal"),
        ("The Malian army has deployed commandos in Kidal.", "Malian army | moved_to | Kidal"),
        ("Kidal is shared by JNIM and Wagner.", "Wagner | controls | Kidal"),
        ("The city of Kidal has sheltered JNIM fighters.", "JNIM | present_in | Kidal"),
        ("JNIM holds the northern bank of the Niger River.", "JNIM | controls | Niger River"),
        ("JNIM sits in Kidal. Wagner was sent to the area.", "Wagner | moved_to | Kidal"),
    ],
)
def test_still_more_ways_of_being_somewhere(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN | {"Niger River": "place"})


def test_what_is_shipped_to_a_state_is_a_supply_and_no_journey() -> None:
    assert not any(
        "moved_to" in line for line in told("Russia shipped missiles to Mali.", KNOWN | {"Russia": "government"})
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JNIM guards the road and maintains camps in Kidal.", "JNIM | present_in | Kidal"),
        ("What is left of JNIM hides in Kidal.", "JNIM | present_in | Kidal"),
        ("They came a day after Russia sent troops into Kidal.", "Russian troops | moved_to | Kidal"),
        ("Russia sent troops backed by drones into Kidal.", "Russian troops | moved_to | Kidal"),
        ("JNIM fights in the villages of Aguel and Tessit.", "JNIM | present_in | Tessit"),
        ("JNIM left the hills it had held since May.", "JNIM | controls | hills"),
    ],
)
def test_presence_behind_what_the_parser_mistakes(text: str, expected: str) -> None:
    known = KNOWN | {"Russia": "government", "Aguel": "place", "Tessit": "place"}
    assert expected in told(text, known)


def test_who_is_named_by_the_place_alone_is_not_told_to_be_there() -> None:
    assert not any("present_in" in line for line in told("The talks angered fighters in Kidal.", KNOWN))


def test_where_a_speaker_is_from_is_not_the_town_spoken_of() -> None:
    text = "Kidal is calm. JNIM left, said a trader in Bamako. Russia entered the town."
    said = claim(
        text, "JNIM left", "said", "a trader", "eyewitness", span=Span(text.index("a trader"), text.index(". Russia"))
    )
    assert "Russia | moved_to | Bamako" not in told(text, KNOWN | {"Bamako": "place", "Russia": "government"}, [said])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia keeps 2,000 troops in Raqqa and 900 in Gao.", {"Raqqa", "Gao"}),
        ("Russia stationed soldiers in Kidal.", {"Kidal"}),
    ],
)
def test_troops_are_where_a_state_keeps_them(text: str, expected: set[str]) -> None:
    found = {row.split(" | ")[2] for row in told(text, KNOWN) if row.startswith("Russian ") and "present_in" in row}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kidal fell on Monday. JNIM walked into the Malian town at dawn.", "JNIM | moved_to | Kidal"),
        ("Russian tanks rolled into Kursk at dawn.", "Russian tanks | moved_to | Kursk"),
        ("The Russian army fled. Russian tanks rolled into Kursk at dawn.", "Russian army | moved_to | Kursk"),
        ("JNIM fighters travelled to the Kidal basin on Monday.", "JNIM | moved_to | Kidal"),
        ("JNIM still holds five hilltops in Russia, among them Kidal and Gao.", "JNIM | controls | Gao"),
        ("JNIM has bases in Gao, Kidal and Ménaka.", "JNIM | present_in | Kidal"),
        ("JNIM fighters took shelter in Kidal.", "JNIM | present_in | Kidal"),
        ("Kidal, he added, was sheltering the JNIM.", "JNIM | present_in | Kidal"),
    ],
)
def test_who_goes_where_in_other_words(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen were seen in Kidal.",
        "Soldiers drove into Kidal.",
        "The Gao hospital in Kidal was shut.",
        "JNIM holds two villages inside Russia.",
        "Kidal was hit. The attackers of JNIM pulled back into the forest.",
        "The armed groups in the Kidal region were angry.",
    ],
)
def test_nobody_is_told_to_be_there(text: str) -> None:
    rows = told(text, {**KNOWN, "Gao hospital": "organization"})
    assert not any(
        row.split(" | ")[2] in ("Kidal", "Russia") for row in rows if " | " in row and row.split(" | ")[1].islower()
    )
