"""Confirmed drafts and excerpts as records in the schema of data/: events, excerpts, articles, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from geo.articles.library.checks import TABLES, Vocabulary, as_frame
from geo.articles.library.rows import (
    CONFIRMED,
    article_records,
    draft_records,
    excerpt_records,
    in_state,
)
from geo.articles.urls import web_address
from geo.user_records import USER_TAG, is_user_record
from geo.when import format_days

STATUSES = {
    "reported": "reported",
    "claimed": "claimed",
    "denied": "denied",
    "planned": "planned",
    "did_not_happen": "did not happen",
}
# What a table of data/ requires and an article may not say.
NO_PUBLISHER = "publisher not given"
_COUNTRIES = {"azerbaijani": "AZ", "armenian": "AM", "turkish": "TR", "russian": "RU"}
_NO_COUNTRY = "ZZ"
_MOST_NAMES = 3

Values = dict[str, Any]


@dataclass(frozen=True)
class Own:
    """A reader's confirmed records, typed and indexed as geo.tables types those of data/.

    `events` are new ones (known by their ids, see geo.user_records); a draft that matches a known event adds
    none, but stands in `matches`: the known event's id with the ids of the own sources that report it.
    """

    events: pd.DataFrame
    excerpts: pd.DataFrame
    articles: pd.DataFrame
    sources: pd.DataFrame
    matches: dict[str, tuple[str, ...]] = field(default_factory=dict)


def own_records(connection: Connection, vocabulary: Vocabulary) -> Own:
    """Everything confirmed in the library, in one state of it."""
    articles, drafts = article_records(connection), draft_records(connection)
    excerpts = in_state(excerpt_records(connection, drafts), CONFIRMED)
    confirmed = in_state(drafts, CONFIRMED)
    sources = _sources_by_event(confirmed, articles)
    citing = {draft["article_id"] for draft in confirmed}
    quoted = {excerpt["article_id"] for excerpt in excerpts}
    rows = {
        "events": [
            event_row(draft, articles[draft["article_id"]], vocabulary)
            | {
                "source_ids": sources[draft["event_id"]],
                "confidence": ("one_source", "two_sources")[len(sources[draft["event_id"]]) > 1],
            }
            for draft in confirmed
            if draft["event_id"] in sources
        ],
        "excerpts": [
            excerpt_row(row, articles[row["article_id"]]) | {"event_ids": _events_of(row, drafts, sources)}
            for row in excerpts
        ],
        "articles": [article_row(articles[number]) for number in sorted(quoted)],
        "sources": [source_row(articles[number]) for number in sorted(citing)],
    }
    frames = {name: as_frame(rows[name], vocabulary.resources[name]) for name in TABLES}
    return Own(**frames, matches={event: ids for event, ids in sources.items() if not is_user_record(event)})


def event_row(draft: Values, article: Values, vocabulary: Vocabulary) -> Values:
    """The row of events.csv for a draft as it stands; what no one gave stays None."""
    placed = None not in (draft.get("latitude"), draft.get("longitude"), draft.get("where_prec"))
    status = () if draft["status"] == "reported" else (draft["status"],)
    return {
        "event_id": draft["event_id"],
        "date_start": draft["date_start"],
        "date_end": draft["date_end"] or draft["date_start"],
        "date_prec": draft["date_prec"],
        "event_type": draft["event_type"],
        "title": draft.get("title") or _title(draft, vocabulary),
        "summary": draft.get("summary") or _summary(draft, article, vocabulary),
        "where_description": draft.get("where_description"),
        "latitude": draft.get("latitude"),
        "longitude": draft.get("longitude"),
        "where_prec": draft.get("where_prec"),
        "on_map": placed,
        "region_ids": tuple(draft["region_ids"]),
        "control_change": False,
        "importance": draft.get("importance") or 1,
        "source_ids": (article["own_id"],),
        "confidence": "one_source",
        "tags": (USER_TAG, *status),
    }


def excerpt_row(excerpt: Values, article: Values) -> Values:
    """The row of excerpts.csv for an excerpt; where nobody is named, who printed it says it."""
    voices = [(excerpt["claimant"], excerpt["affiliation"])]
    voices += [(article[who], article[whose]) for who, whose in _PRINTED_BY]
    name, whose = next((voice for voice in voices if voice[0]), (NO_PUBLISHER, None))
    return {
        "excerpt_id": excerpt["own_id"],
        "article_id": article["own_id"],
        "sentence": excerpt["number"],
        "quote": excerpt["quote"],
        "region_ids": tuple(excerpt["region_ids"]),
        "date_start": excerpt["date_start"],
        "date_end": excerpt["date_end"] or excerpt["date_start"],
        "date_prec": excerpt["date_prec"],
        "date_basis": str(excerpt["date_basis"]),
        "claimant": name,
        "claimant_affiliation": whose or "other",
        "event_ids": tuple(excerpt["event_ids"]),
        "differs_note": excerpt.get("differs_note"),
    }


def article_row(article: Values) -> Values:
    """The row of articles.csv for an article; ZZ (ISO 3166: not known) where nothing says the country."""
    whose = article["affiliation"] or article["agency_affiliation"] or "other"
    return {
        "article_id": article["own_id"],
        "headline": article["headline"] or article["name"],
        "publisher": _publisher(article),
        "affiliation": whose,
        "agency": article["agency"],
        "agency_affiliation": article["agency_affiliation"],
        "country": article["country"] or _COUNTRIES.get(whose.split("_")[0], _NO_COUNTRY),
        "language": article["language"] or "und",
        "published": article["published"].isoformat() if article["published"] else None,
        "url": web_address(article["url"]) or None,
        "text_sha256": article["text_sha256"],
    }


def source_row(article: Values) -> Values:
    """The row of sources.csv for an article; its id is the article's."""
    row = article_row(article)
    return {
        "source_id": row["article_id"],
        "publisher": row["publisher"],
        "affiliation": row["affiliation"],
        "country": None if row["country"] == _NO_COUNTRY else row["country"],
        "language": row["language"],
        "title": row["headline"],
        "published": row["published"],
        "url": row["url"],
        "kind": "news",
        "note": "Added by a reader.",
    }


_PRINTED_BY = (("agency", "agency_affiliation"), ("publisher", "affiliation"))


def _sources_by_event(confirmed: list[Values], articles: dict[int, Values]) -> dict[str, tuple[str, ...]]:
    """Each event, known or new, with the own sources that report it.

    A draft is a new event unless it matches a known one; an own event counts as known while the
    earlier draft that it came from is confirmed.
    """
    sources: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for draft in confirmed:
        known = [event for event in draft["event_ids"] if not is_user_record(event) or event in sources]
        for event in known or [draft["event_id"]]:
            sources[event][articles[draft["article_id"]]["own_id"]] = None
    return {event: tuple(ids) for event, ids in sources.items()}


def _events_of(
    excerpt: Values, drafts: dict[int, Values], sources: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The events an excerpt speaks of: those it matches, else the new one made of its draft."""
    known = tuple(event for event in excerpt["event_ids"] if not is_user_record(event) or event in sources)
    new = drafts[excerpt["draft_id"]]["event_id"]
    return known or ((new,) if new in sources else ())


def _title(draft: Values, vocabulary: Vocabulary) -> str:
    kind = vocabulary.types.get(draft["event_type"], str(draft["event_type"]).replace("_", " ").capitalize())
    status = "" if draft["status"] == "reported" else f", {STATUSES.get(draft['status'], draft['status'])}"
    return f"{kind}{status}: {_names(draft['region_ids'], vocabulary)}"


def _names(region_ids: Iterable[str], vocabulary: Vocabulary) -> str:
    names = [vocabulary.regions.get(region, region) for region in region_ids]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _summary(draft: Values, article: Values, vocabulary: Vocabulary) -> str:
    """Who says it and where it was printed; without the names if one of them is not neutral."""
    printed = f" on {format_days(article['published'])}" if article["published"] else ""
    short = f"From an article that a reader added. Status: {STATUSES.get(draft['status'], draft['status'])}."
    publisher = _publisher(article)
    long = short if publisher == NO_PUBLISHER else f"{short} Printed by {publisher}{printed}."
    long += f" Said by {draft['claimant']}." if draft["claimant"] else ""
    return short if vocabulary.avoided.search(long) else long


def _publisher(article: Values) -> str:
    return article["publisher"] or article["agency"] or NO_PUBLISHER
