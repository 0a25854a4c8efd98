"""Two days side by side, and where the map looks: linked maps, flying, a region out of sight."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo import Atlas
from geo.map.standalone import standalone
from geo.view import View
from tests.map.steps import Open, click_at, held, show, view

pytestmark = pytest.mark.browser

SECOND = "[data-pane=compare]"
LOOKS = "[map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
# the second map is found by what it draws: a town's dot stands where the first one has it
DOTS = """() => ['.folium-map', '[data-pane=compare]'].map((pane) => {
    const box = document.querySelector(pane).getBoundingClientRect();
    const dot = document.querySelector(`${pane} .atlas-dot`)?.getBoundingClientRect();
    return dot && [dot.x - box.x, dot.y - box.y];
})"""


def same_place(page: Page) -> None:
    """Waits until both maps show the town at the same place, but for a pixel that rounding may cost."""
    near = "a && b && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1.8"
    page.wait_for_function(f"(() => {{ const [a, b] = ({DOTS})(); return {near}; }})()")


def box(page: Page, pane: str) -> Any:
    found = page.locator(pane).bounding_box()
    assert found
    return found


def test_two_days_stand_side_by_side_and_one_alone_again(open_map: Open) -> None:
    page = open_map()
    whole = box(page, ".folium-map")
    show(page, "2020-11-25", compare="1993-04-03")
    root = page.locator("html")
    assert (root.get_attribute("data-date"), root.get_attribute("data-compare")) == (
        "2020-11-25",
        "1993-04-03",
    )
    assert held(page, "W") == "azerbaijan held"
    assert held(page, "W", pane=SECOND) == "armenian_forces held"
    assert page.locator("path[data-unit=W]").first.evaluate("(path) => !path.closest('[data-pane]')")
    assert page.locator(".atlas-date").all_inner_texts() == ["25 November 2020", "3 April 1993"]
    assert box(page, ".folium-map")["x"] > box(page, SECOND)["x"] + 400
    show(page, "1993-04-02", compare="1993-04-03")
    assert box(page, ".folium-map")["x"] > box(page, SECOND)["x"] + 400  # scrubbing past it moves no map
    show(page, "1993-04-02", compare="2020-11-25")
    assert box(page, SECOND)["x"] > box(page, ".folium-map")["x"] + 400
    show(page, "2020-11-25", compare="1993-04-03")
    show(page, "2020-11-25")
    assert page.locator(SECOND).count() == 0
    assert root.get_attribute("data-compare") is None
    page.wait_for_function("(width) => map.getSize().x === width", arg=whole["width"])
    assert box(page, ".folium-map") == whole
    assert page.locator(".atlas-date:visible").count() == 0


def test_in_a_narrow_frame_the_two_stand_one_above_the_other(open_map: Open, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 560})
    open_map()
    show(page, "2020-11-25", compare="1993-04-03")
    one, other = box(page, ".folium-map"), box(page, SECOND)
    assert (one["x"], one["width"]) == (other["x"], other["width"])
    assert one["y"] >= other["y"] + other["height"]


@pytest.mark.parametrize("hand", [".folium-map", SECOND])
def test_the_maps_move_and_zoom_together_whichever_is_moved(open_map: Open, hand: str) -> None:
    page = open_map()
    show(page, "2020-11-25", compare="1993-04-03")
    same_place(page)
    area = box(page, hand)
    x, y = area["x"] + area["width"] / 2, area["y"] + area["height"] / 2
    before = page.evaluate(LOOKS)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 25, steps=5)
    same_place(page)
    page.mouse.up()
    assert page.evaluate(LOOKS) != before
    zoom = page.evaluate("map.getZoom()")
    page.mouse.wheel(0, -240)
    page.wait_for_function("(zoom) => map.getZoom() > zoom", arg=zoom)
    same_place(page)


def test_a_click_in_the_second_map_selects_the_same_region_in_both(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-11-25", compare="2000-01-01", window="1")
    page.evaluate("map.setView([40.05, 46.15], 10.5, {animate: false})")
    same_place(page)
    click_at(page, 40.02, 46.22, pane=SECOND)
    assert (view(page)["region"], view(page)["date"]) == ("east", "2020-11-25")
    drawn = "(lines) => lines.map((line) => line.getAttribute('d').length > 9)"
    assert page.eval_on_selector_all(".atlas-selection-line", drawn) == [True, True]


def test_textures_reach_both_maps(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-11-25", compare="2000-01-01")
    page.wait_for_function("!document.querySelector('.atlas-legend').open")  # it folds beside a second map
    page.locator(".atlas-legend > summary").click()
    page.get_by_label("Patterns as well as colours").check()
    fills = page.eval_on_selector_all("path[data-unit=E]", "(all) => all.map((path) => path.style.fill)")
    assert len(fills) == 2
    assert all("fill-" in fill for fill in fills)
    swatches = page.eval_on_selector_all(
        "[data-held=azerbaijan]", "(all) => all.map((one) => one.style.fill)"
    )
    assert swatches, "the legend shows the holder"
    assert all("fill-azerbaijan" in fill for fill in swatches), "as the map does"


@pytest.mark.parametrize(("zoom", "expected"), [(11, 11), (None, 10)])
def test_fly_goes_there(open_map: Open, page: Page, zoom: int | None, expected: int) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_map()
    page.evaluate(
        "(spot) => atlas.store.fly(spot)", {"lat": 40.05, "lon": 46.05} | ({"zoom": zoom} if zoom else {})
    )
    assert page.evaluate(LOOKS) == pytest.approx([40.05, 46.05, expected], abs=0.01)


@pytest.mark.parametrize(("region", "moves"), [("capital", True), ("west", False), (None, False)], ids=str)
def test_a_region_out_of_sight_is_brought_into_sight(
    open_map: Open, page: Page, region: str | None, moves: bool
) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_map()
    before = page.evaluate(LOOKS)
    show(page, "2000-01-01", region=region)
    assert (page.evaluate(LOOKS) != before) is moves
    if region == "capital":
        assert page.evaluate("map.getBounds().contains([40.4, 49.8])")
        assert page.evaluate("map.getZoom()") == before[2]


def test_a_file_of_its_own_compares_two_days_too(browser: Browser, real: Atlas, tmp_path: Path) -> None:
    shown = View(day=date(2020, 11, 25), region="kalbajar", compare=date(1993, 7, 23), second_language="hy")
    file = tmp_path / "map.html"
    file.write_text(standalone(real, shown, title="Two days"), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 900, "height": 620})
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=true][data-compare='1993-07-23']")
    assert held(page, "KAL-OUT") == "azerbaijan held"
    assert held(page, "KAL-OUT", pane=SECOND) == "armenian_forces held"
    assert box(page, SECOND)["height"] == box(page, ".folium-map")["height"] == 620
    context.close()


def test_a_click_never_moves_the_map(open_map: Open, toy_facts: dict[str, Any]) -> None:
    for event in toy_facts["events"]:
        event["regions"] = ["capital"]
    page = open_map()
    show(page, "2020-11-20", window="1")
    before = page.evaluate(LOOKS)
    click_at(page, 40.05, 46.15)
    assert page.evaluate("atlas.state()")["region"] == "capital"
    assert page.evaluate(LOOKS) == before
