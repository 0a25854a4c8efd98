"""Streamlit's one HTML file, with a first text in it that is read before any script has come.

The text lies over the page and goes away when the page has drawn itself (shell.js).
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.page.server.answers import answer, takes_gzip
from geo.page.server.preloads import Preloads, links, no_preloads
from geo.page.server.routes import is_page, route

_LOG = logging.getLogger(__name__)
_LANG, _TITLE, _HEAD, _ROOT = '<html lang="en">', "<title>Streamlit</title>", "</head>", '<div id="root">'
_STYLE_LINK = re.compile(r'<link rel="stylesheet"[^>]*>')
# Streamlit's own typeface, which the atlas does not use (.streamlit/config.toml).
_TYPEFACE = re.compile(r'<link\s+rel="preload"[^>]*\sas="font"[^>]*>')
# Stands in a path for bytes that are no UTF-8.
_UNREADABLE = "\ufffd"
_CONDITIONS = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


@dataclass(frozen=True)
class FirstText:
    """The language, the title and a sentence on the atlas as plain text; the whole as escaped HTML."""

    lang: str
    title: str
    description: str
    html: str


TextOf = Callable[[str, Mapping[str, str]], FirstText]


class PageShell:
    """Puts the text of `text(page, query)` into Streamlit's HTML file; every other request goes on."""

    def __init__(
        self, app: ASGIApp, *, text: TextOf, preloads: Preloads = no_preloads, base: str = ""
    ) -> None:
        self._app = app
        self._text = text
        self._preloads = preloads
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        if not is_page(scope, self._base):
            await self._app(scope, receive, send)
            return
        if _UNREADABLE in scope["path"]:
            # Streamlit's script would stop at it, and the page stay at its first text.
            home = RedirectResponse(f"{scope.get('root_path', '')}/{self._base}".rstrip("/") + "/")
            await home(scope, receive, send)
            return
        shell = await answer(self._app, scope, without=_CONDITIONS)
        if shell.status == 200 and shell.media_type == "text/html":
            html = await to_thread.run_sync(self._html, shell.body.decode("utf-8"), scope)
            shell = shell.with_body(html.encode("utf-8"), cache_control="no-cache")
            shell = shell.compressed() if takes_gzip(scope) else shell
        await shell.send(send)

    def _html(self, html: str, scope: Scope) -> str:
        """The file with the text; as it is if it is not the one we know, or the text cannot be made."""
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        page = route(scope, self._base)
        try:
            text = self._text(page, query)
            return with_text(html, text, backend(page, self._base) + links(self._preloads(text.lang)))
        except Exception:  # whatever it is, the page itself still comes
            _LOG.exception("the page goes out without its first text")
            return html


def with_text(html: str, text: FirstText, head: str) -> str:
    """The HTML file in the text's language, with its title, the head's links and the text."""
    if not all(html.count(anchor) == 1 for anchor in (_LANG, _TITLE, _HEAD, _ROOT)):
        return html
    # What stands before a style sheet is painted before that has come.
    sheets = _STYLE_LINK.findall(html)
    description = f'<meta name="description" content="{escape(text.description)}">'
    return (
        _TYPEFACE.sub("", _STYLE_LINK.sub("", html))
        .replace(_LANG, f'<html lang="{escape(text.lang)}">')
        .replace(_TITLE, f"<title>{escape(text.title)}</title>")
        .replace(_HEAD, f"{description}\n{head}\n<style>{_own_file('shell.css')}</style>\n{_HEAD}")
        .replace(_ROOT, f"{text.html}\n<script>{_own_file('shell.js')}</script>\n{''.join(sheets)}\n{_ROOT}")
    )


def backend(page: str, base: str) -> str:
    """The element that tells Streamlit's script where its server is; nothing for the first page.

    Below the address of another page it would ask for `<page>/_stcore/health` first, which is not there.
    """
    if not page:
        return ""
    place = json.dumps(f"/{base}").replace("<", "\\u003c")
    address = f"new URL({place}, location.href).href"
    return f"<script>window.__streamlit = {{ BACKEND_BASE_URL: {address} }};</script>\n"


@cache
def _own_file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").strip()
