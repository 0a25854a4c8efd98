"""Where what leaves comes from: addresses of its sources, its licence, whom to name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pandas as pd

from geo.atlas import Atlas
from geo.user_records import USER_TAG

Frame = TypeVar("Frame", bound=pd.DataFrame)

TABLE_LICENCE = "CC BY 4.0"
SHAPE_LICENCE = "CC BY-SA 3.0"
ATTRIBUTION = (
    f"Karabakh Atlas, tables {TABLE_LICENCE}; shapes {SHAPE_LICENCE} after geoBoundaries AZE ADM2 "
    "(source Wikipedia, 2020); neighbours made with Natural Earth; relief NOAA GLOBE"
)


def with_origin(table: Frame, atlas: Atlas) -> Frame:
    """The table with the columns source_urls (of its source_ids, separated by spaces) and licence.

    A source without an address has none there; a reader's own record has no licence.
    """
    addresses = atlas.sources["url"].to_dict()
    tags: Iterable[Iterable[str]] = table["tags"] if "tags" in table else [()] * len(table)
    return table.assign(
        source_urls=[
            " ".join(filter(None, (addresses.get(source) for source in ids))) for ids in table["source_ids"]
        ],
        licence=["" if USER_TAG in each else f"{TABLE_LICENCE}, Karabakh Atlas" for each in tags],
    )
