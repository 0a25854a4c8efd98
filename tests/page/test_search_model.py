"""What the search box finds, as data: the toy world's entries, and facts of the real index."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from geo import Atlas, load_atlas
from geo.languages import LANGUAGES
from geo.page.search.model import Entry, SearchIndex, index_bytes, search_index
from tests.toy import toy_tables, write_toy

SETTLEMENT = {
    "region_id": "east",
    "region_id_pre2023": "east",
    "name_en": "Ridge / Spur",
    "name_az": "Bel",
    "variants": "Rigde;Хребет",
    "names_basis": "seen",
}


@pytest.fixture(scope="module")
def english(real: Atlas) -> SearchIndex:
    """The index of the data we ship, in English."""
    return search_index(real, "en")


def one(index: SearchIndex, kind: str, entry_id: str) -> Entry:
    """The entry of that kind and id."""
    (entry,) = (entry for entry in index.entries if (entry.kind, entry.id) == (kind, entry_id))
    return entry


def test_everything_of_the_toy_world_is_found_in_the_order_of_its_rank(toy: Atlas) -> None:
    index = search_index(toy, "en")
    assert [(entry.kind, entry.id) for entry in index.entries] == [
        ("region", "capital"),
        ("region", "centre"),
        ("region", "east"),
        ("region", "west"),
        ("region", "whole"),
        ("place", "town"),
        ("era", "before"),
        ("era", "after"),
        ("event", "1993-04-03-town"),
        ("event", "1994-05-month"),
        ("event", "2020-11-20-centre"),
        ("event", "2020-11-25-town"),
        ("event", "2021-meeting"),
    ]


@pytest.mark.parametrize(
    ("kind", "entry_id", "what"),
    [
        ("region", "west", "district"),
        ("region", "whole", "former autonomous oblast"),
        ("place", "town", "town in west (en)"),
        ("era", "before", "era · 1 January 1988 – 26 September 2020"),
        ("era", "after", "era · 27 September 2020 – 17 February 2026"),
        ("event", "1993-04-03-town", "capture (en) · 2–3 April 1993"),
        ("event", "1994-05-month", "ceasefire (en) · May 1994"),
    ],
)
def test_each_says_what_it_is(toy: Atlas, kind: str, entry_id: str, what: str) -> None:
    assert one(search_index(toy, "en"), kind, entry_id).what == what


def test_a_settlement_without_a_point_goes_to_its_region(tmp_path: Any) -> None:
    rows = [
        SETTLEMENT | {"settlement_id": "ridge"},
        SETTLEMENT | {"settlement_id": "spur", "latitude": "40.02", "longitude": "46.22"},
    ]
    index = search_index(load_atlas(write_toy(tmp_path / "toy", toy_tables() | {"settlements": rows})), "hy")
    ridge, spur = one(index, "settlement", "ridge"), one(index, "settlement", "spur")
    assert ridge.label == "Ridge / Spur"
    assert ridge.names == ("Ridge", "Spur", "Bel", "Rigde", "Хребет")
    assert (ridge.at, ridge.zoom) == (one(index, "region", "east").at, one(index, "region", "east").zoom)
    assert (spur.at, spur.regions) == ((40.02, 46.22), ("east",))


@pytest.mark.parametrize(
    ("kind", "entry_id", "selected", "changes"),
    [
        ("region", "west", "east", {"region": "west", "event": None}),
        ("place", "town", None, {"region": "west", "event": None}),
        ("era", "after", "east", {"day": date(2020, 9, 27), "event": None}),
        (
            "event",
            "1993-04-03-town",
            "east",
            {"day": date(1993, 4, 2), "region": "west", "event": "1993-04-03-town"},
        ),
        (
            "event",
            "1993-04-03-town",
            "whole",
            {"day": date(1993, 4, 2), "region": "whole", "event": "1993-04-03-town"},
        ),
        ("day", "1993-04-10", "east", {"day": date(1993, 4, 10), "event": None}),
        ("day", "1987-12-31", None, None),
        ("day", "2026-02-18", None, None),
        ("day", "1993-02-30", None, None),
        ("day", "soon", None, None),
        ("region", "nowhere", None, None),
        ("place", "west", None, None),
    ],
)
def test_a_choice_changes_what_it_says(
    toy: Atlas, kind: str, entry_id: str, selected: str | None, changes: dict[str, Any] | None
) -> None:
    assert search_index(toy, "en").changes(kind, entry_id, selected) == changes


def test_a_place_outside_every_region_selects_none(real: Atlas, english: SearchIndex) -> None:
    assert one(english, "place", "mingachevir").what == "city"
    assert english.changes("place", "mingachevir", "kalbajar") == {"region": None, "event": None}


def test_an_event_before_the_records_opens_their_first_day(english: SearchIndex, real: Atlas) -> None:
    event = one(english, "event", "1987-10-18-yerevan-chardakhlu")
    assert event.what.endswith("18 October 1987")
    assert event.day == real.first


def test_no_spelling_of_the_tables_is_missing(real: Atlas, english: SearchIndex) -> None:
    from geo.names import fold

    found = {(entry.kind, entry.id): {fold(name) for name in entry.names} for entry in english.entries}
    for row in real.names.to_dict("records"):
        for part in row["name"].split(" / "):
            assert fold(part) in found[row["subject_kind"], row["subject_id"]], row
    for row in real.settlements.to_dict("records"):
        written = [row[f"name_{lang}"] for lang in LANGUAGES] + list(row["variants"])
        for part in (part for name in written if name for part in name.split(" / ")):
            assert fold(part) in found["settlement", row["settlement_id"]], row
    assert {entry_id for kind, entry_id in found if kind == "event"} == set(real.events.index)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_stays_small_and_the_same(real: Atlas, lang: str) -> None:
    raw = index_bytes(search_index(real, lang))
    assert len(raw) < 200_000
    assert raw == index_bytes(search_index(real, lang))
    content = json.loads(raw)
    assert content["first"] == "1988-01-01"
    assert all("april" in names or number != 3 for number, names in enumerate(content["months"]))


def test_labels_come_in_the_language(real: Atlas) -> None:
    index = search_index(real, "hy")
    assert one(index, "place", "kalbajar").label == "Քարվաճառ"
    assert one(index, "event", "1992-05-08-shusha").what == "Գրավում · 8–9 մայիսի 1992"
