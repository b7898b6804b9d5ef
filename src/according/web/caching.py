"""Entity tags: an answer that has not changed since the browser last asked travels as a 304 without its body."""

import hashlib

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Tagged"]


class Tagged:
    """Adds a weak `ETag` to every whole JSON answer under `/api/` and honours `If-None-Match`.

    Weak, because compression may sit in front of it. Streamed answers (exports) pass through untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        asked = next((value for name, value in scope["headers"] if name == b"if-none-match"), b"").decode("latin-1")
        start: Message | None = None

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                whole = any(name.lower() == b"content-length" for name, _ in message["headers"])
                if message["status"] == 200 and whole:
                    start = message  # held back until the body is known
                    return
            elif start is not None:
                head, start = start, None
                body = message.get("body", b"")
                tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
                extra = [(b"etag", tag.encode()), (b"cache-control", b"no-cache")]
                if tag in (part.strip() for part in asked.split(",")):
                    kept = [
                        pair for pair in head["headers"] if pair[0].lower() not in (b"content-length", b"content-type")
                    ]
                    await send({**head, "status": 304, "headers": [*kept, *extra]})
                    await send({"type": "http.response.body", "body": b""})
                    return
                await send({**head, "headers": [*head["headers"], *extra]})
            await send(message)

        await self._app(scope, receive, tagged)
