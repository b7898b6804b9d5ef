"""A denial without a statement denies what is plain, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.disputes.answering import possible_denials
from according.knowledge.origins.reading import contested, propositions, propositions_of_claim
from according.knowledge.reader import Reader
from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Link,
    Linking,
    Mention,
    Name,
    Outlet,
    Ref,
    Span,
    Statement,
    Voice,
)
from tests.knowledge.origins.planted import Reading, node, rows

NAMES = ("River Guards", "Dara Ford", "Lake Mill", "Ann Vale", "General Orr", "Hill Post")


def article(denied: str, denier: str = "General Orr", *, second: str = "", third: str = "") -> Reading:
    """Ann Vale says that the guards hold the ford (and `second`); the denier denies `denied`."""
    said = "the River Guards hold Dara Ford"
    more = f" Ann Vale said the River Guards hold {second}." if second else ""
    more += f" {third}" if third else ""
    text = f"Ann Vale said {said}.{more} {denier} denied {denied}."
    outlet = Voice("Hill Post", "media")
    id = Article.identify(text, None)
    claims, facts = [], []

    def claim(words: str, speaker: str, status: str, at: int = 0) -> Claim:
        start = text.index(words, at)
        span, cue = Span(start, start + len(words)), text.index(speaker, max(0, start - 40))
        voice = Voice(speaker, "person", Span(cue, cue + len(speaker)))
        made = Claim(
            Claim.identify(id, (span,), None, speaker),
            id,
            (span,),
            None,
            (voice, outlet),
            status=status,  # type: ignore[arg-type]
        )
        claims.append(made)
        return made

    def fact(of: Claim, object: str) -> None:
        name = Statement.identify(id, of.id, "River Guards", "controls", object, None, None, False, of.content)
        facts.append(Statement(name, id, of.id, Ref("River Guards"), "controls", Ref(object), evidence=of.content))

    fact(claim(said, "Ann Vale", "asserted"), "Dara Ford")
    if second:
        fact(claim(f"the River Guards hold {second}", "Ann Vale", "asserted", 30), second)
    claim(denied, denier, "denied", text.rindex("denied") + 6)
    mentions = [
        Mention(Span(at, at + len(name)), "organization", name, name)
        for name in NAMES
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    entities = tuple(Entity(node(name), "organization", (Name(name),)) for name in NAMES)
    return (
        Article(id, Outlet("Hill Post"), text, path="post.txt", published=date(2025, 3, 1)),
        Extraction(id, "planted@1", tuple(mentions), tuple(claims), tuple(facts)),
        Linking(id, "planted@1", entities, (), tuple(Link(name, node(name), "exact") for name in NAMES)),
    )


def deniers(url: str) -> dict[str, tuple[str, ...]]:
    with Reader(url) as reader:
        return {p.object: p.deniers for p in propositions(reader) if p.kind == "hold"}


@pytest.mark.parametrize(
    ("denied", "why"),
    [
        ("that anyone from the River Guards came near Dara Ford", "it names two ends"),
        ("the report", "it points back"),
        ("this", "it points back"),
    ],
)
def test_what_is_plainly_denied(kb_url: str, denied: str, why: str) -> None:
    reading = article(denied)
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading)
    assert deniers(kb_url) == {"Dara Ford": ("General Orr",)}
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
        assert found.sides[1].lines[0].why.startswith(why)
        (mine,) = propositions_of_claim(reader, reading[1].claims[-1].id)
        assert mine.object == "Dara Ford"
        assert mine.origins == ("Ann Vale",)


@pytest.mark.parametrize(
    "reading",
    [
        article("that its own men had left Lake Mill in the night"),  # names one end of something else
        article("the report", "Ann Vale"),  # nobody denies what she said herself
        article("that anyone from the River Guards came near Dara Ford", "Ann Vale"),
        article("that the River Guards hold Dara Ford or Lake Mill", second="Lake Mill"),  # two come into question
        article("the long and winding story told by people in the market"),  # points back at nothing
    ],
)
def test_what_is_not_plain_is_left_alone(kb_url: str, reading: Reading) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading)
    assert set(deniers(kb_url).values()) == {()}


def test_a_denial_goes_and_comes_with_a_judgement_and_survives_rebuilding(kb_url: str) -> None:
    reading = article("the report")
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading)
    before = rows(kb_url, "proposition", "denial", "behind")
    away = opinion(reading[1].claims[-1].id, "reject", by="Ana")
    with KnowledgeBase(kb_url) as kb:
        kb.judge(away)
    assert deniers(kb_url) == {"Dara Ford": ()}
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(away.id, "undo", by="Ana"))
    assert rows(kb_url, "proposition", "denial", "behind") == before
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, "proposition", "denial", "behind") == before


def test_a_denial_of_little_support_is_found_among_many_rivals(kb_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from according.knowledge.origins import reading as questions

    monkeypatch.setattr(questions, "MOST", 0)
    with KnowledgeBase(kb_url) as kb:
        kb.save(*article("the report"))
    with Reader(kb_url) as reader:
        assert [c.kind for c in contested(reader)] == ["denial"]


# ---- of what other articles say ----------------------------------------------------------------------------------


def apart(denied: str, *, day: int = 3, names: tuple[str, ...] = NAMES) -> Reading:
    """An article that holds nothing but a denial."""
    text = f"General Orr denied {denied}. Nobody else was asked about it on the day."
    id = Article.identify(text, None)
    words = Span(text.index(denied), text.index(denied) + len(denied))
    voice = Voice("General Orr", "person", Span(0, len("General Orr")))
    made = Claim(Claim.identify(id, (words,), None, "Orr"), id, (words,), None, (voice, Voice("Lake Mail", "media")))
    mentions = [
        Mention(Span(text.index(name), text.index(name) + len(name)), "organization", name, name)
        for name in names
        if name in text
    ]
    entities = tuple(Entity(node(name), "organization", (Name(name),)) for name in NAMES)
    return (
        Article(id, Outlet("Lake Mail"), text, path="mail.txt", published=date(2025, 3, day)),
        Extraction(id, "planted@1", tuple(mentions), (replace(made, status="denied"),), ()),
        Linking(id, "planted@1", entities, (), tuple(Link(name, node(name), "exact") for name in NAMES)),
    )


SAID = article("nothing at all of the kind, ever, in any way")
PLAIN = apart("that the River Guards hold Dara Ford")


@pytest.mark.parametrize("first", [SAID, PLAIN])
def test_a_denial_in_other_articles_is_attached_whichever_comes_first(kb_url: str, first: Reading) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*first)
    with KnowledgeBase(kb_url) as kb:
        kb.save(*(PLAIN if first is SAID else SAID))
    assert deniers(kb_url) == {"Dara Ford": ("General Orr",)}
    with Reader(kb_url) as reader:
        (found,) = contested(reader)
        assert "reported 2 days before" in found.sides[1].lines[0].why
    with KnowledgeBase(kb_url) as kb:  # the report is read anew, and says nothing of the kind
        article_, extraction, linking = SAID
        kb.save(article_, replace(extraction, extractor="planted@2", statements=()), linking)
    assert deniers(kb_url) == {}


@pytest.mark.parametrize(
    "denial",
    [
        apart("that the River Guards hold Dara Ford", day=20),  # weeks later
        apart("that the River Guards have ever been seen by his own patrols anywhere around Dara Ford"),  # other words
        apart("that the River Guards hold Dara Ford", names=("Dara Ford",)),  # one end
    ],
)
def test_what_is_not_sure_is_not_taken(kb_url: str, denial: Reading) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*SAID)
        kb.save(*denial)
    assert deniers(kb_url) == {"Dara Ford": ()}


def test_what_may_be_denied_is_proposed_and_a_person_decides(kb_url: str) -> None:
    denial = apart("that the River Guards have ever been seen by his own patrols anywhere around Dara Ford")
    with KnowledgeBase(kb_url) as kb:
        kb.save(*SAID)
        kb.save(*denial)
    before = rows(kb_url, "proposition", "denial", "behind")
    with Reader(kb_url) as reader:
        (found,) = possible_denials(reader)
        assert found.says == "River Guards holds Dara Ford"
        assert found.why.startswith("it names two ends of “River Guards controls Dara Ford”")
        said = min(line.statement for line in propositions(reader)[0].lines)
    says_so = opinion(found.claim, "denies", said, by="Ana", why="read both")
    with KnowledgeBase(kb_url) as kb:
        kb.judge(says_so)
    assert deniers(kb_url) == {"Dara Ford": ("General Orr",)}
    with Reader(kb_url) as reader:
        assert possible_denials(reader) == []
        assert contested(reader)[0].sides[1].lines[0].why == "Ana says so: read both"
    with KnowledgeBase(kb_url) as kb:
        kb.judge(opinion(says_so.id, "undo", by="Ana"))
    assert rows(kb_url, "proposition", "denial", "behind") == before
