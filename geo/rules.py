"""What must hold between the tables and layers of a data folder, one small rule each.

Every rule takes the typed tables and layers and yields problems; none stops at the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.control import tiling_problems
from geo.layers import CRS, KEYS
from geo.problems import Problem, shown
from geo.tables import Descriptor, record_of, table_resources
from geo.when import parse_day

Tables = Mapping[str, pd.DataFrame]
Layers = Mapping[str, gpd.GeoDataFrame]
Rule = Callable[[Descriptor, Tables, Layers], Iterator[Problem]]

METRES = "+proj=laea +lat_0=39.75 +lon_0=46.75 +datum=WGS84 +units=m"
MOST_WORDS = 60
# Of an event that concerns a region but happened outside all regions of the atlas.
OUTSIDE_TAG = "outside-regions"
# A border is drawn up to 3.4 km off (data/README.md), so a point may fall that far outside.
_BORDER_ERROR_KM = 5.0
_REACH_KM = {1: _BORDER_ERROR_KM, 2: 25.0 + _BORDER_ERROR_KM}
_POINT_REGION_KM = 35.0


def problems_between(descriptor: Descriptor, tables: Tables, layers: Layers) -> list[Problem]:
    """Every broken rule between the tables and layers of a folder that are in order.

    A rule that rests on one that is not there waits; those over all tables pass over it.
    """
    there = {*tables, *(f"layers/{name}" for name in layers)}
    return [
        problem
        for rule, needed in RULES
        if there.issuperset(needed)
        for problem in rule(descriptor, tables, layers)
    ]


def avoided_words(descriptor: Descriptor) -> re.Pattern[str]:
    """The pattern of the words that take a side, which no text of ours may have."""
    return re.compile(r"\b(?:" + "|".join(descriptor["avoided_words"]) + r")\w*", re.IGNORECASE)


def _references(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    known = {"layers.units": set(layers["units"].index)} if "units" in layers else {}
    for name, table in tables.items():
        for column in table.columns:
            text = table[column].map(type).eq(str).all()
            known[f"{name}.{column}"] = set(table[column]) if text else set()
    for resource in table_resources(descriptor):
        links = {field["name"]: field["list"] for field in resource["schema"]["fields"] if field.get("list")}
        for foreign in resource["schema"].get("foreignKeys", []):
            reference = foreign["reference"]
            links[foreign["fields"]] = f"{reference['resource']}.{reference['fields']}"
        for column, target in links.items():
            if resource["name"] in tables and target in known:
                yield from _dangling(resource, tables[resource["name"]], column, target, known[target])


def _dangling(
    resource: Descriptor, table: pd.DataFrame, column: str, target: str, known: set[str]
) -> Iterator[Problem]:
    file = target.split(".")[0] + (".csv" if not target.startswith("layers") else "/units.geojson")
    for index, cell in table[column].items():
        for value in (cell,) if isinstance(cell, str) else cell:
            if value and value not in known:
                yield _problem(
                    resource,
                    table,
                    index,
                    column,
                    f"the id of a row of {file}",
                    value,
                    f"an id of {file}, or add the row there",
                )


def _periods_tile(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    yield from tiling_problems(tables["periods"], parse_day(descriptor["first_day"]))
    held = set(tables["periods"]["unit_id"])
    for unit in sorted(set(layers["units"].index) - held):
        yield Problem("periods.csv", 0, unit, "", "a period for each unit", "none", f"who held {unit}")
    for unit in sorted(held - set(layers["units"].index)):
        yield Problem(
            "periods.csv",
            0,
            unit,
            "unit_id",
            "a unit of layers/units.geojson",
            shown(unit),
            "the id of a unit",
        )


def _ends_follow_starts(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    for name, first, last in (
        ("events", "date_start", "date_end"),
        ("excerpts", "date_start", "date_end"),
        ("eras", "start", "end"),
        ("lines", "start", "end"),
    ):
        if name not in tables:
            continue
        table, resource = tables[name], _resource(descriptor, name)
        for index, start, end in zip(table.index, table[first], table[last], strict=True):
            if end is not None and end < start:
                yield _problem(
                    resource,
                    table,
                    index,
                    last,
                    f"a day from {start}",
                    end,
                    "the last day, not before the first",
                )


def _deaths_are_ordered(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    table, resource = tables["events"], _resource(descriptor, "events")
    columns = (table[f"deaths_{which}"] for which in ("low", "best", "high"))
    for index, *figures in zip(table.index, *columns, strict=True):
        given = [int(figure) for figure in figures if not pd.isna(figure)]
        if given != sorted(given):
            yield _problem(
                resource,
                table,
                index,
                "deaths_low",
                "low <= best <= high",
                given,
                "the figures as sources give them, in order",
            )


def _drawn_events_have_points(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    table, resource = tables["events"], _resource(descriptor, "events")
    pointless = table[["latitude", "longitude", "where_prec"]].isna().any(axis=1) & table["on_map"]
    for index in table.index[pointless]:
        yield _problem(
            resource,
            table,
            index,
            "latitude",
            "a point and where_prec, as on_map is true",
            "",
            "latitude, longitude and where_prec, or on_map false",
        )


def _points_lie_in_their_regions(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    events, places = tables["events"], tables["places"]
    inside = np.array([OUTSIDE_TAG not in tags for tags in events["tags"]], dtype=bool)
    reach = events["where_prec"].map(_REACH_KM.get)
    yield from _points_outside(
        _resource(descriptor, "events"), events[inside], events["region_ids"], reach, layers
    )
    of_one = places["region_id"].map(lambda region: (region,) if region else ())
    near = pd.Series(_REACH_KM[1], index=places.index)
    yield from _points_outside(_resource(descriptor, "places"), places, of_one, near, layers)


def _points_outside(
    resource: Descriptor,
    table: pd.DataFrame,
    region_ids: pd.Series,
    reach_km: pd.Series,
    layers: Layers,
) -> Iterator[Problem]:
    """The rows with a point farther from all their regions than the reach; no reach, no rule."""
    regions = layers["regions"].to_crs(METRES).geometry.to_dict()
    reach_km = reach_km.loc[table.index]
    placed = table[table["latitude"].notna() & table["longitude"].notna() & reach_km.notna()]
    points = gpd.points_from_xy(placed["longitude"], placed["latitude"], crs=CRS).to_crs(METRES)
    for index, point in zip(placed.index, points, strict=True):
        shapes = [regions[region] for region in region_ids[index] if region in regions]
        reach = max([reach_km[index], *(_POINT_REGION_KM for shape in shapes if shape.geom_type == "Point")])
        away = min((shape.distance(point) for shape in shapes), default=0.0) / 1000
        if away > reach:
            yield _problem(
                resource,
                table,
                index,
                "latitude",
                f"a point within {reach:g} km of {', '.join(region_ids[index])}",
                f"{away:.0f} km away",
                "the right point, region or where_prec",
            )


def _names_have_shapes(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    for name, key in KEYS.items():
        if name not in tables or name not in layers:
            continue
        rows, shapes = set(tables[name][key]), set(layers[name].index)
        for record in sorted(rows - shapes):
            yield Problem(
                f"{name}.csv",
                0,
                record,
                key,
                f"a feature of layers/{name}.geojson",
                "none",
                "the id of a feature, or build the layer again",
            )
        for record in sorted(shapes - rows):
            yield Problem(
                f"layers/{name}.geojson",
                0,
                record,
                key,
                f"a row of {name}.csv",
                "none",
                f"the row with its names into {name}.csv",
            )


def _event_types_have_symbol_and_group(
    descriptor: Descriptor, tables: Tables, layers: Layers
) -> Iterator[Problem]:
    table, resource = tables["terms"], _resource(descriptor, "terms")
    for index, row in table[table["vocabulary"] == "event_type"].iterrows():
        for column, write in (
            ("group", "the family of the type"),
            ("symbol", "badge-glyph, as square-burst"),
        ):
            if not row[column]:
                yield _problem(resource, table, index, column, f"a {column}", "", write)


def _quotes_are_short(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    table, resource = tables["excerpts"], _resource(descriptor, "excerpts")
    for index, quote in table["quote"].items():
        words = len(quote.split())
        if words > MOST_WORDS:
            yield _problem(
                resource,
                table,
                index,
                "quote",
                f"at most {MOST_WORDS} words",
                f"{words} words",
                "a shorter exact quotation",
            )


def _own_text_is_neutral(descriptor: Descriptor, tables: Tables, layers: Layers) -> Iterator[Problem]:
    loaded = avoided_words(descriptor)
    for resource in table_resources(descriptor):
        if resource["name"] not in tables:
            continue
        table = tables[resource["name"]]
        for column in (field["name"] for field in resource["schema"]["fields"] if field.get("own_text")):
            for index, cell in table[column].items():
                found = loaded.search(cell)
                if found:
                    yield _problem(
                        resource,
                        table,
                        index,
                        column,
                        "words that take no side",
                        found.group(),
                        "what was done, without a side's word for it",
                    )


def _resource(descriptor: Descriptor, name: str) -> Descriptor:
    return next(resource for resource in table_resources(descriptor) if resource["name"] == name)


def _problem(
    resource: Descriptor,
    table: pd.DataFrame,
    index: Any,
    column: str,
    expected: str,
    came: object,
    write: str,
) -> Problem:
    record = record_of(table.loc[index], resource)
    return Problem(resource["path"], int(index) + 2, record, column, expected, shown(came), write)


# Each rule with the tables and layers that it cannot be tried without.
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (_references, ()),
    (_periods_tile, ("periods", "layers/units")),
    (_ends_follow_starts, ()),
    (_deaths_are_ordered, ("events",)),
    (_drawn_events_have_points, ("events",)),
    (_points_lie_in_their_regions, ("events", "places", "layers/regions")),
    (_names_have_shapes, ()),
    (_event_types_have_symbol_and_group, ("terms",)),
    (_quotes_are_short, ("excerpts",)),
    (_own_text_is_neutral, ()),
)
