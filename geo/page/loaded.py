"""What is loaded once for all sessions: the atlas, the map's files, timeline and search per language.

Where a reader's library holds confirmed records, all have them, and are made anew when it changes.
"""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from geo.atlas import Atlas, load_atlas
from geo.language import say
from geo.map.base import Assets
from geo.page import state
from geo.page.articles import user_records
from geo.page.assets import assets
from geo.page.search import SearchIndex
from geo.page.search import search_index as index_of
from geo.page.timeline import TimelineModel
from geo.page.words import timeline_events, timeline_model

if TYPE_CHECKING:
    from geo.articles.library import Library

DATA = Path(__file__).parents[2] / "data"


def atlas() -> Atlas:
    """The atlas of the folder ATLAS_DATA names, or of ours, with the reader's own records.

    Read anew when a file or the library changes.
    """
    folder, version = _where()
    with st.spinner(say(state.language(), "Reading the records")):
        return _whole(folder, version, user_records.location(), user_records.stamp(Path(folder), version))[0]


def shipped_atlas() -> Atlas:
    """The atlas of that folder alone, without own records; needs no session of a reader."""
    return _atlas(*_where())


def library() -> Library:
    """The reader's library, made if it is not there; raises LibraryError."""
    folder, version = _where()
    return user_records.library(Path(folder), version)


def map_assets() -> Assets:
    """The files for the map's frame."""
    folder, version = _where()
    where, stamp = user_records.location(), user_records.stamp(Path(folder), version)
    return _assets(folder, version, where, _whole(folder, version, where, stamp)[1])


def model(lang: str) -> TimelineModel:
    """The timeline's model in a language."""
    folder, version = _where()
    where, stamp = user_records.location(), user_records.stamp(Path(folder), version)
    return _model(folder, version, where, _whole(folder, version, where, stamp)[1], lang)


def search_index(lang: str) -> SearchIndex:
    """What the search box finds, in a language."""
    folder, version = _where()
    where, stamp = user_records.location(), user_records.stamp(Path(folder), version)
    return _index(folder, version, where, _whole(folder, version, where, stamp)[1], lang)


@st.cache_resource(show_spinner=False, max_entries=2)
def _atlas(folder: str, version: float) -> Atlas:
    loaded = load_atlas(folder)
    # Streamlit collects garbage after every run, and nothing is sent meanwhile: 0.1 s if it has to go
    # through all our modules and tables, which stay anyway.
    gc.collect()
    gc.freeze()
    return loaded


@st.cache_resource(show_spinner=False, max_entries=4)
def _whole(
    folder: str, version: float, where: str, stamp: user_records.Stamp
) -> tuple[Atlas, user_records.Stamp]:
    """The atlas with own records, and the stamp that names it: empty where it is the atlas alone."""
    ours = _atlas(folder, version)
    if not stamp:
        return ours, ()
    joined = user_records.with_user_records(ours, user_records.library(Path(folder), version))
    return joined, () if joined is ours else stamp


@st.cache_resource(show_spinner=False, max_entries=4)
def _assets(folder: str, version: float, where: str, stamp: user_records.Stamp) -> Assets:
    return assets(_whole(folder, version, where, stamp)[0])


@st.cache_resource(show_spinner=False, max_entries=8)
def _model(folder: str, version: float, where: str, stamp: user_records.Stamp, lang: str) -> TimelineModel:
    shown = _whole(folder, version, where, stamp)[0]
    if not stamp:
        return timeline_model(shown, lang)
    return replace(_model(folder, version, where, (), lang), events=timeline_events(shown, lang))


@st.cache_resource(show_spinner=False, max_entries=8)
def _index(folder: str, version: float, where: str, stamp: user_records.Stamp, lang: str) -> SearchIndex:
    shown = _whole(folder, version, where, stamp)[0]
    return index_of(replace(shown, events=user_records.titled(shown.events, lang)), lang)


def version() -> float:
    """A number that changes with the files of the data folder."""
    return _where()[1]


def _where() -> tuple[str, float]:
    folder = Path(os.environ.get("ATLAS_DATA", DATA))
    return str(folder), _version(folder)


@st.cache_data(show_spinner=False, ttl=1)
def _version(folder: Path) -> float:
    """The time of the last change, looked up once a second: every file asked costs the run a wait."""
    return max((path.stat().st_mtime for path in folder.rglob("*.*")), default=0.0)
