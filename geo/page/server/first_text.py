"""The first text of a page: what the atlas is, the day, the place, who held it since when, what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from geo.atlas import Atlas, Snapshot
from geo.language import say
from geo.names import display_name
from geo.page import loaded
from geo.page.panel.held import parts, shares
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
    atlas, lang = snapshot.atlas, view.lang
    units = snapshot.units if view.region is None else snapshot.region(view.region).units
    if len(units) > _MOST_PARTS:
        return [Line(share.holder, share.percent, "") for share in shares(atlas, units, lang)]
    found = parts(atlas, units, lang)
    return [Line(part.holder, part.since, part.name if len(found) > 1 else "") for part in found]


def _event(snapshot: Snapshot, view: View) -> str:
    """The title of the newest event there in the view's days; empty without one."""
    events = snapshot.events if view.region is None else snapshot.region(view.region).events
    return "" if events.empty else str(events.iloc[0]["title"])
