"""The page: view from the address bar, timeline, map, panel, view back to the address bar."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from geo.page import loaded, state
from geo.page.about import about
from geo.page.controls import language_box, region_box, window_box
from geo.page.mapview import show_map, take_click
from geo.page.panel.panel import panel
from geo.page.timeline import timeline
from geo.problems import DataError

PAGE = Path(__file__).parent / "geo" / "page"


def main() -> None:
    """Composes the page from its parts."""
    st.set_page_config(page_title="Karabakh Atlas", page_icon=str(PAGE / "icon.png"), layout="wide")
    st.html(PAGE / "page.css")
    try:
        atlas = loaded.atlas()
    except DataError as error:
        st.error("The data folder cannot be shown.")
        st.code(str(error), language=None)
        return
    view = take_click(atlas, state.open_view(atlas))
    _title()
    for sentence in state.sentences():
        st.warning(sentence)
    chosen = timeline(
        day=view.day,
        region=view.region,
        first=atlas.first,
        last=atlas.last,
        channel=state.token(),
        model=loaded.model(view.lang),
        window=view.window,
    )
    view = replace(view, day=chosen.day, region=chosen.region)
    state.keep(view)
    left, right = st.columns([1.75, 1], gap="medium")
    with left:
        show_map(loaded.map_assets(), view)
    with right:
        with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
            region_box(atlas, view)
            window_box(view)
            language_box(view)
        panel(atlas.on(view.day, days=view.window), view)
    about()
    state.write_address()


def _title() -> None:
    with st.container(key="title"):
        st.title("Karabakh Atlas", anchor=False)


main()
