"""The atlas's page: opening lines, timeline, map, what can be read beside and below it.

The browser draws all of it and follows the reader; a run of this page only mounts the instruments.
"""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from geo.atlas import Atlas
from geo.map.base import base_map
from geo.page import state
from geo.page.instruments import FOLDER, files, instrument
from geo.page.templates import plain

MAP_HEIGHT = 600


def atlas_page(atlas: Atlas) -> None:
    """Draws the page."""
    for message in state.messages():
        st.warning(plain(message))
    instrument("opening", atlas)
    with st.container(key="dashboard"):
        _placed("time", "timeline", atlas)
        with st.container(key="mapbox"):
            _map(atlas)
        with st.container(key="side"):
            _placed("choices", "choices", atlas)
            with st.container(key="reading"):
                _placed("comparison", "comparison", atlas)
                _placed("panel", "panel", atlas)
        _placed("words", "tables", atlas)


def _placed(key: str, name: str, atlas: Atlas) -> None:
    with st.container(key=key):
        instrument(name, atlas)


def _map(atlas: Atlas) -> None:
    """The folium map in its frame: always the same, so that Streamlit keeps it through every run."""
    found = files(atlas)
    # The frame's own page stands at /component/streamlit_folium.st_folium/index.html.
    folder = f"../{FOLDER.removeprefix('component/')}"
    st_folium(
        base_map(script=folder + found.script, relief=folder + found.relief),
        key="map",
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=[],
    )
