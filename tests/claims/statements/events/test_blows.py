"""Attacks told by a verb and a noun together."""

import pytest

from tests.claims.statements.sentences import told

KNOWN = {"M23": "armed_group", "Sake": "place", "Fano": "armed_group", "Gondar": "place", "Sudan": "government"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town of Sake came under fire from the M23.", "M23 | ASSAULT | Sake"),
        ("Sake came under Rwandan shelling.", "Rwanda | ASSAULT | Sake"),
        ("The M23 opened fire on a crowd.", "M23 | ASSAULT | crowd"),
        ("M23 fighters set fire to a hotel.", "M23 | ASSAULT | hotel"),
        ("M23 fighters set eleven houses ablaze.", "M23 | ASSAULT | eleven houses"),
        ("The M23 inflicted heavy losses on the Congolese army.", "M23 | ASSAULT | Congolese army"),
        ("The M23 and Fano exchanged artillery fire.", "Fano | ASSAULT | M23"),
        ("Fano fighters carried out an operation against the M23.", "Fano | ASSAULT | M23"),
        ("Fano fighters staged an ambush on the M23.", "Fano | ASSAULT | M23"),
        ("The M23 waged an insurgency against Sudan.", "M23 | ASSAULT | Sudan"),
        ("The M23 was driven out of Sake by Fano fighters.", "Fano | SEIZE | Sake"),
    ],
)
def test_blows(text, expected):
    assert expected in told(text, KNOWN)


def test_fire_of_nobody_hits_nobody():
    assert not told("Sake came under fire on Monday.", KNOWN)
    assert not told("Sake came under pressure from the M23.", KNOWN)
