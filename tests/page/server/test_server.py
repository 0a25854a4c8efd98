"""The real server: compressed files, the first text, no foreign origin, under a base path too."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app
from websockets.exceptions import InvalidStatus

from geo.page.server.preloads import ELEMENTS
from tests.serving import ROOT, loopback_only, served
from tests.streamlit_client import finished, run, session

_SCRIPT = re.compile(r'src="\./(static/js/index\.[\w-]+\.js)"')


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """The address of the dashboard below a path of its own."""
    with served("app.py", environment={"STREAMLIT_SERVER_BASE_URL_PATH": "atlas"}) as url:
        yield f"{url}/atlas"


@pytest.fixture(params=["atlas_url", "base_url"], ids=["at the root", "below a path"])
def url(request: pytest.FixtureRequest) -> str:
    """Both."""
    return str(request.getfixturevalue(request.param))


def test_streamlit_finds_the_server_in_the_page() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


def test_the_page_arrives_with_its_first_text(url: str) -> None:
    html = _fetched(url, "/?date=1994-06-01&region=lachin&lang=ru").decode("utf-8")
    assert '<html lang="ru">' in html
    assert html.index("1 июня 1994") < html.index('<div id="root">')


def test_an_address_that_is_no_text_leads_to_the_atlas(url: str) -> None:
    address = urlsplit(url)
    connection = HTTPConnection(address.netloc, timeout=60)
    connection.request("GET", address.path + "/%FF%FE")
    with connection.getresponse() as answer:
        assert (answer.status, answer.getheader("Location")) == (307, f"{address.path}/")


def test_streamlits_scripts_are_compressed(url: str) -> None:
    name = _SCRIPT.search(_fetched(url, "/").decode("utf-8"))
    assert name
    whole, packed = (_answered(url, f"/{name[1]}", encoding) for encoding in ("identity", "gzip"))
    assert gzip.decompress(packed) == whole
    assert len(packed) < len(whole) / 2


def test_a_server_leaves_no_temporary_file_behind(tmp_path: Path) -> None:
    async def opened(url: str) -> int:
        async with session(url) as connection:
            return len(await run(connection))

    with served("app.py", environment={"TMPDIR": str(tmp_path)}) as url:
        assert finished(opened(url)) > 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("origin", ["http://evil.example", "https://evil.example:8501", "null"])
def test_a_foreign_origin_is_refused(atlas_url: str, origin: str) -> None:
    async def opened() -> None:
        async with session(atlas_url, origin=origin):
            pytest.fail("the server has opened a session")

    with pytest.raises(InvalidStatus, match="403"):
        finished(opened())


def test_a_session_runs_the_page_of_the_elements_that_its_head_names(url: str) -> None:
    async def opened() -> list[ForwardMsg]:
        async with session(url) as connection:
            return await run(connection)

    deltas = [message.delta for message in finished(opened()) if message.HasField("delta")]
    kinds = {delta.new_element.WhichOneof("type") for delta in deltas if delta.HasField("new_element")}
    # A heading is in Streamlit's first scripts.
    drawn = {"".join(map(str.capitalize, kind.split("_"))) for kind in kinds - {"heading", "empty"}}
    assert drawn == set(ELEMENTS)


@pytest.mark.browser
def test_the_text_goes_away_when_the_page_has_drawn_itself(url: str, page: Page) -> None:
    page.goto(f"{url}/?date=1994-06-01&region=lachin")
    expect(page.locator(".st-key-panel").get_by_role("heading").first).to_contain_text(
        "Lachin", timeout=60_000
    )
    expect(page.locator("#first-text")).to_have_count(0)
    shown = page.frame_locator("iframe[title*=folium]").locator("html[data-ready=true]")
    expect(shown).to_be_attached(timeout=60_000)


@pytest.mark.browser
def test_the_text_is_read_without_any_script(atlas_url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.route("**/*", loopback_only)
    page = context.new_page()
    page.goto(f"{atlas_url}/?date=1994-06-01&region=lachin&lang=az")
    expect(page.get_by_text("Laçın rayonu")).to_be_visible()
    assert page.title() == "Qarabağ atlası"
    context.close()


def test_the_page_runs_without_a_server() -> None:
    assert not AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run().exception


def _fetched(url: str, path: str) -> bytes:
    return _answered(url, path, "identity")


def _answered(url: str, path: str, encoding: str) -> bytes:
    address = urlsplit(url)
    connection = HTTPConnection(address.netloc, timeout=60)
    connection.request("GET", address.path + path, headers={"Accept-Encoding": encoding})
    with connection.getresponse() as answer:
        assert answer.status == 200
        return answer.read()
