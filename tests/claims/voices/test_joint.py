"""Several voices in one phrase, and phrases that only look like it."""

import pytest

from according.claims.mentions import find_mentions
from according.claims.voices.joint import together
from tests.claims.marked import marked, page, read

SEVERAL = [
    ("A rebel spokesman and a civil society leader", ["rebel spokesman", "civil society leader"]),
    ("the interior ministry in Damascus and an American official", ["Syrian interior ministry", "American official"]),
    ("The army and residents", ["army", "residents"]),
    ("Officials and witnesses", ["officials", "witnesses"]),
    ("The police and fire department", ["police", "fire department"]),
    ("A spokesman for the army and two residents", ["spokesman for the army", "two residents"]),
    ("Residents, a doctor and two officials", ["residents", "doctor", "two officials"]),
    ("Amnesty International, a rights group, and residents", ["Amnesty International", "residents"]),
    ("A resident as well as a local official", ["resident", "local official"]),
    ("Both the army and the RSF", ["army", "RSF"]),
    ("Israeli and American officials", ["Israeli officials", "American officials"]),
    ("Gaza's health ministry and Israel's army spokesman", ["Gaza's health ministry", "Israel's army spokesman"]),
    ("satellite images and two officials", ["satellite images", "two officials"]),
]
ONE = [
    "The Ministry of Defence and Armed Forces Logistics",
    "The search and rescue service",
    "Men and women",
    "Friends and relatives",
    "The founder and leader of the group",
    "The group's founder and leader Karim Dost",
    "a journalist and activist",
    "Prime Minister and Defence Minister Jan Dok",
    "A spokesman for the army and the police",
    "The minister of defence and veterans",
    "Police and army officers",
    "The defence and interior ministries",
    "Two US and Israeli officials",
]


def parts(words: str) -> list[str]:
    text = marked(f"[source {words}] said that six people had died.")
    opened = page(text.text)
    (span,) = text.spans["source"]
    return [phrase.name for phrase in together(opened, span, find_mentions(opened, ()))]


@pytest.mark.parametrize(("words", "names"), SEVERAL)
def test_each_of_several_is_a_voice(words, names):
    assert parts(words) == names


@pytest.mark.parametrize("words", ONE)
def test_one_voice_stays_one(words):
    assert parts(words) == []


def speakers(text: str, content: str) -> list[str]:
    extraction = read(text)
    return [c.chain[0].name for c in extraction.claims if any(content in s.of(text) for s in c.content)]


def test_they_are_all_who_spoke_together():
    text = "A rebel spokesman and a local doctor said the town had fallen. They said the bridge was cut."
    assert speakers(text, "bridge") == ["rebel spokesman", "local doctor"]


def test_he_is_nobody_where_two_spoke_together():
    text = "A doctor and a nurse said that 12 bodies had been brought in. He said more were coming."
    assert speakers(text, "more were coming") == ["He"]


def test_one_of_those_who_spoke_together_is_known_again():
    text = "The army and a local official said the town had fallen. The official said the bridge was cut."
    assert speakers(text, "bridge") == ["local official"]
