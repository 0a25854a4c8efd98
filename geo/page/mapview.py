"""The map in the page: the base map, always the same, and the view as one small script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.atlas import Atlas
from geo.map.base import Assets, base_map
from geo.map.view import view_layer
from geo.page import state
from geo.view import View

HEIGHT = 600
_KEY, _HEARD = "map", "map-heard"


def show_map(assets: Assets, view: View) -> None:
    """Draws the map with the view; what it reports, `take_click` takes in the next run."""
    st_folium(
        base_map(assets, state.token()),
        key=_KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=view_layer(view),
    )


def take_click(atlas: Atlas, view: View) -> View:
    """The view after a click that the map reported itself, as it does where there is no channel."""
    report: Any = st.session_state.get(_KEY)
    if not isinstance(report, Mapping) or report.get("kind") != "select":
        return view
    if report.get("count") == st.session_state.get(_HEARD):
        return view
    st.session_state[_HEARD] = report.get("count")
    region = report.get("region")
    known = isinstance(region, str) and region in atlas.regions.index
    event = report.get("event")
    return replace(
        view,
        day=_day(report.get("day"), atlas, view.day),
        region=region if known else None,
        event=event if isinstance(event, str) and event in atlas.events.index else None,
    )


def _day(text: object, atlas: Atlas, default: date) -> date:
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return default
    return min(max(day, atlas.first), atlas.last)
