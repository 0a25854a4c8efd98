"""What the browser gets: every fact the map draws, no more, and the same bytes each time."""

import json
import re
from dataclasses import replace
from typing import Any

from shapely import Point

from geo import Atlas
from geo.map import STATIC, bundle, bundle_bytes, bundle_name
from tests.map.conftest import written_labels

Bundle = dict[str, Any]


def by_id(collection: Bundle) -> dict[str, Bundle]:
    return {feature["id"]: feature for feature in collection["features"]}


def test_units_carry_their_periods_in_order(toy: Atlas) -> None:
    units = by_id(bundle(toy)["units"])
    assert units["W"]["properties"] == {
        "region_id": "west",
        "periods": [
            ["1988-01-01", "soviet_union", "held", "high", 2],
            ["1991-09-02", "azerbaijan", "held", "high", 2],
            ["1993-04-03", "armenian_forces", "held", "high", 2],
            ["2020-11-25", "azerbaijan", "held", "high", 2],
        ],
    }
    assert list(units) == ["E", "M", "W"]


def test_the_order_of_the_periods_table_does_not_matter(toy: Atlas) -> None:
    shuffled = replace(toy, periods=toy.periods.sample(frac=1, random_state=2))
    assert bundle_bytes(bundle(shuffled)) == bundle_bytes(bundle(toy))


def test_regions_know_their_units_and_where_their_name_stands(toy: Atlas) -> None:
    content = bundle(toy)
    regions = {region["id"]: region for region in content["regions"]}
    assert regions["whole"]["units"] == ["W", "M", "E"]
    assert regions["capital"] | {"name": None} == {
        "id": "capital", "kind": "city", "name": None, "units": [], "point": [40.4, 49.8],
    }  # fmt: skip
    south, west = regions["west"]["point"]
    assert 40.0 < south < 40.1 and 46.0 < west < 46.1
    assert "capital" not in by_id(content["outlines"]), "a point has no outline"


def test_events_off_the_map_stay_at_home_and_so_do_summaries(toy: Atlas) -> None:
    events = bundle(toy)["events"]
    assert [event["id"] for event in events] == [
        "1993-04-03-town", "1994-05-month", "2020-11-20-centre", "2020-11-25-town",
    ]  # fmt: skip
    assert events[0] == {
        "id": "1993-04-03-town", "start": "1993-04-02", "end": "1993-04-03", "prec": 1, "type": "capture",
        "title": "Title of 1993-04-03-town", "lat": 40.05, "lon": 46.05, "where_prec": 1, "importance": 3,
        "regions": ["west", "whole"],
    }  # fmt: skip


def test_lines_and_context(toy: Atlas) -> None:
    content = bundle(toy)
    facts = by_id(content["lines"])["front"]["properties"]
    assert (facts["start"], facts["end"], facts["accuracy_km"], facts["drawn"]) == (
        "1994-05-12", "2020-11-10", 1.2, "typed",
    )  # fmt: skip
    assert by_id(content["context"])["lake"]["properties"]["region_id"] is None


def test_coordinates_have_four_decimals(toy: Atlas) -> None:
    moved = toy.units.assign(geometry=toy.units.translate(0.00001234, 0.00005678))
    raw = bundle_bytes(bundle(replace(toy, units=moved))["units"]).decode()
    assert max(len(digits) for digits in re.findall(r"\d\.(\d+)", raw)) <= 4


def test_the_name_follows_the_bytes(toy: Atlas) -> None:
    raw = bundle_bytes(bundle(toy))
    assert bundle_name(raw) == bundle_name(bytes(raw))
    assert bundle_name(raw) != bundle_name(raw + b" ")
    assert re.fullmatch(r"bundle-[0-9a-f]{12}\.json", bundle_name(raw))


def test_the_shipped_bundle_is_small(real: Atlas) -> None:
    raw = bundle_bytes(bundle(real))
    assert len(raw) < 450_000
    assert not re.search(rb'"(summary|note|source_ids)"', raw)
    json.loads(raw)


def test_no_country_is_named_on_a_unit(real: Atlas) -> None:
    area = real.units.union_all()
    for feature in bundle(real)["context"]["features"]:
        if feature["properties"]["kind"] == "country":
            lat, lon = feature["properties"]["point"]
            assert not area.contains(Point(lon, lat)), feature["id"]


def test_every_label_a_script_writes_is_in_the_terms_and_every_one_there_is_written(real: Atlas) -> None:
    assert written_labels() == set(bundle(real)["terms"]["label"])


def test_every_event_type_has_a_symbol_of_its_own_that_the_map_can_draw(real: Atlas) -> None:
    symbols = {kind: term["symbol"] for kind, term in bundle(real)["terms"]["event_type"].items()}
    assert len(set(symbols.values())) == len(symbols)
    script = (STATIC / "symbols.js").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^  (\w+): ", script, re.MULTILINE)) | {"solid"}
    for kind, symbol in symbols.items():
        badge, glyph = symbol.split("-")
        assert {badge, glyph} <= drawn, f"{kind} asks for {symbol}"


def test_a_readers_own_event_is_marked(toy: Atlas) -> None:
    events = toy.events.copy()
    events.at["2020-11-20-centre", "tags"] = ("own",)
    marked = {event["id"]: event.get("own") for event in bundle(replace(toy, events=events))["events"]}
    assert marked["2020-11-20-centre"] is True
    assert marked["1993-04-03-town"] is None
