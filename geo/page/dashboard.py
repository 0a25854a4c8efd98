"""The dashboard: timeline, boxes and panel as one fragment, the map beside it.

A day or region chosen reruns the fragment only: the browser has moved the map already. The map is
sent again when the language or the window changes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from geo.atlas import Atlas
from geo.page import loaded, state
from geo.page.compare.compare import compare_box, comparison
from geo.page.controls import region_box, window_box
from geo.page.inwords.inwords import in_words
from geo.page.mapview import show_map
from geo.page.panel.panel import panel
from geo.page.reconnect import reconnect
from geo.page.timeline import timeline
from geo.view import View

_CSS = Path(__file__).parent / "dashboard.css"
_MAPPED = "mapped"


def dashboard(atlas: Atlas) -> None:
    """Draws the dashboard of the session's view and keeps what the reader chooses in it."""
    st.html(_CSS)
    # This run sends the map the view anyway: the instruments must not ask for another, without end.
    st.session_state.pop(_MAPPED, None)
    with st.container(key="dashboard"):
        _instruments(atlas)
        with st.container(key="mapbox"):
            st.session_state[_MAPPED] = state.current()
            show_map(loaded.map_assets(), state.current())
    reconnect()


@st.fragment
def _instruments(atlas: Atlas) -> None:
    with st.container(key="time"):
        view = _scrubbed(atlas, state.current())
    state.keep(view)
    if _map_is_behind(view):
        st.rerun(scope="app")
    snapshot = atlas.on(view.day, window=view.window)
    with st.container(key="side"):
        with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
            region_box(atlas, view)
            window_box(view)
            compare_box(atlas, view)
        with st.container(key="reading"):
            comparison(atlas, view)
            panel(snapshot, view)
    in_words(snapshot, view)
    state.write_address()


def _scrubbed(atlas: Atlas, view: View) -> View:
    chosen = timeline(
        day=view.day,
        region=view.region,
        event=view.event,
        compare=view.compare,
        first=atlas.first,
        last=atlas.last,
        channel=state.token(),
        model=loaded.model(view.lang),
        window=view.window,
    )
    return replace(
        view, day=chosen.day, region=chosen.region, event=chosen.event, window=chosen.window or view.window
    )


def _map_is_behind(view: View) -> bool:
    """True if the map was drawn with something other that only the server tells it."""
    mapped: View | None = st.session_state.get(_MAPPED)
    return mapped is not None and _served(mapped) != _served(view)


def _served(view: View) -> tuple[object, ...]:
    return view.lang, view.beside, view.window, view.compare
