"""The map in a real browser, on the toy world: paint, channel, clicks, themes, hostile text."""

import copy
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.map.hand import LISTEN, Open, click_at, drag, held, show, shown_day

pytestmark = pytest.mark.browser

DAYS = [
    ("1988-01-01", {"W": "soviet_union held", "M": "soviet_union held", "E": "soviet_union held"}),
    ("1991-09-01", {"W": "soviet_union held", "E": "azerbaijan held"}),
    ("1991-09-02", {"W": "azerbaijan held", "M": "contested contested"}),
    ("1993-04-02", {"W": "azerbaijan held", "M": "armenian_forces held"}),
    ("1993-04-03", {"W": "armenian_forces held"}),
    ("2020-11-24", {"W": "armenian_forces held", "M": "armenian_forces partly_contested"}),
    ("2020-11-25", {"W": "azerbaijan held"}),
]
LINE_DAYS = [("1994-05-11", "no"), ("1994-05-12", "now"), ("2020-11-09", "now"), ("2020-11-10", "no")]


def test_units_are_painted_for_the_day(open_map: Open) -> None:
    page = open_map()
    for day, expected in DAYS:
        show(page, day)
        assert shown_day(page) == day
        assert {unit: held(page, unit) for unit in expected} == expected


def test_a_view_from_the_server_before_the_facts_is_not_lost(open_map: Open) -> None:
    view = 'atlas.show({"day": "1993-04-03", "region": "west", "lang": "ru", "window": 30});'
    page = open_map(view=view)
    assert shown_day(page) == "1993-04-03"
    assert page.locator("html").get_attribute("lang") == "ru"


def test_the_channel_moves_the_day(open_map: Open) -> None:
    page = open_map()
    for day, expected in DAYS:
        drag(page, day)
        assert {unit: held(page, unit) for unit in expected} == expected


def test_the_map_stays_where_the_reader_put_it(open_map: Open) -> None:
    page = open_map()
    page.evaluate("map.setView([40.05, 46.1], 11, {animate: false})")
    drag(page, "1993-04-03", "west")
    show(page, "2020-11-25", region="centre")
    assert page.evaluate("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]") == pytest.approx(
        [11, 40.05, 46.1], abs=1e-3
    )


def test_an_older_view_of_the_server_waits_for_the_hand(open_map: Open, page: Page) -> None:
    page.clock.install()
    open_map()
    for day in ("1992-01-01", "1993-01-01", "1994-01-01"):
        drag(page, day)
    show(page, "1992-01-01")
    page.clock.run_for(1_000)
    assert shown_day(page) == "1994-01-01", "the drag has passed this day: its answer is late"
    show(page, "2020-11-25")
    page.clock.run_for(10)
    assert shown_day(page) == "2020-11-25", "the hand rests, so the server may speak"


def test_clicks_walk_through_the_regions_of_a_unit(open_map: Open) -> None:
    page = open_map()
    page.evaluate(LISTEN)
    show(page, "2000-01-01")
    for _ in range(3):
        click_at(page, 40.03, 46.03)
    page.wait_for_function("heard.length == 3")
    assert page.evaluate("heard") == [
        {"kind": "select", "region": region} for region in ("west", "whole", "west")
    ]
    assert page.evaluate("atlas.state()")["region"] == "west"


def test_a_first_click_selects_the_district_whatever_was_selected(open_map: Open) -> None:
    page = open_map()
    page.evaluate(LISTEN)
    show(page, "2000-01-01", region="whole")
    click_at(page, 40.03, 46.03)
    click_at(page, 38.9, 47.5)
    page.wait_for_function("heard.length == 2")
    assert [message["region"] for message in page.evaluate("heard")] == ["west", None]


def test_lines_are_there_while_they_were(open_map: Open) -> None:
    page = open_map()
    line = page.locator(".atlas-lines path[data-line=front]")
    for day, shown in LINE_DAYS:
        show(page, day)
        assert line.get_attribute("data-shown") == shown, day


def test_data_is_text_never_markup(open_map: Open, toy_bundle: dict[str, Any]) -> None:
    content = copy.deepcopy(toy_bundle)
    trap = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>'
    for event in content["events"]:
        event["title"] = trap
    content["attribution"] = trap
    for part in (*content["regions"], *content["places"]):
        part["name"] = dict.fromkeys(part["name"], trap)
    page = open_map(content)
    show(page, "2020-11-25")
    spot = page.evaluate("map.latLngToContainerPoint([40.05, 46.05])")
    page.mouse.move(spot["x"], spot["y"])
    assert trap in page.locator(".atlas-tip").inner_text()
    assert page.locator(".atlas-tip img, .atlas-label img, .leaflet-control-attribution img").count() == 0
    assert trap in page.locator(".leaflet-control-attribution").inner_text()


@pytest.mark.parametrize(("theme", "colour"), [("light", "rgb(170, 136, 0)"), ("dark", "rgb(187, 153, 17)")])
def test_each_theme_has_its_colours(open_map: Open, theme: str, colour: str) -> None:
    page = open_map(theme=theme)
    show(page, "2000-01-01")
    assert page.locator("path[data-unit=W]").evaluate("(path) => getComputedStyle(path).fill") == colour


def test_contested_ground_is_hatched_and_textures_can_be_asked_for(open_map: Open) -> None:
    page = open_map()
    show(page, "1991-10-01")
    fills = {unit: page.locator(f"path[data-unit={unit}]") for unit in "WM"}
    assert "fill-sides" in fills["M"].evaluate("(path) => path.style.fill")
    page.locator(".atlas-legend input").check()
    assert "fill-azerbaijan" in fills["W"].evaluate("(path) => path.style.fill")


def test_without_a_channel_each_click_is_reported_once(open_map: Open, page: Page) -> None:
    page.add_init_script(
        "delete window.BroadcastChannel; window.told = [];"
        "window.Streamlit = {setComponentValue: (value) => told.push(value),"
        " RENDER_EVENT: 'render', events: new EventTarget()};"
    )
    open_map()
    show(page, "2000-01-01")
    for lon in (46.03, 46.23, 46.03):
        click_at(page, 40.03, lon)
    told = page.evaluate("told")
    assert [report["region"] for report in told] == ["west", "east", "west"]
    assert len({report["count"] for report in told}) == 3


@pytest.mark.parametrize(("width", "height", "open_legend"), [(900, 620, True), (390, 560, False)])
def test_the_whole_area_fits_any_frame(
    open_map: Open, page: Page, width: int, height: int, open_legend: bool
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_map()
    assert page.evaluate("map.getBounds().contains([[38.75, 45.3], [40.75, 47.9]])")
    assert page.locator("details.atlas-legend").evaluate("(legend) => legend.open") is open_legend
