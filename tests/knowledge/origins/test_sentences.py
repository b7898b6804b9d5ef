"""Propositions as sentences, and who denies what."""

from dataclasses import replace

import pytest

from according.knowledge.base import KnowledgeBase
from according.knowledge.origins.disputes.contradictions import contradictions
from according.knowledge.origins.gathering.grouping import Said, group, is_description
from according.knowledge.origins.grades import credibility
from according.knowledge.origins.propositions import Line, gather
from according.knowledge.origins.reading import contested, propositions
from according.knowledge.origins.sentences import in_plain_words
from according.knowledge.origins.voices import Origin
from according.knowledge.reader import Reader
from tests.knowledge.origins.planted import report


def line(
    id: str, *, subject: str = "River Guards", predicate: str = "controls", who: str = "A", **more: object
) -> Line:
    fixed: dict[str, object] = {"denies": False, "status": "asserted", "verification": "none", "object": "Dara"}
    return Line(
        id, "c" + id, "a" + id, "p", "Post", "2025-03-01", "f" + id, Origin(who, "named", who),
        subject=subject, predicate=predicate, **(fixed | more),  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "more", "sentence"),
    [
        ("hold", {}, "River Guards holds Dara"),
        ("presence", {"object": "", "place": "Dara"}, "River Guards is present in Dara"),
        ("ASSAULT", {"subject": "the northern rebels", "time": "2025-03"}, "the northern rebels attack Dara (2025-03)"),
        ("supplies", {"item": "drones", "object": "Hill Union"}, "River Guards supplies drones to Hill Union"),
        ("allied_with", {"subject": "militias in the south"}, "militias in the south are allied with Dara"),
        ("THREATEN", {"item": "to close the ford"}, "River Guards threatens Dara: to close the ford"),
        ("says", {"object": "the ford is closed"}, "“the ford is closed”"),
        ("says", {"object": '"the ford is closed,"'}, "“the ford is closed,”"),
        ("says", {"object": 'it is "closed"'}, '“it is "closed"”'),
    ],
)
def test_a_proposition_reads_as_a_sentence(kind: str, more: dict[str, object], sentence: str) -> None:
    assert in_plain_words(gather(kind, [line("1", **more)])) == sentence


def test_who_only_denies_stands_behind_nothing() -> None:
    found = gather("hold", [line("1", denies=True, status="denied", who="Army")])
    assert (found.low, found.high, found.origins, found.deniers) == (0, 0, (), ("Army",))
    assert found.words == "denied by Army; nobody here says it"
    assert credibility(found).rule == "6: nobody here says it"
    assert contradictions([found]) == []  # two sides make a contradiction


def test_who_rejects_a_demand_does_not_deny_that_it_was_made() -> None:
    made = line("1", predicate="REQUEST", who="Envoy", subject="Envoy")
    against = {"predicate": "REQUEST", "subject": "Envoy", "denies": True, "status": "denied"}
    assert contradictions([gather("REQUEST", [made, line("2", who="Army", **against)])]) == []
    assert contradictions([gather("REQUEST", [made, line("2", who="Envoy", **against)])])


def test_an_article_without_outlet_is_called_by_its_file() -> None:
    own = replace(
        line("1"), outlet="a1", path="news/ford.txt", origin=Origin("unknown:f", "unknown", "unknown lineage")
    )
    (found,) = contradictions([gather("hold", [own, line("2", who="Army", denies=True, status="denied")])])
    assert found.why == "Army denies what ford.txt reports without a source"


def test_several_who_deny() -> None:
    said = line("1", who="Guards")
    against = [line(str(n), who=who, denies=True, status="denied") for n, who in enumerate(("Army", "Navy"), 2)]
    found = gather("hold", [said, *against])
    assert found.words.endswith("; denied by Army, Navy")
    assert credibility(found).grade == 5
    assert [c.why for c in contradictions([found])] == ["Army, Navy deny what Guards said"]


@pytest.mark.parametrize("predicate", ["REJECT", "ACCUSE", "THREATEN", "REQUEST"])
def test_an_act_of_speech_read_off_a_denial_is_no_denial_of_itself(kb_url: str, predicate: str) -> None:
    from dataclasses import replace

    article, found, linking = report("Post", "Army", holder="Army", object="Harbour Wire", predicate=predicate)
    found = replace(found, claims=tuple(replace(c, status="denied") for c in found.claims))
    with KnowledgeBase(kb_url) as kb:
        kb.save(article, found, linking)
    with Reader(kb_url) as reader:
        (one,) = propositions(reader)
        assert (one.deniers, one.origins) == ((), ("Army",))
        assert contested(reader) == []


def said(id: str, object: str, item: str = "", *, id_: str = "", named: bool = False) -> Said:
    described = is_description(object) and not named
    return Said(id, "x", "supplies", id_ or object, bool(id_), item, object_words=object, described=described)


def test_descriptions_meet_by_their_words_though_each_has_an_id() -> None:
    one = said("a", "shiite militias", "missiles", id_="n1")
    two = said("b", "shiite groups in the north", "ballistic missiles", id_="n2")
    assert group([one, two]) == [("a", "b")]


def test_names_meet_by_their_ids_only() -> None:
    assert group([said("a", "ahrar al-sham", id_="n1", named=True), said("b", "ahrar al-nour", id_="n2", named=True)])[
        0
    ] == ("a",)


def test_a_vague_thing_bridges_no_two_kinds_of_it() -> None:
    some = [said("a", "", "cruise missiles"), said("b", "", "ballistic missiles"), said("c", "", "missiles")]
    assert group(some) == [("a",), ("b",), ("c",)]
    assert group(some[1:]) == [("b", "c")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Shiite militias in Iraq", True), ("Ahrar al-Sham", False), ("Fuerzas de Hoy", False), ("FARC-EP", False)],
)
def test_what_describes_and_what_names(words: str, expected: bool) -> None:
    assert is_description(words) is expected
