import pytest

from according.claims.manner.condition import find_condition
from tests.claims.marked import marked, page


@pytest.mark.parametrize(
    "source",
    [
        "[claim they will fight [if if the truce breaks]].",
        "[claim [if if Iran expands the war], the militias will join].",
        "[claim they could push on [if unless the talks resume]].",
        "[claim more could follow if necessary].",
        "[claim [if Should the front move south], thousands could flee].",
        "[claim [if Were the dam to break], the valley would drown].",
        "[claim Should they have left, nobody knew?].",
        "[claim it fell as if nobody had cared].",
        "[claim they left even if nobody asked].",
        "[claim he asked if the road was open].",
        "[claim the road was open].",
    ],
)
def test_the_condition_is_the_clause_with_its_word(source):
    text = marked(
        source if source.startswith(("[claim [if Should", "[claim [if Were")) else "The officer said " + source
    )
    assert find_condition(page(text.text), text.spans["claim"]) == text.one("if")
