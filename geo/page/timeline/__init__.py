"""The timeline: a Streamlit component that scrubs the day in the browser, the server following.

model (plain data) -> payload -> timeline() mounts it and returns the day and region to show.
"""

from geo.page.timeline.model import (
    Era,
    EventGroup,
    Holder,
    Segment,
    TimelineEvent,
    TimelineModel,
    TimelineRegion,
    Words,
)
from geo.page.timeline.timeline import TimelineValue, timeline

__all__ = [
    "Era",
    "EventGroup",
    "Holder",
    "Segment",
    "TimelineEvent",
    "TimelineModel",
    "TimelineRegion",
    "TimelineValue",
    "Words",
    "timeline",
]
