"""A description of a body is the one body of that kind that the article names; persons stay unnamed."""

from dataclasses import replace

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.origins.reading import propositions
from according.knowledge.origins.standins import stand_ins
from according.knowledge.origins.voices import is_bare
from according.knowledge.reader import Reader
from according.records import Article, Claim, Extraction, Mention, Outlet, Ref, Span, Statement, Voice
from tests.knowledge.origins.planted import Reading, report


def read(text: str, *said: tuple[str, Voice], named: tuple[str, ...] = (), facts: bool = False) -> dict[str, str]:
    """What the voices of this text stand for, by the words they say."""
    id = Article.identify(text, None)
    outlet = Voice("Post", "media")
    claims, found = [], []
    for words, voice in said:
        span = Span(text.index(words), text.index(words) + len(words))
        at = text.index(voice.name)
        claims.append(Claim(words, id, (span,), None, (replace(voice, span=Span(at, at + 3)), outlet)))
        if facts:
            group = Ref("River Guards", "armed_group")
            found.append(Statement("f" + words, id, words, group, "SEIZE", Ref("Dara"), evidence=(span,)))
    mentions = [
        Mention(Span(text.index(name), text.index(name) + len(name)), "armed_group", name, name) for name in named
    ]
    extraction = Extraction(id, "made@1", tuple(mentions), tuple(claims), tuple(found))
    return {claim: one.body for claim, one in stand_ins(Article(id, Outlet(""), text), extraction).items()}


VALE = Voice("Ann Vale", "person", role="Guards spokesperson", affiliation="River Guards")


def test_a_spokesman_is_of_the_one_body_that_named_spokespersons_speak_for() -> None:
    text = "Dara fell, the group's spokesperson said. The bridge stands, Ann Vale of the River Guards said."
    said = (("Dara fell", Voice("group's spokesperson", "anonymous", role="spokesperson")), ("The bridge stands", VALE))
    assert read(text, *said) == {"Dara fell": "River Guards"}


def test_between_two_bodies_nobody_is_taken() -> None:
    text = "Dara fell, the group's spokesperson said. The bridge stands, Ann Vale said. It fell, Orr said."
    orr = Voice("Orr", "person", role="army spokesperson", affiliation="Hill Army")
    said = (("Dara fell", Voice("group's spokesperson", "anonymous", role="spokesperson")),)
    assert read(text, *said, ("The bridge stands", VALE), ("It fell", orr)) == {}


def test_an_army_spokesman_is_of_the_army_that_is_named() -> None:
    text = "The Lowland army was ready. All is calm, army spokesman Orr said."
    voice = Voice("Orr", "person", role="army spokesman")
    assert read(text, ("All is calm", voice)) == {}
    army = Voice("Lowland army", "government")
    assert read(text + " We won, it said.", ("All is calm", voice), ("We won", army)) == {"All is calm": "Lowland army"}


def test_a_statement_is_of_who_was_said_to_make_it_just_before() -> None:
    text = (
        "Two lorries were seized, the Interior Ministry said in a statement. Three men were held, the statement said."
    )
    ministry = Voice("Interior Ministry", "government")
    paper = Voice("statement", "document", role="statement")
    assert read(text, ("Two lorries were seized", ministry), ("Three men were held", paper)) == {
        "Three men were held": "Interior Ministry"
    }
    bare = text.replace(" in a statement", "")
    assert read(bare, ("Two lorries were seized", ministry), ("Three men were held", paper)) == {}


def test_a_group_that_tells_of_its_own_deeds_is_who_did_them() -> None:
    text = "Fighters of the River Guards took Dara, the group said."
    said = ("Fighters of the River Guards took Dara", Voice("group", "organization"))
    assert read(text, said, facts=True) == {said[0]: "River Guards"}
    assert read(text, said) == {}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("group", True),
        ("al-Qaeda affiliate", True),
        ("statement", True),
        ("Syrian state media", True),
        ("agency", True),
        ("army", False),
        ("Sudanese army", False),
        ("health ministry of Gaza", False),
        ("Ahrar al-Sham", False),
        ("General Staff", False),
    ],
)
def test_what_names_nobody(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


def test_a_description_raises_only_the_upper_bound(kb_url: str) -> None:
    def described(reading: Reading) -> Reading:
        article, found, linking = reading
        claims = tuple(
            replace(c, chain=(replace(c.chain[0], kind="organization", role=None), c.chain[1])) for c in found.claims
        )
        return article, replace(found, claims=claims), linking

    wording = "Three shells fell beside the school on the hill and children were sent home before the noon prayers"
    with KnowledgeBase(kb_url) as kb:
        kb.save(*report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards"))
        kb.save(*described(report("Hill Times", "ministry", wording=wording)))
    with Reader(kb_url) as reader:
        (found,) = propositions(reader)
    assert (found.low, found.high, found.origins, found.unnamed) == (1, 2, ("River Guards",), ("ministry",))


def test_who_is_named_a_spokesperson_elsewhere_speaks_for_the_body_here_too(kb_url: str) -> None:
    wording = "Three shells fell beside the school on the hill and children were sent home before the noon prayers"
    plain = report("Hill Times", "Ann Vale", wording=wording)
    told = report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards")
    former = report("Lake Daily", "Ann Vale", role="former spokesperson", wording=wording.replace("shells", "mines"))
    with KnowledgeBase(kb_url) as kb:
        kb.save(*plain)
    with Reader(kb_url) as reader:
        assert [p.origins for p in propositions(reader)] == [("Ann Vale",)]
    with KnowledgeBase(kb_url) as kb:
        kb.save(*told)
    with Reader(kb_url) as reader:
        (found,) = propositions(reader)
        assert (found.low, found.high, found.origins) == (1, 1, ("River Guards",))
        line = next(one for one in found.lines if one.outlet == "Hill Times")
        assert line.origin.why == "Ann Vale speaks for River Guards in another report"
    with KnowledgeBase(kb_url) as kb:
        kb.save(*former)
    with Reader(kb_url) as reader:
        assert propositions(reader)[0].origins == ("Ann Vale", "River Guards")
