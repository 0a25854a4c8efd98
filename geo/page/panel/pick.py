"""A press on an event's title in the panel selects it: the browser marks it at once, then the page.

The titles stand in the panel's HTML; this component has nothing to show, it only listens.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.atlas import Atlas
from geo.page import state
from geo.page.served import module
from geo.view import View

_KEY = "pick"


def pick(atlas: Atlas, view: View) -> None:
    """Listens to the panel's titles and brings the selected event into its view."""
    _component()(
        key=_KEY,
        data={"region": view.region, "event": view.event, "day": view.day.isoformat()},
        on_event_change=lambda: _picked(atlas),
    )


def _picked(atlas: Atlas) -> None:
    """Selects the event that was pressed and goes to its day, as a press on the map does."""
    said: Any = st.session_state.get(_KEY)
    event_id = said.get("event") if isinstance(said, Mapping) else None
    if event_id in atlas.events.index:
        day = atlas.events.loc[event_id, "date_start"]
        state.go(event=event_id, day=min(max(day, atlas.first), atlas.last))


@cache
def _component() -> ComponentRenderer:
    script = (Path(__file__).parent / "pick.js").read_text(encoding="utf-8")
    return st.components.v2.component("atlas_pick", js=module(script))
