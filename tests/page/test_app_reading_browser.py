"""What there is to read, in a real browser: titles that select, a phone's order, paper, a new server."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.page.test_app_browser import PHONE, heading, opened, slider, unit
from tests.serving import free_port, served

pytestmark = pytest.mark.browser

PRESS = "2020-11-20-aghdam"


def article(page: Page, event_id: str) -> Locator:
    """An event in the panel."""
    return page.locator(f".st-key-reading [data-event='{event_id}']")


def title(page: Page, event_id: str) -> Locator:
    """An event's title, wherever it is to be pressed."""
    return page.locator(f"[data-pick='{event_id}']").first


def shown_events(page: Page) -> list[str]:
    """The ids of the panel's events."""
    events = page.locator(".st-key-reading [data-event]")
    return [str(events.nth(number).get_attribute("data-event")) for number in range(events.count())]


def test_a_press_on_a_title_selects_the_event_everywhere(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    page.evaluate("document.querySelector('iframe').dataset.kept = 'yes'")
    other = next(event for event in shown_events(page) if not event.startswith("2020-11-25"))
    title(page, other).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{atlas_url}/?date={other[:10]}&region=kalbajar&event={other}")
    expect(article(page, other)).to_have_attribute("aria-current", "true")
    expect(slider(page)).to_have_attribute("data-date", other[:10])
    expect(frame.locator("html")).to_have_attribute("data-date", other[:10])
    expect(title(page, other)).to_be_focused()
    assert page.locator("iframe[data-kept='yes']").count() == 1
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-reading [aria-current]")).to_have_count(0)


def test_a_linked_event_is_in_view_and_the_focus_is_the_readers(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=2023-12-31&region=nkao&window=all&event=2023-09-19-offensive")
    expect(article(page, "2023-09-19-offensive")).to_be_in_viewport()
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 0


def test_the_language_box_changes_words_names_and_dates_together(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    page.get_by_role("combobox", name="Language").click()
    page.get_by_role("option", name="Русский").click()
    expect(heading(page)).to_have_text("Кельбаджарский район")
    expect(page.locator(".st-key-panel")).to_contain_text("25 ноября 2020")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar&lang=ru")


def test_two_days_are_compared_and_left_again(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=2020-12-01&region=lachin")
    page.get_by_role("button", name="Compare with…").click()
    page.get_by_role("combobox", name="Or one of these").click()
    page.get_by_role("option", name="44-day war").click()
    expect(page).to_have_url(f"{atlas_url}/?date=2020-12-01&region=lachin&compare=2020-09-27")
    page.keyboard.press("Escape")
    comparison = page.locator(".st-key-comparison")
    expect(comparison).to_contain_text("Lachin District: 2 units changed")
    with page.expect_download() as download:
        page.get_by_role("button", name="Changes as CSV").click()
    assert download.value.suggested_filename == "changes-2020-09-27-2020-12-01.csv"
    page.get_by_role("button", name="Show one day").click()
    expect(comparison).to_have_count(0)
    expect(page).to_have_url(f"{atlas_url}/?date=2020-12-01&region=lachin")


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_phone_the_slider_lies_under_the_map_in_the_first_screen(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=2020-12-01&region=lachin&compare=2020-09-27")
    tops = [
        page.locator(part).bounding_box()["y"]  # type: ignore[index]
        for part in (".st-key-mapbox", ".st-key-time", ".st-key-side", ".st-key-words")
    ]
    assert tops == sorted(tops)
    handle = slider(page).bounding_box()
    assert handle and PHONE[1] / 2 < handle["y"] < PHONE[1] - 60
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('.atlas-panel')].every(part => part.scrollWidth <= part.clientWidth)"
    )


@pytest.mark.parametrize("page", [(1400, 900), PHONE], indirect=True, ids=["desktop", "phone"])
def test_what_can_be_pressed_is_large_enough(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    small = page.evaluate(
        """[...document.querySelectorAll('.st-key-side button, .st-key-side summary, .st-key-words button')]
             .filter((part) => part.checkVisibility())
             .map((part) => [part.textContent, part.getBoundingClientRect().height])
             .filter(([, height]) => height < 23.5)"""
    )
    assert small == []


def test_on_paper_nothing_is_folded_or_cut(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    page.emulate_media(media="print")
    source = page.locator(".st-key-panel details.sources li").first
    assert page.evaluate("(li) => li.getBoundingClientRect().height > 5", source.element_handle())
    assert page.evaluate(
        "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1)"
        "(document.querySelector('.st-key-reading'))"
    )
    expect(page.get_by_role("combobox", name="Region")).not_to_be_visible()
    tops = [
        page.locator(part).bounding_box()["y"]  # type: ignore[index]
        for part in (".st-key-time", ".st-key-mapbox", ".st-key-panel")
    ]
    assert tops == sorted(tops)


def test_a_new_server_finds_the_view_as_it_was(browser: Browser) -> None:
    port = free_port()
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    with served("app.py", port=port) as url:
        frame = opened(page, url, "?date=1993-04-10&region=kalbajar")
        slider(page).focus()
        page.keyboard.press("ArrowRight")
        expect(page).to_have_url(f"{url}/?date=1993-04-11&region=kalbajar")
        unit(frame, "LAC-OUT").click()
        expect(heading(page)).to_have_text("Lachin District")
        page.get_by_role("combobox", name="Region").click()
        page.keyboard.type("Shusha")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{url}/?date=1993-04-11&region=shusha")
    with served("app.py", port=port) as url:
        app = page.locator(".stApp")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
        page.get_by_role("combobox", name="Events of").click()
        page.get_by_role("option", name="this day").click()
        expect(page).to_have_url(f"{url}/?date=1993-04-11&region=shusha&window=1")
        expect(heading(page)).to_have_text("Shusha District")
        expect(slider(page)).to_have_attribute("data-date", "1993-04-11")
    page.context.close()
