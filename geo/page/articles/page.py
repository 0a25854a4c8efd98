"""Add articles, composed: ways in, the list, one article; imported only when the address asks for it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import streamlit as st

from geo.articles.library import Library, LibraryError
from geo.atlas import Atlas
from geo.language import say
from geo.message import Message
from geo.page import loaded
from geo.page.articles import decisions, routes, user_records
from geo.page.articles.article_detail import article_detail, tools
from geo.page.articles.article_list import article_list, export_button
from geo.page.articles.templates import draw, style
from geo.page.articles.upload import read_waiting, upload

_log = logging.getLogger(__name__)


def articles_page(atlas: Atlas, lang: str) -> None:
    """Draws "Add articles"; of a library that cannot be used it says why."""
    style()
    st.empty()  # takes the dashboard's place at once: else the browser would load its map anew, then drop it
    user_records.try_again()
    with st.container(key="articles"):
        try:
            _parts(loaded.library(), atlas, lang)
        except LibraryError as error:
            _log.error("%s", error)
            draw("problems.html", title=say(lang, "Your library cannot be used"), messages=[error.message])


def _parts(library: Library, atlas: Atlas, lang: str) -> None:
    article = _asked(library, lang)
    with st.container(key="articles-bar", horizontal=True, vertical_alignment="bottom"):
        if article is not None:
            tools(atlas, article, lang)
        decisions.name_field(lang)
        export_button(library, atlas, lang)
    if article is not None:
        article_detail(library, atlas, article, lang)
        return
    draw("intro.html", shared=library.shared)
    note = decisions.note()
    if note.text or note.problems:
        draw("note.html", note=note)
    place = upload(lang)
    article_list(library, lang)
    read_waiting(place, library, str(Path(atlas.folder)), loaded.version(), lang)


def _asked(library: Library, lang: str) -> dict[str, Any] | None:
    """The article that the address names; says so if there is none such."""
    asked = routes.asked_article()
    if asked is None:
        return None
    rows = {str(row["article_id"]): row for row in library.articles().to_dict("records")}
    if asked in rows:
        return {str(name): value for name, value in rows[asked].items()}
    missing = Message("The library has no article {asked}.", asked=repr(asked[:40]))
    draw("problems.html", title=say(lang, "No such article"), messages=[missing])
    return None
