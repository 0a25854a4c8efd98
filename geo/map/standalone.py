"""The map of one view as a single HTML file that needs no server and no network.

The map's script, the facts and the relief are written into the page.
"""

from __future__ import annotations

import base64
from html import escape

from geo.atlas import Atlas
from geo.map.base import Assets, base_map
from geo.map.bundle import bundle, bundle_bytes
from geo.map.joined import joined
from geo.map.view import view_script
from geo.view import View

_PLACES = Assets("standalone-script", "standalone-bundle", "standalone-relief")


def standalone(atlas: Atlas, view: View, *, title: str, attribution: str = "") -> str:
    """A whole HTML page with the map of the view and a legend; opened as a file, it asks nobody."""
    page = str(base_map(_PLACES, "standalone").get_root().render())
    relief = (atlas.folder / "layers" / "relief.jpg").read_bytes()
    facts = bundle_bytes(bundle(atlas, attribution=attribution))
    for place, content in {
        _PLACES.script: _data("text/javascript", joined()),
        _PLACES.bundle: _data("application/json", facts),
        _PLACES.relief: _data("image/jpeg", relief),
    }.items():
        page = page.replace(place, content)
    head = f"<head><title>{escape(title)}</title>"
    page = page.replace("<head>", head, 1).replace("<body>", f"<body>{_heading(title)}", 1)
    return page + f"<script>atlas.show({view_script(view)})</script>\n"


def _heading(title: str) -> str:
    return f'<h1 class="atlas-title">{escape(title)}</h1>'


def _data(kind: str, content: str | bytes) -> str:
    raw = content.encode() if isinstance(content, str) else content
    return f"data:{kind};base64,{base64.b64encode(raw).decode()}"
