"""How files are written: the ending says which format, `WRITERS` holds them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely

from geo.atlas import Atlas
from geo.exports.frames import Selection, control_frame, event_frame
from geo.exports.origin import ATTRIBUTION, SHAPE_LICENCE, TABLE_LICENCE
from geo.map.standalone import standalone
from geo.spreadsheets import cell, frame_bytes
from geo.view import SEED_DAY, View
from geo.when import format_days

TABLES: dict[str, Callable[[Atlas, Selection], gpd.GeoDataFrame]] = {
    "control": control_frame,
    "events": event_frame,
}
_LICENCES = {"control": f"tables {TABLE_LICENCE}, shapes {SHAPE_LICENCE}", "events": TABLE_LICENCE}
_DESCRIPTIONS = {
    "control": "Who held each unit since when, until when (exclusive)",
    "events": "What happened, on which days (both inclusive), by which sources",
    "regions": "Named areas; they may overlap",
    "lines": "Borders and lines of contact",
    "sources": "Who published what is cited",
}
_Writer = Callable[[Atlas, Selection, str, Path], None]


def write_csv(atlas: Atlas, selection: Selection, table: str, path: Path) -> None:
    """Writes a table without its shapes."""
    path.write_bytes(frame_bytes(pd.DataFrame(TABLES[table](atlas, selection).drop(columns="geometry"))))


def write_geojson(atlas: Atlas, selection: Selection, table: str, path: Path) -> None:
    """Writes a table as a FeatureCollection (RFC 7946: degrees WGS84, outer rings counter-clockwise)."""
    frame = TABLES[table](atlas, selection)
    shapes = shapely.orient_polygons(frame.geometry.to_numpy())
    rows = frame.drop(columns="geometry").to_dict("records")
    collection = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "licence": _LICENCES[table],
        "features": [_feature(row, geometry) for row, geometry in zip(rows, shapes, strict=True)],
    }
    path.write_text(json.dumps(collection, ensure_ascii=False, allow_nan=False), encoding="utf-8")


def write_gpkg(atlas: Atlas, selection: Selection, table: str, path: Path) -> None:
    """Writes a GeoPackage with all tables: control, events, regions, lines, and sources without shapes.

    Days are dates, as a tool that filters by time needs them; its metadata name sources and licence.
    """
    frames: dict[str, pd.DataFrame] = {
        **{name: make(atlas, selection) for name, make in TABLES.items()},
        "regions": atlas.regions,
        "lines": atlas.lines,
        "sources": atlas.sources,
    }
    draft = path.with_name(f"{path.stem}.part{path.suffix}")
    draft.unlink(missing_ok=True)
    try:
        for name, frame in frames.items():
            _write_layer(frame, name, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_html(atlas: Atlas, selection: Selection, table: str, path: Path) -> None:
    """Writes the map of the day (of the seed article's if none is given) as one file."""
    shown = selection.day or SEED_DAY
    atlas.require(shown)
    title = f"Karabakh Atlas, {format_days(shown)}"
    page = standalone(atlas, View(day=shown, region=None), title=title, attribution=ATTRIBUTION)
    path.write_text(page, encoding="utf-8")


WRITERS: dict[str, _Writer] = {
    ".csv": write_csv,
    ".geojson": write_geojson,
    ".gpkg": write_gpkg,
    ".html": write_html,
}


def _feature(row: dict[str, object], geometry: shapely.Geometry | None) -> dict[str, object]:
    properties = {str(column): _json_value(value) for column, value in row.items()}
    shape = None if geometry is None else json.loads(shapely.to_geojson(geometry))
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _json_value(value: object) -> object:
    """Numbers and truth as they are, nothing as null, anything else as a cell of data/ has it."""
    if isinstance(value, list | tuple | date | str):
        return cell(value)
    if value is None or pd.isna(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def _write_layer(frame: pd.DataFrame, name: str, path: Path) -> None:
    pyogrio.write_dataframe(
        _with_types(frame),
        path,
        layer=name,
        driver="GPKG",
        use_arrow=True,
        layer_options={"IDENTIFIER": name, "DESCRIPTION": _DESCRIPTIONS[name]},
        dataset_metadata={"ATTRIBUTION": ATTRIBUTION},
        layer_metadata={"ATTRIBUTION": ATTRIBUTION},
    )


def _with_types(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy without its index, whose days are dates for Arrow and whose lists are text separated by ;."""
    typed = frame.reset_index(drop=True)
    for column in typed.columns.drop("geometry", errors="ignore"):
        if typed[column].dtype == object:
            typed[column] = _typed(typed[column])
    return typed


def _typed(values: pd.Series) -> pd.Series:
    days = [None if value is None or value is pd.NaT else value for value in values]
    if any(isinstance(value, date) for value in days):
        return pd.Series(days, index=values.index, dtype=pd.ArrowDtype(pa.date32()))
    return values.map(cell)
