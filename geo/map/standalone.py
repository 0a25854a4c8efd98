"""The map of one view as a single HTML file that needs no server and no network.

Leaflet, our script and styles, the facts and the relief are written into the page.
"""

from __future__ import annotations

import base64
import re
from html import escape
from pathlib import Path

from xstatic.pkg import leaflet

from geo.atlas import Atlas
from geo.map.base import Assets, base_map
from geo.map.bundle import bundle, bundle_bytes
from geo.map.joined import STATIC, joined
from geo.map.view import view_script
from geo.view import View

_PLACES = Assets("standalone-leaflet", "standalone-atlas", "standalone-bundle", "standalone-relief")
_STYLE_IMAGE = re.compile(r"url\((images/[^)]+)\)")


def standalone(atlas: Atlas, view: View, *, title: str, attribution: str = "") -> str:
    """A whole HTML page with the map of the view and a legend; opened as a file, it asks nobody."""
    page = str(base_map(_PLACES, "standalone").get_root().render())
    relief = (atlas.folder / "layers" / "relief.jpg").read_bytes()
    facts = bundle_bytes(bundle(atlas, attribution=attribution))
    for place, content in {
        f"{_PLACES.leaflet}/leaflet.js": _data("text/javascript", _leaflet("leaflet.js")),
        f"{_PLACES.leaflet}/leaflet.css": _data("text/css", _leaflet_style()),
        f"{_PLACES.atlas}/atlas.js": _data("text/javascript", joined()),
        f"{_PLACES.atlas}/atlas.css": _data("text/css", (STATIC / "atlas.css").read_bytes()),
        _PLACES.bundle: _data("application/json", facts),
        _PLACES.relief: _data("image/jpeg", relief),
    }.items():
        page = page.replace(place, content)
    head = f"<head><title>{escape(title)}</title>"
    page = page.replace("<head>", head, 1).replace("<body>", f"<body>{_heading(title)}", 1)
    return page + f"<script>atlas.show({view_script(view)})</script>\n"


def _heading(title: str) -> str:
    return f'<h1 class="atlas-title">{escape(title)}</h1>'


def _leaflet(name: str) -> bytes:
    return (Path(leaflet.BASE_DIR) / name).read_bytes()


def _leaflet_style() -> str:
    style = _leaflet("leaflet.css").decode()
    return _STYLE_IMAGE.sub(lambda found: f"url({_data('image/png', _leaflet(found[1]))})", style)


def _data(kind: str, content: str | bytes) -> str:
    raw = content.encode() if isinstance(content, str) else content
    return f"data:{kind};base64,{base64.b64encode(raw).decode()}"
