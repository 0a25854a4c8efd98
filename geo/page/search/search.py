"""The search box as a component: the index in, what a reader chose out.

The browser finds, moves the map and tells the timeline, which tells the server. Only where there is
no BroadcastChannel does the box tell the server itself; every choice then carries a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.language import say
from geo.page.search.model import Changes, SearchIndex
from geo.page.search.served import index_url

_HERE = Path(__file__).parent
# Streamlit takes one inline module: the parts are joined in this order, the last one exports.
_SCRIPTS = ("fold.js", "match.js", "dates.js", "go.js", "list.js", "search.js")


def search(
    *, index: SearchIndex, selected: str | None, channel: str, key: str = "search"
) -> Changes | None:
    """The changes to the view that the reader chose since the last run, after drawing the box; else None.

    They are for `replace(view, **changes)`. `selected` is the region selected now, `channel` the
    session's token. Nothing comes back where the timeline, which heard of it first, brings the choice.
    """
    number, changes = _choice(st.session_state.get(key), index, selected)
    fresh = number != st.session_state.get(_seen(key), 0)
    _component()(
        key=key,
        data={
            "url": index_url(index),
            "lang": index.lang,
            "channel": channel,
            "number": number,
            "words": _words(index.lang),
        },
        on_choice_change=_nothing,
    )
    # Only after the mount: a rerun that interrupts it must find the choice still new.
    st.session_state[_seen(key)] = number
    return changes if fresh else None


def _choice(state: Any, index: SearchIndex, selected: str | None) -> tuple[int, Changes | None]:
    """The number of what the browser last reported, and what it changes if that is known."""
    choice = state.get("choice") if isinstance(state, Mapping) else None
    if not isinstance(choice, Mapping):
        return 0, None
    kind, entry_id, number = choice.get("kind"), choice.get("id"), choice.get("number")
    if not (isinstance(kind, str) and isinstance(entry_id, str) and isinstance(number, int)):
        return 0, None
    return number, index.changes(kind, entry_id, selected)


def _words(lang: str) -> dict[str, str]:
    """Every text of the box; the browser fills the {places}."""
    return {
        "search": say(lang, "Search"),
        "placeholder": say(lang, "Search for a place, event or date"),
        "results": say(lang, "Search results"),
        "count": say(lang, "Results: {number}"),
        "cut": say(lang, "Shown: {shown} of {number}. Type more letters to see the others."),
        "nothing": say(lang, "Nothing found for “{typed}”."),
        "outside": say(lang, "There are no records for {day}: they run from {first} to {last}."),
        "failed": say(lang, "The list of places and events could not be loaded. Type again to retry."),
        "loading": say(lang, "Loading the list of places and events"),
        "day": say(lang, "go to this day"),
        "month": say(lang, "go to the first day of this month"),
        "year": say(lang, "go to the first day of this year"),
        "gone": say(lang, "Now shown: {label}"),
        "also": say(lang, "also: {name}"),
        "clear": say(lang, "Clear the search"),
    }


def _seen(key: str) -> str:
    return f"{key}-seen"


def _nothing() -> None:
    """Streamlit keeps a state only if it has a callback; the value is read in search()."""


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "atlas_search",
        html=_read("search.html"),
        css=_read("search.css"),
        js="\n".join(_read(script) for script in _SCRIPTS),
    )


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
