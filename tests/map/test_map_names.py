"""Names on the map and of its parts: languages, no overlap, no cut, a finger, a screen reader, print."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo import Atlas
from geo.web.facts import facts
from geo.web.shapes import shapes
from tests.map.steps import Open, show, spot

pytestmark = pytest.mark.browser

Files = tuple[dict[str, Any], dict[str, Any]]

BOXES = "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"
# language, second language, the languages whose names stand there, from above to below
SECOND_LANGUAGES = [
    ("en", "en", ["en"]),
    ("en", "hy", ["en", "hy"]),
    ("hy", "az", ["az", "hy"]),
]
VIEWS = [(39.8, 46.6, 8.25), (39.85, 46.75, 9.5), (39.85, 46.75, 11), (40.05, 46.2, 10)]
WINDOWS = ["30", "365", "all"]
# symbols and numbers stand on a canvas: what it holds is asked of the SVG that takes its place
NAMES = """() => [...document.querySelectorAll(".atlas-label")].map(
  (one) => [one.innerText, one.getBoundingClientRect().toJSON()],
)"""
MARKS = """() => [...document.querySelectorAll(".atlas-mark .atlas-badge, .atlas-mark b")]
    .map((one) => one.getBoundingClientRect().toJSON())"""
NO_CANVAS = "HTMLCanvasElement.prototype.getContext = () => null"


@pytest.mark.parametrize(("lang", "second", "order"), SECOND_LANGUAGES)
def test_names_stand_in_one_language_or_two_in_a_fixed_order(
    open_map: Open, real: Atlas, lang: str, second: str | None, order: list[str]
) -> None:
    content = (facts(real, lang), shapes(real))
    [place] = [place for place in content[0]["places"] if place["id"] == "aghdara"]
    page = open_map(content)
    page.evaluate(f"map.setView([{place['lat']}, {place['lon']}], 10, {{animate: false}})")
    assert " / " in place["name"]["en"], "the data gives both names, and both are kept"
    names = [place["name"][code] for code in order]
    expected = "\n".join(names) if len(names) > 1 else names[0].replace(" / ", "\n")
    show(page, "2020-11-25", second_language=second)
    shown = page.locator(".atlas-label").evaluate_all("(all) => all.map((one) => one.innerText)")
    assert expected in shown


@pytest.mark.parametrize(("lang", "second"), [("en", None), ("ru", "hy")])
def test_names_never_overlap_and_none_is_cut(
    open_map: Open, real: Atlas, lang: str, second: str | None
) -> None:
    page = open_map((facts(real, lang), shapes(real)))
    show(page, "2020-11-25", second_language=second)
    for lat, lon, zoom in VIEWS:
        page.evaluate(f"map.setView([{lat}, {lon}], {zoom}, {{animate: false}})")
        boxes = page.eval_on_selector_all(".atlas-label", BOXES)
        assert len(boxes) > 8, (lang, zoom)
        assert not any(_overlap(one, other) for i, one in enumerate(boxes) for other in boxes[:i])
        frame = {"left": 0, "top": 0, "right": 900, "bottom": 620}
        assert all(_inside(one, frame) for one in boxes), (lang, zoom)


@pytest.mark.parametrize(("width", "height"), [(900, 620), (390, 440)])
def test_symbols_and_numbers_never_lie_on_a_name(
    open_map: Open, page: Page, real_files: Files, width: int, height: int
) -> None:
    page.add_init_script(NO_CANVAS)
    page.set_viewport_size({"width": width, "height": height})
    open_map(real_files)
    for window in WINDOWS:
        show(page, "2020-11-25", window=window)
        names, marks = page.evaluate(f"() => [({NAMES})(), ({MARKS})()]")
        assert len(names) > 5 and len(marks) > 1
        covered = [text for text, box in names if any(_overlap(box, mark) for mark in marks)]
        assert covered == [], window
        if width > 600:
            shown = " ".join(text for text, _ in names)
            assert all(name in shown for name in ("Khankendi", "Aghdam", "Tartar", "Kalbajar")), window


def test_a_name_stays_where_it_is_while_nothing_comes_to_cover_it(open_map: Open, real_files: Files) -> None:
    page = open_map(real_files)
    where = "(all) => Object.fromEntries(all.map((one) => [one.innerText, one.style.transform]))"
    show(page, "2020-11-25", window="365")
    before = page.eval_on_selector_all(".atlas-label", where)
    show(page, "2020-11-25", window="1")
    after = page.eval_on_selector_all(".atlas-label", where)
    assert before.items() <= after.items()


def test_panning_brings_new_names(open_map: Open, real_files: Files) -> None:
    page = open_map(real_files)
    page.evaluate("map.setView([39.76, 46.75], 10, {animate: false})")
    assert page.locator(".atlas-label", has_text="Jermuk").count() == 0
    page.evaluate("map.panTo([39.84, 45.68], {animate: false})")
    assert page.locator(".atlas-label", has_text="Jermuk").count() == 1


@pytest.mark.parametrize(
    ("lang", "name", "closer", "home"),
    [
        ("en", "Map", "Zoom in", "Show the whole area"),
        ("ru", "Карта", "Приблизить", "Показать всю территорию"),
    ],
)
def test_the_map_and_its_buttons_are_named_in_the_language(
    open_map: Open, real: Atlas, lang: str, name: str, closer: str, home: str
) -> None:
    page = open_map((facts(real, lang), shapes(real)))
    around = page.get_by_role("region", name=name, exact=True)
    for button in (closer, home):
        assert around.get_by_role("button", name=button).count() == 1
    note = page.locator(f"#{around.get_attribute('aria-describedby')}")
    assert (note.text_content() or "").endswith(".")
    nameless = "(all) => all.filter((one) => !(one.ariaLabel || one.innerText.trim() || one.labels?.length))"
    found = f"(all) => ({nameless})(all).map((one) => one.outerHTML)"
    assert page.eval_on_selector_all("a[href], button, summary, input", found) == []


# day, window, rows of the legend that must stand there, rows that must not
LEGENDS = [
    ("1988-01-01", "1", {"Soviet Union", "Events"}, {"Azerbaijan", "Russian peacekeepers", "Contested"}),
    (
        "2020-11-25", "30",
        {
            "Azerbaijan", "Armenian forces", "Russian peacekeepers", "Part held by the other side",
            "Low certainty", "Changed hands in the days shown", "Line of 10 November 2020, ± 3 km",
            "Handover", "Place not exact",
        },
        {"Soviet Union", "Contested", "Border clash", "Your own record"},
    ),
    ("2026-02-01", "1", {"Azerbaijan"}, {"Armenian forces", "Changed hands in the days shown"}),
]  # fmt: skip


@pytest.mark.parametrize(("day", "window", "present", "absent"), LEGENDS)
def test_the_legend_has_a_row_for_what_is_on_the_map_and_for_nothing_else(
    open_map: Open, real_files: Files, day: str, window: str, present: set[str], absent: set[str]
) -> None:
    page = open_map(real_files)
    show(page, day, window=window)
    rows = set(page.locator(".atlas-legend li:visible").all_inner_texts())
    assert present - {"Events"} <= rows
    assert not absent & rows
    keys = "(rows) => rows.map((row) => row.dataset.key)"
    types = page.locator("[data-group=events] li:visible").evaluate_all(keys)
    shown = page.evaluate(
        "atlas.state().then(({events}) =>"
        " events.map((id) => 'event:' + atlas.store.facts.eventById.get(id).type))"
    )
    assert {key for key in types if key.startswith("event:")} <= set(shown)


def test_while_the_day_is_dragged_rows_of_the_legend_come_and_none_goes(open_map: Open) -> None:
    page = open_map()
    visible = page.locator(".atlas-legend li:visible")
    show(page, "1988-01-01", window="1")
    assert set(visible.all_inner_texts()) == {"soviet_union (en)"}
    show(page, "2000-01-01", how="drag", window="1")
    assert {"soviet_union (en)", "azerbaijan (en)", "armenian_forces (en)"} <= set(visible.all_inner_texts())
    show(page, "2000-01-01", how="settle", window="1")
    assert "soviet_union (en)" not in visible.all_inner_texts()


def test_a_tap_says_what_pointing_says(browser: Browser, open_map: Open, page: Page) -> None:
    open_map()
    context = browser.new_context(viewport={"width": 390, "height": 440}, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto(page.url)
    phone.wait_for_selector("html[data-ready=true]")
    phone.evaluate("map.setView([40.05, 46.15], 10.5, {animate: false})")
    show(phone, "2000-01-01")
    phone.touchscreen.tap(*spot(phone, 40.02, 46.02))
    assert "armenian_forces (en)" in phone.locator(".atlas-tooltip").inner_text()
    phone.touchscreen.tap(*spot(phone, 40.05, 46.2))
    assert "approximate, ± 1.2 km" in phone.locator(".atlas-tooltip").inner_text()
    assert phone.evaluate("atlas.state()")["region"] in ("centre", "east"), "and the ground below is selected"
    phone.touchscreen.tap(*spot(phone, 38.9, 47.5))
    assert not phone.locator(".atlas-tooltip").is_visible()
    context.close()


def test_notes_stay_inside_the_frame(open_map: Open) -> None:
    page = open_map()
    show(page, "2000-01-01")
    for corner in ((40.09, 46.01), (40.01, 46.29)):
        page.evaluate(f"map.setView([{corner[0]}, {corner[1]}], 9, {{animate: false}})")
        for dx, dy in ((-440, 0), (440, 0), (0, -305), (0, 305)):
            page.evaluate(f"map.panBy([{-dx}, {-dy}], {{animate: false}})")
            page.mouse.move(450 + dx, 310 + dy)
            tip = page.locator(".atlas-tooltip")
            if tip.is_visible():
                [found] = page.eval_on_selector_all(".atlas-tooltip", BOXES)
                assert _inside(found, {"left": 0, "top": 0, "right": 900, "bottom": 620})
            page.evaluate(f"map.panBy([{dx}, {dy}], {{animate: false}})")


def test_paper_shows_textures_an_open_legend_and_light_colours(open_map: Open) -> None:
    page = open_map(theme="dark")
    show(page, "2000-01-01")
    page.evaluate("document.querySelector('.atlas-legend').open = false")
    state: Any = """() => [document.querySelector('.atlas-map').dataset.theme,
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
    show(page, "2000-01-01")
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector(".atlas-map[data-theme=dark]")


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
