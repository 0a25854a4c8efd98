"""The second view, composed: ways in, the list, one article; the lazy end of app.py's one branch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from geo.articles.library import Library, LibraryError
from geo.atlas import Atlas
from geo.language import say
from geo.page import loaded
from geo.page.articles import decisions, door, kept
from geo.page.articles.bring import bring
from geo.page.articles.opened import opened, tools
from geo.page.articles.shelf import export_button, shelf
from geo.page.articles.templates import draw, style


def articles_view(atlas: Atlas, lang: str) -> None:
    """Draws "Add articles"; a library that cannot be used is told in a sentence."""
    style()
    st.empty()  # takes the dashboard's place at once: else the browser would load its map anew, then drop it
    kept.try_again()
    with st.container(key="articles"):
        try:
            _parts(loaded.library(), atlas, lang)
        except LibraryError as error:
            draw("problems.html", title=say(lang, "Your library cannot be used"), sentences=[str(error)])


def _parts(library: Library, atlas: Atlas, lang: str) -> None:
    article = _asked(library, lang)
    with st.container(key="articles-bar", horizontal=True, vertical_alignment="bottom"):
        if article is not None:
            tools(atlas, article, lang)
        decisions.name_field(lang)
        export_button(library, atlas, lang)
    if article is not None:
        opened(library, atlas, article, lang)
        return
    draw("intro.html", where=library.where)
    note = decisions.note()
    if note.told or note.problems:
        draw("note.html", note=note)
    bring(library, str(Path(atlas.folder)), loaded.version(), lang)
    shelf(library, lang)


def _asked(library: Library, lang: str) -> dict[str, Any] | None:
    """The article that the address names; a sentence if there is none such."""
    asked = door.asked_article()
    if asked is None:
        return None
    rows = {str(row["article_id"]): row for row in library.articles().to_dict("records")}
    if asked in rows:
        return {str(name): value for name, value in rows[asked].items()}
    told = say(lang, "The library has no article {asked}.", asked=repr(asked[:40]))
    draw("problems.html", title=say(lang, "No such article"), sentences=[told])
    return None
