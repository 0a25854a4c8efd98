"""About and method: what the records say, how sure they are, where to correct them.

One text a language beside this file; tests/page/test_language.py holds their figures to each other.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.language import say

HERE = Path(__file__).parent


def about(lang: str) -> None:
    """Draws the text for readers, folded."""
    with st.expander(say(lang, "About, method and sources")):
        st.markdown(text(lang))


def text(lang: str) -> str:
    """The text in the language, as Markdown; in English where it is not translated."""
    path = HERE / f"about.{lang}.md"
    return (path if path.is_file() else HERE / "about.en.md").read_text(encoding="utf-8")
