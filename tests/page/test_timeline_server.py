"""The server's side of the timeline in AppTest: whose view wins, and what is sent."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    from datetime import date

    import streamlit as st

    from geo.page.timeline import timeline
    from tests.page.toy_timeline import DAY, FIRST, LAST, toy_model

    if "model" not in st.session_state:
        st.session_state.model = toy_model()
    day, region = st.session_state.get("view", (DAY, "west"))
    model = st.session_state.model
    chosen = timeline(
        day=day,
        region=region,
        event=st.session_state.get("event"),
        compare=date(2000, 1, 1),
        first=FIRST,
        last=LAST,
        channel="token",
        model=model,
    )
    st.session_state.view = (chosen.day, chosen.region)
    st.session_state.chosen = chosen


def _sent(app: AppTest) -> dict:
    component = next(node for node in app.main if node.type == "bidi_component")
    return json.loads(component.proto.mixed.json or component.proto.json)


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(_page)


def _choose(app: AppTest, **view: object) -> AppTest:
    app.session_state["timeline"] = {"view": {"region": None, "model_id": "some", **view}}
    return app.run()


def test_without_a_choice_the_page_decides(app):
    app.run()
    assert not app.exception
    assert app.session_state.view == (date(2001, 3, 31), "west")
    sent = _sent(app)
    assert (sent["day"], sent["region"], sent["channel"]) == ("2001-03-31", "west", "token")
    assert (sent["window"], sent["compare"], sent["event"]) == ("1", "2000-01-01", None)
    assert sent["model"]["first"] == 10957


def test_a_choice_wins_once_and_then_the_page_may_move_on(app):
    _choose(app, day="2002-01-01", region="east", number=5)
    assert app.session_state.view == (date(2002, 1, 1), "east")
    app.session_state.view = (date(2000, 2, 2), None)
    app.run()
    assert app.session_state.view == (date(2000, 2, 2), None)
    assert _sent(app)["day"] == "2000-02-02"


def test_the_same_day_chosen_again_is_a_new_choice(app):
    _choose(app, day="2002-01-01", number=5)
    app.session_state.view = (date(2000, 2, 2), None)
    _choose(app, day="2002-01-01", number=6)
    assert app.session_state.view == (date(2002, 1, 1), None)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ({"day": "1901-01-01"}, (date(2000, 1, 1), None)),
        ({"day": "2999-01-01"}, (date(2003, 12, 31), None)),
        ({"day": "2002-01-01", "region": "nowhere"}, (date(2002, 1, 1), None)),
        ({"day": "2002-01-01", "region": ["west"]}, (date(2002, 1, 1), None)),
        ({"day": "soon"}, (date(2001, 3, 31), "west")),
        ({"day": None}, (date(2001, 3, 31), "west")),
        ({}, (date(2001, 3, 31), "west")),
        ({"day": "2002-01-01", "number": "x"}, (date(2001, 3, 31), "west")),
    ],
)
def test_a_mangled_choice_leaves_a_valid_view(app, view, expected):
    _choose(app, **{"number": 5, **view})
    assert not app.exception
    assert app.session_state.view == expected


@pytest.mark.parametrize(
    ("view", "event", "window"),
    [
        ({"event": "b", "window": "2001-01-01..2001-03-31"}, "b", "2001-01-01..2001-03-31"),
        ({"event": "b", "window": "all"}, "b", "all"),
        ({"window": "7"}, None, "7"),
        ({"window": None}, None, None),
        ({"event": "nothing", "window": "soon"}, None, None),
        ({"event": ["b"], "window": 7}, None, None),
        ({"window": "2001-03-31..2001-01-01"}, None, None),
    ],
)
def test_an_event_and_a_window_come_with_the_choice(app, view, event, window):
    _choose(app, day="2001-02-10", number=5, **view)
    chosen = app.session_state.chosen
    assert (chosen.event, chosen.window and str(chosen.window)) == (event, window)
    sent = _sent(app)
    assert (sent["event"], sent["window"]) == (event, window or "1")


def test_the_model_is_sent_once_and_again_when_it_changes_or_the_browser_asks(app):
    from tests.page.toy_timeline import toy_model

    app.run()
    model_id = _sent(app)["model_id"]
    app.run()
    assert _sent(app)["model"] is None
    _choose(app, day="2002-01-01", number=5, model_id=model_id)
    assert _sent(app)["model"] is None
    _choose(app, day="2002-01-01", number=6, model_id=None)
    assert _sent(app)["model"]["id"] == model_id
    app.session_state.model = toy_model(events=())
    _choose(app, day="2002-01-01", number=7, model_id=model_id)
    assert _sent(app)["model"]["id"] != model_id
