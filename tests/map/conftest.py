"""The map of the toy world as a page on loopback."""

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from geo import Atlas
from geo.map import STATIC, Assets, base_map, bundle, bundle_bytes, joined
from tests.toy import REAL_DATA

TOKEN = "feed"
_LABEL = re.compile(r'label\("(\w+)"\)')

Bundle = dict[str, Any]
Open = Callable[..., Page]


@pytest.fixture
def toy_bundle(toy: Atlas) -> Bundle:
    """The toy world's bundle with every label the map writes."""
    content = bundle(toy, attribution="Credits <b>&")
    names = {
        label: {"name": dict.fromkeys(("en", "az", "hy", "ru"), f"[{label}]")} for label in written_labels()
    }
    content["terms"]["label"] = names
    return content


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A served folder with the script and the relief, and its address."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "atlas.js").write_text(joined(), encoding="utf-8")
    shutil.copy(REAL_DATA / "layers" / "relief.jpg", folder)
    (folder / "favicon.ico").write_bytes(b"")
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_map(page: Page, site: tuple[Path, str], toy_bundle: Bundle) -> Open:
    """Opens the map of a bundle (the toy's by default), painted; `map` is its name in the page."""
    folder, address = site

    def opened(content: Bundle | None = None, *, theme: str | None = "light", view: str = "") -> Page:
        (folder / "bundle.json").write_bytes(bundle_bytes(content or toy_bundle))
        assets = Assets("atlas.js", "bundle.json", "relief.jpg")
        base = base_map(assets, TOKEN, theme=theme)
        html = base.get_root().render()
        script = f"<script>var map = {base.get_name()}; {view}</script>"
        (folder / "index.html").write_text(html + script, encoding="utf-8")
        if page.viewport_size == {"width": 1400, "height": 900}:
            page.set_viewport_size({"width": 900, "height": 620})
        page.goto(address + "/index.html")
        page.wait_for_selector("html[data-ready=true]")
        return page

    return opened


def written_labels() -> set[str]:
    """Every label that a script writes."""
    return {found for path in STATIC.glob("*.js") for found in _LABEL.findall(path.read_text("utf-8"))}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
