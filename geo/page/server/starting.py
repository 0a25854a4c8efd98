"""What the server does as it starts: it loads the atlas, and opens the reader's browser."""

from __future__ import annotations

import logging
import webbrowser
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st

from geo.page.server.preloads import instrument_files
from geo.page.server.shell import FirstText

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Starts both and waits for neither."""
    for work in (_load, _open_browser):
        Thread(target=work, name=work.__name__.strip("_"), daemon=True).start()
    yield


def _load() -> None:
    """Makes the text of the opening view, for which everything is loaded, and the browser's files."""
    try:
        instrument_files(first_text("", {}).lang)
    except Exception:  # whatever it is, the server answers, and says what is wrong with the data
        _LOG.exception("the atlas could not be loaded")


def _open_browser() -> None:
    if not st.get_option("server.headless"):
        webbrowser.open(address())


def address() -> str:
    """Where the server answers, for a browser on this machine."""
    host = st.get_option("browser.serverAddress") or st.get_option("server.address") or "localhost"
    host = "localhost" if host in ("0.0.0.0", "::") else host
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"


def first_text(page: str, query: Mapping[str, str]) -> FirstText:
    """The text of the page at the view of the address; see first_text.py.

    What that imports declares components, which only a running server hears of.
    """
    from geo.page.server.first_text import first_text as text

    return text(page, query)
