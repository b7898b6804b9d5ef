"""1. News in: file, folder, address, feed, archive → `Article`, or a recorded `Problem`.

`gather` streams what the command line names; `read_bytes` and `read_text` read one dropped file or pasted text.
None of them raises for a bad input: each gives a `Problem` whose message says what to do.
"""

from according.articles.gathering import gather
from according.articles.reading import read_bytes, read_text

__all__ = ["gather", "read_bytes", "read_text"]
