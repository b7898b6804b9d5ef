"""Two claims on harm: of one event or not, and whether they go together."""

from collections.abc import Sequence
from datetime import date

import pytest

from according.knowledge.origins.disputes.told.scenes import scenes
from according.knowledge.origins.disputes.told.tellings import Clash, Telling, clashes, tellings
from according.records import Article, Claim, Extraction, Link, Linking, Mention, Outlet, Place, Span, Voice

FILLER = "\n\n" + "Nobody knows yet what it will cost to mend the road, the mill and the long wall by the river. " * 10
TOWNS = {"Harlow": 2.0, "Norfield": 2.0, "Great Lakeland": 400.0, "Portville": 20.0}


def reported(
    *said: tuple[str, str],
    top: str = "A drone fell on Harlow on Monday.",
    day: int = 3,
    statuses: Sequence[str] = (),
    affiliation: str | None = None,
) -> tuple[Article, Extraction, Linking]:
    """An article of March 2025 (the 3rd is a Monday) whose voices say so."""
    text = top + "".join(f"\n\n{words}, {name} said." for name, words in said)
    id = Article.identify(text, None)
    article = Article(id, Outlet("Hill Post"), text, published=date(2025, 3, day))
    claims = []
    for number, (name, words) in enumerate(said):
        start = text.index(words)
        at = text.index(f", {name} said", start) + 2
        claims.append(
            Claim(
                f"{number}{id}",
                id,
                (Span(start, start + len(words)),),
                None,
                (Voice(name, "person", Span(at, at + len(name)), None, affiliation), Voice("Hill Post", "media")),
                status=statuses[number] if number < len(statuses) else "asserted",  # type: ignore[arg-type]
            )
        )
    mentions = tuple(
        Mention(Span(at, at + len(name)), "place", name, name)
        for name in TOWNS
        for at in range(len(text))
        if text.startswith(name, at)
    )
    places = tuple(Place(f"gn:{name}", name, 5.0, 5.0, 1, radius, radius > 100) for name, radius in TOWNS.items())
    links = tuple(Link(name, f"gn:{name}", "exact") for name in TOWNS)
    return (
        article,
        Extraction(id, "planted@1", mentions, tuple(claims), ()),
        Linking(id, "planted@1", (), places, links),
    )


def told(*said: tuple[str, str], **how: object) -> list[Telling]:
    return tellings(*reported(*said, **how))  # type: ignore[arg-type]


def between(one: Sequence[Telling], other: Sequence[Telling]) -> list[Clash]:
    return [found for a in one for b in other for found in clashes(a, b)]


def found_in(*said: tuple[str, str], **how: object) -> list[Clash]:
    tellings_ = told(*said, **how)
    return [c for n, one in enumerate(tellings_) for other in tellings_[n + 1 :] for c in clashes(one, other)]


def test_a_scene_is_the_places_of_the_sentence_or_of_the_top() -> None:
    reading = reported(
        ("Ann Vale", "Two men died"),
        ("Max Reed", "In Norfield on Saturday a barn burned"),
        top=f"Shells fell on Harlow in Great Lakeland on Monday.{FILLER}",
    )
    first, second = scenes(*reading).values()
    assert (first.where, first.own, first.days) == ({"harlow"}, False, {date(2025, 3, 3)})
    assert (second.where, second.own, second.days) == ({"norfield"}, True, {date(2025, 3, 1)})


def test_a_dateline_is_no_scene() -> None:
    reading = reported(("Ann Vale", "Two men died"), top="PORTVILLE, March 3 (Hill Post) - Shells fell on Harlow.")
    assert scenes(*reading)[reading[1].claims[0].id].where == {"harlow"}


def test_a_ship_is_a_scene() -> None:
    reading = reported(("Ann Vale", "Two men died"), top="The tanker Lake Maiden was hit on Monday.")
    assert scenes(*reading)[reading[1].claims[0].id].small == {"lake maiden"}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("six soldiers were killed", "at least 20 soldiers were killed", "number"),
        ("at least 40 tankers were burned", "a few vehicles were damaged", "number"),
        ("a drone hit the market in the town", "No market was hit", "denial"),
        ("two women were killed", "nobody was hurt", "denial"),
        ("four residents have been killed", "Reports of dead civilians are a lie", "denial"),
        ("the ship has sunk", "The ship is afloat", "denial"),
        ("our engineer has not been found", "All crew were reported safe", "denial"),
        ("the rebels have captured the town", "The town remains under the control of the army", "control"),
    ],
)
def test_what_does_not_go_together(one: str, other: str, kind: str) -> None:
    (found,) = found_in(("Ann Vale", one), ("Max Reed", other))
    assert (found.kind, found.sure) == (kind, True)
    (turned,) = found_in(("Max Reed", other), ("Ann Vale", one))
    assert (turned.says, turned.other, turned.why) != (found.says, found.other, "")
    assert {turned.says, turned.other} == {found.says, found.other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nine tankers were burned", "two vehicles were damaged and ten burned"),
        ("at least 27 people were killed", "27 people were killed"),
        ("ten people were killed", "three children were killed"),  # a part
        ("ten soldiers were killed", "twelve fighters were killed"),  # others
        ("ten Lakelander soldiers were killed", "five Hillander soldiers were killed"),
        ("our forces lost two tanks and ten soldiers were killed", "No civilians were harmed"),
        ("the rebels have captured the town", "the army holds the ridge"),
        ("two women were killed in Norfield", "two men died, and in Harlow nobody was hurt"),
        ("six soldiers were killed on Saturday", "ten soldiers were killed on Monday"),
    ],
)
def test_what_goes_together(one: str, other: str) -> None:
    assert [c for c in found_in(("Ann Vale", one), ("Max Reed", other)) if c.sure] == []


def test_numbers_that_may_both_be_right_are_only_proposed() -> None:
    (found,) = found_in(("Ann Vale", "at least 27 people were killed"), ("Max Reed", "34 people were killed"))
    assert (found.kind, found.sure) == ("number", False)


def test_nobody_contradicts_oneself() -> None:
    assert found_in(("Ann Vale", "six soldiers were killed"), ("Ann Vale", "nine soldiers were killed")) == []


def test_articles_of_one_small_place_and_day_are_of_one_event() -> None:
    one = told(("Ann Vale", "six soldiers were killed"))
    (found,) = between(one, told(("Max Reed", "nine soldiers were killed"), top="Harlow buried its dead on Monday."))
    assert found.sure


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Shells fell on Norfield on Monday.", 3),  # elsewhere
        ("Shells fell on Harlow on Thursday.", 7),  # another day
        ("Shells fell on Great Lakeland on Monday.", 3),  # a region
    ],
)
def test_articles_of_another_place_or_day_are_not(top: str, day: int) -> None:
    one = told(("Ann Vale", "six soldiers were killed"))
    assert between(one, told(("Max Reed", "nine soldiers were killed"), top=top, day=day)) == []


LARGE = f"A lorry exploded in Portville on Monday.{FILLER}"
ALIKE = f"In Portville a lorry exploded on Monday.{FILLER}"


def test_in_a_large_place_the_articles_must_be_alike() -> None:
    one = told(("Ann Vale", "six soldiers were killed"), top=LARGE)
    same = told(("Max Reed", "nine soldiers were killed"), top=ALIKE)
    other = told(
        ("Max Reed", "nine soldiers were killed"),
        top="Gunfire rang out in Portville on Monday. "
        + "Passengers waited while trains stood at both stations. " * 20,
    )
    assert [c.sure for c in between(one, same)] == [True]
    assert [c.sure for c in between(one, other)] == [False]


def test_a_toll_that_is_higher_a_day_later_may_have_grown() -> None:
    one = told(("Ann Vale", "six people were killed"))
    more = told(("Max Reed", "nine people were killed"), day=4)
    fewer = told(("Max Reed", "four people were killed"), day=4)
    assert [c.sure for c in between(one, more)] == [False]
    assert [c.sure for c in between(one, fewer)] == [True]


def test_who_says_what_they_did_not_do_says_nothing_of_others() -> None:
    said = told(("Ann Vale", "Hillander drones bombed the market"))
    army = told(("Max Reed", "We did not strike any market"), top="Harlow on Monday.", affiliation="Lakeland Army")
    hill = told(("Max Reed", "We did not strike any market"), top="Harlow on Monday.", affiliation="Hillander Army")
    assert [c.sure for c in between(said, army)] == [False]
    assert [c.sure for c in between(said, hill)] == [True]


def test_a_denied_content_is_worded_as_not_so() -> None:
    (found,) = found_in(
        ("Ann Vale", "the jets killed dozens of fishermen"),
        ("Max Reed", "having killed any fishermen"),
        statuses=("asserted", "denied"),
    )
    assert found.other == "not so: killed any fishermen"
    assert found.why == "“not so: killed any fishermen” and “killed dozens of fishermen” do not go together"


def test_what_is_hedged_is_never_sure() -> None:
    (found,) = found_in(
        ("Ann Vale", "six soldiers were killed"), ("Max Reed", "nine soldiers were killed"), statuses=("hedged",)
    )
    assert not found.sure


def test_calls_threats_and_forecasts_tell_of_nothing() -> None:
    assert told(("Ann Vale", "six soldiers were killed"), statuses=("predicted",)) == []
