"""What kind of input these bytes are: decided by their first bytes, then by the file's name, never by name alone."""

import re
from typing import Literal

from according.errors import ArticleError

__all__ = ["Format", "recognise"]

Format = Literal["text", "markdown", "html", "mhtml", "feed", "pdf", "warc", "gzip", "zip"]

_MEDIA = "an image, audio or video file"
_PACKED = "an archive of a kind not read here"
_OFFICE = "an office document"
_PROGRAM = "a program or database"
# (offset, signature, what it is): the formats' own specifications.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG", _MEDIA),
    (0, b"\xff\xd8\xff", _MEDIA),
    (0, b"GIF8", _MEDIA),
    (0, b"RIFF", _MEDIA),
    (0, b"II*\x00", _MEDIA),
    (0, b"MM\x00*", _MEDIA),
    (4, b"ftyp", _MEDIA),
    (0, b"ID3", _MEDIA),
    (0, b"OggS", _MEDIA),
    (0, b"fLaC", _MEDIA),
    (0, b"\x1aE\xdf\xa3", _MEDIA),
    (0, b"\xff\xfb", _MEDIA),
    (0, b"Rar!", _PACKED),
    (0, b"7z\xbc\xaf", _PACKED),
    (0, b"\xfd7zXZ", _PACKED),
    (0, b"BZh", _PACKED),
    (0, b"\x28\xb5\x2f\xfd", _PACKED),
    (257, b"ustar", _PACKED),
    (0, b"\xd0\xcf\x11\xe0", _OFFICE),
    (0, b"{\\rtf", _OFFICE),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"MZ\x90", _PROGRAM),
    (0, b"SQLite format 3\x00", _PROGRAM),
)
_ENCRYPTED = (b"-----BEGIN PGP MESSAGE", b"Salted__", b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED")
_DATA_NAMES = (".json", ".jsonl", ".ndjson", ".geojson", ".csv", ".tsv", ".yaml", ".yml", ".toml")
_CODE_NAMES = (".py", ".js", ".ts", ".css", ".sh", ".c", ".h", ".java", ".sql", ".ini", ".cfg", ".lock")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.IGNORECASE)
_LEADING = re.compile(rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*", re.DOTALL)


def recognise(head: bytes, name: str, content_type: str | None = None) -> Format:
    """The format of an input whose first kilobytes are `head`. ArticleError names what cannot be read and why."""
    for offset, signature, what in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            raise _refusal(what)
    if head.startswith(_ENCRYPTED):
        raise ArticleError("This is encrypted. Decrypt it and add the result.", kind="encrypted")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    return _textual(head, name, (content_type or "").lower())


def _textual(head: bytes, name: str, content_type: str) -> Format:
    ending = name.lower()
    if content_type.startswith(("image/", "audio/", "video/", "font/")) or head[:200].lstrip().startswith(b"<svg"):
        raise _refusal(_MEDIA)
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    markup = plain[_LEADING.match(plain).end() :] if _LEADING.match(plain) else plain  # type: ignore[union-attr]
    is_saved = re.search(rb"^content-type:\s*multipart/related", plain[:4096], re.IGNORECASE | re.MULTILINE)
    if ending.endswith((".mht", ".mhtml")) or (is_saved and b"mime-version" in plain[:4096].lower()):
        return "mhtml"
    if _FEED.match(markup):
        return "feed"
    if _PAGE.match(markup) or (ending.endswith(_PAGE_NAMES)) or ("html" in content_type and b"<" in plain):
        return "html"
    if ending.endswith((".rss", ".atom")) or "rss+xml" in content_type or "atom+xml" in content_type:
        return "feed"
    if ending.endswith(".xml") or plain.lstrip().startswith(b"<?xml"):
        return "html" if _PAGE.search(plain) else "feed"
    if ending.endswith(_DATA_NAMES + _CODE_NAMES) or "json" in content_type:
        raise ArticleError(
            "This is data or program code, not an article. Give the article as text, HTML or PDF.",
            kind="not_article",
        )
    if ending.endswith(_MARKDOWN_NAMES) or "markdown" in content_type:
        return "markdown"
    return "text"


def _refusal(what: str) -> ArticleError:
    advice = {
        _MEDIA: "Add its transcript or the article around it as text",
        _PACKED: "Unpack it and add the files inside",
        _OFFICE: "Save it as PDF or plain text and add that",
        _PROGRAM: "Give the article as text, HTML or PDF",
    }[what]
    kind = {_MEDIA: "media", _PACKED: "unsupported", _OFFICE: "unsupported", _PROGRAM: "binary"}[what]
    return ArticleError(f"This is {what}. {advice}.", kind=kind)
