"""The answer of the server behind a middleware, taken whole so that it can be changed before it is sent."""

from __future__ import annotations

import gzip
from collections.abc import Collection
from dataclasses import dataclass, replace

from anyio import sleep_forever
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


async def answer(app: ASGIApp, scope: Scope, *, without: Collection[bytes]) -> Answer:
    """The whole answer of the app to the request without these request headers and without a body.

    It is read to its end although the reader may have left: it may be kept for others. Raises
    RuntimeError if the app ends before its answer does.
    """
    headers = [(name, value) for name, value in scope["headers"] if name.lower() not in without]
    status, sent, body, whole = 500, [], bytearray(), False

    async def collect(message: Message) -> None:
        nonlocal status, sent, whole
        if message["type"] == "http.response.start":
            status, sent = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))
            whole = not message.get("more_body", False)

    await app({**scope, "headers": headers, "extensions": {}}, _no_more(), collect)
    if not whole:
        raise RuntimeError(f"the answer to {scope['path']} ended after {len(body)} bytes, before its end")
    return Answer(status, Headers(raw=sent), bytes(body))


def _no_more() -> Receive:
    """What a request without a body receives: its end, and never that the reader has left."""
    ended = False

    async def receive() -> Message:
        nonlocal ended
        if ended:
            await sleep_forever()
        ended = True
        return {"type": "http.request", "body": b"", "more_body": False}

    return receive


def takes_gzip(scope: Scope) -> bool:
    """True if the reader's browser unpacks gzip."""
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")
