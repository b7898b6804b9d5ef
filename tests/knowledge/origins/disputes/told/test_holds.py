"""Who contents say keeps, holds, takes or loses a place."""

import pytest

from according.knowledge.origins.disputes.told.holds import holds_of


@pytest.mark.parametrize(
    ("text", "deed", "by"),
    [
        ("Harlow remains under the control of the army", "keeps", ("army",)),
        ("the town is still in government hands", "keeps", ("army",)),
        ("Our troops continue to hold the town", "keeps", ("army",)),
        ("the city has not fallen", "keeps", ()),
        ("Our forces are in full control of Harlow", "holds", ()),
        ("the Lakeland rebels are holding the whole town", "holds", ("lakel", "rebels")),
        ("Lakeland Front fighters have captured the town of Harlow", "takes", ("front", "lakel")),
        ("the airport was overrun by the Lakeland Front", "takes", ("front", "lakel")),
        ("the town fell at dawn", "loses", ()),
        ("The town of Harlow fell to the militia", "loses", ("rebels",)),
    ],
)
def test_who_holds_what(text: str, deed: str, by: tuple[str, ...]) -> None:
    (found,) = holds_of(text)
    assert (found.deed, found.by) == (deed, by)


def test_who_denies_a_loss_says_that_it_was_kept() -> None:
    (found,) = holds_of("it had lost the airport at Harlow to the rebels", denied=True)
    assert (found.deed, found.to.noun, found.own) == ("keeps", "airport", True)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("it had taken the town", True),  # says nothing of who keeps it
        ("the rebels have held the town since last year", False),
        ("if the town is captured by the rebels", False),
        ("the guns fell silent", False),
    ],
)
def test_what_says_nothing_of_who_holds_a_place_now(text: str, denied: bool) -> None:
    assert list(holds_of(text, denied=denied)) == []
