"""Pronouns, "the group", "the town": pointed back or refused."""

import pytest

from tests.claims.statements.sentences import claim, told

KNOWN = {
    "JNIM": "armed_group",
    "al Qaeda": "armed_group",
    "Bamako": "place",
    "Mali": "place",
    "Kidal": "place",
    "Wagner": "armed_group",
    "Niger": "government",
    "France": "government",
    "Burkina Faso": "government",
    "Goma": "place",
    "North Kivu": "place",
    "Khaing Thu Kha": "person",
    "Arakan Army": "armed_group",
    "Lashio": "place",
    "Shan": "place",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JNIM, an affiliate of al Qaeda, is growing. The group attacked Kidal.", "JNIM | ASSAULT | Kidal"),
        ("JNIM is growing. It attacked Kidal.", "JNIM | ASSAULT | Kidal"),
        ("The Malian army left. The army attacked Kidal.", "Malian army | ASSAULT | Kidal"),
        ("JNIM entered Kidal. Wagner besieged the town.", "Wagner | ASSAULT | Kidal"),
        ("JNIM said its forces had attacked Kidal.", "JNIM | ASSAULT | Kidal"),
        (
            "Goma, the capital of North Kivu, is tense. JNIM has besieged the city.",
            "JNIM | ASSAULT | Goma",
        ),
        ("Rebels seized the northeastern town of Lashio in Shan.", "Rebels | SEIZE | Lashio"),
    ],
)
def test_pointing_back(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_they_after_a_list_are_all_of_the_list() -> None:
    lines = told("Burkina Faso and Niger met. They expelled France.", KNOWN)
    assert {"Burkina Faso | COERCE | France", "Niger | COERCE | France"} <= lines


def test_we_is_the_body_a_spokesperson_speaks_for() -> None:
    text = 'Khaing Thu Kha said: "We captured Lashio."'
    said = claim(text, "We captured Lashio", "said", "Khaing Thu Kha", "person", affiliation="Arakan Army")
    assert "Arakan Army | SEIZE | Lashio" in told(text, KNOWN, [said])


def test_a_pronoun_with_nobody_before_is_refused() -> None:
    assert told("It attacked Kidal.", KNOWN) == set()


def test_a_bare_group_is_refused() -> None:
    assert told("Some groups attacked Kidal.", KNOWN) == set()


def test_descriptions_split_by_nationality() -> None:
    lines = told("Yemeni and Bahraini militants attacked Kidal.", KNOWN)
    assert lines == {"Yemeni militants | ASSAULT | Kidal", "Bahraini militants | ASSAULT | Kidal"}


def test_including_opens_the_list() -> None:
    lines = told("Several factions, including JNIM and Wagner, attacked Kidal.", KNOWN)
    assert {"JNIM | ASSAULT | Kidal", "Wagner | ASSAULT | Kidal"} <= lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger backs JNIM and has given it missiles.", "Niger | supplies | JNIM"),
        ("JNIM broke with Wagner and attacked its camps.", "JNIM | ASSAULT | Wagner"),
        ("Goma is tense. JNIM has besieged it since May.", "JNIM | ASSAULT | Goma"),
        ("JNIM took part. The guerrillas attacked Kidal.", "JNIM | ASSAULT | Kidal"),
        ("France, whose jets bombed Kidal, was silent.", "France | ASSAULT | Kidal"),
        ("Goma is the last town in North Kivu held by JNIM.", "JNIM | controls | Goma"),
        ("Kidal fell. Gunmen of the Wagner gang attacked Goma.", "Wagner | ASSAULT | Goma"),
    ],
)
def test_pointing_back_past_the_doer(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_body_is_named_again_by_its_own_noun() -> None:
    text = "The Border Task Force left Kidal. The force later attacked Goma."
    known = KNOWN | {"Border Task Force": "organization"}
    assert "Border Task Force | ASSAULT | Goma" in told(text, known)


def test_the_army_is_not_the_group_with_army_in_its_name() -> None:
    text = "The Arakan Army holds Lashio. The army attacked Kidal."
    assert "Arakan Army | ASSAULT | Kidal" not in told(text, KNOWN)


def test_an_alliance_of_movements_is_what_is_led() -> None:
    text = "Wagner, an alliance of rebel movements led by Khaing Thu Kha, left."
    assert "Khaing Thu Kha | leads | Wagner" in told(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali is at war. Niger has troops in the country.", "Nigerien troops | present_in | Mali"),
        ("Goma, a city that JNIM besieged for months, is quiet.", "JNIM | ASSAULT | Goma"),
        ("The Arakan Army left Goma. JNIM fought the remaining rebels in Kidal.", "JNIM | ASSAULT | Arakan Army"),
    ],
)
def test_more_definite_phrases(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_raid_that_killed_is_nobody_s_pronoun() -> None:
    text = "JNIM left Kidal. A second raid hit a truck. It killed a commander of Wagner."
    assert not any(line.startswith("JNIM | ASSAULT") for line in told(text, KNOWN))


def test_a_people_is_not_its_government() -> None:
    assert "JNIM | REQUEST | Mali" not in told("JNIM urged Malians to rise.", KNOWN)


def test_they_are_the_forces_told_of_before() -> None:
    text = "Malian forces took a hill on Monday. They also attacked Kidal."
    assert "Malian forces | ASSAULT | Kidal" in told(text, KNOWN)


def test_the_country_is_the_one_the_report_is_about() -> None:
    first = "Malian troops fled on Monday. Malian police stayed in Bamako. Malian planes flew low."
    text = f"{first} Two ministers then flew to Niger. France has troops in the country."
    assert "French troops | present_in | Mali" in told(text, KNOWN)
