"""Bytes → text: byte order marks, UTF-8, a declared charset, then detection; newlines and control characters."""

import codecs
import re

from according.errors import ArticleError

__all__ = ["decode", "settle"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its prefix
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Random bytes hold about 11 % control bytes, legacy text none: anything between tells them apart.
MAX_CONTROL_SHARE = 0.02
# Detection compares candidate code pages on a sample; more text changes the time, not the answer.
SAMPLE = 65_536
# The code pages news files are met in, the most common first; a closed list keeps detection from exotic answers.
_CODE_PAGES = [
    "cp1252", "cp1256", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "koi8_r",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp874",
]  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of these bytes, newlines as `\\n`; nothing else is changed, so offsets are those of the decoded file.

    ArticleError (`binary`) when they are no text in any known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return settle(data[len(mark) :].decode(encoding, errors="replace"))
    if wide := _unmarked_utf16(data):
        return settle(data.decode(wide, errors="replace"))
    if len(_CONTROL_BYTE.findall(data[:SAMPLE])) > MAX_CONTROL_SHARE * min(len(data), SAMPLE):
        raise _binary()
    for candidate in ("utf-8", declared):
        if candidate:
            try:
                return settle(data.decode(candidate))
            except (UnicodeDecodeError, LookupError, ValueError):
                continue
    return settle(data.decode(_detect(data), errors="replace"))


def settle(text: str) -> str:
    """Newlines as `\\n`; a control character or lone surrogate becomes one space, so that no offset moves."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unmarked_utf16(data: bytes) -> str | None:
    # Latin text in UTF-16 has a NUL in nearly every second byte.
    sample = data[:4096]
    if len(sample) >= 4:
        for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            high, low = sample[offset::2], sample[1 - offset :: 2]
            if high.count(0) > 0.7 * len(high) and low.count(0) < 0.05 * len(low):
                return encoding
    return None


def _detect(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # Only the neighbourhood of non-ASCII bytes tells code pages apart.
    first = next((i for i, byte in enumerate(data) if byte > 127), 0)
    sample = data[max(0, first - 200) :][:SAMPLE]
    matches = from_bytes(sample, cp_isolation=_CODE_PAGES, preemptive_behaviour=False)
    best = matches.best()
    if best is None:
        raise _binary()
    # Code pages often tie (cp1250 and cp1252 share most letters): the more common one is the better bet.
    tied = {
        encoding
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for encoding in (match.encoding, *match.could_be_from_charset)
    }
    return next((encoding for encoding in _CODE_PAGES if encoding in tied), best.encoding)


def _binary() -> ArticleError:
    return ArticleError(
        "This is not text in any encoding known here. Save the article as plain text, HTML or PDF and add that.",
        kind="binary",
    )
