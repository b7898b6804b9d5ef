import pytest

spacy = pytest.importorskip("spacy")

TEXT = "The governor said the road was open."


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("attribution")
    return nlp


def test_the_component_is_found_by_name_and_fills_the_document(nlp):
    (found,) = nlp(TEXT)._.attributions
    assert found.source[0].of(TEXT) == "The governor"
    assert found.cue[0].of(TEXT) == "said"


def test_streaming_gives_what_single_calls_give(nlp):
    texts = [TEXT, "", "Rain fell.", TEXT]
    assert [doc._.attributions for doc in nlp.pipe(texts)] == [nlp(text)._.attributions for text in texts]


def test_the_pipeline_is_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.attributions == nlp(TEXT)._.attributions


def test_a_document_that_went_past_the_component_has_none(nlp):
    assert nlp.make_doc(TEXT)._.attributions is None


def test_a_document_keeps_them_through_its_own_bytes(nlp):
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.attributions == doc._.attributions
    assert again._.attributions[0].confidence == doc._.attributions[0].confidence


@pytest.mark.slow
def test_two_processes_give_what_one_gives(nlp):
    texts = [TEXT, "Rain fell."] * 3
    two = [[a.cue for a in doc._.attributions] for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert two == [[a.cue for a in nlp(text)._.attributions] for text in texts]
