"""What the map's frame fetches, served by Streamlit itself: Leaflet, our files, facts and relief.

Streamlit serves a declared component's folder at /component/<module>.<name>/; nobody else is asked.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import streamlit.components.v1 as components
from xstatic.pkg import leaflet

from geo.atlas import Atlas
from geo.map.base import STATIC, Assets
from geo.map.bundle import bundle, bundle_bytes, bundle_name

ATTRIBUTION = (
    "Districts: geoBoundaries/Wikipedia (CC BY-SA) · Natural Earth · relief: NOAA GLOBE · "
    "lines typed by Karabakh Atlas, approximate"
)
# The map's own page stands at /component/streamlit_folium.st_folium/index.html.
_SERVED = f"../{__name__}"


def assets(atlas: Atlas) -> Assets:
    """Where the map's frame finds its files, relative to its own page."""
    folder, bundle_file = _facts(
        atlas.folder.resolve(), bundle_bytes(bundle(atlas, attribution=ATTRIBUTION))
    )
    serve(str(folder))
    return Assets(
        leaflet=f"{_SERVED}.leaflet",
        atlas=f"{_SERVED}.atlas",
        bundle=f"{_SERVED}.facts/{bundle_file}",
        relief=f"{_SERVED}.facts/relief.jpg",
    )


@cache
def serve(facts: str) -> None:
    """Has Streamlit serve the three folders."""
    components.declare_component("leaflet", path=leaflet.BASE_DIR)
    components.declare_component("atlas", path=str(STATIC))
    components.declare_component("facts", path=facts)


def _facts(data: Path, raw: bytes) -> tuple[Path, str]:
    """A folder with the bundle and the relief, and the bundle's file name."""
    folder = Path(tempfile.mkdtemp(prefix="karabakh-atlas-"))
    name = bundle_name(raw)
    (folder / name).write_bytes(raw)
    shutil.copy(data / "layers" / "relief.jpg", folder / "relief.jpg")
    return folder, name
