"""The tables of the toy world (tests/toy.py): each table's rows, and what they are made of."""

from __future__ import annotations

Row = dict[str, str]
Tables = dict[str, list[Row]]


def toy_tables() -> Tables:
    """The rows of every table; columns left out are empty."""
    return {
        "regions": _regions(),
        "units": [_names(f"Unit {unit}") | {"unit_id": unit} for unit in "EMW"],
        "places": [_town()],
        "names": [_spelling(*spelling) for spelling in SPELLINGS],
        "holders": [_holder(order, holder) for order, holder in enumerate(HOLDERS, 1)],
        "terms": _terms(),
        "eras": _eras(),
        "sources": _sources(),
        "events": _events(),
        "periods": [_period(*row) for row in PERIODS],
        "articles": [_article()],
        "excerpts": _excerpts(),
        "lines": [_line()],
        "context": [_names("lake") | {"context_id": "lake", "kind": "lake"}],
    }


HOLDERS = ("azerbaijan", "armenian_forces", "russian_peacekeepers", "soviet_union", "contested")
EVENT_TYPES = {
    "capture": {"group": "armed", "symbol": "square-solid"},
    "ceasefire": {"group": "politics", "symbol": "circle-pause"},
    "strike": {"group": "armed", "symbol": "square-burst"},
    "handover": {"group": "politics", "symbol": "circle-half"},
    "diplomacy": {"group": "politics", "symbol": "circle-dots"},
}
VOCABULARIES = {
    "status": ("held", "partly_contested", "contested"),
    "certainty": ("high", "medium", "low"),
    "confidence": ("two_sources", "one_source"),
    "event_type": tuple(EVENT_TYPES),
    "affiliation": (
        "azerbaijani_media",
        "armenian_media",
        "academic",
        "turkish_media",
        "turkish_state",
        "azerbaijani_state",
    ),
    "date_prec": tuple("12345"),
    "where_prec": tuple("12346"),
}
SPELLINGS = (
    ("west", "West", "en", "label"),
    ("west", "Qərb", "az", "label"),
    ("west", "Արևմուտք", "hy", "label"),
    ("west", "Запад", "ru", "label"),
    ("west", "New-West", "und", "spelling"),
    ("centre", "Centre", "en", "label"),
    ("east", "East", "en", "label"),
    ("east", "New West", "en", "name"),
    ("whole", "Whole", "en", "label"),
)
PERIODS = (
    ("W", "1988-01-01", "1991-09-02", "soviet_union", "held"),
    ("W", "1991-09-02", "1993-04-03", "azerbaijan", "held"),
    ("W", "1993-04-03", "2020-11-25", "armenian_forces", "held"),
    ("W", "2020-11-25", "", "azerbaijan", "held"),
    ("M", "1988-01-01", "1991-09-02", "soviet_union", "held"),
    ("M", "1991-09-02", "1992-05-09", "contested", "contested"),
    ("M", "1992-05-09", "2016-04-02", "armenian_forces", "held"),
    ("M", "2016-04-02", "", "armenian_forces", "partly_contested"),
    ("E", "1988-01-01", "1991-08-30", "soviet_union", "held"),
    ("E", "1991-08-30", "", "azerbaijan", "held"),
)


def _regions() -> list[Row]:
    return [
        _region("west", "district", "W"),
        _region("centre", "district", "M"),
        _region("east", "district", "E"),
        _region("whole", "former_oblast", "W;M;E"),
        _region("capital", "city", ""),
    ]


def _terms() -> list[Row]:
    return [
        _names(term) | {"vocabulary": vocabulary, "term_id": term} | EVENT_TYPES.get(term, {})
        for vocabulary, terms in VOCABULARIES.items()
        for term in terms
    ]


def _eras() -> list[Row]:
    before = {"start": "1988-01-01", "end": "2020-09-27", "event_ids": "1993-04-03-town"}
    after = {"start": "2020-09-27", "event_ids": "2020-11-25-town"}
    return [_names(era) | {"era_id": era} | row for era, row in (("before", before), ("after", after))]


def _sources() -> list[Row]:
    return [
        _source("one", "azerbaijani_media"),
        _source("two", "armenian_media"),
        _source("book", "academic") | {"url": "", "published": "2003", "kind": "book"},
    ]


def _events() -> list[Row]:
    return [
        _event("1993-04-03-town", "1993-04-02", "1993-04-03", "capture", "west;whole", "one;two"),
        _event("1994-05-month", "1994-05-01", "1994-05-31", "ceasefire", "whole", "book")
        | {"date_prec": "4"},
        _event("2020-11-20-centre", "2020-11-20", "2020-11-20", "strike", "centre", "two"),
        _event("2020-11-25-town", "2020-11-25", "2020-11-25", "handover", "west", "one;two"),
        _event("2021-meeting", "2021-01-11", "2021-01-11", "diplomacy", "capital", "one")
        | {"on_map": "false", "latitude": "", "longitude": "", "where_prec": ""},
    ]


def _excerpts() -> list[Row]:
    return [
        _excerpt("quote-1", "Units entered the west on Nov. 25.", "west", "2020-11-25", "1"),
        _excerpt("quote-2", "The west was taken in 1991.", "west;whole", "1991-01-01", "5")
        | {"date_end": "1991-12-31", "differs_note": "Our records say 3 April 1993."},
    ]


def _town() -> Row:
    return _names("town") | {
        "place_id": "town",
        "kind": "town",
        "latitude": "40.05",
        "longitude": "46.05",
        "coord_certainty": "high",
        "coord_source": "toy",
        "country": "AZ",
        "region_id": "west",
        "unit_id": "W",
    }


def _holder(order: int, holder: str) -> Row:
    return _names(holder) | {
        "holder_id": holder,
        "order": str(order),
        "colour": "#aa8800",
        "colour_dark": "#bb9911",
        "texture": "plain",
        "note": "toy",
    }


def _article() -> Row:
    return {
        "article_id": "wire",
        "headline": "Troops enter West",
        "publisher": "Wire",
        "language": "en",
        "affiliation": "turkish_media",
        "country": "TR",
        "published": "2020-11-25T10:08",
        "url": "https://example.org/a",
    }


def _line() -> Row:
    return _names("front") | {
        "line_id": "front",
        "start": "1994-05-12",
        "end": "2020-11-10",
        "accuracy_km": "1.2",
        "drawn": "typed",
        "note": "toy",
        "source_ids": "book",
    }


def _names(name: str) -> Row:
    return {f"name_{lang}": f"{name} ({lang})" for lang in ("en", "az", "hy", "hy_latn", "ru")}


def _region(region: str, kind: str, units: str) -> Row:
    return _names(region) | {"region_id": region, "kind": kind, "unit_ids": units}


def _spelling(region: str, name: str, lang: str, role: str) -> Row:
    return {
        "subject_kind": "region",
        "subject_id": region,
        "name": name,
        "language": lang,
        "role": role,
        "basis": "seen",
    }


def _source(source: str, affiliation: str) -> Row:
    return {
        "source_id": source,
        "publisher": f"Publisher {source}",
        "affiliation": affiliation,
        "country": "AZ",
        "language": "en",
        "title": f"Title {source}",
        "published": "2020-11-25",
        "url": f"https://example.org/{source}",
        "kind": "news",
    }


def _event(event: str, start: str, end: str, event_type: str, regions: str, sources: str) -> Row:
    return {
        "event_id": event,
        "date_start": start,
        "date_end": end,
        "date_prec": "1",
        "event_type": event_type,
        "title": f"Title of {event}",
        "summary": f"Summary of {event}.",
        "latitude": "40.05",
        "longitude": "46.15" if regions == "centre" else "46.05",
        "where_prec": "1",
        "on_map": "true",
        "region_ids": regions,
        "control_change": "false",
        "importance": "3",
        "source_ids": sources,
        "confidence": "two_sources",
    }


def _period(unit: str, start: str, end: str, holder: str, status: str) -> Row:
    return {
        "unit_id": unit,
        "start": start,
        "end": end,
        "holder": holder,
        "status": status,
        "start_prec": "1",
        "start_earliest": start,
        "start_latest": start,
        "certainty": "high",
        "note": f"{unit} from {start}.",
        "source_ids": "one;two",
    }


def _excerpt(excerpt: str, quote: str, regions: str, day: str, prec: str) -> Row:
    return {
        "excerpt_id": excerpt,
        "article_id": "wire",
        "sentence": "1",
        "quote": quote,
        "region_ids": regions,
        "date_start": day,
        "date_end": day,
        "date_prec": prec,
        "date_basis": "toy",
        "claimant": "A ministry",
        "claimant_affiliation": "azerbaijani_state",
    }
