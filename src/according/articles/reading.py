"""One document → its articles: recognises the format, calls its reader, turns every failure into a `Problem`."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import IO

from according.articles.document import Document, Facts, compose, problem
from according.articles.formats import recognise
from according.config import Config
from according.errors import ArticleError
from according.records import Article, Problem

__all__ = ["read_bytes", "read_document", "read_stream", "read_text"]

HEAD = 8192
Fetch = Callable[[str], Iterator[Article | Problem]]


def read_bytes(data: bytes, name: str, config: Config) -> list[Article | Problem]:
    """What a file of this name and content holds, as for a file on disk; never raises for bad content."""
    return list(read_stream(io.BytesIO(data), name, config, path=name))


def read_text(
    text: str,
    *,
    name: str = "pasted text",
    title: str = "",
    outlet: str = "",
    url: str | None = None,
    published: date | None = None,
    authors: tuple[str, ...] = (),
) -> list[Article | Problem]:
    """Pasted text as one article, or the problem with it. What the caller states outranks what the text says."""
    from according.articles.decoding import settle
    from according.articles.header import read_header

    settled = settle(text)
    document = Document(data=text.encode("utf-8", "replace"), name=name, path=None, url=url)
    stated = Facts(title=title, outlet=outlet, url=url, published=published, authors=authors)
    try:
        return [compose(document, settled, stated.over(read_header(settled)))]
    except ArticleError as error:
        return [problem(name, error)]


def read_stream(
    stream: IO[bytes], name: str, config: Config, *, path: str | None, fetch: Fetch | None = None
) -> Iterator[Article | Problem]:
    """The articles in an open file. Archives are streamed; anything else may hold `config.max_bytes` bytes."""
    try:
        head = stream.read(HEAD)
        stream.seek(0)
        format = recognise(head, name) if head else "text"
        if format in ("warc", "gzip", "zip"):
            yield from _read_archive(stream, format, name, path, config, fetch)
            return
        data = stream.read(config.max_bytes + 1)
        if len(data) > config.max_bytes:
            raise _oversized(config)
    except ArticleError as error:
        yield problem(name, error)
        return
    except OSError as error:
        yield problem(name, ArticleError(f"The file could not be read ({error.strerror}).", kind="unreadable"))
        return
    yield from read_document(Document(data=data, name=name, path=path), config, fetch)


def read_document(document: Document, config: Config, fetch: Fetch | None = None) -> Iterator[Article | Problem]:
    """The articles in one document; the reader's own failures become problems too, whatever they are."""
    try:
        format = recognise(document.data[:HEAD], document.name, document.content_type)
        if format in ("warc", "gzip", "zip"):
            yield from _read_archive(
                io.BytesIO(document.data), format, document.name, document.path, config, fetch, document
            )
        elif format == "feed":
            from according.articles.feed import read_feed

            yield from read_feed(document, fetch)
        else:
            yield _READERS[format](document)
    except ArticleError as error:
        yield problem(document.name, error)
    except (Exception, RecursionError) as error:  # a parser we do not own, on bytes nobody vouches for
        message = f"It made the {format} reader fail ({type(error).__name__}). Save the article as plain text."
        yield problem(document.name, ArticleError(message, kind="reader_failed"))


def _read_archive(
    stream: IO[bytes],
    format: str,
    name: str,
    path: str | None,
    config: Config,
    fetch: Fetch | None,
    document: Document | None = None,
) -> Iterator[Article | Problem]:
    from according.articles.archive import Bounded, open_gzip, read_wacz, read_warc

    limit = config.max_bytes
    try:
        if format == "zip":
            captures = read_wacz(stream, name, path, limit)
        elif format == "warc":
            captures = read_warc(Bounded(stream, None, limit), name, path, limit)
        else:
            start = open_gzip(stream, limit).read(5)
            stream.seek(0)
            if start.startswith(b"WARC/"):
                captures = read_warc(open_gzip(stream, limit), name, path, limit)
            else:
                yield from _read_packed(stream, name, path, config, fetch, document)
                return
        for capture in captures:
            if isinstance(capture, Problem):
                yield capture
            else:
                yield from read_document(capture, config, fetch)
    except ArticleError as error:
        yield problem(name, error)


def _read_packed(
    stream: IO[bytes], name: str, path: str | None, config: Config, fetch: Fetch | None, document: Document | None
) -> Iterator[Article | Problem]:
    """A single gzipped file: unpacked within the limit and read under its inner name."""
    from according.articles.archive import open_gzip

    unpacked = open_gzip(stream, config.max_bytes)
    parts: list[bytes] = []
    size = 0
    while piece := unpacked.read():
        parts.append(piece)
        size += len(piece)
        if size > config.max_bytes:
            raise _oversized(config)
    inner = b"".join(parts)
    if inner.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise ArticleError("The file is packed more than once. Unpack it and add the files inside.", kind="unsupported")
    base = document or Document(data=b"", name=name, path=path)
    yield from read_document(replace(base, data=inner, name=name.removesuffix(".gz"), content_type=None), config, fetch)


def _oversized(config: Config) -> ArticleError:
    return ArticleError(
        f"The file is larger than {config.max_bytes:,} bytes. Split it, or raise the limit with --max-mb.",
        kind="oversized",
    )


def _plain(document: Document) -> Article:
    from according.articles.decoding import decode
    from according.articles.header import read_header

    text = decode(document.data)
    return compose(document, text, read_header(text))


def _markdown(document: Document) -> Article:
    from according.articles.markdown import read_markdown

    return read_markdown(document)


def _html(document: Document) -> Article:
    from according.articles.page import read_page

    return read_page(document)


def _mhtml(document: Document) -> Article:
    from according.articles.saved_page import read_saved_page

    return read_saved_page(document)


def _pdf(document: Document) -> Article:
    from according.articles.pdf import read_pdf

    return read_pdf(document)


_READERS: dict[str, Callable[[Document], Article]] = {
    "text": _plain,
    "markdown": _markdown,
    "html": _html,
    "mhtml": _mhtml,
    "pdf": _pdf,
}
