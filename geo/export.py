"""Writes a day, or all of the atlas, to a file: `python -m geo.export --to FILE [--date DAY]`.

The ending of the file says how: .csv, .geojson, .gpkg (GeoPackage) or .html (a map to open).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from geo.atlas import Atlas, load_atlas
from geo.map.standalone import standalone
from geo.problems import DataError
from geo.view import SEED_DAY, View
from geo.when import format_days

Frame = TypeVar("Frame", bound=pd.DataFrame)

ATTRIBUTION = (
    "Karabakh Atlas, tables CC BY 4.0; shapes CC BY-SA 3.0 after geoBoundaries AZE ADM2 "
    "(source Wikipedia, 2020); neighbours made with Natural Earth; relief NOAA GLOBE"
)


def control_frame(atlas: Atlas, day: date | None) -> gpd.GeoDataFrame:
    """The units (EPSG:4326) with who held them on the day, or every period of all days if none is given.

    Columns: unit_id, region_id, name_en and the other languages, in_nkao, km2, holder, status, since,
    until (exclusive, empty while open), certainty, source_ids (separated by ;), holder_since, geometry;
    days as ISO text.
    Raises ValueError for a day outside the records.
    """
    return _written(atlas.control if day is None else atlas.on(day).units)


def event_frame(atlas: Atlas, day: date | None) -> gpd.GeoDataFrame:
    """The events as points (EPSG:4326, none off the map) of the 30 days up to the day, or all of them."""
    events = atlas.events if day is None else atlas.on(day).events
    points = gpd.points_from_xy(events["longitude"], events["latitude"])
    placed = events["on_map"].astype(bool).to_numpy()
    geometry = [point if drawn else None for point, drawn in zip(points, placed, strict=True)]
    return _written(gpd.GeoDataFrame(events, geometry=geometry, crs="EPSG:4326"))


def write_csv(atlas: Atlas, day: date | None, path: Path) -> None:
    """Writes the control without shapes."""
    control_frame(atlas, day).drop(columns="geometry").to_csv(path, index=False, lineterminator="\n")


def write_geojson(atlas: Atlas, day: date | None, path: Path) -> None:
    """Writes the control as a FeatureCollection with its attribution."""
    collection = json.loads(control_frame(atlas, day).to_json(drop_id=True, to_wgs84=True))
    collection["attribution"] = ATTRIBUTION
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def write_gpkg(atlas: Atlas, day: date | None, path: Path) -> None:
    """Writes a GeoPackage with the layers control, events, regions, lines and sources."""
    layers: dict[str, pd.DataFrame] = {
        "control": control_frame(atlas, day),
        "events": event_frame(atlas, day),
        "regions": _written(atlas.regions),
        "lines": _written(atlas.lines),
        "sources": gpd.GeoDataFrame(_written(atlas.sources), geometry=[None] * len(atlas.sources), crs=4326),
    }
    path.unlink(missing_ok=True)
    for name, frame in layers.items():
        frame.to_file(path, layer=name, driver="GPKG")


def write_html(atlas: Atlas, day: date | None, path: Path) -> None:
    """Writes the map of the day (of the seed article's if none is given) as one file."""
    shown = day or SEED_DAY
    atlas.require(shown)
    title = f"Karabakh Atlas, {format_days(shown)}"
    page = standalone(atlas, View(day=shown, region=None), title=title, attribution=ATTRIBUTION)
    path.write_text(page, encoding="utf-8")


WRITERS: dict[str, Callable[[Atlas, date | None, Path], None]] = {
    ".csv": write_csv,
    ".geojson": write_geojson,
    ".gpkg": write_gpkg,
    ".html": write_html,
}


def main(arguments: list[str] | None = None) -> int:
    """Writes what the arguments ask for; returns 0, or 1 with a sentence that says what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m geo.export", description=__doc__)
    parser.add_argument("--to", type=Path, required=True, help="the file to write: " + ", ".join(WRITERS))
    parser.add_argument("--date", help="a day, as 2020-11-25; without it all days (.html: 2020-11-25)")
    parser.add_argument("--data", default="data", help="the data folder (default: data)")
    chosen = parser.parse_args(arguments)
    writer = WRITERS.get(chosen.to.suffix.lower())
    if writer is None:
        print(f"--to {chosen.to}: expected a file that ends in {', '.join(WRITERS)}")
        return 1
    try:
        writer(load_atlas(chosen.data), _day(chosen.date), chosen.to)
    except (DataError, ValueError, OSError) as error:
        print(error)
        return 1
    print(f"wrote {chosen.to} ({chosen.to.stat().st_size / 1000:,.0f} kB)")
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"--date {text}: expected a day, as 2020-11-25") from None


def _written(frame: Frame) -> Frame:
    """A copy whose lists are text separated by ; and whose days are ISO text, as files need them."""
    written = frame.copy()
    for column in written.columns.drop("geometry", errors="ignore"):
        if written[column].dtype == object:
            written[column] = [_cell(value) for value in written[column]]
    return written


def _cell(value: object) -> object:
    if isinstance(value, tuple | list):
        return ";".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else value


if __name__ == "__main__":
    sys.exit(main())
