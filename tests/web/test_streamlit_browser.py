"""The instruments as Streamlit mounts them, on a plain page that stands for Streamlit's."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from geo import Atlas
from geo.web.served import write_files

pytestmark = pytest.mark.browser

_ADDRESS = "http://127.0.0.1:9/"
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Streamlit</title><link rel="icon" href="data:,"></head>
<body><script src="files/@SCRIPT@"></script>
<script>
const told = [];
function mount(name, as) {
  const parentElement = document.body.appendChild(document.createElement("div"));
  const setStateValue = (key, value) => told.push([as, key, value]);
  const end = karabakhAtlas.mountStreamlit(name, { data: @DATA@, parentElement, setStateValue });
  return () => { parentElement.remove(); end(); };
}
</script></body></html>
"""


@pytest.fixture
def streamlit_page(page: Page, toy: Atlas, tmp_path: Path) -> Page:
    """A page that can `mount(name, as)` an instrument of the toy world; `told` is what it told the server."""
    files = write_files(toy, tmp_path)
    data = {"files": {"folder": "files/", **asdict(files)}, "lang": "en", "query": "", "visit": 0}
    body = _PAGE.replace("@SCRIPT@", files.script).replace("@DATA@", json.dumps(data))

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{_ADDRESS}files/")
        if (tmp_path / name).is_file():
            route.fulfill(path=tmp_path / name)
        else:
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route(f"{_ADDRESS}**", answer)
    page.goto(_ADDRESS)
    return page


def test_the_language_is_told_by_the_header_that_is_there(streamlit_page: Page) -> None:
    page = streamlit_page
    header = page.locator(".atlas-header")
    page.evaluate("() => { window.unmount = mount('header', 'first'); }")
    expect(header).to_be_visible()
    page.evaluate("() => { unmount(); }")
    expect(header).to_have_count(0)
    page.evaluate("() => { mount('header', 'second'); }")
    page.get_by_label("Language", exact=True).select_option("az")
    page.wait_for_function("told.length > 0")
    assert page.evaluate("told") == [["second", "lang", "az"]]
