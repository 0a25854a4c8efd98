"""The ways between the atlas and "Add articles": the address's key `article`, and views to go to."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geo.page import state
from geo.view import View


def asked_article() -> str | None:
    """The article that the address names, as written there."""
    return st.query_params.get("article") or None


def open_articles(article_id: int | None = None) -> None:
    """Opens the list, or one article; made to be a widget's callback."""
    if article_id is None:
        st.query_params.pop("article", None)
    else:
        st.query_params["article"] = str(article_id)


def open_atlas(day: date, region: str | None) -> None:
    """Opens the atlas at a day and region (None selects none); made to be a widget's callback.

    The browser goes there (geo/web/streamlit.js), so that Back leads to where the reader was: what
    changes pages on the server makes an entry of history without the article first.
    """
    state.send_to(View(day=day, region=region, lang=state.language()))


def is_older_link() -> bool:
    """True once for `?view=add`, by which older links open "Add articles"."""
    if st.query_params.get("view") != "add":
        return False
    del st.query_params["view"]
    return True
