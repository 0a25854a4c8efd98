"""The first text of a page: what the atlas is, the day, the place, who held it since when, what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.atlas import Atlas, Snapshot
from geo.control import km2_by_holder
from geo.language import figure, say
from geo.names import display_name
from geo.page import loaded
from geo.page.server.shell import FirstText
from geo.page.templates import rendered
from geo.view import View, view_from_query
from geo.when import format_days

_MOST_PARTS = 3


@dataclass(frozen=True)
class Line:
    """Who held what since when, or what share; `name` is empty where the whole place is meant."""

    holder: str
    since: str
    name: str


def first_text(page: str, query: Mapping[str, str]) -> FirstText:
    """The text of the page (empty for the atlas's own) at the view of the address.

    Mangled values give the default view's; raises DataError where the data cannot be shown.
    """
    atlas = loaded.shipped_atlas()
    view, _ = view_from_query(query, atlas)
    return _text(atlas, view) if not page else _title(atlas, view.lang)


@lru_cache(maxsize=512)
def _text(atlas: Atlas, view: View) -> FirstText:
    lang = view.lang
    snapshot = atlas.on(view.day, window=view.window)
    values = {
        "day": format_days(view.day, lang=lang),
        "place": _place(atlas, view),
        "lines": _lines(snapshot, view),
        "event": _event(snapshot, view),
    }
    return _title(atlas, lang, **values)


def _title(atlas: Atlas, lang: str, **values: object) -> FirstText:
    title, description = say(lang, "Karabakh Atlas"), what_it_is(atlas, lang)
    known = {"day": "", "title": title, "description": description, **values}
    return FirstText(lang, title, description, rendered("server/first_text.html", lang, **known))


def what_it_is(atlas: Atlas, lang: str) -> str:
    """One sentence on what the atlas is."""
    return say(
        lang,
        "Who held what in and around Nagorno-Karabakh on each day from {first} to {last}, "
        "what happened there, and who says so.",
        first=atlas.first.year,
        last=atlas.last.year,
    )


def _place(atlas: Atlas, view: View) -> str:
    if view.region is None:
        return say(view.lang, "All regions")
    return display_name(atlas.regions.loc[view.region], view.lang)


def _lines(snapshot: Snapshot, view: View) -> list[Line]:
    """The region's parts, largest first, or what share each holder had where they are many."""
    units = snapshot.units if view.region is None else snapshot.region(view.region).units
    if len(units) > _MOST_PARTS:
        km2 = km2_by_holder(units)
        return [
            Line(_holder(snapshot.atlas, str(holder), view.lang), figure(view.lang, part, "#,##0 %"), "")
            for holder, part in (km2 / km2.sum()).items()
        ]
    rows = [row for _, row in units.sort_values("km2", ascending=False).iterrows()]
    return [
        Line(
            _holder(snapshot.atlas, row["holder"], view.lang),
            _since(snapshot.atlas, row, view.lang),
            display_name(row, view.lang) if len(rows) > 1 else "",
        )
        for row in rows
    ]


def _holder(atlas: Atlas, holder_id: str, lang: str) -> str:
    return display_name(atlas.holders.loc[holder_id], lang)


def _since(atlas: Atlas, unit: pd.Series, lang: str) -> str:
    """Since when the holder has held the unit, no finer than known."""
    periods = atlas.periods[atlas.periods["unit_id"] == unit["unit_id"]]
    run = periods[periods["start"] == unit["holder_since"]].iloc[0]
    if run["start"] == atlas.first:
        day = format_days(atlas.first, lang=lang)
        return say(lang, "since before {day}, when the records begin", day=day)
    return say(lang, "since {day}", day=format_days(run["start"], prec=int(run["start_prec"]), lang=lang))


def _event(snapshot: Snapshot, view: View) -> str:
    """The title of the newest event there in the view's days; empty without one."""
    events = snapshot.events if view.region is None else snapshot.region(view.region).events
    return "" if events.empty else str(events.iloc[0]["title"])
