"""What stands before Streamlit's own server: whom it answers, and how soon a reader has something to read.

middleware()   for st.App: foreign origins refused, files compressed once, the first text in the page
lifespan()     for st.App: the atlas loaded and the browser opened while the server starts
"""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from geo.page.server.compressed import CompressedFiles
from geo.page.server.origins import OwnOrigins
from geo.page.server.preloads import Preloads, no_preloads
from geo.page.server.shell import PageShell
from geo.page.server.starting import first_text, lifespan

__all__ = ["lifespan", "middleware"]


def middleware(preloads: Preloads = no_preloads) -> list[Middleware]:
    """The middleware of the atlas, outermost first; `preloads` names by language what the page asks next."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return [
        Middleware(OwnOrigins),
        Middleware(CompressedFiles, base=base),
        Middleware(PageShell, base=base, text=first_text, preloads=preloads),
    ]
