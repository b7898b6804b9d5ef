"""The project's own list of places."""

from collections import Counter

import pytest

from according.entities.gazetteer_supplement import LEVELS, read_supplement, supplement, supplement_text
from according.errors import PackError


def test_the_list_is_well_formed_and_names_nothing_twice() -> None:
    places = list(supplement())
    assert len(places) > 500
    assert {p.level for p in places} == set(LEVELS.values())
    assert [i for i, n in Counter(p.id for p in places).items() if n > 1] == []
    assert "none is copied" in supplement_text().lower().replace("\n# ", " ")
    assert all(p.radius_km <= 40 for p in places if p.level != "region")


def test_a_row() -> None:
    (place,) = read_supplement("# head\nAA\tcamp\tDasha|Dasha camp\t10.5\t11\t6\n")
    assert (place.name, place.aliases, place.level, place.lat, place.population) == (
        "Dasha",
        ("Dasha camp",),
        "site",
        10.5,
        0,
    )


@pytest.mark.parametrize("row", ["AA\tcamp\tDasha\t10.5", "AA\tpalace\tDasha\t1\t1\t1", "AA\ttown\tDasha\t95\t1\t1"])
def test_a_bad_row_is_named(row: str) -> None:
    with pytest.raises(PackError, match="Line 1"):
        list(read_supplement(row))
