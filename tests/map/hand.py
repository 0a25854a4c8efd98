"""The hand on the map of the tests: views as the server and the timeline send them, clicks, what is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.map.conftest import TOKEN

Open = Callable[..., Page]

LISTEN = f"window.heard = []; new BroadcastChannel('atlas-{TOKEN}').onmessage = (e) => heard.push(e.data); 0"
_NOTHING = {"region": None, "event": None, "compare": None, "lang": "en", "beside": None, "window": "30"}


def show(page: Page, day: str, **changes: str | None) -> None:
    """Sends a view as the server does."""
    page.evaluate("(view) => atlas.show(view)", {**_NOTHING, "day": day, **changes})


def drag(page: Page, day: str, region: str | None = None) -> None:
    """Posts a view as the timeline does and waits until it is shown."""
    message = {"kind": "view", "day": day, "region": region}
    page.evaluate(f"(message) => new BroadcastChannel('atlas-{TOKEN}').postMessage(message)", message)
    page.wait_for_selector(f"html[data-date='{day}']")


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


def heard(page: Page, number: int) -> list[dict[str, Any]]:
    """The reports since LISTEN, once there are so many."""
    page.wait_for_function("(number) => heard.length >= number", arg=number)
    return list(page.evaluate("heard"))
