"""A data folder read and checked: its tables, its layers, and everything wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.layers import KEYS, area_of, inspect_layers
from geo.problems import Problem
from geo.rules import problems_between
from geo.tables import Descriptor, inspect_tables, read_descriptor, table_resources
from geo.translations import with_translations


@dataclass(frozen=True)
class Folder:
    """A data folder as read: its descriptor, typed tables, layers, and everything wrong with it.

    Only tables and layers in order are there; `unchecked` says what could not be checked without the
    others, "" if nothing.
    """

    descriptor: Descriptor
    tables: dict[str, pd.DataFrame]
    layers: dict[str, gpd.GeoDataFrame]
    problems: list[Problem]
    unchecked: str


def inspect(folder: Path | str) -> Folder:
    """The folder read and checked; a rule between files is tried once each file it rests on is in order.

    Raises DataError only if the descriptor itself cannot be read.
    """
    descriptor = read_descriptor(Path(folder))
    tables, problems = inspect_tables(Path(folder))
    layers, layer_problems = inspect_layers(Path(folder), area_of(descriptor))
    problems += layer_problems
    bad = [each["path"] for each in table_resources(descriptor) if each["name"] not in tables]
    if not bad:
        tables, untranslatable = with_translations(Path(folder), descriptor, tables)
        problems += untranslatable
    bad += [f"layers/{name}.geojson" for name in KEYS if name not in layers]
    problems += problems_between(descriptor, tables, layers)
    return Folder(descriptor, tables, layers, sorted(problems), _unchecked(bad))


def _unchecked(bad: list[str]) -> str:
    if not bad:
        return ""
    return f"The rules between {', '.join(bad)} and other files were not checked; run again after a mend"
