"""The smallest page with a timeline, run by the tests: prints what the server knows.

`?slow=` seconds a run, `?day=`, `?region=`, `?compare=`; `?token` gives each session its own channel.
"""

import secrets
import time
from dataclasses import replace
from datetime import date

import streamlit as st

from geo.page.timeline import TimelineValue, timeline
from geo.when import Window
from tests.page.toy_timeline import DAY, FIRST, LAST, toy_model

st.set_page_config(layout="wide")
asked = st.query_params
if "view" not in st.session_state:
    day = date.fromisoformat(asked.get("day", str(DAY)))
    st.session_state.view = TimelineValue(day, asked.get("region"), None, Window(30))
    st.session_state.channel = secrets.token_hex(4) if "token" in asked else "toy"


@st.cache_resource
def _model(fewer):
    model = toy_model()
    return replace(model, events=model.events[3:]) if fewer else model


def _go(**changes):
    st.session_state.view = replace(st.session_state.view, **changes)


time.sleep(float(asked.get("slow", "0")))
view = st.session_state.view
chosen = timeline(
    day=view.day,
    region=view.region,
    event=view.event,
    window=view.window,
    compare=date.fromisoformat(asked["compare"]) if "compare" in asked else None,
    first=FIRST,
    last=LAST,
    channel=st.session_state.channel,
    model=_model(st.session_state.get("fewer", False)),
)
st.session_state.view = replace(chosen, window=chosen.window or view.window)
view = st.session_state.view
st.text(f"server {view.day} {view.region}")
st.text(f"event {view.event}")
st.text(f"window {view.window}")
st.text(f"channel {st.session_state.channel}")
if "token" in asked:
    st.query_params.update(day=str(view.day), region=view.region or "")
st.button("Outside", on_click=_go, kwargs={"day": date(2000, 2, 2), "region": "east", "event": None})
st.button("East", on_click=_go, kwargs={"region": "east"})
st.button("Seven", on_click=_go, kwargs={"window": Window(7)})
st.checkbox("Fewer", key="fewer")
