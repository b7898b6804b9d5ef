"""For which body somebody speaks, in every order in which the press tells it."""

import pytest

from tests.claims.marked import claim_with

TOOK = "The Rapid Support Forces took the town. "


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ada Blaine, a spokesperson for the Arakan Army, said the base had fallen.", "Arakan Army"),
        ('"The base had fallen," said Omar Deng, spokesman of the Rapid Support Forces.', "Rapid Support Forces"),
        ("Sudanese army spokesman Nabil Abdi said the base had fallen.", "Sudanese army"),
        (TOOK + "The group's spokesman, Omar Deng, said the base had fallen.", "Rapid Support Forces"),
        (TOOK + "Omar Deng, a spokesman for the group, said the base had fallen.", "Rapid Support Forces"),
        ("Ukraine's air force fired back. Its spokesperson Yurii Ihn said the base had fallen.", "Ukrainian air force"),
        ("Rama Haddad, Oxfam's country director, said the base had fallen.", None),
        ("Two armies met. A local leader, Omar Deng, said the base had fallen.", None),
    ],
)
def test_a_named_person_speaks_for_a_body(text, body):
    voice = claim_with(text, "had fallen").chain[0]
    assert (voice.kind, voice.affiliation) == ("person", body)


def test_the_spokesman_of_the_forces_is_theirs():
    text = "The Yemeni Armed Forces struck a ship. The ship has sunk, the forces' spokesman announced."
    assert claim_with(text, "has sunk").chain[0].name == "spokesman of Yemeni Armed Forces"


def test_the_captain_of_a_ship_is_of_no_agency():
    text = "UKMTO, the maritime agency, said that the ship's captain had reported a fire in the engine room."
    assert "UKMTO" not in claim_with(text, "a fire").chain[0].name


def test_an_envoy_named_before_is_the_envoy():
    text = "The UN's envoy to Yemen, Hans Grund, said the base had fallen. The envoy said talks had begun."
    assert claim_with(text, "talks").chain[0].name == "Hans Grund"
