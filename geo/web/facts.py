"""Atlas -> the facts that the browser needs for its first picture, as plain JSON values of one language.

geo/web/README.md lists the fields; what a reader meets only behind a click is in texts.py.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.event_view import event_view
from geo.languages import BY_CODE, LANGUAGES
from geo.view import WINDOWS, view_keys
from geo.web.shapes import inner_point, name_points
from geo.web.wording import credits, group_names, wording

if TYPE_CHECKING:
    from geo.atlas import Atlas

Json = dict[str, Any]

LICENCE = "CC BY 4.0, Karabakh Atlas"
RELIEF_BOUNDS = [[38.2, 44.0], [41.8, 49.0]]

# which place names stay when there is no room for all: 1 first
_RANKS = {"city": 1, "town": 2, "bridge": 3, "pass": 3, "height": 3, "reservoir": 3}
_LAST_RANK = 4
_PLACE_ZOOM = 10.0
# A region fills the narrowest map we show (a phone's), between these zooms of Leaflet.
_MAP_PIXELS, _WIDEST, _NEAREST = 340, 7.0, 11.0


def facts(atlas: Atlas, lang: str) -> Json:
    """The facts in the language; dates ISO, coordinates degrees (EPSG:4326), names in every language."""
    return {
        "lang": lang,
        "credits": credits(lang),
        **wording(lang),
        **_of_every_language(atlas),
    }


@lru_cache(maxsize=2)
def _of_every_language(atlas: Atlas) -> Json:
    return {
        "languages": [{"code": code, "name": BY_CODE[code].name} for code in sorted(LANGUAGES)],
        "first": atlas.first.isoformat(),
        "last": atlas.last.isoformat(),
        "keys": view_keys(),
        "windows": [str(window) for window in WINDOWS],
        "licence": LICENCE,
        "relief": {"bounds": RELIEF_BOUNDS},
        "holders": _holders(atlas),
        "terms": _terms(atlas),
        "groups": _groups(atlas),
        "regions": _regions(atlas),
        "units": _units(atlas),
        "lines": _lines(atlas),
        "context": _context(atlas),
        "places": _places(atlas),
        "eras": _eras(atlas),
        "events": [event_view(event) for _, event in atlas.events.iterrows()],
        "excerpts": [_excerpt(row) for _, row in atlas.excerpts.iterrows()],
    }


def names_of_row(row: Any) -> dict[str, str]:
    """The row's name in every language that has one."""
    found = {language: row[f"name_{language}"] for language in LANGUAGES}
    return {language: name for language, name in found.items() if _text(name)}


def _holders(atlas: Atlas) -> Json:
    looks = ("colour", "colour_dark", "texture")
    return {
        str(holder_id): {"name": names_of_row(row), **{key: row[key] for key in looks}}
        for holder_id, row in atlas.holders.sort_values("order").iterrows()
    }


def _terms(atlas: Atlas) -> Json:
    words: Json = {}
    for _, row in atlas.terms.iterrows():
        look = {key: row[key] for key in ("symbol", "group") if _text(row.get(key))}
        words.setdefault(row.vocabulary, {})[row.term_id] = {"name": names_of_row(row), **look}
    return words


def _groups(atlas: Atlas) -> list[Json]:
    """The families of event types in the order of their bars, each with its types."""
    types: dict[str, list[str]] = {}
    for term_id, row in atlas.terms.loc["event_type"].iterrows():
        types.setdefault(row["group"], []).append(str(term_id))
    return [{"id": key, "name": name, "types": types.get(key, [])} for key, name in group_names().items()]


def _regions(atlas: Atlas) -> list[Json]:
    return [
        {
            "id": region_id,
            "kind": row.kind,
            "name": names_of_row(row),
            "units": list(row.unit_ids),
            "point": inner_point(row.geometry),
            **_framed(row.geometry),
        }
        for region_id, row in atlas.regions.iterrows()
    ]


def _framed(shape: Any) -> Json:
    """The middle of a shape and the zoom at which a small map holds it whole."""
    west, south, east, north = shape.bounds
    middle = (south + north) / 2
    across = max(east - west, (north - south) / math.cos(math.radians(middle)))
    zoom = math.log2(360 * _MAP_PIXELS / 256 / across) if across else _PLACE_ZOOM
    quarter = math.floor(min(max(zoom, _WIDEST), _NEAREST) * 4) / 4
    return {"at": [round(middle, 4), round((west + east) / 2, 4)], "zoom": quarter}


def _units(atlas: Atlas) -> list[Json]:
    periods: dict[str, list[Json]] = {str(unit_id): [] for unit_id in atlas.units.index}
    for _, row in atlas.periods.sort_values("start").iterrows():
        periods[row.unit_id].append(_period(row))
    return [
        {
            "id": unit_id,
            "region": row.region_id,
            "name": names_of_row(row),
            "km2": round(float(row.km2), 4),
            "periods": periods[str(unit_id)],
        }
        for unit_id, row in atlas.units.iterrows()
    ]


def _period(row: Any) -> Json:
    return {
        "start": _iso(row.start),
        "end": _iso(row.end),
        "holder": row.holder,
        "status": row.status,
        "certainty": row.certainty,
        "prec": int(row.start_prec),
        "earliest": _iso(row.start_earliest),
        "latest": _iso(row.start_latest),
        "sources": list(row.source_ids),
        "events": list(row.event_ids),
    }


def _lines(atlas: Atlas) -> list[Json]:
    return [
        {
            "id": line_id,
            "name": names_of_row(row),
            "start": _iso(row.start),
            "end": _iso(row.end),
            "accuracy_km": None if pd.isna(row.accuracy_km) else float(row.accuracy_km),
            "drawn": row.drawn,
        }
        for line_id, row in atlas.lines.iterrows()
    ]


def _context(atlas: Atlas) -> list[Json]:
    points = name_points(atlas.context, atlas.units)
    return [
        {
            "id": context_id,
            "kind": row.kind,
            "region": _text(row.region_id),
            "name": names_of_row(row),
            "point": points[str(context_id)],
        }
        for context_id, row in atlas.context.iterrows()
    ]


def _places(atlas: Atlas) -> list[Json]:
    return [
        {
            "id": place_id,
            "kind": row.kind,
            "name": names_of_row(row),
            "lat": round(float(row.latitude), 4),
            "lon": round(float(row.longitude), 4),
            "rank": _RANKS.get(row.kind, _LAST_RANK),
            "region": _text(row.region_id),
            "unit": _text(row.unit_id),
        }
        for place_id, row in atlas.places.iterrows()
    ]


def _eras(atlas: Atlas) -> list[Json]:
    return [
        {
            "id": era_id,
            "start": _iso(max(row.start, atlas.first)),
            "end": _iso(row.end),
            "name": names_of_row(row),
        }
        for era_id, row in atlas.eras.sort_values("start").iterrows()
    ]


def _excerpt(row: Any) -> Json:
    return {
        "id": row.excerpt_id,
        "start": _iso(row.date_start),
        "end": _iso(row.date_end),
        "prec": int(row.date_prec),
        "regions": list(row.region_ids),
        "events": list(row.event_ids),
        "article": row.article_id,
    }


def _iso(day: Any) -> str | None:
    return None if pd.isna(day) else day.isoformat()[:10]


def _text(value: Any) -> str | None:
    return None if value is None or pd.isna(value) or value == "" else str(value)
