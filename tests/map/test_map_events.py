"""Events on the map: which are drawn, how a click opens one, clusters, the selected one, no canvas."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.map.steps import Open, click_at, point_at, show, shown_day, spot, view

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
            "atlas.store.change({date: '2020-11-25'}, 'drag');"
            "document.querySelector('[data-change=W]').dataset.fresh ?? null"
        )
        assert fresh == expected
        page.wait_for_function("!document.querySelector('[data-fresh]')")


def test_pointing_says_since_when_it_is_held_from_whom_it_came_and_how_many_sources(
    open_map: Open, toy_facts: dict[str, Any]
) -> None:
    west = next(unit for unit in toy_facts["units"] if unit["id"] == "W")
    west["periods"][3] |= {"prec": 2, "earliest": "2020-11-24", "latest": "2020-11-26"}
    page = open_map()
    page.evaluate(CLOSE)
    show(page, "2020-12-01")
    assert point_at(page, 40.02, 46.02) == [
        "west (en)", "azerbaijan (en)", "since around 25 November 2020", "high (en) · Sources: 2",
        "Dates in the sources: 24–26 November 2020", "Changed hands in the days shown",
        "armenian_forces (en) → azerbaijan (en)",
    ]  # fmt: skip


# unit M: held by the Armenian side since 9 May 1992, from 2 April 2016 with a part contested
STATUSES = [
    ("2016-04-01", ["since 9 May 1992"]),
    ("2016-04-02", ["since 9 May 1992", "partly_contested (en) since 2 April 2016"]),
    ("1990-01-01", ["since before 1 January 1988, when the records begin"]),
    ("1991-10-01", ["since 2 September 1991"]),
]


def test_one_date_says_since_when_and_another_status_has_its_own(open_map: Open) -> None:
    page = open_map()
    page.evaluate(CLOSE)
    for day, expected in STATUSES:
        show(page, day, window="1")
        lines = point_at(page, 40.02, 46.12)
        assert [line for line in lines if "since" in line] == expected, day


def test_a_hold_that_became_firm_later_says_so_apart(open_map: Open, toy_facts: dict[str, Any]) -> None:
    middle = next(unit for unit in toy_facts["units"] if unit["id"] == "M")
    middle["periods"][2]["status"] = "partly_contested"
    middle["periods"][3]["status"] = "held"
    page = open_map()
    page.evaluate(CLOSE)
    show(page, "2020-01-01", window="1")
    assert point_at(page, 40.02, 46.12)[2:4] == [
        "since 9 May 1992", "in the whole area since 2 April 2016",
    ]  # fmt: skip


def test_the_note_stays_true_while_the_day_changes(open_map: Open) -> None:
    page = open_map()
    page.evaluate(CLOSE)
    show(page, "2020-11-24")
    assert "armenian_forces (en)" in point_at(page, 40.02, 46.02)
    show(page, "2020-12-30", how="drag")
    assert "azerbaijan (en)" in page.locator(".atlas-tooltip").inner_text()


def test_a_click_on_an_event_goes_to_its_day_and_pointing_says_so(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-12-01")
    assert point_at(page, 40.05, 46.15)[-1] == "Click to go to 20 November 2020"
    click_at(page, 40.05, 46.15)
    shown = view(page)
    assert (shown["region"], shown["event"], shown_day(page)) == ("centre", CENTRE, "2020-11-20")


def test_an_event_before_the_records_opens_on_their_first_day(
    open_map: Open, toy_facts: dict[str, Any]
) -> None:
    event = next(event for event in toy_facts["events"] if event["id"] == CENTRE)
    event["start"] = "1987-10-18"
    page = open_map()
    show(page, "2020-11-20", window="1")
    click_at(page, 40.05, 46.15)
    assert shown_day(page) == "1988-01-01"


@pytest.mark.parametrize("keys", [["ArrowDown", "Enter"], None], ids=["keyboard", "mouse"])
def test_a_town_under_events_is_selected_and_they_are_offered_with_the_days_they_go_to(
    open_map: Open, keys: list[str] | None
) -> None:
    page = open_map()
    show(page, "2020-12-01", window="all")
    click_at(page, 40.05, 46.05)
    assert (view(page)["region"], shown_day(page)) == ("west", "2020-12-01"), "the town's, no other day yet"
    show(page, "2020-12-01", window="all", region="whole")
    click_at(page, 40.05, 46.05)
    events = page.get_by_role("dialog", name="Events at this place")
    rows = events.get_by_role("listitem").all_inner_texts()
    assert len(rows) == 3
    assert all("goes to " in row for row in rows)
    if keys:
        for key in keys:
            page.keyboard.press(key)
    else:
        events.get_by_role("button", name=TOWN).click()
    assert view(page)["event"] == (MONTH if keys else TOWN)
    assert not events.is_visible()


def test_a_choice_from_the_list_keeps_the_region_selected_since_it_opened(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-12-01", window="all")
    click_at(page, 40.05, 46.05)
    assert view(page)["region"] == "west"
    page.evaluate("atlas.store.change({ region: 'whole' })")
    page.get_by_role("dialog").get_by_role("button", name=TOWN).click()
    assert (view(page)["event"], view(page)["region"]) == (TOWN, "whole")


def test_titles_are_called_english_where_the_map_is_not(open_map: Open, toy_facts: dict[str, Any]) -> None:
    toy_facts["lang"] = "ru"
    page = open_map()
    show(page, "2020-12-01", window="all")
    point_at(page, 40.05, 46.15)
    assert page.locator(".atlas-tooltip span[lang=en]").all_inner_texts() == [f"Title of {CENTRE}"]
    click_at(page, 40.05, 46.05)
    titles = page.get_by_role("dialog").locator("li span[lang=en]").all_inner_texts()
    assert {*titles} == {f"Title of {event}" for event in (TOWN, MONTH, ENTRY)}


def test_a_row_of_the_day_shown_says_of_no_other(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-11-25", window="all")
    click_at(page, 40.05, 46.05)
    rows = page.get_by_role("dialog").get_by_role("listitem").all_inner_texts()
    assert ["goes to" in row for row in rows if ENTRY in row] == [False]


def test_escape_and_a_click_elsewhere_close_the_list(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-12-01", window="all")
    events = page.get_by_role("dialog")
    click_at(page, 40.05, 46.05)
    page.keyboard.press("Escape")
    assert not events.is_visible()
    click_at(page, 40.05, 46.05)
    click_at(page, 38.9, 47.5)
    assert not events.is_visible()


def test_the_selected_event_is_ringed_and_leads_its_cluster(open_map: Open, page: Page) -> None:
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
    show(page, "2020-12-01")
    assert page.locator(".atlas-mark").count() == 2
    click_at(page, 40.05, 46.15)
    assert view(page)["event"] == CENTRE


def test_ten_thousand_events_are_drawn_as_a_few_hundred_symbols(
    open_map: Open, toy_facts: dict[str, Any]
) -> None:
    [model] = [event for event in toy_facts["events"] if event["id"] == CENTRE]
    for number in range(10_000):
        day = (date(1988, 1, 1) + timedelta(number)).isoformat()
        place = {"lat": 38.8 + number % 97 / 50, "lon": 45.4 + number % 89 / 40}
        toy_facts["events"].append({**model, "id": f"made-{number}", "start": day, "end": day, **place})
    page = open_map()
    show(page, "2020-11-25", window="all")
    assert len(page.evaluate("atlas.state()")["events"]) > 9_000
    page.mouse.move(*spot(page, 39.8, 46.4))
    assert page.locator(".atlas-tooltip").is_visible()
