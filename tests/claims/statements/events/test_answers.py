"""What one does to another's words or offers."""

import pytest

from tests.claims.statements.sentences import claim, told

KNOWN = {
    "Rwanda": "government",
    "Uganda": "government",
    "M23": "armed_group",
    "Hamas": "armed_group",
    "ELN": "armed_group",
    "Goma": "place",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rwanda called Uganda's letter a fabrication.", "Rwanda | REJECT | Uganda"),
        ("Rwanda dismissed Uganda's report as propaganda.", "Rwanda | REJECT | Uganda"),
        ("Uganda broke off talks with the M23.", "Uganda | REJECT | M23"),
        ("Hamas has agreed to the three-month truce.", "Hamas | AGREE | three-month truce"),
        ("The ELN never accepted the 2016 peace deal.", "ELN | REJECT | 2016 peace deal"),
        ("Uganda ordered the M23 to be dissolved.", "Uganda | COERCE | M23"),
        ("Rwanda sent reinforcements to the M23.", "Rwanda | AID | M23"),
    ],
)
def test_an_answer_tells_whom_it_is_given_to(text, expected):
    assert expected in told(text, KNOWN)


def test_that_is_false_goes_to_whoever_spoke_before():
    text = "Uganda said the troops had crossed. Rwanda called that a lie."
    claims = [claim(text, "the troops had crossed", "said", "Uganda")]
    assert "Rwanda | REJECT | Uganda" in told(text, KNOWN, claims)


def test_an_order_is_asked_by_its_speaker():
    text = "Uganda ordered the M23 to leave Goma."
    assert "Uganda | REQUEST | M23" in told(
        text, KNOWN, [claim(text, "the M23 to leave Goma", "ordered", "Uganda", status="called_for")]
    )


@pytest.mark.parametrize(
    "text",
    ["Rwanda called Uganda's letter a surprise.", "Hamas agreed to the text.", "Rwanda sent reinforcements to Goma."],
)
def test_no_answer_is_made_up(text):
    assert not {line for line in told(text, KNOWN) if line.split(" | ")[1] in ("REJECT", "AGREE", "AID")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rwanda refused Uganda's demand.", "Rwanda | REJECT | Uganda"),
        ("Rwanda turned down Uganda's request for talks.", "Rwanda | REJECT | Uganda"),
        ("Rwanda rejected the ceasefire proposal.", "Rwanda | REJECT | ceasefire proposal"),
        ("Rwanda condemned the attack by the M23 on Goma.", "Rwanda | ACCUSE | M23"),
        ("Uganda ordered the mobilisation of 300,000 reservists.", "Uganda | MOBILIZE | 300,000 reservists"),
        ("Uganda imposed sanctions on five Rwandan commanders.", "Uganda | SANCTION | five Rwandan commanders"),
        ("Rwanda sent drones and advisers to the M23.", "Rwanda | AID | M23"),
        ("Uganda bombed a village in Goma district.", "Uganda | ASSAULT | village in Goma"),
    ],
)
def test_demands_refused_raids_condemned_and_forces_called_up(text, expected):
    assert any(line.startswith(expected) for line in told(text, KNOWN))


def test_a_charge_denied_in_passing_goes_to_who_made_it():
    text = "Uganda accused the M23 of shelling Goma, a charge Rwanda denied."
    accusing = claim(text, "the M23 of shelling Goma", "accused", "Uganda")
    assert "Rwanda | REJECT | Uganda" in told(text, KNOWN, [accusing])


def test_a_town_may_be_threatened():
    text = "The M23 vowed to strike Goma."
    vow = claim(text, "to strike Goma", "vowed", "M23", "armed_group", "threatened")
    assert "M23 | THREATEN | Goma" in told(text, KNOWN, [vow])
