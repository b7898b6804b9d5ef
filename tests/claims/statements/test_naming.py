"""A name's kind told by its company."""

import pytest

from according.claims.nlp import load_nlp
from according.claims.statements.naming import settle_names
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
