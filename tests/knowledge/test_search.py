"""What a person types, as terms."""

import pytest

from according.knowledge.search import fold, parse_query, words


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("drones Iran", [(("drones",), False), (("iran",), False)]),
        ('"said so" x', [(("said", "so"), False), (("x",), False)]),
        ("Jurf al-Sakhar", [(("jurf",), False), (("al", "sakhar"), False)]),
        ("dron*", [(("dron",), True)]),
        ('"open end', [(("open", "end"), False)]),
        ("  - ' * ", []),
    ],
)
def test_queries(typed: str, terms: list) -> None:  # type: ignore[type-arg]
    assert parse_query(typed) == terms


def test_folding_joins_spellings_that_look_alike() -> None:
    assert fold("Škoda ÉTÉ ﬁn") == "skoda ete fin"
    assert fold("كتـــائب") == fold("كتائب") == fold("كَتائِب")
    assert words("U.S.-led, 3rd_Division") == ["u", "s", "led", "3rd", "division"]
