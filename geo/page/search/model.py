"""What the search box finds, as plain data: every spelling of every place, events, eras, months.

atlas -> search_index(atlas, lang) -> index_bytes() is the one file that the browser reads.
Nothing here imports streamlit; what matches what is decided in the browser (match.js).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

import pandas as pd
from babel.dates import get_month_names

from geo.atlas import Atlas
from geo.language import say
from geo.languages import LANGUAGES
from geo.names import fold
from geo.when import DAY, format_days

Point = tuple[float, float]
Changes = dict[str, Any]

_PLACE_ZOOM = 10.0
# By where_prec: the place itself, within 25 km, the district; wider than that there is no point to go to.
_EVENT_ZOOM = {1: 10.0, 2: 9.5, 3: 9.0}
# A region fills the narrowest map we show (a phone's), between these zooms of Leaflet.
_MAP_PIXELS, _WIDEST, _NEAREST = 340, 7.0, 11.0
_ROLES = ("label", "name", "spelling")


@dataclass(frozen=True)
class Entry:
    """One thing to find: what it is called, what it is, and what choosing it changes.

    `names` are its spellings, of each fold one. `day` None leaves the day. `regions` None leaves the
    selected region; otherwise the first is selected, unless one of them is already, and an empty
    one selects none. `at` is latitude and longitude (WGS84) with `zoom`, or None.
    """

    kind: str
    id: str
    label: str
    what: str
    names: tuple[str, ...]
    regions: tuple[str, ...] | None = None
    day: date | None = None
    at: Point | None = None
    zoom: float | None = None


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """Everything to find, in the order of its rank, in one language; build it once and keep it."""

    lang: str
    first: date
    last: date
    entries: tuple[Entry, ...]

    def changes(self, kind: str, entry_id: str, selected: str | None) -> Changes | None:
        """What choosing the entry changes in a view with that region selected; None if there is no such.

        The kind "day" stands for a day itself, its id the ISO date, within the records.
        """
        if kind == "day":
            day = _day(entry_id)
            known = day is not None and self.first <= day <= self.last
            return {"day": day, "event": None} if known else None
        entry = self._by_id.get((kind, entry_id))
        if entry is None:
            return None
        changes: Changes = {"event": entry.id if kind == "event" else None}
        if entry.day:
            changes["day"] = entry.day
        if entry.regions is not None:
            changes["region"] = selected if selected in entry.regions else next(iter(entry.regions), None)
        return changes

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Entry]:
        return {(entry.kind, entry.id): entry for entry in self.entries}


def search_index(atlas: Atlas, lang: str) -> SearchIndex:
    """The index of an atlas: regions, places, settlements, eras, then events by importance and date."""
    regions = tuple(_regions(atlas, lang))
    homes = {entry.id: entry for entry in regions}
    entries = (
        *regions,
        *_places(atlas, lang, homes),
        *_settlements(atlas, lang, homes),
        *_eras(atlas, lang),
        *_events(atlas, lang),
    )
    return SearchIndex(lang, atlas.first, atlas.last, entries)


def index_bytes(index: SearchIndex) -> bytes:
    """The index as compact UTF-8 JSON, the same bytes for the same facts.

    A row is kind, id, label, what, further names, regions, day, at, zoom, without what is None at its end.
    """
    content = {
        "first": index.first.isoformat(),
        "last": index.last.isoformat(),
        "months": [_month_names(number) for number in range(1, 13)],
        "after_day": list(get_month_names("wide", "format", index.lang).values()),
        "alone": list(get_month_names("wide", "stand-alone", index.lang).values()),
        "entries": [_row(entry) for entry in index.entries],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _regions(atlas: Atlas, lang: str) -> Iterator[Entry]:
    kinds = {
        "city": say(lang, "city"),
        "district": say(lang, "district"),
        "former_oblast": say(lang, "former autonomous oblast"),
        "province": say(lang, "province"),
    }
    names = _names_of(atlas.names, "region")
    for row in _sorted(atlas.regions, lang):
        region_id, shown = row["region_id"], row[f"name_{lang}"]
        at, zoom = _framed(row["geometry"])
        spellings = _spellings([shown, *names.get(region_id, ())])
        yield Entry(
            "region", region_id, shown, kinds[row["kind"]], spellings, (region_id,), at=at, zoom=zoom
        )


def _places(atlas: Atlas, lang: str, homes: Mapping[str, Entry]) -> Iterator[Entry]:
    kinds = _place_kinds(lang)
    names = _names_of(atlas.names, "place")
    for row in _sorted(atlas.places, lang):
        place_id, shown = row["place_id"], row[f"name_{lang}"]
        home = homes.get(row["region_id"])
        yield Entry(
            "place",
            place_id,
            shown,
            _inside(kinds[row["kind"]], home, lang),
            _spellings([shown, *names.get(place_id, ())]),
            (home.id,) if home else (),
            at=_point(row),
            zoom=_PLACE_ZOOM,
        )


def _settlements(atlas: Atlas, lang: str, homes: Mapping[str, Entry]) -> Iterator[Entry]:
    """A settlement without a point of its own goes to its region."""
    kind = say(lang, "settlement")
    for row in _sorted(atlas.settlements, lang):
        home = homes[row["region_id"]]
        at = _point(row)
        written = [row[f"name_{each}"] for each in LANGUAGES]
        shown = row[f"name_{lang}"] or row["name_en"]
        yield Entry(
            "settlement",
            row["settlement_id"],
            shown,
            _inside(kind, home, lang),
            _spellings([shown, *written, *row["variants"]]),
            (home.id,),
            at=at or home.at,
            zoom=_PLACE_ZOOM if at else home.zoom,
        )


def _eras(atlas: Atlas, lang: str) -> Iterator[Entry]:
    kind = say(lang, "era")
    for row in atlas.eras.sort_values("start").to_dict("records"):
        last = atlas.last if pd.isna(row["end"]) else row["end"] - DAY
        what = f"{kind} · {format_days(row['start'], last, lang=lang)}"
        names = _spellings(row[f"name_{each}"] for each in (lang, *LANGUAGES))
        day = _within(atlas, row["start"])
        yield Entry("era", row["era_id"], row[f"name_{lang}"], what, names, day=day)


def _events(atlas: Atlas, lang: str) -> Iterator[Entry]:
    types = atlas.terms.loc["event_type", f"name_{lang}"].to_dict()
    order = ["importance", "date_start", "event_id"]
    events = atlas.events.sort_values(order, ascending=[False, True, True])
    for row in events.to_dict("records"):
        zoom = _EVENT_ZOOM.get(row["where_prec"]) if row["on_map"] else None
        when = format_days(row["date_start"], row["date_end"], prec=int(row["date_prec"]), lang=lang)
        yield Entry(
            "event",
            row["event_id"],
            row["title"],
            f"{types[row['event_type']]} · {when}",
            (row["title"],),
            tuple(row["region_ids"]),
            _within(atlas, row["date_start"]),
            _point(row) if zoom else None,
            zoom,
        )


def _place_kinds(lang: str) -> dict[str, str]:
    return {
        "bridge": say(lang, "bridge"),
        "city": say(lang, "city"),
        "height": say(lang, "height"),
        "mine": say(lang, "mine"),
        "monastery": say(lang, "monastery"),
        "pass": say(lang, "mountain pass"),
        "range": say(lang, "mountain range"),
        "reservoir": say(lang, "reservoir"),
        "site": say(lang, "site"),
        "town": say(lang, "town"),
        "village": say(lang, "village"),
    }


def _inside(kind: str, home: Entry | None, lang: str) -> str:
    """The kind and where it lies; a city that is a region of its own lies in none."""
    if home is None or home.what == kind:
        return kind
    return say(lang, "{kind} in {region}", kind=kind, region=home.label)


def _within(atlas: Atlas, day: date) -> date:
    return min(max(day, atlas.first), atlas.last)


def _names_of(names: pd.DataFrame, kind: str) -> dict[str, list[str]]:
    """The spellings of each subject, those shown as labels in front."""
    rows = names[names["subject_kind"] == kind]
    rows = rows.sort_values("role", key=lambda roles: roles.map(_ROLES.index), kind="stable")
    return {str(subject): list(group["name"]) for subject, group in rows.groupby("subject_id", sort=False)}


def _spellings(written: Iterable[str]) -> tuple[str, ...]:
    """Both sides of each slash; of spellings that fold alike only one, with marks if it has any."""
    found: dict[str, str] = {}
    for name in (part.strip() for whole in written if whole for part in whole.split(" / ")):
        folded = fold(name)
        if folded and (folded not in found or (found[folded].isascii() and not name.isascii())):
            found[folded] = name
    return tuple(found.values())


def _sorted(table: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    """The rows in the alphabet of the names shown."""
    rows: list[dict[str, Any]] = table.to_dict("records")
    return sorted(rows, key=lambda row: row[f"name_{lang}"] or row["name_en"])


def _framed(shape: Any) -> tuple[Point, float]:
    """The middle of a shape and the zoom at which a small map holds it whole."""
    west, south, east, north = shape.bounds
    middle = (south + north) / 2
    across = max(east - west, (north - south) / math.cos(math.radians(middle)))
    zoom = math.log2(360 * _MAP_PIXELS / 256 / across) if across else _PLACE_ZOOM
    return (round(middle, 4), round((west + east) / 2, 4)), _quarter(min(max(zoom, _WIDEST), _NEAREST))


def _quarter(zoom: float) -> float:
    return math.floor(zoom * 4) / 4


def _point(row: Any) -> Point | None:
    if pd.isna(row["latitude"]) or pd.isna(row["longitude"]):
        return None
    return round(float(row["latitude"]), 4), round(float(row["longitude"]), 4)


def _month_names(number: int) -> list[str]:
    """The folded names of a month, after a day and alone, whole and short, in every language."""
    widths: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
    contexts: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
    names = {
        fold(get_month_names(width, context, lang)[number])
        for lang in LANGUAGES
        for context in contexts
        for width in widths
    }
    return sorted(names)


def _row(entry: Entry) -> list[Any]:
    further = [name for name in entry.names if name != entry.label]
    row: list[Any] = [entry.kind, entry.id, entry.label, entry.what, further, entry.regions]
    row += [entry.day.isoformat() if entry.day else None, entry.at, entry.zoom]
    while row[-1] is None:
        row.pop()
    return row


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
