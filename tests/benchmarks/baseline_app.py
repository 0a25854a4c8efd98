"""The plain page the atlas is measured against: a slider, a folium map built anew for each day, Markdown.

Same facts, layers, words and layout order; the atlas is cached, and Leaflet and the relief come by
URL from Streamlit itself. Nothing else is done for speed, as in folium's and Streamlit's own guides.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import folium
import streamlit as st
import streamlit.components.v1 as components
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium
from xstatic.pkg import leaflet

from geo import Atlas, Snapshot, load_atlas
from tests.benchmarks.baseline_panel import baseline_panel

DATA = Path(os.environ.get("ATLAS_DATA", Path(__file__).parents[2] / "data"))
# Streamlit names the components of a script after its file.
_NAME = Path(__file__).stem
_RELIEF = [[38.2, 44.0], [41.8, 49.0]]
_BOUNDS = [[38.75, 45.3], [40.75, 47.9]]


def main() -> None:
    """Composes the page from its parts."""
    st.set_page_config(page_title="Baseline", layout="wide")
    components.declare_component("leaflet", path=leaflet.BASE_DIR)
    components.declare_component("layers", path=str(DATA / "layers"))
    atlas = _atlas()
    st.title("Baseline")
    opened = date.fromisoformat(st.query_params.get("date", "2020-11-25"))
    day = st.slider("Date", atlas.first, atlas.last, opened, format="YYYY-MM-DD")
    snapshot = atlas.on(day)
    left, right = st.columns([1.75, 1])
    with left:
        clicked = st_folium(
            _map(snapshot),
            height=600,
            use_container_width=True,
            returned_objects=["last_active_drawing"],
        )
    drawing = (clicked or {}).get("last_active_drawing")
    if drawing:
        st.session_state["region"] = drawing["properties"]["region_id"]
    region = st.session_state.get("region", st.query_params.get("region", "kalbajar"))
    with right, st.container(key="panel"):
        baseline_panel(snapshot, region)


@st.cache_resource(show_spinner=False)
def _atlas() -> Atlas:
    return load_atlas(DATA)


class _Said(MacroElement):
    """Says in the frame, as the atlas does, which day is drawn and when the images have come."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            document.documentElement.dataset.date = "{{ this.day }}";
            Promise.allSettled([...document.images].map((image) => image.decode()))
                .then(() => { document.documentElement.dataset.ready = "true"; });
        {% endmacro %}
        """
    )

    def __init__(self, day: date) -> None:
        super().__init__()
        self._name = "Said"
        self.day = day.isoformat()


def _map(snapshot: Snapshot) -> folium.Map:
    atlas, day = snapshot.atlas, snapshot.day
    page = folium.Map(location=[39.75, 46.6], zoom_start=8, tiles=None)
    page.default_js = [("leaflet", f"../{_NAME}.leaflet/leaflet.js")]
    page.default_css = [("leaflet_css", f"../{_NAME}.leaflet/leaflet.css")]
    page.fit_bounds(_BOUNDS)
    folium.raster_layers.ImageOverlay(_relief_url(), _RELIEF).add_to(page)
    context = atlas.context[["kind", "geometry"]]
    folium.GeoJson(context, style_function=_quiet).add_to(page)
    _units(snapshot).add_to(page)
    _lines(atlas, day).add_to(page)
    for _, event in snapshot.events[snapshot.events["on_map"].astype(bool)].iterrows():
        place = (event["latitude"], event["longitude"])
        folium.CircleMarker(place, radius=6, tooltip=event["title"]).add_to(page)
    page.add_child(_Said(day))
    return page


def _quiet(_: object) -> dict[str, object]:
    return {"weight": 1, "fill": False, "interactive": False}


def _relief_url() -> str:
    """An absolute address: folium takes any other for a file and sends its bytes with each map."""
    server = urlsplit(str(st.context.url))
    return f"{server.scheme}://{server.netloc}/component/{_NAME}.layers/relief.jpg"


def _units(snapshot: Snapshot) -> folium.GeoJson:
    columns = ["unit_id", "region_id", "name_en", "holder", "status", "geometry"]
    colours = snapshot.atlas.holders["colour"].to_dict()
    return folium.GeoJson(
        snapshot.units[columns],
        style_function=lambda unit: {
            "className": f"unit-{unit['properties']['unit_id']}",
            "fillColor": colours.get(unit["properties"]["holder"], "#888888"),
            "fillOpacity": 0.6,
            "weight": 1,
        },
        tooltip=folium.GeoJsonTooltip(["name_en", "holder", "status"]),
    )


def _lines(atlas: Atlas, day: date) -> folium.GeoJson:
    open_ended = atlas.lines["end"].isna()
    ends = atlas.lines["end"].where(~open_ended, date.max)
    rows = atlas.lines[(atlas.lines["start"] <= day) & (ends > day)]
    return folium.GeoJson(
        rows[["name_en", "geometry"]],
        style_function=lambda _: {"dashArray": "6 4", "color": "#222222", "interactive": False},
    )


main()
