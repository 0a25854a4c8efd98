"""The timeline in a real browser: keys, mouse, eras, typed days, the map's channel, the server."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo.page.timeline.model import day_number
from tests.page.toy_timeline import FIRST, HOSTILE, LAST
from tests.serving import ROOT, free_port, served

pytestmark = pytest.mark.browser

LISTEN = """() => {
    window.heard = [];
    const channel = new BroadcastChannel("atlas-toy");
    channel.onmessage = ({ data }) => window.heard.push(data);
    window.say = (message, name = "atlas-toy") => new BroadcastChannel(name).postMessage(message);
}"""
# As much of the range again is drawn after its end.
BEYOND = 0.045
SHADOW = "document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot"


@pytest.fixture
def slider(page: Page, timeline_url: str) -> Locator:
    return opened(page, timeline_url)


@pytest.fixture(scope="module")
def desk(browser: Browser, timeline_url: str) -> Iterator[Locator]:
    """One slider for all tests that only move the day; `sent` puts it back."""
    page = browser.new_page()
    yield opened(page, timeline_url)
    page.close()


def sent(slider: Locator, day: str, region: str | None = None) -> Locator:
    """The slider after the map has sent it, and with it the server, to the day and region."""
    slider.page.evaluate("view => say({ kind: 'select', ...view })", {"day": day, "region": region})
    expect(slider.page.get_by_text(f"server {day} {region}")).to_be_visible()
    slider.focus()
    return slider


def opened(page: Page, url: str) -> Locator:
    """The visible slider of the toy page, the server having answered and the channel heard."""
    page.goto(url)
    slider = page.get_by_role("slider", name="Date")
    expect(slider).to_be_visible(timeout=30_000)
    expect(page.get_by_text("server")).to_be_visible()
    page.evaluate(LISTEN)
    return slider


def expect_day(slider: Locator, day: str) -> None:
    """The slider shows the day, and the server, a pause later, does too."""
    expect(slider).to_have_attribute("data-date", day)
    expect(slider.page.get_by_text(f"server {day}")).to_be_visible()


def drag(page: Page, *shares: float) -> None:
    """Presses the mouse at the first share of the track's width and moves it to the others."""
    box = page.locator(".plot").bounding_box()
    assert box
    places = [(box["x"] + share * box["width"], box["y"] + 10) for share in shares]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place)


def drag_on(page: Page, share: float) -> None:
    """Moves the pressed mouse to the share of the track's width and waits for the next frame."""
    box = page.locator(".plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + share * box["width"], box["y"] + 10)
    page.evaluate("new Promise(requestAnimationFrame)")


def expect_heard(page: Page, **part: object) -> None:
    """The map's side of the channel has received a message with these values."""
    page.wait_for_function(
        "part => window.heard.some(m => Object.keys(part).every(key => m[key] === part[key]))",
        arg=part,
    )


def track_x(page: Page, day: str) -> float:
    """Where the middle of the day lies on the whole track."""
    box = page.locator(".plot").bounding_box()
    assert box
    whole = (LAST - FIRST).days
    at = (date.fromisoformat(day) - FIRST).days + 0.5
    return box["x"] + box["width"] * at / (whole + 1 + whole * BEYOND)


def press_track(page: Page, day: str, y: float = 10, off: float = 0) -> None:
    """Clicks the track at the day, `y` pixels below its top."""
    top = page.locator(".plot").bounding_box()["y"]
    page.mouse.click(track_x(page, day) + off, top + y)


def hover_day(page: Page, day: str, y: float) -> None:
    """Rests the mouse on the day, `y` pixels below the track's top."""
    page.mouse.move(track_x(page, day), page.locator(".plot").bounding_box()["y"] + y)


def drag_days(page: Page, start: str, end: str) -> None:
    """Presses the mouse on one day, moves it to another and lets go."""
    y = page.locator(".plot").bounding_box()["y"] + 10
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


def in_page(page: Page, *scripts: str) -> None:
    """An empty page with these parts of the timeline."""
    page.goto("about:blank")
    for script in scripts:
        page.add_script_tag(path=ROOT / f"geo/page/timeline/{script}.js")


def type_date(page: Page, words: str) -> None:
    """Fills the date field and presses Enter."""
    field = page.get_by_label("Go to date")
    field.fill(words)
    field.press("Enter")


def test_the_slider_says_what_it_is(slider):
    expect(slider).to_have_attribute("tabindex", "0")
    expect(slider).to_have_attribute("aria-valuemin", "0")
    expect(slider).to_have_attribute("aria-valuemax", "1460")
    expect(slider).to_have_attribute("aria-valuenow", "455")
    expect(slider).to_have_attribute("aria-valuetext", "31 March 2001")
    expect(slider.page.locator(".day")).to_have_text("31 March 2001")
    expect(slider.page.locator(".era")).to_have_text("Change")


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
        ("2001-03-31", "Shift+ArrowRight Shift+ArrowRight", "2002-08-08"),
        ("2001-03-31", "Shift+ArrowLeft", "2000-05-05"),
        ("2000-05-05", "Shift+ArrowLeft", "2000-05-05"),
        ("2000-02-28", "ArrowRight", "2000-02-29"),
    ],
)
def test_keys_move_the_day(desk, day, keys, expected):
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
def test_events_are_those_of_the_selected_region(desk, region, key, expected):
    slider = sent(desk, "2001-03-31", region)
    slider.press(key)
    expect_day(slider, expected)


def test_dragging_shows_every_day_at_once_and_tells_the_server_on_release(slider):
    page = slider.page
    drag(page, 0.1, 0.3, 0.5)
    expect(slider).to_have_attribute("data-date", re.compile("2002-0[12]"))
    shown = slider.get_attribute("data-date")
    expect_heard(page, kind="view", day=shown, region=None)
    page.mouse.up()
    expect_day(slider, shown)


def test_a_click_on_the_track_jumps_and_one_on_the_thumb_does_not(slider):
    slider.click()
    expect(slider).to_have_attribute("data-date", "2001-03-31")
    drag(slider.page, 0.0)
    slider.page.mouse.up()
    expect_day(slider, "2000-01-01")


def test_dragging_past_the_end_stops_at_the_last_record(slider):
    drag(slider.page, 0.9, 0.999)
    slider.page.mouse.up()
    expect_day(slider, "2003-12-31")
    expect(slider.page.locator(".note")).to_contain_text("no data")


def test_an_answer_of_the_server_during_a_drag_never_moves_the_thumb_back(page, timeline_url):
    slider = opened(page, f"{timeline_url}?slow=0.3")
    page.evaluate(f"""() => {{
        const thumb = {SHADOW}.querySelector('.thumb');
        window.shown = [];
        new MutationObserver(() => window.shown.push(thumb.dataset.date))
            .observe(thumb, {{ attributeFilter: ["data-date"] }});
    }}""")
    drag(page, 0.2, 0.3)
    paused = slider.get_attribute("data-date")
    running = page.locator(".stApp[data-test-script-state=running]")
    expect(running).to_be_attached()
    share = 0.3
    # No pause long enough for the server to be told again until it has answered.
    while not page.get_by_text(f"server {paused}").is_visible() and share < 0.9:
        share += 0.002
        drag_on(page, share)
    drag_on(page, share + 0.01)
    page.mouse.up()
    expect_day(slider, slider.get_attribute("data-date"))
    shown = page.evaluate("window.shown")
    assert shown == sorted(shown)


def test_only_an_answer_to_the_latest_choice_is_adopted(page):
    page.goto("about:blank")
    page.add_script_tag(path=ROOT / "geo/page/timeline/link.js")
    adopted = page.evaluate("""() => {
        let told = null;
        const link = createLink(() => {});
        const answer = (number, day, channel = "toy") => link.receive({
            data: { number, channel, day }, setStateValue: (_, view) => { told = view.number; },
        });
        const before = answer(0, "a");
        link.tell({ day: "b" });
        const first = told;
        link.tell({ day: "c" });
        const late = [answer(0, "a"), answer(first, "b"), answer(told, "c")];
        return [before, ...late, answer(told, "d"), answer(told, "c"), answer(told, "c", "new")];
    }""")
    assert adopted == ["adopt", "keep", "keep", "keep", "adopt", "adopt", "tell"]


def test_the_page_can_move_the_day_and_the_reader_move_it_back(slider):
    slider.press("ArrowRight")
    expect_day(slider, "2001-04-01")
    slider.page.get_by_role("button", name="Outside").click()
    expect_day(slider, "2000-02-02")
    type_date(slider.page, "2001-04-01")
    expect_day(slider, "2001-04-01")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2002-02-28", "2002-02-28"),
        ("20020228", "2002-02-28"),
        ("2002.2.8", "2002-02-08"),
        ("28.2.2002", "2002-02-28"),
        ("28/2/2002", "2002-02-28"),
        ("8 February 2002", "2002-02-08"),
        ("February 8th, 2002", "2002-02-08"),
        ("8 feb 2002", "2002-02-08"),
        ("8 fevral 2002", "2002-02-08"),
        ("8 İyun 2002", "2002-06-08"),
        ("8 февраля 2002 г.", "2002-02-08"),
        ("8 փետրվարի, 2002 թ.", "2002-02-08"),
        ("Februar 2002", "2002-02-01"),
        ("2002", "2002-01-01"),
        ("2/8/2002", None),
        ("30 February 2002", None),
        ("8 Ju 2002", None),
        ("8 mai 2002", None),
        ("2002-02-30", None),
        ("2002-13-01", None),
        ("1999-12-31", None),
        ("2004-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_typed_date(desk, words, expected):
    slider = sent(desk, "2001-03-31")
    page = slider.page
    type_date(page, words)
    expect_day(slider, expected or "2001-03-31")
    field = page.get_by_label("Go to date")
    assert field.get_attribute("aria-invalid") == ("false" if expected else "true")
    if expected:
        expect(field).to_have_value(expected)
    else:
        expect(page.locator(".said")).to_have_text(
            "Choose a day from 1 January 2000 to 31 December 2003, "
            "written like 1993-04-10 or 10 April 1993."
        )


def test_an_era_fills_the_width_and_pressed_again_the_whole_is_back(slider):
    era = slider.page.get_by_role("button", name="After")
    expect(era).to_have_attribute("aria-pressed", "false")
    era.click()
    expect_day(slider, "2002-01-01")
    expect(era).to_have_attribute("aria-current", "true")
    expect(era).to_have_attribute("aria-pressed", "true")
    slider.press("ArrowRight")
    era.press("Enter")
    expect(slider.page.locator(".overview")).to_have_class(re.compile("whole"))
    era.press("Enter")
    expect(era).to_have_attribute("aria-pressed", "true")
    expect_day(slider, "2002-01-02")


def test_zoomed_in_one_day_is_many_pixels(slider):
    page = slider.page
    for _ in range(8):
        slider.press("+")
    page.wait_for_function(f"parseFloat({SHADOW}.querySelector('.frame').style.width) < 1")
    before = slider.bounding_box()
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("data-date", "2001-04-01")
    assert slider.bounding_box()["x"] - before["x"] > 40
    slider.press("0")
    expect(page.locator(".overview")).to_have_class(re.compile("whole"))


def test_the_wheel_zooms_and_at_the_whole_range_is_left_to_the_page(slider):
    page = slider.page
    prevented = f"""deltaY => !{SHADOW}.querySelector('.plot').dispatchEvent(
        new WheelEvent("wheel", {{ deltaY, clientX: 700, cancelable: true }}))"""
    assert page.evaluate(prevented, 100) is False
    assert page.evaluate(prevented, -100) is True
    expect(page.locator(".overview")).not_to_have_class(re.compile("whole"))


def test_two_fingers_zoom_and_one_along_the_page_moves_nothing(page, timeline_url):
    slider = opened(page, timeline_url)
    box = page.locator(".plot").bounding_box()
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
    expect(page.locator(".overview")).not_to_have_class(re.compile("whole"))
    expect(slider).to_have_attribute("data-date", "2001-03-31")


def test_buttons_step_through_events_and_another_day_leaves_them(slider):
    page = slider.page
    page.get_by_role("button", name="Next event").click()
    expect_day(slider, "2001-04-20")
    expect(page.get_by_text("event c")).to_be_visible()
    expect_heard(page, day="2001-04-20", event="c")
    page.get_by_role("button", name="Previous event").click()
    expect_day(slider, "2000-05-05")
    expect(page.get_by_text("event a")).to_be_visible()
    slider.press("ArrowRight")
    expect_day(slider, "2000-05-06")
    expect(page.get_by_text("event None")).to_be_visible()


def test_events_of_one_day_come_one_after_the_other(page):
    in_page(page, "days", "stops")
    steps = page.evaluate("""() => {
        const event = (id, start) => ({ id, start, importance: 5, regions: [] });
        const events = [event("a", 1), event("b", 2), event("c", 2), event("d", 9)];
        const model = { events, stops: new Map() };
        const walk = (state, way) => {
            const ids = [];
            for (let next = state; (next = neighbour(model, state, way)); ) {
                state = { ...state, day: next.start, event: next.id };
                ids.push(next.id);
            }
            return ids.join("");
        };
        const from = (day, event = null) => ({ region: null, day, event });
        return [walk(from(0), 1), walk(from(9), -1), walk(from(2, "b"), 1), walk(from(2), 1)];
    }""")
    assert steps == ["abcd", "cba", "cd", "d"]


def test_a_click_near_a_tick_goes_to_its_event(slider):
    page = slider.page
    press_track(page, "2002-08-08", y=50, off=3)
    expect_day(slider, "2002-08-08")
    expect(page.get_by_text("event e")).to_be_visible()
    press_track(page, "2003-03-03", y=50)
    expect(page.get_by_text("event None")).to_be_visible()


def test_all_events_or_those_of_the_region_as_the_reader_sets(desk):
    slider = sent(desk, "2001-03-31", "east")
    page = slider.page
    choose_option(page, "all")
    page.get_by_role("button", name="Previous event", exact=True).click()
    expect_day(slider, "2000-05-05")
    choose_option(page, "of the region")
    expect(page.get_by_role("button", name="Next event in East")).to_be_visible()


def test_play_runs_to_the_end_of_what_is_shown(slider):
    page = slider.page
    slider.press("End")
    page.get_by_role("button", name="Play").click()
    expect_heard(page, day="2000-01-01")
    page.wait_for_function("new Set(window.heard.map(m => m.day)).size > 20")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect_day(slider, slider.get_attribute("data-date"))


def test_play_goes_backwards_and_round_in_an_era(slider):
    page = slider.page
    choose_option(page, "backwards", "the era", "4×")
    page.get_by_role("button", name="Play").click()
    # Around the start of "Change": back to its end, never out of it.
    page.wait_for_function("window.heard.some(m => m.day > '2001-11-01')")
    page.get_by_role("button", name="Pause").click()
    days = page.evaluate("window.heard.map(m => m.day)")
    assert min(days) >= "2001-01-01" and max(days) <= "2001-12-31"
    before = days[: next(n for n, day in enumerate(days) if day > "2001-11-01")]
    assert before == sorted(before, reverse=True)
    page.reload()
    page.get_by_role("button", name="Timeline options").click()
    expect(page.get_by_label("backwards")).to_be_checked()
    expect(page.get_by_label("4×")).to_be_checked()


def test_a_choice_on_the_page_stops_the_playing_and_stays(slider):
    page = slider.page
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("window.heard.length > 5")
    page.get_by_role("button", name="East").click()
    expect(page.get_by_role("button", name="Next event in East")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"kind": "select", "region": "east"}, "2001-03-31 east"),
        ({"kind": "select", "region": "west", "day": "2001-06-01"}, "2001-06-01 west"),
        ({"kind": "select", "region": None, "day": "2001-06-01"}, "2001-06-01 None"),
        ({"kind": "select", "region": "nowhere", "day": "soon"}, "2001-03-31 None"),
        ({"kind": "select", "region": "east", "day": "1901-01-01"}, "2000-01-01 east"),
    ],
)
def test_the_map_selects_through_the_channel(desk, message, expected):
    slider = sent(desk, "2001-03-31")
    slider.page.evaluate("message => say(message)", message)
    expect(slider.page.get_by_text(f"server {expected}")).to_be_visible()
    if "east" in expected:
        expect(slider.page.get_by_role("button", name="Next event in East")).to_be_visible()


@pytest.mark.parametrize(("event", "expected"), [("c", "c"), ("nothing", "None"), (7, "None")])
def test_the_map_selects_an_event(desk, event, expected):
    slider = sent(desk, "2001-03-31")
    message = {"kind": "select", "region": "west", "day": "2001-04-20", "event": event}
    slider.page.evaluate("message => say(message)", message)
    expect(slider.page.get_by_text("server 2001-04-20 west")).to_be_visible()
    expect(slider.page.get_by_text(f"event {expected}")).to_be_visible()
    chosen = slider.page.locator(".ticks .chosen")
    expect(chosen).to_have_attribute("d", re.compile("M.*" if expected == "c" else "^$"))


def test_other_tabs_and_other_messages_steer_nothing(slider):
    page = slider.page
    page.evaluate("say({ kind: 'select', region: 'east' }, 'atlas-other')")
    page.evaluate("say({ kind: 'view', day: '2003-03-03', region: 'east' })")
    page.evaluate("say(null)")
    slider.press("ArrowRight")
    expect(page.get_by_text("server 2001-04-01 None")).to_be_visible()


def test_without_broadcast_channel_the_server_still_follows(page, timeline_url):
    page.add_init_script("delete window.BroadcastChannel")
    page.goto(timeline_url)
    slider = page.get_by_role("slider", name="Date")
    slider.press("ArrowRight")
    expect_day(slider, "2001-04-01")


def test_a_drag_with_shift_chooses_a_range_and_the_day_stays(slider):
    page = slider.page
    page.keyboard.down("Shift")
    drag_days(page, "2002-03-10", "2002-01-10")
    page.keyboard.up("Shift")
    expect(page.get_by_text(re.compile(r"window 2002-01-\d\d..2002-03-\d\d"))).to_be_visible()
    expect_day(slider, "2001-03-31")
    chosen = page.get_by_text(re.compile("^window 2")).inner_text().removeprefix("window ")
    expect_heard(page, day="2001-03-31", window=chosen)
    expect(page.locator(".chip")).to_contain_text("January 2002 – ")
    slider.press("ArrowRight")
    expect_day(slider, "2001-04-01")
    expect(page.get_by_text(f"window {chosen}")).to_be_visible()
    page.get_by_role("button", name="Clear the range").click()
    expect(page.get_by_text("window 30")).to_be_visible()
    expect(page.locator(".chip")).to_be_hidden()
    expect_heard(page, window="30")


def test_a_range_by_two_clicks_and_by_its_ends(slider):
    page = slider.page
    page.get_by_role("button", name="Choose a range of days").click()
    expect(page.locator(".said")).to_have_text(
        "Drag over the days of the range, or choose its first day."
    )
    press_track(page, "2002-01-10")
    expect(page.locator(".said")).to_have_text("Now choose the last day of the range.")
    press_track(page, "2002-06-10")
    expect(page.get_by_text(re.compile(r"window 2002-01-\d\d..2002-06-\d\d"))).to_be_visible()
    mode = page.get_by_role("button", name="Choose a range of days")
    expect(mode).to_have_attribute("aria-pressed", "false")
    start = page.locator(".edge.from")
    box = start.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] - 200, box["y"] + 20, steps=3)
    page.mouse.up()
    expect(page.get_by_text(re.compile(r"window 2001-0\d-\d\d..2002-06-\d\d"))).to_be_visible()
    expect_day(slider, "2001-03-31")


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
def test_keys_choose_a_range(desk, keys, window):
    slider = sent(desk, "2001-03-31")
    slider.press("Escape")
    for key in keys.split():
        slider.press(key)
    expect(slider.page.get_by_text(f"window {window}", exact=True)).to_be_visible()
    slider.press("Escape")


def test_the_page_can_set_the_window(slider):
    page = slider.page
    slider.press("[")
    expect(page.get_by_text("window 2001-03-31..2001-03-31")).to_be_visible()
    page.get_by_role("button", name="Seven").click()
    expect(page.locator(".chip")).to_be_hidden()
    expect(page.get_by_text("window 7")).to_be_visible()
    slider.press("ArrowRight")
    expect_heard(page, day="2001-04-01", window="7")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1", [100, 100]),
        ("30", [71, 100]),
        ("365", [0, 100]),
        ("all", [0, 100]),
        ("1970-01-11..1970-01-12", [10, 11]),
        ("1970-01-12..1970-01-11", [100, 100]),
        ("soon", [100, 100]),
    ],
)
def test_a_windows_text_names_its_days(page, text, days):
    in_page(page, "days", "window")
    told = page.evaluate(
        "text => (({ from, to }) => [from, to])(daysOf(windowOf(text), 100, 0))", text
    )
    assert told == days


def test_a_second_day_is_marked_and_told(page, timeline_url):
    slider = opened(page, f"{timeline_url}?compare=2002-12-24")
    expect(page.locator(".other")).to_have_text("24 December 2002")
    expect(slider).to_have_accessible_description("Compared with 24 December 2002")


def test_pulled_away_from_the_track_a_drag_reaches_single_days(browser, timeline_url):
    page = browser.new_page(viewport={"width": 400, "height": 800})
    slider = opened(page, timeline_url)
    box = page.locator(".plot").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 400)
    seen = set()
    for x in range(100, 160):
        page.mouse.move(box["x"] + x, box["y"] + 400)
        page.evaluate("new Promise(requestAnimationFrame)")
        seen.add(day_number(date.fromisoformat(slider.get_attribute("data-date"))))
    page.mouse.up()
    assert sorted(seen) == list(range(min(seen), max(seen) + 1)) and len(seen) in (15, 16)
    expect_day(slider, slider.get_attribute("data-date"))
    page.close()


@pytest.mark.parametrize(
    ("start", "end", "frame"),
    [(0.2, 0.4, (0.2, 0.4)), (0.0, 0.5, (0.5, 1.0)), (1.0, 0.75, (0.0, 0.75)), (0.5, 0.3, (0.3, 0.5))],
)
def test_a_drag_on_the_strip_zooms(slider, start, end, frame):
    page = slider.page
    strip = page.locator(".overview")
    box = strip.bounding_box()
    page.mouse.move(box["x"] + start * (box["width"] - 1), box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 12, steps=4)
    page.mouse.up()
    expect(strip).not_to_have_class(re.compile("whole"))
    shown = page.locator(".frame").bounding_box()
    ends = [(x - box["x"]) / box["width"] for x in (shown["x"], shown["x"] + shown["width"])]
    assert ends == pytest.approx(frame, abs=0.01)


def test_bars_say_what_they_count(slider):
    page = slider.page
    hover_day(page, "2001-04-20", y=10)
    told = page.locator(".ghost")
    expect(told).to_contain_text("Force 1")
    hover_day(page, "2002-08-08", y=10)
    expect(told).to_contain_text("Talk 1")
    hover_day(page, "2000-11-11", y=10)
    expect(told).to_contain_text("no events in our records")
    hover_day(page, "2001-06-10", y=65)
    expect(told).to_contain_text("Red 100%")
    expect(page.get_by_role("list", name="Events by type").get_by_role("listitem")).to_have_text(
        ["Force", "Talk", "Date uncertain"]
    )


@pytest.mark.parametrize(
    ("start", "end", "prec", "groups", "unsure"),
    [
        (1, 1, 1, [0, 1, 0], [0, 0, 0]),
        (0, 2, 1, [1, 1, 1], [0, 0, 0]),
        (1, 1, 4, [0, 1, 0], [0, 0, 0]),
        (0, 1, 4, [0, 0, 0], [1, 1, 0]),
    ],
)
def test_an_event_counts_in_each_bar_it_lasts_into(page, start, end, prec, groups, unsure):
    in_page(page, "days", "scale", "model")
    counts = page.evaluate(
        """([from, to, prec]) => {
            const events = [{ from, to, prec, group: 0 }];
            const model = { first: 0, last: 2, events, groups: ["Force"], bins: new Map() };
            const { groups: [force], unsure } = binned(model, { unit: "day", step: 1 });
            return [[...force], [...unsure]];
        }""",
        [start, end, prec],
    )
    assert counts == [groups, unsure]


def test_a_new_model_keeps_the_view_and_drops_an_event_that_is_gone(slider):
    page = slider.page
    page.get_by_role("button", name="Previous event").click()
    expect(page.get_by_text("event a")).to_be_visible()
    page.get_by_text("Fewer").click()
    expect(page.locator(".ticks .chosen")).to_have_attribute("d", "")
    expect(slider).to_have_attribute("data-date", "2000-05-05")
    slider.press("Shift+ArrowRight")
    expect_day(slider, "2002-08-08")


def test_ten_clicks_in_a_second_leave_one_view(slider):
    page = slider.page
    for n in range(10):
        page.evaluate(
            "view => say({ kind: 'select', ...view })",
            {"region": ["west", "east"][n % 2], "day": f"2002-01-{n + 10}"},
        )
        slider.press("ArrowRight")
    expect(page.get_by_text("server 2002-01-20 east")).to_be_visible()
    expect_day(slider, "2002-01-20")


@pytest.mark.parametrize(
    ("meanwhile", "afterwards", "day", "event"),
    [(["ArrowRight"], None, "2001-04-21", None), ([], "Seven", "2001-04-20", "c")],
    ids=["chosen while it was away", "chosen before"],
)
def test_a_server_started_anew_is_told_the_view(browser, meanwhile, afterwards, day, event):
    page, port = browser.new_page(), free_port()
    connected = page.locator(".stApp[data-test-connection-state=CONNECTED]")
    with served("tests/page/timeline_app.py", port=port) as url:
        slider = opened(page, f"{url}?token=1")
        slider.press("Shift+ArrowRight")
        expect_day(slider, "2001-04-20")
        page.get_by_role("button", name="East").click()
        expect(page.get_by_text("server 2001-04-20 east")).to_be_visible()
        session = page.get_by_text(re.compile("^channel")).inner_text()
    expect(connected).not_to_be_attached()
    for key in meanwhile:
        slider.press(key)
    with served("tests/page/timeline_app.py", port=port):
        expect(connected).to_be_attached(timeout=30_000)
        if afterwards:
            page.get_by_role("button", name=afterwards).click()
        expect(page.get_by_text(session)).to_have_count(0, timeout=30_000)
        expect(page.get_by_text(f"server {day} east")).to_be_visible(timeout=30_000)
        expect(page.get_by_text(f"event {event}")).to_be_visible()
        expect(slider).to_have_attribute("data-date", day)
        expect(page.get_by_role("button", name="Next event in East")).to_be_visible()
    page.close()


def test_words_of_the_data_are_never_markup(slider):
    slider.press("Shift+ArrowRight")
    expect(slider.page.locator(".note")).to_have_text(HOSTILE)
    assert slider.page.locator(".timeline img").count() == 0


def test_the_keys_are_explained(slider):
    page = slider.page
    slider.press("?")
    expect(page.get_by_role("heading", name="Keyboard and mouse")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Keyboard and mouse")).to_be_hidden()


def test_on_a_phone_nothing_overflows_and_targets_are_large(browser, timeline_url):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    slider = opened(page, timeline_url)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator(".timeline button:visible").all():
        assert button.bounding_box()["height"] >= 44
    box = page.locator(".plot").bounding_box()
    page.touchscreen.tap(box["x"] + 1, box["y"] + 20)
    expect(slider).to_have_attribute("data-date", re.compile(r"2000-01-0\d"))
    context.close()


def test_a_finger_chooses_a_range_and_an_event(browser, timeline_url):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    slider = opened(page, timeline_url)
    page.get_by_role("button", name="Choose a range of days").tap()
    top = page.locator(".plot").bounding_box()["y"]
    for day in ("2002-01-10", "2002-06-10"):
        page.touchscreen.tap(track_x(page, day), top + 20)
    expect(page.get_by_text(re.compile(r"window 2002-01-\d\d..2002-06-\d\d"))).to_be_visible()
    assert page.get_by_role("button", name="Clear the range").bounding_box()["height"] >= 44
    page.get_by_role("button", name="Clear the range").tap()
    expect(page.get_by_text("window 30")).to_be_visible()
    page.touchscreen.tap(track_x(page, "2002-08-08") + 8, top + 50)
    expect_day(slider, "2002-08-08")
    expect(page.get_by_text("event e")).to_be_visible()
    page.get_by_role("button", name="Timeline options").tap()
    page.get_by_role("button", name="Zoom in").tap()
    expect(page.locator(".overview")).not_to_have_class(re.compile("whole"))
    context.close()
