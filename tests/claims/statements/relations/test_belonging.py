"""Leaders, members, backers, founders, uses."""

import pytest

from tests.claims.statements.sentences import read, told

KNOWN = {
    "TNLA": "armed_group",
    "MNDAA": "armed_group",
    "Arakan Army": "armed_group",
    "Brotherhood Alliance": "armed_group",
    "Abu Bakr": "person",
    "Islamic State": "armed_group",
    "Boko Haram": "armed_group",
    "Rwanda": "government",
    "M23": "armed_group",
    "Djibo": "place",
    "Bertrand Bisimwa": "person",
    "Viv Ansanm": "armed_group",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bertrand Bisimwa leads M23.", "Bertrand Bisimwa | leads | M23"),
        ("M23, led by Bertrand Bisimwa, advanced.", "Bertrand Bisimwa | leads | M23"),
        ("The TNLA belongs to the Brotherhood Alliance.", "TNLA | part_of | Brotherhood Alliance"),
        ("The Brotherhood Alliance includes the TNLA and the MNDAA.", "MNDAA | part_of | Brotherhood Alliance"),
        ("Boko Haram pledged allegiance to Islamic State.", "Boko Haram | loyal_to | Islamic State"),
        ("Boko Haram is loyal to Abu Bakr.", "Boko Haram | loyal_to | Abu Bakr"),
        ("M23 is backed by Rwanda.", "M23 | backed_by | Rwanda"),
        ("Rwanda backs M23.", "M23 | backed_by | Rwanda"),
        ("The TNLA is allied with the MNDAA.", "TNLA | allied_with | MNDAA"),
        ("The TNLA is part of the Brotherhood Alliance.", "TNLA | part_of | Brotherhood Alliance"),
        ("Djibo serves as a storage site for fuel.", "Djibo | used_for | storage site for fuel"),
        ("Djibo was converted into a prison.", "Djibo | used_for | prison"),
    ],
)
def test_relations_by_verb(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


def test_who_hangs_on_one_member_of_a_list_leads_that_member() -> None:
    lines = told("M23, led by Bertrand Bisimwa, and the TNLA attacked Djibo.", KNOWN)
    assert "Bertrand Bisimwa | leads | TNLA" not in lines


def test_founding_carries_its_date_as_object() -> None:
    from according.records import Span, Time

    text = "The TNLA was founded in 1992."
    time = Time("1992", "1992", span=Span(text.index("1992"), text.index("1992") + 4))
    (founded,) = [s for s in read(text, KNOWN, times=[time]) if s.predicate == "founded"]
    assert (founded.subject.name, founded.object and founded.object.name, founded.time) == ("TNLA", "1992", time)
