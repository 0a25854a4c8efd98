"""A data folder read and checked: its tables, its layers, and everything wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.layers import inspect_layers
from geo.problems import Problem
from geo.rules import problems_between
from geo.tables import Descriptor, inspect_tables, read_descriptor
from geo.translations import with_translations


@dataclass(frozen=True)
class Folder:
    """A data folder as read: its descriptor, typed tables, layers, and everything wrong with it."""

    descriptor: Descriptor
    tables: dict[str, pd.DataFrame]
    layers: dict[str, gpd.GeoDataFrame]
    problems: list[Problem]


def inspect(folder: Path | str) -> Folder:
    """The folder read and checked; rules between tables are tried once each table is in order.

    Raises DataError only if the descriptor itself cannot be read.
    """
    descriptor = read_descriptor(Path(folder))
    tables, problems = inspect_tables(Path(folder))
    layers, layer_problems = inspect_layers(Path(folder))
    problems += layer_problems
    if not problems:
        tables, problems = with_translations(Path(folder), descriptor, tables)
    if not problems:
        problems = problems_between(descriptor, tables, layers)
    return Folder(descriptor, tables, layers, sorted(problems))
