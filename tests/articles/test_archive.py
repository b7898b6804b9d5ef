"""Web archives: readable captures with status 200, streamed, with address and capture time."""

import gzip

import pytest

from according.articles import read_bytes
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

CAPTURES = {
    "https://times.example/1": ("200 OK", "text/html; charset=utf-8", samples.page()),
    "https://times.example/gone": ("404 Not Found", "text/html", samples.page()),
    "https://times.example/a.png": ("200 OK", "image/png", b"\x89PNG"),
    "https://times.example/2.pdf": (
        "200 OK",
        "application/pdf",
        samples.pdf(["The army denied on Tuesday that it fled."]),
    ),
    "https://times.example/": ("200 OK", "text/html", samples.menu()),
}


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("wacz", [True, False])
def test_captures(packed: bool, wacz: bool) -> None:
    name = "crawl.warc.gz" if packed else "crawl.warc"
    data = samples.warc(CAPTURES, packed=packed)
    if wacz:
        data, name = samples.zipped({f"archive/{name}": data, "datapackage.json": b"{}"}), "crawl.wacz"
    page, paper, menu = read_bytes(data, name, Config())
    assert isinstance(page, Article)
    assert page.url == "https://times.example/1"
    assert page.path is not None
    assert page.path.startswith(name)
    assert page.retrieved is not None
    assert page.retrieved.isoformat() == "2025-06-18T07:00:00+00:00"
    assert page.outlet.name == "times.example"
    assert page.credits == ("TARANDA (Wire Agency) -",)
    assert isinstance(paper, Article)
    assert paper.text == "The army denied on Tuesday that it fled."
    assert isinstance(menu, Problem)
    assert menu.input.endswith("#https://times.example/")


def test_large_record_is_passed_over_and_the_next_one_read() -> None:
    large = {"https://times.example/0": ("200 OK", "text/html", b"<p>" + b"word \n" * 40_000)}
    data = samples.warc(large | CAPTURES)
    items = read_bytes(data, "crawl.warc.gz", Config(max_bytes=100_000))
    assert isinstance(items[0], Problem)
    assert items[0].kind == "oversized"
    assert isinstance(items[1], Article)


def test_what_lies_before_the_damage_is_kept() -> None:
    data = samples.warc(CAPTURES, packed=False)
    items = read_bytes(data[: data.index(b"2.pdf") + 700], "crawl.warc", Config())
    assert isinstance(items[0], Article)
    assert isinstance(items[-1], Problem)
    assert items[-1].kind == "broken_archive"


def test_single_packed_file() -> None:
    [article] = read_bytes(gzip.compress(samples.REPORT.encode()), "a.txt.gz", Config())
    assert isinstance(article, Article)
    assert article.text == samples.REPORT
    assert article.path == "a.txt.gz"


def test_packed_twice_is_refused() -> None:
    [problem] = read_bytes(gzip.compress(gzip.compress(b"text")), "a.gz", Config())
    assert isinstance(problem, Problem)
    assert problem.kind == "unsupported"
