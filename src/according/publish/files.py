"""Where output goes: a named file, written whole or not at all, or the standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TextIO, cast

from according.errors import ConfigError

__all__ = ["output", "speak_utf8"]


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """A text stream in UTF-8. With a path, the file appears when all is written; if anything fails, the old one stays.

    ConfigError when the file cannot be written. Text that is no Unicode (lone surrogates) is written as `\\udcXX`.
    """
    if path is None:
        speak_utf8()
        yield sys.stdout
        sys.stdout.flush()
        return
    path = path.resolve()  # a link stays a link: what it points to is replaced
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a device or pipe cannot be replaced
            with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
                yield stream
            return
        with NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            newline="",
            dir=path.parent,
            prefix=f".{path.name}.",
            delete=False,
        ) as kept:
            part = Path(kept.name)
            try:
                yield cast(TextIO, kept)
            except BaseException:
                kept.close()
                part.unlink(missing_ok=True)
                raise
        try:
            part.chmod(0o666 & ~_umask())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigError(
            f"Cannot write {path}: {error.strerror or error}. Choose a place you may write to."
        ) from error


def speak_utf8() -> None:
    """Make the standard output take any text, whatever the machine's locale."""
    with suppress(AttributeError, ValueError):  # a test's stand-in for the standard output may not know how
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
