"""Names on the map and of its parts: languages, no overlap, no cut, a finger, a screen reader, print."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo import Atlas
from geo.map import bundle
from tests.map.hand import Open, drag, show, spot

pytestmark = pytest.mark.browser

BOXES = "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"
# language, second language, the languages whose names stand there, from above to below
BESIDE = [
    ("en", None, ["en"]),
    ("en", "en", ["en"]),
    ("en", "hy", ["en", "hy"]),
    ("hy", "az", ["az", "hy"]),
    ("az", "hy", ["az", "hy"]),
    ("ru", "az", ["az", "ru"]),
]
VIEWS = [(39.8, 46.6, 8), (39.85, 46.75, 9.5), (39.85, 46.75, 11), (40.05, 46.2, 10)]


def test_names_stand_in_one_language_or_two_in_a_fixed_order(open_map: Open, real: Atlas) -> None:
    content = bundle(real)
    [place] = [place for place in content["places"] if place["id"] == "aghdara"]
    page = open_map(content)
    page.evaluate(f"map.setView([{place['lat']}, {place['lon']}], 10, {{animate: false}})")
    assert " / " in place["name"]["en"], "the data gives both names, and both are kept"
    for lang, beside, order in BESIDE:
        names = [place["name"][code] for code in order]
        expected = "\n".join(names) if len(names) > 1 else names[0].replace(" / ", "\n")
        show(page, "2020-11-25", lang=lang, beside=beside)
        shown = page.locator(".atlas-label").evaluate_all("(all) => all.map((one) => one.innerText)")
        assert expected in shown, (lang, beside)


@pytest.mark.parametrize("beside", [None, "hy"])
def test_names_never_overlap_and_none_is_cut(open_map: Open, real: Atlas, beside: str | None) -> None:
    page = open_map(bundle(real))
    for lang, (lat, lon, zoom) in zip(("en", "az", "hy", "ru"), VIEWS, strict=True):
        show(page, "2020-11-25", lang=lang, beside=beside)
        page.evaluate(f"map.setView([{lat}, {lon}], {zoom}, {{animate: false}})")
        boxes = page.eval_on_selector_all(".atlas-label", BOXES)
        assert len(boxes) > 8, (lang, zoom)
        assert not any(_overlap(one, other) for i, one in enumerate(boxes) for other in boxes[:i])
        frame = {"left": 0, "top": 0, "right": 900, "bottom": 620}
        assert all(_inside(one, frame) for one in boxes), (lang, zoom)


def test_panning_brings_new_names(open_map: Open, real: Atlas) -> None:
    page = open_map(bundle(real))
    page.evaluate("map.setView([39.76, 46.75], 10, {animate: false})")
    assert page.locator(".atlas-label", has_text="Jermuk").count() == 0
    page.evaluate("map.panTo([39.84, 45.68], {animate: false})")
    assert page.locator(".atlas-label", has_text="Jermuk").count() == 1


def test_the_map_and_its_buttons_are_named_in_the_language(open_map: Open, real: Atlas) -> None:
    page = open_map(bundle(real))
    for lang, name, closer in (("en", "Map", "Zoom in"), ("ru", "Карта", "Приблизить")):
        show(page, "2020-11-25", lang=lang)
        around = page.get_by_role("region", name=name, exact=True)
        assert around.get_by_role("button", name=closer).count() == 1
        note = page.locator(f"#{around.get_attribute('aria-describedby')}")
        assert (note.text_content() or "").endswith(".")
    nameless = "(all) => all.filter((one) => !(one.ariaLabel || one.innerText.trim() || one.labels?.length))"
    found = f"(all) => ({nameless})(all).map((one) => one.outerHTML)"
    assert page.eval_on_selector_all("a[href], button, summary, input", found) == []


def test_the_legend_has_a_word_for_every_look(open_map: Open, real: Atlas) -> None:
    page = open_map(bundle(real))
    show(page, "2020-11-25")
    page.evaluate("for (const part of document.querySelectorAll('.atlas-legend details')) part.open = true")
    legend = page.locator(".atlas-legend").inner_text()
    for words in (
        "Contested", "Partly contested", "Low certainty", "Changed hands in the window",
        "Place not exact", "Your own record", "Line of Contact (1994-2020): approximate ± 1.2 km",
    ):  # fmt: skip
        assert words in legend


def test_a_tap_says_what_pointing_says(browser: Browser, open_map: Open, page: Page) -> None:
    open_map()
    context = browser.new_context(viewport={"width": 390, "height": 440}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto(page.url)
    phone.wait_for_selector("html[data-ready=true]")
    phone.evaluate("map.setView([40.05, 46.15], 10.5, {animate: false})")
    show(phone, "2000-01-01")
    phone.touchscreen.tap(*spot(phone, 40.02, 46.02))
    assert "armenian_forces (en)" in phone.locator(".atlas-tip").inner_text()
    phone.touchscreen.tap(*spot(phone, 40.05, 46.2))
    assert "[approximate] ± 1.2 [km]" in phone.locator(".atlas-tip").inner_text()
    assert phone.evaluate("atlas.state()")["region"] in ("centre", "east"), "and the ground below is selected"
    phone.touchscreen.tap(*spot(phone, 38.9, 47.5))
    assert not phone.locator(".atlas-tip").is_visible()
    context.close()


def test_notes_stay_inside_the_frame(open_map: Open) -> None:
    page = open_map()
    show(page, "2000-01-01")
    for corner in ((40.09, 46.01), (40.01, 46.29)):
        page.evaluate(f"map.setView([{corner[0]}, {corner[1]}], 9, {{animate: false}})")
        for dx, dy in ((-440, 0), (440, 0), (0, -305), (0, 305)):
            page.evaluate(f"map.panBy([{-dx}, {-dy}], {{animate: false}})")
            page.mouse.move(450 + dx, 310 + dy)
            tip = page.locator(".atlas-tip")
            if tip.is_visible():
                [found] = page.eval_on_selector_all(".atlas-tip", BOXES)
                assert _inside(found, {"left": 0, "top": 0, "right": 900, "bottom": 620})
            page.evaluate(f"map.panBy([{dx}, {dy}], {{animate: false}})")


def test_paper_shows_textures_an_open_legend_and_light_colours(open_map: Open) -> None:
    page = open_map(theme="dark")
    show(page, "2000-01-01")
    page.evaluate("document.querySelector('.atlas-legend').open = false")
    state: Any = """() => [document.documentElement.dataset.theme,
        document.querySelector('path[data-unit=E]').style.fill.includes('#fill-'),
        document.querySelector('.atlas-legend').open]"""
    assert page.evaluate(state) == ["dark", False, False]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(state) == ["light", True, True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(state) == ["dark", False, False]


def test_the_theme_follows_the_readers_system_live(open_map: Open, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    open_map(theme=None)
    drag(page, "2000-01-01")
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("html[data-theme=dark]")


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    apart = (
        one["right"] <= other["left"] or other["right"] <= one["left"]
        or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]
    )  # fmt: skip
    return not apart


def _inside(one: dict[str, float], frame: dict[str, float]) -> bool:
    return (
        one["left"] >= frame["left"] - 0.5 and one["right"] <= frame["right"] + 0.5
        and one["top"] >= frame["top"] - 0.5 and one["bottom"] <= frame["bottom"] + 0.5
    )  # fmt: skip
