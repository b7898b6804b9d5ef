"""Who may talk to the server, and what a page from it may do. Plain ASGI, in front of everything else.

The server has no password: what protects it is that only pages it served itself can reach it. A foreign page that
points its own name at 127.0.0.1 (DNS rebinding) still sends that name as `Host`; one that posts a form across sites
sends its own `Origin`. Both are refused before any handler runs.
"""

import ipaddress
import json
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from according.config import Config

__all__ = ["CONTENT_SECURITY_POLICY", "Guard", "host_allowed", "origin_allowed"]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_SAFE = {"GET", "HEAD", "OPTIONS"}


def host_allowed(host: str, config: Config) -> bool:
    """True for `localhost`, any literal address and the configured host; a DNS name could belong to anyone."""
    name = _hostname(host)
    if name is None:
        return False
    if name in {"localhost", config.host.lower()} or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def origin_allowed(origin: str | None, host: str, scheme: str) -> bool:
    """True when a changing request comes from a page of this very server, or from no page at all (a script, curl)."""
    if origin is None:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme == scheme and parts.netloc.lower() == host.lower()


def _hostname(host: str) -> str | None:
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    if parts.username or parts.path or parts.query or parts.fragment or not parts.hostname:
        return None
    return parts.hostname.lower()


class Guard:
    """Refuses foreign hosts (421) and origins (403) in a sentence; adds the security headers to every answer."""

    def __init__(self, app: ASGIApp, config: Config) -> None:
        self._app = app
        self._config = config

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in _HEADERS if pair[0] not in present)]
            await send(message)

        if not host_allowed(host, self._config):
            await _refuse(
                guarded,
                421,
                f"This server does not answer for the host {host!r}. Open it by its address, for example "
                f"http://127.0.0.1:{self._config.port}, or start it with --host and that name.",
            )
            return
        foreign = headers.get(b"sec-fetch-site") in {"cross-site", "same-site"}
        if scope["method"] not in _SAFE and (
            foreign or not origin_allowed(headers.get(b"origin"), host, scope.get("scheme", "http"))
        ):
            await _refuse(
                guarded, 403, "Only a page of this server may change the store; this request came from another."
            )
            return
        await self._app(scope, receive, guarded)


async def _refuse(send: Send, status: int, message: str) -> None:
    body = json.dumps({"error": message}).encode()
    head = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
