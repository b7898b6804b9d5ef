import pytest

from according.claims.grammar_nouns import Found
from according.claims.sayings import is_saying
from tests.claims.marked import marked, page

YES = [
    "[source The army] [cue said] [claim it fell].",
    '[source Karim] [cue laughed]: [claim "We were never going to leave that town."]',
    "[claim It fell], [cue according to] [source residents].",
    "[source The mayor] does not [cue believe] [claim the army will come].",
]
NO = [
    "[source The army] did not [cue say] [claim when it fell].",
    "[source The army] would [cue say] [claim that it fell].",
    "[source The group] [cue captured] [claim the town].",
    '"[source I] [cue think] [claim it fell]," he said.',
    "[source A spokesman], who [cue asked] [claim not to be named], left.",
    "[source Militias] [cue calling] themselves [claim the Blue Shield] left.",
    "Tensions reignite [cue talk] of [claim a united front].",
    "[source Everybody] [cue thought] [claim it fell].",
]


def found(source):
    text = marked(source)
    return page(text.text), Found(text.one("source"), text.one("cue"), text.spans["claim"], "found", 0.9)


@pytest.mark.parametrize("source", YES)
def test_a_saying_counts(source):
    assert is_saying(*found(source))


@pytest.mark.parametrize("source", NO)
def test_wishes_deeds_and_sayings_that_did_not_happen_do_not(source):
    assert not is_saying(*found(source))
