"""What the tests do to a map and see of it: changes of the view, clicks, what is held and shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Open = Callable[..., Page]

# Two frames later sizes that were still being measured have settled too.
_CHANGE = """async ([view, how]) => {
  atlas.store.change(view, how);
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
}"""
_NOTHING = {"region": None, "event": None, "compare": None, "second_language": None, "window": "30"}


def show(page: Page, day: str, *, how: str = "step", **changes: str | None) -> None:
    """Shows a day; what is not named is nothing chosen and a window of 30 days."""
    view = {**_NOTHING, "date": day, **changes}
    page.evaluate(_CHANGE, [view, how])


def view(page: Page) -> dict[str, Any]:
    """The view that the store holds."""
    return dict(page.evaluate("({...atlas.store.view})"))


def held(page: Page, unit: str, *, pane: str = ".folium-map") -> str:
    """Holder and status of a unit as its path on the first map, or in another pane, says."""
    path = page.locator(f"{pane} path[data-unit={unit}]")
    return f"{path.get_attribute('data-holder')} {path.get_attribute('data-status')}"


def shown_day(page: Page) -> str | None:
    """The day that the map says it shows."""
    return page.locator("html").get_attribute("data-date")


def spot(page: Page, lat: float, lon: float, *, pane: str = ".folium-map") -> tuple[float, float]:
    """Where a place of the first map, or of another pane of the same size, is in the window."""
    at = page.evaluate("([lat, lon]) => map.latLngToContainerPoint([lat, lon])", [lat, lon])
    box = page.locator(pane).bounding_box()
    assert box
    return box["x"] + at["x"], box["y"] + at["y"]


def click_at(page: Page, lat: float, lon: float, *, pane: str = ".folium-map") -> None:
    """Clicks a place of a map."""
    page.mouse.click(*spot(page, lat, lon, pane=pane))


def point_at(page: Page, lat: float, lon: float) -> list[str]:
    """Moves the mouse to a place of the map; the lines of the tooltip, none if it is not shown."""
    page.mouse.move(*spot(page, lat, lon))
    tooltip = page.locator(".atlas-tooltip")
    if not tooltip.is_visible():
        return []
    return list(tooltip.locator("> div > *").all_inner_texts())


def cursor_at(page: Page, lat: float, lon: float) -> str:
    """The mouse's cursor over a place of the map."""
    x, y = spot(page, lat, lon)
    page.mouse.move(x, y)
    return str(page.evaluate("([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor", [x, y]))
