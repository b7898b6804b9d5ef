import pytest

from according.claims.mentions import find_mentions
from according.claims.voices.chain import chain, is_media
from according.records import Voice
from tests.claims.marked import article, claim_with, page, read

CHAINS = [
    (
        "Six people were killed, the defence ministry said in a statement carried by SANA.",
        "Six people",
        ["defence ministry", "SANA"],
    ),
    ("Citing local officials, the BBC said six people were killed.", "six people", ["local officials", "BBC"]),
    (
        "Six people were killed, Sudan Tribune reported, quoting eyewitnesses who spoke to Radio Dabanga.",
        "Six people",
        ["eyewitnesses", "Radio Dabanga", "Sudan Tribune"],
    ),
    (
        "In remarks published by the TASS agency, Governor Ivan Petrov said six people were killed.",
        "six people",
        ["Ivan Petrov", "TASS"],
    ),
    ("Speaking to Al Arabiya News, the minister said the port was open.", "the port", ["minister", "Al Arabiya News"]),
    ("In a Facebook post, the governor said the road was shut.", "the road", ["governor"]),
    ("Two officials told Reuters the depot was empty.", "the depot was empty", ["two officials", "Reuters"]),
    (
        "Reuters, citing Iraqi sources, reported on Monday that the missiles had arrived.",
        "the missiles had arrived",
        ["Iraqi sources", "Reuters"],
    ),
    (
        "A confidential report seen by Reuters said the planes landed daily.",
        "the planes landed daily",
        ["confidential report", "Reuters"],
    ),
    (
        "According to a report by U.N. monitors seen by Reuters, the planes landed daily.",
        "the planes landed daily",
        ["U.N.", "Reuters"],
    ),
    (
        "The sources, speaking to the BBC on Monday, said the firms had moved.",
        "the firms had moved",
        ["sources", "BBC"],
    ),
    ("A spokesman declined to comment when contacted by Reuters.", "declined to comment", ["spokesman", "Reuters"]),
    (
        "Two officials told Reuters that the army had said the bridge was mined.",
        "the bridge was mined",
        ["army", "two officials", "Reuters"],
    ),
    (
        "The group said on its Al-Zallaqa Foundation media platform that it took the camp.",
        "it took the camp",
        ["group"],
    ),
    (
        "A Reuters report said the ship's manager could not be reached for comment.",
        "could not be reached",
        ["ship manager", "Reuters"],
    ),
    ("Residents said the shelling had stopped.", "the shelling had stopped", ["Residents"]),
]


@pytest.mark.parametrize(("text", "words", "names"), CHAINS)
def test_the_chain_runs_from_the_speaker_out_to_the_outlet(text, words, names):
    voices = claim_with(text, words).chain
    assert [v.name.lower() for v in voices[: len(names)]] == [n.lower() for n in names]
    assert (voices[-1].name, voices[-1].kind) == ("The Courier", "media")


@pytest.mark.parametrize("audience", ["President Obama", "the committee", "reporters", "his wife"])
def test_an_audience_is_no_relay(audience):
    text = f"The general told {audience} that the bridge was mined."
    assert len(claim_with(text, "the bridge was mined").chain) == 2


def test_told_to_the_outlet_itself_is_one_link():
    text = "Two officials told Reuters the depot was empty."
    voices = claim_with(text, "the depot was empty", outlet="Reuters").chain
    assert [v.name for v in voices] == ["two officials", "Reuters"]
    assert voices[-1].span is not None


def test_a_claim_without_a_source_has_an_empty_innermost_link():
    voices = claim_with("Hundreds of families reportedly left the town.", "Hundreds of families").chain
    assert (voices[0].name, voices[0].kind, voices[0].span) == ("", "anonymous", None)


def test_an_unknown_outlet_still_ends_the_chain():
    assert claim_with("Residents said it was quiet.", "it was quiet", outlet="").chain[-1].name == ""


def test_no_voice_stands_twice_in_a_chain():
    voice = Voice("Reuters", "media")
    assert [v.name for v in chain((Voice("army", "government"), voice, voice), article("x"))] == [
        "army",
        "Reuters",
        "The Courier",
    ]


def test_media_are_known_by_name_by_words_and_as_the_outlet():
    text = article("The bridge fell.", outlet="Alpenpost")
    names = find_mentions(page(text.text), ())
    assert is_media("Alpenpost", names, text)
    assert is_media("Radio Free Asia", names, text)
    assert not is_media("Parliament", names, text)


def test_a_relay_goes_on_with_the_speaker_who_speaks_on():
    text = "Karim Nasser told Reuters the depot was empty. He added that the guards had left."
    assert [v.name for v in claim_with(text, "the guards had left").chain] == ["Karim Nasser", "Reuters", "The Courier"]


def test_a_report_that_only_tells_of_no_comment_is_a_link_and_no_claim():
    text = "A Reuters report said the ship's manager could not be reached for comment."
    assert len(read(text).claims) == 1
