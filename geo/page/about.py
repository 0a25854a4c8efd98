"""About and method: what the records say, how sure they are, where to correct them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_TEXT = Path(__file__).parent / "about.md"


def about() -> None:
    """Draws the text for readers, folded."""
    with st.expander("About, method and sources"):
        st.markdown(_TEXT.read_text(encoding="utf-8"))
