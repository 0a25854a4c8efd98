"""What the map's frame fetches, served by Streamlit itself: one script, facts and relief.

Streamlit serves a declared component's folder at /component/<module>.<name>/; nobody else is asked.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import streamlit.components.v1 as components

from geo.atlas import Atlas
from geo.language import say
from geo.languages import LANGUAGES
from geo.map.base import Assets
from geo.map.bundle import bundle, bundle_bytes, bundle_name
from geo.map.joined import write_script

# The map's own page stands at /component/streamlit_folium.st_folium/index.html.
_SERVED = f"../{__name__}"
_OPEN_PAGES = 8


def assets(atlas: Atlas) -> Assets:
    """Where the map's frame finds its files, relative to its own page."""
    credits = {lang: _credits(lang) for lang in LANGUAGES}
    bundle_file = _kept(atlas.folder.resolve(), bundle_bytes(bundle(atlas, attribution=credits)))
    _, script = serve()
    return Assets(*(f"{_SERVED}.facts/{name}" for name in (script, bundle_file, "relief.jpg")))


def _credits(lang: str) -> str:
    """The line below the map: where its drawing is from."""
    return say(
        lang,
        "Districts: geoBoundaries/Wikipedia (CC BY-SA) · Natural Earth · relief: NOAA GLOBE · "
        "lines typed by Karabakh Atlas, approximate",
    )


@cache
def serve() -> tuple[Path, str]:
    """Has Streamlit serve a folder for the map's files; the folder, and the script's name in it."""
    facts = Path(tempfile.mkdtemp(prefix="karabakh-atlas-"))
    components.declare_component("facts", path=str(facts))
    return facts, write_script(facts)


def _kept(data: Path, raw: bytes) -> str:
    """The name of the bundle's file; the last few stay for pages that are still open."""
    folder, _ = serve()
    file = folder / bundle_name(raw)
    file.write_bytes(raw)
    shutil.copy(data / "layers" / "relief.jpg", folder / "relief.jpg")
    for old in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-_OPEN_PAGES]:
        old.unlink(missing_ok=True)
    return file.name
