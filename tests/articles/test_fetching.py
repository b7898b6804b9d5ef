"""Web addresses, against a server on this machine: limits, redirects, and the guard against private networks."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from according.articles import addresses, gather
from according.articles.addresses import is_public
from according.config import Config
from according.records import Article, Problem
from tests.articles import samples

ALLOWED = Config(allow_private=True, fetch_timeout=5.0, max_bytes=200_000, max_redirects=3)
LONG = "<p>The army denied on Tuesday that it had lost the post.</p>" * 20


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers: dict[str, str] = {"Content-Type": "text/html; charset=utf-8"}
        status, body = 200, samples.page()
        port = self.server.server_address[1]
        path = self.path
        if path == "/moved":
            status, headers["Location"] = 302, "/article"
        elif path == "/circle":
            status, headers["Location"] = 301, "/circle"
        elif path == "/away":
            status, headers["Location"] = 302, f"http://127.0.0.2:{port}/article"
        elif path == "/to-file":
            status, headers["Location"] = 302, "file:///etc/passwd"
        elif path.startswith("/status/"):
            status = int(path.rsplit("/", 1)[1])
        elif path == "/packed":
            body, headers["Content-Encoding"] = gzip.compress(body), "gzip"
        elif path == "/burst":
            body, headers["Content-Encoding"] = gzip.compress(bytes(20_000_000)), "gzip"
        elif path == "/odd-packing":
            headers["Content-Encoding"] = "br"
        elif path == "/bad-packing":
            headers["Content-Encoding"] = "gzip"
        elif path == "/big":
            body = b"x" * 300_000
        elif path == "/image":
            headers["Content-Type"], body = "image/png", b"\x89PNG" + bytes(60)
        elif path == "/video-by-name-only":
            headers["Content-Type"], body = "application/octet-stream", b"\x00\x00\x00\x18ftypmp42" + bytes(40)
        elif path == "/json":
            headers["Content-Type"], body = "application/json", b'{"army": "denied on Tuesday that it fled"}'
        elif path == "/menu":
            body = samples.menu()
        elif path == "/paper":
            headers["Content-Type"], body = "application/pdf", samples.pdf(["The army denied on Tuesday that it fled."])
        elif path == "/feed":
            headers["Content-Type"] = "application/rss+xml"
            body = samples.feed(
                "<item><title>One</title><link>https://times.example/full</link>"
                f"<description><![CDATA[{LONG}]]></description></item>"
                f"<item><title>Two</title><link>http://127.0.0.1:{port}/article</link></item>"
                f"<item><title>Three</title><link>http://127.0.0.1:{port}/status/404</link></item>"
                f"<item><title>Four</title><link>file:///etc/passwd</link></item>"
            )
        elif path in ("/slow", "/slow-head"):
            if path == "/slow":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Type: text/html\r\n\r\n")
            for _ in range(60):
                try:
                    self.wfile.write(b"x" if path == "/slow" else b"X")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
            return
        elif path == "/rude":
            self.wfile.write(b"nothing of the kind\r\n\r\n")
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def only(address: str, config: Config = ALLOWED) -> Article | Problem:
    [item] = gather([address], config)
    return item


@pytest.mark.parametrize("path", ["/article", "/moved", "/packed", "/article#part", "/ä ö?q=1&r=ü"])
def test_page(site: str, path: str) -> None:
    item = only(site + path)
    assert isinstance(item, Article), item
    assert "Our soldiers are still there" in item.text
    assert item.url is not None
    assert item.url.startswith(site)
    assert item.path is None
    assert item.retrieved is not None
    assert item.published is None


def test_address_in_the_end_is_recorded(site: str) -> None:
    item = only(site + "/moved")
    assert isinstance(item, Article)
    assert item.url == site + "/article"


def test_paper(site: str) -> None:
    item = only(site + "/paper")
    assert isinstance(item, Article)
    assert item.text == "The army denied on Tuesday that it fled."


def test_feed_address_leads_to_pages(site: str) -> None:
    items = list(gather([site + "/feed"], ALLOWED))
    assert [type(item) for item in items] == [Article, Article, Problem, Problem]
    first, second = items[:2]
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.url == "https://times.example/full"
    assert second.url == site + "/article"
    assert [item.kind for item in items[2:] if isinstance(item, Problem)] == ["http_status", "summary_only"]


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/circle", "redirects", "more than 3 times"),
        ("/to-file", "scheme", "only http and https"),
        ("/status/401", "http_status", "login"),
        ("/status/403", "http_status", "save the page"),
        ("/status/404", "http_status", "gone"),
        ("/status/500", "http_status", "Try again"),
        ("/status/304", "http_status", "304"),
        ("/big", "oversized", "200,000 bytes"),
        ("/burst", "oversized", "200,000 bytes"),
        ("/odd-packing", "encoding", "br"),
        ("/bad-packing", "encoding", "damaged"),
        ("/image", "media", "image/png"),
        ("/video-by-name-only", "media", "video"),
        ("/json", "not_article", "data"),
        ("/menu", "not_article", "one article"),
        ("/rude", "network", "could not be reached"),
    ],
)
def test_wrong_answers(site: str, path: str, kind: str, words: str) -> None:
    item = only(site + path)
    assert isinstance(item, Problem), item
    assert item.kind == kind
    assert words in item.message
    assert item.message.endswith(".")


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_trickle_ends_at_the_deadline(site: str, path: str) -> None:
    started = time.monotonic()
    item = only(site + path, Config(allow_private=True, fetch_timeout=0.6))
    assert isinstance(item, Problem)
    assert item.kind == "timeout"
    assert time.monotonic() - started < 3


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    item = only(f"http://127.0.0.1:{port}/")
    assert isinstance(item, Problem)
    assert item.kind == "network"


def test_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    item = only("https://times.example/")
    assert isinstance(item, Problem)
    assert item.kind == "unknown_host"


def answers(*hosts: str) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)) for host in hosts]


@pytest.mark.parametrize("hosts", [("127.0.0.1",), ("93.184.216.34", "10.0.0.1")])
def test_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, hosts: tuple[str, ...]) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: answers(*hosts))
    item = only("http://times.example/", Config())
    assert isinstance(item, Problem)
    assert item.kind == "private_address"


def test_redirect_that_leads_inside_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    item = only(site + "/away", Config())
    assert isinstance(item, Problem)
    assert item.kind == "private_address"
    assert "127.0.0.2" in item.message


def test_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A name that answers 127.0.0.1 first and something else on a second question: there is no second question.
    asked: list[object] = []
    resolve = socket.getaddrinfo

    def change(host: str, *args: object, **options: object) -> object:
        if host != "times.example":
            return resolve(host, *args, **options)  # type: ignore[arg-type]
        asked.append(host)
        return answers("127.0.0.1") if len(asked) == 1 else answers("10.255.255.1")

    monkeypatch.setattr(socket, "getaddrinfo", change)
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    item = only(f"http://times.example:{site.rsplit(':', 1)[1]}/article", Config(fetch_timeout=5.0))
    assert isinstance(item, Article), item
    assert asked == ["times.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:0001::", False),
        ("64:ff9b::7f00:1", False),
        ("not an address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
