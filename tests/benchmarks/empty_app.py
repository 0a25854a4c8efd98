"""The least that shows a map: an empty Streamlit page with an empty folium map, Leaflet served by itself."""

from __future__ import annotations

from pathlib import Path

import folium
import streamlit as st
import streamlit.components.v1 as components
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium
from xstatic.pkg import leaflet

# Streamlit names the components of a script after its file.
_NAME = Path(__file__).stem


class _Said(MacroElement):
    """Says in the frame that the map is drawn."""

    _template = Template(
        '{% macro script(this, kwargs) %}document.documentElement.dataset.ready = "true";{% endmacro %}'
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "Said"


def main() -> None:
    """Composes the page: nothing but the map."""
    st.set_page_config(page_title="Empty", layout="wide")
    components.declare_component("leaflet", path=leaflet.BASE_DIR)
    page = folium.Map(location=[39.75, 46.6], zoom_start=8, tiles=None)
    page.default_js = [("leaflet", f"../{_NAME}.leaflet/leaflet.js")]
    page.default_css = [("leaflet_css", f"../{_NAME}.leaflet/leaflet.css")]
    page.add_child(_Said())
    st_folium(page, height=600, use_container_width=True, returned_objects=[])


main()
