from according.pictures.sources import draw_sources
from tests.pictures.rows_factory import article, claim, statement


def test_voices_by_kind_with_their_record() -> None:
    claims = [
        claim("one", "Nashou", name="c1", access="indirect", role="expert"),
        claim("two", "Nashou", name="c2", verification="unverified"),
        claim("no comment", "Saget", name="c3", status="declined"),
        claim("three", "two officials", kind="anonymous", number="two", role="official", name="c4"),
    ]
    rows = [
        statement("Iran", "supplies", "Badr", item="Fateh", claim="c1"),
        statement("Iran", "controls", "Basra", claim="c2"),
        statement("Front", "founded"),
    ]
    board = draw_sources(claims, rows)
    by_name = {source.name: source for source in board.sources}
    nashou = by_name["Nashou"]
    assert (nashou.speaks, nashou.unverified, nashou.roles) == (2, 1, ("expert",))
    assert next((ref.name, count) for ref, count in nashou.about) == ("Iran", 2)
    assert dict(nashou.access) == {"indirect": 1, "unknown": 1}
    assert nashou.claims == ("c1", "c2")
    assert by_name["Saget"].declined == 1
    assert by_name["two officials"].numbers == ("two",)
    assert (by_name["The Daily"].speaks, by_name["The Daily"].relays) == (0, 4)
    assert dict(board.kinds) == {"person": 3, "anonymous": 1}
    assert (board.claims, board.named, board.unnamed, board.declined, board.own_voice) == (4, 3, 1, 1, 1)
    assert board.sources[0] is nashou


def test_unnamed_voices_are_never_joined_across_articles() -> None:
    claims = [
        claim("one", "officials", kind="anonymous", name="c1", source=article("x")),
        claim("two", "officials", kind="anonymous", name="c2", source=article("x")),
        claim("one", "officials", kind="anonymous", name="c3", source=article("y")),
    ]
    unnamed = [source for source in draw_sources(claims).sources if not source.named]
    assert sorted((source.article, source.claims) for source in unnamed) == [("x", ("c1", "c2")), ("y", ("c3",))]


def test_an_outlet_that_speaks_for_itself_is_one_voice() -> None:
    (source,) = draw_sources([claim("we saw it", "The Daily", kind="media", name="c1")]).sources
    assert (source.speaks, source.relays) == (1, 0)


def test_outlets_that_no_article_names_are_not_one_source() -> None:
    claims = [claim("one", name=id, source=article(id, outlet="")) for id in ("x", "y")]
    outlets = [source for source in draw_sources(claims).sources if source.relays]
    assert [(source.name, source.article) for source in outlets] == [("the article", "x"), ("the article", "y")]
