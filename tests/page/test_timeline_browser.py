"""The timeline in a real browser: keys, mouse, eras, typed days, the map's channel, the server."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.page.toy_timeline import HOSTILE
from tests.serving import ROOT

pytestmark = pytest.mark.browser

LISTEN = """() => {
    window.heard = [];
    const channel = new BroadcastChannel("atlas-toy");
    channel.onmessage = ({ data }) => window.heard.push(data);
    window.say = (message, name = "atlas-toy") => new BroadcastChannel(name).postMessage(message);
}"""
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
    expect(slider).to_be_visible()
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
        const answer = (number) => link.receive({
            data: { number, channel: "toy" }, setStateValue: (_, view) => { told = view.number; },
        });
        const before = answer(0);
        link.tell({});
        const first = told;
        link.tell({});
        return [before, answer(0), answer(first), answer(told)];
    }""")
    assert adopted == [True, False, False, True]


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
        ("2002-02-30", None),
        ("1999-12-31", None),
        ("2004-01-01", None),
        ("yesterday", None),
    ],
)
def test_a_typed_date(desk, words, expected):
    slider = sent(desk, "2001-03-31")
    page = slider.page
    type_date(page, words)
    expect_day(slider, expected or "2001-03-31")
    invalid = page.get_by_label("Go to date").get_attribute("aria-invalid")
    assert invalid == ("false" if expected else "true")
    if not expected:
        expect(page.locator(".note")).to_have_text(
            "Choose a day from 1 January 2000 to 31 December 2003."
        )


def test_an_era_goes_to_its_first_day_and_then_fills_the_width(slider):
    era = slider.page.get_by_role("button", name="After")
    era.click()
    expect_day(slider, "2002-01-01")
    expect(era).to_have_attribute("aria-current", "true")
    expect(slider.page.locator(".overview")).to_have_class(re.compile("whole"))
    era.press("Enter")
    expect(slider.page.locator(".overview")).not_to_have_class(re.compile("whole"))
    expect(slider).to_have_attribute("data-date", "2002-01-01")


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


def test_buttons_step_through_events(slider):
    page = slider.page
    page.get_by_role("button", name="Next event").click()
    expect_day(slider, "2001-04-20")
    page.get_by_role("button", name="Previous event").click()
    expect_day(slider, "2000-05-05")


def test_play_runs_to_the_end_of_what_is_shown(slider):
    page = slider.page
    slider.press("End")
    page.get_by_role("button", name="Play").click()
    expect_heard(page, day="2000-01-01")
    page.wait_for_function("new Set(window.heard.map(m => m.day)).size > 20")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect_day(slider, slider.get_attribute("data-date"))


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
