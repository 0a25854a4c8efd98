"""The pages of the atlas and what they share: the title, the ways between them, search and language."""

from pathlib import Path

import streamlit as st

from geo.language import localize, say
from geo.page import loaded, state
from geo.page.articles import routes, user_records
from geo.page.atlas_page import atlas_page
from geo.page.instruments import instrument
from geo.page.method import method_page
from geo.page.templates import plain
from geo.problems import DataError

_PAGE = Path(__file__).parent
_STYLE = _PAGE.parent / "web" / "styles" / "streamlit.css"


def main() -> None:
    """Composes the page that the address asks for."""
    lang = state.language()
    name = say(lang, "Karabakh Atlas")
    st.set_page_config(page_title=name, page_icon=str(_PAGE / "icon.png"), layout="wide")
    st.html(_STYLE)
    try:
        atlas = loaded.atlas()
    except DataError as error:
        st.error(say(lang, "The data folder cannot be shown."))
        st.code(str(error), language=None, wrap_lines=True)
        return
    state.open_session(atlas)
    lang = state.language()

    def articles() -> None:
        from geo.page.articles.page import articles_page  # slow to import, and not wanted by the atlas

        articles_page(atlas, lang)

    pages = {
        "atlas": st.Page(
            lambda: atlas_page(atlas), title=say(lang, "The map"), url_path="atlas", default=True
        ),
        "method": st.Page(
            lambda: method_page(lang), title=say(lang, "Method and sources"), url_path="method"
        ),
        "articles": st.Page(articles, title=say(lang, "Add articles"), url_path="articles"),
    }
    page = st.navigation(list(pages.values()), position="hidden")
    if routes.is_older_link() and page != pages["articles"]:
        article = routes.asked_article()
        st.switch_page(pages["articles"], query_params={"article": article} if article else None)
    with st.container(key="title", horizontal=True, vertical_alignment="center"):
        st.title(name, anchor=False, width="content")
        for name_of_page, other in pages.items():
            with st.container(key="page-shown" if other == page else f"page-{name_of_page}", width="content"):
                st.page_link(page=other, label=plain(other.title))
        with st.container(key="header"):
            instrument("header", atlas)
    problem = user_records.problem()
    if problem and page != pages["articles"]:
        st.warning(plain(localize(lang, problem)))
    page.run()
