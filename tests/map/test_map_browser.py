"""The map in a real browser, on the toy world: paint, clicks, themes, hostile text, the frame's store."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from geo.map import base_map
from tests.map.steps import Open, click_at, cursor_at, held, show, shown_day, spot, view

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


def test_a_map_of_its_own_opens_with_the_view_of_its_options_and_follows_its_address(open_map: Open) -> None:
    page = open_map(query="date=1993-04-03&region=west")
    assert shown_day(page) == "1993-04-03"
    assert "date=1993-04-03" in page.url
    show(page, "2000-01-01", region="east")
    page.wait_for_function("location.href.includes('date=2000-01-01&region=east')")
    page.go_back()
    page.wait_for_selector("html[data-date='1993-04-03']")
    assert page.evaluate("atlas.state()")["region"] == "west"


PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="favicon.ico">
<iframe src="framed.html" style="width: 800px; height: 600px"></iframe><script src="atlas.js"></script>"""
START = """async () => {
    const files = {shapes: "shapes.json", facts: {en: "facts.json"}, texts: {en: "texts.json"}};
    await karabakhAtlas.startPage({files});
    dispatchEvent(new CustomEvent("atlas-store"));
}"""


def test_in_a_frame_the_map_shows_the_store_of_the_page_around_it(
    open_map: Open, site: tuple[Path, str]
) -> None:
    page = open_map()
    folder, address = site
    base = base_map("atlas.js", "relief.jpg", theme="light")
    (folder / "framed.html").write_text(base.get_root().render(), encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "texts.json").write_text("{}", encoding="utf-8")
    page.goto(address + "/page.html")
    frame = page.frames[1]
    frame.wait_for_function("window.atlas")
    assert frame.locator("html").get_attribute("data-ready") is None, "the page has no store yet"
    page.evaluate(START)
    frame.wait_for_selector("html[data-ready=true]")
    page.evaluate("karabakhAtlas.store.change({date: '1993-04-03'})")
    assert frame.locator("html").get_attribute("data-date") == "1993-04-03"
    east = frame.locator("path[data-unit=E]").bounding_box()
    assert east
    page.mouse.click(east["x"] + east["width"] * 0.75, east["y"] + east["height"] * 0.75)
    assert page.evaluate("karabakhAtlas.store.view.region") == "east"
    page.evaluate("document.querySelector('iframe').remove()")
    page.evaluate("karabakhAtlas.store.change({date: '2000-01-01'})")  # a frame that is gone hears nothing


def test_the_map_stays_where_the_reader_put_it(open_map: Open) -> None:
    page = open_map()
    page.evaluate("map.setView([40.05, 46.1], 11, {animate: false})")
    show(page, "1993-04-03", how="drag", region="west")
    show(page, "2020-11-25", region="centre")
    assert page.evaluate("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]") == pytest.approx(
        [11, 40.05, 46.1], abs=1e-3
    )


def test_clicks_walk_through_the_regions_of_a_unit(open_map: Open) -> None:
    page = open_map()
    show(page, "2000-01-01")
    for region in ("west", "whole", "west"):
        click_at(page, 40.02, 46.02)
        assert view(page)["region"] == region
    assert page.evaluate("atlas.state()")["region"] == "west"


def test_a_first_click_selects_the_district_whatever_was_selected_and_one_beside_all_none(
    open_map: Open,
) -> None:
    page = open_map()
    show(page, "2000-01-01", region="whole")
    click_at(page, 40.02, 46.02)
    assert view(page)["region"] == "west"
    click_at(page, 38.9, 47.5)
    assert view(page)["region"] is None


def test_a_hand_shows_only_where_a_click_does_something(open_map: Open) -> None:
    page = open_map()
    page.evaluate("map.setView([40.05, 46.15], 10.5, {animate: false})")
    show(page, "2000-01-01", window="1")
    assert cursor_at(page, 40.02, 46.22) == "pointer"
    outline = page.locator(".atlas-hover-line").first
    assert len(outline.get_attribute("d") or "") > 9, "and its outline says what it would select"
    page.mouse.click(*spot(page, 40.02, 46.22))
    assert cursor_at(page, 40.021, 46.221) == "pointer", "it goes on to the region around it"
    show(page, "2000-01-01", window="1", region="west")
    assert cursor_at(page, 40.2, 46.0) == "grab", "nothing is there"


def test_a_click_on_a_town_or_its_name_selects_its_region_and_no_day(open_map: Open) -> None:
    page = open_map()
    show(page, "1993-04-05", window="30")
    click_at(page, 40.05, 46.05)
    assert (view(page)["region"], view(page)["date"]) == ("west", "1993-04-05")
    page.keyboard.press("Escape")
    show(page, "2000-01-01", window="1")
    page.evaluate("map.setView([40.05, 46.15], 10.5, {animate: false})")
    name = page.locator(".atlas-label", has_text="town").bounding_box()
    assert name
    page.mouse.click(name["x"] + name["width"] / 2, name["y"] + name["height"] / 2)
    assert view(page)["region"] == "west"


def test_a_town_with_a_region_of_its_name_stands_for_it(
    open_map: Open, real_files: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    page = open_map(real_files)
    show(page, "2020-11-25", window="1")
    for name, region in (("Martakert", "aghdara"), ("Tartar", "tartar"), ("Stepanakert", "khankendi")):
        box = page.locator(".atlas-label", has_text=name).first.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert view(page)["region"] == region


def test_lines_are_there_while_they_were(open_map: Open) -> None:
    page = open_map()
    line = page.locator(".atlas-lines path[data-line=front]")
    for day, shown in LINE_DAYS:
        show(page, day)
        assert line.get_attribute("data-shown") == shown, day


def test_data_is_text_never_markup(open_map: Open, toy_facts: dict[str, Any]) -> None:
    trap = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>'
    for event in toy_facts["events"]:
        event["title"] = trap
    toy_facts["credits"] = trap
    for part in (*toy_facts["regions"], *toy_facts["places"]):
        part["name"] = dict.fromkeys(part["name"], trap)
    page = open_map()
    show(page, "2020-11-25")
    page.mouse.move(*spot(page, 40.05, 46.05))
    assert trap in page.locator(".atlas-tooltip").inner_text()
    page.mouse.click(*spot(page, 40.05, 46.05))
    markup = page.locator(
        ".atlas-tooltip img, .atlas-label img, .atlas-event-list img, .leaflet-control-attribution img"
    )
    assert markup.count() == 0
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
    page.get_by_label("Patterns as well as colours").check()
    assert "fill-azerbaijan" in fills["W"].evaluate("(path) => path.style.fill")


@pytest.mark.parametrize(("width", "height", "open_legend"), [(900, 620, True), (390, 560, False)])
def test_the_whole_area_fits_any_frame(
    open_map: Open, page: Page, width: int, height: int, open_legend: bool
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_map()
    assert page.evaluate("map.getBounds().contains([[38.75, 45.3], [40.75, 47.9]])")
    assert page.locator("details.atlas-legend").evaluate("(legend) => legend.open") is open_legend


@pytest.mark.parametrize(("width", "height"), [(900, 620), (1400, 600), (390, 440)])
def test_the_map_cannot_be_lost(open_map: Open, page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    open_map()
    least = page.evaluate("map.getZoom()")
    page.mouse.move(width / 2, height / 2)
    for _ in range(4):
        page.mouse.wheel(0, 600)
    assert page.evaluate("map.getMinZoom()") == least
    assert page.locator(".leaflet-control-zoom-out").get_attribute("class") == (
        "leaflet-control-zoom-out leaflet-disabled"
    )
    for dx, dy in ((5_000, 0), (-5_000, 0), (0, 5_000), (0, -5_000)):
        page.evaluate("([x, y]) => map.panBy([x, y], {animate: false})", [dx, dy])
        page.wait_for_function("map.options.maxBounds.pad(0.01).contains(map.getBounds())")
        west = page.evaluate("map.latLngToContainerPoint([40.1, 46.0])")
        assert 0 <= west["x"] <= width and 0 <= west["y"] <= height, "Kalbajar stays in sight"
    page.evaluate("map.setView([41, 47.5], 12, {animate: false})")
    page.get_by_role("button", name="Show the whole area").click()
    assert page.evaluate("map.getBounds().contains([[38.75, 45.3], [40.75, 47.9]])")


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_buttons_are_pressed_by_either_key(open_map: Open, page: Page, key: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_map()
    home = page.evaluate("map.getZoom()")
    page.get_by_role("button", name="Zoom in").press(key)
    page.wait_for_function("(home) => map.getZoom() > home", arg=home)
    page.get_by_role("button", name="Show the whole area").press(key)
    page.wait_for_function("(home) => map.getZoom() === home", arg=home)


@pytest.mark.parametrize(("motion", "seconds"), [("reduce", "0s"), ("no-preference", "0.25s")])
def test_a_zoom_glides_only_for_readers_who_want_motion(
    open_map: Open, page: Page, motion: Any, seconds: str
) -> None:
    page.emulate_media(reduced_motion=motion)
    open_map()
    lasting = """async () => {
        map.zoomIn();
        await new Promise(requestAnimationFrame);
        const proxy = document.querySelector(".leaflet-zoom-anim .leaflet-proxy");
        return getComputedStyle(proxy).transitionDuration;
    }"""
    assert page.evaluate(lasting) == seconds


def test_a_page_without_folium_makes_the_same_map(open_map: Open, site: tuple[Path, str]) -> None:
    page = open_map()
    folder, address = site
    (folder / "texts.json").write_text("{}", encoding="utf-8")
    (folder / "plain.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="favicon.ico">'
        '<div data-atlas="map" style="width: 800px; height: 600px"></div><script src="atlas.js"></script>',
        encoding="utf-8",
    )
    page.goto(address + "/plain.html?date=1993-04-03")
    page.evaluate(START)
    page.wait_for_selector("html[data-ready=true]")
    assert held(page, "W", pane=".atlas-map") == "armenian_forces held"


def test_a_day_writes_nothing_on_the_root_that_styles_every_shape_anew(open_map: Open) -> None:
    page = open_map()
    script = """() => {
        const watch = new MutationObserver(() => {});
        watch.observe(document.documentElement, { attributes: true });
        atlas.store.change({ date: "2000-06-01" });
        return watch.takeRecords().map(({ attributeName }) => attributeName);
    }"""
    assert set(page.evaluate(script)) == {"data-date"}
