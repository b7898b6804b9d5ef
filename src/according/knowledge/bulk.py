"""Reading very many rows at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["without_cycles"]


@contextmanager
def without_cycles() -> Iterator[None]:
    """No search for circles of garbage meanwhile.

    Rows and what is drawn of them hold no circles, and searching hundreds of thousands of them again and again while
    more are made takes a third of the time. Where the collector is stopped already it stays so.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
