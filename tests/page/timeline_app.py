"""The smallest page with a timeline, run by the tests: prints what the server knows."""

import time
from datetime import date

import streamlit as st

from geo.page.timeline import timeline
from geo.when import Window
from tests.page.toy_timeline import DAY, FIRST, LAST, toy_model

st.set_page_config(layout="wide")
asked = st.query_params
if "view" not in st.session_state:
    st.session_state.view = (date.fromisoformat(asked.get("day", str(DAY))), asked.get("region"))


@st.cache_resource
def _model():
    return toy_model()


def _outside() -> None:
    st.session_state.view = (date(2000, 2, 2), "east")


time.sleep(float(asked.get("slow", "0")))
day, region = st.session_state.view
chosen = timeline(
    day=day, region=region, first=FIRST, last=LAST, channel="toy", model=_model(), window=Window(30)
)
st.session_state.view = (chosen.day, chosen.region)
st.text(f"server {chosen.day} {chosen.region}")
st.button("Outside", on_click=_outside)
