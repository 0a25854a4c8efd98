"""Every string of the timeline in the reader's language; `{...}` marks what the browser fills in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

from geo.language import say
from geo.languages import LANGUAGES


@dataclass(frozen=True)
class Words:
    """What the reader sees or hears. `month_names` holds, for each month, every spelling to type."""

    lang: str
    slider: str
    compared: str
    previous_event: str
    next_event: str
    previous_in_region: str
    next_in_region: str
    play: str
    pause: str
    go_to: str
    outside: str
    zoom_in: str
    zoom_out: str
    zoom_all: str
    overview: str
    eras: str
    era: str
    tools: str
    brush: str
    brush_first: str
    brush_last: str
    brushed: str
    clear: str
    legend: str
    unsure: str
    period: str
    no_events: str
    no_data: str
    end: str
    fine: str
    options: str
    option_names: dict[str, str]
    option_values: dict[str, str]
    help: str
    help_rows: tuple[tuple[str, str], ...]
    day_pattern: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    month_names: tuple[tuple[str, ...], ...]


@cache
def timeline_words(lang: str) -> Words:
    """The timeline's strings in a language; months as it writes them after a day's number."""
    return Words(
        lang=lang,
        slider=say(lang, "Date"),
        compared=say(lang, "Compared with {day}"),
        previous_event=say(lang, "Previous event"),
        next_event=say(lang, "Next event"),
        previous_in_region=say(lang, "Previous event in {region}"),
        next_in_region=say(lang, "Next event in {region}"),
        play=say(lang, "Play"),
        pause=say(lang, "Pause"),
        go_to=say(lang, "Go to date"),
        outside=say(
            lang, "Choose a day from {first} to {last}, written like 1993-04-10 or 10 April 1993."
        ),
        zoom_in=say(lang, "Zoom in"),
        zoom_out=say(lang, "Zoom out"),
        zoom_all=say(lang, "Whole range"),
        overview=say(lang, "Drag to choose the part of the range shown"),
        eras=say(lang, "Eras"),
        era=say(lang, "{era}, {first} – {last}: show at full width, or the whole range again"),
        tools=say(lang, "Timeline controls"),
        brush=say(lang, "Choose a range of days"),
        brush_first=say(lang, "Drag over the days of the range, or choose its first day."),
        brush_last=say(lang, "Now choose the last day of the range."),
        brushed=say(lang, "Events of {days}"),
        clear=say(lang, "Clear the range"),
        legend=say(lang, "Events by type"),
        unsure=say(lang, "Date uncertain"),
        period=say(lang, "{first} – {last}"),
        no_events=say(lang, "no events in our records"),
        no_data=say(lang, "no data"),
        end=say(lang, "Records end on this day; later days have no data."),
        fine=say(lang, "Pull away from the track for single days."),
        options=say(lang, "Timeline options"),
        option_names=_option_names(lang),
        option_values=_option_values(lang),
        help=say(lang, "Keyboard and mouse"),
        help_rows=_help_rows(lang),
        day_pattern="{day} {month} {year}",
        months=_months(lang, "wide"),
        months_short=tuple(name.rstrip(".") for name in _months(lang, "abbreviated")),
        month_names=_spellings(),
    )


def _option_names(lang: str) -> dict[str, str]:
    return {
        "speed": say(lang, "Speed"),
        "direction": say(lang, "Direction"),
        "loop": say(lang, "Repeat"),
        "steps": say(lang, "Events to step through"),
        "heights": say(lang, "Bar heights"),
    }


def _option_values(lang: str) -> dict[str, str]:
    return {
        "forwards": say(lang, "forwards"),
        "backwards": say(lang, "backwards"),
        "once": say(lang, "no"),
        "era": say(lang, "the era"),
        "region": say(lang, "of the region"),
        "all": say(lang, "all"),
        "log": say(lang, "logarithmic"),
        "linear": say(lang, "linear"),
    }


def _help_rows(lang: str) -> tuple[tuple[str, str], ...]:
    return (
        ("← →", say(lang, "a day")),
        (say(lang, "Page Up, Page Down"), say(lang, "a month")),
        (say(lang, "Home, End"), say(lang, "first and last day")),
        (
            say(lang, "Shift ← →"),
            say(lang, "previous and next event, of the selected region if there is one"),
        ),
        ("+ − 0", say(lang, "zoom in, zoom out, whole range")),
        (say(lang, "Space"), say(lang, "play and pause")),
        ("< >", say(lang, "slower and faster")),
        ("[ ]", say(lang, "first and last day of a range of events")),
        (say(lang, "Escape"), say(lang, "clear the range")),
        (say(lang, "Wheel or pinch"), say(lang, "zoom; sideways moves the range shown")),
        (say(lang, "Shift and drag"), say(lang, "choose a range of days")),
        (say(lang, "Pull away while dragging"), say(lang, "finer, down to single days")),
        (say(lang, "Era"), say(lang, "the era at full width, and back")),
    )


def _months(lang: str, width: str, form: str = "format") -> tuple[str, ...]:
    names = Locale.parse(lang).months[form][width]
    return tuple(names[number] for number in range(1, 13))


def _spellings() -> tuple[tuple[str, ...], ...]:
    """For each month its names, whole and short, in all languages: a reader may type any."""
    forms = [
        _months(lang, width, form)
        for lang in LANGUAGES
        for width in ("wide", "abbreviated")
        for form in ("format", "stand-alone")
    ]
    return tuple(tuple(sorted({names[month].rstrip(".") for names in forms})) for month in range(12))
