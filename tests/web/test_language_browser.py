"""The browser's own texts in each language: nothing of ours is left in English, records stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import Atlas
from geo.languages import LANGUAGES
from tests.serving import loopback_only

pytestmark = pytest.mark.browser

# Languages in another alphabet, where a Latin word can only be a record's or one that was left.
OTHER_ALPHABETS = ("hy", "ru")
VIEWS = {
    "the seed": "",
    "all events": "region=&window=all",
    "many parts": "region=khojavend&date=1994-05-12&window=365",
    "before the first change": "region=shusha&date=1988-01-01&window=1",
    "no units, the last day": "region=baku&date=2026-02-17",
    "two days": "region=aghdam&date=2020-09-26&compare=2023-10-01",
    "two days alike": "date=2000-01-01&compare=2000-01-02",
    "an event apart": "date=1995-01-01&event=2020-09-27-war-begins",
}
# What is written alike everywhere: formats, keys, the name of the map's library, who drew what.
ALIKE = {
    "CSV", "Leaflet", "Page", "Up", "Down", "Home", "End", "Shift", "Escape", "geoBoundaries", "Wikipedia",
    "CC", "BY", "SA", "Natural", "Earth", "NOAA", "GLOBE", "Karabakh", "Atlas", "YYYY", "MM", "DD", "km",
}  # fmt: skip
# The texts and spoken names of the page that are in its language, shadow roots included.
TEXTS = """() => {
  const found = [];
  const visit = (node, apart) => {
    if (node.nodeType === Node.TEXT_NODE && !apart) found.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE && !(node instanceof ShadowRoot)) return;
    const lang = node.getAttribute?.("lang");
    const code = /^(SCRIPT|STYLE|NOSCRIPT)$/.test(node.nodeName);
    const other = apart || code || (lang && lang !== karabakhAtlas.store.view.lang);
    if (!other && node.getAttribute) {
      const names = ["aria-label", "title", "placeholder", "alt"];
      found.push(...names.map((name) => node.getAttribute(name) ?? ""));
    }
    if (node.shadowRoot) visit(node.shadowRoot, other);
    for (const child of node.childNodes) visit(child, other);
  };
  visit(document.body, false);
  return found.map((text) => text.trim()).filter(Boolean);
}"""


@pytest.fixture(scope="module")
def atlas_page(browser: Browser, plain_url: str) -> Iterator[Page]:
    """One page for all tests of this module."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.route(
        "**/*",
        lambda route: route.continue_() if route.request.url.startswith("file:") else loopback_only(route),
    )
    page = context.new_page()
    page.goto(plain_url)
    page.locator("html[data-ready=true]").wait_for(state="attached", timeout=60_000)
    page.wait_for_function("karabakhAtlas.store.texts !== null")
    yield page
    context.close()


@pytest.fixture(scope="module")
def records(real: Atlas) -> list[str]:
    """Words that are no text of ours: titles, names, publishers."""
    found = {
        *real.names["name"],
        *real.sources["publisher"],
        *real.events["title"],
        *real.excerpts["claimant"],
    }
    for column in ("publisher", "agency", "headline"):
        found |= {*real.articles[column]}
    return sorted(filter(None, found), key=len, reverse=True)


def foreign(texts: list[str], records: list[str]) -> set[str]:
    """The Latin words in the texts that are no record's."""
    joined = "\n".join(texts)
    for record in records:
        joined = joined.replace(record, " ")
    return set(re.findall(r"[A-Za-z]{2,}", joined)) - ALIKE


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", OTHER_ALPHABETS)
def test_the_atlas_says_all_of_its_own_in_the_language(
    atlas_page: Page, records: list[str], lang: str, view: str
) -> None:
    atlas_page.evaluate("(query) => karabakhAtlas.show(query)", f"{VIEWS[view]}&lang={lang}")
    expect(atlas_page.locator("#panel .atlas-panel")).to_have_attribute("lang", lang)
    expect(atlas_page.locator(".timeline .live")).to_have_attribute("lang", lang)
    atlas_page.wait_for_function("karabakhAtlas.store.texts !== null")
    names = {"English", "Azərbaycanca", "Azerbaycanca", "rbaycanca", "Az", "Kelbajari", "shrjan"}
    assert foreign(atlas_page.evaluate(TEXTS), records) - names == set()


@pytest.mark.parametrize("lang", OTHER_ALPHABETS)
@pytest.mark.parametrize("part", range(3), ids=["day", "regions", "events"])
def test_all_that_can_be_read_is_in_the_language(
    atlas_page: Page, records: list[str], lang: str, part: int
) -> None:
    atlas_page.evaluate("(query) => karabakhAtlas.show(query)", f"date=1992-03-01&window=365&lang={lang}")
    expect(atlas_page.locator("#panel .atlas-panel")).to_have_attribute("lang", lang)
    button = atlas_page.locator(".atlas-words button[data-part]").nth(part)
    button.click()
    texts = atlas_page.locator(".atlas-words .table").all_inner_texts()
    button.click()
    assert texts and foreign(texts, records) == set()


def test_azerbaijani_has_no_message_of_the_english_page(atlas_page: Page, records: list[str]) -> None:
    shown = {}
    for lang, month in {"en": "November", "az": "noyabr"}.items():
        atlas_page.evaluate("(query) => karabakhAtlas.show(query)", f"lang={lang}")
        expect(atlas_page.locator("#panel .atlas-panel")).to_have_attribute("lang", lang)
        expect(atlas_page.locator(".timeline .live")).to_contain_text(month)
        shown[lang] = set(atlas_page.evaluate(TEXTS))
    known = {"English", "Azərbaycanca", "Karabakh Atlas", "Page Up, Page Down", "Home, End"} | {*records}
    alike = {text for text in shown["en"] & shown["az"] if re.search(r"[A-Za-z]{4}", text)} - known
    assert not [text for text in alike if text.isascii() and " " in text]


def test_every_language_is_offered_by_its_own_name(atlas_page: Page) -> None:
    options = atlas_page.locator("#atlas-lang option")
    assert [options.nth(i).get_attribute("value") for i in range(options.count())] == sorted(LANGUAGES)
