"""Atlas -> the one JSON file the browser gets: shapes, periods, events and words, no summaries.

Served by URL beside Leaflet, so that a rerun of the page sends a view and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import geopandas as gpd
import pandas as pd
import shapely
from babel.dates import get_month_names

from geo.languages import LANGUAGES

if TYPE_CHECKING:
    from geo.atlas import Atlas

Json = dict[str, Any]

VOCABULARIES = ("status", "certainty", "event_type", "label")
RELIEF_BOUNDS = [[38.2, 44.0], [41.8, 49.0]]
DECIMALS = 4

# west, south, east, north of the part where neighbours are named; no country's name stands on a unit
FRAME = (45.35, 38.75, 47.95, 40.8)
UNIT_MARGIN = 0.08

# which place names stay when there is no room for all: 1 first
_RANKS = {"city": 1, "town": 2, "bridge": 3, "pass": 3, "height": 3, "reservoir": 3}
_LAST_RANK = 4


def bundle(atlas: Atlas, *, attribution: str | Mapping[str, str] = "") -> Json:
    """All that the map draws, as plain JSON values; coordinates EPSG:4326, dates ISO, lists sorted.

    Period starts are inclusive and run to the next start; an event's `end` is inclusive.
    `attribution` is the line of credits below the map: one text, or one by language.
    """
    return {
        "first": atlas.first.isoformat(),
        "last": atlas.last.isoformat(),
        "attribution": attribution if isinstance(attribution, str) else dict(attribution),
        "relief": {"bounds": RELIEF_BOUNDS},
        "units": _units(atlas.units, atlas.periods),
        "regions": _regions(atlas.regions),
        "outlines": _outlines(atlas.regions),
        "lines": _lines(atlas.lines),
        "context": _context(atlas.context, atlas.units),
        "places": _places(atlas.places),
        "events": _events(atlas.events),
        "terms": _terms(atlas.holders, atlas.terms),
        "months": {language: _months(language) for language in LANGUAGES},
    }


def bundle_bytes(content: Mapping[str, Any]) -> bytes:
    """The bundle as compact UTF-8 JSON, the same bytes for the same facts."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def bundle_name(raw: bytes) -> str:
    """The file name to serve these bytes under; it changes when the facts change."""
    return f"bundle-{hashlib.sha256(raw).hexdigest()[:12]}.json"


def _units(units: gpd.GeoDataFrame, periods: pd.DataFrame) -> Json:
    by_unit: dict[str, list[list[Any]]] = {unit_id: [] for unit_id in units.index}
    for _, row in periods.sort_values("start").iterrows():
        by_unit[row.unit_id].append(_period(row))
    return _collection(
        (unit_id, row.geometry, {"region_id": row.region_id, "periods": by_unit[unit_id]})
        for unit_id, row in units.sort_index().iterrows()
    )


def _period(row: Any) -> list[Any]:
    """Start, holder, status, certainty, number of sources; then, where not a day for sure, how well known.

    That is the start's precision and, where sources differ, the earliest and latest day they give.
    """
    facts = [_iso(row.start), row.holder, row.status, row.certainty, len(row.source_ids)]
    span = [_iso(row.start_earliest), _iso(row.start_latest)]
    if span != [facts[0]] * 2:
        return [*facts, int(row.start_prec), span]
    return facts if row.start_prec == 1 else [*facts, int(row.start_prec)]


def _regions(regions: gpd.GeoDataFrame) -> list[Json]:
    return [
        {
            "id": region_id,
            "kind": row.kind,
            "name": _names(row),
            "units": list(row.unit_ids),
            "point": _point(row.geometry),
        }
        for region_id, row in regions.iterrows()
    ]


def _outlines(regions: gpd.GeoDataFrame) -> Json:
    areas = regions[regions.geom_type.isin(["Polygon", "MultiPolygon"])]
    return _collection((region_id, row.geometry, {}) for region_id, row in areas.iterrows())


def _lines(lines: gpd.GeoDataFrame) -> Json:
    return _collection(
        (
            line_id,
            row.geometry,
            {
                "name": _names(row),
                "start": _iso(row.start),
                "end": _iso(row.end),
                "accuracy_km": _number(row.accuracy_km),
                "drawn": row.drawn,
            },
        )
        for line_id, row in lines.iterrows()
    )


def _context(context: gpd.GeoDataFrame, units: gpd.GeoDataFrame) -> Json:
    elsewhere = shapely.box(*FRAME).difference(units.geometry.union_all().buffer(UNIT_MARGIN))
    return _collection(
        (
            context_id,
            row.geometry,
            {
                "kind": row.kind,
                "region_id": _text(row.region_id),
                "name": _names(row),
                "point": _roomiest(row.geometry, elsewhere),
            },
        )
        for context_id, row in context.iterrows()
    )


def _places(places: pd.DataFrame) -> list[Json]:
    return [
        {
            "id": place_id,
            "name": _names(row),
            "kind": row.kind,
            "lat": round(float(row.latitude), DECIMALS),
            "lon": round(float(row.longitude), DECIMALS),
            "rank": _RANKS.get(row.kind, _LAST_RANK),
        }
        for place_id, row in places.iterrows()
    ]


def _events(events: pd.DataFrame) -> list[Json]:
    shown = events[events.on_map.astype(bool)].sort_values("date_start", kind="stable")
    return [
        {
            "id": event_id,
            "start": _iso(row.date_start),
            "end": _iso(row.date_end),
            "prec": int(row.date_prec),
            "type": row.event_type,
            "title": row.title,
            "lat": round(float(row.latitude), DECIMALS),
            "lon": round(float(row.longitude), DECIMALS),
            "where_prec": int(row.where_prec),
            "importance": int(row.importance),
            "regions": list(row.region_ids),
            **({"own": True} if "own" in row.tags else {}),
        }
        for event_id, row in shown.iterrows()
    ]


def _terms(holders: pd.DataFrame, terms: pd.DataFrame) -> Json:
    words: Json = {"holder": {}} | {vocabulary: {} for vocabulary in VOCABULARIES}
    for holder_id, row in holders.iterrows():
        look = {key: row[key] for key in ("colour", "colour_dark", "texture")}
        words["holder"][holder_id] = {"name": _names(row), **look}
    for _, row in terms.iterrows():
        if row.vocabulary in VOCABULARIES:
            symbol = {"symbol": row.symbol} if _text(row.symbol) else {}
            words[row.vocabulary][row.term_id] = {"name": _names(row), **symbol}
    return words


def _months(language: str) -> Json:
    """Names of the months after a day and alone; not every browser has those of every language."""
    forms: dict[str, Literal["format", "stand-alone"]] = {"after_day": "format", "alone": "stand-alone"}
    return {
        form: [get_month_names("wide", context, language)[month] for month in range(1, 13)]
        for form, context in forms.items()
    }


def _collection(features: Iterable[tuple[Any, shapely.Geometry, Json]]) -> Json:
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": key, "properties": facts, "geometry": _rounded(shape)}
            for key, shape, facts in features
        ],
    }


def _rounded(shape: shapely.Geometry) -> Json:
    geometry = shapely.transform(shape, lambda corners: corners.round(DECIMALS))
    return dict(shapely.geometry.mapping(geometry))


def _point(shape: shapely.Geometry) -> list[float]:
    inside = shape.representative_point()
    return [round(inside.y, DECIMALS), round(inside.x, DECIMALS)]


def _roomiest(shape: shapely.Geometry, where: shapely.Geometry) -> list[float]:
    """Where the shape leaves most room for its name, inside `where` if it reaches there."""
    seen = shapely.intersection(shape, where)
    ray = shapely.maximum_inscribed_circle(shape if seen.is_empty else seen)
    lon, lat = ray.coords[0]
    return [round(lat, DECIMALS), round(lon, DECIMALS)]


def _names(row: Any) -> dict[str, str]:
    return {language: row[f"name_{language}"] for language in LANGUAGES}


def _iso(day: Any) -> str | None:
    return None if pd.isna(day) else day.isoformat()[:10]


def _text(value: Any) -> str | None:
    return None if pd.isna(value) or value == "" else str(value)


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)
