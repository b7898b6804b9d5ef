import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.claims.page import find_dateline, paragraphs, quotations, tidy
from according.records import Span
from tests.claims.marked import marked


@pytest.mark.parametrize(
    "source",
    [
        '[quote "We left at dawn,"] he said. [quote "Nobody stayed."]',
        "[quote “One.] \n\n[quote “Two.”] said the mayor.",
        'He [quote "never] \nNext line has none.',
        'The 6" shells fell; [quote "they missed,"] she said.',
        "It isn't 'quoted' here.",
    ],
)
def test_quotations_are_found_line_by_line(source):
    text = marked(source)
    assert quotations(text.text) == list(text.spans.get("quote", ()))


@given(st.text())
def test_quotations_and_paragraphs_lie_in_any_text(text):
    for span in (*quotations(text), *paragraphs(text)):
        assert span.of(text)


def test_paragraphs_are_lines_without_their_edges():
    text = "\n One \r\n\n  \nTwo\n"
    assert [span.of(text) for span in paragraphs(text)] == ["One", "Two"]


@pytest.mark.parametrize(
    "source",
    [
        "[dateline KHARTOUM (Reuters) - ]The army said",
        "[dateline GOMA, Democratic Republic of Congo, Jan 27 (AFP) — ]Rebels said",
        "[dateline CAIRO — ]Both sides said",
        "[dateline BAMAKO: ]A group said",
        "The army said it left.",
        "UN troops left the town - it is said",
        "NATO said on Monday – as before – that it left.",
    ],
)
def test_datelines_end_at_their_dash(source):
    text = marked(source)
    found = find_dateline(text.text, Span(0, len(text.text)))
    assert found == text.one("dateline")


def test_tidy_keeps_quotation_marks_and_drops_commas():
    text = '  , "So it is," - '
    span = tidy(text, 0, len(text))
    assert span is not None
    assert span.of(text) == '"So it is,"'
    assert tidy(" ,. ", 0, 4) is None
