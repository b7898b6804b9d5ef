"""Who holds which office of whom."""

import pytest

from tests.claims.statements.sentences import read, told

KNOWN = {
    "Northern Brigade": "armed_group",
    "Lake Research Centre": "organization",
    "Omar Saleh": "person",
    "Idris Kone": "person",
    "Kassala": "place",
    "Libya": "government",
    "White House=United States": "government",
    "Chad": "government",
    "Trump": "person",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northern Brigade commander Omar Saleh fled.", "Omar Saleh | leads | Northern Brigade"),
        ("Omar Saleh, 44, an officer of the Northern Brigade, fled.", "Omar Saleh | role_in | Northern Brigade"),
        ("Omar Saleh, the Northern Brigade's founder and leader, fled.", "Omar Saleh | leads | Northern Brigade"),
        ("Omar Saleh, the Northern Brigade's founder, fled.", "Northern Brigade | founded | Omar Saleh"),
        ("Omar Saleh, deputy leader of the Northern Brigade, fled.", "Omar Saleh | role_in | Northern Brigade"),
        ("Omar Saleh, a commander in the Northern Brigade, fled.", "Omar Saleh | role_in | Northern Brigade"),
        ("The head of the Lake Research Centre, Omar Saleh, spoke.", "Omar Saleh | leads | Lake Research Centre"),
        ("A spokesman for the Northern Brigade, Omar Saleh, spoke.", "Omar Saleh | role_in | Northern Brigade"),
        ("Omar Saleh is the head of the Northern Brigade.", "Omar Saleh | leads | Northern Brigade"),
        ("The Northern Brigade's leader is Omar Saleh.", "Omar Saleh | leads | Northern Brigade"),
        ("The Northern Brigade, whose leader is Omar Saleh, fled.", "Omar Saleh | leads | Northern Brigade"),
        (
            "Omar Saleh took over as commander of the Northern Brigade.",
            "Omar Saleh | leads | Northern Brigade",
        ),
        ("Omar Saleh of the Lake Research Centre disagreed.", "Omar Saleh | role_in | Lake Research Centre"),
        ("The Northern Brigade of Omar Saleh fled.", "Omar Saleh | leads | Northern Brigade"),
        ("Omar Saleh, the governor of Kassala, fled.", "Omar Saleh | leads | Kassala"),
        (
            "Omar Saleh, the secretary general of the Lake Research Centre, fled.",
            "Omar Saleh | leads | Lake Research Centre",
        ),
        ("Omar Saleh, Chad's army chief, fled.", "Omar Saleh | leads | Chadian army"),
        ("Chad's top military commander, Omar Saleh, fled.", "Omar Saleh | leads | Chadian military"),
        ("Omar Saleh, the appointed head of Kassala, fled.", "Omar Saleh | leads | Kassala"),
        ("Chad's junta leader, Omar Saleh, fled.", "Omar Saleh | leads | Chadian junta"),
        ("Chad's military ruler, Omar Saleh, fled.", "Omar Saleh | leads | Chad"),
        ("In Chad, the junta of General Omar Saleh fell.", "Omar Saleh | leads | Chadian junta"),
        (
            "The Northern Brigade fled. Omar Saleh, a member of its political bureau, stayed.",
            "Omar Saleh | role_in | Northern Brigade",
        ),
        ("Troops left Kassala. The town's mayor, Omar Saleh, stayed.", "Omar Saleh | leads | Kassala"),
        (
            "Omar Saleh, the Northern Brigade's intelligence chief, fled.",
            "Omar Saleh | role_in | Northern Brigade",
        ),
        ("Omar Saleh works for the Lake Research Centre in Chad.", "Omar Saleh | role_in | Lake Research Centre"),
        (
            "The head of the Northern Brigade's media office, Colonel Omar Saleh, spoke.",
            "Omar Saleh | role_in | Northern Brigade",
        ),
        ("The head of the Northern Brigade, Colonel Omar Saleh, spoke.", "Omar Saleh | leads | Northern Brigade"),
        ("White House spokesman Omar Saleh left.", "Omar Saleh | role_in | White House"),
        ("Its emir is Omar Saleh; Idris Kone commands the Northern Brigade.", "Idris Kone | leads | Northern Brigade"),
        ("Libya's interior minister, Omar Saleh, spoke.", "Omar Saleh | role_in | Libya"),
        (
            "The Northern Brigade fled on Monday. Rebel leader Omar Saleh was killed.",
            "Omar Saleh | leads | Northern Brigade",
        ),
    ],
)
def test_offices_wherever_they_stand(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_minister_without_a_country_serves_the_country_the_article_is_about() -> None:
    text = "Libyan troops fled. Libyan police stayed. Libyan planes flew.\n\nDefence Minister Omar Saleh spoke."
    assert "Omar Saleh | role_in | Libyan government" in told(text, KNOWN)


def test_the_one_country_of_the_sentence_before_comes_first() -> None:
    text = "Libyan troops fled. Libyan police stayed.\n\nChad was calm. President Idris Kone spoke in Libya."
    assert "Idris Kone | leads | Chad" in told(text, KNOWN)


def test_a_president_named_everywhere_without_his_country_is_not_the_article_s() -> None:
    text = "Libyan troops fled. Libyan police stayed. Libyan planes flew.\n\nPresident Trump spoke."
    assert not any(line.startswith("Trump") for line in told(text, KNOWN))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Saleh, the ousted head of the Northern Brigade, fled.",
        "Omar Saleh resigned as head of the Northern Brigade.",
        "Omar Saleh was once a commander of the Northern Brigade.",
        "Omar Saleh, brother of the Northern Brigade's leader, fled.",
        "Omar Saleh, the special envoy for Chad, fled.",
        "Omar Saleh is not the head of the Northern Brigade.",
        "Libyan troops fled. Libyan police stayed. Libyan planes flew. Former president Omar Saleh spoke.",
    ],
)
def test_an_office_that_is_over_is_not_held(text: str) -> None:
    assert not any("leads" in line or "role_in" in line for line in told(text, KNOWN))


def test_an_office_behind_and_belongs_to_the_next_name() -> None:
    lines = told("Libya's minister, Omar Saleh, and the army chief of Chad, Idris Kone, met.", KNOWN)
    assert not any(line.startswith("Omar Saleh | leads") for line in lines)


def test_a_former_head_has_a_role_whose_time_says_former() -> None:
    roles = read("Omar Saleh, a former head of the Northern Brigade, fled.", KNOWN)
    assert [(s.predicate, s.object and s.object.name, s.time and s.time.text) for s in roles] == [
        ("role_in", "Northern Brigade", "former")
    ]
    assert [s.time.ending for s in roles if s.time] == [True]


def test_a_governor_governs_the_one_province_named() -> None:
    text = "Troops fled Kassala province on Monday.\n\nGovernor Omar Saleh spoke."
    assert "Omar Saleh | leads | Kassala" in told(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Saleh, the Northern Brigade military spokesman, spoke.", "Omar Saleh | role_in | Northern Brigade"),
        (
            "Omar Saleh, the spokesman of Chad's armed wing, the Northern Brigade, spoke.",
            "Omar Saleh | role_in | Northern Brigade",
        ),
        (
            "The rebels' deputy leader, Omar Saleh, fled and now serves as spokesman for the Northern Brigade.",
            "Omar Saleh | role_in | Northern Brigade",
        ),
    ],
)
def test_offices_of_a_group_behind_other_words(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_police_official_belongs_to_the_police_of_the_article_s_country() -> None:
    text = "Libyan troops fled. Libyan planes flew. Libyan ships sank.\n\nSenior police official Omar Saleh spoke."
    assert "Omar Saleh | role_in | Libyan police" in told(text, KNOWN)


def test_a_member_of_a_groups_bureau_is_a_person_of_the_group() -> None:
    text = "The Sahara Front attacked Kouri. Hassan Badi, a member of the group's political bureau, said so."
    assert "Hassan Badi | role_in | Sahara Front" in told(
        text, {"Sahara Front": "armed_group", "Hassan Badi": "person", "Kouri": "place"}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops fled. A squad leader of the Northern Brigade, Omar Saleh, fled.", "role_in | Northern Brigade"),
        ("Education Minister Omar Saleh spoke. Chad fell. Chad rose. Chad slept.", "role_in | Chad"),
        ("Kassala President Omar Saleh spoke.", "leads | Kassala"),
        ("Chad fell. Chad rose. Chad burned.\nOmar Saleh, in power since 2020, fled.", "leads | Chad"),
    ],
)
def test_whose_office_it_is(text: str, expected: str) -> None:
    found = {row for row in told(text, KNOWN) if row.startswith("Omar Saleh")}
    assert any(expected.split(" | ")[0] in row and expected.split(" | ")[1] in row for row in found)


@pytest.mark.parametrize(
    "text",
    [
        "Chad killed the Northern Brigade's longtime leader, Omar Saleh, in May.",
        "The army toppled President Omar Saleh of Chad.",
        "The Northern Brigade's leader, Omar Saleh, was dismissed in May.",
    ],
)
def test_who_was_put_out_of_office_leads_nothing(text: str) -> None:
    assert not any(" leads " in row for row in told(text, KNOWN))


def test_an_analyst_in_a_capital_holds_no_office_of_its_government() -> None:
    text = "The Government of National Unity met. Omar Saleh, an analyst in Tunis, spoke."
    assert not any("role_in" in row for row in told(text, {**KNOWN, "Government of National Unity": "government"}))


def test_a_prime_minister_is_never_of_a_country_that_has_none() -> None:
    text = (
        "American troops left. American jets flew. US ships came. Libyan guns fell.\n\nPrime Minister Omar Saleh spoke."
    )
    assert not any("United States" in row for row in told(text, KNOWN) if row.startswith("Omar Saleh"))


def test_a_government_spokesman_speaks_for_the_state_the_report_is_about() -> None:
    text = "Chad's president fled to Kassala.\nLibya watched. Libya waited.\n\nGovernment spokesman Omar Saleh spoke."
    rows = {row for row in told(text, KNOWN) if row.startswith("Omar Saleh")}
    assert not any(row.lower().endswith("| government") for row in rows)


def test_where_a_speaker_is_based_is_no_presence() -> None:
    assert not any("present_in" in row for row in told("Omar Saleh, an analyst based in Kassala, spoke.", KNOWN))
