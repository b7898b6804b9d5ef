"""Paths, folders and patterns → the files meant, in a fixed order; opening one without being held up by it."""

import glob
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from according.errors import ArticleError

__all__ = ["find_files", "open_file"]

# Files that speak about a folder; a path given by name is read all the same.
_ABOUT = ("readme", "license", "licence", "changelog", "notice", "copying")
# A store kept beside the articles it was filled from, with the files SQLite writes beside it.
_STORE = re.compile(r"\.(?:db|sqlite3?)(?:-wal|-shm|-journal)?$", re.IGNORECASE)


def find_files(target: str) -> Iterator[str | ArticleError]:
    """Paths of the files a target names, as given and sorted; an ArticleError in the place of what cannot be listed.

    A folder is read with everything below it but hidden files, files about the folder (README, LICENSE …), stores
    (`*.db`) and the `page_files` folder browsers save beside `page.html`. A link that leads back up is followed once.
    """
    path = Path(target)
    try:
        exists = bool(target) and os.path.lexists(path)
    except ValueError:  # a NUL in the name
        exists = False
    if exists and path.is_dir():
        yield from _walk(path, target)
    elif exists:
        yield target
    elif any(sign in target for sign in "*?["):
        yield from _match(target)
    else:
        hint = " If it is a web address, write https:// before it." if target.lower().startswith("www.") else ""
        yield ArticleError(f"There is no such file or folder. Check the path.{hint}", kind="missing")


def open_file(path: str) -> IO[bytes]:
    """The file, opened for reading. ArticleError when it is no ordinary file or may not be read; never waits."""
    try:
        # Opening a pipe waits for its writer unless told not to.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except PermissionError as error:
        raise ArticleError("The file may not be read by you. Change its permissions.", kind="unreadable") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(f"The file could not be opened ({reason}). Check the file.", kind="unreadable") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ArticleError(
            "This is a device, pipe or socket and no ordinary file. Save the article to a file.", kind="special_file"
        )
    return os.fdopen(handle, "rb")


def _walk(folder: Path, target: str) -> Iterator[str | ArticleError]:
    found = 0
    for item in _below(folder, set()):
        found += 1
        yield item
    if not found:
        yield ArticleError("The folder holds no file to read. Check the path.", kind="empty_folder")


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[str | ArticleError]:
    try:
        info = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield ArticleError(
            f"The folder {str(folder)!r} could not be listed ({reason}). Check its permissions.", kind="unreadable"
        )
        return
    if (info.st_dev, info.st_ino) in seen:
        return
    seen.add((info.st_dev, info.st_ino))
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            page = entry.name.removesuffix("_files")
            if page == entry.name or not names & {f"{page}.html", f"{page}.htm"}:
                yield from _below(folder / entry.name, seen)
        elif entry.name.lower().split(".")[0] not in _ABOUT and not _STORE.search(entry.name):
            yield (folder / entry.name).as_posix()


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself: opening it says so
        return False


def _match(pattern: str) -> Iterator[str | ArticleError]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 – Path.glob takes no absolute pattern
    if not paths:
        yield ArticleError(
            "No file matches. Check the pattern, and quote it if the shell should leave it alone.",
            kind="no_match",
        )
    for path in paths:
        if Path(path).is_dir():
            if "**" not in pattern:
                yield from _walk(Path(path), path)
        else:
            yield Path(path).as_posix()
