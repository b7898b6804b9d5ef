"""Threats, calls and announced halts: the act of a claim."""

import pytest

from tests.claims.statements.sentences import claim, read, told

KNOWN = {
    "Kataib": "armed_group",
    "United States": "government",
    "U.S.=United States": "government",
    "Washington": "place",
    "RSF": "armed_group",
    "Sudan": "government",
    "Asaib": "armed_group",
}


def test_a_threat_is_the_act_and_not_its_deed() -> None:
    text = "Kataib vowed to attack U.S. bases if Washington intervenes."
    vow = claim(text, "to attack U.S. bases if Washington intervenes", "vowed", "Kataib", "armed_group", "threatened")
    statements = read(text, KNOWN, [vow])
    assert [(s.subject.name, s.predicate, s.object and s.object.name) for s in statements] == [
        ("Kataib", "THREATEN", "United States")
    ]
    (threat,) = statements
    assert threat.claim == vow.id
    assert threat.item is not None
    assert threat.item.name == "to attack U.S. bases if Washington intervenes"


def test_every_subject_of_a_threat_threatens() -> None:
    text = "Kataib and Asaib have threatened to retaliate against any American intervention."
    threat = claim(
        text, "to retaliate against any American intervention", "threatened", "Kataib", "armed_group", "threatened"
    )
    assert told(text, KNOWN, [threat]) == {f"{g} | THREATEN | United States" for g in ("Kataib", "Asaib")}


def test_a_call_for_something_keeps_its_words() -> None:
    text = "Sudan called for de-escalation."
    call = claim(text, "de-escalation", "called for", "Sudan", status="called_for")
    assert told(text, KNOWN, [call]) == {"Sudan | REQUEST | de-escalation"}


def test_what_somebody_is_urged_to_do_is_not_done() -> None:
    text = "Sudan called on the RSF to release prisoners."
    call = claim(text, "the RSF to release prisoners", "called on", "Sudan", status="called_for")
    assert told(text, KNOWN, [call]) == {"Sudan | REQUEST | RSF"}


def test_an_announced_halt_is_a_retreat() -> None:
    assert "RSF | RETREAT | halt to its attacks" in told("The RSF announced a halt to its attacks.", KNOWN)


def test_the_content_of_a_denial_is_negated_under_its_speaker() -> None:
    text = "Sudan denied the RSF had seized Washington."
    denial = claim(text, "the RSF had seized Washington", "denied", "Sudan", status="denied")
    (statement,) = read(text, KNOWN, [denial])
    assert (statement.subject.name, statement.predicate, statement.negated, statement.claim) == (
        "RSF", "SEIZE", True, denial.id
    )  # fmt: skip


def test_a_spokesperson_threatens_for_the_body() -> None:
    text = "JNIM will attack Kidal again, Musa Diallo warned."
    said = claim(
        text,
        "JNIM will attack Kidal again",
        "warned",
        "Musa Diallo",
        "person",
        "threatened",
        role="spokesman",
        affiliation="JNIM",
    )
    lines = told(text, {"JNIM": "armed_group", "Kidal": "place", "Musa Diallo": "person"}, [said])
    assert not any(line.startswith("Musa Diallo | THREATEN") for line in lines)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "The M23 vowed to strike anyone who sets foot in Goma.",
            "to strike anyone who sets foot in Goma",
            "M23 | THREATEN | anyone who sets foot in Goma",
        ),
        (
            "The M23 threatened to burn any truck that brings fuel.",
            "to burn any truck that brings fuel",
            "M23 | THREATEN | truck that brings fuel",
        ),
        ("The M23 threatened to leave the joint force.", "to leave the joint force", None),
    ],
)
def test_whom_a_threat_describes(text, content, expected):
    lines = told(text, {"M23": "armed_group", "Goma": "place"}, [_threat_of(text, content)])
    assert {line for line in lines if "THREATEN" in line} == ({expected} if expected else set())


def _threat_of(text, content):
    cue = "vowed" if "vowed" in text else "threatened"
    return claim(text, content, cue, "M23", "armed_group", "threatened")


def test_of_joint_speakers_each_calls_once():
    text = "China and Russia called for restraint."
    calls = [claim(text, "restraint", "called for", name, status="called_for") for name in ("China", "Russia")]
    assert len(read(text, {"China": "government", "Russia": "government"}, calls)) == 2
