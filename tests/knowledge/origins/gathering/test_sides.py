"""A state and its forces, a group and its fighters: one side in a deed; and one army under several names."""

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.knowledge.origins.gathering.armies import under_one_command
from according.knowledge.origins.gathering.sides import army_of, group_of, state_of
from according.knowledge.origins.propositions import Gathered, Line
from according.knowledge.origins.reading import propositions
from according.knowledge.origins.voices import Origin
from according.knowledge.reader import Reader
from tests.knowledge.origins.planted import Reading, node, rows, told


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Chad", "Chad"),
        ("the Kenyans", "Kenya"),
        ("Kenyan troops", "Kenya"),
        ("Peru's air force", "Peru"),
        ("armed forces of Peru", "Peru"),
        ("U.S. special forces", "United States"),
        ("Indian Armed Forces", "India"),
        ("Kenya-backed fighters", None),
        ("Kenyan Democratic Forces", None),
        ("Free Kenyan Army", None),
        ("Kenyan opposition forces", None),
        ("army", None),
        ("Kenyan president", None),
    ],
)
def test_whose_forces(name: str, state: str | None) -> None:
    assert state_of(name) == state


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Blue Column rebels", "blue column"),
        ("fighters of the Blue Column movement", "blue column"),
        ("al-Nur fighters", "al-nur"),
        ("Blue Column", None),
        ("rebels", None),
    ],
)
def test_whose_fighters(name: str, group: str | None) -> None:
    assert group_of(name) == group


@pytest.mark.parametrize(
    ("name", "army"),
    [
        ("Peruvian army", "Peru"),
        ("general staff", ""),
        ("General Staff of the Armed Forces of Peru", "Peru"),
        ("Peru's defence ministry", None),
        ("Blue Army", None),
    ],
)
def test_whose_army(name: str, army: str | None) -> None:
    assert army_of(name) == army


def deed(outlet: str, subject: str, object: str, predicate: str = "ASSAULT", **more: object) -> Reading:
    content = f"{subject} struck {object} in the small hours"
    return told(outlet, f"Witness of {outlet}", content, fact=(subject, predicate, object), **more)  # type: ignore[arg-type]


def gathered(url: str, *readings: Reading) -> list[Gathered]:
    with KnowledgeBase(url) as kb:
        for reading in readings:
            kb.save(*reading)
    with Reader(url) as reader:
        return [one for one in propositions(reader, limit=None) if len(one.lines) > 1]


def test_a_state_and_its_army_are_one_side_of_one_deed(kb_url: str) -> None:
    one = deed("Harbour Wire", "Kenyan army", "a five-storey apartment building in Kesra")
    other = deed("Hill Times", "Kenya", "a block of flats in Kesra")
    (found,) = gathered(kb_url, one, other)
    assert found.low == 2
    with Reader(kb_url) as reader:
        about = [p for name in ("Kenya", "Kenyan army") for p in propositions(reader, about=node(name))]
        assert about == [found]


def test_two_states_are_two_sides(kb_url: str) -> None:
    assert gathered(kb_url, deed("Wire", "Kenyan army", "a depot"), deed("Times", "Ugandan army", "a depot")) == []


def test_who_belongs_to_whom_is_asked_of_each_by_its_own_name(kb_url: str) -> None:
    one = deed("Harbour Wire", "Kenyan army", "the League", "allied_with")
    other = deed("Hill Times", "Kenya", "the League", "allied_with")
    assert gathered(kb_url, one, other) == []


TAKEN = told(
    "Harbour Wire",
    "Ann Vale",
    "Blue Column rebels took the salt works",
    fact=("Blue Column rebels", "SEIZE", "salt works"),
)
GROUP = told(
    "Hill Times", "Max Reed", "the Blue Column holds the salt works", fact=("Blue Column", "controls", "salt works")
)


def named_group(reading: Reading) -> Reading:
    """The reading with its group as an armed group."""
    from dataclasses import replace

    from according.records import Entity, Name

    article, found, linking = reading
    group = Entity(node("Blue Column"), "armed_group", (Name("Blue Column"),))
    others = tuple(entity for entity in linking.entities if entity.id != group.id)
    return article, found, replace(linking, entities=(group, *others))


@pytest.mark.parametrize("first", [0, 1])
def test_the_fighters_of_a_group_are_the_group_whichever_comes_first(kb_url: str, first: int) -> None:
    both = [TAKEN, named_group(GROUP)]
    with KnowledgeBase(kb_url) as kb:
        kb.save(*both[first])
        kb.settle()
        kb.save(*both[1 - first])
    tables = ("proposition", "said", "led")
    before = rows(kb_url, *tables)
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert rows(kb_url, *tables) == before
    with Reader(kb_url) as reader:
        (found,) = propositions(reader, kind="hold")
        assert (found.low, len(found.lines)) == (2, 2)


def test_a_merging_that_was_undone_leaves_the_fighters_with_their_group(kb_url: str) -> None:
    (found,) = gathered(kb_url, TAKEN, named_group(GROUP))
    with KnowledgeBase(kb_url) as kb:
        judged = opinion(node("Blue Column"), "same", node("Max Reed"), by="Ana")
        kb.judge(judged)
        kb.judge(opinion(judged.id, "undo", by="Ana"))
    with Reader(kb_url) as reader:
        assert [one for one in propositions(reader) if len(one.lines) > 1] == [found]


def line(id: str, speaker: str, *, denies: bool = False) -> Line:
    origin = Origin(f"name:{speaker}", "named", speaker)
    return Line(id, None, f"a{id}", "", f"Outlet {id}", "", f"f{id}", origin, denies, "asserted", "none", "", "says")


def keys(*lines: Line) -> list[str]:
    return [one.origin.key for one in under_one_command(lines)]


def test_a_general_staff_beside_the_army_of_one_state_is_that_army() -> None:
    one, other = line("1", "general staff"), line("2", "Peruvian army")
    assert keys(one, other) == keys(other, one) == ["name:Peruvian army"] * 2


def test_beside_the_armies_of_two_states_it_is_nobodys() -> None:
    assert len(set(keys(line("1", "general staff"), line("2", "Peruvian army"), line("3", "Chilean army")))) == 3


def test_the_army_that_denies_is_another_side() -> None:
    denial = line("1", "general staff", denies=True)
    assert keys(denial, line("2", "Peruvian army"))[0] == "name:general staff"
