"""What is loaded once for all sessions: the atlas, with or without own records.

Where a reader's library holds confirmed records, all have them, and are made anew when it changes.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.atlas import Atlas, load_atlas
from geo.language import say
from geo.page import state
from geo.page.articles import user_records

if TYPE_CHECKING:
    from geo.articles.library import Library

DATA = Path(__file__).parents[2] / "data"


def atlas() -> Atlas:
    """The atlas of the folder that ATLAS_DATA names, or of data/, with the reader's own records.

    Read anew when a file or the library changes. Raises DataError if the folder is not in order.
    """
    folder, version = _where()
    with st.spinner(say(state.language(), "Reading the records")):
        stamp = user_records.stamp(Path(folder), version)
        return _complete(folder, version, user_records.location(), stamp)


def shipped_atlas() -> Atlas:
    """The atlas of that folder without own records; needs no session of a reader. Raises DataError."""
    return _atlas(*_where())


def library() -> Library:
    """The reader's library, made if it is not there; raises LibraryError."""
    folder, version = _where()
    return user_records.library(Path(folder), version)


@st.cache_resource(show_spinner=False, max_entries=2)
def _atlas(folder: str, version: float) -> Atlas:
    loaded = load_atlas(folder)
    # Streamlit collects garbage after every run, and nothing is sent meanwhile: 0.1 s if it has to go
    # through all our modules and tables, which stay anyway.
    gc.collect()
    gc.freeze()
    return loaded


@st.cache_resource(show_spinner=False, max_entries=4)
def _complete(folder: str, version: float, where: str, stamp: user_records.Stamp) -> Atlas:
    """The atlas with own records; `where` and `stamp` name the library and its state, for the cache."""
    shipped = _atlas(folder, version)
    if not stamp:
        return shipped
    return user_records.with_user_records(shipped, user_records.library(Path(folder), version))


def version() -> float:
    """When the data folder last changed, in seconds since 1970: a key for caches."""
    return _where()[1]


def _where() -> tuple[str, float]:
    folder = Path(os.environ.get("ATLAS_DATA", DATA))
    return str(folder), _version(folder)


@st.cache_data(show_spinner=False, ttl=1)
def _version(folder: Path) -> float:
    """The time of the last change, looked up once a second: every file asked costs the run a wait."""
    return max((path.stat().st_mtime for path in folder.rglob("*.*")), default=0.0)
