"""Confirmed records in the schema of data/: on map, timeline and panel, and as CSV that passes the check."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo import Atlas, load_atlas
from geo.articles.library import Library, open_library, own_atlas, with_own
from geo.articles.library.checks import TABLES
from geo.articles.model import Reading
from geo.check import main as check
from geo.tables import inspect_tables
from geo.web.facts import facts
from tests.articles.library.readings import reading
from tests.toy import REAL_DATA

DAY = date(2020, 11, 25)


def confirmed(library: Library, *readings: Reading) -> Library:
    """The library with every dated draft and excerpt of the readings confirmed."""
    library.add(readings, who="Ani")
    library.decide(library.drafts()["draft_id"], "confirmed", who="Ani")
    library.decide(library.excerpts()["excerpt_id"], "confirmed", who="Ani", kind="excerpt")
    return library


def test_a_new_event_stands_among_ours(library: Library, toy: Atlas) -> None:
    confirmed(library, reading())
    atlas = own_atlas(toy, library)
    event_id = library.drafts()["event_id"][0]
    assert event_id.startswith("own-")
    event = atlas.events.loc[event_id]
    assert event["title"] == "capture (en): west (en), whole (en)" and event["tags"] == ("own",)
    assert event["summary"].endswith(
        "Printed by Example Wire on 26 November 2020. Said by Ministry of Defence."
    )
    shown = atlas.on(DAY).region("west")
    assert event_id in shown.events.index
    (quote,) = (index for index in shown.excerpts.index if index.startswith("own-"))
    assert atlas.excerpts.loc[quote, "event_ids"] == (event_id,)
    assert atlas.articles.loc[atlas.excerpts.loc[quote, "article_id"], "publisher"] == "Example Wire"
    assert atlas.sources.loc[event["source_ids"][0], "title"] == "Officials speak of West"
    (marker,) = (one for one in facts(atlas, "en")["events"] if one["id"] == event_id)
    west = atlas.regions.loc["west", "geometry"].bounds
    assert west[1] < marker["lat"] < west[3] and west[0] < marker["lon"] < west[2]
    assert marker["where_prec"] == 3
    assert event_id not in toy.events.index


def test_the_atlas_of_an_empty_library_is_ours(library: Library, toy: Atlas) -> None:
    atlas = own_atlas(toy, library)
    assert list(atlas.events.index) == list(toy.events.index)
    assert list(atlas.sources.index) == list(toy.sources.index)


def test_rejected_and_undone_records_are_not_shown(library: Library) -> None:
    confirmed(library, reading())
    library.undo(who="Ani")
    assert library.own().excerpts.empty and len(library.confirmed_events()) == 1
    library.decide(library.drafts()["draft_id"], "rejected", who="Ani")
    assert library.confirmed_events().empty
    library.undo(who="Ani")
    assert len(library.confirmed_events()) == 1


def test_a_draft_of_a_known_event_adds_a_source_not_an_event(library: Library, toy: Atlas) -> None:
    confirmed(library, reading(event_ids=("2020-11-25-town",)))
    atlas = own_atlas(toy, library)
    assert library.confirmed_events().empty
    assert list(atlas.events.index) == list(toy.events.index)
    own_id = library.articles()["own_id"][0]
    assert atlas.events.loc["2020-11-25-town", "source_ids"] == ("one", "two", own_id)
    assert library.own().excerpts["event_ids"][0] == ("2020-11-25-town",)


def test_a_second_article_on_an_own_event_is_its_second_source(library: Library, toy: Atlas) -> None:
    confirmed(library, reading())
    event_id = library.drafts()["event_id"][0]
    confirmed(library, reading(("West was entered.",), name="b.txt", url=None, event_ids=(event_id,)))
    event = own_atlas(toy, library).events.loc[event_id]
    assert len(event["source_ids"]) == 2 and event["confidence"] == "two_sources"
    library.decide([int(library.drafts()["draft_id"][0])], "rejected", who="Ani")
    assert list(library.confirmed_events()["event_id"]) == [library.drafts()["event_id"].iloc[-1]]


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("claimed", "capture (en), claimed: west (en), whole (en)"),
        ("denied", "capture (en), denied: west (en), whole (en)"),
        ("did_not_happen", "capture (en), did not happen: west (en), whole (en)"),
    ],
)
def test_an_event_says_if_it_is_not_simply_reported(library: Library, status: str, title: str) -> None:
    event = confirmed(library, reading(status=status)).confirmed_events().iloc[0]
    assert event["title"] == title and event["tags"] == ("own", status)


def test_loaded_names_do_not_enter_our_words(library: Library) -> None:
    event = confirmed(library, reading(publisher="Voice of the Liberated Land")).confirmed_events().iloc[0]
    assert event["summary"] == "From an article that a reader added. Status: reported."


@pytest.mark.parametrize("filled", [True, False], ids=["with rows", "empty"])
def test_own_tables_are_typed_as_ours(library: Library, toy_folder: Path, filled: bool) -> None:
    if filled:
        confirmed(library, reading())
    own, ours = library.own(), inspect_tables(toy_folder)[0]
    for name in TABLES:
        frame = getattr(own, name)
        assert frame.dtypes.to_dict() == ours[name].dtypes.to_dict()
        if filled:
            for column in frame:
                seen = {type(value) for value in ours[name][column]} | {type(None)}
                assert {type(value) for value in frame[column]} <= seen | {tuple, str, date}


def test_with_own_takes_the_four_tables(library: Library, toy: Atlas) -> None:
    own = confirmed(library, reading()).own()
    atlas = with_own(toy, own.events, own.excerpts, own.articles, own.sources)
    assert len(atlas.events) == len(toy.events) + 1 and len(atlas.excerpts) == len(toy.excerpts) + 1
    assert list(atlas.events["date_start"]) == sorted(atlas.events["date_start"], reverse=True)


@pytest.fixture
def real_library(tmp_path: Path) -> Iterator[Library]:
    """An SQLite library over the data we ship."""
    with open_library(tmp_path / "library.sqlite", data=REAL_DATA) as opened:
        yield opened


def test_exported_rows_pass_the_check_beside_ours(
    real_library: Library, real: Atlas, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "=cmd|'/c calc'!A1, \"quoted\", <script>alert(1)</script>\u202e 🇦🇲"
    known = ("2020-11-25-kalbajar",)
    confirmed(
        real_library,
        own_reading("kalbajar", "Plain words."),
        own_reading("nkao", hostile, status="denied"),
        own_reading("baku", "A known event.", event_ids=known),
        own_reading("shusha", "An event that is gone.", event_ids=("own-gone",)),
        own_reading("lachin", "A loaded name.", publisher="The Occupied Post"),
    )
    exported = real_library.export_csv(tmp_path / "own", atlas=real)
    assert exported.problems == ()
    assert exported.rows == {"events.csv": 4, "excerpts.csv": 5, "articles.csv": 5, "sources.csv": 5}
    for name in TABLES:
        assert (tmp_path / "own" / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert f"'{hostile[:4]}" in (tmp_path / "own" / "excerpts.csv").read_text(encoding="utf-8")
    data = appended(tmp_path / "own", Path(shutil.copytree(REAL_DATA, tmp_path / "data")))
    assert check([str(data)]) == 0, capsys.readouterr().out
    atlas = load_atlas(data)
    assert sum(atlas.events["on_map"]) == sum(real.events["on_map"]) + 4
    assert hostile in set(atlas.excerpts["quote"])


@pytest.mark.parametrize("needed", [True, False], ids=["address needed", "address not needed"])
def test_what_would_not_pass_is_left_out_and_told(tmp_path: Path, needed: bool) -> None:
    data = data_where(tmp_path / "data", articles_need=needed)
    plain = own_reading("shusha", "A.", published=None)
    with open_library(tmp_path / "library.sqlite", data=data) as library:
        confirmed(library, replace(plain, article=replace(plain.article, url=None)))
        exported = library.export_csv(tmp_path / "own")
        counts = [exported.rows[f"{name}.csv"] for name in ("events", "sources", "articles", "excerpts")]
        assert counts == ([1, 1, 0, 0] if needed else [1, 1, 1, 1])
        told = "left out, published: expected text, came nothing; url: expected"
        assert [told in str(problem) for problem in exported.problems] == ([True, False] if needed else [])
        assert list(map(str, exported.problems[1:])) == (
            ["excerpts.csv: 1 left out with their articles."] if needed else []
        )
        assert check([str(appended(tmp_path / "own", data))]) == 0
        library.describe(1, {"url": "https://example.org/a", "published": DAY}, who="Ani")
        assert library.export_csv(tmp_path / "own").rows["excerpts.csv"] == 1


def data_where(folder: Path, *, articles_need: bool) -> Path:
    """A copy of our data whose articles need an address and a day of publication, or not."""
    shutil.copytree(REAL_DATA, folder)
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    (articles,) = (one for one in descriptor["resources"] if one["name"] == "articles")
    for field in articles["schema"]["fields"]:
        if field["name"] in ("url", "published"):
            field["constraints"]["required"] = articles_need
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def own_reading(region_id: str, sentence: str, **more: Any) -> Reading:
    """A reading of one sentence that speaks of one region of the real data."""
    url = f"https://example.org/{region_id}"
    made = reading((sentence,), name=region_id, url=url, region_id=region_id, **more)
    (draft,), (excerpt,) = made.drafts, made.excerpts
    draft = replace(draft, region_ids=(region_id,))
    return replace(made, drafts=(draft,), excerpts=(replace(excerpt, draft=draft),))


def appended(own: Path, data: Path) -> Path:
    """The data folder with the exported rows at the end of its tables."""
    for name in TABLES:
        with (own / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == header
        with (data / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return data
