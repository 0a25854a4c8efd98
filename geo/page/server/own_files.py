"""The browser's files of geo/web, served before any session has run.

Streamlit serves a component's folder only once a script has declared it; the page's head names the
files before that.
"""

from __future__ import annotations

from anyio import to_thread
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.page.server.routes import route
from geo.web.served import cache_folder

_TYPES = {".js": "text/javascript", ".gz": "application/gzip", ".jpg": "image/jpeg"}
# Where geo/page/instruments.py has Streamlit serve them.
FOLDER = "component/geo.page.instruments.web/"


class OwnFiles:
    """Answers for the files of the cache folder; every other request goes on."""

    def __init__(self, app: ASGIApp, *, base: str = "") -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        name = self._name(scope)
        if not name or not (cache_folder() / name).is_file():
            await self._app(scope, receive, send)
            return
        path = cache_folder() / name
        body = await to_thread.run_sync(path.read_bytes)
        # Their names change with what they hold.
        headers = {"cache-control": "public, immutable, max-age=31536000"}
        await Response(body, media_type=_TYPES.get(path.suffix), headers=headers)(scope, receive, send)

    def _name(self, scope: Scope) -> str:
        """The file that is asked for; empty for every other request."""
        path = route(scope, self._base) if scope["type"] == "http" else ""
        name = path.removeprefix(FOLDER)
        return name if path.startswith(FOLDER) and not set("/\\") & set(name) else ""
