"""Files whose names change with what they hold: compressed once, and cached by the browser for a year.

Streamlit serves its own scripts as they are, 2 MB before anything is drawn, and compresses those of
components again for each reader.
"""

from __future__ import annotations

import re

from anyio import to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.page.server.answers import Answer, answer, takes_gzip
from geo.page.server.routes import route

# The tab's icon, which a browser asks for again with every new address unless it may keep it.
_ICON = re.compile(r"media/[0-9a-f]{32,}\.(?:png|ico|svg)")
_MOST_BYTES = 64 * 2**20
_HASHED = re.compile(r"static/.*|component/.*?(?:^|[/.-])[0-9a-f]{8,}(?:\.\w+)+")
_TEXT = {"text/javascript", "application/javascript", "text/css", "application/json", "image/svg+xml"}
_ALREADY = (".gz", ".br", ".png", ".jpg", ".woff2")
# What makes an answer less than the file, or another one for each reader.
_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


class CompressedFiles:
    """Answers for such files from memory where the browser takes gzip; every other request goes on."""

    def __init__(self, app: ASGIApp, *, base: str = "", most_bytes: int = _MOST_BYTES) -> None:
        self._app = app
        self._base = base
        self._most_bytes = most_bytes
        self._files: dict[str, Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        if not self._is_file(scope):
            await self._app(scope, receive, send)
            return
        found = self._files.get(scope["path"]) or await self._read(scope)
        await found.send(send)

    def _is_file(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET" or not takes_gzip(scope):
            return False
        path = route(scope, self._base)
        ranged = any(name == b"range" for name, _ in scope["headers"])
        if _ICON.fullmatch(path):
            return not ranged
        return bool(_HASHED.fullmatch(path)) and not path.endswith(_ALREADY) and not ranged

    async def _read(self, scope: Scope) -> Answer:
        found = await answer(self._app, scope, without=_ASKED)
        if found.status == 200 and _ICON.fullmatch(route(scope, self._base)):
            return found.with_body(found.body, cache_control="public, immutable, max-age=31536000")
        if found.status != 200 or found.media_type not in _TEXT or "set-cookie" in found.headers:
            return found
        packed = await to_thread.run_sync(found.compressed)
        packed = packed.with_body(packed.body, cache_control="public, immutable, max-age=31536000")
        self._store(scope["path"], packed)
        return packed

    def _store(self, path: str, file: Answer) -> None:
        """Stores the file in memory, and removes the oldest while all of them take too much."""
        self._files[path] = file
        while len(self._files) > 1 and sum(len(one.body) for one in self._files.values()) > self._most_bytes:
            del self._files[next(iter(self._files))]
