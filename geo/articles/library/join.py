"""An atlas with a reader's own confirmed records added, for map, timeline and panel alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from geo.articles.library.own import Own
from geo.atlas import Atlas
from geo.events import newest_first

if TYPE_CHECKING:
    from geo.articles.library.library import Library

# How well a region's own point stands for an event somewhere in it (where_prec of data/).
_WHERE_PREC = {"district": 3, "city": 3, "province": 4, "former_oblast": 4}
_DECIMALS = 4


def own_atlas(atlas: Atlas, library: Library) -> Atlas:
    """The atlas with everything confirmed in the library; what was read for it is not changed."""
    own = library.own()
    return with_own(atlas, own.events, own.excerpts, own.articles, own.sources, matches=own.matches)


def with_own(
    atlas: Atlas,
    events: pd.DataFrame,
    excerpts: pd.DataFrame,
    articles: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    matches: Mapping[str, tuple[str, ...]] | None = None,
) -> Atlas:
    """The atlas with the own records joined; events without a point stand at their first region's.

    `matches` adds own sources to the events of the atlas that they report. Ids of events that the
    atlas does not have are left out of the excerpts.
    """
    cited = _cited(atlas.events, matches or {})
    joined = newest_first(_joined(cited, located(events, atlas), "event_id"))
    quoted = excerpts.assign(event_ids=[_known(ids, joined) for ids in excerpts["event_ids"]])
    return replace(
        atlas,
        events=joined,
        excerpts=newest_first(_joined(atlas.excerpts, quoted, "excerpt_id")),
        articles=_joined(atlas.articles, articles, "article_id"),
        sources=_joined(atlas.sources, sources, "source_id"),
    )


def located(events: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """The events, each that had no point now at one inside its first region, with the precision of that."""
    placed = events.copy()
    for index, row in events.iterrows():
        region_id = row["region_ids"][0]
        if row["on_map"] or region_id not in atlas.regions.index:
            continue
        region = atlas.regions.loc[region_id]
        point = region["geometry"].representative_point()
        placed.loc[index, ["latitude", "longitude"]] = [round(point.y, _DECIMALS), round(point.x, _DECIMALS)]
        placed.loc[index, "where_prec"] = _WHERE_PREC[region["kind"]]
        placed.loc[index, "on_map"] = True
    return placed


def located_own(own: Own, atlas: Atlas) -> Own:
    """The own records with a point for each event."""
    return replace(own, events=located(own.events, atlas))


def _cited(events: pd.DataFrame, matches: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    sources = [
        (*ids, *(own for own in matches.get(event, ()) if own not in ids))
        for event, ids in events["source_ids"].items()
    ]
    return events.assign(source_ids=pd.Series(sources, index=events.index, dtype=object))


def _joined(shipped: pd.DataFrame, own: pd.DataFrame, key: str) -> pd.DataFrame:
    """The shipped rows, then the reader's, indexed by id; an id that is there already is not taken twice."""
    rows = own.set_index(key, drop=False).rename_axis(None)
    rows = rows[~rows.index.isin(shipped.index)]
    return pd.concat([shipped, rows]) if len(rows) else shipped


def _known(ids: tuple[str, ...], events: pd.DataFrame) -> tuple[str, ...]:
    return tuple(event for event in ids if event in events.index)
