"""Who says what: citations, quotations and reports, each with publisher and affiliation, as text.

The panel's story uses it; no streamlit, nothing escaped yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from geo.atlas import Atlas
from geo.language import say
from geo.names import display_name
from geo.page.templates import web_address
from geo.user_records import is_user_record
from geo.when import format_days


@dataclass(frozen=True)
class Citation:
    """A source as the panel shows it; `url` is empty where only a book or a copy was seen."""

    publisher: str
    affiliation: str
    title: str
    published: str
    url: str
    own: bool


@dataclass(frozen=True)
class Quotation:
    """An excerpt with everything that attributes it."""

    quote: str
    when: str
    basis: str
    claimant: str
    claimant_affiliation: str
    headline: str
    publisher: str
    affiliation: str
    agency: str
    agency_affiliation: str
    published: str
    url: str
    differs: str
    own: bool


@dataclass(frozen=True)
class Reports:
    """The sources of one affiliation in the window, each with the events it is cited for."""

    affiliation: str
    items: tuple[tuple[Citation, tuple[str, ...]], ...]


def cite(atlas: Atlas, source_ids: Iterable[str], lang: str) -> Iterable[Citation]:
    """The citations of sources, in the order given."""
    return (_citation(atlas, source_id, lang) for source_id in source_ids)


def quotation(atlas: Atlas, excerpt: pd.Series, lang: str) -> Quotation:
    """An excerpt with everything that attributes it."""
    article = atlas.articles.loc[excerpt["article_id"]]
    printed, _, clock = article["published"].partition("T")
    return Quotation(
        quote=excerpt["quote"],
        when=event_label(excerpt, lang),
        basis=excerpt["date_basis"],
        claimant=excerpt["claimant"],
        claimant_affiliation=term(atlas, "affiliation", excerpt["claimant_affiliation"], lang),
        headline=article["headline"],
        publisher=article["publisher"],
        affiliation=term(atlas, "affiliation", article["affiliation"], lang),
        agency=article["agency"],
        agency_affiliation=term(atlas, "affiliation", article["agency_affiliation"], lang)
        if article["agency_affiliation"]
        else "",
        published=_published(printed, lang) + (f", {clock}" if clock else ""),
        url=web_address(article["url"]),
        differs=excerpt["differs_note"],
        own=is_user_record(str(excerpt["excerpt_id"])),
    )


def reports(atlas: Atlas, events: pd.DataFrame, lang: str) -> Iterable[Reports]:
    """The sources of the events by affiliation, in the alphabet of the reader's language."""
    cited: dict[str, list[str]] = {}
    for _, event in events.iterrows():
        for source_id in event["source_ids"]:
            cited.setdefault(source_id, []).append(event["title"])
    groups: dict[str, list[str]] = {}
    for source_id in cited:
        groups.setdefault(_citation(atlas, source_id, lang).affiliation, []).append(source_id)
    for affiliation, ids in sorted(groups.items()):
        items = zip(cite(atlas, ids, lang), (tuple(cited[source]) for source in ids), strict=True)
        yield Reports(affiliation, tuple(items))


def event_label(event: pd.Series, lang: str) -> str:
    """The event's day or days in words, no finer than known."""
    return format_days(event["date_start"], event["date_end"], prec=int(event["date_prec"]), lang=lang)


@lru_cache(maxsize=2048)
def term(atlas: Atlas, vocabulary: str, term_id: str, lang: str) -> str:
    """The legend's word for a coded value."""
    return display_name(atlas.terms.loc[(vocabulary, term_id)], lang)


@lru_cache(maxsize=4096)
def _citation(atlas: Atlas, source_id: str, lang: str) -> Citation:
    source = atlas.sources.loc[source_id]
    return Citation(
        publisher=source["publisher"],
        affiliation=term(atlas, "affiliation", source["affiliation"], lang),
        title=source["title"],
        published=_published(source["published"], lang),
        url=web_address(source["url"]),
        own=is_user_record(source_id),
    )


def _published(text: str, lang: str) -> str:
    if not text:
        return say(lang, "undated")
    parts = [int(part) for part in text.split("-")]
    year, month, day = [*parts, 1, 1][:3]
    return format_days(date(year, month, day), prec={1: 5, 2: 4, 3: 1}[len(parts)], lang=lang)
