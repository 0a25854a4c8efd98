"""The folium map, built the same every time: one script of ours and nothing of the date.

The same script means the same component, so Streamlit keeps the frame, the zoom and the layers; what
the map shows it takes from the page around it (geo/web/map/frame.js).
"""

from __future__ import annotations

import folium
from branca.element import MacroElement
from folium.template import Template
from xyzservices import TileProvider
from xyzservices import providers as xyz

from geo.map.script import javascript

# Where the map begins before geo/web/map/camera.js has fitted it to its frame; degrees.
_MIDDLE = (39.75, 46.6)
ONLINE: TileProvider = xyz.Esri.WorldGrayCanvas

# 32 hexadecimal digits as folium would draw, but the same on every run
_MAP_ID = "a71a5000000000000000000000000000"


class AtlasMap(folium.Map):
    """A folium map that asks for one script only, which holds Leaflet, our modules and the styles."""

    def __init__(self, script: str) -> None:
        super().__init__(
            location=_MIDDLE,
            zoom_start=8,
            tiles=None,
            font_size="0.875rem",
            maxZoom=13,
            zoomSnap=0.25,
            zoomDelta=0.5,
            wheelPxPerZoomLevel=120,
        )
        self._id = _MAP_ID
        self.default_js = [("atlas", script)]
        self.default_css = []


class _Start(MacroElement):
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            karabakhAtlas.startMap({{ this._parent.get_name() }}, {{ this.options }});
        {% endmacro %}
        """
    )

    def __init__(self, options: str) -> None:
        super().__init__()
        self._name = "Start"
        self.options = options


def base_map(script: str, relief: str, *, theme: str | None = None, **own: str) -> folium.Map:
    """The map without a date, equal for equal arguments; make a new one for each run of the page.

    `script` and `relief` are addresses relative to the map's own page; `theme` is "light", "dark" or, by
    default, whatever the page uses; `own` are the facts of a map that stands alone (frame.js). The
    online tiles are listed but off: nothing is asked of another machine before the reader turns them on.
    """
    page = AtlasMap(script)
    folium.TileLayer(ONLINE, name="Online map", overlay=True, show=False).add_to(page)
    folium.LayerControl(position="topright").add_to(page)
    page.add_child(_Start(javascript({"relief": relief, "theme": theme, **own})))
    return page
