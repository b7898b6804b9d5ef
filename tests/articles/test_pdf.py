"""PDFs: lines become paragraphs again."""

from datetime import date

from according.articles import read_bytes
from according.articles.pdf import _paragraphs
from according.config import Config
from according.records import Article
from tests.articles import samples


def test_text_and_header() -> None:
    lines = [
        "Army denies losing the border post",
        "By Jane Doe",
        "Published: 17 June 2025",
        "The army denied on Tuesday that it had lost the border post at Velm, and its Port-",
        "Velm spokesman said that the soldiers had never left it. The reports were an in-",
        "vention, he added.",
        "Residents said that fighters had raised a flag over the post, which the army again",
        "denied.",
    ]
    [article] = read_bytes(samples.pdf(lines), "a.pdf", Config())
    assert isinstance(article, Article)
    assert article.title == "Army denies losing the border post"
    assert article.authors == ("Jane Doe",)
    assert article.published == date(2025, 6, 17)
    body = article.text.split("\n")[3:]
    assert len(body) == 2
    assert body[0].endswith("an invention, he added.")


def test_running_heads_and_page_numbers_go() -> None:
    pages = [f"Example Institute\nThe army said on page {n} that it had not lost the post.\n{n}\n" for n in "123456"]
    text = _paragraphs(pages)
    assert "Example Institute" not in text
    assert text.count("The army said on page") == 6
    assert "\n1\n" not in f"\n{text}\n"


def test_items_and_numbered_headings_open_paragraphs() -> None:
    text = _paragraphs(
        ["The army named these sites, all of them in the border area of the north\n• Velm\n• Tar\n2 Losses\nNone"]
    )
    assert text.split("\n")[1:4] == ["• Velm", "• Tar", "2 Losses"]


def test_hyphens_at_line_ends() -> None:
    text = _paragraphs(
        ["The Iran-\nbacked group with its anti-\ntank unit said the state-\nment on anti-tank arms was false"]
    )
    assert text == "The Iran-backed group with its anti-tank unit said the statement on anti-tank arms was false"
