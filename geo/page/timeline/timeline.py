"""The timeline component: TimelineModel, day and region in; the reader's day and region out.

The browser moves at once and tells the map by BroadcastChannel; the server hears on a pause.
Every choice of the reader carries a number, so that neither side mistakes an old day for a new. A
new `channel` tells the browser that the server was started anew; then it says again what it shows.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.page.served import module
from geo.page.timeline.model import TimelineModel, payload
from geo.when import Window, parse_window

_NO_WINDOW = Window(1)
_HERE = Path(__file__).parent
# The parts are joined to one module in this order, the last one exports.
_SCRIPTS = (
    "days.js", "typed.js", "window.js", "scale.js", "model.js", "stops.js", "draw.js", "histogram.js",
    "paint.js", "names.js", "eras.js", "options.js", "link.js", "actions.js", "range.js", "play.js",
    "brush.js", "keys.js", "hands.js", "overview.js", "hover.js", "timeline.js",
)


@dataclass(frozen=True)
class TimelineValue:
    """What to show: the reader's own new choice, or else what the page asked for.

    `window` is None unless the reader chose one in the timeline.
    """

    day: date
    region: str | None
    event: str | None = None
    window: Window | None = None


def timeline(
    *,
    day: date,
    region: str | None,
    first: date,
    last: date,
    channel: str,
    model: TimelineModel,
    key: str = "timeline",
    window: Window = _NO_WINDOW,
    event: str | None = None,
    compare: date | None = None,
) -> TimelineValue:
    """The day and region to show in this run, after drawing the timeline.

    `day` and `region` are the page's view before this run. If the reader has chosen something in
    the timeline, or on the map through the channel, since the last run, that comes back;
    otherwise the arguments do and the timeline moves to them. Keep the result for the next run.
    `window` is shaded, `compare` marked. Days lie in [first, last].
    """
    packed = _packed(model, first, last)
    choice = _choice(st.session_state.get(key), model, first, last)
    seen, sent = f"{key}-seen", f"{key}-model"
    fresh = choice.number != st.session_state.get(seen, 0)
    has_model = packed["id"] == st.session_state.get(sent) and not choice.asks
    value = choice.value if fresh else None
    value = value or TimelineValue(min(max(day, first), last), region, event)
    _component()(
        key=key,
        data={
            "day": value.day.isoformat(),
            "region": value.region,
            "event": value.event,
            "window": str(value.window or window),
            "compare": compare.isoformat() if compare else None,
            "number": choice.number,
            "channel": channel,
            "model_id": packed["id"],
            "model": None if has_model else packed,
        },
        on_view_change=_nothing,
    )
    # Only after the mount: a rerun that interrupts it must find the choice still new.
    st.session_state.update({seen: choice.number, sent: packed["id"]})
    return value


@dataclass(frozen=True)
class _Choice:
    number: int = 0
    value: TimelineValue | None = None
    asks: bool = False


def _choice(state: Any, model: TimelineModel, first: date, last: date) -> _Choice:
    """What the browser last reported; a part that is malformed or unknown counts as not said."""
    view = state.get("view") if isinstance(state, Mapping) else None
    if not isinstance(view, Mapping):
        return _Choice()
    try:
        day = date.fromisoformat(view["day"])
        number = int(view["number"])
    except (KeyError, TypeError, ValueError):
        return _Choice()
    value = TimelineValue(
        min(max(day, first), last),
        _known(view.get("region"), model.regions),
        _known(view.get("event"), {event.event_id for event in model.events}),
        _window(view.get("window")),
    )
    return _Choice(number, value, view.get("model_id") is None)


def _known(value: object, ids: Container[str]) -> str | None:
    return value if isinstance(value, str) and value in ids else None


def _window(text: object) -> Window | None:
    try:
        return parse_window(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _nothing() -> None:
    """Streamlit keeps a state only if it has a callback; the value is read in timeline()."""


@lru_cache(maxsize=8)
def _packed(model: TimelineModel, first: date, last: date) -> dict[str, Any]:
    return payload(model, first, last)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "atlas_timeline",
        html=_read("timeline.html"),
        css=_read("timeline.css"),
        js=module("\n".join(_read(script) for script in _SCRIPTS)),
    )


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
