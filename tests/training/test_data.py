import json
import random

import numpy as np
import pytest

from according.claims.finding.tagger_labels import LABELS, ROLES
from according.claims.finding.tagger_weights import load_weights
from training.calibrate import calibrate, logistic
from training.data import batches, collate, cut, read_examples, retell

TEXT = "“It rained,” said Ann Poe, “for days.” Bo denied it.\n\nNobody else spoke."


def spans(*parts):
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


ROW = {
    "doc": "one",
    "text": TEXT,
    "attributions": [
        {"source": spans("Ann Poe"), "cue": spans("said"), "content": spans("“It rained,”", "“for days.”")},
        {"source": spans("Bo"), "cue": spans("denied"), "content": spans("it.")},
        {"source": spans("Nobody else"), "cue": spans("spoke")},
    ],
}


@pytest.fixture
def example(tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (read,) = read_examples(path, load_weights().tokenizer)
    return read


def labelled(example, label):
    starts, ends = example.tokens.starts, example.tokens.ends
    return [TEXT[starts[i] : ends[i]] for i in np.flatnonzero(example.labels == LABELS.index(label))]


def test_every_token_of_a_span_is_labelled_and_the_first_begins_it(example):
    assert labelled(example, "B-cue") == ["said", "denied", "spoke"]
    assert labelled(example, "B-source")[1:] == ["Bo", "Nobody"]
    assert len(labelled(example, "B-content")) == 3


def test_an_attribution_without_content_has_labels_but_no_anchor(example):
    cues = [TEXT[example.tokens.starts[i] : example.tokens.ends[i]] for i in example.anchors]
    assert cues == ["said", "denied"]


def test_roles_are_seen_from_each_anchor_alone(example):
    batch = collate([(example, 0, len(example.tokens))], 1, 2, 0)
    sources = batch.roles == ROLES.index("source")
    assert sources.any(axis=1).all()
    assert not (sources[0] & sources[1]).any()
    assert (batch.roles[:, 0] == -100).all()
    assert batch.ids[0, 0] == 1
    assert batch.mask[0].sum() == len(example.tokens) + 2


def test_a_window_shows_only_what_lies_inside_it(example):
    anchor = int(example.anchors[0])
    batch = collate([(example, anchor, anchor + 3)], 1, 2, 0)
    assert batch.anchors.tolist() == [1]
    assert batch.labels[0, 1:4].tolist() == example.labels[anchor : anchor + 3].tolist()
    assert (batch.labels[0, 4:] == -100).all()


def test_windows_of_an_epoch_cover_the_article(example):
    for seed in range(20):
        pieces = cut([example], 12, 4, random.Random(seed))
        seen = {token for _, first, last in pieces for token in range(first, last)}
        assert len(seen) >= len(example.tokens) - 24  # crumbs at the edges may be left out


def test_the_same_seed_gives_the_same_batches(example):
    first, second = (
        [batch.ids.tolist() for batch in batches([example] * 4, 40, 10, 2, (1, 2, 0), random.Random(5))]
        for _ in range(2)
    )
    assert first == second


def test_retelling_moves_every_span_with_its_words():
    text = "The road is shut, two men said. Ann Poe said it was open. It is, she said, and left."
    words = [("two men", "said", "The road is shut"), ("Ann Poe", "said", "it was open"), ("she", "said", "It is")]
    starts = [text.index(source) for source, _, _ in words]
    row = {
        "doc": "one",
        "text": text,
        "attributions": [
            {
                "source": [[start, start + len(source)]],
                "cue": [[start + len(source) + 1, start + len(source) + 5]],
                "content": [[text.index(content), text.index(content) + len(content)]],
            }
            for start, (source, _, content) in zip(starts, words, strict=True)
        ],
    }
    told = retell(row, random.Random(1), 1.0)
    assert retell(row, random.Random(1), 0.0) == row
    read = [[told["text"][slice(*a[part][0])] for part in ("source", "cue", "content")] for a in told["attributions"]]
    assert [(source, content) for source, _, content in read] == [(source, content) for source, _, content in words]
    assert read[1][1] == "said"  # what follows its cue is not retold
    assert read[0][1].startswith("told ")
    assert read[2][1].startswith("told ")


def test_calibration_finds_the_chance_it_was_shown():
    rng = np.random.default_rng(0)
    strength = rng.normal(size=4000)
    right = rng.random(4000) < 1 / (1 + np.exp(-(0.5 + 2 * strength)))
    weights = logistic(np.stack([np.ones(4000), strength], axis=1), right.astype(float))
    assert weights == pytest.approx([0.5, 2.0], abs=0.2)
    found = [(f"doc {i % 40}", (1.0, s), bool(r)) for i, (s, r) in enumerate(zip(strength, right, strict=True))]
    _, table = calibrate(found)
    assert sum(line["attributions"] for line in table) == 4000
    assert all(abs(line["said"] - line["right"]) < 0.08 for line in table if line["attributions"] > 100)


def test_a_network_that_finds_nothing_is_one_sentence():
    with pytest.raises(SystemExit, match="finds no attribution"):
        calibrate([])
