"""The reader's library as the page sees it, and the atlas with what was confirmed in it.

The library's code is slow to import, so it is imported only where a library is there or wanted.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st
from platformdirs import user_data_path

from geo.atlas import Atlas
from geo.language import say
from geo.message import Message
from geo.page import state
from geo.user_records import is_user_record

if TYPE_CHECKING:
    from geo.articles.library import Library

_PROBLEM = "library-problem"
_log = logging.getLogger(__name__)

Stamp = tuple[int, ...]


def location() -> str:
    """Where the library lies or would lie: ATLAS_LIBRARY, else a file in the user's data folder."""
    return os.environ.get("ATLAS_LIBRARY") or str(user_data_path("karabakh-atlas") / "library.sqlite")


def library(data: Path, version: float) -> Library:
    """The open library, made if it is not there; raises LibraryError."""
    with st.spinner(say(state.language(), "Opening your library")):
        return _open(location(), str(data), version)


def stamp(data: Path, version: float) -> Stamp:
    """Numbers that change with the library; empty where there is none or it cannot be read.

    Why it cannot be read stands in `problem` and in the log; it is not tried again in this session.
    """
    if problem() or not ("://" in location() or Path(location()).expanduser().is_file()):
        return ()
    from geo.articles.library import LibraryError

    try:
        return library(data, version).stamp()
    except LibraryError as error:
        _log.error("%s", error)
        st.session_state[_PROBLEM] = error.message
        return ()


def problem() -> Message | None:
    """Why this session goes without the library, if it does."""
    found: Message | None = st.session_state.get(_PROBLEM)
    return found


def try_again() -> None:
    """Forgets that the library could not be read."""
    st.session_state.pop(_PROBLEM, None)


def with_user_records(atlas: Atlas, library: Library) -> Atlas:
    """The atlas with everything confirmed, or the very same atlas where nothing is."""
    from geo.articles.library import with_own

    own = library.own()
    if own.events.empty and own.excerpts.empty and not own.matches:
        return atlas
    return with_own(atlas, own.events, own.excerpts, own.articles, own.sources, matches=own.matches)


def titled(events: pd.DataFrame, lang: str = "en") -> pd.DataFrame:
    """The events as map and timeline name them: the reader's own say so in front."""
    return events.assign(
        title=[
            say(lang, "Your record: {title}", title=title) if is_user_record(event_id) else title
            for event_id, title in zip(events["event_id"], events["title"], strict=True)
        ]
    )


@st.cache_resource(show_spinner=False, max_entries=4)
def _open(where: str, data: str, version: float) -> Library:
    from geo.articles.library import open_library

    return open_library(where, data=data)
