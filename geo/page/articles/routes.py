"""To "Add articles" and back to the atlas: the address bar's keys `view` and `article`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from geo.page import state
from geo.view import View

_ADD = "add"


def in_articles() -> bool:
    """True if the address asks for the articles."""
    return st.query_params.get("view") == _ADD


def asked_article() -> str | None:
    """The article that the address names, as written there."""
    return st.query_params.get("article") or None


def open_articles(article_id: int | None = None) -> None:
    """Opens the list, or one article; made to be a widget's callback."""
    query = {"view": _ADD} | ({"article": str(article_id)} if article_id is not None else {})
    st.query_params.from_dict(query | _language())


def open_atlas(day: date | None = None, region: str | None = None) -> None:
    """Opens the atlas as it was left, or at a day and region; made to be a widget's callback."""
    if day is not None:
        state.keep(replace(st.session_state.get("view", View()), day=day, region=region, event=None))
    if "view" in st.session_state:
        state.write_address()
    else:
        st.query_params.from_dict(_language())
    st.session_state.pop("map-heard", None)  # the map starts anew and counts its clicks from one


def _language() -> dict[str, str]:
    """The key that keeps the page's language; nothing for the default."""
    lang = state.language()
    return {} if lang == View.lang else {"lang": lang}
