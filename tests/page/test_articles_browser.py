"""Add articles in a real browser: drop, decide, export, and hostile articles that must stay text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.page.test_app_browser import PHONE, heading, opened, slider

pytestmark = pytest.mark.browser

EVIL = (
    "<script>window.pwned='script'</script><img src=x onerror=\"window.pwned='img'\">"
    "<svg onload=\"window.pwned='svg'\"></svg><a href=\"javascript:window.pwned='link'\">click</a>"
    "[press](javascript:window.pwned='markdown') ![see](https://example.org/see.png) "
    "https://evil.example/x www.evil.example :material/home:"
)
TEXT = (
    f"Shells fell on the town of Shusha on 3 October 2009, residents said, {EVIL} and went home.\n"
    f"{EVIL}\nRead also: {EVIL}\n"
)
# What the hostile article would have made, had any of it been taken for markup.
MADE = (
    "[onerror], [onload], img[src='x'], img[src*='example.org'], a[href^='javascript'], "
    "a[href*='evil.example'], .articles script, .atlas-panel script, button [role='img']"
)


def add_view(page: Page, url: str) -> None:
    """Opens "Add articles" by keyboard from the atlas."""
    opened(page, url, "?date=2009-10-03&region=shusha")
    link = page.get_by_role("link", name="Add articles")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"{re.escape(url)}/articles\b"))
    expect(page.get_by_text("No article yet")).to_be_visible(timeout=30_000)


def add_view_directly(page: Page, url: str) -> None:
    """Opens "Add articles" by its address."""
    page.goto(f"{url}/articles")
    expect(page.get_by_text("No article yet")).to_be_visible(timeout=30_000)


def drop(page: Page, name: str, content: str) -> None:
    """Drops a file and waits until it is read: the first starts a process that loads every name."""
    file = FilePayload(name=name, mimeType="text/plain", buffer=content.encode())
    page.locator("input[type=file]").set_input_files([file])
    expect(page.locator(".articles.text")).to_be_visible(timeout=60_000)


def button(page: Page, name: str) -> Locator:
    """The first button of that name."""
    return page.get_by_role("button", name=name, exact=True).first


def record() -> str:
    """The hostile article as a line of JSON: headline, publisher and address are hostile too."""
    fields = {"title": f"Shelling {EVIL}", "publisher": EVIL, "url": "javascript:window.pwned='url'"}
    return json.dumps(fields | {"published": "2009-10-04", "text": TEXT})


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """The page; afterwards nothing of an article may have run or become an element, in any frame."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert dialogs == []
    assert_harmless(page)


def assert_harmless(page: Page) -> None:
    """Fails if any of the hostile article ran or became an element."""
    for frame in page.frames:
        assert frame.evaluate("window.pwned") is None
        assert frame.locator(MADE).count() == 0


@pytest.mark.parametrize("page", [(1400, 900), PHONE], indirect=True, ids=["desktop", "phone"])
def test_a_dropped_article_is_confirmed_seen_and_exported(articles_url: str, page: Page) -> None:
    add_view(page, articles_url)
    drop(page, "a.txt", TEXT.replace(EVIL, "they"))
    expect(page.locator(".articles.text mark.place").first).to_have_text("Shusha")
    expect(page.locator(".articles.text p.apart .why").last).to_have_text("headline of another article")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    button(page, "Confirm").click()
    expect(page.locator(".chip.own")).to_have_text("your record, confirmed by Reader")
    with page.expect_download() as download:
        button(page, "Export what is confirmed (CSV, zip)").click()
    assert exported(download.value.path())["events.csv"][0]["title"] == "Strike, claimed: Shusha District"
    button(page, "See it in the atlas →").click()
    expect(page).to_have_url(f"{articles_url}/?date=2009-10-03&region=shusha")
    expect(heading(page)).to_have_text("Shusha District")
    expect(page.locator(".st-key-panel .event .own").first).to_have_text("Your record, not part of the atlas")
    opened_map(page)
    page.get_by_role("link", name="Add articles").click()
    page.locator("[class*='st-key-open-'] button").first.click(timeout=30_000)
    expect(page.locator(".articles.text")).to_be_visible()
    button(page, "Undo last press").click()
    expect(page.locator(".chip.own")).to_have_count(0)


def test_back_from_the_atlas_leads_to_the_article_and_then_to_the_list(articles_url: str, page: Page) -> None:
    add_view(page, articles_url)
    drop(page, "a.txt", TEXT.replace(EVIL, "they"))
    button(page, "Confirm").click()
    expect(page.locator(".chip.own")).to_be_visible(timeout=30_000)
    article = re.compile(rf"{re.escape(articles_url)}/articles\?date=2009-10-03&region=shusha&article=\d+$")
    for _ in range(2):
        button(page, "See it in the atlas →").click()
        expect(page).to_have_url(f"{articles_url}/?date=2009-10-03&region=shusha", timeout=30_000)
        expect(heading(page)).to_have_text("Shusha District", timeout=30_000)
        go_back(page)
        expect(page).to_have_url(article)
        expect(page.locator(".chip.own")).to_be_visible(timeout=30_000)
    go_back(page)
    expect(page.get_by_text("Your library: 1 article")).to_be_visible(timeout=30_000)


def go_back(page: Page) -> None:
    """Back, once the server has nothing to do: Streamlit pushes a page's address when it has drawn it."""
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    page.go_back()


def test_the_map_and_the_timeline_show_it_as_yours(articles_url: str, page: Page) -> None:
    add_view(page, articles_url)
    drop(page, "a.txt", TEXT.replace(EVIL, "they"))
    button(page, "Confirm").click()
    button(page, "See it in the atlas →").click()
    frame = opened_map(page)
    assert any(event.startswith("own-") for event in frame.evaluate("atlas.state().then(s => s.events)"))
    slider(page).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".now .note")).to_contain_text("Your record: Strike, claimed: Shusha District")


@pytest.mark.parametrize("name", ["evil.jsonl", "evil.txt", "evil.html", "evil.md"])
def test_a_hostile_article_stays_text_in_this_view(articles_url: str, watched: Page, name: str) -> None:
    add_view_directly(watched, articles_url)
    drop(watched, name, record() if name.endswith("jsonl") else TEXT)
    expect(watched.locator(".articles.text")).to_contain_text("Shusha")
    if name.endswith(("jsonl", "txt")):
        expect(watched.locator(".articles.text")).to_contain_text("<script>window.pwned='script'</script>")
        expect(watched.locator(".articles.card")).to_contain_text("onerror=\"window.pwned='img'\"")
    assert_harmless(watched)
    button(watched, "Edit").click()
    expect(button(watched, "Confirm with these changes")).to_be_visible()
    button(watched, "← All articles").click()
    expect(watched.get_by_text("Your library: 1 article")).to_be_visible()


def test_a_hostile_article_stays_text_in_the_atlas(articles_url: str, watched: Page) -> None:
    add_view_directly(watched, articles_url)
    drop(watched, "evil.jsonl", record())
    button(watched, "Edit").click()
    watched.get_by_label("Title, in your words").fill(f"Title {EVIL}"[:200])
    watched.get_by_label("Summary, in your words").fill(f"Summary {EVIL}")
    button(watched, "Confirm with these changes").click()
    button(watched, "Confirm quotation").click()
    button(watched, "See it in the atlas →").click()
    panel = watched.locator(".st-key-panel")
    expect(panel.locator(".event").first).to_contain_text("Title <script>window.pwned")
    expect(panel.locator(".quotation").first).to_contain_text("<svg onload")
    expect(panel.locator(".quotation").first).to_contain_text("Shelling <script>")
    assert_harmless(watched)
    frame = opened_map(watched)
    watched.frame_locator("iframe[title='streamlit_folium.st_folium']").locator(".leaflet-container").hover()
    tip = hovered(watched)
    expect(tip).to_contain_text("Your own record")
    expect(tip).to_contain_text("Title <script>window.pwned")
    slider(watched).focus()
    watched.keyboard.press("ArrowLeft")
    watched.keyboard.press("Shift+ArrowRight")
    expect(watched.locator(".now .note")).to_contain_text("<script>window.pwned='script'</script>")
    assert frame.evaluate("window.pwned") is None


def opened_map(page: Page):  # type: ignore[no-untyped-def]
    """The map's frame, once it is painted."""
    inside = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(inside.locator("html")).to_have_attribute("data-ready", "true", timeout=60_000)
    frame = page.frame(url=lambda address: "st_folium" in address)
    assert frame
    return frame


def hovered(page: Page) -> Locator:
    """The map's tooltip over the own event, found by moving over its region."""
    inside = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    box = inside.locator("[data-unit='SHU-C']").bounding_box()
    tip = inside.locator(".atlas-tooltip", has_text="Your own record")
    assert box
    for down in range(1, 24):
        for right in range(1, 24):
            page.mouse.move(box["x"] + box["width"] * right / 24, box["y"] + box["height"] * down / 24)
            if tip.count():
                return tip
    raise AssertionError("no marker of the own event found over its region")


def exported(path: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of the exported files."""
    with zipfile.ZipFile(path) as archive:
        return {
            name.rpartition("/")[2]: list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            for name in archive.namelist()
        }
