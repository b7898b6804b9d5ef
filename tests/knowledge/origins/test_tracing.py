"""Outlets that cite each other are followed to where it began, and nothing is counted twice on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.propositions import Line, gather, weigh
from according.knowledge.origins.tracing import traced
from according.knowledge.origins.voices import Origin

SOURCES = {
    "guards": Origin("guards", "named", "River Guards"),
    "trader": Origin("unnamed:trader@a", "unnamed", "trader"),
    "none": Origin("unknown:a", "unknown", "unknown lineage"),
    "Hill Times": Origin("hill", "named", "Hill Times"),
    "Valley Post": Origin("name:valley post", "named", "The Valley Post"),
    "Night Desk": Origin("desk", "named", "Night Desk"),
}
IDS = {"Hill Times": "hill", "Valley Post": "", "Night Desk": "desk", "Lake Daily": ""}


def line(outlet: str, source: str, *, family: str = "", described: bool = False, denies: bool = False) -> Line:
    origin = Origin(f"described:{source}@{family}", "unnamed", source) if described else SOURCES[source]
    article = outlet.lower().replace(" ", "-")
    return Line(
        statement=f"s-{article}-{source}",
        claim=None,
        article=article,
        path=f"{article}.txt",
        outlet=outlet,
        published="",
        family=family or article,
        origin=origin,
        denies=denies,
        status="asserted",
        verification="none",
        subject="River Guards",
        predicate="controls",
        outlet_id=IDS[outlet],
    )


def test_an_outlet_that_was_cited_is_not_an_origin_beside_its_own_source() -> None:
    found = gather("hold", traced([line("Hill Times", "guards"), line("Valley Post", "Hill Times")]))
    assert (found.low, found.high, found.origins) == (1, 1, ("River Guards",))
    relay = next(one for one in found.lines if one.outlet == "Valley Post")
    assert relay.origin.through == ("Hill Times",)
    assert "Hill Times has it from River Guards" in weigh(found, relay)[1]


def test_a_chain_of_outlets_is_followed_to_its_end() -> None:
    lines = [line("Night Desk", "trader"), line("Hill Times", "Night Desk"), line("Valley Post", "Hill Times")]
    found = gather("hold", traced(lines))
    assert (found.low, found.high) == (1, 1)
    assert next(one for one in found.lines if one.outlet == "Valley Post").origin.through == (
        "Night Desk",
        "Hill Times",
    )


def test_outlets_that_cite_each_other_are_no_origin() -> None:
    found = gather("hold", traced([line("Hill Times", "Valley Post"), line("Valley Post", "Hill Times")]))
    assert (found.low, found.high) == (0, 0)
    assert found.circular == ("Hill Times", "Valley Post")
    assert {weigh(found, one)[0] for one in found.lines} == {"nothing"}


def test_an_outlet_that_is_not_here_or_names_nobody_stays_the_origin() -> None:
    for beside in ([], [line("Hill Times", "none")]):
        found = gather("hold", traced([*beside, line("Valley Post", "Hill Times")]))
        assert found.origins == ("Hill Times",)


@pytest.mark.parametrize(("family", "high"), [("f", 1), ("g", 2)])
def test_a_described_body_is_the_one_its_kin_names(family: str, high: int) -> None:
    lines = [line("Hill Times", "guards", family="f"), line("Lake Daily", "statement", family=family, described=True)]
    found = gather("hold", traced(lines))
    assert (found.low, found.high) == (1, high)


def test_a_described_denier_is_not_who_affirms() -> None:
    lines = [
        line("Hill Times", "guards", family="f"),
        line("Lake Daily", "ministry", family="f", described=True, denies=True),
    ]
    assert gather("hold", traced(lines)).deniers == ("ministry",)


MADE = st.builds(line, st.sampled_from(sorted(IDS)), st.sampled_from(sorted(SOURCES)), denies=st.booleans())


@given(st.lists(MADE, max_size=7), MADE)
def test_tracing_is_blind_to_order_and_one_more_relay_of_an_outlet_never_raises_the_lower_bound(
    lines: list[Line], more: Line
) -> None:
    lines = list({one.statement: one for one in lines}.values())
    assert {o.statement: o for o in traced(lines)} == {o.statement: o for o in traced(lines[::-1])}
    affirmed = [
        one for one in lines if not one.denies and one.origin.kind != "unknown" and one.outlet == more.origin.name
    ]
    relays = not more.denies and more.outlet != more.origin.name
    if affirmed and relays and more.statement not in {one.statement for one in lines}:
        assert gather("hold", traced([*lines, more])).low <= gather("hold", traced(lines)).low
