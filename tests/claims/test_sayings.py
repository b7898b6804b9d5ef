import pytest

from according.claims.finding.grammar_nouns import Found
from according.claims.sayings import is_saying
from tests.claims.marked import marked, page

YES = [
    "[source The army] [cue said] [claim it fell].",
    '[source Karim] [cue laughed]: [claim "We were never going to leave that town."]',
    "[claim It fell], [cue according to] [source residents].",
    "[source The observatory] [cue recorded] [claim 14 strikes].",
    "[source The front] [cue agreed] [claim that the town was lost].",
    "[source The general] [cue ordered] [claim the men to leave].",
    '[source The envoy] [cue ruled out] [claim talks: "There will be none while the guns fire."]',
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
    "[source The emir] has [cue sworn allegiance to] [claim the caliph].",
    "[source The front] [cue agreed] [claim to join the army].",
    "[source The spokesman] left, [cue referring] [claim questions to the army].",
    "[claim That unit] [cue reports] to [source the ministry].",
    "[source The consul] has [cue ordered] [claim its staff out of the country].",
    "[source The government] [cue declared] [claim three days of national mourning].",
    "[source The army] rarely [cue acknowledges] [claim single raids].",
    "[source The officer] [cue recorded] [claim the meeting].",
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
