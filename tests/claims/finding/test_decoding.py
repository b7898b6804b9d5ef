import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.claims.finding.decoding import (
    Decoding,
    Draft,
    Reading,
    confidence,
    decide,
    decode,
    evidence,
    exclusive,
    runs,
)
from according.claims.finding.tagger_labels import ROLES

CALIBRATION = (0.1, 0.5, 0.5, 0.0, 0.2, 0.1, 0.0, 0.0, 0.0)
LETTERS = {".": "none", "s": "source", "q": "cue", "c": "content"}


def roles_of(drawing: str, sure: float = 0.9) -> np.ndarray:
    """Probabilities that put `sure` on the role each letter names."""
    rest = (1 - sure) / (len(ROLES) - 1)
    return np.array(
        [[sure if LETTERS[letter] == role else rest for role in ROLES] for letter in drawing], dtype=np.float32
    )


def read(drawing: str, offset: int = 0, settings: Decoding | None = None, sure: float = 0.9) -> Draft:
    draft = decode(Reading(drawing.index("q"), 0.8, roles_of(drawing, sure), offset), settings or Decoding())
    assert draft is not None
    return draft


def draft_of(content, weight=0.9, anchor=0, anchor_probability=0.9, source=()):
    weights = tuple(weight for start, end in content for _ in range(start, end))
    return Draft(
        anchor, source, ((anchor, anchor + 1),), content, anchor_probability, 0.9, weight, weights, anchor_probability
    )


def test_content_around_an_interrupting_cue_keeps_two_pieces():
    draft = read("cccsqccc.")
    assert (draft.source, draft.cue, draft.content) == (((3, 4),), ((4, 5),), ((0, 3), (5, 8)))


def test_ranges_count_tokens_of_the_whole_text():
    draft = read("ssqccc", offset=100)
    assert (draft.anchor, draft.source, draft.cue, draft.content) == (102, ((100, 102),), ((102, 103),), ((103, 106),))


def test_a_short_hole_in_a_content_is_closed_but_not_over_a_cue_or_source():
    assert read("q.ccc.ccc").content == ((2, 9),)
    assert read("q.ccc...ccc").content == ((2, 5), (8, 11))
    assert read("cccsq.cc").content == ((0, 3), (6, 8))


def test_a_cue_with_only_faint_content_keeps_the_best_of_it():
    roles = roles_of("sq.....")
    roles[2:7, 3] = [0.02, 0.2, 0.3, 0.28, 0.05]
    draft = decode(Reading(1, 0.9, roles, 0), Decoding(content=0.5, least=0.1))
    assert draft is not None
    assert draft.content == ((3, 6),)
    assert decode(Reading(1, 0.9, roles, 0), Decoding(content=0.5, least=0.4)) is None


def test_of_two_possible_sources_the_one_with_more_weight_stays():
    assert read("s..qccc..sss").source == ((9, 12),)


def test_a_source_never_runs_over_its_cue():
    draft = read("ccc.ssqss.")
    assert (draft.source, draft.cue) == (((4, 6),), ((6, 7),))
    assert read("ccc.sqs.").source in (((4, 5),), ((6, 7),))


def test_without_content_there_is_no_attribution():
    assert decode(Reading(1, 0.9, roles_of("sq...", sure=0.99), 0), Decoding()) is None


def test_a_missing_source_is_as_sure_as_the_best_candidate_is_weak():
    assert read("q.ccc", sure=0.97).source_probability == pytest.approx(0.99, abs=0.001)


def test_a_token_wanted_twice_goes_to_the_surer_attribution():
    long, short = draft_of(((10, 20),), 0.6), draft_of(((18, 22),), 0.9, anchor=9)
    kept = exclusive([long, short])
    assert [draft.content for draft in kept] == [((10, 18),), ((18, 22),)]


def test_an_attribution_left_with_less_than_half_its_content_goes():
    assert exclusive([draft_of(((0, 10),), 0.9), draft_of(((0, 6),), 0.7)]) == [draft_of(((0, 10),), 0.9)]


def test_a_text_is_decided_in_order_and_without_unlikely_anchors():
    roles = roles_of("sqcc.")
    readings = [Reading(1, 0.9, roles, 50), Reading(1, 0.9, roles, 0), Reading(1, 0.1, roles, 20)]
    assert [draft.anchor for draft in decide(readings, Decoding(anchor=0.3), CALIBRATION)] == [1, 51]


def test_an_attribution_below_the_confidence_asked_for_is_not_told():
    readings = [Reading(1, 0.9, roles_of("sqcc."), 0)]
    (told,) = decide(readings, Decoding(), CALIBRATION)
    assert decide(readings, Decoding(confident=told.confidence), CALIBRATION) == [told]
    assert decide(readings, Decoding(confident=told.confidence + 0.001), CALIBRATION) == []


def test_a_shared_source_is_kept_by_both():
    source = ((0, 2),)
    drafts = [draft_of(((3, 6),), anchor=2, source=source), draft_of(((8, 12),), anchor=7, source=source)]
    assert exclusive(drafts) == drafts


ranges = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), min_size=1, max_size=8)


@given(ranges, st.lists(st.floats(0.5, 1), min_size=8, max_size=8))
def test_no_two_attributions_share_a_content_token(spans, weights):
    drafts = [draft_of(((start, start + size),), weight, anchor=i) for i, ((start, size), weight) in
              enumerate(zip(spans, weights, strict=False))]  # fmt: skip
    kept = exclusive(drafts)
    tokens = [token for draft in kept for start, end in draft.content for token in range(start, end)]
    assert len(tokens) == len(set(tokens))
    assert all(sum(b - a for a, b in draft.content) == len(draft.content_weights) for draft in kept)
    assert kept


@given(st.lists(st.booleans(), max_size=40))
def test_runs_cover_exactly_the_true_values(values):
    chosen = np.array(values, dtype=bool)
    assert [i for start, end in runs(chosen) for i in range(start, end)] == np.flatnonzero(chosen).tolist()


@settings(max_examples=30)
@given(st.floats(0.01, 0.98), st.floats(0.005, 0.01))
def test_confidence_is_a_probability_that_grows_with_the_evidence(probability, more):
    low, high = (
        confidence(draft_of(((0, 5),), anchor_probability=p), CALIBRATION) for p in (probability, probability + more)
    )
    assert 0 <= low <= high <= 1


def test_confidence_is_the_logistic_of_weighted_evidence():
    draft = draft_of(((0, 5),), anchor_probability=0.75)
    assert evidence(draft)[1] == pytest.approx(math.log(3))
    assert confidence(draft, (0, 1, 0, 0, 0, 0, 0, 0, 0)) == 0.75


def test_calibration_of_another_length_is_refused():
    with pytest.raises(ValueError, match="zip"):
        confidence(draft_of(((0, 5),)), (1.0, 2.0))
