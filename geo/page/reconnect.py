"""A server that was started anew while the page stayed open: the page asks it for a whole run.

Streamlit reconnects by itself but asks for nothing, and the new session knows no fragment yet, so
that a choice in one would be lost. The address bar holds the view; a whole run reads it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


def reconnect() -> None:
    """Listens for a connection that came back; has nothing to show."""
    _component()(key="reconnect", on_again_change=_nothing)


def _nothing() -> None:
    """The run that comes with the trigger is all that is wanted."""


@cache
def _component() -> ComponentRenderer:
    script = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    return st.components.v2.component("atlas_reconnect", js=script)
