"""Whom a deed hit, told beside the deed."""

import pytest

from tests.claims.statements.sentences import told

KNOWN = {"ELN": "armed_group", "Arauca": "place", "Kenya": "government", "Nabatieh": "place"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three nurses were killed in an Israeli air strike on Nabatieh.", "Israel | ASSAULT | three nurses"),
        ("Two policemen died in an ambush claimed by the ELN.", "ELN | ASSAULT | two policemen"),
        ("Six farmers were wounded when ELN fighters stormed a village.", "ELN | ASSAULT | six farmers"),
        ("Six guards died when a bomb planted by the ELN went off.", "ELN | ASSAULT | six guards"),
        ("An attack by the ELN on Arauca left 20 dead.", "ELN | ASSAULT | 20 dead"),
        ("An ELN raid left at least nine people dead in Arauca.", "ELN | ASSAULT | at least nine people"),
        ("ELN fighters raided Arauca. A dozen villagers died in the raid.", "ELN | ASSAULT | a dozen villagers"),
        ("Eight soldiers were killed in clashes with the ELN.", "ELN | ASSAULT | eight soldiers"),
        ("A mine laid by the ELN killed two policemen.", "ELN | ASSAULT | two policemen"),
    ],
)
def test_victims_are_told_with_what_killed_them(text, expected):
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Three nurses were killed in an air strike on Nabatieh.",
        "Seven of the attackers died in the assault by the ELN.",
        "Six farmers died when the ELN announced a truce.",
        "Three nurses would be killed in an ELN attack.",
        "ELN fighters raided Arauca and Kenya shelled Nabatieh. A dozen villagers died in the attack.",
    ],
)
def test_nobody_is_made_to_have_killed(text):
    assert not {line for line in told(text, KNOWN) if line.endswith(("nurses", "attackers", "farmers", "villagers"))}


@pytest.mark.parametrize(
    "text",
    [
        "Two peacekeepers from Kenya were killed when their lorry hit a mine.",
        "Two peacekeepers from Kenya were killed when they attacked a village.",
        "A Kenyan lorry hit a mine near Arauca.",
    ],
)
def test_who_hits_a_mine_attacks_nobody(text):
    assert not {line for line in told(text, KNOWN) if "ASSAULT" in line}


def test_a_mine_kills_for_who_laid_it():
    text = "Two peacekeepers from Kenya were killed when their lorry hit a mine laid by the ELN."
    assert {line for line in told(text, KNOWN) if "ASSAULT" in line} == {"ELN | ASSAULT | two peacekeepers from Kenya"}
