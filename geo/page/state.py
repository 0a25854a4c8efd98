"""What the server knows of a session: the view that its address opened with, and the page's language.

The browser holds the view from then on and writes the address itself; Streamlit's own copy of the
query would be an older one, so it is read once and never written.
"""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

import streamlit as st

from geo.atlas import Atlas
from geo.language import localize
from geo.languages import LANGUAGES
from geo.message import Message
from geo.view import View, query_from_view, view_from_query

_VIEW, _VISIT, _MESSAGES, _LANG = "view", "visit", "messages", "lang"


def open_session(atlas: Atlas) -> None:
    """Reads the view from the address, once in a session."""
    if _VIEW in st.session_state:
        return
    view, messages = view_from_query(st.query_params.to_dict(), atlas)
    st.session_state.update({_VIEW: view, _MESSAGES: messages, _LANG: view.lang, _VISIT: 0})


def language() -> str:
    """The language of the page; before the session is open the one that the address asks for."""
    asked = st.query_params.get("lang")
    return cast(str, st.session_state.get(_LANG, asked if asked in LANGUAGES else View.lang))


def set_language(lang: object) -> bool:
    """Makes this the language of the page, if it is one; true if it was another before."""
    changed = lang in LANGUAGES and lang != language()
    if changed:
        st.session_state[_LANG] = lang
    return changed


def opening_query() -> str:
    """The query of the view that the browser opens with."""
    return urlencode(query_from_view(cast(View, st.session_state[_VIEW])))


def visit() -> int:
    """How often the server has sent the browser to the map; 0 at first."""
    return cast(int, st.session_state[_VISIT])


def send_to(view: View) -> None:
    """Sends the browser to the map at a view, with its next message."""
    st.session_state.update({_VIEW: view, _VISIT: visit() + 1})


def messages() -> list[str]:
    """What was wrong with the link that opened the view, a sentence each, given once."""
    found = cast(list[Message], st.session_state.pop(_MESSAGES, []))
    return [localize(language(), message) for message in found]
