"""The search box in a real browser: type, Enter, and heading, address, timeline and map follow."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

pytestmark = pytest.mark.browser

PHONE = (390, 844)
NOTE_FLIGHTS = "() => { window.flights = []; window.atlas.fly = (target) => window.flights.push(target); }"

LANDED = """async (_, latitude) => {
  let still = 0;
  let last = null;
  const started = performance.now();
  while (still < 30 || Math.abs(last - latitude) > 0.02) {
    if (performance.now() - started > 15000) throw new Error(`the map stands at ${last}`);
    await new Promise(requestAnimationFrame);
    const now = map.getCenter().lat;
    still = now === last ? still + 1 : 0;
    last = now;
  }
}"""


def opened(page: Page, url: str, query: str = "") -> FrameLocator:
    """The map's frame, painted, where it writes down the flights asked of it."""
    page.goto(f"{url}/{query}")
    frame = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true", timeout=60_000)
    expect(heading(page)).to_be_visible()
    frame.locator("html").evaluate(NOTE_FLIGHTS)
    return frame


def flights(frame: FrameLocator) -> list[dict[str, float]]:
    """Where the map was asked to fly."""
    return list(frame.locator("html").evaluate("() => window.flights"))


def box(page: Page) -> Locator:
    """The search box."""
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    """The rows of what was found."""
    return page.get_by_role("listbox", name="Search results").get_by_role("option")


def heading(page: Page) -> Locator:
    """The panel's first heading."""
    return page.locator(".st-key-panel").get_by_role("heading").first


@pytest.mark.parametrize("page", [(1400, 900), PHONE], indirect=True, ids=["desktop", "phone"])
@pytest.mark.parametrize("typed", ["Kelbecer", "Карвачар", "Քարվաճառ", "karvachar"])
def test_kalbajar_by_any_name(page: Page, atlas_url: str, typed: str) -> None:
    frame = opened(page, atlas_url, "?date=2020-11-25&region=shusha")
    box(page).fill(typed)
    expect(options(page).first).to_contain_text("Kalbajar District")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Kalbajar District")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar")
    assert [round(target["lat"]) for target in flights(frame)] == [40]
    expect(box(page)).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_event_moves_day_region_and_map(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    box(page).fill("Shusha cathedral")
    expect(options(page).first).to_contain_text("Strike · 8 October 2020")
    page.keyboard.press("Enter")
    expect(page.get_by_role("slider", name="Date")).to_have_attribute("data-date", "2020-10-08")
    expect(frame.locator("html")).to_have_attribute("data-date", "2020-10-08")
    expect(heading(page)).to_have_text("Shusha District")
    expect(page).to_have_url(re.compile("date=2020-10-08&region=shusha(&|$)"))
    assert flights(frame) == [{"lat": 39.7601, "lon": 46.7499, "zoom": 10}]


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
def test_the_map_lands_on_the_place_though_its_region_was_out_of_sight(page: Page, atlas_url: str) -> None:
    page.goto(f"{atlas_url}/?date=2020-10-08&region=shusha")
    frame = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true", timeout=60_000)
    for typed, latitude in (("Shusha cathedral", 39.76), ("Talish", 40.377)):
        box(page).fill(typed)
        expect(options(page).first).to_be_visible()
        page.keyboard.press("Enter")
        frame.locator("html").evaluate(LANDED, latitude)


@pytest.mark.parametrize(
    ("typed", "row", "day"),
    [
        ("10 апреля 1993", "10 April 1993", "1993-04-10"),
        ("April 1993", "April 1993", "1993-04-01"),
        ("44 day war", "44-day war", "2020-09-27"),
    ],
)
def test_dates_and_eras_move_the_day_and_keep_the_region(
    page: Page, atlas_url: str, typed: str, row: str, day: str
) -> None:
    frame = opened(page, atlas_url, "?date=2020-11-25&region=lachin")
    box(page).fill(typed)
    expect(options(page).first).to_contain_text(row)
    page.keyboard.press("Enter")
    expect(frame.locator("html")).to_have_attribute("data-date", day)
    expect(page).to_have_url(f"{atlas_url}/?date={day}&region=lachin")
    assert flights(frame) == []


def test_the_keys_of_a_combobox(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    box(page).click()
    page.keyboard.type("martuni")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(_active(page)).to_contain_text("Khojavend District")
    expect(_active(page)).to_contain_text("also: Martuni")
    for key, row in (
        ("ArrowDown", "town in Khojavend District"),
        ("ArrowDown", "town in Gegharkunik Province"),
        ("ArrowUp", "town in Khojavend District"),
        ("Home", "also: Martuni"),
    ):
        page.keyboard.press(key)
        expect(_active(page)).to_contain_text(row)
    page.keyboard.press("End")
    expect(_active(page)).to_have_text(options(page).last.text_content() or "")
    page.keyboard.press("ArrowDown")
    expect(_active(page)).to_have_text(options(page).first.text_content() or "")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("martuni")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(_active(page)).to_contain_text("also: Martuni")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar")


def test_how_many_is_said_and_what_is_nothing_offers_nothing(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    box(page).fill("kelbecer")
    expect(_live(page)).to_have_text("Results: 2")
    box(page).fill("<b>xyzzy</b>")
    expect(page.locator(".search .note")).to_have_text("Nothing found for “<b>xyzzy</b>”.")
    expect(_live(page)).to_have_text("Nothing found for “<b>xyzzy</b>”.")
    expect(options(page)).to_have_count(0)
    box(page).fill("10 April 1987")
    expect(page.locator(".search .note")).to_have_text(
        "There are no records for 10 April 1987: they run from 1 January 1988 to 17 February 2026."
    )
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar")


def test_a_slash_brings_the_focus_unless_something_is_typed(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(box(page)).to_have_value("a/b")
    typed = page.get_by_role("textbox", name="Go to date")
    typed.focus()
    page.keyboard.press("/")
    expect(typed).to_be_focused()
    frame.locator(".leaflet-container").focus()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()


def test_a_click_chooses_and_the_clear_button_empties(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    box(page).fill("tavush")
    options(page).filter(has_text="Tavush Province").first.click()
    expect(heading(page)).to_have_text("Tavush Province (Armenia)")
    box(page).fill("x")
    page.get_by_role("button", name="Clear the search").click()
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()


def test_the_index_is_fetched_when_first_wanted_and_enter_waits_for_it(page: Page, atlas_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search-" in request.url else None)
    opened(page, atlas_url)
    assert asked == []
    held = []
    page.route("**/search-*.json", lambda route: held.append(route))
    box(page).focus()
    page.keyboard.type("lachin")
    page.keyboard.press("Enter")
    expect(page.locator(".search .note")).to_have_text("Loading the list of places and events")
    held[0].continue_()
    expect(heading(page)).to_have_text("Lachin District")
    box(page).fill("shusha")
    expect(options(page).first).to_be_visible()
    assert len(asked) == 1


def test_without_a_channel_the_server_is_told(page: Page, atlas_url: str) -> None:
    page.add_init_script("delete window.BroadcastChannel")
    frame = opened(page, atlas_url)
    for typed, day, region, name in (
        ("Shusha cathedral", "2020-10-08", "shusha", "Shusha District"),
        ("1993-04-10", "1993-04-10", "shusha", "Shusha District"),
        ("Zəngilan", "1993-04-10", "zangilan", "Zangilan District"),
    ):
        box(page).fill(typed)
        expect(options(page).first).to_be_visible()
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text(name)
        expect(frame.locator("html")).to_have_attribute("data-date", day)
        expect(page.get_by_role("slider", name="Date")).to_have_attribute("data-date", day)
        expect(page).to_have_url(re.compile(f"date={day}&region={region}(&|$)"))
    page.keyboard.press("Escape")
    page.get_by_role("slider", name="Date").focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator("html")).to_have_attribute("data-date", "1993-04-11")


def test_names_come_in_the_page_s_language(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?lang=hy")
    search = page.get_by_role("search")
    search.get_by_role("combobox").fill("karvachar")
    expect(search.get_by_role("option").first).to_contain_text("Քելբաջարի շրջան")
    search.get_by_role("combobox").fill("Shusha cathedral")
    expect(search.get_by_role("option").first).to_contain_text("8 հոկտեմբերի 2020")


def _active(page: Page) -> Locator:
    """The row that the box names as active."""
    return page.get_by_role("listbox", name="Search results").get_by_role("option", selected=True)


def _live(page: Page) -> Locator:
    """What is said aloud."""
    return page.locator(".search .live")
