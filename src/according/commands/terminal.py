"""What a terminal may be shown, and how a command ends when nobody reads on."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TextIO, TypeVar

from according.errors import ConfigError

if TYPE_CHECKING:
    from rich.console import Console

    from according.knowledge.reader import Reader

__all__ = ["console", "open_store", "plain_words", "quiet_pipe", "read_day"]

P = ParamSpec("P")
R = TypeVar("R")

# bidirectional overrides and isolates could reorder what stands beside them on the line (Unicode UAX #9)
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SIGPIPE = 128 + 13


def plain_words(text: str) -> str:
    """The text without control characters, so that an article cannot steer the terminal; line ends and tabs stay."""
    return "".join(
        char
        if char in "\n\t"
        else "\ufffd"
        if char in _REORDERING or unicodedata.category(char) in ("Cc", "Cs")
        else char
        for char in text
    )


def console(file: TextIO | None = None) -> "Console":
    """A console on the standard output or a file; 100 columns wide where there is no terminal to ask."""
    from rich.console import Console

    target = file or sys.stdout
    width = None if target.isatty() or "COLUMNS" in os.environ else 100
    return Console(file=target, width=width, highlight=False, markup=False, emoji=False)


@contextmanager
def open_store(db: str | None) -> Iterator["Reader"]:
    """The store named by `--db`, the environment or the settings, open for reading."""
    from according.config import load_config
    from according.knowledge.reader import Reader

    with Reader(load_config({"db": db}).db_url) as reader:
        yield reader


def read_day(value: str | None, option: str) -> date | None:
    """The day an option names (YYYY-MM-DD); ConfigError with an example when it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ConfigError(f"{option} {value!r} is no day; write it as YYYY-MM-DD, for example 2025-06-17.") from None


def quiet_pipe(command: Callable[P, R]) -> Callable[P, R]:
    """The command, speaking UTF-8, and ending without a word when its reader goes away (`according claims | head`)."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from according.publish.files import speak_utf8

        speak_utf8()
        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # the interpreter would flush once more at exit and complain
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(_SIGPIPE)
        return result

    return run
