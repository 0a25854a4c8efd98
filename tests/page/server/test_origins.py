"""Another site's page gets no websocket, and Streamlit does not ask the web who we are because of it."""

from __future__ import annotations

import pytest
import streamlit as st
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from geo.page.server.origins import OwnOrigins, is_own
from tests.page.server.asking import Files, asked
from tests.streamlit_client import finished

_HOST = "127.0.0.1:8501"


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The server's configuration, to be changed."""
    found: dict[str, object] = {"server.enableCORS": True, "server.address": "localhost"}
    monkeypatch.setattr(st, "get_option", found.get)
    return found


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        (None, True),
        ("http://127.0.0.1:8501", True),
        ("http://localhost:3000", True),
        ("http://evil.example", False),
        ("http://evil.example:8501", False),
        ("http://127.0.0.1.evil.example:8501", False),
        ("https://127.0.0.1:8501@evil.example", False),
        ("null", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_an_origin_is_own_if_it_is_this_host_or_this_machine(
    options: dict[str, object], origin: str | None, own: bool
) -> None:
    headers = {"host": _HOST} if origin is None else {"host": _HOST, "origin": origin}
    assert is_own(Headers(headers)) is own


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("server.corsAllowedOrigins", ["https://news.example"]),
        ("server.corsAllowedOrigins", ["news.example"]),
        ("browser.serverAddress", "news.example"),
        ("server.enableCORS", False),
    ],
)
def test_a_site_that_the_configuration_names_is_own(
    options: dict[str, object], option: str, value: object
) -> None:
    headers = Headers({"host": _HOST, "origin": "https://news.example"})
    assert not is_own(headers)
    options[option] = value
    assert is_own(headers)


def test_a_foreign_websocket_is_closed_before_it_opens(options: dict[str, object]) -> None:
    sent: list[Message] = []

    async def never(scope: Scope, receive: Receive, send: Send) -> None:
        pytest.fail("the server behind was asked")

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", _HOST.encode()), (b"origin", b"http://evil.example")]
    finished(OwnOrigins(never)({"type": "websocket", "headers": headers}, None, send))  # type: ignore[arg-type]
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(("origin", "passed"), [(f"http://{_HOST}", True), ("http://evil.example", False)])
def test_a_file_is_served_without_the_word_of_a_foreign_origin(
    options: dict[str, object], origin: str, passed: bool
) -> None:
    inner = Files(b"{}", "application/json")
    found = asked(OwnOrigins(inner), "/_stcore/health", headers={"Host": _HOST, "Origin": origin})
    assert found.status == 200
    assert ((b"origin", origin.encode()) in inner.asked[0]["headers"]) is passed
