"""The toy world and the real data; the served page and a browser that only sees loopback.

No test writes into the cache of whoever runs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from geo import Atlas, load_atlas
from tests.serving import launched, loopback_only, served
from tests.toy import REAL_DATA, write_toy


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for the browser's files, for this process and the servers it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def toy_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy world as a data folder; read only."""
    return write_toy(tmp_path_factory.mktemp("toy"))


@pytest.fixture(scope="session")
def toy(toy_folder: Path) -> Atlas:
    """The atlas of the toy world."""
    return load_atlas(toy_folder)


@pytest.fixture(scope="session")
def real() -> Atlas:
    """The atlas of the data we ship."""
    return load_atlas(REAL_DATA)


@pytest.fixture(scope="session")
def atlas_url() -> Iterator[str]:
    """The address of the dashboard with the data we ship."""
    with served("app.py") as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; what is expected of a page may take a busy machine half a minute."""
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page, 1400 x 900 or as parametrised; its console stays clean, no request leaves."""
    width, height = getattr(request, "param", (1400, 900))
    context = browser.new_context(viewport={"width": width, "height": height})
    context.route("**/*", loopback_only)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    opened.on("requestfailed", lambda r: complaints.append(f"{r.url}: {r.failure}"))
    yield opened
    context.close()
    assert complaints == []
