"""A name's kind told by its company."""

import pytest

from according.claims.nlp import load_nlp
from according.claims.statements.names.naming import settle_names
from according.records import Mention, Span


def kinds(text: str, guesses: dict[str, str]) -> dict[str, str]:
    mentions = []
    for surface, kind in guesses.items():
        at = text.index(surface)
        mentions.append(Mention(Span(at, at + len(surface)), kind, surface, surface, "ner"))  # type: ignore[arg-type]
    return {m.name: m.kind for m in settle_names(load_nlp()(text), text, mentions)}


@pytest.mark.parametrize(
    ("text", "name", "wrong", "right"),
    [
        ("Rebels took Ann, a town in Rakhine state.", "Ann", "person", "place"),
        ("The army left the town of Sake.", "Sake", "person", "place"),
        ("They fired Zolfaqar missiles at the port.", "Zolfaqar", "person", "weapon"),
        ("Fano fighters entered Gondar.", "Fano", "person", "armed_group"),
        ("The tanker Sounion burned.", "Sounion", "person", "weapon"),
        ("Defence firm Rafael denied it.", "Rafael", "person", "company"),
    ],
)
def test_company_outvotes_the_parser(text: str, name: str, wrong: str, right: str) -> None:
    assert kinds(text, {name: wrong})[name] == right


def test_a_name_cut_short_is_completed() -> None:
    assert "Kyaw Kyaw Thant" in kinds("The rebels captured Kyaw Kyaw Thant on Monday.", {"Kyaw Kyaw": "person"})


def test_members_of_a_list_are_of_one_sort() -> None:
    found = kinds(
        "They rushed troops to the townships of Sittwe, Kyaukphyu and Munaung.",
        {"Sittwe": "person", "Kyaukphyu": "person", "Munaung": "person"},
    )
    assert set(found.values()) == {"place"}


def test_known_names_stay_as_they_are() -> None:
    text = "Rebels took Ann, a town."
    known = Mention(Span(12, 15), "person", "Ann", "Ann", "pack")
    assert known in settle_names(load_nlp()(text), text, [known])


def test_common_nouns_are_no_names() -> None:
    assert kinds("Jihadists attacked Gao.", {"Jihadists": "organization"}).keys() == {
        "Gao"
    } or "Jihadists" not in kinds("Jihadists attacked Gao.", {"Jihadists": "organization"})


def test_a_known_name_is_not_overlaid_by_its_own_long_form() -> None:
    text = "Diyala and Kirkuk Provinces: All is quiet."
    known = Mention(Span(11, 17), "place", "Kirkuk", "Kirkuk Province", "pack")
    spans = [m.span for m in settle_names(load_nlp()(text), text, [known])]
    assert not any(span.overlaps(known.span) for span in spans if span != known.span)


def test_a_known_name_inside_another_groups_name_gives_way() -> None:
    text = "Kataib Hezbollah attacked the base."
    known = Mention(Span(7, 16), "armed_group", "Hezbollah", "Hezbollah", "pack")
    assert [m.name for m in settle_names(load_nlp()(text), text, [known])] == ["Kataib Hezbollah"]


@pytest.mark.parametrize(
    ("text", "name", "wrong", "right"),
    [
        ("The Qatar-backed Zaghawa Shield took the road.", "Zaghawa Shield", "place", "armed_group"),
        ("Gunmen from the Ansar fled. The Ansar hid.", "Ansar", "place", "armed_group"),
        ("An alliance called Dawn Shield took it.", "Dawn Shield", "person", "armed_group"),
        ("Idriss Moussa, the group's military spokesman, denied it.", "Idriss Moussa", "place", "person"),
        ("A mission whose commander is Paul Otto left.", "Paul Otto", "organization", "person"),
        ("He is the governor of Alto Mira.", "Alto Mira", "organization", "place"),
        ("Birkat, about 40 km north of the lake, is empty.", "Birkat", "person", "place"),
        ("They hold the Fara corridor.", "Fara", "person", "place"),
        ("The 12th Desert Brigade arrived.", "12th Desert Brigade", "armed_group", "government"),
        ("Operation Iron Dune began.", "Operation Iron Dune", "place", "organization"),
    ],
)
def test_more_company(text: str, name: str, wrong: str, right: str) -> None:
    assert kinds(text, {name: wrong})[name] == right


def test_a_people_is_no_militia_and_no_town() -> None:
    assert kinds("A Fulani militia left.", {"Fulani": "organization"})["Fulani"] != "armed_group"
    assert kinds("They left the mainly Fulani town.", {"Fulani": "organization"})["Fulani"] != "place"


def test_two_places_that_share_their_noun() -> None:
    text = "It holds Balqa and Karak provinces."
    assert {"Balqa", "Karak"} <= kinds(text, {"Balqa and Karak provinces": "organization"}).keys()


def test_members_are_no_part_of_a_name() -> None:
    assert "Dawn Shield" in kinds("Fighters of the Dawn Shield left.", {"Fighters of the Dawn Shield": "organization"})


def test_a_branch_is_another_group_than_its_parent() -> None:
    text = "Black Banner Levant said it. Black Banner commander Omar left."
    at = [text.index("Black Banner"), text.rindex("Black Banner")]
    known = [Mention(Span(i, i + 12), "armed_group", "Black Banner", "Black Banner", "pack") for i in at]
    found = settle_names(load_nlp()(text), text, known)
    assert [m.name for m in found if m.kind == "armed_group"] == ["Black Banner Levant", "Black Banner"]


def test_a_hyphenated_name_is_whole() -> None:
    text = "The head of Jamaat-e-Watan left."
    assert "Jamaat-e-Watan" in kinds(text, {"Jamaat": "organization"})


def test_a_name_goes_on_before_its_joint() -> None:
    assert "Ribeira da Costa" in kinds("They took Ribeira da Costa.", {"Costa": "place"})


def test_forces_of_a_people_and_the_people_are_one() -> None:
    text = "Banyari forces left. The Banyaris hold Sake."
    assert "Banyari" not in kinds(text, {"Banyaris": "organization"})


def test_the_last_of_a_list_of_provinces_is_one_province() -> None:
    assert "Kara Province" in kinds("It holds Bel, Dor and Kara Provinces.", {"Kara Provinces": "place"})


def test_an_apposition_of_office_makes_no_group_of_a_person() -> None:
    text = "Hassan Badi, a member of the movement's political bureau, said so."
    assert kinds(text, {"Hassan Badi": "person"}) == {"Hassan Badi": "person"}
