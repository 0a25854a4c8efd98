"""The command that writes files: `python -m geo.export --to FILE`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from geo.atlas import Atlas, load_atlas
from geo.exports.files import TABLES, WRITERS
from geo.exports.frames import LAST_30_DAYS, Selection
from geo.typed_dates import parse_typed
from geo.when import format_days, parse_window


def main(arguments: list[str] | None = None) -> int:
    """Writes what the arguments ask for; returns 0, or 1 with a sentence that says what is wrong."""
    asked = _parser().parse_args(arguments)
    try:
        writer, selection = WRITERS[_ending(asked.to)], _selection(asked.date, asked.window)
        atlas = load_atlas(asked.data)
        writer(atlas, selection, asked.table, asked.to)
        size = asked.to.stat().st_size / 1000
    except OSError as error:
        print(f"--to {asked.to}: {error.strerror or error}")
        return 1
    except (ValueError, RuntimeError) as error:
        print(error)
        return 1
    print(f"wrote {asked.to} ({size:,.0f} kB): {_contents(atlas, selection, asked.to, asked.table)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geo.export",
        description="Writes a day, or all of the atlas, to a file for another tool.",
    )
    endings = ", ".join(WRITERS)
    parser.add_argument("--to", type=Path, required=True, help=f"the file to write, by its ending: {endings}")
    parser.add_argument("--date", help="a day, as 2020-11-25; without it all days (.html: 2020-11-25)")
    parser.add_argument(
        "--window",
        help="which days of events: a number of days up to the day (default: 30), all, or two days as "
        "2020-09-27..2020-11-09",
    )
    parser.add_argument(
        "--table",
        choices=list(TABLES),
        default="control",
        help="what .csv and .geojson hold (default: control); .gpkg holds all",
    )
    parser.add_argument("--data", default="data", help="the data folder (default: data)")
    return parser


def _ending(path: Path) -> str:
    """The file's ending if it can be written; raises ValueError that says why not."""
    ending = path.suffix.lower()
    if ending not in WRITERS:
        raise ValueError(f"--to {path}: expected a file that ends in {', '.join(WRITERS)}")
    if not path.parent.is_dir():
        raise ValueError(f"--to {path}: there is no folder {path.parent}; make it first, or name another")
    return ending


def _selection(day: str | None, window: str | None) -> Selection:
    try:
        chosen = parse_window(window) if window is not None else LAST_30_DAYS
    except ValueError as error:
        raise ValueError(f"--window {window}: {error}") from None
    if day is None and chosen.days is not None and window is not None:
        raise ValueError(f"--window {window}: a number of days ends with a day; write --date too")
    return Selection(None if day is None else _day(day), chosen)


def _day(text: str) -> date:
    days = [when.span.start for when in parse_typed(text) if when.prec == 1]
    if not days:
        raise ValueError(f"--date {text}: expected a day, as 2020-11-25")
    if len(days) > 1:
        readings = " or ".join(f"{day} ({format_days(day)})" for day in days)
        raise ValueError(f"--date {text}: may be two days; write {readings}")
    return days[0]


def _contents(atlas: Atlas, selection: Selection, path: Path, table: str) -> str:
    """What the file holds, in words, the days of its events among it."""
    day = selection.day
    units = "all periods of control" if day is None else f"units on {format_days(day)}"
    days = selection.event_days(atlas)
    events = "all events" if days.end is None else f"events of {format_days(days.start, days.last)}"
    if day is not None and not selection.window.fixed:
        events += f" (--window {selection.window})"
    described = {".html": "a map to open", ".gpkg": f"{units}; {events}"}
    return described.get(path.suffix.lower(), events if table == "events" else units)
