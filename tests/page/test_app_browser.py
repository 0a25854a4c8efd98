"""The dashboard in a real browser: scrub, click, link, keep the zoom, ask nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from geo import Atlas

pytestmark = pytest.mark.browser

PHONE = (390, 844)
BEFORE = date(1987, 12, 31)
HOLDERS_ON = """async (days) => {
  const seen = [];
  for (const day of days) {
    atlas.store.change({ date: day });
    if (document.documentElement.dataset.date !== day) throw new Error(`${day} is not on the map at once`);
    const paths = [...document.querySelectorAll("path[data-unit]")];
    seen.push(Object.fromEntries(paths.map((p) => [p.dataset.unit, [p.dataset.holder, p.dataset.status]])));
  }
  return seen;
}"""
KEEP_FRAME = "document.querySelector('iframe').dataset.kept = 'yes'"


def opened(page: Page, url: str, query: str = "") -> FrameLocator:
    """The map's frame, painted."""
    page.goto(f"{url}/{query}")
    frame = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true", timeout=60_000)
    return frame


def heading(page: Page) -> Locator:
    """The panel's first heading."""
    return page.locator(".st-key-panel").get_by_role("heading").first


def slider(page: Page) -> Locator:
    """The timeline's handle."""
    return page.get_by_role("slider", name="Date")


def unit(frame: FrameLocator, unit_id: str) -> Locator:
    """A unit's shape."""
    return frame.locator(f"[data-unit='{unit_id}']")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("/articles", "/articles?date=2020-11-25&region=kalbajar"),
        ("/method?lang=ru", "/method?date=2020-11-25&region=kalbajar&lang=ru"),
        ("/articles?region=lachin&article=7", "/articles?date=2020-11-25&region=lachin&article=7"),
    ],
)
def test_each_page_writes_the_view_into_its_address_as_it_opens(
    page: Page, atlas_url: str, asked: str, written: str
) -> None:
    page.goto(atlas_url + asked)
    expect(page).to_have_url(atlas_url + written, timeout=30_000)
    assert page.evaluate("navigation.entries().length") == 1


@pytest.mark.parametrize("page", [(1400, 900), PHONE], indirect=True, ids=["desktop", "phone"])
def test_the_page_opens_on_the_seed(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    expect(heading(page)).to_have_text("Kalbajar District")
    expect(frame.locator("html")).to_have_attribute("data-date", "2020-11-25")
    expect(unit(frame, "KAL-OUT")).to_have_attribute("data-holder", "azerbaijan")
    expect(page.locator(".st-key-panel blockquote").first).to_contain_text("27 years of Armenian occupation")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_typeface_is_fetched_and_icons_come_after_the_page(page: Page, atlas_url: str) -> None:
    page.add_init_script(
        """new MutationObserver(() => {
             const there = Boolean(document.getElementById("first-text"));
             if (window.seen && !there) window.drawnAt ??= performance.now();
             window.seen ||= there;
           }).observe(document, { childList: true, subtree: true });"""
    )
    opened(page, atlas_url)
    fetched = """() => performance.getEntriesByType("resource").filter(({ name }) => /woff/.test(name))
        .map(({ name, startTime }) => [/MaterialSymbols/.test(name), startTime > window.drawnAt])"""
    page.wait_for_function(f"({fetched})().length > 0")
    assert page.evaluate(fetched) == [[True, True]]


@pytest.mark.parametrize(
    ("query", "unit_id", "holder", "status", "name"),
    [
        (
            "?date=1993-04-02&region=kalbajar",
            "KAL-OUT",
            "contested",
            "contested",
            "Kalbajar District",
        ),
        (
            "?date=1993-04-10&region=kalbajar",
            "KAL-OUT",
            "armenian_forces",
            "held",
            "Kalbajar District",
        ),
        (
            "?date=2023-09-25&region=khankendi",
            "XAN",
            "contested",
            "contested",
            "Khankendi / Stepanakert (city)",
        ),
        (
            "?date=2022-08-26&region=lachin&lang=ru",
            "LAC-COR",
            "azerbaijan",
            "partly_contested",
            "Лачинский район",
        ),
    ],
)
def test_a_link_opens_its_view(
    page: Page, atlas_url: str, query: str, unit_id: str, holder: str, status: str, name: str
) -> None:
    frame = opened(page, atlas_url, query)
    expect(unit(frame, unit_id)).to_have_attribute("data-holder", holder)
    expect(unit(frame, unit_id)).to_have_attribute("data-status", status)
    expect(heading(page)).to_have_text(name)
    expect(page).to_have_url(f"{atlas_url}/{query}")


@pytest.mark.parametrize(
    ("query", "told", "date"),
    [
        ("?date=1993-99-99&region=kalbajar", "is not a day", "2020-11-25"),
        ("?region=%3Cscript%3Ealert(1)%3C/script%3E", "is not one of the atlas", "2020-11-25"),
        ("?date=2031-01-01&lang=xx", "There is no data for 2031-01-01", "2026-02-17"),
        ("?date=![](https://evil.example/t.png)", "is not a day", "2020-11-25"),
    ],
)
def test_a_mangled_link_says_so_and_opens_what_is_nearest(
    page: Page, atlas_url: str, query: str, told: str, date: str
) -> None:
    opened(page, atlas_url, query)
    expect(page.get_by_text(told)).to_be_visible()
    expect(heading(page)).to_have_text("Kalbajar District")
    expect(page).to_have_url(f"{atlas_url}/?date={date}&region=kalbajar")


def test_clicks_select_and_the_frame_and_zoom_stay(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    page.evaluate(KEEP_FRAME)
    frame.get_by_role("button", name="Zoom in").click()
    width = _settled_width(unit(frame, "QUB"))
    for unit_id, name, region in (
        ("LAC-OUT", "Lachin District", "lachin"),
        ("XOC-N", "Khojaly District", "khojaly"),
    ):
        unit(frame, unit_id).click()
        expect(heading(page)).to_have_text(name)
        expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region={region}")
    assert page.locator("iframe[data-kept='yes']").count() == 1
    assert _settled_width(unit(frame, "QUB")) == pytest.approx(width, rel=0.02)


def test_scrubbing_repaints_the_map_before_the_server_hears(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url, "?date=1988-01-01&region=shusha")
    page.evaluate(KEEP_FRAME)
    handle = slider(page)
    expect(unit(frame, "SHU-C")).to_have_attribute("data-holder", "soviet_union")
    handle.focus()
    box = page.locator(".plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 12, steps=12)
    expect(unit(frame, "SHU-C")).to_have_attribute("data-holder", "armenian_forces")
    shown = handle.get_attribute("data-date")
    expect(frame.locator("html")).to_have_attribute("data-date", str(shown))
    page.mouse.up()
    expect(page).to_have_url(f"{atlas_url}/?date={shown}&region=shusha")
    assert page.locator("iframe[data-kept='yes']").count() == 1


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("ArrowRight", "2020-11-26"),
        ("ArrowLeft", "2020-11-24"),
        ("PageUp", "2020-12-25"),
        ("Home", "1988-01-01"),
        ("End", "2026-02-17"),
    ],
)
def test_keys_move_the_day_everywhere(page: Page, atlas_url: str, key: str, day: str) -> None:
    frame = opened(page, atlas_url)
    slider(page).focus()
    page.keyboard.press(key)
    expect(slider(page)).to_have_attribute("data-date", day)
    expect(frame.locator("html")).to_have_attribute("data-date", day)
    expect(page).to_have_url(f"{atlas_url}/?date={day}&region=kalbajar")


def test_the_region_box_does_what_a_click_does(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    page.get_by_label("Region", exact=True).select_option(label="Shusha District")
    expect(heading(page)).to_have_text("Shusha District")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=shusha")
    unit(frame, "ZAN").click()
    expect(page.get_by_label("Region", exact=True)).to_have_value("zangilan")


def test_the_server_hears_nothing_of_steps_choices_and_searches(page: Page, atlas_url: str) -> None:
    said: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: said.append(frame)))
    frame = opened(page, atlas_url)
    page.wait_for_function("karabakhAtlas.store.texts !== null")
    before = len(said)
    for _ in range(20):
        slider(page).press("ArrowLeft")
    slider(page).press("Shift+ArrowLeft")
    page.get_by_label("Region", exact=True).select_option("shusha")
    page.get_by_label("Show events of", exact=True).select_option("365")
    unit(frame, "ZAN").click()
    page.get_by_label("Search", exact=True).fill("Kelbec")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Kalbajar District")
    assert len(said) == before


@pytest.mark.parametrize("page", [(844, 390)], indirect=True, ids=["phone on its side"])
def test_on_a_phone_on_its_side_map_and_timeline_are_on_the_screen(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    for part in (page.locator(".plot"), page.locator("iframe[title='streamlit_folium.st_folium']")):
        expect(part).to_be_in_viewport(ratio=0.95)


def test_a_link_skips_to_the_text(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    skip = page.get_by_role("link", name="Skip to the text")
    skip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-text")).to_be_focused()


def test_one_entry_of_history_for_each_choice_and_none_for_a_drag(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    length = page.evaluate("history.length")
    page.get_by_label("Region", exact=True).select_option("shusha")
    box = page.locator(".plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 12, steps=25)
    page.mouse.up()
    page.wait_for_function("(length) => history.length === length", arg=length + 2)
    dragged = page.url
    page.go_back()
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=shusha")
    expect(slider(page)).to_have_attribute("data-date", "2020-11-25")
    page.go_back()
    expect(heading(page)).to_have_text("Kalbajar District")
    page.go_forward()
    page.go_forward()
    expect(page).to_have_url(dragged)


def test_two_tabs_do_not_steer_each_other(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    other = page.context.new_page()
    opened(other, atlas_url)
    slider(other).focus()
    other.keyboard.press("Home")
    expect(slider(other)).to_have_attribute("data-date", "1988-01-01")
    expect(other).to_have_url(f"{atlas_url}/?date=1988-01-01&region=kalbajar")
    expect(frame.locator("html")).to_have_attribute("data-date", "2020-11-25")


def _settled_width(shape: Locator) -> float:
    """The shape's width once two frames show it alike."""
    return float(
        shape.evaluate(
            """path => new Promise((done) => {
                 let last = -1;
                 const look = () => {
                   const { width } = path.getBoundingClientRect();
                   if (width === last) done(width); else { last = width; setTimeout(look, 120); }
                 };
                 look();
               })"""
        )
    )


def test_the_map_shows_what_the_rules_say_on_every_day_of_change(
    page: Page, atlas_url: str, real: Atlas
) -> None:
    opened(page, atlas_url)
    changes = sorted(set(real.periods["start"]))
    days = sorted({day + timedelta(days=step) for day in changes for step in (-1, 0)} - {BEFORE})
    frame = page.frame(url=lambda address: "st_folium" in address)
    assert frame
    shown = frame.evaluate(HOLDERS_ON, [day.isoformat() for day in days])
    for day, holders in zip(days, shown, strict=True):
        units = real.on(day).units
        assert holders == {unit: [row["holder"], row["status"]] for unit, row in units.iterrows()}, day
