"""Method and sources: what the records say, how sure they are, where to correct them.

One text a language beside this file; tests/page/test_language.py holds their figures to each other.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.language import say

HERE = Path(__file__).parent


def method_page(lang: str) -> None:
    """Draws the text for readers."""
    st.header(say(lang, "Method and sources"), anchor=False)
    with st.container(key="method"):
        st.markdown(text(lang))


def text(lang: str) -> str:
    """The text in the language, as Markdown; in English where it is not translated."""
    path = HERE / f"method.{lang}.md"
    return (path if path.is_file() else HERE / "method.en.md").read_text(encoding="utf-8")
