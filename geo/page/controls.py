"""The page's own choices beside timeline and map: region, window of events, languages."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from geo.atlas import Atlas
from geo.language import count, say
from geo.languages import BY_CODE
from geo.names import display_name
from geo.page import state
from geo.view import WINDOWS, View
from geo.when import Window, format_days

# In the order of their codes: no side comes first by choice.
_LANGUAGES = {code: BY_CODE[code].name for code in sorted(BY_CODE)}
_NONE = ""


def region_box(atlas: Atlas, view: View) -> None:
    """The select box `Region`: does the same as a click on the map."""
    labels = _labels(atlas, view.lang)
    st.session_state["region"] = view.region or _NONE
    st.selectbox(
        say(view.lang, "Region"),
        [_NONE, *labels],
        format_func=lambda region_id: labels.get(region_id) or say(view.lang, "All regions"),
        key="region",
        on_change=lambda: state.go(region=st.session_state["region"] or None),
    )


@lru_cache(maxsize=16)
def _labels(atlas: Atlas, lang: str) -> dict[str, str]:
    """The regions' names by id, in the alphabet of the names."""
    labels = {str(region_id): display_name(row, lang) for region_id, row in atlas.regions.iterrows()}
    return dict(sorted(labels.items(), key=lambda item: item[1]))


def window_box(view: View) -> None:
    """The select box that says how many days of events map and panel show.

    A range brushed in the timeline stands in front until another choice is made.
    """
    st.session_state["window"] = view.window
    fixed = [view.window] if view.window.fixed else []
    st.selectbox(
        say(view.lang, "Events of"),
        [*fixed, *WINDOWS],
        format_func=lambda window: _window_label(window, view.lang),
        key="window",
        on_change=lambda: state.go(window=st.session_state["window"]),
    )


def _window_label(window: Window, lang: str) -> str:
    if window.fixed:
        return format_days(window.fixed.start, window.fixed.last, lang=lang)
    if window.days is None:
        return say(lang, "all days so far")
    return say(lang, "this day") if window.days == 1 else count(
        lang, "the last {number} day", "the last {number} days", window.days
    )


def language_boxes(view: View) -> None:
    """The select boxes for the language of the page, and for a second one of the names on the map."""
    st.session_state["lang"] = view.lang
    st.selectbox(
        say(view.lang, "Language"),
        list(_LANGUAGES),
        format_func=lambda code: _LANGUAGES[code],
        key="lang",
        on_change=lambda: state.go(lang=st.session_state["lang"]),
    )
    st.session_state["beside"] = view.beside if view.beside != view.lang and view.beside else _NONE
    st.selectbox(
        say(view.lang, "Names beside"),
        [_NONE, *(code for code in _LANGUAGES if code != view.lang)],
        format_func=lambda code: _LANGUAGES.get(code) or say(view.lang, "none"),
        key="beside",
        on_change=lambda: state.go(beside=st.session_state["beside"] or None),
    )
