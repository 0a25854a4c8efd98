"""Events on the map: which are drawn, how a click opens one, crowds, the selected one, no canvas."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.map.hand import LISTEN, Open, click_at, heard, show, shown_day, spot

pytestmark = pytest.mark.browser

TOWN, MONTH, CENTRE, ENTRY = "1993-04-03-town", "1994-05-month", "2020-11-20-centre", "2020-11-25-town"
WINDOWS: list[tuple[str, str, set[str]]] = [
    ("2020-11-19", "30", set()),
    ("2020-11-25", "30", {CENTRE, ENTRY}),
    ("2020-11-25", "6", {CENTRE, ENTRY}),
    ("2020-11-25", "5", {ENTRY}),
    ("1993-04-02", "1", {TOWN}),
    ("1993-04-04", "1", set()),
    ("1994-05-20", "all", {TOWN, MONTH}),
    ("2026-01-01", "all", {TOWN, MONTH, CENTRE, ENTRY}),
    ("1990-01-01", "1994-05-31..2020-11-20", {MONTH, CENTRE}),
    ("2026-01-01", "2020-11-21..2020-11-25", {ENTRY}),
    ("2020-11-25", "nonsense", {CENTRE, ENTRY}),
]
# day, window, the units that changed hands in it
CHANGES = [
    ("2020-11-25", "30", {"W"}),
    ("2020-12-25", "30", set()),
    ("1993-05-01", "30", {"W"}),
    ("1991-09-02", "7", {"W", "M", "E"}),
    ("1991-09-02", "1", {"W", "M"}),
    ("1988-01-01", "all", set()),
    ("2026-01-01", "2020-11-01..2020-11-30", {"W"}),
    ("1990-01-01", "2020-11-01..2020-11-30", {"W"}),
]
CLOSE = "map.setView([40.05, 46.15], 11, {animate: false})"
NO_CANVAS = "HTMLCanvasElement.prototype.getContext = () => null"


def test_the_window_decides_which_events_are_drawn(open_map: Open) -> None:
    page = open_map()
    for day, window, expected in WINDOWS:
        show(page, day, window=window)
        assert set(page.evaluate("atlas.state()")["events"]) == expected, (day, window)


def test_what_changed_hands_in_the_window_is_outlined(open_map: Open) -> None:
    page = open_map()
    for day, window, expected in CHANGES:
        show(page, day, window=window)
        for unit in "WME":
            path = page.locator(f"path[data-unit={unit}]")
            assert path.get_attribute("data-changed") == str(unit in expected).lower(), (day, window, unit)
        shown = page.locator(".atlas-changes .atlas-changes-path:visible")
        assert {one.get_attribute("data-change") for one in shown.all()} == expected


def test_a_change_under_the_hand_stands_out_unless_motion_is_unwanted(open_map: Open, page: Page) -> None:
    open_map()
    for motion, expected in (("no-preference", "true"), ("reduce", None)):
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        show(page, "2020-11-24")
        fresh = page.evaluate(
            "atlas.hear({day: '2020-11-25'}); document.querySelector('[data-change=W]').dataset.fresh ?? null"
        )
        assert fresh == expected
        page.wait_for_function("!document.querySelector('[data-fresh]')")


def test_pointing_says_who_had_it_before_since_when_and_how_many_sources(
    open_map: Open, toy_bundle: dict[str, Any]
) -> None:
    [west] = [unit for unit in toy_bundle["units"]["features"] if unit["id"] == "W"]
    west["properties"]["periods"][3] += [2, ["2020-11-24", "2020-11-26"]]
    page = open_map(toy_bundle)
    page.evaluate(CLOSE)
    show(page, "2020-12-01")
    page.mouse.move(*spot(page, 40.02, 46.02))
    lines = page.locator(".atlas-tip > div").evaluate(
        "(tip) => [...tip.children].map((one) => one.innerText)"
    )
    assert lines == [
        "west (en)", "azerbaijan (en)", "[since] [about] 25 November 2020", "high (en) · [sources] 2",
        "[dates_in_sources] 24–26 November 2020", "[changed_hands]", "armenian_forces (en) → azerbaijan (en)",
    ]  # fmt: skip


def test_the_note_stays_true_while_the_day_changes(open_map: Open) -> None:
    page = open_map()
    page.evaluate(CLOSE)
    show(page, "2020-11-24")
    page.mouse.move(*spot(page, 40.02, 46.02))
    assert "armenian_forces (en)" in page.locator(".atlas-tip").inner_text()
    page.evaluate("atlas.hear({day: '2020-12-30'})")
    assert "azerbaijan (en)" in page.locator(".atlas-tip").inner_text()


def test_a_click_on_an_event_goes_to_its_day(open_map: Open) -> None:
    page = open_map()
    page.evaluate(LISTEN)
    show(page, "2020-12-01")
    click_at(page, 40.05, 46.15)
    assert heard(page, 1) == [{"kind": "select", "region": "centre", "day": "2020-11-20", "event": CENTRE}]
    assert shown_day(page) == "2020-11-20"


def test_an_event_before_the_records_opens_on_their_first_day(
    open_map: Open, toy_bundle: dict[str, Any]
) -> None:
    toy_bundle["events"][2]["start"] = "1987-10-18"
    page = open_map(toy_bundle)
    page.evaluate(LISTEN)
    show(page, "2020-11-20", window="1")
    click_at(page, 40.05, 46.15)
    assert heard(page, 1)[0]["day"] == "1988-01-01"


@pytest.mark.parametrize("keys", [["ArrowDown", "Enter"], None], ids=["keyboard", "mouse"])
def test_a_crowded_spot_offers_its_events(open_map: Open, keys: list[str] | None) -> None:
    page = open_map()
    page.evaluate(LISTEN)
    show(page, "2020-12-01", window="all", region="whole")
    click_at(page, 40.05, 46.05)
    pick = page.get_by_role("dialog", name="[events_here]")
    assert pick.get_by_role("listitem").count() == 3
    assert page.evaluate("heard") == [], "nothing is chosen yet"
    if keys:
        for key in keys:
            page.keyboard.press(key)
    else:
        pick.get_by_role("button", name=TOWN).click()
    [choice] = heard(page, 1)
    assert choice["event"] == (MONTH if keys else TOWN)
    assert choice["region"] == "whole", "the event belongs to it"
    assert not pick.is_visible()


def test_escape_and_a_click_elsewhere_close_the_list(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-12-01", window="all")
    pick = page.get_by_role("dialog")
    click_at(page, 40.05, 46.05)
    page.keyboard.press("Escape")
    assert not pick.is_visible()
    click_at(page, 40.05, 46.05)
    click_at(page, 38.9, 47.5)
    assert not pick.is_visible()


def test_the_selected_event_is_ringed_and_leads_its_crowd(open_map: Open, page: Page) -> None:
    page.add_init_script(NO_CANVAS)
    open_map()
    show(page, "2020-12-01", window="all", event=TOWN)
    selected = page.locator(".atlas-mark[data-selected=true]")
    assert selected.count() == 1
    assert selected.evaluate("(mark) => mark === mark.parentElement.lastElementChild"), (
        "the first drawn is on top"
    )
    assert selected.locator("b").inner_text() == "3"


def test_a_ring_is_drawn_round_the_selected_event(open_map: Open) -> None:
    page = open_map()
    x, y = spot(page, 40.05, 46.15)
    clip: Any = {"x": x - 26, "y": y - 26, "width": 52, "height": 52}
    show(page, "2020-11-20", window="1")
    plain = page.screenshot(clip=clip)
    show(page, "2020-11-20", window="1", event=CENTRE)
    assert page.screenshot(clip=clip) != plain


def test_without_canvas_events_are_still_seen_and_clicked(open_map: Open, page: Page) -> None:
    page.add_init_script(NO_CANVAS)
    open_map()
    page.evaluate(LISTEN)
    show(page, "2020-12-01")
    assert page.locator(".atlas-mark").count() == 2
    click_at(page, 40.05, 46.15)
    assert heard(page, 1)[0]["event"] == CENTRE


def test_ten_thousand_events_are_drawn_as_a_few_hundred_symbols(
    open_map: Open, toy_bundle: dict[str, Any]
) -> None:
    [model] = [event for event in toy_bundle["events"] if event["id"] == CENTRE]
    for number in range(10_000):
        day = (date(1988, 1, 1) + timedelta(number)).isoformat()
        place = {"lat": 38.8 + number % 97 / 50, "lon": 45.4 + number % 89 / 40}
        toy_bundle["events"].append({**model, "id": f"made-{number}", "start": day, "end": day, **place})
    page = open_map(toy_bundle)
    show(page, "2020-11-25", window="all")
    assert len(page.evaluate("atlas.state()")["events"]) > 9_000
    page.mouse.move(*spot(page, 39.8, 46.4))
    assert page.locator(".atlas-tip").is_visible()
