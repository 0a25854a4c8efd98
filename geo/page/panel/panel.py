"""The region panel: a container with key `panel`, headed by the region's name.

story.py says what, panel.html how; the template escapes every value. A press on an event's title
selects it (pick.py).
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from geo.atlas import RegionSnapshot, Snapshot
from geo.language import count, say
from geo.page import state
from geo.page.panel.attributed import event_label
from geo.page.panel.held import shares
from geo.page.panel.pick import pick
from geo.page.panel.story import MOST_EVENTS, listed, story
from geo.page.templates import plain, rendered
from geo.view import View
from geo.when import format_days

_HERE = Path(__file__).parent
_SHOWN = "events-shown"


def panel(snapshot: Snapshot, view: View) -> None:
    """Draws the panel of the selected region, or of all units where none is selected."""
    st.html(_HERE / "panel.css")
    most = _most(view)
    with st.container(key="panel"):
        if view.region is None:
            more = _overview(snapshot, view, most)
            _more_button(more, most, view)
        else:
            region = snapshot.region(view.region)
            told = story(snapshot, region, view.lang, event=view.event, most=most)
            st.subheader(plain(told.title), anchor=False)
            st.html(rendered("panel/panel.html", view.lang, story=told))
            _more_button(told.listed.more, most, view)
            _neighbours(snapshot, region, view)
    pick(snapshot.atlas, view)


def _overview(snapshot: Snapshot, view: View, most: int) -> int:
    """Draws all units on the day; how many events were left off comes back."""
    atlas, lang = snapshot.atlas, view.lang
    told = listed(snapshot, snapshot.events, lang, event=view.event, most=most)
    st.subheader(say(lang, "All regions"), anchor=False)
    body = rendered(
        "panel/overview.html",
        lang,
        day=format_days(snapshot.day, lang=lang),
        window=format_days(snapshot.span.start, snapshot.span.last, lang=lang),
        totals=shares(atlas, snapshot.units, lang),
        listed=told,
    )
    st.html(body)
    return told.more


def _most(view: View) -> int:
    """How many events to list: more only where the reader has asked for more of just these."""
    asked = st.session_state.get(_SHOWN)
    return int(asked[1]) if asked and asked[0] == (view.region, view.window) else MOST_EVENTS


def _more_button(more: int, most: int, view: View) -> None:
    if more:
        asked = ((view.region, view.window), most + 2 * MOST_EVENTS)
        told = count(
            view.lang, "Show {number} more event", "Show {number} more events", min(more, 2 * MOST_EVENTS)
        )
        st.button(told, key="more", on_click=st.session_state.update, args=({_SHOWN: asked},))


def _neighbours(snapshot: Snapshot, region: RegionSnapshot, view: View) -> None:
    """Buttons to the nearest event of the region outside the window, on either side."""
    with st.container(key="neighbours"):
        _jump(say(view.lang, "← Earlier"), "earlier", region.earlier, snapshot, view)
        _jump(say(view.lang, "Later →"), "later", region.later, snapshot, view)
        if region.later is None:
            last = format_days(snapshot.atlas.last, lang=view.lang)
            ending = say(view.lang, "No later event here in the records, which end on {day}.", day=last)
            beyond = say(view.lang, "After that day there is no data.")
            st.caption(plain(f"{ending} {beyond}"))


def _jump(words: str, key: str, event: pd.Series | None, snapshot: Snapshot, view: View) -> None:
    if event is None:
        return
    what = f"{event_label(event, view.lang)} · {event['title']}"
    told = plain(say(view.lang, "{name}: {what}", name=words, what=what))
    day = max(event["date_start"], snapshot.atlas.first)
    kwargs = {"day": day, "event": event["event_id"]}
    st.button(told, key=key, on_click=state.go, kwargs=kwargs, type="tertiary")
