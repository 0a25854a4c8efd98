"""The three files that the browser gets: what is in them, rounded how, the same bytes for the same facts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from shapely import Point

from geo import Atlas
from geo.languages import LANGUAGES
from geo.view import view_keys
from geo.web.facts import facts
from geo.web.served import packed
from geo.web.shapes import shapes
from geo.web.texts import texts


def by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The records by their id."""
    return {record["id"]: record for record in records}


def test_units_carry_their_periods_in_order(toy: Atlas) -> None:
    unit = by_id(facts(toy, "en")["units"])["W"]
    assert unit["region"] == "west"
    assert [(period["start"], period["holder"]) for period in unit["periods"]] == [
        ("1988-01-01", "soviet_union"),
        ("1991-09-02", "azerbaijan"),
        ("1993-04-03", "armenian_forces"),
        ("2020-11-25", "azerbaijan"),
    ]


def test_the_order_of_the_periods_table_does_not_matter(toy: Atlas) -> None:
    shuffled = replace(toy, periods=toy.periods.sample(frac=1, random_state=2))
    assert packed(facts(shuffled, "en")) == packed(facts(toy, "en"))


def test_regions_know_their_units_and_where_their_name_stands(toy: Atlas) -> None:
    regions = by_id(facts(toy, "en")["regions"])
    assert regions["whole"]["units"] == ["W", "M", "E"]
    assert (regions["capital"]["units"], regions["capital"]["point"]) == ([], [40.4, 49.8])
    south, west = regions["west"]["point"]
    assert 40.0 < south < 40.1 and 46.0 < west < 46.1
    assert "capital" not in by_id(shapes(toy)["outlines"]["features"]), "a point has no outline"


def test_events_are_newest_first_and_their_longer_texts_come_later(toy: Atlas) -> None:
    content = facts(toy, "en")
    assert [event["id"] for event in content["events"]] == list(toy.events.index)
    assert not {"summary", "note", "quote"} & set(content["events"][0])
    assert texts(toy)["events"].keys() == {*toy.events.index}


def test_the_browsers_own_toy_world_has_the_keys_of_the_address() -> None:
    written = Path(__file__).with_name("toy_facts.json").read_text(encoding="utf-8")
    toy_keys = json.loads(written)["facts"]["keys"]
    assert [_without_default(key) for key in toy_keys] == [_without_default(key) for key in view_keys()], (
        "give the keys of tests/web/toy_facts.json those of geo/view.py"
    )


def _without_default(key: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in key.items() if name != "default"}


def test_a_title_reaches_the_browser_once(real: Atlas) -> None:
    both = str(facts(real, "en")) + str(texts(real))
    assert both.count("Azerbaijani army enters handed-over Kalbajar") == 1


def test_shapes_have_four_decimals_and_no_names(toy: Atlas) -> None:
    moved = toy.units.assign(geometry=toy.units.translate(0.00001234, 0.00005678))
    content = str(shapes(replace(toy, units=moved)))
    assert max(len(digits) for digits in re.findall(r"\d\.(\d+)", content)) <= 4
    assert "name" not in content


def test_the_files_are_small(real: Atlas) -> None:
    assert len(packed(shapes(real))) < 60_000
    assert len(packed(facts(real, "en"))) < 80_000
    assert len(packed(texts(real))) < 140_000


def test_no_country_is_named_on_a_unit(real: Atlas) -> None:
    area = real.units.union_all()
    for one in facts(real, "en")["context"]:
        if one["kind"] == "country":
            lat, lon = one["point"]
            assert not area.contains(Point(lon, lat)), one["id"]


def test_every_language_has_its_months_plurals_and_alphabet(toy: Atlas) -> None:
    for lang in LANGUAGES:
        content = facts(toy, lang)
        assert all(len(months) == 12 for months in content["months"].values())
        assert len(content["plural_forms"]) == 200 and content["alphabet"]
        assert "{}" in content["around"] and "{}" in content["numbers"]["percent"]
        assert content["numbers"]["decimal"] in ".,"


def test_a_readers_own_event_is_marked(toy: Atlas) -> None:
    renamed = {"2020-11-20-centre": "own-000000000000-1"}
    events = toy.events.rename(index=renamed).assign(
        event_id=[renamed.get(event, event) for event in toy.events["event_id"]]
    )
    found = {event["id"]: event["own"] for event in facts(replace(toy, events=events), "en")["events"]}
    assert [event for event, own in found.items() if own] == ["own-000000000000-1"]
