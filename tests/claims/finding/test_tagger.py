import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.claims.finding.tagger import attribute, attribute_many, load_tagger
from according.claims.finding.tagger_tokens import best_window, read_tokens, windows
from according.claims.finding.tagger_weights import FOLDER, load_weights, read_card
from according.errors import ExtractorError

STORY = (
    "Trucks had crossed the bridge before dawn, two border officials told the station.\n\n"
    "“We counted forty trucks,” said Colonel Samir Haddad, who leads the post. “None of them stopped.”\n\n"
    "The ministry denied that any weapons had been moved. According to a report by the institute, "
    "the depot had been empty since March."
)


def texts_of(text, part):
    return " ".join(span.of(text) for span in part)


def test_reads_who_said_what():
    found = {texts_of(STORY, a.cue).split()[0]: a for a in attribute(STORY)}
    assert texts_of(STORY, found["told"].source) == "two border officials"
    assert texts_of(STORY, found["told"].content) == "Trucks had crossed the bridge before dawn"
    assert "Colonel Samir Haddad" in texts_of(STORY, found["said"].source)
    assert "We counted forty trucks" in texts_of(STORY, found["said"].content)
    assert texts_of(STORY, found["denied"].source) == "The ministry"
    assert "empty since March" in texts_of(STORY, found["According"].content)


def test_attributions_come_in_text_order_with_spans_inside_the_text_and_a_probability():
    found = attribute(STORY)
    cues = [a.cue[0].start for a in found]
    assert cues == sorted(cues)
    for attribution in found:
        assert attribution.content
        assert 0 <= attribution.confidence <= 1
        for part in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= span.start < span.end <= len(STORY) for span in part)
            assert all(not span.of(STORY)[0].isspace() and not span.of(STORY)[-1].isspace() for span in part)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "\x00", "🙂", "Rain."])
def test_text_without_attributions_gives_none(text):
    assert attribute(text) == []


def test_offsets_count_characters_whatever_stands_before():
    before = "🙂 Ünïcödé \u202e نص ﬁ\u0301 "
    text = f"{before}\n\nThe mayor said the bridge was closed."
    (found,) = attribute(text)
    assert texts_of(text, found.source) == "The mayor"
    assert texts_of(text, found.content).rstrip(".") == "the bridge was closed"


def test_a_result_does_not_depend_on_what_was_read_before():
    alone = attribute(STORY)
    assert list(attribute_many([STORY * 3, STORY, ""]))[1:] == [alone, []]


def test_streaming_reads_one_text_at_a_time():
    taken = []

    def source():
        for text in (STORY, "Rain.", STORY):
            taken.append(text)
            yield text

    stream = attribute_many(source())
    next(stream)
    assert len(taken) == 1


def test_text_of_many_windows_finds_the_same_story_again_and_again():
    times = 30
    text = "\n\n".join([STORY] * times)
    found = [texts_of(text, a.source) for a in attribute(text)]
    assert found.count("The ministry") >= times - 1


def test_one_endless_paragraph_without_marks_is_read():
    assert isinstance(attribute("word " * 5000), list)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_string_is_read_with_spans_inside_it(text):
    for attribution in attribute(text):
        for part in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= span.start < span.end <= len(text) for span in part)


@given(st.integers(0, 2000), st.integers(2, 300), st.integers(1, 300))
def test_windows_cover_every_token_and_never_exceed_their_size(length, size, stride):
    stride = min(stride, size)
    ranges = windows(length, size, stride)
    assert {token for start, end in ranges for token in range(start, end)} == set(range(length))
    assert all(0 < end - start <= size for start, end in ranges)
    for token in range(0, length, 37):
        start, end = best_window(ranges, token)
        assert start <= token < end


def test_a_token_is_read_where_it_stands_deepest():
    ranges = [(0, 100), (60, 160), (120, 220)]
    assert best_window(ranges, 70) == (0, 100)
    assert best_window(ranges, 95) == (60, 160)
    assert best_window(ranges, 0) == (0, 100)
    assert best_window(ranges, 219) == (120, 220)


def test_features_know_case_paragraph_and_quotation():
    text = "He saw “NATO maps.\n\nIt had 3."
    tokens = read_tokens(load_weights().tokenizer, text)
    surfaces = (text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True))
    seen = dict(zip(surfaces, tokens.features.tolist(), strict=True))
    assert seen["He"] == 1 + 4
    assert seen["saw"] == 0
    assert seen["NATO"] == 2 + 8
    assert seen["maps"] == 8
    assert seen["It"] == 1 + 4  # a forgotten closing mark ends with its paragraph
    assert seen["3"] == 3


def test_importing_the_package_loads_no_heavy_library():
    code = (
        "import sys, according, according.claims; "
        "sys.exit(bool({'numpy', 'onnxruntime', 'tokenizers', 'spacy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture
def weights(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    return folder


def test_weights_other_than_the_card_describes_are_refused(weights):
    with (weights / "linker.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ExtractorError, match=r"linker\.onnx is not the one its card describes"):
        load_weights(weights)


def test_missing_weights_are_named(weights):
    (weights / "encoder.onnx").unlink()
    with pytest.raises(ExtractorError, match=r"encoder\.onnx is missing"):
        load_weights(weights)


def test_a_folder_without_card_is_no_weights_folder(tmp_path):
    with pytest.raises(ExtractorError, match="no attribution weights"):
        load_tagger(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", '{"sha256": {}}', "\x80"])
def test_a_broken_card_is_one_sentence(weights, content):
    (weights / "card.json").write_text(content, encoding="latin-1")
    with pytest.raises(ExtractorError, match="cannot be read"):
        load_weights(weights)


def test_weights_with_other_labels_are_refused(weights):
    card = json.loads((weights / "card.json").read_text())
    card["labels"] = card["labels"][::-1]
    (weights / "card.json").write_text(json.dumps(card))
    with pytest.raises(ExtractorError, match="another version"):
        load_weights(weights)


def test_the_card_says_where_the_weights_come_from():
    card = read_card()
    assert {"version", "base", "base_licence", "training_data", "training_data_licence", "scores"} <= set(card)
    assert sum((FOLDER / name).stat().st_size for name in card["sha256"]) <= 36_000_000
