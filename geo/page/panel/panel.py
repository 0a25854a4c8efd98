"""The region panel: a container with key `panel`, headed by the region's name.

story.py says what, panel.html how; the template escapes every value.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from geo.atlas import RegionSnapshot, Snapshot
from geo.page import state
from geo.page.panel.attributed import event_label
from geo.page.panel.story import happening, shares, story
from geo.page.templates import plain, rendered
from geo.view import View
from geo.when import label as day_label

_HERE = Path(__file__).parent
_MOST_EVENTS = 12


def panel(snapshot: Snapshot, view: View) -> None:
    """Draws the panel of the selected region, or of all units where none is selected."""
    st.html(_HERE / "panel.css")
    with st.container(key="panel"):
        if view.region is None:
            _overview(snapshot, view.lang)
        else:
            region = snapshot.region(view.region)
            told = story(snapshot, region, view.lang)
            st.subheader(plain(told.title), anchor=False)
            st.html(rendered("panel/panel.html", view.lang, story=told))
            _neighbours(snapshot, region, view)


def _overview(snapshot: Snapshot, lang: str) -> None:
    atlas, events = snapshot.atlas, snapshot.events
    st.subheader("All regions", anchor=False)
    body = rendered(
        "panel/overview.html",
        lang,
        day=day_label(snapshot.day, lang=lang),
        window=day_label(snapshot.span.start, snapshot.span.last, lang=lang),
        totals=shares(atlas, snapshot.units, lang),
        events=[happening(atlas, event, lang) for _, event in events.head(_MOST_EVENTS).iterrows()],
        more=max(0, len(events) - _MOST_EVENTS),
    )
    st.html(body)


def _neighbours(snapshot: Snapshot, region: RegionSnapshot, view: View) -> None:
    """Buttons to the nearest event of the region outside the window, on either side."""
    _jump("← Earlier", "earlier", region.earlier, view)
    _jump("Later →", "later", region.later, view)
    if region.later is None:
        last = day_label(snapshot.atlas.last, lang=view.lang)
        st.caption(
            f"No later event here in the records, which end on {last}. After that day there is no data."
        )


def _jump(words: str, key: str, event: pd.Series | None, view: View) -> None:
    if event is not None:
        told = plain(f"{words}: {event_label(event, view.lang)} · {event['title']}")
        st.button(told, key=key, on_click=state.go, kwargs={"day": event["date_start"]}, type="tertiary")
