from according.pictures.conditions import draw_conditions
from according.records import Span
from tests.pictures.rows_factory import claim, statement


def test_if_and_then_are_told_apart_in_the_words_of_the_text() -> None:
    row = claim(
        "to attack bases if Washington intervenes",
        "Kataib",
        name="c1",
        status="threatened",
        condition="if Washington intervenes",
        relays=("Reuters",),
    )
    rows = [statement("Kataib", "ASSAULT", "bases", status="threatened", claim="c1")]
    (item,) = draw_conditions([row], rows).conditions
    assert (item.when, item.then, item.by.name, item.status) == (
        "if Washington intervenes",
        "to attack bases",
        "Kataib",
        "threatened",
    )
    assert item.relays == ("Reuters", "The Daily")
    assert [line.text for line in item.lines] == ["to attack bases"]
    assert item.backing.claims == ("c1",)


def test_a_condition_in_front_is_cut_with_its_comma() -> None:
    row = claim("If it grows, militias will join", status="conditional", condition="If it grows")
    (item,) = draw_conditions([row]).conditions
    assert item.then == "militias will join"


def test_threats_and_forecasts_without_an_if_are_open() -> None:
    board = draw_conditions([claim("to strike soon", status="threatened"), claim("it is so")])
    assert [item.then for item in board.open] == ["to strike soon"]
    assert board.conditions == ()


def test_a_condition_outside_the_content_is_read_from_the_article() -> None:
    import dataclasses

    text = "they will strike, he said, should talks fail"
    row = claim("they will strike", status="threatened")
    at = text.index("should talks fail")
    row = dataclasses.replace(row, claim=dataclasses.replace(row.claim, condition=Span(at, len(text))))
    (item,) = draw_conditions([row], text_of=lambda article: text).conditions
    assert (item.when, item.then) == ("should talks fail", "they will strike")
    assert draw_conditions([row]).open[0].when is None
