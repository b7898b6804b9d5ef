"""One source phrase at a time: what its own words say, before anything is looked up."""

import pytest

from according.claims.mentions import find_mentions
from according.claims.voices.phrase import read_phrase, voice_of
from according.records import Mention, Span
from tests.claims.marked import marked, page

PHRASES = [
    # text, name, kind, role, affiliation, number
    (
        "[source Iraqi strategic expert Alaa al-Nashou] said so.",
        "Alaa al-Nashou",
        "person",
        "Iraqi strategic expert",
        None,
    ),
    ("[source Kenyan President William Ruto] said so.", "William Ruto", "person", "Kenyan President", None),
    ("[source AA spokesperson Khaing Thu Kha] said so.", "Khaing Thu Kha", "person", "AA spokesperson", None),
    ("[source Volker Perthes], the former envoy, said so.", "Volker Perthes", "person", "former envoy", None),
    ("[source Jason Stearns of New York University] said so.", "Jason Stearns", "person", None, "New York University"),
    ("[source A shopkeeper whose store] was looted said so.", "shopkeeper", "eyewitness", "shopkeeper", None),
    ("[source aid workers there] said so.", "aid workers", "anonymous", "worker", None),
    ("[source A video posted on Facebook] said so.", "video posted on Facebook", "document", "video", None),
    ("[source an underwriter in London] said so.", "underwriter in London", "anonymous", None, None),
    ("[source Fishermen in Khokha] said so.", "fishermen in Khokha", "anonymous", "fisherman", None),
    ("[source two US officials] said so.", "two US officials", "anonymous", "official", None),
    ("[source Some residents] said so.", "residents", "eyewitness", "resident", None),
    ("[source a senior NATO official] said so.", "senior NATO official", "anonymous", "official", "NATO"),
    ("[source The military's spokesman] said so.", "military spokesman", "anonymous", "spokesman", None),
    ("[source Five of the officials] said so.", "five officials", "anonymous", "official", None),
    ("[source the Iraqi government] said so.", "Iraqi government", "government", None, None),
    ("[source Ukraine's military intelligence] said so.", "Ukrainian military intelligence", "government", None, None),
    ("[source the defence ministry] said so.", "defence ministry", "government", None, None),
    ("[source Ukraine's General Staff] said so.", "General Staff", "organization", None, None),
    ("[source Rebels] said so.", "Rebels", "armed_group", None, None),
    ("[source A rebel force] said so.", "rebel force", "armed_group", None, None),
    ("[source The statement] said so.", "statement", "document", "statement", None),
    ("[source Media outlets] said so.", "Media outlets", "media", None, None),
    ("[source The company] said so.", "company", "company", None, None),
    ("[source Two human rights groups] said so.", "two human rights groups", "organization", None, None),
]


@pytest.mark.parametrize(("source", "name", "kind", "role", "affiliation"), PHRASES)
def test_each_phrase_is_read(source, name, kind, role, affiliation):
    text = marked(source)
    span = text.one("source")
    assert span is not None
    phrase = read_phrase(page(text.text), span, find_mentions(page(text.text), ()))
    assert (phrase.name, phrase.kind, phrase.role) == (name, kind, role)
    if affiliation is not None:
        assert phrase.affiliation == affiliation
    assert voice_of(phrase).span == span


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("The Houthis left. [source A Houthi statement] said so.", "Houthis", "armed_group"),
        ("The Houthis left. [source Yemen's Houthi group] said so.", "Houthis", "armed_group"),
        ("Colombia's ELN rebels left. [source The ELN guerrilla group] said so.", "ELN", "armed_group"),
        (
            "On Monday, the Arakan Army released [source drone footage] showing the ruins.",
            "Arakan Army footage",
            "document",
        ),
        (
            "The cleric Ali al-Sistani spoke. [source Sistani's office] said so.",
            "office of Ali al-Sistani",
            "organization",
        ),
    ],
)
def test_a_document_or_office_speaks_for_the_one_it_names(source, name, kind):
    text = marked(source)
    span = text.one("source")
    assert span is not None
    phrase = read_phrase(page(text.text), span, find_mentions(page(text.text), ()))
    assert (phrase.name, phrase.kind) == (name, kind)


@pytest.mark.parametrize(
    ("source", "access"),
    [
        ("[source an official briefed on the matter] said so.", "indirect"),
        ("[source an official], who was present, said so.", "direct"),
        ("[source residents] said so.", "direct"),
        ("[source an official] said so.", "unknown"),
    ],
)
def test_access_is_what_the_text_says(source, access):
    text = marked(source)
    span = text.one("source")
    assert span is not None
    assert read_phrase(page(text.text), span, find_mentions(page(text.text), ())).access == access


def test_a_known_name_that_takes_in_the_noun_for_the_group_is_the_voice() -> None:
    text = marked("[source Qarran's Zalmi group] said so.")
    span = text.one("source")
    assert span is not None
    known = Mention(Span(9, 20), "armed_group", "Zalmi group", "Zalmis", "pack")
    phrase = read_phrase(page(text.text), span, find_mentions(page(text.text), (known,)))
    assert (phrase.name, phrase.kind) == ("Zalmis", "armed_group")
