"""`gather`: what the command line names → a stream of articles and problems, in the order given."""

import re
from collections.abc import Iterator, Sequence

from according.articles.document import problem
from according.articles.files import find_files, open_file
from according.articles.reading import read_document, read_stream
from according.config import Config
from according.errors import ArticleError
from according.records import Article, Problem

__all__ = ["gather"]

_ADDRESS = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]+:(?://|[^\\/])")


def gather(targets: Sequence[str], config: Config) -> Iterator[Article | Problem]:
    """Read files, folders, patterns and web addresses one after the other; nothing is held but the one at hand.

    The order is that of the targets, within a folder that of the names. A file or address named twice is read once.
    Bad inputs come out as problems and never stop the stream; only addresses given as such are fetched.
    """
    seen: set[str] = set()
    for target in targets:
        if _ADDRESS.match(target) and not _is_file(target):
            if target not in seen:
                seen.add(target)
                yield from _read_address(target, config)
            continue
        for item in find_files(target):
            if isinstance(item, ArticleError):
                yield problem(target, item)
            elif item not in seen:
                seen.add(item)
                yield from _read_file(item, config)


def _read_file(path: str, config: Config) -> Iterator[Article | Problem]:
    try:
        stream = open_file(path)
    except ArticleError as error:
        yield problem(path, error)
        return
    with stream:
        yield from read_stream(stream, path, config, path=path)


def _read_address(address: str, config: Config, *, from_feed: bool = False) -> Iterator[Article | Problem]:
    from according.articles.fetching import check_address, fetch

    try:
        check_address(address)
        document = fetch(address, config)
    except ArticleError as error:
        yield problem(_without_password(address), error)
        return
    # A feed may name pages; a page it names may not be a feed again.
    entries = None if from_feed else lambda link: _read_address(link, config, from_feed=True)
    yield from read_document(document, config, entries)


def _without_password(address: str) -> str:
    """The address fit to be stored and shown."""
    return re.sub(r"//[^/?#]*@", "//…@", address)


def _is_file(target: str) -> bool:
    from pathlib import Path

    try:
        return Path(target).exists()
    except (OSError, ValueError):
        return False
