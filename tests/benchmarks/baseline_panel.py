"""The plain page's panel: the facts of a region on a day as Markdown, straight from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
import streamlit as st

from geo.atlas import Atlas, RegionSnapshot, Snapshot
from geo.names import display_name, names_of
from geo.page.templates import plain
from geo.when import format_days


def baseline_panel(snapshot: Snapshot, region_id: str) -> None:
    """Draws the region's names, holders and history, quotations, events and sources."""
    atlas, region = snapshot.atlas, snapshot.region(region_id)
    st.subheader(plain(display_name(region.row, "en")), anchor=False)
    names = names_of(atlas.names, "region", region_id)
    st.markdown(plain("; ".join(f"{language}: {' · '.join(forms)}" for language, forms in names.items())))
    st.markdown(f"### Held on {format_days(snapshot.day)} by")
    for text in _held(atlas, region):
        st.markdown(text)
    for _, excerpt in region.excerpts.iterrows():
        st.markdown(_quotation(atlas, excerpt))
    st.markdown(f"### Events, {format_days(snapshot.span.start, snapshot.span.last)}")
    for _, event in region.events.iterrows():
        st.markdown(_event(atlas, event))
    st.markdown(_sources(atlas, dict.fromkeys(region.events["source_ids"].explode().dropna())))
    for _, excerpt in region.other_excerpts.iterrows():
        st.markdown(_quotation(atlas, excerpt))


def _held(atlas: Atlas, region: RegionSnapshot) -> Iterator[str]:
    for _, unit in region.units.sort_values("km2", ascending=False).iterrows():
        periods = region.history[region.history["unit_id"] == unit["unit_id"]]
        present = periods[periods["start"] == unit["since"]].iloc[0]
        holder = display_name(atlas.holders.loc[unit["holder"]], "en")
        yield f"**{plain(holder)}** since {_day(present)}, {unit['status']}"
        yield plain(f"{display_name(unit, 'en')}, {unit['km2']:,.0f} km², {unit['certainty']} certainty")
        yield f"{plain(present['note'])}\n\n{_sources(atlas, present['source_ids'])}"
        yield "\n".join(f"- {_day(row)}: {row['holder']} ({row['status']})" for _, row in periods.iterrows())


def _day(period: pd.Series) -> str:
    return format_days(period["start"], prec=int(period["start_prec"]))


def _event(atlas: Atlas, event: pd.Series) -> str:
    when = format_days(event["date_start"], event["date_end"], prec=int(event["date_prec"]))
    deaths = [f"{event[f'deaths_{which}']}" for which in ("low", "best", "high")]
    words = (event["summary"], event["disputed_note"], *deaths, *event["tags"])
    told = plain(" ".join(map(str, words)))
    return f"**{when}** {plain(event['title'])}\n\n{told}\n\n{_sources(atlas, event['source_ids'])}"


def _quotation(atlas: Atlas, excerpt: pd.Series) -> str:
    article = atlas.articles.loc[excerpt["article_id"]]
    by = f"{excerpt['claimant']}, “{article['headline']}”, {article['publisher']}, {article['published']}"
    return f"> {plain(excerpt['quote'])}\n\n{plain(by)}\n\n{plain(excerpt['differs_note'])}"


def _sources(atlas: Atlas, source_ids: Iterable[str]) -> str:
    rows = atlas.sources.loc[list(source_ids)]
    columns = (rows[name] for name in ("publisher", "affiliation", "title", "published", "url"))
    return "\n".join(
        f"- {plain(f'{publisher} ({affiliation}), {title}, {published}')} {url}"
        for publisher, affiliation, title, published, url in zip(*columns, strict=True)
    )
