"""The server starts whatever the atlas or the browser does, and knows its own address."""

from __future__ import annotations

import webbrowser
from threading import enumerate as threads

import pytest
import streamlit as st

from geo.page.server import starting
from tests.streamlit_client import finished


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The server's configuration, to be changed."""
    found: dict[str, object] = {"server.port": 8501, "server.headless": False}
    monkeypatch.setattr(st, "get_option", found.get)
    return found


@pytest.mark.parametrize(
    ("changed", "address"),
    [
        ({}, "http://localhost:8501/"),
        ({"server.address": "127.0.0.1"}, "http://127.0.0.1:8501/"),
        ({"server.address": "0.0.0.0"}, "http://localhost:8501/"),
        (
            {"server.address": "0.0.0.0", "browser.serverAddress": "atlas.example"},
            "http://atlas.example:8501/",
        ),
        ({"server.baseUrlPath": "/atlas/"}, "http://localhost:8501/atlas"),
        ({"server.sslCertFile": "cert.pem"}, "https://localhost:8501/"),
    ],
)
def test_the_browser_is_sent_to_where_the_server_answers(
    options: dict[str, object], changed: dict[str, object], address: str
) -> None:
    options.update(changed)
    assert starting.address() == address


@pytest.mark.parametrize("headless", [True, False])
def test_the_browser_opens_where_there_is_one(
    options: dict[str, object], headless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    options["server.headless"] = headless
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(starting, "first_text", lambda page, query: None)

    finished(_started())
    assert opened == ([] if headless else ["http://localhost:8501/"])


def test_an_atlas_that_cannot_be_loaded_does_not_stop_the_server(
    options: dict[str, object], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(page: str, query: object) -> None:
        raise ValueError("no such folder")

    options["server.headless"] = True
    monkeypatch.setattr(starting, "first_text", fail)
    finished(_started())
    assert "no such folder" in caplog.text


async def _started() -> None:
    """Starts, and waits until its threads have ended."""
    async with starting.lifespan(None):
        for thread in threads():
            if thread.name in ("load", "open_browser"):
                thread.join(timeout=60)
