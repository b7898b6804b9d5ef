"""Names and parts found where places stand."""

import pytest

from according.entities.place_scan import CALLED, compass_of, names_alone, parts_of, scan_places, surnames


def groups(text: str) -> list[tuple[str, ...]]:
    return [g.names for g in scan_places(text, ())]


def test_a_dateline_may_name_two_towns() -> None:
    first = list(scan_places("RAVENHOLM/OLD KEEP: Troops left.", ()))[:2]
    assert [g.names for g in first] == [("Ravenholm",), ("Old Keep",)]
    assert all(g.marked for g in first)


def test_the_village_of_leaves_no_doubt_and_an_elder_is_no_village() -> None:
    (called, *_) = [g for g in scan_places("They burnt the villages of Dasha and Old Rowe.", ()) if g.why == CALLED]
    assert called.names == ("Dasha", "Old Rowe")
    assert not [g for g in scan_places("Harun, a village elder, wept.", ()) if g.marked]


@pytest.mark.parametrize("text", ["Residents of Dasha fled.", "They now occupy Dasha.", "The fall of Dasha came late."])
def test_words_that_go_with_places(text: str) -> None:
    assert ("Dasha",) in groups(text)


def test_a_surname_and_a_month_are_no_places() -> None:
    assert "Rowe" in surnames("Jane Rowe spoke. They attacked Rowe.")
    assert ("Rowe",) not in groups("Jane Rowe spoke. They attacked Rowe.")
    assert not any("March" in g for g in groups("It fell in March."))
    assert "Kivu" not in surnames("in South Kivu")


def test_types_of_several_names_belong_to_each() -> None:
    assert ("Dasha province", "Rowe province") in groups("It controls most of Dasha and Rowe provinces.")


def test_parts_of_the_country_by_compass_alone() -> None:
    text = "They hold posts across the west, and in the centre of the country. Villages to the north burnt."
    assert list(compass_of(text)) == [("the west", "western"), ("the centre of the country", "central")]
    assert list(compass_of("It blamed the West. They sat in the east bank and in the centre.")) == []


def test_a_measured_direction_is_no_region() -> None:
    assert list(parts_of("a base 60 km north of Dasha", ["Dasha"])) == []
    assert list(parts_of("a base north of Dasha", ["Dasha"])) == ["north of Dasha"]


def test_names_alone_leave_out_speakers_aliases_and_first_words() -> None:
    text = (
        "Yesterday Rowe was calm. The rebels took Dasha in May and Old Keep later. Bram said so. "
        "His chief, alias Tolva, agreed with Bram about Tolva, and Karel Novik with Novik."
    )
    found = [name for name, _ in names_alone(text, ())]
    assert "Dasha" in found
    assert "Old Keep" in found
    assert not {"Yesterday", "Bram", "Tolva", "Novik"} & set(found)
    assert all(span.of(text) == name for name, span in names_alone(text, ()))
