import pytest

from according.claims.mentions import find_mentions, introduced, surname
from according.claims.name_shapes import kind_by_words
from according.records import Mention, Span
from tests.claims.marked import page


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Popular Mobilization Forces (PMF) met.", "PMF", "Popular Mobilization Forces"),
        ("The Arakan Army, or AA, holds it.", "AA", "Arakan Army"),
        ("Jama'at Nusrat al-Islam wal Muslimeen (JNIM) took it.", "JNIM", "Jama'at Nusrat al-Islam wal Muslimeen"),
        ('The list has "Fanavar Moj Khavar" (Fanamoj).', "Fanamoj", "Fanavar Moj Khavar"),
        ("The Rapid Support Forces left. The RSF denied it.", "RSF", "Rapid Support Forces"),
        ("The Institute for the Study of War wrote. ISW said so.", "ISW", "Institute for the Study of War"),
    ],
)
def test_an_article_introduces_its_own_short_forms(text, short, full):
    assert introduced(text)[short] == full


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (2019) left.",
        "He was born in Homs (SYRIA).",
        "Ali Hassan (right) and the officer left.",
        "The UN and the AU met.",
    ],
)
def test_not_every_bracket_is_a_short_form(text):
    assert introduced(text) == {}


def test_short_forms_carry_the_full_name():
    text = "The Arakan Army (AA) took the base. Later the AA withdrew."
    names = find_mentions(page(text), ())
    assert {m.name for m in names.mentions if m.surface == "AA"} == {"Arakan Army"}
    assert names.kind("Arakan Army") == "armed_group"


def test_a_title_or_role_makes_a_person():
    text = "The cleric Muqtada al-Sadr spoke. Brig. Gen. Thaung Tun was captured. Sadr left."
    names = find_mentions(page(text), ())
    assert names.kind("Muqtada al-Sadr") == "person"
    assert names.kind("Thaung Tun") == "person"
    assert names.full("Sadr") == "Muqtada al-Sadr"


def test_a_surname_that_two_share_stays_short():
    text = "President Hillary Stone met General Robert Stone. Stone left."
    assert find_mentions(page(text), ()).full("Stone") == "Stone"


def test_a_place_does_not_become_a_person_of_that_name():
    text = "Analyst Marwan Jordan spoke in Jordan. Jordan closed the border."
    names = find_mentions(page(text), ())
    assert {m.name for m in names.mentions if m.span.start > 20} <= {"Jordan", "Marwan Jordan"}


def test_known_names_outrank_parsed_ones():
    text = "Akashat is a launch site."
    known = Mention(Span(0, 7), "place", "Akashat", "Akashat, Anbar", "pack")
    names = find_mentions(page(text), (known,))
    assert [(m.name, m.kind, m.why) for m in names.mentions] == [("Akashat, Anbar", "place", "pack")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Foreign Ministry", "government"),
        ("Iraqi Army", "government"),
        ("Arakan Army", "armed_group"),
        ("Houthis", "armed_group"),
        ("Radio Free Asia", "media"),
        ("Reuters", "media"),
        ("Rastafan Industries", "company"),
        ("Human Rights Watch", None),
    ],
)
def test_the_words_of_a_name_tell_its_kind(name, kind):
    assert kind_by_words(name) == kind


@pytest.mark.parametrize(
    ("name", "key"),
    [("Abdul Qader al-Nayel", "nayel"), ("Sadr's", "sadr"), ("Volodymyr Zelenskyy", "zelenskyy"), ("", "")],
)
def test_surnames_fold(name, key):
    assert surname(name) == key


def test_a_surname_the_parser_takes_for_a_place_is_a_person_unless_the_text_says_in_it():
    text = "Foreign Minister Gideon Sa'ar wrote to the council. According to Sa'ar, the border is open."
    assert find_mentions(page(text), ()).full("Sa'ar") == "Gideon Sa'ar"


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The People's Defence Army (FPD) left.", "FPD", "People's Defence Army"),
        ("The Border Security Force, or Hirsan, controls it.", "Hirsan", "Border Security Force"),
        ("Gen. Omar Idris Bakri, better known as Tornado, fled.", "Tornado", "Omar Idris Bakri"),
    ],
)
def test_short_forms_in_another_language_and_noms_de_guerre(text, short, full):
    assert introduced(text)[short] == full


def test_a_nom_de_guerre_is_a_person():
    text = "General Omar Idris Bakri, better known as Tornado, fled. Tornado was seen in Agadez."
    names = find_mentions(page(text), ())
    assert {(m.name, m.kind) for m in names.mentions if m.surface == "Tornado"} == {("Omar Idris Bakri", "person")}


def test_a_numbered_brigade_is_a_state_s():
    assert kind_by_words("12th Mechanised Brigade") == "government"
    assert kind_by_words("Martyrs Brigade") == "armed_group"


def test_a_body_is_not_cut_at_the_state_in_its_name():
    text = "The Patriotic Front of Chad (FPC) denied it. Chad was silent."
    at = text.index("Chad")
    last = text.rindex("Chad")
    states = [Mention(Span(i, i + 4), "government", "Chad", "Chad", "pack") for i in (at, last)]
    names = find_mentions(page(text), states)
    assert {m.name for m in names.mentions if m.span.start <= at < m.span.end} == {"Patriotic Front of Chad"}
    assert any(m.name == "Chad" and m.span.start == last for m in names.mentions)
