"""A day in sentences: who held how much and where, what is contested, the changes beside it.

No streamlit here: a snapshot in, text out.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from geo.atlas import Atlas, Snapshot
from geo.language import count, figure, say
from geo.names import display_name
from geo.page.panel.attributed import event_label
from geo.page.panel.held import held_by, holder_label, unit_name
from geo.when import format_days

_FORMER_OBLAST = "former_oblast"


def day_in_words(snapshot: Snapshot, lang: str) -> tuple[str, ...]:
    """The day, a sentence or two for each holder, then what is contested and what changed next to it."""
    return (
        *_holders(snapshot, lang),
        *_partly(snapshot, lang),
        *_beside(snapshot, lang),
        *_events(snapshot, lang),
    )


def _holders(snapshot: Snapshot, lang: str) -> Iterator[str]:
    atlas, units = snapshot.atlas, snapshot.units
    areas = units.groupby("holder")["km2"].agg(["sum", "size"]).sort_values("sum", ascending=False)
    for holder, row in areas.iterrows():
        values = {
            "holder": holder_label(atlas, str(holder), lang)[0],
            "km2": figure(lang, row["sum"]),
            "where": _where(atlas, units, str(holder), lang),
        }
        yield _held(str(holder), int(row["size"]), values, lang)


def _held(holder: str, number: int, values: dict[str, str], lang: str) -> str:
    if holder == "contested":
        return count(
            lang,
            "{number} unit was contested ({km2} km²): {where}.",
            "{number} units were contested ({km2} km²): {where}.",
            number,
            **values,
        )
    if holder == "russian_peacekeepers":
        return count(
            lang,
            "{number} unit ({km2} km²) was in the zone of the {holder}: {where}.",
            "{number} units ({km2} km²) were in the zone of the {holder}: {where}.",
            number,
            **values,
        )
    return count(
        lang,
        "{holder} held {number} unit ({km2} km²): {where}.",
        "{holder} held {number} units ({km2} km²): {where}.",
        number,
        **values,
    )


def _where(atlas: Atlas, units: pd.DataFrame, holder: str, lang: str) -> str:
    """The districts that the holder had, whole ones first, each list in the alphabet of its names."""
    whole: list[str] = []
    part: list[str] = []
    for _, region in atlas.regions[atlas.regions["kind"] != _FORMER_OBLAST].iterrows():
        held = [units.loc[unit, "holder"] == holder for unit in region["unit_ids"]]
        if any(held):
            (whole if all(held) else part).append(display_name(region, lang))
    told = []
    if whole:
        told.append(say(lang, "all of {names}", names=", ".join(sorted(whole))))
    if part:
        told.append(say(lang, "part of {names}", names=", ".join(sorted(part))))
    return "; ".join(told)


def _partly(snapshot: Snapshot, lang: str) -> Iterator[str]:
    rows = snapshot.units[snapshot.units["status"] == "partly_contested"]
    if not rows.empty:
        names = ", ".join(sorted(unit_name(snapshot.atlas, unit, lang) for unit in rows.index))
        yield count(
            lang,
            "A minority part of {number} unit was held by the other side: {names}.",
            "A minority part of {number} units was held by the other side: {names}.",
            len(rows),
            names=names,
        )


def _beside(snapshot: Snapshot, lang: str) -> Iterator[str]:
    """The last changes up to the day and the first after it."""
    atlas, day = snapshot.atlas, snapshot.day
    before, after = atlas.between(atlas.first, day), atlas.between(day, atlas.last)
    if before.empty:
        yield say(lang, "Before this day the records hold no change of control.")
    else:
        changes = _changes(atlas, before[before["day"] == before["day"].iloc[-1]], lang)
        yield say(lang, "The last change of control: {changes}.", changes=changes)
    if after.empty:
        last = format_days(atlas.last, lang=lang)
        yield say(
            lang, "After this day the records, which end on {day}, hold no change of control.", day=last
        )
    else:
        changes = _changes(atlas, after[after["day"] == after["day"].iloc[0]], lang)
        yield say(lang, "The next change of control: {changes}.", changes=changes)


def _changes(atlas: Atlas, rows: pd.DataFrame, lang: str) -> str:
    """Changes of one day: the day as well as it is known, then each unit, whose it was and became."""
    told: dict[str, list[str]] = {}
    for row in rows.itertuples():
        day = format_days(row.day, prec=int(row.start_prec), lang=lang)
        before = held_by(atlas, row.from_holder, row.from_status, lang)
        after = held_by(atlas, row.to_holder, row.to_status, lang)
        told.setdefault(day, []).append(f"{unit_name(atlas, row.unit_id, lang)} ({before} → {after})")
    return "; ".join(f"{day}, {', '.join(turns)}" for day, turns in told.items())


def _events(snapshot: Snapshot, lang: str) -> Iterator[str]:
    span, events = snapshot.span, snapshot.events
    days = format_days(span.start, span.last, lang=lang)
    if events.empty:
        yield say(
            lang,
            "{days}: the records hold no event. That is not a statement that nothing happened.",
            days=days,
        )
        return
    newest = events.iloc[0]
    yield count(
        lang,
        "{days}: the records hold {number} event, “{title}” ({day}).",
        "{days}: the records hold {number} events, the latest “{title}” ({day}).",
        len(events),
        days=days,
        title=newest["title"],
        day=event_label(newest, lang),
    )
