"""The search box in a real browser, on a plain page: type and choose; view and map follow."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo import Atlas
from geo.web.facts import facts
from geo.web.texts import texts
from tests.web.instrument_page import open_page, toy_files, view

pytestmark = pytest.mark.browser

PHONE = (390, 844)


@pytest.fixture(scope="module")
def real_page(browser: Browser, real: Atlas) -> Iterator[Page]:
    """The box on the data we ship, in English; `page.evaluate` puts the view back."""
    page = browser.new_page()
    open_page(page, facts(real, "en"), texts(real))
    yield page
    page.close()


def opened(page: Page, query: str = "", *, late: bool = False) -> Page:
    """The toy page at the query's view; with `late` the texts wait for `sendTexts()`."""
    open_page(page, *toy_files(), query, late=late)
    expect(box(page)).to_be_visible()
    return page


def box(page: Page) -> Locator:
    """The search box."""
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    """The rows of what was found."""
    return page.get_by_role("listbox", name="Search results").get_by_role("option")


def active(page: Page) -> Locator:
    """The row that the box names as active."""
    return page.get_by_role("listbox", name="Search results").get_by_role("option", selected=True)


def note(page: Page) -> Locator:
    """The line below the rows."""
    return page.locator(".search .note")


def live(page: Page) -> Locator:
    """What is said aloud."""
    return page.locator(".search .live")


def choose(page: Page, typed: str, **expected: Any) -> None:
    """Types, presses Enter and expects these values in the view."""
    box(page).fill(typed)
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value("")
    shown = view(page)
    assert {name: shown[name] for name in expected} == expected


def first_rows(page: Page, typed: str) -> list[str]:
    """The rows' texts, best first."""
    box(page).fill(typed)
    return options(page).all_inner_texts()


@pytest.mark.parametrize("page", [(1400, 900), PHONE], indirect=True, ids=["desktop", "phone"])
def test_a_region_is_selected_and_the_map_flies_there(page: Page) -> None:
    opened(page, "date=2001-03-31&region=east")
    choose(page, "Qərb", region="west", date="2001-03-31")
    assert page.evaluate("flights") == [{"lat": 40, "lon": 46, "zoom": 9}]
    assert page.evaluate("changes.map(({ how }) => how).filter((how) => how !== 'texts')") == ["step"]
    expect(live(page)).to_have_text("Now shown: West District")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_event_moves_day_region_and_map_and_the_timeline_follows(page: Page) -> None:
    opened(page, "region=far")
    choose(page, "title onerror", date="2001-04-20", region="west", event="c")
    assert page.evaluate("flights") == [{"lat": 40.1, "lon": 46.1, "zoom": 10}]
    expect(page.get_by_role("slider", name="Date")).to_have_attribute("data-date", "2001-04-20")


def test_of_an_event_s_regions_the_selected_one_stays(page: Page) -> None:
    opened(page, "region=east")
    choose(page, "title onerror", region="east", event="c")


@pytest.mark.parametrize(
    ("typed", "row", "day", "window"),
    [
        ("10 апреля 2001", "10 April 2001", "2001-04-10", "30"),
        ("April 2001", "April 2001", "2001-04-30", "2001-04-01..2001-04-30"),
        ("2002", "2002", "2002-12-31", "2002-01-01..2002-12-31"),
        ("change", "Change", "2001-01-01", "30"),
    ],
)
def test_dates_and_eras_move_the_day_and_keep_the_region(
    page: Page, typed: str, row: str, day: str, window: str
) -> None:
    opened(page, "region=east&event=b&date=2001-02-10")
    box(page).fill(typed)
    expect(options(page).first).to_contain_text(row)
    choose(page, typed, date=day, window=window, region="east", event=None)
    assert page.evaluate("flights") == []


def test_both_days_that_a_date_may_mean_are_offered(page: Page) -> None:
    opened(page)
    box(page).fill("04/10/2001")
    expect(options(page)).to_have_text(["4 October 2001go to this day", "10 April 2001go to this day"])
    options(page).nth(1).click()
    assert view(page)["date"] == "2001-04-10"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "5 May 1999",
            "There are no records for 5 May 1999: they run from 1 January 2000 to 31 December 2003.",
        ),
        ("1999", "There are no records for 1999: they run from 1 January 2000 to 31 December 2003."),
        ("<b>xyzzy</b>", "Nothing found for “<b>xyzzy</b>”."),
    ],
)
def test_what_is_nothing_offers_nothing_and_says_why(page: Page, typed: str, expected: str) -> None:
    opened(page)
    box(page).fill(typed)
    expect(note(page)).to_have_text(expected)
    expect(live(page)).to_have_text(expected)
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Enter")
    assert view(page)["date"] == "2001-03-31"


def test_a_village_without_a_point_shows_its_district_and_says_so(page: Page) -> None:
    opened(page)
    choose(page, "lostham", region="east")
    said = "Nowhere has no point in our records: its district is shown, East District."
    expect(note(page)).to_have_text(said)
    expect(note(page)).to_be_visible()
    expect(live(page)).to_have_text(said)
    assert page.evaluate("flights") == [{"lat": 40, "lon": 47, "zoom": 9}]
    page.mouse.click(700, 800)
    expect(note(page)).to_be_hidden()


def test_what_was_said_goes_with_its_language(page: Page) -> None:
    opened(page)
    choose(page, "lostham", region="east")
    expect(note(page)).to_be_visible()
    page.evaluate("store.useFacts(prepareFacts({ ...structuredClone(given.facts), lang: 'ru' }), texts)")
    expect(note(page)).to_be_hidden()
    expect(live(page)).to_be_empty()


def test_a_folded_list_stays_folded_when_the_language_changes(page: Page) -> None:
    opened(page)
    box(page).fill("west")
    expect(options(page).first).to_be_visible()
    page.get_by_role("slider", name="Date").focus()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.evaluate("store.useFacts(prepareFacts({ ...structuredClone(given.facts), lang: 'ru' }), texts)")
    page.wait_for_function("store.texts !== null")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    box(page).focus()
    expect(options(page).first).to_contain_text("Запад")


def test_a_village_with_a_point_is_flown_to(page: Page) -> None:
    opened(page)
    choose(page, "tepe", region="west")
    expect(live(page)).to_have_text("Now shown: Hilltop")
    expect(note(page)).to_be_hidden()
    assert page.evaluate("flights") == [{"lat": 40.2, "lon": 46.2, "zoom": 10}]


def test_the_keys_of_a_combobox(page: Page) -> None:
    opened(page)
    box(page).click()
    page.keyboard.type("west")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(active(page)).to_contain_text("West District")
    for key, row in (
        ("ArrowDown", "Westtown"),
        ("ArrowDown", "West District"),
        ("End", "Westtown"),
        ("Home", "West"),
    ):
        page.keyboard.press(key)
        expect(active(page)).to_contain_text(row)
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_contain_text("Westtown")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("west")
    page.keyboard.press("Enter")
    assert view(page)["region"] is None
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_contain_text("Westtown")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")


def test_a_click_chooses_and_the_clear_button_empties(page: Page) -> None:
    opened(page)
    box(page).fill("far")
    options(page).filter(has_text="Far Province").click()
    assert view(page)["region"] == "far"
    box(page).fill("x")
    page.get_by_role("button", name="Clear the search").click()
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()


def test_a_slash_brings_the_focus_unless_something_is_typed(page: Page) -> None:
    opened(page)
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(box(page)).to_have_value("a/b")
    typed = page.get_by_role("textbox", name="Go to date")
    typed.focus()
    page.keyboard.press("/")
    expect(typed).to_be_focused()
    page.get_by_role("slider", name="Date").focus()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()


def test_before_all_texts_are_there_enter_waits_for_them(page: Page) -> None:
    opened(page, late=True)
    box(page).focus()
    page.keyboard.type("lostham")
    page.keyboard.press("Enter")
    expect(note(page)).to_have_text("Loading the list of places and events")
    assert view(page)["region"] is None
    page.evaluate("sendTexts()")
    page.wait_for_function("store.view.region === 'east'")


def test_texts_that_do_not_load_are_told_of_and_the_rest_is_found(page: Page) -> None:
    opened(page, late=True)
    page.evaluate("store.useFacts(store.facts, Promise.reject(new Error('away')))")
    box(page).fill("lostham")
    expect(note(page)).to_have_text(
        "The list of places could not be loaded. Load the page again to find all of them."
    )
    choose(page, "west", region="west")


def test_names_come_in_the_page_s_language(page: Page) -> None:
    opened(page)
    page.evaluate("""() => {
        const russian = { ...structuredClone(given.facts), lang: "ru" };
        store.useFacts(prepareFacts(russian), Promise.resolve(given.texts));
    }""")
    box(page).fill("west")
    expect(options(page).first).to_contain_text("Запад")
    expect(options(page).first).to_contain_text("also: West District")
    expect(page.locator(".search")).to_have_attribute("lang", "ru")
    box(page).fill("small talk")
    expect(options(page).locator(".label")).to_have_attribute("lang", "en")


def test_text_of_the_data_is_never_markup(page: Page) -> None:
    files = copy.deepcopy(toy_files())
    files[1]["settlements"][0]["name"]["en"] = "<img src=x onerror=alert(1)> Hilltop"
    open_page(page, *files)
    box(page).fill("hilltop")
    expect(options(page).first).to_contain_text("<img src=x onerror=alert(1)> Hilltop")
    assert page.locator(".search img").count() == 0


@pytest.mark.parametrize(
    "typed",
    [
        "Kalbajar", "kalbajar", "Kəlbəcər", "Kelbecer", "KELBADJAR", "Карвачар", "кельбаджар", "Քարվաճառ",
        "karvachar", "Karva-char", " kal bajar ", "Քելբաջարի", "Kalbajar District",
    ],
)  # fmt: skip
def test_kalbajar_is_first_by_any_name(real_page: Page, typed: str) -> None:
    assert first_rows(real_page, typed)[0].startswith("Kalbajar District")


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("Martuni", ["Khojavend District", "Khojavend / Martuni", "Martuni"]),
        ("Varanda", ["Fuzuli District", "Fuzuli", "Garadaghli"]),
        ("Tovuz", ["Tovuz District"]),
        ("Tavush", ["Tavush Province"]),
        ("Stepanakret", ["Khankendi / Stepanakert", "Khankendi / Stepanakert"]),
        ("Shsuha", ["Shusha District", "Shusha"]),
        ("Qubodli", ["Qubadli District", "Qubadli"]),
        ("umutlu", ["Aknaberd"]),
        ("cathedral shusha", ["Ghazanchetsots"]),
        ("44 gunluk", ["44-day war"]),
    ],
)
def test_all_that_a_name_may_mean_comes_first(real_page: Page, typed: str, labels: list[str]) -> None:
    rows = first_rows(real_page, typed)[: len(labels)]
    for label in labels:
        assert any(label in row for row in rows), rows


def test_rows_are_few_and_the_rest_is_counted(real_page: Page) -> None:
    rows = first_rows(real_page, "a")
    assert 8 <= len(rows) <= 40
    expect(note(real_page)).to_contain_text(f"Shown: {len(rows)} of ")
