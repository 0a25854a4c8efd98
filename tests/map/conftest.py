"""The map of the toy world as a page on loopback: folium's own, with a store of its own facts."""

import copy
import functools
import http.server
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from geo import Atlas
from geo.map import base_map
from geo.web.bundle import script
from geo.web.facts import facts
from geo.web.shapes import shapes
from tests.toy import REAL_DATA

Json = dict[str, Any]
Open = Callable[..., Page]


@pytest.fixture
def toy_facts(toy: Atlas) -> Json:
    """The toy world's facts, to be changed by a test."""
    return copy.deepcopy(facts(toy, "en")) | {"credits": "Credits <b>&"}


@pytest.fixture
def toy_shapes(toy: Atlas) -> Json:
    """The toy world's shapes."""
    return copy.deepcopy(shapes(toy))


@pytest.fixture(scope="session")
def real_files(real: Atlas) -> tuple[Json, Json]:
    """Facts and shapes of the data we ship."""
    return facts(real, "en"), shapes(real)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A served folder with the script and the relief, and its address."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "atlas.js").write_text(script(), encoding="utf-8")
    shutil.copy(REAL_DATA / "layers" / "relief.jpg", folder)
    (folder / "favicon.ico").write_bytes(b"")
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


# Until ten frames in a row show the same place at the same size: boxes are measured after the first.
SETTLED = """async () => {
  const place = () => [...Object.values(map.getCenter()), map.getZoom(), ...Object.values(map.getSize())];
  for (let same = 0, last = ""; same < 10; ) {
    await new Promise(requestAnimationFrame);
    const now = place().join(" ");
    same = now === last ? same + 1 : 0;
    last = now;
  }
}"""


@pytest.fixture
def open_map(page: Page, site: tuple[Path, str], toy_facts: Json, toy_shapes: Json) -> Open:
    """Opens the map of facts and shapes (the toy's by default), painted; `map` is its name in the page."""
    folder, address = site

    def opened(
        content: tuple[Json, Json] | None = None, *, theme: str | None = "light", query: str = "region="
    ) -> Page:
        given = content or (toy_facts, toy_shapes)
        for name, part in zip(("facts", "shapes"), given, strict=True):
            (folder / f"{name}.json").write_text(json.dumps(part), encoding="utf-8")
        own = {"facts": "facts.json", "shapes": "shapes.json", "query": f"lang={given[0]['lang']}&{query}"}
        base = base_map("atlas.js", "relief.jpg", theme=theme, **own)
        html = base.get_root().render() + f"<script>var map = {base.get_name()};</script>"
        (folder / "index.html").write_text(html, encoding="utf-8")
        if page.viewport_size == {"width": 1400, "height": 900}:
            page.set_viewport_size({"width": 900, "height": 620})
        page.goto(address + "/index.html")
        page.wait_for_selector("html[data-ready=true]")
        page.evaluate(SETTLED)
        return page

    return opened


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
