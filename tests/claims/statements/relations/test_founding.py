"""When and by whom a group was founded."""

import pytest

from according.records import Span, Time
from tests.claims.statements.sentences import read, told

KNOWN = {"Northern Brigade": "armed_group", "Omar Saleh": "person", "Libya": "government"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Northern Brigade was founded by Omar Saleh.", "Northern Brigade | founded | Omar Saleh"),
        ("Omar Saleh set up the Northern Brigade.", "Northern Brigade | founded | Omar Saleh"),
        (
            "The Northern Brigade was founded by students inspired by a poet.",
            "Northern Brigade | founded | students inspired by a poet",
        ),
    ],
)
def test_founders(text: str, expected: str) -> None:
    assert expected in told(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Libya was used as a staging ground for raids.", "Libya | used_for | staging ground for raids"),
        ("Omar Saleh uses Tobruk as a supply hub since May.", "Tobruk | used_for | supply hub"),
    ],
)
def test_what_a_country_or_a_port_is_used_for(text: str, expected: str) -> None:
    assert expected in told(text, {**KNOWN, "Tobruk": "place"})


def test_a_month_is_told_in_the_text_s_words_and_who_leads_now_founded_nothing() -> None:
    text = "The Northern Brigade was set up in March 2017 and is led by Omar Saleh."
    at = text.index("March")
    when = Time("March 2017", "2017-03", span=Span(at, at + 10))
    found = {s.object.name for s in read(text, KNOWN, times=[when]) if s.predicate == "founded" and s.object}
    assert found == {"March 2017"}
