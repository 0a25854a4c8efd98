"""A plain HTML page that mounts search and timeline on given facts, and notes what they change."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from geo.web.bundle import FOLDER, joined_modules

Json = dict[str, Any]

_ADDRESS = "http://127.0.0.1:9/"
_SHEETS = ("tokens", "timeline", "search")
_ENTRIES = ("core/facts.js", "core/store.js", "timeline/timeline.js", "search/search.js")
_TOY = Path(__file__).with_name("toy_facts.json")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Instruments</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body { margin: 16px; font-family: sans-serif } main { min-height: 1200px }</style></head>
<body><main><div id="search"></div><div id="timeline"></div></main>
<script>@SCRIPT@</script>
<script>
const given = @GIVEN@;
const { prepareFacts, createStore, mountTimeline, mountSearch } = karabakhAtlas;
let sendTexts;
const texts = new Promise((resolve) => { sendTexts = () => resolve(given.texts); });
const store = createStore(prepareFacts(given.facts), location.search.slice(1), { texts });
if (!location.hash) sendTexts();
const changes = [];
const flights = [];
store.subscribe(({ view, how }) => changes.push({ how, ...view }));
store.onFly((target) => flights.push(target));
mountSearch(document.getElementById("search"), store);
const timeline = mountTimeline(document.getElementById("timeline"), store);
</script></body></html>
"""


def toy_files() -> tuple[Json, Json]:
    """The facts and the later texts of the toy world."""
    toy = json.loads(_TOY.read_text(encoding="utf-8"))
    return toy["facts"], toy["texts"]


def open_page(page: Page, facts: Json, texts: Json, query: str = "", *, late: bool = False) -> None:
    """Opens the instruments in the page at the query's view; with `late` the texts wait for `sendTexts()`."""
    given = json.dumps({"facts": facts, "texts": texts}).replace("</", "<\\/")
    body = _PAGE.replace("@SCRIPT@", _script()).replace("@GIVEN@", given)
    page.route(
        f"{_ADDRESS}**", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8")
    )
    page.goto(f"{_ADDRESS}?{query}{'#late' if late else ''}")


def view(page: Page) -> Json:
    """The store's view."""
    return dict(page.evaluate("({ ...store.view })"))


@cache
def _script() -> str:
    sheets = {name: (FOLDER / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS}
    script = "\n".join(joined_modules(FOLDER, Path(entry), sheets) for entry in _ENTRIES)
    return script.replace("</script", "<\\/script")
