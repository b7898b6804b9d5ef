"""Names, numbers and days of a passage, and what stands inside its quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.lineage.marks import marks, same_name
from according.knowledge.origins.lineage.quotations import is_public, quoted_sentences, said_to, speech, unquoted


def test_names_are_words_whose_capital_means_something() -> None:
    found = marks("Rebels took Walikale. Residents of Goma, where General Jean Kabila rules, fled to Lake Kivu.")
    assert found.names == (("walikale",), ("goma",), ("jean", "kabila"), ("lake", "kivu"))
    assert found.perhaps == {"rebels", "residents"}


def test_a_name_of_two_words_begins_a_sentence_too() -> None:
    assert marks("Lefkos Maritime did not reply.").names == (("lefkos", "maritime"),)


def test_capitals_of_headlines_mean_nothing() -> None:
    assert marks("Deadly Strike Hits Crowded Market").names == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sixty-five lorries", {"65"}),
        ("2,500 francs", {"2500"}),
        ("seventeen people and three goats", {"17", "3"}),
        ("on 12 March 2025, Monday 3 May", set()),
        ("since 2014", set()),
        ("0.7 per cent", {"0.7"}),
    ],
)
def test_numbers_in_words_and_figures_but_no_dates(text: str, numbers: set[str]) -> None:
    assert marks(text).numbers == numbers


def test_what_a_large_number_counts() -> None:
    one, other = marks("at least 31 people were killed"), marks("Thirty-one bodies of people, four of them children")
    assert {number for number, _ in one.counted & other.counted} == {"31"}
    assert not marks("killed 31 soldiers").counted & marks("burned 31 houses").counted


def test_only_weekdays_of_what_is_told() -> None:
    assert marks("It fell on Tuesday, Friday 7 March").days == {"tuesday"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("syria", "syrian", True), ("kharkiv", "kharkov", False), ("mali", "malian", True), ("goma", "gomati", True)],
)
def test_a_name_and_its_adjective(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@given(st.text(max_size=200))
def test_any_text_has_marks(text: str) -> None:
    marks(text).filed(3, 3)
    speech(text)


def test_speech_is_alike_only_inside_the_marks() -> None:
    one = '"We will hold the bridge until the last man," he said.'
    assert speech(one) & speech("He told them: “We will hold the bridge until the last man”.")
    assert not speech(one) & speech("He said that we will hold the bridge until the last man.")
    assert unquoted(one).strip() == "he said."
    assert (
        len(quoted_sentences('"Go. We will hold the bridge until the last man. They came at dawn with many guns."'))
        == 2
    )


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ('"We left," she told reporters.', True),
        ('"We left," the ministry said in a statement.', True),
        ('"We left," he wrote on Telegram.', True),
        ('"Read the statement," she told Hill Times.', False),
    ],
)
def test_what_was_said_to_everybody(text: str, public: bool) -> None:
    assert is_public(text) is public


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("he told Hill Times by telephone", True),
        ("she said in an interview with the Hill Times", True),
        ("he told us", True),
        ("he told our correspondent", True),
        ("he told Valley Post", False),
        ('"They told us nothing," he said', False),
    ],
)
def test_what_was_said_to_one_paper(text: str, own: bool) -> None:
    assert said_to(text, {"Hill Times"}) is own
