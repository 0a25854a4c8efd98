"""The view of this browser session: read from the address bar, kept, and written back to it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date
from typing import Any, cast

import streamlit as st

from geo.atlas import Atlas
from geo.language import localize
from geo.languages import LANGUAGES
from geo.message import Message
from geo.view import View, query_from_view, view_from_query
from geo.when import Window

_VIEW, _TOKEN, _WRITTEN, _MESSAGES = "view", "token", "written", "messages"


def open_view(atlas: Atlas) -> View:
    """The session's view: from the address bar at first and whenever someone else changed it."""
    query = st.query_params.to_dict()
    if _VIEW not in st.session_state or (query and query != st.session_state.get(_WRITTEN)):
        st.session_state[_VIEW], st.session_state[_MESSAGES] = view_from_query(query, atlas)
        st.session_state[_WRITTEN] = query
    return current()


def current() -> View:
    """The session's view as it stands."""
    return cast(View, st.session_state[_VIEW])


def language() -> str:
    """The language of the page; before a view is open the one that the address asks for."""
    asked = st.query_params.get("lang")
    unopened = View(lang=asked) if asked in LANGUAGES else View()
    return cast(View, st.session_state.get(_VIEW, unopened)).lang


def keep(view: View) -> None:
    """Makes this the session's view."""
    st.session_state[_VIEW] = view


def go(**changes: date | str | Window | None) -> None:
    """Changes parts of the session's view; made to be a widget's callback.

    Another day or region without an event named selects none.
    """
    told = cast(dict[str, Any], changes)
    if "event" not in told and not told.keys().isdisjoint(("day", "region")):
        told["event"] = None
    keep(replace(current(), **told))


def write_address() -> None:
    """Makes the address bar reproduce the session's view."""
    query = query_from_view(current())
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
    st.session_state[_WRITTEN] = query


def messages() -> list[str]:
    """What was wrong with the link that opened the view, in the reader's language, once."""
    found = cast(list[Message], st.session_state.pop(_MESSAGES, []))
    return [localize(language(), message) for message in found]


def token() -> str:
    """A random name for this browser session's channel between timeline and map."""
    return cast(str, st.session_state.setdefault(_TOKEN, secrets.token_hex(8)))
