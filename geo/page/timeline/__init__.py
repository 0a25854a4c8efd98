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
)
from geo.page.timeline.timeline import TimelineValue, timeline
from geo.page.timeline.words import Words, timeline_words

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
    "timeline_words",
]
