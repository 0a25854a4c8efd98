"""The server's side of the search box in AppTest: what is sent, and whose choice counts when."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.page.search import Entry, SearchIndex
from geo.page.search.served import index_url

HOSTILE = "<img src=x onerror=alert(1)> & title"


def _page() -> None:
    import streamlit as st

    from geo.page.search import search
    from tests.page.test_search_server import toy_index

    if "index" not in st.session_state:
        st.session_state.index = toy_index()
    chosen = search(index=st.session_state.index, selected="east", channel="token")
    st.session_state.chosen = chosen


def toy_index() -> SearchIndex:
    """A region and an event, whose title is hostile."""
    day = date(2001, 2, 3)
    entries = (
        Entry("region", "west", "West", "district", ("West",), ("west",)),
        Entry("event", "fire", HOSTILE, "Strike", (HOSTILE,), ("west", "east"), day),
    )
    return SearchIndex("en", date(2000, 1, 1), date(2003, 12, 31), entries)


def _sent(app: AppTest) -> dict[str, Any]:
    component = next(node for node in app.main if node.type == "bidi_component")
    return dict(json.loads(component.proto.mixed.json or component.proto.json))


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(_page)


def _choose(app: AppTest, **choice: object) -> Any:
    app.session_state["search"] = {"choice": choice}
    app.run()
    assert not app.exception
    return app.session_state.chosen


def test_the_index_is_sent_as_an_address_only(app: AppTest) -> None:
    app.run()
    assert app.session_state.chosen is None
    sent = _sent(app)
    assert sent["channel"] == "token"
    assert sent["url"].startswith("component/geo.page.search.served.index/search-")
    assert "title" not in json.dumps(sent)
    assert len(json.dumps(sent)) < 2_000


def test_another_content_has_another_address() -> None:
    one = toy_index()
    other = SearchIndex("en", one.first, one.last, one.entries[:1])
    assert index_url(one) == index_url(toy_index()) != index_url(other)


def test_a_choice_counts_once_and_again_with_a_new_number(app: AppTest) -> None:
    changes = {"day": date(2001, 2, 3), "region": "east", "event": "fire"}
    assert _choose(app, kind="event", id="fire", number=5) == changes
    app.run()
    assert app.session_state.chosen is None
    assert _choose(app, kind="event", id="fire", number=6) == changes


@pytest.mark.parametrize(
    "choice",
    [
        {},
        {"kind": "region", "id": "nowhere", "number": 5},
        {"kind": "region", "id": ["west"], "number": 5},
        {"kind": "region", "id": "west", "number": "5"},
        {"kind": "region", "id": "west"},
        {"kind": "day", "id": "1999-12-31", "number": 5},
        {"kind": 7, "id": "west", "number": 5},
    ],
)
def test_a_mangled_choice_changes_nothing(app: AppTest, choice: dict[str, object]) -> None:
    assert _choose(app, **choice) is None
