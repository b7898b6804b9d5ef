"""A denial without a statement denies what is plain, and nothing else."""

from datetime import date

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
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
