"""What this view draws: its templates and its style sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from geo.page import state
from geo.page.articles.retold import retold
from geo.page.templates import rendered

_HERE = Path(__file__).parent


def draw(name: str, **values: object) -> None:
    """Draws a template of this folder with the values."""
    lang = state.language()
    st.html(rendered(f"articles/{name}", lang, retold=partial(retold, lang), **values))


def style() -> None:
    """Draws this view's style sheet."""
    st.html(_HERE / "articles.css")
