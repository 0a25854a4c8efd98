"""Requests that another site's page makes with a reader's browser.

Streamlit asks a service on the web for this machine's address before it refuses them, and nobody is
answered meanwhile; so they are refused here.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_THIS_MACHINE = {"localhost", "127.0.0.1", "0.0.0.0"}
_POLICY_VIOLATION = 1008


class OwnOrigins:
    """Refuses websockets of a foreign origin, and lets no other request say that it has one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        if scope["type"] not in ("http", "websocket") or is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
            await self._app({**scope, "headers": headers}, receive, send)


def is_own(headers: Headers) -> bool:
    """True if the request is of this site's pages, of none, or of a site that the configuration names."""
    origin = headers.get("origin")
    if origin is None or not st.get_option("server.enableCORS"):
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.netloc == headers.get("host") or parts.hostname in _named()


def _named() -> set[str | None]:
    sites = map(str, st.get_option("server.corsAllowedOrigins") or ())
    named = {urlsplit(site if "//" in site else f"//{site}").hostname for site in sites}
    own = {st.get_option("server.address"), st.get_option("browser.serverAddress")}
    return (_THIS_MACHINE | named | own) - {None, ""}
