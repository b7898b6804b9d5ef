"""Files, folders and patterns become articles, in a fixed order, with their paths as given."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.articles import gather, read_bytes, read_text
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

PLAIN = samples.REPORT.encode()


def articles(targets: list[str]) -> list[Article]:
    items = list(gather(targets, Config()))
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Article)]


def test_folder_is_read_in_the_order_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        ".hidden/d.txt",
        ".e.txt",
        "README.md",
        "according.db",
        "according.db-wal",
        "page.html",
        "page_files/f.html",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(samples.page() if name.endswith("html") else PLAIN)
    monkeypatch.chdir(tmp_path)
    assert [article.path for article in articles(["news"])] == [
        "news/a.md",
        "news/b.txt",
        "news/page.html",
        "news/sub/c.html",
    ]
    assert [article.path for article in articles(["news/*.txt"])] == ["news/b.txt"]
    assert [article.path for article in articles(["news/**/*.html"])][-1] == "news/sub/c.html"
    assert [article.path for article in articles(["news/README.md"])] == ["news/README.md"]


def test_targets_keep_their_order_and_repeats_are_read_once(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("z.txt", "a.txt")]
    for path in paths:
        Path(path).write_bytes(PLAIN)
    assert [article.path for article in articles([*paths, paths[0], str(tmp_path)])] == paths


def test_same_text_twice_has_one_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(PLAIN)
    first, second = articles([str(tmp_path)])
    assert first.id == second.id
    assert first.sha256 == second.sha256


def test_folder_that_contains_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PLAIN)
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(articles([str(tmp_path)])) == 1


def test_plain_text_is_stored_as_the_file_holds_it(tmp_path: Path) -> None:
    text = "\n\n  Army denies it\n\n\tFirst paragraph with “quotes” and العربية 🏴‍☠️.  \n\n\nSecond, e\u0301tude.\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    [article] = articles([str(tmp_path / "a.txt")])
    assert article.text == text


def test_stream_is_lazy(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(PLAIN)
    stream = gather([str(tmp_path)], Config())
    assert isinstance(next(stream), Article)
    (tmp_path / "b.txt").unlink()
    last = next(stream)
    assert isinstance(last, Problem)
    assert last.input.endswith("b.txt")


def test_read_bytes_answers_as_for_a_file() -> None:
    [article] = read_bytes(PLAIN, "dropped.txt", Config())
    assert isinstance(article, Article)
    assert (article.path, article.title) == ("dropped.txt", "Army denies losing the border post")
    [problem] = read_bytes(b"", "dropped.txt", Config())
    assert isinstance(problem, Problem)


def test_read_text_lets_the_caller_state_facts() -> None:
    [article] = read_text(samples.REPORT, outlet="Example Times", url="https://times.example/1")
    assert isinstance(article, Article)
    assert article.outlet.name == "Example Times"
    assert article.url == "https://times.example/1"
    assert article.authors == ("Jane Doe", "John Roe")
    [problem] = read_text("  ")
    assert isinstance(problem, Problem)
    assert problem.input == "pasted text"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The army denied on Tuesday that it had lost the border post.", "en"),
        ("نفى الجيش يوم الثلاثاء أن يكون قد خسر الموقع الحدودي في المنطقة.", "ar"),
        ("L'armée a démenti mardi avoir perdu le poste frontière de la région.", "fr"),
        ("Армия во вторник опровергла сообщения о потере пограничного поста.", "ru"),
        ("Army said so on Monday.", "en"),
    ],
)
def test_language(sentence: str, language: str) -> None:
    [article] = read_text(sentence)
    assert isinstance(article, Article)
    assert article.language == language


HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08\x00",
    b"PK\x03\x04",
    b"<html><body>",
    b"<rss><channel>",
    b"---\n",
]
NAMES = ["a.txt", "a.md", "a.html", "a.mhtml", "a.rss", "a.pdf", "a.warc.gz", "a.wacz", "a"]


@settings(max_examples=300, deadline=None)
@given(head=st.sampled_from(HEADS), data=st.binary(max_size=400), name=st.sampled_from(NAMES))
def test_no_bytes_raise(head: bytes, data: bytes, name: str) -> None:
    for item in read_bytes(head + data, name, Config(max_bytes=10_000)):
        assert isinstance(item, Article | Problem)
        if isinstance(item, Article):
            assert "\x00" not in item.text
            item.text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_no_text_raises_and_plain_text_survives(text: str, name: str) -> None:
    for item in read_bytes(text.encode("utf-8"), name, Config()):
        if isinstance(item, Article) and name == "a.txt" and text.isprintable() and not text.startswith("\ufeff"):
            assert item.text == text


def test_importing_the_stage_loads_no_heavy_library() -> None:
    import subprocess

    code = (
        "import sys, according.articles; "
        "heavy = 'trafilatura lxml httpcore feedparser warcio pypdfium2 numpy markdown_it yaml'.split(); "
        "print(*set(heavy) & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
