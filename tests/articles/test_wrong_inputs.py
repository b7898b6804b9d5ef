"""Every wrong input gives its sentence, none a traceback, and the rest of the run goes on."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from according.articles import gather
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

Maker = Callable[[Path], str]


def file(name: str, data: bytes) -> Maker:
    def make(folder: Path) -> str:
        path = folder / name
        path.write_bytes(data)
        return str(path)

    return make


def given(target: str) -> Maker:
    return lambda folder: target


def made(make: Callable[[Path], object], name: str) -> Maker:
    def prepare(folder: Path) -> str:
        make(folder / name)
        return str(folder / name)

    return prepare


BIG = Config(max_bytes=100_000)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
BURST = gzip.compress(b"<p>" + b"A" * 30_000_000)
BURST_WARC = gzip.compress(b"WARC/1.0\r\nX: " + b"A" * 30_000_000)
CAPTURE = samples.warc({"https://t.example/a": ("200 OK", "text/html", samples.page())}, packed=False)
PACKED = samples.warc({"https://t.example/a": ("200 OK", "text/html", samples.page())})
TEASER = samples.feed(
    "<item><title>Post lost</title><link>https://t.example/1</link><description>Soon.</description></item>"
)

# name, how to make it, the problem's kind, words of its sentence
WRONG: list[tuple[str, Maker, str, str]] = [
    ("empty file", file("a.txt", b""), "empty", "is empty"),
    ("blank file", file("a.txt", b" \n\t\n "), "empty", "is empty"),
    ("near-empty file", file("a.txt", b"Hello there.\n"), "near_empty", "whole article"),
    ("digits only", file("a.txt", b"1 2 3 4 5 6 7 8 9\n" * 50), "near_empty", "letters"),
    ("random bytes", file("a.txt", bytes(range(256)) * 20), "binary", "not text"),
    ("NUL bytes", file("a.txt", bytes(5000)), "binary", "not text"),
    ("image named as text", file("a.txt", PNG), "media", "image"),
    ("video", file("a.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(40)), "media", "video"),
    ("sound", file("a.mp3", b"ID3\x04" + bytes(40)), "media", "audio"),
    ("old office document", file("a.doc", b"\xd0\xcf\x11\xe0" + bytes(64)), "unsupported", "Save it as PDF"),
    ("new office document", file("a.docx", samples.zipped({"[Content_Types].xml": b"<a/>"})), "unsupported", "office"),
    ("ZIP that is no web archive", file("a.zip", samples.zipped({"a.txt": b"text"})), "unsupported", "Unpack"),
    ("locked ZIP", file("a.zip", samples.zipped({"a.txt": b"text"}, locked=True)), "encrypted", "password"),
    ("locked WACZ", file("a.wacz", samples.zipped({"archive/a.warc": b"W"}, locked=True)), "encrypted", "password"),
    ("damaged ZIP", file("a.wacz", b"PK\x03\x04" + bytes(100)), "broken_archive", "damaged"),
    ("RAR archive", file("a.rar", b"Rar!\x1a\x07" + bytes(64)), "unsupported", "Unpack"),
    ("program", file("a", b"\x7fELF" + bytes(64)), "binary", "program"),
    ("encrypted message", file("a.asc", b"-----BEGIN PGP MESSAGE-----\nabc\n"), "encrypted", "Decrypt"),
    ("encrypted PDF", file("a.pdf", samples.pdf(["Secret text"], encrypted=True)), "encrypted", "password"),
    ("scanned PDF", file("a.pdf", samples.pdf([])), "scanned", "OCR"),
    ("broken PDF", file("a.pdf", b"%PDF-1.7\nnothing of it"), "broken_pdf", "damaged PDF"),
    ("cut PDF", file("a.pdf", samples.pdf(["A line"])[:120]), "broken_pdf", "damaged PDF"),
    ("page of links", file("a.html", samples.menu()), "not_article", "no article"),
    ("cookie wall", file("a.html", samples.cookie_wall()), "wall", "cookie"),
    ("page without content", file("a.html", b"<html><body></body></html>"), "not_article", "no article"),
    ("empty markup", file("a.html", b"<!-- -->"), "not_article", "no article"),
    ("saved page without a page", file("a.mhtml", b"MIME-Version: 1.0\n\nx"), "broken_page", "HTML part"),
    ("data file", file("a.json", b'{"a": 1}'), "not_article", "data or program"),
    ("program code", file("a.py", b"print('hello world, hello world')\n"), "not_article", "data or program"),
    ("broken feed", file("a.xml", b"<?xml version='1.0'?><rss><channel><item>"), "broken_feed", "feed"),
    ("feed without entries", file("a.rss", samples.feed("")), "empty_feed", "no entries"),
    ("feed of teasers", file("a.rss", TEASER), "summary_only", "article's own address"),
    ("broken gzip", file("a.warc.gz", b"\x1f\x8b\x08\x00garbage"), "broken_archive", "damaged"),
    ("cut gzip", file("a.txt.gz", gzip.compress(os.urandom(4000))[:2000]), "broken_archive", "damaged"),
    ("gzip that bursts", file("a.html.gz", BURST), "oversized", "100,000 bytes"),
    ("archive that bursts", file("a.warc.gz", BURST_WARC), "bomb", "far more"),
    ("cut WARC", file("a.warc", CAPTURE[:-200]), "broken_archive", "web archive is damaged"),
    ("cut packed WARC", file("a.warc.gz", PACKED[:-100]), "broken_archive", "damaged"),
    ("WARC of rubbish", file("a.warc", b"WARC/1.0\r\nrubbish\r\n\r\nmore"), "empty_archive", "web archive"),
    (
        "WARC of pictures",
        file("a.warc.gz", samples.warc({"https://t.example/a.png": ("200 OK", "image/png", PNG)})),
        "empty_archive",
        "no readable page",
    ),
    ("oversized file", file("a.txt", b"The army said so. " * 10_000), "oversized", "100,000 bytes"),
    ("missing path", given("no/such/file.txt"), "missing", "no such file or folder"),
    ("address without scheme", given("www.times.example/a"), "missing", "https://"),
    ("empty path", given(""), "missing", "no such file or folder"),
    ("NUL in a path", given("a\x00b"), "missing", "no such file or folder"),
    ("pattern without match", given("no/such/*.txt"), "no_match", "No file matches"),
    ("empty folder", made(Path.mkdir, "folder"), "empty_folder", "no file to read"),
    ("pipe", made(os.mkfifo, "pipe"), "special_file", "pipe"),
    ("device", given("/dev/zero"), "special_file", "device"),
    ("link to itself", made(lambda path: path.symlink_to(path), "loop"), "unreadable", "could not be opened"),
    ("dangling link", made(lambda path: path.symlink_to("nowhere"), "link"), "unreadable", "could not be opened"),
    ("FTP address", given("ftp://times.example/a"), "scheme", "only http and https"),
    ("file address", given("file:///etc/passwd"), "scheme", "path of the file"),
    ("script address", given("javascript:alert(1)"), "scheme", "only http and https"),
    ("address without host", given("http:///a"), "address", "names no host"),
    ("address with a bad port", given("http://times.example:99999/"), "address", "no valid web address"),
    ("address with a bad bracket", given("http://[::1/"), "address", "no valid web address"),
    ("address with a password", given("https://me:secret@times.example/"), "address", "password"),
    ("loopback", given("http://127.0.0.1/"), "private_address", "--allow-private"),
    ("localhost", given("http://localhost:9/"), "private_address", "--allow-private"),
    ("IPv6 loopback", given("http://[::1]/"), "private_address", "--allow-private"),
    ("IPv4 in IPv6", given("http://[::ffff:10.0.0.1]/"), "private_address", "--allow-private"),
    ("private network", given("http://192.168.1.1/"), "private_address", "--allow-private"),
    ("cloud metadata", given("http://169.254.169.254/latest/"), "private_address", "--allow-private"),
    ("decimal loopback", given("http://2130706433/"), "private_address", "--allow-private"),
    ("octal loopback", given("http://0177.0.0.1/"), "private_address", "--allow-private"),
    ("hexadecimal loopback", given("http://0x7f.1/"), "private_address", "--allow-private"),
]


@pytest.mark.parametrize(("make", "kind", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_wrong_input_gives_its_sentence_and_the_run_goes_on(tmp_path: Path, make: Maker, kind: str, words: str) -> None:
    good = tmp_path / "good"
    good.mkdir()
    (good / "report.txt").write_text(samples.REPORT, encoding="utf-8")
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    items = list(gather([make(wrong), str(good)], BIG))
    problems = [item for item in items if isinstance(item, Problem)]
    assert [type(item) for item in items] == [Problem, Article]
    assert problems[0].kind == kind
    assert words in problems[0].message
    assert problems[0].message.endswith(".")
    assert problems[0].message[0] not in " ."
    assert problems[0].stage == "articles"
    assert "Traceback" not in problems[0].message
    assert "secret" not in problems[0].message + problems[0].input


def test_wrong_inputs_are_many_enough() -> None:
    assert len({row[0] for row in WRONG}) == len(WRONG) >= 25


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no permission stops.
    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = file("a.txt", samples.REPORT.encode())(tmp_path)
    monkeypatch.setattr(os, "open", refuse)
    [item] = gather([path], BIG)
    assert isinstance(item, Problem)
    assert item.kind == "unreadable"
    assert "permissions" in item.message


def test_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    items = list(gather([str(tmp_path)], BIG))
    assert [item.kind for item in items if isinstance(item, Problem)] == ["unreadable"]


def test_reader_that_fails_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*args: object, **options: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    [item] = gather([file("a.html", samples.page())(tmp_path)], BIG)
    assert isinstance(item, Problem)
    assert item.kind == "reader_failed"
    assert "RecursionError" in item.message
