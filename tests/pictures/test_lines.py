from datetime import date

import pytest

from according.pictures.lines import back_claims, back_statements, gather_lines
from according.records import Quantity
from tests.pictures.rows_factory import article, claim, day, since, statement


def test_the_same_said_twice_is_one_line_with_both_claims() -> None:
    rows = [
        statement("Badr", "part_of", "Front", claim="c1", speaker="Analyst", text="Badr belongs to the Front"),
        statement("Badr", "part_of", "Front", source=article("two", outlet="Herald", published=date(2025, 7, 1))),
    ]
    (line,) = gather_lines(rows)
    assert line.backing.claims == ("c1",)
    assert line.backing.statements == (rows[0].statement.id, rows[1].statement.id)
    assert line.backing.articles == ("a1", "two")
    assert line.backing.own_voice == ("two",)
    assert line.backing.voices == ("Analyst", "Herald")
    assert (line.backing.said_first, line.backing.said_last) == (date(2025, 6, 17), date(2025, 7, 1))
    assert line.text == "part of Front"


def test_different_items_places_and_objects_make_different_lines() -> None:
    rows = [
        statement("Iran", "supplies", "Badr", item="Fateh"),
        statement("Iran", "supplies", "Badr", item="Shahab"),
        statement("Iran", "supplies", "Nujaba", item="Fateh"),
        statement("Iran", "supplies", "Badr", item="Fateh", where="Basra"),
    ]
    assert len(gather_lines(rows)) == 4


def test_plain_text_ends_meet_without_regard_to_case_and_spacing() -> None:
    first, second = (
        statement("Basra", "used_for", "storage of arms"),
        statement("Basra", "used_for", "storage  of Arms"),
    )
    assert len(gather_lines([first, second])) == 1


@pytest.mark.parametrize("status", ["threatened", "predicted", "conditional", "called_for"])
def test_what_has_not_happened_never_shares_a_line_with_what_has(status: str) -> None:
    lines = gather_lines([statement("Badr", "ASSAULT", "Base"), statement("Badr", "ASSAULT", "Base", status=status)])
    assert [line.foreseen for line in lines] == [False, True]
    assert [line.backing.status for line in lines] == ["asserted", status]


def test_a_denial_makes_a_line_disputed_and_denials_alone_make_it_denied() -> None:
    said, denied = (
        statement("Badr", "controls", "Basra", claim="c1"),
        statement("Badr", "controls", "Basra", negated=True),
    )
    (line,) = gather_lines([said, denied])
    assert (line.backing.mark, line.backing.negated) == ("disputed", False)
    assert line.backing.denials == (denied.statement.id,)
    (line,) = gather_lines([denied])
    assert (line.backing.mark, line.backing.negated) == ("denied", True)
    (line,) = gather_lines([statement("Badr", "controls", "Basra", status="doubted")])
    assert line.backing.mark == "denied"


def test_a_line_is_unverified_only_while_nobody_says_it_plainly() -> None:
    unchecked = statement("Badr", "controls", "Basra", claim="c1", verification="unverified")
    hedged = statement("Badr", "controls", "Basra", claim="c2", status="hedged")
    plain = statement("Badr", "controls", "Basra", claim="c3")
    assert back_statements([unchecked, hedged]).mark == "unverified"
    backing = back_statements([unchecked, hedged, plain])
    assert (backing.mark, backing.status, backing.verification) == ("said", "asserted", "unverified")
    assert backing.statuses == (("asserted", 2), ("hedged", 1))
    assert backing.verifications == (("unverified", 1), ("none", 2))


def test_bounds_span_the_dated_statements_and_stay_open_where_one_is_open() -> None:
    dated = statement("Badr", "controls", "Basra", time=day("2024-03-05"))
    open_ended = statement("Badr", "controls", "Basra", time=since(2020))
    assert back_statements([dated]).latest == date(2024, 3, 5)
    backing = back_statements([dated, open_ended])
    assert (backing.earliest, backing.latest) == (date(2020, 1, 1), None)
    undated = back_statements([statement("Badr", "controls", "Basra")])
    assert (undated.times, undated.earliest, undated.dated) == ((), None, False)


def test_numbers_are_listed_never_merged() -> None:
    rows = [
        statement("Badr", "possesses", "Base", quantity=Quantity("dozens", 24, 99)),
        statement("Badr", "possesses", "Base", quantity=Quantity("35", 35, 35)),
    ]
    (line,) = gather_lines(rows)
    assert [quantity.text for quantity in line.quantities] == ["dozens", "35"]


def test_claims_alone_can_stand_behind_a_line() -> None:
    backing = back_claims(
        [claim("it is so", "Nashou", name="c1"), claim("it is so", "Sadr", name="c2", status="denied")]
    )
    assert (backing.claims, backing.denials, backing.mark) == (("c1", "c2"), ("c2",), "disputed")
    assert backing.voices == ("Nashou", "Sadr")


def test_nothing_stands_behind_nothing() -> None:
    with pytest.raises(ValueError, match="at least one"):
        back_statements([])
    with pytest.raises(ValueError, match="at least one"):
        back_claims([])
