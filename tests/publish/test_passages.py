from according.publish.passages import paragraphs, passage, quoted
from according.records import Span
from tests.publish.store_factory import DAILY, daily


def rows():
    from according.knowledge.rows import ArticleRow, ClaimRow, VoiceRow

    article, extraction, _ = daily()
    head = ArticleRow(article.id, article.path, article.title, "The Daily", "newspaper", article.published, article.url)
    for claim in extraction.claims:
        texts = tuple(span.of(DAILY) for span in claim.content)
        chain = tuple(VoiceRow(voice, None, voice.name) for voice in claim.chain)
        yield ClaimRow(claim, head, texts, claim.cue.of(DAILY) if claim.cue else None, chain, "hand@1")


def test_pieces_joined_are_the_articles_own_words() -> None:
    for row in rows():
        joined = "".join(piece.text for piece in passage(row, DAILY))
        assert joined in DAILY
        assert all(text in joined for text in row.texts)


def test_what_is_claimed_by_whom_and_how_is_marked() -> None:
    holds, strike = list(rows())[:2]
    parts = [(piece.part, piece.text) for piece in passage(holds, DAILY)]
    assert ("source", "Mira Halloum") in parts
    assert ("cue", "said") in parts
    assert ("content", "the Northern Force controls Tel Zawan") in parts
    assert ("verification", "The Daily could not verify this") in parts
    assert ("condition", "if foreign troops land") in [(piece.part, piece.text) for piece in passage(strike, DAILY)]


def test_a_long_paragraph_is_cut_at_spaces_on_both_sides() -> None:
    text = "word " * 200 + "THE CLAIM" + " word" * 200
    pieces = quoted(["THE CLAIM"], text, margin=30)
    assert [piece.part for piece in pieces] == ["text", "content", "text"]
    assert pieces[0].text.startswith("… word")
    assert pieces[2].text.endswith("word …")
    assert sum(len(piece.text) for piece in pieces) < 90


def test_words_an_article_does_not_hold_are_shown_alone() -> None:
    assert [(piece.part, piece.text) for piece in quoted(["not there"], DAILY)] == [("content", "not there")]


def test_the_paragraph_holds_every_span_and_no_blank_edge() -> None:
    text = "one\n\n  two three  \nfour\n"
    found = paragraphs(text, [Span(text.index("two"), text.index("two") + 3)])
    assert found.of(text) == "two three"
