"""What is loaded once for all sessions."""

from __future__ import annotations

import gc

import streamlit as st
from streamlit.testing.v1 import AppTest


def _page() -> None:
    from geo.page import loaded

    loaded.atlas()


def test_what_stays_is_not_garbage_to_look_through() -> None:
    gc.unfreeze()
    st.cache_resource.clear()
    assert not AppTest.from_function(_page).run(timeout=60).exception
    assert gc.get_freeze_count() > 100_000, "every run of the page would end with a long collection"
