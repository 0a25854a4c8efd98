"""The plain page's panel: the facts of a region on a day as Markdown, straight from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
import streamlit as st

from geo.atlas import Atlas, Snapshot
from geo.names import display_name, names_of, term_name
from geo.page.templates import plain
from geo.when import format_days

# As many as the atlas's own panel lists.
_MOST_EVENTS = 20


def baseline_panel(snapshot: Snapshot, region_id: str) -> None:
    """Draws the region's names, holders and history, quotations, events and sources."""
    atlas, region = snapshot.atlas, snapshot.region(region_id)
    names = names_of(atlas.names, "region", region_id)
    units = region.units.sort_values("km2", ascending=False)
    events = region.events.head(_MOST_EVENTS)
    st.subheader(plain(display_name(region.row, "en")), anchor=False)
    st.markdown(plain("; ".join(f"{language}: {' · '.join(forms)}" for language, forms in names.items())))
    st.markdown(f"### Held on {format_days(snapshot.day)} by")
    for _, unit in units.iterrows():
        st.markdown("\n\n".join(_part(atlas, unit)))
    for unit_id in units["unit_id"]:
        st.markdown("\n".join(_periods(atlas, unit_id)))
    for _, excerpt in region.excerpts.iterrows():
        st.markdown(_quotation(atlas, excerpt))
    st.markdown(f"### Events, {format_days(snapshot.span.start, snapshot.span.last)}")
    for _, event in events.iterrows():
        st.markdown("\n\n".join(_event(atlas, event)))
    cited = dict.fromkeys(source_id for ids in events["source_ids"] for source_id in ids)
    for affiliation, sources in atlas.sources.loc[list(cited)].groupby("affiliation"):
        name = term_name(atlas.terms, "affiliation", str(affiliation), "en")
        st.markdown(f"**{plain(name)}**\n\n" + _cited(atlas, sources.index))
    for _, excerpt in region.other_excerpts.iterrows():
        st.markdown(_quotation(atlas, excerpt))


def _part(atlas: Atlas, unit: pd.Series) -> Iterator[str]:
    """A unit on the day: its holder and since when, size, notes and sources."""
    periods = atlas.periods[atlas.periods["unit_id"] == unit["unit_id"]].set_index("start", drop=False)
    present, run = periods.loc[unit["since"]], periods.loc[unit["holder_since"]]
    since = "before " if run["start"] == atlas.first else ""
    since += format_days(run["start"], prec=int(run["start_prec"]))
    if run["start_earliest"] != run["start_latest"]:
        since += f" (sources: {format_days(run['start_earliest'], run['start_latest'])})"
    yield plain(f"{_holder(atlas, unit['holder'])} ({unit['status']}) since {since}")
    yield plain(f"{display_name(unit, 'en')}, {unit['km2']:,.0f} km², {unit['certainty']}")
    yield plain(present["note"])
    if present["start"] != run["start"]:
        yield plain(f"Before: {run['note']}")
    yield _cited(atlas, dict.fromkeys((*present["source_ids"], *run["source_ids"])))


def _periods(atlas: Atlas, unit_id: str) -> Iterator[str]:
    for _, period in atlas.periods[atlas.periods["unit_id"] == unit_id].iterrows():
        day = format_days(period["start"], prec=int(period["start_prec"]))
        yield "- " + plain(f"{day}: {_holder(atlas, period['holder'])} ({period['status']})")


def _event(atlas: Atlas, event: pd.Series) -> Iterator[str]:
    yield f"**{plain(_when(event))}** {plain(event['title'])}"
    yield plain(event["summary"])
    deaths = [event[f"deaths_{which}"] for which in ("low", "best", "high")]
    told = " / ".join("?" if pd.isna(number) else f"{number:,}" for number in deaths)
    if told != "? / ? / ?":
        yield plain(f"Deaths (lowest / best / highest): {told}")
    yield plain(f"{event['disputed_note']} {event['confidence']} {' '.join(event['tags'])}")
    yield _cited(atlas, event["source_ids"])


def _quotation(atlas: Atlas, excerpt: pd.Series) -> str:
    article = atlas.articles.loc[excerpt["article_id"]]
    said = f"{excerpt['claimant']}, “{article['headline']}”, {article['publisher']}, {article['published']}"
    dated = f"{_when(excerpt)}: {excerpt['date_basis']}"
    return "\n\n".join(
        [f"> {plain(excerpt['quote'])}", plain(said), plain(dated), plain(excerpt["differs_note"])]
    )


def _cited(atlas: Atlas, source_ids: Iterable[str]) -> str:
    rows = atlas.sources.loc[list(source_ids)]
    return "\n".join(f"- {plain(_source(row))} {row['url']}" for _, row in rows.iterrows())


def _source(row: pd.Series) -> str:
    return f"{row['publisher']} ({row['affiliation']}), {row['title']}, {row['published'] or 'undated'}"


def _holder(atlas: Atlas, holder_id: str) -> str:
    return display_name(atlas.holders.loc[holder_id], "en")


def _when(record: pd.Series) -> str:
    return format_days(record["date_start"], record["date_end"], prec=int(record["date_prec"]))
