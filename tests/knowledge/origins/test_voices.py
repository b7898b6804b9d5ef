"""Origins are counted, not outlets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.voices import Origin, count, origin_of
from according.records import Span, Voice

AT = Span(0, 5)
KNOWN = {"river guards": ("pack:rg", "River Guards")}
NAMES = {"a": "army", "b": "northern army", "c": "southern army"}
ORIGIN = st.builds(
    Origin,
    key=st.sampled_from(["a", "b", "c", "unnamed:x@1", "unnamed:x@2", "unknown:1"]),
    kind=st.just("named"),
    name=st.just(""),
).map(lambda o: Origin(o.key, o.key.partition(":")[0] if ":" in o.key else "named", NAMES.get(o.key, "n")))


@pytest.mark.parametrize(
    ("voice", "node", "key", "kind"),
    [
        (Voice("Ann Vale", "person", AT), "n1", "n1", "named"),
        (Voice("Ann Vale", "person", AT, "spokesperson", "River Guards"), "n1", "pack:rg", "named"),
        (Voice("footage", "document", AT, "footage", "River Guards"), None, "pack:rg", "named"),
        (Voice("Ann Vale", "person", AT, "analyst", "River Guards"), "n1", "n1", "named"),
        (Voice("a resident", "eyewitness", AT), None, "unnamed:a resident@f", "unnamed"),
        (Voice("", "anonymous"), None, "unknown:f", "unknown"),
    ],
)
def test_whose_word_it_is(voice: Voice, node: str | None, key: str, kind: str) -> None:
    found = origin_of((voice, Voice("Post", "media")), (node, None), "f", KNOWN)
    assert (found.key, found.kind) == (key, kind)


def test_an_article_s_own_voice_has_unknown_lineage() -> None:
    assert origin_of((), (), "f", {}).kind == "unknown"
    assert count([origin_of((), (), "f", {})]).low == 0
    assert count([origin_of((), (), "f", {})]).high == 0


def test_unnamed_voices_of_two_families_may_be_one() -> None:
    both = [Origin("unnamed:x@1", "unnamed", "x"), Origin("unnamed:x@2", "unnamed", "x")]
    assert (count(both).low, count(both).high) == (1, 2)
    named = count([*both, Origin("a", "named", "A")])
    assert (named.low, named.high) == (1, 3)


@given(st.lists(ORIGIN, max_size=8))
def test_bounds_are_bounds(origins: list[Origin]) -> None:
    found = count(origins)
    assert 0 <= found.low <= found.high <= len(set(origins))


@given(st.lists(ORIGIN, min_size=1, max_size=8), st.data())
def test_an_echo_never_raises_the_lower_bound(origins: list[Origin], data: st.DataObject) -> None:
    echo = data.draw(st.sampled_from(origins))
    assert count([*origins, echo]) == count(origins)


@given(st.lists(ORIGIN, max_size=8), ORIGIN)
def test_another_origin_never_lowers_the_lower_bound(origins: list[Origin], another: Origin) -> None:
    assert count([*origins, another]).low >= count(origins).low


@pytest.mark.parametrize(
    ("names", "low"),
    [
        (("army", "Sarnian army"), 1),
        (("army", "Sarnian army", "Kadran army"), 2),
        (("Hall", "Greene", "Hall and Greene"), 2),
        (("Ministry of National Defence", "Front's defense ministry"), 1),
        (("Sarnian defence ministry", "Kadran defence ministry"), 2),
        (("Ann Vale", "Vale", "Max Reed"), 2),
    ],
)
def test_a_name_that_may_be_short_for_another_does_not_raise_the_lower_bound(names: tuple[str, ...], low: int) -> None:
    found = count(Origin(f"n{n}", "named", name) for n, name in enumerate(names))
    assert (found.low, found.high) == (low, len(names))


def test_an_outlet_may_have_heard_whoever_else_is_named() -> None:
    outlet, other = (Origin(name, "named", name, medium=True) for name in ("Norwire", "Kadran Post"))
    assert (count([outlet]).low, count([outlet, other]).low, count([outlet, other]).high) == (1, 1, 2)
    with_army = count([outlet, Origin("a", "named", "army")])
    assert (with_army.low, with_army.high, with_army.named) == (1, 2, ("Norwire", "army"))


def test_a_spokesperson_heard_through_a_body_is_its_word() -> None:
    chain = (Voice("Max Reed", "person", AT, "spokesman"), Voice("River Guards", "armed_group", AT))
    assert origin_of((*chain, Voice("Post", "media")), ("n1", "n2", None), "f", KNOWN).key == "pack:rg"
    paper = (chain[0], Voice("Norwire", "media", AT), Voice("Post", "media"))
    assert origin_of(paper, ("n1", "n3", None), "f", KNOWN).key == "n1"


@pytest.mark.parametrize(
    ("role", "speaks"),
    [
        ("deputy spokeswoman", True),
        ("M23 political spokesperson", True),
        ("head of the media office", True),
        ("statement", True),
        ("former spokesman", False),
        ("ex-spokesperson", False),
        ("researcher at the country office", False),
        ("member of parliament", False),
        ("governor", False),
    ],
)
def test_whose_role_speaks_for_a_body(role: str, speaks: bool) -> None:
    voice = Voice("Max Reed", "person", AT, role, "River Guards")
    assert (origin_of((voice, Voice("Post", "media")), ("n1", None), "f", KNOWN).key == "pack:rg") is speaks
