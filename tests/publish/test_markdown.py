import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.publish.markdown import escape, link, safe_url


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words", "plain words"),
        ("*bold* _it_", r"\*bold\* \_it\_"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<script>", r"\<script\>"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("a\n\n# b", r"a \# b"),
        ("back\\slash", r"back\\slash"),
        ("a | b", r"a \| b"),
    ],
)
def test_words_stay_words(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text())
def test_nothing_that_means_something_is_left_bare(text: str) -> None:
    made = escape(text)
    assert "\n" not in made
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]#|]", made)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", "", None, "http://[", "x"],
)
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert safe_url(url) is None
    assert link("words", url) == "words"


def test_a_link_cannot_break_out_of_its_brackets() -> None:
    assert link("a] (b", 'https://x.example/a b)"<c>') == r"[a\] (b](https://x.example/a%20b%29%22%3Cc%3E)"
