"""The timeline in a real browser, on a plain page: keys, mouse, fingers, eras, typed days, ranges, play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.instrument_page import open_page, toy_files, view

pytestmark = pytest.mark.browser

FIRST, LAST = date(2000, 1, 1), date(2003, 12, 31)
HOSTILE = "<img src=x onerror=alert(1)> & title"
# As much of the time again is drawn after its end.
BEYOND = 0.045
LIMITS = "Choose a day from 1 January 2000 to 31 December 2003, written like 1993-04-10 or 10 April 1993."


@pytest.fixture
def slider(page: Page) -> Locator:
    """The slider of the toy world on 31 March 2001."""
    return opened(page)


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Locator]:
    """One slider for all tests that only move the day; `sent` puts it back."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    yield opened(page)
    page.close()


def opened(page: Page, query: str = "") -> Locator:
    """The visible slider of the toy page at the query's view."""
    open_page(page, *toy_files(), query)
    slider = page.get_by_role("slider", name="Date")
    expect(slider).to_be_visible()
    return slider


def sent(slider: Locator, day: str, region: str | None = None) -> Locator:
    """The slider after another instrument has changed day and region."""
    slider.page.evaluate("view => store.change(view)", {"date": day, "region": region, "event": None})
    expect(slider).to_have_attribute("data-date", day)
    slider.focus()
    return slider


def expect_day(slider: Locator, day: str, **parts: str | None) -> None:
    """The slider and the store's view show the day, and the view these values."""
    expect(slider).to_have_attribute("data-date", day)
    shown = view(slider.page)
    assert {"date": day, **parts} == {name: shown[name] for name in ("date", *parts)}


def hows(page: Page) -> list[str]:
    """How each change of the view was made, those alike in a row once."""
    made: list[str] = page.evaluate("changes.map(({ how }) => how)")
    return [how for n, how in enumerate(made) if how not in made[n - 1 : n] and how != "texts"]


def frame(page: Page) -> None:
    """Waits until the next frame is painted."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def box_of(page: Page, selector: str) -> dict[str, float]:
    """Where the element stands on the screen."""
    box = page.locator(selector).bounding_box()
    assert box
    return dict(box)


def drag(page: Page, *shares: float) -> None:
    """Presses the mouse at the first share of the track's width and moves it to the others."""
    box = box_of(page, ".plot")
    places = [(box["x"] + share * box["width"], box["y"] + 10) for share in shares]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place)


def track_x(page: Page, day: str) -> float:
    """Where the middle of the day lies on the whole track."""
    box = box_of(page, ".plot")
    whole = (LAST - FIRST).days
    at = (date.fromisoformat(day) - FIRST).days + 0.5
    return box["x"] + box["width"] * at / (whole + 1 + whole * BEYOND)


def press_track(page: Page, day: str, y: float = 10, off: float = 0) -> None:
    """Clicks the track at the day, `y` pixels below its top."""
    page.mouse.click(track_x(page, day) + off, box_of(page, ".plot")["y"] + y)


def hover_day(page: Page, day: str, y: float) -> None:
    """Rests the mouse on the day, `y` pixels below the track's top."""
    page.mouse.move(track_x(page, day), box_of(page, ".plot")["y"] + y)


def drag_days(page: Page, start: str, end: str) -> None:
    """Presses the mouse on one day, moves it to another and lets go."""
    y = box_of(page, ".plot")["y"] + 10
    page.mouse.move(track_x(page, start), y)
    page.mouse.down()
    page.mouse.move(track_x(page, end), y, steps=4)
    page.mouse.up()


def choose_option(page: Page, *names: str) -> None:
    """Sets these in the box of options and closes it."""
    page.get_by_role("button", name="Timeline options").click()
    for name in names:
        page.get_by_role("radio", name=name, exact=True).check()
    page.keyboard.press("Escape")


def type_date(page: Page, text: str) -> None:
    """Fills the date field and presses Enter."""
    field = page.get_by_label("Go to date")
    field.fill(text)
    field.press("Enter")


def test_the_slider_says_what_it_is(slider: Locator) -> None:
    expect(slider).to_have_attribute("tabindex", "0")
    expect(slider).to_have_attribute("aria-valuemin", "0")
    expect(slider).to_have_attribute("aria-valuemax", "1460")
    expect(slider).to_have_attribute("aria-valuenow", "455")
    expect(slider).to_have_attribute("aria-valuetext", "31 March 2001")
    expect(slider).to_have_attribute("data-date", "2001-03-31")
    expect(slider.page.locator(".day")).to_have_text("31 March 2001")
    expect(slider.page.locator(".now .era")).to_have_text("Change")


@pytest.mark.parametrize(
    ("day", "keys", "expected"),
    [
        ("2001-03-31", "ArrowRight", "2001-04-01"),
        ("2001-03-31", "ArrowLeft", "2001-03-30"),
        ("2001-03-31", "PageUp", "2001-04-30"),
        ("2001-03-31", "PageDown", "2001-02-28"),
        ("2000-01-15", "PageDown", "2000-01-01"),
        ("2001-03-31", "Home", "2000-01-01"),
        ("2001-03-31", "Home ArrowLeft", "2000-01-01"),
        ("2001-03-31", "End", "2003-12-31"),
        ("2001-03-31", "End ArrowRight", "2003-12-31"),
        ("2001-03-31", "Shift+ArrowRight", "2001-04-20"),
        ("2001-03-31", "Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight", "2001-06-01"),
        ("2001-03-31", "Shift+ArrowLeft", "2001-02-10"),
        ("2000-05-05", "Shift+ArrowLeft", "2000-05-05"),
        ("2000-02-28", "ArrowRight", "2000-02-29"),
    ],
)
def test_keys_move_the_day(desk: Locator, day: str, keys: str, expected: str) -> None:
    slider = sent(desk, day)
    for key in keys.split():
        slider.press(key)
    expect_day(slider, expected)


@pytest.mark.parametrize(
    ("region", "key", "expected"),
    [
        ("east", "Shift+ArrowLeft", "2001-02-10"),
        ("west", "Shift+ArrowLeft", "2000-05-05"),
        ("west", "Shift+ArrowRight", "2001-04-20"),
        ("far", "Shift+ArrowRight", "2001-03-31"),
    ],
)
def test_events_are_those_of_the_selected_region(desk: Locator, region: str, key: str, expected: str) -> None:
    slider = sent(desk, "2001-03-31", region)
    slider.press(key)
    expect_day(slider, expected, region=region)


def test_a_drag_shows_every_day_at_once_and_ends_with_one_step_for_the_history(slider: Locator) -> None:
    page = slider.page
    drag(page, 0.1, 0.3, 0.5)
    expect(slider).to_have_attribute("data-date", re.compile("2002-0[12]"))
    assert hows(page) == ["drag"]
    shown = slider.get_attribute("data-date") or ""
    page.mouse.up()
    expect_day(slider, shown)
    assert hows(page) == ["drag", "settle"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("arrow", ["step"]),
        ("typed", ["step"]),
        ("era", ["step"]),
        ("event", ["step"]),
        ("range", ["drag", "settle"]),
    ],
)
def test_a_choice_says_how_it_was_made(slider: Locator, name: str, made: list[str]) -> None:
    page = slider.page
    choices = {
        "arrow": lambda: slider.press("ArrowRight"),
        "typed": lambda: type_date(page, "2002"),
        "era": lambda: page.get_by_role("button", name="After").click(),
        "event": lambda: press_track(page, "2002-08-08", y=50),
        "range": lambda: page.keyboard.down("Shift") or drag_days(page, "2002-01-01", "2002-03-01"),
    }
    choices[name]()
    assert hows(page) == made


def test_a_click_on_the_track_jumps_and_one_on_the_thumb_does_not(slider: Locator) -> None:
    slider.click()
    expect(slider).to_have_attribute("data-date", "2001-03-31")
    drag(slider.page, 0.0)
    slider.page.mouse.up()
    expect_day(slider, "2000-01-01")


def test_a_drag_past_the_end_stops_at_the_last_record(slider: Locator) -> None:
    drag(slider.page, 0.9, 0.999)
    slider.page.mouse.up()
    expect_day(slider, "2003-12-31")
    expect(slider.page.locator(".now .note")).to_contain_text("no data")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2002-02-28", "2002-02-28"),
        ("20020228", "2002-02-28"),
        ("28/2/2002", "2002-02-28"),
        ("2/28/2002", "2002-02-28"),
        ("February 8th, 2002", "2002-02-08"),
        ("8 февраля 2002 г.", "2002-02-08"),
        ("Februar 2002", "2002-02-01"),
        ("2002", "2002-01-01"),
        ("30 February 2002", None),
        ("1999-12-31", None),
        ("2004-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_typed_date(desk: Locator, text: str, expected: str | None) -> None:
    slider = sent(desk, "2001-03-31")
    page = slider.page
    type_date(page, text)
    expect_day(slider, expected or "2001-03-31")
    field = page.get_by_label("Go to date")
    assert field.get_attribute("aria-invalid") == ("false" if expected else "true")
    if expected:
        expect(field).to_have_value(expected)
    else:
        expect(page.locator(".message")).to_have_text(LIMITS)


def test_a_date_that_may_be_two_days_is_not_guessed(slider: Locator) -> None:
    page = slider.page
    type_date(page, "04/10/2002")
    said = "This may mean 4 October 2002 or 10 April 2002: write the month as a word."
    expect(page.locator(".message")).to_have_text(said)
    expect(page.locator(".timeline .live")).to_have_text(said)
    expect_day(slider, "2001-03-31")


def test_what_is_still_to_be_said_of_a_step_does_not_wipe_a_message(slider: Locator) -> None:
    page = slider.page
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(minutes=1))
    page.evaluate("store.change({ date: '2001-04-01' })")
    page.clock.run_for(50)
    expect(slider).to_have_attribute("data-date", "2001-04-01")
    page.locator(".typed").evaluate("""(typed) => {
        typed.value = "yesterday";
        typed.dispatchEvent(new Event("change"));
    }""")
    page.clock.run_for(1_000)
    expect(page.locator(".message")).to_have_text(LIMITS)


def test_an_era_fills_the_width_and_pressed_again_the_whole_is_back(slider: Locator) -> None:
    era = slider.page.get_by_role("button", name="After")
    expect(era).to_have_attribute("aria-pressed", "false")
    era.click()
    expect_day(slider, "2002-01-01")
    expect(era).to_have_attribute("aria-current", "true")
    expect(era).to_have_attribute("aria-pressed", "true")
    slider.press("ArrowRight")
    era.press("Enter")
    expect(slider.page.locator(".overview")).to_have_class(re.compile("full"))
    era.press("Enter")
    expect(era).to_have_attribute("aria-pressed", "true")
    expect_day(slider, "2002-01-02")


def test_zoomed_in_one_day_is_many_pixels(slider: Locator) -> None:
    page = slider.page
    for _ in range(8):
        slider.press("+")
    expect(page.locator(".frame")).to_have_attribute("style", re.compile(r"width: 0\.\d+%"))
    before = slider.bounding_box()
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("data-date", "2001-04-01")
    after = slider.bounding_box()
    assert before and after and after["x"] - before["x"] > 40
    slider.press("0")
    expect(page.locator(".overview")).to_have_class(re.compile("full"))


def test_the_wheel_zooms_and_at_the_whole_range_is_left_to_the_page(slider: Locator) -> None:
    page = slider.page
    prevented = """(plot, deltaY) => !plot.dispatchEvent(
        new WheelEvent("wheel", { deltaY, clientX: 700, cancelable: true }))"""
    assert page.locator(".plot").evaluate(prevented, 100) is False
    assert page.locator(".plot").evaluate(prevented, -100) is True
    expect(page.locator(".overview")).not_to_have_class(re.compile("full"))


def test_two_fingers_zoom_and_one_along_the_page_moves_nothing(slider: Locator) -> None:
    page = slider.page
    box = box_of(page, ".plot")
    hand = page.context.new_cdp_session(page)

    def touch(kind: str, *xs: float, y: float = 20) -> None:
        points = [{"x": box["x"] + x, "y": box["y"] + y, "id": i} for i, x in enumerate(xs)]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 300)
    touch("touchMove", 301, y=60)
    touch("touchCancel")
    expect(slider).to_have_attribute("data-date", "2001-03-31")
    touch("touchStart", 500)
    touch("touchStart", 500, 600)
    touch("touchMove", 300, 800)
    touch("touchEnd")
    expect(page.locator(".overview")).not_to_have_class(re.compile("full"))
    expect(slider).to_have_attribute("data-date", "2001-03-31")


def test_buttons_step_through_events_and_another_day_leaves_them(slider: Locator) -> None:
    page = slider.page
    page.get_by_role("button", name="Next event").click()
    expect_day(slider, "2001-04-20", event="ba")
    page.get_by_role("button", name="Next event").click()
    expect_day(slider, "2001-04-20", event="c")
    page.get_by_role("button", name="Previous event").click()
    page.get_by_role("button", name="Previous event").click()
    expect_day(slider, "2001-02-10", event="b")
    slider.press("ArrowRight")
    expect_day(slider, "2001-02-11", event=None)


def test_a_click_near_a_tick_goes_to_its_event(slider: Locator) -> None:
    page = slider.page
    press_track(page, "2002-08-08", y=50, off=3)
    expect_day(slider, "2002-08-08", event="e")
    press_track(page, "2003-03-03", y=50)
    assert view(page)["event"] is None


def test_events_of_the_region_all_or_the_main_ones_as_the_reader_sets(slider: Locator) -> None:
    page = slider.page
    sent(slider, "2001-03-31", "west")
    choose_option(page, "all events")
    page.get_by_role("button", name="Previous event", exact=True).click()
    expect_day(slider, "2001-02-10", event="b")
    choose_option(page, "main events")
    page.get_by_role("button", name="Next main event").click()
    expect_day(slider, "2001-04-20", event="c")
    page.get_by_role("button", name="Next main event").click()
    expect_day(slider, "2002-08-08", event="e")
    choose_option(page, "events of the region")
    expect(page.get_by_role("button", name="Next event in West District")).to_be_visible()


@pytest.mark.parametrize(("region", "marked", "plain"), [(None, 5, 0), ("east", 3, 2), ("far", 0, 5)])
def test_ticks_show_all_events_the_region_s_marked(
    page: Page, region: str | None, marked: int, plain: int
) -> None:
    opened(page, f"region={region or ''}")
    for name, count in (("exact-step", marked), ("exact", plain)):
        path = page.locator(f".ticks .{name}").get_attribute("d") or ""
        assert path.count("M") == count


def test_the_headline_is_the_weightiest_event_of_the_day_whatever_the_region(page: Page) -> None:
    slider = opened(page, "date=2001-04-19&region=far")
    slider.press("ArrowRight")
    expect(page.locator(".now .note")).to_have_text(f"{HOSTILE} · Small talk")
    expect(page.locator(".timeline .live")).to_have_text(f"20 April 2001. Change. {HOSTILE}. Small talk")
    assert page.locator(".timeline img").count() == 0


def test_an_uncertain_date_stands_in_front_of_its_event(page: Page) -> None:
    opened(page, "date=2001-06-01&event=d")
    expect(page.locator(".now .note")).to_have_text("June 2001: d")


def test_play_runs_to_the_end_of_what_is_shown(slider: Locator) -> None:
    page = slider.page
    slider.press("End")
    page.evaluate("changes.length = 0")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("new Set(changes.map(({ date }) => date)).size > 20")
    assert page.evaluate("changes[0].date") == "2000-01-01"
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert hows(page) == ["play", "settle"]


def test_play_goes_backwards_and_round_in_an_era(slider: Locator) -> None:
    page = slider.page
    choose_option(page, "backwards", "the era", "4×")
    page.get_by_role("button", name="Play").click()
    # Around the start of "Change": back to its end, never out of it.
    page.wait_for_function("changes.some(({ date }) => date > '2001-11-01')")
    page.get_by_role("button", name="Pause").click()
    days = page.evaluate("changes.filter(({ how }) => how === 'play').map(({ date }) => date)")
    assert min(days) >= "2001-01-01" and max(days) <= "2001-12-31"
    before = days[: next(n for n, day in enumerate(days) if day > "2001-11-01")]
    assert before == sorted(before, reverse=True)
    page.reload()
    page.get_by_role("button", name="Timeline options").click()
    expect(page.get_by_label("backwards")).to_be_checked()
    expect(page.get_by_label("4×")).to_be_checked()


def test_play_shows_every_change_of_control(slider: Locator) -> None:
    page = slider.page
    choose_option(page, "4×")
    sent(slider, "2001-05-20").press("Space")
    page.wait_for_function("changes.some(({ date }) => date > '2001-07-02')")
    slider.press("Space")
    days = page.evaluate("changes.map(({ date }) => date)")
    assert {"2001-06-01", "2001-07-01"} <= set(days)


def test_a_choice_elsewhere_stops_the_playing_and_stays(slider: Locator) -> None:
    page = slider.page
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("changes.length > 5")
    page.evaluate("store.change({ region: 'east' })")
    expect(page.get_by_role("button", name="Next event in East District")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert hows(page) == ["play", "step"]


def test_a_day_chosen_elsewhere_is_brought_into_sight(slider: Locator) -> None:
    page = slider.page
    page.get_by_role("button", name="Calm").click()
    expect(page.locator(".overview")).not_to_have_class(re.compile("full"))
    page.evaluate("store.change({ date: '2003-06-01', region: 'west' })")
    expect(slider).to_have_attribute("data-date", "2003-06-01")
    expect(slider).not_to_have_class(re.compile("away"))


def test_a_range_is_brushed_and_its_ends_are_dragged(slider: Locator) -> None:
    page = slider.page
    mode = page.get_by_role("button", name="Choose a range of days")
    mode.click()
    expect(mode).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".message")).to_have_text("Drag over the days of the range, or choose its first day.")
    drag_days(page, "2001-08-01", "2002-06-10")
    expect(page.locator(".chip")).to_contain_text("Events shown: ")
    assert re.fullmatch(r"2001-0[78]-\d\d\.\.2002-06-\d\d", view(page)["window"])
    expect(mode).to_have_attribute("aria-pressed", "false")
    box = box_of(page, ".edge.from")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] - 100, box["y"] + 20, steps=3)
    page.mouse.up()
    assert re.fullmatch(r"2001-0[345]-\d\d\.\.2002-06-\d\d", view(page)["window"])
    expect_day(slider, "2001-03-31")


def test_two_clicks_choose_a_range_and_escape_clears_it(slider: Locator) -> None:
    page = slider.page
    page.get_by_role("button", name="Choose a range of days").click()
    press_track(page, "2002-06-10")
    expect(page.locator(".message")).to_have_text("Now choose the last day of the range.")
    press_track(page, "2002-01-10")
    assert re.fullmatch(r"2002-01-\d\d\.\.2002-06-\d\d", view(page)["window"])
    page.keyboard.press("Escape")
    assert view(page)["window"] == "30"
    expect(page.locator(".chip")).to_be_hidden()


@pytest.mark.parametrize(
    ("keys", "window"),
    [
        ("[", "2001-03-31..2001-03-31"),
        ("[ ArrowRight ArrowRight ]", "2001-03-31..2001-04-02"),
        ("] ArrowLeft [", "2001-03-30..2001-03-31"),
        ("[ ArrowRight ] ArrowRight [", "2001-04-02..2001-04-02"),
        ("[ ArrowRight ] Escape", "30"),
        ("Escape", "30"),
    ],
)
def test_keys_choose_a_range(desk: Locator, keys: str, window: str) -> None:
    slider = sent(desk, "2001-03-31")
    slider.press("Escape")
    for key in keys.split():
        slider.press(key)
    assert view(slider.page)["window"] == window
    slider.press("Escape")


def test_a_window_chosen_elsewhere_replaces_the_range(slider: Locator) -> None:
    page = slider.page
    slider.press("[")
    expect(page.locator(".chip")).to_have_text("Events shown: 31 March 2001")
    page.evaluate("store.change({ window: '7' })")
    expect(page.locator(".chip")).to_be_hidden()
    page.evaluate("store.change({ window: '2001-01-01..2001-03-01' })")
    page.get_by_role("button", name="Clear the range").click()
    assert view(page)["window"] == "7"


def test_a_second_day_is_marked_and_described(page: Page) -> None:
    slider = opened(page, "compare=2002-12-24")
    expect(page.locator(".other")).to_have_text("24 December 2002")
    expect(slider).to_have_accessible_description("Compared with 24 December 2002")


@pytest.mark.parametrize("page", [(400, 800)], indirect=True)
def test_pulled_away_from_the_track_a_drag_reaches_single_days(page: Page) -> None:
    slider = opened(page)
    box = box_of(page, ".plot")
    page.mouse.move(box["x"] + 100, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 400)
    seen = set()
    for x in range(100, 160):
        page.mouse.move(box["x"] + x, box["y"] + 400)
        frame(page)
        seen.add(date.fromisoformat(slider.get_attribute("data-date") or "").toordinal())
    expect(page.locator(".now .note")).to_have_text("Pull away from the track for single days.")
    page.mouse.up()
    assert sorted(seen) == list(range(min(seen), max(seen) + 1)) and len(seen) in (15, 16)
    expect_day(slider, slider.get_attribute("data-date") or "")


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [(0.2, 0.4, (0.2, 0.4)), (0.0, 0.5, (0.5, 1.0)), (1.0, 0.75, (0.0, 0.75)), (0.5, 0.3, (0.3, 0.5))],
)
def test_a_drag_on_the_strip_zooms(
    slider: Locator, start: float, end: float, shown: tuple[float, float]
) -> None:
    page = slider.page
    box = box_of(page, ".overview")
    page.mouse.move(box["x"] + start * (box["width"] - 1), box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 12, steps=4)
    page.mouse.up()
    expect(page.locator(".overview")).not_to_have_class(re.compile("full"))
    part = box_of(page, ".frame")
    ends = [(x - box["x"]) / box["width"] for x in (part["x"], part["x"] + part["width"])]
    assert ends == pytest.approx(shown, abs=0.01)


def test_bars_and_shares_say_what_they_count(slider: Locator) -> None:
    page = slider.page
    ghost = page.locator(".ghost")
    for day, y, text in (
        ("2001-04-20", 10, "Force 1"),
        ("2002-08-08", 10, "Talk 1"),
        ("2000-11-11", 10, "no events in our records"),
        ("2002-08-08", 50, "8 August 2002e"),
        ("2001-06-10", 65, "Red 100%"),
    ):
        hover_day(page, day, y=y)
        expect(ghost).to_contain_text(text)
    families = page.get_by_role("list", name="Events by type").get_by_role("listitem")
    expect(families).to_have_text(["Force", "Talk", "Date uncertain"])


def test_other_facts_keep_the_view_and_drop_an_event_that_is_gone(slider: Locator) -> None:
    page = slider.page
    page.get_by_role("button", name="Next event").click()
    expect(page.locator(".ticks .chosen")).not_to_have_attribute("d", "")
    page.evaluate("""() => {
        const fewer = structuredClone(given.facts);
        store.useFacts(prepareFacts({ ...fewer, events: fewer.events.filter(({ id }) => id === "e") }));
    }""")
    expect(page.locator(".ticks .chosen")).to_have_attribute("d", "")
    expect(slider).to_have_attribute("data-date", "2001-04-20")
    slider.press("Shift+ArrowRight")
    expect_day(slider, "2002-08-08", event="e")


def test_another_language_renames_what_is_there(slider: Locator) -> None:
    page = slider.page
    page.evaluate("""() => {
        const messages = { Date: "Tarix", "Next event": "Növbəti hadisə" };
        store.useFacts(prepareFacts({ ...structuredClone(given.facts), lang: "az", messages }));
    }""")
    expect(page.get_by_role("slider", name="Tarix")).to_be_visible()
    expect(page.get_by_role("button", name="Növbəti hadisə")).to_be_visible()
    assert page.locator(".timeline").get_attribute("lang") == "az"


def test_the_keys_are_explained(slider: Locator) -> None:
    page = slider.page
    slider.press("?")
    expect(page.get_by_role("heading", name="Keyboard and mouse")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Keyboard and mouse")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 390, 740])
def test_on_a_phone_nothing_overflows_and_every_button_is_there(browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    slider = opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for name in ("Zoom in", "Zoom out", "Whole range", "Keyboard and mouse", "Timeline options"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    for button in page.locator(".timeline button:visible").all():
        box = button.bounding_box()
        assert box and box["height"] >= 44
    box = box_of(page, ".plot")
    page.touchscreen.tap(box["x"] + 1, box["y"] + 20)
    expect(slider).to_have_attribute("data-date", re.compile(r"2000-01-0\d"))
    context.close()


def test_a_finger_chooses_a_range_an_event_and_zooms(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    slider = opened(page)
    page.get_by_role("button", name="Choose a range of days").tap()
    top = box_of(page, ".plot")["y"]
    for day in ("2002-01-10", "2002-06-10"):
        page.touchscreen.tap(track_x(page, day), top + 20)
    expect(page.locator(".chip")).to_be_visible()
    assert re.fullmatch(r"2002-01-\d\d\.\.2002-06-\d\d", view(page)["window"])
    chip = box_of(page, ".chip span")
    assert page.locator(".chip span").evaluate(
        "(node) => node.scrollWidth <= node.clientWidth || !node.clientWidth"
    )
    assert chip["x"] + chip["width"] <= 390
    page.get_by_role("button", name="Clear the range").tap()
    expect(page.locator(".chip")).to_be_hidden()
    page.touchscreen.tap(track_x(page, "2002-08-08") + 8, top + 50)
    expect_day(slider, "2002-08-08", event="e")
    page.get_by_role("button", name="Zoom in").tap()
    expect(page.locator(".overview")).not_to_have_class(re.compile("full"))
    context.close()


def test_unmounted_it_leaves_nothing_behind(slider: Locator) -> None:
    page = slider.page
    page.evaluate("timeline.unmount()")
    expect(page.locator(".timeline")).to_have_count(0)
    page.evaluate("store.change({ date: '2002-02-02' })")
    frame(page)


def test_unmounted_in_the_middle_of_a_zoom_it_asks_for_no_more_frames(slider: Locator) -> None:
    frames: int = slider.page.evaluate("""async () => {
        document.getElementById("timeline").shadowRoot.querySelector(".zoom-in").click();
        timeline.unmount();
        const request = requestAnimationFrame;
        let asked = 0;
        window.requestAnimationFrame = (work) => { asked += 1; return request(work); };
        for (let frame = 0; frame < 5; frame += 1) await new Promise((done) => request(done));
        return asked;
    }""")
    assert frames == 0
