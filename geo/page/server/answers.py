"""The answer of the server behind a middleware, taken whole so that it can be changed before it is sent."""

from __future__ import annotations

import gzip
from collections.abc import Collection
from dataclasses import dataclass, replace

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Answer:
    """Status, headers and body of an HTTP response."""

    status: int
    headers: Headers
    body: bytes

    @property
    def media_type(self) -> str:
        """The type of the body without its parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def with_body(self, body: bytes, **headers: str) -> Answer:
        """The same with another body, its length and these headers (`cache_control` is Cache-Control)."""
        changed = MutableHeaders(raw=[*self.headers.raw])
        for name in ("etag", "last-modified", "accept-ranges"):
            del changed[name]
        for name, value in headers.items():
            changed[name.replace("_", "-")] = value
        changed["content-length"] = str(len(body))
        return replace(self, headers=Headers(raw=changed.raw), body=body)

    def compressed(self) -> Answer:
        """The same with its body as gzip."""
        packed = gzip.compress(self.body, compresslevel=9, mtime=0)
        return self.with_body(packed, content_encoding="gzip", vary="Accept-Encoding")

    async def send(self, send: Send) -> None:
        """Sends it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers.raw})
        await send({"type": "http.response.body", "body": self.body})


async def answer(app: ASGIApp, scope: Scope, receive: Receive, *, without: Collection[bytes]) -> Answer:
    """What the app answers to the request without these request headers."""
    headers = [(name, value) for name, value in scope["headers"] if name.lower() not in without]
    status, sent, body = 500, [], bytearray()

    async def collect(message: Message) -> None:
        nonlocal status, sent
        if message["type"] == "http.response.start":
            status, sent = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    await app({**scope, "headers": headers}, receive, collect)
    return Answer(status, Headers(raw=sent), bytes(body))


def takes_gzip(scope: Scope) -> bool:
    """True if the reader's browser unpacks gzip."""
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")
