"""The browser's instruments in Streamlit's page: one small component each, all with the same data.

The package (geo/web) does the work; its files are served from one folder by Streamlit itself (and
before the first session by geo/page/server/own_files.py), and nobody else is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
import streamlit.components.v1 as components
from streamlit.components.v2.types import ComponentRenderer

from geo.atlas import Atlas
from geo.page import state
from geo.web.served import Files, cache_folder, write_files

_SCRIPT = Path(__file__).with_name("instrument.js")
_SERVED = "web"
# Streamlit serves a declared component's folder at /component/<module>.<name>/.
FOLDER = f"component/{__name__}.{_SERVED}/"


def files(atlas: Atlas) -> Files:
    """The names of the served files; written again if somebody deleted them."""
    return write_files(atlas, cache_folder())


def instrument(name: str, atlas: Atlas) -> None:
    """Draws the instrument of geo/web of that name; the header tells the language that a reader chose."""
    found = files(atlas)
    _serve(str(cache_folder()))
    answer = _component(name, found.script)(
        key=f"atlas-{name}",
        data={
            "files": {"folder": FOLDER, **_names(found)},
            "lang": state.language(),
            "query": state.opening_query(),
            "visit": state.visit(),
        },
        on_lang_change=lambda: _hear_language(f"atlas-{name}"),
    )
    # A server that was started anew knows no callback yet, but hears what the browser last said.
    if state.set_language(answer.get("lang")):
        st.rerun()


def _hear_language(key: str) -> None:
    state.set_language(_answer(key, "lang"))


def _names(found: Files) -> dict[str, Any]:
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in vars(found).items()}


def _answer(key: str, name: str) -> object:
    answer: Any = st.session_state.get(key)
    return answer.get(name) if isinstance(answer, Mapping) else None


@lru_cache(maxsize=32)
def _component(name: str, script: str) -> ComponentRenderer:
    lines = _SCRIPT.read_text(encoding="utf-8")
    return st.components.v2.component(
        f"atlas_{name}",
        js=lines.replace("ADDRESS", FOLDER + script).replace("NAME", name),
        isolate_styles=False,
    )


@cache
def _serve(folder: str) -> None:
    components.declare_component(_SERVED, path=folder)
