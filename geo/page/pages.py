"""The page: the view from the address bar, the dashboard, the text about it."""

from pathlib import Path

import streamlit as st

from geo.language import localize, say
from geo.page import loaded, state
from geo.page.about import about
from geo.page.articles import routes, user_records
from geo.page.controls import language_boxes
from geo.page.dashboard import dashboard
from geo.page.mapview import take_click
from geo.page.search import search
from geo.page.templates import plain
from geo.problems import DataError

_PAGE = Path(__file__).parent


def main() -> None:
    """Composes the page from its parts."""
    lang = state.language()
    name = say(lang, "Karabakh Atlas")
    st.set_page_config(page_title=name, page_icon=str(_PAGE / "icon.png"), layout="wide")
    st.html(_PAGE / "page.css")
    try:
        atlas = loaded.atlas()
    except DataError as error:
        st.error(say(lang, "The data folder cannot be shown."))
        st.code(str(error), language=None)
        return
    if not routes.in_articles():
        state.open_view(atlas)
    lang = state.language()
    _title(lang)
    problem = user_records.problem()
    if problem and not routes.in_articles():
        st.warning(plain(localize(lang, problem)))
    if routes.in_articles():
        from geo.page.articles.page import articles_page  # slow to import, and not wanted by the atlas

        articles_page(atlas, lang)
        return
    state.keep(take_click(atlas, state.current()))
    for message in state.messages():
        st.warning(plain(message))
    dashboard(atlas)
    about(state.language())


def _title(lang: str) -> None:
    """The title, the way to the other view, the search box, the languages."""
    with st.container(key="title", horizontal=True, vertical_alignment="center"):
        st.title(say(lang, "Karabakh Atlas"), anchor=False, width="content")
        if routes.in_articles():
            back = say(lang, "← Back to the atlas")
            st.button(back, key="to-atlas", on_click=routes.open_atlas, type="tertiary")
        else:
            st.button(
                say(lang, "Add articles"), key="to-articles", on_click=routes.open_articles, type="tertiary"
            )
            _search()
            with st.container(key="languages", horizontal=True, width="content"):
                language_boxes(state.current())


def _search() -> None:
    """The search box; where the timeline cannot hear it, its choice is taken here."""
    view = state.current()
    chosen = search(index=loaded.search_index(view.lang), selected=view.region, channel=state.token())
    if chosen:
        state.go(**chosen)
