"""What is loaded once for all sessions: the atlas, the map's files, a timeline per language."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from geo.atlas import Atlas, load_atlas
from geo.map.base import Assets
from geo.page.assets import assets
from geo.page.timeline import TimelineModel
from geo.page.words import timeline_model

DATA = Path(__file__).parents[2] / "data"


def atlas() -> Atlas:
    """The atlas of the folder ATLAS_DATA names, or of ours; read anew when a file changes."""
    folder = Path(os.environ.get("ATLAS_DATA", DATA))
    return _atlas(str(folder), _version(folder))


def map_assets() -> Assets:
    """The files for the map's frame."""
    loaded = atlas()
    return _assets(str(loaded.folder), _version(loaded.folder))


def model(lang: str) -> TimelineModel:
    """The timeline's model in a language."""
    loaded = atlas()
    return _model(str(loaded.folder), _version(loaded.folder), lang)


@st.cache_resource(show_spinner="Reading the records", max_entries=2)
def _atlas(folder: str, version: float) -> Atlas:
    return load_atlas(folder)


@st.cache_resource(show_spinner=False, max_entries=2)
def _assets(folder: str, version: float) -> Assets:
    return assets(_atlas(folder, version))


@st.cache_resource(show_spinner=False, max_entries=8)
def _model(folder: str, version: float, lang: str) -> TimelineModel:
    return timeline_model(_atlas(folder, version), lang)


def _version(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.rglob("*.*")), default=0.0)
