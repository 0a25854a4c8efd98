"""A toy world: three squares in a row, two sides, four dates. The tests of rules run on it.

    46.0   46.1   46.2   46.3
40.1  +------+------+------+
      |  W   |  M   |  E   |        regions: west = W · centre = M · east = E
40.0  +------+------+------+                 whole = W M E · capital = a point far away

W   Soviet to 2 September 1991, Azerbaijani to 3 April 1993, Armenian to 25 November 2020, then
        Azerbaijani
M   Soviet to 2 September 1991, contested to 9 May 1992, Armenian (from 2016 partly contested) since
E   Soviet to 30 August 1991, Azerbaijani since
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.layers import KEYS

REAL_DATA = Path(__file__).parents[1] / "data"

Row = dict[str, str]
Tables = dict[str, list[Row]]


def write_toy(folder: Path, tables: Mapping[str, list[Row]] | None = None) -> Path:
    """Writes the toy world (or changed tables of it) as a data folder that `load_atlas` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(REAL_DATA / "datapackage.json", folder)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    rows = toy_tables() | dict(tables or {})
    for resource in descriptor["resources"]:
        if resource["type"] == "table":
            columns = [field["name"] for field in resource["schema"]["fields"]]
            _write_csv(folder / resource["path"], columns, rows.get(resource["name"], []))
    layers = folder / "layers"
    layers.mkdir(exist_ok=True)
    drawn = toy_layers()
    assert drawn.keys() == KEYS.keys(), "write into toy_layers and toy_tables what KEYS of geo/layers.py has"
    for name, features in drawn.items():
        write_layer(layers / f"{name}.geojson", features)
    shutil.copy(REAL_DATA / "layers" / "relief.jpg", layers)
    shutil.copy(REAL_DATA / "layers" / "relief.json", layers)
    return folder


def write_layer(path: Path, features: list[dict[str, Any]]) -> None:
    """Writes features as a FeatureCollection."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def toy_tables() -> Tables:
    """The rows of every table; columns left out are empty."""
    return {
        "regions": [
            _region("west", "district", "W"),
            _region("centre", "district", "M"),
            _region("east", "district", "E"),
            _region("whole", "former_oblast", "W;M;E"),
            _region("capital", "city", ""),
        ],
        "units": [_names(f"Unit {unit}") | {"unit_id": unit} for unit in "EMW"],
        "places": [
            _names("town")
            | {
                "place_id": "town",
                "kind": "town",
                "latitude": "40.05",
                "longitude": "46.05",
                "coord_certainty": "high",
                "coord_source": "toy",
                "country": "AZ",
                "region_id": "west",
                "unit_id": "W",
            },
        ],
        "names": [_spelling(region, name, lang, role) for region, name, lang, role in SPELLINGS],
        "holders": [
            _names(holder)
            | {
                "holder_id": holder,
                "order": str(order),
                "colour": "#aa8800",
                "colour_dark": "#bb9911",
                "texture": "plain",
                "note": "toy",
            }
            for order, holder in enumerate(HOLDERS, 1)
        ],
        "terms": [
            _names(term) | {"vocabulary": vocabulary, "term_id": term} | EVENT_TYPES.get(term, {})
            for vocabulary, terms in VOCABULARIES.items()
            for term in terms
        ],
        "eras": [
            _names("before")
            | {
                "era_id": "before",
                "start": "1988-01-01",
                "end": "2020-09-27",
                "event_ids": "1993-04-03-town",
            },
            _names("after") | {"era_id": "after", "start": "2020-09-27", "event_ids": "2020-11-25-town"},
        ],
        "sources": [
            _source("one", "azerbaijani_media"),
            _source("two", "armenian_media"),
            _source("book", "academic") | {"url": "", "published": "2003", "kind": "book"},
        ],
        "events": [
            _event("1993-04-03-town", "1993-04-02", "1993-04-03", "capture", "west;whole", "one;two"),
            _event("1994-05-month", "1994-05-01", "1994-05-31", "ceasefire", "whole", "book")
            | {"date_prec": "4"},
            _event("2020-11-20-centre", "2020-11-20", "2020-11-20", "strike", "centre", "two"),
            _event("2020-11-25-town", "2020-11-25", "2020-11-25", "handover", "west", "one;two"),
            _event("2021-meeting", "2021-01-11", "2021-01-11", "diplomacy", "capital", "one")
            | {"on_map": "false", "latitude": "", "longitude": "", "where_prec": ""},
        ],
        "periods": [_period(*row) for row in PERIODS],
        "articles": [
            {
                "article_id": "wire",
                "headline": "Troops enter West",
                "publisher": "Wire",
                "language": "en",
                "affiliation": "turkish_media",
                "country": "TR",
                "published": "2020-11-25T10:08",
                "url": "https://example.org/a",
            },
        ],
        "excerpts": [
            _excerpt("quote-1", "Units entered the west on Nov. 25.", "west", "2020-11-25", "1"),
            _excerpt("quote-2", "The west was taken in 1991.", "west;whole", "1991-01-01", "5")
            | {"date_end": "1991-12-31", "differs_note": "Our records say 3 April 1993."},
        ],
        "lines": [
            _names("front")
            | {
                "line_id": "front",
                "start": "1994-05-12",
                "end": "2020-11-10",
                "accuracy_km": "1.2",
                "drawn": "typed",
                "note": "toy",
                "source_ids": "book",
            },
        ],
        "context": [_names("lake") | {"context_id": "lake", "kind": "lake"}],
    }


HOLDERS = ("azerbaijan", "armenian_forces", "russian_peacekeepers", "soviet_union", "contested")
EVENT_TYPES = {
    "capture": {"group": "armed", "symbol": "square-solid"},
    "ceasefire": {"group": "politics", "symbol": "circle-pause"},
    "strike": {"group": "armed", "symbol": "square-burst"},
    "handover": {"group": "politics", "symbol": "circle-half"},
    "diplomacy": {"group": "politics", "symbol": "circle-dots"},
}
VOCABULARIES = {
    "status": ("held", "partly_contested", "contested"),
    "certainty": ("high", "medium", "low"),
    "confidence": ("two_sources", "one_source"),
    "event_type": tuple(EVENT_TYPES),
    "affiliation": (
        "azerbaijani_media",
        "armenian_media",
        "academic",
        "turkish_media",
        "turkish_state",
        "azerbaijani_state",
    ),
    "date_prec": tuple("12345"),
    "where_prec": tuple("12346"),
}
SPELLINGS = (
    ("west", "West", "en", "label"),
    ("west", "Qərb", "az", "label"),
    ("west", "Արևմուտք", "hy", "label"),
    ("west", "Запад", "ru", "label"),
    ("west", "New-West", "und", "spelling"),
    ("centre", "Centre", "en", "label"),
    ("east", "East", "en", "label"),
    ("east", "New West", "en", "name"),
    ("whole", "Whole", "en", "label"),
)
PERIODS = (
    ("W", "1988-01-01", "1991-09-02", "soviet_union", "held"),
    ("W", "1991-09-02", "1993-04-03", "azerbaijan", "held"),
    ("W", "1993-04-03", "2020-11-25", "armenian_forces", "held"),
    ("W", "2020-11-25", "", "azerbaijan", "held"),
    ("M", "1988-01-01", "1991-09-02", "soviet_union", "held"),
    ("M", "1991-09-02", "1992-05-09", "contested", "contested"),
    ("M", "1992-05-09", "2016-04-02", "armenian_forces", "held"),
    ("M", "2016-04-02", "", "armenian_forces", "partly_contested"),
    ("E", "1988-01-01", "1991-08-30", "soviet_union", "held"),
    ("E", "1991-08-30", "", "azerbaijan", "held"),
)


def toy_layers() -> dict[str, list[dict[str, Any]]]:
    """The features of every layer."""
    squares = {"W": (46.0, 46.1), "M": (46.1, 46.2), "E": (46.2, 46.3)}
    districts = {"W": "west", "M": "centre", "E": "east"}
    flags = {
        "in_nkao": False,
        "held_1994_2020": False,
        "rpk_zone_2020_23": False,
        "corridor_2020_22": False,
        "aghdara_2023": False,
    }
    units = [
        _feature(
            {"unit_id": unit, "region_id": districts[unit], "km2": 94.0} | flags,
            square(*squares[unit]),
        )
        for unit in sorted(squares)
    ]
    regions = [
        _feature({"region_id": "capital", "km2": None}, {"type": "Point", "coordinates": [49.8, 40.4]}),
        _feature({"region_id": "centre", "km2": 94.0}, square(46.1, 46.2)),
        _feature({"region_id": "east", "km2": 94.0}, square(46.2, 46.3)),
        _feature({"region_id": "west", "km2": 94.0}, square(46.0, 46.1)),
        _feature({"region_id": "whole", "km2": 282.0}, square(46.0, 46.3)),
    ]
    line = {"type": "LineString", "coordinates": [[46.2, 40.0], [46.2, 40.1]]}
    lake = _feature({"context_id": "lake", "kind": "lake", "region_id": None}, square(45.5, 45.6))
    return {
        "units": units,
        "regions": regions,
        "lines": [_feature({"line_id": "front"}, line)],
        "context": [lake],
    }


def square(west: float, east: float, south: float = 40.0, north: float = 40.1) -> dict[str, Any]:
    """A GeoJSON rectangle."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _feature(properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _names(name: str) -> Row:
    return {f"name_{lang}": f"{name} ({lang})" for lang in ("en", "az", "hy", "hy_latn", "ru")}


def _region(region: str, kind: str, units: str) -> Row:
    return _names(region) | {"region_id": region, "kind": kind, "unit_ids": units}


def _spelling(region: str, name: str, lang: str, role: str) -> Row:
    return {
        "subject_kind": "region",
        "subject_id": region,
        "name": name,
        "language": lang,
        "role": role,
        "basis": "seen",
    }


def _source(source: str, affiliation: str) -> Row:
    return {
        "source_id": source,
        "publisher": f"Publisher {source}",
        "affiliation": affiliation,
        "country": "AZ",
        "language": "en",
        "title": f"Title {source}",
        "published": "2020-11-25",
        "url": f"https://example.org/{source}",
        "kind": "news",
    }


def _event(event: str, start: str, end: str, event_type: str, regions: str, sources: str) -> Row:
    return {
        "event_id": event,
        "date_start": start,
        "date_end": end,
        "date_prec": "1",
        "event_type": event_type,
        "title": f"Title of {event}",
        "summary": f"Summary of {event}.",
        "latitude": "40.05",
        "longitude": "46.15" if regions == "centre" else "46.05",
        "where_prec": "1",
        "on_map": "true",
        "region_ids": regions,
        "control_change": "false",
        "importance": "3",
        "source_ids": sources,
        "confidence": "two_sources",
    }


def _period(unit: str, start: str, end: str, holder: str, status: str) -> Row:
    return {
        "unit_id": unit,
        "start": start,
        "end": end,
        "holder": holder,
        "status": status,
        "start_prec": "1",
        "start_earliest": start,
        "start_latest": start,
        "certainty": "high",
        "note": f"{unit} from {start}.",
        "source_ids": "one;two",
    }


def _excerpt(excerpt: str, quote: str, regions: str, day: str, prec: str) -> Row:
    return {
        "excerpt_id": excerpt,
        "article_id": "wire",
        "sentence": "1",
        "quote": quote,
        "region_ids": regions,
        "date_start": day,
        "date_end": day,
        "date_prec": prec,
        "date_basis": "toy",
        "claimant": "A ministry",
        "claimant_affiliation": "azerbaijani_state",
    }


def _write_csv(path: Path, columns: list[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
