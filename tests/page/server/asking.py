"""A request to an ASGI application without a server, and small applications that answer it."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.page.server.answers import Answer, answer
from tests.streamlit_client import finished

GZIP = {"Accept-Encoding": "gzip, br"}


def asked(
    app: ASGIApp, path: str, *, query: str = "", method: str = "GET", headers: dict[str, str] | None = None
) -> Answer:
    """What the application answers."""
    raw = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
    scope: Scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query.encode(),
        "headers": raw,
    }
    return finished(answer(app, scope, without=()))


class Files:
    """Answers every path with one body; `asked` has the scopes of the requests."""

    def __init__(self, body: bytes, media_type: str, status: int = 200, **headers: str) -> None:
        self.asked: list[Scope] = []
        self._answer = Answer(status, Headers({"content-type": media_type, **headers}), body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        await self._answer.send(send)
