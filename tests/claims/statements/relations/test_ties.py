"""Who belongs to, obeys, backs, sides with or leads whom."""

import pytest

from tests.claims.statements.sentences import read, told

KNOWN = {
    "Volta Force": "armed_group",
    "Northern Brigade": "armed_group",
    "Lake Front": "armed_group",
    "Unity Bloc": "organization",
    "Islamic State": "armed_group",
    "Ansar": "armed_group",
    "Defence Ministry": "government",
    "Omar Saleh": "person",
    "Idris Kone": "person",
    "France": "government",
    "Chad": "government",
    "Ghana": "government",
    "Togo": "government",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Northern Brigade merged into the Volta Force last year.", "Northern Brigade | part_of | Volta Force"),
        ("The Northern Brigade answers to the Defence Ministry.", "Northern Brigade | part_of | Defence Ministry"),
        (
            "The Northern Brigade is under the command of the Volta Force.",
            "Northern Brigade | part_of | Volta Force",
        ),
        (
            "The Northern Brigade, one of the groups marching under the Unity Bloc banner, fled.",
            "Northern Brigade | part_of | Unity Bloc",
        ),
        ("The Unity Bloc is made up of the Volta Force and the Lake Front.", "Lake Front | part_of | Unity Bloc"),
        ("The Unity Bloc's members include the Lake Front.", "Lake Front | part_of | Unity Bloc"),
        ("The Lake Front, one of three groups in the Unity Bloc, fled.", "Lake Front | part_of | Unity Bloc"),
        ("The Volta Force group, an affiliate of the Lake Front, fled.", "Volta Force | part_of | Lake Front"),
        ("The Volta Force, whose armed wing is the Lake Front, fled.", "Lake Front | part_of | Volta Force"),
        ("The Volta Force comprises Ghana and Togo.", "Togo | part_of | Volta Force"),
        ("The Volta Force draws its soldiers from Ghana and Togo.", "Ghana | part_of | Volta Force"),
        ("The Lake Front and the Northern Brigade formed the Unity Bloc.", "Lake Front | part_of | Unity Bloc"),
        (
            "The Unity Bloc was founded in May as a merger of the Lake Front and the Volta Force.",
            "Volta Force | part_of | Unity Bloc",
        ),
        ("The Lake Front split from the Volta Force in May.", "Lake Front | not part_of | Volta Force"),
        ("Omar Saleh, who belongs to the Lake Front, spoke.", "Omar Saleh | role_in | Lake Front"),
        (
            "Omar Saleh, who handles the Lake Front's foreign relations, spoke.",
            "Omar Saleh | role_in | Lake Front",
        ),
        ("Chad describes the Lake Front as a front for the Volta Force.", "Lake Front | part_of | Volta Force"),
    ],
)
def test_members_and_their_wholes(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels of the Lake Front take orders from Omar Saleh.", "Lake Front | loyal_to | Omar Saleh"),
        ("The Lake Front reports to Omar Saleh.", "Lake Front | loyal_to | Omar Saleh"),
        ("The Lake Front has sworn allegiance to Islamic State.", "Lake Front | loyal_to | Islamic State"),
        ("The Lake Front renounced its loyalty to Omar Saleh.", "Lake Front | not loyal_to | Omar Saleh"),
        ("The Volta Force is propped up by France.", "Volta Force | backed_by | France"),
        ("The Volta Force enjoys the support of France and Chad.", "Volta Force | backed_by | Chad"),
        ("France has provided support to the Volta Force.", "Volta Force | backed_by | France"),
        ("With backing from Chad, the Volta Force took the town.", "Volta Force | backed_by | Chad"),
        ("Chad is the main backer of the Volta Force.", "Volta Force | backed_by | Chad"),
        ("The Volta Force is a proxy of France.", "Volta Force | backed_by | France"),
        ("The Volta Force sided with the Lake Front.", "Volta Force | allied_with | Lake Front"),
        ("The Volta Force fought alongside the Lake Front.", "Volta Force | allied_with | Lake Front"),
        ("The Volta Force and the Lake Front have a tacit pact.", "Volta Force | allied_with | Lake Front"),
        ("The Volta Force is on the side of the Lake Front.", "Volta Force | allied_with | Lake Front"),
        ("The Volta Force fought at the Lake Front's side.", "Volta Force | allied_with | Lake Front"),
        ("The Volta Force stormed a village alongside the Lake Front.", "Volta Force | allied_with | Lake Front"),
        ("Ghana accuses Chad of funding the Lake Front and of arming Togo.", "Lake Front | backed_by | Chad"),
        ("The Volta Force and its ally the Lake Front fled.", "Lake Front | allied_with | Volta Force"),
        (
            "The Volta Force and its allies, among them the Lake Front and the Northern Brigade, fled.",
            "Northern Brigade | allied_with | Volta Force",
        ),
        ("The Volta Force and the allied Lake Front fled.", "Lake Front | allied_with | Volta Force"),
    ],
)
def test_loyalties_backers_and_allies(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_a_second_leader_in_a_shared_clause_is_no_follower_of_the_first() -> None:
    lines = told("Omar Saleh leads the Northern Brigade and Idris Kone the Volta Force.", KNOWN)
    assert "Omar Saleh | leads | Northern Brigade" in lines
    assert not any("Idris Kone" in line and line.startswith("Omar") for line in lines)


def test_a_side_by_a_compound_reaches_the_group_in_front_of_its_noun() -> None:
    text = "Chadian troops fled. Chadian police stayed. Chadian planes flew under the pro-government Lake Front banner."
    assert "Lake Front | allied_with | Chadian government" in told(text, KNOWN)


def test_who_is_linked_to_a_group_is_not_that_group() -> None:
    lines = told("The Lake Front attacked. The Ansar-linked insurgents fled.", KNOWN)
    assert "Lake Front | allied_with | Ansar" in lines


def test_a_second_charge_falls_on_the_accused_too() -> None:
    lines = told("Ghana accuses Chad of funding the Lake Front and of arming the Volta Force.", KNOWN)
    assert "Chad | supplies | Volta Force" in lines
    assert "Ghana | supplies | Volta Force" not in lines


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Front, formerly an affiliate of the Volta Force, fled.",
        "The Volta Force could join the Unity Bloc.",
        "Omar Saleh wants to lead the Volta Force.",
        "France wants the Volta Force to side with the Lake Front.",
        "Chad threw stones with the Volta Force.",
        "Chad recruits teachers from Ghana.",
        "The Volta Force is directed by Chad.",
    ],
)
def test_what_is_wished_or_meant_otherwise_ties_nobody(text: str) -> None:
    ties = ("part_of", "loyal_to", "backed_by", "allied_with", "leads", "role_in")
    assert not [line for line in told(text, KNOWN) if any(f" {tie} " in line for tie in ties)]


def test_what_is_thought_to_be_so_is_hedged() -> None:
    (leads,) = [s for s in read("The Lake Front is thought to be led by Omar Saleh.", KNOWN) if s.predicate == "leads"]
    assert (leads.subject.name, leads.status) == ("Omar Saleh", "hedged")
