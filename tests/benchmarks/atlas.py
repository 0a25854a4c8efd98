"""python -m tests.benchmarks.atlas [--days N] [--output FILE]: the rules alone, beside plain pandas.

One JSON object. Milliseconds of wall time on one thread: `load_ms` once, the others one sample a
day, over days spread evenly through the records, one region after the other. `files_ms` is what a
server does once, when it starts, for the browsers that draw the page: facts of the first language and
of the next, texts, shapes, and all of them as gzip; `files_bytes` is what came out. `load_rss_mib` is
how much loading raised the process's greatest resident size, imports apart.
The baseline reads the same CSV and GeoJSON with pandas and geopandas, unchecked, and filters and
merges the tables anew for each day; it makes no files.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Any

import geopandas as gpd
import pandas as pd

from geo import Atlas, load_atlas
from geo.web.facts import facts
from geo.web.served import packed
from geo.web.shapes import shapes
from geo.web.texts import texts
from tests.benchmarks.command import add_output, write_json
from tests.benchmarks.figures import Figures, beside, machine, summary
from tests.serving import ROOT

DATA = ROOT / "data"
WINDOW = 30

Tables = dict[str, Any]


def measure(days: int) -> Figures:
    """The figures of both over so many days; see the module's docstring."""
    atlas, atlas_load = _timed(lambda: load_atlas(DATA))
    plain, plain_load = _timed(lambda: plain_tables(DATA))
    calendar = _days(atlas, days)
    regions = cycle(atlas.regions.index)
    shown = [(atlas.on(day), region) for day, region in zip(calendar, regions, strict=False)]
    files_ms, files_bytes = browser_files(atlas)
    return {
        "machine": machine(),
        "load_ms": {"atlas": atlas_load, "baseline": plain_load},
        "on_day_ms": beside(_each(calendar, atlas.on), _each(calendar, lambda day: plain_on(plain, day))),
        "region_ms": {"atlas": _each(shown, lambda pair: pair[0].region(pair[1]))},
        "km2_ms": beside(
            _each(calendar, atlas.km2_by_holder), _each(calendar, lambda day: plain_km2(plain, day))
        ),
        "files_ms": files_ms,
        "files_bytes": files_bytes,
        "load_rss_mib": {"atlas": _rss("load_atlas"), "baseline": _rss("plain_tables")},
    }


def browser_files(atlas: Atlas) -> tuple[Figures, Figures]:
    """Milliseconds for each of the browser's files, and its bytes as gzip."""
    makers: dict[str, Callable[[], Any]] = {
        "facts": lambda: facts(atlas, "en"),
        "facts_of_next_language": lambda: facts(atlas, "az"),
        "texts": lambda: texts(atlas),
        "shapes": lambda: shapes(atlas),
    }
    made = {name: _timed(make) for name, make in makers.items()}
    raw, packing = _timed(lambda: {name: packed(content) for name, (content, _) in made.items()})
    took = {name: ms for name, (_, ms) in made.items()} | {"packing": packing}
    return took, {name: len(content) for name, content in raw.items()}


def plain_tables(folder: Path) -> Tables:
    """The baseline's tables: periods and events with parsed dates, units with shapes (EPSG:4326)."""
    periods = pd.read_csv(folder / "periods.csv", parse_dates=["start", "end"])
    events = pd.read_csv(folder / "events.csv", parse_dates=["date_start", "date_end"])
    return {
        "periods": periods,
        "events": events,
        "units": gpd.read_file(folder / "layers" / "units.geojson"),
        "sources": pd.read_csv(folder / "sources.csv"),
        "regions": gpd.read_file(folder / "layers" / "regions.geojson"),
    }


def plain_on(tables: Tables, day: date) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """The units with their holder on the day, and the events of the window up to it."""
    periods, events, at = tables["periods"], tables["events"], pd.Timestamp(day)
    held = periods[(periods["start"] <= at) & (periods["end"].isna() | (periods["end"] > at))]
    since = at - pd.Timedelta(days=WINDOW - 1)
    near = events[(events["date_start"] <= at) & (events["date_end"] >= since)]
    return tables["units"].merge(held, on="unit_id"), near


def plain_km2(tables: Tables, day: date) -> pd.Series:
    """Square kilometres by holder on the day."""
    held, _ = plain_on(tables, day)
    return held.groupby("holder")["km2"].sum()


def _days(atlas: Atlas, number: int) -> list[date]:
    span = (atlas.last - atlas.first).days
    return [atlas.first + timedelta(span * n // max(1, number - 1)) for n in range(number)]


def _each(given: Sequence[Any], act: Callable[[Any], object]) -> Figures:
    """Milliseconds of the act for each of the given."""
    return summary([_timed(lambda one=one: act(one))[1] for one in given], digits=3)


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    start = perf_counter()
    result = act()
    return result, round((perf_counter() - start) * 1000, 3)


def _rss(act: str) -> float:
    """MiB that a function of this module, given DATA, adds to a fresh process's greatest size (Linux)."""
    # getrusage would not do: its maximum is inherited from this process, which is larger.
    code = (
        "from pathlib import Path\n"
        "from tests.benchmarks import atlas\n"
        "def peak(): return int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
        "before = peak()\n"
        f"kept = atlas.{act}(atlas.DATA)\n"
        "print(peak() - before)\n"
    )
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return round(int(said.stdout) / 1024, 1)


def main() -> None:
    """Measures and prints, or writes, the JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--days", type=int, default=400, help="days to look at")
    add_output(parser)
    given = parser.parse_args()
    write_json(measure(given.days), given.output)


if __name__ == "__main__":
    main()
