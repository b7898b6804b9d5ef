import pytest

from according.claims.condition import find_condition
from tests.claims.marked import marked, page


@pytest.mark.parametrize(
    "source",
    [
        "[claim they will fight [if if the truce breaks]].",
        "[claim [if if Iran expands the war], the militias will join].",
        "[claim they could push on [if unless the talks resume]].",
        "[claim more could follow if necessary].",
        "[claim it fell as if nobody had cared].",
        "[claim they left even if nobody asked].",
        "[claim he asked if the road was open].",
        "[claim the road was open].",
    ],
)
def test_the_condition_is_the_clause_with_its_word(source):
    text = marked("The officer said " + source)
    assert find_condition(page(text.text), text.spans["claim"]) == text.one("if")
