"""Hostile texts in every widget that reads Markdown, made plain: nothing of it may come alive."""

import streamlit as st

from geo.page.templates import plain
from tests.page.hostile import TEXTS

for number, text in enumerate(TEXTS):
    with st.container(key=f"shown-{number}"):
        st.warning(plain(text))
        st.button(plain(text), key=f"button-{number}")
        st.checkbox(plain(text), key=f"checkbox-{number}", help=plain(text))
        st.expander(plain(text))
        st.caption(plain(text))
    st.toast(plain(text))
st.html("<p id='whole'></p>")
