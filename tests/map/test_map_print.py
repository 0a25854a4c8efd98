"""The map on paper: printed to PDF by Chromium, rendered, and its coloured pixels counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.map.steps import Open, show

pytestmark = pytest.mark.browser

FRAMED = """<!doctype html><meta charset="utf-8"><body style="margin: 16px"><h1>A page</h1>
<div style="display: flex"><iframe src="index.html" style="flex: 2; height: 600px; border: 0"></iframe>
<p class="beside" style="flex: 1">Beside it</p></div>
<style>@media print { .beside { display: none } }</style>"""
# a pixel whose channels differ so much is a holder's colour; relief, names and lines are grey
COLOURED = 40
# of a page of 446 x 631 pixels; with the map lost they are about 250
LEAST_COLOURED = 8_000


@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("framed", [False, True], ids=["file", "page"])
def test_paper_has_the_whole_map_its_names_its_events_and_its_legend(
    open_map: Open, page: Page, site: tuple[Path, str], real_files: Any, framed: bool, landscape: bool
) -> None:
    page.set_viewport_size({"width": 1300, "height": 800})
    open_map(real_files, theme="dark", query="date=2020-11-25&region=kalbajar")
    if framed:
        folder, address = site
        (folder / "framed-page.html").write_text(FRAMED, encoding="utf-8")
        page.goto(address + "/framed-page.html")
        page.frames[1].wait_for_selector("html[data-ready=true]")
    pictures, text = printed(page, landscape=landscape)
    assert len(pictures) == 1, "on one sheet"
    coloured = np.argwhere(np.ptp(pictures[0].astype(int), axis=2) > COLOURED)
    assert len(coloured) > LEAST_COLOURED
    (top, left), (bottom, right) = coloured.min(axis=0), coloured.max(axis=0)
    height, width, _ = pictures[0].shape
    assert top > 8 and left > 8 and bottom < height - 8 and right < width - 30, "nothing is cut"
    for words in ("Stepanakert", "Legend", "Russian peacekeepers", "Handover", "Displacement", "30 km"):
        assert words in text, words
    assert "Patterns as well as colours" not in text, "a wish that paper cannot hear"
    assert "relief: NOAA GLOBE" in text, "the credits at the lower edge"


def test_the_legend_leaves_most_of_each_compared_map_free_on_paper(open_map: Open, real_files: Any) -> None:
    page = open_map(real_files, query="date=2020-09-26&compare=2020-12-01")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shares = """() => document.querySelector(".atlas-legend").getBoundingClientRect().width
        / document.querySelector(".atlas-map").getBoundingClientRect().width"""
    assert 0.2 < page.evaluate(shares) < 0.45


SCREEN = """() => ({
  theme: document.documentElement.dataset.theme,
  legend: [...document.querySelectorAll('.atlas-legend, .atlas-legend details')].map(({ open }) => open),
  events: [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
  drawn: document.querySelectorAll('.atlas-marks').length,
  fills: [...document.querySelectorAll('path[data-unit]')].map((path) => path.style.fill),
})"""


def test_after_printing_the_screen_is_as_it_was(open_map: Open) -> None:
    page = open_map()
    show(page, "2020-11-25")
    before = page.evaluate(f"() => JSON.stringify(({SCREEN})())")
    assert json.loads(before)["events"] and json.loads(before)["fills"]
    page.pdf(format="A4")
    page.wait_for_function(f"(before) => JSON.stringify(({SCREEN})()) === before", arg=before)


def printed(page: Page, *, landscape: bool) -> tuple[list[np.ndarray[Any, Any]], str]:
    """The sheets that Chromium prints, 54 pixels an inch, and their text."""
    margin = dict.fromkeys(("top", "left", "right", "bottom"), "1cm")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", landscape=landscape, margin=margin))  # type: ignore[arg-type]
    pictures = [np.asarray(sheet.render(scale=0.75).to_pil().convert("RGB")) for sheet in document]
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    return pictures, text.replace("\r\n", "\n")
