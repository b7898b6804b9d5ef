"""Whatever comes in, in whatever order: gathering step by step and rebuilding from nothing give the same rows."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.reading import propositions
from according.knowledge.reader import Reader
from according.records import Entity, Judgement, Link, Mention, Name, Place, Span
from tests.knowledge.origins.disputes.test_clashing import AGAIN, NINE, SIX
from tests.knowledge.origins.planted import BACKGROUND, OWN, Reading, node, report, rows

TABLES = (
    "proposition", "said", "spoken", "phrase", "behind", "denial", "family", "derivation", "copied", "paragraph",
    "band", "cluster", "node", "affiliated", "office", "disputed", "telling", "meeting", "clash",
    "scene", "sighting", "support", "heard",
)  # fmt: skip

SPOKEN = report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="the Guards", paragraphs=[BACKGROUND])
COPY = report("Hill Times", "Ann Vale", role="spokesperson", affiliation="the Guards", day=2, paragraphs=[BACKGROUND])
PLAIN = report("Night Desk", "Ann Vale", holder="Lake League", wording="Snow had closed the pass and no mail came up")
DENIAL = report("Capital News", "General Orr", denied=True, wording="Reporters were shown a map with two pins on it")
RELAY = report("Valley Post", "Harbour Wire", wording="Readers wrote in to ask what had become of the two old ferries")


def entitled(reading: Reading, id: str, *names: str, kind: str = "armed_group") -> Reading:
    """The reading, with one more entity of these names."""
    article, found, linking = reading
    known = Entity(id, kind, tuple(Name(name) for name in names))  # type: ignore[arg-type]
    entities = (*linking.entities, known)
    return article, found, replace(linking, entities=entities, links=(*linking.links, Link(names[0], id, "pack")))


def denied_in_passing(reading: Reading) -> Reading:
    """The denial without its statement, naming both ends."""
    article, found, linking = reading
    mentions = tuple(
        Mention(Span(at, at + len(name)), "organization", name, name)
        for name in ("River Guards", "Dara Ford")
        for at in [article.text.index(name)]
    )
    return article, replace(found, statements=(), mentions=mentions), linking


def placed(reading: Reading, lat: float) -> Reading:
    article, found, linking = reading
    place = Place("gn:1", f"Dara Ford {lat}", lat, 40.0, 1, 3.0)
    return article, found, replace(linking, places=(place,), links=(*linking.links, Link("Dara Ford", "gn:1", "x")))


def newer(reading: Reading) -> Reading:
    article, found, linking = reading
    return article, replace(found, extractor="planted@2"), linking


# of other holders each: what they change is in other blocks than their own
EAST = report("East Mail", "Ivo Lind", holder="East Union", wording=OWN[90:])
WEST = report("West Mail", "Eva Sund", holder="West Union", wording=BACKGROUND[:99])
FERRY = report("Ford Gazette", "Lea Holt", holder="Ferrymen", wording="A ferry crossed at noon with nine sheep on it")
BAKERS = report(
    "Pass Herald", "Tom Pike", holder="Bakers", wording="Two bakers quarrelled and the whole street listened"
)
POOL: list[Reading] = [
    SPOKEN,
    COPY,
    PLAIN,
    DENIAL,
    RELAY,
    denied_in_passing(report("Lake Daily", "Max Reed", denied=True, wording=OWN[:90])),
    entitled(EAST, "pack:guards", "River Guards", "the Guards"),
    entitled(WEST, "pack:coast", "the Guards"),
    placed(FERRY, 12.0),
    placed(BAKERS, 14.0),
    newer(SPOKEN),
    newer(PLAIN),
    newer(COPY),
    SIX,
    NINE,
    AGAIN,
    newer(SIX),
]  # fmt: skip
NAMES = ["River Guards", "the Guards", "Ann Vale", "General Orr", "Harbour Wire", "Dara Ford"]

SAVE = st.integers(0, len(POOL) - 1)
JUDGE = st.tuples(st.sampled_from(["same", "not_same"]), st.sampled_from(NAMES), st.sampled_from(NAMES))
REVIEW = st.tuples(st.sampled_from(["accept", "reject"]), SAVE)
UNDO = st.integers(100, 104)


def do(kb: KnowledgeBase, steps: list[object]) -> None:
    said: list[Judgement] = []
    saved: set[int] = set()
    names: set[str] = set()
    for step in steps:
        if isinstance(step, int) and step < 100:
            kb.save(*POOL[step])
            saved.add(step)
            names |= {name for name in NAMES for entity in POOL[step][2].entities if entity.id == node(name)}
        elif isinstance(step, int):
            if len(said) > step - 100:
                kb.judge(opinion(said[step - 100].id, "undo", by="Ana"))
        elif len(step) == 3:  # type: ignore[arg-type]
            verdict, left, right = step  # type: ignore[misc]
            if left != right and {left, right} <= names:
                said.append(opinion(node(left), verdict, node(right), by="Ana"))
                kb.judge(said[-1])
        else:
            verdict, which = step  # type: ignore[misc]
            if which in saved:
                said.append(opinion(POOL[which][1].claims[0].id, verdict, by="Ana"))
                kb.judge(said[-1])
        kb.settle()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.one_of(SAVE, SAVE, SAVE, JUDGE, REVIEW, UNDO), min_size=3, max_size=16))
def test_step_by_step_is_as_from_nothing(steps: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'store.db')}"
        with KnowledgeBase(url) as kb:
            do(kb, steps)
            gathered = rows(url, *TABLES)
            kb.rebuild()
            rebuilt = rows(url, *TABLES)
    for table in TABLES:
        assert gathered[table] == rebuilt[table], table


def test_a_name_that_comes_to_mean_two_bodies_names_neither_from_then_on(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*SPOKEN)
    assert behind(kb_url) == {node("the Guards")}
    with KnowledgeBase(kb_url) as kb:
        kb.save(*entitled(WEST, "pack:coast", "the Guards"))
    assert behind(kb_url) == {"name:the guards", node("Eva Sund")}


def test_who_is_found_to_hold_an_office_speaks_for_the_body_in_what_was_read_before(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*PLAIN)
    assert behind(kb_url) == {node("Ann Vale")}
    with KnowledgeBase(kb_url) as kb:
        kb.save(*SPOKEN)
    assert behind(kb_url) == {node("the Guards")}


def test_a_place_that_is_moved_is_moved_in_what_was_read_before(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*placed(FERRY, 12.0))
        kb.settle()
        kb.save(*placed(BAKERS, 14.0))
    with Reader(kb_url) as reader:
        assert {p.place for p in propositions(reader)} == {"Dara Ford 14.0"}


def behind(url: str) -> set[str]:
    with Reader(url) as reader:
        return {line.origin.key for p in propositions(reader) for line in p.lines}
