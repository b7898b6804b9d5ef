"""Who holds a place: rivals only where somebody says of one that it holds it about when another does."""

import pytest

from according.knowledge.origins.disputes.contradictions import contradictions
from according.knowledge.origins.propositions import Gathered, Line, gather
from according.knowledge.origins.voices import Origin


def held(holder: str, predicate: str, *, voice: str = "", day: str = "2025-03-03") -> Gathered:
    """A proposition that the holder holds or took Dara Ford; without a voice, the article says so itself."""
    origin = Origin(f"name:{voice}", "named", voice) if voice else Origin(f"unknown:{holder}", "unknown", "unknown")
    line = Line(
        f"s{holder}{predicate}{day}", None, holder, holder, "Post", day, holder, origin, False, "asserted", "none",
        holder, predicate, object="Dara Ford", place="Dara Ford", place_id="gn:1",
    )  # fmt: skip
    return gather("hold", [line])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (held("Army", "controls", voice="Orr"), held("Guards", "SEIZE", voice="Vale"), ["control"]),
        (held("Army", "controls", voice="Orr"), held("Guards", "controls"), ["control"]),
        (held("Army", "controls"), held("Guards", "SEIZE", voice="Vale"), []),  # "the army's last stronghold"
        (held("Army", "controls"), held("Guards", "controls"), []),
        (held("Army", "controls", voice="Orr"), held("Guards", "SEIZE", voice="Vale", day="2025-10-26"), []),
    ],
)
def test_rivals_hold_at_one_time_and_in_somebodys_words(one: Gathered, other: Gathered, found: list[str]) -> None:
    assert [c.kind for c in contradictions([one, other])] == found
    assert [c.kind for c in contradictions([other, one])] == found
