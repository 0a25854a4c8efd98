"""What there is to read, in a browser: titles that select, a phone's order, paper, a server that is away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.page.test_app_browser import PHONE, heading, opened, slider, unit
from tests.serving import free_port, served

pytestmark = pytest.mark.browser


def article(page: Page, event_id: str) -> Locator:
    """An event in the panel."""
    return page.locator(f".st-key-panel [data-event='{event_id}']")


def test_a_press_on_a_title_selects_the_event_everywhere(page: Page, atlas_url: str) -> None:
    frame = opened(page, atlas_url)
    page.evaluate("document.querySelector('iframe').dataset.kept = 'yes'")
    events = page.locator(".st-key-panel [data-event]")
    ids = [str(events.nth(index).get_attribute("data-event")) for index in range(events.count())]
    other = next(event for event in ids if not event.startswith("2020-11-25"))
    title = page.locator(f".st-key-panel [data-select='{other}']").first
    title.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{atlas_url}/?date={other[:10]}&region=kalbajar&event={other}")
    expect(article(page, other)).to_have_attribute("aria-current", "true")
    expect(slider(page)).to_have_attribute("data-date", other[:10])
    expect(frame.locator("html")).to_have_attribute("data-date", other[:10])
    expect(title).to_be_focused()
    assert page.locator("iframe[data-kept='yes']").count() == 1
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-panel [data-event][aria-current]")).to_have_count(0)


def test_a_linked_event_is_in_view_and_the_focus_is_the_readers(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=2023-12-31&region=nkao&window=all&event=2023-09-19-offensive")
    expect(article(page, "2023-09-19-offensive")).to_be_in_viewport()
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 0


def test_the_language_box_changes_words_names_and_dates_together(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url)
    page.get_by_label("Language", exact=True).select_option("ru")
    expect(heading(page)).to_have_text("Кельбаджарский район")
    expect(page.locator(".st-key-panel")).to_contain_text("25 ноября 2020")
    expect(page).to_have_url(f"{atlas_url}/?date=2020-11-25&region=kalbajar&lang=ru")
    expect(page.get_by_role("heading", name="Атлас Карабаха")).to_be_visible()


def test_the_view_is_the_same_after_another_page(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=1993-04-10&region=lachin")
    page.get_by_role("link", name="Method and sources").click()
    expect(page.get_by_text("How right the drawing is.")).to_be_visible()
    page.get_by_role("link", name="The map", exact=True).click()
    expect(heading(page)).to_have_text("Lachin District")
    expect(slider(page)).to_have_attribute("data-date", "1993-04-10")
    expect(page).to_have_url(f"{atlas_url}/?date=1993-04-10&region=lachin")
    frame = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true", timeout=60_000)


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_phone_the_slider_lies_under_the_map_in_the_first_screen(page: Page, atlas_url: str) -> None:
    opened(page, atlas_url, "?date=2020-12-01&region=lachin&compare=2020-09-27")
    tops = [
        page.locator(part).bounding_box()["y"]  # type: ignore[index]
        for part in (".st-key-mapbox", ".st-key-time", ".st-key-side", ".st-key-words")
    ]
    assert tops == sorted(tops)
    handle = slider(page).bounding_box()
    assert handle and PHONE[1] / 2 < handle["y"] < PHONE[1] - 40
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('.atlas-panel')]"
        ".every(part => part.scrollWidth <= part.clientWidth + 1)"
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
    expect(page.get_by_label("Region", exact=True)).not_to_be_visible()
    tops = [
        page.locator(part).bounding_box()["y"]  # type: ignore[index]
        for part in (".st-key-time", ".st-key-mapbox", ".st-key-panel")
    ]
    assert tops == sorted(tops)


def test_a_server_that_goes_and_comes_back_is_not_noticed_by_who_scrubs(browser: Browser) -> None:
    port = free_port()
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    with served("app.py", port=port) as url:
        frame = opened(page, url, "?date=1993-04-10&region=kalbajar")
        page.wait_for_function("karabakhAtlas.store.texts !== null")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{url}/?date=1993-04-11&region=kalbajar")
    expect(frame.locator("html")).to_have_attribute("data-date", "1993-04-11")
    unit(frame, "LAC-OUT").click()
    expect(heading(page)).to_have_text("Lachin District")
    with served("app.py", port=port) as url:
        app = page.locator(".stApp")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
        expect(heading(page)).to_have_text("Lachin District")
        page.get_by_label("Language", exact=True).select_option("ru")
        expect(page.get_by_role("heading", name="Атлас Карабаха")).to_be_visible(timeout=30_000)
        expect(page).to_have_url(f"{url}/?date=1993-04-11&region=lachin&lang=ru")
    page.context.close()
