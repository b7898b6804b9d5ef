import pytest

from according.claims.mentions import find_mentions
from according.claims.voices.persons import behind, is_people, named_person, whole_name
from tests.claims.marked import claim_with, marked, page


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("[p U.S. Secretary of State Mike Pompeo] said so.", "Mike Pompeo", "U.S. Secretary of State"),
        ("[p Brig. Gen. Thaung Tun] said so.", "Thaung Tun", "Brig. Gen."),
        ("[p Grand Ayatollah Ali al-Sistani] said so.", "Ali al-Sistani", "Grand Ayatollah"),
        ("The envoy Karim Nasser left. [p FDD's Nasser] said so.", "Nasser", None),
    ],
)
def test_a_name_is_parted_from_title_and_role(source, name, role):
    text = marked(source)
    span = text.one("p")
    assert span is not None
    assert named_person(page(text.text), span, find_mentions(page(text.text), ())) == (name, role)


@pytest.mark.parametrize(
    "source",
    [
        "[p the Defence Ministry] said so.",
        "[p Arakan Army] said so.",
        "[p Reuters] said so.",
        "The [p General Staff] said so.",
        "[p Karim Nasser and Ada Blaine] said so.",
        "[p two officials] said so.",
        "[p Iranian] said so.",
    ],
)
def test_not_every_capital_is_a_person(source):
    text = marked(source)
    span = text.one("p")
    assert span is not None
    assert named_person(page(text.text), span, find_mentions(page(text.text), ())) is None


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("[p A media official for the force], Ali Saget, said so.", "Ali Saget", None),
        ("[p A media official for the force, Ali Saget], said so.", "Ali Saget", None),
        ("[p The top cleric, Grand Ayatollah Ali al-Sistani], said so.", "Ali al-Sistani", None),
        ("[p Volker Perthes], the former envoy, said so.", None, "former envoy"),
        ("[p Volker Perthes], who led the mission, said so.", None, None),
    ],
)
def test_what_stands_behind_a_phrase(source, name, role):
    text = marked(source)
    span = text.one("p")
    assert span is not None
    found = behind(page(text.text), span)
    assert (found.name, found.role) == (name, role)


def test_people_are_told_from_bodies():
    assert is_people("two officials", "official")
    assert is_people("Officials", "officials")
    assert not is_people("the ministry", "ministry")
    assert not is_people("", "")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Karl van den Berg said aid came. Van den Berg said trucks stood.", "trucks", "Karl van den Berg"),
        ("Faisal bin Turki said the talks failed. Bin Turki said the road was open.", "the road", "Faisal bin Turki"),
        ("Field commander Abu Hazem said they had waited.", "they had waited", "Abu Hazem"),
        ("Umm Kareem, a mother of four, said her son was taken.", "her son", "Umm Kareem"),
        ("Two men, Abu Ali and Ibrahim, spoke of the raid. Abu Ali said it lasted an hour.", "an hour", "Abu Ali"),
        ("The commander, known as Abu Walid al-Masri, said it was late. Abu Walid said the men slept.", "it was late",
         "Abu Walid al-Masri"),
        ("The commander, known as Abu Walid al-Masri, said it was late. Abu Walid said the men slept.", "the men",
         "Abu Walid al-Masri"),
        ("A resident who goes by Abu Tarek said drones flew all night.", "drones", "Abu Tarek"),
    ],
)  # fmt: skip
def test_a_name_keeps_its_particle_and_is_known_by_it(text, words, name):
    assert claim_with(text, words).chain[0].name == name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ursula von der [p Marck] said so.", "Ursula von der Marck"),
        ("Abu [p Hazem] said so.", "Abu Hazem"),
        ("Ursula [p von der Marck] said so.", "Ursula von der Marck"),
        ("The commander [p Hazem] said so.", "Hazem"),
    ],
)
def test_what_was_cut_off_a_name_is_found_in_front_of_it(text, whole):
    source = marked(text)
    assert whole_name(page(source.text), source.one("p")).of(source.text) == whole
