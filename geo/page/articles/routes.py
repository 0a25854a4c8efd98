"""The ways between the atlas and "Add articles": the address's key `article`, and the page to go to next."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geo.page import state
from geo.view import View

_NEXT_PAGE = "next-page"


def asked_article() -> str | None:
    """The article that the address names, as written there."""
    return st.query_params.get("article") or None


def open_articles(article_id: int | None = None) -> None:
    """Opens the list, or one article; made to be a widget's callback."""
    if article_id is None:
        st.query_params.pop("article", None)
    else:
        st.query_params["article"] = str(article_id)


def open_atlas(day: date | None = None, region: str | None = None) -> None:
    """Opens the atlas as it was left, or at a day and region; made to be a widget's callback."""
    if day is not None:
        state.send_to(View(day=day, region=region, lang=state.language()))
    st.session_state[_NEXT_PAGE] = "atlas"


def next_page() -> str | None:
    """The page that a callback asked for, or an older link's; given once."""
    if st.query_params.get("view") == "add":
        del st.query_params["view"]
        return "articles"
    found: str | None = st.session_state.pop(_NEXT_PAGE, None)
    return found
