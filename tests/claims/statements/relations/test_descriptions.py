"""Relations told in passing by noun phrases, offices, sides, possessions."""

import pytest

from tests.claims.statements.sentences import claim, read, told

KNOWN = {
    "Houthis": "armed_group",
    "Houthi=Houthis": "armed_group",
    "Iran": "government",
    "Yemen": "place",
    "Anbar": "place",
    "Kataib Hezbollah": "armed_group",
    "Hassan Nasrallah": "person",
    "Hezbollah": "armed_group",
    "Khaing Thu Kha": "person",
    "AA=Arakan Army": "armed_group",
    "Arakan Army": "armed_group",
    "JNIM": "armed_group",
    "al Qaeda": "armed_group",
    "El Fasher": "place",
    "North Darfur": "place",
    "Bertrand Bisimwa": "person",
    "M23": "armed_group",
    "Ukraine": "government",
    "Volodymyr Zelenskiy": "person",
    "Sadr": "person",
    "Saraya al-Salam": "armed_group",
    "Rafael": "company",
    "Israel": "government",
    "Zelzal": "weapon",
    "Quds Force": "armed_group",
    "Diyala": "place",
    "Camp Ashraf": "place",
    "Ann": "place",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Iran-backed Houthis fired.", "Houthis | backed_by | Iran"),
        ("The Iran-aligned Houthis fired.", "Houthis | allied_with | Iran"),
        ("A pro-Iranian militia fired.", "pro-Iranian militia | backed_by | Iran"),
        ("Kataib Hezbollah fighters in Anbar fired.", "Kataib Hezbollah | present_in | Anbar"),
        ("Yemen's Houthi group fired.", "Houthis | present_in | Yemen"),
        ("Iranian troops in Anbar fired.", "Iranian troops in Anbar | present_in | Anbar"),
        ("Israel killed Hezbollah leader Hassan Nasrallah.", "Hassan Nasrallah | leads | Hezbollah"),
        ("AA spokesperson Khaing Thu Kha declined.", "Khaing Thu Kha | role_in | Arakan Army"),
        ("Khaing Thu Kha, a spokesman for the AA, declined.", "Khaing Thu Kha | role_in | Arakan Army"),
        ("A spokesman for the AA, Khaing Thu Kha, declined.", "Khaing Thu Kha | role_in | Arakan Army"),
        ("Bertrand Bisimwa, the leader of M23, spoke.", "Bertrand Bisimwa | leads | M23"),
        ("Ukrainian President Volodymyr Zelenskiy spoke.", "Volodymyr Zelenskiy | leads | Ukraine"),
        ("JNIM, a branch of al Qaeda, attacked.", "JNIM | part_of | al Qaeda"),
        ("JNIM, a group with ties to al Qaeda, attacked.", "JNIM | allied_with | al Qaeda"),
        ("El Fasher, the capital of North Darfur, is besieged.", "El Fasher | part_of | North Darfur"),
        ("Sadr's Saraya al-Salam left.", "Sadr | leads | Saraya al-Salam"),
        ("Israel's Rafael sells missiles.", "Rafael | part_of | Israel"),
        ("Iran's Zelzal missiles can reach the coast.", "Iran | possesses | Zelzal"),
        ("Diyala's Camp Ashraf is closed.", "Camp Ashraf | part_of | Diyala"),
        ("Iran's proxies in Anbar fired.", "Iran's proxies in Anbar | backed_by | Iran"),
        (
            "The army's Western Command headquarters at Ann fell.",
            "Western Command headquarters at Ann | part_of | army",
        ),
    ],
)
def test_a_phrase_tells_a_relation_in_passing(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_former_leaders_do_not_lead_and_private_callings_are_no_roles() -> None:
    lines = told("Former M23 leader Bertrand Bisimwa met Iranian analyst Khaing Thu Kha.", KNOWN)
    assert not any("leads" in line or ("role_in" in line and "Khaing" in line) for line in lines)


def test_what_is_told_in_passing_belongs_to_the_reporter_unless_quoted() -> None:
    text = "Ukraine said the Iran-backed Houthis fired."
    said = claim(text, "the Iran-backed Houthis fired", "said", "Ukraine")
    (backed,) = [s for s in read(text, KNOWN, [said]) if s.predicate == "backed_by"]
    assert backed.claim is None
    quoted = 'Ukraine said "the Iran-backed Houthis fired".'
    said = claim(quoted, "the Iran-backed Houthis fired", "said", "Ukraine")
    (backed,) = [s for s in read(quoted, KNOWN, [said]) if s.predicate == "backed_by"]
    assert backed.claim == said.id


def test_a_headline_without_verb_tells_nothing() -> None:
    assert told("Kataib Hezbollah fighters in Anbar\nIt rained.", KNOWN) == set()
