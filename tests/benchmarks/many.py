"""A data folder with as many made-up events as wanted, in order as `python -m geo.check` wants it."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from tests.benchmarks.figures import spread
from tests.serving import ROOT

# Known to the district: such a point may stand anywhere near it.
_DISTRICT = "3"
_SPREAD_DEGREES = 0.15


def many_events(number: int, folder: Path) -> Path:
    """The folder, made: the data we ship, with events added until there are `number` of them.

    Each is a copy of a shipped one in its region, its dates and point moved, spread evenly.
    """
    shutil.copytree(ROOT / "data", folder, dirs_exist_ok=True)
    shipped = pd.read_csv(folder / "events.csv", dtype=str, keep_default_na=False)
    drawn = shipped[shipped["on_map"] == "true"].reset_index(drop=True)
    first, last = date(1988, 1, 1), date(2026, 1, 31)
    rows = [
        _made(drawn.iloc[n % len(drawn)], n, first + (last - first) * spread(n))
        for n in range(number - len(shipped))
    ]
    pd.concat([shipped, pd.DataFrame(rows)]).to_csv(folder / "events.csv", index=False, lineterminator="\n")
    return folder


def _made(event: pd.Series, number: int, start: date) -> pd.Series:
    made = event.copy()
    made["event_id"] = f"made-{number}"
    made["title"], made["summary"] = f"Made event {number}", "Made for a measurement; nothing happened."
    made["date_start"], made["date_end"] = str(start), str(start + timedelta(number % 3))
    made["date_prec"], made["where_prec"] = str(1 + number % 2), _DISTRICT
    for place, turn in (("latitude", 0.75487767), ("longitude", 0.56984029)):
        away = _SPREAD_DEGREES * (2 * (number * turn % 1) - 1)
        made[place] = f"{float(event[place]) + away:.4f}"
    return made
