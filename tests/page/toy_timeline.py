"""A small timeline for tests: four years, three eras, two regions of three units, six events.

    2000       2001        2002        2003
    |-- calm --|-- change -|---- after -----|   eras
    west  W1 W2   red until 1 July 2001, then blue (W2 contested in June)
    east  E1      red throughout
"""

from datetime import date

from geo.page.timeline import (
    Era,
    EventGroup,
    Holder,
    Segment,
    TimelineEvent,
    TimelineModel,
    TimelineRegion,
    timeline_words,
)

FIRST, LAST = date(2000, 1, 1), date(2003, 12, 31)
DAY = date(2001, 3, 31)
HOSTILE = "<img src=x onerror=alert(1)> & title"


def toy_model(**changed: object) -> TimelineModel:
    """The toy timeline, with any field of TimelineModel replaced."""
    fields: dict[str, object] = {
        "eras": _eras(),
        "events": _events(),
        "groups": (
            EventGroup("force", "Force", ("battle",)),
            EventGroup("talk", "Talk", ("talk",)),
        ),
        "regions": {
            "west": TimelineRegion("West", {"W1": 300.0, "W2": 100.0}),
            "east": TimelineRegion("East", {"E1": 200.0}),
            "far": TimelineRegion("Far"),
        },
        "units": _units(),
        "words": timeline_words("en"),
        "holders": {"red": Holder("Red", "#c66"), "blue": Holder("Blue", "#66c")},
    }
    return TimelineModel(**{**fields, **changed})  # type: ignore[arg-type]


def event(event_id: str, start: str, end: str = "", **changed: object) -> TimelineEvent:
    """An exact, important battle without region, on one day unless told otherwise."""
    fields: dict[str, object] = {"prec": 1, "type": "battle", "importance": 4, "title": event_id}
    begin = date.fromisoformat(start)
    stop = date.fromisoformat(end) if end else begin
    return TimelineEvent(event_id, begin, stop, **{**fields, **changed})  # type: ignore[arg-type]


def _eras() -> tuple[Era, ...]:
    return (
        Era("calm", FIRST, date(2001, 1, 1), "Calm"),
        Era("change", date(2001, 1, 1), date(2002, 1, 1), "Change"),
        Era("after", date(2002, 1, 1), None, "After"),
    )


def _events() -> tuple[TimelineEvent, ...]:
    return (
        event("a", "2000-05-05", region_ids=("west",)),
        event("b", "2001-02-10", region_ids=("east",), importance=2, type="talk"),
        event("c", "2001-04-20", title=HOSTILE, region_ids=("west", "east")),
        event("d", "2001-06-01", "2001-06-30", prec=4, region_ids=("west",), importance=1),
        event("e", "2002-08-08", type="talk"),
        event("f", "2003-12-31", region_ids=("east",)),
    )


def _units() -> dict[str, tuple[Segment, ...]]:
    june, july = date(2001, 6, 1), date(2001, 7, 1)
    return {
        "W1": (Segment(FIRST, july, "red"), Segment(july, None, "blue")),
        "W2": (
            Segment(FIRST, june, "red"),
            Segment(june, july, "red", "contested"),
            Segment(july, None, "blue"),
        ),
        "E1": (Segment(FIRST, None, "red"),),
    }
