"""What leaves, as frames: who held which unit, and what happened, of a day or of all days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import geopandas as gpd

from geo.atlas import Atlas
from geo.events import overlapping
from geo.exports.origin import with_origin
from geo.layers import CRS
from geo.when import Span, Window

LAST_30_DAYS = Window()


@dataclass(frozen=True)
class Selection:
    """The days that are wanted: `day` None means all of them; the window says which events count beside it.

    Without a day only a fixed window narrows the events.
    """

    day: date | None = None
    window: Window = LAST_30_DAYS

    def event_days(self, atlas: Atlas) -> Span:
        """The days whose events are wanted; raises ValueError for a day outside the records."""
        if self.day is not None:
            atlas.require(self.day)
            return self.window.on(self.day, atlas.first)
        return self.window.fixed or Span(date.min)


def control_frame(atlas: Atlas, selection: Selection) -> gpd.GeoDataFrame:
    """The units (EPSG:4326) with who held them on the day, or every period of all days if none is given.

    Columns: unit_id, region_id, name_en and the other languages, in_nkao, km2, holder, status, since,
    until (exclusive, None while open), certainty, source_ids, holder_since, geometry, source_urls, licence.
    Raises ValueError for a day outside the records.
    """
    day = selection.day
    return with_origin(atlas.control if day is None else atlas.on(day).units, atlas)


def event_frame(atlas: Atlas, selection: Selection) -> gpd.GeoDataFrame:
    """The events of the wanted days as points (EPSG:4326, None off the map), newest first.

    Columns: those of data/events.csv, source_urls, licence, geometry.
    """
    events = with_origin(overlapping(atlas.events, selection.event_days(atlas)), atlas)
    points = gpd.points_from_xy(events["longitude"], events["latitude"])
    on_map = events["on_map"].astype(bool).to_numpy()
    geometry = [point if drawn else None for point, drawn in zip(points, on_map, strict=True)]
    return gpd.GeoDataFrame(events, geometry=geometry, crs=CRS)
