"""One web address → the bytes behind it, within limits of size, time, redirects and reach."""

import ssl
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from according.articles.document import Document
from according.config import Config
from according.errors import ArticleError

if TYPE_CHECKING:
    import httpcore

__all__ = ["check_address", "fetch"]

_REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain,*/*;q=0.5"
)


def check_address(address: str) -> None:
    """ArticleError unless this is a usable http or https address."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ArticleError("This is no valid web address. Check how it is written.", kind="address") from error
    if parts.scheme.lower() not in ("http", "https"):
        advice = "Give the path of the file itself" if parts.scheme.lower() == "file" else "Save the article and add it"
        raise ArticleError(
            f"This uses {parts.scheme}:, and only http and https addresses are fetched. {advice}.", kind="scheme"
        )
    if not host:
        raise ArticleError("This names no host. Check how it is written.", kind="address")
    if parts.username or parts.password:
        raise ArticleError(
            "The address carries a password. Fetch it with your browser and add the saved page.",
            kind="address",
        )


def fetch(address: str, config: Config) -> Document:
    """What the address answers, after redirects. ArticleError with a sentence for whatever goes wrong.

    `config.fetch_timeout` seconds bound the whole exchange, `config.max_bytes` the unpacked answer,
    `config.max_redirects` the hops; every hop's host is checked again. Proxies of the environment are not used:
    they would make the connection in our place, and unchecked.
    """
    import certifi
    import httpcore

    from according.articles.addresses import GuardedBackend

    deadline = time.monotonic() + config.fetch_timeout
    at = address.split("#")[0].strip()
    backend = GuardedBackend(deadline, config.allow_private)
    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())  # some Python builds find no certificates of the system
    try:
        with httpcore.ConnectionPool(ssl_context=trust, network_backend=backend) as pool:
            for _ in range(config.max_redirects + 1):
                check_address(at)
                with pool.stream("GET", _ascii(at), headers=_headers(at), extensions=_timeouts(config)) as response:
                    if response.status in _REDIRECTS and (location := _header(response, b"location")):
                        at = urljoin(at, location).split("#")[0]
                        continue
                    return _read(response, at, _where(address, at), deadline, config)
    except httpcore.TimeoutException as error:
        raise _timeout(_where(address, at), config) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        if "CERTIFICATE_VERIFY" in str(error) or "SSL" in str(error):
            raise ArticleError(
                f"{_where(address, at)} could not prove who it is (certificate refused). "
                "Open it in a browser and save the page.",
                kind="certificate",
            ) from error
        raise ArticleError(
            f"{_where(address, at)} could not be reached. Check the address and the connection.", kind="network"
        ) from error
    raise ArticleError(
        f"The address redirects more than {config.max_redirects} times. Give the address it ends at.", kind="redirects"
    )


def _read(response: "httpcore.Response", at: str, where: str, deadline: float, config: Config) -> Document:
    if response.status >= 400 or response.status in (204, 304):
        advice = {
            401: "It asks for a login: save the page from your browser and add that",
            403: "It refuses programs: save the page from your browser and add that",
            404: "The page is gone: check the address or look for an archived copy",
            410: "The page is gone: look for an archived copy",
            429: "It asks to wait: try again later",
        }.get(response.status, "Try again later or save the page from your browser")
        raise ArticleError(f"{where} answered with status {response.status}. {advice}.", kind="http_status")
    content_type = _header(response, b"content-type") or ""
    if content_type.lower().startswith(("image/", "audio/", "video/", "font/", "application/zip")):
        raise ArticleError(
            f"{where} is {content_type.split(';')[0]}, not an article. Give the article's page.", kind="media"
        )
    declared = _header(response, b"content-length") or ""
    if declared.isdigit() and int(declared) > config.max_bytes:
        raise _oversized(where, config)
    unpack = _Unpacker(_header(response, b"content-encoding") or "", where)
    parts: list[bytes] = []
    size = 0
    for chunk in response.iter_stream():
        if time.monotonic() > deadline:
            raise _timeout(where, config)
        piece = unpack(chunk, config.max_bytes + 1 - size)
        size += len(piece)
        parts.append(piece)
        if size > config.max_bytes:
            raise _oversized(where, config)
    return Document(
        data=b"".join(parts), name=at, url=at, content_type=content_type or None, retrieved=datetime.now(UTC)
    )


def _where(address: str, at: str) -> str:
    """How a sentence about this hop begins; the problem's input names the address asked for."""
    return "The address" if at == address.split("#")[0].strip() else f"The address leads to {at}, which"


class _Unpacker:
    """Unpacks gzip and deflate answers piece by piece, never more than asked for."""

    def __init__(self, encoding: str, where: str) -> None:
        import zlib

        self._error, self._where = zlib.error, where
        self._encoding = encoding.strip().lower()
        if self._encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise ArticleError(f"{where} is packed as {encoding!r}. Save the page from your browser.", kind="encoding")
        self._inner = zlib.decompressobj(47 if "gzip" in self._encoding else 15)

    def __call__(self, chunk: bytes, limit: int) -> bytes:
        if self._encoding in ("", "identity"):
            return chunk
        try:
            return self._inner.decompress(chunk, max(limit, 1))
        except self._error as error:
            raise ArticleError(f"{self._where} sent a damaged answer. Try again later.", kind="encoding") from error


def _oversized(where: str, config: Config) -> ArticleError:
    return ArticleError(
        f"{where} is larger than {config.max_bytes:,} bytes. Raise the limit with --max-mb to read it.",
        kind="oversized",
    )


def _timeout(where: str, config: Config) -> ArticleError:
    return ArticleError(
        f"{where} did not answer fully within {config.fetch_timeout:g} seconds. Try again, or raise fetch_timeout.",
        kind="timeout",
    )


def _ascii(address: str) -> str:
    """The address with its host in punycode and other characters percent-encoded, as HTTP wants it."""
    from urllib.parse import quote

    parts = urlsplit(address)
    host = parts.hostname or ""
    try:
        host.encode("ascii")
    except UnicodeEncodeError:
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise ArticleError("The address names no usable host. Check how it is written.", kind="address") from error
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return f"{parts.scheme.lower()}://{host}{port}{path}{query}"


def _headers(at: str) -> list[tuple[str, str]]:
    from according import __version__

    host = urlsplit(_ascii(at)).netloc
    return [
        ("Host", host),
        ("User-Agent", f"according/{__version__}"),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip"),
    ]


def _timeouts(config: Config) -> dict[str, dict[str, float]]:
    limit = config.fetch_timeout
    return {"timeout": {"connect": limit, "read": limit, "write": limit, "pool": limit}}


def _header(response: "httpcore.Response", name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in response.headers if key.lower() == name), None)
