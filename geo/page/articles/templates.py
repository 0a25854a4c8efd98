"""What this view draws: its templates and its style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.page import state
from geo.page.templates import rendered

_HERE = Path(__file__).parent


def draw(name: str, /, **values: object) -> None:
    """Draws a template of this folder with the values."""
    st.html(rendered(f"articles/{name}", state.language(), **values))


def style() -> None:
    """Draws this view's style sheet."""
    st.html(_HERE / "articles.css")
