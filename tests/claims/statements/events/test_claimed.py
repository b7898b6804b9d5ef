"""Attacks owned up to or denied, the attack itself told before."""

from tests.claims.statements.sentences import claim, told

KNOWN = {"BLA": "armed_group", "Quetta": "place", "Taliban": "armed_group"}
BLAST = "A suicide bomber killed 14 commuters on Monday. "


def test_responsibility_is_for_the_attack_just_told():
    assert "BLA | ASSAULT | 14 commuters" in told(BLAST + "The BLA claimed responsibility.", KNOWN)
    assert "BLA | ASSAULT | 14 commuters" in told(BLAST + "The BLA claimed the bombing on Telegram.", KNOWN)
    assert "BLA | ASSAULT | 14 commuters" in told(BLAST + "The BLA owned up to the attack.", KNOWN)


def test_a_part_in_the_attack_may_be_denied():
    assert "Taliban | not ASSAULT | 14 commuters" in told(BLAST + "The Taliban denied any part in the attack.", KNOWN)


def test_what_nobody_or_somebody_else_owns_up_to_is_no_deed():
    for text in (
        BLAST + "No group has claimed responsibility.",
        BLAST + "The BLA has not claimed responsibility.",
        "The BLA shelled Quetta. The Taliban claimed responsibility.",
    ):
        assert not {line for line in told(text, KNOWN) if line.startswith("Taliban") or "commuters" in line}


def test_who_is_blamed_for_an_attack_did_it_by_the_word_of_who_blames():
    text = "A bomb killed 14 commuters. The ministry blamed the BLA for the attack."
    blame = claim(text, "the BLA for the attack", "blamed", "ministry")
    assert "BLA | ASSAULT | 14 commuters" in told(text, {**KNOWN}, [blame])
    assert "BLA | ASSAULT | 14 commuters" not in told(text, KNOWN)
    text = "A bomb killed 14 commuters. The ministry blamed the BLA for the delay."
    assert "BLA | ASSAULT | 14 commuters" not in told(text, KNOWN, [claim(text, "the BLA", "blamed", "ministry")])


def test_another_attack_is_not_the_one_just_told():
    text = BLAST + "The Taliban denied any role in the Peshawar attack."
    assert not {line for line in told(text, KNOWN) if line.startswith("Taliban")}


def test_what_is_blamed_on_somebody_was_done_by_them():
    text = "A bomb killed 14 commuters. The ministry blamed the bombing on the BLA."
    blame = claim(text, "the bombing on the BLA", "blamed", "ministry")
    assert "BLA | ASSAULT | 14 commuters" in told(text, KNOWN, [blame])


def test_what_the_police_did_to_the_attacker_is_not_claimed():
    text = BLAST + "Police killed the gunman, Ali Khan. The BLA claimed responsibility."
    lines = told(text, {**KNOWN, "Ali Khan": "person"})
    assert "BLA | ASSAULT | 14 commuters" in lines
    assert "BLA | ASSAULT | Ali Khan" not in lines


def test_fallen_attackers_are_not_whom_the_attack_was_on():
    text = BLAST + "Three assailants were killed. The BLA claimed responsibility."
    assert {line for line in told(text, KNOWN) if "ASSAULT" in line} == {"BLA | ASSAULT | 14 commuters"}
