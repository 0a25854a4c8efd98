"""The map of one view as a single HTML file that needs no server and no network.

The script, the facts, the shapes and the relief are written into the page.
"""

from __future__ import annotations

import base64
from html import escape
from urllib.parse import urlencode

from geo.atlas import Atlas
from geo.map.base import base_map
from geo.view import View, query_from_view
from geo.web.bundle import script
from geo.web.facts import facts
from geo.web.plain_page import data_element
from geo.web.shapes import shapes

_SCRIPT, _RELIEF = "standalone-script", "standalone-relief"


def standalone(atlas: Atlas, view: View, *, title: str, attribution: str = "") -> str:
    """A whole HTML page with the map of the view and a legend; opened as a file, it asks nobody."""
    query = urlencode(query_from_view(view))
    page = str(base_map(_SCRIPT, _RELIEF, facts="#facts", shapes="#shapes", query=query).get_root().render())
    relief = (atlas.folder / "layers" / "relief.jpg").read_bytes()
    page = page.replace(_SCRIPT, _address("text/javascript", script().encode()))
    page = page.replace(_RELIEF, _address("image/jpeg", relief))
    content = facts(atlas, view.lang)
    if attribution:
        content = {**content, "credits": attribution}
    data = data_element("facts", content) + data_element("shapes", shapes(atlas))
    page = page.replace("<head>", f"<head><title>{escape(title)}</title>", 1)
    return page.replace("<body>", f"<body>{_heading(title)}{data}", 1)


def _heading(title: str) -> str:
    return f'<h1 class="atlas-title">{escape(title)}</h1>'


def _address(kind: str, raw: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(raw).decode()}"
