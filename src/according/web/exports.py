"""The ledger's export as a stream: the rows of the export contract, a part at a time."""

import io
import json
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter
from according.publish.export import claim_records, write

__all__ = ["stream_claims"]

PART = 200


def stream_claims(reader: Reader, filter: ClaimFilter, format: Literal["jsonl", "csv"]) -> Iterator[str]:
    """The claims of the filter as text, part by part; memory stays flat."""
    rows = claim_records(reader, filter)
    if format == "jsonl":
        for row in rows:
            yield json.dumps(row, ensure_ascii=False) + "\n"
        return
    first = True
    while True:
        part = list(islice(rows, PART))
        if not part and not first:
            return
        out = io.StringIO(newline="")
        write("claims", "csv", part, out)
        text = out.getvalue()
        # only the first part carries the line of headings
        yield text if first else text.split("\n", 1)[1]
        first = False
