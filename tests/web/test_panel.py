"""What can be read beside and below the map, on the plain page: regions, events, comparison, tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo import Atlas
from geo.languages import LANGUAGES
from tests.serving import loopback_only

pytestmark = pytest.mark.browser

SHUSHA = "2020-11-08-shusha"
MOST_EVENTS = 20


@pytest.fixture(scope="module")
def shared(browser: Browser, plain_url: str) -> Iterator[Page]:
    """One page for all tests of this module; its errors fail them."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    context.route(
        "**/*",
        lambda route: route.continue_() if route.request.url.startswith("file:") else loopback_only(route),
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.goto(plain_url)
    page.locator("html[data-ready=true]").wait_for(state="attached", timeout=60_000)
    page.wait_for_function("karabakhAtlas.store.texts !== null")
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def atlas_page(shared: Page) -> Page:
    """The page at its opening view."""
    show(shared)
    return shared


def show(page: Page, **keys: str) -> None:
    """Follows a link with these keys, as a reader who edits the address does."""
    query = "&".join(f"{key}={value}" for key, value in keys.items())
    page.evaluate("(query) => karabakhAtlas.show(query)", query)


def panel(page: Page) -> Locator:
    """The panel."""
    return page.locator("#panel")


def address(page: Page) -> dict[str, str]:
    """The keys of the address bar."""
    # The page writes its address in the task after a change.
    script = """async () => {
        await new Promise((done) => setTimeout(done));
        return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    }"""
    return dict(page.evaluate(script))


def listed(page: Page) -> list[str]:
    """The ids of the events in the panel, in order."""
    return list(
        page.evaluate("[...document.querySelectorAll('#panel [data-event]')].map((e) => e.dataset.event)")
    )


@pytest.mark.parametrize(
    ("view", "heading", "parts"),
    [
        (
            {},
            "Kalbajar District",
            [
                "Held on 25 November 2020 by",
                "Azerbaijan since 25 November 2020",
                "units of the Azerbaijan Army entered the Kalbajar region on Nov. 25",
                "Ministry of Defence of Azerbaijan",
                "A News Turkish media",
            ],
        ),
        (
            {"date": "1993-04-10", "region": "kalbajar"},
            "Kalbajar District",
            [
                "Armenian forces since 3 April 1993 (sources: 2–5 April 1993)",
                "Events, 12 March – 10 April 1993",
                "1991",
                "What our records say:",
            ],
        ),
        (
            {"date": "2023-09-25", "region": "khankendi"},
            "Khankendi / Stepanakert (city)",
            ["Contested", "since 20 September 2023"],
        ),
        (
            {"date": "1988-03-01", "region": "nkao"},
            "Nagorno-Karabakh (former NKAO)",
            ["Soviet Union since before 1 January 1988, when the records begin"],
        ),
        (
            {"date": "2020-10-17", "region": "ganja"},
            "Ganja (city)",
            ["No data: the records follow who held what"],
        ),
        (
            {"date": "2003-06-01", "region": "lachin"},
            "Lachin District",
            ["That is not a statement that nothing happened"],
        ),
        ({"date": "2026-02-17", "region": "aghdara"}, "Aghdara District", ["Azerbaijan since"]),
        (
            {"date": "2026-02-17", "region": "zangilan"},
            "Zangilan District",
            ["After that day there is no data"],
        ),
        (
            {"date": "2020-11-25", "region": ""},
            "All regions",
            ["Azerbaijan", "11,777 km²", "Of the 29 units drawn"],
        ),
        ({"date": "2020-11-25", "lang": "az"}, "Kəlbəcər rayonu", ["25 noyabr 2020", "2.040"]),
        ({"date": "2020-11-25", "lang": "hy"}, "Քելբաջարի շրջան", ["25 նոյեմբերի 2020"]),
        ({"date": "2020-11-25", "lang": "ru"}, "Кельбаджарский район", ["25 ноября 2020", "2\u00a0040"]),
    ],
)
def test_a_link_opens_its_view(
    atlas_page: Page, view: dict[str, str], heading: str, parts: list[str]
) -> None:
    show(atlas_page, **view)
    expect(panel(atlas_page).get_by_role("heading").first).to_have_text(heading)
    text = re.sub(r"[ \n]+", " ", str(panel(atlas_page).text_content()))
    for part in parts:
        assert part in text, part


@pytest.mark.parametrize(
    ("region", "unit", "since"),
    [
        ("qubadli", "QUB", "25 October 2020"),
        ("zangilan", "ZAN", "21 October 2020"),
        ("jabrayil", "JAB-W", "19 October 2020"),
        ("fuzuli", "FUZ-W", "17 October 2020"),
        ("fuzuli", "FUZ-E", "30 August 1991"),
    ],
)
def test_since_is_the_first_day_of_the_unbroken_hold(
    atlas_page: Page, region: str, unit: str, since: str
) -> None:
    show(atlas_page, date="2020-11-25", region=region)
    part = panel(atlas_page).locator(f"[data-part='{unit}'] .holder")
    expect(part).to_contain_text(f"since {since}")


def test_the_page_around_the_instruments_has_their_font_and_colours(atlas_page: Page) -> None:
    looks = """(selector) => {
        const { fontFamily, color } = getComputedStyle(document.querySelector(selector));
        return [fontFamily, color];
    }"""
    assert atlas_page.evaluate(looks, "h1") == atlas_page.evaluate(looks, "#panel .atlas-panel")


def test_every_region_has_a_panel_on_a_crowded_day(atlas_page: Page, real: Atlas) -> None:
    for region_id, row in real.regions.iterrows():
        show(atlas_page, date="2020-11-10", region=str(region_id), window="365")
        expect(panel(atlas_page).get_by_role("heading").first).to_have_text(row["name_en"])
        text = str(panel(atlas_page).text_content())
        assert ("No data: the records follow" in text) == (not row["unit_ids"]), region_id


@pytest.mark.parametrize(
    ("view", "reason"),
    [
        ({"region": "shusha", "date": "2020-11-10"}, ""),
        ({"region": "shusha", "date": "2003-01-01"}, "The selected event, outside the days shown"),
        ({"region": "baku", "date": "2020-11-10"}, "The selected event, of another region"),
        (
            {"region": "baku", "date": "2003-01-01"},
            "The selected event, of another region and outside the days shown",
        ),
        ({"region": "", "date": "2003-01-01"}, "The selected event, outside the days shown"),
        ({"region": "shusha", "date": "2020-11-10", "window": "1"}, "outside the days shown"),
    ],
)
def test_a_linked_event_is_marked_and_comes_first_if_it_is_not_of_these(
    atlas_page: Page, view: dict[str, str], reason: str
) -> None:
    show(atlas_page, event=SHUSHA, **view)
    expect(panel(atlas_page).locator("[aria-current]")).to_have_count(1)
    expect(panel(atlas_page).locator("[aria-current]")).to_have_attribute("data-event", SHUSHA)
    if reason:
        assert listed(atlas_page)[0] == SHUSHA
        expect(panel(atlas_page).locator(".reason")).to_contain_text(reason)
    else:
        expect(panel(atlas_page).locator(".reason")).to_have_count(0)


def test_of_many_events_the_newest_come_first_and_more_on_request(atlas_page: Page) -> None:
    show(atlas_page, date="2023-12-31", region="nkao", window="all")
    first = listed(atlas_page)
    assert len(first) == MOST_EVENTS
    panel(atlas_page).get_by_role("button", name="Show 40 more events").click()
    assert listed(atlas_page)[: len(first)] == first
    assert len(listed(atlas_page)) == MOST_EVENTS + 40
    show(atlas_page, date="2023-12-31", region="kalbajar", window="all")
    assert len(listed(atlas_page)) <= MOST_EVENTS


def test_a_press_on_a_title_selects_the_event_and_keeps_the_focus(atlas_page: Page) -> None:
    show(atlas_page, date="2020-11-25", region="kalbajar")
    other = next(event for event in listed(atlas_page) if not event.startswith("2020-11-25"))
    button = panel(atlas_page).locator(f"[data-select='{other}']")
    button.focus()
    atlas_page.keyboard.press("Enter")
    assert address(atlas_page)["event"] == other
    assert address(atlas_page)["date"] == other[:10]
    expect(button).to_be_focused()


def test_what_is_unfolded_stays_so_while_the_day_moves(atlas_page: Page) -> None:
    show(atlas_page, date="2020-11-26", region="kalbajar")
    panel(atlas_page).locator("details.sources summary").first.click()
    show(atlas_page, date="2020-11-27", region="kalbajar")
    expect(panel(atlas_page).locator("details.sources").first).to_have_attribute("open", "")


@pytest.mark.parametrize(("motion", "behavior"), [("reduce", "instant"), ("no-preference", "smooth")])
def test_on_a_phone_a_sign_leads_to_the_text_in_the_page_s_language(
    browser: Browser, plain_url: str, motion: Any, behavior: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 700}, reduced_motion=motion)
    page.goto(plain_url)
    page.locator("html[data-ready=true]").wait_for(state="attached", timeout=60_000)
    page.evaluate("""() => {
        Element.prototype.scrollIntoView = ({ behavior }) => { window.asked = behavior; };
    }""")
    page.evaluate("karabakhAtlas.store.change({ region: 'lachin' })")
    sign = page.locator(".atlas-hint")
    expect(sign).to_have_text("Lachin District ↓")
    page.evaluate("karabakhAtlas.store.change({ lang: 'ru' })")
    expect(sign).to_have_text("Лачинский район ↓")
    expect(sign).to_have_attribute("lang", "ru")
    sign.click()
    assert page.evaluate("asked") == behavior
    page.close()


def test_earlier_and_later_events_are_a_press_away(atlas_page: Page) -> None:
    show(atlas_page, date="2003-06-01", region="lachin")
    panel(atlas_page).get_by_role("button", name="Later →").click()
    later = address(atlas_page)
    assert later["date"] > "2003-06-01" and later["event"].startswith(later["date"])
    panel(atlas_page).get_by_role("button", name="← Earlier").click()
    assert address(atlas_page)["date"] < "2003-06-01"


@pytest.mark.parametrize(
    ("box", "value", "key", "kept"),
    [
        ("Region", "shusha", "region", False),
        ("Show events of", "365", "window", True),
        ("Language", "az", "lang", True),
        ("Also on the map", "hy", "second_language", True),
    ],
)
def test_the_boxes_change_the_view(atlas_page: Page, box: str, value: str, key: str, kept: bool) -> None:
    show(atlas_page, date="2020-11-10", region="kalbajar", event=SHUSHA)
    atlas_page.get_by_label(box, exact=True).select_option(value)
    expect(atlas_page).to_have_url(re.compile(rf"\b{key}={value}\b"))
    assert ("event" in address(atlas_page)) == kept


def test_a_brushed_window_shows_its_days_until_another_is_chosen(atlas_page: Page) -> None:
    show(atlas_page, window="2020-09-27..2020-11-09")
    box = atlas_page.get_by_label("Show events of", exact=True)
    expect(box.locator("option").first).to_have_text("27 September – 9 November 2020")
    expect(panel(atlas_page)).to_contain_text("Events, 27 September – 9 November 2020")
    box.select_option("30")
    expect(panel(atlas_page)).to_contain_text("Events, 27 October – 25 November 2020")
    expect(box.locator("option").first).to_have_text("this day")


@pytest.mark.parametrize(
    ("days", "region", "parts"),
    [
        (
            ("2020-12-01", "2020-09-27"),
            "lachin",
            [
                "From 27 September 2020 to 1 December 2020",
                "Lachin District: 2 units changed",
                "Elsewhere: 17 units changed",
            ],
        ),
        (("2020-09-27", "2020-12-01"), "kalbajar", ["Armenian forces →then Azerbaijan", "25 November 2020"]),
        (("1993-03-01", "1993-05-01"), "kalbajar", ["27 March 1993", "3 April 1993"]),
        (("2003-01-02", "2003-01-01"), "", ["The records hold no change of control between the two days."]),
    ],
)
def test_two_days_are_compared(
    atlas_page: Page, days: tuple[str, str], region: str, parts: list[str]
) -> None:
    show(atlas_page, date=days[0], compare=days[1], region=region)
    comparison = atlas_page.locator(".comparison")
    for part in parts:
        expect(comparison).to_contain_text(part)


def test_the_totals_are_those_of_the_two_days(atlas_page: Page, real: Atlas) -> None:
    days = ("2020-09-27", "2020-12-01")
    show(atlas_page, date=days[1], compare=days[0])
    held = [real.km2_by_holder(real.first.fromisoformat(day)) for day in days]
    rows = atlas_page.locator(".balance tbody tr")
    for index in range(rows.count()):
        name, *figures = [str(cell).strip() for cell in rows.nth(index).locator("th, td").all_text_contents()]
        holder = real.holders.index[real.holders["name_en"] == name][0]
        areas = [round(float(km2.get(holder, 0))) for km2 in held]
        change = f"{areas[1] - areas[0]:+,}".replace("-", "−") if areas[0] != areas[1] else "0"
        assert figures == [*(f"{area:,}" for area in areas), change]


def test_the_second_map_is_in_the_page_s_language(atlas_page: Page) -> None:
    show(atlas_page, date="2020-12-01", compare="2020-09-27", lang="ru")
    expect(atlas_page.locator("#panel .atlas-panel")).to_have_attribute("lang", "ru")
    expect(atlas_page.locator(".atlas-compare")).to_have_attribute("lang", "ru")
    expect(atlas_page.locator(".atlas-compare")).to_have_attribute("aria-label", "Карта: 27 сентября 2020")
    show(atlas_page, date="2020-12-01", compare="2020-09-27")
    expect(atlas_page.locator(".atlas-compare")).to_have_attribute("lang", "en")


def test_a_day_to_compare_with_is_typed_as_the_day_is(atlas_page: Page) -> None:
    show(atlas_page, date="2020-09-26", region="shusha")
    atlas_page.get_by_role("button", name="Compare with…").click()
    typed = atlas_page.get_by_label("Day to compare with", exact=True)
    typed.fill("1 December 2020")
    typed.press("Enter")
    assert address(atlas_page)["compare"] == "2020-12-01"
    typed.fill("04/10/2001")
    typed.press("Enter")
    expect(atlas_page.get_by_role("alert").get_by_text("This may mean 4 October 2001 or")).to_be_visible()
    expect(typed).to_have_value("04/10/2001")
    assert address(atlas_page)["compare"] == "2020-12-01"
    atlas_page.locator(".comparison").get_by_role("button", name="Show one day").click()
    atlas_page.get_by_role("button", name="Compare with…").click()


@pytest.mark.parametrize(
    ("region", "day", "told"),
    [
        ("kalbajar", "2020-11-25", "Before that: Armenian forces, since 3 April 1993"),
        ("kalbajar", "1993-03-01", "Before that: Soviet Union, since before 1 January 1988"),
        ("kalbajar", "1988-06-01", None),
    ],
)
def test_the_panel_says_who_held_it_before(atlas_page: Page, region: str, day: str, told: str | None) -> None:
    show(atlas_page, region=region, date=day)
    before = panel(atlas_page).locator(".before")
    if told is None:
        expect(before).to_have_count(0)
    else:
        expect(before.first).to_contain_text(told)


def test_an_era_to_begin_with_shows_its_days_at_full_width_and_all_places(atlas_page: Page) -> None:
    show(atlas_page, date="2000-01-01", region="kalbajar")
    atlas_page.get_by_role("button", name="44-day war (2020)").click()
    assert address(atlas_page) == {"date": "2020-09-27", "region": ""}
    era = atlas_page.locator(".timeline .eras button").get_by_text("44-day war")
    expect(era).to_have_attribute("aria-pressed", "true")
    era.click()


def test_a_choice_draws_anew_only_what_shows_it(atlas_page: Page) -> None:
    show(atlas_page, date="2020-12-01", region="lachin")
    kept = """(again) => ["lang", "region"].map((name) => {
        const box = document.getElementById(`atlas-${name}`);
        return again ? box.seenBefore === true : (box.seenBefore = true);
    })"""
    atlas_page.evaluate(kept, False)
    atlas_page.evaluate("karabakhAtlas.store.change({ region: 'shusha' })")
    expect(panel(atlas_page).locator("h2")).to_have_text("Shusha District")
    assert atlas_page.evaluate(kept, True) == [True, False]


def test_a_second_day_is_chosen_swapped_and_left(atlas_page: Page) -> None:
    show(atlas_page, date="2020-12-01", region="lachin")
    atlas_page.get_by_role("button", name="Compare with…").click()
    atlas_page.get_by_label("Or one of these", exact=True).select_option("2020-09-27")
    assert address(atlas_page)["compare"] == "2020-09-27"
    atlas_page.locator(".comparison").get_by_role("button", name="Swap the days").click()
    assert address(atlas_page) == {"date": "2020-09-27", "region": "lachin", "compare": "2020-12-01"}
    atlas_page.locator(".comparison").get_by_role("button", name="Show one day").click()
    assert address(atlas_page) == {"date": "2020-09-27", "region": "lachin"}
    expect(atlas_page.locator(".comparison")).to_have_count(0)


@pytest.mark.parametrize(
    ("part", "view", "told"),
    [
        (
            "The day in words",
            {"date": "2020-11-25"},
            "Azerbaijan held 20 units (11,777 km²): all of Fuzuli District",
        ),
        (
            "The day in words",
            {"date": "2020-11-25"},
            "8 units (3,102 km²) were in the zone of the Russian peacekeepers",
        ),
        (
            "The day in words",
            {"date": "1993-04-02"},
            "1 unit was contested (2,040 km²): part of Kalbajar District.",
        ),
        (
            "The day in words",
            {"date": "1988-01-01"},
            "Before this day the records hold no change of control.",
        ),
        (
            "The day in words",
            {"date": "2026-02-17"},
            "the records, which end on 17 February 2026, hold no change",
        ),
        ("Regions and their holders", {"date": "2020-11-25"}, "Who held what on 25 November 2020"),
        ("Table of events", {"date": "2020-11-25", "region": ""}, "Precision"),
    ],
)
def test_all_that_the_map_says_can_be_read(
    atlas_page: Page, part: str, view: dict[str, str], told: str
) -> None:
    show(atlas_page, **view)
    button = atlas_page.get_by_role("button", name=part)
    button.click()
    expect(atlas_page.locator(".atlas-words .table")).to_contain_text(told)
    button.click()
    expect(atlas_page.locator(".atlas-words .table")).to_have_count(0)


def test_panel_and_tables_name_the_same_days_near_the_records_beginning(atlas_page: Page) -> None:
    show(atlas_page, date="1988-01-10", region="", window="365")
    days = "11 January 1987 – 10 January 1988"
    expect(panel(atlas_page)).to_contain_text(f"Events, {days}")
    assert listed(atlas_page)[-1].startswith("1987")
    for part in ("The day in words", "Table of events"):
        button = atlas_page.get_by_role("button", name=part)
        button.click()
        expect(atlas_page.locator(".atlas-words .table")).to_contain_text(days)
        button.click()


def test_the_table_of_events_and_its_file_are_those_of_the_region(atlas_page: Page, real: Atlas) -> None:
    show(atlas_page, date="2020-11-25", region="kalbajar")
    wanted = set(real.on(real.first.fromisoformat("2020-11-25")).region("kalbajar").events.index)
    atlas_page.get_by_role("button", name="Table of events").click()
    rows = atlas_page.locator(".atlas-words tbody [data-select]")
    assert {rows.nth(index).get_attribute("data-select") for index in range(rows.count())} == wanted
    with atlas_page.expect_download() as download:
        atlas_page.get_by_role("button", name="All of these events as CSV").click()
    assert {row["event_id"] for row in saved(Path(download.value.path()))} == wanted
    atlas_page.get_by_role("button", name="Table of events").click()


@pytest.mark.parametrize(
    ("order", "column", "descending"), [("title", 3, False), ("sources", 6, True), ("type", 2, False)]
)
def test_the_events_are_sorted_as_asked(atlas_page: Page, order: str, column: int, descending: bool) -> None:
    show(atlas_page, date="2020-11-10", region="", window="30")
    atlas_page.get_by_role("button", name="Table of events").click()
    atlas_page.get_by_label("Sorted by", exact=True).select_option(order)
    cells = atlas_page.locator(f".atlas-words tbody tr > :nth-child({column + 1})").all_text_contents()
    keys = [int(cell) if order == "sources" else cell.casefold() for cell in cells]
    assert keys == sorted(keys, reverse=descending)  # type: ignore[type-var]
    atlas_page.get_by_label("Sorted by", exact=True).select_option("day")
    atlas_page.get_by_role("button", name="Table of events").click()


def test_saved_files_have_every_row_and_say_where_they_are_from(atlas_page: Page, real: Atlas) -> None:
    show(atlas_page, date="2020-11-25", compare="2020-09-27")
    with atlas_page.expect_download() as download:
        atlas_page.get_by_role("button", name="Changes as CSV").click()
    rows = saved(Path(download.value.path()))
    day = real.first.fromisoformat
    assert len(rows) == len(real.between(day("2020-09-27"), day("2020-11-25")))
    assert all(row["source_urls"].startswith("http") and row["licence"] for row in rows)


def saved(path: Path) -> list[dict[str, str]]:
    """The rows of a saved CSV file, which spreadsheets take for UTF-8."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_regions_stand_in_the_alphabet_of_the_language(atlas_page: Page, real: Atlas, lang: str) -> None:
    from geo.names import sorted_by_name

    show(atlas_page, date="2020-11-25", lang=lang)
    expect(atlas_page.locator("#panel .atlas-panel")).to_have_attribute("lang", lang)
    shown = atlas_page.locator("#atlas-region option").all_text_contents()[1:]
    assert shown == sorted_by_name(list(real.regions[f"name_{lang}"]), lang)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_the_records_texts_are_marked_as_english(atlas_page: Page, lang: str) -> None:
    show(atlas_page, date="2020-11-25", lang=lang)
    expect(panel(atlas_page).locator(".english")).to_have_count(1)
    expect(panel(atlas_page).locator("h4").first).to_have_attribute("lang", "en")
