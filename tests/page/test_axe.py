"""axe-core finds nothing serious in the page's own parts, in both themes, wide and narrow.

axe-core comes from npm (`.ci/run` fetches it and names the version); AXE_CORE says where axe.min.js is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

pytestmark = pytest.mark.browser

MAP = "iframe[title='streamlit_folium.st_folium']"
VIEWS = {
    "seed": "/?date=2020-11-25&region=kalbajar",
    "no region": "/?date=1993-04-10&region=",
    "two days": "/?date=2023-09-25&region=khankendi&compare=2020-11-25&lang=hy&second_language=az",
    "articles": "/articles",
    "method": "/method",
}
# Streamlit's own: we neither write nor style them.
STREAMLITS = {
    "[data-testid='stHeader']": "its menu and running man",
    "[data-testid='stToolbar']": "its toolbar",
    "iframe": "the map, looked at from inside",
}
RUN = """([leave]) => axe.run({ exclude: leave.map((one) => [one]) }, { resultTypes: ["violations"] })"""
_LAST_WORDS = re.compile("No article yet|Corrections\\.")
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def axe() -> Path:
    """axe.min.js; without it skips, or fails if CI=true."""
    script = Path(os.environ.get("AXE_CORE", "axe-core-is-not-named"))
    if not script.is_file():
        reason = "no axe-core: npm install axe-core, and AXE_CORE=node_modules/axe-core/axe.min.js"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return script


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", [(1400, 900), (390, 844)], indirect=True, ids=["desktop", "phone"])
def test_nothing_serious(page: Page, atlas_url: str, axe: Path, theme: Any) -> None:
    page.emulate_media(color_scheme=theme)
    found = [
        f"{name}: {one}" for name, query in VIEWS.items() for one in _violations(page, atlas_url + query, axe)
    ]
    assert not found, "\n".join(found)


def test_what_is_wrong_is_found(page: Page, axe: Path) -> None:
    page.set_content("<html lang=en><title>A page</title><main><h1>One</h1><img src='data:,'><button>")
    found = " ".join(_of(page.main_frame, axe, []))
    assert "button-name" in found
    assert "image-alt" in found


def _violations(page: Page, address: str, axe: Path) -> Iterator[str]:
    page.goto(address)
    page.wait_for_load_state("networkidle")  # a request that the next view breaks off would be a fault
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_attached(timeout=60_000)
    if "?" not in address:
        expect(page.locator(".stMain").get_by_text(_LAST_WORDS)).to_be_visible(timeout=60_000)
        yield from _of(page.main_frame, axe, [*STREAMLITS])
        return
    expect(page.get_by_role("slider").first).to_be_visible(timeout=60_000)
    expect(page.locator(".st-key-panel").get_by_role("heading").first).to_be_visible()
    yield from _of(page.main_frame, axe, [*STREAMLITS])
    frame = page.locator(MAP).first.element_handle().content_frame()
    assert frame
    frame.wait_for_selector("html[data-ready=true]")
    yield from _of(frame, axe, [])


def _of(frame: Frame, axe: Path, leave: list[str]) -> Iterator[str]:
    """A line for each element with something serious or worse."""
    frame.add_script_tag(path=axe)
    result = frame.evaluate(RUN, [leave])
    assert result["violations"] is not None
    for rule in result["violations"]:
        if rule["impact"] in GRAVE:
            for node in rule["nodes"]:
                yield f"{rule['id']} {node['target']} {node['html'][:120]}: {node['failureSummary']}"
