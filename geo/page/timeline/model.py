"""What the timeline draws, as plain data: eras, events, control through time and words.

atlas -> page builds one TimelineModel -> payload() packs it into the JSON the browser reads.
Nothing here imports streamlit; days travel as whole numbers counted from 1 January 1970.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from json import dumps
from typing import Any

from geo.page.timeline.words import Words
from geo.when import Span, between, parse

_EPOCH = date(1970, 1, 1).toordinal()

_AROUND = timedelta(days=3)


@dataclass(frozen=True)
class Era:
    """A named span of the timeline, [start, end); an end of None is still open."""

    era_id: str
    start: date
    end: date | None
    label: str


@dataclass(frozen=True)
class TimelineEvent:
    """An event from start to end (both inclusive), its date as precise as UCDP `prec` says.

    `when` is the date in words, no finer than that; empty where the day in words is right.
    """

    event_id: str
    start: date
    end: date
    prec: int
    type: str
    importance: int
    title: str
    region_ids: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class EventGroup:
    """Event types that share one tone of the histogram, drawn from the baseline up."""

    group_id: str
    label: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class Segment:
    """A unit held by a holder over [start, end); status is a word of data/terms.csv."""

    start: date
    end: date | None
    holder: str
    status: str = "held"


@dataclass(frozen=True)
class Holder:
    """A holder's name and CSS colours as in the map's legend; without a dark one, one for both."""

    label: str
    colour: str
    colour_dark: str = ""


@dataclass(frozen=True)
class TimelineRegion:
    """A region's name and the area (km2) of each of its units; no unit means no strip."""

    label: str
    units: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class TimelineModel:
    """All that stays the same in a session; build it once per language and keep the object.

    `regions` holds every region a reader can select. `holders` gives the order in which shares
    are stacked in the strip, from the top. `units` maps a unit id to its segments in order.
    """

    eras: tuple[Era, ...]
    events: tuple[TimelineEvent, ...]
    groups: tuple[EventGroup, ...]
    regions: Mapping[str, TimelineRegion]
    units: Mapping[str, tuple[Segment, ...]]
    holders: Mapping[str, Holder]
    words: Words


def payload(model: TimelineModel, first: date, last: date) -> dict[str, Any]:
    """The model as JSON-ready data within [first, last], with an `id` that names its content.

    Events that end before `first` or start after `last` are left out; others are cut to the range.
    Raises ValueError naming every event, era, unit and region that cannot be drawn.
    """
    _require_drawable(model, first, last)
    packed: dict[str, Any] = {
        "first": day_number(first),
        "last": day_number(last),
        "eras": [_era_row(era, first, last) for era in sorted(model.eras, key=lambda e: e.start)],
        "events": _event_rows(model, first, last),
        "groups": [group.label for group in model.groups],
        "regions": {region_id: region.label for region_id, region in model.regions.items()},
        "control": _control(model, first, last),
        "holders": [asdict(holder) for holder in model.holders.values()],
        "words": asdict(model.words),
    }
    return {"id": sha256(dumps(packed).encode()).hexdigest()[:16], **packed}


def day_number(day: date) -> int:
    """Days from 1 January 1970, negative before it."""
    return day.toordinal() - _EPOCH


def _require_drawable(model: TimelineModel, first: date, last: date) -> None:
    types = {event_type for group in model.groups for event_type in group.types}
    problems = [] if first < last else [f"range: first {first} must be before last {last}"]
    problems += [f"era {e.era_id}: end {e.end} is not after start {e.start}"
                 for e in model.eras if e.end is not None and e.end <= e.start]
    for event in model.events:
        if event.end < event.start:
            problems.append(f"event {event.event_id}: end {event.end} is before {event.start}")
        if event.type not in types:
            problems.append(f"event {event.event_id}: type {event.type!r} is in no group")
    for unit_id, segments in model.units.items():
        problems += [f"unit {unit_id}: holder {s.holder!r} is not among holders"
                     for s in segments if s.holder not in model.holders]
    for region_id, region in model.regions.items():
        problems += [f"region {region_id}: unit {unit_id!r} has no segments"
                     for unit_id in region.units if unit_id not in model.units]
    if problems:
        raise ValueError("timeline model:\n" + "\n".join(problems))


def _era_row(era: Era, first: date, last: date) -> list[Any]:
    end = day_number(era.end) if era.end else day_number(last) + 1
    return [max(day_number(era.start), day_number(first)), end, era.label]


def _event_rows(model: TimelineModel, first: date, last: date) -> list[list[Any]]:
    """Rows of start, end, prec, group number, importance, title, region ids, event id, date in words,
    first and last day it may have been; by start, then id."""
    group_of = {kind: number for number, group in enumerate(model.groups) for kind in group.types}
    inside = [event for event in model.events if event.end >= first and event.start <= last]

    def number(day: date) -> int:
        return day_number(min(max(day, first), last))

    return [
        [number(event.start), number(event.end), event.prec, group_of[event.type], event.importance,
         event.title, list(event.region_ids), event.event_id, event.when,
         number(doubt(event).start), number(doubt(event).last)]
        for event in sorted(inside, key=lambda event: (event.start, event.event_id))
    ]


def doubt(event: TimelineEvent) -> Span:
    """The days the event may have happened on: of an exact date its own, of another as far as it is known.

    A month or year counts whole; a single day known to some days or to the week has three on each side.
    """
    if event.prec >= 4:
        cut = {4: 7, 5: 4}[event.prec]
        return between(parse(str(event.start)[:cut]).span.start, parse(str(event.end)[:cut]).span.last)
    if event.prec > 1 and event.start == event.end:
        return between(event.start - _AROUND, event.end + _AROUND)
    return between(event.start, event.end)


def _control(model: TimelineModel, first: date, last: date) -> dict[str, list[list[Any]]]:
    """Steps per region id, and for the empty id those of all units together."""
    everything: dict[str, float] = {}
    for region in model.regions.values():
        everything |= region.units
    areas = {"": everything, **{key: dict(region.units) for key, region in model.regions.items()}}
    return {key: control_steps(units, model, first, last) for key, units in areas.items() if units}


def control_steps(
    areas: Mapping[str, float], model: TimelineModel, first: date, last: date
) -> list[list[Any]]:
    """Rows [start, end, [[holder number, status, share], ...]] that tile [first, last].

    Shares are of area (they add up to 1 where every unit has a holder), stacked in holder order.
    """
    starts = {segment.start for unit in areas for segment in model.units[unit]}
    edges = sorted({first} | {start for start in starts if first < start <= last})
    steps: list[list[Any]] = []
    for edge in edges:
        shares = _shares(areas, model, edge)
        if steps and steps[-1][2] == shares:
            continue
        if steps:
            steps[-1][1] = day_number(edge)
        steps.append([day_number(edge), day_number(last) + 1, shares])
    return steps


def _shares(areas: Mapping[str, float], model: TimelineModel, day: date) -> list[list[Any]]:
    order = list(model.holders)
    total = sum(areas.values())
    km2: dict[tuple[int, str], float] = {}
    for unit, area in areas.items():
        segment = _on(model.units[unit], day)
        if segment:
            part = (order.index(segment.holder), segment.status)
            km2[part] = km2.get(part, 0.0) + area
    return [[*part, round(area / total, 4)] for part, area in sorted(km2.items())]


def _on(segments: Iterable[Segment], day: date) -> Segment | None:
    covering = (s for s in segments if s.start <= day and (s.end is None or day < s.end))
    return next(covering, None)
