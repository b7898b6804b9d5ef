"""WARC and WACZ web archives (warcio, zipfile) and gzipped files → the documents in them, streamed and bounded."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO

from according.articles.document import Document, problem
from according.errors import ArticleError
from according.records import Problem

__all__ = ["Bounded", "open_gzip", "read_wacz", "read_warc"]

# Text compresses about 5 to 20 times, deflate at most 1032 times: beyond this a stream was made to burst.
MAX_RATIO = 200
_READABLE = ("text/html", "application/xhtml", "text/plain", "application/pdf", "text/markdown")
BLOCK = 65_536


class Bounded(io.RawIOBase):
    """A decompressing stream that raises ArticleError when it swells or runs on without a line end, or is damaged.

    `unpacked` yields the bytes, `packed` is where the compressed ones are counted; None for a stream not compressed.
    """

    def __init__(self, unpacked: IO[bytes], packed: "Counted | None", limit: int) -> None:
        self._unpacked, self._packed, self._limit = unpacked, packed, limit
        self._total = self._line = 0

    def readable(self) -> bool:
        """True: the stream can only be read."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Up to `size` bytes, never more than a block at once."""
        size = BLOCK if size is None or size < 0 else min(size, BLOCK)
        try:
            data = self._unpacked.read(size)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            raise ArticleError(
                "The file is damaged and cannot be unpacked to its end. Download it again.", kind="broken_archive"
            ) from error
        self._total += len(data)
        last = data.rfind(b"\n")
        self._line = self._line + len(data) if last < 0 else len(data) - last - 1
        packed = max(self._packed.count, 1) if self._packed is not None else self._total
        # A record header is read up to its line end, so a line without one must not fill the memory.
        if self._line > 2 * self._limit or (self._total > 2 * self._limit and self._total > MAX_RATIO * packed):
            raise ArticleError(
                "The file unpacks to far more than it should. It was not read further; check where it came from.",
                kind="bomb",
            )
        return data


class Counted(io.RawIOBase):
    """A stream that counts what was read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.count = stream, 0

    def readable(self) -> bool:
        """True: the stream can only be read."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Up to `size` bytes."""
        data = self._stream.read(BLOCK if size is None or size < 0 else size)
        self.count += len(data)
        return data


def open_gzip(stream: IO[bytes], limit: int) -> Bounded:
    """The unpacked bytes of a gzip stream (all its members), bounded."""
    counted = Counted(stream)
    return Bounded(gzip.GzipFile(fileobj=counted, mode="rb"), counted, limit)  # type: ignore[arg-type]


def read_warc(stream: IO[bytes] | Bounded, name: str, path: str | None, limit: int) -> Iterator[Document | Problem]:
    """Every page, text or PDF that was answered with 200 in a WARC stream (already unpacked), in file order.

    Pictures, scripts, redirects and repeated captures are passed over. A record larger than `limit` bytes is a
    problem of its own; damage ends the archive with one, keeping what came before.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    try:
        for record in ArchiveIterator(stream, no_record_parse=False, verify_http=False, check_digests=False):
            if record.rec_type not in ("response", "resource") or not _is_readable(record):
                continue
            uri = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            label = f"{name}#{uri}"
            found = True
            data = record.content_stream().read(limit + 1)
            missing = getattr(record.raw_stream, "limit", 0)
            if len(data) <= limit and missing and not record.raw_stream.read(1):
                raise EOFError(f"{missing} bytes of {uri} are missing")
            if len(data) > limit:
                yield problem(
                    label,
                    ArticleError(
                        f"The capture is larger than {limit:,} bytes. Raise the limit with --max-mb to read it.",
                        kind="oversized",
                    ),
                )
                continue
            yield Document(
                data=data,
                name=label,
                path=path,
                url=uri if uri.startswith(("http://", "https://")) else None,
                content_type=_content_type(record),
                retrieved=_captured(record),
            )
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, KeyError, UnicodeError) as error:
        raise ArticleError(
            "The web archive is damaged. What lies before the damage was read; download it again for the rest.",
            kind="broken_archive",
        ) from error
    if not found:
        raise ArticleError("The web archive holds no readable page. Check what was captured.", kind="empty_archive")


def read_wacz(stream: IO[bytes], name: str, path: str | None, limit: int) -> Iterator[Document | Problem]:
    """Every readable capture of the WARC files in a WACZ package. ArticleError for any other ZIP file."""
    try:
        package = zipfile.ZipFile(stream)
        members = [m for m in package.infolist() if m.filename.lower().endswith((".warc", ".warc.gz"))]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ArticleError("The ZIP file is damaged. Download it again.", kind="broken_archive") from error
    with package:
        if not members:
            raise _other_zip(package)
        for member in sorted(members, key=lambda m: m.filename):
            if member.flag_bits & 1:
                raise ArticleError(
                    "The archive is locked with a password. Save it without the password and add that.",
                    kind="encrypted",
                )
            label = f"{name}/{member.filename}"
            try:
                with package.open(member) as raw:
                    counted = Counted(raw)
                    bounded = Bounded(counted, None, limit)  # type: ignore[arg-type]
                    gzipped = member.filename.lower().endswith(".gz")
                    yield from read_warc(open_gzip(raw, limit) if gzipped else bounded, label, path, limit)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                raise ArticleError(
                    f"{member.filename} in it cannot be unpacked. Download the archive again.", kind="broken_archive"
                ) from error


def _other_zip(package: zipfile.ZipFile) -> ArticleError:
    names = package.namelist()
    if any(member.flag_bits & 1 for member in package.infolist()):
        return ArticleError(
            "The ZIP file is locked with a password. Unpack it with the password and add the files inside.",
            kind="encrypted",
        )
    if "[Content_Types].xml" in names or "mimetype" in names:
        return ArticleError(
            "This is an office document or e-book. Save it as PDF or plain text and add that.", kind="unsupported"
        )
    return ArticleError(
        "This is a ZIP file and no WACZ web archive. Unpack it and add the files inside.", kind="unsupported"
    )


def _is_readable(record: "ArcWarcRecord") -> bool:  # type: ignore[name-defined]  # noqa: F821
    if record.rec_type == "response":
        status = record.http_headers.get_statuscode() if record.http_headers else ""
        if status != "200":
            return False
    return (_content_type(record) or "").lower().startswith(_READABLE)


def _content_type(record: "ArcWarcRecord") -> str | None:  # type: ignore[name-defined]  # noqa: F821
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    value = headers.get_header("Content-Type") if headers else None
    return str(value) if value else None


def _captured(record: "ArcWarcRecord") -> datetime | None:  # type: ignore[name-defined]  # noqa: F821
    try:
        when = datetime.fromisoformat(str(record.rec_headers.get_header("WARC-Date")))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
