"""Compare two days: a box that asks for the second, and the plain list of what changed between them.

The map draws the second day and the timeline marks it; both have it from the view.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from geo.atlas import Atlas
from geo.language import say
from geo.names import display_name
from geo.page import state
from geo.page.compare.difference import difference, difference_csv
from geo.page.templates import plain, rendered
from geo.view import View
from geo.when import DAY, format_days

_HERE = Path(__file__).parent


def compare_box(atlas: Atlas, view: View) -> None:
    """The box that asks for the day to compare with: typed, or one of a few that are often wanted."""
    lang = view.lang
    with st.container(key="comparing"), st.popover(say(lang, "Compare with…"), width="stretch"):
        st.session_state["compare"] = view.compare
        st.date_input(
            say(lang, "Day to compare with"),
            value=None,
            min_value=atlas.first,
            max_value=atlas.last,
            format="YYYY-MM-DD",
            key="compare",
            on_change=lambda: state.go(compare=st.session_state["compare"]),
        )
        days = _days(atlas, view.day, lang)
        st.session_state["compare-known"] = view.compare if view.compare in days else None
        st.selectbox(
            say(lang, "Or one of these"),
            list(days),
            index=None,
            format_func=lambda day: days.get(day, str(day)),
            placeholder=say(lang, "Choose a day"),
            key="compare-known",
            on_change=lambda: state.go(compare=st.session_state["compare-known"]),
        )


def comparison(atlas: Atlas, view: View) -> None:
    """Draws what changed between the view's two days, with the ways to turn them and to leave."""
    if view.compare is None:
        return
    lang = view.lang
    told = difference(atlas, view.day, view.compare, view.region, lang)
    st.html(_HERE / "compare.css")
    with st.container(key="comparison"):
        title = say(lang, "From {first} to {last}", first=told.first, last=told.last)
        st.subheader(plain(title), anchor=False)
        with st.container(key="comparison-ways", horizontal=True):
            _ways(atlas, view, view.compare)
        st.html(rendered("compare/compare.html", lang, told=told))


def _ways(atlas: Atlas, view: View, other: date) -> None:
    lang = view.lang
    turned = {"day": other, "compare": view.day, "event": view.event}
    st.button(say(lang, "Swap the days"), key="compare-swap", on_click=state.go, kwargs=turned)
    st.button(say(lang, "Show one day"), key="compare-leave", on_click=state.go, kwargs={"compare": None})
    first, last = sorted((view.day, other))
    st.download_button(
        say(lang, "Changes as CSV"),
        difference_csv(atlas, view.day, other),
        file_name=f"changes-{first}-{last}.csv",
        mime="text/csv",
        key="compare-csv",
        on_click="ignore",
    )


def _days(atlas: Atlas, day: date, lang: str) -> dict[date, str]:
    """The days often wanted beside this one, with their names: around it, and each era's first."""
    around = {
        day - DAY: say(lang, "The day before"),
        _years_before(day, 1): say(lang, "A year before"),
        _years_before(day, 10): say(lang, "Ten years before"),
    }
    eras = {era["start"]: display_name(era, lang) for _, era in atlas.eras.iterrows()}
    return {
        known: say(lang, "{name}: {what}", name=name, what=format_days(known, lang=lang))
        for known, name in (around | eras).items()
        if atlas.first <= known <= atlas.last and known != day
    }


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February, the 28th."""
    day = day - DAY if (day.month, day.day) == (2, 29) else day
    return day.replace(year=day.year - years)
